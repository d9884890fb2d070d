"""The two sides of stereo: one silent, or both against each other."""

from __future__ import annotations

import numpy as np

from engine.jobs.sound import SoundRepair
from engine.video.facts import SoundFinding
from engine.video.probing.sound.sample import SoundSample, decibels, ramp

LEFT, RIGHT, AGAINST = 1.0, 2.0, 3.0
"""What is wrong: there is sound on the left or the right only, or the sides cancel each other."""

_LEAST_SECONDS = 0.5
_SILENCE_DB = -75.0


def find_sides(sample: SoundSample) -> SoundFinding:
    """Find out whether both sides of a stereo track can be listened to.

    Returns:
        Parameters: ``kind``, LEFT, RIGHT or AGAINST; ``difference`` of the sides in dB;
        ``correlation``, from -1 to 1.
    """
    missing = SoundFinding(repair=SoundRepair.MONO, confidence=0.0)
    if sample.channels != 2 or sample.seconds < _LEAST_SECONDS:
        return missing
    left, right = np.concatenate([s.astype(np.float64) for s in sample.stretches], axis=1)
    powers = np.array([np.square(left).mean(), np.square(right).mean()])
    if decibels(powers.max()) < _SILENCE_DB:
        return missing
    difference = float(decibels(powers[0]) - decibels(powers[1]))
    correlation = float((left * right).mean() / np.sqrt(max(powers.prod(), 1e-20)))
    alone = ramp(abs(difference), (10.0, 0.0), (18.0, 0.5), (30.0, 0.95))
    against = ramp(-correlation, (0.4, 0.0), (0.7, 0.5), (0.95, 0.95))
    against *= ramp(abs(difference), (10.0, 1.0), (18.0, 0.0))
    one = LEFT if difference > 0 else RIGHT
    kind, sure = (AGAINST, against) if against > alone else (one, alone)
    return SoundFinding(
        repair=SoundRepair.MONO,
        confidence=round(sure, 3),
        parameters=(
            ("kind", kind),
            ("difference", round(difference, 1)),
            ("correlation", round(correlation, 3)),
        ),
    )
