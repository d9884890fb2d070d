"""Parts of one source: several rows that each become a file, or one row that joins them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from app.window.queue.changes import Changes
from app.window.queue.clip_list import ClipList
from app.window.queue.clips import Clip
from engine.jobs.choices import PICTURE_FILES, Part
from engine.jobs.options import Options


def can_join(clips: Sequence[Clip]) -> bool:
    """Tell whether clips are parts of one source that can become one file."""
    return (
        len(clips) > 1
        and len({clip.path for clip in clips}) == 1
        and all(clip.info is not None and not clip.state.is_busy for clip in clips)
        and all(_parts_of(clip) for clip in clips)
        and clips[0].options.codec not in PICTURE_FILES
    )


def can_split(clips: Sequence[Clip]) -> bool:
    """Tell whether a clip joins parts that could each become a file."""
    return len(clips) == 1 and bool(clips[0].options.parts) and not clips[0].state.is_busy


class Parts(QObject):
    """Adds parts of a source, joins them, and takes them apart; all can be undone."""

    def __init__(self, clip_list: ClipList, changes: Changes, parent: QObject) -> None:
        super().__init__(parent)
        self._clip_list, self._changes = clip_list, changes

    def add_another(self) -> None:
        """Restore another part of the first selected clip as well.

        It reaches from the moment that is looked at to the end.
        """
        for clip in self._clip_list.selected_clips()[:1]:
            start, model = clip.position_seconds or None, self._changes.model
            options = replace(clip.options, start_seconds=start, end_seconds=None, parts=())
            copy = clip.copy_with(model.next_id(), options)
            row = model.index_of(clip).row() + 1
            self._changes.add([copy], self.tr("Add another part"), row=row)
            self._clip_list.select_all([copy])

    def join_or_split(self) -> None:
        """Make one row of the selected parts, or a row of each part of the selected one."""
        clips = self._clip_list.selected_clips()
        if can_split(clips):
            self._clip_list.select_all(self.split(clips[0]))
        else:
            self.join(clips)

    def join(self, clips: Sequence[Clip]) -> None:
        """Make one row of clips that are parts of one source, in the order of the list."""
        if not can_join(clips):
            return
        first, *others = clips
        parts = tuple(part for clip in clips for part in _parts_of(clip))
        text = self.tr("Join the parts in one file")
        self._changes.stack.beginMacro(text)
        self._changes.edit([first], lambda options: with_parts(options, parts), text)
        self._changes.remove(others)
        self._changes.stack.endMacro()

    def split(self, clip: Clip) -> list[Clip]:
        """Make a row of each part that a clip joins; returns them."""
        parts, model = clip.options.parts, self._changes.model
        copies = [clip.copy_with(model.next_id(), _only(clip.options, p)) for p in parts[1:]]
        text = self.tr("Make a file of each part")
        self._changes.stack.beginMacro(text)
        self._changes.edit([clip], lambda options: _only(options, parts[0]), text)
        self._changes.add(copies, text, row=model.index_of(clip).row() + 1)
        self._changes.stack.endMacro()
        return [clip, *copies]


def with_parts(options: Options, parts: tuple[Part, ...]) -> Options:
    """Return options that join these parts."""
    return replace(options, start_seconds=None, end_seconds=None, parts=parts)


def _only(options: Options, part: Part) -> Options:
    return replace(
        options, parts=(), start_seconds=part.start_seconds, end_seconds=part.end_seconds
    )


def _parts_of(clip: Clip) -> tuple[Part, ...]:
    """The parts of a clip; empty where its length is not known."""
    options, info = clip.options, clip.info
    end = options.end_seconds
    if end is None and info is not None:
        end = info.duration_seconds
    if options.parts:
        return options.parts
    return () if end is None else (Part(options.start_seconds or 0.0, end),)
