"""Who restores which stretch: as a peer becomes free it gets the next one.

So faster computers get more. With enough films each peer has one of its own, and no peer waits for
the state that another one makes. Where nothing is left to give out, a stretch whose peer is slow or
silent is given to a second one; the first answer counts.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Protocol

from engine.cluster.pausing import PausedPeers
from engine.cluster.tasks import TRIAL, Recipe, Task
from engine.jobs.events import Peer, PeerFault, PeerState, PeerTrouble

SILENT_SECONDS = 15.0
"""A peer that has not reported for so long may have gone."""
_NEW_SHARE = 0.5
"""How much the last stretch counts for the speed of a peer."""
_LYING_RATIO = 10.0
LEAVING = frozenset(PeerFault) - {
    PeerFault.WRONG_CHECKSUM,
    PeerFault.LYING_SPEED,
    PeerFault.CLOCK,
    PeerFault.LOST,
    PeerFault.OTHER_DEVICE,
}
"""Faults after which a peer gets nothing more of a film."""
_MOST_DAMAGED = 3
"""Answers of a peer that may be damaged on the way before it is left out."""


class Hands(Protocol):
    """Brings tasks to a peer."""

    def give(self, peer: str, task: Task) -> None:
        """Let a peer carry out a task; the answer comes by `Foreman.answered`."""

    def withdraw(self, attempt: str) -> None:
        """Let go of a task: nobody waits for its answer any more."""


@dataclass(frozen=True)
class Answer:
    """What came back for an attempt."""

    attempt: Attempt
    content: bytes


@dataclass(eq=False)
class Attempt:
    """A task given to a peer."""

    name: str
    peer: _Peer
    film: FilmQueue
    number: int
    began: float
    reported: float
    frames_done: int = 0
    is_answered: bool = False
    """The answer is here, and perhaps not judged yet."""


@dataclass(eq=False)
class _Peer:
    name: str
    title: str
    hands: Hands
    is_local: bool
    attempt: Attempt | None = None
    busy: str | None = None
    """The attempt that it carries out, also where nobody waits for the answer any more."""
    withdrawn: float = 0.0
    """When its last attempt was withdrawn."""
    frames: int = 0
    rate: float | None = None
    """Frames a second, as counted here over its stretches."""
    damaged: int = 0


@dataclass(eq=False)
class FilmQueue:
    """The stretches of a film that can be given out now, and what comes back.

    Attributes:
        inbox: answers, troubles and errors, for the render of the film.
    """

    name: str
    recipe: Recipe
    uses_this_computer: bool
    make_task: Callable[[int, str], Task]
    """Makes the task of a segment for an attempt of that name."""
    inbox: SimpleQueue[object] = field(default_factory=SimpleQueue)
    ready: dict[int, int] = field(default_factory=dict)
    """Frames of each segment that can be given out, by its number; until it is done."""
    passed: set[str] = field(default_factory=set)
    """Peers that restore the test frames as this computer does."""
    left_out: set[str] = field(default_factory=set)
    attempts: list[Attempt] = field(default_factory=list)


class Foreman:
    """Gives the stretches of all films to all peers; may be called from any thread.

    Args:
        paused: peers that get nothing for now.
        clock: seconds that only grow.
    """

    def __init__(
        self,
        paused: PausedPeers | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock, self._paused = clock, paused or PausedPeers()
        self._lock = threading.RLock()
        self._films: list[FilmQueue] = []
        self._peers: dict[str, _Peer] = {}
        self._gone: dict[str, _Peer] = {}
        self._attempts: dict[str, Attempt] = {}
        self._names = itertools.count(1)

    def add_film(self, film: FilmQueue) -> None:
        """Give out the stretches of a film from now on."""
        with self._lock:
            self._films.append(film)

    def remove_film(self, film: FilmQueue) -> None:
        """Give out nothing more of a film, and withdraw what peers have of it."""
        with self._lock:
            self._films.remove(film)
            for attempt in list(film.attempts):
                self._end(attempt, withdraw=True)
            self._assign()

    def add(self, film: FilmQueue, number: int, frames: int) -> None:
        """Let a segment be given out: all that it needs is there."""
        with self._lock:
            film.ready[number] = frames
            self._assign()

    def joined(self, peer: str, title: str, hands: Hands, *, is_local: bool = False) -> None:
        """Take in a peer."""
        with self._lock:
            before = self._gone.pop(title, None)
            self._peers[peer] = _Peer(peer, title, hands, is_local)
            if before is not None:  # it has come back
                self._peers[peer].frames, self._peers[peer].rate = before.frames, before.rate
            self._assign()

    def left(self, peer: str) -> None:
        """Forget a peer; what it worked on is given out again."""
        with self._lock:
            gone = self._peers.pop(peer, None)
            if gone is None:
                return
            self._gone[gone.title] = gone
            if gone.attempt is not None:
                self._tell(gone.attempt, PeerFault.LOST)
                self._end(gone.attempt, withdraw=True)
            self._assign()

    def reported(self, attempt: str, frames_done: int) -> bool:
        """Note how far a peer is; tell whether its answer is still wanted."""
        with self._lock:
            known = self._attempts.get(attempt)
            if known is None:
                return False
            known.frames_done, known.reported = frames_done, self._clock()
            return True

    def wants(self, attempt: str) -> bool:
        """Tell whether the answer of an attempt is still waited for."""
        with self._lock:
            return attempt in self._attempts

    def answered(self, attempt: str, content: bytes) -> None:
        """Hand an answer to the render of its film, unless nobody waits for it."""
        with self._lock:
            known = self._attempts.get(attempt)
            if known is not None:
                known.reported, known.is_answered = self._clock(), True
                known.film.inbox.put(Answer(known, content))

    def failed(self, attempt: str, error: BaseException) -> None:
        """Hand an error of this computer to the render of the film."""
        with self._lock:
            known = self._attempts.get(attempt)
            if known is not None:
                self._end(known)
                known.film.inbox.put(error)

    def broke(self, attempt: str, detail: str) -> None:
        """Refuse an attempt that ended without any answer: another version, or a bug."""
        with self._lock:
            known = self._attempts.get(attempt)
            if known is not None:
                self.reject(known, PeerFault.FAILED, detail)

    def released(self, peer: str, attempt: str) -> None:
        """Note that a peer has come to the end of a task, with or without an answer."""
        with self._lock:
            known = self._peers.get(peer)
            if known is not None and known.busy == attempt:
                known.busy = None
            pending = self._attempts.get(attempt)
            if pending is not None and not pending.is_answered:
                self.reject(pending, PeerFault.LOST)
            self._assign()

    def remark(self, attempt: Attempt, fault: PeerFault, detail: str = "") -> None:
        """Tell the render of a film what the peer of a good answer is."""
        with self._lock:
            self._tell(attempt, fault, detail)

    def trouble(self, peer: str, fault: PeerFault, detail: str = "") -> None:
        """Tell the renders that something is wrong with a peer."""
        with self._lock:
            known = self._peers.get(peer)
            for film in self._films if known else ():
                assert known is not None
                film.inbox.put(PeerTrouble(peer=known.title, fault=fault, detail=detail))

    def accept(self, attempt: Attempt, seconds_claimed: float | None = None) -> bool:
        """Count a good answer.

        Args:
            attempt: of the answer.
            seconds_claimed: how long the peer says that it took.

        Returns:
            False where another peer was first: then it does not count.
        """
        with self._lock:
            if attempt.name not in self._attempts:
                return False
            film, peer = attempt.film, attempt.peer
            self._end(attempt)
            if attempt.number == TRIAL:
                film.passed.add(peer.name)
                self._assign()
                return True
            frames = film.ready.pop(attempt.number, None)
            if frames is None:
                return False
            self._measure(attempt, frames, seconds_claimed)
            for other in [one for one in film.attempts if one.number == attempt.number]:
                self._end(other, withdraw=True)
            self._assign()
            return True

    def reject(self, attempt: Attempt, fault: PeerFault, detail: str = "") -> None:
        """Refuse an answer: the stretch is given out again, and the peer perhaps left out."""
        with self._lock:
            if attempt.name not in self._attempts:
                return
            self._tell(attempt, fault, detail)
            peer = attempt.peer
            peer.damaged += 1
            if fault in LEAVING or peer.damaged >= _MOST_DAMAGED:
                attempt.film.left_out.add(peer.name)
            self._end(attempt)
            self._assign()

    def tick(self) -> None:
        """Look whether a peer has become silent; to be called now and then."""
        with self._lock:
            self._assign()

    def peers(self) -> tuple[Peer, ...]:
        """Return what each peer does."""
        with self._lock:
            total = sum(peer.frames for peer in (*self._peers.values(), *self._gone.values()))
            return tuple(
                Peer(
                    name=peer.title,
                    is_this_computer=peer.is_local,
                    state=self._state(peer),
                    frames=peer.frames,
                    frames_per_second=self._rate(peer) or 0.0,
                    share=peer.frames / total if total else 0.0,
                )
                for peer in self._peers.values()
            )

    def has_peers(self, film: FilmQueue) -> bool:
        """Tell whether anybody is there who may work on a film."""
        with self._lock:
            return any(film in self._films_for(peer) for peer in self._peers.values())

    def frames_in_work(self, film: FilmQueue) -> int:
        """Return how many frames of unfinished stretches are done."""
        with self._lock:
            done: dict[int, int] = {}
            for one in film.attempts:
                done[one.number] = max(done.get(one.number, 0), one.frames_done)
            return sum(done.values())

    def _state(self, peer: _Peer) -> PeerState:
        if self._films and all(peer.name in film.left_out for film in self._films):
            return PeerState.LEFT_OUT
        if peer.attempt is not None:
            return PeerState.SILENT if self._is_silent(peer.attempt) else PeerState.WORKING
        if peer.busy is not None:  # it has not heard yet that another one was first
            is_late = self._clock() - peer.withdrawn > SILENT_SECONDS
            return PeerState.SILENT if is_late else PeerState.WORKING
        return PeerState.PAUSED if peer.title in self._paused else PeerState.IDLE

    def _rate(self, peer: _Peer) -> float | None:
        """Frames a second of a peer, with what it does just now where nothing else is known."""
        attempt = peer.attempt
        if peer.rate is None and attempt is not None and attempt.frames_done:
            return attempt.frames_done / max(1e-6, attempt.reported - attempt.began)
        return peer.rate

    def _is_silent(self, attempt: Attempt) -> bool:
        return self._clock() - attempt.reported > SILENT_SECONDS

    def _measure(self, attempt: Attempt, frames: int, seconds_claimed: float | None) -> None:
        peer = attempt.peer
        seconds = max(1e-6, self._clock() - attempt.began)
        rate = frames / seconds
        peer.frames += frames
        peer.rate = rate if peer.rate is None else peer.rate + (rate - peer.rate) * _NEW_SHARE
        if seconds_claimed is not None and seconds_claimed * _LYING_RATIO < seconds:
            claimed = frames / max(1e-6, seconds_claimed)
            self._tell(attempt, PeerFault.LYING_SPEED, f"{claimed:.3g}")

    def _tell(self, attempt: Attempt, fault: PeerFault, detail: str = "") -> None:
        trouble = PeerTrouble(peer=attempt.peer.title, fault=fault, detail=detail)
        attempt.film.inbox.put(trouble)

    def _end(self, attempt: Attempt, *, withdraw: bool = False) -> None:
        """Forget an attempt; its peer is free when it has released it."""
        if self._attempts.pop(attempt.name, None) is None:
            return
        attempt.film.attempts.remove(attempt)
        if attempt.peer.attempt is attempt:
            attempt.peer.attempt = None
        if withdraw:
            attempt.peer.withdrawn = self._clock()
            attempt.peer.hands.withdraw(attempt.name)

    def _assign(self) -> None:
        free = [p for p in self._peers.values() if _is_free(p) and p.title not in self._paused]
        for peer in sorted(free, key=lambda peer: -(peer.rate or 0.0)):
            chosen = self._next(peer) or self._to_help_with(peer)
            if chosen is not None:
                self._give(peer, *chosen)

    def _films_for(self, peer: _Peer) -> list[FilmQueue]:
        """The films that a peer may work on, those first on which the fewest others do."""
        films = [
            film
            for film in self._films
            if peer.name not in film.left_out and (film.uses_this_computer or not peer.is_local)
        ]
        return sorted(films, key=lambda film: len(film.attempts))

    def _next(self, peer: _Peer) -> tuple[FilmQueue, int] | None:
        for film in self._films_for(peer):
            given = {attempt.number for attempt in film.attempts}
            number = min((n for n in film.ready if n not in given), default=None)
            if number is not None:
                return film, number
        return None

    def _to_help_with(self, peer: _Peer) -> tuple[FilmQueue, int] | None:
        """The stretch of another peer that this one would finish first, if there is one."""
        late: list[tuple[float, FilmQueue, int]] = []
        for film in self._films_for(peer):
            for attempt in film.attempts:
                twice = sum(one.number == attempt.number for one in film.attempts) > 1
                if attempt.number == TRIAL or twice:
                    continue
                left = self._seconds_left(attempt, film.ready[attempt.number])
                own = self._rate(peer) or self._rate(attempt.peer)
                needed = film.ready[attempt.number] / own if own else SILENT_SECONDS
                if left > needed:
                    late.append((left, film, attempt.number))
        chosen = max(late, key=lambda one: one[0], default=None)
        return None if chosen is None else chosen[1:]

    def _seconds_left(self, attempt: Attempt, frames: int) -> float:
        if self._is_silent(attempt):
            return float("inf")
        if attempt.is_answered:
            return 0.0
        if attempt.frames_done:
            each = (attempt.reported - attempt.began) / attempt.frames_done
            return (frames - attempt.frames_done) * each
        rate = self._rate(attempt.peer)
        return frames / rate if rate else 0.0

    def _give(self, peer: _Peer, film: FilmQueue, number: int) -> None:
        if not peer.is_local and peer.name not in film.passed:
            number = TRIAL
        now = self._clock()
        name = f"{film.name}-{number}-{next(self._names)}"
        attempt = Attempt(name, peer, film, number, now, now)
        self._attempts[name] = peer.attempt = attempt
        peer.busy = name
        film.attempts.append(attempt)
        peer.hands.give(peer.name, film.make_task(number, name))


def _is_free(peer: _Peer) -> bool:
    """Tell whether a peer can work: it need not wait until its last segment is written here."""
    if peer.busy is not None:
        return False
    last = peer.attempt
    return last is None or (last.is_answered and last.number != TRIAL)
