"""Sources that are not where they were: found by their content, or asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.window import questions
from app.window.queue.clip_model import ClipModel
from app.window.queue.clips import THUMBNAIL_SIDE, Clip, ClipState
from app.window.queue.render_queue import RenderQueue
from app.window.settings import Settings
from engine.background.intake_thread import Intake
from engine.jobs.errors import InputProblem, InputVideoError
from engine.resuming.moved_sources import MovedSource

_DELAY_MS = 300


class MissingSources(QObject):
    """Finds the sources of clips that were begun, or lets the user show where they are.

    Signals:
        said(str): a remark for the user.
    """

    said = Signal(str)

    def __init__(
        self,
        model: ClipModel,
        queue: RenderQueue,
        intake: Intake,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._model, self._queue, self._intake, self._settings = model, queue, intake, settings
        self._window = window
        self._waiting: list[Clip] = []
        self._is_asking = True
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_DELAY_MS)
        self._delay.timeout.connect(self._ask)
        intake.moved.connect(self.on_moved)
        intake.compared.connect(self.on_compared)

    def is_missing(self, clip: Clip) -> bool:
        """Whether the source of a clip is not where it was."""
        has_failed = clip.state in (ClipState.REFUSED, ClipState.FAILED)
        return has_failed and _says_missing(clip.error)

    def will_ask(self, clip: Clip, error: Exception) -> bool:
        """Ask where the source of a clip is, if it was begun and that is what the error says."""
        if not clip.was_begun or not _says_missing(error):
            return False
        clip.error = error
        self._waiting.append(clip)
        self._delay.start()
        return True

    def find(self, clip: Clip) -> None:
        """Let the user show where the source of a clip is now."""
        folder = self._settings.open_folder
        self._compare(clip, questions.choose_source(self._window, clip.path.name, folder))

    def stop_asking(self) -> None:
        """Ask no more; the window closes."""
        self._is_asking = False

    def on_moved(self, clip_id: int, moved: MovedSource) -> None:
        """A source was found elsewhere; its output stays where it was begun."""
        if (clip := self._model.find(clip_id)) is None:
            return
        text = self.tr("“{name}” was moved, and found: {path}")
        self.said.emit(text.format(name=clip.path.name, path=moved.source))
        clip.folder = moved.output.parent
        self._queue.found(clip, moved.source)

    def on_compared(self, clip_id: int, path: Path, is_same: bool) -> None:
        """It is known whether a file is the source that was missing."""
        if (clip := self._model.find(clip_id)) is None:
            return
        if is_same:
            self._queue.found(clip, path)
            self._intake.look_at(clip.clip_id, path, long_side=THUMBNAIL_SIDE)
            return
        text = self.tr("“{path}” is another video than “{name}”, which was begun; find that one.")
        self.said.emit(text.format(path=path.name, name=clip.path.name))
        self._leave(clip)

    def _ask(self) -> None:
        """Ask for the missing sources, one after the other, and not over another question."""
        if QApplication.activeModalWidget() is not None:
            self._delay.start()
            return
        while self._waiting and self._is_asking:
            clip = self._waiting.pop(0)
            folder = self._settings.open_folder
            self._compare(clip, questions.ask_for_source(self._window, clip.path.name, folder))

    def _compare(self, clip: Clip, path: Path | None) -> None:
        if path is None:
            self._leave(clip)
        else:
            self._settings.open_folder = str(path.parent)
            self._intake.compare(clip.clip_id, clip.path, path)

    def _leave(self, clip: Clip) -> None:
        assert clip.error is not None  # it says that the source is missing
        self._queue.on_refused(clip, clip.error, state=ClipState.REFUSED)


def _says_missing(error: Exception | None) -> bool:
    gone = (InputProblem.NOT_FOUND, InputProblem.MOVED)
    return isinstance(error, InputVideoError) and error.reason in gone
