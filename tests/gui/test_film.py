"""Films in the comparison: the source is played, a finished clip is compared with its source."""

import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from app.window.compare.film import FilmClock
from app.window.compare.pair import Mode, difference_of
from app.window.compare.preview import PreviewState
from app.window.queue.clips import ClipState, image_of
from engine.background.player_thread import FrameQueue
from engine.jobs.choices import Crop, Part
from engine.jobs.errors import InputProblem, InputVideoError
from engine.jobs.events import FilmFrame
from tests.gui.fakes import picture


@pytest.fixture
def filled(window, clips, qtbot):
    window.adding.add_files(clips[:2])
    qtbot.waitUntil(lambda: all(clip.plan and clip.thumbnail for clip in window.model))
    return window


@pytest.fixture
def finished(filled, qtbot):
    """The window with its first clip restored, from the third second on."""
    filled.editing.edit(lambda options: replace(options, start_seconds=2.0))
    filled.commands.restore_selected()
    qtbot.waitUntil(lambda: filled.model.find(1).state is ClipState.DONE)
    return filled


def queue_of(*times):
    queue = FrameQueue(limit=99)
    for moment in times:
        frame = FilmFrame(moment, picture(), None)
        assert queue.put(frame, _Never())
    return queue


class _Never:
    def is_set(self):
        return False


def test_frames_of_a_film_are_due_by_the_clock():
    now = [50.0]
    clock, queue = FilmClock(lambda: now[0]), queue_of(2.0, 2.04, 2.08, 2.12)
    clock.start()
    assert clock.due(queue).at_seconds == 2.0
    assert clock.due(queue) is None
    now[0] += 0.05
    assert clock.due(queue).at_seconds == 2.04
    now[0] += 0.08
    assert clock.due(queue).at_seconds == 2.12
    assert clock.dropped == 1


def test_a_computer_that_is_too_slow_plays_slower():
    now = [0.0]
    clock = FilmClock(lambda: now[0])
    clock.start()
    for number in range(5):
        now[0] += 1.0
        assert clock.due(queue_of(number / 25)).at_seconds == number / 25
    assert clock.dropped == 0


def test_a_source_plays_before_there_is_a_preview(filled, qtbot, films):
    filled.panel.timeline.set_position(3.0)
    filled.panel.commands.play.trigger()
    assert filled.film.is_playing
    qtbot.waitUntil(lambda: filled.panel.timeline.moment_seconds > 3.1)
    pair, began = films.asked[-1]
    assert (pair.source.path, pair.finished, began) == (filled.model.find(1).path, None, 3.0)
    assert not filled.panel.comparison.is_comparing
    filled.panel.commands.play.trigger()
    assert not filled.film.is_playing
    assert filled.model.find(1).position_seconds > 3.1, "it stays where it was stopped"


def test_at_the_end_it_stops_and_begins_anew(filled, qtbot, films):
    filled.panel.timeline.set_position(9.9)
    filled.panel.commands.play.trigger()
    assert films_began(films) in (None, 0.0)
    qtbot.waitUntil(lambda: films_began(films) == 0.0)
    filled.panel.timeline.set_position(9.7)
    assert not filled.film.is_playing, "another moment stops it"
    filled.panel.commands.play.trigger()
    qtbot.waitUntil(lambda: not filled.film.is_playing)
    assert filled.panel.timeline.position_seconds == pytest.approx(9.96)


def test_a_preview_begins_where_the_film_has_come_to(filled, qtbot, previews):
    filled.panel.timeline.set_position(3.0)
    filled.panel.commands.play.trigger()
    qtbot.waitUntil(lambda: filled.panel.timeline.moment_seconds > 3.2)
    filled.panel.commands.preview.trigger()
    assert not filled.film.is_playing
    qtbot.waitUntil(lambda: filled.strip.state is PreviewState.READY)
    assert previews.made[0].options.start_seconds > 3.2


def films_began(films):
    return films.asked[-1][1] if films.asked else None


def test_a_finished_clip_lies_beside_its_source(finished, qtbot, films):
    view, clip = finished.panel.comparison, finished.model.find(1)
    qtbot.waitUntil(lambda: view.is_comparing)
    pair, _ = films.asked[-1]
    assert (pair.finished, pair.parts) == (clip.output, (Part(2.0, math.inf),))
    assert view.is_region_whole
    qtbot.waitUntil(lambda: view.message == "")
    assert view.is_second_there
    finished.panel.timeline.set_position(4.0)
    qtbot.waitUntil(lambda: films.asked[-1][1] == 4.0)
    finished.panel.commands.play.trigger()
    qtbot.waitUntil(lambda: finished.panel.timeline.moment_seconds > 4.1)
    # What is chosen now does not change where that file begins.
    finished.editing.edit(lambda options: replace(options, start_seconds=None))
    assert films.asked[-1][0].parts == (Part(2.0, math.inf),)


def test_joined_parts_lie_beside_their_source_and_play_one_after_the_other(filled, qtbot, films):
    parts = (Part(6.0, 6.2), Part(1.0, 1.2))
    filled.editing.edit(lambda options: replace(options, parts=parts))
    filled.commands.restore_selected()
    panel, moments = filled.panel, []
    qtbot.waitUntil(lambda: panel.comparison.is_comparing)
    assert films.asked[-1][0].parts == parts
    panel.timeline.set_position(6.1)
    filled.film.shown.connect(lambda frame: moments.append(frame.at_seconds))
    with qtbot.waitSignal(filled.film.ended):
        panel.commands.play.trigger()
    assert moments[0] == pytest.approx(6.08, abs=0.05)
    assert moments[-1] == pytest.approx(1.16)
    assert not any(1.2 < moment < 6.0 for moment in moments)


def test_overlapping_parts_come_to_an_end(filled, qtbot):
    filled.editing.edit(lambda options: replace(options, parts=(Part(1.0, 1.3), Part(1.1, 1.4))))
    filled.commands.restore_selected()
    qtbot.waitUntil(lambda: filled.panel.comparison.is_comparing)
    filled.panel.timeline.set_position(1.2)
    with qtbot.waitSignal(filled.film.ended):
        filled.panel.commands.play.trigger()
    assert filled.panel.timeline.position_seconds == pytest.approx(1.36)


def test_the_source_alone_can_be_shown_and_previewed_all_the_same(finished, qtbot):
    panel, view = finished.panel, finished.panel.comparison
    qtbot.waitUntil(lambda: view.is_comparing)
    panel.commands.compare_file.trigger()
    assert not view.is_comparing
    panel.commands.compare_file.trigger()
    assert view.is_comparing
    panel.commands.preview.trigger()
    qtbot.waitUntil(lambda: finished.strip.state is PreviewState.READY)
    assert view.is_comparing
    assert view.region == QRectF(80, 60, 160, 120)
    panel.timeline.set_position(1.0)
    assert view.is_region_whole, "the preview was put away"
    finished.clip_list.select(finished.model.index(1, 0))
    assert not view.is_comparing
    assert not panel.commands.compare_file.isEnabled()


def test_a_file_of_a_part_of_the_picture_lies_in_its_place(filled, qtbot):
    crop = Crop(40, 20, 160, 120)
    filled.editing.edit(lambda options: replace(options, crop=crop))
    filled.commands.restore_selected()
    qtbot.waitUntil(lambda: filled.panel.comparison.is_comparing)
    assert filled.panel.comparison.region == QRectF(40, 20, 160, 120)


def test_a_finished_file_that_cannot_be_read_leaves_the_source(finished, qtbot, films):
    films.error = InputVideoError(finished.model.find(1).output, InputProblem.NOT_FOUND)
    finished.panel.timeline.set_position(4.0)
    qtbot.waitUntil(lambda: not finished.panel.comparison.is_comparing)
    assert "restored.mp4" in finished.panel.comparison.message


def test_the_difference_is_what_two_pictures_do_not_share(qapp):
    dark, light = image_of(picture(level=100)), image_of(picture(level=110))
    assert difference_of(dark, light).pixelColor(3, 3).getRgb()[:3] == (80, 80, 80)
    assert difference_of(dark, dark).pixelColor(3, 3).getRgb()[:3] == (0, 0, 0)


def test_the_difference_is_a_way_to_compare(finished, qtbot, settings):
    view = finished.panel.comparison
    qtbot.waitUntil(lambda: view.is_comparing)
    finished.panel.commands.difference.trigger()
    assert view.mode is Mode.DIFFERENCE
    assert not settings.is_split
    view.grab()
    finished.panel.commands.split.trigger()
    assert settings.is_split
