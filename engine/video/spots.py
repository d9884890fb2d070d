"""Spots of one picture: brighter or darker than the pictures before and after it, and small."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from engine.video.blocks import block_sums

Levels = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Box = tuple[slice, slice]
"""Rows and columns."""


@dataclass(frozen=True)
class Spots:
    """What spots to look for; sizes in pixels."""

    difference: int
    """Levels by which a spot stands out from the pictures around it."""
    apart: tuple[int, int]
    """A spot stands out from what lies so far above and below, and left and right; 0: need not."""
    core: tuple[int, int]
    """Height and width of an area that is spotted nearly everywhere."""


STREAKS = Spots(difference=26, apart=(4, 0), core=(1, 11))
"""Where tape has lost its coating: up to three lines of a picture, and long."""
DUST = Spots(difference=30, apart=(9, 9), core=(3, 3))
"""What lay on film: as wide as high."""

_MOTION_ROWS, _MOTION_COLUMNS = 1, 2
"""How far things may move from picture to picture without standing out."""
_BLOCK, _STILL_SHARE = 8, 0.25
_FULL_SHARE = 0.85
_EDGE = 3
"""Pixels around a core that may belong to the spot."""
_PASSING = 0.06
"""How far things are looked for that move past, as a share of the picture's shorter side."""
_STEP = 4
"""Every which column is looked at for that."""
_MOST_SIDE = 64
"""Of a spot that is looked for."""
_MOST_LOOKED = 40
"""Spots among moving things of one picture; more are no spots, and would take seconds."""
_ALIKE = 0.25
"""Difference of a thing that is found again, as a share of how much it stands out."""


def find_spots(
    before: Levels, here: Levels, after: Levels, kind: Spots, *, is_proof: bool
) -> Mask | None:
    """Return where the picture ``here`` has spots; None where nowhere.

    Args:
        before: luma of the picture before, ``(h, w)``.
        here: luma of the picture that is looked at.
        after: luma of the picture after it.
        kind: what spots to look for.
        is_proof: what can be a small thing that moves past does not count; else it does where
            it stands out twice as much as spots must.
    """
    return SpotSearch(before, here, after).find(kind, is_proof=is_proof)


class SpotSearch:
    """Compares a picture with those around it, once for all kinds of spots.

    Args:
        before: luma of the picture before, ``(h, w)``.
        here: luma of the picture that is looked at.
        after: luma of the picture after it.
    """

    def __init__(self, before: Levels, here: Levels, after: Levels) -> None:
        self._highest, self._lowest = np.maximum(before, after), np.minimum(before, after)
        self._before, self._here, self._after = before, here, after
        self._stills: dict[Spots, Mask] = {}

    def find(self, kind: Spots, *, is_proof: bool) -> Mask | None:
        """Return where the picture has spots of a kind, see `find_spots`."""
        bright = self._standing_out(self._bright, kind, is_proof=is_proof)
        dark = self._standing_out(self._dark, kind, is_proof=is_proof)
        if bright is None or dark is None:
            return dark if bright is None else bright
        return bright | dark

    @cached_property
    def _bright(self) -> _Excess:
        return _Excess(self._here, self._highest)

    @cached_property
    def _dark(self) -> _Excess:
        return _Excess(~self._here, ~self._lowest)

    def _standing_out(self, excess: _Excess, kind: Spots, *, is_proof: bool) -> Mask | None:
        """Return what is brighter than all around it, in time and in place."""
        if excess.most <= kind.difference:
            return None
        # Where things move, the pictures around tell nothing.
        still = self._still(kind)
        if is_proof and not ((excess.in_place > kind.difference) & still).any():
            return None
        strong = excess.near > kind.difference
        strong &= still if is_proof else still | (excess.near > 2 * kind.difference)
        if not strong.any():
            return None
        for axis, distance in enumerate(kind.apart):
            if distance:
                strong &= _exceeds_both(excess.levels, distance, axis, kind.difference // 2)
        core = _is_full(strong, kind.core)
        if not core.any():
            return None
        wide = core
        for axis in (0, 1):
            wide = _grown(wide, kind.core[axis] // 2 + _EDGE, axis)
        spots = wide & (excess.near > kind.difference // 3)
        self._leave_out_passing(spots, excess, still)
        return spots if spots.any() else None

    def _leave_out_passing(self, spots: Mask, excess: _Excess, still: Mask) -> None:
        """Where things move, keep only spots whose surroundings are found again without them."""
        if not (spots & ~still).any():
            return
        boxes = list(islice(_boxes(spots, ~still), _MOST_LOOKED + 1))
        if len(boxes) > _MOST_LOOKED:
            spots &= still
            return
        reach = round(_PASSING * min(spots.shape))
        for box in boxes:
            most = _ALIKE * float(excess.near[box][spots[box]].mean())
            fits = [
                _fit_nearby(self._here, other, spots, box, reach)
                for other in (self._before, self._after)
            ]
            is_passing = all(fit.whole < most for fit in fits)
            if is_passing or any(fit.around >= most for fit in fits):
                spots[box] = False

    def _still(self, kind: Spots) -> Mask:
        """Tell where little changes around the picture, and in all blocks around it as well."""
        if kind not in self._stills:
            most = _STILL_SHARE * kind.difference * _BLOCK**2
            moving = _grown(_grown(self._block_changes > most, 1, 0), 1, 1)
            height, width = self._here.shape
            wide = np.repeat(~moving, _BLOCK, axis=1)[:, :width]
            still = np.repeat(wide, _BLOCK, axis=0)[:height]
            self._stills[kind] = still & (self._change < kind.difference // 2)
        return self._stills[kind]

    @cached_property
    def _change(self) -> Levels:
        return self._highest - self._lowest

    @cached_property
    def _block_changes(self) -> NDArray[np.uint16]:
        missing = [(0, -side % _BLOCK) for side in self._change.shape]
        whole = np.pad(self._change, missing, "edge") if np.any(missing) else self._change
        return block_sums(whole, _BLOCK)


class _Excess:
    """By how much a picture is brighter than those around it; of dark spots all is inverted.

    Args:
        levels: of the picture.
        usual: the highest level of those around it.
    """

    def __init__(self, levels: Levels, usual: Levels) -> None:
        self.levels, self._usual = levels, usual
        self.in_place: Levels = levels - np.minimum(levels, usual)
        """Than the same pixel, which costs little to find out."""
        self.most = int(self.in_place.max(initial=0))

    @cached_property
    def near(self) -> Levels:
        """Than all pixels from which things may have moved there."""
        usual = _highest_near(_highest_near(self._usual, _MOTION_ROWS, 0), _MOTION_COLUMNS, 1)
        excess: Levels = self.levels - np.minimum(self.levels, usual)
        return excess


def _boxes(mask: Mask, some: Mask) -> Iterator[Box]:
    """Yield rows and columns of each group of pixels of a mask of which ``some`` are set too."""
    left = mask & some
    while left.any():
        row, column = divmod(int(left.argmax()), left.shape[1])
        box = slice(row, row + 1), slice(column, column + 1)
        while (grown := _bounds(mask, _widened(box, _EDGE))) != box:
            box = grown
        left[box] = False
        yield box


def _bounds(mask: Mask, box: Box) -> Box:
    """Return the least box around what is set in a box."""
    rows, columns = (np.flatnonzero(mask[box].any(axis=axis)) for axis in (1, 0))
    top, left = box[0].start, box[1].start
    return (
        slice(top + int(rows[0]), top + int(rows[-1]) + 1),
        slice(left + int(columns[0]), left + int(columns[-1]) + 1),
    )


def _widened(box: Box, reach: int) -> Box:
    """Return a box and what lies around it, as far as a picture goes upwards and to the left."""
    rows, columns = (slice(max(0, side.start - reach), side.stop + reach) for side in box)
    return rows, columns


class _Fit(NamedTuple):
    """Least mean difference, in levels: of a spot with what is around it, and of the latter."""

    whole: float
    around: float


def _fit_nearby(here: Levels, other: Levels, spot: Mask, box: Box, reach: int) -> _Fit:
    """Return how well a spot, and what is around it, fit where they fit best in another picture.

    Args:
        here: picture with the spot.
        other: picture that is searched.
        spot: which pixels of ``here`` belong to it.
        box: where it is.
        reach: how far it may have moved, in pixels.
    """
    rows, columns = map(_middle, _widened(box, _EDGE))
    box = rows, columns
    patch, inside = here[box][:, ::_STEP], spot[box][:, ::_STEP]
    area = other[_widened(box, reach)].astype(np.float32)
    places = sliding_window_view(area, here[box].shape)[:, ::_STEP, :, ::_STEP]
    off = np.abs(places - patch)
    of_spot, around = (
        np.einsum("yxij,ij->yx", off, part / np.float32(max(1, part.sum())))
        for part in (inside, ~inside)
    )
    # What is around counts as much as the spot itself.
    return _Fit(float((of_spot + around).min()) / 2, float(around.min()))


def _middle(side: slice) -> slice:
    """Return the middle of a long side."""
    cut = max(0, side.stop - side.start - _MOST_SIDE) // 2
    return slice(side.start + cut, side.stop - cut)


def _highest_near(levels: Levels, reach: int, axis: int) -> Levels:
    out = levels.copy()
    source, target = _along(levels, axis), _along(out, axis)
    for distance in range(1, reach + 1):
        np.maximum(target[distance:], source[:-distance], out=target[distance:])
        np.maximum(target[:-distance], source[distance:], out=target[:-distance])
    return out


def _exceeds_both(levels: Levels, distance: int, axis: int, difference: int) -> Mask:
    """Tell where levels are higher than so far away on both sides; false at the edges."""
    out = np.zeros(levels.shape, bool)
    source, target = _along(levels, axis), _along(out, axis)
    inner = source[distance:-distance]
    around = np.maximum(source[: -2 * distance], source[2 * distance :])
    target[distance:-distance] = inner - np.minimum(inner, around) > difference
    return out


def _is_full(mask: Mask, size: tuple[int, int]) -> Mask:
    """Tell in the middle of which areas of a size nearly everything is set."""
    total = mask.view(np.uint8)
    for axis, length in enumerate(size):
        if length > 1:
            total = _sums(total, length, axis)
    return total >= _FULL_SHARE * size[0] * size[1]


def _sums(counts: NDArray[np.uint8], length: int, axis: int) -> NDArray[np.uint8]:
    out = np.zeros_like(counts)
    source, target = _along(counts, axis), _along(out, axis)
    half, rest = length // 2, len(source) - length + 1
    middle = target[half : half + rest]
    for distance in range(length):
        np.add(middle, source[distance : distance + rest], out=middle)
    return out


def _grown(mask: Mask, reach: int, axis: int) -> Mask:
    out = mask.copy()
    source, target = _along(mask, axis), _along(out, axis)
    for distance in range(1, reach + 1):
        target[distance:] |= source[:-distance]
        target[:-distance] |= source[distance:]
    return out


def _along(array: NDArray, axis: int) -> NDArray:  # type: ignore[type-arg]
    return array if axis == 0 else array.T
