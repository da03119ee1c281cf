"""Every notebook is executed once in a test run, whatever number of tests look at the result."""

import os
from pathlib import Path

import nbformat
import nbformat.v4 as v4
import pytest

from execution import Execution, NotebookFailure, execute
from reproduce import keep, notebooks_in

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks"
RESULTS = ROOT / "environment" / ".work" / "executed" / "test"
SECONDS_A_CELL = 300


class Executions:
    """Executes notebooks on demand, and keeps what they gave, also their failures."""

    def __init__(self) -> None:
        self.done: dict[Path, Execution | NotebookFailure] = {}

    def of(self, path: Path) -> Execution:
        if path not in self.done:
            self.done[path] = self._run(path)
        outcome = self.done[path]
        if isinstance(outcome, NotebookFailure):
            pytest.fail(str(outcome), pytrace=False)
        return outcome

    def _run(self, path: Path) -> Execution | NotebookFailure:
        os.environ["SEA4J_PRESET"] = "quick"
        try:
            execution = execute(path, seconds_a_cell=SECONDS_A_CELL)
        except NotebookFailure as failure:
            return failure
        keep(execution, path.relative_to(NOTEBOOKS), RESULTS)
        return execution


@pytest.fixture
def save(tmp_path):
    """Writes a notebook of code cells with these sources and returns its path."""

    def save(*sources: str) -> Path:
        notebook = v4.new_notebook(cells=[v4.new_code_cell(s) for s in sources])
        path = tmp_path / "trial.ipynb"
        nbformat.write(notebook, path)
        return path

    return save


@pytest.fixture(scope="session")
def executions() -> Executions:
    return Executions()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for "path" runs once for each notebook."""
    if "path" in metafunc.fixturenames:
        found = notebooks_in(NOTEBOOKS)
        metafunc.parametrize("path", found, ids=[str(p.relative_to(NOTEBOOKS)) for p in found])
