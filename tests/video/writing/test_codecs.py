"""Encoders: what they are asked for, whether they work, and what other programs make of it."""

import re
import struct
import subprocess
import sys
from fractions import Fraction
from threading import Event
from types import SimpleNamespace

import av
import numpy as np
import pytest

from engine.jobs.choices import QUALITIES, Codec, Container, Encoder
from engine.jobs.events import WarningKind
from engine.jobs.options import Job, Options
from engine.rendering.output import resolved
from engine.rendering.render import restore
from engine.video.probing.probe import probe
from engine.video.writing import codecs
from engine.video.writing.codecs import choose_encoder, encoders_of_cards
from tests.video.clips import FIRST_LEVEL, STEP, ffprobe, frame_times, make_clip
from tests.video.writing.test_writer import copy, pixels_of, video_of


@pytest.mark.parametrize(
    ("codec", "suffix", "tag", "stored"),
    [
        (Codec.H264, ".mp4", "avc1", ("yuv420p", "High")),
        (Codec.H264, ".mov", "avc1", ("yuv420p", "High")),
        (Codec.HEVC, ".mp4", "hvc1", ("yuv420p", "Main")),
        (Codec.HEVC, ".mov", "hvc1", ("yuv420p", "Main")),
        (Codec.AV1, ".mp4", "av01", ("yuv420p", "Main")),
        (Codec.AV1, ".mkv", None, ("yuv420p", "Main")),
        (Codec.PRORES, ".mov", "apch", ("yuv422p10le", "HQ")),
        (Codec.PRORES, ".mkv", None, ("yuv422p10le", "HQ")),
    ],
)
def test_another_program_plays_it(tmp_path, codec, suffix, tag, stored):
    times = [0, 40, 110, 130, 250, 300, 333, 366]
    source = make_clip(tmp_path / "vfr.mp4", times=times, time_base=Fraction(1, 1000), sound="aac")
    output = tmp_path / f"out{suffix}"
    copy(source, output, codec=codec, container=Container(suffix[1:]), preset="medium")
    assert frame_times(output) == pytest.approx([time / 1000 for time in times], abs=0.0006)
    levels = [np.median(rgb) for rgb in pixels_of(output)]
    expected = [FIRST_LEVEL + STEP * number for number in range(len(times))]
    assert levels == pytest.approx(expected, abs=1.5)
    video = video_of(output)
    names = ("color_space", "color_primaries", "color_transfer")
    assert [video[name] for name in names] == ["smpte170m"] * 3
    assert video["color_range"] == "tv"
    assert (video["pix_fmt"], video["profile"]) == stored
    if tag:
        assert video["codec_tag_string"] == tag


@pytest.mark.parametrize("suffix", [".mp4", ".mov"])
def test_it_can_be_played_while_it_is_fetched(tmp_path, suffix):
    output = tmp_path / f"out{suffix}"
    copy(make_clip(tmp_path / "clip.mp4"), output, container=Container(suffix[1:]))
    data = output.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")


@pytest.mark.parametrize("codec", [Codec.H264, Codec.HEVC, Codec.AV1])
def test_quality_sets_the_size(tmp_path, codec):
    rng = np.random.default_rng(1)
    frames = [rng.integers(0, 256, (96, 128, 3), np.uint8) for _ in range(4)]
    source = make_clip(tmp_path / "noise.mkv", times=range(4), frames=frames)
    sizes = []
    for quality in (QUALITIES[codec][5], QUALITIES[codec][-5]):
        output = tmp_path / f"{quality}.mkv"
        copy(source, output, codec=codec, quality=quality)
        sizes.append(output.stat().st_size)
    assert sizes[0] > 3 * sizes[1]


DISPLAY = "G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50)"


def make_hdr(path):
    plain = make_clip(
        path.with_name("plain.mkv"),
        pixel_format="yuv420p10le",
        matrix=9,
        transfer=16,
        colour_range=1,
    )
    params = f"log-level=none:hdr10=1:master-display={DISPLAY}:max-cll=900,300"
    command = ["ffmpeg", "-v", "error", "-i", plain, "-c:v", "libx265", "-x265-params", params]
    subprocess.run([*command, path], check=True, timeout=60)
    return path


def assert_hdr_is_described(side_data):
    side = {data["side_data_type"]: data for data in side_data}
    mastering = side["Mastering display metadata"]
    named = ("red_x", "red_y", "green_x", "green_y", "blue_x", "blue_y", "white_point_x")
    found = [float(Fraction(mastering[name])) for name in named]
    assert found == pytest.approx([0.68, 0.32, 0.265, 0.69, 0.15, 0.06, 0.3127], abs=1e-4)
    assert float(Fraction(mastering["max_luminance"])) == pytest.approx(1000, abs=0.1)
    assert float(Fraction(mastering["min_luminance"])) == pytest.approx(0.005, abs=1e-4)
    light = side["Content light level metadata"]
    assert (light["max_content"], light["max_average"]) == (900, 300)


def test_hdr_of_av1_keeps_what_it_says_of_its_brightness(tmp_path):
    source, output = make_hdr(tmp_path / "hdr.mp4"), tmp_path / "out.mkv"
    copy(source, output, codec=Codec.AV1)
    shown = ffprobe(output, "-show_frames", "-read_intervals", "%+#1")["frames"][0]
    assert shown["color_transfer"] == "smpte2084"
    assert_hdr_is_described(shown["side_data_list"])


@pytest.mark.parametrize(
    ("codec", "suffix", "tag", "stored"),
    [
        (Codec.H264, ".mp4", "avc1", "yuv420p10le"),
        (Codec.HEVC, ".mp4", "hvc1", "yuv420p10le"),
        (Codec.HEVC, ".mov", "hvc1", "yuv420p10le"),
        (Codec.HEVC, ".mkv", None, "yuv420p10le"),
        (Codec.AV1, ".mp4", "av01", "yuv420p10le"),
        (Codec.AV1, ".mkv", None, "yuv420p10le"),
        (Codec.PRORES, ".mov", "apch", "yuv422p10le"),
        (Codec.PRORES, ".mkv", None, "yuv422p10le"),
        (Codec.FFV1, ".mkv", None, "gbrp10le"),
    ],
)
def test_the_header_describes_hdr_as_well(tmp_path, codec, suffix, tag, stored):
    source, output = make_hdr(tmp_path / "hdr.mp4"), tmp_path / f"out{suffix}"
    copy(source, output, codec=codec, container=Container(suffix[1:]))
    video = video_of(output)
    assert_hdr_is_described(video["side_data_list"])
    matrix, full = ("gbr", "pc") if codec is Codec.FFV1 else ("bt2020nc", "tv")
    names = [video[key] for key in ("color_space", "color_primaries", "color_transfer")]
    assert names == [matrix, "bt2020", "smpte2084"]
    assert (video["pix_fmt"], video["color_range"]) == (stored, full)
    assert Fraction(video["avg_frame_rate"]) == 25
    if tag is not None:
        assert (video["codec_tag_string"], video["sample_aspect_ratio"]) == (tag, "1:1")
    assert frame_times(output) == pytest.approx(frame_times(source), abs=0.001)
    command = ["ffmpeg", "-v", "error", "-i", output, "-f", "null", "-"]
    assert subprocess.run(command, capture_output=True, check=True, timeout=60).stderr == b""
    data = output.read_bytes()
    if suffix != ".mkv":
        assert data.index(b"moov") < data.index(b"mdat")
        # ffprobe shows what stands in the pictures where they name colours; editors look here.
        box = data.index(b"colrnc")
        assert struct.unpack_from(">3H", data, box + 8) == (9, 16, 9)


@pytest.mark.parametrize("maker", [Encoder.NVENC, Encoder.AMF, Encoder.VIDEOTOOLBOX])
@pytest.mark.parametrize("codec", [Codec.H264, Codec.HEVC, Codec.AV1])
def test_a_card_that_does_not_work_gives_way_and_it_is_said(*, tmp_path, capfd, codec, maker):
    """Really tried: without such a card its encoder does not open, or is not there at all."""
    if any(works for card, works in encoders_of_cards() if card.maker is maker):
        pytest.skip("there is such a card")
    source, output = make_clip(tmp_path / "clip.mp4"), tmp_path / "out.mp4"
    events, options = [], Options(strength=0, encoder=maker, codec=codec)
    capfd.readouterr()
    summary = restore(Job(source=source, output=output, options=options), events.append, Event())
    assert capfd.readouterr() == ("", ""), "the library complains"
    (warned,) = summary.warnings
    assert (warned.kind, warned.detail) == (WarningKind.ENCODER_REPLACED, maker.value)
    assert warned in events
    assert video_of(output)["codec_name"] == codec
    assert len(frame_times(output)) == 10


def test_a_card_that_works_is_used(tmp_path, monkeypatch):
    monkeypatch.setattr(codecs, "_works", lambda *_: True)
    info = probe(make_clip(tmp_path / "clip.mp4"))
    size = {"width": 64, "height": 48, "quality": None}
    chosen = choose_encoder(Codec.HEVC, Encoder.NVENC, info, **size)
    assert (chosen.name, chosen.maker) == ("hevc_nvenc", Encoder.NVENC)
    for wanted in (Encoder.AUTO, Encoder.CPU):
        assert choose_encoder(Codec.HEVC, wanted, info, **size).name == "libx265"
    assert choose_encoder(Codec.FFV1, Encoder.NVENC, info, **size).name == "ffv1"


def test_working_means_having_encoded(tmp_path):
    info = probe(make_clip(tmp_path / "clip.mp4"))
    chosen = choose_encoder(Codec.H264, Encoder.CPU, info, width=64, height=48, quality=None)
    assert chosen.works(64, 48)
    assert not chosen.works(63, 48), "4:2:0 has no odd widths in libx264"
    assert not codecs.EncoderChoice(
        name="no_such_encoder", maker=Encoder.NVENC, pixel_format="yuv420p", options=()
    ).works(64, 48)


def options_of(encoder):
    """Ask the ffmpeg program which private options an encoder has, with their constants."""
    command = ["ffmpeg", "-hide_banner", "-h", f"encoder={encoder}"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    names, constants = set(), {}
    for line in shown.splitlines():
        if found := re.match(r"  -(\S+)\s+<", line):
            name = found[1]
            names.add(name)
        elif names and (found := re.match(r"     (\S+)\s+-?\d+\s+E", line)):
            constants.setdefault(name, set()).add(found[1])
    return names, constants


@pytest.mark.parametrize("maker", [Encoder.NVENC, Encoder.QSV, Encoder.AMF])
@pytest.mark.parametrize("codec", [Codec.H264, Codec.HEVC])
def test_options_of_cards_are_such_that_their_encoders_know(monkeypatch, codec, maker):
    # No card here: at least nothing is asked for that the encoder would refuse by its name.
    names, constants = options_of(f"{codec}_{maker}")
    if not names:
        pytest.skip(f"the ffmpeg program has no {codec}_{maker}")
    monkeypatch.setattr(codecs, "_works", lambda *_: True)
    info = SimpleNamespace(bit_depth=8)
    chosen = choose_encoder(codec, maker, info, width=64, height=48, quality=None)
    for key, value in chosen.options:
        assert key in names | {"flags", "global_quality"}, key
        is_number = value.isdecimal()
        assert is_number or value in constants[key], (key, value)


def test_the_cards_of_this_machine_are_tried_quietly(capfd):
    found = encoders_of_cards()
    assert {e.name for e, _ in found} <= set(av.codecs_available)
    assert {type(does) for _, does in found} <= {bool}
    assert capfd.readouterr() == ("", "")


def test_an_encoder_that_is_given_up_says_nothing():
    code = (
        "import av; from fractions import Fraction\n"
        "from engine.video.writing.codecs import EncoderChoice\n"
        "from engine.jobs.options import Encoder\n"
        "context = av.CodecContext.create('libsvtav1', 'w')\n"
        "EncoderChoice(name='libsvtav1', maker=Encoder.CPU, pixel_format='yuv420p', options=())"
        ".configure(context)\n"
        "context.width = context.height = 64\n"
        "context.time_base, context.framerate = Fraction(1, 25), 25\n"
        "context.encode(av.VideoFrame(64, 64, 'yuv420p')); print('done')\n"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert (done.stdout, done.stderr) == ("done\n", "")


def test_the_encoders_are_quiet(tmp_path, capfd):
    source = make_clip(tmp_path / "clip.mp4")
    capfd.readouterr()
    for codec in (Codec.AV1, Codec.PRORES):
        copy(source, tmp_path / f"{codec}.mkv", codec=codec)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("pixel_format", ["nv12", "p010le"])
def test_formats_of_cards_have_the_right_colours(pixel_format):
    from av.video.reformatter import ColorRange

    from engine.video.pixels import YuvConverter

    converter = YuvConverter(64, 48, pixel_format, matrix=1, is_gray=False)
    rgb = np.full((48, 64, 3), (200, 60, 40), np.uint8)
    shown = converter.convert(rgb).reformat(
        format="rgb24",
        src_colorspace=1,
        src_color_range=ColorRange.MPEG,
        dst_color_range=ColorRange.JPEG,
    )
    assert np.abs(shown.to_ndarray().astype(int) - (200, 60, 40)).max() <= 4


@pytest.mark.parametrize(
    ("pixel_format", "expected"), [("yuv420p", Codec.H264), ("yuv420p10le", Codec.HEVC)]
)
def test_by_itself_it_is_what_phones_play(tmp_path, pixel_format, expected):
    info = probe(make_clip(tmp_path / "clip.mkv", pixel_format=pixel_format))
    assert resolved(info, Options())[1].codec is expected
    assert resolved(info, Options(codec=Codec.AV1))[1].codec is Codec.AV1
