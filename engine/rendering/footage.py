"""The frames of a job, read from the beginning or from the middle of the source.

To go on in the middle, the source is sought to a time as far before the place as deinterlacing and
open GOPs need. Whether that led to the same pictures is verified: the checksums of the frames
before the place have to agree. Where they do not, the source is decoded from the beginning of the
range.
"""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from engine.jobs.errors import InputProblem, InputVideoError
from engine.jobs.options import Options
from engine.rendering.steps.registry import open_frames
from engine.resuming.state import Place
from engine.video.facts import SourceInfo
from engine.video.frame import Frame
from engine.video.reading.reader import Reader

_CHECKED_FRAMES = 8
_LEAD_SECONDS = 0.002
"""Longer than the rounding of a time to microseconds, shorter than any frame."""


@dataclass(frozen=True)
class PlacedFrame(Frame):
    """A frame, and its place in the source."""

    place: Place


class Footage:
    """Reads the frames of a job, from the beginning or from a place.

    Attributes:
        width: of the frames, in pixels.
        height: of the frames, in pixels.
        time_base: of the frames, in seconds per tick.
        damaged_count: frames of the range so far that could not be decoded.
        is_size_changed: the frames of the source have several sizes.
    """

    def __init__(self, info: SourceInfo, options: Options) -> None:
        """Open the source to look at it.

        Raises:
            InputVideoError: CROP_OUTSIDE, or the source cannot be opened any more.
        """
        self._info, self._options = info, options
        with self._reader(options.start_seconds) as reader:
            self.width, self.height = reader.width, reader.height
            self.time_base = reader.time_base
        self.damaged_count = 0
        self.is_size_changed = False

    def frames(self, place: Place | None = None) -> Generator[PlacedFrame, None, None]:
        """Yield the frames, from ``place`` on where one is given.

        Raises:
            InputVideoError: nothing decodes, the file cannot be read any further, or (CHANGED)
                its frames before ``place`` are no longer those of an earlier time.
        """
        if place is None or not place.before:
            yield from self._from_start()
            return
        time = float(place.before[0][0] * self.time_base) - self._info.start_seconds
        start = max(time - _LEAD_SECONDS, self._options.start_seconds or 0.0)
        with self._reader(start or None) as reader:
            frames = iter(reader)
            if _is_found(frames, place):
                yield from self._placed(reader, frames, place)
                return
        with self._reader(self._options.start_seconds) as reader:
            frames = iter(reader)
            if not _is_found(frames, place):
                raise InputVideoError(self._info.path, InputProblem.CHANGED)
            yield from self._placed(reader, frames, place)

    def _from_start(self) -> Iterator[PlacedFrame]:
        start = Place(frame=0, pts=0, before=(), damaged_count=0, is_size_changed=False)
        with self._reader(self._options.start_seconds) as reader:
            yield from self._placed(reader, iter(reader), start)

    def _placed(
        self, reader: Reader, frames: Iterator[Frame], start: Place
    ) -> Iterator[PlacedFrame]:
        before = deque(start.before, _CHECKED_FRAMES)
        # What was damaged up to the frame before this one is counted already.
        damaged_earlier = start.damaged_count - reader.damaged_count

        def count() -> None:
            self.damaged_count = damaged_earlier + reader.damaged_count
            self.is_size_changed = start.is_size_changed or reader.size_changed

        count()
        for number, frame in enumerate(frames, start.frame):
            place = Place(
                frame=number,
                pts=frame.pts,
                before=tuple(before),
                damaged_count=self.damaged_count,
                is_size_changed=self.is_size_changed,
            )
            before.append((frame.pts, _checksum(frame)))
            count()
            yield PlacedFrame(frame.data, frame.pts, frame.time_base, frame.duration, place)
        count()

    def _reader(self, start_seconds: float | None) -> Reader:
        return open_frames(self._info, self._options, start_seconds=start_seconds)


def _is_found(frames: Iterator[Frame], place: Place) -> bool:
    """Read up to the place, and tell whether the frames before it have the right checksums."""
    first_pts, last_pts = place.before[0][0], place.before[-1][0]
    found: list[tuple[int, int]] = []
    try:
        for frame in frames:
            if frame.pts >= first_pts:
                found.append((frame.pts, _checksum(frame)))
            if frame.pts >= last_pts:
                break
    except InputVideoError as error:
        if error.reason is not InputProblem.NO_FRAME_IN_RANGE:
            raise
    return tuple(found) == place.before


def _checksum(frame: Frame) -> int:
    return zlib.crc32(frame.data.data)
