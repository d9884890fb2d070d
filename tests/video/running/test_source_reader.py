"""Sources looked at by a process of their own, which some of them crash."""

import os
import sys
import threading

import pytest

from engine.jobs.errors import Cancelled, InputProblem, InputVideoError
from engine.running.source_reader import SourceReader
from engine.video.probing.probe import glance, probe
from engine.video.reading.reader import still, thumbnail
from tests.shared import ROOT
from tests.video.clips import make_clip

CRASHING = """
import os, sys, time
import engine.running.source_child as child
from app.__main__ import main

def crashing(look, name):
    def look_or_crash(source, **options):
        path = getattr(source, "path", source)
        if name in path.name:
            os.abort()
        if "endless" in path.name:
            print("looking", flush=True)
            time.sleep(600)
        return look(source, **options)
    return look_or_crash

child.glance = crashing(child.glance, "kills the glance")
child.probe = crashing(child.probe, "kills the probe")
child.still = crashing(child.still, "kills the still")
sys.exit(main())
"""
COMMAND = [sys.executable, "-c", CRASHING, "look-at-sources"]


@pytest.fixture
def reader(monkeypatch, tmp_path):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    made = SourceReader(COMMAND)
    yield made
    made.close()


@pytest.fixture
def source(tmp_path):
    return make_clip(tmp_path / "tape.mp4")


def test_looks_are_those_of_this_process(reader, source):
    info = reader.probe(source)
    assert info == probe(source)
    assert reader.glance(source) == glance(source)
    assert reader.thumbnail(info, 32) == thumbnail(info, long_side=32)
    assert reader.still(info, 0.2, 64) == still(info, at_seconds=0.2, long_side=64)


def test_an_error_keeps_its_fields(reader, tmp_path):
    with pytest.raises(InputVideoError) as caught:
        reader.probe(tmp_path / "gone.mp4")
    assert caught.value.path == tmp_path / "gone.mp4"
    assert caught.value.reason is InputProblem.NOT_FOUND


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
@pytest.mark.parametrize("look", ["probe", "glance"])
def test_a_crash_is_an_error_of_that_clip_only(reader, source, tmp_path, look):
    deadly = make_clip(tmp_path / f"kills the {look}.mp4")
    with pytest.raises(InputVideoError) as caught:
        getattr(reader, look)(deadly)
    assert caught.value.path == deadly
    assert (caught.value.reason, caught.value.detail) == (InputProblem.CRASHED_READER, "-6")
    assert reader.probe(source).path == source


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
def test_a_crash_while_decoding_is_told_as_well(reader, tmp_path):
    path = make_clip(tmp_path / "kills the still.mp4")
    info = reader.probe(path)
    with pytest.raises(InputVideoError) as caught:
        reader.still(info, 0.0, 64)
    assert caught.value.reason is InputProblem.CRASHED_READER
    assert reader.thumbnail(info, 32).width == 32


def test_closing_ends_a_look_that_never_ends(reader, source, tmp_path):
    path = tmp_path / "endless.mp4"
    os.link(source, path)
    reader.probe(source)  # the process is there
    timer = threading.Timer(0.5, reader.close)
    timer.start()
    with pytest.raises(Cancelled):
        reader.probe(path)
    timer.join()
    with pytest.raises(Cancelled):
        reader.probe(source)
