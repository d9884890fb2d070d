"""The process that carries out one job for another process, see `engine.running.runner`."""

from __future__ import annotations

import logging
import os
import threading
from typing import IO

from engine.jobs.errors import Cancelled, EngineError
from engine.jobs.options import Job
from engine.jobs.wire import from_json
from engine.running import messages
from engine.running.child_process import own_streams
from engine.running.runner import OnEvent, ThisProcess

log = logging.getLogger(__name__)

_ORPHAN_GRACE_SECONDS = 10.0
"""How long the render may take to stop when the process that wanted it has gone."""


def run_job(cancel: threading.Event) -> int:
    """Carry out the job that is read from standard input; write its events to standard output.

    A further line on standard input cancels the render, and so does its end: the other process has
    gone.

    Args:
        cancel: set by signals.

    Returns:
        The exit status.
    """
    requests, answers = own_streams()
    line = requests.readline()
    if not line:
        return 0
    job = from_json(Job, line)
    threading.Thread(target=_watch, args=(requests, cancel), daemon=True).start()

    def tell(message: messages.Message) -> None:
        answers.write(messages.encode(message))
        answers.flush()

    try:
        tell(_end_of(job, tell, cancel))
    except OSError:  # nobody reads any more
        return 1
    return 0


def _end_of(job: Job, on_event: OnEvent, cancel: threading.Event) -> messages.End:
    try:
        return ThisProcess().run(job, on_event, cancel)
    except Cancelled:
        return messages.Stopped()
    except EngineError as error:
        return messages.Failed(error)
    except BrokenPipeError:
        raise
    except Exception as error:  # the boundary of the process: the other one says it
        log.exception("%s failed unexpectedly", job.source)
        return messages.Unexpected.of(error)


def _watch(requests: IO[bytes], cancel: threading.Event) -> None:
    is_orphan = not requests.readline()
    cancel.set()
    if is_orphan or not requests.readline():
        # What is finished lies in the working folder: nothing is lost that is not lost anyway.
        threading.Event().wait(_ORPHAN_GRACE_SECONDS)
        os._exit(1)
