"""The sample of a few seconds: what it says about steady work, not how long anything takes."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from fractions import Fraction
from itertools import islice

import numpy as np
import pytest
import torch

from app.command_line import commands as cli
from app.command_line.report import bench_report
from engine.estimating import bench, encoder_sample, network_sample, speeds
from engine.estimating.bench import BenchReport, Measured, measure
from engine.estimating.encoder_sample import encoding_effort
from engine.estimating.speeds import FrameWork
from engine.jobs.choices import Codec, Encoder
from engine.jobs.errors import Cancelled
from engine.jobs.options import DEFAULT_MODEL
from engine.networks.realbasicvsr import BasicVSR, RealBasicVSR
from engine.restoring.plans import Plan
from engine.restoring.refinement import SoftRefinement
from engine.restoring.restorer import Restoration
from engine.video.geometry import output_size
from tests.unit.tiny import TINY


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(bench, "_SAMPLE_SECONDS", 0.02)
    monkeypatch.setattr(encoder_sample, "_SAMPLE_SECONDS", 0.01)


def work(
    *, pixels: int = 320 * 240, codec: Codec = Codec.H264, written_pixels: int = 640 * 480
) -> FrameWork:
    return FrameWork(
        model=DEFAULT_MODEL,
        device="cpu",
        pixels=pixels,
        codec=codec,
        written_pixels=written_pixels,
    )


def ready(plan: Plan) -> Restoration:
    network = RealBasicVSR(TINY).eval().requires_grad_(False)
    return Restoration(network, torch.device("cpu"), plan, SoftRefinement(255.0), 1.0, 64, 48)


def test_every_size_is_measured_and_remembered():
    report = measure(DEFAULT_MODEL, "cpu")
    assert [(m.width, m.height) for m in report.sizes] == list(bench.USUAL_SIZES)
    assert all(m.frames_per_second > 0 and m.needed_bytes > 1e7 for m in report.sizes)
    assert all(m.is_scaled for m in report.sizes)
    for m in report.sizes:
        written = math.prod(output_size(m.width, m.height, Fraction(1), None))
        usual = work(pixels=m.width * m.height, written_pixels=written)
        promised = speeds.seconds_per_frame(usual)
        assert promised == pytest.approx(1 / m.frames_per_second)
        once, twice = (
            speeds.seconds_per_frame(replace(usual, cleanings=count)) for count in (1.0, 2.0)
        )
        assert once < twice < 2 * once


@pytest.fixture
def one_size(monkeypatch):
    monkeypatch.setattr(bench, "USUAL_SIZES", bench.USUAL_SIZES[-1:])


@pytest.mark.usefixtures("one_size")
def test_a_precision_that_renders_would_not_take_is_not_remembered():
    assert measure(DEFAULT_MODEL, "cpu", "fp32").precision == "fp32"
    assert speeds.network_speed(work(pixels=320 * 240)) is None


@pytest.mark.usefixtures("one_size")
def test_what_is_known_is_not_measured_again(monkeypatch):
    monkeypatch.setattr(bench, "_QUIET_SHARE", 0.0)  # else a busy computer is measured again
    bench.learn(work())
    assert speeds.seconds_per_frame(work()) > 0
    monkeypatch.setattr(bench, "measure", None)
    bench.learn(work(codec=Codec.PRORES))
    assert speeds.seconds_per_frame(work(codec=Codec.PRORES)) > 0
    monkeypatch.setattr(bench, "measure_encoder", None)
    bench.learn(work(codec=Codec.PRORES))


def test_the_sample_of_an_encoder_is_a_moving_picture():
    first, *_, last = encoder_sample._moving_pictures(160, 120, 5)
    assert first.shape == last.shape == (120, 160, 3)
    assert first.std() > 20
    assert np.abs(first.astype(int) - last).mean() > 1


def test_noise_is_more_work_than_a_wall():
    rng = np.random.default_rng(0)
    noise = [rng.integers(0, 256, (240, 320, 3), np.uint8) for _ in range(12)]
    wall = [np.full((240, 320, 3), 90, np.uint8)] * 12
    hard, easy = (encoding_effort(p, Codec.H264, Encoder.CPU) for p in (noise, wall))
    assert hard > 2 * easy


def test_a_card_encodes_every_picture_alike():
    assert encoding_effort([], Codec.H264, Encoder.NVENC) == 1


def slow_parts(monkeypatch):
    """A clock, and a network whose parts let it go on: what each takes is known."""
    now = [0.0]

    def slow(owner, name, seconds):
        carry_out = getattr(owner, name)

        def slower(*args, **kwargs):
            now[0] += seconds
            return carry_out(*args, **kwargs)

        monkeypatch.setattr(owner, name, slower)

    slow(RealBasicVSR, "cleaning_residual", 1.0)
    slow(BasicVSR, "flows", 10.0)
    slow(BasicVSR, "propagate", 100.0)
    slow(BasicVSR, "upsample", 1000.0)
    slow(network_sample, "noise", 50_000.0)  # what happens once
    return lambda: now[0]


@pytest.mark.parametrize("batch", [1, 4])
def test_steady_work_is_that_of_a_further_frame(monkeypatch, batch):
    clock = slow_parts(monkeypatch)
    plan = Plan(window_frames=24, lookahead_frames=8, batch_frames=batch)
    seconds = network_sample.steady_seconds(ready(plan), plan, clock=clock)
    assert seconds == pytest.approx((1 + 10) / batch + 2 * 100 + 1000 + 100 * 8 / 24)


@pytest.mark.parametrize(("batch", "times"), [(1, 3), (4, 2)])
def test_no_more_frames_are_measured_than_asked_for(monkeypatch, batch, times):
    """Of whole batches, and one time more than frames are wanted."""
    looks = []
    plan = Plan(batch_frames=batch)
    monkeypatch.setattr(network_sample, "_propagation_seconds", lambda *_: 0.0)
    network_sample.steady_seconds(
        ready(plan), plan, seconds=1000, most_frames=2, clock=lambda: looks.append(0) or len(looks)
    )
    assert len(looks) == times


def test_a_further_cleaning_is_measured(monkeypatch):
    clock = slow_parts(monkeypatch)
    assert network_sample.cleaning_seconds(ready(Plan()), lambda: None, clock) == pytest.approx(1.0)


def test_no_two_neighbours_of_the_sample_are_alike():
    """What repeats is treated in another way."""
    first, second, third = islice(network_sample.noise(64, 48), 3)
    assert first.starts_shot
    assert not second.starts_shot
    assert (first.item.data != second.item.data).mean() > 0.9
    assert (second.item.data != third.item.data).mean() > 0.9


def test_it_can_be_cancelled():
    def on_step():
        raise Cancelled

    with pytest.raises(Cancelled):
        measure(DEFAULT_MODEL, "cpu", on_step=on_step)


def test_the_report_says_what_it_means():
    size = Measured(
        width=720, height=576, frames_per_second=2.5, needed_bytes=1_100_000_000, is_scaled=False
    )
    report = bench_report(BenchReport(model="m", device="d", precision="bf16", sizes=(size,)))
    assert "m on d, bf16" in report
    assert "2.5" in report
    assert "1.1 GB" in report
    assert "about 10 h 0 min (25 frames/s)" in report


@pytest.mark.usefixtures("one_size")
def test_the_command_prints_its_figures(capsys):
    assert cli.run(["bench", "--device", "cpu", "--json"]) == 0
    (report,) = json.loads(capsys.readouterr().out)
    assert report["model"] == DEFAULT_MODEL
    assert len(report["sizes"]) == 1


def test_an_unknown_model_is_one_sentence(capsys):
    assert cli.run(["bench", "--model", "nonesuch"]) == 1
    assert "no model called nonesuch" in capsys.readouterr().err
