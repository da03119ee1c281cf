"""Installs the Java kernel: IJava, mended, with the library on its class path."""

import argparse
import json
import shutil
import sys
from pathlib import Path

MAIN_CLASS = "io.github.sea4j.kernel.KernelMain"


# A Jupyter server serves what is in the kernel's folder.
DOCUMENTATION = "documentation/index.html"


def kernel_spec(java: str, memory: str, environment: dict[str, str]) -> dict:
    """The kernel.json: Jupyter puts in {resource_dir} (in argv only) and {connection_file}."""
    return {
        "display_name": "Java",
        "language": "java",
        "interrupt_mode": "message",
        "argv": [
            java,
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            f"-Xmx{memory}",
            # Solvers allocate little; this collector has the smallest footprint.
            "-XX:+UseSerialGC",
            # A long loop over an int answers to a stop, and does not hold up the other threads.
            "-XX:+UseCountedLoopSafepoints",
            "-XX:LoopStripMiningIter=1000",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.util.logging.config.file={resource_dir}/logging.properties",
            "-cp",
            "{resource_dir}/kernel/*:{resource_dir}/lib/*",
            MAIN_CLASS,
            "{connection_file}",
        ],
        "env": environment,
    }


def install(
    java: str, library: Path, memory: str, documentation: Path, settings: Path, prefix: Path
) -> Path:
    """Writes the kernel and JupyterLab's settings below prefix and returns the kernel's folder."""
    folder = prefix / "share" / "jupyter" / "kernels" / "java"
    fresh = folder.with_name("java.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for jars in ["kernel", "lib"]:
        shutil.copytree(library / jars, fresh / jars)
    shutil.copy(settings / "logging.properties", fresh)
    environment = {
        "IJAVA_STARTUP_SCRIPT": (settings / "startup.jshell").read_text(encoding="utf-8")
    }
    if documentation.is_dir():
        shutil.copytree(documentation, fresh / "documentation")
        environment["SEA4J_DOCUMENTATION"] = f"kernelspecs/java/{DOCUMENTATION}"
    spec = kernel_spec(java, memory, environment)
    (fresh / "kernel.json").write_text(json.dumps(spec, indent=2) + "\n", encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)

    lab_settings = prefix / "share" / "jupyter" / "lab" / "settings"
    lab_settings.mkdir(parents=True, exist_ok=True)
    shutil.copy(settings / "overrides.json", lab_settings)
    server_settings = prefix / "etc" / "jupyter"
    server_settings.mkdir(parents=True, exist_ok=True)
    shutil.copy(settings / "jupyter_server_config.json", server_settings)
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(prog="kernel", description=__doc__)
    parser.add_argument("--java", required=True, help="the JDK's java program")
    parser.add_argument("--library", required=True, type=Path, help="folder with kernel/ and lib/")
    parser.add_argument("--memory", required=True, help="the kernel's largest heap, as in 1g")
    parser.add_argument(
        "--documentation", required=True, type=Path, help="folder of the Javadoc, if there is one"
    )
    parser.add_argument("--settings", required=True, type=Path, help="folder with the settings")
    parser.add_argument("--prefix", type=Path, default=Path(sys.prefix), help="where to install")
    given = parser.parse_args()
    install(
        given.java,
        given.library,
        given.memory,
        given.documentation,
        given.settings,
        given.prefix,
    )


if __name__ == "__main__":
    main()
