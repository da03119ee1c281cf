"""The exercises of the tutorials, their solutions, and answers that are wrong."""

import json
from pathlib import Path

import nbformat.v4 as v4
from nbformat import NotebookNode

import rules
from execution import read

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"
# All that ask something, and each notebook of the row of tutorials.
TUTORIALS = [
    path
    for path in sorted(NOTEBOOKS.glob("*.ipynb"))
    if path.name.startswith("1") or "Exercise.check" in path.read_text(encoding="utf-8")
]
WRONG = json.loads(Path(__file__).with_name("wrong_answers.json").read_text(encoding="utf-8"))


def solutions_of(tutorial: Path) -> Path:
    return NOTEBOOKS / "solutions" / f"{tutorial.name[:2]}-solutions.ipynb"


def numbers_of(tutorial: Path) -> list[str]:
    """The numbers of the exercises of a tutorial, or of its solutions."""
    return [f"{tutorial.name[:2]}.{i}" for i in (1, 2, 3)]


def wrong_for(path: Path) -> list[NotebookNode]:
    """What follows a notebook of solutions: each wrong answer, and its check again."""
    if path.parent != NOTEBOOKS / "solutions":
        return []
    checks = rules.checks(read(path))
    return [
        v4.new_code_cell(source)
        for number in numbers_of(path)
        for answer in WRONG[number]
        for source in (answer, checks[number])
    ]
