"""Encoders that take the computer for themselves are put back among the other programs."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

_THREADS = Path("/proc/self/task")


def give_up_realtime() -> None:
    """Give all threads of this process ordinary priority again.

    WORKAROUND: SVT-AV1, opened by root (as in a container), runs its threads, and the one that
    opens it, before all others of the computer; every other program then waits for it.
    """
    if sys.platform != "linux":
        return
    for task in _THREADS.iterdir():
        thread = int(task.name)
        with suppress(ProcessLookupError, PermissionError):  # it has ended, or is not ours
            if os.sched_getscheduler(thread) == os.SCHED_FIFO:
                os.sched_setscheduler(thread, os.SCHED_OTHER, os.sched_param(0))
