"""Takes a recorder's sharpening back, and with it the second contour beside edges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from engine.jobs.choices import Repair
from engine.jobs.options import Options
from engine.rendering.steps.repairs.luma import (
    Signed,
    put_luma,
    put_planes,
    put_rgb,
    signed_type,
    whole_weights,
)
from engine.rendering.steps.step import Plain
from engine.video.facts import SourceInfo
from engine.video.frame import Frame, Rgb
from engine.video.probing.faults.halo import TAPS, unsharpening

_BAND_LINES = 64
_MOST_BITS = 14
"""Of the weights of samples."""
_LEVELS: dict[np.dtype[np.signedinteger], int] = {
    np.dtype(np.int16): 255,
    np.dtype(np.int32): 65535,
}
"""The highest level of a picture, by the type in which it is counted."""


def make_halo(info: SourceInfo, options: Options) -> Halo | None:
    """Return the step for the sharpening that was found; None where that isn't wanted."""
    found = info.finding(Repair.HALO)
    gain, width = found.measured("gain"), round(found.measured("width"))
    is_wanted = options.wants(Repair.HALO, is_sure=found.is_automatic)
    return Halo(gain, width, info.colour.matrix) if is_wanted and gain and width else None


class Halo:
    """Filters the luma of each line by the inverse of what sharpened it; a source step."""

    name = "halo"
    nanoseconds_per_pixel = 10.0

    def __init__(self, gain: float, width: int, matrix: int) -> None:
        """Take back sharpening of a ``gain`` and a ``width`` in pixels.

        Args:
            gain: see `unsharpening`.
            width: distance of the samples that sharpened one.
            matrix: code point of the source's matrix, which says what luma is.
        """
        self._gain, self._width = gain, width
        self._luma = whole_weights(matrix)
        self._weights = {kind: _whole(unsharpening(gain)[1:], kind) for kind in _LEVELS}

    def claim(self) -> Mapping[str, Plain]:
        """Return the sharpening that is taken back."""
        return {"gain": self._gain, "width": self._width, "version": 2}

    def apply(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Treat each frame."""
        for frame in frames:
            data = np.empty_like(frame.data)
            scratch = np.empty((5, _BAND_LINES, data.shape[1]), signed_type(data))
            for top in range(0, len(data), _BAND_LINES):  # small enough for a cache
                band = slice(top, min(top + _BAND_LINES, len(data)))
                self._treat(frame.data[band], data[band], scratch[:, : band.stop - top])
            yield replace(frame, data=data)

    def _treat(self, rgb: Rgb, out: Rgb, scratch: Signed) -> None:
        planes, luma, change = scratch[:3], scratch[3], scratch[4]
        put_planes(rgb, planes)
        put_luma(planes, self._luma, luma, change)
        np.copyto(change, self._change(luma))
        planes += change
        put_rgb(planes, out)

    def _change(self, luma: Signed) -> Signed:
        """Return by how much luma changes."""
        reach = TAPS * self._width
        height, width = luma.shape
        padded = np.empty((height, width + 2 * reach), luma.dtype)
        padded[:, reach:-reach] = luma
        padded[:, :reach], padded[:, -reach:] = luma[:, :1], luma[:, -1:]
        bits, weights = self._weights[luma.dtype]
        # As one long line, which is several times as fast; what goes across seams is left out.
        line, length = padded.reshape(-1), padded.size - 2 * reach
        whole = np.empty_like(padded)
        change, spare = whole.reshape(-1)[:length], np.empty_like(line[:length])
        np.multiply(line[reach : reach + length], -2 * sum(weights), out=change)
        change += 1 << (bits - 1)
        for number, weight in enumerate(weights, 1):
            left, right = reach - number * self._width, reach + number * self._width
            np.add(line[left : left + length], line[right : right + length], out=spare)
            spare *= weight
            change += spare  # what is too large for the type on the way comes back at the end
        change >>= bits
        return whole[:, :width]


def _whole(weights: list[float], kind: np.dtype[np.signedinteger]) -> tuple[int, list[int]]:
    """Return weights in parts of so many bits that every change of luma fits in its type."""
    for bits in range(_MOST_BITS, 0, -1):
        found = [round(weight * (1 << bits)) for weight in weights]
        half = 1 << (bits - 1)  # is added to round what comes out
        if _LEVELS[kind] * 2 * sum(found) + half <= np.iinfo(kind).max:
            break
    return bits, found
