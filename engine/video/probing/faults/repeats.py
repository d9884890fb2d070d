"""Pictures that a capture lost and replaced by a copy: nothing moves, then twice as much.

A copy without the jump after it is none of these: it is how film or another rate was stored.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from engine.jobs.choices import Repair
from engine.video.blocks import block_sums
from engine.video.facts import Finding, Scan
from engine.video.probing.faults.sample import Numbers, Plane, Sample, Sampled

MOST_COPIES = 3
"""One after the other, where it can still be told that things went on."""
REACH = 2 * MOST_COPIES + 3
"""Pictures before and after one that decide about it."""
_SKIPPED = 2
_BLOCK = 4
"""Side of what is averaged, in pixels that were not skipped: takes noise out."""
_LEAST_CHANGE, _LEAST_JUMP = 0.3, 0.05
"""Mean change of pixels and of averages, in 8-bit levels, that is more than a codec's."""
_MOST_COPIED = 0.2
"""Change of a copy, as a share of the change after it: what codecs leave of it."""
_LEAST_UNREST = 3.0
"""Change before the copy, as a multiple of that of the copy: a still has none."""
_MOST_JUMP, _LEAST_CUT = 2.2, 3.0
"""Multiple of the change over as many pictures beside it, and levels, beyond which it is a cut."""
_LEAST_FAR = 0.6
"""Jump after a copy as a multiple of what lies in the middle between the change from one picture
to the next and that over as many pictures as are missing: things speed up and slow down."""
_LEAST_USUAL_FARS = {1: 0.8, 2: 0.85, 3: 0.9}
"""The usual jump of a source by how many copies tell it; the last holds for more."""
_LEAST_REGULAR_FAR = 1.1
"""The same where copies come at even distances, as those of film and of other rates."""
_LEAST_GAPS, _EVEN_SHARE = 2, 0.6
"""Gaps between copies that tell whether they are even, and which share of them is the same."""
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

    That of averages is counted without what all have in common, as where a picture fades in. Of
    the even and the odd lines the ones that changed less count: deinterlacing makes the others
    anew.
    """

    pixels: float
    means: float

    def is_still_beside(self, jump: Change) -> bool:
        """Tell whether nothing changed, compared with a ``jump``."""
        most = _MOST_COPIED * jump.pixels, _MOST_COPIED * jump.means
        return self.pixels <= most[0] and self.means <= most[1]

    @property
    def is_movement(self) -> bool:
        """Tell whether more changed than codecs change of a still."""
        return self.pixels >= _LEAST_CHANGE and self.means >= _LEAST_JUMP


def look_at(luma: Plane) -> Looked:
    """Return what is compared of a picture in 8 bits."""
    some = luma[:: 2 * _SKIPPED, ::_SKIPPED], luma[1 :: 2 * _SKIPPED, ::_SKIPPED]
    even, odd = (np.ascontiguousarray(lines) for lines in some)
    return Looked(even, odd, block_sums(even, _BLOCK).astype(np.float32) / np.float32(_BLOCK**2))


def copies_from(looked: Callable[[int], Looked | None], start: int) -> int:
    """Return how many pictures from ``start`` on are copies where others are missing.

    Args:
        looked: what is compared of a picture, by its number; None where there is none.
        start: number of the picture that may be the first copy.
    """
    copies = _copies(looked, start)
    return copies if copies and _far(looked, start - 1, start + copies) >= _LEAST_FAR else 0


def _copies(looked: Callable[[int], Looked | None], start: int) -> int:
    """Return how many pictures from ``start`` on are copies of the one before, until all moves.

    0 where it is none, or where nothing has moved before, as in a still.
    """
    before = _change(looked, start - 2, start - 1)
    for count in range(1, MOST_COPIES + 1):
        same = _change(looked, start + count - 2, start + count - 1)
        if before is None or same is None or before.pixels < _LEAST_UNREST * same.pixels:
            return 0
        jump = _change(looked, start + count - 1, start + count)
        if jump is None:
            return 0
        is_copy = same.is_still_beside(jump)
        if not is_copy and not same.is_still_beside(before):
            return 0
        if is_copy and jump.is_movement:
            return 0 if before.is_still_beside(jump) else count
    return 0


def _far(looked: Callable[[int], Looked | None], first: int, last: int) -> float:
    """Return how far a jump goes: above 1 about as far as over so many pictures beside it.

    Below it is as from one picture to the next. 0 where it is a cut, or can't be told.
    """
    jump = _change(looked, first, last)
    if jump is None:
        return 0.0
    steps, spans = list[float](), list[float]()
    for side, away in ((first, -1), (last, 1)):
        others = _others(looked, side, away, last - first, jump)
        changes = [_change(looked, side, other) for other in others]
        means = [change.means for change in changes if change]
        if len(means) == last - first:
            steps.append(means[0])
            spans.append(means[-1])
    if not steps or jump.means > max(_LEAST_CUT, _MOST_JUMP * max(spans)):
        return 0.0
    middle = math.sqrt(sum(steps) * sum(spans)) / len(steps)
    return jump.means / max(middle, 1e-3)


def _others(
    looked: Callable[[int], Looked | None], side: int, away: int, count: int, jump: Change
) -> list[int]:
    """Return the next pictures on one side that are no copies of those before them."""
    found, before = list[int](), side
    for number in range(side + away, side + away * (2 * MOST_COPIES + 1), away):
        change = _change(looked, before, number)
        if change is None or len(found) == count:
            break
        if not change.is_still_beside(jump):
            found.append(number)
        before = number
    return found


def _change(looked: Callable[[int], Looked | None], number: int, other: int) -> Change | None:
    before, after = looked(number), looked(other)
    if before is None or after is None or before.even.shape != after.even.shape:
        return None
    pixels = min(_mean_difference(before.even, after.even), _mean_difference(before.odd, after.odd))
    means = after.means - before.means
    return Change(pixels, float(np.abs(means - means.mean()).mean()))


def find_repeats(sample: Sample, scan: Scan) -> Finding:
    """Return how many pictures of the sample are copies where others are missing.

    Parameters are count, regular (copies where none is missing, as of film in video), pictures
    (that were looked at), and the places of the first copies in seconds after the first picture:
    at 1, at 2 and so on.
    """
    at = {picture.seconds for stretch in sample.stretches for picture in stretch}
    runs = [_runs(stretch) for stretch in sample.stretches]
    # Stretches of a short film overlap; where one ends less can be told.
    every = sorted((run for some in runs for run in some), key=lambda run: run.far)
    known = {run.seconds[0]: run for run in every if run.far}
    is_lost = scan is not Scan.TELECINED and _is_usual(
        [run.far for run in known.values()], is_regular=_is_regular(runs)
    )
    lost = [run for run in known.values() if is_lost and run.far >= _LEAST_FAR]
    places = sorted(second for run in lost for second in run.seconds)
    others = sum(len(run.seconds) for run in known.values()) - len(places)
    is_found = sample.lines >= _LEAST_LINES and len(places) > 2 * others
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
            ("regular", float(others)),
            ("pictures", float(len(at))),
            *told,
        ),
    )


@dataclass(frozen=True)
class _Run:
    """Copies one after the other: where, when, and how far it goes on after them, see `_far`."""

    start: int
    seconds: list[float]
    far: float


def _runs(stretch: list[Sampled]) -> list[_Run]:
    looks = {number: look_at(picture.luma) for number, picture in enumerate(stretch)}
    found = []
    for start in range(1, len(stretch) - 1):
        copies = _copies(looks.get, start)
        if copies:
            seconds = [picture.seconds for picture in stretch[start : start + copies]]
            found.append(_Run(start, seconds, _far(looks.get, start - 1, start + copies)))
    return found


def _is_usual(fars: list[float], *, is_regular: bool) -> bool:
    """Tell whether things usually go on after copies as if others were missing."""
    least = _LEAST_USUAL_FARS[max(1, min(len(fars), max(_LEAST_USUAL_FARS)))]
    usual = math.exp(sum(map(math.log, fars)) / len(fars)) if fars else 0.0
    return usual >= (_LEAST_REGULAR_FAR if is_regular else least)


def _is_regular(runs: list[list[_Run]]) -> bool:
    """Tell whether copies mostly come at even distances; ``runs`` are those of each stretch."""
    gaps = [gap for some in runs for gap in np.diff([run.start for run in some])]
    most = max((gaps.count(gap) for gap in gaps), default=0)
    return len(gaps) >= _LEAST_GAPS and most >= _EVEN_SHARE * len(gaps)


def _mean_difference(first: Plane, second: Plane) -> float:
    return float((np.maximum(first, second) - np.minimum(first, second)).mean())
