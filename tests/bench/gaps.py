"""How long a window stands still: times between two turns of its event loop, by the clock."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QTimer

_EVERY_MS = 5
"""More turns would take the lock of the interpreter from those that are measured."""
LONGEST_MS = 50
"""Longer ones are noticed."""
_SCHEDULED = Path("/proc/thread-self/schedstat")


class Gaps(QTimer):
    """Notes the times between two turns of the event loop, in milliseconds.

    On Linux also how much of each the thread was ready to run, and waited for a processor that
    other programs, or other threads, had.
    """

    def __init__(self) -> None:
        super().__init__()
        self._last, self._waited = time.monotonic(), _waited_seconds()
        self._gaps = [(0.0, 0.0)]
        self.timeout.connect(self._on_turn)
        self.start(_EVERY_MS)

    def describe(self) -> str:
        """Name the longest gap since the last call, and how many were longer than they may be."""
        gaps, self._gaps = self._gaps, [(0.0, 0.0)]
        own = [gap - waited for gap, waited in gaps]
        return f"{_longest([gap for gap, _ in gaps])}; but for waiting for a core {_longest(own)}"

    def _on_turn(self) -> None:
        now, waited = time.monotonic(), _waited_seconds()
        self._gaps.append((1000 * (now - self._last), 1000 * (waited - self._waited)))
        self._last, self._waited = now, waited


def _waited_seconds() -> float:
    """How long this thread has waited for a processor so far; 0 where that is not known."""
    try:
        return int(_SCHEDULED.read_text().split()[1]) / 1e9
    except OSError:
        return 0.0


def _longest(gaps: list[float]) -> str:
    late = sum(gap > LONGEST_MS for gap in gaps)
    return f"longest {max(gaps):5.0f} ms, {late} above {LONGEST_MS} ms"
