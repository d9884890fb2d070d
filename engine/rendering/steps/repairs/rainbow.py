"""Takes rainbows and crawling dots of composite video out of what stands still."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

import numpy as np

from engine.jobs.choices import Deinterlace, Repair
from engine.jobs.options import Options
from engine.rendering.steps.repairs.means import put_mean
from engine.rendering.steps.repairs.neighbours import with_neighbours
from engine.rendering.steps.step import Plain
from engine.video.facts import SourceInfo
from engine.video.frame import Frame, Rgb
from engine.video.probing.faults.rainbow import NTSC_PERIOD, PAL_PERIOD

_MOST_CHANGE = 12
"""Levels by which a pixel that stands still differs after a whole period: noise of tapes."""
_BAND_LINES = 32
_PAL_RATES = (Fraction(24), Fraction(26))


def make_rainbow(info: SourceInfo, options: Options) -> Rainbow | None:
    """Return the step for the period that was found; None where it isn't wanted."""
    found = info.finding(Repair.RAINBOW)
    if not options.wants(Repair.RAINBOW, is_sure=found.is_automatic):
        return None
    period = round(found.measured("period")) or _usual_period(info)
    return Rainbow(period * (2 if options.deinterlace is Deinterlace.FIELD else 1))


def _usual_period(info: SourceInfo) -> int:
    is_pal = info.frame_rate is not None and _PAL_RATES[0] < info.frame_rate < _PAL_RATES[1]
    return PAL_PERIOD if is_pal else NTSC_PERIOD


class Rainbow:
    """Mixes each picture with those in which the carrier is inverted; a source step.

    Only pixels that are the same again after a whole period, and others between, are changed: so
    nothing that moves is smeared.
    """

    name = "rainbow"
    nanoseconds_per_pixel = 10.0

    def __init__(self, period: int) -> None:
        """Take out what comes again after a ``period`` of pictures and is inverted after half."""
        self._half = period // 2

    def claim(self) -> Mapping[str, Plain]:
        """Return the period."""
        return {"period": 2 * self._half}

    def apply(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Treat each frame but the first and the last ones."""
        for near in with_neighbours(frames, 2 * self._half):
            around = [near.at(place * self._half) for place in (-2, -1, 1, 2)]
            planes = [frame.data for frame in around if frame]
            is_alike = {plane.shape for plane in planes} == {near.here.data.shape}
            is_whole = len(planes) == len(around) and is_alike
            yield _cleaned(near.here, *planes) if is_whole else near.here


def _cleaned(frame: Frame, *around: Rgb) -> Frame:
    """Treat a picture in bands that fit into a cache: four times as fast as the whole."""
    here = frame.data
    data = np.empty_like(here)
    scratch = np.empty((4, _BAND_LINES, *here.shape[1:]), here.dtype)
    for top in range(0, len(here), _BAND_LINES):
        band = slice(top, min(top + _BAND_LINES, len(here)))
        planes = [plane[band] for plane in around]
        _clean(here[band], *planes, out=data[band], scratch=scratch[:, : len(here[band])])
    return replace(frame, data=data)


def _clean(
    here: Rgb, first: Rgb, before: Rgb, after: Rgb, last: Rgb, *, out: Rgb, scratch: Rgb
) -> None:
    """Write into ``out`` the mean of ``here`` and of both pictures beside it, where it turns."""
    change, other, mean, spare = scratch
    _put_difference(before, after, change, spare)
    for same in (first, last):
        _put_difference(here, same, other, spare)
        np.maximum(change, other, out=change)
    put_mean(before, after, mean, spare)
    _put_difference(here, mean, other, spare)
    is_turning = change <= (_MOST_CHANGE if here.dtype == np.uint8 else _MOST_CHANGE * 257)
    is_turning &= other > np.right_shift(change, 1, out=change)
    put_mean(here, mean, other, spare)
    # As bits, since a selection by a mask takes as long as all the rest.
    chosen = np.negative(is_turning.astype(here.dtype))
    other ^= here
    other &= chosen
    np.bitwise_xor(here, other, out=out)


def _put_difference(first: Rgb, second: Rgb, out: Rgb, spare: Rgb) -> None:
    np.maximum(first, second, out=out)
    np.minimum(first, second, out=spare)
    np.subtract(out, spare, out=out)
