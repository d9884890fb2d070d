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
_MOST_DETAIL = 20.0
"""Levels to which details are cut, so that a few strong edges don't decide for a line."""
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


def shifts_of(lines: Numbers) -> tuple[Shifts, NDArray[np.bool_]]:
    """Return how far each line lies to the right of the one above, and where that is sure.

    Args:
        lines: luma ``(h, w)``; the result has ``h - 1`` places.
    """
    details = _details(lines)
    length = details.shape[1] - 2 * REACH
    below = details[1:, REACH : REACH + length]
    power = np.einsum("yx,yx->y", below, below)
    curves = []
    for shift in range(-REACH, REACH + 1):
        # The line below at x shows what the line above shows at x - shift.
        above = details[:-1, REACH - shift : REACH - shift + length]
        shared = np.einsum("yx,yx->y", below, above)
        curves.append(shared / np.sqrt(np.einsum("yx,yx->y", above, above) * power + 1e-3))
    fits = np.stack(curves, axis=1)
    best = fits.argmax(axis=1)
    inner = best.clip(1, 2 * REACH - 1)
    rows = np.arange(len(fits))
    before, top, after = (fits[rows, inner + step] for step in (-1, 0, 1))
    bend = before - 2 * top + after
    part = np.where(bend < -1e-6, 0.5 * (before - after) / np.minimum(bend, -1e-6), 0.0)
    is_sure = (fits.max(axis=1) >= _LEAST_FIT) & (best == inner)
    is_sure &= power >= _LEAST_DETAIL**2 * length
    found: Shifts = np.where(is_sure, inner + part.clip(-0.5, 0.5) - REACH, 0.0)
    return found, is_sure


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
    (one, is_one), (other, is_other) = (shifts_of(p.astype(np.float32)) for p in (first, second))
    told = is_one & is_other
    if np.count_nonzero(told) < _LEAST_TOLD:
        return None
    change = (one - other)[told]
    # A line's place counts in two differences, and in both pictures.
    return _DEVIATION * float(np.median(np.abs(change - np.median(change)))) / 2


def _details(lines: Numbers) -> Numbers:
    """Return slopes along lines, without the finest noise."""
    smooth = 0.25 * lines[:, :-2] + 0.5 * lines[:, 1:-1] + 0.25 * lines[:, 2:]
    slopes: Numbers = (smooth[:, 2:] - smooth[:, :-2]).clip(-_MOST_DETAIL, _MOST_DETAIL)
    return slopes
