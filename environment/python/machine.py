"""What a table of times has to say about itself: versions, machine, date and commit."""

import datetime
import os
import platform
import subprocess
from pathlib import Path


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
