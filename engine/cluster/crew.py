"""The computers that share renders: this one, and those that have its key."""

from __future__ import annotations

import itertools
import logging
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self
from weakref import WeakValueDictionary

from engine.cluster.files import SharedFiles
from engine.cluster.keys import read_key
from engine.cluster.pausing import PausedPeers
from engine.cluster.piece_restorer import Stopped
from engine.cluster.shared_render import SharedRender
from engine.cluster.sharing import Foreman
from engine.cluster.tasks import Task
from engine.cluster.turns import Turns
from engine.jobs.errors import ClusterError, ClusterProblem
from engine.rendering.shared_film import SharedFilm

if TYPE_CHECKING:
    from engine.cluster.coordinator import Coordinator

log = logging.getLogger(__name__)

THIS_COMPUTER = "this computer"


class Crew:
    """Restores films with all computers there are; films may be several at a time.

    Args:
        key_file: of the others; None: this computer is alone.
        paused: those that get nothing for now.
    """

    def __init__(self, key_file: Path | None, paused: PausedPeers | None = None) -> None:
        self._key_file = key_file
        self.foreman, self.files = Foreman(paused), SharedFiles()
        self.network_in_use = Turns()
        self._films = WeakValueDictionary[str, SharedRender]()
        """Renders by their names; one that is over need not stay in memory for the whole night."""
        self._names = itertools.count(1)
        self._coordinator: Coordinator | None = None

    def __enter__(self) -> Self:
        """Begin to listen for the others.

        Raises:
            ClusterError: the key cannot be used, or its address.
        """
        if self._key_file is not None:
            self._coordinator = _new_coordinator(self, self._key_file)
            self._coordinator.open()
        self.foreman.joined(THIS_COMPUTER, THIS_COMPUTER, self, is_local=True)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Let the others go."""
        if self._coordinator is not None:
            self._coordinator.close()

    def share_out(self, film: SharedFilm) -> SharedRender:
        """Return what restores a film; see `engine.rendering.shared_film.ShareOut`."""
        name = f"film{next(self._names)}"
        render = SharedRender(film, self.foreman, self.files, self.network_in_use, name=name)
        self._films[name] = render
        return render

    def give(self, peer: str, task: Task) -> None:
        """Let this computer carry out a task, see `engine.cluster.sharing.Hands`."""
        threading.Thread(
            target=self._carry_out, args=(peer, task), name="restoring here", daemon=True
        ).start()

    def withdraw(self, attempt: str) -> None:
        """Do nothing: the thread finds out with its next step."""

    def _carry_out(self, peer: str, task: Task) -> None:
        try:
            render = self._films.get(task.film)
            if render is None:  # it is over
                raise Stopped
            self.foreman.answered(task.attempt, render.restore_here(task))
        except Stopped:
            pass
        except BaseException as error:  # raised again on the thread of the render
            self.foreman.failed(task.attempt, error)
        finally:
            self.foreman.released(peer, task.attempt)


def _new_coordinator(crew: Crew, key_file: Path) -> Coordinator:
    key = read_key(key_file)
    try:
        from engine.cluster.coordinator import Coordinator  # noqa: PLC0415 - part of an extra
    except ImportError as exc:
        raise ClusterError(key_file, ClusterProblem.NOT_INSTALLED, exc.name or "") from exc
    return Coordinator(key, key_file, crew.foreman, crew.files)
