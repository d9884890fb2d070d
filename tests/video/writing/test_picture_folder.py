"""A film written as numbered pictures: a folder that is complete or not there."""

import subprocess
from dataclasses import replace

import av
import numpy as np
import pytest

from engine.jobs.choices import Codec, Container, SizeByFactor
from engine.jobs.errors import OutputProblem, OutputVideoError
from engine.jobs.events import Warned, WarningKind
from engine.jobs.options import Job, Options
from engine.rendering.output import default_output
from engine.resuming.unfinished import folder_of
from engine.video.probing.probe import probe
from engine.video.writing.picture_folder import LIST_NAME
from tests.video.clips import index_of, make_clip
from tests.video.interrupted import Run

PLAIN = Options(strength=0.0, size=SizeByFactor(1), codec=Codec.PNG)


def pictures_in(folder):
    return sorted(p for p in folder.iterdir() if p.suffix in (".png", ".tiff"))


def decoded(path):
    with av.open(str(path)) as picture:
        return next(picture.decode(video=0))


@pytest.mark.parametrize(
    ("codec", "pixel_format", "bits", "written"),
    [
        (Codec.PNG, "yuv420p", None, "rgb24"),
        (Codec.PNG, "yuv420p", 16, "rgb48be"),
        (Codec.TIFF, "yuv420p10le", None, "rgb48le"),
        (Codec.TIFF, "yuv420p10le", 8, "rgb24"),
    ],
)
def test_numbered_pictures(tmp_path, codec, pixel_format, bits, written):
    source = make_clip(tmp_path / "a.mkv", codec="ffv1", pixel_format=pixel_format)
    output = tmp_path / "film"
    Run(Job(source=source, output=output, options=replace(PLAIN, codec=codec, picture_bits=bits)))
    paths = pictures_in(output)
    assert [path.name for path in paths] == [f"film_{n:06}.{codec}" for n in range(1, 11)]
    frames = [decoded(path) for path in paths]
    form = "rgb48le" if "48" in written else "rgb24"
    assert [index_of(frame.to_ndarray(format=form)) for frame in frames] == list(range(10))
    assert {frame.format.name for frame in frames} == {written}
    assert not folder_of(output).exists()


def test_sixteen_bits_hold_more_than_the_source(tmp_path):
    """An enlarged slope has levels between those of eight bits."""
    slope = np.repeat(np.arange(64, dtype=np.uint8)[None, :, None], 48, 0).repeat(3, 2)
    source = make_clip(
        tmp_path / "a.mkv", codec="ffv1", pixel_format="yuv444p", frames=[slope], times=[0]
    )
    options = replace(PLAIN, size=SizeByFactor(2), picture_bits=16)
    Run(Job(source=source, output=tmp_path / "film", options=options))
    levels = decoded(pictures_in(tmp_path / "film")[0]).to_ndarray(format="rgb48le")
    assert len(np.unique(levels % 257)) > 5


def test_an_interrupted_render_ends_as_an_undisturbed_one(tmp_path):
    source = make_clip(tmp_path / "a.mp4", times=range(26))
    whole, halves = tmp_path / "whole", tmp_path / "halves"
    Run(Job(source=source, output=whole, options=PLAIN))
    job = Job(source=source, output=halves, options=PLAIN)
    Run(job, stop_after=12)
    assert not halves.exists()
    assert Run(job).started.frames_done > 0
    ends = [[path.read_bytes() for path in pictures_in(folder)] for folder in (whole, halves)]
    assert ends[0] == ends[1]
    assert len(ends[0]) == 26


def test_the_sound_lies_beside_and_in_step(tmp_path):
    source = make_clip(tmp_path / "a.mp4", sound="aac", sound_start=0.2, times=range(20))
    run = Run(Job(source=source, output=tmp_path / "film", options=PLAIN))
    assert WarningKind.SOUND_BESIDE in [warned.kind for warned in run.of(Warned)]
    command = ["ffmpeg", "-v", "error", "-i", tmp_path / "film" / "sound.wav", "-f", "s16le", "-"]
    data = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    samples = np.frombuffer(data, "<i2").astype(float)
    assert not samples[: int(0.15 * 48000)].any()
    assert abs(samples[int(0.2 * 48000) :]).max() > 1000
    assert len(samples) / 48000 == pytest.approx(0.7, abs=0.05)


def test_pcm_is_the_same_in_every_sample(tmp_path):
    source = make_clip(tmp_path / "a.mov", sound="pcm_s16le", times=range(10))
    Run(Job(source=source, output=tmp_path / "film", options=PLAIN))
    samples = []
    for path in (source, tmp_path / "film" / "sound.wav"):
        command = ["ffmpeg", "-v", "error", "-i", path, "-vn", "-f", "s16le", "-"]
        samples.append(subprocess.run(command, capture_output=True, check=True).stdout)
    assert samples[0] == samples[1]


def test_uneven_times_are_kept_in_a_list(tmp_path):
    source = make_clip(tmp_path / "a.mkv", times=[0, 1, 5, 6])
    Run(Job(source=source, output=tmp_path / "film's", options=PLAIN))
    with av.open(str(tmp_path / "film's" / LIST_NAME), options={"safe": "0"}) as film:
        packets = [packet for packet in film.demux(video=0) if packet.size]
    assert [round(p.pts * p.time_base * 25) for p in packets] == [0, 1, 5, 6]


@pytest.mark.parametrize("is_folder", [True, False])
def test_nothing_is_ever_replaced(tmp_path, is_folder):
    source, output = make_clip(tmp_path / "a.mp4"), tmp_path / "film"
    if is_folder:
        output.mkdir()
    else:
        output.write_bytes(b"old")
    with pytest.raises(OutputVideoError) as raised:
        Run(Job(source=source, output=output, options=PLAIN, overwrite=True))
    assert raised.value.reason is OutputProblem.EXISTS
    assert output.is_dir() == is_folder


def test_the_folder_gets_a_free_name(tmp_path):
    source = make_clip(tmp_path / "a.mp4")
    (tmp_path / "a restored").mkdir()
    assert default_output(probe(source), PLAIN, overwrite=True) == tmp_path / "a restored 2"


def test_pictures_do_not_go_into_a_file(tmp_path):
    source = make_clip(tmp_path / "a.mp4")
    with pytest.raises(OutputVideoError) as raised:
        Run(Job(source=source, output=tmp_path / "film.mp4", options=PLAIN))
    assert raised.value.reason is OutputProblem.UNSUPPORTED
    video = replace(PLAIN, codec=Codec.H264, container=Container.FOLDER)
    with pytest.raises(OutputVideoError):
        Run(Job(source=source, output=tmp_path / "film", options=video))


def test_what_is_written_can_be_restored_again(tmp_path):
    source = make_clip(tmp_path / "a.mp4", sound="aac")
    Run(Job(source=source, output=tmp_path / "film", options=PLAIN))
    assert probe(tmp_path / "film").frame_count == 10
