"""Evens out brightness that swings from picture to picture although nothing moves."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.jobs.choices import Repair
from engine.jobs.options import Options
from engine.rendering.steps.repairs.tables import looked_up
from engine.rendering.steps.step import Plain
from engine.video.facts import SourceInfo
from engine.video.frame import Frame, Rgb
from engine.video.lines import line_through

_WINDOW_SECONDS = 0.8
"""How far to each side the usual brightness is looked for: less than a render reads again."""
_MOST_BYTES = 96 << 20
"""Of pictures that wait for those after them."""
_LEAST_AHEAD = 4
_SMOOTH_SECONDS = 0.4
"""Standard deviation of the weights with which brightness is smoothed."""
_BY_CHANCE = 4.0
"""How much of a slope's square flicker itself explains, in variances of the slope."""
_BLOCK, _SKIPPED = 8, 2
_DARKEST, _BRIGHTEST = 0.05, 0.93
"""Blocks whose brightness can be compared, as a share of white."""
_LEAST_BLOCKS = 20
_MOST_UNREST = 0.06
"""Median difference of the blocks' changes from the picture's: beyond that lies a cut."""
_MOST_CHANGE = math.log(1.5)


def make_flicker(info: SourceInfo, options: Options) -> Flicker | None:
    """Return the step that evens out brightness; None where that isn't wanted."""
    is_sure = info.finding(Repair.FLICKER).is_automatic
    return Flicker() if options.wants(Repair.FLICKER, is_sure=is_sure) else None


@dataclass
class _Waiting:
    """A frame, how bright its blocks are, and how much brighter it is than the one before.

    ``step`` is None where they can't be compared, as after a cut.
    """

    frame: Frame
    means: NDArray[np.float64]
    step: float | None


class Flicker:
    """Gives each picture the brightness that is usual around it; a source step."""

    name = "flicker"
    nanoseconds_per_pixel = 8.0

    def claim(self) -> Mapping[str, Plain]:
        """Return that it is done: all else follows from the pictures."""
        return {"window": _WINDOW_SECONDS, "version": 2}

    def apply(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Even out the brightness of each frame."""
        near: deque[_Waiting] = deque()
        place = 0
        for frame in frames:
            means = _means(frame.data)
            step = _step(near[-1].means, means) if near else None
            near.append(_Waiting(frame, means, step))
            while place < len(near) and _is_complete(near, place):
                yield _evened(near, place)
                place += 1
                while near[place - 1].frame.pts_seconds - near[0].frame.pts_seconds > (
                    _WINDOW_SECONDS
                ):
                    near.popleft()
                    place -= 1
        for number in range(place, len(near)):
            yield _evened(near, number)


def _is_complete(near: deque[_Waiting], place: int) -> bool:
    """Tell whether all pictures are there that one at ``place`` is compared with."""
    ahead = len(near) - 1 - place
    span = near[-1].frame.pts_seconds - near[place].frame.pts_seconds
    return span > _WINDOW_SECONDS or ahead >= _most_ahead(near[place].frame)


def _most_ahead(frame: Frame) -> int:
    return max(_LEAST_AHEAD, _MOST_BYTES // frame.data.nbytes)


def _evened(near: deque[_Waiting], place: int) -> Frame:
    """Return the frame at ``place`` as bright as is usual in its shot around it."""
    here = near[place].frame
    before, after = (list(_levels_beside(near, place, way)) for way in (-1, 1))
    used = list(near)[place - len(before) : place + len(after) + 1]
    seconds = np.array([waiting.frame.pts_seconds - here.pts_seconds for waiting in used])
    usual = _usual(seconds, np.array([*reversed(before), 0.0, *after]))
    change = min(max(usual, -_MOST_CHANGE), _MOST_CHANGE)
    return replace(here, data=_brightened(here.data, math.exp(change)))


def _usual(seconds: NDArray[np.float64], levels: NDArray[np.float64]) -> float:
    """Return what levels around the time 0 are there, by a straight line through them.

    The line is level unless its slope is more than chance, so a fade or a pan keeps its course up
    to the ends of a shot, and flicker there tilts nothing.
    """
    weights = np.exp(-0.5 * np.square(seconds / _SMOOTH_SECONDS))
    weights /= weights.sum()
    line = line_through(seconds, levels, weights)
    level, count = float(line.value), 1 / float(weights @ weights)
    if count <= 2 or not line.slope:
        return level
    off = levels - line.value - line.slope * (seconds - line.time)
    unrest = float(weights @ np.square(off)) / ((count - 2) * line.spread)
    sure = max(0.0, 1 - _BY_CHANCE * unrest / float(line.slope) ** 2)
    return level - sure * float(line.slope) * line.time


def _levels_beside(near: deque[_Waiting], place: int, direction: int) -> Iterator[float]:
    """Yield how much brighter the pictures before or after the one at ``place`` are."""
    here, level = near[place].frame, 0.0
    for distance in range(1, _most_ahead(here) + 1):
        number = place + direction * distance
        if not 0 <= number < len(near):
            return
        step = near[max(number, number - direction)].step
        is_far = abs(near[number].frame.pts_seconds - here.pts_seconds) > _WINDOW_SECONDS
        if step is None or is_far:
            return
        level += direction * step
        yield level


def _brightened(rgb: Rgb, gain: float) -> Rgb:
    peak = int(np.iinfo(rgb.dtype).max)
    table = np.minimum(np.rint(np.arange(peak + 1) * gain), peak).astype(rgb.dtype)
    return looked_up(table, rgb)


def _step(before: NDArray[np.float64], after: NDArray[np.float64]) -> float | None:
    """Return the logarithm of the change of brightness; None where too much else changes."""
    if before.shape != after.shape:
        return None
    usable = (np.minimum(before, after) > _DARKEST) & (np.maximum(before, after) < _BRIGHTEST)
    if np.count_nonzero(usable) < _LEAST_BLOCKS:
        return None
    changes = np.log(after[usable] / before[usable])
    step = float(np.median(changes))
    unrest = float(np.median(np.abs(changes - step)))
    return None if unrest > _MOST_UNREST else step


def _means(rgb: Rgb) -> NDArray[np.float64]:
    """Return the brightness of the blocks of a picture, 0..1."""
    rows, columns = (side // _BLOCK for side in rgb.shape[:2])
    every = slice(0, rows * _BLOCK, _SKIPPED), slice(0, columns * _BLOCK, _SKIPPED)
    side = _BLOCK // _SKIPPED
    # Lines first, which is fast; all sums are whole numbers, so exact.
    lines = rgb[..., 1][every].astype(np.float32).reshape(rows, side, -1).sum(axis=1)
    sums = np.einsum("ijk->ij", lines.reshape(rows, columns, side))
    means: NDArray[np.float64] = sums / np.float64(side**2 * np.iinfo(rgb.dtype).max)
    return means
