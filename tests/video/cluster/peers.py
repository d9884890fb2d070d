"""Other computers, as threads of this process: without a network, and some of them bad."""

import threading

from engine.cluster.crew import Crew
from engine.cluster.piece_restorer import Stopped, carry_out
from engine.cluster.renders import carry_out as carry_out_job
from engine.cluster.tasks import TRIAL
from engine.jobs.events import PeersSeen, PeerTrouble
from tests.video.interrupted import QUICK


class Peers:
    """Computers that the crew of a render has from the beginning.

    Args:
        crew: of the render.
        spoil: changes the answers of some of them; by title.
        on_task: told which of them computes now.
    """

    def __init__(self, crew, titles, spoil=None, on_task=lambda peer: None):
        self._crew, self._spoil, self._on_task = crew, spoil or {}, on_task
        self.tasks, self._threads = [], []
        for title in titles:
            crew.foreman.joined(title, title, self)

    def give(self, peer, task):
        self.tasks.append((peer, task))
        thread = threading.Thread(target=self._carry_out, args=(peer, task), name=f"peer {peer}")
        self._threads.append(thread)
        thread.start()

    def withdraw(self, attempt):
        pass

    def join(self):
        for thread in self._threads:
            thread.join()

    def _carry_out(self, peer, task):
        foreman = self._crew.foreman

        def on_frame(done):
            if not foreman.reported(task.attempt, done):
                raise Stopped

        def fetch(name, offset):
            part = self._crew.files.read(name, offset)
            if part is None:
                raise Stopped
            return part

        try:
            with self._crew.network_in_use:  # one model for all of them
                self._on_task("here" if task.number == TRIAL else peer)
                answer = carry_out(task, fetch, on_frame)
            spoil = self._spoil.get(peer)
            foreman.answered(task.attempt, spoil(task, answer) if spoil else answer)
        except Stopped:
            pass
        finally:
            foreman.released(peer, task.attempt)


def shared(job, titles=("kitchen", "attic"), spoil=None, *, cancel=None, policy=QUICK, **words):
    """Carry out a job with some peers; returns the peers and the events."""
    events = []
    with Crew(None) as crew:
        peers = Peers(crew, titles, spoil, **words)
        cancel = cancel or threading.Event()
        try:
            carry_out_job(job, events.append, cancel, policy, crew=crew)
        finally:
            peers.join()
    return peers, events


def troubles(events):
    return [(one.peer, one.fault) for one in events if isinstance(one, PeerTrouble)]


def last_seen(events):
    return {peer.name: peer for peer in [e for e in events if isinstance(e, PeersSeen)][-1].peers}
