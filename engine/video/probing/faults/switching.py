"""Head switching: the last lines of a tape's pictures, torn sideways or mere noise.

A recorder reads each field with another head, and changes from one to the next a few lines
before the end of a field. The lines after that begin too early or too late, or are noise.
Rows are followed from the inside of the picture outwards: each is compared with the last row
that was in order, at all shifts.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.jobs.choices import Repair
from engine.video.facts import Finding
from engine.video.probing.faults.sample import Numbers, Sample, spread

_PICTURES = 20
_MOST_HEIGHT = 0.045
"""Of the lines that can be torn, as a share of the height; recorders tear up to 4 %."""
_WARM_UP = 10
"""Rows before them, where it shows what is usual in a picture."""
_MARGIN = 0.04
_REACH = 0.12
"""How far a line may be shifted, as a share of the width."""
_LEAST_SHIFT = 2.5
_LEAST_GAIN = 0.12
"""How much better a torn row fits at its shift than in place, in correlation."""
_ALIKE, _UNLIKE = 0.35, 0.45
"""Correlation of rows that belong together, and of rows that don't."""
_STEADY, _WHOLLY_STEADY = 0.6, 0.95
"""Correlation with the next picture below which a row may be torn, and above which it is not."""
_MOST_UNSTEADY = 2.0
"""How far that is from 1 for a row that is not torn, as a multiple of that of rows in order."""
_MOST_DETAIL = 12.0
"""Levels to which details are cut, so that a few strong edges don't decide for a row."""
_LEAST_DEVIATION = 2.0
"""Of a row in which there is something to see, in levels."""
_TORN_SHARE = 0.7
_LEAST_PICTURES = 8
_LEAST_ROWS = 2
_INNER_PLACES = (0.3, 0.45, 0.6, 0.75)
_MOST_USUAL = 0.3
"""Share of strips from the inside that may look torn: there are patterns that fool the search."""
_LEAST_LINES = 200
"""Of a picture that can come from a tape."""
_MOST_SPREAD = 0.6
"""Mean difference of where the lines begin to where they do in most pictures, in rows."""
_LEAST_SHARE, _SURE = 0.6, 0.75


@dataclass(frozen=True)
class _Torn:
    """How many rows were torn in the usual picture, in which share of those that tell."""

    rows: int
    share: float


def find_switching(sample: Sample, *, in_fields: bool) -> Finding:
    """Return how many lines at the top and at the bottom are torn; parameters top, bottom."""
    if sample.lines < _LEAST_LINES:
        return Finding(repair=Repair.SWITCHING, confidence=0.0, is_automatic=False)
    stretches = sample.lumas(in_fields=in_fields)
    pairs = [pair for stretch in stretches for pair in pairwise(stretch)]
    if not pairs:
        return Finding(repair=Repair.SWITCHING, confidence=0.0, is_automatic=False)
    chosen = np.stack(spread(pairs, _PICTURES))
    bottom, top = _torn(chosen), _torn(chosen[:, :, ::-1])
    lines_per_row = 2 if in_fields else 1
    found = [end for end in (bottom, top) if end.rows]
    confidence = max((end.share for end in found), default=0.0)
    return Finding(
        repair=Repair.SWITCHING,
        confidence=round(confidence, 2),
        is_automatic=confidence >= _SURE,
        parameters=(
            ("top", float(top.rows * lines_per_row)),
            ("bottom", float(bottom.rows * lines_per_row)),
        ),
    )


def _torn(pairs: NDArray[np.uint8]) -> _Torn:
    """Look at the last rows of pictures, ``(n, 2, h, w)`` with the one after each."""
    height = pairs.shape[2]
    most = max(3, round(_MOST_HEIGHT * height))
    rows = _torn_rows(pairs[:, :, height - most - _WARM_UP :], most)
    told = rows[rows >= 0]
    if len(told) < min(_LEAST_PICTURES, len(pairs)) or not np.any(told):
        return _Torn(0, 0.0)
    share = float((told > 0).mean())
    usual = int(np.argmax(np.bincount(told[told > 0])))
    spread_rows = float(np.abs(told[told > 0] - usual).mean())
    is_usual = share < _LEAST_SHARE or spread_rows > _MOST_SPREAD or _is_pattern(pairs, most)
    return _Torn(0, 0.0) if is_usual else _Torn(usual, share)


def _is_pattern(pairs: NDArray[np.uint8], most: int) -> bool:
    """Tell whether rows look torn in the middle of the pictures as well."""
    height = pairs.shape[2]
    ends = (round(place * height) for place in _INNER_PLACES)
    strips = [_torn_rows(pairs[:, :, end - most - _WARM_UP : end], most) > 0 for end in ends]
    return bool(np.mean(strips) > _MOST_USUAL)


def _torn_rows(pairs: NDArray[np.uint8], most: int) -> NDArray[np.int64]:
    """Return for each of some strips how many of its last rows are torn; -1: can't be told.

    Args:
        pairs: ``(n, 2, h, w)``, of which the first rows are in order; with the next picture's.
        most: how many of the last rows may be torn.
    """
    count, _, height, width = pairs.shape
    margin, reach = round(_MARGIN * width), round(_REACH * width)
    both = _details(pairs[..., margin : width - margin].astype(np.float32))
    powers = np.square(both).sum(axis=-1)
    strips, power = both[:, 0], powers[:, 0]
    is_steady = _are_steady(both, powers, height - most)
    is_telling = power > _LEAST_DEVIATION**2 * strips.shape[-1]
    reference, before = strips[:, 0], strips[:, 0]
    norm, norm_before = power[:, 0], power[:, 0]
    torn = np.zeros((count, height), bool)
    for row in range(1, height):
        here = strips[:, row]
        in_place = _likeness_in_place(reference, here, norm * power[:, row])
        above = _likeness_in_place(before, here, norm_before * power[:, row])
        is_torn = (in_place < _UNLIKE) & (above < _UNLIKE)
        # Rows that fit well in place fit nowhere so much better that they were shifted.
        if len(doubtful := np.flatnonzero(is_telling[:, row] & (in_place < 1 - _LEAST_GAIN))):
            both_powers = (norm * power[:, row])[doubtful]
            across = _correlation(reference[doubtful], here[doubtful], both_powers, reach)
            best, shift = across.max(axis=1), np.abs(across.argmax(axis=1) - reach)
            gain = best - in_place[doubtful]
            is_shifted = (shift >= _LEAST_SHIFT) & (best > _ALIKE) & (gain > _LEAST_GAIN)
            is_torn[doubtful] |= is_shifted
        torn[:, row] = is_torn & is_telling[:, row] & ~is_steady[:, row]
        # What is new goes on in the next rows, as the top of a table: it is the new reference.
        is_new = ~torn[:, row] & is_telling[:, row]
        reference = np.where(is_new[:, None], here, reference)
        norm = np.where(is_new, power[:, row], norm)
        before, norm_before = here, power[:, row]
    return _ends(torn, is_telling, most)


def _are_steady(pairs: Numbers, powers: Numbers, good: int) -> NDArray[np.bool_]:
    """Tell of each row whether it stays nearly as alike in the next picture as rows in order do.

    A tear is another in each picture; what stays just begins there.

    Args:
        pairs: details of rows ``(n, 2, h, w)``.
        powers: of these, ``(n, 2, h)``.
        good: how many of the first rows are in order.
    """
    alike = _likeness_in_place(pairs[:, 0], pairs[:, 1], powers[:, 0] * powers[:, 1])
    usual = np.median(alike[:, :good], axis=1, keepdims=True)
    least = np.clip(1 - _MOST_UNSTEADY * (1 - usual), _STEADY, _WHOLLY_STEADY)
    steady: NDArray[np.bool_] = alike > least
    return steady


def _ends(torn: NDArray[np.bool_], is_telling: NDArray[np.bool_], most: int) -> NDArray[np.int64]:
    """Return how many rows at the end are torn, for each picture; -1: can't be told."""
    height = torn.shape[1]
    found = np.full(len(torn), -1, np.int64)
    for number, (rows, telling) in enumerate(zip(torn, is_telling, strict=True)):
        if np.count_nonzero(telling[-most:]) < _LEAST_ROWS:
            continue
        found[number] = 0
        for start in range(height - most, height - 1):
            seen = telling[start:].sum()
            is_torn = seen >= _LEAST_ROWS and rows[start:].sum() >= _TORN_SHARE * seen
            if rows[start] and is_torn and rows[: height - most].mean() < 1 - _TORN_SHARE:
                found[number] = height - start
                break
    return found


def _likeness_in_place(first: Numbers, second: Numbers, power: Numbers) -> Numbers:
    """Return how alike rows are, 0..1, where they are shifted by a sample at most."""
    there = first[..., 1:], first, first[..., :-1]
    here = second[..., :-1], second, second[..., 1:]
    shared = [np.vecdot(one, other) for one, other in zip(there, here, strict=True)]
    likeness: Numbers = np.max(shared, axis=0) / np.sqrt(np.maximum(power, 1.0))
    return likeness


def _correlation(
    first: Numbers, second: Numbers, power: Numbers, reach: int
) -> NDArray[np.floating]:
    """Return how alike rows are, 0..1, at shifts of the second from -reach to reach."""
    length = 1 << (first.shape[1] + reach - 1).bit_length()
    one, other = (np.fft.rfft(rows, n=length, axis=-1) for rows in (first, second))
    across = np.fft.irfft(one.conj() * other, axis=-1)
    near = np.concatenate([across[:, -reach:], across[:, : reach + 1]], axis=1)
    scaled: NDArray[np.floating] = near / np.sqrt(np.maximum(power, 1.0))[:, None]
    return scaled


def _details(rows: Numbers) -> Numbers:
    """Take the finest noise and broad shades out of rows."""
    fine = rows.copy()
    fine[..., 1:-1] = 0.25 * rows[..., :-2] + 0.5 * rows[..., 1:-1] + 0.25 * rows[..., 2:]
    reach = max(8, rows.shape[-1] // 24)
    padded = np.pad(fine, [(0, 0)] * (rows.ndim - 1) + [(reach + 1, reach)], mode="edge")
    total = np.cumsum(padded, axis=-1, dtype=np.float64)
    width = 2 * reach + 1
    broad = (total[..., width:] - total[..., :-width]) / width
    details: Numbers = np.clip(fine - broad, -_MOST_DETAIL, _MOST_DETAIL).astype(np.float32)
    return details
