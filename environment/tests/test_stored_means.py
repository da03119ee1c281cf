"""Means that are kept of large runs agree with the rows that are kept of others."""

import json
import re
import statistics
from collections import defaultdict

import pytest

from claims import stored, stored_means
from conftest import ROOT

RESULTS = ROOT / "data" / "results"
EXPERIMENTS = sorted(path.parent.name for path in RESULTS.glob("*/means.csv"))
WITH_ROWS = [name for name in EXPERIMENTS if (RESULTS / name / "results.csv").exists()]
SIX_DIGITS = 1e-5
# The instances of the rows are a half or a quarter of those of the means: the difference of the two
# means has at most the error of the smaller sample. Some hundred means an experiment are looked at;
# five errors are no chance.
ERRORS = 5


def of_rows(experiment: str, column: str) -> dict[tuple, list[float]]:
    values = defaultdict(list)
    for solver, rows in stored(experiment).items():
        for (k, snr, _), row in rows.items():
            values[solver, k, float(snr), ""].append(float(row[column]))
    return values


def budget(solver: str) -> str | None:
    """Of `within(omp, products=30)` 30; the default, which is left out, is 1000."""
    if not solver.startswith("within("):
        return None
    found = re.search(r", products=(\d+)\)$", solver)
    return found[1] if found else "1000"


def test_there_are_means():
    assert {"baselines", "gaussian", "noise", "noise-gaussian"} == set(WITH_ROWS)
    assert set(EXPERIMENTS) - set(WITH_ROWS) == {"amplitude-laws"}


@pytest.mark.parametrize("experiment", EXPERIMENTS)
def test_each_cell_has_the_instances_of_the_record(experiment):
    record = json.loads((RESULTS / experiment / "means.provenance.json").read_text())
    found = stored_means(experiment, "support_distance")
    assert {row["instances"] for row in found.values()} == {record["parameters"]["instances"]}
    solvers = {solver for solver, *_ in found}
    assert len(found) * int(record["parameters"]["instances"]) == record["trials"] * len(solvers)
    pairs = sum(budget(ours) == budget(theirs) for ours in solvers for theirs in solvers)
    cells = len(found) // len(solvers)
    assert len(stored_means(experiment, "difference")) == cells * (pairs - len(solvers))


@pytest.mark.parametrize("experiment", WITH_ROWS)
@pytest.mark.parametrize("column", ["support_distance", "distinct_supports"])
def test_means_are_near_those_of_the_rows_kept(experiment, column):
    found = stored_means(experiment, column)
    for key, values in of_rows(experiment, column).items():
        mean, error = float(found[key]["mean"]), float(found[key]["standard_error"])
        # Where all instances are alike here, rows of a smaller sample are alike, too.
        allowed = ERRORS * max(error, statistics.stdev(values) / len(values) ** 0.5) + SIX_DIGITS
        assert abs(statistics.mean(values) - mean) <= allowed, key


def test_baselines_of_figure_4_are_those_of_figure_4():
    """The same instances by the same solvers, in another experiment whose rows are all kept."""
    found = stored_means("baselines", "support_distance")
    shared = stored("deconvolution").keys() & {solver for solver, *_ in found}
    assert shared == {"sea", "els", "iht", "htp", "lasso"}
    rows = of_rows("deconvolution", "support_distance")
    compared = [key for key in found if key[0] in shared]
    assert len(compared) == 5 * 50
    for key in compared:
        expected = statistics.mean(rows[key])
        assert float(found[key]["mean"]) == pytest.approx(expected, abs=SIX_DIGITS), key


def test_the_posterior_is_that_of_other_rows():
    """The same instances by the same solver, whose rows are all kept in another experiment."""
    rows = of_rows("whitened-noise", "support_distance")
    found = stored_means("amplitude-laws", "support_distance")
    compared = [key for key in found if key[0] == "posterior"]
    assert len(compared) == 2 * 3
    for key in compared:
        expected = statistics.mean(rows[key])
        assert float(found[key]["mean"]) == pytest.approx(expected, abs=SIX_DIGITS), key


def test_differences_are_those_of_the_means():
    for experiment in EXPERIMENTS:
        found = stored_means(experiment, "support_distance")
        for (solver, k, snr, reference), row in stored_means(experiment, "difference").items():
            ours, theirs = found[solver, k, snr, ""], found[reference, k, snr, ""]
            expected = float(ours["mean"]) - float(theirs["mean"])
            assert float(row["mean"]) == pytest.approx(expected, abs=SIX_DIGITS)
