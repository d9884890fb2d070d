from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.video.timeline import FrameClock, exact_seconds, tick_range

NTSC = Fraction(1001, 30000)
MPEG = Fraction(1, 90000)


def test_seconds_mean_what_was_typed():
    assert exact_seconds(1.001) == Fraction(1001, 1000)


def test_without_range_everything_belongs_and_the_container_start_becomes_zero():
    span = tick_range(1.720267, None, None, MPEG)
    assert span.contains(-5) and span.contains(10**9)
    assert span.shift == 154824


def test_a_range_from_zero_keeps_the_frame_at_the_container_start():
    # 1.720267 s is 154824.03 ticks: the frame that starts there has tick 154824.
    span = tick_range(1.720267, 0.0, None, MPEG)
    assert span.contains(154824)
    assert not span.contains(154823)


def test_a_range_is_half_open():
    span = tick_range(0.0, 1.001, 2.002, NTSC)
    assert (span.first, span.stop, span.shift) == (30, 60, 30)
    assert span.contains(30) and span.contains(59)
    assert not span.contains(29) and not span.contains(60)
    assert span.is_past(60) and not span.is_past(59)


@given(
    zero=st.floats(0, 1000),
    start=st.floats(0, 1000),
    length=st.floats(0.1, 100),
    time_base=st.sampled_from([NTSC, MPEG, Fraction(1, 25), Fraction(1, 1000), Fraction(1, 600)]),
)
def test_nothing_in_a_range_gets_a_negative_time(zero, start, length, time_base):
    span = tick_range(zero, start, start + length, time_base)
    assert span.first is not None and span.stop is not None
    assert 0 <= span.first - span.shift <= 1
    assert span.stop >= span.first


def test_good_times_stay_as_they_are():
    clock = FrameClock(1)
    times = [3, 4, 7, 20]
    assert [clock.stamp(pts, pts) for pts in times] == times


def test_missing_times_come_from_the_decoder_or_the_rate():
    clock = FrameClock(40)
    assert [clock.stamp(None, 0), clock.stamp(None, 40), clock.stamp(None, None)] == [0, 40, 80]


def test_presentation_times_that_run_backwards_lose_to_decoding_times():
    # As in RealVideo files, where B-frames carry the time of the frame after them; ffprobe
    # reports 1, 83, 83, 164, 165, and no two frames may share a time.
    clock = FrameClock(66)
    frames = [(1, 1), (83, 82), (82, 83), (165, 164), (164, 165)]
    assert [clock.stamp(pts, dts) for pts, dts in frames] == [1, 83, 84, 164, 165]


@given(st.lists(st.tuples(st.none() | st.integers(0, 99), st.none() | st.integers(0, 99))))
def test_times_always_increase(frames):
    clock = FrameClock(3)
    times = [clock.stamp(pts, dts) for pts, dts in frames]
    assert times == sorted(set(times))


@pytest.mark.parametrize("nominal", [0, -4])
def test_a_rate_that_is_unknown_still_moves_time(nominal):
    clock = FrameClock(nominal)
    assert [clock.stamp(None, None) for _ in range(3)] == [0, 1, 2]


def test_a_clock_that_went_far_back_leaves_the_rhythm():
    clock = FrameClock(40)
    times = [0, 40, 80, 20_000, 120, 160, 200]
    assert [clock.stamp(time, time) for time in times] == [
        0,
        40,
        80,
        20_000,
        20_040,
        20_080,
        20_120,
    ]


def test_a_clock_that_went_a_little_back_is_caught_up_with():
    clock = FrameClock(40)
    times = [0, 40, 200, 80, 120, 160, 240]
    assert [clock.stamp(time, time) for time in times] == [0, 40, 200, 201, 202, 203, 240]
