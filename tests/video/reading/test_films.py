"""A source and the file made of it, read side by side at matching times."""

from fractions import Fraction

import numpy as np
import pytest

from engine.jobs.errors import InputVideoError
from engine.video.probing.probe import probe
from engine.video.reading.films import Films
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
    frames = list(Films(source, finished, begins_at=0.2).frames(0.4))
    assert [shown(frame.before) for frame in frames] == list(range(10, 25))
    assert [shown(frame.after) for frame in frames] == list(range(10, 25))
    assert frames[0].at_seconds == pytest.approx(0.4)


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
