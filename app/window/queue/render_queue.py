"""The order of work: which clip is restored next, under which name, and what came of it."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTime, Signal

from app.window.queue.clip_model import ClipModel
from app.window.queue.clips import Clip, ClipState
from app.window.queue.naming import free_output, name_key
from engine.background.engine_thread import Ending, Engine, Outcome
from engine.jobs.errors import UnfinishedWorkError
from engine.jobs.events import Progressed, Started, Waiting, Warned
from engine.jobs.options import Job, Options, Resume


@dataclass
class _Render:
    """A clip that the engine is at work on."""

    clip: Clip
    earlier: tuple[Options | None, float]
    """The options with which it was begun before, and how far it was."""
    is_kept: bool = True
    """What is finished of it stays where it is cancelled."""


class RenderQueue(QObject):
    """Hands the waiting clips to the engine, in the order of the list.

    One after the other; at the same time where other computers share the work. A clip's options can
    be changed until its own render starts. A failure does not stop the queue. Before a clip is
    started it is planned once more: since it was added, other files may have come into the folder
    of its output.

    Attributes:
        is_running: it was started, and has not come to its end.
        takes_new: clips that are added while it runs are restored as well; not where only some
            clips were chosen.
        suspended_until: the time of day before which nothing is restored; None: any time does.

    Signals:
        changed(): it was started, stopped, or has come to its end.
        plan_wanted(Clip): its plan is to be made now; `on_plan_known` follows.
        choice_wanted(Clip, UnfinishedWorkError): what is finished of it cannot just be taken
            further; `decide` says what is to become of it.
        clip_done(Clip, Summary): a clip was restored.
        ended(int, int): nothing is left to be restored; how many clips were, and how many failed.
            Not where the user stopped it, or nothing was done.
    """

    changed = Signal()
    plan_wanted = Signal(object)
    choice_wanted = Signal(object, object)
    clip_done = Signal(object, object)
    ended = Signal(int, int)

    def __init__(self, model: ClipModel, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._engine = engine
        self._job_ids = itertools.count(1)
        self._renders: dict[int, _Render] = {}
        """What the engine is at work on, by the ids of the jobs."""
        self._most_renders = 1
        """How many clips may be restored at the same time."""
        self._next: Clip | None = None
        """The clip that starts as soon as its plan is there."""
        self.is_running = self.takes_new = False
        self.suspended_until: QTime | None = None
        self._endings: Counter[Ending] = Counter()
        """How renders have ended since it was started."""
        engine.job_started.connect(self.on_job_started)
        engine.job_progressed.connect(self.on_job_progressed)
        engine.job_warned.connect(self.on_job_warned)
        engine.job_waiting.connect(self.on_job_waiting)
        engine.job_finished.connect(self.on_job_finished)

    @property
    def running_clips(self) -> list[Clip]:
        """The clips the engine is at work on, the one that was begun first before the others."""
        return [render.clip for render in self._renders.values()]

    def let_run(self, count: int) -> None:
        """Let so many clips be restored at the same time, until nothing is restored any more."""
        if self._renders:
            self._most_renders = count
            self.advance()

    @property
    def can_start(self) -> bool:
        """Whether there is a clip to restore, or one that is still looked at."""
        return any(c.state.can_be_queued or c.state is ClipState.LOOKING for c in self._model)

    def start(self) -> None:
        """Restore all clips that are ready, and those that failed or were cancelled again."""
        self._let_wait(clip for clip in self._model if clip.state.can_be_queued)
        self.is_running = self.takes_new = True
        self.advance()
        self.changed.emit()

    def stop(self) -> None:
        """Pause what is being restored, which frees its device; the next start goes on with it."""
        self._pause_running()
        self.stop_after_this()

    def stop_after_this(self) -> None:
        """Let what is being restored come to its end; the others wait for the next start."""
        self.is_running, self._next = False, None
        waiting = [clip for clip in self._model if clip.state is ClipState.WAITING]
        for clip in waiting:
            clip.rest()
        self._model.touch(*waiting)
        self.changed.emit()

    def suspend(self, until: QTime | None) -> None:
        """Pause what is being restored until another time of day; None: go on."""
        if until == self.suspended_until:
            return
        self.suspended_until = until
        if until is not None:
            self._pause_running()
        self.advance()
        self.changed.emit()

    @property
    def is_suspended(self) -> bool:
        """Nothing is restored for now, although it may run: it is not the time of day."""
        return self.suspended_until is not None

    def pause(self, clips: Iterable[Clip]) -> None:
        """Take clips off the queue, and keep what is finished of them; the others go on."""
        for clip in list(clips):
            self.cancel(clip, keep=True)
        self.changed.emit()

    def cancel(self, clip: Clip, *, keep: bool) -> None:
        """Take one clip off the queue; the others go on.

        Args:
            clip: waiting or running.
            keep: what is finished stays, and the clip goes on from there another time.
        """
        if clip.state is ClipState.WAITING:
            self._next = None if clip is self._next else self._next
            clip.rest()
            self._model.touch(clip)
            self.advance()
            return
        # A render that the engine has not begun ends within `cancel`, and is not in the dict then.
        for job_id, render in list(self._renders.items()):
            if render.clip is clip:
                render.is_kept = keep
                self._set_state(clip, ClipState.STOPPING)
                self._engine.cancel(job_id, discard=not keep)

    def _pause_running(self) -> None:
        for clip in self.running_clips:
            if clip.state is not ClipState.STOPPING:
                self.cancel(clip, keep=True)

    def decide(self, clip: Clip, resume: Resume) -> None:
        """Restore a clip after all, its unfinished work taken further or thrown away."""
        clip.resume = resume
        self.restore([clip])

    def restore(self, clips: Iterable[Clip]) -> None:
        """Restore these clips, also those that are finished; the others stay as they are."""
        chosen = [c for c in clips if c.state.can_be_queued or c.state is ClipState.DONE]
        for clip in chosen:
            if clip.state is ClipState.DONE:
                clip.earlier_output, clip.output = clip.output, None
        self._let_wait(chosen)
        if not self.is_running:
            self.is_running, self.takes_new = True, False
        self.advance()
        self.changed.emit()

    def advance(self) -> None:
        """Start the next waiting clip, if another one may run, once its plan is made."""
        if not self.is_running or not self._may_begin:
            return
        waiting = next((clip for clip in self._model if clip.state is ClipState.WAITING), None)
        if waiting is not None:
            if waiting is not self._next:
                self._next = waiting
                if waiting.plan is not None:  # else it is being made
                    self.plan_wanted.emit(waiting)
        elif not (self._renders or any(c.state is ClipState.LOOKING for c in self._model)):
            self.is_running = False
            self.changed.emit()
            endings, self._endings = self._endings, Counter()
            if endings:
                self.ended.emit(endings[Ending.DONE], endings[Ending.FAILED])

    @property
    def _may_begin(self) -> bool:
        return len(self._renders) < self._most_renders and not self.is_suspended

    @property
    def ended_count(self) -> int:
        """How many renders have ended since it was started, well or not."""
        return self._endings.total()

    @property
    def clips_to_restore(self) -> list[Clip]:
        """The clips that are restored until the queue has come to its end.

        Before the queue is started: once it is.
        """
        return [
            clip
            for clip in self._model
            if clip.state is ClipState.WAITING
            or clip in self.running_clips
            or (not self.is_running and clip.state.can_be_queued)
        ]

    def expected_output(self, clip: Clip) -> Path | None:
        """The file a clip would be written to; None while its plan is unknown."""
        taken = {name_key(c.output) for c in self._model if c.output and c is not clip}
        for other in self._model:
            if other.plan is None or (other.output is not None and other is not clip):
                continue
            existing = {name_key(path) for path in other.plan.existing}
            expected = free_output(other.plan.output, taken, existing)
            if other is clip:
                return expected
            taken.add(name_key(expected))
        return None

    def on_job_started(self, job_id: int, _started: Started) -> None:
        """The engine has begun."""
        if (clip := self._clip_of(job_id)) is not None:
            clip.has_begun = True
            self._model.touch(clip)

    def on_job_progressed(self, job_id: int, progress: Progressed) -> None:
        """Show how far it is."""
        if (clip := self._clip_of(job_id)) is None:
            return
        if progress.frames_total:
            clip.done_share = min(progress.frames_done / progress.frames_total, 1.0)
        clip.seconds_left = progress.seconds_left
        clip.mean_passes = progress.mean_passes
        self._model.touch(clip)

    def on_job_warned(self, job_id: int, warned: Warned) -> None:
        """Keep what is worth saying until the end."""
        if (clip := self._clip_of(job_id)) is not None:
            clip.warnings.append(warned)
            self._model.touch(clip)

    def on_job_waiting(self, job_id: int, waiting: Waiting) -> None:
        """Show what it waits for, or that it goes on."""
        if (clip := self._clip_of(job_id)) is not None:
            clip.waiting = waiting if waiting.reason else None
            self._model.touch(clip)

    def on_job_finished(self, job_id: int, outcome: Outcome) -> None:
        """Show what came of it and go on with the next."""
        render = self._renders.pop(job_id, None)
        if render is None:
            return
        clip = render.clip
        if not self._renders:  # who shares the work next is not known yet
            self._most_renders = 1
        clip.resume, clip.waiting = Resume.AUTO, None
        if outcome.ending is not Ending.CANCELLED:
            self._endings[outcome.ending] += 1
        match outcome.ending:
            case Ending.DONE:
                assert outcome.summary is not None
                clip.output = outcome.summary.output
                clip.mean_passes = outcome.summary.mean_passes
                clip.finished_with = clip.begun_with
                clip.state, clip.begun_with, clip.earlier_output = ClipState.DONE, None, None
                self.clip_done.emit(clip, outcome.summary)
            case Ending.CANCELLED:
                clip.output = None
                clip.state = ClipState.PAUSED if render.is_kept else ClipState.CANCELLED
                clip.begun_with = clip.begun_with if render.is_kept else None
                if not render.is_kept:
                    clip.take_back()
                if render.is_kept and self.is_suspended and self.is_running:
                    clip.state = ClipState.WAITING
            case Ending.FAILED:
                clip.output, clip.error = None, outcome.error
                clip.state = ClipState.FAILED
                if isinstance(outcome.error, UnfinishedWorkError):  # it was left as it was
                    clip.begun_with, clip.done_share = render.earlier
        self._model.touch(clip)
        self.advance()
        self.changed.emit()
        if isinstance(outcome.error, UnfinishedWorkError):
            self.choice_wanted.emit(clip, outcome.error)

    def on_looked_at(self, clip: Clip) -> None:
        """A clip that was added while the queue runs is restored as well."""
        if self.is_running and self.takes_new and clip.state in (ClipState.READY, ClipState.PAUSED):
            self._set_state(clip, ClipState.WAITING)

    def on_inserted(self, clips: Iterable[Clip]) -> None:
        """Clips that were looked at already are new in the list, or back after a removal.

        One that waited when it was removed waits on, unless the queue has stopped since.
        """
        for clip in clips:
            if clip.state is ClipState.READY:
                self.on_looked_at(clip)
            elif clip.is_waiting and not self.is_running:
                clip.rest()
                self._model.touch(clip)

    def on_plan_known(self, clip: Clip) -> None:
        """A clip whose turn it is can start."""
        is_next = clip is self._next and clip.state is ClipState.WAITING
        if is_next and self.is_running and self._may_begin:
            self._submit(clip)
        self.advance()

    def found(self, clip: Clip, path: Path) -> None:
        """A clip that was missing is here; the queue waits for it to be looked at again."""
        clip.path, clip.error = path, None
        self._set_state(clip, ClipState.LOOKING)

    def on_refused(self, clip: Clip, error: Exception, *, state: ClipState) -> None:
        """A clip cannot be restored: say why, and do not wait for it."""
        clip.error = error
        self._set_state(clip, state)
        self.advance()

    def _submit(self, clip: Clip) -> None:
        output = self.expected_output(clip)
        assert output is not None  # the plan is known
        job_id = next(self._job_ids)
        clip.output, clip.error = output, None
        self._renders[job_id] = _Render(clip, (clip.begun_with, clip.done_share))
        clip.begun_with = clip.options
        clip.has_begun, clip.done_share, clip.seconds_left = False, 0.0, None
        clip.was_begun, clip.warnings, self._next = False, [], None
        self._set_state(clip, ClipState.RUNNING)
        job = Job(source=clip.path, output=output, options=clip.options, resume=clip.resume)
        self._engine.submit(job_id, job)

    def _clip_of(self, job_id: int) -> Clip | None:
        render = self._renders.get(job_id)
        return None if render is None else render.clip

    def _let_wait(self, clips: Iterable[Clip]) -> None:
        waiting = list(clips)
        for clip in waiting:
            clip.state = ClipState.WAITING
        self._model.touch(*waiting)

    def _set_state(self, clip: Clip, state: ClipState) -> None:
        clip.state = state
        self._model.touch(clip)
