"""The notebooks in JupyterLab in a real browser, worked as a reader would."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from conftest import NOTEBOOKS, ROOT
from lab import Lab, Server, chromium, refuses_without_token

PICTURES = ROOT / "environment" / ".work" / "reports" / "browser"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(NOTEBOOKS, folder / "notebooks")
    home = tmp_path_factory.mktemp("home")
    server = Server(folder / "notebooks", home)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def browser():
    program = chromium()
    if program is None:
        why = "no Chromium was found: install it, or set SEA4J_CHROMIUM to its program"
        if os.environ.get("SEA4J_BROWSER") == "required":
            pytest.fail(why, pytrace=False)
        pytest.skip(why)
    # Chromium's sandbox refuses to run as root, which is what a container often is.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def lab(server, browser):
    page = browser.new_page(viewport={"width": 1280, "height": 900}, device_scale_factor=1)
    page.set_default_timeout(60_000)
    yield Lab(page, server)
    page.close()
    server.end_kernels()


def test_the_server_asks_for_its_token(server):
    assert refuses_without_token(server)


def test_a_reader_runs_it(path: Path, lab: Lab):
    name = path.relative_to(NOTEBOOKS)
    lab.open_from_file_browser(str(name))
    lab.restart_and_run_all()
    lab.picture(PICTURES / name.with_suffix(".png"))
    assert lab.errors() == []
    for image in lab.images():
        assert image["natural"] > 0 and image["width"] > 0 and image["height"] > 0, image


def test_the_stop_button_ends_a_long_cell_and_the_kernel_goes_on(lab: Lab):
    lab.open_from_file_browser("00-contents.ipynb")
    lab.restart_and_run_all()
    long = lab.type_cell(
        "new Sea().withIterations(1_000_000_000).withTolerance(0)"
        ".solve(Deconvolution.gaussian(500, 3.0).instance(40, 1).problem()).status()"
    )
    lab.run()
    lab.page.wait_for_timeout(3000)
    assert long.locator(".jp-InputPrompt").inner_text().strip() == "[*]:"
    lab.page.locator('[data-jp-item-name="interrupt"] jp-button').click()
    long.get_by_text("EvaluationInterruptedException").first.wait_for()
    after = lab.type_cell('"still " + (40 + 2)')
    lab.run()
    after.locator(".jp-OutputArea-output", has_text="still 42").wait_for()
    assert long.locator(".jp-InputPrompt").inner_text().strip() != "[*]:"


def test_completion_knows_the_library(lab: Lab):
    lab.open_from_file_browser("00-contents.ipynb")
    lab.restart_and_run_all()
    lab.type_cell("Deconvolution.gau")
    lab.page.keyboard.press("Tab")
    lab.notebook().locator(".cm-content", has_text="Deconvolution.gaussian").last.wait_for()
