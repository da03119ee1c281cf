"""Puts the paired tests of some ideas into the table of all, and says how they were made."""

import argparse
import csv
import json
from pathlib import Path

from machine import provenance

READING = {
    "problem": "deconvolution-n-k or gaussian-m-n-k, -XdB for noise; all: every k of the family",
    "difference": "support distance of the challenger less that of the other, mean over the same "
    "instances; half_width is half of its 95 % interval (Student's t)",
    "closer, farther": "instances where the challenger's support is closer to the truth, "
    "or farther from it",
    "residual_below, residual_above": "instances where its original residual is lower, or higher, "
    "by more than 1e-9 of the norm of the measurements",
    "products": "mean number of products with A, A', or their whitened forms",
    "cpu_milliseconds": "median time of the thread on the processor, one thread, serial collector",
}


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a table, none if there is no such file."""
    if not path.exists():
        return []
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def names(rows: list[dict[str, str]]) -> list[str]:
    """The ideas of the rows, in their order."""
    return list(dict.fromkeys(row["idea"] for row in rows))


def merged(rows: list[dict[str, str]], fresh: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows with those of the fresh ones' ideas replaced, in place or at the end."""
    tested = names(fresh)
    return [
        row
        for name in names(rows + fresh)
        for row in (fresh if name in tested else rows)
        if row["idea"] == name
    ]


def write(rows: list[dict[str, str]], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    parser = argparse.ArgumentParser(prog="ideas", description=__doc__)
    parser.add_argument("--table", required=True, type=Path, help="the fresh tests")
    parser.add_argument("--root", required=True, type=Path, help="the checkout")
    parser.add_argument("--seeds", required=True, help="the instances of each problem")
    parser.add_argument("--jdk", required=True, help="the version of the JDK")
    given = parser.parse_args()
    fresh = read(given.table)
    target = given.root / "data" / "results" / "ideas.csv"
    write(merged(read(target), fresh), target)
    beside = target.with_suffix(".provenance.json")
    tests = json.loads(beside.read_text())["tests"] if beside.exists() else {}
    made = provenance(given.root, seeds=given.seeds, jdk=given.jdk)
    tests |= dict.fromkeys(names(fresh), made)
    record = {"command": "environment/bench ideas", "reading": READING, "tests": tests}
    beside.write_text(json.dumps(record, indent=2) + "\n")
    print(f"Written: {target.relative_to(given.root)}, the rows of {', '.join(names(fresh))}")


if __name__ == "__main__":
    main()
