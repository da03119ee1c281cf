"""Sweeps on Apache Spark give the bytes of a plain run, whatever is killed.

environment/spark test runs this.
"""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from conftest import ROOT

ENVIRONMENT = ROOT / "environment"
SPARK = ENVIRONMENT / ".work" / "spark"
OURS = ("sea4j", "ejml", "commons-rng", "JTransforms", "JLargeArrays", "tablesaw", "fastcsv")
# Five noise levels, 100 trials of about .2 s.
NOISE = ["noise", "--set", "size=100", "--set", "sparsities=10", "--set", "instances=20"]
SEARCH = ["phase-transition", "--set", "zetas=0.4", "--set", "solvers=sea, omp, els"]
SECONDS = 300


def until(what: str, ready: Callable[[], bool]) -> None:
    """Waits for something to happen elsewhere."""
    end = time.monotonic() + SECONDS
    while not ready():
        assert time.monotonic() < end, f"{what} did not happen in {SECONDS} s"
        time.sleep(0.2)


def call(experiment: list[str], folder: Path, *more: str) -> list:
    return [ENVIRONMENT / "sea4j", "experiment", *experiment, "--output", folder, *more]


def run(experiment: list[str], folder: Path, *more: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        call(experiment, folder, *more),
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def start(experiment: list[str], folder: Path, *more: str) -> subprocess.Popen:
    """A run that can be killed, with all that it started."""
    return subprocess.Popen(
        call(experiment, folder, *more),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def rows(folder: Path) -> int:
    """How many are in the journal."""
    journal = folder / "running.csv"
    return len(journal.read_bytes().splitlines()) if journal.exists() else 0


def kill(process: subprocess.Popen) -> None:
    """The process and all that it started, without a word."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture(scope="module")
def plain(tmp_path_factory) -> Callable[[list[str]], bytes]:
    """The bytes of an experiment on threads."""
    known = {}

    def results(experiment: list[str]) -> bytes:
        folder = tmp_path_factory.mktemp("plain") / "results"
        if str(experiment) not in known:
            assert run(experiment, folder).returncode == 0
            known[str(experiment)] = (folder / "results.csv").read_bytes()
        return known[str(experiment)]

    return results


class Cluster:
    """A standalone master and two workers of one core on this machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        (self.home / "jars").mkdir(parents=True)
        for jar in (SPARK / "jars").iterdir():
            if not jar.name.startswith(OURS):  # They have to come from the driver.
                (self.home / "jars" / jar.name).symlink_to(jar)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"spark://127.0.0.1:{port}"
        self.master = self.daemon("master", "--port", str(port))
        until("the start of the master", lambda: self.listens(port))
        one_core = ["--cores", "1", "--memory", "1g"]
        self.workers = [
            self.daemon("worker", *one_core, "--work-dir", folder / name, self.address)
            for name in ("one", "two")
        ]

    def daemon(self, word: str, *arguments: object) -> subprocess.Popen:
        environment = {**os.environ, "SPARK_HOME": str(self.home)}
        command = [ENVIRONMENT / "spark", word, "--webui-port", "0", *map(str, arguments)]
        return subprocess.Popen(command, env=environment, start_new_session=True)

    def listens(self, port: int) -> bool:
        assert self.master.poll() is None
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    def ports(self) -> list:
        """Where its processes listen, those that they started among them."""
        processes = [psutil.Process(p.pid) for p in [self.master, *self.workers]]
        processes += [child for process in processes for child in process.children(recursive=True)]
        return [
            connection.laddr.ip
            for process in processes
            for connection in process.net_connections("inet")
            if connection.status == psutil.CONN_LISTEN
        ]

    def executors(self, worker: int) -> int:
        return len(psutil.Process(self.workers[worker].pid).children(recursive=True))

    def stop(self) -> None:
        for process in [*self.workers, self.master]:
            if process.poll() is None:
                kill(process)


@pytest.fixture
def cluster(tmp_path):
    here = Cluster(tmp_path / "cluster")
    yield here
    here.stop()


def test_the_flags_are_those_that_spark_asks_for(tmp_path):
    source = tmp_path / "Flags.java"
    source.write_text(
        "class Flags { public static void main(String[] none) { System.out.println("
        "org.apache.spark.launcher.JavaModuleOptions.defaultModuleOptions()); } }"
    )
    asked = subprocess.run(
        ["java", "-cp", f"{SPARK}/jars/*", source], capture_output=True, text=True, check=True
    ).stdout.split()
    # For its linear algebra, which is not here; Java would warn of it.
    asked.remove("--add-modules=jdk.incubator.vector")
    assert (ROOT / "lib" / "spark" / "jvm.options").read_text().split() == asked


@pytest.mark.parametrize("experiment", [NOISE, SEARCH], ids=["sweep", "search"])
def test_threads_of_spark(experiment, plain, tmp_path):
    done = run(experiment, tmp_path / "s", "--on", "local[2]")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "s" / "results.csv").read_bytes() == plain(experiment)
    names = ("sea4j: ", f"{experiment[0]}: ")
    assert [line for line in done.stderr.splitlines() if not line.startswith(names)] == []


@pytest.mark.parametrize("experiment", [NOISE, SEARCH], ids=["sweep", "search"])
def test_two_workers_on_this_machine_alone(experiment, plain, cluster, tmp_path):
    running = start(experiment, tmp_path / "s", "--on", cluster.address)
    until("the first row", lambda: rows(tmp_path / "s") > 2)
    listening = cluster.ports()
    error = running.communicate(timeout=SECONDS)[1]
    assert running.returncode == 0, error
    assert (tmp_path / "s" / "results.csv").read_bytes() == plain(experiment)
    assert len(listening) >= 5
    assert {ip.removeprefix("::ffff:") for ip in listening} == {"127.0.0.1"}


def test_a_worker_killed_with_unfinished_rows(plain, cluster, tmp_path):
    running = start(NOISE, tmp_path / "s", "--on", cluster.address)
    total = len(plain(NOISE).splitlines())
    until("two executors", lambda: cluster.executors(0) > 0 and cluster.executors(1) > 0)
    until("some rows", lambda: rows(tmp_path / "s") > 20)
    kill(cluster.workers[0])
    assert rows(tmp_path / "s") < total / 2
    error = running.communicate(timeout=SECONDS)[1]
    assert running.returncode == 0, error
    assert (tmp_path / "s" / "results.csv").read_bytes() == plain(NOISE)


@pytest.mark.parametrize("where", ["local[2]", "cluster"])
def test_a_killed_driver_goes_on_where_it_was(where, plain, tmp_path, request):
    address = request.getfixturevalue("cluster").address if where == "cluster" else where
    running = start(NOISE, tmp_path / "s", "--on", address)
    until("some rows", lambda: rows(tmp_path / "s") > 20)
    kill(running)
    assert not (tmp_path / "s" / "results.csv").exists()
    done = run(NOISE, tmp_path / "s", "--on", address, "--resume")
    assert done.returncode == 0, done.stderr
    assert "from an earlier run" in done.stderr
    assert (tmp_path / "s" / "results.csv").read_bytes() == plain(NOISE)


def test_control_c_keeps_what_is_finished(plain, tmp_path):
    running = start(NOISE, tmp_path / "s", "--on", "local[2]")
    until("some rows", lambda: rows(tmp_path / "s") > 20)
    os.killpg(running.pid, signal.SIGINT)
    error = running.communicate(timeout=SECONDS)[1]
    assert running.returncode == 130, error
    assert "to go on: sea4j experiment noise" in error
    assert "--on 'local[2]'" in error
    done = run(NOISE, tmp_path / "s", "--resume")
    assert "from an earlier run" in done.stderr
    assert (tmp_path / "s" / "results.csv").read_bytes() == plain(NOISE)


def test_a_master_that_is_not_there_is_one_line(tmp_path):
    done = run(NOISE, tmp_path / "s", "--on", "spark://127.0.0.1:1")
    assert done.returncode == 2, done.stderr
    assert "spark://127.0.0.1:1 is not there" in done.stderr.splitlines()[-1]
