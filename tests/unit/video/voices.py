"""Sound without a fault, made of numbers, and what tapes and recorders do to it."""

import numpy as np

from engine.jobs.sound import SoundRepair
from engine.video.facts import SoundTrack
from engine.video.probing.sound.clicks import find_clicks
from engine.video.probing.sound.hiss import find_hiss
from engine.video.probing.sound.hum import find_hum
from engine.video.probing.sound.sample import SoundSample
from engine.video.probing.sound.sides import find_sides
from engine.video.sound_filters import RepairedSound, _frame, chain_for, samples_of

RATE = 16_000
FINDERS = {
    SoundRepair.MONO: find_sides,
    SoundRepair.CLICKS: find_clicks,
    SoundRepair.HUM: find_hum,
    SoundRepair.HISS: find_hiss,
}


def voice(seconds=8.0, rate=RATE, seed=1):
    """Syllables with a wandering pitch, consonants of noise, and pauses: ``(1, samples)``."""
    rng = np.random.default_rng(seed)
    time = np.arange(round(seconds * rate)) / rate
    pitch = 120 + 25 * np.sin(2 * np.pi * 0.43 * time) + 9 * np.sin(2 * np.pi * 1.7 * time + 1)
    phase = 2 * np.pi * np.cumsum(pitch) / rate
    tones = sum(np.sin(n * phase + n) / n for n in range(1, 20))
    syllables = np.clip(np.sin(2 * np.pi * 2.3 * time) + 0.2, 0, 1) ** 2
    speaks = np.repeat(rng.random(int(seconds) + 1) > 0.3, rate)[: len(time)]
    consonants = rng.normal(0, 0.3, len(time)) * np.clip(np.sin(2 * np.pi * 2.3 * time - 2), 0, 1)
    spoken = (tones * syllables + consonants * 0.3) * speaks
    return (0.08 * spoken)[None].astype(np.float32)


def hum(samples, frequency, amplitude, rate=RATE):
    """Tones that fade with their number, every phase another one: as ``samples`` is long."""
    time = np.arange(samples.shape[1]) / rate
    tones = [np.sin(2 * np.pi * n * frequency * time + n * n) / n for n in (1, 2, 3, 4, 5, 7)]
    return (amplitude * sum(tones))[None].astype(np.float32)


def findings(samples, rate=RATE):
    sample = SoundSample((samples,), rate)
    return {repair: find(sample) for repair, find in FINDERS.items()}


def finding(samples, repair, rate=RATE):
    return FINDERS[repair](SoundSample((samples,), rate))


def track(samples, rate=RATE):
    return SoundTrack(
        index=0,
        codec="pcm_s16le",
        sample_rate=rate,
        channels=len(samples),
        language=None,
        is_readable=True,
        findings=tuple(findings(samples, rate).values()),
    )


def through(chain, samples, rate=RATE, block=1000, start=0):
    """Let sound through a chain in pieces, and return all of it."""
    layout = "mono" if len(samples) == 1 else "stereo"
    repaired, ready = RepairedSound(chain, rate, layout), []
    for begin in range(0, samples.shape[1], block):
        piece = samples[:, begin : begin + block]
        ready += repaired.push(_frame(piece, rate, layout, start + begin))
    ready += repaired.finish()
    places = [frame.pts for frame in ready]
    lengths = [frame.samples for frame in ready]
    assert places == [start + sum(lengths[:n]) for n in range(len(lengths))]  # nothing missing
    return np.concatenate([samples_of(frame) for frame in ready], axis=1)


def repaired(samples, *repairs, rate=RATE):
    return through(chain_for(track(samples, rate), repairs), samples, rate)


def decibels(samples):
    return 10 * np.log10(np.square(samples, dtype=np.float64).mean() + 1e-20)
