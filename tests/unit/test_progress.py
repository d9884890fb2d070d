"""The estimate while a render runs: what was expected at first, then what is measured."""

from __future__ import annotations

import pytest

from engine import stages
from engine.stages import Progress


@pytest.fixture
def clock(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(stages.time, "monotonic", lambda: now[0])
    return now


def left_after(clock, frames: int, seconds_per_frame: float, expected: float | None) -> float:
    events = []
    progress = Progress(1000, events.append, expected)
    progress.start_at(0, 0.0)
    for _ in range(frames):
        clock[0] += seconds_per_frame
        progress.count(1.0)
    return events[-1].seconds_left


def test_at_first_what_was_expected_counts(clock):
    assert left_after(clock, 1, 3.0, 1.0) == pytest.approx(999 * 1.02)


def test_the_frames_that_are_done_count_more_and_more(clock):
    estimates = [left_after(clock, n, 3.0, 1.0) / (1000 - n) for n in (1, 20, 60, 100, 300)]
    assert estimates == sorted(estimates)
    assert estimates[2] == pytest.approx(2.2)
    assert estimates[-2:] == pytest.approx([3.0, 3.0])


def test_without_expectation_the_first_frames_decide(clock):
    assert left_after(clock, 1, 3.0, None) is None
    assert left_after(clock, 20, 3.0, None) == pytest.approx(980 * 3.0)


def test_a_steady_rate_takes_many_frames(clock):
    for frames, expected in ((99, None), (250, 2.0)):
        progress = Progress(None, lambda _: None)
        progress.start_at(0, 0.0)
        for _ in range(frames):
            clock[0] += 2.0
            progress.count(1.0)
        assert progress.steady_seconds_per_frame == expected


def test_a_night_asleep_does_not_count_as_work(clock):
    """The clock of some systems goes on meanwhile, and that of all while a disk is waited for."""
    events = []
    progress = Progress(1000, events.append)
    progress.start_at(0, 0.0)
    for number in range(200):
        # The first frame of a window waits for all of it.
        clock[0] += 25.0 if number % 24 == 0 else 1.0
        if number == 150:
            clock[0] += 8 * 3600.0
        progress.count(1.0)
        if number >= 96:
            left = 999 - number
            assert events[-1].seconds_left == pytest.approx(2 * left, rel=0.3)
    assert progress.steady_seconds_per_frame == pytest.approx(2.0, rel=0.15)


def test_a_window_that_takes_longer_is_no_sleep(clock):
    """From a still picture to one that moves, for example: slower, but at work."""
    progress = Progress(None, lambda _: None)
    progress.start_at(0, 0.0)
    for number in range(101):
        clock[0] += (150.0 if number >= 48 else 25.0) if number % 24 == 0 else 1.0
        progress.count(1.0)
    assert progress.steady_seconds_per_frame == pytest.approx((96 + 25 + 3 * 150) / 100)
