"""JupyterLab as environment/lab starts it: on this machine only, with a token."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from nbformat import NotebookNode
from nbformat.sign import NotebookNotary

START_SECONDS = 240


class Server:
    """JupyterLab over a folder that may be written to, with settings and state below home."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.token = secrets.token_hex(16)
        self.port = free_port()
        self.log = home / "jupyter.log"
        self.environment = os.environ | {
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
                    # Lets a test ask JupyterLab's own objects whether the kernel is there.
                    "--LabApp.expose_app_in_browser=True",
                ],
                env=self.environment,
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
        self.process.kill()
        raise RuntimeError(f"JupyterLab did not start:\n{self.log.read_text()[-2000:]}")

    def request(self, path: str, method: str = "GET", token: bool = True) -> bytes:
        headers = {"Authorization": f"token {self.token}"} if token else {}
        url = f"http://127.0.0.1:{self.port}/{path}"
        with urllib.request.urlopen(
            urllib.request.Request(url, method=method, headers=headers), timeout=10
        ) as answer:
            return answer.read()

    def refuses_without_token(self) -> bool:
        try:
            self.request("api/contents", token=False)
        except urllib.error.HTTPError as refused:
            return refused.code == 403
        return False

    def end_kernels(self) -> None:
        """A kernel takes some 200 MB: each notebook starts with none but its own."""
        for session in json.loads(self.request("api/sessions")):
            self.request(f"api/sessions/{session['id']}", "DELETE")

    def url(self) -> str:
        """JupyterLab's address, without what an earlier page left open."""
        return f"http://127.0.0.1:{self.port}/lab?reset&token={self.token}"

    def trust(self, notebook: NotebookNode) -> None:
        """Lets this server's user trust the outputs of a notebook that was executed elsewhere."""
        NotebookNotary(data_dir=self.environment["JUPYTER_DATA_DIR"]).sign(notebook)

    def stop(self) -> None:
        self.end_kernels()
        self.process.terminate()
        self.process.wait(20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
