"""The same moment in several looks: which are offered, what each takes, and choosing one."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.window.compare.looks import model_looks, slider_looks
from app.window.compare.preview import PreviewState
from app.window.queue.clips import ClipState
from engine.estimating.model_costs import ModelState
from engine.jobs.errors import InputProblem, InputVideoError
from engine.jobs.options import DEFAULT_MODEL, Options
from engine.networks import catalogue


@pytest.fixture
def filled(window, clips, qtbot):
    window.adding.add_files(clips[:2])
    qtbot.waitUntil(lambda: all(clip.plan and clip.thumbnail for clip in window.model))
    return window


@pytest.fixture
def opened(filled, qtbot):
    """The window with several looks of its first clip."""
    filled.panel.timeline.set_position(2.0)
    filled.panel.commands.variants.trigger()
    qtbot.waitUntil(filled.panel.variants_view.tiles[2].isEnabled)
    return filled


def test_the_slider_gives_a_smooth_a_usual_and_a_detailed_look():
    looks = slider_looks(Options(strength=0.7), ())
    thresholds = [look.options.threshold for look in looks]
    assert thresholds[0] < catalogue.find(DEFAULT_MODEL).default_threshold < thresholds[2]
    assert [look.is_chosen for look in looks] == [False, True, False, False]
    assert [look.options.strength for look in looks] == [0.7, 0.7, 0.7, 0.35]


def test_what_is_chosen_now_is_always_among_them():
    looks = slider_looks(Options(threshold=1.234), ())
    assert len(looks) == 4
    assert looks[0].is_chosen
    assert looks[0].options.threshold == 1.234


def test_a_model_without_a_slider_is_offered_in_several_strengths():
    [plain, *_] = (m for m in catalogue.load_catalogue() if not m.has_threshold)
    looks = slider_looks(Options(model=plain.name), ())
    assert [look.options.strength for look in looks] == [1.0, 0.5, 0.0]


def test_a_model_that_is_mixed_is_offered_with_and_without_noise():
    [mixed, *_] = (m for m in catalogue.load_catalogue() if m.mixes_with)
    looks = slider_looks(Options(model=mixed.name), [catalogue.find(mixed.mixes_with)])
    assert [look.options.denoise for look in looks] == [None, 0.5, 0.0]
    without = slider_looks(Options(model=mixed.name), ())
    assert {look.options.denoise for look in without} == {None}


def test_other_models_are_looks_with_a_threshold_of_their_own():
    options = Options(threshold=1.5)
    looks = model_looks(options, catalogue.load_catalogue())
    assert len(looks) == 4
    assert looks[0].options == options
    assert looks[0].is_chosen
    assert DEFAULT_MODEL not in [look.options.model for look in looks[1:]]
    assert {look.options.threshold for look in looks[1:]} == {None}


def test_each_look_says_what_the_whole_film_takes(opened, qtbot):
    tiles = opened.panel.variants_view.tiles
    qtbot.waitUntil(lambda: "The whole film" in tiles[0].accessibleDescription(), timeout=2000)
    assert [tile.isVisible() for tile in tiles] == [True] * 4
    assert "chosen now" in tiles[1].accessibleDescription()
    assert tiles[0].accessibleName() == "Smoother"
    opened.panel.variants_view.grab()


def test_a_click_chooses_a_look_and_previews_it(opened, qtbot, previews):
    wanted = opened.comparing.variants._looks[2].options
    qtbot.mouseClick(opened.panel.variants_view.tiles[2], Qt.MouseButton.LeftButton)
    clip = opened.model.find(1)
    assert clip.options == wanted
    assert not opened.panel.variants_view.isVisible()
    qtbot.waitUntil(lambda: opened.strip.state is PreviewState.READY)
    assert previews.restored[-1][1] == wanted.threshold
    assert len(previews.made) == 1, "its frames were decoded once"
    opened.menus.undo.trigger()
    assert clip.options.threshold is None


def test_models_are_compared_where_several_are_installed(opened, qtbot, intake, previews):
    view = opened.panel.variants_view
    assert not view._models_button.isVisible()
    entries = catalogue.load_catalogue()[:3]
    intake.models_listed.emit(tuple(ModelState(entry, True, 0, None, False) for entry in entries))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    opened.panel.commands.variants.trigger()
    qtbot.mouseClick(view._models_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(view.tiles[2].isEnabled)
    assert [look.options.model for look in opened.comparing.variants._looks] == [
        entry.name for entry in entries
    ]


def test_escape_goes_back_and_changes_nothing(opened, qtbot):
    before = opened.model.find(1).options
    qtbot.keyClick(opened.panel.variants_view, Qt.Key.Key_Escape)
    assert opened.panel.comparison.isVisible()
    assert opened.model.find(1).options == before


def test_a_preview_that_was_being_made_goes_on_afterwards(*, filled, qtbot, previews):
    previews.waits = True
    filled.editing.request_preview()
    assert previews.has_begun.wait(2)
    filled.panel.commands.variants.trigger()
    previews.release()
    qtbot.keyClick(filled.panel.variants_view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: filled.strip.state is PreviewState.READY)


def test_another_clip_ends_it(opened):
    opened.clip_list.select(opened.model.index(1, 0))
    assert opened.panel.comparison.isVisible()
    assert not opened.comparing.variants.is_open


def test_a_moment_that_cannot_be_restored_is_said(filled, qtbot, previews, monkeypatch):
    error = InputVideoError(filled.model.find(1).path, InputProblem.READ_FAILED)

    def fail(*_args):
        raise error

    monkeypatch.setattr("tests.gui.fakes._FakePreview.glance", fail)
    filled.panel.commands.variants.trigger()
    qtbot.waitUntil(filled.foot.notice.isVisible)
    assert filled.panel.comparison.isVisible()


def test_the_tiles_are_reached_and_pressed_by_keys(opened, qtbot):
    tile = opened.panel.variants_view.tiles[0]
    opened.activateWindow()
    tile.setFocus()
    qtbot.waitUntil(tile.hasFocus)
    qtbot.keyClick(tile, Qt.Key.Key_Space)
    smoother = replace(Options(), threshold=opened.model.find(1).options.threshold)
    assert smoother.threshold is not None


def test_a_look_that_cannot_be_given_now_is_not_taken_silently(opened, qtbot, restore):
    restore.waits = True
    clip = opened.model.find(1)
    opened.queue.restore([clip])
    qtbot.waitUntil(lambda: clip.state is ClipState.RUNNING)
    opened.comparing.variants.on_chosen(2)
    assert clip.options == Options()
    assert "is being restored" in opened.foot.notice.text()
