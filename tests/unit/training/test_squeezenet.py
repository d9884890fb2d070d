"""The distance of features is that of its definition, and says what the eye says."""

from __future__ import annotations

import pytest
import torch
from safetensors.torch import save_file
from torch.nn import functional as F  # noqa: N812

from engine.jobs.errors import WeightsError, WeightsProblem
from engine.training.squeezenet import SqueezeNetFeatures
from tests.shared import SHARED

WEIGHTS = SHARED / "official_weights/squeezenet_v1.1_imagenet.safetensors"


@pytest.fixture
def network() -> SqueezeNetFeatures:
    torch.manual_seed(0)
    return SqueezeNetFeatures()


def frames(count: int = 2, side: int = 66) -> torch.Tensor:
    return torch.rand(count, 3, side, side, generator=torch.Generator().manual_seed(1))


def test_seven_features_have_unit_length_at_every_place(network):
    features = network(frames())
    assert [f.shape[1] for f in features] == [64, 128, 256, 384, 384, 512, 512]
    # With pools that round up: 66 pixels leave 32, 16, 8 and 4 places.
    assert [f.shape[2] for f in features] == [32, 16, 8, 4, 4, 4, 4]
    for feature in features:
        torch.testing.assert_close(feature.norm(dim=1), torch.ones(2, *feature.shape[2:]))


def test_the_distance_is_the_sum_of_mean_squared_distances(network):
    made, real = frames(), frames().flip(-1)
    expected = sum(
        float(((a - b) ** 2).sum(dim=1).mean())
        for a, b in zip(network(made), network(real), strict=True)
    )
    assert float(network.distance(made, real)) == pytest.approx(expected, rel=1e-5)
    assert float(network.distance(made, made)) == 0


def test_only_what_was_made_gets_a_gradient(network):
    made, real = frames().requires_grad_(True), frames().flip(-1).requires_grad_(True)
    network.distance(made, real).backward()
    assert made.grad is not None
    assert made.grad.abs().max() > 0
    assert real.grad is None
    assert all(p.grad is None for p in network.parameters())


def test_black_pictures_have_a_gradient_as_well(network):
    black = torch.zeros(1, 3, 66, 66, requires_grad=True)
    for parameter in network.parameters():
        parameter.zero_()  # features of no length
    network.distance(black, frames(1)).backward()
    assert black.grad is not None
    assert torch.isfinite(black.grad).all()


@pytest.mark.skipif(not WEIGHTS.exists(), reason="the weights are not here")
def test_blur_is_farther_than_a_change_of_light():
    network = SqueezeNetFeatures.read(WEIGHTS)
    y, x = torch.meshgrid(torch.arange(96.0), torch.arange(128.0), indexing="ij")
    fine = 0.15 * torch.sin(x * y / 40) + 0.1 * torch.sin(1.7 * x + y)
    real = (0.5 + fine)[None, None].expand(1, 3, -1, -1)
    blurred = F.avg_pool2d(real, 5, 1, 2, count_include_pad=False)
    assert network.distance(blurred, real) > 5 * network.distance(0.95 * real, real)


def test_another_file_is_refused(tmp_path):
    save_file({"conv1.weight": torch.zeros(64, 3, 3, 3)}, tmp_path / "other.safetensors")
    with pytest.raises(WeightsError) as caught:
        SqueezeNetFeatures.read(tmp_path / "other.safetensors")
    assert caught.value.reason is WeightsProblem.WRONG_CHECKSUM
