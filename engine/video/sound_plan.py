"""What is done for the sound of each track of a job."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from engine.jobs.events import Warned, WarningKind
from engine.jobs.options import Options
from engine.jobs.sound import SoundRepair, chosen_sound
from engine.video.facts import SoundTrack, SourceInfo
from engine.video.reading.heard_sound import heard_sound
from engine.video.sound_filters import (
    Loudness,
    LoudnessMeter,
    SoundChain,
    chain_for,
    level_filters,
    samples_of,
)

_MOST_EXTRA_DB = 4.0


@dataclass(frozen=True)
class SoundPlan:
    """The filters of each track that is repaired, by the index of its stream."""

    chains: Mapping[int, SoundChain] = field(default_factory=dict)
    keeps_original: bool = False
    """The sound of the source stays as a second track."""


def expected_plan(info: SourceInfo, options: Options) -> SoundPlan:
    """Return which tracks are repaired, without measuring how loud they are."""
    wanted = chosen_sound(options.sound)
    chains = {track.index: chain_for(track, wanted) for track in _readable(info)}
    if SoundRepair.LEVEL not in wanted:
        chains = {index: chain for index, chain in chains.items() if not chain.is_empty}
    return SoundPlan(chains if wanted else {}, options.keeps_original_sound)


def measured_plan(
    info: SourceInfo, options: Options, on_step: Callable[[], None] = lambda: None
) -> SoundPlan:
    """Return the same with the gain of each track, for which it is read once, or twice.

    Args:
        info: the source.
        options: what is wanted, and the range.
        on_step: called often; what it raises ends the work.

    Raises:
        InputVideoError: the file cannot be read.
    """
    plan = expected_plan(info, options)
    if SoundRepair.LEVEL not in chosen_sound(options.sound):
        return plan
    tracks = [track for track in _readable(info) if track.index in plan.chains]
    chains = {
        track.index: _levelled(info, track, plan.chains[track.index], options, on_step)
        for track in tracks
    }
    # Also where nothing is to be done, in silence: parts of a film that are joined are alike.
    return SoundPlan(chains, plan.keeps_original)


def missing_faults(info: SourceInfo, options: Options) -> list[Warned]:
    """Return what has to be said of repairs that were asked for and have nothing to do."""
    return [
        Warned(WarningKind.SOUND_FAULT_MISSING, detail=repair)
        for repair in chosen_sound(options.sound)
        if repair is not SoundRepair.LEVEL
        and all(chain_for(track, [repair]).is_empty for track in _readable(info))
    ]


def _readable(info: SourceInfo) -> list[SoundTrack]:
    return [track for track in info.sound if track.is_readable and not track.is_guessed]


def _levelled(
    info: SourceInfo,
    track: SoundTrack,
    chain: SoundChain,
    options: Options,
    on_step: Callable[[], None],
) -> SoundChain:
    """Return the chain with the gain that brings the track to the target."""
    before = _measured(info, track, chain, options, on_step)
    filters = level_filters(before)
    if len(filters) < 2:
        return chain.then(*filters)
    # The limiter takes something of the loudness, which is given back once.
    after = _measured(info, track, chain.then(*filters), options, on_step)
    unlimited = before.loudness_lufs + float(filters[0][1].removesuffix("dB"))
    extra_db = min(_MOST_EXTRA_DB, max(0.0, unlimited - after.loudness_lufs))
    return chain.then(*level_filters(before, extra_db=extra_db))


def _measured(
    info: SourceInfo,
    track: SoundTrack,
    chain: SoundChain,
    options: Options,
    on_step: Callable[[], None],
) -> Loudness:
    meter = LoudnessMeter(track.sample_rate, track.channels)
    for frame in heard_sound(info, track, chain, options.start_seconds, options.end_seconds):
        on_step()
        meter.add(samples_of(frame))
    return meter.finish()
