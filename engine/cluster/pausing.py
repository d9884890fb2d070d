"""Which computers get no further stretches for now."""

from __future__ import annotations

import threading


class PausedPeers:
    """The names of computers that pause; may be used from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._titles: set[str] = set()

    def pause(self, title: str, *, is_paused: bool) -> None:
        """Let a computer pause after its stretch, or go on."""
        with self._lock:
            (self._titles.add if is_paused else self._titles.discard)(title)

    def __contains__(self, title: object) -> bool:
        with self._lock:
            return title in self._titles
