"""The commands of environment/ work from any folder, and refuse what they cannot do."""

import os
import re
import shutil
import stat
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from conftest import ROOT

ENVIRONMENT = ROOT / "environment"


def run(command, *arguments, cwd=None, **environment):
    return subprocess.run(
        [ENVIRONMENT / command, *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def shell(script: str, **environment) -> subprocess.CompletedProcess:
    """Runs lines of bash that use the functions of environment/setup."""
    return subprocess.run(
        ["bash", "-c", f'. "{ENVIRONMENT}/setup"\n{script}'],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.parametrize(
    ("command", "argument"),
    [("setup", "now"), ("reproduce", "papers"), ("bench", "slow"), ("spark", "submit")],
)
def test_a_wrong_argument_ends_with_2_and_is_named(command, argument, tmp_path):
    done = run(command, argument, cwd=tmp_path)
    assert done.returncode == 2
    assert argument in done.stderr


def test_setup_can_be_repeated_from_any_folder_and_then_builds_nothing(tmp_path):
    done = run("setup", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Building" not in done.stdout
    assert "Installing" not in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_paper_runs_every_sweep_of_the_library():
    listed = run("sea4j", "experiment", "list").stdout
    sweeps = re.findall(r"^([\w-]+):.*(?:\n.*)?\n +parameter +quick +paper", listed, re.MULTILINE)
    assert sweeps
    assert sorted(shell("echo $SWEEPS").stdout.split()) == sorted(sweeps)


def sweeps_with(code: str, folder: Path) -> subprocess.CompletedProcess:
    """Runs the sweeps one, two and three by another program than ours; two ends with the code."""
    program = folder / "sea4j"
    program.write_text(f"#!/bin/sh\necho ran $2\n[ $2 != two ] || exit {code}\n")
    program.chmod(0o755)
    return shell(f'ENVIRONMENT="{folder}"; SWEEPS="one two three"; run_sweeps')


def test_a_sweep_that_fails_is_named_after_the_others_ran(tmp_path):
    done = sweeps_with("2", tmp_path)
    assert done.returncode == 1
    assert "ran three" in done.stdout
    assert "Not at full scale, see above: two\n" in done.stderr


def test_a_stopped_sweep_stops_the_others(tmp_path):
    done = sweeps_with("130", tmp_path)
    assert done.returncode == 130
    assert "ran three" not in done.stdout
    assert "to go on: environment/reproduce paper" in done.stderr
    assert sweeps_with("0", tmp_path).returncode == 0


def test_the_command_line_passes_arguments_and_exit_code(tmp_path):
    done = run("sea4j", "--help", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "solve" in done.stdout
    assert run("sea4j", "no-such-command", cwd=tmp_path).returncode == 2


def test_the_command_line_reads_files_relative_to_the_folder_it_is_called_in(tmp_path):
    (tmp_path / "A.csv").write_text("1,0,0\n0,1,0\n")
    (tmp_path / "y.csv").write_text("0\n3\n")
    call = ["solve", "--matrix", "A.csv", "--measurements", "y.csv", "--sparsity", "1", "--json"]
    done = run("sea4j", *call, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert '"support":[1]' in done.stdout.replace(" ", "").replace("\n", "")


def test_the_command_line_can_be_called_through_a_link(tmp_path):
    (tmp_path / "sea4j").symlink_to(ENVIRONMENT / "sea4j")
    done = subprocess.run([tmp_path / "sea4j", "--help"], capture_output=True, check=False)
    assert done.returncode == 0


def test_umlauts_and_process_substitution_in_the_locale_c(tmp_path):
    (tmp_path / "Größe.csv").write_text("1,0,0\n0,1,0\n")
    (tmp_path / "y.csv").write_text("0\n3\n")
    command = f"'{ENVIRONMENT}/sea4j' solve -k 1 --output Träger.csv"
    for files in [
        "--matrix Größe.csv --measurements <(gzip -c y.csv)",
        "--matrix <(cat Größe.csv) --measurements y.csv",
        "--matrix /dev/stdin --measurements y.csv < Größe.csv",
    ]:
        done = subprocess.run(
            ["bash", "-c", f"{command} {files}"],
            cwd=tmp_path,
            env={**os.environ, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "sea4j: note: the locale is not UTF-8" in done.stderr
        assert "sea,1,3.0" in (tmp_path / "Träger.csv").read_text()


@pytest.mark.parametrize(
    ("version", "lowest", "enough"),
    [
        ("17", "17", True),
        ("17.0.15", "17", True),
        ("11.0.2", "17", False),
        ("8.0", "17", False),
        ("3.6.3", "3.6.3", True),
        ("3.6.2", "3.6.3", False),
        ("3.10.0", "3.9", True),
        ("3.9.18", "3.10", False),
        ("4.0.0", "3.6.3", True),
    ],
)
def test_versions_are_compared_as_numbers(version, lowest, enough):
    assert (shell(f"at_least {version} {lowest}").returncode == 0) is enough


def program(path: Path, *lines: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["#!/bin/sh", *lines, ""]))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_a_jre_is_told_from_a_jdk(tmp_path):
    program(tmp_path / "jre" / "bin" / "java")
    (tmp_path / "jre" / "release").write_text('JAVA_VERSION="21.0.1"\n')
    done = shell('jdk_places() { say "$JAVA_HOME"; }; find_jdk', JAVA_HOME=str(tmp_path / "jre"))
    assert done.returncode == 1
    assert "Java 21.0.1" in done.stderr
    assert "a JRE, not a JDK" in done.stderr


def test_java_home_goes_before_other_jdks(tmp_path):
    program(tmp_path / "jdk" / "bin" / "java")
    program(tmp_path / "jdk" / "bin" / "javac")
    (tmp_path / "jdk" / "release").write_text('JAVA_VERSION="23.0.2"\n')
    done = shell('find_jdk; say "$JDK $JDK_VERSION"', JAVA_HOME=str(tmp_path / "jdk"))
    assert done.stdout == f"{tmp_path / 'jdk'} 23.0.2\n"


def test_a_python_without_venv_is_no_python(tmp_path):
    for name in ["python3", "python3.10", "python3.11", "python3.12", "python3.13"]:
        program(
            tmp_path / name,
            'case "$*" in *ensurepip*) exit 1 ;; *) echo 3.11.2 ;; esac',
        )
    path = f"{tmp_path}:/usr/bin:/bin"
    done = shell('unset PYTHON; find_python || say "$FOUND_PYTHON"', PATH=path)
    assert done.stdout == "Python 3.11.2, but without the module venv or ensurepip\n"


BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]


def test_a_browser_that_only_says_it_is_not_there_is_none(tmp_path):
    for name in BROWSERS:
        program(tmp_path / name, "echo please install it >&2; exit 1")
    path = f"{tmp_path}:{os.environ['PATH']}"
    find = 'unset SEA4J_CHROMIUM; find_chromium && say "$CHROMIUM"'
    assert shell(find, PATH=path).returncode == 1
    program(tmp_path / "google-chrome", "echo Google Chrome 150.0")
    assert shell(find, PATH=path).stdout == f"{tmp_path / 'google-chrome'}\n"


def test_a_command_can_need_python_alone():
    done = shell("need python; say found $PYTHON_VERSION")
    assert done.stdout.startswith("found 3."), done.stderr


def test_a_command_goes_on_without_what_it_only_wants(tmp_path):
    for name in BROWSERS:
        program(tmp_path / name, "exit 1")
    path = f"{tmp_path}:{os.environ['PATH']}"
    wish = "unset SEA4J_CHROMIUM; want chromium || say went on"
    done = shell(wish, PATH=path, SEA4J_INSTALL="no")
    assert done.stdout.endswith("went on\n")
    assert "install" in done.stderr
    assert "chromium" in done.stderr


def test_what_may_not_be_installed_is_told_as_one_command(tmp_path):
    program(tmp_path / "apt-get", f"touch {tmp_path}/called")
    path = f"{tmp_path}:{os.environ['PATH']}"
    done = shell("install maven fonts", PATH=path, SEA4J_INSTALL="no")
    assert done.returncode == 2
    assert "sudo apt-get install -y --no-install-recommends maven fontconfig" in done.stderr
    assert not (tmp_path / "called").exists()


def test_apt_gets_the_first_jdk_that_it_knows(tmp_path):
    # As long as the real answer: many versions, each with more text than a pipe takes at once.
    program(
        tmp_path / "apt-cache",
        '[ "$2" = openjdk-21-jdk-headless ] || exit 100',
        "yes 'Filename: pool/main/o/openjdk-21/x.deb' | head -n 3000",
    )
    path = f"{tmp_path}:{os.environ['PATH']}"
    done = shell("set -o pipefail; packages_for apt-get jdk", PATH=path)
    assert done.stdout == "openjdk-21-jdk-headless\n"


def test_a_stamp_changes_with_a_files_content_and_name(tmp_path):
    first, second = tmp_path / "a b", tmp_path / "c"
    first.write_text("1")
    second.write_text("1")
    hashes = [shell(f'printf "%s\\n" "{f}" | hash_of word').stdout for f in (first, second)]
    first.write_text("2")
    hashes.append(shell(f'printf "%s\\n" "{first}" | hash_of word').stdout)
    assert len(set(hashes)) == 3
    assert all(len(h) == 65 for h in hashes)


def test_a_command_that_fails_shows_the_end_of_its_log(tmp_path):
    done = shell(f'run_logged Trial "{tmp_path}/log" sh -c "echo broken; exit 7"')
    assert done.returncode == 7
    assert "broken" in done.stderr
    assert f"{tmp_path}/log" in done.stderr


def without_flock(folder: Path) -> str:
    """A PATH with the words that the lock needs, and perl in the place of flock."""
    for word in ("bash", "cat", "mkdir", "perl", "sleep", "kill", "rmdir"):
        (folder / word).symlink_to(str(shutil.which(word)))
    return f'PATH="{folder}"; '


@pytest.mark.parametrize("flock", [True, False])
def test_one_of_many_takers_has_the_lock_of_a_killed_process(tmp_path, flock):
    (tmp_path / "words").mkdir()
    start = f'WORK="{tmp_path}"; ' + ("" if flock else without_flock(tmp_path / "words"))
    assert shell(f"{start} take_lock; kill -9 $$").returncode == -9
    inside = tmp_path / "inside"
    # A folder cannot be made twice: whoever finds it is not alone.
    task = f'{start} take_lock; mkdir "{inside}" && sleep 0.02 && rmdir "{inside}"'
    with ThreadPoolExecutor(12) as pool:
        ended = list(
            pool.map(lambda _: shell(f"{task}; done=$?; drop_lock; exit $done"), range(12))
        )
    assert [one.returncode for one in ended] == [0] * 12, ended


def test_the_second_command_waits_and_says_for_whom(tmp_path):
    start = f'WORK="{tmp_path}"; '
    script = f'. "{ENVIRONMENT}/setup"; {start} take_lock; echo $$; read -r line'
    with subprocess.Popen(
        ["bash", "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        holder = first.stdout.readline().strip()
        with ThreadPoolExecutor(1) as pool:
            second = pool.submit(shell, f"{start} take_lock; echo taken")
            time.sleep(1)
            assert not second.done()
            first.communicate("\n")
            assert f"(process {holder})" in second.result().stdout
            assert "taken" in second.result().stdout
