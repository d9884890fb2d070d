"""A lock between processes that the system opens when its owner dies, however it dies."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

if sys.platform == "win32":
    import msvcrt

    def _seize(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """Held from `take` until `release`, or until the process ends."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    @classmethod
    def take(cls, path: Path) -> Self | None:
        """Lock the file ``path``, which is made if it is not there.

        Returns:
            None when somebody else holds the lock.

        Raises:
            OSError: the file cannot be made.
        """
        while True:
            file = path.open("ab")
            try:
                _seize(file)
            except (BlockingIOError, PermissionError):
                file.close()
                return None
            except OSError:
                # Some network drives know no locks; there a second owner goes unnoticed.
                return cls(file)
            if _is_at(file, path):
                return cls(file)
            # Its last owner removed it between our opening and our locking it.
            file.close()

    def release(self) -> None:
        """Let others have it."""
        self._file.close()

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
