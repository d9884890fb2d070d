"""Fine detail along lines and along columns, in small blocks of pictures.

What is sharpened along lines only, as by a recorder, has more fine detail along them than along
columns, and the more the finer, up to where the sharpening is whole. Things have directions of
their own, so only blocks without one are compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from engine.video.probing.faults.sample import Numbers, Plane

Decibels = NDArray[np.float64]

_BLOCK = 32
_SMALL_LINES = 300
"""Of pictures in which blocks overlap by half, since there are few."""
_LEAST_DEVIATION = 3.0
"""Of a block in which there is something to see, in levels."""
_NOISE_POWER = 30.0
"""Added to the power of each frequency: what rounding to whole levels leaves."""
_FREQUENCIES = (0.03, 0.05, 0.08, 0.11, 0.14, 0.19, 0.25, 0.35)
"""Between these lie the rings of a spectrum, in cycles per pixel."""
_MOST_SLANT_DEGREES = 40.0
"""Between a frequency's direction and that of lines, or of columns."""
_MOST_DIRECTION_DB = 3.0
"""Mean excess of a block over all rings, beyond which its things have a direction."""
_LEAST_BLOCKS = 150
_FINE, _COARSE = slice(3, 6), 0
"""Rings where sharpening is whole, and where it has hardly begun."""


@dataclass(frozen=True)
class FineDetail:
    """How much more there is along lines than along columns, in usual blocks.

    Attributes:
        excess_db: in each ring, from coarse to fine.
        rise_db: excess of fine detail over that of coarse detail.
    """

    excess_db: Decibels
    rise_db: float

    def distance_db(self, gain: float, width: int) -> float:
        """Return how far the excess is from that of sharpening, see `unsharpening`.

        Things may have more along lines than along columns in all rings alike.
        """
        off = self.excess_db - _excess_of_sharpening(gain, width)
        return float(off.std())


def fine_detail(lumas: Sequence[Plane]) -> FineDetail | None:
    """Compare detail along lines and columns; None where too few blocks tell."""
    excess = [_excess(luma) for luma in lumas]
    blocks = np.concatenate(excess) if excess else np.zeros((0, len(_FREQUENCIES) - 1))
    blocks = blocks[np.abs(blocks.mean(axis=1)) < _MOST_DIRECTION_DB]
    if len(blocks) < _LEAST_BLOCKS:
        return None
    rises = blocks[:, _FINE].mean(axis=1) - blocks[:, _COARSE]
    return FineDetail(np.median(blocks, axis=0), float(np.median(rises)))


def _excess(luma: Plane) -> Decibels:
    """Return the excess of each block that tells something, ``(n, rings)``."""
    step = _BLOCK // 2 if len(luma) < _SMALL_LINES else _BLOCK
    if min(luma.shape) < _BLOCK:
        return np.zeros((0, len(_FREQUENCIES) - 1))
    windows = np.lib.stride_tricks.sliding_window_view(luma, (_BLOCK, _BLOCK))[::step, ::step]
    blocks: Numbers = windows.reshape(-1, _BLOCK, _BLOCK).astype(np.float32)
    blocks -= blocks.mean(axis=(1, 2), keepdims=True)
    blocks = blocks[blocks.std(axis=(1, 2)) >= _LEAST_DEVIATION]
    shape = np.hanning(_BLOCK + 1)[:_BLOCK].astype(np.float32)
    spectra = np.square(np.abs(np.fft.rfft2(blocks * np.outer(shape, shape))))
    powers = np.tensordot(spectra, _sectors(), axes=2) + _NOISE_POWER
    decibels: Decibels = 10 * np.log10(powers[:, ::2] / powers[:, 1::2]).astype(np.float64)
    return decibels


@lru_cache(maxsize=1)
def _sectors() -> Numbers:
    """Return weights of frequencies for the mean power in each ring, along lines and columns."""
    down, right = np.abs(np.fft.fftfreq(_BLOCK))[:, None], _right()
    ring = np.digitize(np.hypot(down, right), _FREQUENCIES) - 1
    slant = np.degrees(np.arctan2(down, right))
    columns = []
    for number in range(len(_FREQUENCIES) - 1):
        for is_near in (slant < _MOST_SLANT_DEGREES, slant > 90 - _MOST_SLANT_DEGREES):
            sector = is_near & (ring == number)
            columns.append(sector / np.count_nonzero(sector))
    return np.stack(columns, axis=-1).astype(np.float32)


def _right() -> NDArray[np.float64]:
    """Return the frequencies along lines, in cycles per pixel."""
    return np.asarray(np.fft.rfftfreq(_BLOCK), np.float64)


@lru_cache(maxsize=256)
def _excess_of_sharpening(gain: float, width: int) -> Decibels:
    """Return the excess of detail that was alike in all directions before it was sharpened."""
    amplified = np.square(1 + gain * (1 - np.cos(2 * np.pi * _right() * width)))
    powers = amplified @ _sectors().sum(axis=0)
    decibels: Decibels = 10 * np.log10(powers[::2] / powers[1::2])
    return decibels
