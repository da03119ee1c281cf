"""A table of exercises' verdicts from a folder of executed notebooks."""

import csv
import sys
from pathlib import Path

import nbformat

import rules

# What nbformat throws at files that are no notebooks.
BROKEN = (OSError, ValueError, AttributeError, KeyError, TypeError, nbformat.ValidationError)


def verdicts_in(folder: Path) -> tuple[dict[str, dict[str, str]], list[str]]:
    """By notebook the verdict of each exercise, the last where it was checked again; and what
    could not be read."""
    found: dict[str, dict[str, str]] = {}
    unreadable = []
    for path in sorted(folder.rglob("*.ipynb")):
        if ".ipynb_checkpoints" in path.parts:
            continue
        name = str(path.relative_to(folder))
        try:
            notebook = nbformat.read(path, as_version=4)
        except BROKEN as failure:
            reason = next(iter(str(failure).splitlines()), "") or type(failure).__name__
            unreadable.append(f"{name} cannot be read: {reason}")
        else:
            found[name] = dict(rules.verdicts(notebook))
    return found, unreadable


def in_order(number: str) -> list[int]:
    """10.2 comes before 10.10."""
    return [int(part) for part in number.split(".") if part]


def write(found: dict[str, dict[str, str]], file) -> None:
    numbers = sorted({n for verdicts in found.values() for n in verdicts}, key=in_order)
    table = csv.writer(file, lineterminator="\n")
    table.writerow(["notebook", *numbers])
    for name, verdicts in found.items():
        table.writerow([name, *(verdicts.get(number, "") for number in numbers)])


def main() -> int:
    found, unreadable = verdicts_in(Path(sys.argv[1]))
    write(found, sys.stdout)
    for line in unreadable:
        print(line, file=sys.stderr)
    return 1 if unreadable else 0


if __name__ == "__main__":
    sys.exit(main())
