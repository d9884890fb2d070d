"""Whole pictures that move up or down, which look interlaced to idet.

Where the camera tilts by a line from one picture to the next, the odd lines of a picture continue
the even ones of the picture before, as the two fields of an interlaced picture would. Yet the
whole picture is the one before, moved, and no line of it sticks out between its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_COLUMNS = 90
"""Of a picture that are looked at."""
_MOST_LINES = 6
"""By which a picture is looked for further up and down."""
_MOVED = 8
"""Levels by which a pixel of a moving part changes at least."""
_LEAST_PIXELS = 200

# Measured on photos that were moved by half a line to three lines: of whole pictures a tenth of
# the change is left when they are moved back, and lines stick out by 0.31 to 0.40 of what lines
# two further do; of interlaced pictures by 0.48 (half a line between pictures) to 3.6; noise does
# by 1.
_LEFT_OVER = 0.5
_WHOLE, _COMBED = 0.45, 1.3


@dataclass(frozen=True)
class Movement:
    """What a picture tells in its moving parts.

    ``is_combed``: lines stick out between their neighbours, as those of two fields do.
    ``is_panned``: it is a whole picture, and the one before moved up or down.
    """

    is_combed: bool
    is_panned: bool


def some_columns(luma: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the columns of a picture that are looked at; they are copied."""
    return luma[:, :: max(1, luma.shape[1] // _COLUMNS)].copy()


def movement(before: NDArray[np.uint8], now: NDArray[np.uint8]) -> Movement | None:
    """Judge a picture by what moves in it.

    Args:
        before: ``(h, w)``, brightness in 8 bits, see `some_columns`.
        now: the same of the next picture.

    Returns:
        None where too little moves.
    """
    early, late = before.astype(np.int16), now.astype(np.int16)
    edge = _MOST_LINES + 2
    height = len(early)
    if height <= 2 * edge:
        return None
    moving = np.abs(late - early)[edge:-edge] > _MOVED
    if np.count_nonzero(moving) < _LEAST_PIXELS:
        return None
    sticking_out = _sticking_out(late, edge, moving)
    if sticking_out > _WHOLE:
        return Movement(is_combed=sticking_out > _COMBED, is_panned=False)
    here, there = late[edge:-edge][moving], early[edge:-edge][moving]
    least = _LEFT_OVER * np.abs(here - there).mean()
    is_panned = any(np.abs(here - moved).mean() < least for moved in _moved(early, edge, moving))
    return Movement(is_combed=False, is_panned=is_panned)


def _sticking_out(luma: NDArray[np.int16], edge: int, moving: NDArray[np.bool_]) -> float:
    """Return how far lines lie from their neighbours, by how far they lie from the next but one."""

    def distance(lines: int) -> float:
        height = len(luma)
        up, down = luma[edge - lines : height - edge - lines], luma[edge + lines :][: len(moving)]
        return float(np.abs(2 * luma[edge:-edge] - up - down)[moving].mean())

    return distance(1) / max(1e-6, distance(2))


def _moved(
    luma: NDArray[np.int16], edge: int, moving: NDArray[np.bool_]
) -> Iterator[NDArray[np.int16]]:
    """Yield the moving pixels of a picture that is moved up and down by half and whole lines."""
    before: NDArray[np.int16] | None = None
    for lines in range(-_MOST_LINES, _MOST_LINES + 1):
        here = luma[edge + lines :][: len(moving)][moving]
        if before is not None:
            yield (before + here) >> 1
        if lines:
            yield here
        before = here
