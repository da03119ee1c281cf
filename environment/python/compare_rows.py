"""What a comparison has seen of each solver, as the rows of its table, with intervals of 95 %."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from scipy import stats

from ours import Ours
from peers import Peer

CONFIDENCE = 0.95

COLUMNS = [
    "problem",
    "algorithm",
    "program",
    "variant",
    "version",
    "instances",
    "repetitions",
    "support_distance",
    "support_distance_low",
    "support_distance_high",
    "exact_recovery",
    "relative_residual",
    "milliseconds",
    "cpu_milliseconds",
    "set_up_milliseconds",
    "over_fastest_peer",
    "over_fastest_peer_low",
    "over_fastest_peer_high",
    "same_in_other_units",
]

# How the intervals are made; it stands beside the table.
INTERVALS = (
    "95 %; of the mean support distance by Student's t, cut to [0, 1]; where no instance has a "
    "miss, from 0 to 1 - 0.05^(1/instances), as a distance is at most 1; of the median ratio by "
    "order statistics, empty below six instances"
)


@dataclass
class Entry:
    """A solver in the comparison, with all that was seen of it on one problem, by instance."""

    solver: Peer | Ours
    distances: list[float] = field(default_factory=list)
    residuals: list[float] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    cpu_seconds: list[float] = field(default_factory=list)
    set_up: list[float] = field(default_factory=list)
    repetitions: int = 1
    few: bool = False
    same_in_other_units: bool | None = None


def processor_time(entry: Entry) -> list[float]:
    return entry.cpu_seconds


def wall_time(entry: Entry) -> list[float]:
    return entry.seconds


Clock = Callable[[Entry], list[float]]


def rows(
    problem: str, entries: list[Entry], version: str, clock: Clock = processor_time
) -> list[dict[str, str]]:
    """A row a solver; ours have the paired ratio to the fastest other program, by this clock."""
    peers = [entry for entry in entries if isinstance(entry.solver, Peer)]
    return [_row(problem, entry, peers, version, clock) for entry in entries]


def _row(
    problem: str, entry: Entry, peers: list[Entry], version: str, clock: Clock
) -> dict[str, str]:
    solver = entry.solver
    ours = isinstance(solver, Ours)
    ratios = _over_fastest(entry, peers, clock) if ours else []
    low, high = _of_mean(entry.distances)
    slow, fast = _of_median(ratios)
    return {
        "problem": problem,
        "algorithm": solver.algorithm,
        "program": "sea4j" if ours else solver.program,
        "variant": solver.variant,
        "version": version if ours else solver.version,
        "instances": str(len(entry.seconds)),
        "repetitions": str(entry.repetitions),
        "support_distance": f"{statistics.fmean(entry.distances):.4f}",
        "support_distance_low": _number(low, ".4f"),
        "support_distance_high": _number(high, ".4f"),
        "exact_recovery": f"{statistics.fmean(d == 0 for d in entry.distances):.2f}",
        "relative_residual": f"{statistics.median(entry.residuals):.3e}",
        "milliseconds": f"{1e3 * statistics.median(entry.seconds):.4g}",
        # Of ours the calling thread alone has a clock, which says little when others work for it.
        "cpu_milliseconds": f"{1e3 * statistics.median(entry.cpu_seconds):.4g}"
        if clock is processor_time
        else "",
        "set_up_milliseconds": f"{1e3 * statistics.median(entry.set_up):.4g}",
        "over_fastest_peer": f"{statistics.median(ratios):.3g}" if ratios else "",
        "over_fastest_peer_low": _number(slow, ".3g"),
        "over_fastest_peer_high": _number(fast, ".3g"),
        "same_in_other_units": {None: "", True: "yes", False: "no"}[entry.same_in_other_units],
    }


def _over_fastest(ours: Entry, peers: list[Entry], clock: Clock) -> list[float]:
    """Time over that of the fastest other program, on the instances that both solved."""
    same = [peer for peer in peers if peer.solver.algorithm == ours.solver.algorithm]
    if not same:
        return []
    fastest = min(same, key=lambda peer: statistics.median(clock(peer)))
    pairs = zip(clock(ours), clock(fastest), strict=False)
    return [one / other for one, other in pairs]


def _of_mean(values: list[float]) -> tuple[float, float]:
    """The interval of the mean of values in [0, 1]."""
    count = len(values)
    if not any(values):
        return 0.0, 1 - (1 - CONFIDENCE) ** (1 / count)
    if count < 2:
        return np.nan, np.nan
    half = stats.t.ppf((1 + CONFIDENCE) / 2, count - 1) * stats.sem(values)
    mean = statistics.fmean(values)
    return max(0.0, mean - half), min(1.0, mean + half)


def _of_median(values: list[float]) -> tuple[float, float]:
    if not values:
        return np.nan, np.nan
    interval = stats.quantile_test(values, p=0.5).confidence_interval(CONFIDENCE)
    return interval.low, interval.high


def _number(value: float, form: str) -> str:
    return "" if np.isnan(value) else format(value, form)
