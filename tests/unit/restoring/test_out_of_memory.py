"""Memory that runs out at every stage of a restoration: smaller steps, and no frame lost."""

from __future__ import annotations

import itertools
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import torch

from engine.devices.cuda_graphs import record_steps
from engine.devices.transfer import Canvas
from engine.jobs.errors import DeviceLostError, DeviceMemoryError
from engine.networks.realbasicvsr import RealBasicVSR
from engine.restoring import restorer as restoration
from engine.restoring.plans import Plan, smaller_plan
from engine.restoring.propagating import PropagatingStream
from engine.restoring.refinement import SoftRefinement
from engine.restoring.restorer import Restoration
from engine.restoring.shots import ShotFrame
from engine.video.frame import Frame
from tests.unit.recorder import Recorder
from tests.unit.tiny import TINY

CPU = torch.device("cpu")
WIDTH, HEIGHT, FRAMES, CUT = 32, 24, 16, 9
PLAN = Plan(8, 1, band_rows=10)
WHOLE_SHOTS = Plan(8, FRAMES, band_rows=10)
"""Every window sees all of its shot: then no plan makes another picture than any other."""
STAGES = {
    "upload": lambda net: (restoration, "upload"),
    "cleaning": lambda net: (net, "cleaning_residual"),
    "flow": lambda net: (net.basicvsr, "flows"),
    "window": lambda net: (PropagatingStream, "_allocate_window"),
    "backward": lambda net: (net.basicvsr.backward_resblocks, "refined"),
    "forward": lambda net: (net.basicvsr.forward_resblocks, "refined"),
    "tail": lambda net: (net.basicvsr, "upsample"),
    "pixels": lambda net: (Canvas, "paint"),
}


def no_memory_on_a_card() -> None:
    raise torch.OutOfMemoryError("CUDA out of memory.")


def no_memory_on_the_processor() -> None:
    torch.empty(1 << 60, dtype=torch.uint8)


def no_memory_for_numpy() -> None:
    np.empty(1 << 60, np.uint8)


def no_pinned_memory() -> None:
    error = torch.AcceleratorError("CUDA error: out of memory")
    error.error_code = 2  # cudaErrorMemoryAllocation
    raise error


SHORTAGES = [
    no_memory_on_a_card,
    no_memory_on_the_processor,
    no_memory_for_numpy,
    no_pinned_memory,
]


def frames():
    columns, rows = np.meshgrid(np.arange(WIDTH), np.arange(HEIGHT))
    made = []
    for number in range(FRAMES):
        length = 5 if number < CUT else 3
        waves = 120 + 60 * np.sin((columns + 2 * number) / length) * np.cos(rows)
        noise = np.random.default_rng(number).normal(0, 10, (HEIGHT, WIDTH, 3))
        # 16 bits a sample, so that a trace of another plan can be seen.
        pixels = (257 * (waves[..., None] + noise).clip(0, 255)).astype(np.uint16)
        made.append(ShotFrame(Frame(pixels, number, Fraction(1, 25), 1), number in (0, CUT)))
    return made


@pytest.fixture
def network(monkeypatch):
    monkeypatch.setattr("engine.restoring.plans._BAND_PIXELS", WIDTH * PLAN.band_rows)
    # Plain errors of the allocator are believed where its memory is full.
    monkeypatch.setattr("engine.devices.faults._can_allocate", lambda *_: False)
    torch.manual_seed(0)
    made = RealBasicVSR(TINY).eval().requires_grad_(False)
    return made.to(memory_format=torch.channels_last)


@pytest.fixture
def fail(monkeypatch, network):
    """Make a stage run out of memory at some of its calls, counted from 0."""

    def prepare(stage, shortage, calls):
        owner, name = STAGES[stage](network)
        work, count = getattr(owner, name), itertools.count()

        def attempt(*arguments, **named):
            if next(count) in calls:
                shortage()
            return work(*arguments, **named)

        monkeypatch.setattr(owner, name, attempt)

    return prepare


def restore(network, plan, on_step=lambda: None, source=None):
    ready = Restoration(network, CPU, plan, SoftRefinement(2.0), 1.0, WIDTH, HEIGHT)
    return list(ready.run(source or frames(), on_step))


def smaller(plan):
    model = RealBasicVSR(TINY)
    found = smaller_plan(plan, model=model, width=WIDTH, height=HEIGHT, device=CPU)
    assert found is not None
    assert found.window_frames < plan.window_frames
    return found


def assert_same(done, expected):
    assert [d.frame.pts for d in done] == [d.frame.pts for d in expected] == list(range(FRAMES))
    assert [d.passes for d in done] == [d.passes for d in expected]
    for restored, other in zip(done, expected, strict=True):
        np.testing.assert_array_equal(restored.frame.data, other.frame.data)


@pytest.mark.parametrize(
    ("stage", "shortage"), list(zip(STAGES, itertools.cycle(SHORTAGES), strict=False))
)
def test_it_ends_as_with_the_smaller_plan_from_the_start(network, fail, stage, shortage):
    """With the short lookahead, where another plan does make another picture."""
    expected = restore(network, smaller(PLAN))
    larger = restore(network, PLAN)
    assert any((a.frame.data != b.frame.data).any() for a, b in zip(larger, expected, strict=True))
    fail(stage, shortage, {0})
    done = restore(network, PLAN)
    assert {d.plan for d in done} == {smaller(PLAN)}
    assert_same(done, expected)


def test_nothing_is_recorded_any_more(network, fail):
    """What recorded steps hold is missing on a card that has no memory left."""
    expected = restore(network, WHOLE_SHOTS)
    recorder, recorded = Recorder(), []

    def shortage():
        recorded.append(len(recorder.names))
        no_memory_on_a_card()

    record_steps(network, recorder)
    fail("pixels", shortage, {12})
    assert_same(restore(network, WHOLE_SHOTS), expected)
    assert recorded == [len(recorder.names)]
    assert recorded[0] > 3


@pytest.mark.parametrize(
    ("stage", "call"),
    # The room for a window is made once, before the first frame is done.
    [(stage, call) for stage in STAGES if stage != "window" for call in (1, 13)],
)
def test_in_the_middle_no_frame_is_lost_or_made_twice(network, fail, stage, call):
    expected = restore(network, smaller(WHOLE_SHOTS))
    fail(stage, no_memory_on_a_card, {call})
    done = restore(network, WHOLE_SHOTS)
    assert done[-1].plan == smaller(WHOLE_SHOTS)
    assert_same(done, expected)


def test_what_is_restored_stays_and_the_rest_goes_on_from_it(network, fail):
    """With the short lookahead: the old plan up to the shortage, the smaller one behind it."""
    old = restore(network, PLAN)
    fail("tail", no_memory_on_a_card, {3 * 4})  # frames of three bands: behind the fourth
    done = restore(network, PLAN)
    plans = [d.plan for d in done]
    assert plans == [PLAN] * 4 + [smaller(PLAN)] * (FRAMES - 4)
    for restored, other in zip(done[:4], old, strict=False):
        np.testing.assert_array_equal(restored.frame.data, other.frame.data)


def test_the_plan_gets_smaller_as_often_as_it_takes(network, fail):
    long = replace(WHOLE_SHOTS, window_frames=12)
    smallest = smaller(smaller(long))
    expected = restore(network, smallest)
    fail("flow", no_memory_on_a_card, {5, 9})
    done = restore(network, long)
    assert done[-1].plan == smallest
    assert_same(done, expected)


@pytest.mark.parametrize("shortage", SHORTAGES)
def test_below_the_smallest_plan_there_is_one_clear_error(network, fail, shortage):
    fail("forward", shortage, range(1000))
    with pytest.raises(DeviceMemoryError) as caught:
        restore(network, PLAN)
    assert (caught.value.device, caught.value.width, caught.value.height) == ("cpu", WIDTH, HEIGHT)


def test_a_bug_is_raised_at_once(network, fail, monkeypatch):
    """Where there is memory enough, whatever its text says."""
    monkeypatch.undo()
    calls = []

    def bug():
        calls.append(1)
        raise RuntimeError("sizes do not match: out of memory")

    fail("forward", bug, range(1000))
    with pytest.raises(RuntimeError, match="sizes do not match"):
        restore(network, PLAN)
    assert len(calls) == 1


def test_a_device_that_is_lost_is_not_asked_again(network, fail):
    calls = []

    def lose():
        calls.append(1)
        raise torch.AcceleratorError("gone")

    fail("backward", lose, range(1000))
    with pytest.raises(DeviceLostError):
        restore(network, PLAN)
    assert len(calls) == 1


@pytest.mark.parametrize("shortage", SHORTAGES)
def test_what_fails_elsewhere_is_not_tried_again(network, shortage):
    """A source that has failed would seem to be at its end."""

    def broken():
        yield from frames()[:5]
        shortage()

    def on_step():
        steps.append(1)
        if len(steps) == 9:
            shortage()

    kinds = (MemoryError, RuntimeError, DeviceMemoryError)
    with pytest.raises(kinds):
        restore(network, PLAN, source=broken())
    steps = []
    with pytest.raises(kinds):
        restore(network, PLAN, on_step)
    assert len(steps) == 9
