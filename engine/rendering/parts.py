"""Jobs of several parts of a source: each is restored by itself, then they are joined in one file.

The parts lie in the working folder of the output, each under a name that tells the options it was
made with. So a job that was interrupted goes on with the part at which it was, and within it.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from engine.files.lock import FileLock
from engine.jobs.choices import Container
from engine.jobs.errors import Cancelled, OutputProblem, OutputVideoError
from engine.jobs.events import Event, Progressed, Started, Summary, Warned
from engine.jobs.options import Job
from engine.jobs.wire import to_json
from engine.rendering import render
from engine.rendering.output import frames_total, resolved, single_parts
from engine.rendering.shared_film import ShareOut
from engine.rendering.waiting import identity_of
from engine.resuming.unfinished import LOCK_NAME, folder_of, note, remove
from engine.video.facts import SourceInfo
from engine.video.probing.probe import probe
from engine.video.writing.containers import choose_container
from engine.video.writing.joining import join_films
from engine.video.writing.writer import check_output, give_name, output_error

OnEvent = Callable[[Event], None]


def restore_parts(
    job: Job,
    on_event: OnEvent,
    cancel: threading.Event,
    *,
    make_room: threading.Event | None = None,
    share_out: ShareOut | None = None,
) -> Summary:
    """Carry out a job of several parts, or go on with it; see `engine.rendering.render.restore`."""
    started = time.monotonic()
    info, options = resolved(probe(job.source), job.options)
    container = choose_container(info, job.output, options.container, options.codec)
    if container is Container.FOLDER:  # pictures of several parts would have the same numbers
        raise OutputVideoError(job.output, OutputProblem.UNSUPPORTED, options.codec)
    check_output(job.source, job.output, overwrite=job.overwrite)
    told = _WholeJob(job, on_event, frames_total(info, options))
    with _working_folder(job.output) as folder:
        summaries = []
        for part in _jobs_of_parts(job, folder, container):
            done = _finished(part, info) or render.restore(
                part, told.on_event, cancel, make_room=make_room, share_out=share_out
            )
            told.frames_before += done.frames
            summaries.append(done)
        _join([summary.output for summary in summaries], job, container, cancel)
    frames = sum(summary.frames for summary in summaries)
    passes = sum(summary.frames * summary.mean_passes for summary in summaries)
    return Summary(
        output=job.output,
        frames=frames,
        seconds=time.monotonic() - started,
        mean_passes=passes / max(frames, 1),
        warnings=tuple(dict.fromkeys(w for summary in summaries for w in summary.warnings)),
    )


def _jobs_of_parts(job: Job, folder: Path, container: Container) -> list[Job]:
    """Return a job for each part, whose output is named after all that it is made of."""
    source = identity_of(job.source)
    jobs = []
    for single in single_parts(job.options):
        claim = to_json(single) + source.fingerprint.encode()
        name = hashlib.sha256(claim).hexdigest()[:16]
        output = folder / f"{name}.{container}"
        jobs.append(replace(job, output=output, options=single, overwrite=False))
    return jobs


def _finished(part: Job, info: SourceInfo) -> Summary | None:
    """Return the summary of a part that an earlier run finished; None: none did."""
    if not part.output.exists():
        return None
    frames = frames_total(info, part.options) or 0
    return Summary(output=part.output, frames=frames, seconds=0.0, mean_passes=0.0)


class _WholeJob:
    """Tells of the parts as of one job."""

    def __init__(self, job: Job, on_event: OnEvent, total: int | None) -> None:
        self._job, self._on_event, self._total = job, on_event, total
        self._has_started = False
        self._warned: set[Warned] = set()
        self.frames_before = 0

    def on_event(self, event: Event) -> None:
        """Hand on what a part says."""
        match event:
            case Started() if self._has_started:
                return
            case Started():
                self._has_started = True
                done = event.frames_done + self.frames_before
                event = replace(
                    event, output=self._job.output, frames_total=self._total, frames_done=done
                )
            case Progressed():
                event = self._progressed(event)
            case Warned() if event in self._warned:
                return
            case Warned():
                self._warned.add(event)
        self._on_event(event)

    def _progressed(self, event: Progressed) -> Progressed:
        done, left = event.frames_done + self.frames_before, event.seconds_left
        if self._total is not None and event.frames_total is not None and left is not None:
            later = max(self._total - self.frames_before - event.frames_total, 0)
            left += later / event.frames_per_second if event.frames_per_second > 0 else 0.0
        return replace(event, frames_done=done, frames_total=self._total, seconds_left=left)


@contextmanager
def _working_folder(output: Path) -> Iterator[Path]:
    """Lock the working folder of an output; once all is done it goes."""
    folder = folder_of(output)
    try:
        folder.mkdir(exist_ok=True)
        note(folder)
        lock = FileLock.take(folder / LOCK_NAME)
    except OSError as exc:
        raise output_error(output, OutputProblem.WRITE_FAILED, exc) from exc
    if lock is None:
        raise OutputVideoError(output, OutputProblem.IN_USE)
    try:
        yield folder
    except BaseException:
        lock.release()
        raise
    remove(folder, lock)


def _join(films: Sequence[Path], job: Job, container: Container, cancel: threading.Event) -> None:
    """Make one file of all, and give it its name."""

    def on_step() -> None:
        if cancel.is_set():
            raise Cancelled

    joined = films[0].with_name(f"joined.{container}")
    join_films(films, joined, container, on_step)
    try:
        give_name(joined, job.output.absolute(), overwrite=job.overwrite)
    except OSError as exc:
        raise output_error(job.output, OutputProblem.WRITE_FAILED, exc) from exc
