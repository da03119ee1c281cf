"""The figures among a notebook's outputs."""

import base64
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from nbformat import NotebookNode

PNG = "image/png"


@dataclass(frozen=True)
class Figure:
    """A PNG output: its code cell (counted from 1), its bytes, and the width it is shown at."""

    cell: int
    png: bytes
    shown_width: int | None

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, from the PNG's header."""
        if self.png[:8] != b"\x89PNG\r\n\x1a\n":
            raise ValueError(f"the figure of code cell {self.cell} is not a PNG file")
        return struct.unpack(">II", self.png[16:24])


def figures(notebook: NotebookNode) -> list[Figure]:
    """All PNG outputs of the notebook, in order."""
    return list(_figures(notebook))


def _figures(notebook: NotebookNode) -> Iterator[Figure]:
    cells = [c for c in notebook.cells if c.cell_type == "code" and c.source.strip()]
    for number, cell in enumerate(cells, start=1):
        for output in cell.get("outputs", []):
            if PNG in output.get("data", {}):
                width = output.get("metadata", {}).get(PNG, {}).get("width")
                yield Figure(number, base64.b64decode(output.data[PNG]), width)
