"""Our solvers and those of other programs on real data tables: the loss at each k, and seconds.

Two questions, each with rows of its own. The lowest loss: every solver runs as it comes, on all
rows and without each fold, and its time on all rows is taken. The loss at equal time: on all rows,
each program may go on as long as the slowest of them needs, ours with the solver named beforehand.
"""

import argparse
import platform
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from compare_arguments import chosen, compare_arguments
from kept_tables import keep
from machine import provenance
from ours import Process
from real_tables import TABLES, Rows, held_out, refitted
from table_peers import TABLE_PEERS, TablePeer, as_far_as

NAMED = "els(sea)"
NAMED_AGAIN = f"restarts({NAMED}, rounds=1000000)"
OURS = ["sea", "sea(els)", "els", NAMED, "splicing", "best", "omp", "lasso"]
TURNS = {"quick": 1, "full": 3}
WARM_SECONDS = 0.1
# A solver that takes longer is solved with once, in what would have been its warm-up.
SLOW_SECONDS = 2.0

COLUMNS = [
    "data",
    "m",
    "n",
    "loss",
    "k",
    "question",
    "part",
    "algorithm",
    "program",
    "variant",
    "version",
    "columns",
    "deviance",
    "null_deviance",
    "held_out",
    "milliseconds",
    "cpu_milliseconds",
    "turns",
    "solves",
]


@dataclass(frozen=True)
class Clocks:
    """Seconds on the wall, and on the processor: of our solving thread, of all of Python's."""

    wall: float
    cpu: float


@dataclass
class Contestant:
    """A solver of any program; solve gives its time and the chosen columns."""

    algorithm: str
    program: str
    variant: str
    version: str
    solve: Callable[[Rows, int], tuple[Clocks, np.ndarray]]
    peer: TablePeer | None = None
    times: list[Clocks] = field(default_factory=list)

    def median(self, clock: str) -> float:
        return statistics.median(getattr(time, clock) for time in self.times)


class Tables:
    """One table after another through all programs."""

    def __init__(self, process: Process, version: str, turns: int):
        self.process = process
        self.version = version
        self.turns = turns

    def contestants(self) -> list[Contestant]:
        ours = [
            Contestant(solver.upper(), "sea4j", solver, self.version, self.ours(solver))
            for solver in OURS
        ]
        peers = [
            Contestant(p.algorithm, p.program, p.variant, p.version, timed(p.solve), p)
            for p in TABLE_PEERS
        ]
        return [*ours, *peers]

    def load(self, rows: Rows) -> None:
        """Hands the rows to the Java process."""
        rows.matrix.astype("<f8").tofile(self.process.folder / "matrix.bin")  # by rows
        rows.y.astype("<f8").tofile(self.process.folder / "measurements.bin")
        shape = rows.matrix.shape
        self.process.ask(
            command="table",
            loss=rows.loss,
            rows=shape[0],
            columns=shape[1],
            folder=str(self.process.folder),
        )

    def ours(self, solver: str, seconds: float = 0) -> Callable:
        def solve(rows: Rows, k: int) -> tuple[Clocks, np.ndarray]:
            done = self.process.ask(command="fit", solver=solver, sparsity=k, seconds=seconds)
            clocks = Clocks(done["nanos"] / 1e9, done["cpuNanos"] / 1e9)
            return clocks, np.array(done["support"], dtype=int)

        return solve

    def run(self, name: str, root: Path) -> list[dict]:
        table = TABLES[name](root)
        everyone = [c for c in self.contestants() if self.has(c, table.loss)]
        rows = table.all()
        self.load(rows)
        found = []
        for k in table.sizes:
            supports = self.lowest(rows, k, everyone)
            found += [
                record(name, rows, k, one, "lowest loss", "all", supports[one.variant])
                for one in everyone
            ]
            found += self.equal_time(name, rows, k, everyone, supports)
        for fold in range(1, table.folds + 1):
            part = table.fold(fold)
            self.load(part)
            for k in table.sizes:
                found += [self.once(name, part, k, one, f"fold {fold}") for one in everyone]
        return found

    def has(self, one: Contestant, loss: str) -> bool:
        """The solvers of least squares alone have no part in labels."""
        return one.program != "sea4j" or loss == "squares" or one.variant not in ("best", "lasso")

    def lowest(self, rows: Rows, k: int, everyone: list[Contestant]) -> dict[str, np.ndarray]:
        """In turns: each solver once, then each again; the supports by the solvers' texts."""
        supports = {}
        for one in everyone:
            one.times.clear()
            supports[one.variant] = self.warm(one, rows, k)
        for _ in range(self.turns):
            for one in everyone:
                if not one.times or one.times[0].cpu < SLOW_SECONDS:
                    clocks, supports[one.variant] = one.solve(rows, k)
                    one.times.append(clocks)
        return supports

    def warm(self, one: Contestant, rows: Rows, k: int) -> np.ndarray:
        """Ours again and again until compiled; a slow solver's first solve is its only one."""
        clocks, support = one.solve(rows, k)
        if clocks.cpu >= SLOW_SECONDS:
            one.times.append(clocks)
            return support
        spent = clocks.cpu
        while one.program == "sea4j" and spent < WARM_SECONDS:
            spent += one.solve(rows, k)[0].cpu
        return support

    def equal_time(
        self,
        name: str,
        rows: Rows,
        k: int,
        everyone: list[Contestant],
        supports: dict[str, np.ndarray],
    ) -> list[dict]:
        """As long as the slowest of the other programs and our named solver needs.

        Nobody is cut short in the first solve: where ours is the slowest itself it has that one.
        """
        racing = [one for one in everyone if one.peer or one.variant == NAMED]
        budget = max(one.median("cpu") for one in racing)
        found = []
        for one in racing:
            if one.peer:
                _, support, count, spent = as_far_as(one.peer, rows, k, budget)
            elif one.median("cpu") == budget:
                count, spent, support = 1, budget, supports[NAMED]
            else:
                clocks, support = self.ours(NAMED_AGAIN, budget)(rows, k)
                count, spent = 0, clocks.cpu
            answer = record(name, rows, k, one, "equal time", "all", support)
            answer |= {"milliseconds": "", "turns": 1, "solves": count or ""}
            answer["cpu_milliseconds"] = f"{1e3 * spent:.4g}"
            if not one.peer and not count:
                answer["variant"] = NAMED_AGAIN
            found.append(answer)
        return found

    def once(self, name: str, rows: Rows, k: int, one: Contestant, part: str) -> dict:
        clocks, support = one.solve(rows, k)
        one.times = [clocks]
        return record(name, rows, k, one, "lowest loss", part, support)


def timed(solve: Callable) -> Callable:
    def measured(rows: Rows, k: int) -> tuple[Clocks, np.ndarray]:
        started, busy = time.perf_counter(), time.process_time()
        support = solve(rows, k)
        return Clocks(time.perf_counter() - started, time.process_time() - busy), support

    return measured


def record(
    name: str, rows: Rows, k: int, one: Contestant, question: str, part: str, support: np.ndarray
) -> dict:
    """One measure for all programs: the least loss on the columns that were chosen."""
    if len(support) > k:
        raise RuntimeError(f"{one.program} {one.variant} chose {len(support)} columns, k = {k}")
    value, beta = refitted(rows, support)
    held = len(rows.held_y) > 0
    return {
        "data": name,
        "m": rows.matrix.shape[0],
        "n": rows.matrix.shape[1],
        "loss": rows.loss,
        "k": k,
        "question": question,
        "part": part,
        "algorithm": one.algorithm,
        "program": one.program,
        "variant": one.variant,
        "version": one.version,
        "columns": " ".join(str(j) for j in sorted(support)),
        "deviance": f"{value:.10g}",
        "null_deviance": f"{refitted(rows, support[:0])[0]:.10g}",
        "held_out": f"{held_out(rows, support, beta):.6g}" if held else "",
        "milliseconds": f"{1e3 * one.median('wall'):.4g}",
        "cpu_milliseconds": f"{1e3 * one.median('cpu'):.4g}",
        "turns": len(one.times),
        "solves": "",
    }


def main() -> None:
    given = compare_arguments("compare data", __doc__, TURNS, "tables")
    target = given.results / "peers-data.csv"
    with tempfile.TemporaryDirectory() as folder:
        process = Process(given.java, Path(folder))
        tables = Tables(process, given.version, TURNS[given.budget])
        for name in chosen(TABLES, given.only):
            started = time.monotonic()
            told = about(given, process.jdk)
            keep(target, COLUMNS, "data", name, list(TABLES), tables.run(name, given.root), told)
            print(f"  {name}: {time.monotonic() - started:.0f} s", flush=True)
        process.close()
    print(f"Written: {target}, with its provenance beside it")


def about(given: argparse.Namespace, jdk: str) -> dict[str, object]:
    """What a reader of the table has to know."""
    return provenance(
        given.root,
        commit=given.commit,
        budget=given.budget,
        jdk=jdk,
        python=platform.python_version(),
        numpy=np.__version__,
        programs={peer.program: peer.version for peer in TABLE_PEERS},
        threads="one for each program",
        clock=(
            "the solve alone, data in memory, on all rows the median of the turns, in which every "
            "solver has one solve after the other; on folds a single solve; cpu_milliseconds is "
            "the time on the processor, of the solving thread in Java and of all threads in "
            "Python, to be read in place of milliseconds: the machine was shared with other work "
            "(see load)"
        ),
        loss=(
            "deviance of the fit on the chosen columns by one function for all programs: the sum "
            "of squared errors, or minus twice the log-likelihood; held_out is that of one row"
        ),
        equal_time=(
            "each program has as much of the processor as the slowest of the others and "
            f"{NAMED} needs: abess and ScopeSolver from random supports, the LASSO over more cuts "
            f"of its path, ours as {NAMED_AGAIN}; what has one answer only ends early"
        ),
    )


if __name__ == "__main__":
    main()
