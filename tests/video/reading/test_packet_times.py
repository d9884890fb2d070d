"""Files whose clock begins anew, and packets with times that cannot be right."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from threading import Event

import av
import numpy as np
import pytest

from app.text.proposals import ProposalKind, proposals
from engine.jobs.choices import Container, SizeByFactor
from engine.jobs.options import Job, Options
from engine.rendering.output import default_output
from engine.rendering.render import restore
from engine.video.probing.probe import probe
from engine.video.reading import packet_times
from engine.video.reading.decoder import PictureDecoder
from engine.video.reading.packet_times import PacketTimes, find_sections
from engine.video.reading.reader import Reader, still
from engine.video.timeline import TickRange
from engine.video.writing.sound import CopiedTrack
from tests.video.clips import click_times, ffprobe, gray_frame, index_of, make_clip

RATE = 25
LENGTH = 100
SUFFIXES = ("mpg", "ts")


def recording(path, first, sound="mp2"):
    """Four seconds in which each picture stands for half a second; ``first`` counts them on."""
    frames = [gray_frame(first + i * 8 // LENGTH) for i in range(LENGTH)]
    options = {"b": "2M", "minrate": "2M", "maxrate": "2M", "bufsize": "400k", "bf": "2"}
    return make_clip(
        path,
        times=tuple(range(LENGTH)),
        frames=frames,
        codec="mpeg2video",
        options=options,
        sound=sound,
        sound_seconds=LENGTH / RATE,
        gop=12,
    )


@pytest.fixture(params=SUFFIXES)
def joined(request, tmp_path):
    """Three recordings, put behind each other byte by byte."""
    path = tmp_path / f"joined.{request.param}"
    parts = [recording(tmp_path / f"{n}.{request.param}", first=8 * n) for n in range(3)]
    path.write_bytes(b"".join(part.read_bytes() for part in parts))
    return path


def test_the_parts_of_a_joined_file_follow_on_each_other(joined):
    info = probe(joined)
    assert len(info.sections) == 3
    assert info.duration_seconds == pytest.approx(12, abs=0.3)
    assert info.frame_count == 300
    with Reader(info) as reader:
        frames = [(frame.pts_seconds, index_of(frame.data)) for frame in reader]
        assert reader.damaged_count == 0
    assert len(frames) == 300
    assert sorted({number for _, number in frames}) == list(range(24))
    assert [number for _, number in frames] == sorted(number for _, number in frames)
    steps = [late - early for (early, _), (late, _) in pairwise(frames)]
    # At a joint the picture waits for the end of the sound.
    usual = [step for step in steps if step == pytest.approx(1 / RATE, abs=1e-3)]
    assert len(usual) == 297
    assert max(steps) < 0.2
    # Every second of the film shows what it showed in its part.
    start = frames[0][0]
    for seconds, number in frames:
        assert number == pytest.approx(2 * (seconds - start), abs=1.1)


def test_sound_stays_with_the_picture_of_its_part(joined, tmp_path):
    output = tmp_path / "out.mp4"
    options = Options(strength=0.0, size=SizeByFactor(1))
    job = Job(source=joined, output=output, options=options)
    restore(job, lambda event: None, Event())
    probed = ffprobe(output, "-show_entries", "stream=codec_type,start_time,duration")
    lengths = {s["codec_type"]: float(s["duration"]) for s in probed["streams"]}
    assert lengths["video"] == pytest.approx(12, abs=0.25)
    assert lengths["audio"] == pytest.approx(12, abs=0.25)
    clicks = click_times(output)
    # One every tenth of a second, in all three parts.
    assert [len([c for c in clicks if 4 * n <= c < 4 * n + 4]) for n in range(3)] == pytest.approx(
        [40, 40, 40], abs=2
    )


@pytest.mark.parametrize("start", [1.0, 5.0, 9.5])
def test_a_range_is_found_in_its_part(joined, start):
    info = probe(joined)
    with Reader(info, start_seconds=start, end_seconds=start + 1) as reader:
        frames = [(frame.pts_seconds, index_of(frame.data)) for frame in reader]
    assert len(frames) == pytest.approx(RATE, abs=1)
    assert all(number == pytest.approx(2 * start + 1, abs=2.1) for _, number in frames)
    with Reader(info) as reader:
        whole = [(frame.pts_seconds, index_of(frame.data)) for frame in reader]
    assert [frame for frame in whole if frame in frames] == frames


def test_a_range_is_not_decoded_from_the_beginning(joined):
    info = probe(joined)
    with PictureDecoder(joined, info.stream_index, info.sections) as decoder:
        assert decoder.seek(Fraction(9))
        first = next(iter(decoder.packets()))
        assert first.is_keyframe
        assert 8 < first.pts * first.time_base <= 9


def test_a_range_has_its_own_sound(joined, tmp_path):
    output = tmp_path / "out.mkv"
    options = Options(strength=0.0, size=SizeByFactor(1), start_seconds=9.5, end_seconds=10.5)
    restore(Job(source=joined, output=output, options=options), lambda event: None, Event())
    clicks = click_times(output)
    assert len(clicks) == pytest.approx(10, abs=1)
    assert max(late - early for early, late in pairwise(clicks)) == pytest.approx(0.1, abs=0.01)


def test_a_still_is_that_of_its_time(joined):
    seen = still(probe(joined), at_seconds=9.0, long_side=64)
    assert index_of(np.frombuffer(seen.rgb, np.uint8)) == pytest.approx(18, abs=1)


def test_what_is_said_about_it(joined):
    said = [p for p in proposals(probe(joined)) if p.kind is ProposalKind.SECTIONS]
    assert len(said) == 1
    assert said[0].text.startswith("3 recordings in one file")


def test_a_title_of_a_dvd_is_one_film(tmp_path):
    whole = recording(tmp_path / "whole.mpg", first=0)
    data = whole.read_bytes()
    folder = tmp_path / "Grandma's 80th" / "VIDEO_TS"
    folder.mkdir(parents=True)
    cuts = [0, 333_333, 700_001, len(data)]  # in the middle of a packet
    for number, (start, stop) in enumerate(pairwise(cuts), 1):
        (folder / f"VTS_01_{number}.VOB").write_bytes(data[start:stop])
    path = folder / "VTS_01_1.VOB"
    info, expected = probe(path), probe(whole)
    assert (info.file_count, info.sections) == (3, ())
    assert (info.frame_count, info.duration_seconds) == (100, expected.duration_seconds)
    for start in (None, 3.2):
        with (
            Reader(info, start_seconds=start) as reader,
            Reader(expected, start_seconds=start) as one,
        ):
            for frame, truth in zip(reader, one, strict=True):
                assert frame.pts == truth.pts
                assert np.array_equal(frame.data, truth.data)
            assert reader.damaged_count == 0
    assert default_output(info, Options()).name == "Grandma's 80th title 1 restored.mkv"
    said = [p.text for p in proposals(info) if p.kind is ProposalKind.FILES]
    assert said == ["a film of a DVD in 3 files: all will be restored, as one film"]
    outputs = [tmp_path / "a.mkv", tmp_path / "b.mkv"]
    for source, output in zip((path, whole), outputs, strict=True):
        options = Options(strength=0.0, size=SizeByFactor(1))
        restore(Job(source=source, output=output, options=options), lambda e: None, Event())
    first, second = map(stored, outputs)
    assert first == second


def stored(path):
    with av.open(str(path)) as container:
        return [(p.stream.index, p.pts, p.dts, bytes(p)) for p in container.demux() if p.size]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_ordinary_file_has_no_sections(tmp_path, suffix):
    info = probe(recording(tmp_path / f"one.{suffix}", first=0))
    assert info.sections == ()
    assert not [p for p in proposals(info) if p.kind is ProposalKind.SECTIONS]


def test_a_pause_is_no_new_clock(tmp_path):
    path = tmp_path / "pause.ts"
    times = [*range(50), *range(800, 850)]  # half a minute without a signal
    frames = [gray_frame(i // 4) for i in range(100)]
    make_clip(path, times=times, frames=frames, codec="mpeg2video", sound="mp2", sound_seconds=2)
    info = probe(path)
    assert info.sections == ()
    with Reader(info) as reader:
        seconds = [frame.pts_seconds for frame in reader]
    assert max(late - early for early, late in pairwise(seconds)) == pytest.approx(30.04)


def test_hours_between_two_recordings_are_left_out(tmp_path):
    path = tmp_path / "camcorder.ts"
    times = [*range(50), *range(200_000, 200_050)]
    frames = [gray_frame(i // 4) for i in range(100)]
    make_clip(path, times=times, frames=frames, codec="mpeg2video")
    info = probe(path)
    assert len(info.sections) == 2
    assert info.duration_seconds == pytest.approx(4)
    with Reader(info) as reader:
        seconds = [frame.pts_seconds for frame in reader]
    assert [late - early for early, late in pairwise(seconds)] == pytest.approx([0.04] * 99)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_large_files_are_read_whole_only_where_samples_run_back(tmp_path, monkeypatch, suffix):
    monkeypatch.setattr(packet_times, "_READ_WHOLE_BYTES", 1000)
    surveys = []
    monkeypatch.setattr(
        packet_times, "_Survey", lambda real=packet_times._Survey: surveys.append(1) or real()
    )
    one = recording(tmp_path / f"one.{suffix}", first=0)
    with av.open(str(one)) as container:
        assert find_sections(one, container) == ()
    assert not surveys
    path = tmp_path / f"two.{suffix}"
    path.write_bytes(one.read_bytes() + recording(tmp_path / f"b.{suffix}", 8).read_bytes())
    with av.open(str(path)) as container:
        assert len(find_sections(path, container)) == 2
    assert surveys


def packets_at(tmp_path, seconds, kind="video"):
    """Packets of one stream at the given times, 40 ms long each."""
    path = make_clip(tmp_path / "any.mkv", sound="flac")
    container = av.open(str(path))
    stream = getattr(container.streams, kind)[0]
    for value in seconds:
        packet = av.Packet(b"data")
        packet.stream, packet.time_base = stream, Fraction(1, 1000)
        packet.pts = packet.dts = None if value is None else round(1000 * value)
        packet.duration = 40
        yield packet


@pytest.mark.parametrize("kind", ["video", "audio"])
@pytest.mark.parametrize(
    ("stored", "mended"),
    [
        ([0.0, 0.04, 0.08, 0.12], [0.0, 0.04, 0.08, 0.12]),
        ([0.0, 0.04, 536871.0, 0.12], [0.0, 0.04, None, 0.12]),
        ([0.0, 0.04, 9.0, 0.12, 0.16], [0.0, 0.04, None, 0.12, 0.16]),
        ([0.0, 0.04, 9.0, 9.04], [0.0, 0.04, 9.0, 9.04]),
        ([0.0, 0.04, 9.0], [0.0, 0.04, 9.0]),
        ([0.0, 0.04, 7000.0, 7000.04], [0.0, 0.04, None, None]),
        ([7000.0, 7000.04, 0.0], [7000.0, 7000.04, 0.0]),
        ([None, 0.04, None, 0.12], [None, 0.04, None, 0.12]),
    ],
)
def test_a_time_that_cannot_be_right_is_dropped(tmp_path, kind, stored, mended):
    times = PacketTimes()
    packets = list(times.mend(packets_at(tmp_path, stored, kind)))
    assert [None if p.pts is None else p.pts / 1000 for p in packets] == mended
    assert sum(times.mended_counts.values()) == mended.count(None) - stored.count(None)


def test_no_sound_is_lost_for_a_wild_time(tmp_path):
    with av.open(str(tmp_path / "out.mkv"), "w") as output:
        target = output.add_stream("flac", rate=48000)
        target.layout = "mono"
        output.start_encoding()
        track = CopiedTrack(target, TickRange(None, None, 0), container=Container.MP4)
        stored = packets_at(tmp_path, [0.0, 0.04, 9000.0, 0.12], "audio")
        copied = [p for packet in PacketTimes().mend(stored) for p in track.convert(packet)]
        assert [float(p.pts * p.time_base) for p in copied] == pytest.approx([0, 0.04, 0.08, 0.12])


def test_subtitles_may_be_hours_apart(tmp_path):
    path = tmp_path / "subtitled.srt"
    words = "1\n00:00:00,000 --> 00:00:02,000\nEarly\n\n2\n02:30:00,000 --> 02:30:02,000\nLate\n"
    path.write_text(words)
    with av.open(str(path)) as container:
        times = PacketTimes()
        seconds = [float(p.pts * p.time_base) for p in times.mend(container.demux()) if p.size]
    assert seconds == [0.0, 9000.0]
