"""Names of outputs: two items of the queue never share one, and no file is replaced."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

_NUMBERED = re.compile(r"(.* restored) (\d+)")


def name_key(path: Path) -> str:
    """What two names have in common that are one file on Windows and macOS."""
    return str(path).casefold()


def free_output(wanted: Path, *taken: Collection[str]) -> Path:
    """The wanted path, or the next number of it that is free.

    "a restored.mp4" becomes "a restored 2.mp4"; "a restored 2.mp4" becomes "a restored 3.mp4".

    Args:
        wanted: the path without regard to others.
        taken: the keys (see `name_key`) of files that exist, and of those that others will write.
    """
    candidate, number = wanted, 1
    stem = wanted.stem
    if found := _NUMBERED.fullmatch(stem):
        stem, number = found[1], int(found[2])
    while any(name_key(candidate) in keys for keys in taken):
        number += 1
        candidate = wanted.with_name(f"{stem} {number}{wanted.suffix}")
    return candidate
