"""The view over the clips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.window.queue.clip_model import CLIP_ROLE, ClipModel
from app.window.queue.clip_rows import ClipRows
from app.window.queue.clips import Clip

_PICTURES_KIB = 64 * 1024
"""Of some hundred thumbnails, for screens of high density."""


class ClipList(QListView):
    """Lists the clips; rows are dragged into another order, files are dropped on the window.

    Signals:
        selection_changed(): other clips are selected now.
    """

    selection_changed = Signal()

    def __init__(self, model: ClipModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(ClipRows(self))
        QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), _PICTURES_KIB))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setAccessibleName(self.tr("Clips"))
        self._selected: list[Clip] | None = None
        """None: to be found out, which takes some time where many are selected."""
        for signal in (model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            signal.connect(self._forget_selected)
            signal.connect(self.scheduleDelayedItemsLayout)  # sections come and go
        self.selectionModel().selectionChanged.connect(self._on_selected)

    def selected_clips(self) -> list[Clip]:
        """The selected clips in the order of the list."""
        if self._selected is None:
            rows = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
            self._selected = [index.data(CLIP_ROLE) for index in rows]
        return list(self._selected)

    def _forget_selected(self) -> None:
        self._selected = None

    def _on_selected(self) -> None:
        self._selected = None
        self.selection_changed.emit()

    def select(self, index: QModelIndex) -> None:
        """Make one clip the selected one."""
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def select_section(self) -> None:
        """Select all clips of the group of the first selected one, or of its folder."""
        model = self.model()
        assert isinstance(model, ClipModel)
        sections = {clip.section for clip in self.selected_clips()[:1]}
        self.select_all([clip for clip in model if clip.section in sections])

    def select_all(self, clips: Sequence[Clip]) -> None:
        """Make some clips the selected ones."""
        model = self.model()
        assert isinstance(model, ClipModel)
        chosen = QItemSelection()
        for clip in clips:
            index = model.index_of(clip)
            chosen.select(index, index)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if clips:
            self.scrollTo(model.index_of(clips[-1]))
            self.selectionModel().setCurrentIndex(
                model.index_of(clips[0]), QItemSelectionModel.SelectionFlag.NoUpdate
            )
