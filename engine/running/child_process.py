"""A process of this program that works for another one, and ends with it."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Self, cast

log = logging.getLogger(__name__)

RUN_JOB = "run-job"
"""The word that makes this program carry out a job for another process."""
LOOK_AT_SOURCES = "look-at-sources"
"""The word that makes it look at sources for another process."""
CANCEL_GRACE_SECONDS = 60.0
"""How long a cancelled child may take to end: a step of the network, on a slow processor."""
_KEPT_LINES = 100


def child_command(*words: str) -> list[str]:
    """Return the command line that starts this program with ``words``.

    Packaged by PyInstaller, the executable is the program itself. On Windows the one with a
    console is used: its standard streams work in every case.
    """
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "app", *words]
    program = Path(sys.executable)
    if sys.platform == "win32":
        program = program.with_name("homereel.exe")
    return [str(program), *words]


def own_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Take standard input and output of a child for its messages.

    What anything else prints goes to standard error from now on.

    Returns:
        The stream to read from, without a buffer, and the one to write to.
    """
    requests = cast(IO[bytes], io.FileIO(os.dup(0), "rb"))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return requests, answers


class ChildProcess:
    """Starts a child and makes sure that it ends; what it prints as errors goes to the log.

    Args:
        command: its command line.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._status: int | None = None
        self._printed: deque[str] = deque(maxlen=_KEPT_LINES)
        self._listener = threading.Thread(target=self._listen, name="child's errors", daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    @property
    def answers(self) -> IO[bytes]:
        """What it writes to standard output."""
        assert self._process.stdout is not None
        return self._process.stdout

    @property
    def requests(self) -> IO[bytes]:
        """What it reads from standard input."""
        assert self._process.stdin is not None
        return self._process.stdin

    def send(self, data: bytes) -> None:
        """Write to its standard input; that a child has died is told by its answers."""
        with contextlib.suppress(OSError, ValueError):  # it has gone, or was closed
            self.requests.write(data)
            self.requests.flush()

    def kill(self) -> None:
        """End it at once."""
        with contextlib.suppress(OSError):
            self._process.kill()

    def close(self) -> int:
        """Close its standard input, wait until it has ended, and return its exit status.

        A negative status is the number of the signal that ended it.
        """
        if self._status is not None:
            return self._status
        with contextlib.suppress(OSError):
            self.requests.close()
        try:
            self._status = self._process.wait(CANCEL_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            log.warning("a child process did not end, and is killed")
            self.kill()
            self._status = self._process.wait()
        self._listener.join()
        self.answers.close()
        if self._status and self._printed:
            printed = "\n".join(self._printed)
            log.warning("a child process ended with %s:\n%s", self._status, printed)
        return self._status

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is not None:
            self.kill()
        self.close()

    def _listen(self) -> None:
        assert self._process.stderr is not None
        with self._process.stderr as lines:
            for line in lines:
                self._printed.append(line.decode(errors="backslashreplace").rstrip())
