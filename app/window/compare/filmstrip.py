"""Small pictures along the timeline; they come in the background, one by one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.window.compare.timeline import Timeline
from app.window.queue.clips import Clip, image_of
from engine.background.intake_thread import Intake
from engine.jobs.events import Picture

_COUNT = 20
_LONG_SIDE = 128
_KEPT_CLIPS = 16
LONGEST_SECONDS = 900.0
"""Shots of longer films are not searched for unasked: it takes minutes."""


class Filmstrip(QObject):
    """Has the pictures of the clip that is shown made, and shows them on the timeline.

    Args:
        timeline: shows them.
        intake: makes them.

    Signals:
        shots_found(): more is known about where shots begin.
    """

    shots_found = Signal()

    def __init__(self, timeline: Timeline, intake: Intake) -> None:
        super().__init__(timeline)
        self._timeline, self._intake = timeline, intake
        self._stills: OrderedDict[tuple[int, object], dict[float, QImage]] = OrderedDict()
        self._shots: dict[int, list[float]] = {}
        self._searched_until: dict[int, float] = {}
        self._key: tuple[int, object] | None = None
        intake.cuts_found.connect(self.on_cuts_found)
        intake.strip_ready.connect(self.on_strip_ready)

    def show_clip(self, clip: Clip | None) -> None:
        """Show the pictures of a clip, and have those made that are missing."""
        info = clip.info if clip is not None else None
        if clip is None or info is None or not info.duration_seconds:
            self._key = None
            self._timeline.show_filmstrip({}, ())
            self._intake.stop_timeline()
            return
        # A clip that is turned, or shaped in another way, has other pictures.
        key = clip.clip_id, (info.rotation_degrees, info.display_width, info.display_height)
        if key == self._key:
            return
        self._key = key
        stills = self._stills.setdefault(key, {})
        self._stills.move_to_end(key)
        while len(self._stills) > _KEPT_CLIPS:
            self._stills.popitem(last=False)
        self._timeline.show_filmstrip(stills, self._shots.setdefault(clip.clip_id, []))
        self._intake.stop_timeline()
        until = self._searched_until.get(clip.clip_id, 0.0)
        if until < info.duration_seconds <= LONGEST_SECONDS:
            self._intake.request_cuts(clip.clip_id, info, from_seconds=until)
        times = [t for t in moments(info.duration_seconds) if t not in stills]
        if times:
            self._intake.request_filmstrip(clip.clip_id, info, times, long_side=_LONG_SIDE)

    def shots_of(self, clip: Clip) -> Sequence[float] | None:
        """Return where shots of a clip begin, in seconds; None while they are not all known."""
        duration = clip.info.duration_seconds if clip.info else None
        if not duration or self._searched_until.get(clip.clip_id, 0.0) < duration:
            return None
        return self._shots[clip.clip_id]

    def on_strip_ready(self, clip_id: int, at_seconds: float, picture: Picture) -> None:
        """Take a picture in; one of a clip that is no longer shown is not missed."""
        if self._key is not None and self._key[0] == clip_id:
            self._stills[self._key][at_seconds] = image_of(picture)
            self._timeline.update()

    def on_cuts_found(self, clip_id: int, until: float, cuts: Sequence[float]) -> None:
        """Take in where shots begin."""
        if self._searched_until.get(clip_id, 0.0) < until:
            self._searched_until[clip_id] = until
            self._shots.setdefault(clip_id, []).extend(cuts)
            self._timeline.update()
            self.shots_found.emit()


def moments(duration: float) -> list[float]:
    """Return the moments of a filmstrip; those far apart come first, so that it fills evenly."""
    times = [duration * (number + 0.5) / _COUNT for number in range(_COUNT)]
    return [time for step in range(4) for time in times[(2 * step) % 4 + step // 2 :: 4]]
