"""The preview: frames of one stretch before and after, and how they are played."""

from __future__ import annotations

import itertools
from dataclasses import replace
from enum import Enum, auto

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from app.window.compare.playback import Playback
from app.window.queue.clips import image_of
from engine.background.engine_thread import Ending, Engine, PreviewOutcome
from engine.jobs.events import Picture, PreviewFrame
from engine.jobs.options import Job, Options, with_look_of


class PreviewState(Enum):
    """How far the preview is."""

    NONE = auto()
    WORKING = auto()
    READY = auto()
    FAILED = auto()


class ShownFrame:
    """A frame before and after; its images are made when they are first looked at.

    Args:
        frame: as the engine made it.
        preview_id: of the request that it answers.
    """

    def __init__(self, frame: PreviewFrame, preview_id: int) -> None:
        self.pts_seconds, self.preview_id = frame.pts_seconds, preview_id
        self._before, self._after = _LazyImage(frame.before), _LazyImage(frame.after)

    @property
    def before(self) -> QImage:
        """The original."""
        return self._before.image

    @property
    def after(self) -> QImage:
        """The restored picture."""
        return self._after.image

    def take_original_of(self, older: ShownFrame) -> None:
        """Use the same image where the original is the same."""
        if self._before.picture == older._before.picture:
            self._before = older._before


class _LazyImage:
    """A picture that becomes an image once: conversions in a row would hold the window up."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self._image: QImage | None = None

    @property
    def image(self) -> QImage:
        if self._image is None:
            self._image = image_of(self.picture)
        return self._image


class PreviewStrip(QObject):
    """Asks the engine for previews and plays what it has got.

    Frames of an older look stay until newer ones replace them, and `is_current` tells them apart.

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
        self._frames: dict[int, ShownFrame] = {}
        """By their number in the stretch; the one looked at may come first."""
        self._number = self._looked_at = 0
        self._follows = False
        """No frame was chosen yet: each is shown as it comes."""
        self._moves = True
        """Frames that come in are shown one by one, and what plays begins again at its end."""
        self.playback = Playback(self)
        self.playback.ended.connect(self.changed)
        self.playback.due.connect(self._show_due)
        self._clock = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.changed)
        # Of many frames that come at once only the last is painted.
        self._announcing = QTimer(self)
        self._announcing.setSingleShot(True)
        self._announcing.timeout.connect(self._announce)
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
        return self._frames.get(self._number)

    @property
    def is_current(self) -> bool:
        """The frame to show looks as was asked for last."""
        frame = self.frame
        return frame is not None and frame.preview_id == self._current_id

    @property
    def first_pts_seconds(self) -> float | None:
        """Presentation time of the first frame; None without frames."""
        return min((f.pts_seconds for f in self._frames.values()), default=None)

    @property
    def index(self) -> int:
        """Which of the frames is shown."""
        return self._order.index(self._number) if self._number in self._frames else 0

    @property
    def number(self) -> int:
        """The number of the frame that is shown in the stretch, whether it is there or not."""
        return self._number

    @property
    def frame_count(self) -> int:
        """How many frames there are to play."""
        return len(self._frames)

    @property
    def seconds_taken(self) -> int:
        """Since the engine began with this preview."""
        return self._clock.elapsed() // 1000 if self._clock.isValid() else 0

    @property
    def waits_for_render(self) -> bool:
        """A render has to make room first."""
        return not self.has_begun and self._engine.is_rendering

    @property
    def is_playing(self) -> bool:
        """It moves on by itself."""
        return self.playback.is_playing

    def request(self, job: Job, *, frames_limit: int, looked_at: int = 0) -> None:
        """Restore this stretch; frames that were there stay until better ones replace them.

        Args:
            job: the stretch, and how it is to look.
            frames_limit: frames at most.
            looked_at: number of the frame that is wanted first, where none is shown yet.
        """
        if self._job is None or not _reads_the_same(job, self._job):
            self._pause()
            self._frames, self._number, self._follows = {}, looked_at, self._moves
            self._looked_at = looked_at
            self.mean_passes = self.mean_cleanings = None
        self._job = job
        self._current_id = next(self._ids)
        self.state, self.fresh_frames, self.error = PreviewState.WORKING, 0, None
        self._rest()
        self._engine.request_preview(
            self._current_id, job, frames_limit=frames_limit, looked_at=self._number
        )
        self.changed.emit()

    def clear(self) -> None:
        """Forget the preview, and stop it where it is not finished."""
        self._pause()
        if self.state is PreviewState.WORKING:
            self._engine.cancel_preview()
        self._rest()
        self._current_id = next(self._ids)
        self._job, self._frames, self._number = None, {}, 0
        self.state, self.error = PreviewState.NONE, None
        self.mean_passes = self.mean_cleanings = None
        self.changed.emit()
        self._announce()

    def set_index(self, index: int) -> None:
        """Show one of the frames."""
        if not self._frames:
            return
        self._follows = False
        self._show_number(self._order[min(max(index, 0), len(self._frames) - 1)])

    def play(self) -> None:
        """Play the frames in a loop at their own speed."""
        if len(self._frames) > 1:
            self._follows = False
            is_over = not self._moves and self.index == len(self._frames) - 1
            self.playback.start(self._times(), 0 if is_over else self.index)
            self.changed.emit()

    def reduce_motion(self, is_reduced: bool) -> None:
        """Move no further by itself than was asked for, or as usual."""
        self._moves = self.playback.repeats = not is_reduced
        self._follows = self._follows and self._moves

    def pause(self) -> None:
        """Stay at the frame that is shown."""
        if self._pause():
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
        shown, older = ShownFrame(frame, preview_id), self._frames.get(frame.index)
        if older is not None:
            shown.take_original_of(older)
        self._frames[frame.index] = shown
        self.fresh_frames += frame.is_final
        if older is None:
            self.playback.replace(self._times(), self.index)
        if self._follows:
            self._number = frame.index
        if frame.index == self._number:
            self._announcing.start()
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
        if self._follows and self._frames:  # they were all shown; back to the one looked at
            self._follows = False
            self._show_number(min(self._frames, key=lambda number: abs(number - self._looked_at)))
        self.changed.emit()

    @property
    def _order(self) -> list[int]:
        return sorted(self._frames)

    def _times(self) -> list[float]:
        return [self._frames[number].pts_seconds for number in self._order]

    def _pause(self) -> bool:
        was_playing = self.is_playing
        self.playback.stop()
        return was_playing

    def _rest(self) -> None:
        """The engine is not at work on what is shown."""
        self.has_begun = False
        self._tick.stop()
        self._clock.invalidate()

    def _show_due(self, index: int) -> None:
        self._show_number(self._order[index])

    def _show_number(self, number: int) -> None:
        if number != self._number:
            self._number = number
            self._announce()

    def _announce(self) -> None:
        self._announcing.stop()
        self.frame_shown.emit()


def _reads_the_same(job: Job, other: Job) -> bool:
    """Whether two jobs differ in the look of the same frames only."""
    plain = (replace(one, options=with_look_of(one.options, Options())) for one in (job, other))
    return next(plain) == next(plain)
