"""Executes all notebooks of a folder and keeps their outputs: notebooks, HTML pages and figures."""

import argparse
import re
import shutil
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter

from execution import Execution, NotebookFailure, code_cells, execute
from figures import figures
from kept import KeptRuns
from machine import processes

LINK_TO_NOTEBOOK = re.compile(r"\]\((?!https?:)([^)#]+)\.ipynb((?:#[^)]*)?)\)")


def notebooks_in(folder: Path) -> list[Path]:
    """The notebooks of the folder and of those below it, in the order to run them."""
    found = [p for p in folder.rglob("*.ipynb") if ".ipynb_checkpoints" not in p.parts]
    return sorted(found, key=lambda p: (len(p.relative_to(folder).parts), p.name))


def keep(execution: Execution, name: Path, results: Path) -> None:
    """Writes the executed notebook, its HTML page and its figures below results."""
    target = results / name
    target.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(execution.notebook, target)
    (results / name.with_suffix(".html")).write_text(html_of(execution), encoding="utf-8")
    folder = results / "figures"
    folder.mkdir(exist_ok=True)
    for number, figure in enumerate(figures(execution.notebook), start=1):
        (folder / f"{name.stem}-{number}.png").write_bytes(figure.png)


def refresh(shown: Path, drawn: Path) -> None:
    """Replaces the figures that pages outside the notebooks show by the new ones of their names."""
    for figure in shown.glob("*.png"):
        if (drawn / figure.name).exists():
            shutil.copy(drawn / figure.name, figure)


def html_of(execution: Execution) -> str:
    """The notebook as a page whose links lead to the other pages."""
    page = nbformat.from_dict(execution.notebook)
    for cell in page.cells:
        if cell.cell_type == "markdown":
            cell.source = LINK_TO_NOTEBOOK.sub(r"](\1.html\2)", cell.source)
    body, _ = HTMLExporter().from_notebook_node(
        page, resources={"metadata": {"name": execution.path.stem}}
    )
    return body


def attempt(path: Path) -> Execution | NotebookFailure:
    """Executes a notebook; a failure is an answer like any other."""
    try:
        return execute(path)
    except NotebookFailure as failure:
        return failure


def _leave_stops_to_the_parent() -> None:
    # A handler, as kernels would inherit that a signal is ignored.
    signal.signal(signal.SIGINT, lambda *_: None)


@contextmanager
def pool_of(at_once: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that end at once, with their kernels, when this one is stopped."""
    with ProcessPoolExecutor(
        at_once, mp_context=get_context("spawn"), initializer=_leave_stops_to_the_parent
    ) as pool:
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for child in active_children():
                child.terminate()
            raise


def executions(
    last: dict[Path, Execution | None], at_once: int
) -> Iterator[Execution | NotebookFailure]:
    """What came of each notebook, in their order; what stands from the last run is not executed."""
    with pool_of(at_once) as pool:
        begun = [known or pool.submit(attempt, path) for path, known in last.items()]
        for run in begun:
            yield run if isinstance(run, Execution) else run.result()


def line_of(execution: Execution) -> str:
    """What the progress says of a notebook."""
    cells = len(code_cells(execution.notebook))
    drawn = len(figures(execution.notebook))
    how = f"{execution.seconds:.1f} s" if execution.seconds else "kept: nothing changed"
    return f"{cells} code cells, {drawn} figures, {how}"


def reproduce(folder: Path, results: Path, save: bool, made_from: str, at_once: int = 1) -> bool:
    """Runs what changed since its last run, going on after a failure; true if all notebooks ran."""
    found = notebooks_in(folder)
    if not found:
        print(f"There is no notebook in {folder}.", file=sys.stderr)
        return False
    kept = KeptRuns(results, made_from)
    last = {path: kept.find(path, path.relative_to(folder)) for path in found}
    widest = max(len(str(p.relative_to(folder))) for p in found)
    failures = []
    runs = zip(found, executions(last, at_once), strict=True)
    for number, (path, came) in enumerate(runs, start=1):
        name = path.relative_to(folder)
        if isinstance(came, NotebookFailure):
            print(f"\n{came}\n", file=sys.stderr, flush=True)
            failures.append(name)
            continue
        keep(came, name, results)
        kept.add(path, name)
        if save:
            nbformat.write(came.notebook, path)
        print(f"  [{number}/{len(found)}] {name!s:{widest}} {line_of(came)}", flush=True)
    kept.end()
    if save:
        refresh(folder.parent / "data" / "figures", results / "figures")
    say_where(results, found, folder, failures, save)
    return not failures


def say_where(results, found, folder, failures, save) -> None:
    print(f"\n{len(found) - len(failures)} of {len(found)} notebooks ran.")
    for name in failures:
        print(f"  failed: {name}")
    if not results.exists():
        return
    drawn = sorted((results / "figures").glob("*.png"))
    first = next((p for p in found if p.relative_to(folder) not in failures), found[0])
    print("Where to look:")
    print(f"  pages, begin here:  {results / first.relative_to(folder).with_suffix('.html')}")
    print(f"  {len(drawn)} figures (PNG):     {results / 'figures'}")
    print(f"  executed notebooks: {results}")
    if save:
        print(f"  outputs saved in:   {folder}")


def main() -> None:
    parser = argparse.ArgumentParser(prog="reproduce", description=__doc__)
    parser.add_argument("--notebooks", required=True, type=Path, help="folder with the notebooks")
    parser.add_argument("--results", required=True, type=Path, help="folder for what they give")
    parser.add_argument("--save", action="store_true", help="write outputs into the notebooks too")
    parser.add_argument("--made-from", required=True, help="hash of all that notebooks depend on")
    given = parser.parse_args()
    # What is saved shows times, and they are those of a notebook that runs alone.
    at_once = 1 if given.save else processes()
    print(f"  {at_once} at a time.", flush=True)
    try:
        ran = reproduce(given.notebooks, given.results, given.save, given.made_from, at_once)
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(0 if ran else 1)


if __name__ == "__main__":
    main()
