"""Playing frames in a loop: which one is due, by the clock and not by counting ticks."""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_USUAL_SECONDS = 0.04


class Loop:
    """Frames at their own times, again and again.

    Args:
        times: seconds at which the frames are shown, rising; at least one.
    """

    def __init__(self, times: Sequence[float]) -> None:
        self._times = [moment - times[0] for moment in times]
        gaps = sorted(b - a for a, b in pairwise(times))
        last = gaps[len(gaps) // 2] if gaps else _USUAL_SECONDS
        self._length = self._times[-1] + last

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self._length

    def begin_of(self, index: int) -> float:
        """Return when a frame is shown, in seconds after the first one."""
        return self._times[index]

    def index_at(self, seconds: float) -> int:
        """Return which frame is shown so long after the first one."""
        # A hair is added: the timer comes just in time, and sums of seconds are not exact.
        into = (seconds + 1e-6) % self._length
        return bisect_right(self._times, into) - 1

    def seconds_to_next(self, seconds: float) -> float:
        """Return how long the frame that is shown then stays."""
        into = (seconds + 1e-6) % self._length
        place = bisect_right(self._times, into)
        end = self._times[place] if place < len(self._times) else self._length
        return end - into


class Playback(QObject):
    """Says which frame of a loop is due; where the window was late, it leaves frames out.

    Args:
        parent: its owner in Qt's tree.
        clock: seconds that always rise.

    Attributes:
        dropped: how many frames were left out since it began to play.
        repeats: it begins again at its end.

    Signals:
        due(int): this frame is to be shown now.
        ended(): it came to the end, and does not repeat.
    """

    due = Signal(int)
    ended = Signal()

    def __init__(self, parent: QObject, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = self._usual_clock = clock
        self._loop = Loop([0.0])
        self._count, self._index, self._began = 1, 0, 0.0
        self.dropped = 0
        self.repeats = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.advance)

    @property
    def is_playing(self) -> bool:
        """It says again and again which frame is due."""
        return self._timer.isActive()

    @property
    def loop_seconds(self) -> float:
        """How long the frames last."""
        return self._loop.seconds

    @property
    def seconds(self) -> float:
        """How far it has come in the loop."""
        return (self._clock() - self._began) % self._loop.seconds

    def follow(self, clock: Callable[[], float]) -> None:
        """Go by another clock from here on, as long as it plays: that of the sound."""
        place = self.seconds
        self._clock = clock
        self._began = clock() - place
        self._wait()

    def start(self, times: Sequence[float], index: int) -> None:
        """Play frames of these times, from the one that is shown."""
        self._clock = self._usual_clock
        self._set_loop(times, index)
        self.dropped = 0
        self._wait()

    def replace(self, times: Sequence[float], index: int) -> None:
        """Go on with other frames, among them the one that is shown at another place."""
        if self.is_playing:
            self._set_loop(times, index)
            self._wait()

    def stop(self) -> None:
        """Say nothing any more."""
        self._timer.stop()

    def advance(self) -> None:
        """Say which frame is due, and wait for the next."""
        seconds = self._clock() - self._began
        if not self.repeats and seconds + 1e-6 >= self._loop.seconds:
            self.ended.emit()
            return
        index = self._loop.index_at(seconds)
        self.dropped += max((index - self._index) % self._count - 1, 0)
        if index != self._index:
            self._index = index
            self.due.emit(index)
        self._wait()

    def _set_loop(self, times: Sequence[float], index: int) -> None:
        self._loop, self._count, self._index = Loop(times), len(times), index
        self._began = self._clock() - self._loop.begin_of(index)

    def _wait(self) -> None:
        left = self._loop.seconds_to_next(self._clock() - self._began)
        self._timer.start(max(round(1000 * left), 1))
