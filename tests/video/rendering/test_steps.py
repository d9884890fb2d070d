"""Steps: one line in the registry, and render, preview and resume run a treatment."""

import threading
from dataclasses import replace

import numpy as np
import pytest

from engine.jobs.choices import Codec, SizeByFactor
from engine.jobs.errors import UnfinishedWorkError
from engine.jobs.options import Job
from engine.rendering.preview import Preview
from engine.rendering.steps import registry
from engine.rendering.steps.registry import claim_of_steps, open_frames, seconds_of_steps
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader
from tests.video.clips import make_clip
from tests.video.compare import assert_same_film, frame_checksums
from tests.video.interrupted import FRAMES, OPTIONS, Run

PLAIN = replace(OPTIONS, strength=0.0, codec=Codec.FFV1)


class Smear:
    """Makes every frame the mean of itself and its neighbours: depends on the past and the next."""

    name = "smear"
    nanoseconds_per_pixel = 2.0

    def __init__(self, weight=2):
        self.weight, self.sizes = weight, set()

    def claim(self):
        return {"weight": self.weight}

    def apply(self, frames):
        before, frame = None, next(frames, None)
        while frame is not None:
            after = next(frames, None)
            self.sizes.add(frame.data.shape)
            around = [f.data.astype(np.uint32) for f in (before, after) if f is not None]
            total = frame.data.astype(np.uint32) * self.weight + sum(around)
            mean = (total // (self.weight + len(around))).astype(frame.data.dtype)
            yield replace(frame, data=mean)
            before, frame = frame, after


class Invert:
    """Shows the negative of every picture."""

    name = "invert"
    nanoseconds_per_pixel = 3.0

    def claim(self):
        return {}

    def apply(self, picture, ticks):
        plane = np.frombuffer(picture.planes[0], np.uint8)
        plane[:] = 255 - plane

    def apply_to_rgb(self, rgb, ticks):
        return 255 - rgb


@pytest.fixture
def smear(monkeypatch):
    step = Smear()
    monkeypatch.setattr(registry, "SOURCE_STEPS", [lambda info, options: step])
    return step


@pytest.fixture
def invert(monkeypatch):
    monkeypatch.setattr(registry, "FINISH_STEPS", [lambda info, options, lines: Invert()])


def decoded(path):
    with Reader(probe(path)) as reader:
        return [frame.data.astype(int) for frame in reader]


def test_a_source_step_treats_what_the_path_without_a_network_writes(tmp_path, source, smear):
    output = tmp_path / "out.mkv"
    Run(Job(source=source, output=output, options=PLAIN))
    before, after = decoded(source), decoded(output)
    expected = (before[4] + 2 * before[5] + before[6]) // 4
    assert np.abs(after[5] - expected).max() <= 3  # a conversion to the file's format and back
    assert np.abs(after[5] - before[5]).max() > 10


def test_a_source_step_sees_whole_stored_pictures(tmp_path, smear):
    turned = make_clip(tmp_path / "turned.mp4", rotation=90)
    info = probe(turned)
    with open_frames(info, PLAIN) as reader:
        frames = list(reader)
    assert frames[0].data.shape[:2] == (info.width, info.height), "upright"
    assert smear.sizes == {(info.height, info.width, 3)}, "as stored"


def test_a_render_with_a_source_step_goes_on_bit_for_bit(tmp_path, source, smear, quick_renders):
    whole, broken = tmp_path / "whole.mkv", tmp_path / "broken.mkv"
    Run(Job(source=source, output=whole, options=OPTIONS))
    job = Job(source=source, output=broken, options=OPTIONS)
    done = [number for stop in (7, 14, None) for number in Run(job, stop).done]
    assert_same_film(broken, whole)
    assert len(done) < 2 * FRAMES, "it went on"


def test_what_a_step_measured_belongs_to_the_claim(tmp_path, source, smear, quick_renders):
    job = Job(source=source, output=tmp_path / "out.mkv", options=OPTIONS)
    Run(job, 14)
    smear.weight = 3
    with pytest.raises(UnfinishedWorkError) as caught:
        Run(job)
    assert "smear weight: 2 → 3" in caught.value.detail


def test_the_preview_runs_source_and_finish_steps(tmp_path, source, smear, invert):
    job = Job(source=source, output=tmp_path / "out.mkv", options=PLAIN)
    shown = []
    Preview(job, frames_limit=8).restore(job.options, shown.append, threading.Event())
    pictures = [
        np.frombuffer(frame.after.rgb, np.uint8).reshape(48, 64, 3).astype(int) for frame in shown
    ]
    before = decoded(source)
    expected = 255 - (before[4] + 2 * before[5] + before[6]) // 4
    assert np.abs(pictures[5] - expected).max() <= 1


def test_a_finish_step_changes_what_is_written(tmp_path, source, invert):
    output = tmp_path / "out.mp4"
    options = replace(PLAIN, codec=Codec.H264, quality=1, size=SizeByFactor(1))
    Run(Job(source=source, output=output, options=options))
    mean = np.mean([frame.mean() for frame in decoded(output)])
    assert mean == pytest.approx(255 - np.mean([f.mean() for f in decoded(source)]), abs=8)


def test_a_range_begins_as_in_the_whole_film(source, smear):
    info = probe(source)
    with open_frames(info, PLAIN) as reader:
        whole = {frame.pts: frame.data for frame in reader}
    with open_frames(info, PLAIN, start_seconds=0.4) as reader:
        part = list(reader)
    assert len(part) == FRAMES - 10
    assert all(np.array_equal(frame.data, whole[frame.pts]) for frame in part)


def test_steps_cost_time_in_the_estimate(source, smear, invert):
    info = probe(source)
    assert seconds_of_steps(info, PLAIN) == pytest.approx(64 * 48 * (2.0 + 3.0) * 1e-9)
    assert claim_of_steps(info, PLAIN) == {"smear weight": 2}


def test_without_steps_nothing_changes(tmp_path, source):
    output = tmp_path / "out.mkv"
    Run(Job(source=source, output=output, options=PLAIN))
    assert frame_checksums(output)
    assert all(
        np.abs(a - b).max() <= 3 for a, b in zip(decoded(source), decoded(output), strict=True)
    )
