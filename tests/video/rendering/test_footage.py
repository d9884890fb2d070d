"""Frames that are found again, also where seeking leads to other pictures."""

import dataclasses

import numpy as np
import pytest

from engine.jobs.errors import InputProblem, InputVideoError
from engine.jobs.options import Options
from engine.rendering.footage import Footage
from engine.rendering.steps import registry
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader

PLACE = 17


@pytest.fixture
def film(source):
    return Footage(probe(source), Options())


@pytest.fixture
def all_frames(film):
    return list(film.frames())


def assert_same_frames(found, expected):
    assert [frame.pts for frame in found] == [frame.pts for frame in expected]
    assert [frame.place for frame in found] == [frame.place for frame in expected]
    for frame, other in zip(found, expected, strict=True):
        np.testing.assert_array_equal(frame.data, other.data)


@pytest.fixture
def seeks(monkeypatch):
    """Where decoding began, in seconds; None: at the beginning."""
    starts = []

    class Watched(Reader):
        def __init__(self, *arguments, start_seconds, **named):
            starts.append(start_seconds)
            super().__init__(*arguments, start_seconds=start_seconds, **named)

    monkeypatch.setattr(registry, "Reader", Watched)
    return starts


def test_a_place_is_found_by_seeking(film, all_frames, seeks):
    assert_same_frames(list(film.frames(all_frames[PLACE].place)), all_frames[PLACE:])
    assert len(seeks) == 1
    assert seeks[0] > 0.3


def test_where_seeking_leads_to_other_pictures_all_is_decoded(film, all_frames, monkeypatch):
    """As behind an open group of pictures, or with an index that is wrong."""

    class Astray(Reader):
        def __init__(self, *arguments, start_seconds, **named):
            self._is_astray = start_seconds is not None
            super().__init__(*arguments, start_seconds=start_seconds, **named)

        def __iter__(self):
            for frame in super().__iter__():
                yield dataclasses.replace(frame, data=frame.data ^ 1) if self._is_astray else frame

    monkeypatch.setattr(registry, "Reader", Astray)
    assert_same_frames(list(film.frames(all_frames[PLACE].place)), all_frames[PLACE:])


def test_a_source_without_the_place_has_changed(film, all_frames):
    place = all_frames[PLACE].place
    before = tuple((pts, checksum ^ 1) for pts, checksum in place.before)
    with pytest.raises(InputVideoError) as caught:
        list(film.frames(dataclasses.replace(place, before=before)))
    assert caught.value.reason is InputProblem.CHANGED
