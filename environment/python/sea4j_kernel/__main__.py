"""Starts the kernel: python -m sea4j_kernel RESOURCE_FOLDER CONNECTION_FILE"""

import os
import subprocess
import sys

from sea4j_kernel.command import MEMORY, command
from sea4j_kernel.jdk import NoJdkError, find


def main() -> None:
    folder, connection = sys.argv[1:]
    try:
        java = find()
    except NoJdkError as missing:
        tell(str(missing), connection)
    else:
        become(command(java, folder, connection, os.environ.get("SEA4J_MEMORY", MEMORY)))


def become(arguments: list[str]) -> None:
    """The process is Java from here on, so that Jupyter's signals reach it."""
    if os.name == "posix":
        os.execv(arguments[0], arguments)
    sys.exit(subprocess.call(arguments))


def tell(message: str, connection: str) -> None:
    """In the server's log, and where JupyterLab brings what it takes, in every cell."""
    print(message, file=sys.stderr, flush=True)
    try:
        from sea4j_kernel.apology import serve
    except ImportError:
        sys.exit(1)
    serve(message, connection)


if __name__ == "__main__":
    main()
