"""Every control says what it is, shows that it has the focus, and can be read."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QWidget,
)

from app.window import sentences, theme
from app.window.compare.preview import PreviewState
from app.window.help_pages import ShortcutsDialog
from app.window.options.controls import Choice
from app.window.overnight import USUAL_HOURS, HoursDialog
from app.window.queue.history_dialog import HistoryDialog
from app.window.tour import PAGES, Tour

LEAST_CONTRAST = 4.5
LEAST_HEIGHT = 10
"""Pixels, once a control is laid out."""
GENERIC = {QAccessible.Role.NoRole, QAccessible.Role.Pane, QAccessible.Role.Client}


@pytest.fixture
def empty(window, qtbot):
    return window


@pytest.fixture
def previewed(window, clips, qtbot):
    """The window with two clips and a preview, all folds open."""
    window.adding.add_files(clips[:2])
    qtbot.waitUntil(lambda: all(bool(clip.plan and clip.thumbnail) for clip in window.model))
    window.panel.commands.preview.trigger()
    qtbot.waitUntil(lambda: window.strip.state is PreviewState.READY)
    for fold in (window.options_panel.file_fold, window.options_panel.source_fold):
        fold.set_open(True)
    qtbot.waitUntil(lambda: all(widget.height() > LEAST_HEIGHT for widget in controls(window)))
    return window


@pytest.fixture
def tour(window, qtbot):
    return opened(Tour(window), qtbot)


@pytest.fixture
def keys(window, qtbot):
    return opened(ShortcutsDialog(window.menuBar(), window), qtbot)


@pytest.fixture
def hours(window, qtbot):
    return opened(HoursDialog(USUAL_HOURS, window), qtbot)


@pytest.fixture
def history(window, qtbot):
    return opened(HistoryDialog(window.history, window), qtbot)


PLACES = ("empty", "previewed", "tour", "keys", "hours", "history")


def opened(dialog, qtbot):
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def controls(place):
    """Everything that is reached by the tabulator key."""
    return [
        widget
        for widget in place.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.window() is place.window()
        and widget.focusProxy() is None
    ]


def told(widget):
    """Return the name and the role that a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip(), interface.role()


@pytest.mark.parametrize("name", PLACES)
def test_every_control_has_a_name_and_a_role(name, request):
    place = request.getfixturevalue(name)
    found = controls(place)
    assert found
    for widget in found:
        title, role = told(widget)
        assert title, f"{widget} has no name"
        assert role not in GENERIC, f"{title} ({widget}) has no role"
        if role is QAccessible.Role.Graphic:
            assert widget.accessibleDescription(), f"{title} ({widget}) does not say what it shows"


@pytest.mark.parametrize("name", ["empty", "previewed", "tour"])
def test_the_focus_can_be_seen(name, request, qtbot):
    place = request.getfixturevalue(name)
    place.window().activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is place.window())
    unseen = []
    for widget in controls(place):
        shown = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        widget.clearFocus()
        before = shown.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        # Set by Qt with a key; without it some controls show no focus to people with a mouse.
        place.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if shown.grab().toImage() == before:
            unseen.append(f"{type(widget).__name__} {widget.objectName()} {told(widget)[0]}")
    assert not unseen, "\n".join(unseen)


def luminance(colour):
    """Source: WCAG 2.1, relative luminance."""
    channels = []
    for value in (colour.redF(), colour.greenF(), colour.blueF()):
        channels.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(one, other):
    low, high = sorted(luminance(QColor(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tones", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_texts_stand_out_from_every_ground(tones):
    texts = (tones.text, tones.muted, tones.accent, tones.danger, tones.good)
    grounds = (tones.window, tones.base, tones.raised)
    pairs = [*itertools.product(texts, grounds), (tones.on_accent, tones.accent)]
    pairs += [(text, tones.selection) for text in (tones.text, tones.muted)]
    weak = {pair: contrast(*pair) for pair in pairs if contrast(*pair) < LEAST_CONTRAST}
    assert weak == {}


def test_the_tour_can_be_walked_and_left_by_keys(tour, qtbot):
    seen = []
    for _ in PAGES:
        seen.append(tour.title.text())
        tour.picture.grab()
        qtbot.keyClick(tour, Qt.Key.Key_Return)
    assert len(set(seen)) == len(PAGES)
    assert not tour.isVisible()
    tour.show_page(2)
    tour.show()
    qtbot.keyClick(tour, Qt.Key.Key_Escape)
    assert not tour.isVisible()


def test_it_is_read_out_that_a_clip_begins_and_ends(window, clips, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(sentences, "announce", lambda _widget, text: told.append(text))
    window.adding.add_files(clips[:2])
    qtbot.waitUntil(lambda: all(bool(clip.plan) for clip in window.model))
    window.clip_list.select(window.model.index(1, 0))
    window.sentences.show_all()
    assert told == [], "the row in focus says which clip it is"
    window.commands.restore_selected()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[0].startswith("Writing “tape 2")
    assert told[1] == window.foot.sentence.text().replace("\u200b", "")


def test_the_focus_stays_somewhere_when_options_can_no_longer_be_changed(
    window, clips, qtbot, restore
):
    restore.waits = True
    window.adding.add_files(clips[:1])
    qtbot.waitUntil(lambda: all(bool(clip.plan) for clip in window.model))
    window.activateWindow()
    box = window.options_panel.presets.box
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    window.menus.toggle_queue.trigger()
    qtbot.waitUntil(lambda: not window.options_panel.isEnabled())
    assert window.clip_list.hasFocus()
    restore.release()


def test_screen_readers_hear_each_frame_of_the_timeline(window, clips, qtbot):
    window.adding.add_files(clips[:1])
    qtbot.waitUntil(lambda: all(bool(clip.plan) for clip in window.model))
    window.panel.timeline.set_position(2.04)
    assert window.panel.timeline.accessibleDescription().startswith("At 2.04 seconds of 10 seconds")


def test_every_box_tells_what_it_is_about(previewed):
    """Screen readers of Linux hear its value as its name, and of its label what it is about."""
    for box in previewed.findChildren(QComboBox):
        label = QAccessible.queryAccessibleInterface(box).relations()
        told = [other.text(QAccessible.Text.Name) for other, _relation in label]
        assert told, box.objectName()


def test_a_box_is_filled_again_only_where_its_rows_are_others(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    choice, removed = Choice("codec", parent), []
    choice.box.model().rowsRemoved.connect(lambda *_: removed.append(1))
    choice.fill([("One", 1), ("Two", 2)])
    choice.choose(2)
    choice.fill([("One", 1), ("Two", 3)])
    assert (removed, choice.chosen()) == ([], 3)
    choice.fill([("Three", 3)])
    assert removed
