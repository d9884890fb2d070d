"""Luma of a picture in whole numbers, for repairs that change nothing else, or all but it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.video.colour import luma_weights
from engine.video.frame import Rgb

SHIFT = 7
_PARTS = 1 << SHIFT
"""Sum of the weights of red, green and blue: levels of 8 bits times them fit in 16."""

Signed = NDArray[np.signedinteger]


def signed_type(rgb: Rgb) -> type[np.int16 | np.int32]:
    """Return the type in which sums of a picture's weighted levels fit."""
    return np.int16 if rgb.dtype == np.uint8 else np.int32


def whole_weights(matrix: int) -> tuple[int, int, int]:
    """Return how much red, green and blue count in luma; together 128.

    Args:
        matrix: code point of the source's matrix.
    """
    red, _, blue = (round(_PARTS * weight) for weight in luma_weights(matrix))
    return red, _PARTS - red - blue, blue


def put_planes(rgb: Rgb, planes: Signed) -> None:
    """Write red, green and blue of ``(h, w, 3)`` into ``(3, h, w)``."""
    for number, plane in enumerate(planes):
        np.copyto(plane, rgb[..., number])


def put_luma(planes: Signed, weights: tuple[int, int, int], out: Signed, spare: Signed) -> None:
    """Write the luma of ``(3, h, w)`` into ``out``; ``spare`` is another of its size."""
    out[:] = _PARTS // 2
    for plane, weight in zip(planes, weights, strict=True):
        np.multiply(plane, weight, out=spare)
        np.add(out, spare, out=out)
    np.right_shift(out, SHIFT, out=out)


def put_rgb(planes: Signed, out: Rgb) -> None:
    """Write ``(3, h, w)`` into ``(h, w, 3)``, each level as far as its type reaches."""
    peak = np.iinfo(out.dtype).max
    for number, plane in enumerate(planes):
        out[..., number] = np.clip(plane, 0, peak, out=plane)
