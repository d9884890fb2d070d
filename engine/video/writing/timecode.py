"""Time code: the labels that tape decks and cameras gave their pictures.

Source: SMPTE ST 12-1; drop-frame labels leave out numbers, so that they keep up with the clock.
"""

from __future__ import annotations

import re
from fractions import Fraction

_LABEL = re.compile(r"(\d\d):([0-5]\d):([0-5]\d)([:;.])(\d\d)")
_DROPPING_RATE = 30
MOST_RATE = 255
"""Pictures per second up to which libavformat takes a time code."""
_DROPPED_AT_30 = 2
_MINUTES_BETWEEN_WHOLE_ONES = 10
_DAY_SECONDS = 86_400


def moved(label: str, frames: int, *, rate: Fraction, new_rate: Fraction) -> str | None:
    """Return the label of a later picture, as a film of another rate would have it.

    Args:
        label: of a picture, such as "01:02:03:04", or "01:02:03;04" for drop-frame.
        frames: how many pictures later, at least 0.
        rate: of these pictures, per second.
        new_rate: of the film that gets the label.

    Returns:
        None where ``label`` is none of this rate, or either rate is above `MOST_RATE`.
    """
    found = _LABEL.fullmatch(label)
    steps, new_steps = round(rate), round(new_rate)
    if max(rate, new_rate) > MOST_RATE:
        return None
    if found is None or not steps or not new_steps or int(found[5]) >= steps:
        return None
    hours, minutes, seconds, number = (int(found[part]) for part in (1, 2, 3, 5))
    is_dropping = found[4] != ":" and steps % _DROPPING_RATE == 0
    count = ((hours * 60 + minutes) * 60 + seconds) * steps + number
    if is_dropping:
        minutes += hours * 60
        dropped = _DROPPED_AT_30 * (steps // _DROPPING_RATE)
        count -= dropped * (minutes - minutes // _MINUTES_BETWEEN_WHOLE_ONES)
        count = _numbered(count + frames, steps, dropped)
    else:
        count += frames
    clock, number = divmod(count, steps)
    minutes, seconds = divmod(clock % _DAY_SECONDS, 60)
    hours, minutes = divmod(minutes, 60)
    number = number * new_steps // steps
    sign = ";" if is_dropping and new_steps % _DROPPING_RATE == 0 else ":"
    return f"{hours:02}:{minutes:02}:{seconds:02}{sign}{number:02}"


def _numbered(count: int, steps: int, dropped: int) -> int:
    """Put the numbers back that drop-frame labels leave out in nine minutes of ten."""
    minute = 60 * steps - dropped
    turns, rest = divmod(count, _MINUTES_BETWEEN_WHOLE_ONES * minute + dropped)
    skipped = turns * (_MINUTES_BETWEEN_WHOLE_ONES - 1)
    if rest >= minute + dropped:  # the first minute of ten is whole
        skipped += (rest - dropped) // minute
    return count + dropped * skipped
