"""What README and the contents page say in numbers is what the stored results say."""

import csv
import json
import math
import re
import statistics
from collections import defaultdict
from functools import cache

import pytest

from claims import notebook, short, stored, stored_means
from conftest import ROOT

SMALL, MIDDLE, LARGE = range(1, 11), range(11, 28), range(28, 51)


def values(experiment: str, solver: str, column: str, sparsities) -> dict[tuple, float]:
    found = stored(experiment)[solver].items()
    return {key: float(row[column]) for key, row in found if key[0] in sparsities}


def mean(experiment: str, solver: str, column: str, sparsities) -> float:
    return statistics.mean(values(experiment, solver, column, sparsities).values())


def behind(experiment: str, solver: str, other: str, sparsities) -> float:
    """How much more of the support the solver misses than the other, mean over the instances."""
    ours = values(experiment, solver, "support_distance", sparsities)
    theirs = values(experiment, other, "support_distance", sparsities)
    assert ours.keys() == theirs.keys()
    return statistics.mean(ours[key] - theirs[key] for key in ours)


def contents() -> str:
    return notebook("00-contents")


def supports(solver: str) -> float:
    return mean("deconvolution", solver, "distinct_supports", LARGE)


def explored() -> str:
    others = [name for name in stored("deconvolution") if not name.startswith("sea")]
    most = max(supports(name) for name in others if name != "lasso")
    return (
        f"{supports('sea'):.0f} different supports, the LASSO path {supports('lasso'):.0f}, "
        f"greedy, thresholding and exchange solvers at most {most:.0f}"
    )


def coherent() -> str:
    weaker = [
        -behind("deconvolution", "sea", other, sparsities)
        for other in ("omp", "ompr", "iht", "htp")
        for sparsities in (SMALL, MIDDLE, LARGE)
    ]
    els = [behind("deconvolution", "sea", "els", k) for k in (SMALL, MIDDLE, LARGE)]
    lasso = [behind("deconvolution", "sea", "lasso", k) for k in (SMALL, MIDDLE, LARGE)]
    return (
        f"fewer than OMP, OMPR, IHT and HTP by {short(min(weaker), 2)} to {short(max(weaker), 2)}; "
        f"than ELS by {short(-els[0], 3)} and {short(-els[1], 3)} up to k = 27, and "
        f"{short(els[2], 3)} more beyond; than the LASSO path {short(lasso[0], 2)}, "
        f"{short(lasso[1], 2)} and {short(lasso[2], 2)} more"
    )


def improved() -> str:
    omp = behind("deconvolution", "omp", "sea(omp)", LARGE)
    els = behind("deconvolution", "els", "sea(els)", MIDDLE)
    beyond = behind("deconvolution", "els", "sea(els)", LARGE)
    differences = stored_means("gaussian", "difference")
    gaussian = statistics.mean(
        float(differences["omp", k, math.inf, "sea(omp)"]["mean"]) for k in (60, 70, 80)
    )
    return (
        f"SEA(OMP) misses {short(omp, 2)} less than OMP at k = 28 to 50, SEA(ELS) {short(els, 3)} "
        f"less than ELS at k = 11 to 27 and {short(beyond, 4)} beyond; on Gaussian matrices "
        f"SEA(OMP) {short(gaussian, 3)} less at k = 60 to 80"
    )


def proved() -> str:
    """What the last table of notebook 29 says of square matrices."""
    path = ROOT / "notebooks" / "29-theory-at-work.ipynb"
    shown = [
        "".join(output["data"].get("text/html", []))
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        for output in cell.get("outputs", [])
        if "data" in output
    ]
    table = next(html for html in reversed(shown) if "<table" in html)
    rows = [re.findall(r"<td[^>]*>([^<]*)</td>", row) for row in table.split("<tr>")]
    found, explained, sure = next(row[1:] for row in rows if row and row[0] == "100")
    return (
        f"on 100 x 100 Gaussian matrices SEA finds {found} spikes in 19 of 20 instances, the "
        f"bounds explain {explained} afterwards and prove {sure} beforehand"
    )


@pytest.mark.parametrize("claim", [explored, coherent, improved, proved])
def test_the_contents_page_says_what_is_stored(claim):
    assert claim() in contents()


def share(experiment: str, solver: str, sparsity: int, level: str) -> str:
    """A cell of README's table: the mean and its 95 % interval, or how many missed any."""
    found = [
        float(row["support_distance"])
        for (k, snr, _), row in stored(experiment).get(solver, {}).items()
        if k == sparsity and float(snr) == float(level)
    ]
    if not found:
        return "not run"
    missed = sum(distance > 0 for distance in found)
    if missed < 2:
        return f"{missed} of {len(found)} missed any"
    error = statistics.stdev(found) / math.sqrt(len(found))
    return f"{short(statistics.mean(found), 3)} ± {short(STUDENT[len(found)] * error, 3)}"


# The quantile .975 of Student's t with one degree of freedom less, from its tables.
STUDENT = {50: 2.0096, 100: 1.9842, 200: 1.9720}
COLUMNS = [
    ("whitened", 20, "inf"),
    ("whitened", 50, "inf"),
    ("whitened-noise", 20, "30"),
    ("whitened-noise", 20, "20"),
]


def readme_rows() -> list[tuple[str, list[str]]]:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("| solver | k = 20"))
    rows = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        rows.append((cells[0].split("`")[1], cells[1:-1]))
    return rows


def test_the_table_of_the_readme_says_what_is_stored():
    rows = readme_rows()
    assert len(rows) >= 5
    for solver, cells in rows:
        assert cells == [share(experiment, solver, k, snr) for experiment, k, snr in COLUMNS], (
            solver
        )


def rights() -> dict[str, float]:
    """How often each rule chose the right number of columns: mean over families and levels."""
    cells = defaultdict(list)
    path = ROOT / "data" / "results" / "choice-of-k" / "results.csv"
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            cells[row["rule"], row["family"], row["snr_db"]].append(row["chosen"] == row["k"])
    shares = defaultdict(list)
    for (rule, *_), chosen in cells.items():
        shares[rule].append(statistics.mean(chosen))
    return {rule: statistics.mean(each) for rule, each in shares.items()}


def test_the_tutorial_says_how_often_each_rule_of_size_is_right():
    text = (ROOT / "notebooks" / "16-your-own-data.ipynb").read_text(encoding="utf-8")
    share = {rule: short(value, 2) for rule, value in rights().items()}
    said = (
        f"chose the right number of columns in {share['one standard error']} of the cases, "
        f"EBIC in {share['EBIC']}, the least held-out error in {share['cross-validation']}, "
        f"GIC in {share['GIC']}, BIC in {share['BIC']} and AIC in {share['AIC']}"
    )
    assert said in text


@cache
def searches(experiment: str) -> dict[int, dict[str, list[dict]]]:
    """The tested cells of stored searches for thresholds, by number of rows and by solver."""
    cells = defaultdict(lambda: defaultdict(list))
    path = ROOT / "data" / "results" / experiment / "results.csv"
    with path.open(encoding="utf-8") as file:
        for cell in csv.DictReader(file):
            cells[int(cell["m"])][cell["solver"]].append(cell)
    return cells


def threshold(experiment: str, solver: str, rows: int) -> float:
    """The largest share k / m with 95 % success there and at every smaller one that was tested."""
    cells = searches(experiment)[rows][solver]
    passed = 0
    for cell in sorted(cells, key=lambda cell: int(cell["k"])):
        if int(cell["successes"]) < 0.95 * int(cell["runs"]):
            break
        passed = int(cell["k"])
    return passed / rows


def test_the_readme_says_up_to_where_supports_are_found():
    text = re.sub(r"\s+", " ", (ROOT / "README.md").read_text(encoding="utf-8"))
    for said, experiment, solver in (
        ("plain `sea` ", "phase-transition", "sea"),
        ("the LASSO path ", "whitened-phase-transition", "lasso"),
        ("`sea(sampled)` ", "message-passing", "sea(sampled)"),
        ("message passing (`vamp`) ", "message-passing", "vamp"),
    ):
        assert said + short(threshold(experiment, solver, 200), 2) in text, said


def test_notebook_20_says_who_leads_on_random_matrices():
    def curve(solver: str) -> list[float]:
        return [threshold("phase-transition", solver, m) for m in rows]

    rows = sorted(searches("phase-transition"))
    of_the_paper = ("sea", "sea(omp)", "els", "omp", "ompr", "iht", "htp", "htp(step=1.8/L)")
    led, htp = curve("sea(els)"), curve("htp")
    assert all(sum(led) > sum(curve(other)) for other in of_the_paper)
    above = [m / 500 for m, ours, its in zip(rows, led, htp, strict=True) if its > ours]
    equal = [m / 500 for m, ours, its in zip(rows, led, htp, strict=True) if its == ours]
    added = statistics.mean(led) - statistics.mean(curve("els"))
    text = notebook("20-figure-1-overview")
    assert f"from $\\zeta = {min(above)}$ to ${max(above)}$ (the same at 0.55)" in text
    assert [zeta for zeta in equal if min(above) < zeta < max(above)] == [0.55]
    assert f"${added:.3f}$ on average" in text
