"""Moves colours that lie beside the things they belong to back, and leaves luma as it is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

import numpy as np
from numpy.typing import DTypeLike, NDArray

from engine.jobs.options import Options, Repair
from engine.rendering.steps.step import Plain
from engine.video.colour import luma_weights
from engine.video.facts import SourceInfo
from engine.video.frame import Frame, Rgb

_PARTS = 256
"""Sums of weights of neighbours, and of red, green and blue."""


def make_chroma(info: SourceInfo, options: Options) -> Chroma | None:
    """Return the step that moves colours as measured; None where that isn't wanted."""
    found = info.finding(Repair.CHROMA)
    right, down = found.measured("right"), found.measured("down")
    is_wanted = options.wants(Repair.CHROMA, is_sure=found.is_automatic)
    return Chroma(right, down, info.colour.matrix) if is_wanted and (right or down) else None


class Chroma:
    """Moves the colours of each picture; a source step."""

    name = "chroma"
    nanoseconds_per_pixel = 12.0

    def __init__(self, right: float, down: float, matrix: int) -> None:
        """Move colours that are ``right`` pixels too far right and ``down`` lines too low.

        Args:
            right: negative where they are too far left.
            down: negative where they are too high.
            matrix: code point of the source's matrix, which says what luma is.
        """
        self._right, self._down = right, down
        red, _, blue = luma_weights(matrix)
        shares = round(_PARTS * red), round(_PARTS * blue)
        self._weights = shares[0], _PARTS - sum(shares), shares[1]

    def claim(self) -> Mapping[str, Plain]:
        """Return how far colours are moved."""
        return {"right": self._right, "down": self._down}

    def apply(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Move the colours of each frame."""
        for frame in frames:
            yield replace(frame, data=self._moved(frame.data))

    def _moved(self, rgb: Rgb) -> Rgb:
        """Move the whole picture, and give it the luma back that it had."""
        wide: DTypeLike = np.uint16 if rgb.dtype == np.uint8 else np.uint32
        moved = _shifted(_shifted(rgb, self._right, 1, wide), self._down, 0, wide)
        signed = np.int16 if rgb.dtype == np.uint8 else np.int32
        lost = self._luma(rgb, wide).astype(signed) - self._luma(moved, wide).astype(signed)
        whole = moved.astype(signed)
        np.add(whole, lost[..., None], out=whole)
        np.clip(whole, 0, np.iinfo(rgb.dtype).max, out=whole)
        return cast("Rgb", whole.astype(rgb.dtype))

    def _luma(self, rgb: Rgb, kind: DTypeLike) -> NDArray[np.unsignedinteger]:
        luma = np.zeros(rgb.shape[:2], kind)
        for number, weight in enumerate(self._weights):
            plane = rgb[..., number].astype(kind)
            np.multiply(plane, weight, out=plane)
            np.add(luma, plane, out=luma)
        return np.right_shift(luma, 8, out=luma)


def _shifted(rgb: Rgb, distance: float, axis: int, kind: DTypeLike) -> Rgb:
    """Return what lies ``distance`` further along an axis, its last line going on for ever."""
    first = math.floor(distance)
    share = round((distance - first) * _PARTS)
    if not share:
        return _moved_by(rgb, first, axis)
    near = _moved_by(rgb, first, axis).astype(kind)
    far = _moved_by(rgb, first + 1, axis).astype(kind)
    near *= _PARTS - share
    far *= share
    near += far
    near += _PARTS // 2
    near >>= 8
    return cast("Rgb", near.astype(rgb.dtype))


def _moved_by(rgb: Rgb, distance: int, axis: int) -> Rgb:
    if not distance:
        return rgb
    out = np.empty_like(rgb)
    source, target = (rgb, out) if axis == 0 else (rgb.swapaxes(0, 1), out.swapaxes(0, 1))
    if distance > 0:
        target[:-distance], target[-distance:] = source[distance:], source[-1]
    else:
        target[-distance:], target[:-distance] = source[:distance], source[0]
    return out
