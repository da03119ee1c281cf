"""How the time of a solve grows with the size of the problem, ours beside other programs'."""

from compare import compare
from compare_arguments import chosen, compare_arguments

# The problems of lib/bench's CostBenchmark: m = n/2, k = n/50, noise of 20 dB.
SIZES = {"quick": (500, 1000), "full": (500, 1000, 2000, 4000)}
INSTANCES = {"quick": 1, "full": 3}


def main() -> None:
    given = compare_arguments("compare_costs", __doc__, SIZES, "problems")
    problems = [f"gaussian-{n // 2}-{n}-{n // 50}-20dB" for n in SIZES[given.budget]]
    counts = {name: INSTANCES[given.budget] for name in chosen(problems, given.only)}
    compare(given, counts, given.results / "costs-peers.csv")


if __name__ == "__main__":
    main()
