"""Results of the last run stand for a new one while nothing that they come from changed."""

import hashlib
import shutil
from pathlib import Path

from execution import Execution, read


class KeptRuns:
    """Executed notebooks in a folder, each with the hash of what it was made from beside it."""

    def __init__(self, results: Path, made_from: str):
        """made_from stands for all that every notebook depends on: library, kernel, data."""
        self.results = results
        self.made_from = made_from
        self.last = results.with_name(results.name + ".last")
        if results.exists():
            shutil.rmtree(self.last, ignore_errors=True)
            results.rename(self.last)

    def find(self, path: Path, name: Path) -> Execution | None:
        """The last run of the notebook at path, if it would be the same today."""
        stamp = self._stamp(self.last, name)
        if not stamp.exists() or stamp.read_text(encoding="utf-8") != self._key(path):
            return None
        return Execution(path, read(self.last / name), 0.0)

    def add(self, path: Path, name: Path) -> None:
        """Notes what the results of the notebook, now written, were made from."""
        self._stamp(self.results, name).write_text(self._key(path), encoding="utf-8")

    def end(self) -> None:
        """Forgets the last run: what was still true of it is in the new one."""
        shutil.rmtree(self.last, ignore_errors=True)

    def _key(self, path: Path) -> str:
        # The sources only: saved outputs do not make another notebook.
        cells = [[cell.cell_type, cell.source] for cell in read(path).cells]
        return hashlib.sha256(repr((cells, self.made_from)).encode()).hexdigest()

    @staticmethod
    def _stamp(folder: Path, name: Path) -> Path:
        return folder / name.with_suffix(".sha256")
