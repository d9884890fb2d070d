"""A render: finished segments are kept, the rest is restored, and all are joined into a file."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue

from engine.estimating import speeds
from engine.estimating.speeds import FrameWork
from engine.installation.cards import unused_card
from engine.jobs.choices import Container
from engine.jobs.errors import (
    Cancelled,
    InputProblem,
    InputVideoError,
    OutputProblem,
    OutputVideoError,
)
from engine.jobs.events import (
    Event,
    Started,
    Summary,
    Waiting,
    WaitReason,
    Warned,
    WarningKind,
)
from engine.jobs.options import Job
from engine.rendering.claim import claim_of, encoding_of
from engine.rendering.footage import Footage
from engine.rendering.output import (
    frames_total,
    needed_bytes,
    output_size_of,
    resolved,
)
from engine.rendering.preparing import computing_with, prepared
from engine.rendering.progress import Progress
from engine.rendering.segments import KeptPieces, SegmentPolicy
from engine.rendering.shared_film import SharedFilm, ShareOut
from engine.rendering.stages import Stages
from engine.rendering.steps.registry import finish_steps, seconds_of_steps
from engine.rendering.waiting import OutputDisk, SourceFile
from engine.restoring.restorer import Restoration
from engine.resuming.journal import Claim, Journal
from engine.resuming.unfinished import folder_of
from engine.resuming.work import SegmentDamagedError, Work
from engine.video.facts import SourceInfo
from engine.video.probing.probe import probe
from engine.video.sound_plan import expected_plan, measured_plan, missing_faults
from engine.video.timeline import tick_range
from engine.video.writing.containers import choose_container, picture_losses
from engine.video.writing.encoder import (
    EncodedPicture,
    PictureEncoder,
)
from engine.video.writing.fitting import Fitting
from engine.video.writing.picture_folder import PictureFolder
from engine.video.writing.sound import SoundChangesError
from engine.video.writing.writer import (
    Writer,
    check_format,
    check_output,
    check_room,
    output_error,
)

OnEvent = Callable[[Event], None]

_SOURCE_FAULTS = frozenset({InputProblem.READ_FAILED, InputProblem.NOT_FOUND})


def restore(
    job: Job,
    on_event: OnEvent,
    cancel: threading.Event,
    policy: SegmentPolicy = SegmentPolicy(),  # noqa: B008 - it is frozen
    *,
    make_room: threading.Event | None = None,
    share_out: ShareOut | None = None,
) -> Summary:
    """Carry out a job, or go on with it where it was interrupted.

    Finished stretches stay in a working folder beside the output until the file is complete;
    a render that ends in any other way leaves them there. A full disk, or a disk that is not
    there, is waited for.

    Args:
        job: what is to be done.
        on_event: told what happens, on the calling thread.
        cancel: when it is set the render stops within a step of the network.
        policy: how the film is cut into segments; other than the usual one for tests.
        make_room: when it is set the render stands still within a step of the network: it says so
            (`WaitReason.PREVIEW`), and goes on when ``on_event`` returns.
        share_out: makes what restores the film in the place of `Stages`, or None where this
            computer is to do it alone.

    Returns:
        What was done.

    Raises:
        EngineError: the job failed. What was finished is kept for another try.
        Cancelled: ``cancel`` was set; the same.
    """
    started = time.monotonic()
    info, options = resolved(probe(job.source), job.options)
    container = choose_container(info, job.output, options.container, options.codec)
    overwrite = job.overwrite and container is not Container.FOLDER
    job = replace(job, options=options, overwrite=overwrite)
    if not os.path.lexists(folder_of(job.output)):  # else only removing it may be left to do
        check_output(job.source, job.output, overwrite=job.overwrite)
    footage = Footage(info, job.options)
    check_format(job.output, job.options.codec, container, *output_size_of(info, job.options))
    restoration = None
    if job.options.strength > 0:
        restoration = prepared(job.options, info, footage.width, footage.height)
    claim = claim_of(job, info, footage, restoration)
    with (
        _open_work(job, claim) as work,
        computing_with(work.journal.conditions.restoring_threads),
    ):
        if restoration is not None:
            precision = work.journal.conditions.precision
            if restoration.precision != precision:  # another one than at the beginning
                options = replace(job.options, precision=precision)
                restoration = prepared(options, info, footage.width, footage.height)
        published = work.published()
        if published is not None:
            work.remove()
            return _summary(work.journal, published, time.monotonic() - started, [])
        check_output(job.source, job.output, overwrite=job.overwrite)
        render = _Render(
            job,
            info=info,
            footage=footage,
            restoration=restoration,
            work=work,
            on_event=on_event,
            cancel=cancel,
            make_room=make_room,
            policy=policy,
            share_out=share_out,
        )
        render.run()
        return _summary(work.journal, job.output, time.monotonic() - started, render.warnings)


def _open_work(job: Job, claim: Claim) -> Work:
    """Open the working folder of a job, locked."""
    try:
        return Work.take(job.output, claim, job.resume)
    except OSError as exc:
        raise output_error(job.output, OutputProblem.WRITE_FAILED, exc) from exc


def _summary(journal: Journal, output: Path, seconds: float, warnings: list[Warned]) -> Summary:
    """Return the summary of all runs of a render; ``seconds`` is the time of the last run."""
    return Summary(
        output=output,
        frames=journal.frames,
        seconds=seconds,
        mean_passes=journal.passes / max(1, journal.frames),
        warnings=tuple(warnings),
    )


class _Render:
    """A job with its working folder: restores what is not finished, then joins the file."""

    def __init__(
        self,
        job: Job,
        *,
        info: SourceInfo,
        footage: Footage,
        restoration: Restoration | None,
        work: Work,
        on_event: OnEvent,
        cancel: threading.Event,
        make_room: threading.Event | None,
        policy: SegmentPolicy,
        share_out: ShareOut | None,
    ) -> None:
        self._policy, self._share_out = policy, share_out
        self._job, self._info, self._footage = job, info, footage
        self._restoration, self._work = restoration, work
        self._on_event, self._cancel, self._make_room = on_event, cancel, make_room
        self._progress: Progress | None = None
        self._encoding = encoding_of(
            job, info, footage, threads=work.journal.conditions.encoding_threads
        )
        self._container = choose_container(
            info, job.output, job.options.container, job.options.codec
        )
        self._fitting = Fitting(
            info,
            self._encoding,
            self._container,
            start_seconds=job.options.start_seconds,
            end_seconds=job.options.end_seconds,
            sound=expected_plan(info, job.options),
        )
        self._frames_total = frames_total(info, job.options)
        self._events: SimpleQueue[Warned | Waiting] = SimpleQueue()
        self.warnings: list[Warned] = []
        retry = policy.retry_seconds
        self._source = SourceFile(
            job.source, work.journal.source, tell=on_event, cancel=cancel, retry_seconds=retry
        )
        self._disk = OutputDisk(
            job.output, work, tell=self._events.put, cancel=cancel, retry_seconds=retry
        )

    def run(self) -> None:
        """Restore what is not finished and write the file; see `restore`."""
        known = self._work.journal.frames
        self._work.verify()
        self._check_room()
        self._report_start()
        self._fitting.try_beginning()
        told = [*self._fitting.warnings, *picture_losses(self._info, self._encoding.codec)]
        told += missing_faults(self._info, self._job.options)
        for loss in dict.fromkeys(told):
            self._warn(loss)
        if self._encoding.is_replaced(self._info):
            self._warn(Warned(WarningKind.ENCODER_REPLACED, detail=self._job.options.encoder))
        if self._restoration is not None and self._restoration.unusable_card is not None:
            card = self._restoration.unusable_card
            self._warn(Warned(WarningKind.CARD_UNUSABLE, detail=card))
        self._report_unused_card()
        self._report_damage(known)
        frames_at_fault = -1
        while True:
            try:
                if self._work.journal.end is None:
                    self._run_stages()
                self._disk.insist(self._join, self._joined_bytes(), self._report_events)
                self._report_events()  # that waiting is over
                return
            except SegmentDamagedError as damaged:
                known = self._work.journal.frames
                self._work.take_back(damaged.number)
                self._report_damage(known)
            except InputVideoError as error:
                # A second fault at the same frame will not go away by waiting.
                frames = self._work.journal.frames
                if error.reason not in _SOURCE_FAULTS or frames == frames_at_fault:
                    raise
                frames_at_fault = frames
                self._source.wait(self._make_room_for_preview)

    def _check_room(self) -> None:
        frames = self._frames_total
        if frames is not None:
            frames = max(0, frames - self._work.journal.frames)
        size = self._encoding.width, self._encoding.height
        check_room(self._job.output, needed_bytes(self._job.options.codec, *size, frames))

    def _report_start(self) -> None:
        expected, frames = self._expected_seconds_per_frame(), self._frames_total
        if expected is not None and frames is not None:
            expected *= max(0, frames - self._work.journal.frames)
        self._on_event(
            Started(
                source=self._job.source,
                output=self._job.output,
                width=self._encoding.width,
                height=self._encoding.height,
                frames_total=self._frames_total,
                device=str(self._restoration.device) if self._restoration else "cpu",
                model=self._job.options.model if self._restoration else "",
                frames_done=self._work.journal.frames,
                seconds_expected=None if frames is None else expected,
            )
        )

    def _report_unused_card(self) -> None:
        if self._restoration is None or self._job.options.device != "auto":
            return
        card = unused_card() if self._restoration.device.type == "cpu" else None
        if card is not None:
            self._warn(Warned(WarningKind.CARD_UNUSED, detail=card.name))

    def _report_damage(self, known_frames: int) -> None:
        lost = known_frames - self._work.journal.frames
        if lost:
            self._warn(Warned(WarningKind.WORK_DAMAGED, lost))

    def _run_stages(self) -> None:
        encoding, journal = self._encoding, self._work.journal
        footage = self._footage
        shift = tick_range(
            self._info.start_seconds,
            self._job.options.start_seconds,
            self._job.options.end_seconds,
            encoding.time_base,
        ).shift
        progress = Progress(
            self._frames_total,
            self._on_event,
            self._expected_seconds_per_frame(),
            window_frames=self._restoration.plan.window_frames if self._restoration else 1,
            report_seconds=self._policy.report_seconds,
        )
        self._progress = progress
        finish = [step.apply for step in finish_steps(self._info, self._job.options)]
        progress.start_at(journal.frames, journal.passes)
        state, restoration = self._work.state(), self._restoration
        if restoration is not None and state is not None and state.plan is not None:
            # The plan shapes the picture: not the one that fits into the memory free today.
            restoration = replace(restoration, plan=state.plan)
        kept = KeptPieces(self._work.kept_copies(), journal.kept_frames, journal.kept_passes)
        shared = None
        if self._share_out is not None and restoration is not None:
            shared = self._share_out(
                SharedFilm(
                    job=self._job,
                    info=self._info,
                    footage=footage,
                    restoration=restoration,
                    encoding=encoding,
                    shift=shift,
                    work=self._work,
                    policy=self._policy,
                    store=self._store_bytes,
                    on_event=self._on_event,
                )
            )
        if shared is not None:
            shared.run(state, kept, progress, self._on_step)
            return
        stages = Stages(
            footage,
            restoration,
            new_encoder=lambda: PictureEncoder(
                self._info, self._job.output, encoding, shift=shift, finish=finish
            ),
            finish=lambda pictures, passes, after: self._store(
                lambda: self._work.add(pictures, passes, after), pictures, stages.check
            ),
            keep=lambda copies, passes, after: self._store(
                lambda: self._work.keep(copies, passes, after), copies, stages.check
            ),
            on_change=self._warn_once,
            policy=self._policy,
            encoding=encoding,
            frame_bytes=3
            * footage.width
            * footage.height
            * (1 if self._info.bit_depth == 8 else 2),
        )
        stages.run(state, kept, progress, self._on_step)
        self._remember(progress)

    def _expected_seconds_per_frame(self) -> float | None:
        """Time for a frame as this machine is known; None without a network or a measurement."""
        if self._restoration is None:
            return None
        seconds = speeds.seconds_per_frame(self._work_per_frame)
        if seconds is None:
            return None
        treating = seconds_of_steps(self._info, self._job.options)
        return seconds + treating / (os.cpu_count() or 1)

    @property
    def _work_per_frame(self) -> FrameWork:
        options = self._job.options
        return FrameWork(
            model=options.model,
            device=options.device,
            pixels=self._footage.width * self._footage.height,
            codec=options.codec,
            encoder=options.encoder,
            written_pixels=self._encoding.width * self._encoding.height,
        )

    def _remember(self, progress: Progress) -> None:
        """Remember how long the network took per frame, for the next estimate."""
        seconds, restoration = progress.steady_seconds_per_frame, self._restoration
        if seconds is None or restoration is None or self._job.options.precision != "auto":
            return
        work = replace(self._work_per_frame, cleanings=progress.mean_cleanings)
        network = speeds.network_from_render(
            seconds,
            work,
            is_processor=restoration.device.type == "cpu",
            cleaning_share=restoration.cleaning_share,
        )
        if network is not None:
            speeds.remember(network)

    def _warn_once(self, kind: WarningKind) -> None:
        warned = Warned(kind)
        if warned not in self.warnings:
            self._warn(warned)

    def _on_step(self) -> None:
        self._report_events()
        self._make_room_for_preview()
        if self._cancel.is_set():
            raise Cancelled

    def _make_room_for_preview(self) -> bool:
        """Stand still where a preview is wanted; the time it takes says nothing about the speed."""
        if self._make_room is None or not self._make_room.is_set():
            return False
        began = time.monotonic()
        self._on_event(Waiting(WaitReason.PREVIEW, self._job.source))
        if self._progress is not None:
            self._progress.leave_out(time.monotonic() - began)
        self._on_event(Waiting(None, self._job.source))
        return True

    def _store(
        self,
        write: Callable[[], None],
        pictures: list[EncodedPicture],
        on_wait: Callable[[], None],
    ) -> None:
        """Write a segment or a piece of one; runs on the encoding thread."""
        self._source.check()
        self._disk.insist(write, sum(len(picture.data) for picture in pictures), on_wait)

    def _store_bytes(self, write: Callable[[], None], size_bytes: int) -> None:
        """Write a segment that was restored elsewhere; runs on the calling thread."""
        self._source.check()
        self._disk.insist(write, size_bytes, self._on_step)

    def _joined_bytes(self) -> int:
        return sum(segment.size_bytes for segment in self._work.journal.segments)

    def _join(self) -> None:
        """Make the file of all segments, and give it its name."""
        # The disk may have gone right after the file got its name: then it is there already.
        warnings = [] if self._work.published() else self._write_what_fits()
        end = self._work.journal.end
        self._work.remove()
        if end is not None and end.damaged_count:
            warnings.append(Warned(WarningKind.DAMAGE, end.damaged_count))
        if end is not None and end.is_size_changed:
            warnings.append(Warned(WarningKind.SIZE_CHANGED))
        for warned in warnings:
            if warned not in self.warnings:  # most was known before
                self._warn(warned)

    def _write_what_fits(self) -> list[Warned]:
        """Write the file; a track that cannot be written is converted, or left out."""
        while True:
            try:
                return self._write()
            except SoundChangesError as change:
                if not self._fitting.even(change.index):
                    raise
            except OutputVideoError as error:
                is_refused = error.reason is OutputProblem.WRITE_FAILED
                if not (is_refused and self._fitting.try_whole()):
                    raise

    def _write(self) -> list[Warned]:
        """Write the file and publish it; return what had to be treated otherwise than copied."""
        job = self._job
        warnings: list[Warned] = []
        sound = measured_plan(self._info, job.options, self._on_step)
        kind = PictureFolder if self._container is Container.FOLDER else Writer
        with kind(
            self._info,
            job.output,
            self._encoding,
            part=self._work.part,
            container=self._container,
            start_seconds=job.options.start_seconds,
            end_seconds=job.options.end_seconds,
            overwrite=job.overwrite,
            on_warning=warnings.append,
            lowered=self._fitting.lowered,
            sound=sound,
        ) as writer:
            writer.write(self._work.pictures(), self._work.times(), self._on_step)
            self._work.mark_joined(job.output)
            writer.publish()
        return warnings

    def _warn(self, warned: Warned) -> None:
        self.warnings.append(warned)
        self._on_event(warned)

    def _report_events(self) -> None:
        """Report the events of the other threads on this thread."""
        while not self._events.empty():
            self._on_event(self._events.get())
