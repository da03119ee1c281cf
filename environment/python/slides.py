"""Gives each cell of notebooks that are taught from its place in slides, where it has none yet."""

import argparse
import math
import re
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from execution import read
from figures import figures

HEADING = re.compile(r"^##? ", re.MULTILINE)
# What one slide holds in lines of text and code; a figure takes a slide with its code.
LINES = 20
CHARACTERS_A_LINE = 110


def arrange(notebook: NotebookNode) -> None:
    """A heading begins a slide; below it the next begins with a figure, or where one is full."""
    used = 0
    for cell in notebook.cells:
        lines = height(cell)
        kind = "-"
        if cell.cell_type == "markdown" and HEADING.search(cell.source):
            kind = "slide"
        elif used and (used + lines > LINES or has_figure(cell)):
            kind = "subslide"
        used = lines + (0 if kind != "-" else used)
        if has_figure(cell):
            used = LINES
        cell.metadata.setdefault("slideshow", {"slide_type": kind})


def height(cell: NotebookNode) -> int:
    """Lines of the cell and of what it shows, an empty line counting half."""
    lines = sum(max(0.5, len(line) / CHARACTERS_A_LINE) for line in cell.source.splitlines())
    return math.ceil(lines) + 2 * len(cell.get("outputs", []))


def has_figure(cell: NotebookNode) -> bool:
    return bool(figures(nbformat.v4.new_notebook(cells=[cell])))


def main() -> None:
    parser = argparse.ArgumentParser(prog="slides", description=__doc__)
    parser.add_argument("notebooks", nargs="+", type=Path)
    for path in parser.parse_args().notebooks:
        notebook = read(path)
        arrange(notebook)
        nbformat.write(notebook, path)


if __name__ == "__main__":
    main()
