"""Rainbows and crawling dots of composite video, which sent colours in the midst of luma.

The carrier of the colours turns from picture to picture: what was taken for the other is
inverted in the next picture (NTSC), or in the one after that (PAL), and the same again after as
many. Noise and motion make no difference between both distances, or one the other way.

From line to line of a field the carrier turns by half a cycle (NTSC) or three quarters (PAL), so
dots of luma are inverted in the next line of their field, or in the one after that. Neither motion
nor a codec does both, which tells dots that are too weak to be told by time alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from engine.jobs.choices import Repair
from engine.video.facts import Finding
from engine.video.probing.faults.sample import Plane, Sample, Sampled

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
_LEAST_DOT, _DOT_LIKENESS = 3, 2
"""The same for dots of which another line tells as well."""
_LEAST_SHARE, _SURE_SHARE = 0.0005, 0.002
"""Of a picture's samples that are inverted in one picture and again in another."""
_LEAST_RATIO, _SURE_RATIO = 2.0, 6.0
"""Of this share to the same with both distances exchanged; without a carrier it is below 1."""
_BAND_LINES = 32
"""Small enough for a cache."""
_USUAL_CHANCE = 0.0002
"""Share of samples that seem to turn by chance, where none was seen."""

_Signed = NDArray[np.int16]
_Shares = tuple[float, float]
"""Share of samples that turn with the carrier, and of those that seem to by chance."""


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

    Of luma, its dots and both colours it is the one that tells most.
    """
    found: list[list[_Shares]] = []
    for stretch in sample.stretches:
        inner = range(period, len(stretch) - period)
        for place in inner[:: max(1, len(inner) // _PICTURES)]:
            around = [stretch[place + n * (period // 2)] for n in (-2, -1, 0, 1, 2)]
            lumas = [picture.luma for picture in around]
            shares = [_turning(lumas), _dots(lumas, period)]
            # Pictures may also have been sent whole, or one field of each kept. That counts half,
            # since what moves in woven fields alternates from line to line as well.
            inverted, same = _dots(lumas, period // 2)
            shares.append((inverted / 2, same / 2))
            shades = [_shades(picture) for picture in around if picture.colours]
            for colour in range(len(around[0].colours)):
                planes = [picture.colours[colour] for picture in around]
                shares.append(_turning(planes, shades))
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


def _turning(planes: list[Plane], shades: Sequence[Plane] = ()) -> _Shares:
    """Return which share of the middle plane turns with the carrier, and with half its speed.

    Args:
        planes: luma, or one colour, of five pictures.
        shades: of a colour: see `_shades`. Where these turn as well, things move.
    """
    turned = by_chance = count = 0
    least = _LEAST_COLOUR if shades else _LEAST_LUMA
    both = _bands(planes), _bands(list(shades)) if shades else repeat(None)
    for (first, before, here, after, last), broad in zip(*both, strict=False):
        with_carrier = _turned(here, (before, after), (first, last), is_luma=broad is None)
        at_half = _turned(here, (first, last), (before, after), is_luma=broad is None)
        are_clear = [_is_clear(*one, least, _LIKENESS) for one in (with_carrier, at_half)]
        if broad is not None:
            one, two, three, four, five = broad
            off, _ = _turned(three, (two, four), (one, five), is_luma=False)
            are_clear = [is_clear & (np.abs(off) < _LEAST_LUMA) for is_clear in are_clear]
        turned += int(np.count_nonzero(are_clear[0]))
        by_chance += int(np.count_nonzero(are_clear[1]))
        count += are_clear[0].size
    return (turned / count, by_chance / count) if count else (0.0, 0.0)


def _shades(picture: Sampled) -> Plane:
    """Return luma where the samples of colours are, without what is as fine as a carrier."""
    height, width = picture.colours[0].shape
    down, across = (round(a / b) for a, b in zip(picture.luma.shape, (height, width), strict=True))
    sums = picture.luma[::down].astype(np.uint16)
    for step in (1, 2, 4):
        sums[:, :-step] += sums[:, step:]
    columns = (np.arange(width) * across - 3).clip(0, max(0, picture.luma.shape[1] - 8))
    shades: Plane = (sums[:height, columns] >> 3).astype(np.uint8)
    return shades


def _dots(lumas: list[Plane], lines: int) -> _Shares:
    """Return which share of luma turns and is inverted some ``lines`` below, or is alike."""
    inverted = same = count = 0
    for first, before, here, after, last in _bands(lumas):
        off, noise = _turned(here, (before, after), (first, last), is_luma=True)
        signs = np.sign(off) * _is_clear(off, noise, _LEAST_DOT, _DOT_LIKENESS)
        products = signs[:-lines] * signs[lines:]
        inverted += int(np.count_nonzero(products < 0))
        same += int(np.count_nonzero(products > 0))
        count += products.size
    return (inverted / count, same / count) if count else (0.0, 0.0)


def _bands(planes: list[Plane]) -> Iterator[list[_Signed]]:
    for top in range(0, len(planes[0]), _BAND_LINES):
        yield [plane[top : top + _BAND_LINES].astype(np.int16) for plane in planes]


def _turned(
    here: _Signed,
    opposite: tuple[_Signed, _Signed],
    same: tuple[_Signed, _Signed],
    *,
    is_luma: bool,
) -> tuple[_Signed, _Signed]:
    """Return how far samples are off those in ``opposite``, and what those alike differ by."""
    off = ((here + here + same[0] + same[1]) >> 2) - ((opposite[0] + opposite[1]) >> 1)
    noise = np.abs(opposite[0] - opposite[1])
    for plane in same:
        np.maximum(noise, np.abs(here - plane), out=noise)
    if is_luma:  # dots are as fine as the carrier; what swings more broadly is something else
        off, noise = off[:, 1:-1] - ((off[:, :-2] + off[:, 2:]) >> 1), noise[:, 1:-1]
    return off, noise


def _is_clear(off: _Signed, noise: _Signed, least: int, likeness: int) -> NDArray[np.bool_]:
    """Tell which samples are unlike those in which the carrier is inverted, and like others."""
    size = np.abs(off)
    is_clear: NDArray[np.bool_] = (size >= least) & (likeness * noise <= size)
    return is_clear
