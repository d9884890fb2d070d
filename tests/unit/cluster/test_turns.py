"""Turns: in order, one at a time, and lent in the middle of the work."""

import threading
import time

from engine.cluster.turns import Turns


def test_who_waits_has_its_turn_in_the_middle_of_long_work():
    turns, done = Turns(), []
    threads = []

    def short(name):
        with turns:
            done.append(name)

    with turns:
        turns.lend()  # nobody wants it
        for name in ("first", "second"):
            threads.append(threading.Thread(target=short, args=(name,)))
            threads[-1].start()
            while len(turns._waiting) < len(threads) + 1:
                time.sleep(0.001)
        done.append("long")
        turns.lend()
        done.append("long again")
    for thread in threads:
        thread.join(5)
    assert done == ["long", "first", "second", "long again"]


def test_one_at_a_time():
    turns, inside, most = Turns(), [0], [0]

    def work():
        for _ in range(50):
            with turns:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                time.sleep(0.0001)
                inside[0] -= 1

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert most == [1]
