"""Numbered pictures as a source: like a film, with the rate that is asked for."""

from dataclasses import replace
from fractions import Fraction
from threading import Event

import av
import numpy as np
import pytest

from engine.jobs.choices import Codec, SizeByFactor
from engine.jobs.errors import InputProblem, InputVideoError
from engine.jobs.options import Job, Options
from engine.rendering.output import default_output, resolved
from engine.rendering.render import restore
from engine.video.facts import SEQUENCE, as_chosen, usual_rate
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader, still
from tests.video.clips import gray_frame, index_of, level
from tests.video.interrupted import Run

PLAIN = Options(strength=0.0, size=SizeByFactor(1))
NOT_THERE = (5, 6)


def write_pictures(folder, count=12, kind="png", pixel_format="rgb24", *, without=()):
    """Write gray pictures whose level tells their number, from 1 on."""
    folder.mkdir(exist_ok=True)
    for number in set(range(count)) - set(without):
        path = folder / f"scan_{number + 1:04}.{kind}"
        with av.open(str(path), "w", format="image2", options={"update": "1"}) as output:
            codec = {"tif": "tiff", "jpg": "mjpeg"}.get(kind, kind)
            stream = output.add_stream(codec, rate=18)
            stream.width, stream.height, stream.pix_fmt = 64, 48, pixel_format
            frame = av.VideoFrame.from_ndarray(gray_frame(number), format="rgb24")
            deep = frame.reformat(format="rgb48le")
            output.mux(stream.encode(deep.reformat(format=pixel_format)))
            output.mux(stream.encode(None))
    return folder


@pytest.mark.parametrize(
    ("kind", "pixel_format", "bits"),
    [
        ("png", "rgb24", 8),
        ("png", "rgb48be", 16),
        ("png", "rgba", 8),
        ("png", "gray16be", 16),
        ("tif", "rgb48le", 16),
        ("tif", "gray", 8),
        ("dpx", "gbrp10le", 10),
        ("dpx", "gbrp12le", 12),
        ("bmp", "bgr24", 8),
        ("jpg", "yuvj444p", 8),
    ],
)
def test_pictures_of_film_scanners(tmp_path, kind, pixel_format, bits):
    folder = write_pictures(tmp_path / "reel", kind=kind, pixel_format=pixel_format)
    info = probe(folder)
    assert (info.container, info.bit_depth, info.frame_count) == (SEQUENCE, bits, 12)
    assert info.frame_rate == info.sequence_rate == 18
    assert info.duration_seconds == pytest.approx(12 / 18)
    with Reader(info) as reader:
        frames = list(reader)
    assert [index_of(frame.data) for frame in frames] == list(range(12))
    assert [frame.pts * frame.time_base for frame in frames] == [Fraction(n, 18) for n in range(12)]
    assert (frames[0].data.dtype == np.uint16) == (bits > 8)


@pytest.mark.parametrize(
    ("asked", "rate"),
    [(16, Fraction(16)), (23.976, Fraction(24000, 1001)), (12.5, Fraction(25, 2))],
)
def test_the_rate_is_asked_for(tmp_path, asked, rate):
    assert usual_rate(asked) == rate
    info = probe(write_pictures(tmp_path / "reel"))
    chosen, _options = resolved(info, replace(PLAIN, sequence_rate=asked))
    assert chosen.frame_rate == rate
    assert chosen.duration_seconds == pytest.approx(12 / rate)
    assert as_chosen(chosen, Options(sequence_rate=asked)) == chosen
    with Reader(chosen, start_seconds=float(4 / rate)) as reader:
        frames = list(reader)
    assert [index_of(frame.data) for frame in frames] == list(range(4, 12))
    assert frames[0].pts * frames[0].time_base == 4 / rate


def test_pictures_are_found_by_their_time(tmp_path):
    info = probe(write_pictures(tmp_path / "reel", 27))
    picture = still(info, at_seconds=20.2 / 18, long_side=64)
    assert picture.rgb[0] == level(20)


def test_gaps_in_the_numbers_keep_their_time_and_are_told(tmp_path):
    folder = write_pictures(tmp_path / "reel", without=NOT_THERE)
    info = probe(folder)
    assert info.missing_count == len(NOT_THERE)
    with Reader(info) as reader:
        times = [frame.pts * frame.time_base * 18 for frame in reader]
    assert times == [n for n in range(12) if n not in NOT_THERE]


def test_an_interrupted_render_goes_on(tmp_path, monkeypatch):
    folder = write_pictures(tmp_path / "reel", pixel_format="rgb48be")
    options = replace(PLAIN, codec=Codec.FFV1, sequence_rate=24.0)
    job = Job(source=folder, output=tmp_path / "out.mkv", options=options)
    Run(job, stop_after=6)
    assert not job.output.exists()
    resumed = Run(job)
    assert resumed.started.frames_done > 0
    with av.open(str(job.output)) as output:
        frames = list(output.decode(video=0))
    levels = [index_of(frame.to_ndarray(format="rgb48le")) for frame in frames]
    assert levels == list(range(12))
    assert [round(frame.time * 24) for frame in frames] == list(range(12))
    assert frames[0].format.name == "gbrp16le"


def test_a_picture_that_goes_while_it_is_restored_is_no_damage(tmp_path):
    folder = write_pictures(tmp_path / "reel", 20)
    info = probe(folder)
    with Reader(info) as reader:
        frames = iter(reader)
        next(frames)
        for number in range(10, 20):
            (folder / f"scan_{number:04}.png").unlink()
        with pytest.raises(InputVideoError) as raised:
            list(frames)
    assert raised.value.reason is InputProblem.READ_FAILED


def test_a_picture_that_does_not_decode_leaves_a_gap(tmp_path):
    folder = write_pictures(tmp_path / "reel")
    broken = folder / "scan_0004.png"
    broken.write_bytes(broken.read_bytes()[:60])
    with Reader(probe(folder)) as reader:
        frames = list(reader)
        assert reader.damaged_count
    assert [index_of(frame.data) for frame in frames if frame.data.any()][-1] == 11


def test_the_output_is_named_after_the_film(tmp_path):
    folder = write_pictures(tmp_path / "reel 1")
    assert default_output(probe(folder), PLAIN) == tmp_path / "reel 1 restored.mp4"
    named = probe(folder / "scan_%04d.png")
    assert default_output(named, PLAIN) == folder / "scan restored.mp4"
    summary = restore(
        Job(source=folder, output=tmp_path / "o.mp4", options=PLAIN), lambda e: None, Event()
    )
    assert summary.frames == 12


def test_two_films_in_a_folder_are_named(tmp_path):
    folder = write_pictures(tmp_path / "reel")
    for path in list(folder.iterdir()):
        (folder / path.name.replace("scan", "roll")).write_bytes(path.read_bytes())
    with pytest.raises(InputVideoError) as raised:
        probe(folder)
    assert raised.value.reason is InputProblem.SEVERAL_SEQUENCES
    assert "roll_%04d.png, scan_%04d.png" in raised.value.detail
