"""A source, and the file that was made of it, read side by side at matching times."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass

from engine.jobs.choices import Deinterlace
from engine.jobs.errors import InputProblem, InputVideoError
from engine.jobs.events import FilmFrame, Picture
from engine.video.facts import SourceInfo
from engine.video.frame import Frame
from engine.video.pixels import picture_from_rgb
from engine.video.reading.reader import Reader

_LEADS_SECONDS = (0.5, 5.0, None)
"""How far before a moment the frame may begin that is shown then; None: anywhere."""
_LEAST_SECONDS = 0.002
"""Times of a file may be rounded to milliseconds."""


@dataclass(frozen=True)
class Films:
    """What is to be read.

    All times are seconds from the start of the source.
    """

    source: SourceInfo
    finished: SourceInfo | None = None
    """The file that was made of it."""
    begins_at: float = 0.0
    """Where the finished file begins."""
    deinterlace: Deinterlace = Deinterlace.AUTO
    """Of the source."""
    long_side: int = 1920
    """Of the pictures, in pixels, at most."""

    def frames(self, at_seconds: float) -> Generator[FilmFrame, None, None]:
        """Yield the frame that is shown at a moment, and those after it.

        Raises:
            InputVideoError: a file cannot be read, or there is no frame then.
        """
        source = self._read(self.source, at_seconds, self.deinterlace)
        with closing(source):
            if self.finished is None:
                for frame, picture in source:
                    yield FilmFrame(self._time(frame, self.source), picture(), None)
                return
            finished = self._read(self.finished, at_seconds - self.begins_at, Deinterlace.OFF)
            with closing(finished):
                yield from self._paired(source, finished, self.finished)

    def _paired(
        self, source: Iterator[_Read], finished: Iterator[_Read], info: SourceInfo
    ) -> Iterator[FilmFrame]:
        """Yield each finished frame with the one of the source that is shown then."""
        shown, following = next(source, None), next(source, None)
        before: Picture | None = None
        for frame, picture in finished:
            moment = self._time(frame, info) + self.begins_at
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
