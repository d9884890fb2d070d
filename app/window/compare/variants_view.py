"""The same moment in several looks, side by side; one of them is chosen by a click."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.window import theme
from app.window.compare import stage_painting
from app.window.compare.looks import MOST_LOOKS, Look

_COLUMNS = 2
_MARGIN = 4.0


class Tile(QAbstractButton):
    """One look: its picture, its name, and how long the whole film would take."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._image: QImage | None = None
        self._time = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(150, 100)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 240)

    def show_look(self, look: Look) -> None:
        """Begin with a look of which there is no picture yet."""
        self._look, self._image, self._time = look, None, ""
        self.setEnabled(False)
        self._describe()

    def show_image(self, image: QImage, time: str) -> None:
        """Show its picture; ``time`` says how long the whole film takes, empty where unknown."""
        self._image, self._time = image, time
        self.setEnabled(True)
        self._describe()

    def show_time(self, time: str) -> None:
        """Say how long the whole film takes."""
        if self._image is not None and time != self._time:
            self._time = time
            self._describe()

    def _describe(self) -> None:
        if self._look is None:
            return
        self.setText(self._look.title)
        self.setAccessibleName(self._look.title)
        state = self.tr("This is chosen now") if self._look.is_chosen else ""
        self.setAccessibleDescription(". ".join(part for part in (self._time, state) if part))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.fillRect(self.rect(), theme.STAGE)
        look = self._look
        if look is None:
            return
        if self._image is None:
            stage_painting.paint_chip(painter, self.tr("Restoring…"), self.rect(), is_at_top=False)
        else:
            size = QSizeF(self._image.size()).scaled(
                QSizeF(self.size()) - QSizeF(2 * _MARGIN, 2 * _MARGIN),
                Qt.AspectRatioMode.KeepAspectRatio,
            )
            place = QRectF(QPointF(), size)
            place.moveCenter(QRectF(self.rect()).center())
            painter.drawImage(place, self._image)
        stage_painting.paint_chip(painter, look.title, self.rect(), is_at_top=True)
        if self._time:
            stage_painting.paint_chip(painter, self._time, self.rect(), is_at_top=False)
        if look.is_chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.STAGE_TEXT, 1.5, Qt.PenStyle.DashLine))
            painter.drawRect(QRectF(self.rect()).adjusted(3, 3, -3, -3))
        if self.hasFocus() or self.underMouse():
            stage_painting.paint_focus(painter, self.rect())


class VariantsView(QWidget):
    """Up to four looks of one moment.

    Signals:
        chosen(int): the user wants this one.
        closed(): none of them is wanted.
        models_wanted(object): compare models (True), or positions of the slider (False).
    """

    chosen = Signal(int)
    closed = Signal()
    models_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = QLabel(self.tr("Which do you like best?"), self)
        self._title.setObjectName("heading")
        self._kinds = QWidget(self)
        self._slider_button = QPushButton(self.tr("Smooth to detailed"), self._kinds)
        self._models_button = QPushButton(self.tr("Models"), self._kinds)
        self._group = QButtonGroup(self)
        kinds = QHBoxLayout(self._kinds)
        kinds.setContentsMargins(0, 0, 0, 0)
        for button in (self._slider_button, self._models_button):
            button.setCheckable(True)
            self._group.addButton(button)
            kinds.addWidget(button)
        self._slider_button.clicked.connect(lambda: self.models_wanted.emit(False))
        self._models_button.clicked.connect(lambda: self.models_wanted.emit(True))
        close = QToolButton(self)
        close.setText(self.tr("Back"))
        close.setToolTip(self.tr("Choose none of them (Escape)"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._kinds)
        head.addWidget(close)
        self.tiles = [Tile(self) for _ in range(MOST_LOOKS)]
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        for index, tile in enumerate(self.tiles):
            tile.clicked.connect(partial(self._choose, index))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._grid, 1)

    def show_looks(self, looks: Sequence[Look], *, offers_models: bool, shows_models: bool) -> None:
        """Begin with looks of which there are no pictures yet."""
        self._kinds.setVisible(offers_models)
        (self._models_button if shows_models else self._slider_button).setChecked(True)
        for index, tile in enumerate(self.tiles):
            self._grid.removeWidget(tile)
            tile.setVisible(index < len(looks))
            if index < len(looks):
                tile.show_look(looks[index])
                self._grid.addWidget(tile, *_place(index, len(looks)))

    def _choose(self, index: int, _is_checked: object = None) -> None:
        self.chosen.emit(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _place(index: int, count: int) -> tuple[int, int, int, int]:
    """Return row, column and spans of a tile: two in a row; three have the last one below both."""
    row, column = divmod(index, _COLUMNS)
    is_alone = index == count - 1 and count % _COLUMNS == 1 and count > 1
    return row, column, 1, _COLUMNS if is_alone else 1
