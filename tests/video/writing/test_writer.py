import errno
import os
import subprocess
from fractions import Fraction
from pathlib import Path
from threading import Event

import av
import numpy as np
import pytest

from engine.jobs.choices import Codec, Container, SizeByFactor, SizeExact
from engine.jobs.errors import (
    DiskFullError,
    InputVideoError,
    OutputProblem,
    OutputVideoError,
)
from engine.jobs.events import Warned, WarningKind
from engine.jobs.options import Job, Options
from engine.rendering.render import restore
from engine.video.frame import Frame
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader
from engine.video.writing.containers import choose_container
from engine.video.writing.writer import check_output, check_room
from tests.video.clips import (
    click_times,
    corner_frame,
    ffprobe,
    frame_times,
    gray_frame,
    index_of,
    make_clip,
    sound_packets,
)
from tests.video.film import Film

MILLISECOND = Fraction(1, 1000)


def copy(source: Path, output: Path, **options) -> list[Warned]:
    """Run every frame through reader and writer; return the warnings."""
    info, warnings = probe(source), []
    span = {key: options.pop(key, None) for key in ("start_seconds", "end_seconds")}
    settings = {
        "width": info.display_width // 2 * 2,
        "height": info.display_height,
        "codec": Codec.H264,
        "container": Container.MP4 if output.suffix == ".mp4" else Container.MKV,
        "quality": None,
        "overwrite": False,
        "on_warning": warnings.append,
        "preset": "ultrafast",
    }
    with Reader(info, **span) as reader:
        frames = list(reader)
    settings |= span | {"time_base": frames[0].time_base} | options
    with Film(info, output, **settings) as writer:
        for frame in frames:
            writer.write(frame)
        writer.finish()
    return warnings


def video_of(path):
    (stream,) = ffprobe(path, "-select_streams", "v", "-show_streams")["streams"]
    return stream


def pixels_of(path):
    """Decode with the ffmpeg program, which converts by the tags of the file."""
    with av.open(str(path)) as film:
        height, width = film.streams.video[0].height, film.streams.video[0].width
    scale = "scale=flags=accurate_rnd+full_chroma_int+full_chroma_inp+bicubic,format=rgb24"
    command = ["ffmpeg", "-v", "error", "-i", path, "-vf", scale, "-f", "rawvideo"]
    command += ["-vsync", "passthrough", "-"]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return np.frombuffer(done.stdout, np.uint8).reshape(-1, height, width, 3)


@pytest.mark.parametrize("suffix", [".mp4", ".mkv"])
@pytest.mark.parametrize("codec", [Codec.H264, Codec.HEVC, Codec.FFV1])
@pytest.mark.parametrize("start", [0, 210], ids=["from zero", "late start"])
def test_every_frame_at_its_own_time(tmp_path, codec, suffix, start):
    if codec is Codec.FFV1 and suffix == ".mp4":
        pytest.skip("FFV1 is written to Matroska only")
    times = [start + time for time in (0, 40, 110, 130, 250, 300, 333, 366)]
    source = make_clip(
        tmp_path / "vfr.mp4", times=times, time_base=MILLISECOND, sound="aac", sound_seconds=0.8
    )
    output = tmp_path / f"out{suffix}"
    copy(source, output, codec=codec)
    assert frame_times(output) == pytest.approx([time / 1000 for time in times], abs=0.0006)
    assert [index_of(rgb) for rgb in pixels_of(output)] == list(range(8))


@pytest.mark.parametrize(
    ("codec", "container"),
    [
        (Codec.H264, Container.MP4),
        (Codec.HEVC, Container.MP4),
        (Codec.AV1, Container.MP4),
        (Codec.AV1, Container.MKV),
        (Codec.PRORES, Container.MOV),
        (Codec.FFV1, Container.MKV),
    ],
)
def test_the_last_frame_stays_as_long_as_it_did(tmp_path, codec, container):
    info = probe(make_clip(tmp_path / "clip.mp4"))
    output = tmp_path / f"out.{container}"
    with writer_for(info, output, codec=codec, container=container) as writer:
        for index, duration in enumerate((40, 40, 40, 1700)):
            writer.write(Frame(noise(index).data, index * 40, MILLISECOND, duration))
        writer.finish()
    shown = ffprobe(output, "-show_entries", "format=duration")["format"]
    assert float(shown["duration"]) == pytest.approx(1.82, abs=0.001)


@pytest.mark.parametrize("suffix", [".mp4", ".mkv"])
@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("codec", [Codec.H264, Codec.HEVC])
def test_a_film_of_a_few_frames(tmp_path, codec, count, suffix):
    source = make_clip(tmp_path / "clip.mp4", times=range(count), sound="aac")
    output = tmp_path / f"out{suffix}"
    copy(source, output, codec=codec)
    assert frame_times(output) == pytest.approx([n / 25 for n in range(count)])


@pytest.mark.parametrize("suffix", [".mp4", ".mkv"])
def test_sound_of_a_broadcast_is_repacked_in_sync(tmp_path, suffix):
    # A transport stream frames its AAC in ADTS headers, which MP4 and Matroska leave out.
    source = make_clip(tmp_path / "clip.ts", times=range(5, 20), sound="aac", sound_seconds=1.0)
    output = tmp_path / f"out{suffix}"
    assert copy(source, output) == []
    zero = probe(source).start_seconds
    expected = [time - zero for time in click_times(source)]
    assert click_times(output) == pytest.approx(expected, abs=0.002)
    times = [time - zero for time in frame_times(source)]
    assert frame_times(output) == pytest.approx(times, abs=0.0006)


@pytest.mark.parametrize("suffix", [".mp4", ".mkv"])
def test_sound_is_copied_bit_for_bit_at_its_own_times(tmp_path, suffix):
    source = make_clip(tmp_path / "clip.mp4", sound="aac", sound_start=0.15)
    output = tmp_path / f"out{suffix}"
    assert copy(source, output) == []
    (before,), (after,) = sound_packets(source).values(), sound_packets(output).values()
    assert [checksum for _, checksum in after] == [checksum for _, checksum in before]
    expected = [time for time, _ in before]
    assert [time for time, _ in after] == pytest.approx(expected, abs=0.0006)
    assert click_times(output) == pytest.approx(click_times(source), abs=0.001)


def test_sound_outlasts_the_picture(tmp_path):
    source = make_clip(tmp_path / "clip.mp4", sound="aac", sound_seconds=2.0)
    copy(source, tmp_path / "out.mp4")
    assert len(click_times(tmp_path / "out.mp4")) == 20


def test_a_range_starts_at_zero_with_its_own_sound(tmp_path):
    source = make_clip(tmp_path / "clip.mp4", times=range(25), sound="aac", sound_seconds=1.0)
    output = tmp_path / "out.mp4"
    copy(source, output, start_seconds=0.2, end_seconds=0.6)
    assert frame_times(output) == pytest.approx([n / 25 for n in range(10)])
    assert [index_of(rgb) for rgb in pixels_of(output)] == list(range(5, 15))
    (kept,) = sound_packets(output).values()
    (whole,) = sound_packets(source).values()
    assert kept == [
        (pytest.approx(time - 0.2, abs=1e-4), checksum)
        for time, checksum in whole
        if 0.2 <= time < 0.6
    ]


@pytest.mark.parametrize("seconds", [3.0, 7.0])
def test_a_range_far_inside_finds_its_sound(tmp_path, seconds):
    times = range(0, 250, 10)
    source = make_clip(tmp_path / "clip.mkv", times=times, sound="pcm_s16le", sound_seconds=10.0)
    output = tmp_path / "out.mkv"
    copy(source, output, start_seconds=seconds, end_seconds=seconds + 1)
    expected = [time - seconds for time in click_times(source) if seconds <= time < seconds + 1]
    assert len(expected) == 10
    assert click_times(output) == pytest.approx(expected, abs=0.002)


@pytest.mark.parametrize(("suffix", "encoder"), [(".mkv", "pcm_u8"), (".avi", "pcm_s16le")])
def test_sound_that_mp4_does_not_hold_is_converted_in_sync(tmp_path, suffix, encoder):
    source = make_clip(tmp_path / f"clip{suffix}", sound=encoder, sound_seconds=1.0)
    output = tmp_path / "out.mp4"
    (warned,) = copy(source, output)
    assert warned.kind is WarningKind.SOUND_CONVERTED
    (track,) = ffprobe(output, "-select_streams", "a", "-show_streams")["streams"]
    assert track["codec_name"] == "aac"
    assert click_times(output) == pytest.approx(click_times(source), abs=0.012)


def test_a_gap_in_converted_sound_stays_a_gap(tmp_path):
    source = make_clip(
        tmp_path / "clip.mkv", sound="pcm_s16le", sound_seconds=1.0, sound_gap=range(3, 7)
    )
    copy(source, tmp_path / "out.mp4")
    expected = [0.0, 0.1, 0.2, 0.7, 0.8, 0.9]
    assert click_times(source) == pytest.approx(expected, abs=0.002)
    assert click_times(tmp_path / "out.mp4") == pytest.approx(expected, abs=0.012)


def test_converted_sound_is_cut_to_the_range(tmp_path):
    source = make_clip(tmp_path / "clip.avi", times=range(25), sound="pcm_s16le", sound_seconds=1.0)
    output = tmp_path / "out.mp4"
    copy(source, output, start_seconds=0.2, end_seconds=0.6)
    assert click_times(output) == pytest.approx([0.0, 0.1, 0.2, 0.3], abs=0.012)


def test_titles_and_chapters_come_along(tmp_path):
    chapters = [(0.0, 0.2, "Arrival"), (0.2, 0.6, "Cake"), (0.6, 1.0, "Goodbye")]
    source = make_clip(tmp_path / "clip.mkv", times=range(25), title="Party", chapters=chapters)
    for output in (tmp_path / "out.mp4", tmp_path / "out.mkv"):
        copy(source, output)
        shown = ffprobe(output, "-show_chapters", "-show_format")
        assert [
            (float(c["start_time"]), float(c["end_time"]), c["tags"]["title"])
            for c in shown["chapters"]
        ] == chapters
        assert shown["format"]["tags"]["title"] == "Party"


def test_chapters_are_cut_to_the_range(tmp_path):
    chapters = [(0.0, 0.2, "Arrival"), (0.2, 0.6, "Cake"), (0.6, 1.0, "Goodbye")]
    source = make_clip(tmp_path / "clip.mkv", times=range(25), chapters=chapters)
    copy(source, tmp_path / "out.mkv", start_seconds=0.3, end_seconds=0.5)
    (chapter,) = ffprobe(tmp_path / "out.mkv", "-show_chapters")["chapters"]
    assert chapter["tags"]["title"] == "Cake"
    assert (float(chapter["start_time"]), float(chapter["end_time"])) == (0.0, 0.2)


def test_turned_pixels_come_out_upright_square_and_without_a_matrix(tmp_path):
    source = make_clip(
        tmp_path / "clip.mp4",
        times=[0, 1],
        frames=[corner_frame(64, 64)] * 2,
        rotation=90,
        sample_aspect=Fraction(2),
    )
    copy(source, tmp_path / "out.mp4")
    video = video_of(tmp_path / "out.mp4")
    assert (video["width"], video["height"]) == (64, 128)
    assert video["sample_aspect_ratio"] == "1:1"
    assert "side_data_list" not in video
    shown = pixels_of(tmp_path / "out.mp4")[0]
    assert shown[10:50, 40:60].min() > 230
    assert shown[80:].max() < 25


COLOURS = [(200, 40, 40), (40, 200, 40), (40, 40, 200), (200, 200, 40), (128, 128, 128)]


def bars(height):
    return np.repeat(np.array([COLOURS], np.uint8), 32, axis=1).repeat(height, axis=0)


@pytest.mark.parametrize(
    ("codec", "height"),
    [(Codec.H264, 576), (Codec.H264, 578), (Codec.HEVC, 578), (Codec.FFV1, 578)],
)
@pytest.mark.parametrize(("matrix", "colour_range"), [(1, 1), (1, 2), (6, 1), (6, 2), (2, 0)])
def test_colours_survive(tmp_path, codec, height, matrix, colour_range):
    source = make_clip(
        tmp_path / "clip.mkv",
        times=[0],
        frames=[bars(480)],
        pixel_format="yuv444p",
        matrix=matrix,
        colour_range=colour_range,
    )
    output = tmp_path / "out.mkv"
    copy(source, output, codec=codec, width=160, height=height)
    video = video_of(output)
    name = "bt709" if height > 576 else "smpte170m"
    if codec is not Codec.FFV1:
        assert (video["color_space"], video["color_range"]) == (name, "tv")
    assert (video["color_primaries"], video["color_transfer"]) == (name, name)
    (shown,) = pixels_of(output)
    for number, colour in enumerate(COLOURS):
        middle = shown[height // 2, 32 * number + 16].astype(int)
        assert np.abs(middle - colour).max() <= 4, (colour, middle)


@pytest.mark.parametrize("codec", [Codec.H264, Codec.FFV1])
def test_gray_stays_gray(tmp_path, codec):
    source = make_clip(tmp_path / "gray.mkv", codec="ffv1", pixel_format="gray")
    copy(source, tmp_path / "out.mkv", codec=codec)
    shown = pixels_of(tmp_path / "out.mkv").astype(int)
    assert np.ptp(shown, axis=3).max() == 0
    assert [index_of(rgb) for rgb in shown] == list(range(10))


def test_a_tint_does_not_reach_a_gray_film(tmp_path):
    info = probe(make_clip(tmp_path / "gray.mkv", codec="ffv1", pixel_format="gray"))
    tinted = np.full((48, 64, 3), (140, 120, 100), np.uint8)
    with writer_for(info, tmp_path / "out.mkv") as writer:
        writer.write(Frame(tinted, 0, MILLISECOND, 40))
        writer.finish()
    assert np.ptp(pixels_of(tmp_path / "out.mkv").astype(int), axis=3).max() == 0


def test_ten_bits_stay_ten_bits(tmp_path):
    ramp = np.linspace(0, 255, 256).astype(np.uint8)
    frames = [np.repeat(np.repeat(ramp[None, :, None], 48, 0), 3, 2)]
    source = make_clip(tmp_path / "ten.mkv", times=[0], frames=frames, pixel_format="yuv420p10le")
    for codec, pixel_format in ((Codec.H264, "yuv420p10le"), (Codec.FFV1, "gbrp10le")):
        output = tmp_path / f"{codec}.mkv"
        copy(source, output, codec=codec)
        assert video_of(output)["pix_fmt"] == pixel_format
        row = pixels_of(output)[0, 24, :, 1].astype(int)
        assert np.abs(row - ramp).max() <= 1


def test_mp4_is_ready_to_stream_and_hevc_has_apples_name(tmp_path):
    source = make_clip(tmp_path / "clip.mp4")
    copy(source, tmp_path / "out.mp4", codec=Codec.HEVC)
    data = (tmp_path / "out.mp4").read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")
    assert video_of(tmp_path / "out.mp4")["codec_tag_string"] == "hvc1"


def test_encoders_are_quiet(tmp_path, capfd):
    source = make_clip(tmp_path / "clip.mp4", sound="aac")
    capfd.readouterr()
    for codec in (Codec.H264, Codec.HEVC, Codec.FFV1):
        copy(source, tmp_path / f"{codec}.mkv", codec=codec)
    assert capfd.readouterr() == ("", "")


def writer_for(info, output, **options):
    settings = {
        "width": 64,
        "height": 48,
        "codec": Codec.H264,
        "container": Container.MP4 if output.suffix == ".mp4" else Container.MKV,
        "quality": None,
        "start_seconds": None,
        "end_seconds": None,
        "time_base": MILLISECOND,
        "overwrite": False,
        "on_warning": pytest.fail,
        "preset": "ultrafast",
    }
    return Film(info, output, **settings | options)


def noise(index):
    rng = np.random.default_rng(index)
    return Frame(rng.integers(0, 256, (48, 64, 3), np.uint8), index * 40, MILLISECOND, 40)


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("suffix", [".mp4", ".mkv"])
@pytest.mark.parametrize("frames", [0, 1, 60])
def test_nothing_stays_behind_of_a_file_that_is_given_up(tmp_path, frames, suffix):
    info = probe(make_clip(tmp_path / "clip.mp4", sound="aac"))
    film = writer_for(info, tmp_path / f"out{suffix}")
    for index in range(61):
        film.write(noise(index))
    steps = iter([None] * frames)
    with pytest.raises(StopIteration):
        film.finish(on_step=lambda: next(steps))
    assert names_in(tmp_path) == ["clip.mp4"]


def test_the_final_name_appears_only_at_the_end(tmp_path):
    info = probe(make_clip(tmp_path / "clip.mp4"))
    seen = []
    with writer_for(info, tmp_path / "out.mp4") as writer:
        writer.write(noise(0))
        writer.finish(on_step=lambda: seen.append(names_in(tmp_path)))
    assert seen == [[".part", "clip.mp4"]]
    assert names_in(tmp_path) == ["clip.mp4", "out.mp4"]


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_appeared_meanwhile_is_never_replaced(tmp_path, monkeypatch, has_links):
    if not has_links:
        monkeypatch.setattr(os, "link", refuse_to_link)
    info = probe(make_clip(tmp_path / "clip.mp4"))
    with writer_for(info, tmp_path / "out.mp4") as writer:
        writer.write(noise(0))
        (tmp_path / "out.mp4").write_text("somebody else's")
        with pytest.raises(OutputVideoError) as caught:
            writer.finish()
    assert caught.value.reason is OutputProblem.EXISTS
    assert (tmp_path / "out.mp4").read_text() == "somebody else's"
    assert names_in(tmp_path) == ["clip.mp4", "out.mp4"]


def refuse_to_link(source, target):
    raise OSError(errno.EPERM, "no hard links here")


def test_without_hard_links_the_file_still_gets_its_name(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "link", refuse_to_link)
    copy(make_clip(tmp_path / "clip.mp4"), tmp_path / "out.mp4")
    assert len(frame_times(tmp_path / "out.mp4")) == 10
    assert names_in(tmp_path) == ["clip.mp4", "out.mp4"]


def test_a_source_that_went_away(tmp_path):
    info = probe(make_clip(tmp_path / "clip.mp4", sound="aac"))
    info.path.unlink()
    with pytest.raises(InputVideoError), writer_for(info, tmp_path / "out.mp4") as writer:
        writer.write(noise(0))
        writer.finish()
    assert names_in(tmp_path) == []


def test_overwriting_replaces(tmp_path):
    (tmp_path / "out.mp4").write_text("old")
    copy(make_clip(tmp_path / "clip.mp4"), tmp_path / "out.mp4", overwrite=True)
    assert len(frame_times(tmp_path / "out.mp4")) == 10


@pytest.mark.parametrize("suffix", ["mp4", "mov", "mkv"])
def test_a_pause_of_thirteen_hours_in_a_fast_clock(tmp_path, suffix):
    pause = 13 * 3600 * 1000
    times = [0, 40, 80, pause, pause + 40]
    source = make_clip(tmp_path / "in.mkv", times=times, time_base=Fraction(1, 1000))
    output = tmp_path / f"out.{suffix}"
    copy(source, output, container=Container(suffix), time_base=Fraction(1, 90000))
    found = [float(time) for time in frame_times(output)]
    assert found == pytest.approx([time / 1000 for time in times], abs=0.001)


def test_a_very_long_name(tmp_path):
    output = tmp_path / ("ä" * 125 + ".mp4")
    copy(make_clip(tmp_path / "clip.mp4"), output)
    assert len(frame_times(output)) == 10


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("suffix", [".mp4", ".mkv"])
def test_a_full_disk(tmp_path, suffix):
    info = probe(make_clip(tmp_path / "clip.mp4", sound="aac"))
    output = tmp_path / f"out{suffix}"
    (tmp_path / ".part").symlink_to("/dev/full")
    with pytest.raises(DiskFullError) as caught, writer_for(info, output, quality=1) as writer:
        for index in range(200):
            writer.write(noise(index))
        writer.finish()
    assert caught.value.needed_bytes is None
    assert caught.value.free_bytes > 0
    assert names_in(tmp_path) == ["clip.mp4"]


def test_an_encoder_that_refuses(tmp_path):
    info = probe(make_clip(tmp_path / "clip.mp4"))
    with (
        pytest.raises(OutputVideoError) as caught,
        writer_for(info, tmp_path / "out.mp4", preset="no such preset") as writer,
    ):
        writer.write(noise(0))
    assert caught.value.reason is OutputProblem.ENCODER_FAILED
    assert names_in(tmp_path) == ["clip.mp4"]


def test_nothing_to_write(tmp_path):
    info = probe(make_clip(tmp_path / "clip.mp4"))
    with pytest.raises(OutputVideoError), writer_for(info, tmp_path / "out.mp4") as writer:
        writer.finish()
    assert names_in(tmp_path) == ["clip.mp4"]


@pytest.mark.parametrize(
    ("codec", "container"),
    [
        (Codec.FFV1, Container.MP4),
        (Codec.FFV1, Container.MOV),
        (Codec.PRORES, Container.MP4),
        (Codec.AV1, Container.MOV),
    ],
)
def test_what_players_would_not_find_is_not_written(tmp_path, codec, container):
    info = probe(make_clip(tmp_path / "clip.mp4"))
    with pytest.raises(OutputVideoError) as caught:
        writer_for(info, tmp_path / "out.mp4", codec=codec, container=container)
    assert caught.value.reason is OutputProblem.UNSUPPORTED


@pytest.mark.parametrize(
    ("codec", "size"),
    [(Codec.HEVC, (48, 64)), (Codec.HEVC, (64, 14)), (Codec.AV1, (128, 16)), (Codec.AV1, (2, 2))],
)
def test_what_crashes_or_stops_an_encoder_is_not_tried(tmp_path, codec, size):
    source, output = make_clip(tmp_path / "clip.mp4"), tmp_path / "out.mkv"
    options = Options(codec=codec, size=SizeExact(*size), strength=0.0)
    with pytest.raises(OutputVideoError) as caught:
        restore(Job(source=source, output=output, options=options), lambda event: None, Event())
    assert caught.value.reason is OutputProblem.TOO_SMALL
    assert names_in(tmp_path) == ["clip.mp4"]


@pytest.mark.parametrize("codec", [Codec.H264, Codec.PRORES, Codec.FFV1])
@pytest.mark.parametrize("size", [(2, 2), (18, 10), (2, 66)])
def test_the_other_codecs_take_any_size(tmp_path, codec, size):
    source, output = make_clip(tmp_path / "clip.mp4"), tmp_path / "out.mkv"
    options = Options(codec=codec, size=SizeExact(*size), strength=0.0)
    restore(Job(source=source, output=output, options=options), lambda event: None, Event())
    assert (video_of(output)["width"], video_of(output)["height"]) == size
    assert len(frame_times(output)) == 10


def test_a_tiny_film_of_ten_bits_is_written_where_hevc_cannot_be(tmp_path):
    frames = [gray_frame(index, 24, 16) for index in range(10)]
    source, output = tmp_path / "deep.mkv", tmp_path / "out.mp4"
    make_clip(source, frames=frames, codec="ffv1", pixel_format="yuv420p10le")
    options = Options(size=SizeByFactor(1), strength=0.0)
    restore(Job(source=source, output=output, options=options), lambda event: None, Event())
    assert (video_of(output)["codec_name"], video_of(output)["pix_fmt"]) == ("h264", "yuv420p10le")
    assert len(frame_times(output)) == 10


def test_the_container_is_the_one_that_holds_everything(tmp_path):
    silent = probe(make_clip(tmp_path / "silent.mkv"))
    aac = probe(make_clip(tmp_path / "aac.mkv", sound="aac"))
    pcm = probe(make_clip(tmp_path / "pcm.mkv", sound="pcm_s16le"))
    assert choose_container(silent, None, None) is Container.MP4
    assert choose_container(aac, None, None) is Container.MP4
    assert choose_container(pcm, None, None) is Container.MKV
    assert choose_container(aac, None, None, Codec.FFV1) is Container.MKV
    assert choose_container(aac, Path("a.MKV"), None) is Container.MKV
    assert choose_container(pcm, Path("a.mp4"), None) is Container.MP4
    assert choose_container(pcm, Path("a.mkv"), Container.MP4) is Container.MP4


class TestCheckOutput:
    @pytest.fixture
    def source(self, tmp_path):
        path = tmp_path / "source.mp4"
        path.write_bytes(b"film")
        return path

    def problem(self, source, output, **options):
        with pytest.raises(OutputVideoError) as caught:
            check_output(source, output, **{"overwrite": False} | options)
        return caught.value.reason

    def test_a_new_name_is_fine(self, source, tmp_path):
        check_output(source, tmp_path / "new.mp4", overwrite=False)
        assert names_in(tmp_path) == ["source.mp4"]

    def test_a_name_that_no_disk_allows(self, source, tmp_path):
        assert self.problem(source, tmp_path / ("x" * 300)) is OutputProblem.BAD_NAME
        assert self.problem(source, tmp_path / ("x" * 300) / "a.mp4") is OutputProblem.BAD_NAME

    def test_an_existing_file(self, source, tmp_path):
        (tmp_path / "old.mp4").touch()
        assert self.problem(source, tmp_path / "old.mp4") is OutputProblem.EXISTS
        check_output(source, tmp_path / "old.mp4", overwrite=True)

    def test_a_folder_is_never_replaced(self, source, tmp_path):
        (tmp_path / "old.mp4").mkdir()
        problem = self.problem(source, tmp_path / "old.mp4", overwrite=True)
        assert problem is OutputProblem.EXISTS

    @pytest.mark.parametrize("overwrite", [False, True])
    def test_the_source_under_any_name(self, source, tmp_path, overwrite):
        (tmp_path / "symbolic.mp4").symlink_to(source)
        (tmp_path / "hard.mp4").hardlink_to(source)
        for name in ("source.mp4", "symbolic.mp4", "hard.mp4", "../" + tmp_path.name + "/hard.mp4"):
            problem = self.problem(source, tmp_path / name, overwrite=overwrite)
            assert problem is OutputProblem.IS_SOURCE

    def test_a_missing_folder(self, source, tmp_path):
        assert self.problem(source, tmp_path / "no" / "a.mp4") is OutputProblem.FOLDER_MISSING

    @pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere"
    )
    def test_a_folder_without_permission(self, source, tmp_path):
        (tmp_path / "locked").mkdir(mode=0o500)
        assert self.problem(source, tmp_path / "locked" / "a.mp4") is OutputProblem.NO_PERMISSION

    def test_too_little_room(self, tmp_path):
        with pytest.raises(DiskFullError) as caught:
            check_room(tmp_path / "a.mp4", 1 << 60)
        assert caught.value.needed_bytes == 1 << 60
