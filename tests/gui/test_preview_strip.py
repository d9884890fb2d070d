"""The frames of a preview: which is shown, which of them are as was asked for last."""

from dataclasses import replace

import pytest

from app.window.compare.preview import PreviewState, PreviewStrip
from app.window.queue.clips import image_of
from engine.jobs.choices import Crop
from engine.jobs.options import Job, Options


@pytest.fixture
def strip(engine):
    return PreviewStrip(engine)


@pytest.fixture
def job(clips):
    options = Options(crop=Crop(0, 0, 64, 64), threshold=2.0)
    return Job(source=clips[0], output=clips[0], options=options)


@pytest.fixture
def ready(qtbot, strip, job, previews):
    previews.count = 6
    strip.request(job, frames_limit=6)
    qtbot.waitUntil(lambda: strip.state is PreviewState.READY)
    return strip


def look(job, **changes):
    return replace(job, options=replace(job.options, **changes))


def test_frames_are_shown_one_by_one_as_they_come(qtbot, strip, job, previews):
    shown = []
    strip.frame_shown.connect(lambda: shown.append(strip.number))
    previews.count, previews.waits, previews.frames_before_waiting = 6, True, 2
    strip.request(job, frames_limit=6)
    qtbot.waitUntil(lambda: strip.frame_count == 2)
    assert strip.number == 1
    previews.release()
    qtbot.waitUntil(lambda: strip.state is PreviewState.READY)
    assert strip.number == 0, "all were shown: back to the one looked at"
    assert shown[-1] == 0


def test_another_look_begins_with_the_frame_one_looks_at(*, qtbot, ready, job, previews):
    ready.set_index(4)
    old = ready.frame
    previews.waits, previews.frames_before_waiting = True, 1
    previews._released.clear()
    ready.request(look(job, threshold=4.0), frames_limit=6)
    assert previews.looked_at in ([0], [0, 4])
    assert ready.frame is old
    assert not ready.is_current, "an old frame does not pass for a new one"
    qtbot.waitUntil(lambda: ready.fresh_frames == 1)
    assert (ready.number, ready.is_current) == (4, True)
    assert ready.frame is not old
    assert ready.frame.before is old.before, "the original is the same image"
    ready.set_index(0)
    assert not ready.is_current
    previews.release()
    qtbot.waitUntil(lambda: ready.state is PreviewState.READY)
    assert ready.is_current
    assert previews.looked_at == [0, 4]


def test_another_moment_forgets_the_frames(qtbot, ready, job, previews):
    ready.set_index(4)
    ready.request(look(job, start_seconds=3.0), frames_limit=6, looked_at=2)
    assert ready.frame is None
    qtbot.waitUntil(lambda: ready.state is PreviewState.READY)
    assert previews.looked_at == [0, 2]
    assert ready.number == 2


def test_playing_goes_on_while_better_frames_come(qtbot, ready, job):
    ready.set_index(2)
    ready.play()
    ready.request(look(job, threshold=4.0), frames_limit=6)
    qtbot.waitUntil(lambda: ready.state is PreviewState.READY)
    assert ready.is_playing
    ready.pause()
    assert ready.is_current


def test_only_what_is_shown_becomes_an_image(qtbot, strip, job, previews, monkeypatch):
    """Hundred conversions in a row would hold the window up."""
    made = []

    def convert(picture):
        made.append(picture)
        return image_of(picture)

    monkeypatch.setattr("app.window.compare.preview.image_of", convert)
    shown = []
    strip.frame_shown.connect(lambda: shown.append(strip.frame and strip.frame.after))
    previews.count = 120
    strip.request(job, frames_limit=120)
    qtbot.waitUntil(lambda: strip.state is PreviewState.READY)
    assert strip.frame_count == 120
    assert len(made) < 40
    ready = len(made)
    strip.set_index(7)
    strip.set_index(8)
    strip.set_index(7)
    assert len(made) <= ready + 2, "each is made once"
