"""A folder of which new videos are added by themselves."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from app.window.settings import Settings
from engine.background.intake_thread import Intake
from engine.files.sources import is_gone, is_output_of_another, videos_in

CHECK_MS = 10_000

Looked = dict[Path, tuple[int, int]]
"""Size and time of change of each video."""


class WatchedFolder(QObject):
    """Looks into a folder now and then; what is in it when that begins is left alone.

    What came while the program was closed is new. A recording or a copy may still be growing: a
    video has arrived when it is the same twice.

    Signals:
        arrived(list[Path]): new videos.
        said(str): a remark for the user.
    """

    arrived = Signal(object)
    said = Signal(str)
    _looked = Signal(object, object)

    def __init__(
        self, intake: Intake, settings: Settings, action: QAction, window: QWidget
    ) -> None:
        super().__init__(window)
        self._intake, self._settings, self._window = intake, settings, window
        self._action = action
        self._folder: Path | None = None
        self._known: set[Path] | None = None
        """None: what is in it already is not known yet."""
        self._before: Looked = {}
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_MS)
        self._timer.timeout.connect(self.look)
        self._looked.connect(self.on_looked)
        action.setCheckable(True)
        action.triggered.connect(self.on_toggled)
        folder, seen = settings.watched_folder, settings.seen_in_watched
        self.watch(folder)
        if folder is not None and seen is not None:
            self._keep({folder / name for name in seen})

    def watch(self, folder: Path | None) -> None:
        """Watch a folder from now on; None: none."""
        self._folder, self._known, self._before = folder, None, {}
        self._settings.watched_folder, self._settings.seen_in_watched = folder, None
        self._action.setChecked(folder is not None)
        text = self.tr("Add new videos of a folder by &themselves…")
        if folder is not None:
            name = folder.name or str(folder)
            text = self.tr("Add new videos of “{name}” by &themselves").format(name=name)
        self._action.setText(text)
        if folder is None:
            self._timer.stop()
        else:
            self._timer.start()
            self.look()

    def on_toggled(self, is_wanted: bool) -> None:
        """Ask for a folder, or watch none."""
        if not is_wanted:
            self.watch(None)
            return
        start = self._settings.open_folder
        title = self.tr("Folder to which new videos come")
        chosen = QFileDialog.getExistingDirectory(self._window, title, start)
        self.watch(Path(chosen) if chosen else None)
        if chosen:
            self.said.emit(
                self.tr("Videos that come into “{name}” will be added.").format(
                    name=Path(chosen).name
                )
            )

    def look(self) -> None:
        """Look into the folder, in the intake's thread."""
        folder = self._folder
        if folder is not None:
            self._intake.write("watch", lambda: self._looked.emit(folder, _look_into(folder)))

    def on_looked(self, folder: Path, looked: Looked | None) -> None:
        """It is known what is in the folder; None: it is not there now."""
        if folder != self._folder or looked is None:
            return
        if self._known is None:
            self._keep(set(looked))
        known = self._known or set()
        complete = [
            path
            for path, state in looked.items()
            if path not in known and self._before.get(path) == state
        ]
        self._before = looked
        if complete:
            self._keep(known | set(complete))
            # Outputs of another Homereel, as of a command line, are not to be restored once more.
            sources = [path for path in complete if not is_output_of_another(path, looked)]
            if sources:
                self.arrived.emit(sources)

    def _keep(self, known: set[Path]) -> None:
        """Remember which videos were seen, also for the next start of the program."""
        self._known = known
        folder = self._folder
        if folder is not None:
            names = frozenset(os.path.relpath(path, folder) for path in known)
            self._settings.seen_in_watched = names


def _look_into(folder: Path) -> Looked | None:
    if is_gone(folder):
        return None
    looked: Looked = {}
    for path in videos_in([folder]):
        try:
            status = path.stat()
        except OSError:
            continue
        if status.st_size:
            looked[path] = status.st_size, status.st_mtime_ns
    return looked
