"""Closed captions go from the pictures of a source to the new ones, each at its time."""

import re
from dataclasses import replace

import av
import pytest

from engine.jobs.choices import Codec, Container, Deinterlace, SizeByFactor
from engine.jobs.events import Warned, WarningKind
from engine.jobs.options import Job, Options
from engine.video.facts import PictureExtra
from engine.video.probing.probe import probe
from engine.video.side_data import side_data_of
from engine.video.writing.captions import _before_slice, _escaped, _inserted, _spread
from tests.video.clips import ffprobe, gray_frame, make_clip
from tests.video.interrupted import Run
from tests.video.reported import run_ffmpeg

PLAIN = Options(strength=0.0, size=SizeByFactor(1), container=Container.MKV)
FIELD_ONE, FILLING = 0xFC, b"\xf9\0\0"
"""cc_valid with a type, as CTA-708 has it, and what stands for nothing."""


def caption(number):
    """What picture ``number`` says, with bytes that look like start codes."""
    return bytes([FIELD_ONE, number + 1, 0]) + b"\xfc\0\0" + b"\xfc\1\0" + FILLING


def captioned(tmp_path, count=20, *, first=0, suffix=".ts"):
    """MPEG-2 with ATSC user data in each picture from ``first`` on."""
    plain = make_clip(
        tmp_path / "a.mkv",
        codec="ffv1",
        pixel_format="yuv420p",
        times=range(count),
        frames=[gray_frame(number % 20) for number in range(count)],
    )
    stream = tmp_path / "plain.m2v"
    run_ffmpeg("-i", plain, "-c:v", "mpeg2video", "-q:v", "2", "-bf", "0", "-g", "9", stream)
    data, *pictures = re.split(b"(?=\0\0\1\\x00)", stream.read_bytes())
    for number, picture in enumerate(pictures):
        text = caption(number)
        user = b"\0\0\1\xb2GA94\x03" + bytes([0x40 | len(text) // 3, 0xFF]) + text + b"\xff"
        at = picture.find(b"\0\0\1\1")
        data += picture[:at] + (user if number >= first else b"") + picture[at:]
    stream.write_bytes(data)
    source = tmp_path / f"film{suffix}"
    run_ffmpeg("-fflags", "+genpts", "-r", "25", "-i", stream, "-c", "copy", source)
    return source


def captions_of(path):
    with av.open(str(path)) as film:
        return [side_data_of(frame).get("A53_CC", b"") for frame in film.decode(video=0)]


def render(source, output, **options):
    run = Run(Job(source=source, output=output, options=replace(PLAIN, **options)))
    return {warned.kind for warned in run.of(Warned)}


@pytest.mark.parametrize(
    ("codec", "suffix"),
    [
        (Codec.H264, ".mp4"),
        (Codec.H264, ".mkv"),
        (Codec.HEVC, ".mp4"),
        (Codec.AV1, ".mkv"),
    ],
)
def test_captions_are_kept(tmp_path, codec, suffix):
    source, output = captioned(tmp_path), tmp_path / f"out{suffix}"
    assert captions_of(source) == [caption(number) for number in range(20)]
    assert PictureExtra.CAPTIONS in probe(source).picture_extras
    told = render(source, output, codec=codec, container=Container(suffix[1:]))
    assert WarningKind.CAPTIONS_DROPPED not in told
    assert captions_of(output) == [caption(number) for number in range(20)]
    if codec is Codec.AV1:
        return  # an ffprobe of today's distributions does not look for them there
    frames = ffprobe(output, "-show_frames")["frames"]
    kinds = [data["side_data_type"] for frame in frames for data in frame["side_data_list"]]
    assert kinds.count("ATSC A53 Part 4 Closed Captions") == 20


@pytest.mark.parametrize("codec", [Codec.PRORES, Codec.FFV1, Codec.PNG])
def test_where_they_cannot_be_kept_that_is_said(tmp_path, codec):
    source = captioned(tmp_path)
    told = render(source, tmp_path / "out", codec=codec, container=None)
    assert WarningKind.CAPTIONS_DROPPED in told


def test_a_range_has_its_own_captions(tmp_path):
    source, output = captioned(tmp_path, 100), tmp_path / "out.mkv"
    render(source, output, start_seconds=2.4, end_seconds=2.8)
    assert captions_of(output) == [caption(number) for number in range(60, 70)]


def test_captions_that_begin_late_are_found(tmp_path):
    source, output = captioned(tmp_path, 250, first=60, suffix=".mpg"), tmp_path / "out.mkv"
    assert WarningKind.CAPTIONS_DROPPED not in render(source, output)
    assert captions_of(output) == [
        caption(number) if number >= 60 else b"" for number in range(250)
    ]


def test_a_picture_for_each_field_has_captions_in_the_first(tmp_path):
    source, output = captioned(tmp_path), tmp_path / "out.mkv"
    render(source, output, deinterlace=Deinterlace.FIELD)
    assert captions_of(output)[::2] == [caption(number) for number in range(20)]
    assert not any(captions_of(output)[1::2])


def test_a_render_that_goes_on_has_all_of_them(tmp_path):
    source, output = captioned(tmp_path), tmp_path / "out.mkv"
    job = Job(source=source, output=output, options=PLAIN)
    Run(job, stop_after=9)
    assert Run(job).started.frames_done > 0
    assert captions_of(output) == [caption(number) for number in range(20)]


def test_pictures_that_are_left_out_hand_their_captions_on():
    found = {0: b"abc" * 20, 1: b"def" * 30, 2: b"ghi"}
    assert _spread([5, 7, 9], found) == {
        5: b"abc" * 20,
        7: b"def" * 30,
        9: b"ghi",
    }
    assert _spread([5, 7], {0: b"abc" * 40}) == {5: b"abc" * 31, 7: b"abc" * 9}
    assert _spread([5, 7], {}) == {}


def test_no_start_code_arises_within_a_message():
    assert _escaped(b"\0\0\0\0\1\0\0\4\0\0\3") == b"\0\0\3\0\0\3\1\0\0\4\0\0\3\3"


@pytest.mark.parametrize("is_by_start_code", [True, False])
def test_the_message_comes_before_the_picture(is_by_start_code):
    units = [b"\x09\x10", b"\x06\x05\x01\x00\x80", b"\x65\x88\x84", b"\x41\x9a"]
    starts = [b"\0\0\0\1", b"\0\0\1", b"\0\0\1", b"\0\0\1"]
    if not is_by_start_code:
        starts = [len(unit).to_bytes(4, "big") for unit in units]
    pieces = [start + unit for start, unit in zip(starts, units, strict=True)]
    picture = b"".join(pieces)
    place = _before_slice(picture, Codec.H264, is_by_start_code=is_by_start_code)
    assert place == len(pieces[0] + pieces[1])
    changed = _inserted(picture, caption(1), Codec.H264)
    assert changed.startswith(picture[:place])
    assert changed.endswith(picture[place:])
