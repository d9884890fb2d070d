"""Several films are restored at the same time: with enough films, each computer has one of its own.

A further film is begun only where a computer is there for it: one computer alone restores one film
after the other.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.cluster.pausing import PausedPeers
from engine.jobs.errors import Cancelled
from engine.jobs.events import Event, Peer, PeerState, Summary
from engine.jobs.options import Job

FILMS_AT_ONCE = 4
"""At most: each is decoded, and its frames wait on the disk of this computer."""
_POLL_SECONDS = 0.05


@dataclass(frozen=True, eq=False)
class WholeFilm:
    """A job that is carried out while others are, and who is told of it."""

    job: Job
    on_event: Callable[[Event], None]
    """Told what happens, perhaps on another thread than the caller's."""
    on_end: Callable[[Summary | Exception], None]
    """Told how it ended, once: what was done, `Cancelled`, or what went wrong."""
    cancel: threading.Event
    """Ends it, and no other."""


NextFilm = Callable[[], WholeFilm | None]
"""Returns another film that is to be begun; None: none waits now."""


def only(film: WholeFilm) -> NextFilm:
    """Return what yields one film and no other."""
    waiting = [film]
    return lambda: waiting.pop() if waiting else None


def films_at_once(peers: Sequence[Peer]) -> int:
    """Return how many films are restored at the same time: one for each computer that works."""
    idle = (PeerState.LEFT_OUT, PeerState.PAUSED, PeerState.SILENT)
    return min(max(1, sum(peer.state not in idle for peer in peers)), FILMS_AT_ONCE)


def restore_films(
    key_file: Path | None,
    take: NextFilm,
    *,
    make_room: threading.Event | None = None,
    paused: PausedPeers | None = None,
) -> None:
    """Restore films with all computers of a key until none is left.

    Args:
        key_file: of the other computers; None: this computer is alone.
        take: asked for a film whenever there is room for one, on the calling thread.
        make_room: lets all of them stand still, see `engine.rendering.render.restore`.
        paused: computers that get nothing for now.

    Raises:
        ClusterError: the key cannot be used, or its address; no film was taken.
    """
    # Late, since it loads torch and PyAV.
    from engine.cluster.crew import Crew  # noqa: PLC0415
    from engine.cluster.renders import carry_out  # noqa: PLC0415

    def restore(film: WholeFilm) -> None:
        end: Summary | Exception
        try:
            if film.cancel.is_set():
                raise Cancelled
            end = carry_out(film.job, film.on_event, film.cancel, make_room=make_room, crew=crew)
        except Exception as error:  # one film must not cost the others
            end = error
        film.on_end(end)

    with Crew(key_file, paused) as crew:
        at_work: list[threading.Thread] = []
        while True:
            at_work = [thread for thread in at_work if thread.is_alive()]
            film = take() if len(at_work) < films_at_once(crew.foreman.peers()) else None
            if film is not None:
                at_work.append(threading.Thread(target=restore, args=(film,), name="film"))
                at_work[-1].start()
            elif at_work:
                at_work[0].join(_POLL_SECONDS)
            else:
                return
