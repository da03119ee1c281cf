"""The rules for notebooks see what they are there to see."""

import base64
import io

import nbformat.v4 as v4
import pytest
from nbformat import NotebookNode
from PIL import Image

import rules


def notebook(*outputs: NotebookNode, source: str = "f()") -> NotebookNode:
    cell = v4.new_code_cell(source, outputs=list(outputs), execution_count=1)
    return v4.new_notebook(cells=[v4.new_markdown_cell("# Title"), cell])


def figure(picture: Image.Image, width: int | None) -> NotebookNode:
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    data = {"image/png": base64.b64encode(stream.getvalue()).decode(), "text/plain": "a chart"}
    metadata = {} if width is None else {"image/png": {"width": width, "height": 10}}
    return v4.new_output("display_data", data=data, metadata=metadata)


def drawn() -> Image.Image:
    picture = Image.new("RGB", (40, 20), "white")
    picture.putpixel((5, 5), (0, 0, 255))
    return picture


def test_a_good_notebook_has_no_fault():
    good = notebook(figure(drawn(), 20), v4.new_output("stream", name="stdout", text="1/2 done"))
    assert rules.errors(good) == []
    assert rules.faults_of_figures(good) == []
    assert rules.absolute_paths(good) == []
    assert rules.long_cells(good) == []
    assert rules.missing_outputs(good, good) == []
    assert rules.missing_figures(good, good) == []


@pytest.mark.parametrize(
    ("output", "fault"),
    [
        (v4.new_output("error", ename="E", evalue="bad", traceback=[]), "shows an error: E: bad"),
        (v4.new_output("stream", name="stderr", text="WARN x"), "writes to standard error: WARN x"),
    ],
)
def test_errors_are_seen(output, fault):
    assert rules.errors(notebook(output)) == [f"code cell 1 {fault}"]


@pytest.mark.parametrize(
    ("output", "fault"),
    [
        (figure(Image.new("RGB", (40, 20), "white"), 20), "is all of one colour: empty"),
        (figure(drawn(), None), "does not declare the width to show it at"),
        (figure(drawn(), 21), "has 40 pixels for a width of 21: not sharp"),
    ],
)
def test_faults_of_figures_are_seen(output, fault):
    assert rules.faults_of_figures(notebook(output)) == [f"the figure of code cell 1 {fault}"]


@pytest.mark.parametrize(
    "text",
    ["read /home/ada/x.csv", "/work/a", "(/Users/ada)", "C:\\Users\\ada", "file:///tmp/x"],
)
def test_absolute_paths_are_seen(text):
    shown = v4.new_output("stream", name="stdout", text=text)
    assert len(rules.absolute_paths(notebook(shown))) == 1


@pytest.mark.parametrize(
    "text", ["../data/raw/x.csv", "m/n", "https://example.org/home/a", "</td>"]
)
def test_other_slashes_are_no_paths(text):
    shown = v4.new_output("display_data", data={"text/html": text})
    assert rules.absolute_paths(notebook(shown)) == []


def test_long_cells_are_seen():
    assert rules.long_cells(notebook(source="a\n" * 10)) == []
    assert rules.long_cells(notebook(source="a\n" * 11)) != []


def test_checks_and_verdicts_are_found():
    verdict = "Exercise 10.2: **not right yet.** Exercise 9.9: right."
    shown = v4.new_output("display_data", data={"text/plain": verdict})
    asked = notebook(shown, source='int f;\nExercise.check("10.2", answer, a -> a > 1, "hint");')
    assert rules.verdicts(asked) == [("10.2", "not right yet")]
    assert list(rules.checks(asked)) == ["10.2"]
    assert rules.verdicts(notebook()) == []


def test_missing_outputs_and_figures_are_seen():
    full = notebook(figure(drawn(), 20))
    assert len(rules.missing_outputs(notebook(), full)) == 2
    assert rules.missing_figures(full, notebook()) == ["code cell 1 gave 0 figures, not 1"]


def test_a_notebook_committed_without_a_run_is_seen():
    fresh = notebook()
    fresh.cells[1].execution_count = None
    assert rules.missing_outputs(fresh, notebook()) != []
