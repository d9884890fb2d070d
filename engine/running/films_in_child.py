"""The films that a child process carries out: how they get there, and what it says of each."""

from __future__ import annotations

import itertools
import threading
import time

from engine.cluster.whole_films import NextFilm, WholeFilm
from engine.running import messages
from engine.running.child_process import CANCEL_GRACE_SECONDS, ChildProcess
from engine.running.messages import Begin, Cancel, End, MakeRoom, Resume, stands_still

_POLL_SECONDS = 0.05


class FilmsInChild:
    """Hands films to a child, follows what it says, and cancels those that are to end.

    Args:
        child: runs `engine.running.job_child.run_jobs`.
        take: asked for further films again and again, as long as there is one in work.
        make_room: when it is set, the child is asked once to stand still, until
            `WholeFilm.on_event` has been told so and returns.
    """

    def __init__(
        self, child: ChildProcess, take: NextFilm, make_room: threading.Event | None = None
    ) -> None:
        self._child, self._take = child, take
        self._make_room = make_room or threading.Event()
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._films: dict[int, WholeFilm] = {}
        self._cancelled_at: dict[int, float] = {}
        """When each of those was cancelled that are still in work."""
        self._is_listening = True
        """What the child says is read; not while `WholeFilm.on_event` shows a preview."""
        self._is_asked_for_room = False
        self._is_over = threading.Event()

    def follow(self) -> list[WholeFilm]:
        """Follow the child until no film is left.

        Returns:
            The films that were in work when the child died.
        """
        watcher = threading.Thread(target=self._watch, name="child's films", daemon=True)
        if self._has_more():
            watcher.start()
            try:
                for line in self._child.answers:
                    self._hear(messages.decode(line))
                    if not self._has_more():
                        break
            finally:
                self._is_over.set()
                watcher.join()
        return [*self._films.values()]

    def _has_more(self) -> bool:
        """Tell whether a film is in work, or another one that waited is begun."""
        with self._lock:
            if not self._films:
                self._begin_waiting()
            if not self._films:
                self._is_over.set()
            return bool(self._films)

    def _begin_waiting(self) -> None:
        while (film := self._take()) is not None:
            number = next(self._numbers)
            self._films[number] = film
            self._child.send(messages.encode(Begin(number, film.job)))

    def _hear(self, told: messages.Told) -> None:
        message = told.message
        if isinstance(message, End):
            with self._lock:
                film = self._films.pop(told.number)
                self._cancelled_at.pop(told.number, None)
            film.on_end(messages.outcome_of(message))
            return
        film = self._films[told.number]
        if not stands_still(message):
            film.on_event(message)
            return
        self._is_listening = False
        film.on_event(message)
        with self._lock:  # films may have ended meanwhile: the child has its time from now on
            self._cancelled_at = dict.fromkeys(self._cancelled_at, time.monotonic())
            self._is_listening = True
        self._child.send(messages.encode(Resume()))
        self._is_asked_for_room = False

    def _watch(self) -> None:
        while not self._is_over.wait(_POLL_SECONDS):
            with self._lock:
                if not self._is_over.is_set():
                    self._begin_waiting()
                    self._cancel()
            if self._make_room.is_set() and not self._is_asked_for_room:
                self._is_asked_for_room = True
                self._child.send(messages.encode(MakeRoom()))

    def _cancel(self) -> None:
        """Cancel the films that are to end; kill the child where one of them does not in time."""
        now = time.monotonic()
        for number, film in self._films.items():
            if film.cancel.is_set() and number not in self._cancelled_at:
                self._cancelled_at[number] = now
                self._child.send(messages.encode(Cancel(number)))
        is_late = any(now - at > CANCEL_GRACE_SECONDS for at in self._cancelled_at.values())
        if is_late and self._is_listening:
            self._child.kill()
