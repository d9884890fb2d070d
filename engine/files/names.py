"""Names of outputs by a pattern, and names that are as long as a disk allows."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

USUAL_NAME = "{name} restored"
"""What an output is called, without its suffix."""
NAME_FIELDS = ("name", "part", "size", "model")
"""Stand in braces for the source's name, the part that is restored, width and height, the model."""
_FIELD = rf"{{({'|'.join(NAME_FIELDS)})}}"
NAME_PATTERN = rf"(?:[^{{}}<>:\"/\\|?*\x00-\x1f\x7f]|{_FIELD}){{1,120}}"
"""A regular expression for patterns of names that every system allows."""

BEGINNING_PATTERN = r"[^{}<>:\"/\\|?*\x00-\x1f\x7f]{0,120}"
"""A regular expression for what may stand before the source's name."""

_USUAL_BYTES = 255
"""On nearly all disks; encrypted folders of eCryptfs take 143."""


def most_name_bytes(folder: Path) -> int:
    """Return how many bytes the name of a file in ``folder`` may have."""
    try:
        return min(_USUAL_BYTES, os.pathconf(folder, "PC_NAME_MAX"))
    except (AttributeError, OSError, ValueError):  # Windows, a folder that is away
        return _USUAL_BYTES


def named(pattern: str, fields: Mapping[str, str]) -> str:
    """Return the name that a pattern makes of its fields, without a suffix.

    What an empty field leaves behind goes: two spaces in a row, a dash at the end, empty brackets.
    Where nothing is left, it is the name of the source.
    """
    text = re.sub(_FIELD, lambda found: found[0] if fields.get(found[1]) else "", pattern)
    text = re.sub(r"\(\s*\)|\[\s*\]", "", text)
    text = re.sub(r"\s{2,}", " ", text).lstrip(" -_").rstrip(" .-_")
    return re.sub(_FIELD, lambda found: fields[found[1]], text or "{name}")


def fitted(write: Callable[[str], str], stem: str, folder: Path) -> str:
    """Return the name ``write(stem)``, of the stem no more than there is room for in ``folder``.

    It is cut between characters.
    """
    room = most_name_bytes(folder)
    while stem and len(os.fsencode(write(stem))) > room:
        stem = stem[:-1].rstrip()
    return write(stem)


def shortened(stem: str, ending: str, folder: Path) -> str:
    """Return the name ``stem + ending``, of the stem no more than there is room for in ``folder``.

    It is cut between characters.
    """
    return fitted(lambda fitting: fitting + ending, stem, folder)
