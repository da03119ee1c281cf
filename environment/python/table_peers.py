"""Other programs on data tables: each as a function from rows and k to the columns it chooses."""

import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version

import abess
import numpy as np
import skscope
from sklearn.linear_model import LogisticRegression, lars_path, orthogonal_mp
from sklearn.svm import l1_min_c

from real_tables import Rows, refitted

# abess stops by an absolute threshold: with targets of unit norm it would stop at once.
UNITS_OF_ABESS = 1e6
PENALTIES = 60


@dataclass(frozen=True)
class TablePeer:
    """A program's solver. More gives further supports for as long as it is asked; it may end."""

    algorithm: str
    program: str
    variant: str
    solve: Callable[[Rows, int], np.ndarray]
    more: Callable[[Rows, int], Iterator[np.ndarray]] = lambda rows, k: iter(())

    @property
    def version(self) -> str:
        return version(self.program)


def omp(rows: Rows, k: int) -> np.ndarray:
    """By least squares; labels as numbers, as it knows no other loss."""
    return np.flatnonzero(orthogonal_mp(rows.matrix, rows.y - rows.y.mean(), n_nonzero_coefs=k))


def lasso_cuts(rows: Rows, k: int) -> Iterator[np.ndarray]:
    """The k largest coefficients at each point of the path that has as many, the sparsest first."""
    path = logistic_path(rows) if rows.logistic else least_squares_path(rows)
    seen = set()
    for x in path:
        if np.count_nonzero(x) >= k:
            cut = tuple(sorted(np.argsort(-np.abs(x), kind="stable")[:k]))
            if cut not in seen:
                seen.add(cut)
                yield np.array(cut)


def least_squares_path(rows: Rows) -> Iterator[np.ndarray]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of coherent columns, where it stops: the answer shows it
        _, _, path = lars_path(rows.matrix, rows.y, method="lasso", max_iter=4000)
    yield from path.T


def logistic_path(rows: Rows) -> Iterator[np.ndarray]:
    """From the largest penalty down, warm; columns as they come, of unit norm."""
    least = l1_min_c(rows.matrix, rows.y, loss="log")
    model = LogisticRegression(
        l1_ratio=1, solver="liblinear", intercept_scaling=1e3, tol=1e-6, warm_start=True
    )
    for strength in least * np.logspace(0.02, 5, PENALTIES):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that it has not converged: the answer shows it
            model.set_params(C=strength).fit(rows.matrix, rows.y)
        yield model.coef_[0]


def lasso(rows: Rows, k: int) -> np.ndarray:
    return next(lasso_cuts(rows, k), np.array([], dtype=int))


def more_lasso(rows: Rows, k: int) -> Iterator[np.ndarray]:
    return lasso_cuts(rows, k)


def abess_solve(rows: Rows, k: int, start: np.ndarray | None = None) -> np.ndarray:
    kind = abess.LogisticRegression if rows.logistic else abess.LinearRegression
    first = {} if start is None else {"A_init": start}
    model = kind(support_size=k, fit_intercept=rows.logistic, thread=1, **first)
    model.fit(rows.matrix, rows.y if rows.logistic else rows.y * UNITS_OF_ABESS)
    return np.flatnonzero(model.coef_)


def random_starts(rows: Rows, k: int) -> Iterator[np.ndarray]:
    random = np.random.default_rng(1)
    while True:
        yield np.sort(random.choice(rows.matrix.shape[1], k, replace=False))


def more_abess(rows: Rows, k: int) -> Iterator[np.ndarray]:
    return (abess_solve(rows, k, start) for start in random_starts(rows, k))


def scope(
    kind: type, sizes: range | None = None, criterion: Callable | None = None
) -> Callable[..., np.ndarray]:
    """A solver of skscope, given loss, gradient and exact fits by numpy: its fastest form.

    With sizes and a criterion it chooses k itself.
    """

    def solve(rows: Rows, k: int, start: np.ndarray | None = None) -> np.ndarray:
        columns = rows.matrix.shape[1]
        part = (
            np.column_stack([rows.matrix, np.ones(len(rows.y))]) if rows.logistic else rows.matrix
        )
        signs = 2 * rows.y - 1

        def value(x):
            if rows.logistic:
                return np.sum(np.logaddexp(0, -signs * (part @ x)))
            residual = part @ x - rows.y
            return residual @ residual

        def gradient(x):
            if rows.logistic:
                mean = 1 / (1 + np.exp(-np.clip(part @ x, -500, 500)))
                return part.T @ (mean - rows.y)
            return 2 * part.T @ (part @ x - rows.y)

        def exact(objective, value_and_gradient, x, support, extra):
            chosen = np.array([j for j in support if j < columns], dtype=int)
            _, beta = refitted(rows, chosen)
            fit = np.zeros(part.shape[1])
            fit[chosen] = beta[1:]
            if rows.logistic:
                fit[columns] = beta[0]
            return value(fit), fit

        always = [columns] if rows.logistic else []
        asked = k + len(always) if sizes is None else [each + len(always) for each in sizes]
        options = {} if sizes is None else {"sample_size": len(rows.y), "ic_method": criterion}
        solver = kind(part.shape[1], asked, numeric_solver=exact, preselect=always, **options)
        begin = {} if start is None else {"init_support_set": np.append(start, always).astype(int)}
        x = solver.solve(value, gradient=gradient, **begin)
        return np.array([j for j in np.flatnonzero(x) if j < columns], dtype=int)

    return solve


def more_scope(rows: Rows, k: int) -> Iterator[np.ndarray]:
    solve = scope(skscope.ScopeSolver)
    return (solve(rows, k, start) for start in random_starts(rows, k))


TABLE_PEERS = [
    TablePeer("OMP", "scikit-learn", "orthogonal_mp", omp),
    TablePeer("LASSO", "scikit-learn", "path, cut and re-fitted", lasso, more_lasso),
    TablePeer("splicing", "abess", "support_size=k", abess_solve, more_abess),
    TablePeer("splicing", "skscope", "ScopeSolver", scope(skscope.ScopeSolver), more_scope),
    TablePeer("OMP", "skscope", "OMPSolver", scope(skscope.OMPSolver)),
    TablePeer("forward-backward", "skscope", "FobaSolver", scope(skscope.FobaSolver)),
]


def as_far_as(
    peer: TablePeer, rows: Rows, k: int, seconds: float
) -> tuple[float, np.ndarray, int, float]:
    """The best support of a solve and all that follows within so many seconds of the processor.

    Behind it, how many there were, and the time that they took.
    """
    started = time.process_time()
    support = peer.solve(rows, k)
    best, count = refitted(rows, support)[0], 1
    for other in peer.more(rows, k):
        if time.process_time() - started > seconds:
            break
        value = refitted(rows, other)[0]
        count += 1
        if value < best and len(other) <= k:
            best, support = value, other
    return best, support, count, time.process_time() - started
