"""A small share of what `python -m tests.bench.fuzz` does by hand with hundreds of files."""

from __future__ import annotations

import pytest

from tests.bench.fuzz import cases, damaged, make_seeds, outcome_of


@pytest.fixture(scope="module")
def seeds(tmp_path_factory):
    return make_seeds(tmp_path_factory.mktemp("seeds"))


def test_damage_is_the_same_each_time():
    data = bytes(range(256)) * 64
    assert damaged(data, 7) == damaged(data, 7)
    assert len({damaged(data, seed) for seed in range(20)}) == 20


@pytest.mark.parametrize("number", range(16))
def test_a_damaged_file_is_refused_or_restored(tmp_path, seeds, number):
    ((_, source),) = cases(seeds, tmp_path, number, 1)
    (tmp_path / "out").mkdir()
    assert outcome_of(source, tmp_path / "out" / "restored.mkv")


def test_what_is_left_behind_is_noticed(tmp_path):
    source = tmp_path / "text.mp4"
    source.write_text("no video")
    (tmp_path / "restored.mkv.part").touch()
    with pytest.raises(AssertionError):
        outcome_of(source, tmp_path / "restored.mkv")
