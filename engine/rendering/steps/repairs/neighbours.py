"""Frames with those around them, for repairs that compare pictures in time."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Generic, TypeVar

_Item = TypeVar("_Item")


class Neighbours(Generic[_Item]):
    """An item of a sequence, and those up to a distance before and after it."""

    def __init__(self, items: deque[_Item], place: int) -> None:
        """Look from the item at ``place`` at the others."""
        self._items, self._place = items, place

    @property
    def here(self) -> _Item:
        """The item itself."""
        return self._items[self._place]

    def at(self, distance: int) -> _Item | None:
        """Return the item so far after this one, or before; None where there is none."""
        number = self._place + distance
        return self._items[number] if 0 <= number < len(self._items) else None


def with_neighbours(items: Iterator[_Item], reach: int) -> Iterator[Neighbours[_Item]]:
    """Yield each item with up to ``reach`` items on each side; valid until the next is asked."""
    near: deque[_Item] = deque()
    place = 0
    for item in items:
        near.append(item)
        if len(near) - 1 - place == reach:
            yield Neighbours(near, place)
            place += 1
        if place > reach:
            near.popleft()
            place -= 1
    for number in range(place, len(near)):
        yield Neighbours(near, number)
