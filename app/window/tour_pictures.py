"""The pictures of the tour: drawn in the colours of the window, without a word in any language."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import qtawesome
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

import resources
from app.window import theme

_FOLDER = Path(resources.__file__).parent / "pictures"
_SIZE = QSize(560, 300)
_STAGE = QRectF(130, 20, 300, 225)


class TourPicture(QWidget):
    """Shows the picture of one page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = 0
        self.setFixedSize(_SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_page(self, number: int) -> None:
        """Show the picture of another page."""
        self._page = number
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()), 10, 10)
        painter.fillPath(ground, QColor(theme.colours().base))
        _PAINTERS[self._page](painter, theme.colours())


def _paint_drop(painter: QPainter, tones: theme.Colours) -> None:
    pen = QPen(QColor(tones.accent), 2, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(QColor(tones.selection))
    painter.drawRoundedRect(QRectF(90, 70, 380, 200), 14, 14)
    for number, angle in enumerate((-9, 4, 13)):
        painter.save()
        painter.translate(190 + number * 90, 130 - 8 * (number == 1))
        painter.rotate(angle)
        _paint_clip(painter, QRectF(-62, -60, 124, 93), is_restored=False)
        painter.restore()
    _paint_icon(painter, "mdi6.tray-arrow-down", QRectF(254, 206, 52, 52), tones.accent)


def _paint_preview(painter: QPainter, tones: theme.Colours) -> None:
    _paint_clip(painter, _STAGE, is_restored=False)
    painter.save()
    half = QRectF(_STAGE)
    half.setLeft(_STAGE.center().x())
    painter.setClipRect(half)
    _paint_clip(painter, _STAGE, is_restored=True)
    painter.restore()
    middle = _STAGE.center()
    painter.setPen(QPen(QColor("#ffffff"), 3))
    painter.drawLine(QPointF(middle.x(), _STAGE.top()), QPointF(middle.x(), _STAGE.bottom()))
    painter.setBrush(QColor(tones.accent))
    painter.drawEllipse(middle, 11, 11)


def _paint_looks(painter: QPainter, tones: theme.Colours) -> None:
    for number, (x, share) in enumerate(((24, 1.0), (200, 0.7), (376, 0.35))):
        place = QRectF(x, 40, 160, 120)
        _paint_clip(painter, place, is_restored=False)
        painter.setOpacity(share)
        _paint_clip(painter, place, is_restored=True)
        painter.setOpacity(1.0)
        if number == 1:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tones.accent), 4))
            painter.drawRoundedRect(place.adjusted(-4, -4, 4, 4), 8, 8)
    _paint_bar(painter, QRectF(90, 220, 380, 6), 0.55, tones)
    painter.setBrush(QColor(tones.raised))
    painter.setPen(QPen(QColor(tones.accent), 3))
    painter.drawEllipse(QPointF(90 + 380 * 0.55, 223), 11, 11)


def _paint_parts(painter: QPainter, tones: theme.Colours) -> None:
    strip = QRectF(30, 100, 500, 75)
    for number in range(5):
        place = QRectF(strip.left() + number * 100, strip.top(), 100, 75)
        _paint_clip(painter, place, is_restored=False)
    chosen = QRectF(strip.left() + 150, strip.top() - 6, 240, 87)
    outside = QPainterPath()
    outside.addRect(strip)
    inside = QPainterPath()
    inside.addRect(chosen)
    veil = QColor(tones.base)
    veil.setAlpha(200)
    painter.fillPath(outside.subtracted(inside), veil)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tones.accent))
    for x in (chosen.left() - 6, chosen.right() - 6):
        painter.drawRoundedRect(QRectF(x, chosen.top() - 6, 12, chosen.height() + 12), 5, 5)


def _paint_night(painter: QPainter, tones: theme.Colours) -> None:
    for number, share in enumerate((1.0, 0.6, 0.0)):
        top = 34 + number * 82
        _paint_clip(painter, QRectF(60, top, 88, 66), is_restored=share == 1)
        _paint_bar(painter, QRectF(170, top + 30, 220, 7), share, tones)
        if share == 1:
            _paint_icon(painter, "mdi6.check-circle", QRectF(400, top + 20, 28, 28), tones.good)
    _paint_icon(painter, "mdi6.weather-night", QRectF(450, 30, 70, 70), tones.accent)


def _paint_bar(painter: QPainter, place: QRectF, share: float, tones: theme.Colours) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tones.line))
    painter.drawRoundedRect(place, 3, 3)
    if share > 0:
        filled = QRectF(place.topLeft(), place.size())
        filled.setWidth(place.width() * share)
        painter.setBrush(QColor(tones.accent))
        painter.drawRoundedRect(filled, 3, 3)


def _paint_clip(painter: QPainter, place: QRectF, *, is_restored: bool) -> None:
    picture = _picture("after" if is_restored else "before")
    scale = max(place.width() / picture.width(), place.height() / picture.height())
    part = QRectF(0, 0, place.width() / scale, place.height() / scale)
    part.moveCenter(QRectF(picture.rect()).center())
    painter.drawImage(place, picture, part)


def _paint_icon(painter: QPainter, name: str, place: QRectF, colour: str) -> None:
    icon: QIcon = qtawesome.icon(name, color=colour)
    icon.paint(painter, place.toRect())


@lru_cache
def _picture(name: str) -> QImage:
    return QImage(str(_FOLDER / f"{name}.jpg"))


_PAINTERS = (_paint_drop, _paint_preview, _paint_looks, _paint_parts, _paint_night)
