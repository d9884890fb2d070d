"""Time-base errors: lines that a tape player began too early or too late.

Of each line it is measured how far it lies beside the line above. Slopes of things do so as well,
but evenly over many lines, and the same in the next picture; a tape is different each time.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.jobs.choices import Repair
from engine.video.facts import Finding
from engine.video.probing.faults.sample import Numbers, Plane, Sample

Shifts = NDArray[np.float64]

REACH = 9
"""Pixels by which lines are looked for beside each other."""
SMOOTH_LINES = 15
"""Over so many lines a slope is one of things, not of the tape."""
_PICTURES = 4
"""Pairs of pictures of each stretch that are compared."""
_MOST_DETAIL = 20
"""Levels to which details are cut, so that a few strong edges don't decide for a line."""
_DETAIL_PARTS = 4
"""Of a level in which details are counted."""
_BAND_LINES = 64
"""Small enough for a cache."""
_LEAST_DETAIL = 3.0
"""Mean slope of a line that tells where it lies, in levels per pixel."""
_LEAST_FIT = 0.6
"""Share of a line's details that the line above explains at the best place."""
_LEAST_LINES, _MOST_LINES = 200, 626
"""Of a picture that can come from a tape."""
_STRETCHES = 4
_LEAST_TOLD = 40
_DEVIATION = 1.48
_LEAST_JITTER = 0.5
"""Standard deviation of where lines begin, in pixels."""
_LEAST_EVERYWHERE = 0.6
"""Share of the pairs of pictures in which it is that."""


def shifts_of(details: Numbers, reach: int = REACH) -> tuple[Shifts, NDArray[np.bool_]]:
    """Return how far each line lies to the right of the one above, and where that is sure.

    Args:
        details: of a picture's lines, see `details_of`; the result has a place less than lines.
        reach: samples by which lines are looked for beside each other.
    """
    length = details.shape[1] - 2 * reach
    inner = details[:, reach : reach + length]
    powers, below = np.vecdot(inner, inner), inner[1:]
    curves = np.empty((2 * reach + 1, len(details) - 1), np.float32)
    for curve, start in zip(curves, range(2 * reach, -1, -1), strict=True):
        # The line below at x shows what the line above shows at x - shift.
        np.vecdot(below, details[:-1, start : start + length], out=curve)
    # What comes in and goes out at the ends of a line is too little to matter.
    curves /= np.sqrt(powers[:-1] * powers[1:] + 1e-3)
    best = curves.argmax(axis=0)
    middle = best.clip(1, 2 * reach - 1)
    rows = np.arange(len(best))
    before, top, after = (curves[middle + step, rows].astype(np.float64) for step in (-1, 0, 1))
    bend = before - 2 * top + after
    part = np.where(bend < -1e-6, 0.5 * (before - after) / np.minimum(bend, -1e-6), 0.0)
    is_sure = (curves[best, rows] >= _LEAST_FIT) & (best == middle)
    is_sure &= powers[1:] >= (_LEAST_DETAIL * _DETAIL_PARTS) ** 2 * length
    found: Shifts = np.where(is_sure, middle + part.clip(-0.5, 0.5) - reach, 0.0)
    return found, is_sure


def details_of(lines: Plane) -> Numbers:
    """Return slopes along lines of ``(h, w)``, without the finest noise, in quarters of levels.

    There are four fewer than samples.
    """
    height, width = lines.shape
    details = np.empty((height, width - 4), np.float32)
    slopes = np.zeros((_BAND_LINES, width), np.int16)
    most = np.int16(_MOST_DETAIL * _DETAIL_PARTS)
    for top in range(0, height, _BAND_LINES):
        # As one long line: the four places that go across its seams are left out below.
        levels = lines[top : top + _BAND_LINES].astype(np.int16).reshape(-1)
        line = slopes.reshape(-1)[: len(levels) - 4]
        # Weights -1, -2, 0, 2, 1: between two places of a line smoothed with 1, 2, 1.
        np.subtract(levels[3:-1], levels[1:-3], out=line)
        line += line
        line += levels[4:]
        line -= levels[:-4]
        np.clip(line, -most, most, out=line)
        band = details[top : top + _BAND_LINES]
        band[:] = slopes[: len(band), :-4]
    return details


def find_jitter(sample: Sample, *, in_fields: bool) -> Finding:
    """Return how unevenly lines begin; parameter jitter, in pixels."""
    nothing = Finding(repair=Repair.JITTER, confidence=0.0, is_automatic=False)
    if not _LEAST_LINES <= sample.lines <= _MOST_LINES:
        return nothing
    measured = [
        jitter
        for stretch in sample.lumas(in_fields=in_fields)[:_STRETCHES]
        for pair in list(pairwise(stretch))[:: max(1, len(stretch) // _PICTURES)]
        if (jitter := _jitter(*pair)) is not None
    ]
    if not measured:
        return nothing
    usual = float(np.median(measured))
    is_found = usual >= _LEAST_JITTER
    is_found &= float(np.mean(np.array(measured) >= _LEAST_JITTER)) >= _LEAST_EVERYWHERE
    return Finding(
        repair=Repair.JITTER,
        confidence=round(min(1.0, 0.5 * usual / _LEAST_JITTER), 2) if is_found else 0.0,
        is_automatic=False,
        parameters=(("jitter", round(usual, 2)),),
    )


def _jitter(first: Plane, second: Plane) -> float | None:
    """Return how unevenly lines begin, by how much that changes from picture to picture."""
    (one, is_one), (other, is_other) = (shifts_of(details_of(p)) for p in (first, second))
    told = is_one & is_other
    if np.count_nonzero(told) < _LEAST_TOLD:
        return None
    change = (one - other)[told]
    # A line's place counts in two differences, and in both pictures.
    return _DEVIATION * float(np.median(np.abs(change - np.median(change)))) / 2
