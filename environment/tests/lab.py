"""JupyterLab as a reader meets it: a server on this machine, and a page of a real browser."""

import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

START_SECONDS = 90
KERNEL_SECONDS = 120
NOTEBOOK_SECONDS = 600

# JupyterLab's own objects tell what its status line only hints at.
READY = """async () => {
    const panel = window.jupyterapp.shell.currentWidget;
    const connection = panel?.sessionContext?.session?.kernel;
    if (connection?.connectionStatus !== 'connected') return false;
    await connection.info;
    return true;
}"""

PROMPTS = """() => [...document.querySelectorAll(
    '.jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell')]
    .filter(cell => cell.querySelector('.cm-content').innerText.trim())
    .map(cell => cell.querySelector('.jp-InputPrompt').innerText.trim())"""


class Server:
    """JupyterLab on localhost with a token of its own, over a folder that may be written to."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.token = secrets.token_hex(16)
        self.port = free_port()
        self.log = home / "jupyter.log"
        environment = os.environ | {
            "JUPYTER_CONFIG_DIR": str(home / "config"),
            "JUPYTER_DATA_DIR": str(home / "data"),
            "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
            "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
            "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
            "JUPYTER_PREFER_ENV_PATH": "1",
            "SEA4J_PRESET": "quick",
        }
        root = ["--allow-root"] if os.geteuid() == 0 else []
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [
                    *[sys.executable, "-m", "jupyterlab", "--no-browser", *root],
                    *["--ServerApp.ip=127.0.0.1", f"--ServerApp.port={self.port}"],
                    *["--ServerApp.port_retries=0", f"--ServerApp.root_dir={folder}"],
                    f"--IdentityProvider.token={self.token}",
                    "--LabApp.expose_app_in_browser=True",
                ],
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._await()

    def _await(self) -> None:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            try:
                self.request("api/status")
                return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError(f"JupyterLab did not start:\n{self.log.read_text()[-2000:]}")

    def request(self, path: str, method: str = "GET", token: bool = True) -> bytes:
        headers = {"Authorization": f"token {self.token}"} if token else {}
        url = f"http://127.0.0.1:{self.port}/{path}"
        with urllib.request.urlopen(
            urllib.request.Request(url, method=method, headers=headers), timeout=10
        ) as answer:
            return answer.read()

    def end_kernels(self) -> None:
        """A kernel takes some 200 MB: each notebook starts with none but its own."""
        for session in json.loads(self.request("api/sessions")):
            self.request(f"api/sessions/{session['id']}", "DELETE")

    def url(self, path: str = "") -> str:
        return f"http://127.0.0.1:{self.port}/lab{path}?reset&token={self.token}"

    def stop(self) -> None:
        self.end_kernels()
        self.process.terminate()
        self.process.wait(20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def chromium() -> str | None:
    """The system's Chromium or Chrome, as environment/shell/needs.sh finds it too."""
    chosen = os.environ.get("SEA4J_CHROMIUM")
    names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    found = [chosen] if chosen else [shutil.which(name) for name in names]
    mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    return next((f for f in [*found, mac] if f and Path(f).exists()), None)


class Lab:
    """One page of JupyterLab, worked by mouse and keyboard."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page = page
        self.server = server

    def open_from_file_browser(self, path: str) -> None:
        """Double-clicks through the folders to the notebook and waits for its kernel."""
        self.page.goto(self.server.url())
        self.page.wait_for_selector("#jupyterlab-splash", state="detached")
        files = self.page.locator(".jp-FileBrowser:visible .jp-DirListing-content")
        for part in Path(path).parts:
            name = files.locator(".jp-DirListing-itemText").get_by_text(part, exact=True)
            name.dblclick()
        self.await_kernel()

    def await_kernel(self) -> None:
        end = time.monotonic() + KERNEL_SECONDS
        while not self.page.evaluate(READY):
            assert time.monotonic() < end, "the kernel did not start"
            time.sleep(0.2)

    def menu(self, menu: str, entry: str) -> None:
        self.page.get_by_role("menuitem", name=menu, exact=True).click()
        self.page.get_by_role("menuitem", name=re.compile(rf"^{re.escape(entry)}")).first.click()

    def restart_and_run_all(self) -> None:
        """Kernel, Restart Kernel and Run All Cells; waits until each cell has its number."""
        self.menu("Kernel", "Restart Kernel and Run All Cells")
        self.page.locator(".jp-Dialog button.jp-mod-accept").click()
        self.page.wait_for_function(f"({PROMPTS})().some(prompt => prompt === '[*]:')")
        self.await_idle()
        self.page.wait_for_timeout(300)

    def await_idle(self) -> None:
        self.page.wait_for_function(
            f"({PROMPTS})().every(prompt => /^\\[\\d+\\]:$/.test(prompt))",
            timeout=1000 * NOTEBOOK_SECONDS,
        )

    def notebook(self) -> Locator:
        return self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")

    def errors(self) -> list[str]:
        """What the notebook shows of exceptions and of what went to standard error."""
        kinds = ["application/vnd.jupyter.error", "application/vnd.jupyter.stderr"]
        shown = ", ".join(f'.jp-OutputArea-output[data-mime-type="{kind}"]' for kind in kinds)
        return self.notebook().locator(shown).all_inner_texts()

    def images(self) -> list[dict]:
        """Each picture with its natural and its shown size, once all have been loaded."""
        return self.notebook().locator(".jp-OutputArea-output img").evaluate_all(
            """images => Promise.all(images.map(async image => {
                await image.decode();
                return {natural: image.naturalWidth, width: image.clientWidth,
                        height: image.clientHeight};
            }))"""
        )

    def type_cell(self, source: str) -> Locator:
        """Adds a cell at the end with this source and returns it, its editor in focus."""
        self.notebook().locator(".jp-Cell").last.click()
        self.page.keyboard.press("Escape")
        before = self.notebook().locator(".jp-CodeCell").count()
        self.page.keyboard.press("b")
        expect(self.notebook().locator(".jp-CodeCell")).to_have_count(before + 1)
        cells = self.notebook().locator(".jp-CodeCell")
        cell = cells.nth(cells.count() - 1)
        cell.locator(".cm-content").click()
        self.page.keyboard.insert_text(source)
        expect(cell.locator(".cm-content")).to_contain_text(source.splitlines()[0])
        return cell

    def run(self) -> None:
        self.page.keyboard.press("Shift+Enter")

    def picture(self, target: Path) -> None:
        """The whole notebook as one picture: the page grows until nothing is scrolled."""
        scroller = self.notebook().locator(".jp-WindowedPanel-outer")
        height = scroller.evaluate("element => element.scrollHeight")
        self.page.set_viewport_size({"width": 1280, "height": min(16000, height + 200)})
        target.parent.mkdir(parents=True, exist_ok=True)
        self.notebook().screenshot(path=target)
        self.page.set_viewport_size({"width": 1280, "height": 900})


def refuses_without_token(server: Server) -> bool:
    try:
        server.request("api/contents", token=False)
    except urllib.error.HTTPError as refused:
        return refused.code == 403
    return False
