"""Parts of one source: several clips that each become a file, or one clip that joins them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from app.window.compare.filmstrip import LONGEST_SECONDS
from app.window.queue.changes import Changes
from app.window.queue.clip_list import ClipList
from app.window.queue.clips import Clip
from engine.jobs.choices import PICTURE_FILES, Part
from engine.jobs.options import Options
from engine.rendering.splitting import Split, by_recordings, by_shots


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
    """Adds parts of a source, joins them, and takes them apart; all can be undone.

    Args:
        clip_list: the clips that can be selected.
        changes: carries out what is done to them.
        shots_of: gives where shots of a clip begin, in seconds; None while that is not known.
        parent: its owner in Qt's tree.
    """

    def __init__(
        self,
        clip_list: ClipList,
        changes: Changes,
        shots_of: Callable[[Clip], Sequence[float] | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._clip_list, self._changes, self._shots_of = clip_list, changes, shots_of

    def add_another(self) -> None:
        """Restore another part of the first selected clip as well.

        It reaches from the moment that is looked at to the end.
        """
        for clip in self._clip_list.selected_clips()[:1]:
            start, model = clip.position_seconds or None, self._changes.model
            options = replace(with_parts(clip.options, ()), start_seconds=start)
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
        pieces = [_only(clip.options, part) for part in clip.options.parts]
        return self._take_apart(clip, pieces, self.tr("Make a file of each part"))

    def split_selected(self, by: Split) -> None:
        """Make a clip of each recording, or of each shot, of the selected one."""
        clips = self._clip_list.selected_clips()
        if self.reason_against(clips, by) is not None:
            return
        text = self.tr("Split by recordings")
        if by is Split.SHOTS:
            text = self.tr("Split by shots")
        self._clip_list.select_all(self._take_apart(clips[0], self._pieces(clips[0], by), text))

    def reason_against(self, clips: Sequence[Clip], by: Split) -> str | None:
        """Say why clips cannot be split; None where they can, empty where none is to be said."""
        if len(clips) != 1 or clips[0].info is None:
            return ""
        (clip,) = clips
        duration = clip.info.duration_seconds or 0.0 if clip.info else 0.0
        reason: str | None = None
        if clip.state.is_busy:
            reason = self.tr("it is being restored")
        elif clip.options.parts:
            reason = self.tr("it joins several parts")
        elif by is Split.SHOTS and duration > LONGEST_SECONDS:
            reason = self.tr("the video is too long")
        elif by is Split.SHOTS and self._shots_of(clip) is None:
            reason = self.tr("its shots are not all known yet")
        elif len(self._pieces(clip, by)) == 1:
            reason = self.tr("it is one shot")
            if by is Split.RECORDINGS:
                has_dates = clip.info is not None and bool(clip.info.recordings)
                reason = self.tr("it is one recording") if has_dates else self.tr("it has no dates")
        return reason

    def _pieces(self, clip: Clip, by: Split) -> list[Options]:
        assert clip.info is not None  # `reason_against` says so
        if by is Split.RECORDINGS:
            return by_recordings(clip.info, clip.options)
        return by_shots(clip.info, clip.options, self._shots_of(clip) or ())

    def _take_apart(self, clip: Clip, pieces: Sequence[Options], text: str) -> list[Clip]:
        """Give a clip the first of these options, and add one for each of the others."""
        first, *others = pieces
        model = self._changes.model
        copies = [clip.copy_with(model.next_id(), options) for options in others]
        for copy in copies:
            copy.position_seconds = copy.options.start_seconds or 0.0
        self._changes.stack.beginMacro(text)
        self._changes.edit([clip], lambda _options: first, text)
        self._changes.add(copies, text, row=model.index_of(clip).row() + 1)
        self._changes.stack.endMacro()
        return [clip, *copies]


def with_parts(options: Options, parts: tuple[Part, ...]) -> Options:
    """Return options that join these parts."""
    return replace(options, start_seconds=None, end_seconds=None, parts=parts, name_beginning="")


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
