"""Film grain, put on the finished picture: cleaning takes it away, and some like to see it.

Grain of film is new in every picture, strongest in the darker middle tones, and absent where film
is black or white. It is cut from one field of noise, at a place that the time of the picture
decides; so a render that was resumed has the same grain, and drawing it costs little.

Source: as in Norkin and Birkbeck, "Film Grain Synthesis for AV1 Video Codec" (DCC 2018), it is
noise of a given correlation, scaled by the brightness.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import numpy as np
from av import VideoFrame
from numpy.typing import NDArray

from engine.jobs.options import Options
from engine.rendering.steps.step import Plain
from engine.video.facts import SourceInfo
from engine.video.frame import Rgb

_FIELD_SIDE = 2048
_SEED = 1895
_FIELD_DEVIATION = 32.0
_MOST_LEVELS = 8.0
"""Standard deviation of full grain where it is strongest, in 8-bit levels."""
_LINES_PER_BLUR = 720
"""A grain is a matter of the film, so it covers more pixels where there are more."""
_SHIFT = 9
_ALPHA = 3


def make_grain(info: SourceInfo, options: Options, lines: int) -> Grain | None:
    """Return the grain of a job, for an output of so many ``lines``; None where none is wanted."""
    return Grain(options.grain, lines) if options.grain else None


class Grain:
    """Puts grain on the pictures of one film; a finish step."""

    name = "grain"
    nanoseconds_per_pixel = 6.0

    def claim(self) -> Mapping[str, Plain]:
        """Return nothing: its strength is an option, and its pattern follows from the time."""
        return {}

    def __init__(self, strength: float, lines: int) -> None:
        """Prepare grain of a ``strength`` of 0..1 for films of so many ``lines``."""
        self._strength = strength
        self._field = _field(max(1, round(lines / _LINES_PER_BLUR)))
        self._gains: dict[tuple[int, bool], NDArray[np.int32]] = {}

    def apply(self, picture: VideoFrame, ticks: int) -> None:
        """Put grain on ``picture``, in place.

        Args:
            picture: YUV of limited range, whose colours stay as they are, or RGB.
            ticks: the time of the picture, which decides what grain it gets.
        """
        depth = picture.format.components[0].bits
        noise = self._noise(picture.height, picture.width, ticks)
        planes = [_levels(picture, number) for number in range(len(picture.planes))]
        if not picture.format.is_rgb:
            # P010 keeps its bits at the upper end.
            shift = 16 - depth if picture.format.name.startswith("p0") else 0
            luma = cast("Rgb", planes[0] >> shift)
            grained = _sum(luma, self._scaled(noise, luma, depth, is_full=False), depth)
            planes[0][:] = grained << shift
            return
        if len(planes) == 1:
            planes = [planes[0][..., channel] for channel in range(_ALPHA)]
        reference = planes[0] if len(picture.planes) > 1 else planes[1]  # the green one
        grain = self._scaled(noise, reference, depth, is_full=True)
        for plane in planes:
            plane[:] = _sum(plane, grain, depth)

    def apply_to_rgb(self, rgb: Rgb, ticks: int) -> Rgb:
        """Return ``rgb``, ``(h, w, 3)`` in full range, with the grain of the time ``ticks``."""
        depth = 8 if rgb.dtype == np.uint8 else 16
        noise = self._noise(rgb.shape[0], rgb.shape[1], ticks)
        grain = self._scaled(noise, rgb[..., 1], depth, is_full=True)
        return _sum(rgb, grain[..., None], depth)

    def _noise(self, height: int, width: int, ticks: int) -> NDArray[np.int8]:
        place = np.random.default_rng((_SEED, ticks % (1 << 63)))
        top, left = place.integers(_FIELD_SIDE, size=2)
        down, right = 2 * place.integers(2, size=2) - 1
        rows = (top + down * np.arange(height)) % _FIELD_SIDE
        columns = (left + right * np.arange(width)) % _FIELD_SIDE
        return cast("NDArray[np.int8]", self._field.take(rows, axis=0).take(columns, axis=1))

    def _scaled(
        self, noise: NDArray[np.int8], levels: Rgb, depth: int, *, is_full: bool
    ) -> NDArray[np.int32]:
        grain = self._gain(depth, is_full).take(levels)
        grain *= noise
        grain += 1 << (_SHIFT - 1)
        grain >>= _SHIFT
        return grain

    def _gain(self, depth: int, is_full: bool) -> NDArray[np.int32]:
        """Return how strong the grain is at every level."""
        key = depth, is_full
        if key not in self._gains:
            peak = (1 << depth) - 1
            black, white = (0, peak) if is_full else (16 << (depth - 8), 235 << (depth - 8))
            share = np.clip((np.arange(peak + 1) - black) / (white - black), 0, 1)
            # It shows most a third of the way from black to white.
            curve = np.sqrt(share) * (1 - share) / (np.sqrt(1 / 3) * (2 / 3))
            most = self._strength * _MOST_LEVELS * (1 << (depth - 8 + _SHIFT)) / _FIELD_DEVIATION
            self._gains[key] = np.rint(most * curve).astype(np.int32)
        return self._gains[key]


def _field(blurs: int) -> NDArray[np.int8]:
    """Return noise that goes on at the opposite edge where it ends."""
    noise = np.random.default_rng(_SEED).standard_normal((_FIELD_SIDE,) * 2, dtype=np.float32)
    for _ in range(blurs):
        for axis in (0, 1):
            around = np.roll(noise, 1, axis) + np.roll(noise, -1, axis)
            noise = 0.5 * noise + 0.25 * around
    noise *= _FIELD_DEVIATION / noise.std()
    return np.clip(np.rint(noise), -127, 127).astype(np.int8)


def _levels(picture: VideoFrame, number: int) -> Rgb:
    """Return a plane of ``picture`` as an array that shares its memory."""
    plane = picture.planes[number]
    is_packed = picture.format.is_rgb and len(picture.planes) == 1
    kind = np.uint8 if picture.format.components[0].bits == 8 else np.uint16
    rows = np.frombuffer(cast("bytes", plane), dtype=kind).reshape(plane.height, -1)
    if is_packed:
        return cast("Rgb", rows.reshape(plane.height, -1, _ALPHA + 1)[:, : plane.width])
    return cast("Rgb", rows[:, : plane.width])


def _sum(levels: Rgb, grain: NDArray[np.int32], depth: int) -> Rgb:
    return cast("Rgb", np.clip(levels + grain, 0, (1 << depth) - 1).astype(levels.dtype))
