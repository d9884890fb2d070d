"""File names that are as long as a disk allows."""

from __future__ import annotations

import os
from pathlib import Path

_USUAL_BYTES = 255
"""On nearly all disks; encrypted folders of eCryptfs take 143."""


def most_name_bytes(folder: Path) -> int:
    """Return how many bytes the name of a file in ``folder`` may have."""
    try:
        return min(_USUAL_BYTES, os.pathconf(folder, "PC_NAME_MAX"))
    except (AttributeError, OSError, ValueError):  # Windows, a folder that is away
        return _USUAL_BYTES


def shortened(stem: str, ending: str, folder: Path) -> str:
    """Return the name ``stem + ending``, of the stem no more than there is room for in ``folder``.

    It is cut between characters.
    """
    room = most_name_bytes(folder) - len(os.fsencode(ending))
    while len(os.fsencode(stem)) > room:
        stem = stem[:-1].rstrip()
    return stem + ending
