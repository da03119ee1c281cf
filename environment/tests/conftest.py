"""Every notebook is executed once in a test run, whatever number of tests look at the result."""

import os
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import nbformat
import nbformat.v4 as v4
import pytest

import answers
from execution import Execution, NotebookFailure, execute
from reproduce import keep, notebooks_in

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = answers.NOTEBOOKS
RESULTS = ROOT / "environment" / ".work" / "executed" / "test"
SECONDS_A_CELL = 300
# A kernel and Python's side of it keep about one core busy.
AT_A_TIME = min(2, os.cpu_count() or 1)
SLOW = {"browser", "executions", "save", "wheel"}


class Executions:
    """Executes notebooks in the background, and keeps what they gave, also their failures."""

    def __init__(self, workers: ThreadPoolExecutor) -> None:
        self.workers = workers
        self.runs: dict[Path, Future[Execution]] = {}

    def start(self, path: Path) -> Future[Execution]:
        if path not in self.runs:
            self.runs[path] = self.workers.submit(self._run, path)
        return self.runs[path]

    def of(self, path: Path) -> Execution:
        try:
            return self.start(path).result()
        except NotebookFailure as failure:
            pytest.fail(str(failure), pytrace=False)

    def _run(self, path: Path) -> Execution:
        execution = execute(path, SECONDS_A_CELL, then=answers.wrong_for(path))
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
def executions(request) -> Executions:
    """All notebooks that the selected tests will ask for are on their way from the start."""
    os.environ["SEA4J_PRESET"] = "quick"
    workers = ThreadPoolExecutor(AT_A_TIME)
    executions = Executions(workers)
    for item in request.session.items:
        if "executions" in item.fixturenames:
            for path in notebooks_of(item):
                executions.start(path)
    yield executions
    workers.shutdown(cancel_futures=True)


def notebooks_of(item: pytest.Item) -> list[Path]:
    """The notebooks that a test with the fixture "executions" is about."""
    parameters = item.callspec.params
    if "tutorial" in parameters:
        return [parameters["tutorial"], answers.solutions_of(parameters["tutorial"])]
    return [parameters["path"]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What starts a kernel or a browser is slow; pages come last, when no notebook is at work."""
    for item in items:
        if not SLOW.isdisjoint(item.fixturenames):
            item.add_marker("slow")
    items.sort(key=lambda item: "browser" in item.fixturenames)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for "path" runs once for each notebook."""
    if "path" in metafunc.fixturenames:
        found = notebooks_in(NOTEBOOKS)
        metafunc.parametrize("path", found, ids=[str(p.relative_to(NOTEBOOKS)) for p in found])
