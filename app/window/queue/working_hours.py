"""The hours of the day in which the queue works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTime, QTimer

from app.window.queue.render_queue import RenderQueue

CHECK_MS = 20_000


@dataclass(frozen=True)
class Hours:
    """From one time of day to another one, also over midnight."""

    start: QTime
    end: QTime

    def include(self, now: QTime) -> bool:
        """Tell whether a time of day lies in them; where start and end are one, all do."""
        if self.start < self.end:
            return self.start <= now < self.end
        return now >= self.start or now < self.end


class WorkingHours(QObject):
    """Pauses the queue outside the hours that the user allows, and lets it go on in them.

    Args:
        queue: that works.
        parent: its owner in Qt's tree.
        clock: tells the time of day.
    """

    def __init__(
        self,
        queue: RenderQueue,
        parent: QObject,
        *,
        clock: Callable[[], QTime] = QTime.currentTime,
    ) -> None:
        super().__init__(parent)
        self._queue, self._clock = queue, clock
        self._hours: Hours | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_MS)
        self._timer.timeout.connect(self.check)

    def allow(self, hours: Hours | None) -> None:
        """Work in these hours only; None: at any time."""
        self._hours = hours
        if hours is None:
            self._timer.stop()
        else:
            self._timer.start()
        self.check()

    def check(self) -> None:
        """Pause the queue or let it go on, as the time of day has it."""
        is_time = self._hours is None or self._hours.include(self._clock())
        self._queue.suspend(None if is_time or self._hours is None else self._hours.start)
