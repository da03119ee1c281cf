"""Runs the same instances through our solvers and those of other programs, in turns."""

import argparse
import json
import platform
import statistics
import tempfile
import time
from pathlib import Path

import numpy as np

from compare_arguments import chosen, compare_arguments
from compare_rows import COLUMNS, INTERVALS, Entry, rows
from machine import provenance
from ours import ON_CONVOLUTION, OURS, Ours, Process
from peers import PEERS, Data, Peer
from tables import show, write

FAMILIES = [
    "gaussian-200-500-40",
    "gaussian-1000-5000-100",
    "deconvolution-500-10",
    "deconvolution-500-20",
    "deconvolution-500-50",
    "toeplitz-200-1000-25",
]
NOISE = ("", "-20dB")
PROBLEMS = [family + noise for family in FAMILIES for noise in NOISE]
LARGE = "gaussian-1000-5000-100"
UNITS = (1e-6, 1e6)
# The columns of a table that ratios are of: the processor's clock, and that on the wall.
PROCESSOR = "cpu_milliseconds"
WALL = "milliseconds"

# What takes the processor longer than the first on the first instance is not repeated, and what
# takes it longer than the second gets few instances; so does what is not repeated and takes so many
# times as long as the fastest other program with the same algorithm, as no ratio asks for it.
SECONDS_TO_REPEAT = {"quick": 0.5, "full": 2.0}
SECONDS_FOR_ALL = {"quick": 0.5, "full": 20.0}
TOO_SLOW = 10
INSTANCES = {"quick": 3, "full": 20}
LARGE_INSTANCES = {"quick": 1, "full": 10}
FEW_INSTANCES = {"quick": 1, "full": 3}
REPETITIONS = 3
# Before each solve: idle threads of OpenBLAS spin for a while, on the cores of the next solver.
PAUSE_SECONDS = 0.05
WARM_SECONDS = {"quick": 0.3, "full": 1.5}


class Comparison:
    """One problem after another, each instance through every solver, in rounds."""

    def __init__(self, process: Process, budget: str, version: str):
        self.process = process
        self.budget = budget
        self.version = version

    def run(self, problem: str, count: int) -> list[dict[str, str]]:
        """A row a solver, over so many instances."""
        own = ON_CONVOLUTION if problem.startswith("deconvolution") else []
        return rows(problem, self.entries(problem, count, [*OURS, *own]), self.version)

    def entries(self, problem: str, count: int, ours: list[Ours]) -> list[Entry]:
        """What is seen of these solvers of ours, and of all others, over so many instances."""
        ours = [one for one in ours if self.process.has(one)]
        entries = [Entry(solver) for solver in [*ours, *PEERS]]
        for seed in range(1, count + 1):
            self.instance(problem, seed, entries)
        return entries

    def instance(self, problem: str, seed: int, entries: list[Entry]) -> None:
        data, truth = self.process.instance(problem, seed)
        few = FEW_INSTANCES[self.budget]
        active = [entry for entry in entries if not entry.few or seed <= few]
        for entry in active:
            entry.set_up.append(self.prepare(entry, data))
            if seed == 1:
                self.begin(entry, data)
        times: list[list[tuple[float, float]]] = [[] for _ in active]
        for number in range(REPETITIONS):
            for entry, taken in zip(active, times, strict=True):
                if number < entry.repetitions:
                    time.sleep(PAUSE_SECONDS)
                    *clocks, x = self.solve(entry, data)
                    taken.append(tuple(clocks))
                    if number == 0:
                        score(entry, x, data, truth)
        for entry, taken in zip(active, times, strict=True):
            entry.seconds.append(statistics.median(wall for wall, _ in taken))
            entry.cpu_seconds.append(statistics.median(cpu for _, cpu in taken))
        if seed == 1:
            mark_slow(entries, SECONDS_TO_REPEAT[self.budget])

    def prepare(self, entry: Entry, data: Data) -> float:
        """What is outside the clock, timed for the table."""
        if isinstance(entry.solver, Ours):
            return self.process.prepare(entry.solver)
        started = time.perf_counter()
        # No two of them ask for the same, so that each finds it not yet made.
        entry.solver.prepare(data)
        return time.perf_counter() - started

    def begin(self, entry: Entry, data: Data) -> None:
        """Warms a solver up, sees whether it is slow, and whether units change its answer."""
        if isinstance(entry.solver, Ours):
            self.process.warm(entry.solver, WARM_SECONDS[self.budget])
        _, seconds, x = self.solve(entry, data)
        entry.few = seconds > SECONDS_FOR_ALL[self.budget]
        entry.repetitions = 1 if seconds > SECONDS_TO_REPEAT[self.budget] else REPETITIONS
        if entry.repetitions > 1:
            entry.same_in_other_units = all(
                np.array_equal(np.flatnonzero(x), np.flatnonzero(self.solve(entry, data, unit)[2]))
                for unit in UNITS
            )

    def solve(
        self, entry: Entry, data: Data, scale: float = 1.0
    ) -> tuple[float, float, np.ndarray]:
        """Seconds on the wall, on the processor (our thread, all of Python's), and the answer."""
        if isinstance(entry.solver, Ours):
            return self.process.solve(entry.solver, data.matrix.shape[1], scale)
        scaled = data if scale == 1 else data.scaled(scale)
        started, busy = time.perf_counter(), time.process_time()
        x = entry.solver.solve(scaled)
        return time.perf_counter() - started, time.process_time() - busy, x


def mark_slow(entries: list[Entry], short: float) -> None:
    """After the first instance: the other programs that take long and cannot be the fastest."""
    peers = [entry for entry in entries if isinstance(entry.solver, Peer)]
    for entry in peers:
        same = [other for other in peers if other.solver.algorithm == entry.solver.algorithm]
        fastest = min(other.cpu_seconds[0] for other in same)
        entry.few |= entry.cpu_seconds[0] > max(short, TOO_SLOW * fastest)


def score(entry: Entry, x: np.ndarray, data: Data, truth: set[int]) -> None:
    """The share of the truth that was missed, and the relative residual; one measure for all."""
    found = {int(j) for j in np.flatnonzero(x)}
    entry.distances.append(1 - len(found & truth) / len(truth))
    residual = np.linalg.norm(data.measurements - data.matrix @ x)
    entry.residuals.append(residual / np.linalg.norm(data.measurements))


def record_of(
    given: argparse.Namespace,
    jdk: str,
    threads: str = "one for each program",
    clock: str = PROCESSOR,
) -> dict[str, object]:
    """What a reader of the table has to know; clock says which of the two the ratios are of."""
    return provenance(
        given.root,
        commit=given.commit,
        budget=given.budget,
        jdk=jdk,
        python=platform.python_version(),
        numpy=np.__version__,
        programs={peer.program: peer.version for peer in PEERS},
        threads=threads,
        clock=(
            "the solve alone, data in memory; each instance through every solver in turns, the "
            "median of the repetitions, then of the instances; the JVM is warmed up by solving "
            f"the first instance for at least {WARM_SECONDS[given.budget]} s with each solver, "
            "and at least twice; cpu_milliseconds is the time on the processor, of the solving "
            "thread in Java and of all threads in Python, which the load of other programs "
            "disturbs less, and over_fastest_peer the median over instances of the ratio of "
            f"{clock} to the fastest other program's; "
            "set_up_milliseconds is what is computed once a matrix"
        ),
        intervals=INTERVALS,
        few=(
            f"{FEW_INSTANCES[given.budget]} instances where one takes the processor more than "
            f"{SECONDS_FOR_ALL[given.budget]} s, or more than {SECONDS_TO_REPEAT[given.budget]} s "
            f"and {TOO_SLOW} times what the fastest other program takes for the same algorithm"
        ),
        units="same_in_other_units: the same support for y times 1e-6 and 1e6, instance 1",
    )


def compare(given: argparse.Namespace, counts: dict[str, int], target: Path) -> None:
    """Writes the table of these problems, each over so many instances, with its provenance."""
    table: list[dict[str, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        process = Process(given.java, Path(folder))
        comparison = Comparison(process, given.budget, given.version)
        for number, (problem, count) in enumerate(counts.items(), start=1):
            started = time.monotonic()
            table += comparison.run(problem, count)
            # After each problem: a run that is stopped leaves what it has.
            write(table, COLUMNS, target)
            record = record_of(given, process.jdk)
            target.with_suffix(".provenance.json").write_text(json.dumps(record, indent=2) + "\n")
            seconds = time.monotonic() - started
            print(f"  [{number}/{len(counts)}] {problem}: {seconds:.0f} s", flush=True)
        process.close()
    show(table, [name for name in COLUMNS if name not in ("version", "repetitions")])
    print(f"\nWritten: {target}, with its provenance beside it")


def main() -> None:
    given = compare_arguments("compare", __doc__, ["quick", "full"], "problems")
    counts = {
        problem: (LARGE_INSTANCES if problem.startswith(LARGE) else INSTANCES)[given.budget]
        for problem in chosen(PROBLEMS, given.only)
        # skscope needs minutes for each of these.
        if given.only or given.budget == "full" or not problem.startswith(LARGE)
    }
    compare(given, counts, given.results / "peers.csv")


if __name__ == "__main__":
    main()
