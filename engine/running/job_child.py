"""The process that carries out jobs for another process, see `engine.running.runner`."""

from __future__ import annotations

import logging
import os
import threading
from collections import deque
from functools import partial
from typing import IO

from engine.cluster.whole_films import WholeFilm
from engine.jobs.errors import Cancelled, EngineError
from engine.jobs.events import Summary
from engine.jobs.options import Job
from engine.running import messages
from engine.running.child_process import own_streams
from engine.running.messages import Begin, Cancel, MakeRoom, PausePeer, Resume, Told
from engine.running.runner import ThisProcess

log = logging.getLogger(__name__)

_ORPHAN_GRACE_SECONDS = 10.0
"""How long renders may take to stop when the process that wanted them has gone."""


def run_jobs(cancel: threading.Event) -> int:
    """Carry out the jobs that come on standard input; write their events to standard output.

    Other lines on standard input cancel a job, or let all stand still and go on. The end of
    standard input cancels them: the other process has gone.

    Args:
        cancel: set by signals; ends all jobs.

    Returns:
        The exit status.
    """
    requests, answers = own_streams()
    orders = Orders(answers)
    for target, argument in ((orders.read, requests), (orders.cancel_after, cancel)):
        threading.Thread(target=target, args=(argument,), daemon=True).start()
    while (film := orders.wait_for_film()) is not None:
        key_file = film.job.cluster
        if key_file is not None:
            orders.runner.run_together(key_file, orders.take, orders.make_room)
        elif orders.take() is film:
            film.on_end(_end_of(film, orders))
    return int(orders.is_deaf)


def _end_of(film: WholeFilm, orders: Orders) -> Summary | Exception:
    try:
        return orders.runner.run(film.job, film.on_event, film.cancel, orders.make_room)
    except Exception as error:  # the boundary of the process: the other one says it
        return error


class Orders:
    """What the other process wants, and what it is told.

    Args:
        answers: where it is told.
    """

    def __init__(self, answers: IO[bytes]) -> None:
        self._answers, self._writing = answers, threading.Lock()
        self.make_room = threading.Event()
        self.runner = ThisProcess()
        self.is_deaf = False
        """The other process does not read any more."""
        self._changed = threading.Condition()
        self._waiting: deque[WholeFilm] = deque()
        self._cancels: dict[int, threading.Event] = {}
        self._is_cancelled = self._has_ended = False
        self._resumes = 0

    def wait_for_film(self) -> WholeFilm | None:
        """Return the next job, which still waits to be taken; None: no other comes."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._has_ended)
            return self._waiting[0] if self._waiting else None

    def take(self) -> WholeFilm | None:
        """Return the next job, if one waits."""
        with self._changed:
            return self._waiting.popleft() if self._waiting else None

    def cancel_after(self, cancel: threading.Event) -> None:
        """Wait for an event, then cancel all jobs there are, and those that come."""
        cancel.wait()
        self._cancel_all()

    def read(self, requests: IO[bytes]) -> None:
        """Follow the lines of standard input; when it ends, this process does soon."""
        while line := requests.readline():
            with self._changed:
                self._follow(messages.decode_order(line))
                self._changed.notify_all()
        self._end()
        # What is finished lies in the working folder: nothing is lost that is not lost anyway.
        threading.Event().wait(_ORPHAN_GRACE_SECONDS)
        os._exit(1)

    def _follow(self, order: messages.Order) -> None:
        match order:
            case Begin(number, job):
                cancel = self._cancels.setdefault(number, threading.Event())
                if self._is_cancelled:
                    cancel.set()
                tell, end = partial(self._tell, number), partial(self._tell_end, number, job)
                self._waiting.append(WholeFilm(job, tell, end, cancel))
            case Cancel(number):
                self._cancels[number].set()
            case MakeRoom():
                self.make_room.set()
            case Resume():
                self.make_room.clear()
                self._resumes += 1
            case PausePeer(title, is_paused):
                self.runner.pause_peer(title, is_paused=is_paused)

    def _cancel_all(self) -> None:
        with self._changed:
            self._is_cancelled = True
            for cancel in self._cancels.values():
                cancel.set()
            self._changed.notify_all()

    def _end(self) -> None:
        with self._changed:
            self._has_ended = True
        self._cancel_all()

    def _tell(self, number: int, message: messages.Message) -> None:
        """Tell something of a job; returns when the job may go on."""
        resumes, cancel = self._resumes, self._cancels[number]
        try:
            with self._writing:
                self._answers.write(messages.encode(Told(number, message)))
                self._answers.flush()
        except OSError:
            self.is_deaf = True
            self._end()
        if messages.stands_still(message):
            with self._changed:
                self._changed.wait_for(lambda: self._resumes > resumes or cancel.is_set())

    def _tell_end(self, number: int, job: Job, end: Summary | Exception) -> None:
        if isinstance(end, Exception) and not isinstance(end, EngineError | Cancelled):
            log.error("%s failed unexpectedly", job.source, exc_info=end)
        self._tell(number, messages.end_of(end))
