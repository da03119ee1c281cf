"""The example data are what their command gives."""

import shlex
import subprocess

from conftest import ROOT

EXAMPLE = ROOT / "data" / "example"


def test_the_command_of_the_readme_gives_the_files(tmp_path):
    text = (EXAMPLE / "README.md").read_text(encoding="utf-8").replace("\\\n", " ")
    command = next(line for line in text.splitlines() if "environment/sea4j" in line)
    words = shlex.split(command)
    words[words.index("--output") + 1] = str(tmp_path / "example")
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True, timeout=300)
    for name in ("A.csv", "y.csv", "truth.csv"):
        assert (tmp_path / "example" / name).read_bytes() == (EXAMPLE / name).read_bytes()
