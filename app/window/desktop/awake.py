"""Keeps the computer from falling asleep while something is being restored."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

_MOST_WAIT_SECONDS = 0.05

log = logging.getLogger(__name__)

# Source: Windows SDK, winbase.h, SetThreadExecutionState.
_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001


def inhibiting_command() -> list[str] | None:
    """Return a command that keeps this computer awake until its input is closed.

    None where there is none; Windows needs no command.
    """
    if sys.platform == "darwin":
        return ["caffeinate", "-i", "-w", str(os.getpid())]
    if sys.platform == "linux" and shutil.which("systemd-inhibit"):
        return [
            "systemd-inhibit",
            "--what=sleep:idle",
            "--who=Homereel",
            "--why=Videos are being restored",
            "cat",
        ]
    return None


class Awake:
    """Keeps the computer awake, or lets it sleep again; what it started ends with this process.

    Programs are started and ended in a thread: on a busy computer that takes a while.
    """

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="awake")
        self._process: subprocess.Popen[bytes] | None = None
        self.is_kept = False

    def keep(self, is_kept: bool) -> None:
        """Keep the computer awake from now on, or no longer."""
        if is_kept == self.is_kept:
            return
        self.is_kept = is_kept
        if sys.platform == "win32":
            _keep_windows_awake(is_kept)
        else:
            self._worker.submit(self._start if is_kept else self._end)

    def _start(self) -> None:
        command = inhibiting_command()
        if command is None:
            return
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            log.warning("the computer cannot be kept awake: %s", error)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            assert process.stdin is not None
            process.stdin.close()
            process.terminate()
            try:
                process.wait(_MOST_WAIT_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def _keep_windows_awake(is_kept: bool) -> None:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        wanted = _CONTINUOUS | (_SYSTEM_REQUIRED if is_kept else 0)
        ctypes.windll.kernel32.SetThreadExecutionState(wanted)
