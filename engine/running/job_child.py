"""The process that carries out one job for another process, see `engine.running.runner`."""

from __future__ import annotations

import logging
import os
import threading
from typing import IO

from engine.jobs.errors import Cancelled, EngineError
from engine.jobs.options import Job
from engine.jobs.wire import from_json
from engine.running import child_process, messages
from engine.running.child_process import own_streams
from engine.running.runner import OnEvent, ThisProcess

log = logging.getLogger(__name__)

_ORPHAN_GRACE_SECONDS = 10.0
"""How long the render may take to stop when the process that wanted it has gone."""
_POLL_SECONDS = 0.05


def run_job(cancel: threading.Event) -> int:
    """Carry out the job that is read from standard input; write its events to standard output.

    Further lines on standard input cancel the render, or let it stand still and go on. The end of
    standard input cancels it too: the other process has gone.

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
    orders = Orders(cancel)
    threading.Thread(target=orders.read, args=(requests,), daemon=True).start()

    def tell(message: messages.Message) -> None:
        answers.write(messages.encode(message))
        answers.flush()
        if messages.stands_still(message):
            orders.wait_for_resume()

    try:
        tell(_end_of(job, tell, orders))
    except OSError:  # nobody reads any more
        return 1
    return 0


class Orders:
    """What the other process wants of the render.

    Args:
        cancel: set by signals as well.
    """

    def __init__(self, cancel: threading.Event) -> None:
        self.cancel, self.make_room = cancel, threading.Event()
        self._may_go_on = threading.Event()
        self.runner = ThisProcess()

    def read(self, requests: IO[bytes]) -> None:
        """Follow the lines of standard input; when it ends, this process does soon."""
        while line := requests.readline():
            match line:
                case child_process.MAKE_ROOM:
                    self._may_go_on.clear()
                    self.make_room.set()
                case child_process.RESUME:
                    self._may_go_on.set()
                case _ if (order := messages.read_pause_order(line)) is not None:
                    self.runner.pause_peer(order.title, is_paused=order.is_paused)
                case _:
                    self.cancel.set()
        self.cancel.set()
        # What is finished lies in the working folder: nothing is lost that is not lost anyway.
        threading.Event().wait(_ORPHAN_GRACE_SECONDS)
        os._exit(1)

    def wait_for_resume(self) -> None:
        """Stand still until the other process is through, or wants no more of this render."""
        self.make_room.clear()
        while not self._may_go_on.wait(_POLL_SECONDS) and not self.cancel.is_set():
            pass


def _end_of(job: Job, on_event: OnEvent, orders: Orders) -> messages.End:
    try:
        return orders.runner.run(job, on_event, orders.cancel, orders.make_room)
    except Cancelled:
        return messages.Stopped()
    except EngineError as error:
        return messages.Failed(error)
    except BrokenPipeError:
        raise
    except Exception as error:  # the boundary of the process: the other one says it
        log.exception("%s failed unexpectedly", job.source)
        return messages.Unexpected.of(error)
