"""What another process found out about a source is believed as long as its file stays the same."""

from __future__ import annotations

import os
from types import SimpleNamespace

import pytest

from engine.video.probing import known, probe
from engine.video.probing.known import file_states, remember, remembered


@pytest.fixture
def source(tmp_path, monkeypatch):
    monkeypatch.setattr(known, "_known", {})
    path = tmp_path / "film.avi"
    path.write_bytes(b"pictures")
    return path


def test_a_source_that_is_known_is_not_looked_at(source, monkeypatch):
    info = SimpleNamespace(name="found by another process")
    looks = []
    monkeypatch.setattr(probe, "_probe", lambda *_: looks.append(1))
    monkeypatch.setattr(probe, "_of_sequence", lambda found: found)
    remember(source, file_states(source), info)
    assert probe.probe(source) is info
    assert not looks
    os.utime(source, ns=(1, 1))
    assert probe.probe(source) is None
    assert looks == [1]


def test_a_source_that_changed_meanwhile_is_unknown(source):
    before = file_states(source)
    source.write_bytes(b"other pictures")
    remember(source, before, SimpleNamespace())
    assert remembered(source, file_states(source)) is None


def test_a_source_that_is_not_there_is_not_remembered(tmp_path):
    missing = tmp_path / "missing.avi"
    assert file_states(missing) == ()
    remember(missing, (), SimpleNamespace())
    assert remembered(missing, ()) is None
