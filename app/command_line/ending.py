"""How a command ends: its exit status, its last sentence, and what interrupts it."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from types import FrameType


class ExitStatus(IntEnum):
    """What scripts see."""

    DONE = 0
    FAILED = 1
    WRONG_USAGE = 2
    CANCELLED = 130


def fail(message: str, status: ExitStatus = ExitStatus.FAILED) -> ExitStatus:
    """Say why a command failed, and return its exit status."""
    print(f"homereel: {message}", file=sys.stderr)
    return status


@contextmanager
def cancelled_by_signals() -> Iterator[threading.Event]:
    """An event that Ctrl-C, a polite kill and a closed terminal set."""
    cancel = threading.Event()

    def on_signal(_number: int, _frame: FrameType | None) -> None:
        cancel.set()

    # SIGINT also where the shell ignores it for us (a job in the background of a script).
    numbers = [signal.SIGINT, signal.SIGTERM]
    hang_up = getattr(signal, "SIGHUP", None)  # not on Windows
    if hang_up and signal.getsignal(hang_up) != signal.SIG_IGN:  # ignored: started with nohup
        numbers.append(hang_up)
    before = [(number, signal.signal(number, on_signal)) for number in numbers]
    try:
        yield cancel
    finally:
        for number, handler in before:
            signal.signal(number, handler)
