"""Renders that join another one: each ends once, also where nobody carries them out any more."""

import threading
from pathlib import Path

import pytest

from engine.background.joining_films import JoiningFilms
from engine.cluster.whole_films import WholeFilm
from engine.jobs.errors import Cancelled
from engine.jobs.options import Job


@pytest.fixture
def ends():
    return []


def film(name, ends):
    job = Job(source=Path(name), output=Path(f"{name}.mp4"))
    return WholeFilm(
        job, lambda _event: None, lambda end: ends.append((name, end)), threading.Event()
    )


def test_a_failure_ends_the_first_film_though_nobody_took_it(ends):
    error = OSError()
    JoiningFilms(film("first", ends), lambda: None).fail(error)
    assert ends == [("first", error)]


def test_a_failure_after_all_have_ended_costs_none_that_waits(ends):
    films = JoiningFilms(film("first", ends), lambda: film("waits", ends))
    stopped = Cancelled()
    films.take().on_end(stopped)
    films.fail(OSError())
    assert ends == [("first", stopped)]
