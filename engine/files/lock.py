"""A lock between processes that the system releases when its owner dies, however it dies.

A process can ask whether a lock is held without hindering one that wants to take it. On Linux and
macOS the owner holds an exclusive ``flock``; a process that only asks tries a shared one, and
releases it at once. A process that wants the lock and finds the file locked tries a shared lock as
well: if it is refused, there is an owner; if it is granted, somebody only asked, and the process
tries again. On Windows nothing is locked in order to ask: the system refuses to read a byte that
another handle has locked.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

_MOST_LOOK_SECONDS = 5.0
"""Asking takes microseconds, but a process may be stopped in the middle of it."""
_LOOK_SECONDS = 0.001
_HELD = (BlockingIOError, PermissionError)

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> bool:
        """Lock the first byte for one owner; False where another one has it."""
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except _HELD:
            return False
        if os.fstat(file.fileno()).st_size == 0:
            # A byte to be refused to processes that ask; reading past the end may not be refused.
            os.write(file.fileno(), b"\0")
        return True

    def _is_locked(file: BinaryIO) -> bool:
        """Tell whether somebody owns the lock."""
        try:
            file.read(1)
        except PermissionError:
            return True
        return False

else:
    import fcntl

    def _lock(file: BinaryIO) -> bool:
        """Lock the file for one owner; False where another one has it."""
        latest = time.monotonic() + _MOST_LOOK_SECONDS
        while True:
            with contextlib.suppress(*_HELD):
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return True
            if _is_locked(file) or time.monotonic() >= latest:
                return False
            time.sleep(_LOOK_SECONDS)

    def _is_locked(file: BinaryIO) -> bool:
        """Tell whether somebody owns the lock; see above why this hinders nobody."""
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except _HELD:
            return True
        except OSError:
            return False  # some network drives know no locks
        fcntl.flock(file, fcntl.LOCK_UN)
        return False


class FileLock:
    """Held from `take` until `release`, or until the process ends."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file, self._path = file, path

    @classmethod
    def take(cls, path: Path) -> Self | None:
        """Lock the file ``path``, which is made if it is not there.

        Returns:
            None when somebody else holds the lock.

        Raises:
            OSError: the file cannot be made.
        """
        while True:
            file = path.open("a+b", buffering=0)
            try:
                is_ours = _lock(file)
            except OSError:
                # Some network drives know no locks; there a second owner goes unnoticed.
                return cls(file, path)
            if not is_ours:
                file.close()
                return None
            if _is_at(file, path):
                return cls(file, path)
            # Its last owner removed it between our opening and our locking it.
            file.close()

    @classmethod
    def is_held(cls, path: Path) -> bool:
        """Tell whether somebody holds the lock ``path``, without hindering others to take it.

        Raises:
            OSError: the file is there and cannot be opened.
        """
        try:
            with path.open("rb", buffering=0) as file:
                return _is_locked(file)
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Release the lock, so that others can take it."""
        self._file.close()

    def remove(self) -> None:
        """Remove the file and release the lock; on Windows it stays while others have it open."""
        if sys.platform == "win32":  # which removes no file that is open
            self.release()
        with contextlib.suppress(OSError):
            self._path.unlink()
        self.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()


def _is_at(file: BinaryIO, path: Path) -> bool:
    with contextlib.suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    return False
