"""How often the pictures of a source come, told from the times of its packets."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from statistics import median

_FEW_PICTURES = 4
# For each picture so many packets from which none comes are no accident.
_SECOND_FIELDS = 0.1

_RATE_TOLERANCE = Fraction(1, 200)
_MOST_SLACK = Fraction(1, 50)
_COMMON_RATES = [
    Fraction(rate) for rate in (10, 12, 15, 16, 18, 20, 24, 25, 30, 48, 50, 60, 100, 120)
] + [Fraction(rate * 1000, 1001) for rate in (15, 24, 30, 48, 60, 120)]


def picture_times(times: Sequence[int], shown: Sequence[int], codec: str) -> Sequence[int]:
    """Return the times of the packets that bring a picture.

    Args:
        times: of packets, sorted, in ticks.
        shown: of the pictures that came out of the first of them.
        codec: FFmpeg's name.
    """
    return _without_second_fields(_shown_times(times, codec), shown)


def _shown_times(times: Sequence[int], codec: str) -> Sequence[int]:
    """Leave out the packets that only feed the prediction of others.

    VP8 and VP9 give such a hidden picture a time just before that of the next one.
    """
    if codec not in {"vp8", "vp9"} or len(times) < 3:
        return times
    usual = median(late - early for early, late in pairwise(times))
    return [t for t, later in pairwise(times) if later - t > usual / 8] + [times[-1]]


def _without_second_fields(times: Sequence[int], shown: Sequence[int]) -> Sequence[int]:
    """Leave out the packets of second fields; H.264 may code each field by itself (PAFF).

    Args:
        times: of the packets.
        shown: of the pictures that came out of the first of them.
    """
    if len(shown) < _FEW_PICTURES:
        return times
    first, last = shown[0], shown[-1]
    unseen = len([time for time in times if first <= time <= last]) - len(shown)
    if unseen < _SECOND_FIELDS * len(shown):
        return times
    usual = median(late - early for early, late in pairwise(shown))
    kept = [times[0]]
    for time in times:
        if time - kept[-1] > 0.75 * usual:
            kept.append(time)
    return kept


def _rounded(rate: Fraction) -> Fraction:
    if rate >= 1:
        return rate.limit_denominator(1001)
    return 1 / (1 / rate).limit_denominator(1001)  # pictures that come once in minutes or hours


def rhythm(
    times: Sequence[int], time_base: Fraction, stated: Sequence[Fraction]
) -> tuple[Fraction | None, bool]:
    """Return the frame rate and whether the frames come unevenly.

    A few steps of whole multiples of the usual one are gaps in an even rhythm. Time stamps are
    rounded to ticks, so a step may be off by one and a half.
    """
    if len(times) < 2:
        return (stated[0] if stated else None), False
    steps = [late - early for early, late in pairwise(times)]
    usual = median(steps)
    tolerance = max(1.5, 0.05 * usual)
    beats = [max(1, round(step / usual)) for step in steps]
    uneven = sum(abs(s - b * usual) > tolerance for s, b in zip(steps, beats, strict=True))
    gaps = sum(count > 1 for count in beats)
    is_variable = uneven > max(1, 0.02 * len(steps)) or gaps > 0.1 * len(steps)
    intervals = len(steps) if is_variable else sum(beats)
    measured = Fraction(intervals) / ((times[-1] - times[0]) * time_base)
    if is_variable:
        return _rounded(measured), True
    # What the file states, if it fits; else the common rate that fits best. Of a short clip the
    # times of the first and the last picture count, which may be off as those of others may.
    slack = min(_MOST_SLACK, Fraction(2) / (times[-1] - times[0]))
    candidates = [*stated, *sorted(_COMMON_RATES, key=lambda rate: abs(rate - measured))]
    tolerated = max(_RATE_TOLERANCE, slack)
    fitting = (rate for rate in candidates if abs(rate / measured - 1) < tolerated)
    return next(fitting, _rounded(measured)), False
