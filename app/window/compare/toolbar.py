"""The two rows of buttons around the comparison."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from app.window.compare.actions import CompareActions
from app.window.options.controls import SecondsBox, Slider
from app.window.theme import Icons

STRETCH_SECONDS = (0.2, 4.0)
_SPACING = 6


class Bar(QWidget):
    """A row of buttons that say what they do in words where there is room, else by icons.

    Where there is even less room its labels are hidden; what they name says it in a tip.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._worded: list[QToolButton] = []
        self._labels: list[QLabel] = []
        self._has_words, self._has_labels = False, True

    def _button(self, action: QAction, *, is_worded: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        if is_worded:
            self._worded.append(button)
        return button

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        words = self._words_width if self._has_words else 0
        labels = self._labels_width if self._has_labels else 0
        return QSize(hint.width() - words - labels, hint.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._word_buttons()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:  # a button came or went
            self._word_buttons()
        return super().event(event)

    @property
    def _words_width(self) -> int:
        """How much wider the row is with words, in pixels."""
        metrics = self.fontMetrics()
        # As QToolButton reckons; one pixel more, lest the two ways to fill the row take turns.
        gap = 2 * metrics.horizontalAdvance(" ") + 5
        return sum(
            metrics.horizontalAdvance(button.text()) + gap
            for button in self._worded
            if not button.isHidden()
        )

    @property
    def _labels_width(self) -> int:
        """How much wider the row is with labels, in pixels."""
        return sum(label.sizeHint().width() + _SPACING for label in self._labels)

    def _word_buttons(self) -> None:
        with_labels = self.minimumSizeHint().width() + self._labels_width
        has_words = self.width() >= with_labels + self._words_width
        self._has_labels = self.width() >= with_labels
        for label in self._labels:
            label.setVisible(self._has_labels)
        if has_words != self._has_words:
            self._has_words = has_words
            style = Qt.ToolButtonStyle
            for button in self._worded:
                button.setToolButtonStyle(
                    style.ToolButtonTextBesideIcon if has_words else style.ToolButtonIconOnly
                )


class Toolbar(Bar):
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
        self.side_button = self._button(actions.side_by_side, is_worded=True)
        self.split_button = self._button(actions.split, is_worded=True)
        self.region_button = self._button(actions.choose_region)
        _row(
            self,
            self.side_button,
            self.split_button,
            self._button(actions.difference),
            self.original_button,
            8,
            self.region_button,
            8,
            self._zoom_button,
            None,
            self._button(actions.compare_file),
            self._button(actions.variants, is_worded=True),
            self.preview_button,
        )

    def show_zoom(self, percent: float) -> None:
        """Say how large the picture is shown."""
        self._zoom_button.setText(f"{percent:.0f} %")
        self._zoom_button.setAccessibleName(
            self.tr("Zoom: {percent} %").format(percent=round(percent))
        )


class Transport(Bar):
    """What is below the picture: playing, the frames of the preview, its length, the range.

    Signals:
        scrubbed(int): this frame of the preview was chosen.
        stretch_changed(float): another length of the preview, in seconds.
    """

    scrubbed = Signal(int)
    stretch_changed = Signal(float)

    def __init__(self, actions: CompareActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.play_button = self._button(actions.play)
        self._slider = Slider(self)
        self._slider.setAccessibleName(self.tr("Frame of the preview"))
        self._slider.setMinimumWidth(56)
        self._slider.valueChanged.connect(self.scrubbed)
        self._label = QLabel(self)
        self._label.setObjectName("muted")
        self._label.setMinimumWidth(self.fontMetrics().horizontalAdvance("000 of 000"))
        length = QLabel(self.tr("Preview &length"), self)
        self._stretch = SecondsBox(self)
        self._stretch.setRange(*STRETCH_SECONDS)
        self._stretch.setSingleStep(0.2)
        self._stretch.setSuffix(self.tr(" s"))
        self._stretch.valueChanged.connect(self.stretch_changed)
        length.setBuddy(self._stretch)
        self._labels.append(length)
        named = length.text().replace("&", "")
        self._stretch.setAccessibleName(named)
        self._stretch.setToolTip(named)
        self.whole_button = self._button(actions.whole_video, is_worded=True)
        self.whole_button.hide()
        row = _row(
            self,
            self.play_button,
            self._button(actions.sound),
            self._button(actions.original_sound),
            self._slider,
            self._label,
            None,
            length,
            self._stretch,
            8,
            self.whole_button,
            self._button(actions.start_here, is_worded=True),
            self._button(actions.end_here, is_worded=True),
        )
        row.setStretch(3, 1)
        self.show_frames(0, 0)

    def show_stretch(self, seconds: float) -> None:
        """Show the length of the preview."""
        with QSignalBlocker(self._stretch):
            self._stretch.setValue(seconds)

    def show_frames(self, index: int, count: int) -> None:
        """Show which frame of the preview is shown; a count of 0: there is none."""
        for part in (self._slider, self._label):
            part.setVisible(count > 0)
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, max(count - 1, 0))
            self._slider.setValue(index)
        text = self.tr("{number} of {count}") if count else ""
        self._label.setText(text.format(number=index + 1, count=count))


def _row(parent: QWidget, *parts: QWidget | int | None) -> QHBoxLayout:
    """Lay out widgets in a row; a number is a gap in pixels, None takes the room that is left."""
    row = QHBoxLayout(parent)
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(_SPACING)
    for part in parts:
        if part is None:
            row.addStretch(0)
        elif isinstance(part, int):
            row.addSpacing(part)
        else:
            row.addWidget(part)
    return row
