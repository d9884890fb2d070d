"""The keyboard: keys that a widget needs for itself, and those of the whole window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.window.compare.preview import PreviewState
from app.window.keys import KeyFilter
from app.window.queue.clips import ClipState


@pytest.fixture
def previewed(window, clips, qtbot):
    window.adding.add_files(clips[:2])
    qtbot.waitUntil(lambda: all(clip.plan and clip.thumbnail for clip in window.model))
    window.editing.request_preview()
    qtbot.waitUntil(lambda: window.strip.state is PreviewState.READY)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def press(qtbot, widget, key):
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    qtbot.keyClick(widget, key)


def test_space_presses_the_button_in_focus(previewed, qtbot):
    button = previewed.panel.toolbar.split_button
    assert not button.isChecked()
    press(qtbot, button, Qt.Key.Key_Space)
    assert button.isChecked()
    assert not previewed.strip.is_playing


@pytest.mark.parametrize("part", ["clip_list", "panel.timeline", "panel.comparison"])
def test_space_plays_from_anywhere_else(previewed, qtbot, part):
    widget = previewed
    for name in part.split("."):
        widget = getattr(widget, name)
    press(qtbot, widget, Qt.Key.Key_Space)
    assert previewed.strip.is_playing


def test_delete_removes_clips_in_their_list_only(previewed, qtbot):
    press(qtbot, previewed.panel.timeline, Qt.Key.Key_Delete)
    press(qtbot, previewed.panel.toolbar.split_button, Qt.Key.Key_Delete)
    assert len(previewed.model) == 2
    press(qtbot, previewed.clip_list, Qt.Key.Key_Delete)
    assert len(previewed.model) == 1


def test_what_the_menus_offer_is_what_the_window_does(previewed, qtbot):
    previewed.panel.commands.end_here.trigger()
    previewed.panel.commands.split.trigger()
    assert previewed.panel.toolbar.split_button.isChecked()
    previewed.menus.toggle_queue.trigger()
    qtbot.waitUntil(lambda: not previewed.queue.is_running)
    qtbot.waitUntil(lambda: "Restore a&gain" in previewed.menus.restore_selected.text())
    assert previewed.menus.restore_selected.isEnabled()
    assert not previewed.menus.look_again.isEnabled()


def test_the_tab_key_goes_through_the_window_as_it_is_laid_out(previewed):
    stops, widget = [], previewed.clip_list
    while widget is not None and widget not in stops:
        stops.append(widget)
        widget = widget.nextInFocusChain()
    panel, options = previewed.panel, previewed.options_panel
    (chip, *_) = options.source.findings.findChildren(QToolButton)
    wanted = [
        previewed.clip_list,
        previewed.side.start_button,
        panel.comparison,
        panel.timeline,
        options.presets.box,
        options.findChild(QSlider, "threshold"),
        chip,
        options.source_fold.heading,
        options.findChild(QComboBox, "deinterlace"),
        options.findChild(QComboBox, "size"),
        options.file_fold.heading,
        options.findChild(QComboBox, "codec"),
    ]
    places = [stops.index(widget) for widget in wanted]
    assert places == sorted(places)


def test_screen_readers_hear_the_sentences_and_not_only_their_titles(previewed):
    for label in (previewed.foot.sentence, previewed.side.outlook):
        label.setText("Takes about 2 h on this computer.")
        heard = QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
        assert heard == "Takes about 2 h on this computer."


def test_a_clip_is_restored_by_the_keyboard_alone(window, qtbot, clips, monkeypatch):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    names = [str(path) for path in clips[:2]]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_O, control)
    qtbot.waitUntil(lambda: len(window.model) == 2 and all(c.plan for c in window.model))
    assert window.clip_list.hasFocus(), "the arrow keys choose a clip"
    qtbot.keyClick(window.clip_list, Qt.Key.Key_Down)
    assert window.selection.shown.path == clips[1]
    qtbot.keyClick(window.clip_list, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: window.strip.state is PreviewState.READY)
    qtbot.keyClick(window.clip_list, Qt.Key.Key_Return, control | shift)
    qtbot.waitUntil(lambda: [c.state for c in window.model] == [ClipState.READY, ClipState.DONE])


def test_only_events_of_the_window_and_of_the_widget_in_focus_are_looked_at(qtbot):
    """All others would go through Python, each of them waiting for other threads."""
    seen, held = set(), []

    class Noting(KeyFilter):
        def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
            seen.add(watched)
            return super().eventFilter(watched, event)

    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first, second, label = QToolButton(window), QToolButton(window), QLabel("text", window)
    for widget in (first, second, label):
        column.addWidget(widget)
    keys = Noting(window)
    keys.original_held.connect(held.append)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for widget in (first, second):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(widget.hasFocus)
        seen.clear()
        label.setText("another")
        window.resize(window.width() + 9, window.height())
        qtbot.wait(20)
        qtbot.keyClick(widget, Qt.Key.Key_O)
        assert widget in seen
        assert seen <= {window, widget}
    assert held == [True, False] * 2
    keys.remove()
    seen.clear()
    qtbot.keyClick(second, Qt.Key.Key_O)
    assert not seen
