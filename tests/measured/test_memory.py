"""The model of memory against the measured peaks of restorations."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
import torch

from engine.devices import cuda_graphs
from engine.devices.cuda_graphs import record_steps
from engine.networks.realbasicvsr import RealBasicVSR
from engine.restoring import plans as memory
from engine.restoring.plans import Plan, needed_bytes
from engine.restoring.refinement import SoftRefinement
from engine.restoring.restorer import Restoration
from engine.restoring.shots import ShotFrame
from engine.video.frame import Frame
from tests.unit.allocation import peak_bytes, skip_where_widened
from tests.unit.recorder import Recorder
from tests.unit.shapes import SHAPE, SIZE, SMALL, model_of, shallow
from tests.unit.tiny import TINY

CPU = torch.device("cpu")

PLANS = {
    "short": Plan(2, 1, 16),
    "long": Plan(6, 2, 16),
    "one-band": Plan(3, 1, 99),
    "batches": Plan(6, 2, 16, batch_frames=3),
    "large-batches": Plan(6, 2, 2, batch_frames=4),
    "both-at-once": Plan(6, 2, 16, runs_both_at_once=True),
}


# Every plan with the small shape and in 32 bits, which are quick; the large one and 16 bits, which
# processors compute several times as slowly, with a few: memory grows in proportion to the width of
# the network and of its numbers, whatever the plan.
@pytest.mark.parametrize(
    ("name", "shape", "dtype"),
    [
        *((name, SMALL, torch.float32) for name in PLANS),
        ("short", SMALL, torch.bfloat16),
        ("both-at-once", SMALL, torch.bfloat16),
        ("short", SHAPE, torch.float32),
        ("one-band", SHAPE, torch.float32),
    ],
)
def test_the_model_is_that_of_a_measured_restoration(name, shape, dtype):
    skip_where_widened(dtype)
    plan = PLANS[name]
    measured = measured_bytes(shallow(shape), plan, dtype)
    expected = needed_bytes(model_of(shallow(shape), dtype), *SIZE, plan)
    assert measured <= 1.1 * expected
    assert expected <= 1.35 * measured


@pytest.mark.parametrize(
    ("plan", "most_pixels"),
    [
        (Plan(6, 2, 16), cuda_graphs.MOST_PIXELS),
        (Plan(6, 2, 99, batch_frames=3), cuda_graphs.MOST_PIXELS),
        (Plan(6, 2, 16), 3000),  # bands are recorded, whole frames are not
    ],
)
def test_the_model_knows_what_recorded_steps_hold(monkeypatch, plan, most_pixels):
    """Apart from the memory they work in, which the processor's stand-in does not keep."""
    for module in (cuda_graphs, memory):
        monkeypatch.setattr(module, "MOST_PIXELS", most_pixels)
    plain = measured_bytes(TINY, plan, torch.bfloat16)
    recorded = measured_bytes(TINY, plan, torch.bfloat16, record=Recorder())
    model = model_of(TINY, torch.bfloat16)
    more = needed_bytes(model, *SIZE, plan, uses_graphs=True) - needed_bytes(model, *SIZE, plan)
    places = memory._places_bytes(model, *SIZE, plan)
    # Not every kind of batch occurs in so few frames.
    assert 0.4 * places <= recorded - plain <= 1.05 * places
    assert more > places


@pytest.mark.parametrize("plan", [Plan(2, 1, 16), Plan(2, 1, 99)], ids=["bands", "whole"])
def test_frames_of_16_bits_take_more(plan):
    """The painted pictures twice as much."""
    shape, dtype = shallow(SMALL), torch.bfloat16
    skip_where_widened(dtype)
    measured = measured_bytes(shape, plan, dtype, samples=np.uint16)
    expected = needed_bytes(model_of(shape, dtype), *SIZE, plan, sample_bytes=2)
    assert measured <= 1.1 * expected
    assert expected <= 1.35 * measured


def measured_bytes(shape, plan, dtype, record=None, samples=np.uint8) -> int:
    """The peak of a restoration and its weights."""
    width, height = SIZE
    network = RealBasicVSR(shape).eval().requires_grad_(False)
    network.to(memory_format=torch.channels_last)
    network.set_precision(dtype)
    if record is not None:
        record_steps(network, record)
    ready = Restoration(network, CPU, plan, SoftRefinement(255.0), 1.0, width, height)
    pixels = np.random.default_rng(0).integers(0, 255, (height, width, 3), samples)
    count = 2 * (plan.window_frames + plan.lookahead_frames)
    frames = [ShotFrame(Frame(pixels, n, Fraction(1, 25), 1), n == 0) for n in range(count)]

    def work() -> None:
        for _ in ready.run(frames, lambda: None):
            pass

    return peak_bytes(work) + sum(p.nbytes for p in network.parameters())
