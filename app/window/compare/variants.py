"""Variants: the moment that is looked at in several looks, with what each would take."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.text import wording
from app.window.compare.looks import Look, model_looks, slider_looks
from app.window.compare.variants_view import VariantsView
from app.window.queue.clips import Clip, image_of
from engine.background.engine_thread import Ending, Engine, PreviewOutcome
from engine.estimating.model_costs import ModelState
from engine.jobs.events import PreviewFrame
from engine.jobs.options import Job, Options, with_look_of
from engine.networks import catalogue
from engine.networks.catalogue import ModelEntry

Estimate = Callable[[Clip], float | None]


class Variants(QObject):
    """Has a moment of a clip restored in several looks, and tells which of them was chosen.

    Args:
        view: shows them.
        engine: restores them.
        estimate: seconds that a render of a clip takes; None where unknown.

    Signals:
        chosen(Options): the look that the user wants.
        ended(): the view is to be put away.
        failed(Exception): the moment cannot be restored.
    """

    chosen = Signal(object)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, view: VariantsView, engine: Engine, estimate: Estimate) -> None:
        super().__init__(view)
        self._view, self._engine, self._estimate = view, engine, estimate
        self._ids = itertools.count(-1, -1)  # previews count upwards
        self._id = 0
        self._clip: Clip | None = None
        self._looks: list[Look] = []
        self._request: tuple[Job, int, int] | None = None
        self._passes: dict[int, float] = {}
        self._installed: list[ModelEntry] = []
        view.chosen.connect(self.on_chosen)
        view.closed.connect(self.close)
        view.models_wanted.connect(self._show)
        engine.variant_ready.connect(self.on_variant_ready)
        engine.preview_finished.connect(self.on_finished)

    @property
    def is_open(self) -> bool:
        """Looks are shown, or on their way."""
        return self._clip is not None

    def open(self, clip: Clip, job: Job, *, frames_limit: int, looked_at: int) -> None:
        """Show a moment of a clip in several looks.

        Args:
            clip: whose options are the look to begin with.
            job: of its preview.
            frames_limit: of the preview.
            looked_at: number of the frame of the preview that is wanted.
        """
        self._clip, self._request = clip, (job, frames_limit, looked_at)
        self._show(False)

    def close(self) -> None:
        """Put the view away; what is not restored is not wanted any more."""
        if self.is_open:
            self._engine.cancel_preview()
            self._clip = self._request = None
            self._id = next(self._ids)
            self.ended.emit()

    def on_models_listed(self, states: Sequence[ModelState]) -> None:
        """It is known which models there are; those that are installed can be compared."""
        self._installed = [state.entry for state in states if state.is_installed]

    def show_times(self) -> None:
        """Say how long the whole film takes in each look, as far as that is known."""
        for index in self._passes:
            self._view.tiles[index].show_time(self._time_of(index))

    def on_chosen(self, index: int) -> None:
        """The user wants a look."""
        look = self._looks[index].options
        self.close()
        self.chosen.emit(look)

    def on_variant_ready(self, preview_id: int, index: int, frame: PreviewFrame) -> None:
        """A look was restored."""
        if preview_id == self._id:
            self._passes[index] = frame.passes
            self._view.tiles[index].show_image(image_of(frame.after), self._time_of(index))

    def on_finished(self, preview_id: int, outcome: PreviewOutcome) -> None:
        """All looks were restored, or the moment cannot be."""
        if preview_id == self._id and outcome.ending is Ending.FAILED:
            self.close()
            self.failed.emit(outcome.error)

    def _show(self, is_models: bool) -> None:
        if self._clip is None or self._request is None:
            return
        options = self._clip.options
        make = model_looks if is_models else slider_looks
        self._looks, self._passes = make(options, self._installed), {}
        self._view.show_looks(
            self._looks, offers_models=len(self._installed) > 1, shows_models=is_models
        )
        job, limit, looked_at = self._request
        self._id = next(self._ids)
        looks = [with_look_of(job.options, look.options) for look in self._looks]
        self._engine.request_variants(self._id, job, looks, frames_limit=limit, looked_at=looked_at)

    def _time_of(self, index: int) -> str:
        """Say how long the whole film takes in this look; empty where that is not known."""
        clip, options = self._clip, self._looks[index].options
        if clip is None:
            return ""
        cleanings = max(self._passes.get(index, 0.0), 1.0) if _cleans(options) else None
        seconds = self._estimate(replace(clip, options=options, cleanings=cleanings))
        if seconds is None:
            return ""
        text = self.tr("The whole film: about {time}")
        return text.format(time=wording.rough_duration(seconds))


def _cleans(options: Options) -> bool:
    return catalogue.has_threshold(options.model) and options.strength > 0
