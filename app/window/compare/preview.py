"""The preview: frames of one stretch before and after, and how they are played."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from app.window.queue.clips import image_of
from engine.background.engine_thread import Ending, Engine, PreviewOutcome
from engine.jobs.events import PreviewFrame
from engine.jobs.options import Job

LAST_FRAME_MS = 400
"""How long the last frame stays before the loop begins again."""


class PreviewState(Enum):
    """How far the preview is."""

    NONE = auto()
    WORKING = auto()
    READY = auto()
    FAILED = auto()


@dataclass(frozen=True)
class ShownFrame:
    """A frame before and after, ready for painting."""

    pts_seconds: float
    before: QImage
    after: QImage


class PreviewStrip(QObject):
    """Asks the engine for previews and plays what it has got.

    Signals:
        changed(): the state, or the number of frames, is another.
        frame_shown(): another frame, or a better version of this one, is to be shown.
    """

    changed = Signal()
    frame_shown = Signal()

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._ids = itertools.count(1)
        self._current_id = 0
        self._job: Job | None = None
        self._frames: list[ShownFrame] = []
        self._index = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._show_next)
        self._clock = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.changed)
        self.state = PreviewState.NONE
        self.fresh_frames = 0
        self.has_begun = False
        self.mean_passes: float | None = None
        self.mean_cleanings: float | None = None
        self.is_shortened = False
        """The stretch is longer than the memory for previews; its first frames are there."""
        self.error: Exception | None = None
        engine.preview_begun.connect(self.on_begun)
        engine.preview_frame_ready.connect(self.on_frame_ready)
        engine.preview_finished.connect(self.on_finished)

    @property
    def frame(self) -> ShownFrame | None:
        """The frame to show."""
        return self._frames[self._index] if self._frames else None

    @property
    def first_pts_seconds(self) -> float | None:
        """Presentation time of the first frame; None without frames."""
        return self._frames[0].pts_seconds if self._frames else None

    @property
    def index(self) -> int:
        """Which of the frames is shown."""
        return self._index

    @property
    def frame_count(self) -> int:
        """How many frames there are to play."""
        return len(self._frames)

    @property
    def seconds_taken(self) -> int:
        """Since the engine began with this preview."""
        return self._clock.elapsed() // 1000 if self._clock.isValid() else 0

    @property
    def is_playing(self) -> bool:
        """It moves on by itself."""
        return self._timer.isActive()

    def request(self, job: Job, *, frames_limit: int) -> None:
        """Restore this stretch; frames that were there stay until better ones replace them."""
        if self._job is None or _decoded_frames(job) != _decoded_frames(self._job):
            self._frames, self._index = [], 0
            self.pause()
        self._job = job
        self._current_id = next(self._ids)
        self.state, self.fresh_frames, self.error = PreviewState.WORKING, 0, None
        self._rest()
        self._engine.request_preview(self._current_id, job, frames_limit=frames_limit)
        self.changed.emit()

    def clear(self) -> None:
        """Forget the preview, and stop it where it is not finished."""
        self.pause()
        if self.state is PreviewState.WORKING:
            self._engine.cancel_preview()
        self._rest()
        self._current_id = next(self._ids)
        self._job, self._frames, self._index = None, [], 0
        self.state, self.error = PreviewState.NONE, None
        self.mean_passes = self.mean_cleanings = None
        self.changed.emit()
        self.frame_shown.emit()

    def set_index(self, index: int) -> None:
        """Show one of the frames."""
        if self._frames and index != self._index:
            self._index = min(max(index, 0), len(self._frames) - 1)
            self.frame_shown.emit()

    def play(self) -> None:
        """Play the frames in a loop at their own speed."""
        if len(self._frames) > 1:
            self._timer.start(self._pause_ms())
            self.changed.emit()

    def pause(self) -> None:
        """Stay at the frame that is shown."""
        if self.is_playing:
            self._timer.stop()
            self.changed.emit()

    def on_begun(self, preview_id: int) -> None:
        """The engine is at work on a preview, no longer on a render."""
        if preview_id == self._current_id:
            self.has_begun = True
            self._clock.start()
            self._tick.start()
            self.changed.emit()

    def on_frame_ready(self, preview_id: int, frame: PreviewFrame) -> None:
        """Take a frame in; those of an older request are ignored."""
        if preview_id != self._current_id:
            return
        shown = ShownFrame(frame.pts_seconds, image_of(frame.before), image_of(frame.after))
        if frame.index < len(self._frames):
            self._frames[frame.index] = shown
        else:
            self._frames.append(shown)
        self.fresh_frames += 1
        if self._frames[self._index] is shown:
            self.frame_shown.emit()
        self.changed.emit()

    def on_finished(self, preview_id: int, outcome: PreviewOutcome) -> None:
        """The engine is through with a preview."""
        if preview_id != self._current_id or outcome.ending is Ending.CANCELLED:
            return
        self._rest()
        if outcome.summary is not None:
            self.state, self.mean_passes = PreviewState.READY, outcome.summary.mean_passes
            self.mean_cleanings = outcome.summary.mean_cleanings
            self.is_shortened = outcome.summary.is_shortened
        else:
            self.state, self.error = PreviewState.FAILED, outcome.error
        self.changed.emit()

    def _rest(self) -> None:
        """The engine is not at work on what is shown."""
        self.has_begun = False
        self._tick.stop()
        self._clock.invalidate()

    def _show_next(self) -> None:
        self.set_index((self._index + 1) % len(self._frames))
        self._timer.start(self._pause_ms())

    def _pause_ms(self) -> int:
        if self._index + 1 >= len(self._frames):
            return LAST_FRAME_MS
        here, following = self._frames[self._index], self._frames[self._index + 1]
        return max(round((following.pts_seconds - here.pts_seconds) * 1000), 1)


def _decoded_frames(job: Job) -> Job:
    """The job without what changes the look of the same frames."""
    return replace(job, options=replace(job.options, threshold=None, strength=1.0, grain=0.0))
