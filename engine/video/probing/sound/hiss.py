"""Hiss: steady noise that remains where nobody speaks."""

from __future__ import annotations

import numpy as np

from engine.jobs.sound import SoundRepair
from engine.video.facts import SoundFinding
from engine.video.probing.sound.sample import Numbers, SoundSample, audible, decibels, ramp, spectra

PROFILE_HZ = (80, 120, 180, 270, 410, 620, 930, 1400, 2100, 3150, 4750, 7100, 10700, 16000, 24000)
"""Middles of the bands in which FFmpeg's ``afftdn`` takes the profile of noise."""

_WINDOW_SECONDS = 0.032
_SMOOTHED_WINDOWS = 6
_QUIET, _LESS_QUIET = 0.03, 0.09
_LOUD = 0.95
_QUIET_BIAS_DB = 1.0
"""The quietest moments of noise have a little less than its mean."""
_HISSING_HZ = (1800.0, 7500.0)
_LEAST_SECONDS = 2.5
_NO_SOUND = 1e-4
_MOST_SILENCES = 2
"""The lead of a tape may be silent; one that falls silent between words has no hiss."""


def find_hiss(sample: SoundSample) -> SoundFinding:
    """Find steady noise under the sound, and its profile.

    Returns:
        Parameters: ``level``, of the noise in dB of full scale; ``distance``, from there to the
        loud parts in dB; and ``band N``, what noise as strong everywhere as at the middle of
        that band would have, in dB of full scale.
    """
    if _silences(sample) > _MOST_SILENCES:
        return SoundFinding(repair=SoundRepair.HISS, confidence=0.0)
    length = 2 * round(_WINDOW_SECONDS * sample.rate / 2)
    windows = [audible(spectra(c, length, length)) for c in sample.loudest_channel()]
    smooth = [_smoothed(each) for each in windows if len(each) >= _SMOOTHED_WINDOWS]
    if not smooth or sample.seconds < _LEAST_SECONDS:
        return SoundFinding(repair=SoundRepair.HISS, confidence=0.0)
    powers = np.concatenate(smooth)
    frequencies = np.fft.rfftfreq(length, 1 / sample.rate)
    highest = min(_HISSING_HZ[1], 0.42 * sample.rate)
    is_high = (frequencies > min(_HISSING_HZ[0], highest / 2)) & (frequencies < highest)
    high = powers[:, is_high].sum(axis=1)
    quiet, less_quiet = np.quantile(high, (_QUIET, _LESS_QUIET))
    spread_db = float(decibels(less_quiet) - decibels(quiet))
    profile = np.asarray(np.quantile(powers, _QUIET, axis=0))
    bands = _bands(profile, np.asarray(frequencies, np.float64), sample.rate)
    level = float(decibels(quiet * len(frequencies) / is_high.sum()))
    loud = float(decibels(np.quantile(powers.sum(axis=1), _LOUD)))
    distance = loud - level
    floor = np.mean(powers[high <= less_quiet][:, is_high], axis=0)
    flatness_db = float(decibels(floor).mean() - decibels(floor.mean()))
    sure = ramp(distance, (7.0, 0.0), (12.0, 0.9), (40.0, 0.7), (60.0, 0.0))
    sure *= ramp(level, (-80.0, 0.0), (-68.0, 1.0))
    sure *= ramp(spread_db, (1.0, 1.0), (1.8, 0.6), (5.0, 0.0))
    sure *= ramp(flatness_db, (-9.0, 0.3), (-5.0, 1.0))
    return SoundFinding(
        repair=SoundRepair.HISS,
        confidence=round(sure, 3),
        parameters=(
            ("level", round(level, 1)),
            ("distance", round(distance, 1)),
            ("spread", round(spread_db, 2)),
            ("flatness", round(flatness_db, 2)),
            *((f"band {number}", round(value, 1)) for number, value in enumerate(bands)),
        ),
    )


def _silences(sample: SoundSample) -> int:
    """Count the pauses that have no noise at all."""
    block = round(_WINDOW_SECONDS * sample.rate)
    count = 0
    for channel in sample.loudest_channel():
        whole = len(channel) // block * block
        is_silent = np.abs(channel[:whole]).reshape(-1, block).max(axis=1, initial=0.0) < _NO_SOUND
        count += int(np.count_nonzero(np.diff(is_silent.astype(np.int8)) > 0))
    return count


def _smoothed(windows: Numbers) -> Numbers:
    """Return the mean of each six windows that follow on each other."""
    sums = np.cumsum(np.vstack([np.zeros(windows.shape[1]), windows]), axis=0)
    return np.asarray((sums[_SMOOTHED_WINDOWS:] - sums[:-_SMOOTHED_WINDOWS]) / _SMOOTHED_WINDOWS)


def _bands(profile: Numbers, frequencies: Numbers, rate: int) -> list[float]:
    """Return the noise around the middle of each band, as if it were as strong everywhere."""
    found, last = [], 0.0
    for middle in PROFILE_HZ:
        low, high = middle / 1.22, middle * 1.22
        is_near = (frequencies >= low) & (frequencies <= high)
        if not is_near.any():
            is_near = np.arange(len(frequencies)) == np.abs(frequencies - middle).argmin()
        if middle < rate / 2:
            last = float(decibels(profile[is_near].mean() * len(frequencies))) + _QUIET_BIAS_DB
        found.append(last)
    return found
