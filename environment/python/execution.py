"""Executes one notebook and tells what came of it."""

import logging
import re
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

KERNEL = "java"
SECONDS_TO_START = 120
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


class NotebookFailure(Exception):
    """A notebook did not run to its end; the message says which cell failed, and how."""


@dataclass(frozen=True)
class Execution:
    """A notebook with the outputs of one run, and the seconds that it took.

    What was run after the notebook itself is a notebook of its own.
    """

    path: Path
    notebook: NotebookNode
    seconds: float
    after: NotebookNode | None = None


def read(path: Path) -> NotebookNode:
    """Reads a notebook in the current format."""
    return nbformat.read(path, as_version=4)


def code_cells(notebook: NotebookNode) -> list[NotebookNode]:
    """The code cells that hold code, in order."""
    return [c for c in notebook.cells if c.cell_type == "code" and c.source.strip()]


def execute(
    path: Path,
    seconds_a_cell: int | None = None,
    then: Sequence[NotebookNode] = (),
) -> Execution:
    """Runs the notebook at path in its own folder, all code cells in order, in a fresh kernel.

    The file itself stays as it is. Raises NotebookFailure at the first cell that fails. The cells
    of then follow in the same kernel.
    """
    notebook = read(path)
    length = len(notebook.cells)
    notebook.cells += then
    started = time.monotonic()
    if code_cells(notebook):
        _run(path, notebook, seconds_a_cell)
    after = nbformat.v4.new_notebook(cells=notebook.cells[length:])
    del notebook.cells[length:]
    return Execution(path, notebook, time.monotonic() - started, after)


def _run(path, notebook, seconds_a_cell):
    total = len(code_cells(notebook))
    done = 0

    def count(**_):
        nonlocal done
        done += 1

    client = NotebookClient(
        notebook,
        kernel_name=KERNEL,
        timeout=seconds_a_cell,
        startup_timeout=SECONDS_TO_START,
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
        on_cell_executed=count,
    )
    # The failure is told once, in our words.
    client.log.setLevel(logging.CRITICAL)
    with tempfile.TemporaryFile(mode="w+", encoding="utf-8", errors="replace") as kernel_says:
        try:
            client.execute(stdout=kernel_says, stderr=kernel_says)
        except CellExecutionError as failure:
            raise NotebookFailure(_of_cell(path, notebook, _failed(notebook), failure)) from None
        except CellTimeoutError:
            text = f"no answer within {seconds_a_cell} s"
            cell = code_cells(notebook)[done]
            raise NotebookFailure(f"{_of_cell(path, notebook, cell, text)}\n{text}") from None
        except (DeadKernelError, RuntimeError) as failure:
            kernel_says.seek(0)
            said = kernel_says.read().strip() or "(it printed nothing)"
            raise NotebookFailure(
                f"{path.name}: the Java kernel stopped: {failure}\n"
                f"after {done} of {total} code cells; it said:\n{said}"
            ) from None


def _failed(notebook):
    for cell in code_cells(notebook):
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                return cell
    return None


def _of_cell(path, notebook, cell, failure) -> str:
    """The failing cell's number and source, and the kernel's own words on the failure."""
    if cell is None:
        return f"{path.name}: {failure}"
    words = [o for o in cell.outputs if o.output_type == "error"]
    told = "\n".join("\n".join(o.traceback) or f"{o.ename}: {o.evalue}" for o in words)
    source = "\n".join(f"    {line}" for line in cell.source.splitlines())
    number = code_cells(notebook).index(cell) + 1
    told = COLOURS.sub("", told or str(failure))
    return f"{path.name}: code cell {number} failed:\n\n{source}\n\n{told}"
