"""Each data set says where it comes from, and is what its page says."""

import csv
import hashlib
import re

import pytest

import datasets
from conftest import ROOT

NAMES = sorted(datasets.DATA)
LARGEST = 3_000_000


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_what_its_page_says(name):
    folder = ROOT / "data" / name
    page = (folder / "README.md").read_text(encoding="utf-8")
    raw = (folder / f"{name}.csv").read_bytes()
    assert len(raw) < LARGEST
    assert hashlib.sha256(raw).hexdigest() == datasets.stated(folder / "README.md")
    separator = datasets.DATA[name].separator
    rows = list(csv.reader(raw.decode("utf-8").splitlines(), delimiter=separator))
    stated = re.search(r"Shape (\d+) x (\d+)", page)
    assert stated is not None
    assert [len(rows) - 1, len(rows[0])] == [int(n) for n in stated.groups()]
    assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("name", NAMES)
def test_the_page_names_the_package_and_version_it_was_made_from(name):
    page = (ROOT / "data" / name / "README.md").read_text(encoding="utf-8").lower()
    package, _, version = datasets.DATA[name].package.partition("==")

    assert package in page
    assert version in page
    assert "licence" in page or "public domain" in page


def test_numbers_are_written_short():
    assert [datasets.text(v) for v in (2.0, -0.5, 1e-3, 151)] == ["2", "-0.5", "0.001", "151"]
