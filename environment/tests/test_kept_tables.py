"""Tables that are measured in parts."""

import csv
import json

from kept_tables import keep


def rows(target):
    with target.open(newline="") as file:
        return [(row["data"], row["loss"]) for row in csv.DictReader(file)]


def test_a_part_takes_its_old_place_and_leaves_the_others(tmp_path):
    target = tmp_path / "table.csv"

    def measured(part, losses, date):
        found = [{"data": part, "loss": loss} for loss in losses]
        keep(target, ["data", "loss"], "data", part, ["a", "b"], found, {"date": date})

    measured("b", [1, 2], "monday")
    measured("a", [3], "tuesday")
    assert rows(target) == [("a", "3"), ("b", "1"), ("b", "2")]
    measured("b", [4], "friday")
    assert rows(target) == [("a", "3"), ("b", "4")]
    records = json.loads((tmp_path / "table.provenance.json").read_text())
    assert records == {"a": {"date": "tuesday"}, "b": {"date": "friday"}}
    assert list(records) == ["a", "b"]
