"""Whole jobs with the bundled model: frames in, as many frames out, and nothing left behind."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.jobs.choices import Borders, Codec, Container, Crop, SizeByFactor, SizeExact
from engine.jobs.errors import (
    Cancelled,
    DiskFullError,
    InputProblem,
    InputVideoError,
    OutputProblem,
    OutputVideoError,
)
from engine.jobs.events import Progressed, Started
from engine.jobs.options import Job, Options
from engine.networks.realbasicvsr import RealBasicVSR
from engine.rendering.output import default_output, output_size_of
from engine.rendering.preview import Preview
from engine.rendering.render import restore
from engine.rendering.segments import OpenSegment, SegmentPolicy
from engine.rendering.trial import run_trial
from engine.restoring.refinement import MOST_PASSES
from engine.restoring.restorer import prepare
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader
from tests.video.clips import FIRST_LEVEL, STEP, gray_frame, index_of, level, make_clip

FAST = Options(size=SizeByFactor(1), codec=Codec.FFV1, container=Container.MKV, threshold=255.0)


def run(job: Job, cancel: threading.Event | None = None):
    events = []
    summary = restore(job, events.append, cancel or threading.Event())
    return summary, events


def frames_of(path: Path):
    with Reader(probe(path)) as reader:
        return list(reader)


def textured(index: int, width: int = 48, height: int = 32) -> np.ndarray:
    """A moving pattern whose mean tells the number of the frame."""
    rows, columns = np.mgrid[0:height, 0:width]
    pattern = 20 * np.sin((columns + 2 * index) / 3.0) * np.cos(rows / 4.0)
    return (level(index) + pattern).clip(0, 255).astype(np.uint8)[..., None].repeat(3, 2)


def test_every_frame_comes_out_once_at_its_time(tmp_path):
    times = (0, 1, 2, 4, 5, 9, 10, 11, 12, 13, 14, 15, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28)
    frames = [textured(i) for i in range(len(times))]
    source = make_clip(tmp_path / "in.mp4", times=times, frames=frames)
    summary, events = run(Job(source=source, output=tmp_path / "out.mkv", options=FAST))
    result = frames_of(tmp_path / "out.mkv")
    assert summary.frames == len(times) == len(result)
    seconds = [frame.pts_seconds for frame in result]
    assert seconds == pytest.approx([t / 25 for t in times], abs=0.001)
    assert [index_of(frame.data) for frame in result] == list(range(len(times)))
    assert isinstance(events[0], Started)
    progress = [e for e in events if isinstance(e, Progressed)]
    assert progress[-1].frames_done == len(times)
    assert progress[-1].seconds_left == 0
    assert progress[-1].mean_passes == pytest.approx(1.0)


def test_the_plain_enlargement_skips_the_network(tmp_path):
    source = make_clip(tmp_path / "in.mp4")
    options = Options(size=SizeByFactor(2), strength=0.0, model="no such model")
    summary, events = run(Job(source=source, output=tmp_path / "out.mp4", options=options))
    assert summary.mean_passes == 0.0
    assert events[0].model == ""
    assert frames_of(tmp_path / "out.mp4")[3].data.shape == (96, 128, 3)


def test_strength_mixes_the_restoration_in(tmp_path):
    source = make_clip(tmp_path / "in.mp4", frames=[textured(i) for i in range(4)], times=range(4))
    pictures = []
    for number, strength in enumerate((0.001, 0.5, 1.0)):
        options = Options(
            size=SizeByFactor(4), codec=Codec.FFV1, container=Container.MKV, strength=strength
        )
        output = tmp_path / f"{number}.mkv"
        run(Job(source=source, output=output, options=options))
        pictures.append(frames_of(output)[2].data.astype(float))
    middle = (pictures[0] + pictures[2]) / 2
    assert np.abs(pictures[2] - pictures[0]).mean() > 0.5
    assert np.abs(pictures[1] - middle).mean() < 0.5


def test_a_range_and_a_region(tmp_path):
    source = make_clip(tmp_path / "in.mp4", times=tuple(range(20)))
    options = Options(
        size=SizeByFactor(2), start_seconds=0.2, end_seconds=0.4, crop=Crop(8, 4, 32, 16)
    )
    _, events = run(Job(source=source, output=tmp_path / "out.mp4", options=options))
    result = frames_of(tmp_path / "out.mp4")
    assert [index_of(frame.data) for frame in result] == [5, 6, 7, 8, 9]
    assert events[0].frames_total == 5
    assert result[0].data.shape == (32, 64, 3)


def test_ten_bits_stay_ten_bits(tmp_path):
    source = make_clip(tmp_path / "in.mkv", pixel_format="yuv420p10le", times=range(3))
    run(Job(source=source, output=tmp_path / "out.mkv", options=Options(size=SizeByFactor(2))))
    assert probe(tmp_path / "out.mkv").bit_depth == 10
    assert [index_of(frame.data) for frame in frames_of(tmp_path / "out.mkv")] == [0, 1, 2]


def left_behind(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_cancelling_leaves_nothing(tmp_path):
    # So few frames fit between two stages that the decoder has to wait.
    policy = SegmentPolicy(most_queued_frames=2)
    before = set(threading.enumerate())
    source = make_clip(tmp_path / "in.mp4", times=tuple(range(27)))
    cancel = threading.Event()

    def on_event(event):
        if isinstance(event, Progressed):
            cancel.set()

    with pytest.raises(Cancelled):
        job = Job(source=source, output=tmp_path / "out.mkv", options=FAST)
        restore(job, on_event, cancel, policy)
    assert left_behind(tmp_path) == ["in.mp4"]
    assert set(threading.enumerate()) <= before


def test_a_cancelled_render_does_not_wait_for_frames_to_be_encoded(tmp_path, monkeypatch):
    source = make_clip(tmp_path / "in.mp4", times=tuple(range(27)))
    cancel, is_queued, encoded = threading.Event(), threading.Event(), []

    class Slow(OpenSegment):
        def add(self, frame):
            encoded.append(frame)
            assert is_queued.wait(10)
            cancel.set()
            time.sleep(0.3)

    def on_event(event):
        if isinstance(event, Progressed) and event.frames_done >= 10:
            is_queued.set()

    monkeypatch.setattr("engine.rendering.stages.OpenSegment", Slow)
    options = replace(FAST, strength=0.0)
    with pytest.raises(Cancelled):
        job = Job(source=source, output=tmp_path / "out.mkv", options=options)
        restore(job, on_event, cancel, SegmentPolicy(report_seconds=0.0))
    assert len(encoded) <= 2


def test_an_encoder_that_fails_ends_the_render(tmp_path):
    before = set(threading.enumerate())
    # More frames than fit between two stages, so that the render would wait for the encoder.
    source = make_clip(tmp_path / "in.mp4", times=tuple(range(27)))
    options = Options(size=SizeExact(40000, 16), strength=0.0)
    with pytest.raises(OutputVideoError) as caught:
        run(Job(source=source, output=tmp_path / "out.mp4", options=options))
    assert caught.value.reason is OutputProblem.ENCODER_FAILED
    assert left_behind(tmp_path) == ["in.mp4"]
    assert set(threading.enumerate()) <= before


def test_a_range_past_the_end_is_an_error(tmp_path):
    source = make_clip(tmp_path / "in.mp4")
    options = Options(start_seconds=100.0)
    with pytest.raises(InputVideoError) as caught:
        run(Job(source=source, output=tmp_path / "out.mp4", options=options))
    assert caught.value.reason is InputProblem.NO_FRAME_IN_RANGE
    assert left_behind(tmp_path) == ["in.mp4"]


def test_too_little_room_is_known_before_the_render(tmp_path, monkeypatch):
    source = make_clip(tmp_path / "in.mp4")
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr("engine.video.writing.writer.shutil.disk_usage", lambda _: usage)
    with pytest.raises(DiskFullError) as caught:
        run(Job(source=source, output=tmp_path / "out.mp4"))
    assert caught.value.needed_bytes > 1000


def test_names_of_outputs_are_free(tmp_path):
    info = probe(make_clip(tmp_path / "tape.mp4"))
    assert default_output(info, Options()) == tmp_path / "tape restored.mp4"
    (tmp_path / "tape restored.mp4").touch()
    assert default_output(info, Options()) == tmp_path / "tape restored 2.mp4"
    replaced = default_output(info, Options(), overwrite=True)
    assert replaced == tmp_path / "tape restored.mp4"
    assert default_output(info, FAST, tmp_path / "new").name == "tape restored.mkv"


def test_size_of_turned_anamorphic_clips(tmp_path):
    info = probe(
        make_clip(
            tmp_path / "in.mp4",
            frames=[gray_frame(0, 72, 58)],
            times=(0,),
            rotation=90,
            sample_aspect=Fraction(16, 15),
        )
    )
    width, height = output_size_of(info, Options(size=SizeByFactor(2)))
    assert height > width
    assert height / width == pytest.approx(72 * 16 / 15 / 58, rel=0.005)


def preview_of(job: Job, threshold: float | None = None, frames_limit: int = 5):
    shown = []
    preview = Preview(job, frames_limit=frames_limit)
    options = replace(job.options, threshold=threshold)
    summary = preview.restore(options, shown.append, threading.Event())
    return shown, summary.mean_passes, preview


@pytest.mark.parametrize(("rotation", "strength"), [(90, 1.0), (0, 0.4)])
def test_a_preview_is_what_the_render_writes(tmp_path, rotation, strength):
    """The region and the stretch of a preview, against the same pixels of the whole render."""
    frames = [textured(i, 96, 80) for i in range(20)]
    source = make_clip(
        tmp_path / "in.mp4", frames=frames, times=tuple(range(20)), rotation=rotation
    )
    options = Options(
        size=SizeByFactor(4), codec=Codec.FFV1, container=Container.MKV, strength=strength
    )
    output = tmp_path / "out.mkv"
    run(Job(source=source, output=output, options=options))
    whole = [frame.data for frame in frames_of(output)]

    region = Crop(4, 48, 60, 30)  # near a corner: its margin differs on every side
    choice = replace(options, crop=region, start_seconds=0.32)
    shown, _, _ = preview_of(Job(source=source, output=tmp_path / "no.mp4", options=choice))
    assert [round(f.pts_seconds * 25) for f in shown] == [8, 9, 10, 11, 12]
    for frame in shown:
        size = (frame.after.height, frame.after.width, 3)
        after = np.frombuffer(frame.after.rgb, np.uint8).reshape(size)
        picture = whole[round(frame.pts_seconds * 25)]
        if rotation:
            picture = np.rot90(picture)  # back to how it is stored
            after = np.rot90(after)
        expected = picture[4 * 48 : 4 * 78, 4 * 4 : 4 * 64]
        error = np.square(expected.astype(float) - after).mean()
        # Without its margin it would be 49, without its warm-up 53 at first, with both 60.
        assert 10 * np.log10(255**2 / max(error, 1e-9)) > 55


def test_the_slider_re_uses_what_is_decoded(tmp_path, monkeypatch):
    source = make_clip(tmp_path / "in.mp4")
    shown, passes, preview = preview_of(Job(source=source, output=tmp_path / "no.mp4"), 255.0)
    assert passes == pytest.approx(1.0)
    source.unlink()
    again: list = []
    more = preview.restore(Options(threshold=0.0), again.append, threading.Event())
    assert more.mean_passes > passes
    assert [f.pts_seconds for f in again] == [f.pts_seconds for f in shown]
    assert again[0].before is shown[0].before


def uneven_noise(index: int) -> np.ndarray:
    """Three times as much on the right as on the left."""
    noise = np.random.default_rng(index).normal(0, 8, (80, 96, 3))
    noise[:, 48:] *= 3
    return (120 + noise).clip(0, 255).astype(np.uint8)


@pytest.mark.parametrize("left", [0, 64])
def test_a_region_is_cleaned_as_often_as_the_whole_picture(tmp_path, left):
    frames = [uneven_noise(i) for i in range(6)]
    source = make_clip(tmp_path / "in.mkv", frames=frames, times=tuple(range(6)), codec="ffv1")
    threshold = 8.0
    whole = Job(source=source, output=tmp_path / "no.mp4")
    part = replace(whole, options=Options(crop=Crop(left, 16, 32, 40)))
    (_, of_whole, _), (_, of_part, _) = (preview_of(job, threshold) for job in (whole, part))
    assert 1.1 < of_whole < MOST_PASSES
    assert of_part == pytest.approx(of_whole, rel=0.03)


def test_a_trial_tells_how_much_work_a_film_is(tmp_path):
    frames = [uneven_noise(i) for i in range(6)]
    source = make_clip(tmp_path / "in.mkv", frames=frames, times=tuple(range(6)), codec="ffv1")
    job = Job(source=source, output=tmp_path / "no.mp4", options=Options(threshold=8.0))
    before = set(tmp_path.iterdir())
    trial = run_trial(job, threading.Event())
    summary = Preview(job, frames_limit=6).restore(job.options, lambda _: None, threading.Event())
    assert trial.cleanings == summary.mean_cleanings > 1
    assert trial.encoding > 0
    assert set(tmp_path.iterdir()) == before


def test_a_trial_looks_at_three_places_of_a_longer_film(tmp_path, monkeypatch):
    tried = []

    class Watched(Preview):
        def __init__(self, job, *, frames_limit):
            tried.append((job.options.start_seconds, job.options.crop))
            super().__init__(job, frames_limit=frames_limit)

    monkeypatch.setattr("engine.rendering.trial.Preview", Watched)
    size = (160, 120)
    source = make_clip(
        tmp_path / "in.mp4",
        frames=[textured(i % 20, *size) for i in range(100)],
        times=tuple(range(100)),
    )
    inside = Crop(8, 4, 120, 100)
    plain = Options(size=SizeByFactor(1), strength=0.0)
    options = replace(plain, start_seconds=0.4, end_seconds=3.9, crop=inside)
    run_trial(Job(source=source, output=tmp_path / "no.mp4", options=options), threading.Event())
    assert [start for start, _ in tried] == pytest.approx([2.15, 1.1, 3.2])
    assert [(c.x, c.y, c.width, c.height) for _, c in tried] == [
        (20, 22, 96, 64),
        (14, 15, 96, 64),
        (26, 29, 96, 64),
    ]


def test_a_trial_of_a_film_that_is_shorter_than_it_says(tmp_path, monkeypatch):
    source = make_clip(
        tmp_path / "in.mp4",
        frames=[textured(i % 20) for i in range(30)],
        times=tuple(range(30)),
    )
    job = Job(source=source, output=tmp_path / "no.mp4")
    lies = replace(probe(source), duration_seconds=4.0)  # it has 1.2
    monkeypatch.setattr("engine.rendering.trial.probe", lambda _path: lies)
    assert run_trial(job, threading.Event()).cleanings >= 1
    nowhere = replace(job, options=Options(start_seconds=3.0))
    with pytest.raises(InputVideoError) as caught:
        run_trial(nowhere, threading.Event())
    assert caught.value.reason is InputProblem.NO_FRAME_IN_RANGE


def test_a_trial_stops_when_it_is_told_to(tmp_path):
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        run_trial(Job(source=make_clip(tmp_path / "in.mp4"), output=tmp_path / "no.mp4"), cancel)


def test_a_preview_stops_between_the_whole_pictures(tmp_path, monkeypatch):
    """Each of them may take seconds."""
    cancel, cleaned = threading.Event(), []
    residual = RealBasicVSR.cleaning_residual

    def clean(network, frames):
        cleaned.append(frames.shape[-2:])
        cancel.set()
        return residual(network, frames)

    source = make_clip(tmp_path / "in.mp4", times=tuple(range(30)), frames=[textured(1)] * 30)
    options = Options(crop=Crop(0, 0, 8, 8))
    preview = Preview(Job(source=source, output=tmp_path / "no.mp4", options=options))
    prepare(options, 8, 8)  # its probes clean as well
    monkeypatch.setattr(RealBasicVSR, "cleaning_residual", clean)
    with pytest.raises(Cancelled):
        preview.restore(options, lambda _: None, cancel)
    assert len(cleaned) == 1


def test_a_preview_beside_the_picture(tmp_path):
    job = Job(
        source=make_clip(tmp_path / "in.mp4"),
        output=tmp_path / "no.mp4",
        options=Options(crop=Crop(40, 0, 32, 32)),
    )
    with pytest.raises(InputVideoError) as caught:
        preview_of(job)
    assert caught.value.reason is InputProblem.CROP_OUTSIDE


def test_without_borders_a_preview_leaves_them_out_as_the_render_does(tmp_path, monkeypatch):
    """Neither the margin of its region nor the whole picture that it is compared with has them."""
    frames = [uneven_noise(i) for i in range(6)]
    for frame in frames:
        frame[:, :24] = 16
    source = make_clip(tmp_path / "in.mkv", frames=frames, times=tuple(range(6)), codec="ffv1")
    without = Crop(24, 0, 72, 80)
    found = replace(probe(source), borders_crop=without)
    monkeypatch.setattr("engine.rendering.preview.probe", lambda _path: found)
    monkeypatch.setattr("engine.rendering.render.probe", lambda _path: found)
    options = Options(
        borders=Borders.CROP,
        threshold=8.0,
        size=SizeByFactor(4),
        codec=Codec.FFV1,
        container=Container.MKV,
    )
    output = tmp_path / "out.mkv"
    summary, _ = run(Job(source=source, output=output, options=options))
    region = replace(options, crop=Crop(28, 16, 40, 40))
    shown, passes, _ = preview_of(Job(source=source, output=output, options=region), 8.0)
    assert passes == pytest.approx(summary.mean_passes, rel=0.03)
    whole = [frame.data for frame in frames_of(output)]
    for number, frame in enumerate(shown):
        size = (frame.after.height, frame.after.width, 3)
        after = np.frombuffer(frame.after.rgb, np.uint8).reshape(size).astype(float)
        expected = whole[number][4 * 16 : 4 * 56, 4 * 4 : 4 * 44]
        assert 10 * np.log10(255**2 / np.square(expected - after).mean()) > 45


def test_a_preview_past_the_end(tmp_path):
    source = make_clip(tmp_path / "in.mp4")
    job = Job(source=source, output=tmp_path / "no.mp4", options=Options(start_seconds=9.0))
    with pytest.raises(InputVideoError) as caught:
        preview_of(job)
    assert caught.value.reason is InputProblem.NO_FRAME_IN_RANGE


def test_levels_tell_frames_apart():
    """The pattern that the tests above read numbers from survives being gray and blurred."""
    assert all(abs(textured(i).mean() - (FIRST_LEVEL + i * STEP)) < STEP / 3 for i in range(23))


def test_a_preview_is_bounded_in_bytes(tmp_path):
    source = make_clip(
        tmp_path / "in.mp4", times=range(23), frames=[textured(i) for i in range(23)]
    )
    job = Job(source=source, output=tmp_path / "out.mkv", options=replace(FAST, strength=0.0))
    frame_bytes = 3 * (1 + 2 + 2) * 48 * 32

    def previewed(**limits):
        shown = []
        preview = Preview(job, **limits)
        summary = preview.restore(job.options, shown.append, threading.Event())
        return len(shown), summary.is_shortened

    assert previewed(frames_limit=20) == (20, False)
    assert previewed(frames_limit=20, bytes_limit=12 * frame_bytes) == (12, True)
    assert previewed(frames_limit=20, bytes_limit=1) == (8, True), "a few in any case"
    assert previewed(frames_limit=20, bytes_limit=20 * frame_bytes) == (20, False)
