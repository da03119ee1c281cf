"""What a notebook of this project keeps to. Each rule returns what breaks it, as sentences."""

import io
import re
from collections.abc import Iterator

from nbformat import NotebookNode
from PIL import Image

from execution import code_cells
from figures import Figure, figures

LINES_A_CELL = 10
PIXELS_A_POINT = 2
# How far a long solve has come is shown where the machine is slow enough.
SIGN_OF_LIFE = " s so far, written "
CHECK = re.compile(r'Exercise\.check(?:Number)?\("([\d.]+)"')
VERDICT = re.compile(r"Exercise ([\d.]+): \**(not yet answered|right|not right yet)\.")
ABSOLUTE_PATH = re.compile(
    r"(?:file://|(?<![\w.:/]))(/(?:home|Users|root|work|tmp|var|private|opt|usr|mnt|media|srv)/[\w.-]+)"
    r"|\b([A-Z]:\\\\?[\w.-]+)"
)


def long_cells(notebook: NotebookNode) -> list[str]:
    """Logic lives in the library: a cell has at most ten lines."""
    return [
        f"code cell {number} has {len(cell.source.splitlines())} lines, more than {LINES_A_CELL}"
        for number, cell in enumerate(code_cells(notebook), start=1)
        if len(cell.source.splitlines()) > LINES_A_CELL
    ]


def errors(notebook: NotebookNode) -> list[str]:
    """No error, and nothing on standard error."""
    return [
        f"code cell {number} shows an error: {output.ename}: {output.evalue}"
        for number, output in outputs(notebook)
        if output.output_type == "error"
    ] + [
        f"code cell {number} writes to standard error: {output.text.strip()[:300]}"
        for number, output in outputs(notebook)
        if output.output_type == "stream" and output.name == "stderr"
    ]


def absolute_paths(notebook: NotebookNode) -> list[str]:
    """An output that names a folder of one machine is of no use on another."""
    return [
        f"code cell {number} shows the path {(match[1] or match[2])}"
        for number, output in outputs(notebook)
        for text in texts(output)
        for match in ABSOLUTE_PATH.finditer(text)
    ]


def faults_of_figures(notebook: NotebookNode) -> list[str]:
    """A figure shows something, and is sharp on a dense screen."""
    return [fault for figure in figures(notebook) for fault in faults_of(figure)]


def faults_of(figure: Figure) -> Iterator[str]:
    where = f"the figure of code cell {figure.cell}"
    width, _ = figure.size
    if figure.shown_width is None:
        yield f"{where} does not declare the width to show it at"
    elif width < PIXELS_A_POINT * figure.shown_width:
        yield f"{where} has {width} pixels for a width of {figure.shown_width}: not sharp"
    if is_empty(figure):
        yield f"{where} is all of one colour: empty"


def is_empty(figure: Figure) -> bool:
    """True for a picture without a second colour."""
    picture = Image.open(io.BytesIO(figure.png)).convert("RGB")
    return all(low == high for low, high in picture.getextrema())


def missing_outputs(committed: NotebookNode, executed: NotebookNode) -> list[str]:
    """A reader on the web sees what a run shows: each kind of output is committed too."""
    faults = []
    pairs = zip(code_cells(committed), code_cells(executed), strict=True)
    for number, (old, new) in enumerate(pairs, start=1):
        if old.execution_count != number:
            faults.append(f"code cell {number} was committed with the number {old.execution_count}")
        for kind in sorted(kinds(new) - kinds(old)):
            faults.append(f"code cell {number} was committed without its output of type {kind}")
    return faults


def missing_figures(committed: NotebookNode, executed: NotebookNode) -> list[str]:
    """What was a figure when committed is one still, cell by cell."""
    faults = []
    drawn = [f.cell for f in figures(executed)]
    for cell in sorted({f.cell for f in figures(committed)}):
        had = [f.cell for f in figures(committed)].count(cell)
        if drawn.count(cell) < had:
            faults.append(f"code cell {cell} gave {drawn.count(cell)} figures, not {had}")
    return faults


def checks(notebook: NotebookNode) -> dict[str, str]:
    """The cells that check an exercise, by its number."""
    return {
        match[1]: cell.source
        for cell in code_cells(notebook)
        for match in CHECK.finditer(cell.source)
    }


def verdicts(notebook: NotebookNode) -> list[tuple[str, str]]:
    """What the checks said: the numbers of the exercises, in order, each with its verdict."""
    return [
        (match[1], match[2])
        for _, output in outputs(notebook)
        if (match := VERDICT.match(output.get("data", {}).get("text/plain", "")))
    ]


def outputs(notebook: NotebookNode) -> Iterator[tuple[int, NotebookNode]]:
    """All outputs, each with the number of its code cell."""
    for number, cell in enumerate(code_cells(notebook), start=1):
        for output in cell.get("outputs", []):
            yield number, output


def texts(output: NotebookNode) -> Iterator[str]:
    """The texts of an output, without the data of the pictures in them."""
    yield output.get("text", "")
    for kind, data in output.get("data", {}).items():
        if kind.startswith("text/"):
            yield re.sub(r"base64,[A-Za-z0-9+/=\s]+", "", data)


def kinds(cell: NotebookNode) -> set[str]:
    """The MIME types of a cell's outputs, "stream" for printed text; signs of life do not count."""
    found = set()
    for output in cell.get("outputs", []):
        if SIGN_OF_LIFE in output.get("data", {}).get("text/plain", ""):
            continue
        found |= set(output.get("data", {})) or {output.output_type}
    return found
