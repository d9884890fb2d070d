"""A source and the file made of it, read side by side at matching times."""

from fractions import Fraction

import numpy as np
import pytest

from engine.background.player_thread import FilmPair, FilmReader
from engine.jobs.choices import Container, Part
from engine.jobs.errors import InputVideoError
from engine.video.probing.probe import _probe, probe
from engine.video.reading.films import Films
from engine.video.writing.joining import join_films
from tests.video.clips import make_clip


def level(number):
    return np.full((48, 64, 3), 20 + 6 * number, np.uint8)


def written(path, numbers, times=None):
    times = tuple(range(len(numbers))) if times is None else times
    frames = [level(number) for number in numbers]
    return probe(make_clip(path, times=times, time_base=Fraction(1, 25), frames=frames))


def shown(picture):
    return round((np.frombuffer(picture.rgb, np.uint8).mean() - 20) / 6)


@pytest.fixture
def source(tmp_path):
    return written(tmp_path / "in.mp4", range(30))


def test_a_source_is_read_from_the_frame_that_is_shown_then(source):
    frames = list(Films(source).frames(0.5))  # frame 12 is shown from 0.48 to 0.52
    assert [shown(frame.before) for frame in frames] == list(range(12, 30))
    assert frames[0].at_seconds == pytest.approx(0.48)
    assert all(frame.after is None for frame in frames)
    assert [shown(f.before) for f in Films(source).frames(99.0)] == [29]


def test_a_finished_part_is_read_beside_its_source(source, tmp_path):
    finished = written(tmp_path / "out.mp4", range(5, 25))
    frames = list(Films(source, finished, [Part(0.2, 1.0)]).frames(0.4))
    assert [shown(frame.before) for frame in frames] == list(range(10, 25))
    assert [shown(frame.after) for frame in frames] == list(range(10, 25))
    assert frames[0].at_seconds == pytest.approx(0.4)


@pytest.fixture
def joined(tmp_path):
    """Three parts of the source: a late one first, and one that begins between two frames."""
    parts = [Part(0.8, 1.2), Part(0.19, 0.4), Part(0.6, 0.7)]
    numbers = [range(20, 30), range(5, 10), range(15, 18)]
    films = [written(tmp_path / f"{k}.mkv", each).path for k, each in enumerate(numbers)]
    join_films(films, tmp_path / "joined.mkv", Container.MKV)
    return probe(tmp_path / "joined.mkv"), parts


@pytest.mark.parametrize(
    ("part", "at_seconds", "numbers"),
    [
        (0, 0.88, range(22, 30)),
        (1, 0.19, range(5, 10)),
        (1, 0.32, range(8, 10)),
        (2, 0.6, range(15, 18)),
    ],
)
def test_a_joined_part_is_read_beside_its_source(source, joined, part, at_seconds, numbers):
    finished, parts = joined
    frames = list(Films(source, finished, parts).frames(at_seconds, part))
    assert [shown(frame.before) for frame in frames] == list(numbers)
    assert [shown(frame.after) for frame in frames] == list(numbers)
    assert frames[0].at_seconds == pytest.approx(numbers[0] / 25, abs=0.001)


def test_a_part_that_is_shorter_than_its_range_does_not_shift_the_next_one(source, joined):
    """Where frames of a recording are missing."""
    finished, parts = joined
    parts[1] = Part(0.19, 0.48)
    frames = list(Films(source, finished, parts).frames(0.6, 2))
    assert [shown(frame.before) for frame in frames] == [15, 16, 17]
    assert [shown(frame.after) for frame in frames] == [15, 16, 17]


def test_beside_a_part_its_nearest_frame_is_shown(source, joined):
    films = Films(source, joined[0], joined[1])
    first, last = next(films.frames(0.0, 1)), next(films.frames(0.5, 1))
    assert [shown(first.before), shown(first.after)] == [5, 5]
    assert [shown(last.before), shown(last.after)] == [9, 9]


def test_a_picture_of_the_source_stays_for_several_finished_ones(source, tmp_path):
    slow = written(tmp_path / "slow.mp4", range(10), times=range(0, 30, 3))
    frames = list(Films(slow, source).frames(0.0))
    assert [shown(frame.before) for frame in frames[:7]] == [0, 0, 0, 1, 1, 1, 2]
    assert frames[0].before is frames[2].before, "made once"


def test_a_file_that_has_gone_is_refused(source, tmp_path):
    finished = written(tmp_path / "out.mp4", range(5))
    finished.path.unlink()
    with pytest.raises(InputVideoError):
        list(Films(source, finished).frames(0.0))


def test_a_finished_file_is_not_searched_for_faults(source, tmp_path, monkeypatch):
    """That takes longer than anyone waits for a comparison."""
    finished = written(tmp_path / "out.mp4", range(30)).path
    _probe.cache_clear()
    monkeypatch.setattr(
        "engine.video.probing.probe.find_faults", lambda *_: pytest.fail("searched")
    )
    frame = next(FilmReader()(FilmPair(source, finished), 0.4))
    assert (shown(frame.before), shown(frame.after)) == (10, 10)
