"""Where the source of an unfinished render is, if it is no longer where that was begun."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from engine.jobs.errors import InputProblem, InputVideoError
from engine.resuming.journal import SourceIdentity
from engine.resuming.unfinished import Orphan, orphans

_MOST_FOLDERS = 200
_MOST_FILES = 20_000
"""Looked at by their size, which takes a second at most; after that the user is asked."""


@dataclass(frozen=True)
class Whereabouts:
    """A source, and the file that was being made of it."""

    source: Path
    output: Path


def found_again(path: Path) -> Whereabouts | None:
    """Look around for the source of an unfinished render, under any name.

    It is known by its content. Looked at are its folder, the one above, and those within both.

    Args:
        path: where it was.

    Returns:
        None where no render of it is unfinished.

    Raises:
        InputVideoError: MOVED, a render of it is unfinished, and it is nowhere near.
    """
    begun = _begun_with(path)
    if begun is None or begun.source is None:
        return None
    source = next(_alike(path.absolute().parent, begun.source), None)
    if source is None:
        raise InputVideoError(path, InputProblem.MOVED, str(begun.frames or 0))
    return Whereabouts(source, begun.folder.parent / begun.output)


def is_same_film(path: Path, candidate: Path) -> bool:
    """Whether a file may be the source that was at ``path``: no unfinished render says otherwise.

    Raises:
        InputVideoError: the candidate cannot be read.
    """
    begun = _begun_with(path)
    if begun is None or begun.source is None:
        return True
    try:
        return SourceIdentity.of(candidate).is_same_file(begun.source)
    except OSError as exc:
        problem = InputProblem.READ_FAILED
        raise InputVideoError(candidate, problem, exc.strerror or "") from exc


def _begun_with(path: Path) -> Orphan | None:
    name = str(path.absolute())
    return next((o for o in orphans() if o.source is not None and o.source.path == name), None)


def _alike(folder: Path, identity: SourceIdentity) -> Iterator[Path]:
    files = (file for near in _near(folder) for file in _entries(near) if file.is_file())
    for file in islice(files, _MOST_FILES):
        try:
            if file.stat().st_size != identity.size_bytes:
                continue
            if SourceIdentity.of(Path(file.path)).is_same_file(identity):
                yield Path(file.path)
        except OSError:
            continue  # not ours to read, or gone again


def _near(folder: Path) -> Iterator[Path]:
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
