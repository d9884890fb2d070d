"""The two rows of buttons around the comparison."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSlider,
    QToolButton,
    QWidget,
)

from app.window.compare.actions import CompareActions
from app.window.theme import Icons

STRETCH_SECONDS = (0.2, 4.0)


class Toolbar(QWidget):
    """What is above the picture: how it is compared, and what is compared."""

    def __init__(self, actions: CompareActions, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self.original_button = QToolButton(self)
        text = self.tr("Hold for the original (O)")
        self.original_button.setToolTip(text)
        self.original_button.setAccessibleName(text)
        icons.place("eye-outline", self.original_button.setIcon)
        self._zoom_button = QToolButton(self)
        self._zoom_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._zoom_button.setToolTip(self.tr("How large the picture is shown"))
        self._zoom_button.setMinimumWidth(self.fontMetrics().horizontalAdvance("10000 %") + 26)
        menu = QMenu(self._zoom_button)
        menu.addActions(list(actions.zooms))
        self._zoom_button.setMenu(menu)
        self.preview_button = QPushButton(self.tr("Preview"), self)
        self.preview_button.setToolTip(self.tr("Restore the marked region (P)"))
        icons.place("auto-fix", self.preview_button.setIcon)
        self.preview_button.clicked.connect(actions.preview.trigger)
        self.side_button = _button(actions.side_by_side, self)
        self.split_button = _button(actions.split, self)
        self.region_button = _button(actions.choose_region, self)
        _row(
            self,
            self.side_button,
            self.split_button,
            _button(actions.difference, self),
            self.original_button,
            8,
            self.region_button,
            8,
            self._zoom_button,
            None,
            _button(actions.compare_file, self),
            _button(actions.variants, self),
            self.preview_button,
        )

    def show_zoom(self, percent: float) -> None:
        """Say how large the picture is shown."""
        self._zoom_button.setText(f"{percent:.0f} %")
        self._zoom_button.setAccessibleName(
            self.tr("Zoom: {percent} %").format(percent=round(percent))
        )


class Transport(QWidget):
    """What is below the picture: playing, the frames of the preview, its length, the range.

    Signals:
        scrubbed(int): this frame of the preview was chosen.
        stretch_changed(float): another length of the preview, in seconds.
    """

    scrubbed = Signal(int)
    stretch_changed = Signal(float)

    def __init__(self, actions: CompareActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.play_button = _button(actions.play, self)
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setAccessibleName(self.tr("Frame of the preview"))
        self._slider.setMinimumWidth(100)
        self._slider.valueChanged.connect(self.scrubbed)
        self._label = QLabel(self)
        self._label.setObjectName("muted")
        self._label.setMinimumWidth(self.fontMetrics().horizontalAdvance("000 of 000"))
        length = QLabel(self.tr("Preview &length"), self)
        self._stretch = QDoubleSpinBox(self)
        self._stretch.setRange(*STRETCH_SECONDS)
        self._stretch.setSingleStep(0.2)
        self._stretch.setDecimals(1)
        self._stretch.setSuffix(self.tr(" s"))
        self._stretch.valueChanged.connect(self.stretch_changed)
        length.setBuddy(self._stretch)
        row = _row(
            self,
            self.play_button,
            _button(actions.sound, self),
            _button(actions.original_sound, self),
            self._slider,
            self._label,
            None,
            length,
            self._stretch,
            8,
            _button(actions.start_here, self),
            _button(actions.end_here, self),
        )
        row.setStretch(3, 1)

    def show_stretch(self, seconds: float) -> None:
        """Show the length of the preview."""
        with QSignalBlocker(self._stretch):
            self._stretch.setValue(seconds)

    def show_frames(self, index: int, count: int) -> None:
        """Show which frame of the preview is shown; a count of 0: there is none."""
        self._slider.setEnabled(count > 0)
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, max(count - 1, 0))
            self._slider.setValue(index)
        text = self.tr("{number} of {count}") if count else ""
        self._label.setText(text.format(number=index + 1, count=count))


def _button(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setDefaultAction(action)
    return button


def _row(parent: QWidget, *parts: QWidget | int | None) -> QHBoxLayout:
    """Lay out widgets in a row; a number is a gap in pixels, None takes the room that is left."""
    row = QHBoxLayout(parent)
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(6)
    for part in parts:
        if part is None:
            row.addStretch(0)
        elif isinstance(part, int):
            row.addSpacing(part)
        else:
            row.addWidget(part)
    return row
