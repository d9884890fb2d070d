"""A source is cut at its recordings or shots, within the range that is wanted."""

from dataclasses import replace

import pytest

from engine.jobs.options import Options
from engine.rendering import cuts
from engine.rendering.splitting import Split, by_shots, pieces_of
from engine.video.facts import Recording
from tests.gui.fakes import source_info

DATES = ("2003-12-24T18:30:05", "2003-12-24T18:30:05", "1999-01-02T03:04:05")
NAMES = ["2003-12-24 18-30-05", "2003-12-24 18-30-05 (2)", "1999-01-02 03-04-05"]
STARTS = (0.0, 4.0, 6.0)


@pytest.fixture
def info():
    """A tape of ten seconds."""
    lengths = (4.0, 2.0, 4.0)
    recordings = tuple(
        Recording(start_seconds=start, length_seconds=length, date=date)
        for start, length, date in zip(STARTS, lengths, DATES, strict=True)
    )
    return replace(source_info("tape.dv"), recordings=recordings)


def ranges(pieces):
    return [(piece.start_seconds, piece.end_seconds) for piece in pieces]


def names(pieces):
    return [piece.name_beginning for piece in pieces]


def test_each_recording_is_a_piece_with_a_name_of_its_own(info):
    pieces = pieces_of(info, Options(sound="hum"), Split.RECORDINGS)
    assert names(pieces) == NAMES
    assert ranges(pieces) == [(None, 4.0), (4.0, 6.0), (6.0, None)]
    assert {piece.sound for piece in pieces} == {"hum"}


def test_a_range_is_kept_to(info):
    options = Options(start_seconds=4.5, end_seconds=9.0)
    pieces = pieces_of(info, options, Split.RECORDINGS)
    assert names(pieces) == NAMES[1:]
    assert ranges(pieces) == [(4.5, 6.0), (6.0, 9.0)]


def test_a_source_without_recordings_stays_whole(info):
    options = Options(end_seconds=3.0)
    assert pieces_of(replace(info, recordings=()), options, Split.RECORDINGS) == [options]


def test_shots_are_numbered(info, monkeypatch):
    monkeypatch.setattr(cuts, "cuts_between", lambda _info, start, stop: [2.0, 7.5])
    pieces = pieces_of(info, Options(), Split.SHOTS)
    assert names(pieces) == ["shot 001", "shot 002", "shot 003"]
    assert ranges(pieces) == [(None, 2.0), (2.0, 7.5), (7.5, None)]


def test_of_known_shots_those_within_the_range_are_numbered(info):
    options = Options(start_seconds=2.0, end_seconds=8.0, name_beginning="2003-12-24 18-30-05")
    pieces = by_shots(info, options, [2.0, 5.0, 9.0])
    assert names(pieces) == ["2003-12-24 18-30-05 shot 001", "2003-12-24 18-30-05 shot 002"]
    assert ranges(pieces) == [(2.0, 5.0), (5.0, 8.0)]
