"""A second run of the same notebooks is quick, and says so; a changed one is executed."""

import os
import signal
import subprocess
import sys
import time
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


def test_two_at_a_time_are_told_in_their_order(save, tmp_path: Path, capsys):
    folder = tmp_path / "notebooks"
    folder.mkdir()
    sources = {"1": "Thread.sleep(3000)", "2": "1 / 0", "3": "3"}
    for name, source in sources.items():
        save(source).rename(folder / f"{name}.ipynb")
    assert not reproduce(folder, tmp_path / "results", False, "library", at_once=2)
    told = capsys.readouterr()
    assert told.out.index("[1/3]") < told.out.index("[3/3]")
    assert "2.ipynb: code cell 1 failed" in told.err
    assert sorted(p.name for p in (tmp_path / "results").glob("*.html")) == ["1.html", "3.html"]


def test_a_stop_ends_the_kernels_too(save, tmp_path: Path):
    note = tmp_path / "pid"
    write = 'Files.writeString(Path.of("pid"), String.valueOf(ProcessHandle.current().pid()))'
    save(write, "Thread.sleep(600_000)")
    command = [sys.executable, "-m", "reproduce", "--made-from", "library"]
    folders = ["--notebooks", tmp_path, "--results", tmp_path / "results"]
    with subprocess.Popen(
        [*command, *folders],
        start_new_session=True,
        stderr=subprocess.PIPE,
        # A shell's background job ignores the signal, and hands that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as run:
        assert within(90, note.exists)
        os.killpg(run.pid, signal.SIGINT)
        assert run.wait(20) == 130
        assert run.stderr.read() == b""
    kernel = int(note.read_text())
    assert within(30, lambda: not is_running(kernel))


def within(seconds: float, holds) -> bool:
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
