"""The process that carries out jobs: what it is told while it does, and what it tells."""

import io
import threading
from pathlib import Path

import pytest

from engine.jobs.errors import Cancelled
from engine.jobs.events import Waiting, WaitReason
from engine.jobs.options import Job
from engine.running import job_child, messages
from engine.running.job_child import Orders
from engine.running.messages import Begin, Cancel, MakeRoom, Resume, Stopped, Told

FILMS = [Job(source=Path(f"{name}.avi"), output=Path(f"{name}.mp4")) for name in "ab"]
BEGUN = [Begin(number, job) for number, job in enumerate(FILMS, 1)]
STANDS_STILL = Waiting(WaitReason.PREVIEW, Path("a.avi"))


class Child:
    """Orders that come, and what is told in answer."""

    def __init__(self):
        self.answers = io.BytesIO()
        self.orders = Orders(self.answers)

    def send(self, *orders):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(self.orders, "_end", lambda: None)  # more follows
            self.orders.read(io.BytesIO(b"".join(map(messages.encode, orders))))

    def told(self):
        return [messages.decode(line) for line in self.answers.getvalue().splitlines()]


@pytest.fixture
def child(monkeypatch):
    monkeypatch.setattr(job_child, "_ORPHAN_GRACE_SECONDS", 0.0)
    monkeypatch.setattr(job_child.os, "_exit", lambda status: None)
    return Child()


def standing_still(film):
    waiting = threading.Thread(target=film.on_event, args=(STANDS_STILL,))
    waiting.start()
    waiting.join(0.2)
    assert waiting.is_alive()
    return waiting


def test_all_jobs_stand_still_until_they_may_go_on(child):
    child.send(*BEGUN, MakeRoom())
    films = [child.orders.take() for _ in FILMS]
    assert child.orders.make_room.is_set()
    still = [standing_still(film) for film in films]
    assert child.told() == [Told(1, STANDS_STILL), Told(2, STANDS_STILL)]
    assert child.orders.make_room.is_set(), "another one has to stand still as well"
    child.send(Resume())
    for thread in still:
        thread.join(5)
        assert not thread.is_alive()
    assert not child.orders.make_room.is_set()


def test_who_is_asked_again_at_once_goes_on_all_the_same(child):
    child.send(BEGUN[0], MakeRoom())
    still = standing_still(child.orders.take())
    child.send(Resume(), MakeRoom())
    still.join(5)
    assert not still.is_alive()
    assert child.orders.make_room.is_set()


def test_standing_still_one_can_be_cancelled(child):
    child.send(*BEGUN, MakeRoom())
    first, second = child.orders.take(), child.orders.take()
    still = standing_still(first)
    child.send(Cancel(1))
    still.join(5)
    assert not still.is_alive()
    assert (first.cancel.is_set(), second.cancel.is_set()) == (True, False)


def test_all_are_cancelled_when_nobody_wants_them_any_more(child):
    child.send(*BEGUN)
    films = [child.orders.take() for _ in FILMS]
    child.orders.read(io.BytesIO(b""))
    assert all(film.cancel.is_set() for film in films)
    assert child.orders.wait_for_film() is None


def test_a_signal_cancels_those_that_come_later_too(child):
    cancel = threading.Event()
    cancel.set()
    child.orders.cancel_after(cancel)
    child.send(BEGUN[0])
    assert child.orders.take().cancel.is_set()


def test_who_is_not_heard_ends(child):
    child.send(*BEGUN)
    film, other = child.orders.take(), child.orders.take()
    child.answers.write = lambda data: (_ for _ in ()).throw(BrokenPipeError)
    film.on_event(STANDS_STILL)
    assert other.cancel.is_set()
    assert child.orders.is_deaf


def test_the_end_of_a_job_is_told_of_that_job(child):
    child.send(*BEGUN)
    child.orders.take()
    child.orders.take().on_end(Cancelled())
    assert child.told() == [Told(2, Stopped())]
