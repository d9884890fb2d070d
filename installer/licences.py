"""Check that THIRD_PARTY.md names everything that a package contains, and list its parts in it.

    python installer/licences.py FOLDER      the folder that PyInstaller made, on Linux

Every compiled library in the folder has to match a pattern of the page's tables, in their column
"files"; every package with metadata has to be named on the page. Of every part a text of its
licence is put into the folder ``licences``, with ``parts.json``, which the window's About page
reads. Exit status 1 if something is not named, or has no text. To be run with the Python of the
package.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "THIRD_PARTY.md"
TEXTS = Path(__file__).parent / "licences"
_LIBRARY = re.compile(r"\.(so(\.[\d.]+)?|dll|pyd|dylib)$")
_GENERIC = {
    **{name: TEXTS / f"{name}.txt" for name in ("GPL-2.0", "GPL-3.0", "LGPL-2.1", "LGPL-3.0")},
    "Apache-2.0": ROOT / "LICENSE",
}
"""Licences whose texts are the same for everybody."""
_PACKAGE = re.compile(r"(?!python)\w+/\*")
"""Pattern for the libraries of a Python package, which brings its texts itself."""


class Row(NamedTuple):
    """A line of the page's table of libraries."""

    part: str
    patterns: tuple[str, ...]
    licence: str


def rows(page: str) -> Iterator[Row]:
    """The lines of the tables whose second column is called "files"."""
    in_table = False
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            in_table = False
        elif len(cells) > 1 and cells[1] == "files":
            in_table = True
        elif in_table and not cells[0].startswith("---"):
            yield Row(cells[0], tuple(re.findall(r"`([^`]+)`", cells[1])), cells[2])


def unnamed_libraries(names: Iterable[str], page: str) -> list[str]:
    """Those of these libraries, by their place in the package, that the page does not name."""
    patterns = [pattern for row in rows(page) for pattern in row.patterns]
    return sorted(name for name in names if not any(fnmatch(name, pattern) for pattern in patterns))


def unnamed_packages(names: Iterable[str], page: str) -> list[str]:
    """Those of these Python packages that the page does not name."""
    words = set(re.findall(r"[a-z0-9-]+", page.lower().replace("_", "-")))
    return sorted(name for name in names if name.lower().replace("_", "-") not in words)


def libraries_in(folder: Path) -> Iterator[str]:
    """Every compiled library in a folder, by its place there; links are only names."""
    for path in folder.rglob("*"):
        if _LIBRARY.search(path.name) and path.is_file() and not path.is_symlink():
            yield path.relative_to(folder).as_posix()


def texts_of(row: Row, files: Iterable[str]) -> list[Path]:
    """Texts of the licence of a part, on the computer that makes the package.

    They are those of the licences that are the same for everybody, those of its authors in
    ``installer/licences``, and what Debian says of the libraries that come from its packages.
    """
    names = [re.sub(r"[^a-z0-9]+", "-", name.lower()) for name in row.part.split(", ")]
    own = [TEXTS / f"{name}.txt" for name in names]
    licence = row.licence.replace("LGPL-2.0", "LGPL-2.1")  # "or later"
    words = set(re.findall(r"L?GPL-[\d.]+|Apache-2\.0", licence))
    generic = [text for name, text in _GENERIC.items() if name in words]
    debian = {text for name in files if "/" not in name and (text := debian_text(name))}
    return [*sorted(debian), *(text for text in own if text.is_file()), *generic]


def debian_text(library: str) -> Path | None:
    """What Debian says about the package of a library; None where it is from elsewhere."""
    for folder in (Path("/lib/x86_64-linux-gnu"), Path("/usr/lib/x86_64-linux-gnu")):
        path = (folder / library).resolve()
        for name in (str(path), str(path).removeprefix("/usr")):
            found = subprocess.run(
                ["dpkg-query", "--search", name], capture_output=True, text=True, check=False
            )
            if path.exists() and found.returncode == 0:
                package = found.stdout.partition(":")[0]
                return Path("/usr/share/doc") / package / "copyright"
    return None


def libraries_of_parts(page: str, libraries: Iterable[str]) -> dict[Row, list[str]]:
    """The libraries of each part; those of the first pattern that matches belong to it."""
    found: dict[Row, list[str]] = {}
    for name in libraries:
        matching = (r for r in rows(page) if any(fnmatch(name, p) for p in r.patterns))
        if (row := next(matching, None)) is not None:
            found.setdefault(row, []).append(name)
    return found


def write_parts(folder: Path, page: str) -> list[str]:
    """Put texts and the list of parts into a package; returns the parts without a text."""
    from engine.installation.parts import LIST, python_parts  # noqa: PLC0415 - of the package

    python = list(python_parts())
    numpy = next(part.texts[:1] for part in python if part.name == "numpy")
    target = folder / "licences"
    target.mkdir(exist_ok=True)
    entries, missing = [], []

    def add(name: str, version: str, licence: str, texts: Iterable[Path]) -> None:
        kept = []
        for number, text in enumerate(texts, 1):
            plain = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")
            is_shared = text.parent == TEXTS
            copy = target / (text.name if is_shared else f"{plain}-{number}.txt")
            shutil.copyfile(text, copy)
            kept.append(copy.relative_to(folder).as_posix())
        entries.append({"name": name, "version": version, "licence": licence, "texts": kept})
        if not kept:
            missing.append(name)

    for part in python:
        is_own = part.name == "homereel"
        texts = [*part.texts, *texts_of(Row(part.name, (), part.licence), ())]
        add("Homereel" if is_own else part.name, part.version, part.licence, texts)
    for row, files in libraries_of_parts(page, libraries_in(folder)).items():
        if all(map(_PACKAGE.fullmatch, row.patterns)):
            continue
        # Those of a Python package whose libraries lie beside all others come with the package.
        own = {name.strip().lower() for name in row.part.split(",")}
        texts = [text for part in python if part.name.lower() in own for text in part.texts]
        texts += texts_of(row, files)
        if any(name.startswith("numpy.libs/") for name in files):
            texts += numpy  # which names them
        add(row.part, "", row.licence, texts)
    (target / LIST).write_text(json.dumps(entries, indent=1), encoding="utf-8")
    return missing


def main() -> int:
    """Say what is missing on the page; returns the exit status."""
    page = PAGE.read_text(encoding="utf-8")
    (inside,) = [path for path in Path(sys.argv[1]).iterdir() if path.is_dir()]
    packages = [path.name.split("-")[0] for path in inside.glob("*.dist-info")]
    missing = unnamed_libraries(libraries_in(inside), page) + unnamed_packages(packages, page)
    for name in missing:
        print(f"THIRD_PARTY.md does not name {name}", file=sys.stderr)
    without_text = write_parts(inside, page)
    for name in without_text:
        print(f"there is no text of the licence of {name}", file=sys.stderr)
    return 1 if missing or without_text else 0


if __name__ == "__main__":
    sys.exit(main())
