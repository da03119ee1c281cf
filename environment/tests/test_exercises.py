"""Exercises tell right from wrong: placeholders, solutions and wrong answers get their verdicts."""

from pathlib import Path

import pytest

import rules
from answers import NOTEBOOKS, TUTORIALS, WRONG, numbers_of, solutions_of
from execution import read


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


def test_wrong_answers_are_refused(tutorial: Path, executions):
    """After the solutions, in the same kernel: each wrong answer, and its check again."""
    shown = rules.verdicts(executions.of(solutions_of(tutorial)).after)
    wrong = [(number, "not right yet") for number in numbers_of(tutorial) for _ in WRONG[number]]
    assert wrong
    assert shown == wrong


def test_every_solutions_notebook_belongs_to_a_tutorial():
    found = {p.name for p in (NOTEBOOKS / "solutions").glob("*.ipynb")}
    assert found == {solutions_of(p).name for p in TUTORIALS}
    assert set(WRONG) == {number for p in TUTORIALS for number in numbers_of(p)}
