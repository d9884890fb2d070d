"""How long a window stands still: times between two turns of its event loop, by the clock."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer

LONGEST_MS = 50
"""Longer ones are noticed."""


class Gaps(QTimer):
    """Notes the times between two turns of the event loop, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self._last, self._gaps = time.monotonic(), [0.0]
        self.timeout.connect(self._on_turn)
        self.start(0)

    def take(self) -> list[float]:
        """Return the gaps since the last call."""
        gaps, self._gaps = self._gaps, [0.0]
        return gaps

    def _on_turn(self) -> None:
        now = time.monotonic()
        self._gaps.append(1000 * (now - self._last))
        self._last = now


def described(gaps: list[float]) -> str:
    """Name the longest of some gaps, and how many are longer than they may be."""
    late = sum(gap > LONGEST_MS for gap in gaps)
    return f"longest {max(gaps):6.0f} ms, {late} above {LONGEST_MS} ms"
