"""What the tests of claims read: stored results, and the texts that speak of them."""

import csv
import json
from collections import defaultdict
from functools import cache

from conftest import ROOT


@cache
def stored(experiment: str) -> dict[str, dict[tuple, dict]]:
    """The rows of a stored experiment, by solver and by instance."""
    rows = defaultdict(dict)
    path = ROOT / "data" / "results" / experiment / "results.csv"
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            rows[row["solver"]][int(row["k"]), row["snr_db"], int(row["trial"])] = row
    return rows


@cache
def stored_means(experiment: str, measure: str) -> dict[tuple, dict]:
    """Means of a measure by solver, k, noise level and, of differences, reference."""
    path = ROOT / "data" / "results" / experiment / "means.csv"
    with path.open(encoding="utf-8") as file:
        return {
            (row["solver"], int(row["k"]), float(row["snr_db"]), row["reference"]): row
            for row in csv.DictReader(file)
            if row["measure"] == measure
        }


def short(number: float, digits: int) -> str:
    return f"{number:.{digits}f}".removeprefix("0")


def notebook(name: str) -> str:
    """The text of a notebook's cells, in one line."""
    text = (ROOT / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8")
    return " ".join(" ".join("".join(cell["source"]).split()) for cell in json.loads(text)["cells"])
