"""The process that carries out a job: what it is told while it does."""

import io
import threading

import pytest

from engine.running import job_child
from engine.running.job_child import Orders


@pytest.fixture
def orders(monkeypatch):
    monkeypatch.setattr(job_child, "_ORPHAN_GRACE_SECONDS", 0.0)
    monkeypatch.setattr(job_child.os, "_exit", lambda status: None)
    return Orders(threading.Event())


def test_it_stands_still_until_it_may_go_on(orders):
    orders.read(io.BytesIO(b"make room\n"))
    orders.cancel.clear()
    assert orders.make_room.is_set()
    waiting = threading.Thread(target=orders.wait_for_resume)
    waiting.start()
    waiting.join(0.2)
    assert waiting.is_alive()
    assert not orders.make_room.is_set(), "it is asked once"
    orders.read(io.BytesIO(b"resume\n"))
    waiting.join(5)
    assert not waiting.is_alive()


def test_standing_still_it_can_be_cancelled(orders):
    orders.read(io.BytesIO(b"make room\ncancel\n"))
    orders.wait_for_resume()
    assert orders.cancel.is_set()


def test_it_is_cancelled_when_nobody_wants_the_job_any_more(orders):
    orders.read(io.BytesIO(b""))
    assert orders.cancel.is_set()
