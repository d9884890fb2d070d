"""Less motion, where the system or the user wishes for it."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.window import preferences
from app.window.compare.preview import PreviewState
from app.window.desktop.motion import ask_for_motion


@pytest.fixture
def wish(monkeypatch):
    """What the system says when it is asked; empty: nothing."""
    wishes = []
    monkeypatch.setattr(
        preferences, "ask_for_motion", lambda tell, _parent: [tell(each) for each in wishes]
    )
    return wishes


def test_the_wish_of_the_system_is_followed_until_another_is_chosen(window, settings, wish):
    wish.append(True)
    window.preferences.follow_system()
    action = window.menus.less_motion
    assert action.isChecked()
    assert not window.strip.playback.repeats
    action.trigger()
    assert not action.isChecked()
    assert window.strip.playback.repeats
    assert settings.less_motion is False
    window.preferences.follow_system()
    assert not action.isChecked(), "what was chosen counts more"
    action.trigger()
    assert settings.less_motion is None, "as the system has it, also when that changes"


def test_less_motion_can_be_chosen_where_the_system_knows_no_such_wish(window, settings, wish):
    effect = Qt.UIEffect.UI_General
    was_enabled = QApplication.isEffectEnabled(effect)
    QApplication.setEffectEnabled(effect, True)
    window.preferences._has_effects = True
    window.preferences.follow_system()
    assert not window.menus.less_motion.isChecked()
    window.menus.less_motion.trigger()
    assert settings.less_motion is True
    assert not QApplication.isEffectEnabled(effect)
    window.menus.less_motion.trigger()
    assert QApplication.isEffectEnabled(effect)
    QApplication.setEffectEnabled(effect, was_enabled)


def test_without_the_part_of_qt_that_asks_the_desktop_nothing_is_told(monkeypatch, qapp):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setitem(sys.modules, "PySide6.QtDBus", None)
    told = []
    ask_for_motion(told.append, qapp)
    assert told == []


def test_the_picture_that_is_looked_at_stays_while_others_come_in(window, clips, qtbot, wish):
    window.adding.add_files(clips[:1])
    qtbot.waitUntil(lambda: all(bool(clip.plan) for clip in window.model))
    window.preferences.choose_less_motion(True)
    numbers = []
    window.strip.frame_shown.connect(lambda: numbers.append(window.strip.number))
    window.editing.request_preview()
    qtbot.waitUntil(lambda: window.strip.state is PreviewState.READY)
    assert window.strip.frame_count > 1
    assert set(numbers) == {window.strip.number}
