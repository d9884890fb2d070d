"""The program as a process: its streams, language and log, its command, its exit status."""

from __future__ import annotations

import faulthandler
import io
import logging
import os
import sys

import platformdirs

from app.command_line import commands as cli
from app.command_line import streams
from app.command_line.ending import ExitStatus, cancelled_by_signals
from app.text import language, messages
from engine.devices.allocator import keep_freed_memory
from engine.installation.active_runtime import activate
from engine.running.child_process import LOOK_AT_SOURCES, RUN_JOB

_CHILDREN = ([RUN_JOB], [LOOK_AT_SOURCES])
"""Command lines for the processes that the window starts."""


class _LogFile(logging.FileHandler):
    """A log in the user's folder that comes into being with its first line."""

    def __init__(self) -> None:
        folder = platformdirs.user_log_path("homereel", appauthor=False)
        super().__init__(folder / "homereel.log", encoding="utf-8", delay=True)
        self._folder = folder

    def _open(self) -> io.TextIOWrapper:
        self._folder.mkdir(parents=True, exist_ok=True)
        return super()._open()


def run() -> int:
    """Carry out the command line of this process; returns the exit status."""
    streams.prepare()  # first, while no file can have got the number of one that is closed
    # Before torch is loaded. Its threads would spin while they wait for each other, and beside
    # an encoder, or anything else that computes, that made a frame take four times as long.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    language.use(language.language_of_system())
    activate()
    keep_freed_memory()
    _prepare_log()
    try:
        words = sys.argv[1:]
        status = _work_for_another(words[0]) if words in _CHILDREN else cli.run(words)
        failure = streams.output_failure()
        if failure is not None:
            print(f"homereel: {messages.describe_output_failure(failure)}", file=sys.stderr)
            return ExitStatus.FAILED
        return status
    except KeyboardInterrupt as error:
        print(f"homereel: {messages.describe(error)}", file=sys.stderr)
        return ExitStatus.CANCELLED
    except BrokenPipeError:  # what reads our output has gone, as in "| head"
        return ExitStatus.FAILED
    except Exception as error:  # the one place where a bug becomes a sentence
        logging.getLogger(__name__).exception("unexpected")
        print(f"homereel: {messages.describe(error)}", file=sys.stderr)
        return ExitStatus.FAILED


def _work_for_another(word: str) -> int:
    """Be a child of the window: carry out a job, or look at sources."""
    if sys.stderr:
        faulthandler.enable()  # the window's log then tells where a codec crashed
    with cancelled_by_signals() as cancel:
        if word == RUN_JOB:
            from engine.running.job_child import run_jobs  # noqa: PLC0415 - loads torch

            return run_jobs(cancel)
        from engine.running.source_child import look_at_sources  # noqa: PLC0415 - loads PyAV

        return look_at_sources()


def _prepare_log() -> None:
    logging.raiseExceptions = False  # a full disk must not turn into a traceback
    levels = logging.getLevelNamesMapping()
    logging.basicConfig(
        handlers=[_LogFile()],
        level=levels.get(os.environ.get("HOMEREEL_LOG", "").upper(), logging.WARNING),
        format="%(asctime)s %(name)s %(levelname)s %(message)s",
    )
