"""The timeline: its pictures and marks, stepping by keys, and what screen readers are told."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QSlider

from app.window.compare.filmstrip import moments
from app.window.compare.timeline import Timeline


@pytest.fixture
def timeline(qtbot):
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(428, made.sizeHint().height())
    made.show_clip(20.0, start=0.0, end=20.0, position=0.0, stretch=1.0)
    made.moved = []
    made.position_changed.connect(made.moved.append)
    return made


@pytest.fixture
def filled(window, clips, qtbot):
    window.adding.add_files(clips[:2])
    qtbot.waitUntil(lambda: all(clip.plan and clip.thumbnail for clip in window.model))
    return window


def test_keys_step_by_seconds_and_shots(timeline, qtbot):
    timeline.show_filmstrip({}, (4.0, 9.5))
    shift = Qt.KeyboardModifier.ShiftModifier
    for key, modifier, moment in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 1.0),
        (Qt.Key.Key_Right, shift, 11.0),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 10.0),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, 9.5),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, 4.0),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, 0.0),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, 4.0),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, 20.0),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 0.0),
    ):
        qtbot.keyClick(timeline, key, modifier)
        assert timeline.position_seconds == moment
    assert timeline.moved == [1.0, 11.0, 10.0, 9.5, 4.0, 0.0, 4.0, 20.0, 0.0]


def test_screen_readers_say_and_set_the_moment(timeline):
    interface = QAccessible.queryAccessibleInterface(timeline)
    assert interface.role() == QAccessible.Role.Slider
    timeline.set_position(7.0)
    values = interface.valueInterface()
    assert (values.minimumValue(), values.currentValue(), values.maximumValue()) == (0, 7, 20)
    for seconds in (3, 7, 3):
        values.setCurrentValue(seconds)
        assert timeline.position_seconds == seconds
    assert timeline.moved == [7.0, 3.0, 7.0, 3.0]
    assert interface.text(QAccessible.Text.Description) == "At 3 seconds of 20 seconds"


def test_screen_readers_hear_times_as_they_are_said(timeline):
    timeline.show_clip(7200.0, start=0.0, end=7200.0, position=0.0, stretch=1.0)
    timeline.set_position(125.04)
    assert timeline.accessibleDescription() == "At 2 minutes 5.04 seconds of 2 hours"
    timeline.set_start(120.0)
    assert timeline.accessibleDescription().endswith("; restores 2 minutes to 2 hours")
    assert timeline.value() == 125


def test_a_handle_that_is_dragged_shows_its_frame(timeline, qtbot):
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(timeline, left, pos=QPointF(14 - 4, 30).toPoint())
    qtbot.mouseMove(timeline, QPointF(14 + 100, 30).toPoint())
    qtbot.mouseRelease(timeline, left, pos=QPointF(14 + 100, 30).toPoint())
    assert timeline.range_seconds == (5.0, 20.0)
    assert timeline.position_seconds == 5.0


def turn_wheel(widget):
    """Turn the wheel by one notch over a widget."""
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre,
        QPointF(widget.mapToGlobal(centre)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_changes_nothing(timeline, qtbot):
    timeline.setFocus()
    turn_wheel(timeline)
    assert timeline.moved == []


def test_the_wheel_changes_nothing_below_the_picture_that_has_no_focus(filled, qtbot):
    transport, changed = filled.panel.transport, []
    transport.show_frames(1, 3)
    transport.stretch_changed.connect(changed.append)
    transport.scrubbed.connect(changed.append)
    filled.clip_list.setFocus()
    for widget in (*transport.findChildren(QSlider), *transport.findChildren(QAbstractSpinBox)):
        turn_wheel(widget)
    assert changed == []


def test_focus_can_be_seen(window, qtbot, filled):
    for widget in (filled.panel.timeline, filled.panel.comparison):
        filled.clip_list.setFocus()
        without = widget.grab().toImage()
        filled.activateWindow()
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        assert widget.grab().toImage() != without


def test_pictures_fill_the_timeline_one_by_one(filled, qtbot, intake):
    came = []
    intake.strip_ready.connect(lambda clip_id, at, _picture: came.append((clip_id, at)))
    filled.clip_list.select(filled.model.index(1, 0))
    qtbot.waitUntil(lambda: len(came) == 20, timeout=5000)
    assert {clip_id for clip_id, _ in came} == {2}
    image = filled.panel.timeline.grab().toImage()
    # The fakes paint the moment as a level: brighter to the right.
    levels = [level_at(image, share) for share in (0.1, 0.5, 0.9)]
    assert levels == sorted(levels)
    assert levels[0] < levels[2]
    filled.clip_list.select(filled.model.index(0, 0))
    filled.clip_list.select(filled.model.index(1, 0))
    qtbot.wait(50)
    assert len([at for clip_id, at in came if clip_id == 2]) == 20, "they are kept"


def test_marks_show_where_shots_begin(filled, qtbot):
    commands, timeline = filled.panel.commands, filled.panel.timeline
    qtbot.waitUntil(lambda: list(timeline._shown.shots) == [1.5, 5.5])
    for moment in (1.5, 5.5, 10.0):
        commands.next_shot.trigger()
        assert timeline.position_seconds == moment
    commands.previous_shot.trigger()
    commands.previous_shot.trigger()
    assert timeline.position_seconds == 1.5
    for row in (1, 0, 1, 0):
        filled.clip_list.select(filled.model.index(row, 0))
    qtbot.wait(100)
    assert list(timeline._shown.shots) == [1.5, 5.5], "each is looked for once"


def level_at(image: QImage, share: float) -> int:
    ratio = image.devicePixelRatio()
    return image.pixelColor(round(image.width() * share), round(30 * ratio)).lightness()


def test_the_moments_of_a_filmstrip_are_spread_at_once():
    times = moments(100.0)
    assert sorted(times) == [2.5 + 5 * number for number in range(20)]
    assert times[:5] == [2.5, 22.5, 42.5, 62.5, 82.5]


def test_frames_and_seconds_are_stepped_without_a_preview(filled, qtbot):
    commands, timeline = filled.panel.commands, filled.panel.timeline
    commands.next_second.trigger()
    commands.next_frame.trigger()
    commands.next_frame.trigger()
    assert timeline.position_seconds == pytest.approx(1.08)
    commands.previous_frame.trigger()
    assert timeline.position_seconds == pytest.approx(1.04)
    commands.previous_second.trigger()
    assert timeline.position_seconds == pytest.approx(0.04)


def test_the_line_and_the_region_are_moved_by_keys(filled, qtbot):
    view, commands = filled.panel.comparison, filled.panel.commands
    filled.editing.request_preview()
    qtbot.waitUntil(lambda: view.is_comparing)
    commands.split.trigger()
    assert "Line at 50 %" in view.accessibleDescription()
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert "Line at 50 %" not in view.accessibleDescription()
    commands.choose_region.trigger()
    assert "160 × 120" in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert filled.model.find(1).region.x == 72
    assert "72 from the left" in view.accessibleDescription()
