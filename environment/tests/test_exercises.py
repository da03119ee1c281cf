"""Exercises tell right from wrong: placeholders, solutions and wrong answers get their verdicts."""

import json
from pathlib import Path

import nbformat
import nbformat.v4 as v4
import pytest

import rules
from conftest import NOTEBOOKS
from execution import execute, read

TUTORIALS = sorted(NOTEBOOKS.glob("1?-*.ipynb"))
WRONG = json.loads(Path(__file__).with_name("wrong_answers.json").read_text(encoding="utf-8"))


def solutions_of(tutorial: Path) -> Path:
    return NOTEBOOKS / "solutions" / f"{tutorial.name[:2]}-solutions.ipynb"


def numbers_of(tutorial: Path) -> list[str]:
    return [f"{tutorial.name[:2]}.{i}" for i in (1, 2, 3)]


@pytest.fixture(params=TUTORIALS, ids=[p.name for p in TUTORIALS])
def tutorial(request) -> Path:
    return request.param


def test_a_tutorial_asks_three_questions_and_runs_unanswered(tutorial: Path, executions):
    shown = rules.verdicts(executions.of(tutorial).notebook)
    assert shown == [(number, "not yet answered") for number in numbers_of(tutorial)]


def test_the_solutions_are_right(tutorial: Path, executions):
    shown = rules.verdicts(executions.of(solutions_of(tutorial)).notebook)
    assert shown == [(number, "right") for number in numbers_of(tutorial)]


def test_the_solutions_are_checked_as_the_tutorial_checks(tutorial: Path):
    assert rules.checks(read(solutions_of(tutorial))) == rules.checks(read(tutorial))


def test_wrong_answers_are_refused(tutorial: Path, tmp_path: Path):
    """After the solutions, in the same kernel: each wrong answer, and its check again."""
    solutions = solutions_of(tutorial)
    notebook = read(solutions)
    expected = rules.verdicts(notebook)
    checks = rules.checks(notebook)
    for number in numbers_of(tutorial):
        for answer in WRONG[number]:
            notebook.cells += [v4.new_code_cell(answer), v4.new_code_cell(checks[number])]
            expected.append((number, "not right yet"))
    # In a folder like its own, from which the example data are where the cells look for them.
    path = tmp_path / "notebooks" / "solutions" / solutions.name
    path.parent.mkdir(parents=True)
    (tmp_path / "data").symlink_to(NOTEBOOKS.parent / "data")
    nbformat.write(notebook, path)
    assert rules.verdicts(execute(path).notebook) == expected


def test_every_solutions_notebook_belongs_to_a_tutorial():
    found = {p.name for p in (NOTEBOOKS / "solutions").glob("*.ipynb")}
    assert found == {solutions_of(p).name for p in TUTORIALS}
    assert set(WRONG) == {number for p in TUTORIALS for number in numbers_of(p)}
