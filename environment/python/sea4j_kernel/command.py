"""The command line that starts the kernel, the same from a clone and from the wheel."""

import os

MEMORY = "1g"
IJAVA = "io.github.sea4j.kernel.KernelMain"


def command(
    java: str,
    folder: str,
    connection: str,
    memory: str,
    main: str = IJAVA,
    options: tuple[str, ...] = (),
) -> list[str]:
    """What to run; folder holds kernel/, lib/ and logging.properties."""
    return [
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
        f"-Djava.util.logging.config.file={folder}/logging.properties",
        *options,
        "-cp",
        f"{folder}/kernel/*{os.pathsep}{folder}/lib/*",
        main,
        connection,
    ]
