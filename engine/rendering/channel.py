"""A bounded queue between two stages of a render, either of which may end, fail or give up."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from engine.jobs.errors import Cancelled

T = TypeVar("T")


class Channel(Generic[T]):
    """A queue from one thread to another; a waiting thread is woken when the other gives up.

    Args:
        limit: items that may wait in it.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._items: deque[T] = deque()
        self._changed = threading.Condition()
        self._closed = False
        self._abandoned = False
        self._error: BaseException | None = None

    def put(self, item: T, *, timeout_seconds: float | None = None) -> bool:
        """Add an item, waiting for room.

        Returns:
            False where there was no room in time.

        Raises:
            Cancelled: the reader has given up.
        """
        with self._changed:
            is_ready = self._changed.wait_for(
                lambda: self._abandoned or len(self._items) < self._limit, timeout_seconds
            )
            if self._abandoned:
                raise Cancelled
            if is_ready:
                self._items.append(item)
                self._changed.notify_all()
            return is_ready

    def close(self, error: BaseException | None = None) -> None:
        """End the queue from the writer's side; the reader gets ``error`` after the last item."""
        with self._changed:
            self._closed = True
            self._error = error
            self._changed.notify_all()

    def drop_after(self, is_last: Callable[[T], bool]) -> None:
        """Drop the items after the last one of which ``is_last`` is true; all where there is none.

        For the writer, before it closes the queue early.
        """
        with self._changed:
            while self._items and not is_last(self._items[-1]):
                self._items.pop()

    def abandon(self) -> None:
        """End the queue from the reader's side: drop the items and wake a waiting writer."""
        with self._changed:
            self._abandoned = True
            self._items.clear()
            self._changed.notify_all()

    def __iter__(self) -> Iterator[T]:
        """Yield items until the channel is closed; raises the writer's error at the end."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._items or self._closed or self._abandoned)
                if not self._items:
                    if self._error is not None:
                        raise self._error
                    return
                item = self._items.popleft()
                self._changed.notify_all()
            yield item
