"""Finding and removing the working folders of unfinished renders.

A render keeps its finished segments in a hidden folder next to its output, and locks it while it
works. It also notes where that folder is, in the state folder of the user, so that the folders of
interrupted renders can be listed.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from engine.files.durable import NEW_SUFFIX, replace_synced
from engine.files.lock import FileLock
from engine.files.names import most_name_bytes
from engine.resuming.journal import JOURNAL_NAME, Journal, SourceIdentity

LOCK_NAME = "lock"
_SUFFIX = ".homereel"


@dataclass(frozen=True, kw_only=True)
class Orphan:
    """The working folder of an interrupted render."""

    folder: Path
    output: str
    """Name of the output file."""
    source: SourceIdentity | None
    frames: int | None
    """Finished frames; None, as ``source``, where the journal cannot be read."""
    size_bytes: int


def folder_of(output: Path) -> Path:
    """Return the working folder of an output: hidden, next to it, however long its name is."""
    folder, name = output.absolute().parent, f".{output.name}{_SUFFIX}"
    if len(os.fsencode(name)) > most_name_bytes(folder):
        name = f".{hashlib.sha256(os.fsencode(name)).hexdigest()[:32]}{_SUFFIX}"
    return folder / name


def folders_beside(output: Path) -> list[Path]:
    """Return the working folders of all outputs in the same folder, sorted by name."""
    return sorted(output.absolute().parent.glob(f".*{_SUFFIX}"))


def note(folder: Path) -> None:
    """Write down durably where a working folder is, for `orphans`; failing does no harm."""
    with contextlib.suppress(OSError, UnicodeError):
        _notes_folder().mkdir(parents=True, exist_ok=True)
        replace_synced(_note_of(folder), os.fsencode(folder))


def remove(folder: Path, lock: FileLock) -> None:
    """Remove a working folder and its note.

    The lock goes last: what an interrupted removal leaves is still known as a working folder.

    Args:
        folder: the folder.
        lock: of the folder, held by the caller; it is released.
    """
    try:
        names = [path for path in folder.iterdir() if path.name != LOCK_NAME]
        # The journal first: it must not name what is not there any more.
        for path in sorted(names, key=lambda path: path.name != JOURNAL_NAME):
            delete(path)
    except OSError:
        lock.release()
        return
    lock.remove()
    with contextlib.suppress(OSError):
        folder.rmdir()
        _note_of(folder).unlink(missing_ok=True)


def delete(path: Path) -> None:
    """Remove something from a working folder: a file, or the pictures of an incomplete output.

    Raises:
        OSError: it cannot be removed.
    """
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def discard(output: Path) -> None:
    """Throw away the unfinished work on an output, unless a render is at work on it."""
    with contextlib.suppress(OSError):
        remove_orphan(folder_of(output))


def has_work_ahead(output: Path) -> bool:
    """Tell whether several computers have finished segments of an output ahead of others."""
    with contextlib.suppress(OSError, ValueError):
        return bool(Journal.read(folder_of(output)).ahead)
    return False


def orphans() -> list[Orphan]:
    """Return the working folders of this user in which no render is at work."""
    found = []
    for noted in _notes():
        with contextlib.suppress(OSError):
            folder = Path(os.fsdecode(noted.read_bytes()))
            if _is_working_folder(folder):
                if not FileLock.is_held(folder / LOCK_NAME):
                    found.append(_orphan(folder))
            elif not folder.is_absolute() or folder.parent.is_dir():
                # Not forgotten where only the disk is not connected.
                noted.unlink(missing_ok=True)
    return found


def remove_orphan(folder: Path) -> bool:
    """Remove a working folder in which no render is at work.

    Returns:
        False when it is still there: a render works in it by now, or it is no working folder.

    Raises:
        OSError: it may not be locked.
    """
    if not _is_working_folder(folder):
        return False
    lock = FileLock.take(folder / LOCK_NAME)
    if lock is None:
        return False
    remove(folder, lock)
    return not folder.exists()


def _is_working_folder(folder: Path) -> bool:
    """Tell whether a render made this folder; nothing else may ever be removed."""
    is_named_so = folder.name.startswith(".") and folder.name.endswith(_SUFFIX)
    if not (folder.is_absolute() and is_named_so and folder.is_dir()) or folder.is_symlink():
        return False
    return any((folder / name).is_file() for name in (JOURNAL_NAME, LOCK_NAME))


def _orphan(folder: Path) -> Orphan:
    output, source, frames = folder.name[1:].removesuffix(_SUFFIX), None, None
    with contextlib.suppress(OSError, ValueError):
        journal = Journal.read(folder)
        output, source, frames = journal.output, journal.source, journal.frames
    size = sum(path.stat().st_size for path in folder.iterdir())
    return Orphan(folder=folder, output=output, source=source, frames=frames, size_bytes=size)


def _notes_folder() -> Path:
    return platformdirs.user_state_path("homereel", appauthor=False) / "work"


def _notes() -> list[Path]:
    with contextlib.suppress(OSError):
        return sorted(n for n in _notes_folder().iterdir() if n.suffix != NEW_SUFFIX)
    return []


def _note_of(folder: Path) -> Path:
    name = hashlib.sha256(os.fsencode(folder)).hexdigest()
    return _notes_folder() / name[:32]
