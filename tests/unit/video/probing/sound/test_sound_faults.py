"""Faults of sound are found where they are, and nowhere else."""

import numpy as np
import pytest

from engine.jobs.sound import SoundRepair
from engine.video.probing.sound.loudness import find_loudness
from engine.video.probing.sound.sample import SoundSample
from tests.unit.video.voices import RATE, finding, findings, hum, voice


def test_a_clean_voice_has_no_fault():
    assert [f.repair for f in findings(voice()).values() if f.is_found] == []


@pytest.mark.parametrize("frequency", [49.9, 60.0])
@pytest.mark.parametrize("amplitude", [0.002, 0.006, 0.02])
def test_hum_of_the_mains(frequency, amplitude):
    damaged = voice() + hum(voice(), frequency, amplitude)
    found = finding(damaged, SoundRepair.HUM)
    assert found.is_found
    assert found.measured("frequency") == pytest.approx(
        frequency, abs=0.05 if amplitude > 0.005 else 0.2
    )


@pytest.mark.parametrize("frequency", [41.2, 48.999, 51.913, 55.0, 61.735])
def test_a_note_of_music_is_no_hum(frequency):
    """A bass that holds E1, G1, G#1, A1 or B1."""
    assert not finding(voice() + hum(voice(), frequency, 0.02), SoundRepair.HUM).is_found


@pytest.mark.parametrize("level", [0.0005, 0.0015, 0.004])
def test_hiss(level):
    noise = np.random.default_rng(5).normal(0, level, voice().shape).astype(np.float32)
    found = finding(voice() + noise, SoundRepair.HISS)
    assert found.is_found
    assert found.measured("level") == pytest.approx(20 * np.log10(level), abs=2.5)


def test_noise_alone_is_what_was_recorded():
    """Rain and surf are no hiss: nothing stands out of them."""
    noise = np.random.default_rng(5).normal(0, 0.05, voice().shape).astype(np.float32)
    assert not finding(noise, SoundRepair.HISS).is_found


def test_the_quiet_of_a_digital_recording_is_no_hiss():
    rounded = np.round(voice() * 32767) / np.float32(32768)
    assert not finding(rounded, SoundRepair.HISS).is_found


@pytest.mark.parametrize("height", [0.1, 0.3, 0.8])
def test_clicks(height):
    damaged = voice()
    for place in np.random.default_rng(3).integers(2000, damaged.shape[1] - 2000, 12):
        damaged[0, place] += height
    found = finding(damaged, SoundRepair.CLICKS)
    assert found.is_found
    assert found.measured("count") >= 5


def test_a_drum_is_no_click():
    """It begins at once as well, and then sounds on."""
    damaged, time = voice(), np.arange(4000) / RATE
    noise = np.random.default_rng(3).normal(0, 1, 4000)
    drum = 0.3 * np.exp(-time / 0.03) * (np.sin(2 * np.pi * 180 * time) + 0.4 * noise)
    for place in range(3000, damaged.shape[1] - 4000, 8000):
        damaged[0, place : place + 4000] += drum.astype(np.float32)
    assert not finding(damaged, SoundRepair.CLICKS).is_found


@pytest.mark.parametrize(
    ("left", "right", "kind"), [(1.0, 0.0, 1.0), (0.02, 1.0, 2.0), (1.0, -1.0, 3.0)]
)
def test_the_sides(left, right, kind):
    noise = np.random.default_rng(2).normal(0, 0.0005, (2, voice().shape[1]))
    sides = np.concatenate([left * voice(), right * voice()]) + noise
    found = finding(sides.astype(np.float32), SoundRepair.MONO)
    assert found.is_found
    assert found.measured("kind") == kind


def test_two_voices_on_two_sides_are_stereo():
    sides = np.concatenate([voice(), 0.5 * voice(seed=4)[:, ::-1]])
    assert not finding(sides, SoundRepair.MONO).is_found


@pytest.mark.parametrize(("gain", "is_found"), [(0.05, True), (1.0, False)])
def test_loudness(gain, is_found):
    loud = 2.2 * voice(rate=48_000)
    found = find_loudness(SoundSample((gain * loud,), 48_000))
    assert found.is_found is is_found


def test_silence_and_too_short_sound_have_no_fault():
    for samples in (np.zeros((2, 5 * RATE)), np.zeros((1, 10)), 0.1 * np.ones((1, RATE // 2))):
        found = findings(samples.astype(np.float32))
        assert not any(each.is_found for each in found.values())
        assert not find_loudness(SoundSample((samples.astype(np.float32),), RATE)).is_found
