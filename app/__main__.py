"""The start of the program, for ``homereel`` and ``python -m app``."""

from __future__ import annotations

import io
import logging
import os
import sys

import platformdirs

from app.command_line import commands as cli
from app.text import messages
from engine.devices.allocator import keep_freed_memory
from engine.installation.active_runtime import activate


class _LogFile(logging.FileHandler):
    """A log in the user's folder that comes into being with its first line."""

    def __init__(self) -> None:
        folder = platformdirs.user_log_path("homereel", appauthor=False)
        super().__init__(folder / "homereel.log", encoding="utf-8", delay=True)
        self._folder = folder

    def _open(self) -> io.TextIOWrapper:
        self._folder.mkdir(parents=True, exist_ok=True)
        return super()._open()


def main() -> int:
    """Run the command line of this process; returns the exit status."""
    # Before torch is loaded. Its threads would spin while they wait for each other, and beside
    # an encoder, or anything else that computes, that made a frame take four times as long.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    activate()
    keep_freed_memory()
    _prepare_streams_and_log()
    try:
        status = cli.run(sys.argv[1:])
        if sys.stdout:  # None without a console, on Windows
            sys.stdout.flush()  # here, where a full disk or a closed pipe can still be told
        return status
    except KeyboardInterrupt as error:
        print(f"homereel: {messages.describe(error)}", file=sys.stderr)
        return cli.ExitStatus.CANCELLED
    except BrokenPipeError:
        # What reads our output has gone (as in "| head"); nothing may be flushed at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return cli.ExitStatus.FAILED
    except Exception as error:  # the one place where a bug becomes a sentence
        logging.getLogger(__name__).exception("unexpected")
        print(f"homereel: {messages.describe(error)}", file=sys.stderr)
        return cli.ExitStatus.FAILED


def _prepare_streams_and_log() -> None:
    for stream in (sys.stdout, sys.stderr):
        # File names need not be text.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    logging.raiseExceptions = False  # a full disk must not turn into a traceback
    logging.basicConfig(
        handlers=[_LogFile()],
        level=logging.WARNING,
        format="%(asctime)s %(name)s %(levelname)s %(message)s",
    )


if __name__ == "__main__":
    sys.exit(main())
