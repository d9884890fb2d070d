"""The list of clips: model, rows and view."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPalette, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from app.window import theme
from app.window.queue import clip_wording
from app.window.queue.clips import Clip, ClipState
from engine.jobs.options import Options

CLIP_ROLE = Qt.ItemDataRole.UserRole
THUMBNAIL = QSize(88, 66)
ROW_HEIGHT = 90
MARGIN = 12

Index = QModelIndex | QPersistentModelIndex


class ClipModel(QAbstractListModel):
    """The clips in the order in which they are restored."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clips: list[Clip] = []
        self._ids = itertools.count(1)

    def __iter__(self) -> Iterator[Clip]:
        return iter(self._clips)

    def __len__(self) -> int:
        return len(self._clips)

    def add(self, path: Path, options: Options, folder: Path | None) -> Clip:
        """Append a clip that is yet to be looked at."""
        row = len(self._clips)
        clip = Clip(next(self._ids), path, options, folder)
        self.beginInsertRows(QModelIndex(), row, row)
        self._clips.append(clip)
        self.endInsertRows()
        return clip

    def remove(self, clip: Clip) -> None:
        """Take a clip out of the list; the file is not touched."""
        row = self._clips.index(clip)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._clips[row]
        self.endRemoveRows()

    def find(self, clip_id: int) -> Clip | None:
        """The clip with this id, None when it was removed."""
        return next((clip for clip in self._clips if clip.clip_id == clip_id), None)

    def touch(self, clip: Clip) -> None:
        """Announce that a clip was changed."""
        index = self.index_of(clip)
        self.dataChanged.emit(index, index)

    def index_of(self, clip: Clip) -> QModelIndex:
        """Where a clip is in the list."""
        return self.index(self._clips.index(clip), 0)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._clips)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._clips):
            return None
        clip = self._clips[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return clip.name
            case Qt.ItemDataRole.ToolTipRole:
                return f"{clip.path}\n{clip_wording.state_line(clip)}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{clip.name}, {clip_wording.state_line(clip)}"
            case _:
                return clip if role == CLIP_ROLE else None


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


class ClipList(QListView):
    """The view over the clips.

    Signals:
        selection_changed(): other clips are selected now.
    """

    selection_changed = Signal()

    def __init__(self, model: ClipModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(ClipRows(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Clips"))
        self.selectionModel().selectionChanged.connect(lambda *_: self.selection_changed.emit())

    def selected_clips(self) -> list[Clip]:
        """The selected clips in the order of the list."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [index.data(CLIP_ROLE) for index in rows]

    def select(self, index: QModelIndex) -> None:
        """Make one clip the selected one."""
        self.setCurrentIndex(index)
        self.scrollTo(index)
