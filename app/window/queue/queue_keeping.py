"""The list of clips, kept in a file while the window is open, and brought back at its start."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.window.delay import Debounced
from app.window.queue.clip_model import ClipModel
from app.window.queue.clips import Clip, ClipState
from app.window.queue.queue_file import Entry, KeptState, QueueFile
from engine.background.intake_thread import Intake
from engine.jobs.errors import InputProblem, InputVideoError

BEGUN = {ClipState.RUNNING, ClipState.STOPPING, ClipState.PAUSED}

_LEFT_ALONE = {InputProblem.CRASHED_READER, InputProblem.ENDED_PROGRAM}
"""Why a clip is looked at again only when the user wants it."""


class QueueKeeping(QObject):
    """Writes the clips that are not done to the queue file, and reads them back.

    Signals:
        said(str): a remark for the user.
    """

    said = Signal(str)

    def __init__(
        self,
        file: QueueFile,
        model: ClipModel,
        intake: Intake,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._file, self._model, self._intake = file, model, intake
        self._is_open = False
        self._saving = threading.Lock()
        self._is_complete = False
        self._delay = Debounced(self._save_in_background, self)

    def restore(self, look_at: Callable[[Clip], None]) -> int | None:
        """Bring back the queue of the last run, and have its clips looked at.

        A clip that made the reader crash is left alone, and so is one that was being looked at when
        the program itself ended.

        Returns:
            How many clips there are if the queue was interrupted, else None.
        """
        entries = self._file.open()
        clips = [self._model.new_clip(e.path, e.options, e.folder) for e in entries]
        for entry, clip in zip(entries, clips, strict=True):
            clip.group = entry.group
        self._model.insert(list(enumerate(clips)))
        for entry, clip in zip(entries, clips, strict=True):
            clip.was_begun = entry.progress is KeptState.BEGUN
            clip.begun_with = entry.begun_with if clip.was_begun else None
            if entry.left_alone is None:
                look_at(clip)
            else:
                clip.state = ClipState.REFUSED
                clip.error = InputVideoError(entry.path, entry.left_alone)
        if self._file.damaged is not None:
            text = self.tr("The kept queue could not be read; it was put aside as {path}.")
            self.said.emit(text.format(path=self._file.damaged))
        self._is_open = True
        is_interrupted = any(entry.progress is not KeptState.NEW for entry in entries)
        return len(entries) if is_interrupted else None

    def save_soon(self) -> None:
        """Write the queue within some time; the disk is left to the intake's thread."""
        if self._is_open:
            self._delay.ask()

    def close(self) -> None:
        """Write the queue a last time: what waits now waits at the next start."""
        if self._is_open:
            self._is_open = False
            self._delay.stop()
            self._save(self._entries(), is_last=True)

    def let_go(self) -> None:
        """Let another window have the file."""
        self._file.close()

    def _save_in_background(self) -> None:
        entries = self._entries()
        self._intake.write("queue", lambda: self._save(entries))

    def _save(self, entries: list[Entry], *, is_last: bool = False) -> None:
        with self._saving:
            if not self._is_complete:
                self._is_complete = is_last
                self._file.save(entries)

    def _entries(self) -> list[Entry]:
        return [
            Entry(
                clip.path,
                clip.options,
                clip.folder,
                _progress_of(clip),
                _left_alone(clip),
                clip.begun_with,
                clip.group,
            )
            for clip in self._model
            if clip.state is not ClipState.DONE
        ]


def _left_alone(clip: Clip) -> InputProblem | None:
    error = clip.error
    if clip.state is not ClipState.REFUSED or not isinstance(error, InputVideoError):
        return None
    return error.reason if error.reason in _LEFT_ALONE else None


def _progress_of(clip: Clip) -> KeptState:
    if clip.state in BEGUN or clip.is_unfinished:
        return KeptState.BEGUN
    return KeptState.WAITING if clip.state is ClipState.WAITING else KeptState.NEW
