"""Makes a table from JMH's results: times, memory, and their ratios to the floors and the bars."""

import argparse
import json
import statistics
from dataclasses import dataclass
from pathlib import Path

from machine import commit, provenance
from tables import show, write

MICROSECONDS = {"ns/op": 1e-3, "us/op": 1.0, "ms/op": 1e3, "s/op": 1e6}

# What the project asks for, in milliseconds: (must, goal).
BARS = {
    ("SeaBenchmark.solve", "deconvolution-500-20"): (30, 10),
    ("SeaBenchmark.solve", "gaussian-250-500-50-20dB"): (60, 20),
    ("SweepBenchmark.sweep", "gaussian-250-500-50-20dB"): (10, None),
    ("SweepBenchmark.sweep", "deconvolution-500-50"): (10, None),
    ("BaselineBenchmark.solve", "gaussian-250-500-50-20dB omp"): (1, None),
}

ITERATIONS_OF_SEA = 1000
COLUMNS = [
    "benchmark",
    "case",
    "milliseconds",
    "fastest",
    "bytes_allocated",
    "floor_milliseconds",
    "over_floor",
    "bar_milliseconds",
    "over_bar",
    "goal_milliseconds",
    "over_goal",
]


@dataclass(frozen=True)
class Measured:
    """One benchmark with its parameters: the median and the least of its measurements, in us."""

    benchmark: str
    case: str
    median: float
    least: float
    allocated: float


def read(path: Path) -> list[Measured]:
    """The results in a JSON file of JMH."""
    return [measured(entry) for entry in json.loads(path.read_text())]


def measured(entry: dict) -> Measured:
    metric = entry["primaryMetric"]
    times = [
        time * MICROSECONDS[metric["scoreUnit"]] for fork in metric["rawData"] for time in fork
    ]
    parameters = entry.get("params", {})
    return Measured(
        ".".join(entry["benchmark"].split(".")[-2:]),
        " ".join(parameters[name] for name in sorted(parameters)),
        statistics.median(times),
        min(times),
        entry["secondaryMetrics"]["gc.alloc.rate.norm"]["score"],
    )


def floor_of(one: Measured, times: dict[tuple[str, str], float]) -> float | None:
    """The least time that the arithmetic or the memory leaves, in us; None where none is known."""
    if one.benchmark == "SeaBenchmark.solve":
        sparsity = one.case.removesuffix("-20dB").split("-")[-1]
        iteration = times.get(("FloorBenchmark.seaIteration", sparsity))
        return iteration and ITERATIONS_OF_SEA * iteration
    if one.benchmark.startswith("OperatorBenchmark"):
        return times.get(("OperatorBenchmark.copyOfTheMatrix", one.case))
    if one.case == "gaussian-250-500-50-20dB omp":
        # OMP reads the matrix once for each of its 50 columns.
        copy = times.get(("OperatorBenchmark.copyOfTheMatrix", "250-500"))
        return copy and 50 * copy
    return None


def row(one: Measured, times: dict[tuple[str, str], float]) -> dict[str, str]:
    floor = floor_of(one, times)
    bar, goal = BARS.get((one.benchmark, one.case), (None, None))
    return {
        "benchmark": one.benchmark,
        "case": one.case,
        "milliseconds": number(one.median / 1e3),
        "fastest": number(one.least / 1e3),
        "bytes_allocated": f"{one.allocated:.0f}",
        "floor_milliseconds": number(floor and floor / 1e3),
        "over_floor": number(floor and one.median / floor),
        "bar_milliseconds": number(bar),
        "over_bar": number(bar and one.median / 1e3 / bar),
        "goal_milliseconds": number(goal),
        "over_goal": number(goal and one.median / 1e3 / goal),
    }


def number(value: float | None) -> str:
    return "" if value is None else f"{value:.4g}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--jmh", required=True, type=Path, help="JMH's results")
    parser.add_argument("--budget", required=True, help="quick, full, costs or threads")
    parser.add_argument("--table", required=True, type=Path, help="the table, from the checkout")
    parser.add_argument("--root", required=True, type=Path, help="the checkout")
    given = parser.parse_args()
    results = read(given.jmh)
    times = {(one.benchmark, one.case): one.median for one in results}
    table = [row(one, times) for one in results]
    target = given.root / given.table
    began = commit(given.root)  # The table is a file of the checkout.
    write(table, COLUMNS, target)
    first = json.loads(given.jmh.read_text())[0]
    record = provenance(
        given.root,
        commit=began,
        budget=given.budget,
        jdk=f"{first['vmName']} {first['vmVersion']}",
        jmh=first["jmhVersion"],
        forks=first["forks"],
        measurements=f"{first['measurementIterations']} x {first['measurementTime']}",
        reading="milliseconds is the median over all measurements, fastest the least of them",
    )
    beside = target.with_suffix(".provenance.json")
    beside.write_text(json.dumps(record, indent=2) + "\n")
    show(table, COLUMNS)
    print(f"\nWritten: {target.relative_to(given.root)} and {beside.relative_to(given.root)}")


if __name__ == "__main__":
    main()
