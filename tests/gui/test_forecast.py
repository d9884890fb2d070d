"""What a render will have to do, told from what is known about its clip."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from app.text import wording
from app.window import forecast
from app.window.queue.clips import Clip, ClipState
from engine.background.intake_thread import OutputPlan
from engine.estimating import speeds
from engine.estimating.speeds import Speeds, Trial
from engine.jobs.choices import Crop, Deinterlace
from engine.jobs.options import Options
from engine.rendering.output import frames_per_picture
from engine.video.facts import Scan
from tests.gui.fakes import FakeMeasure, source_info


def clip(**options):
    made = Clip(1, Path("clip.avi"), Options(**options))
    made.info = source_info("clip.avi")
    made.plan = plan_of(made)
    return made


def plan_of(made):
    sizes = dict.fromkeys([made.options.size], (1280, 960))
    factor = float(frames_per_picture(made.info, made.options))
    return OutputPlan(Path("clip restored.mp4"), sizes, frames_per_picture=factor)


@pytest.mark.parametrize(
    ("options", "frames"),
    [
        ({}, 250),
        ({"start_seconds": 2.0}, 200),
        ({"start_seconds": 2.0, "end_seconds": 4.0}, 50),
        ({"deinterlace": Deinterlace.FIELD}, 500),
    ],
)
def test_frames_are_those_of_the_range(options, frames):
    assert forecast.frames_of(clip(**options)) == pytest.approx(frames)


def test_frames_of_film_on_video_are_those_that_are_written():
    film = clip()
    film.info = replace(film.info, scan=Scan.TELECINED, frame_count=3000, duration_seconds=120.0)
    film.plan = plan_of(film)
    assert forecast.frames_of(film) == pytest.approx(2400)
    film.options = replace(film.options, deinterlace=Deinterlace.OFF)
    film.plan = plan_of(film)
    assert forecast.frames_of(film) == pytest.approx(3000)


def test_pixels_are_those_of_the_crop():
    assert forecast.work_of(clip()).pixels == 320 * 240
    assert forecast.work_of(clip(crop=Crop(0, 0, 100, 50))).pixels == 100 * 50
    assert forecast.work_of(clip()).written_pixels == 1280 * 960


def test_nothing_is_promised_for_what_is_not_known():
    endless = clip()
    endless.info = replace(endless.info, duration_seconds=None, frame_count=None)
    assert forecast.work_of(endless) is None
    assert forecast.frames_of(endless) == 0
    assert forecast.work_of(clip(strength=0.0)) is None


class Asked:
    """An engine that only notes what is wanted of it."""

    def __init__(self):
        self.measurements, self.trials = [], []

    def request_measurement(self, work):
        self.measurements.append(work)

    def request_trial(self, clip_id, job):
        self.trials.append((clip_id, job.source))


@pytest.fixture
def known():
    """A forecast for a computer that takes a tenth of a second for 320x240."""
    measure = FakeMeasure()
    measure(forecast.work_of(clip()), None)
    made = forecast.Forecast(Asked())
    made.speeds = speeds.remembered()
    return made


def test_the_queue_takes_as_long_as_its_clips(known):
    waiting, paused, running = clip(), clip(), clip()
    waiting.state = ClipState.WAITING
    paused.state, paused.done_share, paused.begun_with = ClipState.PAUSED, 0.4, paused.options
    running.state, running.seconds_left = ClipState.RUNNING, 7.0
    left = [known.seconds_left_of(each) for each in (waiting, paused, running)]
    assert left == pytest.approx([25, 15, 7], rel=0.01)
    paused.options = replace(paused.options, grain=0.5)
    assert known.seconds_left_of(paused) == pytest.approx(25, rel=0.01), "it begins anew"
    endless = clip()
    endless.info = replace(endless.info, duration_seconds=None, frame_count=None)
    assert known.seconds_left_of(endless) is None


def test_what_was_done_once_is_done_again_as_a_whole(known):
    again = clip()
    again.state, again.done_share = ClipState.READY, 1.0
    assert known.seconds_left_of(again) == pytest.approx(25, rel=0.01)


def test_a_trial_replaces_what_is_typical(known):
    tried = clip()
    tried.trial = Trial(cleanings=3.0, encoding=2.0)
    # 0.123 s for the network, 0.02 s to encode.
    assert known.seconds_of(tried) == pytest.approx(35.7, rel=0.01)
    tried.cleanings = 1.4  # its preview told
    assert known.seconds_of(tried) == pytest.approx(27.5, rel=0.01)


def test_what_is_not_known_is_asked_for_once():
    engine = Asked()
    unknown = forecast.Forecast(engine)
    assert unknown.seconds_of(clip()) is None
    assert engine.measurements == []  # what was measured is not read yet
    unknown.speeds = Speeds()
    for _ in range(2):
        assert unknown.seconds_of(clip()) is None
        unknown.try_out(clip())
    assert len(engine.measurements) == 1
    assert engine.trials == [(1, Path("clip.avi"))]


@pytest.mark.parametrize(
    ("count", "seconds", "is_running", "text"),
    [
        (3, 7800, False, "3 videos · about 2 h 10 min"),
        (1, 7800, False, ""),
        (3, None, True, ""),
        (0, 0.0, True, ""),
        (2, 300, True, "About 5 min left for all"),
        (1, 300, True, ""),
        (1, 7800, True, "About 2 h 10 min left, until 01:10"),
        (2, 50 * 3600, True, "About 2 days left, until Tue 01:00"),
    ],
)
def test_when_all_will_be_done(count, seconds, is_running, text, request):
    request.addfinalizer(partial(QLocale.setDefault, QLocale()))
    QLocale.setDefault(QLocale.c())
    now = QDateTime(QDate(2026, 11, 21), QTime(23, 0))
    said = wording.outlook(count, seconds, is_running=is_running, now=now)
    assert said == text


def test_what_was_measured_on_a_busy_computer_is_measured_again_later(known):
    engine, now = Asked(), [0.0]
    busy = forecast.Forecast(engine, clock=lambda: now[0])
    disturbed = [replace(speed, is_disturbed=True) for speed in known.speeds.networks]
    busy.speeds = replace(known.speeds, networks=disturbed)
    assert busy.seconds_of(clip()) is not None, "better than nothing"
    busy.seconds_of(clip())
    assert len(engine.measurements) == 1
    now[0] = forecast.AGAIN_SECONDS + 1
    busy.seconds_of(clip())
    assert len(engine.measurements) == 2
    busy.speeds = known.speeds
    now[0] *= 3
    busy.seconds_of(clip())
    assert len(engine.measurements) == 2


def test_the_verdict_says_what_to_make_of_it():
    assert "busy" in wording.verdict(80 * 24 * 3600, is_disturbed=True)
    assert "graphics card" in wording.verdict(80 * 24 * 3600)
    assert "graphics card" not in wording.verdict(3600)
