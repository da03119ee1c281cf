"""The data tables of the comparison on real data, as numbers that every program gets."""

import csv
from dataclasses import dataclass
from itertools import combinations_with_replacement
from pathlib import Path

import numpy as np

FOLDS = 5


@dataclass(frozen=True)
class Rows:
    """Rows of a table: centred columns of unit norm, the target, the loss; rows held out beside.

    The target of least squares is centred too, so that no program needs an intercept there.
    """

    matrix: np.ndarray
    y: np.ndarray
    loss: str
    held_matrix: np.ndarray
    held_y: np.ndarray

    @property
    def logistic(self) -> bool:
        return self.loss == "logistic"


@dataclass(frozen=True)
class RealTable:
    """A table: all rows, and the same without a fold, for as many of the folds as said."""

    name: str
    matrix: np.ndarray
    y: np.ndarray
    loss: str
    sizes: tuple[int, ...]
    folds: int = FOLDS

    def all(self) -> Rows:
        return self.rows(np.arange(len(self.y)), np.array([], dtype=int))

    def fold(self, number: int) -> Rows:
        """Without one fold of FOLDS; rows are dealt by a permutation from seed 1."""
        order = np.random.default_rng(1).permutation(len(self.y))
        held = order[number - 1 :: FOLDS]
        return self.rows(np.setdiff1d(np.arange(len(self.y)), held), held)

    def rows(self, train: np.ndarray, held: np.ndarray) -> Rows:
        """Centres and scales are those of the rows that are fitted."""
        centre = self.matrix[train].mean(axis=0)
        scale = np.linalg.norm(self.matrix[train] - centre, axis=0)
        middle = 0.0 if self.loss == "logistic" else self.y[train].mean()
        return Rows(
            np.asfortranarray((self.matrix[train] - centre) / scale),
            self.y[train] - middle,
            self.loss,
            (self.matrix[held] - centre) / scale,
            self.y[held] - middle,
        )


def table_of(root: Path, name: str, target: str) -> tuple[np.ndarray, list[str], list[str]]:
    """The columns beside the target as numbers, their names, and the target as texts."""
    with (root / "data" / name / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        header, *rows = list(csv.reader(file))
    place = header.index(target)
    others = [j for j in range(len(header)) if j != place]
    numbers = np.array([[float(row[j]) for j in others] for row in rows])
    return numbers, [header[j] for j in others], [row[place] for row in rows]


def diabetes(root: Path) -> RealTable:
    """The ten columns, their squares and products, centred first: 64 terms, as in notebook 40."""
    raw, names, target = table_of(root, "diabetes", "progression")
    units = raw - raw.mean(axis=0)
    units = units / np.linalg.norm(units, axis=0)
    pairs = combinations_with_replacement(range(len(names)), 2)
    products = [units[:, i] * units[:, j] for i, j in pairs if not i == j == names.index("sex")]
    matrix = np.column_stack([raw, *products])
    y = np.array([float(value) for value in target])
    return RealTable("diabetes-64", matrix, y, "squares", (2, 3, 5, 8, 10, 12))


def breast_cancer(root: Path) -> RealTable:
    matrix, _, target = table_of(root, "breast-cancer", "diagnosis")
    y = np.array([float(value == "malignant") for value in target])
    return RealTable("breast-cancer", matrix, y, "logistic", (2, 3, 5, 8, 10))


def letter(root: Path) -> RealTable:
    """The first half of the alphabet against the second; few sizes and no fold, as it is slow."""
    matrix, _, target = table_of(root, "letter", "letter")
    y = np.array([float(value > "M") for value in target])
    return RealTable("letter", matrix, y, "logistic", (4, 8), folds=0)


def gasoline(root: Path) -> RealTable:
    matrix, _, target = table_of(root, "gasoline", "octane")
    y = np.array([float(value) for value in target])
    return RealTable("gasoline", matrix, y, "squares", (2, 3, 4, 6, 8))


TABLES = {
    "diabetes-64": diabetes,
    "breast-cancer": breast_cancer,
    "letter": letter,
    "gasoline": gasoline,
}


def deviance(eta: np.ndarray, y: np.ndarray, logistic: bool) -> float:
    """The sum of squared errors, or minus twice the log-likelihood of the labels."""
    if not logistic:
        return float(np.sum((y - eta) ** 2))
    return float(2 * np.sum(np.logaddexp(0, -(2 * y - 1) * eta)))


def refitted(rows: Rows, support: np.ndarray) -> tuple[float, np.ndarray]:
    """The least loss on a support, for every program the same: its deviance, its coefficients.

    The first coefficient is the intercept. Newton's method with step halving; labels that are told
    apart exactly have no finite fit, and the iteration ends where its loss is next to nothing.
    """
    part = np.column_stack([np.ones(len(rows.y)), rows.matrix[:, support]])
    if not rows.logistic:
        beta = np.linalg.lstsq(part, rows.y, rcond=None)[0]
        return deviance(part @ beta, rows.y, False), beta
    beta = np.zeros(part.shape[1])
    value = deviance(part @ beta, rows.y, True)
    for _ in range(60):
        mean = 1 / (1 + np.exp(-np.clip(part @ beta, -500, 500)))
        hessian = part.T @ (part * (mean * (1 - mean))[:, None])
        hessian[np.diag_indices_from(hessian)] *= 1 + 1e-12
        step = np.linalg.lstsq(hessian, part.T @ (rows.y - mean), rcond=None)[0]
        size, after = 1.0, deviance(part @ (beta + step), rows.y, True)
        while after > value and size > 1e-6:
            size /= 2
            after = deviance(part @ (beta + size * step), rows.y, True)
        if not after < value:
            break
        beta, change, value = beta + size * step, value - after, after
        if change <= 1e-12 * value or value < 1e-6:
            break
    return value, beta


def held_out(rows: Rows, support: np.ndarray, beta: np.ndarray) -> float:
    """Deviance of one row held out."""
    eta = beta[0] + rows.held_matrix[:, support] @ beta[1:]
    return deviance(eta, rows.held_y, rows.logistic) / len(rows.held_y)
