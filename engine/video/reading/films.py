"""A source, and the file that was made of it, read side by side at matching times."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property

from engine.jobs.choices import Deinterlace, Part
from engine.jobs.errors import InputProblem, InputVideoError
from engine.jobs.events import FilmFrame, Picture
from engine.video.facts import SourceInfo
from engine.video.frame import Frame
from engine.video.pixels import picture_from_rgb
from engine.video.reading.key_frames import key_times
from engine.video.reading.reader import Reader

_LEADS_SECONDS = (0.5, 5.0, None)
"""How far before a moment the frame may begin that is shown then; None: anywhere."""
_LEAST_SECONDS = 0.002
"""Times of a file may be rounded to milliseconds."""
_SEARCHED_SECONDS = 0.25
"""Around the moment at which a part should begin in a file that joins several."""


@dataclass(frozen=True)
class _Stretch:
    """Where a part lies, in seconds from the start of the source, and of the file."""

    begins_at: float
    ends_at: float
    begins_in_file: float


@dataclass(frozen=True)
class Films:
    """What is to be read.

    All times are seconds from the start of the source.
    """

    source: SourceInfo
    finished: SourceInfo | None = None
    """The file that was made of it."""
    parts: Sequence[Part] = ()
    """Those of the source that it shows one after the other; none: it shows all."""
    deinterlace: Deinterlace = Deinterlace.AUTO
    """Of the source."""
    long_side: int = 1920
    """Of the pictures, in pixels, at most."""

    def frames(self, at_seconds: float, part: int = 0) -> Generator[FilmFrame, None, None]:
        """Yield the frame that is shown at a moment, and those after it.

        Args:
            at_seconds: the moment; beside a part, its first or its last frame is shown.
            part: index of the part that is read, to its end.

        Raises:
            InputVideoError: a file cannot be read, or there is no frame then.
        """
        if self.finished is None:
            with closing(self._read(self.source, at_seconds, self.deinterlace)) as source:
                for frame, picture in source:
                    yield FilmFrame(self._time(frame, self.source), picture(), None)
            return
        shown = self._stretches[part]
        following = self._stretches[part + 1 : part + 2]
        ends_in_file = following[0].begins_in_file if following else math.inf
        moment = max(min(at_seconds, shown.ends_at - 3 * _LEAST_SECONDS), shown.begins_at)
        later = shown.begins_at - shown.begins_in_file
        source = self._read(self.source, moment, self.deinterlace)
        finished = self._read(self.finished, moment - later, Deinterlace.OFF)
        with closing(source), closing(finished):
            for pair in self._paired(source, finished, self.finished, later):
                if pair.at_seconds - later > ends_in_file - _LEAST_SECONDS:
                    return
                yield pair

    @cached_property
    def _stretches(self) -> list[_Stretch]:
        if not self.parts:
            return [_Stretch(0.0, math.inf, 0.0)]
        found: list[_Stretch] = []
        begins_in_file = 0.0
        for part in self.parts:
            begins_at = self._first_moment(part.start_seconds)
            begins_in_file = self._begin_near(begins_in_file)
            found.append(_Stretch(begins_at, part.end_seconds, begins_in_file))
            begins_in_file += self._length(begins_at, part.end_seconds)
        return found

    def _first_moment(self, start_seconds: float) -> float:
        """Return when the first frame of a part is shown, which may begin between two."""
        start = start_seconds or None
        with Reader(self.source, start_seconds=start, deinterlace=self.deinterlace) as reader:
            return self._time(next(iter(reader)), self.source)

    def _length(self, begins_at: float, ends_at: float) -> float:
        """Return how long the frames of a part are shown, of which the first begins at a moment."""
        rate = self.source.frame_rate
        if rate is None or math.isinf(ends_at):
            return ends_at - begins_at
        return math.ceil((ends_at - begins_at - _LEAST_SECONDS) * rate) / float(rate)

    def _begin_near(self, seconds: float) -> float:
        """Return when the part begins in the file that should begin at a moment: a key frame."""
        assert self.finished is not None
        around = (seconds - _SEARCHED_SECONDS, seconds + _SEARCHED_SECONDS)
        found = key_times(self.finished, *around)
        return min(found, key=lambda moment: abs(moment - seconds), default=seconds)

    def _paired(
        self, source: Iterator[_Read], finished: Iterator[_Read], info: SourceInfo, later: float
    ) -> Iterator[FilmFrame]:
        """Yield each finished frame with the one of the source that is shown then.

        Args:
            source: frames of the source.
            finished: frames of the file.
            info: the file.
            later: by so many seconds a moment comes later in the source than in the file.
        """
        shown, following = next(source, None), next(source, None)
        before: Picture | None = None
        for frame, picture in finished:
            moment = self._time(frame, info) + later
            while following is not None and (
                self._time(following[0], self.source) <= moment + _LEAST_SECONDS
            ):
                shown, following, before = following, next(source, None), None
            if shown is None:
                return
            before = shown[1]() if before is None else before
            yield FilmFrame(moment, before, picture())

    def _read(
        self, info: SourceInfo, at_seconds: float, deinterlace: Deinterlace
    ) -> Generator[_Read, None, None]:
        """Yield frames, beginning with the one that is shown at a moment, or the first one."""
        for lead in _LEADS_SECONDS:
            start = None if lead is None else max(0.0, at_seconds - lead)
            with Reader(info, start_seconds=start or None, deinterlace=deinterlace) as reader:
                frames = iter(reader)
                try:
                    first = next(frames)
                except InputVideoError as error:
                    if lead is None or error.reason is not InputProblem.NO_FRAME_IN_RANGE:
                        raise
                    continue
                for frame in _from_moment(first, frames, info.start_seconds + at_seconds):
                    yield frame, _Showable(frame, reader, self.long_side)
                return

    @staticmethod
    def _time(frame: Frame, info: SourceInfo) -> float:
        return frame.pts_seconds - info.start_seconds


class _Showable:
    """Makes a picture of a frame, when it is wanted: most frames before a moment are not."""

    def __init__(self, frame: Frame, reader: Reader, long_side: int) -> None:
        self._frame, self._aspect, self._long_side = frame, reader.sample_aspect, long_side

    def __call__(self) -> Picture:
        return picture_from_rgb(self._frame.data, self._aspect, self._long_side)


_Read = tuple[Frame, _Showable]


def _from_moment(first: Frame, frames: Iterator[Frame], clock_seconds: float) -> Iterator[Frame]:
    """Leave out the frames before the one that is shown at ``clock_seconds``."""
    shown = first
    for frame in frames:
        if frame.pts_seconds > clock_seconds + _LEAST_SECONDS:
            yield shown
            yield frame
            yield from frames
            return
        shown = frame
    yield shown
