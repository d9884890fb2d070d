"""Hum of the mains: steady tones at 50 or 60 Hz and at multiples of it."""

from __future__ import annotations

import numpy as np

from engine.jobs.sound import SoundRepair
from engine.video.facts import SoundFinding
from engine.video.probing.sound.sample import (
    Numbers,
    Samples,
    SoundSample,
    audible,
    decibels,
    ramp,
    spectra,
)

_RATE = 4000
"""Samples a second that are left for the search: harmonics up to 2 kHz."""
_WINDOWS_SECONDS = (4.0, 1.6)
"""Long ones tell the frequency best, short ones fit into the pauses of voices."""
_LEAST_WINDOW_SECONDS = 0.9
_STEP_SECONDS = 0.6
_STEPS_A_HERTZ = 4
_QUIET = 0.25
"""A tone that is always there stands out from what the quietest quarter of the windows have."""
_MAINS = (50.0, 60.0)
_TOLERANCE = 0.012
"""Mains and the speed of tapes vary; the notes of music next to 50 and 60 Hz are 2 % away."""
_EDGE = 0.0105
_MOST_LINES = 30
_SEARCHED_LINES = 10
_HALF_WIDTH_HZ = 12.0
_LINE_HALF_WIDTH_HZ = 0.75
_LEAST_PROMINENCE_DB = 9.0
_LINE_PROMINENCE_DB = 6.0
_AUDIBLE_DB = -75.0


def find_hum(sample: SoundSample) -> SoundFinding:
    """Find the mains in the sound, and which of its harmonics can be heard.

    Returns:
        Parameters: ``frequency`` in Hz; ``level`` in dB of full scale; how far each tone stands
        out, in dB, as ``line N``.
    """
    tried = []
    for seconds in _WINDOWS_SECONDS:
        tried.append(_find(sample, seconds))
        if tried[-1].is_found:
            break
    return max(tried, key=lambda found: found.confidence)


def _find(sample: SoundSample, window_seconds: float) -> SoundFinding:
    quiet, step_hz = _quiet_spectrum(sample, window_seconds)
    if len(quiet) == 0:
        return SoundFinding(repair=SoundRepair.HUM, confidence=0.0)
    floor = _floor(quiet, step_hz)
    prominence = decibels(quiet) - decibels(floor)
    candidates = np.array([_best(prominence, step_hz, mains) for mains in _MAINS])
    frequency = float(candidates[_scores(prominence, step_hz, candidates).argmax()])
    numbers = np.arange(1, _MOST_LINES + 1)
    numbers = numbers[numbers * frequency < _RATE / 2 - _HALF_WIDTH_HZ]
    values = _at(prominence, step_hz, np.asarray(numbers * frequency, np.float64))
    lines = dict(zip(numbers.tolist(), values.tolist(), strict=True))
    strong = [value for value in list(lines.values())[:_SEARCHED_LINES] if value > 0]
    strong = sorted(value for value in strong if value > _LEAST_PROMINENCE_DB)[::-1]
    level = float(decibels(_line_power(quiet, floor, step_hz, frequency, lines)))
    # One line alone may be anything; two that fit each other, and the mains, are no chance.
    second = strong[1] if len(strong) > 1 else 0.0
    sure = max(
        ramp(second, (8.0, 0.0), (12.0, 0.5), (20.0, 0.95)),
        ramp(max(lines[1], lines[2]), (22.0, 0.3), (30.0, 0.6), (40.0, 0.9)),
    )
    sure *= ramp(max(lines[1], lines[2]), (6.0, 0.3), (10.0, 1.0))
    sure *= ramp(level, (_AUDIBLE_DB - 6, 0.0), (_AUDIBLE_DB, 1.0))
    # What is strongest at the end of the range is stronger beyond it.
    if abs(frequency - min(_MAINS, key=lambda mains: abs(mains - frequency))) > _EDGE * frequency:
        sure = 0.0
    heard = {n: value for n, value in lines.items() if value > _LINE_PROMINENCE_DB}
    return SoundFinding(
        repair=SoundRepair.HUM,
        confidence=round(sure, 3),
        parameters=(
            ("frequency", round(frequency, 3)),
            ("level", round(level, 1)),
            *((f"line {number}", round(value, 1)) for number, value in heard.items()),
        ),
    )


def _quiet_spectrum(sample: SoundSample, window_seconds: float) -> tuple[Numbers, float]:
    """Return the power that each frequency has in quiet moments, and the step between two."""
    longest = max((s.shape[1] for s in sample.stretches), default=0) / sample.rate
    if longest < _LEAST_WINDOW_SECONDS:
        return np.zeros(0), 0.0
    factor = max(1, sample.rate // _RATE)
    rate = sample.rate / factor
    length = int(min(window_seconds, longest) * rate) // 2 * 2
    step = max(1, round(_STEP_SECONDS * rate))
    finer = max(1, round(_STEPS_A_HERTZ * rate / length))
    found = [
        sum(spectra(_slowed(channel, factor), length, step, finer=finer) for channel in stretch)
        for stretch in sample.stretches
    ]
    windows = audible(np.concatenate([np.atleast_2d(each) for each in found]))
    if len(windows) == 0:
        return np.zeros(0), 0.0
    return np.quantile(windows, _QUIET, axis=0), rate / (finer * length)


def _slowed(channel: Samples, factor: int) -> Samples:
    """Average each ``factor`` samples: what folds on a low tone is damped most of all."""
    whole = len(channel) // factor * factor
    return np.asarray(channel[:whole].reshape(-1, factor).mean(axis=1), np.float32)


def _floor(quiet: Numbers, step_hz: float) -> Numbers:
    """Return the median of the frequencies around each one."""
    half = max(3, round(_HALF_WIDTH_HZ / step_hz))
    padded = np.pad(quiet, half, mode="reflect")
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * half + 1)
    return np.asarray(np.median(windows, axis=1))


def _best(prominence: Numbers, step_hz: float, mains: float) -> float:
    width = mains * _TOLERANCE
    candidates = np.arange(mains - width, mains + width, 0.01)
    scores = _scores(prominence, step_hz, candidates)
    return float(candidates[scores > scores.max() - 1e-9].mean())


def _scores(prominence: Numbers, step_hz: float, frequencies: Numbers) -> Numbers:
    """Return how far the first harmonics of each frequency stand out, in all."""
    numbers = np.arange(1, _SEARCHED_LINES + 1)
    values = _at(prominence, step_hz, frequencies[:, None] * numbers)
    return np.asarray(np.clip(values, 0, 40).sum(axis=1))


def _at(prominence: Numbers, step_hz: float, frequencies: Numbers) -> Numbers:
    """Return how far tones stand out: parabolas through the three nearest frequencies of each."""
    places = frequencies / step_hz
    middles = np.clip(np.rint(places), 1, len(prominence) - 2).astype(np.intp)
    before, at, after = (prominence[middles + step] for step in (-1, 0, 1))
    offsets = np.clip(places - middles, -0.5, 0.5)
    bends = (before + after) / 2 - at
    return np.asarray(at + (after - before) / 2 * offsets + bends * offsets * offsets)


def _line_power(
    quiet: Numbers, floor: Numbers, step_hz: float, frequency: float, lines: dict[int, float]
) -> float:
    """Return the power of all tones, without the noise that is there too."""
    power = 0.0
    for number, value in lines.items():
        if value > _LINE_PROMINENCE_DB:
            middle = round(number * frequency / step_hz)
            half = round(_LINE_HALF_WIDTH_HZ / step_hz)
            around = slice(max(0, middle - half), middle + half + 1)
            power += float(np.maximum(quiet[around] - floor[around], 0).sum())
    return power
