"""Aligns lines that begin too early or too late, each with the lines around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

import numpy as np
from numpy.typing import NDArray

from engine.jobs.choices import Repair
from engine.jobs.options import Options
from engine.rendering.steps.repairs.green import green_of
from engine.rendering.steps.repairs.moving import lines_moved
from engine.rendering.steps.step import Plain
from engine.video.facts import SourceInfo
from engine.video.frame import Frame, Rgb
from engine.video.probing.faults.jitter import (
    REACH,
    SMOOTH_LINES,
    Shifts,
    details_of,
    shifts_of,
)
from engine.video.probing.faults.sample import Numbers, Plane

_PIXELS_FIRST = 2
"""One place of these is looked at to find about where lines lie; coarse details tell that best."""
_REACH_FIRST = -(-REACH // _PIXELS_FIRST)
_REACH_AGAIN = 2
"""Pixels by which lines are looked for where they were found the first time."""
_LEAST_SIDE = 4 * REACH + 8


def make_jitter(info: SourceInfo, options: Options) -> Jitter | None:
    """Return the step that aligns lines; None where that isn't wanted."""
    is_sure = info.finding(Repair.JITTER).is_automatic
    is_large = min(info.width, info.height) >= max(_LEAST_SIDE, SMOOTH_LINES)
    return Jitter() if is_large and options.wants(Repair.JITTER, is_sure=is_sure) else None


class Jitter:
    """Moves each line of a picture by how far it lies beside the others; a source step."""

    name = "jitter"
    nanoseconds_per_pixel = 13.0

    def claim(self) -> Mapping[str, Plain]:
        """Return that it is done: all else follows from the pictures."""
        return {"lines": SMOOTH_LINES, "version": 2}

    def apply(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Align the lines of each frame."""
        for frame in frames:
            yield replace(frame, data=_aligned(frame.data))


def _aligned(rgb: Rgb) -> Rgb:
    is_narrow = rgb.dtype == np.uint8
    details = details_of(cast("Plane", rgb[..., 1]) if is_narrow else green_of(rgb))
    about = _PIXELS_FIRST * _strays(*shifts_of(_halved(details), _REACH_FIRST))
    moves = -np.rint(about).astype(int)
    most = int(np.abs(moves).max())
    windows = np.lib.stride_tricks.sliding_window_view(details, details.shape[1] - 2 * most, axis=1)
    moved = windows[np.arange(len(details)), most - moves]
    left = _strays(*shifts_of(moved, _REACH_AGAIN))
    return lines_moved(rgb, np.rint(2 * (moves - left)).astype(int))


def _halved(details: Numbers) -> Numbers:
    """Return half as many details along lines, each the sum of two pairs."""
    width = details.shape[1] // _PIXELS_FIRST * _PIXELS_FIRST
    line = details[:, :width].reshape(-1)
    sums = np.empty((len(details), width // _PIXELS_FIRST), np.float32)
    pairs = line[::2] + line[1::2]
    # As one long line; what goes across seams is left out.
    np.add(pairs[1:], pairs[:-1], out=sums.reshape(-1)[:-1])
    return sums[:, :-1]


def _strays(shifts: Shifts, is_sure: NDArray[np.bool_]) -> Shifts:
    """Return how far each line is from where it should be, to the right.

    Args:
        shifts: of each line but the first against the one above.
        is_sure: where that is known.
    """
    slopes = np.where(is_sure, shifts, np.nan)
    around = np.lib.stride_tricks.sliding_window_view(_padded(slopes), SMOOTH_LINES)
    # The usual slope of things around, their median; where hardly a line tells, none.
    told = np.count_nonzero(~np.isnan(around), axis=1)
    ordered, rows = np.sort(around, axis=1), np.arange(len(around))
    middle = 0.5 * (ordered[rows, (told - 1) // 2] + ordered[rows, told // 2])
    usual = np.where(told >= SMOOTH_LINES // 3, middle, 0.0)
    steps = np.where(is_sure, shifts - usual, 0.0)
    places = np.concatenate([[0.0], np.cumsum(steps)])
    means = np.convolve(_padded(places), np.full(SMOOTH_LINES, 1 / SMOOTH_LINES), "valid")
    strays: Shifts = (places - means).clip(-REACH, REACH)
    return strays


def _padded(line: Shifts) -> Shifts:
    half = SMOOTH_LINES // 2
    return np.concatenate([line[half:0:-1], line, line[-2 : -half - 2 : -1]])
