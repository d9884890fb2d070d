"""The render of a film whose stretches are restored by several computers.

The journal on this computer is the only truth: a segment counts when it is checked, written and
synced here. Whatever ends, at any moment, costs no more than the stretches in work.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from queue import Empty

import numpy as np

from engine.cluster.cutting import Cutter, Piece, SegmentEnds, room_for_frames
from engine.cluster.files import SharedFiles
from engine.cluster.piece_restorer import (
    DEVICE,
    Stopped,
    own_program,
    restore_segment,
    restored_test_frames,
)
from engine.cluster.sharing import Answer, FilmQueue, Foreman
from engine.cluster.tasks import (
    BadAnswerError,
    Done,
    Failed,
    Recipe,
    Task,
    checked_segment,
    differing,
    model_file,
    unpack_answer,
)
from engine.cluster.turns import Turns
from engine.devices.precision import LEAST_PSNR_DB
from engine.jobs.events import (
    PeerFault,
    PeersSeen,
    PeerTrouble,
    Progressed,
    Waiting,
    WaitReason,
)
from engine.networks import catalogue
from engine.rendering.progress import Progress
from engine.rendering.segments import KeptPieces
from engine.rendering.shared_film import SharedFilm
from engine.restoring.streaming import frames_behind, window_ends
from engine.resuming.journal import SourceEnd
from engine.resuming.state import State

_STEP_SECONDS = 0.1
_REPORT_SECONDS = 1.0
_RATE_SECONDS = 60.0
SPOOL_BYTES = 8 << 30
"""What frames may take in the working folder while they wait for a computer, at most."""


class SharedRender:
    """Cuts a film, gives its stretches to the foreman, and keeps what comes back.

    Args:
        film: what is to be restored.
        foreman: knows the computers.
        files: those that the others may read.
        network_in_use: held while this computer's network runs; lent before each of its steps, so
            that the trial of another computer need not wait for the end of a segment.
    """

    def __init__(
        self,
        film: SharedFilm,
        foreman: Foreman,
        files: SharedFiles,
        network_in_use: Turns,
        *,
        name: str,
    ) -> None:
        self._film, self._foreman, self._files = film, foreman, files
        self._network_in_use = network_in_use
        self._work, self._restoration = film.work, film.restoration
        self._turn = threading.Lock()
        """Held while the render stands still: this computer's network then does as well."""
        self._recipe = _recipe_of(film)
        self.queue = FilmQueue(name, self._recipe, not film.job.others_only, make_task=self._task)
        self._pieces: dict[int, Piece] = {}
        """Handed on by the cutter, and not finished."""
        self._first = len(self._work.journal.segments)
        self._finished: set[int] = set()
        self._kept_times: list[int] = []
        self._kept_passes = 0.0
        self._has_read_all = False
        self._reading_error: BaseException | None = None
        self._test_frames: bytes | None = None
        self._is_over = self._is_waiting = False

    def run(
        self,
        state: State | None,
        kept: KeptPieces,
        progress: Progress,
        on_step: Callable[[], None],
    ) -> None:
        """Work to the end of the film; see `engine.rendering.stages.Stages.run`."""
        self._kept_times = [copy.pts for copy in kept.copies]
        self._kept_passes = kept.passes
        for name, sha256 in self._recipe.models.items():
            self._files.add(model_file(sha256), catalogue.weights_path(catalogue.find(name)))
        cutter = self._cutter(kept.frames)
        meter = _Meter(self._film, progress, self._foreman, self.queue)
        self._foreman.add_film(self.queue)
        try:
            cutter.start(state, self._first, kept.frames)
            while not self._has_read_all or self._pieces:
                with self._turn:
                    on_step()
                for item in self._arrived():
                    self._handle(item, cutter)
                self._foreman.tick()
                self._report_waiting()
                meter.report()
        finally:
            self._is_over = True
            self._foreman.remove_film(self.queue)
            cutter.stop()
            self._files.remove(f"{self.queue.name}/")
            for path in self._work.folder.glob("*.frames"):
                path.unlink(missing_ok=True)
        if self._reading_error is not None:
            raise self._reading_error

    def _report_waiting(self) -> None:
        """Say that nobody is there to restore, and that somebody has come."""
        is_waiting = not self._foreman.has_peers(self.queue)
        if is_waiting != self._is_waiting:
            self._is_waiting = is_waiting
            reason = WaitReason.NO_PEERS if is_waiting else None
            key_file = self._film.job.cluster or self._film.job.source
            self._film.on_event(Waiting(reason, key_file))

    def restore_here(self, task: Task) -> bytes:
        """Restore a stretch on this computer, on a thread of its own.

        Raises:
            Stopped: nobody wants it any more.
        """

        def fetch(name: str, offset: int) -> bytes:
            part = self._files.read(name, offset)
            if part is None:
                raise Stopped
            return part

        def on_frame(done: int) -> None:
            self._network_in_use.lend()
            with self._turn:
                pass  # waits while the render stands still
            if self._is_over or not self._foreman.reported(task.attempt, done):
                raise Stopped

        with self._network_in_use:
            return restore_segment(task, self._restoration, fetch, on_frame)

    def _cutter(self, kept_frames: int) -> Cutter:
        film, plan = self._film, self._restoration.plan
        encoding = film.encoding
        limit = film.policy.frames_per_segment(
            encoding.codec, encoding.width, encoding.height, is_plain=False
        )
        windows = window_ends(self._restoration.model, plan)
        return Cutter(
            film.footage,
            SegmentEnds(windows, film.policy, limit, kept_frames),
            frames_behind(plan),
            self._work.folder,
            bits=8 if film.info.bit_depth == 8 else 16,
            most_bytes=room_for_frames(self._work.folder, SPOOL_BYTES),
            on_piece=self.queue.inbox.put,
            on_end=lambda error: self.queue.inbox.put(_ReadAll(error)),
        )

    def _arrived(self) -> list[object]:
        """What has come since the last time; waits a moment where nothing has."""
        items: list[object] = []
        try:
            items.append(self.queue.inbox.get(timeout=_STEP_SECONDS))
            while True:
                items.append(self.queue.inbox.get_nowait())
        except Empty:
            return items

    def _handle(self, item: object, cutter: Cutter) -> None:
        match item:
            case Piece():
                self._take(item, cutter)
            case _ReadAll():
                self._has_read_all, self._reading_error = True, item.error
            case Answer():
                self._judge(item, cutter)
            case PeerTrouble():
                self._film.on_event(item)
            case BaseException():
                raise item

    def _take(self, piece: Piece, cutter: Cutter) -> None:
        """Take in a segment that the cutter has come to."""
        if self._work.is_ahead(piece.number, piece.first, piece.kept_frames + piece.frames):
            self._finished.add(piece.number)
            cutter.forget(piece)
            return
        self._pieces[piece.number] = piece
        before = piece.number - 1
        if piece.starts_shot or piece.number == self._first or before in self._finished:
            self._give_out(piece)

    def _give_out(self, piece: Piece) -> None:
        task = self._task(piece.number, "")
        self._files.add(task.frames_file, piece.path)
        if task.has_state:
            number = None if piece.number == self._first else piece.number - 1
            self._files.add(task.state_file, self._work.state_file(number))
        if task.kept_files:
            for index, path in enumerate(self._work.kept_files()):
                self._files.add(task.kept_file(index), path)
        self._foreman.add(self.queue, piece.number, piece.frames)

    def _task(self, number: int, attempt: str) -> Task:
        piece = self._pieces.get(number)
        if piece is None:  # a trial
            return Task(attempt=attempt, film=self.queue.name, number=number, recipe=self._recipe)
        return Task(
            attempt=attempt,
            film=self.queue.name,
            number=number,
            recipe=self._recipe,
            frames=piece.frames,
            has_state=not piece.starts_shot,
            kept_files=len(self._work.kept_files()) if piece.kept_frames else 0,
        )

    def _judge(self, answer: Answer, cutter: Cutter) -> None:
        """Keep what an answer brings, or refuse it."""
        attempt = answer.attempt
        try:
            head, content, state = unpack_answer(answer.content)
            if isinstance(head, Failed):
                self._foreman.reject(attempt, head.fault, head.detail)
            elif attempt.number in self._pieces:
                self._keep(attempt.number, head, content, state)
                self._foreman.accept(attempt, head.seconds)
                self._finish(attempt.number, cutter)
            elif attempt.number in self._finished:
                self._foreman.accept(attempt)
            else:
                device = self._examine(head, content)
                if device:
                    self._foreman.remark(attempt, PeerFault.OTHER_DEVICE, device)
                self._foreman.accept(attempt)
        except BadAnswerError as bad:
            self._foreman.reject(attempt, bad.fault, bad.detail)

    def _examine(self, head: Done, content: bytes) -> str:
        """Compare the result of a trial with that of this computer.

        Returns:
            The other computer's device where its pictures differ, by less than can be seen.

        Raises:
            BadAnswerError: OTHER_VERSION or OTHER_RESULT.
        """
        own, found = dict(self._recipe.program), dict(head.program)
        own_device, device = own.pop(DEVICE), found.pop(DEVICE, "")
        other = differing(own, found)
        if other:
            raise BadAnswerError(PeerFault.OTHER_VERSION, other)
        if self._test_frames is None:
            with self._network_in_use:
                self._test_frames = restored_test_frames(self._restoration, self._recipe.threads)
        if content == self._test_frames:
            return ""
        # The same device with other numbers is broken, or its model is.
        if device == own_device or not self._is_near(content):
            raise BadAnswerError(PeerFault.OTHER_RESULT)
        return device

    def _is_near(self, content: bytes) -> bool:
        """Tell whether test frames differ from those of this computer by less than can be seen."""
        assert self._test_frames is not None
        if len(content) != len(self._test_frames):
            return False
        kind = np.dtype(f"u{self._restoration.sample_bytes}")
        own, other = (np.frombuffer(c, kind) for c in (self._test_frames, content))
        error = float(np.mean((own.astype(np.float64) - other) ** 2)) / np.iinfo(kind).max ** 2
        return error < 10 ** (-LEAST_PSNR_DB / 10)

    def _keep(self, number: int, head: Done, content: bytes, state: bytes) -> None:
        """Write a segment, and what the next one needs.

        Raises:
            BadAnswerError: it is not what was wanted.
        """
        piece = self._pieces[number]
        ticks = Fraction(self._recipe.time_base, self._film.encoding.time_base)
        times = [round(pts * ticks) - self._film.shift for pts in piece.times]
        passes = head.passes
        if piece.kept_frames:
            times, passes = [*self._kept_times, *times], passes + self._kept_passes
        segment = checked_segment(
            head,
            content,
            state,
            times,
            restored=piece.frames,
            needs_state=not piece.next_starts_shot,
        )
        after: State | SourceEnd
        if piece.after is None:
            assert piece.end is not None
            after = piece.end
        else:
            place, past = piece.after
            arrays = {**segment.arrays, "past": past}
            after = State(place=place, arrays=arrays, plan=self._recipe.plan)
        self._film.store(
            lambda: self._work.add_ahead(
                number, piece.first, content, frames=len(times), passes=passes, after=after
            ),
            len(content) + len(state),
        )

    def _finish(self, number: int, cutter: Cutter) -> None:
        piece = self._pieces.pop(number)
        self._finished.add(number)
        self._files.remove(f"{self.queue.name}/{number}/")
        cutter.forget(piece)
        following = self._pieces.get(number + 1)
        if following is not None and not following.starts_shot:
            self._give_out(following)


class _ReadAll:
    """The cutter has come to the end of the film, or to an error."""

    def __init__(self, error: BaseException | None) -> None:
        self.error = error


class _Meter:
    """Reports how far the film is, how fast all computers together are, and what each does."""

    def __init__(
        self, film: SharedFilm, progress: Progress, foreman: Foreman, queue: FilmQueue
    ) -> None:
        self._film, self._progress, self._foreman = film, progress, foreman
        self._queue = queue
        self._samples: list[tuple[float, int]] = []
        self._is_cold = True
        """No frame of this run is done: the time until then says nothing about the speed."""
        self._next_report = 0.0
        self._shown: PeersSeen | None = None
        self._next_peers = 0.0

    def report(self) -> None:
        """Report where something has changed, not too often."""
        now = time.monotonic()
        if now >= self._next_report:
            self._next_report = now + self._film.policy.report_seconds
            self._report_progress(now)
        if now >= self._next_peers:
            self._next_peers = now + _REPORT_SECONDS
            seen = PeersSeen(self._foreman.peers())
            if seen != self._shown:
                self._shown = seen
                self._film.on_event(seen)

    def _report_progress(self, now: float) -> None:
        journal = self._film.work.journal
        done = journal.frames + journal.frames_ahead + self._foreman.frames_in_work(self._queue)
        if self._samples and done <= self._samples[-1][1]:
            return
        if self._samples and self._is_cold:
            self._samples.clear()
            self._is_cold = False
        self._samples.append((now, done))
        while now - self._samples[0][0] > _RATE_SECONDS and len(self._samples) > 2:
            del self._samples[0]
        began, before = self._samples[0]
        rate = (done - before) / (now - began) if now > began else 0.0
        total = self._progress.frames_total
        left = None if total is None else max(0, total - done)
        self._film.on_event(
            Progressed(
                frames_done=done,
                frames_total=total,
                frames_per_second=rate,
                seconds_left=left / rate if left is not None and rate else None,
                mean_passes=journal.passes / max(1, journal.frames),
            )
        )


def _recipe_of(film: SharedFilm) -> Recipe:
    options, restoration = film.job.options, film.restoration
    entry = catalogue.find(options.model)
    entries = [entry]
    if options.denoise is not None and entry.mixes_with is not None:
        entries.append(catalogue.find(entry.mixes_with))
    recipe = Recipe(
        info=replace(film.info, path=Path(film.info.path.name)),
        options=options,
        output=film.job.output.name,
        encoding=film.encoding,
        time_base=film.footage.time_base,
        shift=film.shift,
        width=film.footage.width,
        height=film.footage.height,
        plan=restoration.plan,
        precision=restoration.precision,
        threads=film.work.journal.conditions.restoring_threads,
        models={entry.name: entry.sha256 for entry in entries},
        program={},
    )
    return replace(recipe, program=own_program(recipe, restoration))
