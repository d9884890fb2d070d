"""Waiting for what may pass: a source that has gone, a disk that is full or has gone."""

from __future__ import annotations

import contextlib
import errno
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

from engine.jobs.errors import (
    Cancelled,
    DiskFullError,
    EngineError,
    InputProblem,
    InputVideoError,
    OutputProblem,
    OutputVideoError,
)
from engine.jobs.events import Waiting, WaitReason
from engine.resuming.journal import SourceIdentity, size_and_time
from engine.resuming.work import Work
from engine.video.writing.writer import DISK_FULL, output_error

Tell = Callable[[Waiting], None]

_RETRY_SECONDS = 1.0
_QUOTA_RETRIES = 60
"""A write is tried again after so many waits though the disk looks full: it may be a quota."""
_DISK_GONE = frozenset(
    {
        errno.ENOENT,
        errno.EIO,
        errno.ENXIO,
        errno.ENODEV,
        errno.ENOTCONN,
        errno.ESTALE,
        errno.EHOSTDOWN,
        errno.EHOSTUNREACH,
        errno.ETIMEDOUT,
    }
)


def identity_of(source: Path) -> SourceIdentity:
    """Look at a source, so that it is recognised later.

    Raises:
        InputVideoError: NOT_FOUND or READ_FAILED.
    """
    try:
        return SourceIdentity.of(source)
    except FileNotFoundError as exc:
        raise InputVideoError(source, InputProblem.NOT_FOUND) from exc
    except OSError as exc:
        raise InputVideoError(source, InputProblem.READ_FAILED, exc.strerror or "") from exc


class SourceFile:
    """The file that a render reads: it may go away for a while, but must not change.

    Args:
        path: where it is.
        identity: what it was when the render began.
        tell: told on the waiting thread when waiting begins, and with None when it is over.
        cancel: ends the waiting.
        retry_seconds: time between two looks.
    """

    def __init__(
        self,
        path: Path,
        identity: SourceIdentity,
        *,
        tell: Tell,
        cancel: threading.Event,
        retry_seconds: float = _RETRY_SECONDS,
    ) -> None:
        self._path, self._identity = path, identity
        self._tell, self._cancel = tell, cancel
        self._retry_seconds = retry_seconds

    def check(self) -> None:
        """Make sure that the file has not changed.

        Raises:
            InputVideoError: CHANGED, or it cannot be read now.
        """
        try:
            found = size_and_time(self._path)
        except OSError as exc:
            reason = InputProblem.READ_FAILED
            raise InputVideoError(self._path, reason, exc.strerror or "") from exc
        known = self._identity.size_bytes, self._identity.modified_ns
        if found == known:
            return
        if not identity_of(self._path).is_same_file(self._identity):
            raise InputVideoError(self._path, InputProblem.CHANGED)

    def wait(self, make_room: Callable[[], bool] = lambda: False) -> None:
        """Wait until the file can be read; another file in its place does not count.

        Args:
            make_room: called now and then; true if the render stood still for a preview, and said
                so, so that it has to be told again what is waited for.

        Raises:
            Cancelled: the user did not want to wait.
        """
        is_waiting = False
        while not self._is_there():
            if not is_waiting:
                self._tell(Waiting(WaitReason.SOURCE_GONE, self._path))
                is_waiting = True
            if make_room():
                is_waiting = False
            elif self._cancel.wait(self._retry_seconds):
                raise Cancelled
        if is_waiting:
            self._tell(Waiting(None, self._path))

    def _is_there(self) -> bool:
        with contextlib.suppress(InputVideoError):
            return identity_of(self._path).is_same_file(self._identity)
        return False


class OutputDisk:
    """The disk that a render writes to: it may be full or away for a while.

    Args:
        output: the file to be made.
        work: the working folder in the same folder.
        tell: told on the waiting thread when waiting begins, and with None when it is over.
        cancel: ends the waiting.
        retry_seconds: time between two looks.
        quota_retries: a write is tried again after so many looks though the disk is full.
    """

    def __init__(
        self,
        output: Path,
        work: Work,
        *,
        tell: Tell,
        cancel: threading.Event,
        retry_seconds: float = _RETRY_SECONDS,
        quota_retries: int = _QUOTA_RETRIES,
    ) -> None:
        self._output, self._work = output, work
        self._tell, self._cancel = tell, cancel
        self._retry_seconds, self._quota_retries = retry_seconds, quota_retries

    def insist(
        self, write: Callable[[], None], needed_bytes: int, on_wait: Callable[[], None]
    ) -> None:
        """Write, and try again while the disk is full or away.

        Args:
            write: can be called again after it failed.
            needed_bytes: room that it needs, about.
            on_wait: called now and then while waiting.

        Raises:
            Cancelled: the user did not want to wait.
            EngineError: waiting does not help.
        """
        is_waiting = False
        while True:
            try:
                write()
                break
            except (OSError, DiskFullError, OutputVideoError) as exc:
                reason = self._reason_to_wait(exc)
                if not is_waiting:
                    self._tell(Waiting(reason, self._output, self._free_bytes()))
                    is_waiting = True
                self._wait(reason, needed_bytes, on_wait)
        if is_waiting:
            self._tell(Waiting(None, self._output))

    def _reason_to_wait(self, exc: OSError | EngineError) -> WaitReason:
        """Return why a write failed, if that may pass; else raise the engine's error for it."""
        # Errors of libav have a number as those of the system do, but not all share a class.
        cause = exc if isinstance(exc, OSError) else exc.__cause__
        number = getattr(cause, "errno", None)
        if self._work.is_removed:
            raise OutputVideoError(self._output, OutputProblem.WORK_REMOVED) from exc
        if number in DISK_FULL:
            return WaitReason.DISK_FULL
        if number in _DISK_GONE:
            return WaitReason.OUTPUT_GONE
        if isinstance(exc, OSError):
            raise output_error(self._output, OutputProblem.WRITE_FAILED, exc) from exc
        raise exc

    def _wait(self, reason: WaitReason, needed_bytes: int, on_wait: Callable[[], None]) -> None:
        for _ in range(self._quota_retries):
            on_wait()
            if self._cancel.wait(self._retry_seconds):
                raise Cancelled
            if reason is WaitReason.DISK_FULL and self._free_bytes() >= needed_bytes:
                return
            if reason is WaitReason.OUTPUT_GONE and self._work.folder.is_dir():
                with contextlib.suppress(OSError):
                    self._work.lock_again()
                    return

    def _free_bytes(self) -> int:
        with contextlib.suppress(OSError):
            return shutil.disk_usage(self._work.folder.parent).free
        return 0
