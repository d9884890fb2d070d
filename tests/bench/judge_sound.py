"""How well the repairs of sound do on real sound that was damaged here.

``python -m tests.bench.judge_sound``: voices of clips in ``../shared/clips``, and made-up ones with
silent pauses, are taken for the truth. Hiss is that of a tape, clicks are short bursts that ring
out, hum has ten tones. Printed is, for each strength, in how many the fault was found and, in dB:

- *quieter*: what is left of the noise where nobody speaks (hiss), of the clicks where they
  were, of the tones (hum);
- *nearer*: how much nearer the whole comes to the truth;
- *voice*: how much the loud parts of the truth alone change in level, by the same filters.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from engine.jobs.errors import EngineError
from engine.jobs.sound import SoundRepair
from engine.video.probing.probe import probe
from engine.video.probing.sound.sample import Samples
from engine.video.reading.heard_sound import heard_sound
from engine.video.sound_filters import SoundChain, chain_for, samples_of
from tests.unit.video.voices import findings, through, track, voice
from tests.video.scenes import CLIPS

NAMES = (
    "phone_man_480x320_datatracks.mp4",
    "nasa_320x180_2v2a2s.mp4",
    "bw_his_girl_friday_640x480.mp4",
    "int_dvb_workshop_352x288_mpeg2.ts",
)
MADE_UP_RATE = 48_000
_LOUD_DB = -20.0
_SECONDS = 14.0
_BLOCK_SECONDS = 0.05
_QUIET_SHARE, _LOUD_SHARE = 0.1, 0.7
_NEAR_SECONDS = 0.004

STRENGTHS = {
    SoundRepair.HISS: (-55.0, -48.0, -41.0),
    SoundRepair.CLICKS: (0.08, 0.2, 0.5),
    SoundRepair.HUM: (-50.0, -40.0, -30.0),
}
"""Level of hiss and hum, where loud parts have -20 dB; height of clicks, of full scale."""


@dataclass(frozen=True)
class Truth:
    """Sound without the faults, ``(1, samples)``."""

    name: str
    samples: Samples
    rate: int


@dataclass(frozen=True)
class Judged:
    """What a repair brought, in dB; see the top."""

    quieter: float
    nearer: float
    voice: float


def main() -> None:
    """Print a line for each fault and strength."""
    truths = [truth for name in NAMES if (truth := _real(CLIPS / name)) is not None]
    truths += [_levelled("made up", voice(rate=MADE_UP_RATE, seed=n), MADE_UP_RATE) for n in (1, 2)]
    damages = {
        SoundRepair.HISS: _hiss,
        SoundRepair.CLICKS: _clicks,
        SoundRepair.HUM: _hum,
    }
    for repair, strengths in STRENGTHS.items():
        for strength in strengths:
            judged, found = [], 0
            for number, truth in enumerate(truths):
                damage = damages[repair](truth, strength, np.random.default_rng(number))
                found += findings(truth.samples + damage, truth.rate)[repair].is_found
                one = _judged(repair, truth, damage)
                if one is not None:
                    judged.append(one)
            told = "   ".join(
                f"{name} {np.median([getattr(j, name) for j in judged]):5.1f}"
                f" ({' '.join(f'{getattr(j, name):.1f}' for j in judged)})"
                for name in ("quieter", "nearer", "voice")
            )
            print(f"{repair} {strength}: found {found}/{len(truths)}   {told}", flush=True)


def _real(path: Path) -> Truth | None:
    try:
        info = probe(path)
        chosen = next(track for track in info.sound if track.is_readable)
        frames = heard_sound(info, chosen, SoundChain(), None, _SECONDS)
        samples = np.concatenate([samples_of(frame) for frame in frames], axis=1)
    except (EngineError, StopIteration):
        return None
    return _levelled(path.name, samples[:1], chosen.sample_rate)


def _levelled(name: str, samples: Samples, rate: int) -> Truth:
    """Bring the loud parts to the level that all have."""
    loud = np.quantile(_block_powers(samples, rate), 0.95)
    gain = 10 ** (_LOUD_DB / 20) / np.sqrt(max(loud, 1e-12))
    return Truth(name, (gain * samples).astype(np.float32), rate)


def _hiss(truth: Truth, level_db: float, rng: np.random.Generator) -> Samples:
    """Noise of a tape: less below a kilohertz, falling off at the end, and not quite steady."""
    count = truth.samples.shape[1]
    frequency = np.fft.rfftfreq(count, 1 / truth.rate) / 1000
    response = (0.3 + frequency) / (1 + frequency) / np.sqrt(1 + (frequency / 11) ** 8)
    noise = np.fft.irfft(np.fft.rfft(rng.normal(0, 1, count)) * response, count)
    noise *= 1 + 0.08 * np.sin(2 * np.pi * 1.3 * np.arange(count) / truth.rate)
    return _at_level(noise, level_db)


def _hum(truth: Truth, level_db: float, rng: np.random.Generator) -> Samples:
    time = np.arange(truth.samples.shape[1]) / truth.rate
    turns = rng.random(11)
    tones = sum(
        np.sin(2 * np.pi * (50.02 * n * time + turns[n])) / n**0.8
        for n in (1, 2, 3, 4, 5, 6, 7, 9, 10)
    )
    return _at_level(np.asarray(tones), level_db)


def _clicks(truth: Truth, height: float, rng: np.random.Generator) -> Samples:
    """Short bursts at random places, twenty in ten seconds, each ringing out in its own time."""
    count = truth.samples.shape[1]
    clicks = np.zeros(count)
    for _ in range(round(2 * count / truth.rate)):
        place = int(rng.integers(truth.rate // 10, count - truth.rate // 10))
        length = rng.uniform(0.0001, 0.0005) * truth.rate
        time = np.arange(max(2, round(4 * length)))
        ringing = np.cos(2 * np.pi * rng.uniform(0.05, 0.3) * time) * np.exp(-time / length)
        clicks[place : place + len(time)] += height * rng.choice([-1, 1]) * ringing
    return clicks[None].astype(np.float32)


def _at_level(sound: np.ndarray, level_db: float) -> Samples:
    gain = 10 ** (level_db / 20) / np.sqrt(np.square(sound).mean())
    return (gain * sound)[None].astype(np.float32)


def _judged(repair: SoundRepair, truth: Truth, damage: Samples) -> Judged | None:
    hurt = truth.samples + damage
    known = track(hurt, truth.rate)
    # As if it had been found: what it brings counts also where it was not.
    sure = tuple(replace(f, confidence=max(f.confidence, 0.5)) for f in known.findings)
    chain = chain_for(replace(known, findings=sure), [repair])
    if chain.is_empty:
        return None
    done = through(chain, hurt, truth.rate)
    alone = through(chain, truth.samples, truth.rate)
    where = _places(repair, truth, damage)
    if repair is SoundRepair.HUM:  # these filters do to both what they do to each
        quieter = _decibels(damage) - _decibels(through(chain, damage, truth.rate))
    else:
        quieter = _decibels(damage[where]) - _decibels((done - truth.samples)[where])
    loud = _in_blocks(truth, lambda powers: powers >= np.quantile(powers, _LOUD_SHARE))
    return Judged(
        quieter=quieter,
        nearer=_decibels(damage) - _decibels(done - truth.samples),
        voice=_decibels(alone[loud]) - _decibels(truth.samples[loud]),
    )


def _places(repair: SoundRepair, truth: Truth, damage: Samples) -> np.ndarray:
    """Return where the fault is heard most: in pauses, or near clicks."""
    if repair is SoundRepair.CLICKS:
        near = np.ones(round(_NEAR_SECONDS * truth.rate))
        return np.convolve(np.abs(damage[0]), near, "same")[None] > 1e-6
    return _in_blocks(truth, lambda powers: powers <= np.quantile(powers, _QUIET_SHARE))


def _in_blocks(truth: Truth, choose: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """Return which samples lie in blocks that are chosen by their power."""
    block = round(_BLOCK_SECONDS * truth.rate)
    chosen = np.repeat(choose(_block_powers(truth.samples, truth.rate)), block)
    where = np.zeros(truth.samples.shape, bool)
    where[0, : len(chosen)] = chosen
    return where


def _block_powers(samples: Samples, rate: int) -> np.ndarray:
    block = round(_BLOCK_SECONDS * rate)
    whole = samples.shape[1] // block * block
    powers: np.ndarray = np.square(samples[0, :whole]).reshape(-1, block).mean(axis=1)
    return powers


def _decibels(samples: np.ndarray) -> float:
    return float(10 * np.log10(np.square(samples, dtype=np.float64).mean() + 1e-20))


if __name__ == "__main__":
    main()
