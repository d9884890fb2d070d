"""Moving a picture, or each of its lines, by parts of pixels."""

from __future__ import annotations

import math

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from engine.rendering.steps.repairs.luma import Signed, signed_type
from engine.rendering.steps.repairs.means import put_mean
from engine.video.frame import Rgb

_WEIGHT_BITS = 6
_ROUNDING = 1 << (_WEIGHT_BITS - 1)
_TAPS = 4
_BAND_LINES = 128
"""Small enough for a cache."""


def moved(rgb: Rgb, right: float, down: float) -> Rgb:
    """Return a picture moved right and down by parts of pixels.

    Edges go on for ever. Between samples lies a cubic (Keys, 1981), computed in whole numbers.
    """
    height, width, channels = rgb.shape
    across, along = math.floor(right), math.floor(down)
    margin = abs(across) + 2
    start = (margin - across - 2) * channels
    out, peak = np.empty((height, width * channels), rgb.dtype), np.iinfo(rgb.dtype).max
    for first in range(0, height, _BAND_LINES):
        count = min(_BAND_LINES, height - first)
        rows = np.arange(count + _TAPS - 1) + first - along - 2
        lines = np.empty((len(rows), width + 2 * margin, channels), signed_type(rgb))
        lines[:, margin:-margin] = rgb[rows.clip(0, height - 1)]
        lines[:, :margin], lines[:, -margin:] = lines[:, margin, None], lines[:, ~margin, None]
        # As one long line, which is faster; what goes across its seams is not taken out.
        line = _between(lines.reshape(-1), lines[0].size, down - along, peak)
        line = _between(line, channels, right - across, peak)
        windows = sliding_window_view(line, width * channels)
        out[first : first + count] = windows[start :: lines[0].size]
    return out.reshape(rgb.shape)


def _between(line: Signed, step: int, part: float, peak: int) -> Signed:
    """Return what lies ``part`` before the third of four levels that are ``step`` places apart."""
    size = len(line) - (_TAPS - 1) * step
    if not part:
        return line[2 * step : 2 * step + size]
    near = sliding_window_view(line, size)[::step]
    between: Signed = np.einsum("tn,t->n", near, np.array(_weights(part), line.dtype))
    between += _ROUNDING
    between >>= _WEIGHT_BITS
    return between.clip(0, peak, out=between)


def lines_moved(rgb: Rgb, halves: NDArray[np.int64]) -> Rgb:
    """Return ``(h, w, c)`` with each line moved right by so many halves of a pixel.

    Edges go on for ever. Between samples lies the same cubic.
    """
    height, width, channels = rgb.shape
    wholes, is_between = np.divmod(halves, 2)
    margin = int(np.abs(wholes).max(initial=0)) + _TAPS
    padded = np.empty((height, width + 2 * margin, channels), rgb.dtype)
    padded[:, margin:-margin] = rgb
    padded[:, :margin], padded[:, -margin:] = rgb[:, :1], rgb[:, -1:]
    taken = (width + _TAPS - 1) * channels
    windows = sliding_window_view(padded.reshape(height, -1), taken, axis=1)[:, ::channels]
    starts = margin - wholes - 2
    out = np.empty((height, width * channels), rgb.dtype)
    still, between = np.flatnonzero(is_between == 0), np.flatnonzero(is_between)
    out[still] = windows[still, starts[still], 2 * channels : 2 * channels + out.shape[1]]
    for first in range(0, len(between), _BAND_LINES):
        some = between[first : first + _BAND_LINES]
        out[some] = _half_way(windows[some, starts[some]], channels)
    return out.reshape(rgb.shape)


def _half_way(around: Rgb, channels: int) -> Rgb:
    """Return what lies between the second and the third of four neighbours, along flat lines.

    That is their mean, and an eighth of how far it is from that of the other two, all without a
    wider type.
    """
    # As one long line, which is twice as fast; what goes across seams is left out.
    line, length = around.reshape(-1), around.size - (_TAPS - 1) * channels
    a, b, c, d = (line[n * channels : n * channels + length] for n in range(_TAPS))
    whole = np.empty_like(around)
    mean, outer = whole.reshape(-1)[:length], np.empty_like(line[:length])
    spare, other = np.empty_like(outer), np.empty_like(outer)
    put_mean(b, c, mean, spare)
    put_mean(a, d, outer, spare)
    np.maximum(mean, outer, out=spare)
    np.subtract(spare, outer, out=other)
    np.subtract(spare, mean, out=outer)
    for excess in (other, outer):
        np.right_shift(excess, 3, out=excess)
    np.add(mean, np.minimum(other, np.invert(mean, out=spare), out=other), out=mean)
    np.subtract(mean, np.minimum(outer, mean, out=outer), out=mean)
    return whole[:, : -(_TAPS - 1) * channels]


def _weights(part: float) -> list[int]:
    """Return whole-number weights of four samples, of which the third lies ``part`` after."""
    weights = [round(w * (1 << _WEIGHT_BITS)) for w in _cubic(part)]
    weights[1] += (1 << _WEIGHT_BITS) - sum(weights)
    return weights[::-1]


def _cubic(part: float) -> list[float]:
    """Return the weights of four samples, of which the second lies ``part`` before the place."""
    near = [1 + part, part, 1 - part, 2 - part]
    return [
        (1.5 * d - 2.5) * d * d + 1 if d <= 1 else ((-0.5 * d + 2.5) * d - 4) * d + 2 for d in near
    ]
