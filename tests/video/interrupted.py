"""A film with a cut, and how to render a part of it."""

import threading
from dataclasses import replace

import numpy as np

from engine.jobs.choices import SizeByFactor
from engine.jobs.errors import Cancelled
from engine.jobs.events import Progressed, Started
from engine.jobs.options import Options
from engine.rendering.render import restore
from engine.rendering.segments import SegmentPolicy

FRAMES = 26
SEGMENT_FRAMES = 5
CUT = 11
"""A frame with which a new shot begins."""
EVEN = tuple(range(FRAMES))
UNEVEN = tuple(int(time) for time in np.cumsum([1, 9, 1, 1, 2, 7, 1, 1, 1, 5, 3, 1, 1] * 2))
QUICK = SegmentPolicy(
    frames=SEGMENT_FRAMES,
    plain_frames=SEGMENT_FRAMES,
    intra_bytes=3 * 64 * 48 * SEGMENT_FRAMES,
    least_frames=SEGMENT_FRAMES,
    report_seconds=0.0,
    retry_seconds=0.05,
)
"""Every frame is reported; segments are short and cross windows, shots and each other."""
SLOW = replace(
    QUICK,
    frames=10 * FRAMES,
    intra_bytes=1 << 40,
    slow_seconds=0.0,
    keep_seconds=0.0,
    most_queued_frames=2,
)
"""As on a slow computer: the film is a single segment, of which every window is kept."""
OPTIONS = Options(size=SizeByFactor(1), window_frames=3, lookahead_frames=2, threshold=2.0)


def picture(index):
    """A pattern that moves and twinkles; another one behind the cut."""
    rows, columns = np.mgrid[0:48, 0:64]
    if index < CUT:
        waves = 110 + 70 * np.sin((columns + 2 * index) / 5.0) * np.cos(rows / 4.0)
    else:
        waves = 150 - 90 * np.cos((rows - index) / 3.0) * np.sin(columns / 9.0)
    noise = np.random.default_rng(index).normal(0, 12, (48, 64, 3))
    return (waves[..., None] + noise).clip(0, 255).astype(np.uint8)


class Run:
    """What happened in a render that was cancelled after some frames, or not.

    ``done`` are the numbers of the frames that were restored, counted from 1.
    """

    def __init__(
        self, job, stop_after=None, on_event=lambda event: None, policy=QUICK, carry_out=restore
    ):
        self.events, self.summary = [], None
        self._cancel, self._stop_after, self._tell = threading.Event(), stop_after, on_event
        try:
            self.summary = carry_out(job, self._on_event, self._cancel, policy)
        except Cancelled:
            assert stop_after is not None

    def _on_event(self, event):
        self.events.append(event)
        self._tell(event)
        is_progress = isinstance(event, Progressed) and self._stop_after is not None
        if is_progress and event.frames_done >= self._stop_after:
            self._cancel.set()

    @property
    def done(self):
        return [event.frames_done for event in self.of(Progressed)]

    @property
    def started(self):
        return self.of(Started)[0]

    def of(self, kind):
        return [event for event in self.events if isinstance(event, kind)]


def undisturbed(job, film, policy=QUICK):
    """What a job writes when nobody disturbs it; made once for all tests that name this film."""
    if not film.exists():
        Run(replace(job, output=film), policy=policy)
    return film
