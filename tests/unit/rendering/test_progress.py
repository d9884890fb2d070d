"""The estimate while a render runs: what was expected at first, then what is measured."""

from __future__ import annotations

import pytest

from engine.rendering import progress as module
from engine.rendering.progress import Progress
from engine.restoring.restorer import RestoredFrame


@pytest.fixture
def clock(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(module.time, "monotonic", lambda: now[0])
    return now


DONE = RestoredFrame(None, None, passes=1.2, cleanings=2)


def left_after(clock, frames: int, seconds_per_frame: float, expected: float | None) -> float:
    events = []
    progress = Progress(1000, events.append, expected)
    progress.start_at(0, 0.0)
    for _ in range(frames):
        clock[0] += seconds_per_frame
        progress.count(DONE)
    return events[-1].seconds_left


def test_at_first_what_was_expected_counts(clock):
    assert left_after(clock, 2, 3.0, 1.0) == pytest.approx(998 * (3 + 95) / 96)


def test_the_frames_that_are_done_count_more_and_more(clock):
    estimates = [left_after(clock, n, 3.0, 1.0) / (1000 - n) for n in (2, 20, 49, 97, 300)]
    assert estimates == sorted(estimates)
    assert estimates[2] == pytest.approx(2.0)
    assert estimates[-2:] == pytest.approx([3.0, 3.0])


def test_without_expectation_the_first_frames_decide(clock):
    assert left_after(clock, 1, 3.0, None) is None
    assert left_after(clock, 20, 3.0, None) == pytest.approx(980 * 3.0)


def test_a_steady_rate_takes_many_frames(clock):
    for frames, expected in ((96, None), (250, 2.0)):
        progress = Progress(None, lambda _: None)
        progress.start_at(0, 0.0)
        for _ in range(frames):
            clock[0] += 2.0
            progress.count(DONE)
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
        progress.count(DONE)
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
        progress.count(DONE)
    assert progress.steady_seconds_per_frame == pytest.approx((92 + 25 + 3 * 150) / 96)


def test_what_is_cleaned_is_counted_in_this_run():
    progress = Progress(None, lambda _: None)
    progress.start_at(100, 300.0)
    progress.count(DONE)
    assert progress.mean_cleanings == 2
    assert progress.mean_passes == pytest.approx(301.2 / 101)


@pytest.mark.parametrize("expected", [None, 2.0])
def test_frames_that_come_in_bursts_do_not_mislead(clock, expected):
    """Two seconds a frame: 1.2 before its window comes out, at once for all, and .8 for itself."""
    window, ahead, total = 24, 9, 1000
    events = []
    progress = Progress(total, events.append, expected, window_frames=window)
    progress.start_at(0, 0.0)
    clock[0] += ahead * 1.2
    for number in range(400):
        if number % window == 0:
            clock[0] += window * 1.2
        clock[0] += 0.8
        progress.count(DONE)
    for event in events[window if expected is None else 0 :]:
        assert event.seconds_left == pytest.approx(2.0 * (total - event.frames_done), rel=0.001)
    assert progress.steady_seconds_per_frame == pytest.approx(2.0)


def test_room_made_for_a_preview_does_not_count_as_work(clock):
    progress = Progress(None, lambda _: None)
    progress.start_at(0, 0.0)
    for number in range(300):
        clock[0] += 2.0
        progress.count(DONE)
        if number % 7 == 0:
            clock[0] += 20.0
            progress.leave_out(20.0)
    assert progress.steady_seconds_per_frame == 2.0
