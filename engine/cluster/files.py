"""The files that a coordinator lets the others read: only those listed here, by their names."""

from __future__ import annotations

import threading
from pathlib import Path

PART_BYTES = 4 << 20
"""Read at once."""


class SharedFiles:
    """Names and places of files; may be used from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._places: dict[str, Path] = {}
        self.sent_bytes = 0
        """Read by the others so far."""

    def add(self, name: str, path: Path) -> None:
        """Let the others read a file."""
        with self._lock:
            self._places[name] = path

    def remove(self, beginning: str) -> None:
        """Let the others read no file any more whose name begins so."""
        with self._lock:
            for name in [name for name in self._places if name.startswith(beginning)]:
                del self._places[name]

    def read(self, name: str, offset: int) -> bytes | None:
        """Return a part of a file, empty at its end; None where it may not be read or has gone."""
        with self._lock:
            path = self._places.get(name)
        if path is None:
            return None
        try:
            with path.open("rb") as file:
                file.seek(offset)
                part = file.read(PART_BYTES)
        except OSError:
            return None
        self.sent_bytes += len(part)
        return part
