"""A table that is measured in parts, one at a time; the others stay as they are."""

import csv
import json
from pathlib import Path

from tables import write


def keep(
    target: Path,
    columns: list[str],
    key: str,
    part: str,
    order: list[str],
    rows: list[dict],
    record: dict[str, object],
) -> None:
    """Puts the rows of one part in the place of those it had, and its record among the others'."""
    others: list[dict] = []
    if target.exists():
        with target.open(newline="") as file:
            others = [row for row in csv.DictReader(file) if row[key] != part]
    everything = sorted([*others, *rows], key=lambda row: order.index(str(row[key])))
    write(everything, columns, target)
    beside = target.with_suffix(".provenance.json")
    records = json.loads(beside.read_text()) if beside.exists() else {}
    records[part] = record
    ordered = {name: records[name] for name in order if name in records}
    beside.write_text(json.dumps(ordered, indent=2) + "\n")
