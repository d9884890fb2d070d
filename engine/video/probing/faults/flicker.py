"""Brightness that swings from picture to picture although nothing moves, as of old film.

Of most parts of a picture the brightness hardly changes from one picture to the next, however
much moves in others; so the median over many blocks is what has happened to the whole picture.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.jobs.choices import Repair
from engine.video.facts import Finding
from engine.video.probing.faults.sample import Plane, Sample

Means = NDArray[np.float64]

_BLOCK = 16
_LEAST_LEVEL, _MOST_LEVEL = 24, 235
"""Blocks whose brightness can be compared: not black, and not cut off at white."""
_LEAST_BLOCKS = 40
_SMOOTH = 9
"""Pictures over which a change of the light is no flicker."""
_LEAST_STEPS = 14
_LEAST_TURNS = 0.3
"""Share of pictures at which the brightness passes its mean."""
_LEAST_BACK = 0.2
"""Of all changes one way, how much goes the other: a fade in jerks goes one way only."""
_DEVIATION = 1.48
"""Standard deviation of noise by its median distance from the mean."""
_MOST_UNREST = 0.06
"""Median difference of the blocks' changes from the picture's, above which things move."""
_LEAST_SWING, _SURE_SWING = 0.012, 0.025
"""Standard deviation of the brightness, as a share of it."""


def find_flicker(sample: Sample, *, black: int) -> Finding:
    """Return by how much brightness swings, as a share of it; parameter swing.

    Args:
        sample: of a source.
        black: level of black in the sample.
    """
    swings = [
        swing
        for stretch in sample.stretches
        if (swing := _swing([picture.luma for picture in stretch], black)) is not None
    ]
    if not swings:
        return Finding(repair=Repair.FLICKER, confidence=0.0, is_automatic=False)
    usual = float(np.median(swings))
    steady = min(swings) if len(swings) < 3 else sorted(swings)[len(swings) // 4]
    is_found = usual >= _LEAST_SWING and steady >= _LEAST_SWING / 2
    return Finding(
        repair=Repair.FLICKER,
        confidence=round(min(1.0, 0.5 * usual / _LEAST_SWING), 2) if is_found else 0.0,
        is_automatic=is_found and steady >= _SURE_SWING,
        parameters=(("swing", round(usual, 4)),),
    )


def _swing(pictures: list[Plane], black: int) -> float | None:
    """Return the swing in consecutive pictures; None where it can't be told."""
    steps: list[float] = []
    for before, after in pairwise(map(_means, pictures)):
        step = _step(before, after, black)
        if step is None:  # a cut, or much moves: what came before is another run
            if len(steps) >= _LEAST_STEPS:
                break
            steps = []
        else:
            steps.append(step)
    if len(steps) < _LEAST_STEPS:
        return None
    ways = sum(max(step, 0.0) for step in steps), sum(max(-step, 0.0) for step in steps)
    if min(ways) < _LEAST_BACK * max(ways):
        return 0.0
    level, half = np.cumsum([0.0, *steps]), _SMOOTH // 2
    smooth = np.convolve(level, np.full(_SMOOTH, 1 / _SMOOTH), "valid")
    swing = level[half : len(level) - half] - smooth
    turns = np.mean(swing[1:] * swing[:-1] < 0)
    # The median: a flash or a jump of the camera's exposure is no flicker.
    return _DEVIATION * float(np.median(np.abs(swing))) if turns >= _LEAST_TURNS else 0.0


def _step(first: Means, second: Means, black: int) -> float | None:
    """Return the logarithm of the change of brightness; None where too much else changes."""
    usable = (np.minimum(first, second) > _LEAST_LEVEL) & (np.maximum(first, second) < _MOST_LEVEL)
    if np.count_nonzero(usable) < _LEAST_BLOCKS:
        return None
    changes = np.log((second[usable] - black) / (first[usable] - black))
    step = float(np.median(changes))
    unrest = float(np.median(np.abs(changes - step)))
    return None if unrest > _MOST_UNREST else step


def _means(luma: Plane) -> Means:
    """Return the brightness of each block, by every other pixel."""
    rows, columns = (side // _BLOCK for side in luma.shape)
    half = _BLOCK // 2
    lines = luma[: rows * _BLOCK : 2, : columns * _BLOCK].reshape(rows, half, columns * _BLOCK)
    # Lines first: sums over rows of an array are fast.
    sums = lines.sum(axis=1, dtype=np.uint16)[:, ::2].reshape(rows, columns, half)
    means: Means = sums.sum(axis=2, dtype=np.uint16) / half**2
    return means
