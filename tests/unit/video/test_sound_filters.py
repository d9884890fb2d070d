"""Sound that goes through filters keeps its time, and gets better."""

import numpy as np
import pytest

from engine.jobs.sound import SoundRepair
from engine.video.sound_filters import (
    Loudness,
    LoudnessMeter,
    SoundChain,
    chain_for,
    level_filters,
)
from tests.unit.video.voices import RATE, decibels, hum, repaired, through, track, voice

CHAINS = {
    "nothing": SoundChain(),
    "notches": SoundChain((("bandreject", "f=50:width_type=h:w=1"),), 1 / 50),
    "noise": SoundChain((("afftdn", "nr=0.01:nf=-80"),)),
    "clicks": SoundChain(removes_clicks=True),
    "limiter": SoundChain((("aresample", "192000"), ("alimiter", "limit=1:level=0:latency=1"))),
}


@pytest.mark.parametrize("rate", [8000, 32_000, 44_100, 48_000])
@pytest.mark.parametrize("name", CHAINS)
@pytest.mark.parametrize("seconds", [0.03, 0.7, 2.1])
def test_no_sample_is_moved(name, rate, seconds):
    noise = np.random.default_rng(1).normal(0, 0.1, (1, round(seconds * rate) + 7))
    samples = noise.astype(np.float32)
    done = through(CHAINS[name], samples, rate, start=4711)
    assert done.shape == samples.shape
    if seconds > 0.1:
        spectrum = np.fft.rfft(done[0]) * np.conj(np.fft.rfft(samples[0]))
        assert np.abs(np.fft.irfft(spectrum, samples.shape[1])).argmax() == 0


@pytest.mark.parametrize("frequency", [49.95, 60.0])
@pytest.mark.parametrize("amplitude", [0.004, 0.01, 0.03])
def test_hum_goes_and_the_voice_stays(frequency, amplitude):
    clean = voice()
    tones = hum(clean, frequency, amplitude)
    chain = chain_for(track(clean + tones), [SoundRepair.HUM])
    left, kept = through(chain, tones), through(chain, clean)
    assert decibels(left) < decibels(tones) - 20
    assert abs(decibels(kept) - decibels(clean)) < 1
    both = through(chain, clean + tones)
    assert np.abs(both - left - kept).max() < 1e-4  # the filters do to both what they do to each


def test_hum_is_gone_from_the_first_moment():
    """Notches swing in for half a second, unless they are in motion before."""
    tones = hum(voice(), 50.0, 0.03)
    chain = chain_for(track(voice() + tones), [SoundRepair.HUM])
    begins = slice(0, RATE // 4)
    assert decibels(through(chain, tones)[:, begins]) < decibels(tones[:, begins]) - 16
    cold = SoundChain(chain.filters)
    assert decibels(through(cold, tones)[:, begins]) > decibels(tones[:, begins]) - 10


def test_hiss_becomes_quieter_and_the_voice_stays():
    clean = voice()
    noise = np.random.default_rng(5).normal(0, 0.004, clean.shape).astype(np.float32)
    done = repaired(clean + noise, SoundRepair.HISS)
    is_quiet = np.convolve(np.abs(clean[0]), np.ones(4000), "same") < 1e-3
    assert is_quiet.sum() > RATE / 2
    assert decibels(done[:, is_quiet]) < decibels(noise) - 6
    assert decibels(done - clean) < decibels(noise) - 2
    assert abs(decibels(done) - decibels(clean)) < 1


def test_clicks_go_and_everything_else_stays():
    clean = voice()
    damaged, near = clean.copy(), np.zeros(clean.shape[1], bool)
    for place in np.random.default_rng(3).integers(2000, clean.shape[1] - 2000, 12):
        damaged[0, place] += 0.4
        near[place - 10 : place + 10] = True
    done = repaired(damaged, SoundRepair.CLICKS)
    assert decibels((done - clean)[:, near]) < decibels((damaged - clean)[:, near]) - 10
    assert decibels((done - clean)[:, ~near]) < decibels(clean) - 30


@pytest.mark.parametrize(("left", "right"), [(1.0, 0.0), (0.0, 1.0), (1.0, -1.0)])
def test_sound_comes_to_both_sides(left, right):
    sides = np.concatenate([left * voice(), right * voice()])
    done = repaired(sides, SoundRepair.MONO)
    assert np.array_equal(done[0], done[1])
    assert np.abs(done[0]) == pytest.approx(np.abs(voice()[0]), abs=1e-6)


def test_what_is_not_there_is_not_repaired():
    assert chain_for(track(voice()), list(SoundRepair)).is_empty


def measured(samples, rate):
    meter = LoudnessMeter(rate, len(samples))
    meter.add(samples)
    return meter.finish()


@pytest.mark.parametrize("gain", [0.15, 0.5, 4.0])
def test_the_level(gain):
    rate = 48_000
    samples = gain * voice(rate=rate)
    samples[0, rate] = gain * 1.5  # a peak that only a limiter can hold
    filters = level_filters(measured(samples, rate))
    done = measured(through(SoundChain(tuple(filters)), samples, rate), rate)
    assert done.loudness_lufs == pytest.approx(-18, abs=0.7)
    assert done.peak_dbtp < -1


def test_sound_without_high_peaks_only_gets_a_gain():
    assert [name for name, _ in level_filters(Loudness(-30.0, -20.0))] == ["volume"]
    assert level_filters(Loudness(-70.0, -90.0)) == []


def test_a_number_that_is_none_does_not_stay_in_the_filters():
    samples = hum(voice(), 50.0, 0.03)
    chain = chain_for(track(voice() + samples), [SoundRepair.HUM])
    samples[0, 20_000] = np.nan
    assert np.isfinite(through(chain, samples)).all()
