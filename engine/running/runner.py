"""Who runs jobs: this process, or a process of its own on this computer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from engine.cluster.pausing import PausedPeers
from engine.cluster.whole_films import NextFilm, WholeFilm, only, restore_films
from engine.jobs.errors import Cancelled, EngineError, RunnerDiedError
from engine.jobs.events import Event, Summary
from engine.jobs.options import Job
from engine.running import messages
from engine.running.carrying_out import carry_out
from engine.running.child_process import ChildProcess
from engine.running.cores import restrict
from engine.running.films_in_child import FilmsInChild

OnEvent = Callable[[Event], None]


class Runner(Protocol):
    """Carries out jobs: one at a time, or several with other computers."""

    def run(
        self,
        job: Job,
        on_event: OnEvent,
        cancel: threading.Event,
        make_room: threading.Event | None = None,
    ) -> Summary:
        """Carry out a job, or go on with it where it was interrupted.

        Args:
            job: what is to be done.
            on_event: told what happens, on the calling thread.
            cancel: when it is set, the render stops within a step of the network.
            make_room: when it is set, the render stands still within a step of the network. It
                says so (`WaitReason.PREVIEW`) and goes on when ``on_event`` returns, which has
                cleared the event.

        Returns:
            What was done.

        Raises:
            EngineError: the job failed. What was finished is kept for another try.
            Cancelled: ``cancel`` was set; the same.
        """

    def run_together(
        self, key_file: Path, take: NextFilm, make_room: threading.Event | None = None
    ) -> None:
        """Carry out jobs at the same time with the computers of a key, until none is left.

        Args:
            key_file: of the other computers.
            take: asked for another job now and then, on any thread.
            make_room: see `run`; all of them stand still.
        """

    def use_processor_share(self, share: float) -> None:
        """Use a share of the processor's cores from now on; called from any thread."""

    def pause_peer(self, title: str, *, is_paused: bool) -> None:
        """Give another computer no further stretches, or go on; called from any thread."""


class ThisProcess:
    """Runs jobs in this process: one on the calling thread, several on threads of their own."""

    def __init__(self) -> None:
        self._paused = PausedPeers()

    def run(
        self,
        job: Job,
        on_event: OnEvent,
        cancel: threading.Event,
        make_room: threading.Event | None = None,
    ) -> Summary:
        """Carry out a job; see `Runner`. Once cancelled, the memory of the device is free."""
        from engine.restoring.restorer import free_device  # noqa: PLC0415 - loads torch

        try:
            return carry_out(job, on_event, cancel, make_room=make_room, paused=self._paused)
        except Cancelled:
            pass
        free_device()  # here, where the error no longer holds what holds tensors
        raise Cancelled

    def run_together(
        self, key_file: Path, take: NextFilm, make_room: threading.Event | None = None
    ) -> None:
        """Carry out jobs at the same time; see `Runner`."""
        try:
            restore_films(key_file, take, make_room=make_room, paused=self._paused)
        except EngineError as error:  # the key cannot be used
            while (film := take()) is not None:
                film.on_end(error)

    def use_processor_share(self, share: float) -> None:
        """Do nothing: this process has other things to do as well."""

    def pause_peer(self, title: str, *, is_paused: bool) -> None:
        """See `Runner`."""
        self._paused.pause(title, is_paused=is_paused)


class OwnProcess:
    """Runs each job, or all that are carried out together, in a new process of this program.

    A crash in a codec or a driver ends that process only, and its memory is free afterwards. The
    process ends by itself when this one dies.

    Args:
        command: the command line that runs `engine.running.job_child.run_jobs`.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._share = 1.0
        self._pid: int | None = None
        self._child: ChildProcess | None = None
        self._paused: set[str] = set()

    def run(
        self,
        job: Job,
        on_event: OnEvent,
        cancel: threading.Event,
        make_room: threading.Event | None = None,
    ) -> Summary:
        """Carry out a job; see `Runner`.

        Raises:
            RunnerDiedError: the process ended without a word. What was finished is kept.
        """
        ends: list[Summary | Exception] = []
        self._carry_out(only(WholeFilm(job, on_event, ends.append, cancel)), make_room)
        [end] = ends
        if isinstance(end, Exception):
            raise end
        return end

    def run_together(
        self, key_file: Path, take: NextFilm, make_room: threading.Event | None = None
    ) -> None:
        """Carry out jobs at the same time; see `Runner`.

        Where the process dies, each job that was in work is carried out once more by itself: only
        the one that ends its process again has failed. All callbacks are on the calling thread, but
        for the end of a job that is cancelled while it waits for that.
        """
        del key_file  # each job knows it
        self._carry_out(take, make_room)

    def _carry_out(self, take: NextFilm, make_room: threading.Event | None) -> None:
        with ChildProcess(self._command) as child:
            self._pid = child.pid
            if self._share < 1:
                restrict(child.pid, self._share)
            self._child = child
            for title in sorted(self._paused):
                child.send(messages.encode(messages.PausePeer(title, is_paused=True)))
            interrupted = FilmsInChild(child, take, make_room).follow()
            self._child = None
            self._pid = None  # from here on it may be that of another process
            status = child.close()
        match interrupted:
            case [film] if not film.cancel.is_set():
                film.on_end(RunnerDiedError(film.job.source, status))
            case _:
                self._try_again(interrupted, make_room)

    def _try_again(self, waiting: list[WholeFilm], make_room: threading.Event | None) -> None:
        """Carry out films one after the other; each that is cancelled before its turn ends then."""

        def end_cancelled() -> None:
            for film in [film for film in waiting if film.cancel.is_set()]:
                waiting.remove(film)
                film.on_end(Cancelled())

        def after_cancelled(take: NextFilm) -> WholeFilm | None:
            end_cancelled()
            return take()

        end_cancelled()
        while waiting:
            self._carry_out(partial(after_cancelled, only(waiting.pop(0))), make_room)
            end_cancelled()

    def use_processor_share(self, share: float) -> None:
        """Let the child use a share of the cores, and those that follow; see `Runner`."""
        self._share = share
        if (pid := self._pid) is not None:
            restrict(pid, share)

    def pause_peer(self, title: str, *, is_paused: bool) -> None:
        """Tell the child, and those that follow; see `Runner`."""
        (self._paused.add if is_paused else self._paused.discard)(title)
        if (child := self._child) is not None:
            child.send(messages.encode(messages.PausePeer(title, is_paused)))
