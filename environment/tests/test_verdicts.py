"""The teachers' table of verdicts."""

import csv

import nbformat
import nbformat.v4 as v4
from test_scripts import run


def executed(path, *told: str) -> None:
    """A notebook whose cells have shown these verdicts."""
    cells = [
        v4.new_code_cell(
            "Exercise.check(...);",
            outputs=[
                v4.new_output(
                    "display_data", data={"text/plain": text, "text/markdown": text}, metadata={}
                )
            ],
        )
        for text in told
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(v4.new_notebook(cells=cells), path)


def test_one_row_a_notebook_and_one_column_an_exercise(tmp_path):
    executed(
        tmp_path / "ada" / "10.ipynb",
        "Exercise 10.1: **right.**",
        "Exercise 10.10: **not right yet.** Solve exp(-1 / (4 w^2)) = 0.9, for w.",
        "Exercise 10.2: **not right yet.** Hint.",
        "Exercise 10.2: **right.**",
    )
    executed(tmp_path / "bo, 2.ipynb", "Exercise 10.1: not yet answered.", "no verdict")
    executed(tmp_path / ".ipynb_checkpoints" / "10.ipynb", "Exercise 99.9: **right.**")
    done = run("verdicts", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert list(csv.reader(done.stdout.splitlines())) == [
        ["notebook", "10.1", "10.2", "10.10"],
        ["ada/10.ipynb", "right", "right", "not right yet"],
        ["bo, 2.ipynb", "not yet answered", "", ""],
    ]


def test_what_cannot_be_read_is_named_and_the_rest_is_told(tmp_path):
    executed(tmp_path / "a.ipynb", "Exercise 11.1: **right.**")
    (tmp_path / "b.ipynb").write_text("{ half a fi", encoding="utf-8")
    (tmp_path / "c.ipynb").write_text("[]", encoding="utf-8")
    done = run("verdicts", str(tmp_path))
    assert done.returncode == 1
    assert done.stdout.splitlines() == ["notebook,11.1", "a.ipynb,right"]
    assert "b.ipynb" in done.stderr
    assert "c.ipynb" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    assert run("verdicts", str(tmp_path / "none")).returncode == 2
    assert run("verdicts").returncode == 2
