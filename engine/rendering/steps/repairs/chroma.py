"""Moves colours that lie beside the things they belong to back, and leaves luma as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

import numpy as np

from engine.jobs.choices import Repair
from engine.jobs.options import Options
from engine.rendering.steps.step import Plain
from engine.video.colour import luma_weights
from engine.video.facts import SourceInfo
from engine.video.frame import Frame, Rgb

_SHIFT = 7
_PARTS = 1 << _SHIFT
"""Sum of the weights of red, green and blue: differences of 8 bits times them fit in 16."""


def make_chroma(info: SourceInfo, options: Options) -> Chroma | None:
    """Return the step that moves colours as measured; None where that isn't wanted."""
    found = info.finding(Repair.CHROMA)
    right, down = found.measured("right"), found.measured("down")
    is_wanted = options.wants(Repair.CHROMA, is_sure=found.is_automatic)
    return Chroma(right, down, info.colour.matrix) if is_wanted and (right or down) else None


class Chroma:
    """Moves the colours of each picture; a source step."""

    name = "chroma"
    nanoseconds_per_pixel = 9.0

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
        signed = np.int16 if rgb.dtype == np.uint8 else np.int32
        planes = [cast("Rgb", np.ascontiguousarray(rgb[..., n])) for n in range(3)]
        moved = [_shifted(_shifted(p, self._right, 1), self._down, 0) for p in planes]
        lost = np.full(rgb.shape[:2], _PARTS // 2, signed)
        level = np.empty_like(lost)
        for plane, shifted, weight in zip(planes, moved, self._weights, strict=True):
            np.subtract(plane, shifted, out=level, dtype=signed)
            np.multiply(level, weight, out=level)
            np.add(lost, level, out=lost)
        np.right_shift(lost, _SHIFT, out=lost)
        out = np.empty_like(rgb)
        for number, shifted in enumerate(moved):
            np.add(lost, shifted, out=level, dtype=signed)
            np.clip(level, 0, np.iinfo(rgb.dtype).max, out=level)
            out[..., number] = level
        return out


def _shifted(plane: Rgb, distance: float, axis: int) -> Rgb:
    """Return what lies ``distance`` further along an axis, to half a sample.

    Colours have no details that need more. The last line goes on for ever.
    """
    halves = round(2 * distance)
    near = _moved_by(plane, halves // 2, axis)
    if halves % 2 == 0:
        return near
    # The mean of both without a wider type: what they share, and half of where they differ.
    far = _moved_by(plane, halves // 2 + 1, axis)
    differing = near ^ far
    differing >>= 1
    return cast("Rgb", (near | far) - differing)


def _moved_by(plane: Rgb, distance: int, axis: int) -> Rgb:
    if not distance:
        return plane
    out = np.empty_like(plane)
    source, target = (plane, out) if axis == 0 else (plane.T, out.T)
    if distance > 0:
        target[:-distance], target[-distance:] = source[distance:], source[-1]
    else:
        target[-distance:], target[:-distance] = source[:distance], source[0]
    return out
