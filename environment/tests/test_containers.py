"""Binder, the Dockerfile and the dev container install what environment/ asks for, its way."""

import json
import re

from test_scripts import ENVIRONMENT, program, run, shell

from conftest import NOTEBOOKS, ROOT

BINDER = ROOT / ".binder"
PIN = re.compile(r"([\w.-]+)==[\w.]+")


def lines(path):
    """The lines of a requirements file that say something."""
    text = [line.partition("#")[0].strip() for line in path.read_text().splitlines()]
    return [line for line in text if line]


def test_binder_installs_the_system_packages_that_setup_would(tmp_path):
    program(tmp_path / "apt-cache", "exit 100")
    asked = "".join(
        shell(f'PATH="{tmp_path}:$PATH"; packages_for apt-get {need}').stdout
        for need in ["jdk", "maven", "fonts"]
    )
    assert (BINDER / "apt.txt").read_text().split() == asked.split()


def test_binder_installs_the_list_of_environment_and_pins_what_it_adds():
    linked, *added = lines(BINDER / "requirements.txt")
    assert linked.startswith("-r ")
    assert (BINDER / linked[3:]).resolve() == ENVIRONMENT / "requirements.txt"
    listed = {PIN.match(line)[1] for line in lines(ENVIRONMENT / "requirements.txt")}
    assert all(PIN.fullmatch(line) for line in added)
    assert listed.isdisjoint(PIN.match(line)[1] for line in added)


def test_binders_last_step_leaves_an_environment_alone():
    done = run("../.binder/postBuild")
    assert done.returncode == 2
    assert "environment/setup" in done.stderr
    assert not (ENVIRONMENT / ".venv").is_symlink()


def test_a_linked_environment_is_added_to_and_not_made_anew(tmp_path):
    (tmp_path / "link").symlink_to(ENVIRONMENT / ".venv")
    made = (ENVIRONMENT / ".venv" / "pyvenv.cfg").stat().st_mtime_ns
    done = shell(f'WORK="{tmp_path}"; VENV="{tmp_path}/link"; find_python && install_jupyter')
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "stamps" / "jupyter").exists()
    assert (ENVIRONMENT / ".venv" / "pyvenv.cfg").stat().st_mtime_ns == made


def test_jupyter_opens_a_page_that_is_there():
    settings = json.loads((ENVIRONMENT / "jupyter" / "jupyter_server_config.json").read_text())
    for application in ["LabApp", "JupyterNotebookApp"]:
        page = settings[application]["default_url"].removeprefix("/lab/tree/")
        assert ROOT / page == NOTEBOOKS / "00-contents.ipynb"
        assert (ROOT / page).exists()


def test_the_dev_container_is_a_stage_of_the_dockerfile_set_up_by_the_same_script():
    folder = ROOT / ".devcontainer"
    container = json.loads((folder / "devcontainer.json").read_text())
    dockerfile = (folder / container["build"]["dockerfile"]).resolve()
    assert dockerfile == ENVIRONMENT / "Dockerfile"
    assert (folder / container["build"]["context"]).resolve() == ROOT
    text = dockerfile.read_text()
    assert f" AS {container['build']['target']}\n" in text
    assert f" {container['remoteUser']}\n" in text
    assert "COPY .binder/apt.txt" in text
    assert f"RUN {container['postCreateCommand']} " in text
