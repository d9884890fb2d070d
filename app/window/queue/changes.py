"""Changes of the list and of the clips' options, which can be undone and done again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from app.window.queue.clip_model import ClipModel
from app.window.queue.clips import Clip
from engine.jobs.options import Options

MERGED_SECONDS = 1.5
"""Changes of the same options that follow on each other within this time are undone as one."""
_KEPT_CHANGES = 200


@dataclass(frozen=True)
class Wishes:
    """What the user wants of a clip; ``folder`` None: its output goes beside the source."""

    options: Options
    folder: Path | None


class Changes(QObject):
    """Makes changes, and takes them back.

    A clip that is being restored is left as it is: neither removed nor changed.

    Signals:
        inserted(list[Clip]): clips are in the list, for the first time or again.
        removed(list[Clip]): clips are no longer in it.
        rewished(list[tuple[Clip, Wishes]]): clips have other options or another folder; with what
            they had before.
        done(): a change was made, undone or done again.
        said(str): a remark for the user.
    """

    inserted = Signal(object)
    removed = Signal(object)
    rewished = Signal(object)
    done = Signal()
    said = Signal(str)

    def __init__(self, model: ClipModel, parent: QObject) -> None:
        super().__init__(parent)
        self.model = model
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(_KEPT_CHANGES)
        self.stack.indexChanged.connect(self.done)
        model.moved_to.connect(self.move)

    def add(self, clips: Sequence[Clip], text: str, *, row: int | None = None) -> None:
        """Put new clips into the list: in front of a row, or at the end."""
        first = len(self.model) if row is None else row
        placed = [(first + number, clip) for number, clip in enumerate(clips)]
        self.stack.push(_Adding(self, placed, text))

    def remove(self, clips: Sequence[Clip]) -> None:
        """Take clips out of the list."""
        going = [clip for clip in clips if not clip.state.is_busy]
        if going:
            text = self.tr("Remove %n clips", "", len(going))
            self.stack.push(_Removal(self, going, text))

    def move(self, clips: Sequence[Clip], row: int) -> None:
        """Put clips in front of what is at a row now.

        Between two clips of a group they come into it; away from the rest of theirs they leave it.
        """
        before = list(self.model)
        moving = {clip.clip_id for clip in clips}
        first = [clip for clip in before[:row] if clip.clip_id not in moving]
        rest = [clip for clip in before[row:] if clip.clip_id not in moving]
        inner = [clip for clip in before if clip.clip_id in moving]
        text = self.tr("Move %n clips", "", len(inner))
        around = [clip.group for clip in (*first[-1:], *rest[:1])]
        left = {clip.group for clip in (*first, *rest)}
        if len(around) == 2 and around[0] == around[1] != "":
            groups = dict.fromkeys(inner, around[0])
        else:
            lost = [clip for clip in inner if clip.group in left and clip.group not in around]
            groups = dict.fromkeys(lost, "")
        self._arrange([*first, *inner, *rest], groups, text)

    def group(self, clips: Sequence[Clip], name: str) -> None:
        """Put clips under a name, where its group is or the first of them; empty: under none."""
        before, grouped = list(self.model), {clip.clip_id for clip in clips}
        inner = [clip for clip in before if clip.clip_id in grouped]
        text = self.tr("Group %n clips", "", len(inner))
        if not name:
            text = self.tr("Take %n clips out of their group", "", len(inner))
        order = before
        if name and inner:
            there = [clip for clip in before if clip.group == name and clip.clip_id not in grouped]
            row = 1 + before.index(there[-1]) if there else before.index(inner[0])
            first = [clip for clip in before[:row] if clip.clip_id not in grouped]
            order = [*first, *inner, *(c for c in before[row:] if c.clip_id not in grouped)]
        self._arrange(order, dict.fromkeys(inner, name), text)

    def _arrange(self, order: list[Clip], groups: dict[Clip, str], text: str) -> None:
        before = list(self.model)
        changed = {clip: group for clip, group in groups.items() if clip.group != group}
        if order != before or changed:
            self.stack.push(_Arranging(self, (before, order), changed, text))

    def edit(
        self, clips: Sequence[Clip], change: Callable[[Options], Options], text: str = ""
    ) -> None:
        """Change the options of clips."""
        self._wish(
            {c: Wishes(change(c.options), c.folder) for c in clips},
            text or self.tr("Change options"),
        )

    def put_into(self, clips: Sequence[Clip], folder: Path | None) -> None:
        """Have the outputs of clips written to another folder."""
        wishes = {clip: Wishes(clip.options, folder) for clip in clips}
        self._wish(wishes, self.tr("Change the output folder"))

    def _wish(self, wanted: dict[Clip, Wishes], text: str) -> None:
        changed = {
            clip: (Wishes(clip.options, clip.folder), wishes)
            for clip, wishes in wanted.items()
            if not clip.state.is_busy and Wishes(clip.options, clip.folder) != wishes
        }
        if changed:
            self.stack.push(_Editing(self, changed, text))

    # What the commands do

    def insert_again(self, placed: Sequence[tuple[int, Clip]]) -> None:
        """Put clips back where they were, as far as the list is long enough by now."""
        length = len(self.model)
        fitting = [(min(row, length + n), clip) for n, (row, clip) in enumerate(placed)]
        self.model.insert(fitting)
        self.inserted.emit([clip for _row, clip in placed])

    def take_out(self, clips: Sequence[Clip]) -> list[tuple[int, Clip]]:
        """Take clips out of the list that are in it and not being restored."""
        there = [clip for clip in clips if clip in self.model]
        going = [clip for clip in there if not clip.state.is_busy]
        self._say_what_stays(there)
        placed = self.model.remove(going)
        self.removed.emit(going)
        return placed

    def arrange(self, order: Sequence[Clip], groups: Mapping[Clip, str]) -> None:
        """Bring the clips into an order and groups; those that came since then stay at the end."""
        known = {clip.clip_id for clip in order}
        there = [clip for clip in order if clip in self.model]
        later = [clip for clip in self.model if clip.clip_id not in known]
        self.model.reorder(there + later, groups)

    def set_wishes(self, wishes: dict[Clip, Wishes]) -> None:
        """Give clips options and folders, but for those that are being restored."""
        before = []
        for clip, wanted in wishes.items():
            if not clip.state.is_busy:
                before.append((clip, Wishes(clip.options, clip.folder)))
                clip.options, clip.folder = wanted.options, wanted.folder
        self._say_what_stays(wishes)
        self.model.touch(*(clip for clip, _before in before))
        self.rewished.emit(before)

    def _say_what_stays(self, clips: Iterable[Clip]) -> None:
        """Say it where something cannot be undone, lest an earlier change is undone for it."""
        for clip in [clip for clip in clips if clip.state.is_busy][:1]:
            text = self.tr("“{name}” is being restored, and stays as it is.")
            self.said.emit(text.format(name=clip.name))


class _Adding(QUndoCommand):
    def __init__(self, changes: Changes, placed: list[tuple[int, Clip]], text: str) -> None:
        super().__init__(text)
        self._changes, self._placed = changes, placed

    @override
    def redo(self) -> None:
        self._changes.insert_again(self._placed)

    @override
    def undo(self) -> None:
        self._placed = self._changes.take_out([clip for _row, clip in self._placed])


class _Removal(QUndoCommand):
    def __init__(self, changes: Changes, clips: list[Clip], text: str) -> None:
        super().__init__(text)
        self._changes, self._clips = changes, clips
        self._placed: list[tuple[int, Clip]] = []

    @override
    def redo(self) -> None:
        self._placed = self._changes.take_out(self._clips)

    @override
    def undo(self) -> None:
        self._changes.insert_again(self._placed)


class _Arranging(QUndoCommand):
    """Another order, and other groups of some clips."""

    def __init__(
        self,
        changes: Changes,
        orders: tuple[list[Clip], list[Clip]],
        groups: dict[Clip, str],
        text: str,
    ) -> None:
        super().__init__(text)
        self._changes, (self._before, self._after) = changes, orders
        self._old_groups = {clip: clip.group for clip in groups}
        self._groups = groups

    @override
    def redo(self) -> None:
        self._changes.arrange(self._after, self._groups)

    @override
    def undo(self) -> None:
        self._changes.arrange(self._before, self._old_groups)


class _Editing(QUndoCommand):
    """Other options; a slider that is moved through many of them is one change."""

    def __init__(
        self, changes: Changes, changed: dict[Clip, tuple[Wishes, Wishes]], text: str
    ) -> None:
        super().__init__(text)
        self._changes, self._changed = changes, changed
        self._fields = _fields_of(changed)
        self._at_seconds = time.monotonic()

    @override
    def redo(self) -> None:
        self._changes.set_wishes({clip: after for clip, (_, after) in self._changed.items()})

    @override
    def undo(self) -> None:
        self._changes.set_wishes({clip: before for clip, (before, _) in self._changed.items()})

    @override
    def id(self) -> int:
        return 1

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if (
            not isinstance(other, _Editing)
            or other._fields != self._fields
            or set(other._changed) != set(self._changed)
            or other._at_seconds - self._at_seconds > MERGED_SECONDS
        ):
            return False
        self._changed = {
            clip: (before, other._changed[clip][1]) for clip, (before, _) in self._changed.items()
        }
        self._at_seconds = other._at_seconds
        return True


def _fields_of(changed: dict[Clip, tuple[Wishes, Wishes]]) -> frozenset[str]:
    """Name the options that differ."""
    names: set[str] = set()
    for before, after in changed.values():
        if before.folder != after.folder:
            names.add("folder")
        plain = vars(after.options)
        names |= {name for name, value in vars(before.options).items() if plain[name] != value}
    return frozenset(names)
