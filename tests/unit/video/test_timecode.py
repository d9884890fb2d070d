"""Labels of pictures, against counting them one by one."""

from fractions import Fraction
from functools import cache

import pytest

from engine.video.writing.timecode import moved

NTSC = Fraction(30_000, 1001)


@cache
def drop_frame_labels(dropped):
    """The labels of 62 minutes by the rule itself: a minute starts later unless it is a tenth."""
    labels, steps = [], 15 * dropped
    for minute in range(62):
        for second in range(60):
            first = dropped if second == 0 and minute % 10 else 0
            start = f"{minute // 60:02}:{minute % 60:02}:{second:02};"
            labels += [f"{start}{number:02}" for number in range(first, steps)]
    return labels


@pytest.mark.parametrize(("rate", "dropped"), [(NTSC, 2), (2 * NTSC, 4)])
@pytest.mark.parametrize("start", [0, 1798, 1800, 17_980, 17_982, 107_890])
def test_drop_frame_labels_follow_each_other_as_the_rule_says(rate, dropped, start):
    labels = drop_frame_labels(dropped)
    for frames in (0, 1, 2, 29, 1797, 1798, 1800, 3595, 3596):
        found = moved(labels[start], frames, rate=rate, new_rate=rate)
        assert found == labels[start + frames]


@pytest.mark.parametrize(
    ("label", "frames", "rate", "new_rate", "expected"),
    [
        ("10:20:30:12", 0, 25, 25, "10:20:30:12"),
        ("10:20:30:12", 13, 25, 25, "10:20:31:00"),
        ("10:20:30:12", 0, 25, 50, "10:20:30:24"),
        ("23:59:59:24", 1, 25, 25, "00:00:00:00"),
        ("01:00:00;02", 0, NTSC, 2 * NTSC, "01:00:00;04"),
        ("01:00:00;10", 0, NTSC, NTSC * 4 / 5, "01:00:00:08"),
        ("01:00:00;10", 0, 25, 25, "01:00:00:10"),
        ("00:00:00:30", 0, 25, 25, None),
        ("yesterday", 0, 25, 25, None),
        ("00:00:00:00", 0, 0, 25, None),
    ],
)
def test_labels_of_other_rates(label, frames, rate, new_rate, expected):
    found = moved(label, frames, rate=Fraction(rate), new_rate=Fraction(new_rate))
    assert found == expected
