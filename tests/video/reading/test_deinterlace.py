"""Interlaced, mixed and telecined clips: made with known fields, so that the truth is known."""

from __future__ import annotations

import subprocess
from collections import Counter
from fractions import Fraction
from threading import Event

import av
import numpy as np
import pytest

from engine.jobs.choices import Deinterlace
from engine.jobs.options import Job, Options
from engine.rendering.render import restore
from engine.video.facts import FieldOrder, Scan
from engine.video.probing.probe import probe
from engine.video.probing.scan import drained, video_graph
from engine.video.reading.reader import Reader
from tests.video import paff
from tests.video.clips import ffprobe, frame_times, make_clip

WIDTH, HEIGHT = 96, 64
# As the encoder marks it: bottom field first, whatever this says.
FLAGGED = {"x264-params": "tff=1"}


def scene(time: float) -> np.ndarray:
    """Something with edges in all directions that moves by two pixels per unit of time."""
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(float)
    columns = columns - 2 * time
    waves = np.sin(columns / 3.1) * np.cos(rows / 5.3) + np.sin(columns / 9.0 + rows / 7.0)
    return (120 + 50 * waves).clip(0, 255).astype(np.uint8)[..., None].repeat(3, 2)


def woven(top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
    frame = top.copy()
    frame[1::2] = bottom[1::2]
    return frame


def interlaced(count: int, order: FieldOrder) -> list[np.ndarray]:
    """Pictures whose two fields are of the times 2n and 2n + 1."""
    early, late = [scene(2 * n) for n in range(count)], [scene(2 * n + 1) for n in range(count)]
    pairs = zip(early, late, strict=True)
    if order is FieldOrder.TOP_FIRST:
        return [woven(first, second) for first, second in pairs]
    return [woven(second, first) for first, second in pairs]


def pulled_down(count: int) -> list[np.ndarray]:
    """Film in 2:3 pulldown, top field first: A A, B B B, C C, D D D."""
    fields = [n for n in range(count) for _ in range(2 + n % 2)]
    film = [scene(2 * n) for n in range(count)]
    return [woven(film[a], film[b]) for a, b in zip(fields[::2], fields[1::2], strict=False)]


def clip(path, frames, **details):
    return make_clip(path, times=range(len(frames)), frames=frames, **details)


def frames_of(path, way: Deinterlace = Deinterlace.AUTO):
    with Reader(probe(path), deinterlace=way) as reader:
        return list(reader)


def combed_of(frames) -> Counter[str]:
    """What FFmpeg's idet thinks of frames that were read."""
    found: Counter[str] = Counter()
    pictures = []
    for number, frame in enumerate(frames):
        picture = av.VideoFrame.from_ndarray(frame.data, format="rgb24").reformat(format="yuv444p")
        picture.pts, picture.time_base = number, Fraction(1, 25)
        pictures.append(picture)
    graph = video_graph(pictures[0], Fraction(1, 25), ("idet", ""))
    for picture in [*pictures, None]:
        graph.vpush(picture)
        found.update(f.metadata["lavfi.idet.single.current_frame"] for f in drained(graph))
    return found


def error(frame, expected: np.ndarray) -> float:
    inside = np.s_[4:-4, 8:-8]
    return float(np.abs(frame.data[inside].astype(int) - expected[inside]).mean())


@pytest.mark.parametrize("order", FieldOrder)
@pytest.mark.parametrize("options", [None, FLAGGED], ids=["not flagged", "flagged"])
def test_the_picture_tells_which_field_is_first(tmp_path, order, options):
    info = probe(clip(tmp_path / "int.mp4", interlaced(20, order), options=options))
    assert (info.scan, info.field_order) == (Scan.INTERLACED, order)
    assert info.is_flagged_interlaced == (options is not None)


def test_whole_pictures_that_are_flagged_are_seen_through(tmp_path):
    frames = [scene(2 * n) for n in range(20)]
    path = clip(tmp_path / "psf.mp4", frames, options=FLAGGED)
    assert probe(path).scan is Scan.MIXED
    plain = frames_of(path, Deinterlace.OFF)
    # The first few are deinterlaced, as long as nothing is known.
    same = [np.array_equal(a.data, b.data) for a, b in zip(frames_of(path), plain, strict=True)]
    assert sum(same) >= 17


def test_whole_pictures_are_left_alone(tmp_path):
    path = clip(tmp_path / "plain.mp4", [scene(2 * n) for n in range(20)])
    assert probe(path).scan is Scan.PROGRESSIVE
    for ours, plain in zip(frames_of(path), frames_of(path, Deinterlace.OFF), strict=True):
        assert np.array_equal(ours.data, plain.data)


def test_the_flags_decide_where_nothing_moves(tmp_path):
    info = probe(clip(tmp_path / "still.mp4", [scene(0)] * 12, options=FLAGGED))
    assert (info.scan, info.field_order) == (Scan.INTERLACED, FieldOrder.BOTTOM_FIRST)


@pytest.mark.parametrize("order", FieldOrder)
@pytest.mark.parametrize("way", [Deinterlace.AUTO, Deinterlace.FRAME, Deinterlace.OFF])
def test_one_picture_for_each(tmp_path, order, way):
    path = clip(tmp_path / "int.mp4", interlaced(20, order))
    frames = frames_of(path, way)
    assert [frame.pts_seconds for frame in frames] == frame_times(path)
    combed = combed_of(frames)
    is_combed = combed["tff"] + combed["bff"] > 0
    assert is_combed == (way is Deinterlace.OFF)
    if way is not Deinterlace.OFF:
        assert max(error(frame, scene(2 * n)) for n, frame in enumerate(frames[2:-2], 2)) < 6


@pytest.mark.parametrize("order", FieldOrder)
def test_a_picture_for_each_field_at_its_own_time(tmp_path, order):
    path = clip(tmp_path / "int.mp4", interlaced(20, order))
    frames = frames_of(path, Deinterlace.FIELD)
    assert [frame.pts_seconds for frame in frames] == pytest.approx([n / 50 for n in range(40)])
    assert max(error(frame, scene(n)) for n, frame in enumerate(frames[4:-4], 4)) < 6


def test_a_gap_lies_behind_the_second_field(tmp_path):
    times = [*range(10), *range(20, 30)]
    frames = interlaced(20, FieldOrder.TOP_FIRST)
    path = make_clip(tmp_path / "gap.mp4", times=times, frames=frames)
    expected = [part for time in times for part in (time / 25, time / 25 + 0.02)]
    found = [frame.pts_seconds for frame in frames_of(path, Deinterlace.FIELD)]
    assert found == pytest.approx(expected)


def test_mixed_material_is_treated_where_it_has_to_be(tmp_path):
    whole = [scene(2 * n) for n in range(30)]
    path = clip(tmp_path / "mixed.mp4", [*whole, *interlaced(30, FieldOrder.TOP_FIRST)])
    info = probe(path)
    assert (info.scan, info.field_order) == (Scan.MIXED, FieldOrder.TOP_FIRST)
    frames, plain = frames_of(path), frames_of(path, Deinterlace.OFF)
    assert combed_of(frames)["tff"] <= 1
    is_same = [np.array_equal(a.data, b.data) for a, b in zip(frames, plain, strict=True)]
    assert sum(is_same[:30]) >= 27
    assert not any(is_same[31:])


def test_a_range_is_deinterlaced_like_the_whole(tmp_path):
    whole = [scene(2 * n) for n in range(60)]
    path = clip(tmp_path / "mixed.mp4", [*whole, *interlaced(60, FieldOrder.TOP_FIRST)])
    info = probe(path)
    with Reader(info, start_seconds=3.2) as reader:
        part = list(reader)
    expected = [frame for frame in frames_of(path) if frame.pts_seconds >= 3.2]
    assert [frame.pts for frame in part] == [frame.pts for frame in expected]
    for ours, theirs in zip(part, expected, strict=True):
        assert np.array_equal(ours.data, theirs.data)


def telecined(tmp_path):
    frames = pulled_down(48)
    return clip(tmp_path / "film.mkv", frames, time_base=Fraction(1001, 30000), codec="ffv1")


def test_film_is_recognised_by_its_rhythm(tmp_path):
    info = probe(telecined(tmp_path))
    assert (info.scan, info.field_order) == (Scan.TELECINED, FieldOrder.TOP_FIRST)


def test_film_gets_its_own_pictures_back(tmp_path):
    frames = frames_of(telecined(tmp_path))
    assert len(frames) == pytest.approx(48, abs=1)
    numbers = []
    for frame in frames:
        errors = [error(frame, scene(2 * n)) for n in range(48)]
        numbers.append(int(np.argmin(errors)))
        assert min(errors) < 2
    assert sorted(set(numbers)) == numbers
    # Each is shown when the film showed it, but for half a picture of video.
    for number, frame in zip(numbers, frames, strict=True):
        assert frame.pts_seconds == pytest.approx(number * 1001 / 24000, abs=0.034)
    steps = np.diff([frame.pts_seconds for frame in frames])
    assert np.mean(np.abs(steps - 1001 / 24000) < 0.0015) > 0.85


def test_film_is_left_as_video_where_that_is_wanted(tmp_path):
    path = telecined(tmp_path)
    assert len(frames_of(path, Deinterlace.OFF)) == len(pulled_down(48))
    assert len(frames_of(path, Deinterlace.FRAME)) == len(pulled_down(48))


def test_video_that_repeats_a_picture_now_and_then_is_no_film(tmp_path):
    frames = interlaced(40, FieldOrder.TOP_FIRST)
    frames[7], frames[21] = frames[6], frames[20]
    assert probe(clip(tmp_path / "video.mkv", frames, codec="ffv1")).scan is Scan.INTERLACED


def test_dv_with_natural_content(tmp_path):
    """FFmpeg's own DV, bottom field first, of two thirds of a real or made moving picture."""
    path = tmp_path / "tape.dv"
    source = "testsrc2=size=720x576:rate=50,format=yuv420p,noise=alls=6:allf=t:all_seed=1"
    command = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", source, "-frames:v", "16"]
    weave = ["-vf", "tinterlace=interleave_bottom", "-target", "pal-dv", str(path)]
    subprocess.run([*command, *weave], check=True, timeout=60)
    info = probe(path)
    assert (info.codec, info.scan) == ("dvvideo", Scan.INTERLACED)
    assert info.field_order is FieldOrder.BOTTOM_FIRST
    assert info.display_width / info.display_height == pytest.approx(4 / 3, rel=0.03)
    combed = combed_of(frames_of(path))
    assert combed["tff"] + combed["bff"] <= 1


@pytest.mark.parametrize("suffix", [".mp4", ".mkv"])
def test_a_picture_for_each_field_is_the_rate_that_players_are_told(tmp_path, suffix):
    source, output = make_clip(tmp_path / "clip.mkv"), tmp_path / f"out{suffix}"
    options = Options(strength=0.0, deinterlace=Deinterlace.FIELD)
    restore(Job(source=source, output=output, options=options), lambda event: None, Event())
    assert len(frame_times(output)) == 20
    (video,) = ffprobe(output, "-select_streams", "v", "-show_streams")["streams"]
    assert (video["r_frame_rate"], video["avg_frame_rate"]) == ("50/1", "50/1")


@pytest.mark.parametrize("suffix", [".mts", ".mp4"])
def test_fields_with_packets_of_their_own_are_one_picture(tmp_path, suffix):
    times = range(2 * 36)
    gray = [16 + scene(time)[time % 2 :: 2, : paff.WIDTH, 0] * (219 / 255) for time in times]
    fields = [field.round().astype(np.uint8) for field in gray]
    path = paff.make_paff(tmp_path / f"camcorder{suffix}", fields)
    info = probe(path)
    assert (info.frame_rate, info.is_variable_frame_rate, info.frame_count) == (25, False, 36)
    assert (info.scan, info.field_order) == (Scan.INTERLACED, FieldOrder.TOP_FIRST)
    start = info.start_seconds
    for way, rate, step in ((Deinterlace.AUTO, 25, 2), (Deinterlace.FIELD, 50, 1)):
        frames = frames_of(path, way)
        seconds = [frame.pts_seconds - start for frame in frames]
        assert seconds == pytest.approx([n / rate for n in range(36 * 2 // step)])
        seen = [scene(step * n)[:, : paff.WIDTH] for n in range(len(frames))]
        errors = [error(frame, truth) for frame, truth in zip(frames, seen, strict=True)]
        assert max(errors[4:-4]) < 5
    output = tmp_path / "out.mp4"
    restore(
        Job(source=path, output=output, options=Options(strength=0.0)),
        lambda event: None,
        Event(),
    )
    (video,) = ffprobe(output, "-select_streams", "v", "-show_streams")["streams"]
    assert float(video["duration"]) == pytest.approx(36 / 25)
