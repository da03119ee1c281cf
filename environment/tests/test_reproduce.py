"""A second run of the same notebooks is quick, and says so; a changed one is executed."""

from pathlib import Path

import pytest

from reproduce import reproduce

KEPT = "kept: nothing changed"


@pytest.fixture
def run(tmp_path, save, capsys):
    """Reproduces one notebook of the source given and returns what was printed."""

    def run(source: str, made_from: str = "library 1", keep_outputs: bool = False) -> str:
        path = save(source)
        folder = tmp_path / "notebooks"
        folder.mkdir(exist_ok=True)
        path.rename(folder / path.name)
        assert reproduce(folder, tmp_path / "results", keep_outputs, made_from)
        return capsys.readouterr().out

    return run


def test_a_run_is_kept_while_nothing_changed(run, tmp_path: Path):
    assert KEPT not in run("System.nanoTime()")
    page = tmp_path / "results" / "trial.html"
    shown = page.read_text()
    assert KEPT in run("System.nanoTime()", keep_outputs=True)
    assert KEPT in run("System.nanoTime()")
    assert page.read_text() == shown
    assert not (tmp_path / "results.last").exists()


@pytest.mark.parametrize("change", [{"source": "2 + 2"}, {"source": "1", "made_from": "library 2"}])
def test_a_change_is_executed(run, change):
    run("1")
    assert KEPT not in run(**change)


def test_a_failure_is_not_kept(run):
    for _ in range(2):
        with pytest.raises(AssertionError):
            run("int[] none = {}; none[1]")
