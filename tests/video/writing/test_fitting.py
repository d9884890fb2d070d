"""What libavformat refuses of one source is found before the render, and does not cost the film."""

import av
import pytest

from engine.jobs.choices import Container
from engine.jobs.events import WarningKind
from engine.rendering.render import _Render
from engine.video.writing.containers import Treatment
from engine.video.writing.fitting import Fitting
from tests.video.clips import ffprobe, make_clip
from tests.video.reported import kinds, restored, run_ffmpeg, shelved, tone_hz


def streams(path):
    return ffprobe(path, "-show_streams")["streams"]


def with_cover(tmp_path, *, is_broken):
    clip, cover = make_clip(tmp_path / "plain.mp4", sound="aac"), tmp_path / "cover.jpg"
    run_ffmpeg("-f", "lavfi", "-i", "color=red:s=32x24", "-frames:v", 1, cover)
    path = tmp_path / "covered.mp4"
    run_ffmpeg(
        *("-i", clip, "-i", cover, "-map", 0, "-map", 1, "-c", "copy"),
        *("-disposition:v:1", "attached_pic", path),
    )
    data = bytearray(path.read_bytes())
    start = data.find(b"\xff\xd8\xff", data.find(b"covr"))
    if is_broken:
        size = cover.stat().st_size
        data[start + 2 : start + size] = bytes(size - 2)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("is_broken", [False, True])
def test_a_broken_cover_is_left_out(tmp_path, is_broken):
    output = tmp_path / "out.mp4"
    warnings = restored(with_cover(tmp_path, is_broken=is_broken), output)
    assert (WarningKind.COVER_DROPPED in kinds(warnings)) == is_broken
    assert [s["codec_type"] for s in streams(output)].count("audio") == 1


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-05:00"])
@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
def test_a_date_beyond_the_calendar(tmp_path, date, suffix):
    source = tmp_path / "in.mkv"
    run_ffmpeg(
        "-i", make_clip(tmp_path / "a.mkv"), "-c", "copy", "-metadata", f"DATE={date}", source
    )
    restored(source, tmp_path / f"out.{suffix}")


@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
def test_no_time_code_above_255_pictures_a_second(tmp_path, suffix):
    source = tmp_path / "fast.mkv"
    run_ffmpeg(
        *("-f", "lavfi", "-i", "testsrc2=s=64x48:r=1000:d=0.02", "-c:v", "ffv1"),
        *("-metadata", "timecode=00:59:59;28", source),
    )
    warnings = restored(source, tmp_path / f"out.{suffix}")
    assert [w.detail for w in warnings if w.kind is WarningKind.DETAILS_DROPPED] == ["time code"]


@pytest.mark.parametrize("second", [("-ac", 1, "-ar", 48000), ("-ac", 2, "-ar", 44100)])
def test_sound_that_changes_is_converted_through_the_change(tmp_path, second):
    parts = []
    for number, form in enumerate([("-ac", 2, "-ar", 48000), second]):
        part = tmp_path / f"{number}.ts"
        run_ffmpeg(
            *("-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=1"),
            *("-f", "lavfi", "-i", "sine=440:sample_rate=48000:d=1"),
            *("-c:v", "mpeg2video", "-c:a", "mp2", *form, "-output_ts_offset", number, part),
        )
        parts.append(part.read_bytes())
    source = tmp_path / "joined.ts"
    source.write_bytes(b"".join(parts))
    output = tmp_path / "out.mp4"
    restored(source, output)
    for start, end in ((0.1, 0.4), (0.6, 0.9)):
        pitch, seconds = tone_hz(output, start=start, end=end)
        assert pitch == pytest.approx(440, abs=5)
        assert seconds == pytest.approx(2, abs=0.15)


def test_sound_that_no_muxer_writes_is_said_beforehand(tmp_path):
    output = tmp_path / "out.mkv"
    warnings = restored(shelved("rm_cook.rm"), output)
    assert WarningKind.SOUND_CONVERTED in kinds(warnings)
    assert [s["codec_name"] for s in streams(output)] == ["h264", "aac"]


@pytest.fixture
def no_trial(monkeypatch):
    """As if the beginning of a track had been well, and what follows were not."""
    monkeypatch.setattr(Fitting, "try_beginning", lambda self: False)


@pytest.mark.usefixtures("no_trial")
def test_a_track_that_fails_at_the_end_does_not_cost_the_film(tmp_path):
    output = tmp_path / "out.mp4"
    warnings = restored(with_cover(tmp_path, is_broken=True), output)
    assert kinds(warnings) == {WarningKind.COVER_DROPPED}
    assert [s["codec_type"] for s in streams(output)] == ["video", "audio"]


def test_the_trial_names_the_one_part_that_is_refused(tmp_path, monkeypatch):
    found = []
    run = _Render.run

    def noted(render):
        run(render)
        found.append(dict(render._fitting.lowered))

    monkeypatch.setattr(_Render, "run", noted)
    restored(with_cover(tmp_path, is_broken=True), tmp_path / "out.mp4")
    assert found == [{2: Treatment.DROPPED}]


@pytest.mark.parametrize("codec", ["pcm_alaw", "pcm_mulaw"])
def test_telephone_sound_is_copied_into_matroska(tmp_path, codec):
    source, output = tmp_path / "in.mov", tmp_path / "out.mkv"
    clip = make_clip(tmp_path / "a.mkv", sound="pcm_s16le")
    run_ffmpeg(
        *("-i", clip, "-map", "0:v", "-map", "0:a", "-map", "0:a", "-c:v", "copy"),
        *("-c:a:0", codec, "-ar:0", 8000, "-c:a:1", "pcm_u8", source),
    )
    warnings = restored(source, output, container=Container.MKV)
    assert warnings == []
    tracks = ffprobe(output, "-select_streams", "a", "-show_streams")["streams"]
    assert [track["codec_name"] for track in tracks] == [codec, "pcm_u8"]
    before, after = (samples(path) for path in (source, output))
    assert before == after


def samples(path):
    with av.open(str(path)) as container:
        frames = container.decode(audio=0)
        return b"".join(frame.to_ndarray().tobytes() for frame in frames)
