"""Moving a picture, or some of its lines, by parts of pixels."""

from __future__ import annotations

import math
from typing import cast

import numpy as np

from engine.video.frame import Rgb

_WEIGHT_BITS = 6
_ROUNDING = 1 << (_WEIGHT_BITS - 1)


def moved_along(rgb: Rgb, distance: float, axis: int) -> Rgb:
    """Return a picture moved right (axis 1) or down (axis 0) by parts of pixels.

    Edges go on for ever. Between samples lies a cubic (Keys, 1981), computed in whole numbers.
    """
    if not distance:
        return rgb
    whole = math.floor(distance)
    part = distance - whole
    length = rgb.shape[axis]
    if not part:
        return rgb.take((np.arange(length) - whole).clip(0, length - 1), axis)
    wide = np.int16 if rgb.dtype == np.uint8 else np.int32
    weights = [round(w * (1 << _WEIGHT_BITS)) for w in _cubic(part)]
    weights[1] += (1 << _WEIGHT_BITS) - sum(weights)
    margin = abs(whole) + 2
    sides = [(margin, margin) if n == axis else (0, 0) for n in range(3)]
    padded = np.pad(rgb, sides, mode="edge").astype(wide)
    total = np.full(rgb.shape, _ROUNDING, wide)
    for tap, weight in zip((-2, -1, 0, 1), reversed(weights), strict=True):
        start = margin - whole + tap
        total += weight * (
            padded[start : start + length] if axis == 0 else padded[:, start : start + length]
        )
    total >>= _WEIGHT_BITS
    return cast("Rgb", total.clip(0, np.iinfo(rgb.dtype).max).astype(rgb.dtype))


def _cubic(part: float) -> list[float]:
    """Return the weights of four samples, of which the second lies ``part`` before the place."""
    near = [1 + part, part, 1 - part, 2 - part]
    return [
        (1.5 * d - 2.5) * d * d + 1 if d <= 1 else ((-0.5 * d + 2.5) * d - 4) * d + 2 for d in near
    ]
