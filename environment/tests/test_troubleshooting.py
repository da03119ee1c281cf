"""What goes wrong is provoked; the message is the one that the page on troubleshooting explains."""

import os
from pathlib import Path

import pytest
from test_scripts import ENVIRONMENT, program, run, shell

from conftest import ROOT
from execution import NotebookFailure, execute

PAGE = (ENVIRONMENT / "TROUBLESHOOTING.md").read_text(encoding="utf-8")
ONLY_JAVA_HOME = 'jdk_places() { say "$JAVA_HOME"; }; '


def is_explained(message: str, told: str) -> None:
    """The message was printed and stands on the page; there, "..." is what differs by machine."""
    at = -1
    for part in message.split("..."):
        at = told.find(part, at + 1)
        assert at >= 0, f"{part!r} is not in order in:\n{told}"
    assert message in PAGE


def java(home: Path, version: str, *programs: str) -> str:
    for name in programs:
        program(home / "bin" / name)
    home.mkdir(exist_ok=True)
    (home / "release").write_text(f'JAVA_VERSION="{version}"\n')
    return str(home)


@pytest.mark.parametrize(
    ("version", "programs", "messages"),
    [
        ("17.0.19", [], ["Missing: a JDK, version 17 or newer (found: no JDK)"]),
        ("17.0.19", [], ["Note: JAVA_HOME is ..., where there is no bin/java"]),
        ("17.0.19", ["java"], ["Java 17.0.19 in ..., but without the compiler javac: a JRE"]),
        (
            "11.0.2",
            ["java", "javac"],
            ["Missing: a JDK, version 17 or newer (found: JDK 11.0.2"],
        ),
        ("11.0.2", ["java"], ["Please run this, then the same command again:"]),
    ],
)
def test_java_that_will_not_do(version, programs, messages, tmp_path):
    home = java(tmp_path / "java", version, *programs)
    program(tmp_path / "apt-get")
    path = f"{tmp_path}:{os.environ['PATH']}"
    done = shell(f"{ONLY_JAVA_HOME}need jdk", JAVA_HOME=home, PATH=path, SEA4J_INSTALL="no")
    assert done.returncode == 2
    for message in messages:
        is_explained(message, done.stdout + done.stderr)


def test_a_missing_jdk_is_not_called_a_broken_maven(tmp_path):
    program(tmp_path / "mvn", "exit 1")
    path = f"{tmp_path}:{os.environ['PATH']}"
    script = f"{ONLY_JAVA_HOME}need jdk maven"
    done = shell(script, JAVA_HOME=str(tmp_path), PATH=path, SEA4J_INSTALL="no")
    assert "a JDK" in done.stdout
    assert "Maven" not in done.stdout


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("echo 3.9.18", "with venv (found: Python 3.9.18)"),
        (
            'case "$*" in *ensurepip*) exit 1 ;; *) echo 3.11.2 ;; esac',
            "(found: Python 3.11.2, but without the module venv or ensurepip)",
        ),
    ],
)
def test_python_that_will_not_do(answer, message, tmp_path):
    for name in ["python3", "python3.10", "python3.11", "python3.12", "python3.13"]:
        program(tmp_path / name, answer)
    program(tmp_path / "apt-get")
    done = shell("unset PYTHON; need python", PATH=f"{tmp_path}:/usr/bin:/bin", SEA4J_INSTALL="no")
    assert done.returncode == 2
    is_explained(message, done.stdout)


@pytest.mark.parametrize(
    ("log", "hint"),
    [
        ("Could not transfer artifact org.junit:junit-bom:pom:5.14.0", True),
        ("Retrying after connection broken by 'ProxyError('Cannot connect to proxy.'", True),
        ("[ERROR] COMPILATION ERROR", False),
        ("java.lang.AssertionError: execution timed out after 20000 ms", False),
    ],
)
def test_a_network_that_does_not_answer_is_told_from_other_failures(log, hint, tmp_path):
    (tmp_path / "log").write_text(log)
    told = shell(f'hint_at_network "{tmp_path}/log"').stderr
    assert bool(told) is hint
    if hint:
        is_explained("The network did not answer.", told)


def test_a_memory_size_that_java_does_not_know(tmp_path):
    for name in ["library", "jupyter"]:
        program(tmp_path / "stamps" / name)
    script = f'need jdk; WORK="{tmp_path}"; VENV=/none; install_kernel'
    done = shell(script, SEA4J_MEMORY="lots")
    assert done.returncode == 2
    is_explained('SEA4J_MEMORY is "lots", with which Java does not start', done.stderr)


def test_a_cluster_that_nothing_serves(tmp_path):
    done = run("sea4j", "experiment", "noise", "--on", "nowhere://", cwd=tmp_path)
    assert done.returncode == 2
    told = "nothing here runs trials on '...'; environment/spark, run once, fetches what does"
    is_explained(told, done.stderr)
    assert list(tmp_path.iterdir()) == []


def test_a_kernel_without_memory(save):
    with pytest.raises(NotebookFailure) as failure:
        execute(save("long[][] all = new long[100_000][1_000_000];"))
    is_explained("the Java kernel stopped: Kernel died", str(failure.value))
    is_explained("Terminating due to java.lang.OutOfMemoryError", str(failure.value))


def test_a_kernel_folder_that_was_removed_is_installed_again(tmp_path):
    script = (
        f'need jdk; WORK="{tmp_path}"; VENV="{tmp_path}/venv"; venv_python() {{ say installed; }}; '
        "mkdir -p $WORK/stamps; echo 1 | tee $WORK/stamps/library >$WORK/stamps/jupyter; "
        "install_kernel; install_kernel"
    )
    assert shell(script).stdout.count("installed\n") == 2


@pytest.mark.parametrize("system", ["MINGW64_NT-10.0", "CYGWIN_NT-10.0"])
def test_windows_is_told_of_wsl(system, tmp_path):
    program(tmp_path / "uname", f"echo {system}")
    done = shell("true", PATH=f"{tmp_path}:{os.environ['PATH']}")
    assert done.returncode == 2
    told = "sea4j runs on Linux and macOS. On Windows, please clone it inside WSL"
    is_explained(told, done.stderr)


def test_the_readme_leads_to_the_page():
    assert "environment/TROUBLESHOOTING.md" in (ROOT / "README.md").read_text(encoding="utf-8")
