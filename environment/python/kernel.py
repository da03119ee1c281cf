"""Installs the Java kernel, IJava (mended) or JJava, with the library on its class path."""

import argparse
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from sea4j_kernel.command import IJAVA, command

# The name that the notebooks ask for, whichever kernel it is.
NAME = "java"
# A Jupyter server serves what is in the kernel's folder.
DOCUMENTATION = "documentation/index.html"
# What Jupyter puts in; the folder in argv only.
FOLDER = "{resource_dir}"
CONNECTION = "{connection_file}"
# Found in the environment of the Jupyter server that starts it; which JDK is found then, too.
LAUNCHER = ["python", "-m", "sea4j_kernel", FOLDER, CONNECTION]


@dataclass(frozen=True)
class Flavour:
    """What differs between the kernels: how they start, and the variable with the first cell."""

    display_name: str
    main: str
    startup: str
    options: tuple[str, ...] = ()


FLAVOURS = {
    "ijava": Flavour("Java", IJAVA, "IJAVA_STARTUP_SCRIPT"),
    "jjava": Flavour(
        "Java (JJava)",
        "org.dflib.jjava.distro.JJava",
        "JJAVA_STARTUP_SCRIPT",
        ("--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED",),
    ),
}


def kernel_spec(flavour: Flavour, argv: list[str], environment: dict[str, str]) -> dict:
    """The kernel.json."""
    return {
        "display_name": flavour.display_name,
        "language": "java",
        "interrupt_mode": "message",
        "argv": argv,
        "env": environment,
    }


def install(
    flavour: Flavour,
    argv: list[str],
    jars: list[Path],
    documentation: Path,
    settings: Path,
    prefix: Path,
) -> Path:
    """Writes the kernel below prefix and returns its folder; jars are kernel/ and lib/."""
    folder = prefix / "share" / "jupyter" / "kernels" / NAME
    fresh = folder.with_name(f"{NAME}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for source, target in zip(jars, ["kernel", "lib"], strict=True):
        shutil.copytree(source, fresh / target)
    shutil.copy(settings / "logging.properties", fresh)
    environment = {flavour.startup: (settings / "startup.jshell").read_text(encoding="utf-8")}
    if documentation.is_dir():
        shutil.copytree(documentation, fresh / "documentation")
        environment["SEA4J_DOCUMENTATION"] = f"kernelspecs/{NAME}/{DOCUMENTATION}"
    spec = kernel_spec(flavour, argv, environment)
    (fresh / "kernel.json").write_text(json.dumps(spec, indent=2) + "\n", encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
    return folder


def configure(settings: Path, prefix: Path) -> None:
    """Writes JupyterLab's settings, which only the environment of a clone has."""
    lab_settings = prefix / "share" / "jupyter" / "lab" / "settings"
    lab_settings.mkdir(parents=True, exist_ok=True)
    shutil.copy(settings / "overrides.json", lab_settings)
    server_settings = prefix / "etc" / "jupyter"
    server_settings.mkdir(parents=True, exist_ok=True)
    shutil.copy(settings / "jupyter_server_config.json", server_settings)


def main() -> None:
    parser = argparse.ArgumentParser(prog="kernel", description=__doc__)
    parser.add_argument("--flavour", default="ijava", choices=FLAVOURS, help="which kernel")
    parser.add_argument("--java", help="the JDK's java program; for the wheel none")
    parser.add_argument("--jars", required=True, type=Path, help="folder of the kernel's own jars")
    parser.add_argument("--library", required=True, type=Path, help="folder of the library's jars")
    parser.add_argument("--memory", default="", help="the kernel's largest heap, as in 1g")
    parser.add_argument(
        "--documentation", required=True, type=Path, help="folder of the Javadoc, if there is one"
    )
    parser.add_argument("--settings", required=True, type=Path, help="folder with the settings")
    parser.add_argument("--prefix", type=Path, default=Path(sys.prefix), help="where to install")
    given = parser.parse_args()
    flavour = FLAVOURS[given.flavour]
    argv = LAUNCHER
    if given.java is not None:
        argv = command(given.java, FOLDER, CONNECTION, given.memory, flavour.main, flavour.options)
        configure(given.settings, given.prefix)
    jars = [given.jars, given.library]
    install(flavour, argv, jars, given.documentation, given.settings, given.prefix)


if __name__ == "__main__":
    main()
