"""How clips come into the list and leave it: drops, dialogs, the command line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from app.window.editing import Editing
from app.window.queue.changes import Changes
from app.window.queue.clip_list import ClipList
from app.window.queue.clips import THUMBNAIL_SIDE, Clip, ClipState
from app.window.queue.history import Done
from app.window.settings import Settings
from engine.background.intake_thread import Intake
from engine.files.sources import VIDEO_SUFFIXES, is_output_of_another

_NAMED_KINDS = 4


class Adding(QObject):
    """Adds clips to the list and has them looked at.

    Signals:
        dragged(bool): something is held over the window, or no longer.
        said(str): a remark for the user.
        done(): clips were added or removed.
    """

    dragged = Signal(bool)
    said = Signal(str)
    done = Signal()

    def __init__(
        self,
        clip_list: ClipList,
        changes: Changes,
        *,
        intake: Intake,
        editing: Editing,
        settings: Settings,
        outputs: Callable[[], Collection[Path]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._clip_list, self._changes, self._intake = clip_list, changes, intake
        self._model = changes.model
        self._editing, self._settings, self._window = editing, settings, window
        self._outputs = outputs
        self._given: set[Path] = set()
        self._selected_unasked: Clip | None = None
        intake.found.connect(self.on_found)
        changes.inserted.connect(self.on_inserted)
        changes.removed.connect(self.on_removed)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped on the window."""
        if isinstance(event, QDropEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.dragged.emit(event.type() is not QEvent.Type.Drop)
            if event.type() is QEvent.Type.Drop:
                urls = event.mimeData().urls()
                self.add_paths([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
            return True
        if event.type() is QEvent.Type.DragLeave:
            self.dragged.emit(False)
        return super().eventFilter(watched, event)

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Append files, and the videos in folders, once they were searched for."""
        if paths:
            self._given.update(paths)
            self._intake.search(paths)

    def on_found(self, files: Sequence[Path], left_out: Mapping[str, int]) -> None:
        """Append the videos among files and folders, and say which other files were left out.

        Files that this program wrote are taken only where they were given themselves.
        """
        ours = set(self._outputs())
        sources = [
            path
            for path in files
            if path in self._given or not (path in ours or is_output_of_another(path, files))
        ]
        count = len(files) - len(sources)
        self._given.clear()
        if sources:
            self.add_files(sources)
        elif count:
            text = self.tr("%n restored files of Homereel were left out.", "", count)
            self.said.emit(text)
        else:
            self.said.emit(self.tr("There is no video in this folder."))
        if sources and left_out:
            none = self.tr("no suffix")
            kinds = [f"{suffix or none} ({n})" for suffix, n in left_out.items()]
            more = " …" if len(kinds) > _NAMED_KINDS else ""
            text = self.tr("Files that are no videos were left out: {kinds}")
            self.said.emit(text.format(kinds=", ".join(kinds[:_NAMED_KINDS]) + more))

    def add_found(self, files: Sequence[Path]) -> None:
        """Append videos that came into a folder, but for those that this program wrote."""
        ours = set(self._outputs()) | {clip.path for clip in self._model}
        self.add_files([path for path in files if path not in ours])

    def add_files(self, files: Sequence[Path]) -> None:
        """Append files to the list, whatever they are."""
        known = {clip.path for clip in self._model}
        options, folder = self._editing.next_options, self._editing.next_folder
        clips = [self._model.new_clip(path, options, folder) for path in files]
        if not clips:
            return
        self._changes.add(clips, self.tr("Add %n clips", "", len(clips)))
        if not self._clip_list.selected_clips():
            self._select_unasked(clips[0])
        repeated = [path.name for path in files if path in known]
        if repeated:
            text = self.tr("“{name}” was in the list already; now it is there once more.")
            self.said.emit(text.format(name=repeated[0]))

    def duplicate(self, clips: Sequence[Clip]) -> None:
        """Put a copy of each clip after the last of them, to be restored with other options."""
        copies = [clip.copy_with(self._model.next_id(), clip.options) for clip in clips]
        if copies:
            row = self._model.index_of(clips[-1]).row() + 1
            self._changes.add(copies, self.tr("Duplicate %n clips", "", len(copies)), row=row)
            self._clip_list.select_all(copies)

    def add_again(self, done: Done) -> None:
        """Put the source of an earlier render into the list, with the options it had."""
        clip = self._model.new_clip(done.source, done.options, done.output.parent)
        self._changes.add([clip], self.tr("Add a clip again"))
        self._clip_list.select_all([clip])

    def show_finished(self, done: Done) -> None:
        """Show an earlier render, to be compared with its source; it comes into the list."""
        clip = next((c for c in self._model if c.output == done.output), None)
        if clip is None:
            clip = self._model.new_clip(done.source, done.options, done.output.parent)
            clip.state, clip.output = ClipState.DONE, done.output
            clip.finished_with = done.options
            self._changes.add([clip], self.tr("Show a finished clip"))
        self._clip_list.select_all([clip])

    def on_inserted(self, clips: Sequence[Clip]) -> None:
        """Have clips looked at that are new, and planned that are back."""
        for clip in clips:
            if clip.info is None and clip.state is not ClipState.REFUSED:
                if clip.state is not ClipState.DONE:
                    clip.state = ClipState.LOOKING
                self.look_at(clip)
            else:
                if clip.thumbnail is None:
                    self.look_at(clip)
                self._editing.request_plan(clip)
        self.done.emit()

    def on_removed(self, clips: Sequence[Clip]) -> None:
        """Look no further at clips that are no longer in the list."""
        for clip in clips:
            self._intake.forget(clip.clip_id)
        self.done.emit()

    def on_known(self, clip: Clip) -> None:
        """Of new clips show one that can be looked at, unless the user has selected another."""
        if clip is not self._selected_unasked:
            return
        self._selected_unasked = None
        if clip.state is ClipState.REFUSED and self._clip_list.selected_clips() == [clip]:
            usable = (c for c in self._model if c.state is not ClipState.REFUSED)
            if (other := next(usable, None)) is not None:
                self._select_unasked(other)

    def _select_unasked(self, clip: Clip) -> None:
        self._selected_unasked = clip
        self._clip_list.select(self._model.index_of(clip))

    def look_at(self, clip: Clip) -> None:
        """Have a clip looked at."""
        self._intake.look_at(clip.clip_id, clip.path, long_side=THUMBNAIL_SIDE)

    def look_again(self) -> None:
        """Have the selected clips looked at that could not be looked at before."""
        for clip in self._clip_list.selected_clips():
            if clip.state is ClipState.REFUSED:
                clip.state, clip.error = ClipState.LOOKING, None
                self._model.touch(clip)
                self.look_at(clip)

    def ask_for_files(self) -> None:
        """Open the file dialog."""
        patterns = " ".join(f"*{suffix}" for suffix in sorted(VIDEO_SUFFIXES))
        kinds = self.tr("Videos") + f" ({patterns});;" + self.tr("All files") + " (*)"
        names, _kind = QFileDialog.getOpenFileNames(
            self._window, self.tr("Add videos"), self._settings.open_folder, kinds
        )
        if names:
            self._settings.open_folder = str(Path(names[0]).parent)
            self.add_paths([Path(name) for name in names])

    def ask_for_folder(self) -> None:
        """Open the folder dialog."""
        folder = QFileDialog.getExistingDirectory(
            self._window, self.tr("Add the videos of a folder"), self._settings.open_folder
        )
        if folder:
            self._settings.open_folder = folder
            self.add_paths([Path(folder)])

    def remove_selected(self) -> None:
        """Take the selected clips off the list; one that is being restored stays."""
        clips = self._clip_list.selected_clips()
        busy = [clip for clip in clips if clip.state.is_busy]
        removed = len(clips) - len(busy)
        row = self._model.index_of(clips[0]).row() if clips else 0
        self._changes.remove(clips)
        if busy:
            text = self.tr("“{name}” is being restored; cancel it first.")
            self.said.emit(text.format(name=busy[0].path.name))
        elif removed:
            self.said.emit(
                self.tr("Removed %n clips from the list; Ctrl+Z brings them back.", "", removed)
            )
            if len(self._model):
                self._clip_list.select(self._model.index(min(row, len(self._model) - 1), 0))
