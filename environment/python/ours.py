"""Our solvers, in one warm JVM that answers requests; see PeerProcess in lib/bench."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from peers import Data

FORMS = {"dense": "", "gram": ", Gram matrix given", "own": ", convolution operator"}


@dataclass(frozen=True)
class Ours:
    """A solver of ours, in the solver language, on a form of the matrix; see PeerInstance."""

    algorithm: str
    solver: str
    form: str = "dense"

    @property
    def variant(self) -> str:
        return self.solver + FORMS[self.form]


OURS = [
    Ours("OMP", "omp"),
    Ours("splicing", "splicing"),
    Ours("HTP", "htp"),
    Ours("IHT", "iht"),
    Ours("CoSaMP", "cosamp"),
    Ours("LASSO", "lasso"),
    Ours("SEA", "sea"),
    Ours("SEA(OMP)", "sea(omp)"),
    Ours("OMPR", "ompr"),
    Ours("OLS", "ols"),
    Ours("ELS", "els"),
    Ours("SP", "sp"),
]

# Where the Gram matrix is not far larger than the matrix.
WITH_GRAM = [Ours("OMP", "omp", "gram")]

ON_CONVOLUTION = [
    Ours("OMP", "omp", "own"),
    Ours("splicing", "splicing", "own"),
    Ours("SEA", "sea", "own"),
]


class Process:
    """The JVM. It ends when it is closed."""

    def __init__(self, command: list[str], folder: Path):
        self.folder = folder
        self.jvm = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        about = self.ask(command="about")
        self.jdk = about["jdk"]
        self.solvers = set(about["solvers"])

    def ask(self, **request: object) -> dict:
        assert self.jvm.stdin
        assert self.jvm.stdout
        self.jvm.stdin.write(json.dumps(request) + "\n")
        self.jvm.stdin.flush()
        answer = self.jvm.stdout.readline()
        if not answer:
            raise RuntimeError(f"the Java process ended at the request {request}")
        return json.loads(answer)

    def has(self, ours: Ours) -> bool:
        return ours.solver.split("(")[0] in self.solvers

    def instance(self, problem: str, seed: int) -> tuple[Data, set[int]]:
        """Draws an instance; returns what the others get, and the truth."""
        shape = self.ask(command="instance", problem=problem, seed=seed, folder=str(self.folder))
        flat = np.fromfile(self.folder / "matrix.bin", dtype="<f8")
        matrix = np.asfortranarray(flat.reshape(shape["rows"], shape["columns"]))
        measurements = np.fromfile(self.folder / "measurements.bin", dtype="<f8")
        data = Data(matrix, measurements, shape["sparsity"])
        return data, set(shape["truth"])

    def prepare(self, ours: Ours) -> float:
        """What is computed once a matrix, for the form that a solver gets; in seconds."""
        return self.ask(command="prepare", form=ours.form)["nanos"] / 1e9

    def warm(self, ours: Ours, seconds: float) -> None:
        self.ask(command="warm", solver=ours.solver, form=ours.form, seconds=seconds)

    def solve(
        self, ours: Ours, columns: int, scale: float = 1.0
    ) -> tuple[float, float, np.ndarray]:
        """One solve: seconds by the JVM's clocks, on the wall and of the thread; the answer."""
        done = self.ask(command="solve", solver=ours.solver, form=ours.form, scale=scale)
        x = np.zeros(columns)
        x[done["support"]] = done["values"]
        return done["nanos"] / 1e9, done["cpuNanos"] / 1e9, x

    def close(self) -> None:
        assert self.jvm.stdin
        self.jvm.stdin.close()
        self.jvm.wait(timeout=30)
