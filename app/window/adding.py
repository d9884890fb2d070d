"""How clips come into the list and leave it: drops, dialogs, the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from app.window.editing import Editing
from app.window.queue.clip_list import ClipList, ClipModel
from app.window.queue.clips import THUMBNAIL_SIDE, Clip, ClipState
from app.window.settings import Settings
from engine.background.intake_thread import Intake
from engine.files.sources import VIDEO_SUFFIXES

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
        model: ClipModel,
        *,
        intake: Intake,
        editing: Editing,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._clip_list, self._model, self._intake = clip_list, model, intake
        self._editing, self._settings, self._window = editing, settings, window
        intake.found.connect(self.on_found)
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
            self._intake.search(paths)

    def on_found(self, files: Sequence[Path], left_out: Mapping[str, int]) -> None:
        """Append the videos among files and folders, and say which other files were left out."""
        if files:
            self.add_files(files)
        else:
            self.said.emit(self.tr("There is no video in this folder."))
        if files and left_out:
            none = self.tr("no suffix")
            kinds = [f"{suffix or none} ({n})" for suffix, n in left_out.items()]
            more = " …" if len(kinds) > _NAMED_KINDS else ""
            text = self.tr("Files that are no videos were left out: {kinds}")
            self.said.emit(text.format(kinds=", ".join(kinds[:_NAMED_KINDS]) + more))

    def add_files(self, files: Sequence[Path]) -> None:
        """Append files to the list, whatever they are."""
        known = {clip.path for clip in self._model}
        for path in files:
            clip = self._model.add(path, self._editing.next_options, self._editing.next_folder)
            self.look_at(clip)
            if not self._clip_list.selected_clips():
                self._clip_list.select(self._model.index_of(clip))
        repeated = [path.name for path in files if path in known]
        if repeated:
            text = self.tr("“{name}” was in the list already; now it is there once more.")
            self.said.emit(text.format(name=repeated[0]))
        self.done.emit()

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
        for clip in self._clip_list.selected_clips():
            if clip.state.is_busy:
                text = self.tr("“{name}” is being restored; cancel it first.")
                self.said.emit(text.format(name=clip.path.name))
                continue
            self._intake.forget(clip.clip_id)
            self._model.remove(clip)
        self.done.emit()
