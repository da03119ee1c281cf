"""Makes the files in data/ from the packages that ship the numbers, and checks them."""

import argparse
import csv
import gzip
import hashlib
import io
import re
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = list[str]
# Finds a file of a package by the path inside it.
Files = Callable[[str], bytes]


@dataclass(frozen=True)
class DataSet:
    """Where the numbers are, and the table that is made of them: names first, then rows."""

    package: str
    table: Callable[[Files], list[Row]]
    separator: str = ","


def text(value: float) -> str:
    """The shortest text of a number; whole numbers have no decimal point."""
    number = float(value)
    return str(int(number)) if number.is_integer() else repr(number)


def rows_of(raw: bytes, separator: str = ",") -> list[Row]:
    return list(csv.reader(io.StringIO(raw.decode("utf-8")), delimiter=separator))


def arrays_of(raw: bytes) -> Any:
    import numpy as np

    return np.load(io.BytesIO(raw))


def breast_cancer(files: Files) -> list[Row]:
    measured = [
        "radius", "texture", "perimeter", "area", "smoothness", "compactness", "concavity",
        "concave points", "symmetry", "fractal dimension",
    ]  # fmt: skip
    names = [f"{kind} {what}" for kind in ("mean", "error of", "worst") for what in measured]
    words = {"0": "malignant", "1": "benign"}
    rows = rows_of(files("sklearn/datasets/data/breast_cancer.csv"))[1:]
    return [[*names, "diagnosis"]] + [[*row[:-1], words[row[-1]]] for row in rows]


def diabetes(files: Files) -> list[Row]:
    names = ["age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6", "progression"]
    folder = "sklearn/datasets/data/"
    inputs = gzip.decompress(files(folder + "diabetes_data_raw.csv.gz")).decode().splitlines()
    target = gzip.decompress(files(folder + "diabetes_target.csv.gz")).decode().splitlines()
    pairs = zip(inputs, target, strict=True)
    return [names] + [[text(float(v)) for v in [*x.split(), y]] for x, y in pairs]


def digits(files: Files) -> list[Row]:
    pixels = [f"r{row}c{column}" for row in range(8) for column in range(8)]
    raw = gzip.decompress(files("sklearn/datasets/data/digits.csv.gz"))
    return [[*pixels, "digit"]] + [[text(float(v)) for v in row] for row in rows_of(raw)]


def ecg(files: Files) -> list[Row]:
    return [["ecg"]] + [[text(v)] for v in arrays_of(files("pywt/data/ecg.npz"))["data"]]


def seismogram(files: Files) -> list[Row]:
    channels = {"vertical": "EHZ", "north": "EHN", "east": "EHE"}
    read = arrays_of(files("obspy/core/data/example.npz"))
    columns = [read[channel] for channel in channels.values()]
    return [list(channels)] + [[text(v) for v in row] for row in zip(*columns, strict=True)]


def penguins(files: Files) -> list[Row]:
    """As a spreadsheet in much of Europe writes it: decimal commas, NA as nothing."""
    rows = rows_of(files("palmerpenguins/data/penguins.csv"))
    return [rows[0]] + [["" if v == "NA" else v.replace(".", ",") for v in r] for r in rows[1:]]


def visits(files: Files) -> list[Row]:
    return rows_of(files("statsmodels/datasets/randhie/randhie.csv"))


def gasoline(files: Files) -> list[Row]:
    """Octane numbers and spectra from an R database: an index of places, then packed values."""
    import rdata

    def value(packed: bytes) -> Any:
        # Four bytes of length, then zlib.
        return rdata.parser.parse_data(zlib.decompress(packed[4:]))

    folder = "usr/lib/R/site-library/pls/data/Rdata"
    index = rdata.conversion.convert(rdata.parser.parse_data(files(folder + ".rdx")))
    start, length = (int(v) for v in index["variables"]["gasoline"])
    frame = value(files(folder + ".rdb")[start : start + length]).object
    octane, spectra = (part.value for part in frame.value)
    absorption = spectra.reshape(len(octane), -1, order="F")  # R goes down the columns
    names = [f"{900 + 2 * j} nm" for j in range(absorption.shape[1])]
    rows = zip(octane, absorption, strict=True)
    return [["octane", *names]] + [[text(y), *(text(v) for v in row)] for y, row in rows]


def letter(files: Files) -> list[Row]:
    import rdata

    raw = files("usr/lib/R/site-library/mlbench/data/LetterRecognition.rda")
    frame = rdata.conversion.convert(rdata.parser.parse_data(raw))["LetterRecognition"]
    columns = [[str(v) for v in frame["lettr"]]] + [
        [text(v) for v in frame[name]] for name in frame.columns if name != "lettr"
    ]
    names = ["letter", *(name for name in frame.columns if name != "lettr")]
    return [names] + [list(row) for row in zip(*columns, strict=True)]


DATA = {
    "breast-cancer": DataSet("scikit-learn==1.9.1", breast_cancer),
    "diabetes": DataSet("scikit-learn==1.9.1", diabetes),
    "digits": DataSet("scikit-learn==1.9.1", digits),
    "ecg": DataSet("pywavelets==1.9.0", ecg),
    "gasoline": DataSet("r-cran-pls", gasoline),
    "letter": DataSet("r-cran-mlbench", letter),
    "penguins": DataSet("palmerpenguins==0.1.6", penguins, ";"),
    "seismogram": DataSet("obspy==1.5.1", seismogram),
    "visits": DataSet("statsmodels==0.15.0", visits),
}


class Unreachable(Exception):
    """A package could not be fetched; the message names it and what the program that tried says."""


def fetch(package: str, folder: Path) -> Files:
    """Fetches a package once: a wheel by pip, which is a zip, or Debian's by apt-get."""
    folder.mkdir(parents=True, exist_ok=True)
    if package.startswith("r-cran-"):
        if not list(folder.glob("*.deb")):
            call(package, ["apt-get", "download", "-q", package], folder)
            call(package, ["dpkg", "-x", *(p.name for p in folder.glob("*.deb")), "."], folder)
        return lambda path: (folder / path).read_bytes()
    if not list(folder.glob("*.whl")):
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
        call(package, [*pip, "--no-deps", "--only-binary", ":all:", package], folder)
    wheel = next(folder.glob("*.whl"))
    return lambda path: zipfile.ZipFile(wheel).read(path)


def call(package: str, command: list[str], folder: Path) -> None:
    program = "pip" if "pip" in command else command[0]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise Unreachable(f"{package} is not fetched: there is no {program} here") from None
    if done.returncode != 0:
        said = (done.stderr.strip() or done.stdout.strip()).splitlines()[-3:]
        raise Unreachable("\n    ".join([f"{package} is not fetched; {program} says:", *said]))


def written(data_set: DataSet, files: Files) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=data_set.separator, lineterminator="\n").writerows(
        data_set.table(files)
    )
    return out.getvalue().encode("utf-8")


def stated(readme: Path) -> str:
    """The checksum that the page of a data set states."""
    found = re.search(r"SHA-256 `([0-9a-f]{64})`", readme.read_text(encoding="utf-8"))
    return found[1] if found else "no checksum"


def main() -> int:
    parser = argparse.ArgumentParser(prog="environment/data", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--check", action="store_true", help="compare only")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(DATA))
    asked = parser.parse_args()
    unknown = [name for name in asked.names if name not in DATA]
    if unknown:
        parser.error(f"no data set {', '.join(unknown)}; there are {', '.join(DATA)}")
    failed = 0
    with tempfile.TemporaryDirectory() as packages:
        for name in asked.names or DATA:
            try:
                made = written(
                    DATA[name], fetch(DATA[name].package, Path(packages, DATA[name].package))
                )
            except Unreachable as why:
                print(f"{name}: {why}", flush=True)
                failed += 1
                continue
            if not asked.check:
                (asked.data / name).mkdir(exist_ok=True)
                (asked.data / name / f"{name}.csv").write_bytes(made)
            checksum = hashlib.sha256(made).hexdigest()
            same = checksum == stated(asked.data / name / "README.md")
            failed += not same
            verdict = "as its page says" if same else "not what its page says"
            print(f"{name}: {len(made)} bytes, SHA-256 {checksum}, {verdict}", flush=True)
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
