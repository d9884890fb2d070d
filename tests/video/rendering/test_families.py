"""Models without a threshold go all the way: render, interruption, resuming, preview, trial."""

from __future__ import annotations

import threading
from dataclasses import asdict, replace
from itertools import islice

import av
import numpy as np
import pytest
import torch

from engine.jobs.choices import Codec
from engine.jobs.options import Job
from engine.networks.family import find_family
from engine.rendering.preview import Preview
from engine.rendering.trial import run_trial
from tests.unit import tiny
from tests.video.compare import assert_same_film
from tests.video.interrupted import FRAMES, OPTIONS, Run

MODELS = {
    "basicvsr-reds4": ("basicvsr", asdict(tiny.TINY)),
    "realesr-general-x4v3": ("srvgg", {"channels": 8, "convolutions": 2}),
}


@pytest.fixture(params=MODELS)
def job(request, monkeypatch, tmp_path, source, quick_renders):
    family, architecture = MODELS[request.param]
    torch.manual_seed(0)
    model = find_family(family).build(architecture).eval().requires_grad_(False)
    model.to(memory_format=torch.channels_last)
    monkeypatch.setattr("engine.restoring.restorer._load", lambda *_, **_given: model)
    options = replace(OPTIONS, model=request.param, threshold=None, codec=Codec.FFV1)
    return Job(source=source, output=tmp_path / "whole.mkv", options=options)


def test_an_interrupted_render_ends_as_an_undisturbed_one(job):
    broken = replace(job, output=job.output.with_name("broken.mkv"))
    whole = Run(job)
    assert whole.summary.mean_passes == 0
    done = [number for stop in (3, 13, None) for number in Run(broken, stop).done]
    assert_same_film(broken.output, job.output)
    assert set(done) == set(range(1, FRAMES + 1))


def test_the_preview_shows_the_render(job):
    """With any threshold: there is none."""
    Run(job)
    shown = []
    cancel = threading.Event()
    options = replace(job.options, threshold=3.0)
    summary = Preview(job, frames_limit=5).restore(options, shown.append, cancel)
    assert (summary.mean_passes, summary.mean_cleanings) == (0, 0)
    with av.open(str(job.output)) as film:
        frames = [f.to_ndarray(format="rgb24") for f in islice(film.decode(video=0), len(shown))]
    assert len(frames) == 5
    for preview, frame in zip(shown, frames, strict=True):
        pixels = np.frombuffer(preview.after.rgb, np.uint8).reshape(frame.shape)
        error = np.square(pixels.astype(float) - frame).mean()
        assert error < 255**2 / 10**4.5  # 45 dB


def test_a_trial_counts_no_cleaning(job):
    assert run_trial(job, threading.Event()).cleanings == 0
