"""The model of memory against measured peaks, and the plans that are chosen with it."""

from __future__ import annotations

import itertools
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import torch

from engine.devices.cuda_graphs import MOST_PIXELS, record_steps
from engine.networks.realbasicvsr import NetworkShape, RealBasicVSR
from engine.restoring import plans as memory
from engine.restoring.plans import Plan, choose_plan, needed_bytes, smaller_plan
from engine.restoring.refinement import SoftRefinement
from engine.restoring.restorer import Restoration
from engine.restoring.shots import ShotFrame
from engine.video.frame import Frame
from tests.unit.allocation import peak_bytes
from tests.unit.recorder import Recorder

CPU, CARD = torch.device("cpu"), torch.device("cuda")
SHAPE = NetworkShape()
SMALL = NetworkShape(
    channels=32,
    cleaning_channels=32,
    cleaning_blocks=5,
    propagation_blocks=6,
    tail_channels=(24, 16),
    flow_levels=4,
    flow_widths=(24, 32, 24, 16),
    flow_kernel=5,
    flow_stride=2,
)
GIGABYTE = 1_000_000_000
SIZE = 96, 64


def model_of(shape: NetworkShape, dtype: torch.dtype = torch.float16) -> RealBasicVSR:
    """Without numbers: only its sizes matter."""
    with torch.device("meta"):
        model = RealBasicVSR(shape)
    model.set_precision(dtype)
    return model


def shallow(shape: NetworkShape) -> NetworkShape:
    """Fewer layers of the same width: as much memory in less time."""
    return replace(shape, cleaning_blocks=1, propagation_blocks=2)


OFFICIAL = model_of(SHAPE)


PLANS = {
    "short": Plan(2, 1, 16),
    "long": Plan(6, 2, 16),
    "one-band": Plan(3, 1, 99),
    "batches": Plan(6, 2, 16, batch_frames=3),
    "large-batches": Plan(6, 2, 2, batch_frames=4),
    "both-at-once": Plan(6, 2, 16, runs_both_at_once=True),
}


# Every plan with the small shape, which is quick; the large one and 32 bits with a few: memory
# grows in proportion to the width of the network and of its numbers, whatever the plan.
@pytest.mark.parametrize(
    ("name", "shape", "dtype"),
    [
        *((name, SMALL, torch.bfloat16) for name in PLANS),
        ("short", SMALL, torch.float32),
        ("both-at-once", SMALL, torch.float32),
        ("short", SHAPE, torch.bfloat16),
        ("one-band", SHAPE, torch.float32),
    ],
)
def test_the_model_is_that_of_a_measured_restoration(name, shape, dtype):
    plan = PLANS[name]
    measured = measured_bytes(shallow(shape), plan, dtype)
    expected = needed_bytes(model_of(shallow(shape), dtype), *SIZE, plan)
    assert measured <= 1.1 * expected
    assert expected <= 1.35 * measured


@pytest.mark.parametrize("plan", [Plan(6, 2, 16), Plan(6, 2, 99, batch_frames=3)])
def test_the_model_knows_what_recorded_steps_hold(plan):
    """Apart from the memory they work in, which the processor's stand-in does not keep."""
    plain = measured_bytes(shallow(SMALL), plan, torch.bfloat16)
    recorded = measured_bytes(shallow(SMALL), plan, torch.bfloat16, record=Recorder())
    expected = memory._recording_bytes(model_of(SMALL), *SIZE, plan)
    assert 0.6 * expected <= recorded - plain <= 1.05 * expected
    all_of_it = needed_bytes(model_of(shallow(SMALL)), *SIZE, plan, uses_graphs=True)
    assert all_of_it > needed_bytes(model_of(shallow(SMALL)), *SIZE, plan) + expected


@pytest.mark.parametrize("plan", [Plan(2, 1, 16), Plan(2, 1, 99)], ids=["bands", "whole"])
def test_frames_of_16_bits_take_more(plan):
    """The painted pictures twice as much."""
    shape, dtype = shallow(SMALL), torch.bfloat16
    measured = measured_bytes(shape, plan, dtype, samples=np.uint16)
    expected = needed_bytes(model_of(shape, dtype), *SIZE, plan, sample_bytes=2)
    assert measured <= 1.1 * expected
    assert expected <= 1.35 * measured


def test_frames_of_16_bits_leave_room_for_less(monkeypatch):
    monkeypatch.setattr(memory, "free_bytes", lambda _: None)
    plain = choose_plan(OFFICIAL, 720, 576, CARD)
    needed = needed_bytes(OFFICIAL, 720, 576, plain)
    monkeypatch.setattr(memory, "free_bytes", lambda _: int(1.01 * needed / 0.85) + (70 << 20))
    assert choose_plan(OFFICIAL, 720, 576, CARD) == plain
    wide = choose_plan(OFFICIAL, 720, 576, CARD, sample_bytes=2)
    assert wide != plain
    assert needed_bytes(OFFICIAL, 720, 576, wide, sample_bytes=2) <= needed


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


@pytest.mark.parametrize(
    ("width", "height", "limit"), [(1920, 1080, 4 * GIGABYTE), (720, 576, 2 * GIGABYTE)]
)
def test_usual_sizes_fit_into_small_cards_at_16_bit(monkeypatch, width, height, limit):
    """With half a gigabyte for the driver and the screen, which are not counted as free."""
    free = limit - GIGABYTE // 2
    monkeypatch.setattr(memory, "free_bytes", lambda _: free)
    plan = choose_plan(OFFICIAL, width, height, CARD)
    assert needed_bytes(OFFICIAL, width, height, plan) < 0.85 * free
    assert plan.lookahead_frames == 8


def test_the_longest_window_that_fits_is_taken(monkeypatch):
    plans = []
    for free in (64 * GIGABYTE, 2 * GIGABYTE, GIGABYTE, 1 << 20):
        monkeypatch.setattr(memory, "free_bytes", lambda _, free=free: free)
        plans.append(choose_plan(OFFICIAL, 720, 576, CARD))
    assert [plan.window_frames for plan in plans[:2]] == [24, 16]
    needs = [needed_bytes(OFFICIAL, 720, 576, plan) for plan in plans]
    assert needs == sorted(needs, reverse=True)
    assert len(set(plans)) == 4
    assert plans[-1].parks_features


@pytest.mark.parametrize(
    ("size", "batch"), [((160, 120), 8), ((320, 240), 6), ((352, 288), 4), ((720, 576), 1)]
)
def test_a_card_with_room_prepares_small_frames_in_batches(monkeypatch, size, batch):
    monkeypatch.setattr(memory, "free_bytes", lambda _: 64 * GIGABYTE)
    plan = choose_plan(OFFICIAL, *size, CARD)
    assert plan.batch_frames == batch
    assert plan.window_frames % batch == 0  # a render that goes on has the same batches
    assert choose_plan(OFFICIAL, *size, CPU).batch_frames == 1
    assert plan.band_rows > choose_plan(OFFICIAL, *size, CPU).band_rows


def test_both_directions_run_at_once_where_a_card_uses_streams_and_room(monkeypatch):
    def choice(device=CARD, size=(320, 240), uses_streams=True):
        return choose_plan(OFFICIAL, *size, device, uses_streams=uses_streams)

    monkeypatch.setattr(memory, "free_bytes", lambda _: 64 * GIGABYTE)
    wide = choice()
    assert wide.runs_both_at_once
    assert replace(wide, runs_both_at_once=False) == choice(uses_streams=False)
    assert not choice(CPU).runs_both_at_once
    assert MOST_PIXELS < 720 * 576
    assert not choice(size=(720, 576)).runs_both_at_once
    narrow = replace(wide, band_rows=2, batch_frames=1)
    streams = needed_bytes(OFFICIAL, 320, 240, narrow)
    streams -= needed_bytes(OFFICIAL, 320, 240, replace(narrow, runs_both_at_once=False))
    features = 320 * 240 * 64 * 2
    assert streams > (24 + 4) * features  # those of a window, and what a step works in
    least = needed_bytes(OFFICIAL, 320, 240, wide) / 0.85
    monkeypatch.setattr(memory, "free_bytes", lambda _: int(least))
    assert not choice().runs_both_at_once


def test_recorded_steps_leave_room_for_less(monkeypatch):
    monkeypatch.setattr(memory, "free_bytes", lambda _: None)
    plain = choose_plan(OFFICIAL, 320, 240, CARD)
    needed = needed_bytes(OFFICIAL, 320, 240, plain)
    monkeypatch.setattr(memory, "free_bytes", lambda _: int(1.3 * needed / 0.85))
    assert choose_plan(OFFICIAL, 320, 240, CARD) == plain
    assert choose_plan(OFFICIAL, 320, 240, CARD, uses_graphs=True) != plain


def test_the_processor_has_nowhere_to_park(monkeypatch):
    monkeypatch.setattr(memory, "free_bytes", lambda _: 1 << 20)
    assert not choose_plan(OFFICIAL, 1920, 1080, CPU).parks_features


def test_what_is_asked_for_is_kept(monkeypatch):
    monkeypatch.setattr(memory, "free_bytes", lambda _: 1 << 20)
    plan = choose_plan(OFFICIAL, 1920, 1080, CPU, window_frames=30, lookahead_frames=2)
    assert (plan.window_frames, plan.lookahead_frames) == (30, 2)


@pytest.mark.parametrize("device", [CPU, CARD])
def test_plans_get_smaller_until_there_is_none(monkeypatch, device):
    monkeypatch.setattr(memory, "free_bytes", lambda _: None)
    plan = choose_plan(OFFICIAL, 720, 576, device)
    needs = []
    while plan is not None:
        needs.append(needed_bytes(OFFICIAL, 720, 576, plan))
        plan = smaller_plan(plan, model=OFFICIAL, width=720, height=576, device=device)
    assert len(needs) > 3
    assert all(a > b for a, b in itertools.pairwise(needs))
    assert needs[-1] < needs[0] / 2


def test_a_wide_tail_works_in_fewer_rows_on_a_processor():
    small = NetworkShape(channels=32, tail_channels=(24, 16))

    def rows(shape, width, device):
        model = model_of(shape, torch.float32)
        return choose_plan(model, width, 180, torch.device(device)).band_rows

    assert rows(NetworkShape(), 320, "cpu") < rows(small, 320, "cpu") <= 51
    assert rows(NetworkShape(), 1920, "cpu") == rows(small, 1920, "cpu") == 8
    assert rows(NetworkShape(), 720, "cpu") == 12
