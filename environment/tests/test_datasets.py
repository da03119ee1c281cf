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


def test_a_source_that_is_not_reached_is_told_and_the_others_are_made(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(datasets, "written", lambda data_set, files: b"x")
    fetch = datasets.fetch
    monkeypatch.setattr(
        datasets, "fetch", lambda p, to: fetch(p, to) if p.startswith("r-cran-") else None
    )
    monkeypatch.setattr(
        "sys.argv", ["data", "--data", str(ROOT / "data"), "--check", "gasoline", "diabetes"]
    )

    assert datasets.main() == 1
    gasoline, diabetes = capsys.readouterr().out.splitlines()
    assert gasoline.startswith("gasoline: r-cran-pls is not fetched")
    assert diabetes.startswith("diabetes: 1 bytes")


def test_what_the_program_that_fetches_says_is_told(tmp_path):
    with pytest.raises(datasets.Unreachable, match=r"some-package.*\n.*no route"):
        datasets.call("some-package", ["bash", "-c", "echo no route >&2; exit 1"], tmp_path)
