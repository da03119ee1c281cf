"""Finds a JDK: the one that JAVA_HOME names, else the java of the search path."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

OLDEST = 17
NEEDED = f"The Java kernel needs a JDK {OLDEST} or newer"
ADVICE = (
    "Please install one (Debian and Ubuntu: openjdk-17-jdk-headless; conda: openjdk from "
    "conda-forge) and put its java on the PATH, or let JAVA_HOME name its folder; "
    "then restart the kernel."
)


class NoJdkError(Exception):
    """There is no JDK that serves; the message says what was found, and what to do."""


def find(environment: Mapping[str, str] = os.environ) -> str:
    """The java program of a JDK that is new enough."""
    found = []
    for where, java in _programs(environment):
        fault = _fault(java)
        if fault is None:
            return str(java)
        found.append(f"{where} is {java}: {fault}")
    told = "; ".join(found) or "JAVA_HOME is not set, and there is no java on the PATH"
    raise NoJdkError(f"{NEEDED}; {told}. {ADVICE}")


def _programs(environment: Mapping[str, str]):
    home = environment.get("JAVA_HOME")
    if home:
        yield "that of JAVA_HOME", Path(home) / "bin" / ("java.exe" if os.name == "nt" else "java")
    program = shutil.which("java", path=environment.get("PATH", ""))
    if program:
        yield "that of the PATH", Path(program)


def _fault(java: Path) -> str | None:
    """Why this one does not serve, None if it does."""
    try:
        asked = [java, "-XshowSettings:properties", "--version"]
        told = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=True)
    except (OSError, subprocess.SubprocessError):
        return "it does not start, or is older than Java 9"
    # The settings tell more than the path, which may lead to a link or to a script.
    version = re.search(r"java\.specification\.version = (\d+)", told.stderr + told.stdout)
    home = re.search(r"java\.home = (.*)", told.stderr + told.stdout)
    if version is None or home is None:
        return "it does not tell its version"
    if int(version[1]) < OLDEST:
        return f"Java {version[1]}"
    if not any((Path(home[1].strip()) / "bin" / name).exists() for name in ["javac", "javac.exe"]):
        return f"Java {version[1]} without the compiler javac, so a JRE and no JDK"
    return None
