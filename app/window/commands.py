"""What the user can do with the clips that are in the list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.window import questions
from app.window.missing import MissingSources
from app.window.questions import Leaving
from app.window.queue.changes import Changes
from app.window.queue.clips import Clip, ClipState
from app.window.queue.render_queue import RenderQueue
from app.window.queue.selection import Selection
from engine.jobs.errors import UnfinishedWorkError
from engine.jobs.options import Resume


class Commands(QObject):
    """Carries out what was chosen for the selected clips, and asks where something may be lost."""

    def __init__(
        self,
        selection: Selection,
        queue: RenderQueue,
        changes: Changes,
        *,
        missing: MissingSources,
        remove_selected: Callable[[], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._selection, self._queue, self._changes = selection, queue, changes
        self._missing = missing
        self._remove_selected, self._window = remove_selected, window
        queue.choice_wanted.connect(self.on_choice_wanted)

    def toggle_queue(self) -> None:
        """Start the queue, or stop it."""
        if self._queue.is_running:
            self._queue.stop()
        else:
            self._queue.start()

    def restore_selected(self) -> None:
        """Restore the selected clips only, also those that are finished."""
        self._queue.restore(self._selection.clips)

    def pause_selected(self) -> None:
        """Take the selected clips off the queue, and keep what is finished of them."""
        self._queue.pause(self._selection.clips)

    def move_up(self) -> None:
        """Restore the selected clips one place earlier."""
        self._move(-1)

    def move_down(self) -> None:
        """Restore the selected clips one place later."""
        self._move(1)

    def move_to_top(self) -> None:
        """Restore the selected clips before all others."""
        self._changes.move(self._selection.clips, 0)

    def move_to_end(self) -> None:
        """Restore the selected clips after all others."""
        self._changes.move(self._selection.clips, len(self._changes.model))

    def group_selected(self) -> None:
        """Put the selected clips under a name that the user gives."""
        clips = self._selection.clips
        if clips:
            names = sorted({clip.group for clip in self._changes.model if clip.group})
            name = questions.ask_for_group(self._window, names, clips[0].group)
            if name is not None:
                self._changes.group(clips, name)

    def ungroup_selected(self) -> None:
        """Let the selected clips stand under the names of their folders again."""
        self._changes.group(self._selection.clips, "")

    def _move(self, places: int) -> None:
        clips, model = self._selection.clips, self._changes.model
        if clips:
            first, last = (model.index_of(clip).row() for clip in (clips[0], clips[-1]))
            row = first - 1 if places < 0 else last + 2
            self._changes.move(clips, min(max(row, 0), len(model)))

    def remove_or_cancel(self) -> None:
        """Cancel the selected clips where one of them is being restored, else remove them."""
        if self._selection.has_busy:
            self.cancel_selected()
        else:
            self._remove_selected()

    def cancel_selected(self) -> None:
        """Take the selected clips off the queue."""
        for clip in self._selection.clips:
            answer = Leaving.KEEP
            if clip.state is ClipState.RUNNING:
                answer = questions.ask_to_cancel(self._window, clip.name)
            if answer is not Leaving.STAY:
                self._queue.cancel(clip, keep=answer is Leaving.KEEP)

    def play_output(self) -> None:
        """Play the finished file of the clip that is shown with the system's player."""
        shown = self._selection.shown
        if shown is not None and shown.state is ClipState.DONE:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(shown.output)))

    def show_folder(self) -> None:
        """Show where the output of the clip that is shown is, or will be."""
        shown = self._selection.shown
        if shown is not None:
            output = shown.output or self._queue.expected_output(shown)
            folder = (output or shown.path).parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def find_source(self) -> None:
        """Ask where the source of the first selected clip is now."""
        for clip in self._selection.clips[:1]:
            self._missing.find(clip)

    def on_choice_wanted(self, clip: Clip, error: UnfinishedWorkError) -> None:
        """There is finished work of this clip that its options do not fit."""
        before = clip.begun_with if clip.is_changed else None
        answer = questions.ask_about_work(self._window, error, has_old_options=before is not None)
        if answer is Resume.AUTO and before is not None:
            text = self.tr("Take the old options back")
            self._changes.edit([clip], lambda _options: before, text)
        if answer is not None:
            self._queue.decide(clip, answer)
