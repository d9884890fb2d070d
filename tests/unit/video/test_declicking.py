"""Clicks that ring go, and all other sound stays bit for bit."""

import numpy as np
import pytest

from engine.video.declicking import Declicker
from tests.unit.video.voices import RATE, decibels, voice


def ringing(samples, height, rate=RATE, seed=4):
    """Clicks that ring out for a millisecond: ``(1, samples)``."""
    rng = np.random.default_rng(seed)
    time = np.arange(round(0.0012 * rate))
    shape = np.cos(0.9 * time) * np.exp(-time / (0.0003 * rate))
    clicks = np.zeros(samples.shape, np.float32)
    for place in rng.integers(rate // 10, samples.shape[1] - rate // 10, 12):
        clicks[0, place : place + len(time)] += (height * shape).astype(np.float32)
    return clicks


def declicked(samples, rate=RATE, piece=1000):
    declicker = Declicker(rate)
    starts = range(0, samples.shape[1], piece)
    ready = [declicker.push(samples[:, start : start + piece].copy()) for start in starts]
    return np.concatenate([*ready, declicker.finish()], axis=1)


@pytest.mark.parametrize(("height", "gain_db"), [(0.2, 5), (0.5, 10)])
@pytest.mark.parametrize("rate", [16_000, 48_000])
def test_clicks_go_with_their_ringing(height, gain_db, rate):
    clean = voice(rate=rate)
    clicks = ringing(clean, height, rate)
    left = declicked(clean + clicks, rate) - clean
    assert decibels(left) < decibels(clicks) - gain_db
    is_far = np.convolve(np.abs(clicks[0]), np.ones(round(0.007 * rate)), "same") == 0
    assert np.array_equal((clean + left)[0, is_far], clean[0, is_far])


def test_sound_without_clicks_stays_bit_for_bit():
    clean = np.concatenate([voice(seed=1), voice(seed=2)])
    assert np.array_equal(declicked(clean), clean)


@pytest.mark.parametrize("count", [1, 50, 4000, 30_001])
def test_pieces_make_no_difference(count):
    damaged = (voice() + ringing(voice(), 0.5))[:, :count]
    whole = declicked(damaged, piece=count)
    assert whole.shape == damaged.shape
    assert np.array_equal(whole, declicked(damaged, piece=777))


def test_a_tone_that_begins_and_ends_at_once_is_no_click():
    tone = np.zeros((1, 2 * RATE), np.float32)
    tone[0, RATE // 2 : RATE] = 0.2 * np.sin(0.4 * np.arange(RATE // 2))
    assert np.array_equal(declicked(tone), tone)


def test_a_track_without_samples_keeps_its_channels():
    declicker = Declicker(RATE)
    assert declicker.push(np.zeros((2, 0), np.float32)).shape == (2, 0)
    assert declicker.finish().shape == (2, 0)
