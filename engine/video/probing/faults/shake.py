"""Hand tremor: the way of a camera, and how far it strays from a smooth one.

All of a picture moves when a camera does. The displacement of each picture against the one before
is measured on small pictures: roughly by phase correlation, then by the slopes of what is left,
where what moves on its own counts less.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.jobs.choices import Repair
from engine.video.facts import Finding
from engine.video.lines import line_through
from engine.video.probing.faults.sample import Numbers, Plane, Sample

Vector = NDArray[np.float64]
"""Right and down, in pixels of the picture."""
Spectrum = NDArray[np.complex64]

SMOOTH_SECONDS = 0.25
"""Standard deviation of the weights with which the way of a camera is smoothed."""
_SMALL_SIDE = 160
"""Width or height up to which pictures are looked at, in averages of pixels."""
_LEAST_SMALL = 24
_REACH = 0.2
"""Displacement from one picture to the next, at most, as a share of a side."""
_REFINEMENTS = 8
_NOTHING = 0.01
"""Of a pixel of small pictures: after so short a step, less is missing than can be told."""
_MOST_LEFT = 0.5
"""What is left of a picture's contrast after moving it; beyond that lies a cut."""
_LEAST_CONTRAST = 3.0
_STRETCHES, _LEAST_STEPS = 2, 14
_LEAST_MOTION, _LEAST_MOVING = 0.2, 8
"""Displacement of a small picture that is one, and how many of them tell anything."""
_MOST_UNEXPLAINED = 0.75
"""Difference that a displacement leaves, as a share of that in place, where the camera moves."""
_LEAST_TURNS = 0.17
"""Share of pictures at which a camera crosses its smooth way."""
_USUAL_RATE = 25.0
_LEAST_TREMOR = 0.003
"""Mean distance from the smooth way, as a share of the picture's width."""


def small(luma: Plane) -> tuple[Numbers, int]:
    """Return a small picture of luma ``(h, w)``, and how many pixels are one of it."""
    part = max(1, -(-max(luma.shape) // _SMALL_SIDE))
    rows, columns = (side // part for side in luma.shape)
    whole = luma[: rows * part, : columns * part]
    # Lines first: sums over rows of an array are fast. All sums are whole numbers, so exact.
    lines = whole.reshape(rows, part, -1).sum(axis=1, dtype=np.uint32).astype(np.float32)
    sums: Numbers = np.einsum("ijk->ij", lines.reshape(rows, columns, part))
    means = sums / np.float32(part**2)
    for turned in (means, means.T):  # finer details than slopes tell of
        turned[1:-1] = 0.25 * (turned[:-2] + turned[2:]) + 0.5 * turned[1:-1]
    return means, part


def motion_between(
    before: Numbers, after: Numbers, spectra: tuple[Spectrum, Spectrum] | None = None
) -> Vector | None:
    """Return how far things have moved in small pictures; None where that can't be told.

    Args:
        before: see `small`.
        after: the same of the next picture.
        spectra: of both, where they are known.
    """
    if before.shape != after.shape or min(before.shape) < _LEAST_SMALL:
        return None
    contrast = float(before.std())
    if contrast < _LEAST_CONTRAST:
        return None
    motion = _rough(*(spectra or (spectrum_of(before), spectrum_of(after))), before.shape)
    left = np.inf
    for _ in range(_REFINEMENTS):
        step, left = _refined(before, after, motion)
        motion = motion + step
        if np.abs(motion).max() > _REACH * min(before.shape):
            return None
        if np.abs(step).max() < _NOTHING:
            break
    return motion if left <= _MOST_LEFT * contrast else None


def strayed(places: Sequence[Vector], seconds: Sequence[float], here: int) -> Vector:
    """Return how far a camera is from its smooth way, at the place of number ``here``.

    Args:
        places: where it was, picture by picture.
        seconds: when.
        here: which of them.
    """
    times = np.array(seconds) - seconds[here]
    weights = np.exp(-0.5 * (times / SMOOTH_SECONDS) ** 2)
    points = np.array(places)
    # A straight line through the places around: a pan is no tremor.
    off: Vector = points[here] - line_through(times, points, weights).at(0.0)
    return off


def find_shake(sample: Sample, rate: float | None) -> Finding:
    """Return how far the camera strays from a smooth way.

    Parameters are tremor, the mean distance in pixels, and border, the largest in the sample.
    """
    runs = [
        run
        for stretch in sample.stretches[:_STRETCHES]
        if (run := _run([picture.luma for picture in stretch], rate or _USUAL_RATE)) is not None
    ]
    if not runs:
        return Finding(repair=Repair.SHAKE, confidence=0.0, is_automatic=False)
    tremor = float(np.median([np.sqrt(np.square(run).sum(axis=1).mean()) for run in runs]))
    relative = tremor / len(sample.stretches[0][0].luma[0])
    trembling = sum(_is_trembling(run) for run in runs)
    is_found = relative >= _LEAST_TREMOR and 2 * trembling > len(runs)
    border = max(float(np.abs(run).max()) for run in runs)
    return Finding(
        repair=Repair.SHAKE,
        confidence=round(min(1.0, 0.5 * relative / _LEAST_TREMOR), 2) if is_found else 0.0,
        is_automatic=False,
        parameters=(("tremor", round(tremor, 2)), ("border", round(border, 1))),
    )


def _run(lumas: list[Plane], rate: float) -> NDArray[np.float64] | None:
    """Return how far each picture of a stretch is off its smooth way, ``(n, 2)`` in pixels.

    None where it has a cut, or where it is not the camera that moves.
    """
    smalls = [small(luma) for luma in lumas]
    places, gains = [np.zeros(2)], list[float]()
    spectra = (spectrum_of(picture) for picture, _ in smalls)
    for ((before, part), (after, _)), both in zip(pairwise(smalls), pairwise(spectra), strict=True):
        motion = motion_between(before, after, both)
        if motion is None:
            return None
        places.append(places[-1] + motion * part)
        if np.abs(motion).max() >= _LEAST_MOTION:
            in_place = _refined(before, after, np.zeros(2))[1]
            gains.append(_refined(before, after, motion)[1] / max(in_place, 1e-3))
    is_camera = len(gains) >= _LEAST_MOVING and float(np.median(gains)) <= _MOST_UNEXPLAINED
    if len(places) < _LEAST_STEPS or not is_camera:
        return np.zeros((1, 2)) if len(places) >= _LEAST_STEPS else None
    seconds = [number / rate for number in range(len(places))]
    return np.array([strayed(places, seconds, here) for here in range(len(places))])


def _is_trembling(run: NDArray[np.float64]) -> bool:
    """Tell whether a camera goes to and fro, along the line on which it moves most."""
    along = run @ np.linalg.svd(run)[2][0]
    return len(run) > 1 and float(np.mean(along[1:] * along[:-1] < 0)) >= _LEAST_TURNS


def spectrum_of(picture: Numbers) -> Spectrum:
    """Return the spectrum of a small picture, which `motion_between` compares."""
    spectrum = np.fft.rfft2((picture - picture.mean()) * _window(picture.shape))
    return spectrum.astype(np.complex64, copy=False)


@lru_cache(maxsize=4)
def _window(shape: tuple[int, ...]) -> Numbers:
    height, width = shape
    window: Numbers = np.outer(np.hanning(height), np.hanning(width)).astype(np.float32)
    return window


def _rough(first: Spectrum, second: Spectrum, shape: tuple[int, ...]) -> Vector:
    """Return the whole displacement at which both correlate, by phase correlation."""
    crossed = first.conj() * second
    size = np.abs(crossed)
    surface = np.fft.irfft2(crossed / (size + 1e-3 * size.max() + 1e-9))
    row, column = np.unravel_index(int(surface.argmax()), surface.shape)
    height, width = surface.shape
    down = int(row) - (height if row > height // 2 else 0)
    right = int(column) - (width if column > width // 2 else 0)
    most = _REACH * min(shape)
    return np.array([right, down], float) if max(abs(right), abs(down)) < most else np.zeros(2)


def _refined(before: Numbers, after: Numbers, motion: Vector) -> tuple[Vector, float]:
    """Return what is missing from a displacement, and the mean difference that it leaves."""
    margin = int(np.ceil(np.abs(motion).max())) + 2
    height, width = before.shape
    if min(height, width) <= 3 * margin:
        return np.zeros(2), np.inf
    inner = before[margin : height - margin, margin : width - margin]
    moved = _part(after, margin, motion)
    slope_x = 0.5 * (moved[1:-1, 2:] - moved[1:-1, :-2])
    slope_y = 0.5 * (moved[2:, 1:-1] - moved[:-2, 1:-1])
    off = (inner - moved)[1:-1, 1:-1]
    typical = float(np.abs(off).mean())
    weights = 1 / (1 + np.square(off / (typical + 0.5)))
    x, y = weights * slope_x, weights * slope_y
    xx, yy, xy = _product(x, slope_x), _product(y, slope_y), _product(x, slope_y)
    side = np.array([_product(x, off), _product(y, off)])
    system = np.array([[xx, xy], [xy, yy]], float) + 1e-6 * np.eye(2) * (xx + yy + 1)
    step: Vector = np.linalg.solve(system, side).clip(-1, 1)
    return step, typical


def _product(first: Numbers, second: Numbers) -> float:
    """Return the sum of products, which is the same each time."""
    return float(np.einsum("ij,ij->", first, second))


def _part(plane: Numbers, margin: int, motion: Vector) -> Numbers:
    """Return the inside of ``plane``, displaced by parts of pixels."""
    whole = np.floor(motion).astype(int)
    right, down = motion - whole
    top, left = margin + whole[1], margin + whole[0]
    height, width = plane.shape[0] - 2 * margin, plane.shape[1] - 2 * margin
    here, below = plane[top : top + height], plane[top + 1 : top + 1 + height]
    lines = (1 - np.float32(down)) * here + np.float32(down) * below
    part: Numbers = (1 - np.float32(right)) * lines[:, left : left + width]
    part += np.float32(right) * lines[:, left + 1 : left + 1 + width]
    return part
