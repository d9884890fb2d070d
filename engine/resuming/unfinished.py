"""Working folders from outside: where they are, which of them nobody works in, giving them up.

A render keeps what is finished in a hidden folder beside its output, locked as long as it is at
work. Where on the machine that was is noted for this user, so that what was left is found again.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from engine.files.lock import FileLock
from engine.resuming.journal import Journal, SourceIdentity

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
    """Note where a working folder is, for `orphans`; work goes on without that too."""
    with contextlib.suppress(OSError):
        _notes_folder().mkdir(parents=True, exist_ok=True)
        _note_of(folder).write_text(str(folder), encoding="utf-8", errors="surrogateescape")


def remove(folder: Path) -> None:
    """Remove a working folder that the caller holds the lock of, and the note of it."""
    shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):
        _note_of(folder).unlink(missing_ok=True)


def discard(output: Path) -> None:
    """Throw away the unfinished work on an output, if nobody is at it."""
    folder = folder_of(output)
    with contextlib.suppress(OSError):
        if folder.is_dir():
            remove_orphan(folder)


def orphans() -> list[Orphan]:
    """Working folders of this user that no render is at work in."""
    found = []
    for noted in _notes():
        folder = Path(noted.read_text(encoding="utf-8", errors="surrogateescape"))
        with contextlib.suppress(OSError):
            if not folder.is_dir():
                # Not forgotten where only the disk is not connected.
                if folder.parent.is_dir():
                    noted.unlink(missing_ok=True)
                continue
            lock = FileLock.take(folder / LOCK_NAME)
            if lock is not None:
                with lock:
                    found.append(_orphan(folder))
    return found


def remove_orphan(folder: Path) -> bool:
    """Remove a working folder; False when somebody works in it by now."""
    lock = FileLock.take(folder / LOCK_NAME)
    if lock is None:
        return False
    with lock:
        remove(folder)
    return not folder.exists()


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
        return sorted(_notes_folder().iterdir())
    return []


def _note_of(folder: Path) -> Path:
    name = hashlib.sha256(str(folder).encode(errors="surrogateescape")).hexdigest()
    return _notes_folder() / name[:32]
