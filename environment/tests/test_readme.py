"""What the README tells a reader to paste works as it stands."""

import re
import shlex
import subprocess

import pytest

from conftest import ROOT, first_compiler
from execution import execute

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


def test_java_examples_run_in_a_notebook(save):
    found = blocks("java")
    assert found
    for source in found:
        assert len(source.splitlines()) <= 15
        last = execute(save(source)).notebook.cells[-1]
        told = "".join(o.get("data", {}).get("text/plain", "") for o in last.outputs)
        assert "misses" in told


def commands(block: str) -> list[str]:
    lines = block.replace("\\\n", " ").splitlines()
    return [line for line in lines if line.startswith("environment/sea4j")]


# A block goes on with the files of its first lines, and needs no other block.
COMMANDS = [lines for block in blocks("sh") if (lines := commands(block))]


@pytest.mark.slow
@pytest.mark.parametrize("lines", COMMANDS, ids=[shlex.split(c[0])[1] for c in COMMANDS])
def test_command_line_examples_run(lines: list[str], tmp_path):
    (tmp_path / "data").symlink_to(ROOT / "data")
    for line in lines:
        program, *arguments = shlex.split(line)
        with first_compiler():
            done = subprocess.run([ROOT / program, *arguments], cwd=tmp_path, capture_output=True)
        assert done.returncode == 0, done.stderr.decode()


def test_there_are_examples_of_the_command_line():
    assert len(COMMANDS) >= 2
