"""Colours of every kind of pixel, against FFmpeg's own conversion of the same file."""

from __future__ import annotations

import subprocess
import threading

import numpy as np
import pytest

from engine.jobs.choices import Codec, Container, SizeByFactor, SizeByHeight
from engine.jobs.errors import InputProblem, InputVideoError
from engine.jobs.events import Warned, WarningKind
from engine.jobs.options import Job, Options
from engine.rendering.render import restore
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader
from engine.video.writing.containers import losses
from tests.video.clips import ffprobe
from tests.video.dolby import make_dolby_vision, make_hdr10_plus

WIDTH, HEIGHT = 160, 96
NAMES = {"bt601": "smpte170m", "bt709": "bt709", "bt2020": "bt2020nc", "smpte240m": "smpte240m"}
FORMATS = [
    *["yuv420p", "yuv422p", "yuv444p", "yuv411p", "yuv410p", "yuv440p", "yuvj420p", "yuvj422p"],
    *["gray", "gray10le", "bgr0", "yuv420p10le", "yuv422p10le", "yuv444p12le", "gbrp10le"],
]
RAW_FORMATS = ["pal8", "yuyv422", "uyvy422", "nv12", "rgb24", "rgb555le", "monob"]


def ffmpeg(*words: str) -> bytes:
    command = ["ffmpeg", "-v", "error", "-nostdin", *words]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


def make(path, pixel_format: str, *, matrix="bt601", is_full=False, codec="ffv1", tags=()):
    """Two frames of FFmpeg's test picture in a format, tagged with what they are."""
    edge = "full" if is_full else "limited"
    scale = f"scale={WIDTH}:{HEIGHT}:out_color_matrix={matrix}:out_range={edge}"
    picture = f"testsrc2=size={WIDTH}x{HEIGHT}:rate=5:duration=0.4,format=rgb24"
    tagged = ["-color_range", "pc" if is_full else "tv", "-colorspace", NAMES[matrix], *tags]
    ffmpeg(
        *["-f", "lavfi", "-i", picture, "-vf", f"{scale}:flags=accurate_rnd,format={pixel_format}"],
        *["-c:v", codec, "-pix_fmt", pixel_format, *tagged, str(path)],
    )
    return path


def shown_by_ffmpeg(path, matrix="bt601") -> np.ndarray:
    """The first frame as FFmpeg itself makes RGB of it."""
    size = video_of(path)
    (shown,) = shown_with(path, [matrix], (size["height"], size["width"], 3))
    return shown


def shown_with(path, matrices, shape) -> np.ndarray:
    """The same with several matrices, by one process: it starts for longer than it works."""
    flags = "accurate_rnd+full_chroma_int+full_chroma_inp+lanczos"
    inputs = "".join(f"[in{number}]" for number in range(len(matrices)))
    outputs = inputs.replace("in", "out")
    parts = [f"split={len(matrices)}{inputs}"]
    for number, matrix in enumerate(matrices):
        scale = f"scale=in_color_matrix={matrix}:flags={flags}"
        parts.append(f"[in{number}]{scale},format=rgb24[out{number}]")
    above_each_other = f"vstack=inputs={len(matrices)}" if len(matrices) > 1 else "null"
    graph = ";".join([*parts, outputs + above_each_other])
    raw = ffmpeg(
        *["-i", str(path), "-frames:v", "1", "-filter_complex", graph, "-f", "rawvideo", "-"]
    )
    return np.frombuffer(raw, np.uint8).reshape(len(matrices), *shape)


def video_of(path) -> dict:
    (stream,) = ffprobe(path, "-select_streams", "v", "-show_streams")["streams"]
    return stream


def read_first(path) -> np.ndarray:
    with Reader(probe(path)) as reader:
        data = next(iter(reader)).data
    return data if data.dtype == np.uint8 else data / 257


def assert_alike(ours: np.ndarray, theirs: np.ndarray) -> None:
    difference = ours.astype(float) - theirs
    assert np.abs(difference.mean(axis=(0, 1))).max() < 1.0
    # Edges of colour are interpolated in more than one way.
    assert np.abs(difference).mean() < 3.0


@pytest.mark.parametrize("pixel_format", FORMATS)
def test_formats(tmp_path, pixel_format):
    is_full = pixel_format.startswith(("yuvj", "gray"))
    path = make(tmp_path / "clip.mkv", pixel_format, is_full=is_full)
    assert_alike(read_first(path), shown_by_ffmpeg(path))


@pytest.mark.parametrize("pixel_format", RAW_FORMATS)
def test_packed_formats(tmp_path, pixel_format):
    path = make(tmp_path / "clip.nut", pixel_format, codec="rawvideo")
    assert_alike(read_first(path), shown_by_ffmpeg(path))


@pytest.mark.parametrize("matrix", NAMES)
@pytest.mark.parametrize("is_full", [False, True], ids=["limited", "full"])
@pytest.mark.parametrize("pixel_format", ["yuv420p", "yuv444p10le"])
def test_matrices_and_ranges(tmp_path, matrix, is_full, pixel_format):
    path = make(tmp_path / "clip.mkv", pixel_format, matrix=matrix, is_full=is_full)
    info = probe(path)
    assert info.colour.is_full_range is is_full
    ours = read_first(path)
    shown = dict(zip(NAMES, shown_with(path, list(NAMES), ours.shape), strict=True))
    right = shown.pop(matrix)
    assert_alike(ours, right)
    # The pictures that another matrix would give are further away, or this shows nothing.
    nearest = min(np.abs(ours - other).mean() for other in shown.values())
    assert nearest > np.abs(ours - right).mean() + 0.3


def test_four_one_one_from_a_camcorder(tmp_path):
    path = tmp_path / "tape.dv"
    ffmpeg(
        *["-f", "lavfi", "-i", "testsrc2=size=720x480:rate=30000/1001", "-frames:v", "3"],
        *["-target", "ntsc-dv", str(path)],
    )
    info = probe(path)
    assert (info.pixel_format, info.colour.matrix) == ("yuv411p", 6)
    assert_alike(read_first(path), shown_by_ffmpeg(path))


def run(source, output, **options):
    job = Job(source=source, output=output, options=Options(strength=0.0, **options))
    restore(job, lambda event: None, threading.Event())
    return video_of(output)


@pytest.mark.parametrize("name", ["bt470bg", "smpte170m", "bt709", "bt470m"])
@pytest.mark.parametrize("height", [480, 720])
def test_primaries_that_are_named_keep_their_name(tmp_path, name, height):
    path = make(tmp_path / "sd.mp4", "yuv420p", codec="libx264", tags=("-color_primaries", name))
    written = run(path, tmp_path / "out.mp4", size=SizeByHeight(height))
    assert written["color_space"] == ("bt709" if height == 720 else "smpte170m")
    assert written["color_primaries"] == name


@pytest.mark.parametrize("is_full", [False, True], ids=["limited", "full"])
def test_sd_that_becomes_hd_is_converted_and_tagged(tmp_path, is_full):
    path = make(tmp_path / "sd.mkv", "yuv420p", is_full=is_full)
    written = run(path, tmp_path / "hd.mkv", size=SizeByHeight(720), quality=4)
    names = [written[key] for key in ("color_space", "color_primaries", "color_transfer")]
    assert names == ["bt709"] * 3
    assert written["color_range"] == "tv"
    theirs = shown_by_ffmpeg(path).mean(axis=(0, 1))
    assert (
        np.abs(shown_by_ffmpeg(tmp_path / "hd.mkv", "bt709").mean(axis=(0, 1)) - theirs).max() < 2
    )


HDR = {
    "PQ": ("smpte2084", 16),
    "HLG": ("arib-std-b67", 18),
}
DISPLAY = "G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50)"


def make_hdr(path, transfer: str, params: str):
    """A ramp over all code values, with what HDR files say about themselves."""
    ramp = f"geq=lum='64+876*X/{WIDTH - 1}':cb=512:cr='512+2*Y'"
    tags = f"colorprim=bt2020:transfer={transfer}:colormatrix=bt2020nc:log-level=none{params}"
    ffmpeg(
        *["-f", "lavfi", "-i", f"color=size={WIDTH}x{HEIGHT}:rate=5:duration=0.6"],
        *["-vf", f"format=yuv420p10le,{ramp}", "-c:v", "libx265", "-crf", "4"],
        *["-x265-params", tags, "-color_range", "tv", str(path)],
    )
    return path


def side_data_of(path) -> dict[str, dict]:
    words = ["-select_streams", "v", "-show_frames", "-read_intervals", "%+#1"]
    found = ffprobe(path, *words)["frames"][0].get("side_data_list", [])
    return {entry["side_data_type"]: entry for entry in found}


@pytest.mark.parametrize("name", HDR)
def test_hdr_keeps_its_levels_its_tags_and_what_it_says_of_itself(tmp_path, name):
    transfer, code = HDR[name]
    params = f":master-display={DISPLAY}:max-cll=1000,400" if name == "PQ" else ""
    path = make_hdr(tmp_path / "hdr.mp4", transfer, params)
    info = probe(path)
    assert (info.colour.matrix, info.colour.primaries, info.colour.transfer) == (9, 9, code)
    written = run(path, tmp_path / "out.mp4", size=SizeByFactor(1), quality=4)
    assert (written["codec_name"], written["pix_fmt"]) == ("hevc", "yuv420p10le")
    assert written["color_transfer"] == transfer
    assert (written["color_space"], written["color_primaries"]) == ("bt2020nc", "bt2020")
    kinds = ("Mastering display metadata", "Content light level metadata")
    before, after = side_data_of(path), side_data_of(tmp_path / "out.mp4")
    assert {k: before.get(k) for k in kinds} == {k: after.get(k) for k in kinds}
    assert (kinds[0] in after) == (name == "PQ")
    difference = read_first(tmp_path / "out.mp4") - read_first(path)
    assert np.abs(difference).mean() < 1.0


def test_hdr_may_be_lossless(tmp_path):
    path = make_hdr(tmp_path / "hdr.mp4", "smpte2084", "")
    written = run(path, tmp_path / "out.mkv", size=SizeByFactor(1), codec=Codec.FFV1)
    assert (written["codec_name"], written["color_transfer"]) == ("ffv1", "smpte2084")
    assert np.abs(read_first(tmp_path / "out.mkv") - read_first(path)).max() < 0.3


@pytest.mark.parametrize(("transfer", "base"), [(16, "HDR10"), (18, "HLG"), (1, "ordinary video")])
def test_dolby_vision_becomes_what_lies_under_it_and_that_is_said(tmp_path, transfer, base):
    path = make_dolby_vision(tmp_path / "phone.mp4", transfer=transfer)
    info = probe(path)
    assert info.is_dolby_vision
    expected = Warned(WarningKind.DOLBY_VISION_DROPPED, detail=base)
    assert losses(info, Container.MP4) == [expected]
    events = []
    job = Job(source=path, output=tmp_path / "out.mp4", options=Options(strength=0.0))
    restore(job, events.append, threading.Event())
    assert expected in events
    written = probe(tmp_path / "out.mp4")
    assert not written.is_dolby_vision
    assert (written.colour.transfer, written.bit_depth) == (transfer, 10)


def test_hdr10_plus_becomes_hdr10_and_that_is_said(tmp_path):
    path = make_hdr10_plus(tmp_path / "phone.mp4")
    assert "HDR Dynamic Metadata SMPTE2094-40 (HDR10+)" in side_data_of(path)
    expected = Warned(WarningKind.HDR10_PLUS_DROPPED)
    events = []
    job = Job(source=path, output=tmp_path / "out.mp4", options=Options(strength=0.0))
    restore(job, events.append, threading.Event())
    assert losses(probe(path), Container.MP4) == [expected]
    assert expected in events
    assert not probe(tmp_path / "out.mp4").is_hdr10_plus


@pytest.mark.parametrize("suffix", [".mp4", ".mkv", ".ts"])
def test_dolby_vision_with_nothing_under_it_is_refused(tmp_path, suffix):
    path = make_dolby_vision(tmp_path / f"film{suffix}", transfer=2, profile=5)
    with pytest.raises(InputVideoError) as caught:
        probe(path)
    assert caught.value.reason is InputProblem.DOLBY_VISION_ALONE
    job = Job(source=path, output=tmp_path / "out.mp4", options=Options(strength=0.0))
    with pytest.raises(InputVideoError):
        restore(job, lambda event: None, threading.Event())
    assert list(tmp_path.iterdir()) == [path]
