"""The options panel: what the wheel does over it, and how its options are named."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QScrollArea,
    QSlider,
    QWidget,
)

from app.window.options.options_panel import OptionsPanel
from app.window.options.preset_shelf import PresetShelf
from app.window.theme import Icons
from engine.jobs.options import Options


class Unused:
    """An intake of which nothing is wanted."""


@pytest.fixture
def edits():
    return []


@pytest.fixture
def panel(qtbot, edits):
    """The panel in a window that is too small for it."""
    area = QScrollArea()
    qtbot.addWidget(area)
    panel = OptionsPanel(Icons(area), PresetShelf(Unused(), area), area)
    for fold in (panel.file_fold, panel.source_fold):
        fold.set_open(True)
    panel.edited.connect(edits.append)
    panel.show_options(Options(), None)
    area.setWidget(panel)
    area.resize(panel.width() + 40, 200)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    yield panel  # the area lives as long


def turnable(panel):
    """Everything in the panel that Qt changes by the wheel."""
    kinds = QComboBox, QSlider, QAbstractSpinBox
    return [child for child in panel.findChildren(QWidget) if isinstance(child, kinds)]


def turn_wheel(widget):
    """Turn the wheel by one notch over a widget; tell whether it took that."""
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre,
        QPointF(widget.mapToGlobal(centre)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def value_of(widget):
    return widget.currentIndex() if isinstance(widget, QComboBox) else widget.value()


def test_the_wheel_changes_nothing_that_has_no_focus(panel, edits):
    controls = turnable(panel)
    assert len(controls) > 12
    panel.window().setFocus()
    before = [value_of(control) for control in controls]
    for control in controls:
        assert not turn_wheel(control), "Qt gives it to the scroll area then"
        assert not control.hasFocus()
    assert [value_of(control) for control in controls] == before
    assert edits == []


@pytest.mark.parametrize("name", ["threshold", "codec"])
def test_the_wheel_changes_what_has_the_focus(panel, edits, name):
    control = panel.findChild(QWidget, name)
    before = value_of(control)
    control.setFocus()
    assert turn_wheel(control)
    assert value_of(control) != before
    assert len(edits) == 1


def test_each_control_is_named_for_screen_readers(panel):
    names = [control.accessibleName() for control in turnable(panel)]
    assert all(names)
    assert not any("&" in name for name in names)
    assert {"Size", "Interlaced video", "Film grain"} <= set(names)


def test_an_example_follows_the_name_as_it_is_typed(panel, qtbot):
    field, seen = panel.output.name, []
    panel.edited.connect(lambda change: seen.append(change(Options()).name_pattern))
    field.show_source(Path("/tapes/wedding.avi"))
    field.line.selectAll()
    qtbot.keyClicks(field.line, "{name} HD")
    assert "wedding HD.mp4" in field.example.text()
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert seen == ["{name} HD"]
    qtbot.keyClicks(field.line, "/")
    assert "{part}" in field.example.text()
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert seen == ["{name} HD"]
