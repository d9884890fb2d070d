"""How a clip is painted in the list: thumbnail, name, what is happening to it, how far it is."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QImage,
    QPainter,
    QPainterPath,
    QPalette,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.window import theme
from app.window.queue import clip_wording
from app.window.queue.clip_model import CLIP_ROLE, SECTION_ROLE, Index
from app.window.queue.clips import Clip, ClipState

THUMBNAIL = QSize(88, 66)
ROW_HEIGHT = 90
_MOST_LINES = 4
MARGIN = 12


class ClipRows(QStyledItemDelegate):
    """Paints a clip: thumbnail, name, what is happening to it, and how far it is."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = max(ROW_HEIGHT, 4 * option.fontMetrics.lineSpacing() + 2 * MARGIN)
        if index.data(SECTION_ROLE):
            height += _section_height(option)
        return QSize(220, height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        clip: Clip = index.data(CLIP_ROLE)
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        if section := index.data(SECTION_ROLE):
            option = _below_section(painter, option, section)
        _paint_ground(painter, option)
        picture = QRect(
            option.rect.topLeft()
            + QPoint(MARGIN, (option.rect.height() - THUMBNAIL.height()) // 2),
            THUMBNAIL,
        )
        text = option.rect.adjusted(picture.width() + 2 * MARGIN, MARGIN, -MARGIN, -MARGIN)
        _paint_thumbnail(painter, _mirrored(picture, option), clip)
        _paint_text(painter, _mirrored(text, option), option, clip)
        painter.restore()


def _section_height(option: QStyleOptionViewItem) -> int:
    return option.fontMetrics.lineSpacing() + MARGIN


def _below_section(
    painter: QPainter, option: QStyleOptionViewItem, section: str
) -> QStyleOptionViewItem:
    """Paint the name of a folder above the first of its clips; returns the place of that clip."""
    tones, height = theme.colours(), _section_height(option)
    place = QRect(option.rect.topLeft(), QSize(option.rect.width(), height))
    painter.fillRect(place, QColor(tones.window))
    painter.setFont(option.font)
    painter.setPen(QColor(tones.muted))
    text = place.adjusted(MARGIN, 0, -MARGIN, 0)
    name = option.fontMetrics.elidedText(section, Qt.TextElideMode.ElideMiddle, text.width())
    align = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
    painter.drawText(text, align | Qt.AlignmentFlag.AlignVCenter, name)
    below = QStyleOptionViewItem(option)
    below.rect = option.rect.adjusted(0, height, 0, 0)
    return below


def _mirrored(place: QRect, option: QStyleOptionViewItem, within: QRect | None = None) -> QRect:
    """A place in a row, or within a part of it, where languages are read from right to left."""
    return QStyle.visualRect(option.direction, within or option.rect, place)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    tones = theme.colours()
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, QColor(tones.selection))
        bar = QRect(option.rect.topLeft(), QSize(3, option.rect.height()))
        painter.fillRect(_mirrored(bar, option), QColor(tones.accent))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, QColor(tones.window))
    if option.state & QStyle.StateFlag.State_HasFocus:
        # Within the row: a line on its edge would stay when only its neighbour is painted anew.
        painter.setPen(QColor(tones.accent))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5))


def _paint_thumbnail(painter: QPainter, place: QRect, clip: Clip) -> None:
    outline = QPainterPath()
    outline.addRoundedRect(place, 5, 5)
    painter.setClipPath(outline)
    painter.fillRect(place, theme.STAGE)
    if clip.thumbnail is not None:
        size = clip.thumbnail.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(QPoint(), size)
        target.moveCenter(place.center())
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(target, _scaled(clip.thumbnail, size * ratio))
    else:
        name = (
            "mdi6.file-alert-outline" if clip.state is ClipState.REFUSED else "mdi6.movie-outline"
        )
        icon: QIcon = theme.stage_icon(name)
        square = QRect(0, 0, 28, 28)
        square.moveCenter(place.center())
        icon.paint(painter, square)
    painter.setClipping(False)


def _scaled(image: QImage, size: QSize) -> QPixmap:
    """Return a picture in the size in which it is painted, scaled once."""
    key = f"homereel {image.cacheKey()} {size.width()}x{size.height()}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        way = Qt.TransformationMode.SmoothTransformation
        scaled = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, way)
        pixmap = QPixmap.fromImage(scaled)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _paint_text(painter: QPainter, place: QRect, option: QStyleOptionViewItem, clip: Clip) -> None:
    tones = theme.colours()
    line = option.fontMetrics.lineSpacing()
    bold, state = QFont(option.font), clip_wording.state_line(clip)
    bold.setWeight(QFont.Weight.DemiBold)
    state_lines = _lines(state, option.font, place.width(), most=_MOST_LINES - 1)
    used = len(state_lines) + clip.state.is_busy
    # The end of a name tells tapes apart as often as its beginning.
    name_lines = _lines(
        clip.name, bold, place.width(), most=_MOST_LINES - used, elided=Qt.TextElideMode.ElideMiddle
    )
    y = place.top() + (place.height() - line * (len(name_lines) + used) - 4) // 2
    painter.setFont(bold)
    painter.setPen(option.palette.color(QPalette.ColorRole.Text))
    align = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
    y = _paint_lines(painter, QRect(place.left(), y, place.width(), line), align, name_lines) + 4
    painter.setFont(option.font)
    painter.setPen(QColor(_state_colour(clip, tones)))
    y = _paint_lines(painter, QRect(place.left(), y, place.width(), line), align, state_lines)
    if clip.state.is_busy:
        _paint_progress(painter, QRect(place.left(), y + 6, place.width(), 5), option, clip)


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


def _paint_progress(
    painter: QPainter, groove: QRect, option: QStyleOptionViewItem, clip: Clip
) -> None:
    tones = theme.colours()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tones.line))
    painter.drawRoundedRect(groove, 2.5, 2.5)
    if clip.done_share > 0:
        filled = QRect(groove)
        filled.setWidth(max(round(groove.width() * clip.done_share), groove.height()))
        painter.setBrush(QColor(tones.accent))
        painter.drawRoundedRect(_mirrored(filled, option, groove), 2.5, 2.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(_state_colour(clip, tones)))


def _lines(
    text: str,
    font: QFont,
    width: int,
    *,
    most: int,
    elided: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> list[str]:
    """Wrap a text; the last line is elided where there is more than fits."""
    lines = _wrapped(text, QFont(font), width)  # that of a row ends with its painting
    most = max(most, 1)
    if len(lines) <= most:
        return list(lines)
    start = 0
    for line in lines[: most - 1]:
        start = text.index(line, start) + len(line)
    rest = text[start:].lstrip()
    return [*lines[: most - 1], QFontMetrics(font).elidedText(rest, elided, width)]


@lru_cache(maxsize=4096)
def _wrapped(text: str, font: QFont, width: int) -> tuple[str, ...]:
    """Break a text between words, and words that are too long anywhere.

    Not by QTextLayout: the result is kept, since the same rows are painted again and again.
    """
    metrics = QFontMetrics(font)
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if metrics.horizontalAdvance(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while metrics.horizontalAdvance(line) > width and len(line) > 1:
            fitting = next(
                count
                for count in range(len(line) - 1, 0, -1)
                if count == 1 or metrics.horizontalAdvance(line[:count]) <= width
            )
            # After a mark between parts of a name, where there is one in the second half.
            mark = max(line.rfind(sign, fitting // 2, fitting) for sign in "_-.")
            fitting = mark + 1 if mark >= 0 else fitting
            lines.append(line[:fitting])
            line = line[fitting:]
    return (*lines, line)


def _paint_lines(painter: QPainter, first: QRect, align: Qt.AlignmentFlag, lines: list[str]) -> int:
    """Draw lines below each other from the first one's place; returns where the next would be."""
    place, spacing = QRect(first), painter.fontMetrics().lineSpacing()
    for line in lines:
        painter.drawText(place, align | Qt.AlignmentFlag.AlignAbsolute, line)
        place.translate(0, spacing)
    return place.top()
