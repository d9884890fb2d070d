"""The thread between the window and the engine that restores: renders, previews, measurements.

The thread starts with its first request; torch and PyAV are loaded inside it, so the window is
there long before.
"""

from __future__ import annotations

import itertools
import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, IntEnum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from engine.background import with_torch
from engine.background.joining_films import JoiningFilms
from engine.background.request_thread import Request, RequestThread
from engine.background.with_torch import RestorablePreview
from engine.cluster.whole_films import WholeFilm
from engine.estimating.speeds import FrameWork, Trial
from engine.jobs.errors import Cancelled, EngineError
from engine.jobs.events import (
    Event,
    PeersSeen,
    PeerTrouble,
    PreviewFrame,
    PreviewSummary,
    Progressed,
    Started,
    Summary,
    Waiting,
    WaitReason,
    Warned,
)
from engine.jobs.options import Job, Options, with_look_of
from engine.resuming import unfinished
from engine.running.runner import Runner, ThisProcess

log = logging.getLogger(__name__)


class Ending(Enum):
    """How a request ended."""

    DONE = auto()
    FAILED = auto()
    CANCELLED = auto()


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """The end of a render: ``summary`` when it is DONE, ``error`` when it FAILED."""

    ending: Ending
    summary: Summary | None = None
    error: Exception | None = None


@dataclass(frozen=True, kw_only=True)
class PreviewOutcome:
    """The end of a preview: ``summary`` when it is DONE, ``error`` when it FAILED."""

    ending: Ending
    summary: PreviewSummary | None = None
    error: Exception | None = None


MeasureFunction = Callable[[FrameWork, threading.Event], None]
TrialFunction = Callable[[Job, threading.Event], Trial]
PreviewFactory = Callable[[Job, int], RestorablePreview]


class _Kind(IntEnum):
    """What is asked for, the most urgent first."""

    PREVIEW = auto()
    RENDER = auto()
    MEASUREMENT = auto()


class Engine(RequestThread):
    """Carries out renders in the order they were submitted, previews first.

    Renders run one at a time, or at the same time where they are shared with other computers. Those
    that are running make room for a preview at their next step, and go on afterwards; a
    measurement gives way to both. The methods are called from the window's thread and return at
    once.

    Signals:
        job_started(int, Started): the render of this job id has begun.
        job_progressed(int, Progressed): frames were handed to the encoder.
        job_warned(int, Warned): something worth saying happened.
        job_waiting(int, Waiting): the render stands still, or goes on again.
        peers_seen(PeersSeen): other computers that share the render, and what each does.
        peer_troubled(int, PeerTrouble): something was wrong with one of them.
        job_finished(int, Outcome): exactly once for each submitted job.
        preview_begun(int): this preview is being worked on.
        preview_frame_ready(int, PreviewFrame): the next frame of this preview.
        preview_finished(int, PreviewOutcome): exactly once for each requested preview.
        variant_ready(int, int, PreviewFrame): the frame of this preview in the look of this index.
        measured(FrameWork): what this work takes is known now.
        tried(int, Trial): how much work this clip id is.
    """

    job_started = Signal(int, object)
    job_progressed = Signal(int, object)
    job_warned = Signal(int, object)
    job_waiting = Signal(int, object)
    peers_seen = Signal(object)
    peer_troubled = Signal(int, object)
    job_finished = Signal(int, object)
    preview_begun = Signal(int)
    preview_frame_ready = Signal(int, object)
    preview_finished = Signal(int, object)
    variant_ready = Signal(int, int, object)
    measured = Signal(object)
    tried = Signal(int, object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        runner: Runner | None = None,
        make_preview: PreviewFactory = with_torch.make_preview,
        discard: Callable[[Path], None] = unfinished.discard,
        free: Callable[[], None] = with_torch.free,
        free_card: Callable[[], None] = with_torch.free_card,
        measure: MeasureFunction = with_torch.measure,
        try_out: TrialFunction = with_torch.try_out,
        warm_up: Callable[[Options], None] = with_torch.warm_up,
    ) -> None:
        super().__init__(parent)
        self._runner = runner or ThisProcess()
        self._make_preview = make_preview
        self._discard, self._free, self._free_card = discard, free, free_card
        self._measure, self._try_out, self._warm_up = measure, try_out, warm_up
        self._measurement_ids = itertools.count()
        self._discarded: set[int] = set()
        self.is_rendering = False
        """A render runs, or makes room; only the thread changes it."""
        self._make_room = threading.Event()
        """Asks the renders that run to make room for a preview."""
        self._showing = threading.Lock()
        self._jobs: dict[int, Job] = {}
        """Those that are not finished, by their ids."""
        self._key_file: Path | None = None
        # Only the thread itself touches these. The last preview holds decoded frames.
        self._last_preview: tuple[Job, int, RestorablePreview] | None = None
        self._has_used_device = False

    def use_processor_share(self, share: float) -> None:
        """Let renders use a share of the processor's cores from now on."""
        self._runner.use_processor_share(share)

    def share_with(self, key_file: Path | None) -> None:
        """Share the renders that follow with the computers of a key; None: with none."""
        self._key_file = key_file

    def pause_peer(self, title: str, *, is_paused: bool) -> None:
        """Give another computer no further stretches, or go on."""
        self._runner.pause_peer(title, is_paused=is_paused)

    def submit(self, job_id: int, job: Job) -> None:
        """Queue a render; those that are shared run at the same time. ``job_id`` must be new."""
        shared = replace(job, cluster=self._key_file)

        def cancelled() -> None:
            del self._jobs[job_id]
            self.job_finished.emit(job_id, Outcome(ending=Ending.CANCELLED))

        def act(cancel: threading.Event) -> None:
            self._give_device_back()
            self._make_room.clear()
            if self._requests.is_waiting(_Kind.PREVIEW):  # it came just now
                self._make_room.set()
            self.is_rendering = True
            film = self._film(job_id, shared, cancel)
            if shared.cluster is None:
                self._render(film)
            else:
                self._render_together(film, shared.cluster)

        self._jobs[job_id] = shared
        self._put(Request(_Kind.RENDER, job_id, act, cancelled, group=shared.cluster))
        self._requests.interrupt(_Kind.MEASUREMENT)

    def cancel(self, job_id: int, *, discard: bool = False) -> None:
        """Ask a render to stop; ``job_finished`` follows. Unknown ids are ignored.

        What is finished is kept, and the same job goes on from there, unless ``discard``. The
        device is free for others afterwards.
        """
        if discard:
            self._discarded.add(job_id)
        self._requests.withdraw(_Kind.RENDER, job_id)

    def request_preview(
        self, preview_id: int, job: Job, *, frames_limit: int, looked_at: int = 0
    ) -> None:
        """Restore a stretch and region for showing; an older preview is cancelled.

        A job that only looks different from the last one re-uses its decoded frames, and what the
        network made of them with the same settings.

        Args:
            preview_id: for the signals; new.
            job: nothing is written.
            frames_limit: frames at most.
            looked_at: index of the frame that is wanted first.
        """
        asked, is_first = time.monotonic(), True

        def pass_on(frame: PreviewFrame) -> None:
            nonlocal is_first
            if is_first:
                log.info("first frame of a preview after %.2f s", time.monotonic() - asked)
                is_first = False
            self.preview_frame_ready.emit(preview_id, frame)

        def show(cancel: threading.Event) -> PreviewSummary:
            preview = self._preview_for(job, frames_limit)
            return preview.restore(job.options, pass_on, cancel, looked_at=looked_at)

        self._put_preview(preview_id, job, show)

    def request_variants(
        self,
        preview_id: int,
        job: Job,
        looks: Sequence[Options],
        *,
        frames_limit: int,
        looked_at: int,
    ) -> None:
        """Restore one frame of a preview in several looks; an older preview is cancelled.

        ``variant_ready`` follows for each, then ``preview_finished``.
        """

        def show(cancel: threading.Event) -> PreviewSummary:
            preview = self._preview_for(job, frames_limit)
            for index, look in enumerate(looks):
                frame = preview.glance(look, looked_at, cancel)
                self.variant_ready.emit(preview_id, index, frame)
            return PreviewSummary(mean_passes=0.0, mean_cleanings=0.0)

        self._put_preview(preview_id, job, show)

    def _put_preview(
        self, preview_id: int, job: Job, show: Callable[[threading.Event], PreviewSummary]
    ) -> None:
        def cancelled() -> None:
            self.preview_finished.emit(preview_id, PreviewOutcome(ending=Ending.CANCELLED))

        def act(cancel: threading.Event) -> None:
            self.preview_begun.emit(preview_id)
            self.preview_finished.emit(preview_id, self._show(job, show, cancel))

        # Both at once: a render that makes room finds the new one when the old one has ended.
        self._put(Request(_Kind.PREVIEW, None, act, cancelled, cancels_running=True))
        self._make_room.set()
        self._requests.interrupt(_Kind.MEASUREMENT)

    def cancel_preview(self) -> None:
        """Stop the preview that runs or waits, if there is one."""
        self._requests.withdraw(_Kind.PREVIEW, None)

    def request_measurement(self, work: FrameWork) -> None:
        """Measure, when there is nothing else to do, what of ``work`` was not measured yet.

        ``measured`` follows unless it fails.
        """

        def measure(cancel: threading.Event) -> None:
            self._measure(work, cancel)
            self.measured.emit(work)

        self._put_measurement(measure)

    def request_warm_up(self, options: Options) -> None:
        """Load what a preview with some options needs, when there is nothing else to do.

        The first preview then begins at once: torch and the model are there, and the precision is
        chosen.
        """
        self._put_measurement(lambda _cancel: self._warm_up(options))

    def request_trial(self, clip_id: int, job: Job) -> None:
        """Find out, when there is nothing else to do, how much work a clip is.

        ``tried`` follows unless it fails.
        """

        def measure(cancel: threading.Event) -> None:
            self.tried.emit(clip_id, self._try_out(job, cancel))

        self._put_measurement(measure)

    @override
    def run(self) -> None:
        """Carry out the requests until `stop` is called."""
        super().run()
        self._last_preview = None

    def _put_measurement(self, measure: Callable[[threading.Event], None]) -> None:
        def act(cancel: threading.Event) -> None:
            self._has_used_device = True
            try:
                measure(cancel)
            except Cancelled:  # once more, when there is nothing else to do
                self._put_measurement(measure)
            except EngineError as error:  # a render would say so
                log.info("a measurement failed: %s", error)

        self._put(Request(_Kind.MEASUREMENT, next(self._measurement_ids), act))

    def _give_device_back(self) -> None:
        """Free what previews and measurements hold of the device: the render may need it all."""
        if self._has_used_device:
            self._free()
            self._has_used_device = False

    def _render(self, film: WholeFilm) -> None:
        end: Summary | Exception
        try:
            end = self._runner.run(film.job, film.on_event, film.cancel, make_room=self._make_room)
        except Exception as error:  # the queue goes on whatever happens
            end = error
        self.is_rendering = False
        film.on_end(end)

    def _render_together(self, first: WholeFilm, key_file: Path) -> None:
        """Carry out a render, and those of the same key that are submitted meanwhile."""

        def join() -> WholeFilm | None:
            request = self._requests.join(_Kind.RENDER, key_file)
            if request is None:
                return None
            assert isinstance(request.key, int)
            film = self._film(request.key, self._jobs[request.key], request.cancel)

            def on_end(end: Summary | Exception) -> None:
                self._requests.leave(request)
                film.on_end(end)

            return replace(film, on_end=on_end)

        films = JoiningFilms(first, join)
        try:
            self._runner.run_together(key_file, films.take, self._make_room)
        except Exception as error:  # as above
            films.fail(error)
        self.is_rendering = False

    def _film(self, job_id: int, job: Job, cancel: threading.Event) -> WholeFilm:
        """Return a render whose events and end become signals."""
        return WholeFilm(
            job,
            on_event=lambda event: self._report(job_id, event),
            on_end=lambda end: self._end(job_id, job, end),
            cancel=cancel,
        )

    def _report(self, job_id: int, event: Event) -> None:
        match event:
            case Started():
                self.job_started.emit(job_id, event)
            case Progressed():
                self.job_progressed.emit(job_id, event)
            case Warned():
                self.job_warned.emit(job_id, event)
            case PeersSeen():
                self.peers_seen.emit(event)
            case PeerTrouble():
                self.peer_troubled.emit(job_id, event)
            case Waiting():
                self.job_waiting.emit(job_id, event)
                if event.reason is WaitReason.PREVIEW:
                    self._show_meanwhile()

    def _end(self, job_id: int, job: Job, end: Summary | Exception) -> None:
        """Tell how a render ended, and throw away what is left of it where that is wanted."""
        del self._jobs[job_id]
        match end:
            case Summary():
                outcome = Outcome(ending=Ending.DONE, summary=end)
            case Cancelled():
                self._last_preview = None
                if job_id in self._discarded:
                    self._discard(job.output)
                outcome = Outcome(ending=Ending.CANCELLED)
            case _:
                _log_failure(job, end)
                outcome = Outcome(ending=Ending.FAILED, error=end)
        self.job_finished.emit(job_id, outcome)

    def _show_meanwhile(self) -> None:
        """Carry out the previews that wait, while the render that runs makes room for them."""
        with self._showing:  # several renders may stand still at the same time
            while self._make_room.is_set():
                self._make_room.clear()
                self._requests.carry_out_waiting(_Kind.PREVIEW)
            self._free_card()

    def _show(
        self, job: Job, show: Callable[[threading.Event], PreviewSummary], cancel: threading.Event
    ) -> PreviewOutcome:
        self._has_used_device = True
        try:
            return PreviewOutcome(ending=Ending.DONE, summary=show(cancel))
        except Cancelled:
            return PreviewOutcome(ending=Ending.CANCELLED)
        except Exception as error:  # as above: a preview must not end the thread
            _log_failure(job, error)
            return PreviewOutcome(ending=Ending.FAILED, error=error)

    def _preview_for(self, job: Job, frames_limit: int) -> RestorablePreview:
        frames_job = replace(job, options=with_look_of(job.options, Options()))
        if self._last_preview is not None and self._last_preview[:2] == (frames_job, frames_limit):
            return self._last_preview[2]
        self._last_preview = None  # frees the old frames before new ones are decoded
        preview = self._make_preview(job, frames_limit)
        self._last_preview = (frames_job, frames_limit, preview)
        return preview


def _log_failure(job: Job, error: Exception) -> None:
    if isinstance(error, EngineError):
        log.info("%s: %s", job.source, error)
    else:
        log.error("%s failed unexpectedly", job.source, exc_info=error)
