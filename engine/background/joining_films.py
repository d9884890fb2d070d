"""Renders that are carried out at the same time: each joins the one that was there first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from engine.cluster.whole_films import WholeFilm
from engine.jobs.events import Summary


class JoiningFilms:
    """Hands out a film, and those that come while it is in work; each of them ends once.

    Args:
        first: the one that is there.
        join: returns another one that has come; None: none has.
    """

    def __init__(self, first: WholeFilm, join: Callable[[], WholeFilm | None]) -> None:
        self._first: WholeFilm | None = first
        self._join = join
        self._at_work: list[WholeFilm] = []

    def take(self) -> WholeFilm | None:
        """Return the next film; see `engine.cluster.whole_films.NextFilm`."""
        film, self._first = self._first or self._join(), None
        if film is None:
            return None

        def on_end(end: Summary | Exception) -> None:
            self._at_work.remove(begun)
            film.on_end(end)

        begun = replace(film, on_end=on_end)
        self._at_work.append(begun)
        return begun

    def fail(self, error: Exception) -> None:
        """End all that are in work, and a first one that nobody took: nobody carries them out."""
        if self._first is not None:
            self.take()
        for film in [*self._at_work]:
            film.on_end(error)
