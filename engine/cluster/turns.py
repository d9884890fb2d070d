"""Turns: several threads use one thing, one at a time, in the order in which they ask."""

from __future__ import annotations

import itertools
import threading
from types import TracebackType
from typing import Self


class Turns:
    """A lock that goes to whoever has waited longest, and can be lent in the middle of the work."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._tickets = itertools.count()
        self._waiting: list[int] = []
        """The ticket of whoever has the turn, then those of the others in their order."""

    def __enter__(self) -> Self:
        """Wait for the turn."""
        with self._changed:
            ticket = next(self._tickets)
            self._waiting.append(ticket)
            self._changed.wait_for(lambda: self._waiting[0] == ticket)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Let the next one have it."""
        with self._changed:
            del self._waiting[0]
            self._changed.notify_all()

    def lend(self) -> None:
        """Let those that wait go first, then go on; called by whoever has the turn."""
        with self._changed:
            is_wanted = len(self._waiting) > 1
        if is_wanted:
            self.__exit__(None, None, None)
            self.__enter__()
