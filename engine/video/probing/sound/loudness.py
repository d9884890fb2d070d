"""How loud the sound is, by EBU R 128."""

from __future__ import annotations

from engine.jobs.sound import SoundRepair
from engine.video.facts import SoundFinding
from engine.video.probing.sound.sample import SoundSample, ramp
from engine.video.sound_filters import TARGET_LUFS, LoudnessMeter

_LEAST_SECONDS = 1.0
_SILENCE_LUFS = -60.0


def find_loudness(sample: SoundSample) -> SoundFinding:
    """Find out whether a track is much quieter or louder than others.

    Returns:
        Parameters: ``loudness`` in LUFS.
    """
    missing = SoundFinding(repair=SoundRepair.LEVEL, confidence=0.0)
    if sample.seconds < _LEAST_SECONDS or not sample.channels:
        return missing
    meter = LoudnessMeter(sample.rate, sample.channels, has_peak=False)
    for stretch in sample.stretches:
        meter.add(stretch)
    loudness = meter.finish().loudness_lufs
    if loudness < _SILENCE_LUFS:
        return missing
    sure = ramp(abs(loudness - TARGET_LUFS), (2.0, 0.0), (5.0, 0.5), (12.0, 0.95))
    return SoundFinding(
        repair=SoundRepair.LEVEL,
        confidence=round(sure, 3),
        parameters=(("loudness", round(loudness, 1)),),
    )
