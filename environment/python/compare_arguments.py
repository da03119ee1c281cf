"""The arguments of the comparisons, which environment/compare passes on."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from machine import commit


def compare_arguments(
    module: str, description: str | None, budgets: Iterable[str], parts: str
) -> argparse.Namespace:
    """Parsed from the command line; parts says what --only chooses from, such as "problems".

    With them the commit of the checkout, before the table, a file of it, is written.
    """
    parser = argparse.ArgumentParser(prog=module, description=description)
    parser.add_argument("--budget", required=True, choices=list(budgets))
    parser.add_argument("--only", default="", help=f"{parts} whose name contains this")
    parser.add_argument("--threads", type=int, default=1, help="of each program")
    parser.add_argument("--root", required=True, type=Path, help="the checkout")
    parser.add_argument("--results", required=True, type=Path, help="folder for the table")
    parser.add_argument("--version", required=True, help="our version, whose instances these are")
    parser.add_argument("java", nargs="+", help="the command that starts the Java process")
    given = parser.parse_args()
    given.commit = commit(given.root)
    return given


def chosen(problems: Iterable[str], only: str) -> list[str]:
    """The problems whose names contain this; one at least."""
    every = list(problems)
    found = [problem for problem in every if only in problem]
    if not found:
        raise SystemExit(f"--only {only}: no problem has this in its name: {', '.join(every)}")
    return found
