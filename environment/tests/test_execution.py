"""Notebooks run in the real kernel, and a failure is told so that its reader can mend it."""

import nbformat.v4 as v4
import pytest

from execution import NotebookFailure, execute


def test_a_cell_sees_the_library_without_imports(save):
    done = execute(
        save("int k = 20;", 'Table.create("t", IntColumn.create("k", k)).rowCount() + k')
    )
    assert done.notebook.cells[1].outputs[0].data["text/plain"] == "40"


def test_a_cell_sees_what_jshell_users_are_used_to(save):
    """The kernel by itself imports less than JShell does; ours leaves nothing out."""
    done = execute(
        save(
            "IntFunction<BigInteger> square = i -> BigInteger.valueOf(i).pow(2);",
            "IntStream.rangeClosed(1, 3).mapToObj(square).collect(Collectors.toList())",
            'Path.of("a").resolve(Pattern.quote("b")).getNameCount()',
        )
    )
    assert done.notebook.cells[1].outputs[0].data["text/plain"] == "[1, 4, 9]"
    assert done.notebook.cells[2].outputs[0].data["text/plain"] == "2"


def test_the_file_stays_as_it_was(save):
    path = save("1 + 1")
    before = path.read_bytes()
    execute(path)
    assert path.read_bytes() == before


def test_what_is_run_after_a_notebook_shares_its_kernel_and_is_kept_apart(save):
    done = execute(save("int a = 20;"), then=[v4.new_code_cell("a + 1")])
    assert [cell.source for cell in done.notebook.cells] == ["int a = 20;"]
    assert done.after.cells[0].outputs[0].data["text/plain"] == "21"


def test_a_failing_cell_is_shown_with_its_source_and_error(save):
    with pytest.raises(NotebookFailure) as failure:
        execute(save("int a = 1;", "int[] none = {};\nnone[7]"))
    told = str(failure.value)
    assert "trial.ipynb: code cell 2 failed" in told
    assert "    none[7]" in told
    assert "Index 7 out of bounds for length 0" in told
    assert "\x1b" not in told


def test_a_cell_that_does_not_end_is_named(save):
    with pytest.raises(NotebookFailure, match=r"code cell 1 failed[\s\S]*no answer within 3 s"):
        execute(save("Thread.sleep(600_000);"), seconds_a_cell=3)


def test_a_kernel_that_ends_is_told_with_its_last_words(save):
    with pytest.raises(NotebookFailure) as failure:
        execute(save("1", "Runtime.getRuntime().halt(3);"))
    assert "the Java kernel stopped" in str(failure.value)
    assert "after 1 of 2 code cells" in str(failure.value)
