"""Takes a recorder's sharpening back, and with it the second contour beside edges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from engine.jobs.choices import Repair
from engine.jobs.options import Options
from engine.rendering.steps.step import Plain
from engine.video.colour import luma_weights
from engine.video.facts import SourceInfo
from engine.video.frame import Frame, Rgb
from engine.video.probing.faults.halo import TAPS, unsharpening
from engine.video.probing.faults.sample import Numbers

_BAND_LINES = 32


def make_halo(info: SourceInfo, options: Options) -> Halo | None:
    """Return the step for the sharpening that was found; None where that isn't wanted."""
    found = info.finding(Repair.HALO)
    gain, width = found.measured("gain"), round(found.measured("width"))
    is_wanted = options.wants(Repair.HALO, is_sure=found.is_automatic)
    return Halo(gain, width, info.colour.matrix) if is_wanted and gain and width else None


class Halo:
    """Filters the luma of each line by the inverse of what sharpened it; a source step."""

    name = "halo"
    nanoseconds_per_pixel = 32.0

    def __init__(self, gain: float, width: int, matrix: int) -> None:
        """Take back sharpening of a ``gain`` and a ``width`` in pixels.

        Args:
            gain: see `unsharpening`.
            width: distance of the samples that sharpened one.
            matrix: code point of the source's matrix, which says what luma is.
        """
        self._gain, self._width = gain, width
        self._shares = luma_weights(matrix)
        self._weights = unsharpening(gain)

    def claim(self) -> Mapping[str, Plain]:
        """Return the sharpening that is taken back."""
        return {"gain": self._gain, "width": self._width}

    def apply(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Treat each frame."""
        for frame in frames:
            data = np.empty_like(frame.data)
            for top in range(0, len(data), _BAND_LINES):  # small enough for a cache
                band = slice(top, top + _BAND_LINES)
                self._treat(frame.data[band], data[band])
            yield replace(frame, data=data)

    def _treat(self, rgb: Rgb, out: Rgb) -> None:
        luma: Numbers = np.zeros(rgb.shape[:2], np.float32)
        for number, share in enumerate(self._shares):
            luma += rgb[..., number] * np.float32(share)
        change = self._change(luma)
        peak = np.iinfo(rgb.dtype).max
        for number in range(3):
            level = rgb[..., number] + change
            np.rint(level, out=level)
            out[..., number] = np.clip(level, 0, peak, out=level)

    def _change(self, luma: Numbers) -> Numbers:
        """Return by how much luma changes."""
        reach = TAPS * self._width
        padded = np.pad(luma, ((0, 0), (reach, reach)), mode="edge")
        change: Numbers = luma * np.float32(self._weights[0] - 1)
        columns = luma.shape[1]
        for number, weight in enumerate(self._weights[1:], 1):
            for start in (reach - number * self._width, reach + number * self._width):
                change += padded[:, start : start + columns] * np.float32(weight)
        return change
