"""Steadies the tremor of a hand; what comes in at the borders is taken from pictures around."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from engine.jobs.choices import Deinterlace, Repair
from engine.jobs.options import Options
from engine.rendering.steps.repairs.green import green_of
from engine.rendering.steps.repairs.moving import moved
from engine.rendering.steps.repairs.neighbours import Neighbours, with_neighbours
from engine.rendering.steps.step import Plain
from engine.video.facts import SourceInfo
from engine.video.frame import Frame, Rgb
from engine.video.probing.faults.sample import Numbers
from engine.video.probing.faults.shake import (
    Spectrum,
    Vector,
    motion_between,
    small,
    spectrum_of,
    strayed,
)

_WINDOW_SECONDS = 0.7
"""To each side in which a camera's way is smoothed: less than a render reads again."""
_MOST_BYTES = 192 << 20
"""Of pictures that wait for those after them."""
_LEAST_REACH = 4
_USUAL_RATE = 25.0
_MOST_SHARE = 0.08
"""Of a side by which a picture is moved, at most."""
_PARTS = 4
"""Of a pixel by which pictures are moved."""


def make_shake(info: SourceInfo, options: Options) -> Shake | None:
    """Return the step that steadies pictures; None where that isn't wanted."""
    if not options.wants(Repair.SHAKE, is_sure=info.finding(Repair.SHAKE).is_automatic):
        return None
    rate = float(info.frame_rate or _USUAL_RATE)
    rate *= 2 if options.deinterlace is Deinterlace.FIELD else 1
    picture_bytes = 3 * info.width * info.height * (1 if info.bit_depth <= 8 else 2)
    affordable = max(_LEAST_REACH, _MOST_BYTES // (2 * picture_bytes))
    return Shake(min(affordable, max(_LEAST_REACH, round(_WINDOW_SECONDS * rate))))


@dataclass(frozen=True)
class _Tracked:
    """A frame, and how far things have moved since the one before; None: it begins a shot."""

    frame: Frame
    motion: Vector | None


@dataclass(frozen=True)
class _Placed:
    """A frame, and where its contents lie against those of the frame that is treated."""

    data: Rgb
    place: Vector


class Shake:
    """Moves each picture onto a smooth way of the camera; a source step."""

    name = "shake"
    nanoseconds_per_pixel = 20.0

    def __init__(self, reach: int) -> None:
        """Smooth the way over so many pictures on each side."""
        self._reach = reach

    def claim(self) -> Mapping[str, Plain]:
        """Return over how many pictures the way is smoothed."""
        return {"reach": self._reach, "version": 2}

    def apply(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Steady each frame."""
        for near in with_neighbours(_tracked(frames), self._reach):
            yield self._steadied(near)

    def _steadied(self, near: Neighbours[_Tracked]) -> Frame:
        frame = near.here.frame
        before, after = self._way(near, -1), self._way(near, 1)
        way = [*reversed(before), (frame, np.zeros(2)), *after]
        places = [place for _, place in way]
        off = strayed(places, [seen.pts_seconds for seen, _ in way], len(before))
        most = _MOST_SHARE * np.array(frame.data.shape[1::-1])
        move = -(off.clip(-most, most) * _PARTS).round() / _PARTS
        if not move.any():
            return frame
        data = moved(frame.data, *move.tolist())
        around = [pair for pairs in _by_turns(after, before) for pair in pairs]
        _fill_borders(data, move, [_Placed(seen.data, place) for seen, place in around])
        return replace(frame, data=data)

    def _way(self, near: Neighbours[_Tracked], direction: int) -> list[tuple[Frame, Vector]]:
        """Return the frames of the shot before or after, and where their contents lie."""
        found: list[tuple[Frame, Vector]] = []
        place = np.zeros(2)
        for distance in range(1, self._reach + 1):
            seen = near.at(direction * distance)
            later = seen if direction > 0 else near.at(direction * (distance - 1))
            if seen is None or later is None or later.motion is None:
                break
            gap = abs(seen.frame.pts_seconds - near.here.frame.pts_seconds)
            if gap > _WINDOW_SECONDS + 0.01:
                break
            place = place + direction * later.motion
            found.append((seen.frame, place))
        return found


def _by_turns(
    first: list[tuple[Frame, Vector]], second: list[tuple[Frame, Vector]]
) -> Iterator[list[tuple[Frame, Vector]]]:
    """Yield what is nearest first."""
    for number in range(max(len(first), len(second))):
        yield [*first[number : number + 1], *second[number : number + 1]]


def _tracked(frames: Iterator[Frame]) -> Iterator[_Tracked]:
    before: tuple[Numbers, Spectrum] | None = None
    for frame in frames:
        picture, part = small(green_of(frame.data))
        here = picture, spectrum_of(picture)
        motion = None
        if before is not None:
            motion = motion_between(before[0], picture, (before[1], here[1]))
        yield _Tracked(frame, None if motion is None else motion * part)
        before = here


def _fill_borders(data: Rgb, move: Vector, around: list[_Placed]) -> None:
    """Fill what a moved picture doesn't cover from those around it, the nearest on top."""
    height, width = data.shape[:2]
    right, down = (int(math.copysign(math.ceil(abs(m)), m)) for m in move)
    strips = []
    if down:
        rows = slice(0, down) if down > 0 else slice(height + down, height)
        strips.append((rows, slice(0, width)))
    if right:
        columns = slice(0, right) if right > 0 else slice(width + right, width)
        strips.append((slice(0, height), columns))
    alike = [placed for placed in around if placed.data.shape == data.shape]
    for strip in strips:
        # What lies behind one that covers all of the strip is not seen.
        used = []
        for placed in alike:
            piece = _piece(data.shape, strip, [round(float(m)) for m in move - placed.place])
            used.append((placed.data, piece))
            if piece.target == strip:
                break
        for other, piece in reversed(used):
            data[piece.target] = other[piece.source]


class _Piece(NamedTuple):
    """A part of a picture, and where it lies in one that it is copied to."""

    source: tuple[slice, slice]
    target: tuple[slice, slice]


def _piece(shape: tuple[int, ...], strip: tuple[slice, slice], shift: list[int]) -> _Piece:
    """Return what a picture, moved right and down by ``shift``, has in a strip of another."""
    source, target = [], []
    for side, part, distance in zip(shape, strip, reversed(shift), strict=False):
        first = max(part.start, distance)
        last = max(first, min(part.stop, side + distance))
        target.append(slice(first, last))
        source.append(slice(first - distance, last - distance))
    return _Piece((source[0], source[1]), (target[0], target[1]))
