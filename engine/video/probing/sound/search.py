"""The search for faults of the sound, in some stretches of each track."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import numpy as np

from engine.jobs.errors import InputVideoError
from engine.video.facts import SoundFinding, SoundTrack, SourceInfo
from engine.video.probing.sound.clicks import find_clicks
from engine.video.probing.sound.hiss import find_hiss
from engine.video.probing.sound.hum import find_hum
from engine.video.probing.sound.loudness import find_loudness
from engine.video.probing.sound.sample import Samples, SoundSample
from engine.video.probing.sound.sides import find_sides
from engine.video.reading.heard_sound import heard_sound
from engine.video.sound_filters import SoundChain, samples_of

_STRETCHES = 5
_STRETCH_SECONDS = 8.0
_MOST_TRACKS = 4


def with_sound_findings(info: SourceInfo, *, is_seekable: bool) -> SourceInfo:
    """Return a source with what its sound tells about each fault, track by track.

    Args:
        info: the source.
        is_seekable: any place of it is found without reading what comes before.
    """
    listened = [track.index for track in info.sound if track.is_readable][:_MOST_TRACKS]
    starts = _starts(info.duration_seconds or 0.0) if is_seekable and not info.sections else [0.0]
    tracks = tuple(
        replace(track, findings=_findings(info, track, starts))
        if track.index in listened and not track.is_guessed
        else track
        for track in info.sound
    )
    return replace(info, sound=tracks)


def _starts(duration_seconds: float) -> list[float]:
    if duration_seconds <= _STRETCHES * _STRETCH_SECONDS:
        return [0.0]
    return [number * duration_seconds / _STRETCHES for number in range(_STRETCHES)]


def _findings(info: SourceInfo, track: SoundTrack, starts: list[float]) -> tuple[SoundFinding, ...]:
    seconds = _STRETCHES * _STRETCH_SECONDS / len(starts)
    stretches = tuple(_stretch(info, track, start, seconds) for start in starts)
    sample = SoundSample(tuple(s for s in stretches if s.shape[1]), track.sample_rate)
    finders = (find_sides, find_clicks, find_hum, find_hiss, find_loudness)
    return tuple(find(sample) for find in finders)


def _stretch(info: SourceInfo, track: SoundTrack, start: float, seconds: float) -> Samples:
    missing = round(seconds * track.sample_rate)
    parts: list[Samples] = []
    for samples in _heard(info, track, start or None, start + seconds):
        parts.append(samples[:, :missing])
        missing -= samples.shape[1]
        if missing <= 0:
            break
    return np.concatenate(parts, axis=1) if parts else np.zeros((1, 0), np.float32)


def _heard(
    info: SourceInfo, track: SoundTrack, start: float | None, end: float
) -> Iterator[Samples]:
    try:
        with closing(heard_sound(info, track, SoundChain(), start, end)) as frames:
            for frame in frames:
                yield samples_of(frame)
    except InputVideoError:
        return
