"""The solvers of other programs, each as a function from the data of an instance to its answer."""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version

import abess
import numpy as np
import skscope
from sklearn.linear_model import lars_path, orthogonal_mp, orthogonal_mp_gram


def gram_of(matrix: np.ndarray) -> np.ndarray:
    # A copy, as numpy takes another routine for a matrix times itself, and OpenBLAS's crashes
    # there with 20,000 columns on several threads.
    return matrix.T @ matrix.copy(order="F")


@dataclass(frozen=True)
class Data:
    """Matrix with unit-norm columns (by columns, as scikit-learn wants it), measurements, k."""

    matrix: np.ndarray
    measurements: np.ndarray
    sparsity: int

    @cached_property
    def gram(self) -> np.ndarray:
        return gram_of(self.matrix)

    @cached_property
    def squared_norm(self) -> float:
        # An eigenvalue of the smaller product: much sooner than all singular values.
        rows, columns = self.matrix.shape
        tall = self.matrix.T if rows < columns else self.matrix
        return float(np.linalg.eigvalsh(gram_of(tall))[-1])

    def scaled(self, factor: float) -> "Data":
        """The same instance with the measurements in other units."""
        return Data(self.matrix, self.measurements * factor, self.sparsity)

    def refitted(self, support: np.ndarray) -> np.ndarray:
        """Least squares on a support, as a dense vector."""
        x = np.zeros(self.matrix.shape[1])
        x[support] = np.linalg.lstsq(self.matrix[:, support], self.measurements, rcond=None)[0]
        return x


@dataclass(frozen=True)
class Peer:
    """A solver; prepare computes, outside the clock, what its users would compute once."""

    algorithm: str
    program: str
    variant: str
    solve: Callable[[Data], np.ndarray]
    prepare: Callable[[Data], object] = lambda data: None

    @property
    def version(self) -> str:
        return version(self.program)


def omp(data: Data) -> np.ndarray:
    return orthogonal_mp(data.matrix, data.measurements, n_nonzero_coefs=data.sparsity)


def omp_gram(data: Data) -> np.ndarray:
    products = data.matrix.T @ data.measurements
    return orthogonal_mp_gram(data.gram, products, n_nonzero_coefs=data.sparsity)


def lasso_path(steps: int) -> Callable[[Data], np.ndarray]:
    """The path run far, cut to the k largest coefficients, re-fitted."""

    def solve(data: Data) -> np.ndarray:
        with warnings.catch_warnings():
            # It warns of coherent columns, and stops there: the answer shows it.
            warnings.simplefilter("ignore")
            _, _, path = lars_path(data.matrix, data.measurements, method="lasso", max_iter=steps)
        return data.refitted(np.argsort(-np.abs(path[:, -1]), kind="stable")[: data.sparsity])

    return solve


def abess_regression(units: float) -> Callable[[Data], np.ndarray]:
    """abess with the measurements in other units: it has an absolute threshold."""

    def solve(data: Data) -> np.ndarray:
        model = abess.LinearRegression(support_size=data.sparsity, fit_intercept=False, thread=1)
        return model.fit(data.matrix, data.measurements * units).coef_ / units

    return solve


def scope(kind: type, options: Callable[[Data], dict] = lambda data: {}):
    """A solver of skscope, given value, gradient and least squares by numpy: its fastest form."""

    def solve(data: Data) -> np.ndarray:
        a, y = data.matrix, data.measurements

        def value(x):
            residual = a @ x - y
            return 0.5 * residual @ residual

        def gradient(x):
            return a.T @ (a @ x - y)

        def least_squares(objective, value_and_gradient, x, support, extra):
            fit = data.refitted(support)
            return value(fit), fit

        size = data.matrix.shape[1]
        solver = kind(size, data.sparsity, numeric_solver=least_squares, **options(data))
        return solver.solve(value, gradient=gradient)

    return solve


def gram(data: Data) -> np.ndarray:
    return data.gram


def squared_norm(data: Data) -> float:
    return data.squared_norm


def unit_step(data: Data) -> dict:
    return {"step_size": 1.0}


def safe_step(data: Data) -> dict:
    return {"step_size": 1.8 / data.squared_norm, "max_iter": 1000}


PEERS = [
    Peer("OMP", "scikit-learn", "orthogonal_mp", omp),
    Peer("OMP", "scikit-learn", "orthogonal_mp_gram, Gram matrix given", omp_gram, gram),
    Peer("OMP", "skscope", "OMPSolver", scope(skscope.OMPSolver)),
    Peer("splicing", "abess", "LinearRegression", abess_regression(1)),
    Peer("splicing", "abess", "LinearRegression, y times 1e6", abess_regression(1e6)),
    Peer("splicing", "skscope", "ScopeSolver", scope(skscope.ScopeSolver)),
    Peer("HTP", "skscope", "HTPSolver, step 1", scope(skscope.HTPSolver, unit_step)),
    Peer(
        "IHT",
        "skscope",
        "IHTSolver, stops when the support repeats, ||A|| given",
        scope(skscope.IHTSolver, safe_step),
        squared_norm,
    ),
    Peer("CoSaMP", "skscope", "GraspSolver", scope(skscope.GraspSolver)),
    Peer("LASSO", "scikit-learn", "lars_path, 4000 steps", lasso_path(4000)),
]
