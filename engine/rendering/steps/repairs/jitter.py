"""Aligns lines that begin too early or too late, each with the lines around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.jobs.choices import Repair
from engine.jobs.options import Options
from engine.rendering.steps.repairs.green import green_of
from engine.rendering.steps.repairs.moving import moved_along
from engine.rendering.steps.step import Plain
from engine.video.facts import SourceInfo
from engine.video.frame import Frame, Rgb
from engine.video.probing.faults.jitter import REACH, SMOOTH_LINES, Shifts, shifts_of

_ROUNDS = 2
"""How often a picture is measured: where lines lie better, they are found better."""
_PARTS = 8
"""Of a pixel by which lines are moved."""
_LEAST_SIDE = 4 * REACH


def make_jitter(info: SourceInfo, options: Options) -> Jitter | None:
    """Return the step that aligns lines; None where that isn't wanted."""
    is_sure = info.finding(Repair.JITTER).is_automatic
    is_large = min(info.width, info.height) >= max(_LEAST_SIDE, SMOOTH_LINES)
    return Jitter() if is_large and options.wants(Repair.JITTER, is_sure=is_sure) else None


class Jitter:
    """Moves each line of a picture by how far it lies beside the others; a source step."""

    name = "jitter"
    nanoseconds_per_pixel = 80.0

    def claim(self) -> Mapping[str, Plain]:
        """Return that it is done: all else follows from the pictures."""
        return {"lines": SMOOTH_LINES}

    def apply(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Align the lines of each frame."""
        for frame in frames:
            yield replace(frame, data=_aligned(frame.data))


def _aligned(rgb: Rgb) -> Rgb:
    green = green_of(rgb)
    moves = np.zeros(len(rgb))
    for _ in range(_ROUNDS):
        lines = _moved(green[..., None], moves)[..., 0]
        moves -= _strays(*shifts_of(lines.astype(np.float32)))
    return _moved(rgb, moves)


def _strays(shifts: Shifts, is_sure: NDArray[np.bool_]) -> Shifts:
    """Return how far each line is from where it should be, to the right.

    Args:
        shifts: of each line but the first against the one above.
        is_sure: where that is known.
    """
    slopes = np.where(is_sure, shifts, np.nan)
    around = np.lib.stride_tricks.sliding_window_view(_padded(slopes), SMOOTH_LINES)
    # The usual slope of things around; where hardly a line tells, none.
    is_told = np.count_nonzero(~np.isnan(around), axis=1) >= SMOOTH_LINES // 3
    usual = np.zeros(len(shifts))
    usual[is_told] = np.nanmedian(around[is_told], axis=1)
    steps = np.where(is_sure, shifts - usual, 0.0)
    places = np.concatenate([[0.0], np.cumsum(steps)])
    means = np.lib.stride_tricks.sliding_window_view(_padded(places), SMOOTH_LINES).mean(axis=1)
    strays: Shifts = (places - means).clip(-REACH, REACH)
    return strays


def _padded(line: Shifts) -> Shifts:
    return np.pad(line, SMOOTH_LINES // 2, mode="reflect")


def _moved(picture: Rgb, moves: Shifts) -> Rgb:
    """Move each line of ``(h, w, c)`` to the right by an amount of its own."""
    parts = np.rint(moves * _PARTS).astype(int)
    out = picture.copy()
    for part in np.unique(parts[parts != 0]):
        lines = np.flatnonzero(parts == part)
        out[lines] = moved_along(picture[lines], float(part) / _PARTS, 1)
    return out
