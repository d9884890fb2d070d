"""Requests to a thread: the most urgent first, and the newest of its kind."""

import threading
from enum import IntEnum, auto

import pytest

from engine.background.request_thread import Request, RequestLoop


class Kind(IntEnum):
    URGENT = auto()
    USUAL = auto()


class Log:
    """A loop on a thread of its own, and what it did."""

    def __init__(self):
        self.loop, self.done = RequestLoop(), []
        self.begun, self.may_end = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self.loop.run)

    def start(self):
        self._thread.start()

    def put(self, kind, key, name, act=None):
        self.loop.put(
            Request(
                kind,
                key,
                act or (lambda _cancel: self.done.append(name)),
                lambda: self.done.append(f"{name} withdrawn"),
            )
        )

    def hold(self):
        """A request that lasts until it is cancelled or may end."""

        def act(cancel):
            self.begun.set()
            while not (cancel.wait(0.01) or self.may_end.is_set()):
                pass
            self.done.append("cancelled" if cancel.is_set() else "held")

        self.put(Kind.USUAL, "held", "held", act)
        assert self.begun.wait(5)

    def end(self):
        self.put(Kind.USUAL, object(), "last", lambda _cancel: self.loop.stop())
        self._thread.join(5)
        assert not self._thread.is_alive()
        return self.done


@pytest.fixture
def log():
    return Log()


def test_the_most_urgent_comes_first_and_else_the_oldest(log):
    for kind, name in ((Kind.USUAL, "a"), (Kind.USUAL, "b"), (Kind.URGENT, "c")):
        log.put(kind, name, name)
    log.start()
    assert log.end() == ["c", "a", "b"]


def test_a_newer_request_takes_the_place_of_an_older_one(log):
    log.put(Kind.USUAL, "still", "old")
    log.put(Kind.USUAL, "other", "other")
    log.put(Kind.USUAL, "still", "new")
    log.start()
    assert log.end() == ["old withdrawn", "new", "other"]


def test_a_request_is_withdrawn_or_cancelled(log):
    log.start()
    log.hold()
    log.put(Kind.USUAL, "waiting", "waiting")
    log.loop.withdraw(Kind.USUAL, "waiting")
    log.loop.withdraw(Kind.USUAL, "unknown")
    log.loop.withdraw(Kind.USUAL, "held")
    assert log.end() == ["waiting withdrawn", "cancelled"]


def test_one_kind_gives_way(log):
    log.start()
    log.hold()
    log.loop.interrupt(Kind.URGENT)
    assert log.done == []
    log.loop.interrupt(Kind.USUAL)
    assert log.end() == ["cancelled"]


def test_a_failure_does_not_end_the_loop(log, caplog):
    log.put(Kind.USUAL, 1, "bad", lambda _cancel: 1 / 0)
    log.put(Kind.USUAL, 2, "good")
    log.start()
    assert log.end() == ["good"]
    assert "ZeroDivisionError" in caplog.text


def test_stopping_cancels_and_withdraws_everything_once(log):
    log.start()
    log.hold()
    log.put(Kind.URGENT, 1, "a")
    log.loop.stop()
    log.put(Kind.URGENT, 2, "late")
    log._thread.join(5)
    assert sorted(log.done) == ["a withdrawn", "cancelled", "late withdrawn"]


@pytest.mark.parametrize("cancels_running", [True, False])
def test_a_newer_one_may_cancel_the_one_that_is_carried_out(log, cancels_running):
    log.start()
    log.hold()
    newer = Request(
        Kind.USUAL, "held", lambda _: log.done.append("newer"), cancels_running=cancels_running
    )
    log.loop.put(newer)
    if not cancels_running:
        log.may_end.set()
    assert log.end() == ["cancelled" if cancels_running else "held", "newer"]


def test_those_of_one_group_join_the_one_that_is_carried_out(log):
    joined = []

    def act(cancel):
        while (request := log.loop.join(Kind.USUAL, "key")) is not None:
            joined.append(request)
        log.loop.withdraw(Kind.USUAL, 3)
        log.done.append([(one.key, one.cancel.is_set()) for one in joined])
        for request in joined:
            log.loop.leave(request)

    for number, group in ((0, "key"), (1, "key"), (2, "other"), (3, "key")):
        log.loop.put(Request(Kind.USUAL, number, act, group=group))
    log.start()
    assert log.end() == [[(1, False), (3, True)], [(1, False), (3, True)]]


def test_those_that_joined_are_cancelled_when_the_loop_stops(log):
    def act(cancel):
        other = log.loop.join(Kind.USUAL, "key")
        log.loop.stop()
        log.done.append((cancel.is_set(), other.cancel.is_set()))
        log.loop.leave(other)

    for number in (1, 2):
        log.loop.put(Request(Kind.USUAL, number, act, group="key"))
    log.start()
    log._thread.join(5)
    assert log.done == [(True, True)]


def test_a_request_is_hurried_before_the_others_of_its_kind(log):
    for number in range(3):
        log.loop.put(Request(Kind.USUAL, number, lambda _, n=number: log.done.append(n)))
    log.loop.hurry(Kind.USUAL, 2)
    log.loop.hurry(Kind.USUAL, "unknown")
    log.start()
    assert log.end() == [2, 0, 1]
