"""A table of texts: written as CSV, printed in columns."""

import csv
from pathlib import Path


def write(table: list[dict], columns: list[str], path: Path) -> None:
    """As CSV, with a header even where there is no row."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)


def show(table: list[dict[str, str]], columns: list[str]) -> None:
    """Prints the table in columns."""
    widths = [max(len(r[name]) for r in [*table, {n: n for n in columns}]) for name in columns]
    for line in [{name: name for name in columns}, *table]:
        print(
            "  ".join(f"{line[name]:{width}}" for name, width in zip(columns, widths, strict=True))
        )
