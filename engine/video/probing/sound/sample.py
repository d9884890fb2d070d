"""Some seconds of a sound track, in which faults are looked for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
Numbers = NDArray[np.float64]

_SILENCE = 1e-10
"""Power of what counts as no sound at all: -100 dB."""


@dataclass(frozen=True)
class SoundSample:
    """Stretches of one sound track: each ``(channels, samples)``, full scale is 1."""

    stretches: tuple[Samples, ...]
    rate: int
    """Samples a second."""

    @property
    def seconds(self) -> float:
        """Length of all stretches."""
        samples: int = sum(stretch.shape[1] for stretch in self.stretches)
        return samples / self.rate

    @property
    def channels(self) -> int:
        """Channels of the track; 0 where nothing could be decoded."""
        return len(self.stretches[0]) if self.stretches else 0

    def loudest_channel(self) -> list[Samples]:
        """Return the stretches of the channel with the most power."""
        powers = sum(_powers(stretch) for stretch in self.stretches)
        loudest = int(np.argmax(powers))
        return [stretch[loudest] for stretch in self.stretches]


def _powers(stretch: Samples) -> Numbers:
    return np.asarray(np.square(stretch, dtype=np.float64).sum(axis=1))


def decibels(power: Numbers | float) -> Numbers:
    """Return a power in decibels of full scale."""
    return np.asarray(10 * np.log10(np.maximum(power, 1e-20)))


def spectra(signal: Samples, length: int, step: int, *, finer: int = 1) -> Numbers:
    """Return the power spectra of windows of a signal.

    Args:
        signal: of one channel.
        length: samples of a window (Hann).
        step: samples from one window to the next.
        finer: so many times as many frequencies are told as are independent of each other.

    Returns:
        ``(windows, finer * length // 2 + 1)``, scaled so that their sum is the power of the signal.
    """
    if len(signal) < length:
        return np.zeros((0, finer * length // 2 + 1))
    windows = np.lib.stride_tricks.sliding_window_view(signal, length)[::step]
    shape = np.hanning(length)
    found = np.abs(np.fft.rfft(windows * shape, finer * length, axis=1)) ** 2
    scale = 2 / (finer * length * np.square(shape).sum())
    return np.asarray(found * scale)


def audible(windows: Numbers) -> Numbers:
    """Return the spectra of windows that are not digital silence."""
    return np.asarray(windows[windows.sum(axis=1) > _SILENCE])


def ramp(value: float, *points: tuple[float, float]) -> float:
    """Return the confidence for a measured value, between points ``(value, confidence)``."""
    ordered = sorted(points)
    if value <= ordered[0][0]:
        return ordered[0][1]
    for (low, first), (high, last) in pairwise(ordered):
        if value <= high:
            return first + (last - first) * (value - low) / (high - low)
    return ordered[-1][1]
