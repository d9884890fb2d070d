"""How far a render is, how fast it goes and how long it will take."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

from engine.jobs.events import Event, Progressed
from engine.restoring.restorer import RestoredFrame

OnEvent = Callable[[Event], None]

_RATE_FRAMES = 96
"""The rate is measured over about as many frames: as many whole windows as fit best."""
_LEAST_RATE_FRAMES = 8
"""Fewer frames say nothing about the rate."""
_PAUSE_SECONDS = 60.0
_PAUSE_RATIO = 8
"""A frame that took so much longer than any before it, and so long, waited for something else."""


class Progress:
    """Counts restored frames, and reports how many there are and how long the rest will take.

    The frames of a window come out in a burst, after all the work on it; so the rate is measured
    over whole windows.

    Args:
        frames_total: of the film; None where it is not known.
        on_event: told how far the render is.
        expected_seconds: time for a frame as measured before; counts less with every frame.
        window_frames: frames that come out in one burst.
        report_seconds: least time between two reports.
    """

    def __init__(
        self,
        frames_total: int | None,
        on_event: OnEvent,
        expected_seconds: float | None = None,
        *,
        window_frames: int = 1,
        report_seconds: float = 0.2,
    ) -> None:
        self._total, self._on_event = frames_total, on_event
        self._expected, self._window = expected_seconds, window_frames
        self._report_seconds = report_seconds
        self._rate_frames = max(1, round(_RATE_FRAMES / window_frames)) * window_frames
        self._times = [time.monotonic()]
        self._last_event = 0.0
        self._passes = 0.0
        self._cleanings = self._counted = 0
        self.frames = 0

    @property
    def frames_total(self) -> int | None:
        """Frames of the film; None where they are not known."""
        return self._total

    @property
    def mean_passes(self) -> float:
        """Cleaning passes per frame, in all runs of the render."""
        return self._passes / max(1, self.frames)

    @property
    def mean_cleanings(self) -> float:
        """How often the network cleaned a frame, in this run."""
        return self._cleanings / max(1, self._counted)

    @property
    def steady_seconds_per_frame(self) -> float | None:
        """Time for a frame, measured over the last ones; None where they are too few."""
        span, seconds = self._measured()
        return seconds / span if span >= self._rate_frames else None

    def start_at(self, frames: int, passes: float) -> None:
        """Start the clock, with the frames and passes that earlier runs have finished."""
        self.frames, self._passes = frames, passes
        self._times = [time.monotonic()]

    def leave_out(self, seconds: float) -> None:
        """Leave out of the rate that the render has just stood still for so long."""
        self._times = [moment + seconds for moment in self._times]

    def count(self, done: RestoredFrame) -> None:
        """Count a restored frame, and report if that is due."""
        self.frames += 1
        self._counted += 1
        if self._total is not None and self.frames > self._total:
            self._total = None  # it was an estimate, and a wrong one
        self._passes += done.passes
        self._cleanings += done.cleanings
        now = time.monotonic()
        self._leave_out_pause(now)
        self._times.append(now)
        del self._times[: -self._rate_frames - 1]
        if now - self._last_event >= self._report_seconds or self.frames == self._total:
            self._last_event = now
            self._report()

    def _leave_out_pause(self, now: float) -> None:
        """Leave out of the rate that the computer slept, or the render waited for a disk."""
        taken = [after - before for before, after in pairwise(self._times)]
        longest, pause = max(taken, default=0.0), now - self._times[-1]
        if len(taken) >= _LEAST_RATE_FRAMES and pause > max(_PAUSE_SECONDS, _PAUSE_RATIO * longest):
            self._times = [moment + pause - longest for moment in self._times]

    def _measured(self) -> tuple[int, float]:
        """Return the frames of the last whole windows, and the seconds they took."""
        count = len(self._times) - 1
        # The first frame waited for its window and for the lookahead, which says nothing.
        count -= count == self._counted > 0
        span = count - count % self._window
        return span, self._times[-1] - self._times[-1 - span]

    def _seconds_per_frame(self) -> float | None:
        """Return the time for a frame to come: more and more as measured, less as expected."""
        span, seconds = self._measured()
        if self._expected is None:
            return seconds / span if span >= _LEAST_RATE_FRAMES else None
        believed = max(0, self._rate_frames - span)
        return (seconds + believed * self._expected) / (span + believed)

    def _report(self) -> None:
        each, left = self._seconds_per_frame(), None
        if self._total is not None:
            frames_left = max(0, self._total - self.frames)
            left = 0.0 if not frames_left else None if each is None else frames_left * each
        taken = max(self._times[-1] - self._times[0], 1e-6)
        self._on_event(
            Progressed(
                frames_done=self.frames,
                frames_total=self._total,
                frames_per_second=(len(self._times) - 1) / taken,
                seconds_left=left,
                mean_passes=self.mean_passes,
            )
        )
