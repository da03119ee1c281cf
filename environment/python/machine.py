"""The machine: what a table of times has to say of it, and how much runs on it at a time."""

import datetime
import os
import platform
import subprocess
from pathlib import Path

# A kernel has 1 GB, beside it JupyterLab and a browser at work.
GIGABYTES_A_PROCESS = 3
MOST_PROCESSES = 4


def processor() -> str:
    """The model of the CPU, as its maker names it."""
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    asked = subprocess.run(
        ["sysctl", "-n", "machdep.cpu.brand_string"], capture_output=True, text=True, check=False
    )
    return asked.stdout.strip() or platform.processor() or platform.machine()


def processes() -> int:
    """How many notebooks, each with a kernel and a browser, may be at work at the same time."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    room = int(memory / 1e9 / GIGABYTES_A_PROCESS)
    return max(1, min(MOST_PROCESSES, os.cpu_count() or 1, room))


def commit(root: Path) -> str:
    """The commit of the checkout, with -dirty behind it if files have changed since."""
    asked = subprocess.run(
        ["git", "-C", root, "describe", "--always", "--dirty", "--abbrev=12", "--exclude=*"],
        capture_output=True,
        text=True,
        check=False,
    )
    return asked.stdout.strip() or "unknown"


def provenance(root: Path, **more: object) -> dict[str, object]:
    """The record to write beside a table."""
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ"),
        "commit": commit(root),
        "processor": processor(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "load": [round(value, 1) for value in os.getloadavg()],
        "processors": os.cpu_count(),
        **more,
    }
