"""The sound of a stretch as it is, and as a render would write it: for listening to both."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing

import numpy as np
from numpy.typing import NDArray

from engine.jobs.errors import Cancelled
from engine.jobs.options import Options
from engine.video.facts import SoundTrack, SourceInfo
from engine.video.probing.known import file_states
from engine.video.reading.heard_sound import as_played, heard_sound
from engine.video.sound_filters import SoundChain, samples_of
from engine.video.sound_plan import SoundPlan, measured_plan

RATE = 48_000
_LEAD_SECONDS = 1.0
"""Read before the stretch: the filters of a render are in motion there as well."""

_plans: dict[tuple[object, ...], SoundPlan] = {}
_MOST_PLANS = 32


def read_stretch(
    info: SourceInfo,
    options: Options,
    start_seconds: float,
    length_seconds: float,
    cancel: threading.Event,
) -> tuple[bytes, bytes]:
    """Return the first sound track in a stretch, before and after the repairs.

    Args:
        info: the source.
        options: the repairs, and the range of the whole, of which the level is measured.
        start_seconds: of the stretch, counted from the start of the source.
        length_seconds: of the stretch.
        cancel: when it is set, the work ends soon.

    Returns:
        Both equally long: 32-bit floats of two channels by turns, `RATE` samples a second.
        Silence where there is no sound.

    Raises:
        Cancelled: ``cancel`` was set.
        InputVideoError: the file cannot be read.
    """

    def on_step() -> None:
        if cancel.is_set():
            raise Cancelled

    count = round(length_seconds * RATE)
    track = _first_track(info)
    if track is None:
        return bytes(8 * count), bytes(8 * count)
    before = _heard(info, track, SoundChain(), start_seconds, count)
    on_step()
    chain = _plan(info, options, on_step).chains.get(track.index)
    after = before if chain is None else _heard(info, track, chain, start_seconds, count)
    return before, after


def stream_source(info: SourceInfo, from_seconds: float) -> Iterator[bytes]:
    """Yield the first sound track of a source from a moment on, as `read_stretch` returns it.

    Raises:
        InputVideoError: the file cannot be read.
    """
    track = _first_track(info)
    if track is None:
        return
    with closing(heard_sound(info, track, SoundChain(), from_seconds or None)) as frames:
        place = 0
        for frame in as_played(frames, track.channels, RATE):
            begins = round(float((frame.pts or 0) * (frame.time_base or 0)) * RATE)
            samples = samples_of(frame).T[max(0, place - begins) :]
            if begins > place:  # it begins later than the picture
                yield bytes(8 * (begins - place))
            yield np.broadcast_to(samples, (len(samples), 2)).tobytes()
            place = max(place, begins) + len(samples)


def _first_track(info: SourceInfo) -> SoundTrack | None:
    readable = (track for track in info.sound if track.is_readable and not track.is_guessed)
    return next(readable, None)


def _plan(info: SourceInfo, options: Options, on_step: Callable[[], None]) -> SoundPlan:
    """Return what a render does to the sound; what was measured is kept."""
    states = file_states(info.path)
    key = (info.path, states, options.sound, options.start_seconds, options.end_seconds)
    plan = _plans.get(key)
    if plan is None:
        plan = measured_plan(info, options, on_step)
        if len(_plans) >= _MOST_PLANS:
            _plans.clear()
        _plans[key] = plan
    return plan


def _heard(
    info: SourceInfo, track: SoundTrack, chain: SoundChain, start_seconds: float, count: int
) -> bytes:
    lead = min(_LEAD_SECONDS, start_seconds)
    begin = start_seconds - lead
    end = start_seconds + count / RATE
    sound: NDArray[np.float32] = np.zeros((count, 2), np.float32)
    with closing(heard_sound(info, track, chain, begin or None, end)) as frames:
        for frame in as_played(frames, track.channels, RATE):
            place = round(float((frame.pts or 0) * (frame.time_base or 0)) * RATE)
            place -= round(lead * RATE)
            samples = samples_of(frame).T
            skipped = max(0, -place)
            part = samples[skipped : skipped + max(0, count - max(0, place))]
            sound[max(0, place) : max(0, place) + len(part)] = part
            if place >= count:
                break
    return sound.tobytes()
