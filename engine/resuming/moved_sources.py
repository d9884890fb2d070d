"""Finding the source of an unfinished render after it was moved or renamed."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from engine.files.sequences import find_sequence
from engine.files.sources import VIDEO_SUFFIXES
from engine.jobs.errors import InputProblem, InputVideoError
from engine.resuming.journal import SourceIdentity, size_and_time
from engine.resuming.unfinished import Orphan, orphans

_MOST_FOLDERS = 200
_MOST_FILES = 20_000
"""Comparing so many files by size takes a second at most; after that the user is asked."""


@dataclass(frozen=True)
class MovedSource:
    """A source where it is now, and the output of its unfinished render."""

    source: Path
    output: Path


def find_moved_source(path: Path) -> MovedSource | None:
    """Search for the source of an unfinished render by its content, under any name.

    The search covers the folder where it was, the one above, and the folders in both.

    Args:
        path: where the source was.

    Returns:
        None where the source has no unfinished render.

    Raises:
        InputVideoError: MOVED, it has one, and was not found.
    """
    begun = _unfinished_render_of(path)
    if begun is None or begun.source is None:
        return None
    source = next(_files_like(begun.source, path.absolute().parent), None)
    if source is None:
        raise InputVideoError(path, InputProblem.MOVED, str(begun.frames or 0))
    return MovedSource(source, begun.folder.parent / begun.output)


def is_same_film(path: Path, candidate: Path) -> bool:
    """Tell whether a file has the content of the source that was at ``path``.

    Only an unfinished render remembers the content; without one any file may be the source.

    Raises:
        InputVideoError: the candidate cannot be read.
    """
    begun = _unfinished_render_of(path)
    if begun is None or begun.source is None:
        return True
    try:
        return SourceIdentity.of(candidate).is_same_file(begun.source)
    except OSError as exc:
        problem = InputProblem.READ_FAILED
        raise InputVideoError(candidate, problem, exc.strerror or "") from exc


def _unfinished_render_of(path: Path) -> Orphan | None:
    name = str(path.absolute())
    return next((o for o in orphans() if o.source is not None and o.source.path == name), None)


def _files_like(identity: SourceIdentity, folder: Path) -> Iterator[Path]:
    """Yield the files in and near a folder that have the content of a source."""
    if Path(identity.path).suffix.lower() not in VIDEO_SUFFIXES:
        yield from _sequences_like(identity, folder)
    files = (file for near in _folders_near(folder) for file in _entries(near) if file.is_file())
    for file in islice(files, _MOST_FILES):
        try:
            if file.stat().st_size != identity.size_bytes:
                continue
            if SourceIdentity.of(Path(file.path)).is_same_file(identity):
                yield Path(file.path)
        except OSError:
            continue  # not ours to read, or gone again


def _sequences_like(identity: SourceIdentity, folder: Path) -> Iterator[Path]:
    """Yield the folders near a folder that hold the image sequence that a source was."""
    for near in _folders_near(folder):
        with contextlib.suppress(OSError):
            is_alike = find_sequence(near) and size_and_time(near)[0] == identity.size_bytes
            if is_alike and SourceIdentity.of(near).is_same_file(identity):
                yield near


def _folders_near(folder: Path) -> Iterator[Path]:
    """Yield a folder, the folders in it, those next to it, and its parent."""
    yield folder
    for base in (folder, folder.parent):
        within = (Path(entry.path) for entry in _entries(base) if entry.is_dir())
        yield from (near for near in islice(within, _MOST_FOLDERS) if near != folder)
    yield folder.parent


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []
