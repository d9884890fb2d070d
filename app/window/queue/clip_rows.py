"""How a clip is painted in the list: thumbnail, name, what is happening to it, how far it is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPalette, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.window import theme
from app.window.queue import clip_wording
from app.window.queue.clip_model import CLIP_ROLE, Index
from app.window.queue.clips import Clip, ClipState

THUMBNAIL = QSize(88, 66)
ROW_HEIGHT = 90
MARGIN = 12


class ClipRows(QStyledItemDelegate):
    """Paints a clip: thumbnail, name, what is happening to it, and how far it is."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(220, max(ROW_HEIGHT, 4 * option.fontMetrics.lineSpacing() + 2 * MARGIN))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        clip: Clip = index.data(CLIP_ROLE)
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        _paint_ground(painter, option)
        picture = QRect(
            option.rect.topLeft()
            + QPoint(MARGIN, (option.rect.height() - THUMBNAIL.height()) // 2),
            THUMBNAIL,
        )
        _paint_thumbnail(painter, picture, clip)
        text = option.rect.adjusted(picture.width() + 2 * MARGIN, MARGIN, -MARGIN, -MARGIN)
        _paint_text(painter, text, option, clip)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    tones = theme.colours()
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(tones.selection))
        painter.fillRect(
            QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(tones.accent)
        )
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, QColor(tones.window))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QColor(tones.accent))
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))


def _paint_thumbnail(painter: QPainter, place: QRect, clip: Clip) -> None:
    outline = QPainterPath()
    outline.addRoundedRect(place, 5, 5)
    painter.setClipPath(outline)
    painter.fillRect(place, theme.STAGE)
    if clip.thumbnail is not None:
        size = clip.thumbnail.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(QPoint(), size)
        target.moveCenter(place.center())
        painter.drawImage(target, clip.thumbnail)
    else:
        name = (
            "mdi6.file-alert-outline" if clip.state is ClipState.REFUSED else "mdi6.movie-outline"
        )
        icon: QIcon = theme.stage_icon(name)
        square = QRect(0, 0, 28, 28)
        square.moveCenter(place.center())
        icon.paint(painter, square)
    painter.setClipping(False)


def _paint_text(painter: QPainter, place: QRect, option: QStyleOptionViewItem, clip: Clip) -> None:
    tones = theme.colours()
    line = option.fontMetrics.lineSpacing()
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(option.palette.color(QPalette.ColorRole.Text))
    # The end of a name tells tapes apart as often as its beginning.
    name = painter.fontMetrics().elidedText(clip.name, Qt.TextElideMode.ElideMiddle, place.width())
    painter.drawText(QRect(place.topLeft(), QSize(place.width(), line)), 0, name)
    painter.setFont(option.font)
    painter.setPen(QColor(_state_colour(clip, tones)))
    below = place.adjusted(0, line + 4, 0, 0)
    if clip.state.is_busy:
        _paint_progress(
            painter, QRect(below.left(), below.top() + line + 6, below.width(), 5), clip
        )
        below.setHeight(line)
    _paint_lines(
        painter, below, clip_wording.state_line(clip), lines=max(below.height() // line, 1)
    )


def _state_colour(clip: Clip, tones: theme.Colours) -> str:
    match clip.state:
        case ClipState.REFUSED | ClipState.FAILED:
            return tones.danger
        case ClipState.DONE:
            return tones.good
        case ClipState.RUNNING:
            return tones.accent
        case _:
            return tones.muted


def _paint_progress(painter: QPainter, groove: QRect, clip: Clip) -> None:
    tones = theme.colours()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tones.line))
    painter.drawRoundedRect(groove, 2.5, 2.5)
    if clip.done_share > 0:
        filled = QRect(groove)
        filled.setWidth(max(round(groove.width() * clip.done_share), groove.height()))
        painter.setBrush(QColor(tones.accent))
        painter.drawRoundedRect(filled, 2.5, 2.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(_state_colour(clip, tones)))


def _paint_lines(painter: QPainter, place: QRect, text: str, *, lines: int) -> None:
    """Draw wrapped text, the last line ending in "…" where there is more than fits."""
    layout = QTextLayout(text, painter.font())
    metrics = painter.fontMetrics()
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid() and len(starts) < lines:
        line.setLineWidth(place.width())
        starts.append(line.textStart())
    layout.endLayout()
    for number, start in enumerate(starts):
        is_last = number == len(starts) - 1
        piece = text[start:] if is_last else text[start : starts[number + 1]]
        painter.drawText(
            place.left(),
            place.top() + number * metrics.lineSpacing() + metrics.ascent(),
            metrics.elidedText(piece.strip(), Qt.TextElideMode.ElideRight, place.width()),
        )
