"""Clicks taken out of sound, with what rings after them.

A voice can be predicted from its last millisecond (linear prediction), a click cannot. FFmpeg's
``adeclick`` replaces the samples that stand out, and leaves what rings after them; here the three
milliseconds around a click are weighed sample by sample against what is predicted from both sides.
Everything else stays as it is, bit for bit.

Source: Janssen, Veldhuis and Vries, "Adaptive interpolation of discrete-time signals that can be
modeled as autoregressive processes", IEEE Trans. ASSP 34 (1986); Godsill and Rayner, "Digital Audio
Restoration" (1998), chapter 9, for clicks that came on top of the sound.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_BLOCK_SECONDS = 0.25
"""Sound that is looked at in one go."""
_MARGIN_SECONDS = 0.06
"""Sound before and after it that is known then."""
_WINDOW_SECONDS = 0.04
"""Of one prediction."""
_PREDICTING_SECONDS = 0.0007
_PEAK_SECONDS = 0.004
"""The largest errors of stretches of this length are compared."""
_AROUND_PEAKS = 6
_QUARTILE = 0.75
_TIMES, _LEAST_ERROR = 4.0, 0.004
"""A click is predicted worse, by so many times, than what is around it."""
_BEFORE_SECONDS, _AFTER_SECONDS = 0.0005, 0.0025
"""Around the largest error: where the samples of a click can be."""
_CONTEXT_SECONDS = 0.02
_FILLING_SECONDS = 0.0015
"""What is filled in is predicted from more, since it has to carry on a voice."""
_MOST_STEP = 10.0
"""Ratio of the powers before and after a click; what is more begins or ends there."""
_LEAST_PEAK = 25.0
"""Power of the top of a click in that of the louder side, where sound begins or ends."""
_PASSES, _TURNS = 3, 8
"""Times that the predictor, and the size of the click, are reckoned."""
_EVEN_SAMPLES = 9
"""Over which the size of a click is evened out."""
_NORMAL_MEDIAN = 0.6745
"""Usual size of a number from a normal distribution."""
_NOTHING = 1e-14
_SILENCE = 1e-8
"""Power that counts as noise in silence."""

Samples = NDArray[np.float32]
_Numbers = NDArray[np.float64]


class Declicker:
    """Takes clicks out of sound that comes in pieces; what comes out does not depend on them."""

    def __init__(self, rate: int) -> None:
        """Prepare for sound of this rate."""
        self._rate = rate
        self._block, self._margin = round(_BLOCK_SECONDS * rate), round(_MARGIN_SECONDS * rate)
        self._known: Samples | None = None
        self._nothing: Samples = np.zeros((1, 0), np.float32)
        self._waiting: list[Samples] = []
        self._count = 0

    def push(self, samples: Samples) -> Samples:
        """Take ``(channels, samples)``; return what is ready."""
        self._nothing = samples[:, :0]
        self._waiting.append(samples)
        self._count += samples.shape[1]
        if self._count < self._block + self._margin:
            return self._nothing
        waiting = np.concatenate(self._waiting, axis=1)
        ready = []
        while waiting.shape[1] >= self._block + self._margin:
            ready.append(self._repaired(waiting))
            waiting = waiting[:, self._block :]
        self._waiting, self._count = [waiting], waiting.shape[1]
        return np.concatenate(ready, axis=1)

    def finish(self) -> Samples:
        """Return what was kept back."""
        if not self._count:
            return self._nothing
        count, rest = self._count, np.concatenate(self._waiting, axis=1)
        # Sound that breaks off is no click: it goes on as in a mirror.
        padding = (0, 0), (0, self._block + self._margin)
        self._waiting, self._count = [], 0
        return self.push(np.pad(rest, padding, mode="symmetric"))[:, :count]

    def _repaired(self, waiting: Samples) -> Samples:
        """Return the first block of what waits, with the clicks that begin in it filled."""
        given = waiting[:, : self._block + self._margin]
        known = given[:, self._margin - 1 :: -1] if self._known is None else self._known
        sound = np.concatenate([known, given], axis=1)
        core = slice(self._margin, self._margin + self._block)
        for channel in sound:
            for place in _clicks(channel.astype(np.float64), core, self._rate):
                _fill(channel, place, self._rate)
        # A click that ends in the next block is not to be looked at there again.
        ended = sound[:, core.stop :]
        waiting[:, self._block : self._block + self._margin] = ended
        self._known = sound[:, self._block : self._block + self._margin]
        return sound[:, core]


def _clicks(channel: _Numbers, core: slice, rate: int) -> list[int]:
    """Return the places of clicks within ``core``, in their order."""
    errors = _errors(channel, rate)
    size = max(8, round(_PEAK_SECONDS * rate))
    whole = len(errors) // size * size
    peaks = errors[:whole].reshape(-1, size)
    heights = peaks.max(axis=1)
    is_click = (heights > _TIMES * _usual(heights)) & (heights > _LEAST_ERROR)
    # Where two stretches share a click, it is filled once.
    is_click[1:] &= ~is_click[:-1] | (heights[1:] > heights[:-1])
    is_click[:-1] &= ~is_click[1:] | (heights[:-1] >= heights[1:])
    numbers = np.flatnonzero(is_click)
    places = numbers * size + peaks[numbers].argmax(axis=1)
    return [int(place) for place in places if core.start <= place < core.stop]


def _usual(heights: _Numbers) -> _Numbers:
    """Return the larger of the upper quartiles before and after: voices have pulses, too."""
    padded = np.pad(heights, _AROUND_PEAKS, mode="reflect")
    around = np.lib.stride_tricks.sliding_window_view(padded, _AROUND_PEAKS)
    high = np.quantile(around, _QUARTILE, axis=1)
    before, after = high[: len(heights)], high[_AROUND_PEAKS + 1 :]
    usual: _Numbers = np.maximum(before, after)
    return usual


def _errors(channel: _Numbers, rate: int) -> _Numbers:
    """Return by how much each sample differs from what is predicted from those before it."""
    half = round(_WINDOW_SECONDS * rate) // 2
    order = max(12, round(_PREDICTING_SECONDS * rate))
    padded = np.pad(channel, (half + order, 2 * half))
    shape = np.hanning(2 * half + 1)[:-1]
    starts = np.arange(0, len(channel) + half, half)
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * half)[starts + order] * shape
    errors = np.zeros(len(channel) + 3 * half)
    for start, filter_ in zip(starts, _predictors(windows, order), strict=True):
        error = np.convolve(padded[start : start + order + 2 * half], filter_, "valid")
        errors[start : start + 2 * half] += shape * error
    return np.abs(errors[half : half + len(channel)])


def _predictors(windows: _Numbers, order: int) -> _Numbers:
    """Return what turns each window into the errors of its prediction, by Levinson's recursion."""
    length = windows.shape[1]
    powers = np.abs(np.fft.rfft(windows, 2 * length, axis=1)) ** 2
    shared = np.fft.irfft(powers, axis=1)[:, : order + 1]
    shared[:, 0] = 1.000001 * shared[:, 0] + _SILENCE * length
    filters = np.zeros((len(windows), order + 1))
    filters[:, 0] = 1.0
    left = shared[:, 0].copy()
    for n in range(1, order + 1):
        reflected = -(shared[:, n] + (filters[:, 1:n] * shared[:, n - 1 : 0 : -1]).sum(axis=1))
        reflected /= left
        filters[:, 1:n] += reflected[:, None] * filters[:, n - 1 : 0 : -1]
        filters[:, n] = reflected
        left *= 1 - reflected**2
    return filters


def _fill(channel: Samples, place: int, rate: int) -> None:
    """Take the click at ``place`` out."""
    context = round(_CONTEXT_SECONDS * rate)
    first = max(0, place - context)
    sound = channel[first : place + context].astype(np.float64)
    middle = place - first
    before, after = round(_BEFORE_SECONDS * rate), round(_AFTER_SECONDS * rate)
    hurt = np.arange(max(0, middle - before), min(len(sound), middle + after))
    order = max(16, round(_FILLING_SECONDS * rate))
    filled = _without_click(sound, hurt, min(order, (len(sound) - len(hurt)) // 3))
    click = np.abs(sound[hurt] - filled)
    top = int(click.argmax())
    sides = [np.square(part).mean() for part in (sound[: hurt[0]], sound[hurt[-1] + 1 :])]
    begins_or_ends = max(sides) > _MOST_STEP * (min(sides) + _SILENCE)
    # What was taken out away from it is a pulse of a voice.
    is_click = abs(int(hurt[top]) - middle) <= before
    if is_click and not (begins_or_ends and click[top] ** 2 < _LEAST_PEAK * max(sides)):
        channel[first + hurt] = filled


def _without_click(sound: _Numbers, hurt: NDArray[np.intp], order: int) -> _Numbers:
    """Return the ``hurt`` samples as they were before a click came on top of them.

    They are filled as if they were lost, which tells how large the click is from sample to sample;
    then each counts for as much as the click leaves of it, which tells that better.
    """
    filled = sound.copy()
    known = np.setdiff1d(np.arange(len(sound)), hurt)
    filled[hurt] = np.interp(hurt, known, sound[known])
    shape = np.hanning(len(sound) + 2)[1:-1]
    distance = np.abs(hurt[:, None] - hurt)
    for _ in range(_PASSES):
        predictor = _predictors((filled * shape)[None], order)[0]
        shared = np.correlate(predictor, predictor, "full")
        weights = np.where(distance <= order, shared[order + np.minimum(distance, order)], 0.0)
        weights[np.diag_indices(len(hurt))] += 1e-9 * shared[order]
        filled[hurt] = 0.0
        expected = -np.convolve(filled, shared, "same")[hurt]
        filled[hurt] = np.linalg.solve(weights, expected)
    usual = (np.median(np.abs(np.convolve(filled, predictor, "valid"))) / _NORMAL_MEDIAN) ** 2
    even = np.hanning(_EVEN_SAMPLES + 2)[1:-1]
    counts = np.convolve(np.ones(len(hurt)), even, "same")
    for _ in range(_TURNS):
        click = np.convolve(np.square(sound - filled)[hurt], even, "same") / counts
        top = int(click.argmax())  # it rings out, and what comes after that is the voice again
        click[top:] = np.minimum.accumulate(click[top:])
        click[: top + 1] = np.minimum.accumulate(click[top::-1])[::-1]
        belief = usual / (click + _NOTHING)
        wanted = expected + belief * sound[hurt]
        filled[hurt] = np.linalg.solve(weights + np.diag(belief), wanted)
    result: _Numbers = filled[hurt]
    return result
