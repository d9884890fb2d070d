"""The processor's cores that another process may use, changed while it runs.

Its number of threads stays: what they compute would change in the last bits with it.
"""

from __future__ import annotations

import contextlib
import logging
import math
import os
import subprocess
import sys

log = logging.getLogger(__name__)


def restrict(pid: int, share: float) -> None:
    """Let a process use a share of the cores; where the system cannot, nothing changes.

    Args:
        pid: its process id. One that has ended is no fault.
        share: 1 for all cores.
    """
    count = max(1, math.ceil((os.cpu_count() or 1) * share))
    try:
        if sys.platform == "linux":
            _restrict_threads(pid, count)
        elif sys.platform == "darwin":
            # Cores can't be chosen there; in the background a process gets the small ones.
            word = "-b" if share < 1 else "-B"
            subprocess.run(["taskpolicy", word, "-p", str(pid)], check=False, capture_output=True)
        elif sys.platform == "win32":
            _restrict_on_windows(pid, count)
    except OSError as error:
        log.info("the cores of process %d stay as they are: %s", pid, error)


def _restrict_threads(pid: int, count: int) -> None:
    """Restrict every thread; those that are begun later take after the one that begins them."""
    if sys.platform == "linux":
        cores = sorted(os.sched_getaffinity(os.getpid()))[:count]
        for thread in os.listdir(f"/proc/{pid}/task"):  # noqa: PTH208 - names are what is wanted
            with contextlib.suppress(ProcessLookupError):
                os.sched_setaffinity(int(thread), cores)


def _restrict_on_windows(pid: int, count: int) -> None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        # Source: Windows SDK, PROCESS_SET_INFORMATION | PROCESS_QUERY_INFORMATION.
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(0x0200 | 0x0400, False, pid)
        if handle:
            kernel.SetProcessAffinityMask(handle, (1 << count) - 1)
            kernel.CloseHandle(handle)
