"""Sources that were moved away from their unfinished renders."""

import pytest

from engine.jobs.errors import InputProblem, InputVideoError
from engine.jobs.options import Resume
from engine.resuming.journal import Claim, Conditions, SourceIdentity
from engine.resuming.moved_sources import MovedSource, find_moved_source, is_same_film
from engine.resuming.work import Work
from tests.unit.resuming.test_work import pictures, state


@pytest.fixture
def source(tmp_path):
    """A film of which a part is finished."""
    folder = tmp_path / "films" / "1994"
    folder.mkdir(parents=True)
    path = folder / "tape.avi"
    path.write_bytes(b"film" * 1000)
    conditions = Conditions(restoring_threads=1, encoding_threads=1, precision="fp32")
    claim = Claim(source=SourceIdentity.of(path), picture={}, program={}, conditions=conditions)
    output = tmp_path / "out" / "tape restored.mp4"
    output.parent.mkdir()
    with Work.take(output, claim, Resume.AUTO) as work:
        work.add(pictures(0), 1.0, state(0))
    return path


@pytest.mark.parametrize("place", ["new.avi", "best/tape.avi", "../tape.avi", "../1995/x.mov"])
def test_a_moved_source_is_known_by_its_content(tmp_path, source, place):
    source.with_name("alike.avi").write_bytes(b"mill" * 1000)
    moved = source.parent / place
    moved.parent.mkdir(exist_ok=True)
    moved = source.rename(moved.resolve())
    expected = MovedSource(moved, tmp_path / "out" / "tape restored.mp4")
    assert find_moved_source(source) == expected


def test_one_that_is_nowhere_near_is_asked_for(tmp_path, source):
    source.with_name("alike.avi").write_bytes(b"mill" * 1000)
    far = source.rename(tmp_path / "out" / "tape.avi")
    with pytest.raises(InputVideoError) as caught:
        find_moved_source(source)
    assert (caught.value.reason, caught.value.detail) == (InputProblem.MOVED, "4")
    assert is_same_film(source, far)
    assert not is_same_film(source, source.with_name("alike.avi"))


def test_nobody_looks_for_what_was_never_begun(source):
    other = source.with_name("other.avi")
    assert find_moved_source(other) is None
    assert is_same_film(other, source)
