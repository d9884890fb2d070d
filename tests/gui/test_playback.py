"""A loop of frames is played by the clock: what the window is too late for is left out."""

import pytest

from app.window.compare.playback import Loop, Playback

TIMES = [10.0, 10.04, 10.08, 10.12]


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def playback(qapp, clock):
    made = Playback(qapp, clock)
    made.shown = []
    made.due.connect(made.shown.append)
    yield made
    made.stop()


def play(playback, clock, seconds, step):
    for _ in range(round(seconds / step)):
        clock.now += step
        playback.advance()


def test_every_frame_is_shown_at_its_own_time(playback, clock):
    playback.start(TIMES, 0)
    play(playback, clock, 0.48, 0.04)
    assert playback.shown == [1, 2, 3, 0] * 3
    assert playback.dropped == 0


def test_a_tick_that_comes_often_changes_nothing(playback, clock):
    playback.start(TIMES, 0)
    play(playback, clock, 0.48, 0.01)
    assert playback.shown == [1, 2, 3, 0] * 3
    assert playback.dropped == 0


def test_frames_are_left_out_and_counted_where_the_window_is_late(playback, clock):
    playback.start(TIMES, 0)
    play(playback, clock, 0.32, 0.08)
    assert playback.shown == [2, 0, 2, 0]
    assert playback.dropped == 4


def test_uneven_frames_keep_their_times():
    loop = Loop([0.0, 0.5, 0.6])
    assert [loop.index_at(s) for s in (0.0, 0.49, 0.5, 0.59, 0.6, 1.0, 1.1)] == [
        0,
        0,
        1,
        1,
        2,
        2,
        0,
    ]
    assert loop.seconds_to_next(0.55) == pytest.approx(0.05, abs=1e-5)
    assert loop.seconds_to_next(0.7) == pytest.approx(0.4, abs=1e-5)


def test_it_goes_on_where_the_frame_is_among_more_frames(playback, clock):
    playback.start(TIMES[2:], 1)
    playback.replace(TIMES, 3)
    clock.now += 0.04
    playback.advance()
    assert playback.shown == [0]
    assert playback.dropped == 0


def test_one_frame_is_a_loop_too():
    loop = Loop([3.0])
    assert (loop.index_at(0.0), loop.index_at(9.0)) == (0, 0)


def test_where_less_motion_is_wished_for_it_plays_once(playback, clock):
    ended = []
    playback.ended.connect(lambda: ended.append(1))
    playback.repeats = False
    playback.start(TIMES, 0)
    play(playback, clock, 0.12, 0.04)
    assert (playback.shown, ended) == ([1, 2, 3], [])
    play(playback, clock, 0.04, 0.04)
    assert (playback.shown, ended) == ([1, 2, 3], [1])
