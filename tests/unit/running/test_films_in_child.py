"""Films that a child process carries out: begun, cancelled, and taken back from one that died."""

import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue

import pytest

from engine.cluster.whole_films import WholeFilm
from engine.jobs.errors import Cancelled, RunnerDiedError
from engine.jobs.events import Summary, Waiting, WaitReason
from engine.jobs.options import Job
from engine.running import films_in_child, messages
from engine.running.films_in_child import FilmsInChild
from engine.running.messages import Begin, Cancel, MakeRoom, Resume, Stopped, Told
from engine.running.runner import OwnProcess

STANDS_STILL = Waiting(WaitReason.PREVIEW, Path("a.avi"))


class FakeChild:
    """Answers as it is told to."""

    def __init__(self, answer):
        self.orders, self.is_killed = [], False
        self._answer, self._lines = answer, SimpleQueue()

    def send(self, line):
        order = messages.decode_order(line)
        self.orders.append(order)
        for told in self._answer(order):
            self._lines.put(None if told is None else messages.encode(told))

    def kill(self):
        self.is_killed = True
        self._lines.put(None)

    @property
    def answers(self):
        return iter(self._lines.get, None)


class Films:
    """Some films, and how they ended."""

    def __init__(self, *names):
        self.ends, self.heard = {}, []
        self.films = {name: self._film(name) for name in names}
        self.waiting = list(self.films.values())

    def take(self):
        return self.waiting.pop(0) if self.waiting else None

    def _film(self, name):
        def on_event(event):
            self.heard.append((name, event))

        def on_end(end):
            assert name not in self.ends
            self.ends[name] = end

        job = Job(source=Path(name), output=Path(f"{name}.mp4"), cluster=Path("home.key"))
        return WholeFilm(job, on_event, on_end, threading.Event())


def done(order):
    return Summary(output=order.job.output, frames=1, seconds=1.0, mean_passes=1.0)


def test_each_film_is_told_of_its_own():
    films = Films("a", "b")
    begun = []

    def answer(order):
        begun.append(order)
        if len(begun) == 2:
            yield Told(1, STANDS_STILL)
            yield Told(2, done(begun[1]))
        if isinstance(order, Resume):
            films.waiting.append(films._film("c"))
            yield Told(1, Stopped())
        if isinstance(order, Begin) and order.job.source == Path("c"):
            yield Told(3, done(order))

    assert FilmsInChild(FakeChild(answer), films.take).follow() == []
    assert films.heard == [("a", STANDS_STILL)]
    assert {name: type(end) for name, end in films.ends.items()} == {
        "a": Cancelled,
        "b": Summary,
        "c": Summary,
    }


def test_one_is_cancelled_and_the_others_go_on():
    films = Films("a", "b")
    begun = {}

    def answer(order):
        if isinstance(order, Begin):
            begun[order.number] = order
            films.films["a"].cancel.set()
        if isinstance(order, Cancel):
            yield Told(order.number, Stopped())
            yield Told(2, done(begun[2]))

    child = FakeChild(answer)
    assert FilmsInChild(child, films.take).follow() == []
    assert [order for order in child.orders if isinstance(order, Cancel)] == [Cancel(1)]
    assert isinstance(films.ends["a"], Cancelled)
    assert isinstance(films.ends["b"], Summary)


def test_a_child_that_does_not_cancel_a_film_is_killed(monkeypatch):
    monkeypatch.setattr(films_in_child, "CANCEL_GRACE_SECONDS", 0.1)
    films = Films("a", "b")
    films.films["a"].cancel.set()
    child = FakeChild(lambda order: [])
    interrupted = FilmsInChild(child, films.take).follow()
    assert child.is_killed
    assert [film.job.source.name for film in interrupted] == ["a", "b"]
    assert films.ends == {}


def test_a_child_is_not_killed_for_an_answer_that_waits_until_a_preview_is_shown(monkeypatch):
    monkeypatch.setattr(films_in_child, "CANCEL_GRACE_SECONDS", 0.1)
    films = Films("a", "b")
    begun = {}

    def show(_event):
        films.films["b"].cancel.set()
        time.sleep(0.4)

    films.waiting[0] = replace(films.waiting[0], on_event=show)

    def answer(order):
        if isinstance(order, Begin):
            begun[order.number] = order
            if order.number == 2:
                yield Told(1, STANDS_STILL)
        if isinstance(order, Cancel):
            yield Told(order.number, Stopped())
        if isinstance(order, Resume):
            yield Told(1, done(begun[1]))

    child = FakeChild(answer)
    assert FilmsInChild(child, films.take).follow() == []
    assert not child.is_killed
    assert isinstance(films.ends["b"], Cancelled)


def test_a_child_is_asked_for_room_once_until_it_may_go_on():
    films, make_room = Films("a"), threading.Event()
    asked = []

    def answer(order):
        if isinstance(order, Begin):
            make_room.set()
        if isinstance(order, MakeRoom):
            asked.append(order)
            time.sleep(0.2)  # it is not asked again meanwhile
            make_room.clear()
            yield Told(1, STANDS_STILL)
        if isinstance(order, Resume) and len(asked) == 2:
            yield Told(1, Stopped())
        elif isinstance(order, Resume):
            make_room.set()

    FilmsInChild(FakeChild(answer), films.take, make_room).follow()
    assert len(asked) == 2


CRASHING = """
import os, sys
from engine.jobs.events import Summary
from engine.running import messages
begun = []
for line in sys.stdin.buffer:
    order = messages.decode_order(line)
    begun.append(order)
    names = [one.job.source.name for one in begun]
    if names == ["good"]:
        summary = Summary(output=order.job.output, frames=1, seconds=1.0, mean_passes=1.0)
        sys.stdout.buffer.write(messages.encode(messages.Told(order.number, summary)))
        sys.stdout.flush()
    if "bad" in names:
        os._exit(7)
"""


@pytest.mark.timeout(120)
def test_a_film_that_crashes_the_process_costs_no_other():
    films = Films("bad", "good", "stopped")
    films.films["stopped"].cancel.set()
    OwnProcess([sys.executable, "-c", CRASHING]).run_together(Path("home.key"), films.take)
    assert isinstance(films.ends["good"], Summary)
    assert isinstance(films.ends["stopped"], Cancelled)
    error = films.ends["bad"]
    assert isinstance(error, RunnerDiedError)
    assert error.exit_status == 7


HANGING = """
import os, sys
from engine.running import messages
begun = []
for line in sys.stdin.buffer:
    order = messages.decode_order(line)
    if isinstance(order, messages.Begin):
        begun.append(order.number)
    if len(begun) == 2:
        os._exit(7)
    if isinstance(order, messages.Cancel):
        sys.stdout.buffer.write(messages.encode(messages.Told(order.number, messages.Stopped())))
        sys.stdout.flush()
"""


@pytest.mark.timeout(120)
def test_a_film_that_waits_for_its_second_try_is_cancelled_at_once():
    films = Films("long", "stopped")
    are_ended = threading.Event()

    def end_long(end):
        films.ends["long"] = end
        are_ended.set()

    def end_stopped(end):
        films.ends["stopped"] = end
        films.films["long"].cancel.set()

    films.waiting = [
        replace(films.films["long"], on_end=end_long),
        replace(films.films["stopped"], on_end=end_stopped),
    ]
    runner = OwnProcess([sys.executable, "-c", HANGING])
    threading.Thread(
        target=runner.run_together, args=(Path("home.key"), films.take), daemon=True
    ).start()
    time.sleep(1)
    films.films["stopped"].cancel.set()
    assert are_ended.wait(30)
    assert {type(end) for end in films.ends.values()} == {Cancelled}
