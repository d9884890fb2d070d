"""What the intake found out about clips: facts, pictures, plans, or that there are none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.window.missing import MissingSources
from app.window.queue.clip_model import ClipModel
from app.window.queue.clips import Clip, ClipState, image_of
from app.window.queue.render_queue import RenderQueue
from engine.background.intake_thread import Intake, OutputPlan
from engine.estimating.speeds import Trial
from engine.jobs.events import Picture
from engine.video.facts import as_chosen

if TYPE_CHECKING:
    from engine.video.facts import SourceInfo

_LONG_SECONDS, _FIRST_POSITION_SECONDS = 60.0, 20.0
"""A tape begins black, or with a blue picture: of a longer film a later moment is shown first."""


class ClipLooks(QObject):
    """Keeps what was found out about the clips; of a clip that was removed, nothing.

    Signals:
        known(Clip): it is known what the source is, or at least how large and how long; or that it
            cannot be restored.
        pictured(Clip): there is another picture of it.
        planned(Clip): it is known what a render would write.
    """

    known = Signal(object)
    pictured = Signal(object)
    planned = Signal(object)

    def __init__(
        self,
        model: ClipModel,
        queue: RenderQueue,
        missing: MissingSources,
        *,
        intake: Intake,
        request_plan: Callable[[Clip], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model, self._queue, self._missing = model, queue, missing
        self._request_plan = request_plan
        intake.glanced.connect(self.on_glanced)
        intake.probed.connect(self.on_probed)
        intake.refused.connect(self.on_refused)
        intake.thumbnail_ready.connect(self.on_thumbnail_ready)
        intake.still_ready.connect(self.on_still_ready)
        intake.planned.connect(self.on_planned)
        intake.plan_failed.connect(self.on_plan_failed)

    def on_glanced(self, clip_id: int, info: SourceInfo) -> None:
        """A source can be shown; what is wrong with it is found later."""
        if (clip := self._model.find(clip_id)) is None:
            return
        clip.glimpse = info
        _choose_position(clip, info)
        self._model.touch(clip)
        self.known.emit(clip)

    def on_probed(self, clip_id: int, info: SourceInfo) -> None:
        """A source can be restored."""
        if (clip := self._model.find(clip_id)) is None:
            return
        clip.found, clip.info = info, as_chosen(info, clip.options)
        if clip.glimpse is None:
            _choose_position(clip, info)
        if info.is_interlaced and not info.is_flagged_interlaced:
            clip.still = None  # it shows both fields
        if clip.state is ClipState.LOOKING:
            clip.rest()
            self._queue.on_looked_at(clip)
        self._request_plan(clip)
        self._model.touch(clip)
        self.known.emit(clip)

    def on_refused(self, clip_id: int, error: Exception) -> None:
        """A source cannot be restored; where one that was begun has gone, ask where it is."""
        if (clip := self._model.find(clip_id)) is None:
            return
        if not self._missing.will_ask(clip, error):
            self._queue.on_refused(clip, error, state=ClipState.REFUSED)
            self.known.emit(clip)

    def on_thumbnail_ready(self, clip_id: int, picture: Picture) -> None:
        """The list can show a clip's picture."""
        if (clip := self._model.find(clip_id)) is not None:
            clip.thumbnail = image_of(picture)
            self._model.touch(clip)
            self.pictured.emit(clip)

    def on_still_ready(self, clip_id: int, _at_seconds: float, picture: Picture) -> None:
        """The picture of a moment; one that is no longer looked at is kept all the same."""
        if (clip := self._model.find(clip_id)) is not None:
            clip.still = image_of(picture)
            self.pictured.emit(clip)

    def on_planned(self, clip_id: int, plan: OutputPlan) -> None:
        """It is known what a render would write."""
        if (clip := self._model.find(clip_id)) is not None:
            clip.plan = plan
            self._queue.on_plan_known(clip)
            self.planned.emit(clip)

    def on_plan_failed(self, clip_id: int, error: Exception) -> None:
        """These options cannot be carried out for this clip."""
        if (clip := self._model.find(clip_id)) is not None:
            self._queue.on_refused(clip, error, state=ClipState.FAILED)

    def on_tried(self, clip_id: int, trial: Trial) -> None:
        """It is known how much work a clip is."""
        if (clip := self._model.find(clip_id)) is not None:
            clip.trial = trial
            self._model.touch(clip)


def _choose_position(clip: Clip, info: SourceInfo) -> None:
    if not clip.position_seconds and (info.duration_seconds or 0.0) > _LONG_SECONDS:
        clip.position_seconds = _FIRST_POSITION_SECONDS
