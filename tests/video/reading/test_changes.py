"""Sources whose shape, colours or times change in mid-stream, or are not stated at all."""

from fractions import Fraction

import numpy as np
import pytest

from engine.jobs.choices import Colours
from engine.jobs.events import WarningKind
from engine.jobs.options import Options
from engine.video.facts import as_chosen
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader
from engine.video.timeline import DecodingTimes, FrameClock
from tests.video.clips import frame_times, make_clip
from tests.video.reported import kinds, restored, run_ffmpeg, shelved, tone_hz


def frames_of(path, options=None):
    info = probe(path)
    with Reader(info if options is None else as_chosen(info, options)) as reader:
        return list(reader)


def joined(tmp_path, *parts, codec="mpeg2video"):
    """Half a second of gray for each of ``parts``, which are filters and options, in one file."""
    data = b""
    for number, (filters, options) in enumerate(parts):
        part = tmp_path / f"{number}.ts"
        run_ffmpeg(
            *("-f", "lavfi", "-i", "color=gray:s=160x120:r=24:d=0.5", "-vf", filters),
            *("-c:v", codec, *options, "-output_ts_offset", number / 2, part),
        )
        data += part.read_bytes()
    path = tmp_path / "joined.ts"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("shapes", "dark"),
    [
        (("4/3", "16/9"), np.s_[:12, :]),
        (("16/9", "4/3"), np.s_[:, :16]),
    ],
)
def test_each_picture_keeps_its_shape(tmp_path, shapes, dark):
    path = joined(tmp_path, *((f"setdar={shape}", ("-q:v", 3)) for shape in shapes))
    first, *_, last = (frame.data for frame in frames_of(path))
    assert first.shape == last.shape
    assert first[dark].mean() > 100
    assert last[dark].mean() < 5
    assert last[60, 80].mean() == pytest.approx(first[60, 80].mean(), abs=3)
    assert WarningKind.SIZE_CHANGED in kinds(restored(path, tmp_path / "out.mp4"))


def test_a_tape_is_of_the_shape_it_begins_with(tmp_path):
    data = b""
    for shape in ("4/3", "16/9"):
        part = tmp_path / "part.dv"
        run_ffmpeg(
            *("-f", "lavfi", "-i", "testsrc2=s=720x576:r=25:d=0.2", "-pix_fmt", "yuv420p"),
            *("-aspect", shape, "-c:v", "dvvideo", part),
        )
        data += part.read_bytes()
    path = tmp_path / "tape.dv"
    path.write_bytes(data)
    assert float(probe(path).sample_aspect) == pytest.approx(16 / 15, abs=0.03)
    assert frames_of(path)[-1].data[:60].mean() < 5


@pytest.mark.parametrize("first", [0, 1])
def test_each_picture_keeps_its_range(tmp_path, first):
    named = ("-colorspace", "smpte170m", "-qp", 1)  # else the encoder names no range either
    limited = ("format=yuv420p", ("-color_range", "tv", *named, "-bf", 0))
    full = ("scale=out_range=full,format=yuvj420p", ("-color_range", "pc", *named, "-bf", 0))
    parts = (limited, full)[:: -1 if first else 1]
    path = joined(tmp_path, *parts, codec="libx264")
    levels = [float(frame.data.mean()) for frame in frames_of(path)]
    assert levels[0] == pytest.approx(levels[-1], abs=1)


def test_each_picture_keeps_its_matrix(tmp_path):
    """Unless the user says which one it is."""
    red = "drawbox=c=red:t=fill"
    parts = [
        (f"{red},scale=out_color_matrix={name},format=yuv420p", ("-colorspace", tag, "-qp", 1))
        for name, tag in (("bt601", "smpte170m"), ("bt709", "bt709"))
    ]
    path = joined(tmp_path, *parts, codec="libx264")
    first, *_, last = (frame.data.mean(axis=(0, 1)) for frame in frames_of(path))
    assert np.abs(first - last).max() < 3
    chosen = frames_of(path, Options(colours=Colours.BT601))
    assert np.abs(chosen[-1].data.mean(axis=(0, 1)) - first).max() > 10


def test_a_pause_of_more_than_an_hour_is_kept(tmp_path):
    times = [*range(10), *range(4_000_000, 4_000_010)]
    path = make_clip(tmp_path / "in.mkv", times=times, time_base=Fraction(1, 1000))
    assert [round(f.pts_seconds) for f in frames_of(path)][9:11] == [0, 4000]
    warnings = restored(path, tmp_path / "out.mkv")
    assert WarningKind.DAMAGE not in kinds(warnings)
    assert frame_times(tmp_path / "out.mkv")[10] == pytest.approx(4000)


@pytest.mark.parametrize("options", [("-bf", 2), ("-bf", 3, "-b_strategy", 0), ("-bf", 0)], ids=str)
def test_h264_in_avi_comes_evenly(tmp_path, options):
    film, path = tmp_path / "a.mp4", tmp_path / "in.avi"
    run_ffmpeg("-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=2", "-c:v", "libx264", *options, film)
    run_ffmpeg("-i", film, "-c", "copy", path)
    seconds = [frame.pts_seconds for frame in frames_of(path)]
    assert np.diff(seconds) == pytest.approx([0.04] * 49)
    mp4, avi = ([f.data.mean() for f in frames_of(p)] for p in (film, path))
    assert mp4 == avi


def test_the_last_slide_is_shown_as_long_as_the_file_says():
    frames = frames_of(shelved("slideshow_last_short.mp4"))
    assert [float(f.duration * f.time_base) for f in frames] == pytest.approx([10, 10, 10, 0.04])


def test_two_pictures_never_share_a_millisecond():
    clock = FrameClock(3600, 90)
    times = [clock.stamp(time, None) for time in (0, 3600, 3600, 3610, 7200)]
    assert times == [0, 3600, 3690, 3780, 7200]
    fast = FrameClock(90, 90)
    assert [fast.stamp(time, None) for time in (0, 90, 180)] == [0, 90, 180]


def test_times_of_decoding_leave_a_gap_for_a_lost_picture():
    times = DecodingTimes()
    shown = [("a", 0), ("c", 4), ("b", 2), ("e", 8), ("g", 10)]  # 6 was lost
    found = [pair for picture, time in shown for pair in times.push(picture, time)]
    assert [*found, *times.finish()] == [("a", 0), ("c", 2), ("b", 4), ("e", 8), ("g", 10)]


def test_the_clear_part_of_a_scrambled_recording_is_in_step(tmp_path):
    path = tmp_path / "in.ts"
    run_ffmpeg(
        *("-f", "lavfi", "-i", "testsrc2=s=160x120:r=25:d=6"),
        *("-f", "lavfi", "-i", "sine=440:d=6", "-c:v", "mpeg2video", "-g", 6, "-c:a", "aac", path),
    )
    data, noise = bytearray(path.read_bytes()), np.random.default_rng(1)
    for start in range(0, len(data) * 2 // 5, 188):
        identifier = (data[start + 1] & 31) << 8 | data[start + 2]
        if identifier < 0x100:
            continue
        data[start + 3] |= 0x80
        # The heads of the packets are often left clear.
        skip = 4 + (data[start + 4] + 1 if data[start + 3] & 0x20 else 0)
        begin = start + skip + (20 if data[start + 1] & 0x40 else 0)
        data[begin : start + 188] = noise.bytes(max(0, start + 188 - begin))
    path.write_bytes(data)
    output = tmp_path / "out.mp4"
    restored(path, output)
    assert frame_times(output)[-1] == pytest.approx(6, abs=0.2)
    assert tone_hz(output, start=0.7)[0] == pytest.approx(440, abs=5)
    info = probe(output)
    assert info.sound[0].codec == "aac"
