"""Shot detection: nothing may propagate across a cut."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:  # who only looks for cuts needs no torch
    from torch import Tensor

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_ROWS, _COLUMNS = 27, 48
_AROUND = 2
"""Frames compared on either side of a suspected cut."""
_LEAST_CHANGE = 5.0
"""8-bit levels; a smaller change is no cut."""
_LEAST_RATIO = 2.0
"""A cut changes the picture this many times more than its neighbours do; a pan does not."""
_MOST_CORRELATION = 0.6
"""Two frames of one shot are more alike than this."""
_FLASH_SHARE = 0.5
"""After a flash the picture is as before: it differs by less than this share of the jump."""


class Finishing(NamedTuple):
    """What the source decides about the finishing of a frame."""

    colour_trust: float
    """How far the network's colours are trusted, 0..1."""
    still: Tensor | None
    """``(1, 1, h, w)`` bool: where the frame repeats the one before; None: nowhere."""


@dataclass(frozen=True)
class ShotFrame(Generic[T_co]):
    """A frame and whether a new shot begins with it (the first frame begins one)."""

    item: T_co
    starts_shot: bool
    past: tuple[NDArray[np.float32], ...] = ()
    """Thumbnails of the last frames before it in their shot, for resuming `mark_shots`."""
    finishing: Finishing | None = None
    """How it is finished; None where nobody has found that out yet."""


def small_luma(rgb: NDArray[np.uint8] | NDArray[np.uint16]) -> NDArray[np.float32]:
    """A thumbnail of the luma: 27 x 48 means, in 8-bit levels.

    Args:
        rgb: ``(h, w, 3)``, 8 or 16 bit; any size of at least one pixel.
    """
    h, w = rgb.shape[:2]
    rows = np.linspace(0, h, _ROWS + 1).astype(int)
    columns = np.linspace(0, w, _COLUMNS + 1).astype(int)
    # Every few pixels are plenty for a mean, and several times faster.
    step = max(1, min(h // (2 * _ROWS), w // (2 * _COLUMNS)))
    sparse = rgb[::step, ::step].astype(np.float32)
    rows, columns = rows // step, columns // step
    luma = sparse @ np.array([0.299, 0.587, 0.114], np.float32)
    padded = np.pad(luma.cumsum(0, dtype=np.float64).cumsum(1), ((1, 0), (1, 0)))
    top, bottom = _spans(rows, luma.shape[0])
    left, right = _spans(columns, luma.shape[1])
    sums = (
        padded[np.ix_(bottom, right)]
        - padded[np.ix_(top, right)]
        - padded[np.ix_(bottom, left)]
        + padded[np.ix_(top, left)]
    )
    levels = 257.0 if rgb.dtype == np.uint16 else 1.0
    means: NDArray[np.float64] = sums / (levels * np.outer(bottom - top, right - left))
    return means.astype(np.float32)


def _spans(edges: NDArray[np.int_], size: int) -> tuple[NDArray[np.int_], NDArray[np.int_]]:
    """First and last + 1 of each cell, at least one pixel wide."""
    start = np.minimum(edges[:-1], size - 1)
    return start, np.minimum(np.maximum(edges[1:], start + 1), size)


def mark_shots(
    items: Iterable[T],
    picture: Callable[[T], NDArray[np.uint8] | NDArray[np.uint16]],
    past: Sequence[NDArray[np.float32]] = (),
) -> Iterator[ShotFrame[T]]:
    """Mark each item with whether a new shot begins with it.

    Looks two frames ahead. A cut changes the picture much more than the frames around it do, unlike
    a fast pan or a fade; and the frames before it differ from those after it, unlike at a flash.

    Args:
        items: frames in order, of any type.
        picture: gives the ``(h, w, 3)`` RGB picture of an item.
        past: `ShotFrame.past` of the first item, where marking is resumed there.

    Yields:
        Every item once, in order.
    """
    held: list[tuple[T, NDArray[np.float32]]] = []
    before = list(past)
    for item in items:
        held.append((item, small_luma(picture(item))))
        if len(held) > _AROUND:
            yield _judge(before, held)
    while held:
        yield _judge(before, held)


def is_alike(a: NDArray[np.float32], b: NDArray[np.float32]) -> bool:
    """Tell whether two thumbnails of `small_luma` are too much alike for a cut between them."""
    return _change(a, b) < _LEAST_CHANGE or _correlation(a, b) > _MOST_CORRELATION


def _judge(
    past: list[NDArray[np.float32]], held: list[tuple[T, NDArray[np.float32]]]
) -> ShotFrame[T]:
    """Remove the first held frame and compare it with the frames around it."""
    starts = not past or _is_cut(past, [small for _, small in held])
    item, small = held.pop(0)
    before = tuple(past)
    if starts:
        past.clear()
    past.append(small)
    del past[: -(_AROUND + 1)]
    return ShotFrame(item, starts, before)


def _is_cut(before: list[NDArray[np.float32]], after: list[NDArray[np.float32]]) -> bool:
    jump = _change(before[-1], after[0])
    if is_alike(before[-1], after[0]):
        return False
    neighbours = [_change(a, b) for a, b in itertools.pairwise(before)]
    neighbours += [_change(a, b) for a, b in itertools.pairwise(after)]
    if neighbours and jump < _LEAST_RATIO * float(np.mean(neighbours)):
        return False
    nearest = min(_change(a, b) for a in before for b in after)
    return nearest >= _FLASH_SHARE * jump


def _change(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    """Mean absolute difference; a change of the overall brightness counts a quarter."""
    difference = a - b
    mean = float(difference.mean())
    return float(np.abs(difference - mean).mean()) + 0.25 * abs(mean)


def _correlation(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    a, b = a - a.mean(), b - b.mean()
    scale = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float((a * b).sum()) / scale if scale > 1e-6 else 0.0
