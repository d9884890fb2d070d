"""Working folders from outside: where they are, which of them nobody works in, giving them up.

A render keeps what is finished in a hidden folder beside its output, locked as long as it is at
work. Where on the machine that was is noted for this user, so that what was left is found again.
"""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from engine.files.durable import NEW_SUFFIX, replace_synced
from engine.files.lock import FileLock
from engine.resuming.journal import JOURNAL_NAME, Journal, SourceIdentity

LOCK_NAME = "lock"
_SUFFIX = ".homereel"
_NAME_BYTES = 255


@dataclass(frozen=True, kw_only=True)
class Orphan:
    """A working folder that nobody works in. ``frames`` are finished; None: not readable."""

    folder: Path
    output: str
    source: SourceIdentity | None
    frames: int | None
    size_bytes: int


def folder_of(output: Path) -> Path:
    """The working folder of an output: hidden, beside it, however long its name is."""
    name = f".{output.name}{_SUFFIX}"
    if len(name.encode(errors="surrogateescape")) > _NAME_BYTES:
        digest = hashlib.sha256(name.encode(errors="surrogateescape")).hexdigest()
        name = f".{digest[:32]}{_SUFFIX}"
    return output.absolute().parent / name


def folders_beside(output: Path) -> list[Path]:
    """The working folders of all outputs in the same folder, sorted by name."""
    return sorted(output.absolute().parent.glob(f".*{_SUFFIX}"))


def note(folder: Path) -> None:
    """Note durably where a working folder is, for `orphans`; work goes on without that too."""
    with contextlib.suppress(OSError, UnicodeError):
        _notes_folder().mkdir(parents=True, exist_ok=True)
        replace_synced(_note_of(folder), str(folder).encode("utf-8", "surrogateescape"))


def remove(folder: Path, lock: FileLock) -> None:
    """Remove a working folder and the note of it.

    The lock goes last: what an interrupted removal leaves is still known as a working folder.

    Args:
        folder: where nobody but the caller works.
        lock: that of the folder, held by the caller; released.
    """
    try:
        names = [path for path in folder.iterdir() if path.name != LOCK_NAME]
        # The journal first: it must not name what is not there any more.
        for path in sorted(names, key=lambda path: path.name != JOURNAL_NAME):
            path.unlink()
    except OSError:
        lock.release()
        return
    lock.remove()
    with contextlib.suppress(OSError):
        folder.rmdir()
        _note_of(folder).unlink(missing_ok=True)


def discard(output: Path) -> None:
    """Throw away the unfinished work on an output, if nobody is at it."""
    with contextlib.suppress(OSError):
        remove_orphan(folder_of(output))


def orphans() -> list[Orphan]:
    """Return the working folders of this user in which no render is at work."""
    found = []
    for noted in _notes():
        with contextlib.suppress(OSError):
            folder = Path(noted.read_text(encoding="utf-8", errors="surrogateescape"))
            if _is_working_folder(folder):
                if not FileLock.is_held(folder / LOCK_NAME):
                    found.append(_orphan(folder))
            elif not folder.is_absolute() or folder.parent.is_dir():
                # Not forgotten where only the disk is not connected.
                noted.unlink(missing_ok=True)
    return found


def remove_orphan(folder: Path) -> bool:
    """Remove a working folder in which nobody works.

    Returns:
        False when it is still there: somebody works in it by now, or it is no working folder.

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
    name = hashlib.sha256(str(folder).encode(errors="surrogateescape")).hexdigest()
    return _notes_folder() / name[:32]
