"""Where shots begin in a stretch of a source, found without decoding all of it.

Pictures that a file can be entered at (key frames) are compared first; only between two that differ
are all pictures decoded. So a cut may be missed after which the picture soon looks as before.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.jobs.errors import InputVideoError
from engine.restoring.shots import is_alike, mark_shots, small_luma
from engine.video.facts import SourceInfo
from engine.video.reading.key_frames import key_frames
from engine.video.reading.reader import Reader

_STEP_SECONDS = 0.4
"""Key frames nearer to each other are skipped: some formats have nothing else."""
_AROUND_SECONDS = 0.25
"""Decoded before and after two key frames that differ: a cut is judged by the frames around it."""

_Sample = tuple[float, NDArray[np.float32]]


def cuts_between(info: SourceInfo, start_seconds: float, stop_seconds: float) -> list[float]:
    """Return where shots begin, in seconds from the start of the source, rising.

    Args:
        info: the source.
        start_seconds: of the stretch that is searched.
        stop_seconds: of the stretch; a little after it is looked at too.

    Raises:
        InputVideoError: the file cannot be read.
    """
    samples = list(_samples(info, start_seconds, stop_seconds))
    found: set[float] = set()
    for (begin, earlier), (end, later) in pairwise(samples):
        if not is_alike(earlier, later):
            found.update(_cuts(info, begin, end))
    last = samples[-1][0] if samples else start_seconds
    if last < stop_seconds:  # no key frame follows with which it could be compared
        found.update(_cuts(info, last, stop_seconds))
    return sorted(moment for moment in found if start_seconds <= moment < stop_seconds)


def _samples(info: SourceInfo, start: float, stop: float) -> Iterator[_Sample]:
    """Yield the time and a thumbnail of key frames, up to the first one after the stretch."""
    for moment, luma in key_frames(info, start, step_seconds=_STEP_SECONDS):
        yield moment, small_luma(np.repeat(luma[..., None], 3, axis=2))
        if moment >= stop:
            return


def _cuts(info: SourceInfo, begin: float, end: float) -> Iterator[float]:
    """Decode everything between two key frames, and yield where shots begin."""
    start = max(0.0, begin - _AROUND_SECONDS)
    reader = Reader(info, start_seconds=start or None, end_seconds=end + _AROUND_SECONDS)
    with suppress(InputVideoError), reader:  # what does not decode has no cuts
        for number, frame in enumerate(mark_shots(reader, lambda frame: frame.data)):
            moment = frame.item.pts_seconds - info.start_seconds
            if number and frame.starts_shot and begin < moment <= end + 1e-3:
                yield moment
