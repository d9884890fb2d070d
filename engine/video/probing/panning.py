"""Whole pictures that move up or down, which look interlaced to idet.

Where the camera tilts by a line from one picture to the next, the odd lines of a picture continue
the even ones of the picture before, as the two fields of an interlaced picture would. Yet the
whole picture is the one before, moved, and no line of it sticks out between its neighbours.
"""

from __future__ import annotations

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


def movement(before: NDArray[np.uint8], now: NDArray[np.uint8]) -> Movement | None:
    """Judge a picture by what moves in it.

    Args:
        before: ``(h, w)``, brightness in 8 bits.
        now: the same of the next picture.

    Returns:
        None where too little moves.
    """
    step = max(1, now.shape[1] // _COLUMNS)
    early, late = before[:, ::step].astype(np.int16), now[:, ::step].astype(np.int16)
    edge = _MOST_LINES + 2
    height = len(early)
    if height <= 2 * edge:
        return None
    moving = np.abs(late - early)[edge:-edge] > _MOVED
    if np.count_nonzero(moving) < _LEAST_PIXELS:
        return None
    inner = late[edge:-edge]
    sticking_out = _sticking_out(late, edge, moving)
    if sticking_out > _WHOLE:
        return Movement(is_combed=sticking_out > _COMBED, is_panned=False)
    change = np.abs(inner - early[edge:-edge])[moving].mean()
    moved = (
        _between(early, edge + half / 2, height - 2 * edge)
        for half in range(-2 * _MOST_LINES, 2 * _MOST_LINES + 1)
        if half
    )
    least = min(np.abs(inner - rows)[moving].mean() for rows in moved)
    return Movement(is_combed=False, is_panned=bool(least < _LEFT_OVER * change))


def _sticking_out(luma: NDArray[np.int16], edge: int, moving: NDArray[np.bool_]) -> float:
    """Return how far lines lie from their neighbours, by how far they lie from the next but one."""

    def distance(lines: int) -> float:
        height = len(luma)
        up, down = luma[edge - lines : height - edge - lines], luma[edge + lines :][: len(moving)]
        return float(np.abs(2 * luma[edge:-edge] - up - down)[moving].mean())

    return distance(1) / max(1e-6, distance(2))


def _between(luma: NDArray[np.int16], start: float, count: int) -> NDArray[np.int16]:
    """Return ``count`` rows from ``start`` on, which may lie half way between two."""
    first = int(start)
    rows = luma[first : first + count]
    return rows if first == start else (rows + luma[first + 1 : first + 1 + count]) // 2
