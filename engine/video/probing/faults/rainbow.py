"""Rainbows and crawling dots of composite video, which sent colours in the midst of luma.

The carrier of the colours turns from picture to picture: what was taken for the other is
inverted in the next picture (NTSC), or in the one after that (PAL), and the same again after as
many. Noise and motion make no difference between both distances, or one the other way.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.jobs.choices import Repair
from engine.video.facts import Finding
from engine.video.probing.faults.sample import Plane, Sample

NTSC_PERIOD, PAL_PERIOD = 2, 4
"""Pictures after which the carrier of the colours comes again."""
_PICTURES = 2
"""Of each stretch that are compared with those around them."""
_LEAST_LINES, _MOST_LINES = 200, 626
"""Of a picture that can come from composite video."""
_LEAST_LUMA, _LEAST_COLOUR = 6, 5
"""Levels by which a sample has to be off its neighbours in time."""
_LIKENESS = 4
"""Times that a sample is farther off those in which the carrier is inverted than others."""
_LEAST_SHARE, _SURE_SHARE = 0.0005, 0.002
"""Of a picture's samples that are inverted in one picture and again in another."""
_LEAST_RATIO, _SURE_RATIO = 2.0, 6.0
"""Of this share to the same with both distances exchanged; without a carrier it is below 1."""
_BAND_LINES = 32
"""Small enough for a cache."""
_USUAL_CHANCE = 0.0002
"""Share of samples that seem to turn by chance, where none was seen."""

_Signed = NDArray[np.int16]


def find_rainbow(sample: Sample) -> Finding:
    """Return whether dots crawl or colours shimmer as the carrier turns.

    Parameters are period, in pictures (0: none was found), and share, of a picture's samples.
    """
    nothing = Finding(repair=Repair.RAINBOW, confidence=0.0, is_automatic=False)
    if not _LEAST_LINES <= sample.lines <= _MOST_LINES:
        return nothing
    measured = [(*_measured(sample, period), period) for period in (NTSC_PERIOD, PAL_PERIOD)]
    share, ratio, period = max(measured, key=lambda found: _how_telling(*found[:2]))
    if not _is_told(share, ratio):
        return nothing
    return Finding(
        repair=Repair.RAINBOW,
        confidence=round(min(1.0, 0.5 + 0.02 * ratio), 2),
        is_automatic=share >= _SURE_SHARE and ratio >= _SURE_RATIO,
        parameters=(("period", float(period)), ("share", round(share, 4))),
    )


def _measured(sample: Sample, period: int) -> tuple[float, float]:
    """Return the share of samples that turn with a period, and its ratio to that by chance.

    Of luma and both colours it is the one that tells most.
    """
    found: list[list[tuple[float, float]]] = []
    for stretch in sample.stretches:
        inner = range(period, len(stretch) - period)
        for place in inner[:: max(1, len(inner) // _PICTURES)]:
            around = [stretch[place + n * (period // 2)] for n in (-2, -1, 0, 1, 2)]
            shares = [_turning([picture.luma for picture in around], is_luma=True)]
            for colour in range(len(around[0].colours)):
                planes = [picture.colours[colour] for picture in around]
                shares.append(_turning(planes, is_luma=False))
            found.append(shares)
    if not found:
        return 0.0, 0.0
    turning, by_chance = np.moveaxis(np.median(found, axis=0), 1, 0)
    ratios = turning / np.maximum(by_chance, _USUAL_CHANCE)
    pairs = zip(turning.tolist(), ratios.tolist(), strict=True)
    return max(pairs, key=lambda pair: _how_telling(*pair))


def _is_told(share: float, ratio: float) -> bool:
    return share >= _LEAST_SHARE and ratio >= _LEAST_RATIO


def _how_telling(share: float, ratio: float) -> tuple[bool, float]:
    """Return what grows with how surely something turns, and with how much of it does."""
    return _is_told(share, ratio), min(ratio, _SURE_RATIO) * share


def _turning(planes: list[Plane], *, is_luma: bool) -> tuple[float, float]:
    """Return which share of the middle plane turns with the carrier, and with half its speed."""
    turned = by_chance = count = 0
    for top in range(0, len(planes[0]), _BAND_LINES):
        band = (plane[top : top + _BAND_LINES].astype(np.int16) for plane in planes)
        first, before, here, after, last = band
        with_carrier = _turned(here, (before, after), (first, last), is_luma=is_luma)
        at_half = _turned(here, (first, last), (before, after), is_luma=is_luma)
        turned += int(np.count_nonzero(with_carrier))
        by_chance += int(np.count_nonzero(at_half))
        count += with_carrier.size
    return turned / count, by_chance / count


def _turned(
    here: _Signed,
    opposite: tuple[_Signed, _Signed],
    same: tuple[_Signed, _Signed],
    *,
    is_luma: bool,
) -> NDArray[np.bool_]:
    """Tell which samples are unlike those in ``opposite`` and like those in ``same``."""
    off = ((here + here + same[0] + same[1]) >> 2) - ((opposite[0] + opposite[1]) >> 1)
    noise = np.abs(opposite[0] - opposite[1])
    for plane in same:
        np.maximum(noise, np.abs(here - plane), out=noise)
    if is_luma:  # dots are as fine as the carrier; what swings more broadly is something else
        off, noise = off[:, 1:-1] - ((off[:, :-2] + off[:, 2:]) >> 1), noise[:, 1:-1]
    off = np.abs(off)
    least = _LEAST_LUMA if is_luma else _LEAST_COLOUR
    is_turned: NDArray[np.bool_] = (off >= least) & (_LIKENESS * noise <= off)
    return is_turned
