"""Names of outputs: two items of the queue never share one, and no file is replaced."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path


def free_output(wanted: Path, taken: Collection[Path]) -> Path:
    """The wanted path, or the next number of it that is neither there nor taken.

    "a restored.mp4" becomes "a restored 2.mp4"; "a restored 2.mp4" becomes "a restored 3.mp4".
    """
    candidate, number = wanted, 1
    stem = wanted.stem
    if found := re.fullmatch(r"(.* restored) (\d+)", stem):
        stem, number = found[1], int(found[2])
    # Names that differ in case only are one file on Windows and macOS.
    taken_names = {str(path).casefold() for path in taken}
    while candidate.exists() or str(candidate).casefold() in taken_names:
        number += 1
        candidate = wanted.with_name(f"{stem} {number}{wanted.suffix}")
    return candidate
