"""Other programs choose k on their own, on the instances of the experiment choice-of-k."""

import json
import tempfile
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import abess
import numpy as np
import skscope
from sklearn.linear_model import LassoCV, LogisticRegressionCV, OrthogonalMatchingPursuitCV
from skscope.utilities import SIC, LinearSIC

from compare_arguments import chosen, compare_arguments
from kept_tables import keep
from machine import provenance
from ours import Process
from real_tables import Rows
from table_peers import UNITS_OF_ABESS, scope

INSTANCES = {"quick": 20, "full": 40}
# LassoCV needs seconds for each instance of blurred spikes, and does not converge.
FEWER = {"blur": 4}
MOST = 10
FOLDS = 10
COLUMNS = [
    "family",
    "m",
    "n",
    "k",
    "snr_db",
    "trial",
    "program",
    "version",
    "rule",
    "chosen",
    "hits",
    "seconds",
]


@dataclass(frozen=True)
class Chooser:
    """A program's own way to choose k; rule names it in tables, loss the problems it is for."""

    program: str
    rule: str
    loss: str
    choose: Callable[[Rows], np.ndarray]


def omp_cv(rows: Rows) -> np.ndarray:
    return np.flatnonzero(OrthogonalMatchingPursuitCV(cv=FOLDS).fit(rows.matrix, rows.y).coef_)


def lasso_cv(rows: Rows) -> np.ndarray:
    return np.flatnonzero(LassoCV(cv=FOLDS).fit(rows.matrix, rows.y).coef_)


def logistic_cv(rows: Rows) -> np.ndarray:
    model = LogisticRegressionCV(
        l1_ratios=(1,),
        cv=FOLDS,
        solver="liblinear",
        intercept_scaling=1e3,
        scoring="neg_log_loss",
        Cs=6,
        tol=1e-3,
        use_legacy_attributes=False,
    )
    return np.flatnonzero(model.fit(rows.matrix * np.sqrt(len(rows.y)), rows.y).coef_)


def abess_by(**how: object) -> Callable[[Rows], np.ndarray]:
    def choose(rows: Rows) -> np.ndarray:
        kind = abess.LogisticRegression if rows.logistic else abess.LinearRegression
        model = kind(support_size=range(MOST + 1), thread=1, **how)
        model.fit(rows.matrix, rows.y if rows.logistic else rows.y * UNITS_OF_ABESS)
        return np.flatnonzero(model.coef_)

    return choose


def skscope_by_sic(rows: Rows) -> np.ndarray:
    """Splicing for each size, the last of them by the criterion that its manual advises."""
    return scope(
        skscope.ScopeSolver, sizes=range(1, MOST + 1), criterion=SIC if rows.logistic else LinearSIC
    )(rows, MOST)


CHOOSERS = [
    Chooser("scikit-learn", "OrthogonalMatchingPursuitCV", "squares", omp_cv),
    Chooser("scikit-learn", "LassoCV", "squares", lasso_cv),
    Chooser("scikit-learn", "LogisticRegressionCV, l1", "logistic", logistic_cv),
    *[
        Chooser(program, rule, loss, choose)
        for loss in ("squares", "logistic")
        for program, rule, choose in (
            ("abess", "abess, its EBIC", abess_by(ic_type="ebic")),
            ("abess", "abess, 10 folds", abess_by(cv=FOLDS)),
            ("skscope", "skscope, its SIC", skscope_by_sic),
        )
    ],
]


def cells(given: dict[str, str]) -> list[dict[str, object]]:
    """The cells of the experiment, from the parameters that its record holds."""
    found = []
    for family in (name.strip() for name in given["families"].split(",")):
        labels = family == "logistic"
        size = int(given["label_size" if labels else "size"])
        rows = size if family == "blur" else int(given["label_rows" if labels else "rows"])
        detail = {"correlated": given["correlation"], "blur": given["kernel_width"]}
        for level in given["label_snr_db" if labels else "snr_db"].split(","):
            found.append(
                {
                    "family": family,
                    "rows": rows,
                    "columns": size,
                    "sparsity": int(given["sparsity"]),
                    "level": float(level),
                    "detail": float(detail.get(family, "0")),
                }
            )
    return found


def count(family: str, budget: str) -> int:
    """Instances in each cell."""
    return INSTANCES[budget] // FEWER.get(family, 1)


def instance(process: Process, cell: dict, seed: int, number: int) -> tuple[Rows, set[int]]:
    """The very numbers of the experiment; columns centred and of unit norm."""
    truth = process.ask(
        command="trial", seed=seed, number=number, folder=str(process.folder), **cell
    )
    shape = (cell["rows"], cell["columns"])
    matrix = np.fromfile(process.folder / "matrix.bin", dtype="<f8").reshape(shape)
    y = np.fromfile(process.folder / "measurements.bin", dtype="<f8")
    matrix = matrix - matrix.mean(axis=0)
    logistic = cell["family"] == "logistic"
    nothing = np.empty((0, shape[1]))
    return (
        Rows(
            np.asfortranarray(matrix / np.linalg.norm(matrix, axis=0)),
            y if logistic else y - y.mean(),
            "logistic" if logistic else "squares",
            nothing,
            np.empty(0),
        ),
        set(truth["truth"]),
    )


def row(cell: dict, number: int, chooser: Chooser, rows: Rows, truth: set[int]) -> dict:
    started = time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what has not converged shows in the answer
        chosen = {int(j) for j in chooser.choose(rows)}
    seconds = time.perf_counter() - started
    return {
        "family": cell["family"],
        "m": cell["rows"],
        "n": cell["columns"],
        "k": cell["sparsity"],
        "snr_db": cell["level"],
        "trial": number,
        "program": chooser.program,
        "version": version(chooser.program),
        "rule": chooser.rule,
        "chosen": len(chosen),
        "hits": len(chosen & truth),
        "seconds": f"{seconds:.4f}",
    }


def main() -> None:
    given = compare_arguments("compare choice", __doc__, INSTANCES, "families")
    beside = given.root / "data" / "results" / "choice-of-k" / "provenance.json"
    parameters = json.loads(beside.read_text())["parameters"]
    seed = int(parameters["seed"])
    target = given.results / "choice-of-k-peers.csv"
    order = list(dict.fromkeys(cell["family"] for cell in cells(parameters)))
    families = chosen(order, given.only)
    asked = [cell for cell in cells(parameters) if cell["family"] in families]
    found: dict[str, list[dict]] = {}
    with tempfile.TemporaryDirectory() as folder:
        process = Process(given.java, Path(folder))
        for cell in asked:
            started = time.monotonic()
            for number in range(count(cell["family"], given.budget)):
                rows, truth = instance(process, cell, seed, number)
                found.setdefault(cell["family"], []).extend(
                    row(cell, number, chooser, rows, truth)
                    for chooser in CHOOSERS
                    if chooser.loss == rows.loss
                )
            print(
                f"  {cell['family']}, {cell['level']} dB: {time.monotonic() - started:.0f} s",
                flush=True,
            )
        process.close()
    record = provenance(
        given.root,
        commit=given.commit,
        parameters=parameters,
        programs={chooser.program: version(chooser.program) for chooser in CHOOSERS},
        sizes=f"abess and skscope choose from at most {MOST} columns, as ours do",
        threads="one for each program",
    )
    for family, rows in found.items():
        keep(target, COLUMNS, "family", family, order, rows, record)
    print(f"Written: {target}, with its provenance beside it")


if __name__ == "__main__":
    main()
