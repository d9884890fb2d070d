"""Sound in MP4 files whose track has no description."""

from __future__ import annotations

import threading

import av
import pytest

from engine.jobs.choices import SizeByFactor
from engine.jobs.events import WarningKind
from engine.jobs.options import Job, Options
from engine.rendering.render import restore
from engine.video.probing.probe import probe
from tests.video.clips import click_times, make_clip, sound_packets


def without_description(path):
    """Hide the description of the sound: its box gets a name that nobody knows."""
    data = path.read_bytes()
    track = data.index(b"soun")
    box = data.index(b"stsd", track)
    path.write_bytes(data[:box] + b"junk" + data[box + 4 :])
    return path


def run(source, output):
    options = Options(strength=0.0, size=SizeByFactor(1))
    return restore(
        Job(source=source, output=output, options=options), lambda e: None, threading.Event()
    )


def test_aac_is_recognised_by_its_packets(tmp_path):
    path = make_clip(tmp_path / "clip.mp4", sound="aac", times=range(20), sound_seconds=0.8)
    whole = sound_packets(path)
    clicks = click_times(path)
    (track,) = probe(without_description(path)).sound
    assert (track.codec, track.sample_rate, track.channels) == ("aac", 48000, 1)
    assert track.is_readable
    assert track.is_guessed
    summary = run(path, tmp_path / "out.mp4")
    assert not summary.warnings
    assert [sum_ for _, sum_ in sound_packets(tmp_path / "out.mp4")[1]] == [
        sum_ for _, sum_ in whole[1]
    ]
    # A priming packet less or more moves nothing.
    assert click_times(tmp_path / "out.mp4") == pytest.approx(clicks, abs=0.03)


def test_other_sound_is_not_taken_for_aac(tmp_path):
    path = make_clip(tmp_path / "clip.mp4", sound="mp2", times=range(20), sound_seconds=0.8)
    (track,) = probe(without_description(path)).sound
    assert not track.is_readable
    summary = run(path, tmp_path / "out.mp4")
    assert [warned.kind for warned in summary.warnings] == [WarningKind.SOUND_DROPPED]


def test_aac_in_flash_video_without_its_header(tmp_path):
    path = make_clip(tmp_path / "clip.flv", codec="flv", sound="aac")
    data = bytearray(path.read_bytes())
    # A tag of type 8 (sound), AAC, whose packet type 0 says that it is the description.
    header = data.index(b"\xae\x00") if b"\xae\x00" in data else data.index(b"\xaf\x00")
    data[header + 1] = 1
    path.write_bytes(data)
    (track,) = probe(path).sound
    assert not track.is_readable
    run(path, tmp_path / "out.mkv")
    with av.open(str(tmp_path / "out.mkv")) as output:
        assert not output.streams.audio
