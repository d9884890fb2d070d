"""The clips in the order in which they are restored, as a model of Qt."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from app.window.queue import clip_wording
from app.window.queue.clips import Clip
from engine.jobs.options import Options

CLIP_ROLE = Qt.ItemDataRole.UserRole
SECTION_ROLE = Qt.ItemDataRole.UserRole + 1
"""The group or the folder that begins with a clip; empty within it."""
ROWS = "application/x-homereel-rows"
"""Rows of this list that are being dragged."""

_ROW_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)

Index = QModelIndex | QPersistentModelIndex


class ClipModel(QAbstractListModel):
    """Holds the clips; the changes that can be undone are made by `Changes`.

    Signals:
        moved_to(list[Clip], int): clips were dragged in front of this row; they are still where
            they were.
    """

    moved_to = Signal(object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clips: list[Clip] = []
        self._rows: dict[int, int] = {}
        """The row of each clip, by its id."""
        self._has_sections = False
        self._ids = itertools.count(1)

    def __iter__(self) -> Iterator[Clip]:
        return iter(self._clips)

    def __len__(self) -> int:
        return len(self._clips)

    def __contains__(self, clip: object) -> bool:
        return isinstance(clip, Clip) and clip.clip_id in self._rows

    def new_clip(self, path: Path, options: Options, folder: Path | None) -> Clip:
        """Make a clip that is yet to be looked at; it is not in the list."""
        return Clip(self.next_id(), path, options, folder)

    def next_id(self) -> int:
        """Return an id for a new clip."""
        return next(self._ids)

    def add(self, path: Path, options: Options, folder: Path | None) -> Clip:
        """Append a clip that is yet to be looked at."""
        clip = self.new_clip(path, options, folder)
        self.insert([(len(self), clip)])
        return clip

    def insert(self, placed: Sequence[tuple[int, Clip]]) -> None:
        """Put clips at rows that increase; each row counts those that were put before it."""
        for first, clips in _runs(placed):
            self.beginInsertRows(QModelIndex(), first, first + len(clips) - 1)
            self._clips[first:first] = clips
            self._count_rows()
            self.endInsertRows()

    def remove(self, clips: Collection[Clip]) -> list[tuple[int, Clip]]:
        """Take clips out of the list; the files are not touched.

        Returns:
            Where they were, as `insert` puts them back.
        """
        rows = sorted(self._rows[clip.clip_id] for clip in clips)
        placed = [(row, self._clips[row]) for row in rows]
        for first, run in reversed(_runs(placed)):
            self.beginRemoveRows(QModelIndex(), first, first + len(run) - 1)
            del self._clips[first : first + len(run)]
            self._count_rows()
            self.endRemoveRows()
        return placed

    def reorder(self, order: Sequence[Clip], groups: Mapping[Clip, str] | None = None) -> None:
        """Put all clips into another order, and some into groups; the same ones stay selected."""
        assert {c.clip_id for c in order} == set(self._rows)
        self.layoutAboutToBeChanged.emit()
        for clip, group in (groups or {}).items():
            clip.group = group
        before = self.persistentIndexList()
        clips = [self._clips[index.row()] for index in before]
        self._clips = list(order)
        self._count_rows()
        self.changePersistentIndexList(before, [self.index_of(clip) for clip in clips])
        self.layoutChanged.emit()

    def find(self, clip_id: int) -> Clip | None:
        """The clip with this id, None when it was removed."""
        row = self._rows.get(clip_id)
        return None if row is None else self._clips[row]

    def touch(self, *clips: Clip) -> None:
        """Announce once that clips were changed."""
        rows = [self._rows[clip.clip_id] for clip in clips if clip.clip_id in self._rows]
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 0))

    def index_of(self, clip: Clip) -> QModelIndex:
        """Where a clip is in the list."""
        return self.index(self._rows[clip.clip_id], 0)

    def _count_rows(self) -> None:
        self._rows = {clip.clip_id: row for row, clip in enumerate(self._clips)}
        sections = {clip.section for clip in self._clips}
        self._has_sections = len(sections) > 1 or any(group for group, _folder in sections)

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
                section = self._section_at(index.row())
                heard = f"{clip.name}, {clip_wording.state_line(clip)}"
                return f"{section}: {heard}" if section else heard
            case _:
                if role == SECTION_ROLE:
                    return self._section_at(index.row())
                return clip if role == CLIP_ROLE else None

    def _section_at(self, row: int) -> str:
        group, folder = self._clips[row].section
        is_new = row == 0 or self._clips[row - 1].section != (group, folder)
        if not self._has_sections or not is_new:
            return ""
        return group if folder is None else (folder.name or str(folder))

    # Dragging rows

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return _ROW_FLAGS if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    @override
    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    @override
    def mimeTypes(self) -> list[str]:
        return [ROWS]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        rows = sorted(index.row() for index in indexes)
        data.setData(ROWS, ",".join(map(str, rows)).encode())
        return data

    @override
    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell where clips are to go; False, since the view must not remove their rows."""
        if data.hasFormat(ROWS):
            rows = bytes(data.data(ROWS).data()).decode().split(",")
            clips = [self._clips[int(number)] for number in rows]
            self.moved_to.emit(clips, len(self) if row < 0 else row)
        return False


def _runs(placed: Sequence[tuple[int, Clip]]) -> list[tuple[int, list[Clip]]]:
    """Join clips at rows that follow on each other."""
    runs: list[tuple[int, list[Clip]]] = []
    for row, clip in placed:
        if runs and row == runs[-1][0] + len(runs[-1][1]):
            runs[-1][1].append(clip)
        else:
            runs.append((row, [clip]))
    return runs
