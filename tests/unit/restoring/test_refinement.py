"""Dynamic refinement is soft, per frame, and Eqn. 5 where the softness vanishes."""

from __future__ import annotations

import itertools

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor, nn

from engine.networks.realbasicvsr import NetworkShape, RealBasicVSR
from engine.restoring.refinement import MOST_PASSES, SoftRefinement
from tests.unit.networks.released import refine_clip


class Fading(RealBasicVSR):
    """A network whose passes change every pixel by 8, 4, 2, 1, ... levels."""

    def __init__(self) -> None:
        nn.Module.__init__(self)
        self.calls = 0

    def cleaning_residual(self, frames: Tensor) -> Tensor:
        self.calls += 1
        return torch.full_like(frames, 8.0 / 255 * 0.5 ** (self.calls - 1))


def passes(threshold: float, softness: float) -> float:
    return SoftRefinement(threshold, softness)(Fading(), torch.zeros(1, 3, 4, 4))[0].passes


def paper_passes(threshold: float) -> int:
    """Eqn. 5: another pass while the last one changed the picture by the threshold or more."""
    changes = [8.0 * 0.5**j for j in range(MOST_PASSES)]
    count = 1
    while count < MOST_PASSES and changes[count - 1] >= threshold:
        count += 1
    return count


@pytest.mark.parametrize("threshold", [0.0, 0.3, 0.9, 1.5, 3.0, 5.0, 7.9, 8.1, 255.0])
def test_without_softness_it_is_equation_5(threshold):
    assert passes(threshold, 0.0) == paper_passes(threshold)
    assert passes(threshold, 1e-6) == pytest.approx(paper_passes(threshold))


def test_the_slider_has_no_jumps_and_no_dead_middle():
    thresholds = [0.2 * 1.02**i for i in range(300)]
    values = [passes(t, 0.5) for t in thresholds]
    steps = [a - b for a, b in itertools.pairwise(values)]
    assert min(steps) >= -1e-9
    assert max(steps) < 0.1
    moving = [v for v in values if 1.0 < v < MOST_PASSES]
    assert len(set(moving)) > 0.9 * len(moving)


@given(m=st.floats(0, 50), threshold=st.floats(0.01, 50), softness=st.floats(0.01, 1))
def test_a_weight_never_grows(m, threshold, softness):
    refine = SoftRefinement(threshold, softness)
    assert 0.0 <= refine.next_weight(0.7, m) <= 0.7


def test_the_argument_is_not_modified():
    frame = torch.rand(1, 3, 8, 8)
    before = frame.clone()
    network = RealBasicVSR(NetworkShape(8, 8, 1, 1, (8, 8)))
    with torch.inference_mode():
        SoftRefinement(0.01)(network, frame)
        refine_clip(network, frame[None], 0.01)
    assert torch.equal(frame, before)


def test_passes_that_would_show_nowhere_are_not_made():
    network = Fading()
    (refined,) = SoftRefinement(6.0)(network, torch.zeros(1, 3, 4, 4))
    # 8 levels against 6 give the second pass a weight of 5/6; its 4 levels the third one of 1/6
    # of that; 2 levels are below the lower end.
    assert refined.cleanings == network.calls == 3
    network = Fading()
    # The third would weigh 0.005 of one.
    (refined,) = SoftRefinement(7.96)(network, torch.zeros(1, 3, 4, 4))
    assert refined.cleanings == network.calls == 2
    assert refined.passes == pytest.approx(1 + (8 - 3.98) / 7.96)


def test_a_part_is_cleaned_as_often_as_the_whole():
    """It changes half as much as the whole does."""

    class Calm(Fading):
        def cleaning_residual(self, frames: Tensor) -> Tensor:
            return 0.5 * super().cleaning_residual(frames)

    def passes_of(network: Fading, refine: SoftRefinement) -> float:
        return refine(network, torch.zeros(1, 3, 4, 4))[0].passes

    whole = passes_of(Fading(), SoftRefinement(3.0))
    assert passes_of(Calm(), SoftRefinement(3.0)) < whole
    assert passes_of(Calm(), SoftRefinement(3.0, whole_ratio=2.0)) == pytest.approx(whole)


@pytest.mark.parametrize(("scale", "threshold"), [(0.03, 0.5), (0.1, 2.0), (0.3, 6.0)])
def test_frames_of_a_batch_are_each_cleaned_as_if_alone(scale, threshold):
    torch.manual_seed(0)
    network = RealBasicVSR(NetworkShape(8, 8, 1, 1, (8, 8))).eval().requires_grad_(False)
    last = network.image_cleaning[1]
    last.weight.mul_(scale)
    last.bias.zero_()
    frames = torch.rand(6, 3, 8, 8) * torch.linspace(0.05, 1.0, 6).view(-1, 1, 1, 1)
    refine = SoftRefinement(threshold)
    alone = [refine(network, frame[None])[0] for frame in frames]
    for one, other in zip(alone, refine(network, frames), strict=True):
        assert other.cleanings == one.cleanings
        assert other.passes == pytest.approx(one.passes, abs=1e-4)
        torch.testing.assert_close(other.frame, one.frame)
    assert len({one.cleanings for one in alone}) > 1


def test_only_frames_that_still_change_are_cleaned_again():
    sizes = []

    class OnlyBright(Fading):
        def cleaning_residual(self, frames: Tensor) -> Tensor:
            sizes.append(len(frames))
            return super().cleaning_residual(frames) * (
                frames.mean(dim=(1, 2, 3), keepdim=True) > 0.5
            )

    frames = torch.tensor([0.0, 1.0, 0.0, 1.0]).view(4, 1, 1, 1).expand(4, 3, 4, 4)
    refined = SoftRefinement(3.0)(OnlyBright(), frames)
    assert sizes == [4, 2, 2, 2]
    assert [one.cleanings for one in refined] == [1, 4, 1, 4]
