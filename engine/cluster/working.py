"""What a worker does for the coordinator; Dask calls it on a thread of its own."""

from __future__ import annotations

import time
from typing import Any, Protocol

from engine.cluster.files import PART_BYTES
from engine.cluster.piece_restorer import Stopped, carry_out
from engine.cluster.tasks import Task, task_of

_REPORT_SECONDS = 1.0


class Listener(Protocol):
    """Told what this computer does for others."""

    def began(self, task: Task) -> None:
        """A task has come."""

    def is_leaving(self) -> bool:
        """Tell whether this computer wants to leave."""


def run_task(text: str) -> None:
    """Carry out a task and bring the answer; the coordinator gave its JSON.

    Raises:
        ValueError: the task is of another version.
    """
    from distributed import get_worker  # noqa: PLC0415 - part of an extra

    link = _Link(get_worker())
    task = task_of(text)
    link.listener.began(task)
    try:
        answer = carry_out(task, link.fetch, lambda done: link.report(task.attempt, done))
        link.bring(task.attempt, answer)
    except Stopped:
        return


class _Link:
    """The connection to the coordinator, from the thread of a task.

    Args:
        worker: Dask's.
    """

    def __init__(self, worker: Any) -> None:  # noqa: ANN401 - Dask has no types for it
        self._worker = worker
        self.listener: Listener = worker.homereel_listener
        self._next_report = 0.0

    def fetch(self, name: str, offset: int) -> bytes:
        """Return a part of a file of the coordinator.

        Raises:
            Stopped: the coordinator has gone, or has not got that file any more.
        """
        part = self._ask("homereel_read", name=name, offset=offset)["part"]
        if not isinstance(part, bytes):
            raise Stopped
        return part

    def report(self, attempt: str, frames_done: int) -> None:
        """Tell the coordinator now and then how far a stretch is.

        Raises:
            Stopped: nobody wants the rest, or this computer leaves.
        """
        if self.listener.is_leaving():
            raise Stopped
        now = time.monotonic()
        if now >= self._next_report:
            self._next_report = now + _REPORT_SECONDS
            if not self._ask("homereel_report", attempt=attempt, frames_done=frames_done):
                raise Stopped

    def bring(self, attempt: str, answer: bytes) -> None:
        """Send an answer, part by part.

        Raises:
            Stopped: nobody wants it.
        """
        for start in range(0, len(answer), PART_BYTES):
            part = answer[start : start + PART_BYTES]
            is_last = start + PART_BYTES >= len(answer)
            if not self._ask("homereel_answer", attempt=attempt, part=part, is_last=is_last):
                raise Stopped

    def _ask(self, what: str, **words: Any) -> Any:  # noqa: ANN401 - as the others answer
        from distributed.utils import sync  # noqa: PLC0415 - part of an extra

        try:
            return sync(self._worker.loop, getattr(self._worker.scheduler, what), **words)
        except Exception as exc:  # whatever Dask raises, the connection is of no use
            raise Stopped from exc
