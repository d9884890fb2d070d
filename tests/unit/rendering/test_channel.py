"""A channel ends, fails and is given up without anybody waiting for ever."""

from __future__ import annotations

import threading

import pytest

from engine.jobs.errors import Cancelled
from engine.rendering.channel import Channel

PATIENCE_SECONDS = 5.0


def in_thread(action):
    """Run ``action`` and return what it raised, when it is over."""
    raised: list[BaseException] = []

    def run():
        try:
            action()
        except BaseException as error:
            raised.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, raised


def test_items_come_out_in_order_and_it_ends():
    channel: Channel[int] = Channel(2)

    def write():
        for number in range(100):
            channel.put(number)
        channel.close()

    thread, _ = in_thread(write)
    assert list(channel) == list(range(100))
    thread.join(PATIENCE_SECONDS)


def test_a_full_channel_holds_the_writer_back():
    channel: Channel[int] = Channel(2)
    written = []

    def write():
        for number in range(5):
            channel.put(number)
            written.append(number)

    thread, _ = in_thread(write)
    thread.join(0.1)
    assert thread.is_alive()
    assert written == [0, 1]
    channel.abandon()
    thread.join(PATIENCE_SECONDS)
    assert not thread.is_alive()


def test_an_error_comes_after_the_last_item():
    channel: Channel[int] = Channel(4)
    channel.put(1)
    channel.close(KeyError("broken"))
    items = iter(channel)
    assert next(items) == 1
    with pytest.raises(KeyError, match="broken"):
        next(items)


@pytest.mark.parametrize(("items", "kept"), [("aaBaa", "aaB"), ("aaa", ""), ("aBaB", "aBaB")])
def test_what_nobody_needs_is_dropped(items, kept):
    channel: Channel[str] = Channel(9)
    for item in items:
        channel.put(item)
    channel.drop_after(str.isupper)
    channel.close()
    assert list(channel) == list(kept)


def test_an_abandoned_channel_stops_the_writer():
    channel: Channel[int] = Channel(1)
    channel.put(1)
    thread, raised = in_thread(lambda: channel.put(2))
    channel.abandon()
    thread.join(PATIENCE_SECONDS)
    assert [type(e) for e in raised] == [Cancelled]


def test_a_waiting_reader_is_woken_by_the_end():
    channel: Channel[int] = Channel(1)
    got: list[int] = []
    thread, _ = in_thread(lambda: got.extend(channel))
    channel.close()
    thread.join(PATIENCE_SECONDS)
    assert not thread.is_alive()
    assert got == []
