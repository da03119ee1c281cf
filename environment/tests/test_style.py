"""The scripts and the Python code are clean to their linters."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from conftest import ROOT

ENVIRONMENT = ROOT / "environment"
CHARACTERS_A_LINE = 120


def tool(name: str, *arguments: object) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name(name), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def scripts() -> list[Path]:
    """All files of the project that are bash."""
    commands = [p for p in ENVIRONMENT.iterdir() if p.is_file() and starts_as_script(p)]
    others = [*(ROOT / ".ci").iterdir(), ROOT / ".binder" / "postBuild"]
    return [*commands, *ENVIRONMENT.glob("shell/*.sh"), *others]


def starts_as_script(path: Path) -> bool:
    return path.read_bytes().startswith(b"#!/usr/bin/env bash")


def test_the_scripts_pass_shellcheck():
    assert len(scripts()) > 5
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        for _ in workers.map(lambda script: tool("shellcheck", script), scripts()):
            pass


def test_the_python_code_passes_ruff():
    tool("ruff", "check", ENVIRONMENT)
    tool("ruff", "format", "--check", ENVIRONMENT)


def test_the_notes_fit_a_terminal():
    """Lines and tables; only an address cannot be broken."""
    notes = (ROOT / "lib" / "NOTES.md").read_text(encoding="utf-8")
    long = [
        f"line {number} has {len(line)} characters: {line[:60]}"
        for number, line in enumerate(notes.splitlines(), start=1)
        if len(line) > CHARACTERS_A_LINE and "://" not in line
    ]
    assert long == []
