"""The thread between the window and the engine that restores: renders, previews, measurements.

The thread starts with its first request; torch and PyAV are loaded inside it, so the window is
there long before.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

from engine.estimating.speeds import FrameWork, Trial
from engine.jobs.errors import Cancelled, EngineError
from engine.jobs.events import (
    Event,
    PreviewFrame,
    PreviewSummary,
    Progressed,
    Started,
    Summary,
    Waiting,
    Warned,
)
from engine.jobs.options import Job
from engine.resuming import unfinished

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


class Preview(Protocol):
    """A stretch and a region that can be restored again with another threshold."""

    def restore(
        self,
        threshold: float | None,
        strength: float,
        on_frame: Callable[[PreviewFrame], None],
        cancel: threading.Event,
    ) -> PreviewSummary:
        """Hand over the frames one by one and return what was done."""


MeasureFunction = Callable[[FrameWork, threading.Event], None]
TrialFunction = Callable[[Job, threading.Event], Trial]
RestoreFunction = Callable[[Job, Callable[[Event], None], threading.Event], Summary]
PreviewFactory = Callable[[Job, int], Preview]


@dataclass(frozen=True)
class _Render:
    job_id: int
    job: Job
    cancel: threading.Event = field(default_factory=threading.Event)
    discard: threading.Event = field(default_factory=threading.Event)
    """When it is cancelled what is finished is thrown away."""


@dataclass(frozen=True)
class _Look:
    preview_id: int
    job: Job
    frames_limit: int
    cancel: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True)
class _Sample:
    subject: FrameWork | Job
    take: Callable[[threading.Event], None]
    cancel: threading.Event = field(default_factory=threading.Event)


def _restore_with_engine(
    job: Job, on_event: Callable[[Event], None], cancel: threading.Event
) -> Summary:
    from engine.rendering.render import restore  # noqa: PLC0415 - loads torch and PyAV, in this thread

    return restore(job, on_event, cancel)


def _free_with_engine() -> None:
    from engine.restoring.restorer import free_device  # noqa: PLC0415

    free_device()


def _measure_with_engine(work: FrameWork, cancel: threading.Event) -> None:
    from engine.estimating.bench import learn  # noqa: PLC0415 - loads torch, in this thread

    def on_step() -> None:
        if cancel.is_set():
            raise Cancelled

    learn(work, on_step)


def _try_with_engine(job: Job, cancel: threading.Event) -> Trial:
    from engine.rendering.trial import run_trial  # noqa: PLC0415 - loads torch and PyAV, in this thread

    return run_trial(job, cancel)


def _preview_with_engine(job: Job, frames_limit: int) -> Preview:
    from engine.rendering.preview import Preview as EnginePreview  # noqa: PLC0415 - loads torch and PyAV

    return EnginePreview(job, frames_limit=frames_limit)


class Engine(QThread):
    """Works off renders in the order they were submitted, one at a time, previews first.

    A preview waits for a render that is already running; a measurement gives way to both. The
    methods are called from the window's thread and return at once.

    Signals:
        job_started(int, Started): the render of this job id has begun.
        job_progressed(int, Progressed): frames were handed to the encoder.
        job_warned(int, Warned): something worth saying happened.
        job_waiting(int, Waiting): the render stands still, or goes on again.
        job_finished(int, Outcome): exactly once for each submitted job.
        preview_begun(int): this preview is being worked on.
        preview_frame_ready(int, PreviewFrame): the next frame of this preview.
        preview_finished(int, PreviewOutcome): exactly once for each requested preview.
        measured(FrameWork): what this work takes is known now.
        tried(int, Trial): how much work this clip id is.
    """

    job_started = Signal(int, object)
    job_progressed = Signal(int, object)
    job_warned = Signal(int, object)
    job_waiting = Signal(int, object)
    job_finished = Signal(int, object)
    preview_begun = Signal(int)
    preview_frame_ready = Signal(int, object)
    preview_finished = Signal(int, object)
    measured = Signal(object)
    tried = Signal(int, object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        restore: RestoreFunction = _restore_with_engine,
        make_preview: PreviewFactory = _preview_with_engine,
        discard: Callable[[Path], None] = unfinished.discard,
        free: Callable[[], None] = _free_with_engine,
        measure: MeasureFunction = _measure_with_engine,
        try_out: TrialFunction = _try_with_engine,
    ) -> None:
        super().__init__(parent)
        self._measure, self._try_out = measure, try_out
        self._restore, self._discard, self._free = restore, discard, free
        self._make_preview = make_preview
        self._condition = threading.Condition()
        self._renders: deque[_Render] = deque()
        self._look: _Look | None = None
        self._samples: deque[_Sample] = deque()
        self._current: _Render | _Look | _Sample | None = None
        self._is_stopping = False
        # Only the thread itself touches the last preview; it holds decoded frames.
        self._last_preview: tuple[Job, int, Preview] | None = None

    def submit(self, job_id: int, job: Job) -> None:
        """Queue a render. ``job_id`` must be new."""
        with self._condition:
            self._renders.append(_Render(job_id, job))
            self._interrupt_sample()
            self._condition.notify()
        self._wake()

    def cancel(self, job_id: int, *, discard: bool = False) -> None:
        """Ask a render to stop; ``job_finished`` follows. Unknown ids are ignored.

        What is finished is kept, and the same job goes on from there, unless ``discard``. The
        device is free for others afterwards.
        """
        with self._condition:
            waiting = [render for render in self._renders if render.job_id == job_id]
            for render in waiting:
                self._renders.remove(render)
            if isinstance(self._current, _Render) and self._current.job_id == job_id:
                if discard:
                    self._current.discard.set()
                self._current.cancel.set()
        for _ in waiting:
            self.job_finished.emit(job_id, Outcome(ending=Ending.CANCELLED))

    def request_preview(self, preview_id: int, job: Job, *, frames_limit: int) -> None:
        """Restore a stretch and region for showing; an older preview is cancelled.

        A job that differs from the last one in threshold and strength only re-uses its
        decoded frames.
        """
        self._withdraw_preview(_Look(preview_id, job, frames_limit))
        self._wake()

    def cancel_preview(self) -> None:
        """Stop the preview that runs or waits, if there is one."""
        self._withdraw_preview(None)

    def request_measurement(self, work: FrameWork) -> None:
        """Measure, when there is nothing else to do, what of ``work`` was not measured yet.

        ``measured`` follows unless it fails.
        """

        def take(cancel: threading.Event) -> None:
            self._measure(work, cancel)
            self.measured.emit(work)

        self._add_sample(_Sample(work, take))

    def request_trial(self, clip_id: int, job: Job) -> None:
        """Find out, when there is nothing else to do, how much work a clip is.

        ``tried`` follows unless it fails.
        """

        def take(cancel: threading.Event) -> None:
            self.tried.emit(clip_id, self._try_out(job, cancel))

        self._add_sample(_Sample(job, take))

    def stop(self) -> None:
        """Cancel everything and let the thread end; the caller waits for ``finished``."""
        with self._condition:
            self._is_stopping = True
            renders, self._renders = list(self._renders), deque()
            if self._current is not None:
                self._current.cancel.set()
            self._condition.notify()
        for render in renders:
            self.job_finished.emit(render.job_id, Outcome(ending=Ending.CANCELLED))
        self._withdraw_preview(None)

    @override
    def run(self) -> None:
        """Work off the requests until `stop` is called."""
        while (request := self._next()) is not None:
            if isinstance(request, _Render):
                outcome = self._render(request)
                if outcome.ending is Ending.CANCELLED:
                    # Here, where nothing of the render holds tensors any more.
                    self._last_preview = None
                    self._free()
                self._forget_current()
                self.job_finished.emit(request.job_id, outcome)
            elif isinstance(request, _Sample):
                self._take_sample(request)
            else:
                preview_outcome = self._show(request)
                self._forget_current()
                self.preview_finished.emit(request.preview_id, preview_outcome)
        self._last_preview = None

    def _wake(self) -> None:
        if not self._is_stopping and not self.isRunning():
            self.start()

    def _withdraw_preview(self, successor: _Look | None) -> None:
        with self._condition:
            waiting, self._look = self._look, successor
            if isinstance(self._current, _Look):
                self._current.cancel.set()
            if successor is not None:
                self._interrupt_sample()
            self._condition.notify()
        if waiting is not None:
            self.preview_finished.emit(waiting.preview_id, PreviewOutcome(ending=Ending.CANCELLED))

    def _add_sample(self, sample: _Sample) -> None:
        with self._condition:
            self._samples.append(sample)
            self._condition.notify()
        self._wake()

    def _interrupt_sample(self) -> None:
        """Let a measurement give way; the caller holds the condition."""
        if isinstance(self._current, _Sample):
            self._current.cancel.set()

    def _take_sample(self, request: _Sample) -> None:
        try:
            request.take(request.cancel)
        except Cancelled:
            with self._condition:  # once more, when there is nothing else to do
                self._samples.append(_Sample(request.subject, request.take))
        except EngineError as error:  # a render of it would say so
            log.info("what %s takes could not be measured: %s", request.subject, error)
        except Exception as error:  # as below; nobody waits for it
            log.warning("what %s takes could not be measured", request.subject, exc_info=error)
        finally:
            self._forget_current()

    def _next(self) -> _Render | _Look | _Sample | None:
        """Wait for the next request; None when the thread is to end."""
        with self._condition:
            self._condition.wait_for(
                lambda: self._is_stopping or self._look or self._renders or self._samples
            )
            if self._is_stopping:
                return None
            if self._look is not None:
                self._current, self._look = self._look, None
            elif self._renders:
                self._current = self._renders.popleft()
            else:
                self._current = self._samples.popleft()
            return self._current

    def _forget_current(self) -> None:
        with self._condition:
            self._current = None

    def _render(self, request: _Render) -> Outcome:
        def report(event: Event) -> None:
            match event:
                case Started():
                    self.job_started.emit(request.job_id, event)
                case Progressed():
                    self.job_progressed.emit(request.job_id, event)
                case Warned():
                    self.job_warned.emit(request.job_id, event)
                case Waiting():
                    self.job_waiting.emit(request.job_id, event)

        try:
            summary = self._restore(request.job, report, request.cancel)
        except Cancelled:
            if request.discard.is_set():
                self._discard(request.job.output)
            return Outcome(ending=Ending.CANCELLED)
        except Exception as error:  # the one broad except: the queue goes on whatever happens
            _log_failure(request.job, error)
            return Outcome(ending=Ending.FAILED, error=error)
        return Outcome(ending=Ending.DONE, summary=summary)

    def _show(self, request: _Look) -> PreviewOutcome:
        def hand_over(frame: PreviewFrame) -> None:
            self.preview_frame_ready.emit(request.preview_id, frame)

        options = request.job.options
        self.preview_begun.emit(request.preview_id)
        try:
            preview = self._preview_for(request)
            summary = preview.restore(
                options.threshold, options.strength, hand_over, request.cancel
            )
        except Cancelled:
            return PreviewOutcome(ending=Ending.CANCELLED)
        except Exception as error:  # as above: a preview must not end the thread
            _log_failure(request.job, error)
            return PreviewOutcome(ending=Ending.FAILED, error=error)
        return PreviewOutcome(ending=Ending.DONE, summary=summary)

    def _preview_for(self, request: _Look) -> Preview:
        neutral = replace(request.job.options, threshold=None, strength=1.0)
        job = replace(request.job, options=neutral)
        if self._last_preview is not None and self._last_preview[:2] == (job, request.frames_limit):
            return self._last_preview[2]
        self._last_preview = None  # frees the old frames before new ones are decoded
        preview = self._make_preview(request.job, request.frames_limit)
        self._last_preview = (job, request.frames_limit, preview)
        return preview


def _log_failure(job: Job, error: Exception) -> None:
    if isinstance(error, EngineError):
        log.info("%s: %s", job.source, error)
    else:
        log.error("%s failed unexpectedly", job.source, exc_info=error)
