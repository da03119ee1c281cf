"""A Java kernel spoken to over its sockets, as a notebook does but without one."""

import json
import os
import queue
import time
from pathlib import Path

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import KernelManager

SECONDS_TO_START = 240
# For an answer: a limit for what never comes, not a measure.
SECONDS = 180

# In two pieces, as the code of a cell is shown too.
BEGUN = 'System.out.println("be" + "gun");\n'

# A solve of hours that says itself that it begins: a busy machine takes its time to compile a line.
SOLVING = f"""Solution solving() {{ {BEGUN} return new Sea().withIterations(1_000_000_000)
.withTolerance(0).solve(Deconvolution.gaussian(500, 3.0).instance(40, 1).problem()); }}
"""


class OtherJava(KernelSpecManager):
    """The kernel "java" with another java program."""

    java = ""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        spec = super().get_kernel_spec(kernel_name)
        spec.argv = [self.java, *spec.argv[1:]]
        return spec


class Session:
    """One kernel; java is the program to run it with, None for the installed one."""

    def __init__(self, java: str | None = None) -> None:
        specs = KernelSpecManager() if java is None else OtherJava()
        if java is not None:
            specs.java = java
        self.manager = KernelManager(kernel_name="java", kernel_spec_manager=specs)
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=SECONDS_TO_START)

    def end(self) -> None:
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def start(self, code: str) -> str:
        """Sends a cell and returns the request's id."""
        return self.client.execute(code)

    def run(self, code: str) -> "Outputs":
        """Runs a cell to its end."""
        return self.outputs(self.start(code))

    def outputs(self, request: str) -> "Outputs":
        """All that a cell shows until the kernel is idle again."""
        outputs = Outputs()
        for kind, content in self._published(request):
            if kind == "status" and content["execution_state"] == "idle":
                return outputs
            outputs.add(kind, content)
        raise AssertionError(f"the cell did not end; it showed {outputs.text[-2000:]}")

    def shown(self, request: str, text: str) -> None:
        """Waits until the cell has printed the text."""
        outputs = Outputs()
        for kind, content in self._published(request):
            outputs.add(kind, content)
            if text in outputs.text:
                return
        raise AssertionError(f"the cell did not print {text!r}; it showed {outputs.text!r}")

    def _published(self, request: str):
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            try:
                message = self.client.get_iopub_msg(timeout=0.2)
            except queue.Empty:
                continue
            if message["parent_header"].get("msg_id") == request:
                yield message["msg_type"], message["content"]

    def stray(self, seconds: float) -> list[str]:
        """The kinds of all messages that come in a while, whatever they belong to."""
        kinds = []
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                kinds.append(self.client.get_iopub_msg(timeout=0.1)["msg_type"])
            except queue.Empty:
                continue
        return kinds

    def interrupt(self) -> None:
        self.manager.interrupt_kernel()

    def reply(self, code: str) -> dict:
        """Runs a cell and returns what the kernel says of it, beside what it shows."""
        return self._reply(self.start(code))

    def complete(self, code: str) -> list[dict]:
        """What is offered behind the code: text and type each."""
        reply = self._reply(self.client.complete(code))
        return reply["metadata"]["_jupyter_types_experimental"]

    def inspect(self, code: str, cursor: int | None = None, detail: int = 0) -> dict | None:
        """The help at the cursor, by MIME type; None if there is none."""
        reply = self._reply(self.client.inspect(code, cursor, detail))
        return reply["data"] if reply["found"] else None

    def info(self) -> dict:
        return self._reply(self.client.kernel_info())

    def _reply(self, request: str) -> dict:
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            try:
                message = self.client.get_shell_msg(timeout=1)
            except queue.Empty:
                continue
            if message["parent_header"].get("msg_id") == request:
                return message["content"]
        raise AssertionError("no reply")

    def processor_seconds(self) -> float:
        """What the kernel's process has used so far."""
        pid = self.manager.provisioner.process.pid
        numbers = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(numbers[11]) + int(numbers[12])) / os.sysconf("SC_CLK_TCK")


class Outputs:
    """What one cell has shown."""

    def __init__(self) -> None:
        self.messages = 0
        self.text = ""
        self.values: list[dict] = []
        self.error: dict | None = None

    def add(self, kind: str, content: dict) -> None:
        self.messages += 1
        if kind == "stream":
            self.text += content["text"]
        elif kind in {"execute_result", "display_data"}:
            self.values.append(content["data"])
        elif kind == "error":
            self.error = content

    def value(self) -> str:
        """The text of the last value."""
        return self.values[-1]["text/plain"]

    def traceback(self) -> list[str]:
        """The lines of the error, without colours."""
        assert self.error is not None, f"no error, but {self.text!r} {self.values}"
        return [strip_colours(line) for line in self.error["traceback"]]


def strip_colours(text: str) -> str:
    parts = text.split("\x1b[")
    return parts[0] + "".join(part.partition("m")[2] for part in parts[1:])


def other_javas() -> list[str]:
    """One java program of each other version on this machine, if SEA4J_ALL_JAVAS asks for them."""
    if not os.environ.get("SEA4J_ALL_JAVAS"):
        return []
    spec = KernelSpecManager().get_kernel_spec("java")
    found = {version(Path(spec.argv[0])): None}
    for home in sorted(Path("/usr/lib/jvm").glob("*")):
        if (home / "bin" / "javac").exists():
            found.setdefault(version(home / "bin" / "java"), str(home / "bin" / "java"))
    return [java for java in found.values() if java is not None]


def version(java: Path) -> str:
    release = java.resolve().parents[1] / "release"
    lines = dict(line.split("=", 1) for line in release.read_text().splitlines() if "=" in line)
    return json.loads(lines["JAVA_VERSION"]).partition(".")[0]
