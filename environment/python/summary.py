"""Counts the tests in JUnit XML reports and closes with the line "N passed, N failed"."""

import argparse
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Counts:
    """How many test cases ended in which way, and the names of those that failed."""

    passed: int = 0
    skipped: int = 0
    failed: int = 0
    names: tuple[str, ...] = ()

    def add(self, report: Path) -> None:
        for case in ElementTree.parse(report).iter("testcase"):
            if case.find("failure") is not None or case.find("error") is not None:
                self.failed += 1
                self.names += (f"{case.get('classname')} {case.get('name')}",)
            elif case.find("skipped") is not None:
                self.skipped += 1
            else:
                self.passed += 1

    def line(self) -> str:
        text = f"{self.passed} passed, {self.failed} failed"
        return text + (f", {self.skipped} skipped" if self.skipped else "")


def count(folders: list[Path]) -> Counts:
    """The counts over all XML reports of the folders; a folder that is not there counts nothing."""
    counts = Counts()
    for folder in folders:
        for report in sorted(folder.glob("*.xml")):
            counts.add(report)
    return counts


def settle(counts: Counts, outcomes: dict[str, str]) -> None:
    """A step that failed although no test did (a build error, say) is one failure more."""
    broken = tuple(step for step, outcome in outcomes.items() if outcome != "passed")
    if broken and not counts.failed:
        counts.failed += len(broken)
        counts.names += broken


def main() -> None:
    parser = argparse.ArgumentParser(prog="summary", description=__doc__)
    parser.add_argument("--maven", required=True, choices=["passed", "failed"])
    parser.add_argument("--pytest", required=True, choices=["passed", "failed"])
    parser.add_argument("--reports", required=True, nargs="+", type=Path)
    given = parser.parse_args()
    counts = count(given.reports)
    settle(counts, {"mvn verify": given.maven, "pytest": given.pytest})
    for name in counts.names:
        print(f"  failed: {name}")
    print(counts.line())
    sys.exit(0 if counts.failed == 0 and counts.passed > 0 else 1)


if __name__ == "__main__":
    main()
