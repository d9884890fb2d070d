"""Clicks: jumps of a few samples that no voice and no instrument makes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.jobs.sound import SoundRepair
from engine.video.facts import SoundFinding
from engine.video.probing.sound.sample import Numbers, Samples, SoundSample, ramp

_BLOCK_SECONDS = 0.004
"""Sound is compared with that of blocks of this length around it."""
_AROUND_BLOCKS = 6
_TIMES = 14.0
"""A click stands out so many times from what is usual around it."""
_LEAST_HEIGHT = 0.004
_LEAST_SECONDS = 1.0
_ALONE_SECONDS = 0.02


def find_clicks(sample: SoundSample) -> SoundFinding:
    """Count clicks.

    Returns:
        Parameters: ``count``, in the sample; ``a minute``, how many that makes.
    """
    if sample.seconds < _LEAST_SECONDS:
        return SoundFinding(repair=SoundRepair.CLICKS, confidence=0.0)
    count = sum(max(_count(c, sample.rate) for c in stretch) for stretch in sample.stretches)
    rate = 60 * count / sample.seconds
    sure = ramp(rate, (2.0, 0.0), (6.0, 0.5), (30.0, 0.9)) if count >= 3 else 0.0
    return SoundFinding(
        repair=SoundRepair.CLICKS,
        confidence=round(sure, 3),
        parameters=(("count", float(count)), ("a minute", round(rate, 1))),
    )


def _count(channel: Samples, rate: int) -> int:
    """Count the places of a channel at which it jumps as it does nowhere near."""
    bent = np.abs(np.diff(channel.astype(np.float64), n=2))
    block = max(8, round(_BLOCK_SECONDS * rate))
    whole = len(bent) // block * block
    if whole < block * (2 * _AROUND_BLOCKS + 1):
        return 0
    blocks = bent[:whole].reshape(-1, block)
    peaks, usual = blocks.max(axis=1), _usual(blocks.max(axis=1))
    is_click = (peaks > _TIMES * usual) & (peaks > _LEAST_HEIGHT)
    return _alone(np.flatnonzero(is_click), max(1, round(_ALONE_SECONDS * rate / block)))


def _usual(peaks: Numbers) -> Numbers:
    """Return the largest of the medians before, after and around each block, without itself."""
    padded = np.pad(peaks, _AROUND_BLOCKS + 1, mode="reflect")
    windows = np.lib.stride_tricks.sliding_window_view(padded, _AROUND_BLOCKS)
    medians, upper = np.median(windows, axis=1), np.quantile(windows, 0.75, axis=1)
    count = len(peaks)
    before, after = medians[:count], medians[_AROUND_BLOCKS + 3 : _AROUND_BLOCKS + 3 + count]
    late = upper[_AROUND_BLOCKS + 3 : _AROUND_BLOCKS + 3 + count]
    return np.asarray(np.maximum(np.maximum(before, after), late / 2))


def _alone(places: NDArray[np.signedinteger], least: int) -> int:
    """Count groups of neighbouring blocks; many in a row are no click but a sound."""
    if len(places) == 0:
        return 0
    groups = np.split(places, np.flatnonzero(np.diff(places) > least) + 1)
    return sum(len(group) <= 2 for group in groups)
