"""The rate that the times of a source stand for."""

from fractions import Fraction

import pytest

from engine.video.probing.rhythm import rhythm


def test_h264_in_avi_whose_first_picture_is_early():
    """Its times count fields, and the first one is a field too early."""
    times = [0, *range(3, 100, 2)]
    assert rhythm(times, Fraction(1, 50), [Fraction(50), Fraction(25)]) == (25, False)


@pytest.mark.parametrize("rate", [15, 24, 25, 30, Fraction(30000, 1001), 50])
def test_a_short_clip_in_milliseconds(rate):
    times = [round(1000 * number / rate) for number in range(12)]
    assert rhythm(times, Fraction(1, 1000), [])[0] == pytest.approx(rate, rel=0.0015)


def test_film_and_television_are_told_apart_in_a_long_clip():
    times = [round(1001 * number / 24) for number in range(2000)]
    assert rhythm(times, Fraction(1, 1000), [])[0] == Fraction(24000, 1001)


def test_pictures_hours_apart_have_a_rate():
    assert rhythm([0, 40, 46_800_000], Fraction(1, 1000), [])[0] == Fraction(1, 23_400)
