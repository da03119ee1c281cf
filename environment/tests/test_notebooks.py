"""Every committed notebook runs from top to bottom and keeps to the rules."""

from pathlib import Path

from nbconvert import SlidesExporter

import rules
from conftest import NOTEBOOKS
from execution import read
from figures import figures
from reproduce import notebooks_in


def test_there_are_notebooks_and_the_contents_come_first():
    names = [p.name for p in notebooks_in(NOTEBOOKS)]
    assert names, f"no notebook in {NOTEBOOKS}"
    assert names[0] == "00-contents.ipynb"


def test_contents_name_every_notebook():
    contents = "\n".join(c.source for c in read(NOTEBOOKS / "00-contents.ipynb").cells)
    others = [p.relative_to(NOTEBOOKS).as_posix() for p in notebooks_in(NOTEBOOKS)[1:]]
    assert [name for name in others if name not in contents] == []


def test_runs_without_errors(path: Path, executions):
    assert rules.errors(executions.of(path).notebook) == []


def test_figures_are_there(path: Path, executions):
    executed = executions.of(path).notebook
    assert rules.missing_figures(read(path), executed) == []
    if path.name.startswith(("1", "2")) and path.parent == NOTEBOOKS:
        assert figures(executed), "a tutorial, or a notebook of the figures, shows no figure"


def test_figures_show_something_and_are_sharp(path: Path, executions):
    assert rules.faults_of_figures(executions.of(path).notebook) == []


def test_outputs_name_no_absolute_path(path: Path, executions):
    assert rules.absolute_paths(executions.of(path).notebook) == []


def test_cells_are_short(path: Path):
    assert rules.long_cells(read(path)) == []


def test_is_committed_with_its_outputs(path: Path, executions):
    committed = read(path)
    assert rules.missing_outputs(committed, executions.of(path).notebook) == []
    assert rules.errors(committed) == []
    assert rules.absolute_paths(committed) == []
    assert rules.faults_of_figures(committed) == []


def test_uses_the_java_kernel(path: Path):
    assert read(path).metadata.kernelspec.name == "java"


def test_figures_on_pages_are_those_of_the_notebooks():
    drawn = {
        f"{p.stem}-{number}.png": figure.png
        for p in notebooks_in(NOTEBOOKS)
        for number, figure in enumerate(figures(read(p)), start=1)
    }
    shown = list((NOTEBOOKS.parent / "data" / "figures").glob("*.png"))
    assert shown, "the README shows a figure"
    assert [p.name for p in shown if drawn.get(p.name) != p.read_bytes()] == []


TUTORIALS = sorted(NOTEBOOKS.glob("1?-*.ipynb"))


def kinds_of_slides(path: Path) -> list[str | None]:
    return [c.metadata.get("slideshow", {}).get("slide_type") for c in read(path).cells]


def test_each_cell_of_a_tutorial_has_its_place_in_the_slides():
    """What has none yet gets it by environment/python/slides.py."""
    assert TUTORIALS
    for path in TUTORIALS:
        assert set(kinds_of_slides(path)) == {"slide", "subslide", "-"}, path.name


def test_a_tutorial_opens_as_slides():
    page, _ = SlidesExporter().from_filename(TUTORIALS[0])
    kinds = kinds_of_slides(TUTORIALS[0])
    # Each slide is a section, and those below a heading are in one of their own.
    assert page.count("<section>") == 2 * kinds.count("slide") + kinds.count("subslide")
