"""Puts pictures between those around them where a capture repeated one and lost another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import cast

import numpy as np
from av import VideoFrame

from engine.jobs.choices import Repair
from engine.jobs.options import Options
from engine.rendering.steps.repairs.green import green_of
from engine.rendering.steps.repairs.neighbours import Neighbours, with_neighbours
from engine.rendering.steps.step import Plain
from engine.video.facts import SourceInfo
from engine.video.filters import drained, video_graph
from engine.video.frame import Frame, Rgb
from engine.video.probing.faults.repeats import (
    MOST_COPIES,
    REACH,
    Looked,
    copies_from,
    look_at,
)

_WAY = "scd=none:mi_mode=mci:mc_mode=obmc:me_mode=bilat"
_WIDE = 257
"""A level of 8 bits in 16."""
_MOST_SECONDS = 0.8
"""To pictures that decide about one: less than a render reads again when it goes on."""
_LEAST_SIDE = 32
"""Of a picture that minterpolate takes."""


def make_repeats(info: SourceInfo, options: Options) -> Repeats | None:
    """Return the step that replaces copies; None where that isn't wanted."""
    found = info.finding(Repair.REPEATS)
    if found.measured("regular") > found.measured("count"):
        return None  # film in video, or half as many pictures: nothing is missing
    is_large = min(info.width, info.height) >= _LEAST_SIDE
    return (
        Repeats()
        if is_large and options.wants(Repair.REPEATS, is_sure=found.is_automatic)
        else None
    )


@dataclass(frozen=True)
class _Seen:
    """A frame, and what is compared of it."""

    frame: Frame
    looked: Looked


class Repeats:
    """Replaces copies by what lies between the pictures around them; a source step.

    The times of all frames stay. FFmpeg's ``minterpolate`` moves blocks along their flow.
    """

    name = "repeats"
    nanoseconds_per_pixel = 6.0

    def claim(self) -> Mapping[str, Plain]:
        """Return that it is done: all else follows from the pictures."""
        return {"copies": MOST_COPIES}

    def apply(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Replace each copy, as the detector tells copies."""
        for near in with_neighbours(_seen(frames), REACH):
            yield _replaced(near)


def _seen(frames: Iterator[Frame]) -> Iterator[_Seen]:
    for frame in frames:
        yield _Seen(frame, look_at(green_of(frame.data)))


def _replaced(near: Neighbours[_Seen]) -> Frame:
    def looked(distance: int) -> Looked | None:
        seen = near.at(distance)
        if seen is None:
            return None
        gap = abs(seen.frame.pts_seconds - near.here.frame.pts_seconds)
        return seen.looked if gap < _MOST_SECONDS else None

    for start in range(0, -MOST_COPIES, -1):
        count = copies_from(looked, start)
        if count > -start:
            around = [near.at(n) for n in (start - 2, start - 1, start + count, start + count + 1)]
            data = _between([seen.frame.data for seen in around if seen], 1 - start, count + 1)
            return near.here.frame if data is None else replace(near.here.frame, data=data)
    return near.here.frame


def _between(pictures: list[Rgb], part: int, parts: int) -> Rgb | None:
    """Return what lies ``part`` of ``parts`` on the way from the second picture to the third.

    Args:
        pictures: four, of which the first and the last help to find how things move.
        part: 1..parts - 1.
        parts: of the way.
    """
    if len({picture.shape for picture in pictures}) > 1 or len(pictures) < 4:
        return None
    frames = [_frame(picture, number) for number, picture in enumerate(pictures)]
    way = f"fps={parts}:{_WAY}"
    graph = video_graph(frames[0], Fraction(1), ("minterpolate", way))
    made: dict[Fraction, VideoFrame] = {}
    for frame in (*frames, None):
        graph.vpush(frame)
        made |= {Fraction(done.pts or 0) * (done.time_base or 1): done for done in drained(graph)}
    picture = made.get(1 + Fraction(part, parts))
    if picture is None:
        return None
    rgb = cast("Rgb", picture.reformat(format="rgb24").to_ndarray())
    return rgb if pictures[0].dtype == np.uint8 else cast("Rgb", rgb.astype(np.uint16) * _WIDE)


def _frame(rgb: Rgb, number: int) -> VideoFrame:
    narrow = np.ascontiguousarray(rgb if rgb.dtype == np.uint8 else rgb >> 8, np.uint8)
    frame = VideoFrame.from_ndarray(narrow, format="rgb24")
    frame = frame.reformat(format="yuv444p")
    frame.pts, frame.time_base = number, Fraction(1)
    return frame
