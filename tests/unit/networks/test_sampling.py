"""Places of a picture between its pixels, on devices whose own code is right and on others."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional as F  # noqa: N812

from engine.networks import sampling
from engine.networks.sampling import gathered, sample_bilinear
from engine.networks.spynet import flow_warp


def places(seed: int) -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(seed)
    picture = torch.rand(2, 3, 7, 9, generator=generator)
    return picture, 3 * torch.rand(2, 5, 6, 2, generator=generator) - 1.5


@pytest.mark.parametrize("padding_mode", ["zeros", "border"])
def test_gathering_gives_what_the_processor_samples(padding_mode):
    picture, grid = places(0)
    expected = F.grid_sample(picture, grid, "bilinear", padding_mode, align_corners=True)
    torch.testing.assert_close(gathered(picture, grid, padding_mode), expected)


@pytest.fixture
def doubtful(monkeypatch):
    """The processor in the place of a card whose own code is asked for its results."""
    monkeypatch.setattr(sampling, "_DOUBTFUL", {"cpu"})
    asked = sampling._samples_rightly
    asked.cache_clear()
    yield
    asked.cache_clear()


def without_border(picture, grid, mode, padding_mode, *, align_corners):
    if padding_mode == "border":
        raise NotImplementedError("Unsupported Border padding mode")
    return torch.grid_sampler(picture, grid, 0, 0, align_corners)


def off_by_a_pixel(picture, grid, mode, padding_mode, *, align_corners):
    modes = {"zeros": 0, "border": 1}
    return torch.grid_sampler(picture, grid, 0, modes[padding_mode], not align_corners)


@pytest.mark.parametrize("wrong", [without_border, off_by_a_pixel])
def test_a_device_that_samples_wrongly_is_found_out_once(monkeypatch, doubtful, wrong):
    picture, grid = places(1)
    frame, flow = torch.rand(1, 3, 8, 8), torch.rand(1, 2, 8, 8)
    expected = sample_bilinear(picture, grid, "border"), flow_warp(frame, flow)
    sampling._samples_rightly.cache_clear()
    tried = []
    monkeypatch.setattr(F, "grid_sample", lambda *a, **named: tried.append(1) or wrong(*a, **named))
    found = sample_bilinear(picture, grid, "border"), flow_warp(frame, flow)
    torch.testing.assert_close(found, expected)
    assert 1 <= len(tried) <= 2


def test_a_device_that_samples_rightly_does_it_itself(monkeypatch, doubtful):
    monkeypatch.setattr(sampling, "_samples_rightly", lambda _: True)
    monkeypatch.setattr(sampling, "gathered", None)
    picture, grid = places(2)
    assert sample_bilinear(picture, grid, "zeros").shape == (2, 3, 5, 6)
