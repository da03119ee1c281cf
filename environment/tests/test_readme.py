"""What the README tells a reader to paste works as it stands."""

import re
import shlex
import subprocess

import pytest

from conftest import ROOT
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


@pytest.mark.slow
def test_command_line_examples_run(tmp_path):
    lines = [
        line
        for block in blocks("sh")
        for line in block.replace("\\\n", " ").splitlines()
        if line.startswith("environment/sea4j")
    ]
    assert len(lines) >= 2
    (tmp_path / "data").symlink_to(ROOT / "data")
    for line in lines:
        program, *arguments = shlex.split(line)
        done = subprocess.run([ROOT / program, *arguments], cwd=tmp_path, capture_output=True)
        assert done.returncode == 0, done.stderr.decode()
