"""A model may have a second end, at twice the size, for files that need no more."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import pytest
import torch
from safetensors.torch import save_file

from engine.estimating.network_sample import noise
from engine.estimating.speeds import FrameWork
from engine.jobs.choices import Codec
from engine.jobs.options import Options
from engine.networks import catalogue
from engine.networks.realbasicvsr import RealBasicVSR, count_macs_per_pixel
from engine.restoring import restorer
from engine.restoring.bands import enlarged_bands
from engine.restoring.plans import Plan, needed_bytes
from engine.restoring.restorer import Restoration
from tests.unit.allocation import peak_bytes
from tests.unit.tiny import TINY

WITH_HALF = replace(TINY, half_channels=4)
ENTRY = replace(
    catalogue.load_catalogue()[0],
    name="two-ends",
    architecture=vars(WITH_HALF),
    scales=(2, 4),
)
CPU = torch.device("cpu")


@pytest.fixture
def model() -> RealBasicVSR:
    torch.manual_seed(0)
    return RealBasicVSR(WITH_HALF).eval().requires_grad_(False)


@torch.inference_mode()
def test_both_ends_give_the_whole_picture_in_bands_too(model):
    frame, *features = (
        torch.rand(1, 3, 13, 10),
        torch.randn(1, 8, 13, 10),
        torch.randn(1, 8, 13, 10),
    )
    for scale in (2, 4):
        model.use_scale(scale)
        whole = model.upsample(frame, *features)
        assert whole.shape == (1, 3, scale * 13, scale * 10)
        bands = [part for _, part in enlarged_bands(model, (frame, *features), 5)]
        torch.testing.assert_close(torch.cat(bands, dim=-2), whole, atol=1e-5, rtol=1e-5)
    with pytest.raises(ValueError, match="3 times"):
        model.use_scale(3)


def test_the_smaller_end_is_less_work(model):
    whole = model.macs_per_pixel
    model.use_scale(2)
    assert model.macs_per_pixel == count_macs_per_pixel(WITH_HALF, 2) < whole


def test_the_memory_of_the_smaller_end_is_known(model):
    model.use_scale(2)
    size, plan = (64, 48), Plan(2, 1, 48)
    model.set_precision(torch.float32)
    work = Restoration(model, CPU, plan, None, 1.0, *size)
    frames = list(islice(noise(*size), 4))
    measured = model.weight_bytes() + peak_bytes(lambda: list(work.run(frames, lambda: None)))
    measured -= 2 * frames[0].item.data.nbytes * model.scale**2
    expected = needed_bytes(model, *size, plan)
    assert measured <= 1.1 * expected
    assert expected <= 1.7 * measured


@pytest.mark.parametrize(
    ("enlargement", "scale"), [(1.0, 2), (2.0, 2), (1080 / 480, 2), (1080 / 360, 4), (9.0, 4)]
)
def test_the_cheapest_end_that_is_enough_is_used(monkeypatch, tmp_path, model, enlargement, scale):
    save_file(model.state_dict(), tmp_path / "weights.safetensors")
    monkeypatch.setattr(catalogue, "find", lambda _name: ENTRY)
    monkeypatch.setattr(catalogue, "verify", lambda _entry: None)
    monkeypatch.setattr(catalogue, "weights_path", lambda _: tmp_path / "weights.safetensors")
    restorer.free_device()
    options = Options(device="cpu", precision="fp32", model="two-ends")
    prepared = restorer.prepare(options, 32, 24, enlargement=enlargement)
    assert prepared.model.scale == scale
    (first, *_) = prepared.run(islice(noise(32, 24), 2), lambda: None)
    assert first.frame.data.shape == (24 * scale, 32 * scale, 3)
    restorer.free_device()


def test_a_model_with_one_end_is_left_alone():
    entry = replace(ENTRY, scales=())
    assert entry.scale_for(1.0) is None


@pytest.mark.parametrize(("written", "scale"), [((1440, 1080), 2), ((2560, 1920), 4)])
def test_an_estimate_is_about_the_end_that_is_used(monkeypatch, written, scale):
    monkeypatch.setattr("engine.estimating.speeds.find", lambda _name: ENTRY)
    width, height = written
    work = FrameWork(
        model="two-ends",
        device="cpu",
        pixels=640 * 480,
        codec=Codec.H264,
        written_pixels=width * height,
    )
    assert work.scale == scale
