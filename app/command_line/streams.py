"""Standard output and error that may be closed, full, or missing altogether.

A render of a whole night must not end because its progress cannot be shown.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO, cast


class Stream(io.TextIOWrapper):
    """A standard stream that drops what cannot be written, and remembers the reason.

    File names need not be text: what has no encoding is written with backslashes.

    Attributes:
        failure: why something could not be written; None while all could.
        is_wanted: the program ends when what reads the stream has gone, as in "| head".
    """

    failure: OSError | None = None
    is_wanted = False

    def write(self, text: str) -> int:
        """Write text, unless an earlier one could not be written.

        Raises:
            BrokenPipeError: what reads the stream has gone, and it is one that is wanted.
        """
        if self.failure is None:
            try:
                return super().write(text)
            except OSError as error:
                self._fail(error)
        return len(text)

    def flush(self) -> None:
        """Write what waits, as `write` does.

        Raises:
            BrokenPipeError: as `write`.
        """
        if self.failure is None and not self.closed:
            try:
                super().flush()
            except OSError as error:
                self._fail(error)

    def _fail(self, error: OSError) -> None:
        self.failure = error
        # What still waits in the buffers would fail again, with a traceback at the very end.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self.fileno())
        os.close(nowhere)
        super().flush()
        if self.is_wanted and isinstance(error, BrokenPipeError):
            raise error


def prepare() -> None:
    """Give this process standard streams that can be written to, whatever it was started with."""
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            # Or the next file that is opened gets the number, and FFmpeg logs into the film. The
            # lowest number that is free is this one.
            os.open(os.devnull, os.O_RDWR)
    if sys.stdin is None:  # closed, or a program of Windows without a console
        sys.stdin = _nowhere("r")
    sys.stdout = _prepared(sys.stdout)
    sys.stderr = _prepared(sys.stderr)
    if isinstance(sys.stdout, Stream):
        sys.stdout.is_wanted = True


def output_failure() -> OSError | None:
    """Flush standard output and return why something could not be written to it.

    Raises:
        BrokenPipeError: what reads it has gone.
    """
    sys.stdout.flush()
    return sys.stdout.failure if isinstance(sys.stdout, Stream) else None


def _prepared(stream: TextIO | None) -> TextIO:
    if stream is None:
        return _nowhere("w")
    if type(stream) is not io.TextIOWrapper:
        return stream
    encoding, is_line_buffered = stream.encoding, stream.line_buffering
    return Stream(
        cast(io.BufferedWriter, stream.detach()),
        encoding=encoding,
        errors="backslashreplace",
        line_buffering=is_line_buffered,
    )


def _nowhere(mode: str) -> TextIO:
    return cast(TextIO, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123
