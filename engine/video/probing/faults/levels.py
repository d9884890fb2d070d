"""Faded black and white: what the darkest and brightest places of a whole film have become.

Dyes of film and prints fade, each by its own amount, and captures are made with wrong levels.
What is measured holds for the whole film, so that the repair never changes within a shot.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.jobs.choices import Repair
from engine.video.colour import BT2020, Colour, luma_weights
from engine.video.facts import Finding
from engine.video.probing.faults.sample import Sample, Sampled

Ends = NDArray[np.float64]
"""Of red, green and blue, in levels of 0..255."""

_PICTURES = 32
_LEAST_PICTURES = 4
_MARGIN = 0.06
"""Share of each side that is left out: borders are black in a faded film, too."""
_DARKEST, _BRIGHTEST = 0.002, 0.998
_MOST_GAIN = 2.5
_MOST_RELATIVE_GAIN = 1.5
"""A colour may be stretched so much more than green, which is nearest to luma."""
_FADED_BLACK, _FADED_WHITE = 22.0, 243.0
"""A film whose darkest is above the one and whose brightest is below the other has faded."""
_MIST = 100.0
"""The darkest of scenes without anything dark; no dye fades as far."""
_LEAST_SPAN = 90.0
"""Levels between both: a scene of one gray tells nothing."""
_CAST = 16.0
"""Difference between the colours' darkest, and between their brightest, that is a cast."""
_LIKELY_LOSS, _MOST_UNEVEN = 50.0, 1.6
"""Levels that black or white may have lost, or so many times what the other end has."""


def find_levels(sample: Sample, colour: Colour) -> Finding:
    """Return the darkest and the brightest of the film, of 255.

    Parameters are black and white, and the same of red, green and blue.
    """
    pictures = list(sample.spread(_PICTURES))
    # Nothing that fades was stored in wide colours; its soft contrast is meant.
    is_wide = colour.is_hdr or BT2020 in (colour.primaries, colour.matrix)
    if is_wide or len(pictures) < _LEAST_PICTURES:
        return Finding(repair=Repair.LEVELS, confidence=0.0, is_automatic=False)
    pixels = np.concatenate([_pixels(picture, colour) for picture in pictures])
    black, white = np.quantile(pixels, (_DARKEST, _BRIGHTEST), axis=0)
    is_telling = (white - black).max() >= _LEAST_SPAN
    white = np.maximum(white, black + 255 / _MOST_GAIN)
    span = np.maximum(white - black, (white[1] - black[1]) / _MOST_RELATIVE_GAIN)
    white = black + span
    is_faded = _FADED_BLACK <= black.min() <= _MIST and white.max() <= _FADED_WHITE
    is_cast = np.ptp(black) >= _CAST and np.ptp(white) >= _CAST
    black, white = _likely(black, white)
    ends = [("black", black.mean()), ("white", white.mean())]
    for number, name in enumerate(("red", "green", "blue")):
        ends += [(f"black {name}", black[number]), (f"white {name}", white[number])]
    is_found = is_telling and (is_faded or is_cast)
    lost = max(float(black.mean()), float(255 - white.mean())) / 255
    return Finding(
        repair=Repair.LEVELS,
        confidence=round(min(0.9, 0.5 + lost), 2) if is_found else 0.0,
        is_automatic=False,
        parameters=tuple((name, round(float(value), 1)) for name, value in ends),
    )


def _likely(black: Ends, white: Ends) -> tuple[Ends, Ends]:
    """Return the black and white of a film whose scenes may have been without either.

    Dyes fade at both ends. Where one end has lost much more than the other, the scenes are dark
    or misty; the colours keep their distances from each other.
    """
    lost_black, lost_white = float(black.mean()), float(255 - white.mean())
    likely_black = max(_LIKELY_LOSS, _MOST_UNEVEN * lost_white)
    likely_white = max(_LIKELY_LOSS, _MOST_UNEVEN * lost_black)
    return (
        black - max(0.0, lost_black - likely_black),
        white + max(0.0, lost_white - likely_white),
    )


def _pixels(picture: Sampled, colour: Colour) -> NDArray[np.float32]:
    """Return some pixels of a picture as ``(n, 3)`` RGB of 0..255."""
    height, width = picture.luma.shape
    top, left = round(_MARGIN * height), round(_MARGIN * width)
    rows, columns = np.arange(top, height - top, 4), np.arange(left, width - left, 4)
    black, span = (0, 255) if colour.is_full_range else (16, 219)
    grid = np.ix_(rows, columns)
    luma = (picture.luma[grid].astype(np.float32) - black) * (255 / span)
    if not picture.colours:
        return np.repeat(luma.reshape(-1, 1), 3, axis=1)
    blue_part, red_part = (
        plane[np.ix_(rows * plane.shape[0] // height, columns * plane.shape[1] // width)]
        for plane in picture.colours
    )
    scale = 255 / (255 if colour.is_full_range else 224)
    weights = luma_weights(colour.matrix)
    red = luma + (red_part.astype(np.float32) - 128) * (scale * 2 * (1 - weights[0]))
    blue = luma + (blue_part.astype(np.float32) - 128) * (scale * 2 * (1 - weights[2]))
    green = (luma - weights[0] * red - weights[2] * blue) / weights[1]
    return np.stack([red, green, blue], axis=-1).reshape(-1, 3).clip(0, 255)
