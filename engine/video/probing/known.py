"""What another process found out about sources, so that this one need not look at them again.

The window lets a process of its own look at each source. A preview runs in that of the window, and
would decode the same stretches once more before its first frame. Imports no PyAV.
"""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from engine.files.sequences import files_of
from engine.video.facts import SourceInfo

FileStates: TypeAlias = tuple[tuple[int, int], ...]
"""Size and time of the last change, in nanoseconds, of each file of a source."""

_MOST_SOURCES = 256
_known: dict[Path, tuple[FileStates, SourceInfo]] = {}


def file_states(path: Path) -> FileStates:
    """The state of the files of a source; empty where they cannot be read."""
    try:
        states = [part.stat() for part in files_of(path)]
    except OSError:
        return ()
    return tuple((state.st_size, state.st_mtime_ns) for state in states)


def remember(path: Path, states: FileStates, info: SourceInfo) -> None:
    """Keep what was found out about a source.

    Args:
        path: of the source.
        states: of its files before they were looked at.
        info: what was found.
    """
    if len(_known) >= _MOST_SOURCES:
        _known.clear()
    if states:
        _known[path] = states, info


def remembered(path: Path, states: FileStates) -> SourceInfo | None:
    """What is known about a source whose files are in this state; None where that is nothing."""
    known = _known.get(path)
    return known[1] if known is not None and known[0] == states else None
