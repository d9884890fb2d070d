import dataclasses
from fractions import Fraction

import numpy as np
import pytest

from engine.jobs.choices import Crop
from engine.jobs.errors import InputProblem, InputVideoError
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader, still, thumbnail
from tests.video.clips import corner_frame, frame_times, gray_frame, index_of, level, make_clip

MILLISECOND = Fraction(1, 1000)


def read(path, **options):
    with Reader(probe(path), **options) as reader:
        return list(reader)


def test_every_frame_once_at_its_own_time(tmp_path):
    times = [0, 40, 110, 130, 250, 300]
    path = make_clip(tmp_path / "vfr.mp4", times=times, time_base=MILLISECOND)
    frames = read(path)
    assert [index_of(frame.data) for frame in frames] == list(range(6))
    assert [frame.pts_seconds for frame in frames] == frame_times(path)
    assert [round(frame.pts_seconds * 1000) for frame in frames] == times


def test_levels_are_those_that_were_encoded(tmp_path):
    frame = read(make_clip(tmp_path / "clip.mp4"))[3]
    assert frame.data.dtype == np.uint8
    assert frame.data.shape == (48, 64, 3)
    assert frame.data.flags.c_contiguous
    assert np.abs(frame.data.astype(int) - level(3)).max() <= 1


def test_ten_bits_are_kept(tmp_path):
    frames = read(make_clip(tmp_path / "ten.mp4", pixel_format="yuv420p10le"))
    assert frames[0].data.dtype == np.uint16
    assert np.abs(frames[3].data / 257 - level(3)).max() <= 1


@pytest.mark.parametrize("colour_range", [1, 2], ids=["limited", "full"])
@pytest.mark.parametrize("pixel_format", ["yuv420p", "yuv420p10le"])
def test_white_is_white_and_black_is_black(tmp_path, pixel_format, colour_range):
    path = make_clip(
        tmp_path / "clip.mp4",
        times=[0],
        frames=[corner_frame()],
        pixel_format=pixel_format,
        colour_range=colour_range,
    )
    (frame,) = read(path)
    peak = np.iinfo(frame.data.dtype).max
    assert frame.data[4, 4].min() >= peak * 0.99
    assert frame.data[-4, -4].max() <= peak * 0.01


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("is_mirrored", [False, True])
def test_pictures_come_upright(tmp_path, rotation, is_mirrored):
    path = make_clip(
        tmp_path / "turned.mp4",
        times=[0, 1],
        frames=[corner_frame()] * 2,
        rotation=rotation,
        is_mirrored=is_mirrored,
    )
    # What ffmpeg itself shows, as it turns pictures by the display matrix.
    import subprocess

    command = ["ffmpeg", "-v", "error", "-i", path, "-frames:v", "1", "-f", "rawvideo"]
    shown = subprocess.run([*command, "-pix_fmt", "gray", "-"], capture_output=True, check=True)
    with Reader(probe(path)) as reader:
        frame = next(iter(reader))
        assert frame.data.shape == (reader.height, reader.width, 3)
    expected = np.frombuffer(shown.stdout, np.uint8).reshape(reader.height, reader.width)
    assert np.array_equal(frame.data[..., 1] > 127, expected > 127)


def test_pixels_that_are_not_square_turn_as_well(tmp_path):
    path = make_clip(tmp_path / "clip.mp4", sample_aspect=Fraction(4, 3), rotation=90)
    assert Reader(probe(path)).sample_aspect == Fraction(3, 4)


def test_a_crop_counts_stored_pixels(tmp_path):
    path = make_clip(tmp_path / "clip.mp4", times=[0, 1], frames=[corner_frame()] * 2, rotation=90)
    with Reader(probe(path), crop=Crop(0, 0, 40, 24)) as reader:
        assert (reader.width, reader.height) == (24, 40)
        frame = next(iter(reader))
    # Turned clockwise, the white top left corner is at the top; the crop kept all its lines.
    assert frame.data[:30].min() > 240
    assert frame.data[34:].max() < 15


def test_a_crop_outside_is_refused(tmp_path):
    info = probe(make_clip(tmp_path / "clip.mp4"))
    with pytest.raises(InputVideoError) as caught:
        Reader(info, crop=Crop(40, 0, 40, 10))
    assert caught.value.reason is InputProblem.CROP_OUTSIDE


def test_a_range_is_half_open(tmp_path):
    path = make_clip(tmp_path / "clip.mp4", times=range(20))
    frames = read(path, start_seconds=0.2, end_seconds=0.4)
    assert [index_of(frame.data) for frame in frames] == [5, 6, 7, 8, 9]


def test_a_late_start_counts_from_the_container(tmp_path):
    path = make_clip(tmp_path / "late.mp4", times=range(10, 20), sound="aac")
    frames = read(path, start_seconds=0.4, end_seconds=0.44)
    assert [frame.pts_seconds for frame in frames] == [pytest.approx(0.4)]


def test_a_range_far_inside_is_the_same_as_reading_it_all(tmp_path):
    times = [0, *range(190, 215)]
    path = make_clip(tmp_path / "long.mp4", times=times, gop=3)
    everything = [frame for frame in read(path) if 8.0 <= frame.pts_seconds < 8.3]
    part = read(path, start_seconds=8.0, end_seconds=8.3)
    assert [frame.pts for frame in part] == [frame.pts for frame in everything]
    for ours, theirs in zip(part, everything, strict=True):
        assert np.array_equal(ours.data, theirs.data)


def test_an_index_that_leads_behind_the_range_is_not_believed(tmp_path, monkeypatch):
    path = make_clip(tmp_path / "long.mp4", times=[0, *range(190, 215)], gop=3)
    expected = [frame.pts for frame in read(path, start_seconds=8.0)]
    # As if the seek had gone to the last pictures.
    monkeypatch.setattr("engine.video.reading.reader._PREROLL_SECONDS", -9.0)
    assert [frame.pts for frame in read(path, start_seconds=8.0)] == expected


def test_an_empty_sample_does_not_end_the_film(tmp_path):
    path = make_clip(tmp_path / "clip.mov", codec="mjpeg", pixel_format="yuvj420p")
    data = bytearray(path.read_bytes())
    # The table of sample sizes: type, version, common size, count, then four bytes for each.
    fourth = data.index(b"stsz") + 16 + 3 * 4
    data[fourth : fourth + 4] = bytes(4)
    path.write_bytes(data)
    assert [frame.pts_seconds for frame in read(path)] == frame_times(path)
    assert len(frame_times(path)) == 9


def test_a_range_without_frames_is_refused(tmp_path):
    with pytest.raises(InputVideoError) as caught:
        read(make_clip(tmp_path / "clip.mp4"), start_seconds=5.0)
    assert caught.value.reason is InputProblem.NO_FRAME_IN_RANGE


def damaged(tmp_path):
    """A clip of single pictures, five of whose packets are noise."""
    path = make_clip(tmp_path / "clip.avi", times=range(20), codec="mjpeg", pixel_format="yuvj420p")
    import av

    with av.open(str(path)) as container:
        packets = [(packet.pos, packet.size) for packet in container.demux(video=0) if packet.size]
    data = bytearray(path.read_bytes())
    for pos, size in packets[5:10]:
        data[pos + 16 : pos + size - 16] = b"\x00" * (size - 32)
    path.write_bytes(data)
    return path


def test_what_does_not_decode_leaves_a_gap_and_is_counted(tmp_path):
    with Reader(probe(damaged(tmp_path))) as reader:
        frames = list(reader)
        assert reader.damaged_count == 5
    assert [index_of(frame.data) for frame in frames] == [*range(5), *range(10, 20)]
    assert [frame.pts for frame in frames] == [*range(5), *range(10, 20)]


def test_damage_outside_the_range_is_not_counted(tmp_path):
    with Reader(probe(damaged(tmp_path)), start_seconds=0.44) as reader:
        assert len(list(reader)) == 9
        assert reader.damaged_count == 0


def test_a_size_that_changes_keeps_the_first(tmp_path):
    """Two MPEG transport streams of different size, one after the other."""
    first = make_clip(tmp_path / "a.ts", codec="mpeg2video", times=range(5))
    later = [gray_frame(i, 96, 80) for i in range(5, 10)]
    second = make_clip(tmp_path / "b.ts", codec="mpeg2video", times=range(5, 10), frames=later)
    path = tmp_path / "both.ts"
    path.write_bytes(first.read_bytes() + second.read_bytes())
    with Reader(probe(path)) as reader:
        frames = list(reader)
        assert reader.size_changed
    assert {frame.data.shape for frame in frames} == {(48, 64, 3)}
    assert [frame.pts_seconds for frame in frames] == pytest.approx(frame_times(path))


def test_gray_without_tags_is_full_range_and_with_tags_is_believed(tmp_path):
    path = make_clip(tmp_path / "gray.mkv", times=[0, 1], codec="ffv1", pixel_format="gray")
    info = probe(path)
    (full, _) = read(path)
    limited = dataclasses.replace(info.colour, is_full_range=False)
    with Reader(dataclasses.replace(info, colour=limited)) as reader:
        stretched = next(iter(reader)).data[0, 0, 0]
    assert stretched == round((int(full.data[0, 0, 0]) - 16) * 255 / 219)


def test_a_thumbnail_is_upright_square_and_not_black(tmp_path):
    black = [np.zeros((48, 64, 3), np.uint8)] * 5
    path = make_clip(
        tmp_path / "fade.mp4",
        times=range(8),
        frames=[*black, *[gray_frame(10)] * 3],
        sample_aspect=Fraction(4, 3),
        rotation=90,
    )
    picture = thumbnail(probe(path), long_side=32)
    # 64 x 48 at 4:3, turned, shows as 48 x 85.
    assert (picture.width, picture.height) == (18, 32)
    assert len(picture.rgb) == 18 * 32 * 3
    assert min(picture.rgb) > 90


@pytest.mark.parametrize(("frames_black", "gop"), [(20, 250), (70, 12)])
def test_a_thumbnail_is_not_black_where_a_film_begins_late(tmp_path, frames_black, gop):
    black = [np.zeros((48, 64, 3), np.uint8)] * frames_black
    shown = [gray_frame(10)] * (100 - frames_black)
    path = make_clip(tmp_path / "late.mp4", times=range(100), frames=[*black, *shown], gop=gop)
    assert min(thumbnail(probe(path), long_side=32).rgb) > 90


def test_a_thumbnail_of_a_film_that_fades_in_is_its_brightest_early_picture(tmp_path):
    levels = [0, 0, *range(2, 32, 3), *[90] * 20]
    frames = [np.full((48, 64, 3), level, np.uint8) for level in levels]
    path = make_clip(tmp_path / "fade.mp4", times=[4 * n for n in range(32)], frames=frames)
    assert min(thumbnail(probe(path), long_side=32).rgb) > 80


def test_a_thumbnail_of_a_black_film_is_black(tmp_path):
    black = [np.zeros((48, 64, 3), np.uint8)] * 60
    path = make_clip(tmp_path / "night.mp4", times=range(60), frames=black)
    assert max(thumbnail(probe(path), long_side=32).rgb) < 10


@pytest.mark.parametrize(("at", "index"), [(0.0, 0), (0.19, 4), (0.2, 5), (99.0, 9), (-1.0, 0)])
def test_a_still_is_the_picture_shown_then(tmp_path, at, index):
    picture = still(probe(make_clip(tmp_path / "clip.mp4")), at_seconds=at, long_side=64)
    assert index_of(np.frombuffer(picture.rgb, np.uint8)) == index
