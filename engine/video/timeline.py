"""Time stamps: which frames belong to a range, and what time each of them gets.

Pure arithmetic on whole ticks of a stream's time base, so that nothing drifts and nothing
is lost to rounding.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from heapq import heappop, heappush
from math import ceil
from typing import Generic, TypeVar

T = TypeVar("T")

_MICROSECOND = 1_000_000

# Pictures that may be shown for one tick each, until their times are later than what was shown.
_CATCHES_UP = 250

_MOST_REORDERED = 16
"""Pictures that H.264 and H.265 may show in another order than they are decoded."""


def exact_seconds(seconds: float) -> Fraction:
    """Return ``seconds`` to the nearest microsecond, so that 1.001 means 1001/1000."""
    return Fraction(round(seconds * _MICROSECOND), _MICROSECOND)


@dataclass(frozen=True)
class TickRange:
    """A range in the ticks of one stream.

    Time stamps in ``[first, stop)`` belong to it (None: open on that side); subtracting
    ``shift`` from one gives its time in the output.
    """

    first: int | None
    stop: int | None
    shift: int

    def contains(self, ticks: int) -> bool:
        """Tell whether something that is shown at ``ticks`` belongs to the range."""
        return not self.is_past(ticks) and (self.first is None or ticks >= self.first)

    def is_past(self, ticks: int) -> bool:
        """Tell whether ``ticks`` and everything after it lies behind the range."""
        return self.stop is not None and ticks >= self.stop


def tick_range(
    container_start: float, start: float | None, end: float | None, time_base: Fraction
) -> TickRange:
    """Express a range in the ticks of ``time_base``.

    Args:
        container_start: where the clock of the source starts, in seconds.
        start: first second of the range, counted from ``container_start``; None: from the
            beginning, and sound that starts earlier than the picture is kept as well.
        end: second at which the range ends (not part of it); None: to the end.
        time_base: seconds per tick.
    """
    # The container's start is known to a microsecond only, so it is rounded to the tick it
    # stands for before anything is added: rounding the sum could lose the first frame.
    zero = round(exact_seconds(container_start) / time_base)
    return TickRange(
        first=None if start is None else zero + ceil(exact_seconds(start) / time_base),
        stop=None if end is None else zero + ceil(exact_seconds(end) / time_base),
        shift=zero + round(exact_seconds(start or 0) / time_base),
    )


class FrameClock:
    """Gives every decoded frame one time stamp, strictly later than that of the one before.

    Streams without presentation times get them from the decoding times; where both exist,
    the kind that ran backwards less often so far is believed, as libavcodec's
    ``best_effort_timestamp`` does (``guess_correct_pts`` in libavcodec/decode.c), so that the
    times are those that ffprobe reports.
    """

    def __init__(self, nominal_duration: int, least_step: int = 1) -> None:
        """Start the clock.

        Args:
            nominal_duration: of a picture in ticks, where nothing else is known.
            least_step: ticks between two pictures at least; half a ``nominal_duration`` at most.
        """
        self._nominal = max(1, nominal_duration)
        self._least_step = max(1, min(least_step, self._nominal // 2))
        self._last_pts: int | None = None
        self._last_dts: int | None = None
        self._faulty_pts = 0
        self._faulty_dts = 0
        self._last: int | None = None

    def stamp(self, pts: int | None, dts: int | None) -> int:
        """Return the time of the next frame in ticks."""
        time = self._best_effort(pts, dts)
        if time is None:
            time = 0 if self._last is None else self._last + self._nominal
        if self._last is not None and time < self._last + self._least_step:
            # Encoders and players need increasing times. A small step is the least that can be
            # done to the picture's time, and no picture is lost. But if that is not over soon,
            # the clock has gone wrong, and what is left is the rhythm.
            is_lost = self._last - time > _CATCHES_UP * self._nominal
            time = self._last + (self._nominal if is_lost else self._least_step)
        self._last = time
        return time

    def _best_effort(self, pts: int | None, dts: int | None) -> int | None:
        if dts is not None:
            self._faulty_dts += self._last_dts is not None and dts <= self._last_dts
            self._last_dts = dts
        elif pts is not None:
            self._last_dts = pts
        if pts is not None:
            self._faulty_pts += self._last_pts is not None and pts <= self._last_pts
            self._last_pts = pts
        elif dts is not None:
            self._last_pts = dts
        is_pts_better = self._faulty_pts <= self._faulty_dts or dts is None
        return pts if is_pts_better and pts is not None else dts


class DecodingTimes(Generic[T]):
    """Gives pictures the times of a file that has only times of decoding, such as AVI.

    Pictures come in the order in which they are shown, each with the time at which it was
    decoded; the earliest time of those that follow belongs to the first of them. A picture that
    was lost leaves a gap.
    """

    def __init__(self) -> None:
        """Begin, anywhere in a file."""
        self._pictures: deque[T] = deque()
        self._times: list[int] = []

    def push(self, picture: T, decoded: int) -> Iterator[tuple[T, int]]:
        """Put in a picture and its time of decoding, yield those whose times are known."""
        self._pictures.append(picture)
        heappush(self._times, decoded)
        if len(self._pictures) > _MOST_REORDERED:
            yield self._next()

    def finish(self) -> Iterator[tuple[T, int]]:
        """Yield the pictures that were kept back."""
        while self._pictures:
            yield self._next()

    def _next(self) -> tuple[T, int]:
        return self._pictures.popleft(), heappop(self._times)
