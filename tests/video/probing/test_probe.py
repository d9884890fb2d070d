import json
import os
import subprocess
from fractions import Fraction

import numpy as np
import pytest

from engine.jobs.choices import Crop
from engine.jobs.errors import InputProblem, InputVideoError
from engine.jobs.wire import to_plain
from engine.video.colour import UNNAMED
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader
from tests.video.clips import corner_frame, gray_frame, index_of, make_clip


def problem_of(path):
    with pytest.raises(InputVideoError) as caught:
        probe(path)
    assert caught.value.path == path
    return caught.value.reason


def test_a_plain_clip(tmp_path):
    path = make_clip(tmp_path / "plain.mp4", sound="aac", title="Christmas 1994")
    info = probe(path)
    assert (info.path, info.codec, info.stream_index) == (path, "h264", 0)
    assert (info.width, info.height, info.display_width, info.display_height) == (64, 48, 64, 48)
    assert (info.frame_rate, info.is_variable_frame_rate, info.frame_count) == (25, False, 10)
    assert info.duration_seconds == pytest.approx(0.5, abs=0.03)
    assert (info.bit_depth, info.is_gray, info.is_interlaced) == (8, False, False)
    assert (info.rotation_degrees, info.is_mirrored, info.sample_aspect) == (0, False, 1)
    (track,) = info.sound
    assert (track.codec, track.sample_rate, track.channels) == ("aac", 48000, 1)
    assert track.is_readable
    assert info.title == "Christmas 1994"


def test_the_report_is_json(tmp_path):
    path = make_clip(tmp_path / "clip.mp4", time_base=Fraction(1001, 30000))
    report = json.loads(json.dumps(to_plain(probe(path))))
    assert report["frame_rate"] == "30000/1001"
    assert report["path"] == str(path)
    assert report["colour"]["is_full_range"] is False


def test_names_from_anywhere(tmp_path):
    folder = tmp_path / "Hochzeit – שלום 100%d"
    folder.mkdir()
    assert probe(make_clip(folder / 'o\'clip: "x".mp4')).frame_count == 10


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("is_mirrored", [False, True])
def test_the_display_matrix(tmp_path, rotation, is_mirrored):
    frames = [corner_frame()] * 2
    path = make_clip(
        tmp_path / "turned.mp4",
        times=[0, 1],
        frames=frames,
        rotation=rotation,
        is_mirrored=is_mirrored,
    )
    info = probe(path)
    assert info.is_mirrored is is_mirrored
    assert info.display_width == (48 if rotation in (90, 270) else 64)


def test_pixels_that_are_not_square(tmp_path):
    info = probe(make_clip(tmp_path / "dv.mp4", sample_aspect=Fraction(16, 15)))
    assert info.sample_aspect == Fraction(16, 15)
    assert (info.display_width, info.display_height) == (68, 48)


def test_a_nonsense_aspect_is_ignored(tmp_path):
    assert probe(make_clip(tmp_path / "odd.mp4", sample_aspect=Fraction(50))).sample_aspect == 1


@pytest.mark.parametrize(
    ("height", "matrix"), [(576, 6), (480, 6), (578, 1)], ids=["PAL", "NTSC", "HD"]
)
def test_colour_without_tags_goes_by_the_lines(tmp_path, height, matrix):
    frames = [gray_frame(0, 64, height)]
    colour = probe(make_clip(tmp_path / "clip.mp4", times=[0], frames=frames)).colour
    assert (colour.matrix, colour.primaries, colour.transfer) == (matrix, UNNAMED, matrix)
    assert not colour.is_tagged
    assert not colour.is_full_range


def test_colour_tags_are_believed(tmp_path):
    colour = probe(make_clip(tmp_path / "clip.mp4", matrix=1, colour_range=2, transfer=1)).colour
    assert (colour.matrix, colour.transfer) == (1, 1)
    assert colour.is_tagged
    assert colour.is_full_range


@pytest.mark.parametrize("transfer", [16, 18], ids=["PQ", "HLG"])
def test_hdr_is_recognised_by_its_transfer(tmp_path, transfer):
    path = make_clip(tmp_path / "hdr.mp4", pixel_format="yuv420p10le", transfer=transfer)
    colour = probe(path).colour
    assert colour.is_hdr
    # Nothing but the transfer is tagged; the rest of BT.2100 goes with it.
    assert (colour.matrix, colour.primaries, colour.transfer) == (9, 9, transfer)


def test_uneven_frame_times(tmp_path):
    path = make_clip(
        tmp_path / "vfr.mp4", times=[0, 40, 110, 130, 250, 300], time_base=Fraction(1, 1000)
    )
    assert probe(path).is_variable_frame_rate


def test_one_gap_is_not_an_uneven_rhythm(tmp_path):
    times = [*range(12), *range(15, 27)]
    info = probe(make_clip(tmp_path / "gap.mp4", times=times))
    assert not info.is_variable_frame_rate
    assert info.frame_rate == 25


def test_ten_bits(tmp_path):
    assert probe(make_clip(tmp_path / "ten.mp4", pixel_format="yuv420p10le")).bit_depth == 10


@pytest.mark.parametrize(("bars", "crop"), [(0, None), (16, Crop(0, 16, 128, 64))])
def test_black_borders_are_found(tmp_path, bars, crop):
    rng = np.random.default_rng(1)
    frames = [rng.integers(90, 200, (96, 128, 3), np.uint8) for _ in range(4)]
    for rgb in frames:
        rgb[:bars], rgb[96 - bars :] = 4, 4
    path = make_clip(tmp_path / "wide.mp4", times=range(4), frames=frames)
    assert probe(path).borders_crop == crop


def test_a_dark_scene_has_no_borders(tmp_path):
    """A room that gets darker towards its ceiling."""
    rows = (2.0 * np.arange(96) - 30).clip(0, 255).astype(np.uint8)
    frames = [np.repeat(np.repeat(rows[:, None, None], 128, 1), 3, 2)] * 4
    path = make_clip(tmp_path / "room.mp4", times=range(4), frames=frames)
    assert probe(path).borders_crop is None


def test_letters_on_black_have_no_borders(tmp_path):
    rgb = np.zeros((96, 128, 3), np.uint8)
    rgb[28:68, 20:108:3] = 255
    path = make_clip(tmp_path / "titles.mp4", times=range(4), frames=[rgb] * 4)
    assert probe(path).borders_crop is None


def test_when_each_stream_starts(tmp_path):
    path = make_clip(tmp_path / "late.mkv", times=range(10, 20), sound="aac", sound_start=0.2)
    info = probe(path)
    assert info.first_picture_seconds == pytest.approx(0.4, abs=0.001)
    assert info.sound[0].start_seconds == pytest.approx(0.2, abs=0.03)


def test_a_length_that_the_container_overstates_is_measured(tmp_path):
    path = make_clip(tmp_path / "cut.avi", times=range(20), codec="mjpeg", pixel_format="yuvj420p")
    data = bytearray(path.read_bytes())
    # The stream header's number of frames and the main header's: as if an hour were there.
    for name, offset in ((b"avih", 24), (b"strh", 40)):
        place = data.index(name) + offset
        data[place : place + 4] = (90_000).to_bytes(4, "little")
    path.write_bytes(data)
    assert probe(path).duration_seconds == pytest.approx(0.8, abs=0.05)


def test_what_was_found_is_found_anew_when_the_file_changes(tmp_path):
    path = make_clip(tmp_path / "clip.mp4")
    assert probe(path).frame_count == 10
    make_clip(path, times=range(7))
    assert probe(path).frame_count == 7


def test_gray(tmp_path):
    info = probe(make_clip(tmp_path / "gray.mkv", codec="ffv1", pixel_format="gray"))
    assert info.is_gray
    assert info.colour.is_full_range


def test_what_is_not_there(tmp_path):
    assert problem_of(tmp_path / "nothing.mp4") is InputProblem.NOT_FOUND


def test_a_folder(tmp_path):
    assert problem_of(tmp_path) is InputProblem.IS_FOLDER


def test_an_empty_file(tmp_path):
    (tmp_path / "empty.mp4").touch()
    assert problem_of(tmp_path / "empty.mp4") is InputProblem.EMPTY_FILE


@pytest.mark.parametrize("name", ["letter.mp4", "letter.txt", "letter.srt"])
def test_text(tmp_path, name):
    path = tmp_path / name
    path.write_text("1\n00:00:01,000 --> 00:00:02,000\nDear grandmother,\n" * 20)
    assert problem_of(path) is InputProblem.NOT_A_VIDEO


def test_a_playlist_is_not_followed(tmp_path):
    make_clip(tmp_path / "real.ts")
    path = tmp_path / "list.m3u8"
    path.write_text("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nreal.ts\n#EXT-X-ENDLIST\n")
    assert problem_of(path) is InputProblem.NOT_A_VIDEO


def test_sound_only(tmp_path):
    path = make_clip(tmp_path / "clip.mp4", sound="aac")
    import av

    with av.open(str(path)) as source, av.open(str(tmp_path / "sound.m4a"), "w") as output:
        stream = output.add_stream_from_template(source.streams.audio[0])
        for packet in source.demux(source.streams.audio[0]):
            if packet.size:
                packet.stream = stream
                output.mux(packet)
    assert problem_of(tmp_path / "sound.m4a") is InputProblem.NO_PICTURE


def test_a_file_that_is_cut_off_is_no_failing_disk(tmp_path):
    path = make_clip(tmp_path / "clip.webm", codec="libvpx-vp9", options={"deadline": "realtime"})
    path.write_bytes(path.read_bytes()[:389])
    assert problem_of(path) is InputProblem.NOT_A_VIDEO


def test_a_disk_that_fails_is_told_from_a_file_that_is_cut_off(tmp_path, monkeypatch):
    path = make_clip(tmp_path / "clip.webm", codec="libvpx-vp9", options={"deadline": "realtime"})
    path.write_bytes(path.read_bytes()[:389])
    monkeypatch.setattr("engine.video.reading.decoder._is_unreadable", lambda *_: True)
    assert problem_of(path) is InputProblem.READ_FAILED


def test_packets_that_are_noise(tmp_path):
    path = make_clip(tmp_path / "clip.mp4")
    data = path.read_bytes()
    start, end = data.index(b"mdat") + 4, data.index(b"moov") - 4
    path.write_bytes(data[:start] + b"\x5a" * (end - start) + data[end:])
    assert problem_of(path) is InputProblem.NOTHING_DECODES


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads anything")
def test_no_permission(tmp_path):
    path = make_clip(tmp_path / "clip.mp4")
    path.chmod(0)
    assert problem_of(path) is InputProblem.NO_PERMISSION


@pytest.mark.parametrize(
    ("suffix", "codec"), [("h264", "libx264"), ("m2v", "mpeg2video"), ("mjpeg", "mjpeg")]
)
def test_a_stream_without_a_container(tmp_path, suffix, codec):
    pixel_format = "yuvj420p" if codec == "mjpeg" else "yuv420p"
    path = make_clip(tmp_path / f"bare.{suffix}", codec=codec, pixel_format=pixel_format)
    info = probe(path)
    assert (info.codec, info.frame_rate, info.frame_count) == (
        {"libx264": "h264"}.get(codec, codec),
        25,
        10,
    )
    assert info.duration_seconds == pytest.approx(0.4)
    with Reader(info) as reader:
        frames = [(float(frame.pts * frame.time_base), index_of(frame.data)) for frame in reader]
    start = frames[0][0]
    assert [(pytest.approx(n / 25), n) for n in range(10)] == [(s - start, n) for s, n in frames]


def test_motion_jpeg_without_a_container_is_no_single_picture(tmp_path):
    path = tmp_path / "camera.mjpg"
    pattern = ["-f", "lavfi", "-i", "testsrc2=size=320x240:rate=25:duration=0.4"]
    command = ["ffmpeg", "-v", "error", *pattern, "-c:v", "mjpeg", "-f", "mjpeg", str(path)]
    subprocess.run(command, check=True, timeout=60)
    assert (probe(path).codec, probe(path).frame_count) == ("mjpeg", 10)
    path.write_bytes(b"\xff\xd8\xff" + bytes(3000))
    assert problem_of(path) in {InputProblem.NOT_A_VIDEO, InputProblem.NOTHING_DECODES}
