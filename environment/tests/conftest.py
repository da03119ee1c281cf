"""Every notebook is executed once in a test run, whatever number of tests look at the result.

The tests run in several processes (pytest-xdist). What shares a kernel, an executed notebook, a
build or the set-up of environment/ is a group, which one of the processes runs alone.
"""

import os
import re
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from pathlib import Path

import nbformat
import nbformat.v4 as v4
import pytest
from xdist.scheduler import LoadScopeScheduling

import answers
from execution import Execution, NotebookFailure, execute
from machine import processes
from reproduce import keep, notebooks_in

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = answers.NOTEBOOKS
RESULTS = ROOT / "environment" / ".work" / "executed" / "test"
SECONDS_A_CELL = 300
# So much that the virtual machine's second compiler pays.
SOLVE_MUCH = ("23", "35")
# Beside the notebooks with their solutions: one kernel each, a build in lib/core/target, and what
# changes environment/.venv and environment/.work. (pytest-xdist 3.8 overlooks its own mark for
# groups with pytest 9.2.)
GROUPS = {
    "kernel": r"test_kernel\.py",
    "stop": r"test_kernel_stop\.py",
    "release": r"test_release\.py",
    "set-up": r"test_wheel\.py|::test_setup_can_be_repeated|::test_a_linked_environment",
}
SLOW = {"browser", "executions", "save", "wheel"}


def pytest_xdist_auto_num_workers() -> int:
    """How many processes -n auto means."""
    return processes()


@contextmanager
def first_compiler():
    """What starts Java in this context, starts it with the first of its two compilers alone.

    That is half the processor time where little is solved (lib/NOTES.md, Tests).
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")
        yield


class Executions:
    """Executes notebooks, and keeps what they gave, also their failures."""

    def __init__(self, thread: ThreadPoolExecutor) -> None:
        self.thread = thread
        self.runs: dict[Path, Future[Execution]] = {}

    def of(self, path: Path) -> Execution:
        if path not in self.runs:
            self.runs[path] = self.thread.submit(self._run, path)
        try:
            return self.runs[path].result()
        except NotebookFailure as failure:
            pytest.fail(str(failure), pytrace=False)

    def _run(self, path: Path) -> Execution:
        with nullcontext() if path.name.startswith(SOLVE_MUCH) else first_compiler():
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

    with first_compiler():
        yield save


@pytest.fixture(scope="session")
def executions() -> Executions:
    os.environ["SEA4J_PRESET"] = "quick"
    # Of its own: the browser's loop of events is at work in this one.
    with ThreadPoolExecutor(1) as thread:
        yield Executions(thread)


def group_of(test: str) -> str:
    """The group of a test by its id; most are groups of their own."""
    notebook = re.search(r"\[(?:solutions/)?(\d\d)-[^\]]*\.ipynb\]$", test)
    if notebook:
        return f"notebook {notebook[1]}"
    return next((group for group, tests in GROUPS.items() if re.search(tests, test)), test)


class Groups(LoadScopeScheduling):
    """Gives a group to one process."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log) -> Groups:
    return Groups(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What starts a kernel or a browser is slow, and begins first: the processes end together."""
    for item in items:
        if not SLOW.isdisjoint(item.fixturenames):
            item.add_marker("slow")
    items.sort(key=order)


def order(item: pytest.Item) -> tuple[bool, bool]:
    return item.get_closest_marker("slow") is None, group_of(item.nodeid) == item.nodeid


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for "path" runs once for each notebook."""
    if "path" in metafunc.fixturenames:
        found = notebooks_in(NOTEBOOKS)
        metafunc.parametrize("path", found, ids=[str(p.relative_to(NOTEBOOKS)) for p in found])
