"""Who is cited, and for which version."""

import xml.etree.ElementTree as ElementTree

import yaml

from conftest import ROOT

CITATION = yaml.safe_load((ROOT / "lib" / "CITATION.cff").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_cited_version_is_that_of_the_build():
    project = ElementTree.parse(ROOT / "pom.xml").getroot()
    assert project.find("{*}version").text == str(CITATION["version"])


def test_the_changelog_begins_with_the_version_of_the_build():
    changelog = (ROOT / "lib" / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = next(line for line in changelog.splitlines() if line.startswith("## "))
    assert newest.split()[1] == str(CITATION["version"])


def test_the_readme_cites_the_same_paper():
    paper = CITATION["preferred-citation"]
    assert "lib/CITATION.cff" in README
    assert " ".join(README.split()).count(paper["title"]) >= 1
    for author in paper["authors"]:
        assert author["family-names"] in README
    assert paper["identifiers"][0]["value"].removeprefix("arXiv:") in README
    assert f"{paper['start']}-{paper['end']}" in README
