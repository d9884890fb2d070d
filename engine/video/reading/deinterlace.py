"""Whole pictures out of interlaced ones, each with a time of its own.

Each class takes pictures one by one and hands them on in order. What becomes of a picture
depends on the dozen before it and a few after it at most, so that reading from a second earlier
gives the same as reading from the beginning.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice
from typing import Protocol

import numpy as np
from av import VideoFrame
from numpy.typing import NDArray

from engine.jobs.choices import Deinterlace
from engine.video.facts import FieldOrder, Scan, SourceInfo
from engine.video.filters import drained, idet_graph, video_graph
from engine.video.pixels import luma_plane

_PARITY = {FieldOrder.TOP_FIRST: "tff", FieldOrder.BOTTOM_FIRST: "bff", None: "auto"}
_MATCHED_FORMATS = frozenset({"yuv420p", "yuv422p", "yuv444p", "yuv411p", "yuv410p"})

_LEAST_SIDE = 4
"""Of a picture that bwdif takes, in pixels."""
_MEMORY = 12
"""Pictures for which it is remembered that they were whole."""
_CAUTION = 4
"""Pictures after an interlaced one that are taken for interlaced as well."""

_BLOCK = 16
_BUSY_SHARE = 10
_REPEATED = 0.6
_AROUND = 2
"""Pictures on each side with which a repeated one is compared."""
FILM_RUN, PULLDOWN = 4, 5
"""Pictures of film, and of the video that 2:3 pulldown makes of them."""


@dataclass(frozen=True)
class Timed:
    """A decoded picture; ``pts`` and ``duration`` in ticks."""

    picture: VideoFrame
    pts: int
    duration: int


class Deinterlacer(Protocol):
    """Makes whole pictures of pictures of one size and format."""

    def push(self, timed: Timed) -> Iterator[Timed]:
        """Put one picture in, yield those that are done."""

    def finish(self) -> Iterator[Timed]:
        """Yield the pictures that were kept back."""


def ticks_factor(info: SourceInfo, way: Deinterlace) -> int:
    """Return into how many parts a tick has to be divided for the times that come out."""
    if way is Deinterlace.FIELD:
        return 2
    return 4 if way is Deinterlace.AUTO and info.scan is Scan.TELECINED else 1


def make_deinterlacer(
    info: SourceInfo, way: Deinterlace, first: VideoFrame, time_base: Fraction
) -> Deinterlacer | None:
    """Return what has to be done from the picture ``first`` on; None: nothing so far.

    Args:
        info: the source.
        way: what the user wants; AUTO goes by what the intake saw, and by the flags of the
            pictures where it saw nothing.
        first: whose size and format the following pictures have.
        time_base: seconds per tick of the times that will be pushed.
    """
    if way is Deinterlace.OFF or min(first.width, first.height) < _LEAST_SIDE:
        return None
    if way is not Deinterlace.AUTO:
        return _EveryPicture(info, first, time_base, is_doubled=way is Deinterlace.FIELD)
    if info.scan is Scan.TELECINED and first.format.name in _MATCHED_FORMATS:
        return _Film(info, first, time_base)
    if info.scan in (Scan.INTERLACED, Scan.TELECINED):
        return _EveryPicture(info, first, time_base, is_doubled=False)
    if info.scan is Scan.MIXED or first.interlaced_frame:
        return _WhereNeeded(info, first, time_base)
    return None


class _EveryPicture:
    """Runs pictures through bwdif, at single or at double rate.

    The filter keeps one picture back and counts time in halves of the tick it is given, so
    the times go around it.
    """

    def __init__(
        self, info: SourceInfo, first: VideoFrame, time_base: Fraction, *, is_doubled: bool
    ) -> None:
        mode = "send_field" if is_doubled else "send_frame"
        arguments = f"mode={mode}:parity={_PARITY[info.field_order]}:deint=all"
        self._graph = video_graph(first, time_base, ("bwdif", arguments))
        self._pictures_made = 2 if is_doubled else 1
        self._waiting: deque[Timed] = deque()

    def push(self, timed: Timed) -> Iterator[Timed]:
        timed.picture.pts = timed.pts
        self._waiting.append(timed)
        self._graph.vpush(timed.picture)
        yield from self._pull()

    def finish(self) -> Iterator[Timed]:
        self._graph.vpush(None)
        yield from self._pull()

    def _pull(self) -> Iterator[Timed]:
        for picture in drained(self._graph):
            clock = picture.pts or 0
            while len(self._waiting) > 1 and clock >= 2 * self._waiting[1].pts:
                self._waiting.popleft()
            timed = self._waiting[0]
            if clock == 2 * timed.pts:
                yield Timed(picture, timed.pts, timed.duration // self._pictures_made)
            else:
                # The filter would put the second field half way to the next picture, which is
                # too late before a gap.
                half = timed.duration // 2
                if len(self._waiting) > 1:
                    half = min(half, (self._waiting[1].pts - timed.pts) // 2)
                yield Timed(picture, timed.pts + half, timed.duration - half)


class _WhereNeeded:
    """Deinterlaces pictures in which the fields differ, and those where that can't be told."""

    def __init__(self, info: SourceInfo, first: VideoFrame, time_base: Fraction) -> None:
        self._every = _EveryPicture(info, first, time_base, is_doubled=False)
        self._idet = idet_graph(first, time_base)
        self._original: deque[Timed] = deque()
        self._done: deque[Timed] = deque()
        self._is_whole: deque[bool] = deque()
        self._seen: deque[str] = deque(maxlen=_MEMORY)

    def push(self, timed: Timed) -> Iterator[Timed]:
        self._original.append(timed)
        self._done.extend(self._every.push(timed))
        self._idet.vpush(timed.picture)
        yield from self._chosen()

    def finish(self) -> Iterator[Timed]:
        self._done.extend(self._every.finish())
        self._idet.vpush(None)
        yield from self._chosen()

    def _chosen(self) -> Iterator[Timed]:
        for picture in drained(self._idet):
            self._seen.append(picture.metadata["lavfi.idet.single.current_frame"][0])
            recent = list(self._seen)[-_CAUTION:]
            is_quiet = "t" not in recent and "b" not in recent
            self._is_whole.append(is_quiet and "p" in self._seen)
        while self._original and self._done and self._is_whole:
            original, done = self._original.popleft(), self._done.popleft()
            yield original if self._is_whole.popleft() else done


class _Film:
    """Undoes 2:3 pulldown: joins the fields that belong together, leaves repeats out.

    A picture is left out only where it clearly is one more copy of that before it. The four
    pictures after it are spread over the time of five; each moves by half a picture at most.
    """

    def __init__(self, info: SourceInfo, first: VideoFrame, time_base: Fraction) -> None:
        order = _PARITY[info.field_order]
        matching = f"order={order}:combmatch=full"
        # Pictures that stay combed after matching (a cut, a video title) are marked by it.
        rest = f"parity={order}:deint=interlaced"
        self._graph = video_graph(first, time_base, ("fieldmatch", matching), ("bwdif", rest))
        self._waiting: deque[Timed] = deque()
        self._matched: deque[tuple[Timed, float]] = deque()
        self._before: NDArray[np.int16] | None = None
        self._since_repeat: int | None = None
        self._place = 0

    def push(self, timed: Timed) -> Iterator[Timed]:
        timed.picture.pts = timed.pts
        self._waiting.append(timed)
        self._graph.vpush(timed.picture)
        yield from self._kept(is_end=False)

    def finish(self) -> Iterator[Timed]:
        self._graph.vpush(None)
        yield from self._kept(is_end=True)

    def _kept(self, *, is_end: bool) -> Iterator[Timed]:
        for picture in drained(self._graph):
            timed = replace(self._waiting.popleft(), picture=picture)
            self._matched.append((timed, self._change(picture)))
        while len(self._matched) > self._place + (0 if is_end else _AROUND):
            timed, change = self._matched[self._place]
            first = max(0, self._place - _AROUND)
            around = [c for _, c in islice(self._matched, first, self._place + _AROUND + 1)]
            around.remove(change)
            is_repeat = len(around) == 2 * _AROUND and change < _REPEATED * min(around)
            self._place += 1
            if self._place > _AROUND:
                self._matched.popleft()
                self._place -= 1
            yield from self._timed(timed, is_repeat=is_repeat)

    def _timed(self, timed: Timed, *, is_repeat: bool) -> Iterator[Timed]:
        if is_repeat:
            self._since_repeat = 0
            return
        if self._since_repeat is None or self._since_repeat >= FILM_RUN:
            self._since_repeat = None
            yield timed
            return
        self._since_repeat += 1
        # After a repeat at 0 the pictures 1, 2, 3, 4 go to 1/2, 7/4, 3, 17/4.
        quarters = self._since_repeat - 3
        length = timed.duration // 4
        yield Timed(timed.picture, timed.pts + quarters * length, timed.duration + length)

    def _change(self, picture: VideoFrame) -> float:
        """Return how much the busiest tenth of a picture differs from the one before."""
        luma = luma_plane(picture).astype(np.int16)
        before, self._before = self._before, luma
        if before is None or before.shape != luma.shape:
            return float("inf")
        rows, columns = (side // _BLOCK * _BLOCK for side in luma.shape)
        change = np.abs(luma - before)[:rows, :columns]
        blocks = change.reshape(rows // _BLOCK, _BLOCK, columns // _BLOCK, _BLOCK)
        means = np.sort(blocks.mean(axis=(1, 3)), axis=None)
        return float(means[-max(1, means.size // _BUSY_SHARE) :].mean())
