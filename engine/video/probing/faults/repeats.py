"""Pictures that a capture lost and replaced by a copy: nothing moves, then twice as much.

A copy without the jump after it is none of these: it is how film or another rate was stored.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.jobs.options import Repair
from engine.video.facts import Finding
from engine.video.probing.faults.sample import Numbers, Plane, Sample

MOST_COPIES = 3
"""One after the other, where it can still be told that things went on."""
REACH = 2 * MOST_COPIES + 3
"""Pictures before and after one that decide about it."""
_SKIPPED = 2
_BLOCK = 4
"""Side of what is averaged, in pixels that were not skipped: takes noise out."""
_MOST_NOISE, _NOISE_REACH = 1.0, 3
"""Usual change of averages that noise makes, in 8-bit levels, and multiple that is no noise."""
_LEAST_JUMP = 0.03
"""Mean change of the averages beyond noise, in 8-bit levels, that is movement."""
_MOST_COPIED = 0.12
"""Change of a copy, as a share of the change after it: what codecs leave of it."""
_LEAST_GROWTH = 1.12
"""Change over n pictures as a multiple of that from one to the next, where things move on."""
_MOST_JUMP = 1.6
"""Multiple of the change over as many pictures beside it, beyond which it is a cut."""
_MOST_PLACES = 8
_LEAST_LINES = 200
"""Of a picture that a capture made; codecs repeat parts of smaller ones to save bits."""


@dataclass(frozen=True)
class Looked:
    """What is compared of a picture: its even lines, its odd lines, and averages of blocks."""

    even: Plane
    odd: Plane
    means: Numbers


@dataclass(frozen=True)
class Change:
    """Mean change from one picture to another in 8-bit levels: of pixels, and of averages.

    What averages change by noise is not counted. Of the even and the odd lines the ones that
    changed less count: deinterlacing makes the others anew.
    """

    pixels: float
    means: float

    def is_still_beside(self, jump: Change) -> bool:
        """Tell whether nothing changed, compared with a ``jump``."""
        most = _MOST_COPIED * jump.pixels, _MOST_COPIED * jump.means
        return self.pixels <= most[0] and self.means <= most[1]


def look_at(luma: Plane) -> Looked:
    """Return what is compared of a picture in 8 bits."""
    some = luma[:: 2 * _SKIPPED, ::_SKIPPED], luma[1 :: 2 * _SKIPPED, ::_SKIPPED]
    even, odd = (np.ascontiguousarray(lines) for lines in some)
    rows, columns = (side // _BLOCK * _BLOCK for side in even.shape)
    blocks = even[:rows, :columns].reshape(rows // _BLOCK, _BLOCK, columns // _BLOCK, _BLOCK)
    return Looked(even, odd, blocks.mean(axis=(1, 3), dtype=np.float32))


def copies_from(looked: Callable[[int], Looked | None], start: int) -> int:
    """Return how many pictures from ``start`` on are copies where others are missing.

    Args:
        looked: what is compared of a picture, by its number; None where there is none.
        start: number of the picture that may be the first copy.
    """
    for count in range(1, MOST_COPIES + 1):
        jump = _change(looked, start + count - 1, start + count)
        if jump is None or not is_copy(looked, start + count - 1, jump):
            return 0
        if count == 1 and is_copy(looked, start - 1, jump):
            return 0
        if _is_jump(looked, start - 1, start + count, jump):
            return count
    return 0


def is_copy(looked: Callable[[int], Looked | None], number: int, jump: Change | None) -> bool:
    """Tell whether a picture is a copy of the one before, compared with a ``jump`` near it."""
    change = _change(looked, number - 1, number)
    return change is None or jump is None or change.is_still_beside(jump)


def _is_jump(looked: Callable[[int], Looked | None], first: int, last: int, jump: Change) -> bool:
    """Tell whether as much changes as over as many pictures beside it, and not as in one step."""
    length, steps, spans = last - first, list[float](), list[float]()
    for side, away in ((first, -1), (last, 1)):
        step = _change(looked, side + away, side)
        span = _change(looked, side + away * length, side)
        near = sorted((side, side + away * length))
        if step is None or span is None or any(is_copy(looked, n + 1, jump) for n in range(*near)):
            continue
        if span.means >= _LEAST_GROWTH * step.means:
            steps.append(step.means)
            spans.append(span.means)
    if not steps or jump.means < _LEAST_JUMP:
        return False
    step_mean, span_mean = sum(steps) / len(steps), sum(spans) / len(spans)
    return math.sqrt(step_mean * span_mean) <= jump.means <= _MOST_JUMP * max(spans)


def _change(looked: Callable[[int], Looked | None], number: int, other: int) -> Change | None:
    before, after = looked(number), looked(other)
    if before is None or after is None or before.even.shape != after.even.shape:
        return None
    pixels = min(_mean_difference(before.even, after.even), _mean_difference(before.odd, after.odd))
    changes = np.abs(after.means - before.means)
    noise = min(float(np.median(changes)), _MOST_NOISE)
    return Change(pixels, float(np.maximum(changes - _NOISE_REACH * noise, 0).mean()))


def find_repeats(sample: Sample) -> Finding:
    """Return how many pictures of the sample are copies where others are missing.

    Parameters are count, regular (copies where none is missing, as of film in video), pictures
    (that were looked at), and the places of the first copies in seconds after the first picture:
    at 1, at 2 and so on.
    """
    at = {picture.seconds for stretch in sample.stretches for picture in stretch}
    copied, regular = set[float](), set[float]()
    for stretch in sample.stretches:
        looks = {n: look_at(picture.luma) for n, picture in enumerate(stretch)}
        for start, picture in enumerate(stretch[1:-1], 1):
            copies = copies_from(looks.get, start)
            copied |= {stretch[start + number].seconds for number in range(copies)}
            jump = _change(looks.get, start, start + 1)
            is_moving = jump is not None and jump.means >= _LEAST_JUMP
            if is_moving and is_copy(looks.get, start, jump):
                regular.add(picture.seconds)
    places, others = sorted(copied), regular - copied
    is_found = sample.lines >= _LEAST_LINES and len(places) > 2 * len(others)
    told = [
        (f"at {n}", round(seconds - min(at), 3))
        for n, seconds in enumerate(places[:_MOST_PLACES], 1)
    ]
    return Finding(
        repair=Repair.REPEATS,
        confidence=round(min(1.0, 0.6 + 0.1 * len(places)), 2) if is_found else 0.0,
        is_automatic=False,
        parameters=(
            ("count", float(len(places))),
            ("regular", float(len(others))),
            ("pictures", float(len(at))),
            *told,
        ),
    )


def _mean_difference(first: Plane, second: Plane) -> float:
    return float((np.maximum(first, second) - np.minimum(first, second)).mean())
