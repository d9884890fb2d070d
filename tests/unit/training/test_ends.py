"""Both ends of a network are compared at the same size, with the same truth."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from engine.networks.realbasicvsr import RealBasicVSR
from engine.training.ends import compare_ends
from engine.training.validation import Half, ValidationClip
from tests.unit.tiny import TINY


@pytest.fixture
def clip(tmp_path: Path) -> ValidationClip:
    torch.manual_seed(0)
    coarse = torch.rand(3, 3, 3, 4)
    small, truth = (
        torch.nn.functional.interpolate(coarse, scale_factor=scale, mode="bilinear")
        for scale in (4, 16)
    )
    return ValidationClip("clip", "mild", Half.CHOOSE, small, truth, tmp_path / "clip.npz")


def test_the_ends_are_compared_at_twice_the_size(clip):
    network = RealBasicVSR(replace(TINY, half_channels=4)).eval().requires_grad_(False)
    vsr, cleaning = network.basicvsr, network.image_cleaning[1]
    for last in (cleaning, vsr.conv_last, vsr.half_last):
        last.weight.zero_()
        last.bias.zero_()
    last.bias.fill_(0.2)  # the smaller end is too bright
    scores = {score.method: score.values["psnr"] for score in compare_ends(network, [clip])}
    assert list(scores) == ["lanczos", "4x, halved", "2x"]
    assert scores["2x"] + 3 < scores["4x, halved"]


def test_clips_without_a_truth_are_passed_over(clip):
    network = RealBasicVSR(replace(TINY, half_channels=4)).eval().requires_grad_(False)
    assert not list(compare_ends(network, [replace(clip, truth=None)]))
