"""Files of video discs: which of them belong to one film, which are menus."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

# DVD Specifications for Read-Only Disc, part 3: a title is stored in up to nine files, cut at any
# byte; number 0 is its menu.
_FILE = re.compile(r"VTS_(?P<title>\d\d)_(?P<part>\d)\.VOB", re.IGNORECASE)
_MAIN_MENU = "video_ts.vob"
_MOST_PARTS = 9

# The tracks of a Video CD (White Book, 1993), in the folder MPEGAV.
_VIDEO_CD = re.compile(r"(AVSEQ|MUSIC)\d\d\.DAT", re.IGNORECASE)


def title_parts(path: Path) -> list[Path]:
    """Return the files of the film that begins in ``path``, in order; mostly it is one."""
    parts = [path]
    if _part(path) == 1:
        for number in range(2, _MOST_PARTS + 1):
            following = _sibling(path, number)
            if not following.is_file():
                break
            parts.append(following)
    return parts


def is_menu(path: Path) -> bool:
    """Tell whether ``path`` has the name of a DVD menu."""
    return path.name.lower() == _MAIN_MENU or _part(path) == 0


def is_continuation(path: Path, others: Collection[Path] | None = None) -> bool:
    """Tell whether ``path`` is a later part of a film that begins in one of ``others``.

    Args:
        path: any file.
        others: by default, all files in its folder.
    """
    part = _part(path)
    if part is None or part < 2:
        return False
    first = _sibling(path, 1)
    is_there = first.is_file() if others is None else first in others
    return is_there and path in title_parts(first)


def is_video_cd_track(path: Path) -> bool:
    """Tell whether ``path`` has the name of a film on a Video CD; other ``.dat`` files are data."""
    return _VIDEO_CD.fullmatch(path.name) is not None


def title_name(path: Path) -> str | None:
    """Return a name for the film of a DVD in ``path``, made of its disc's name and its number.

    None where it is not on a DVD, or where the disc has no name.
    """
    match = _FILE.fullmatch(path.name)
    folder = path.absolute().parent
    if match is None or folder.name.upper() != "VIDEO_TS" or not folder.parent.name:
        return None
    return f"{folder.parent.name} title {int(match['title'])}"


def _part(path: Path) -> int | None:
    match = _FILE.fullmatch(path.name)
    return None if match is None else int(match["part"])


def _sibling(path: Path, number: int) -> Path:
    stem = path.stem
    return path.with_name(f"{stem[:-1]}{number}{path.suffix}")
