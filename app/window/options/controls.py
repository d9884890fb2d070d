"""Boxes and sliders with their names, as the options panel is made of them.

The wheel changes only what has the focus: it scrolls the panel else, and must not change whatever
comes under the pointer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QSlider,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.text.messages import translated
from engine.jobs.option_fields import declarations
from engine.jobs.options import Options

T = TypeVar("T")

_SHORTEST_BOX = 10
"""Characters."""


def label_of(name: str) -> str:
    """Return the label of an option, with the mark of its shortcut, in the user's language."""
    return translated(declarations(Options)[name].label, "options")


def name_of(name: str) -> str:
    """Return the label of an option without the mark of its shortcut, for screen readers."""
    return label_of(name).replace("&", "")


class Box(QComboBox):
    """A box that leaves the wheel to the panel unless it has the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel
        # The panel may be narrower than the longest row of a box.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHORTEST_BOX)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Slider(QSlider):
    """A horizontal slider that leaves the wheel to the panel unless it has the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Style sheets count the pages of a slider from the left, in any language.
        self.setProperty("mirrored", self.layoutDirection() is Qt.LayoutDirection.RightToLeft)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class SecondsBox(QDoubleSpinBox):
    """A number of seconds that leaves the wheel to what is around it unless it has the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDecimals(1)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def mixed_text() -> str:
    """Return what stands in place of a value where the selected clips have different ones."""
    return QCoreApplication.translate("Options", "different")


def _tell_mixed(widget: QWidget, *, is_mixed: bool) -> None:
    """Let screen readers say that the selected clips have different values."""
    text = QCoreApplication.translate("Options", "The selected clips have different values.")
    widget.setAccessibleDescription(text if is_mixed else "")


class Choice(Generic[T]):
    """An option to choose from a box, with its label above it.

    The box has the name of the option's field as its object name.
    """

    def __init__(self, name: str, parent: QWidget, tip: str = "") -> None:
        self.label = QLabel(label_of(name), parent)
        self.label.setObjectName("muted")
        self.box = Box(parent)
        self.box.setObjectName(name)
        self.box.setAccessibleName(name_of(name))
        self.label.setBuddy(self.box)
        for widget in (self.label, self.box):
            widget.setToolTip(tip)
        self._values: list[T] = []

    def lay_into(self, column: QVBoxLayout) -> None:
        """Add label and box to a column."""
        column.addWidget(self.label)
        column.addWidget(self.box)
        column.addSpacing(2)

    def fill(self, rows: Iterable[tuple[str, T]]) -> None:
        """Replace the rows: what they say, and the value each stands for."""
        named = list(rows)
        self._values = [value for _name, value in named]
        names = [name for name, _value in named]
        # Else a screen reader would hear of a box that is empty, whatever is changed anywhere.
        if [self.box.itemText(row) for row in range(self.box.count())] != names:
            self.box.clear()
            self.box.addItems(names)

    def choose(self, value: T, *, is_mixed: bool = False) -> None:
        """Show a value; one that is not offered shows the first row.

        Args:
            value: of the clip that is shown.
            is_mixed: other selected clips have other values, and no row stands for all.
        """
        row = self._values.index(value) if value in self._values else 0
        self.box.setPlaceholderText(mixed_text())
        self.box.setCurrentIndex(-1 if is_mixed else row)
        _tell_mixed(self.box, is_mixed=is_mixed)

    def chosen(self) -> T:
        """Return the value of the row that is shown; of the first one where none is."""
        return self._values[max(self.box.currentIndex(), 0)]


class PercentSlider(QWidget):
    """An option from 0 to 100 %: a slider with its label and its value above it."""

    def __init__(self, name: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.slider = Slider(self)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(name_of(name))
        self.slider.setToolTip(tip)
        label, self._percent = QLabel(label_of(name), self), QLabel(self)
        label.setBuddy(self.slider)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self._percent, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.slider, 1, 0, 1, 2)
        self.slider.valueChanged.connect(self._show)
        self._show(0)

    def show_share(self, share: float, *, is_mixed: bool = False) -> None:
        """Put the slider at a share of 0 to 1, without a signal to others."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(share * 100))
        self._show(self.slider.value())
        if is_mixed:
            self._percent.setText(mixed_text())
        _tell_mixed(self.slider, is_mixed=is_mixed)

    def _show(self, percent: int) -> None:
        self._percent.setText(f"{percent} %")


NOTHING_MIXED: Collection[str] = frozenset()
"""Names of options that differ between the selected clips: none."""


def differing(options: Collection[Options]) -> frozenset[str]:
    """Return the names of the options that are not the same everywhere."""
    tables = [vars(each) for each in options]
    return frozenset(
        name for name in declarations(Options) if len({table[name] for table in tables}) > 1
    )
