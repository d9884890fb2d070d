"""What is painted on the stage: picture, region, split line, captions, difference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen, QRegion

from app.window import theme
from app.window.compare.zoom import Zoom

DIMMED = QColor(0, 0, 0, 110)
_CHIP_TEXT = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_MARK_IN_PATH = re.compile(r"([/\\_.-])(?=\S)")


@dataclass
class Scene:
    """One clip as it lies in every pane; positions are pixels of its display size."""

    picture: QSizeF
    still: QImage | None
    region: QRectF
    is_comparing: bool = False
    is_choosing: bool = False


def paint_scene(
    painter: QPainter, pane: QRectF, scene: Scene, zoom: Zoom, frame: QImage | None
) -> None:
    """Draw the whole picture, and a frame of the preview in its region."""
    painter.save()
    painter.setClipRect(pane, Qt.ClipOperation.IntersectClip)
    painter.translate(pane.topLeft())
    whole = QRectF(QPointF(), scene.picture)
    is_shown = scene.is_comparing and frame is not None
    is_covered = is_shown and scene.region == whole
    region = zoom.to_screen(scene.region)
    if scene.still is not None and not is_covered:
        painter.save()
        if is_shown:  # what lies under the frame would be drawn for nothing
            around = QRegion(QRectF(QPointF(), pane.size()).toAlignedRect())
            painter.setClipRegion(
                around.subtracted(QRegion(region.adjusted(2, 2, -2, -2).toRect())),
                Qt.ClipOperation.IntersectClip,
            )
        painter.drawImage(zoom.to_screen(whole), scene.still)
        painter.restore()
    if scene.is_comparing or scene.is_choosing:
        paint_dimming(painter, pane.size(), region)
    if scene.is_comparing and frame is not None:
        painter.drawImage(region, frame)
    if not scene.region.isEmpty() and not is_covered:
        paint_region_frame(painter, region, is_dashed=scene.is_choosing)
    painter.restore()


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


def paint_focus(painter: QPainter, place: QRect) -> None:
    """Show that keys go to what is painted here."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.STAGE_ACCENT, 2))
    painter.drawRect(QRectF(place).adjusted(1, 1, -1, -1))


def split_in_two(pane: QRectF, x: float) -> list[QRectF]:
    """Return the sides of a line across a pane."""
    left = QRectF(pane.topLeft(), QPointF(x, pane.bottom()))
    return [left, QRectF(QPointF(x, pane.top()), pane.bottomRight())]


def paint_captions(painter: QPainter, texts: Sequence[str], places: Sequence[QRectF]) -> None:
    """Write a caption at the upper edge of each place, where there is room for it."""
    for text, place in zip(texts, places, strict=True):
        if place.width() > painter.fontMetrics().horizontalAdvance(text) + 40:
            paint_chip(painter, text, place.toRect(), is_at_top=True)


def paint_chip(painter: QPainter, text: str, place: QRect, *, is_at_top: bool) -> None:
    """Write a text on a dark ground at the upper or lower edge of a place."""
    chip, shown = chip_in(painter.fontMetrics(), text, place, is_at_top=is_at_top)
    roundness = min(chip.height() / 2, 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(18, 18, 18, 205))
    painter.drawRoundedRect(chip, roundness, roundness)
    painter.setPen(theme.STAGE_TEXT)
    painter.drawText(chip.adjusted(12, 6, -12, -6), _CHIP_TEXT, shown)


def chip_in(
    metrics: QFontMetrics, text: str, place: QRect, *, is_at_top: bool
) -> tuple[QRectF, str]:
    """Return the ground of a text, and what fits into it.

    A caption at the upper edge is one line; a sentence at the lower edge takes as many as it needs,
    for it says why there is no picture.
    """
    room = place.width() - 48
    shown = _MARK_IN_PATH.sub("\\1\u200b", text)  # a path without blanks can be broken there
    size = metrics.boundingRect(QRect(0, 0, room, place.height()), _CHIP_TEXT, shown).size()
    is_too_much = is_at_top or size.width() > room or size.height() > place.height() / 2
    if is_too_much:
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        size = QSize(metrics.horizontalAdvance(shown), metrics.height())
    chip = QRectF(0, 0, size.width() + 25, size.height() + 12)
    chip.moveCenter(QRectF(place).center())
    if is_at_top:
        chip.moveTop(place.top() + 12)
    else:
        chip.moveBottom(place.bottom() - 12)
    return chip, shown
