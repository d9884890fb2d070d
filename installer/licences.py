"""Check that THIRD_PARTY.md names everything that a package contains.

    python installer/licences.py FOLDER      the folder that PyInstaller made

Every compiled library in the folder has to match a pattern of the page's tables, in their column
"files"; every package with metadata has to be named on the page. Exit status 1 if one is not.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

PAGE = Path(__file__).parents[1] / "THIRD_PARTY.md"
_LIBRARY = re.compile(r"\.(so(\.[\d.]+)?|dll|pyd|dylib)$")


def file_patterns(page: str) -> list[str]:
    """The patterns in the tables whose second column is called "files"."""
    patterns: list[str] = []
    in_table = False
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            in_table = False
        elif len(cells) > 1 and cells[1] == "files":
            in_table = True
        elif in_table:
            patterns += re.findall(r"`([^`]+)`", cells[1])
    return patterns


def unnamed_libraries(names: Iterable[str], page: str) -> list[str]:
    """Those of these libraries, by their place in the package, that the page does not name."""
    patterns = file_patterns(page)
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


def main() -> int:
    """Say what is missing on the page; returns the exit status."""
    page = PAGE.read_text(encoding="utf-8")
    (inside,) = [path for path in Path(sys.argv[1]).iterdir() if path.is_dir()]
    packages = [path.name.split("-")[0] for path in inside.glob("*.dist-info")]
    missing = unnamed_libraries(libraries_in(inside), page) + unnamed_packages(packages, page)
    for name in missing:
        print(f"THIRD_PARTY.md does not name {name}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
