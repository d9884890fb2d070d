"""What is painted over the picture: region, split line, captions."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.window import theme

DIMMED = QColor(0, 0, 0, 110)


def paint_dimming(painter: QPainter, pane: QSizeF, region: QRectF) -> None:
    """Darken a pane outside the region; both in pixels of the pane."""
    painter.save()
    outside = QRectF(QPointF(), pane)
    painter.setPen(Qt.PenStyle.NoPen)
    for part in (
        QRectF(outside.topLeft(), QPointF(outside.right(), region.top())),
        QRectF(QPointF(outside.left(), region.bottom()), outside.bottomRight()),
        QRectF(QPointF(outside.left(), region.top()), region.bottomLeft()),
        QRectF(region.topRight(), QPointF(outside.right(), region.bottom())),
    ):
        painter.fillRect(part.intersected(outside), DIMMED)
    painter.restore()


def paint_region_frame(painter: QPainter, region: QRectF, *, is_dashed: bool) -> None:
    """Draw the edge of the region, dark under light, so that it is seen on any picture."""
    for colour, width in ((QColor(0, 0, 0, 150), 3.0), (theme.STAGE_ACCENT, 1.2)):
        pen = QPen(colour, width)
        if is_dashed and width < 2:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(region)


def paint_split_line(painter: QPainter, x: float, pane: QRectF) -> None:
    """Draw the line between before and after, with the grip to drag it by."""
    for colour, width in ((QColor(0, 0, 0, 140), 3.5), (theme.STAGE_TEXT, 1.5)):
        painter.setPen(QPen(colour, width))
        painter.drawLine(QPointF(x, 0), QPointF(x, pane.bottom()))
    painter.setBrush(theme.STAGE_ACCENT)
    painter.setPen(QPen(theme.STAGE, 1.5))
    painter.drawEllipse(QPointF(x, pane.center().y()), 9, 9)


def paint_chip(painter: QPainter, text: str, place: QRect, *, is_at_top: bool) -> None:
    """Write a text on a dark ground at the upper or lower edge of a place."""
    metrics = painter.fontMetrics()
    room = place.width() - 48
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    chip = QRectF(0, 0, metrics.horizontalAdvance(shown) + 24, metrics.height() + 12)
    chip.moveCenter(QRectF(place).center())
    if is_at_top:
        chip.moveTop(place.top() + 12)
    else:
        chip.moveBottom(place.bottom() - 12)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(18, 18, 18, 205))
    painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
    painter.setPen(theme.STAGE_TEXT)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
