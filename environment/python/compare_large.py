"""Large problems, by the solvers that other programs have too: on one thread, or on several."""

import tempfile
import time
from pathlib import Path

from compare import (
    LARGE,
    LARGE_INSTANCES,
    NOISE,
    PROCESSOR,
    WALL,
    Comparison,
    record_of,
)
from compare_arguments import chosen, compare_arguments
from compare_rows import COLUMNS, processor_time, rows, wall_time
from kept_tables import keep
from ours import OURS, WITH_GRAM, Process
from peers import PEERS
from tables import show

# Its Gram matrix is twenty times as large as itself.
WIDE = "gaussian-1000-20000-50"
FAMILIES = [LARGE, "gaussian-20000-500-20", WIDE]
THREADS = "threads"
MOST_THREADS = 1024


def main() -> None:
    given = compare_arguments("compare large", __doc__, ["quick", "full"], "problems")
    threads = str(given.threads)
    # What several threads take of the processor says nothing of how long one waits for them.
    alone = given.threads == 1
    clock = processor_time if alone else wall_time
    shared = {peer.algorithm for peer in PEERS}
    problems = chosen((f + noise for f in FAMILIES for noise in NOISE), given.only)
    table: list[dict[str, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        process = Process(given.java, Path(folder))
        comparison = Comparison(process, given.budget, given.version)
        for number, problem in enumerate(problems, start=1):
            started = time.monotonic()
            ours = [one for one in OURS if one.algorithm in shared]
            ours += [] if problem.startswith(WIDE) else WITH_GRAM
            entries = comparison.entries(problem, LARGE_INSTANCES[given.budget], ours)
            table += [
                {THREADS: threads, **row} for row in rows(problem, entries, given.version, clock)
            ]
            record = record_of(
                given,
                process.jdk,
                f"{threads} for each program",
                PROCESSOR if alone else WALL,
            )
            order = [str(count) for count in range(1, MOST_THREADS + 1)]
            target = given.results / "peers-large.csv"
            # After each problem: a run that is stopped leaves what it has.
            keep(target, [THREADS, *COLUMNS], THREADS, threads, order, table, record)
            seconds = time.monotonic() - started
            print(f"  [{number}/{len(problems)}] {problem}: {seconds:.0f} s", flush=True)
        process.close()
    show(table, [THREADS, *(name for name in COLUMNS if name not in ("version", "repetitions"))])
    print(f"\nWritten: {target}, with its provenance beside it")


if __name__ == "__main__":
    main()
