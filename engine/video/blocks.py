"""Sums over square blocks of a picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

MOST_SIDE = 16
"""Of a block; the sum of a larger one would not fit into 16 bits."""


def block_sums(plane: NDArray[np.uint8], side: int) -> NDArray[np.uint16]:
    """Return the sum of each whole block of ``side`` times ``side`` samples.

    Args:
        plane: ``(h, w)``; the rest at its right and at its bottom is left out.
        side: at most `MOST_SIDE`.

    Returns:
        ``(h // side, w // side)``.
    """
    rows, columns = (length // side for length in plane.shape)
    whole = plane[: rows * side, : columns * side]
    # Lines first: sums over rows of an array are fast.
    lines = whole.reshape(rows, side, columns * side).sum(axis=1, dtype=np.uint16)
    sums: NDArray[np.uint16] = lines.reshape(rows, columns, side).sum(axis=2, dtype=np.uint16)
    return sums
