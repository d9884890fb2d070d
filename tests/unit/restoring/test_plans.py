"""The plans that are chosen by the model of memory; `tests/measured` holds that against peaks."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
import torch

from engine.devices.cuda_graphs import MOST_PIXELS
from engine.networks.realbasicvsr import NetworkShape
from engine.restoring import plans as memory
from engine.restoring.plans import Plan, choose_plan, needed_bytes, smaller_plan
from tests.unit.shapes import SHAPE, SMALL, model_of

CPU, CARD = torch.device("cpu"), torch.device("cuda")
GIGABYTE = 1_000_000_000
OFFICIAL = model_of(SHAPE)


def test_frames_of_16_bits_leave_room_for_less(monkeypatch):
    monkeypatch.setattr(memory, "free_bytes", lambda _: 80 * GIGABYTE)
    plain = choose_plan(OFFICIAL, 720, 576, CARD)
    needed = needed_bytes(OFFICIAL, 720, 576, plain)
    monkeypatch.setattr(memory, "free_bytes", lambda _: int(1.01 * needed / 0.85) + (70 << 20))
    assert choose_plan(OFFICIAL, 720, 576, CARD) == plain
    wide = choose_plan(OFFICIAL, 720, 576, CARD, sample_bytes=2)
    assert wide != plain
    assert needed_bytes(OFFICIAL, 720, 576, wide, sample_bytes=2) <= needed


@pytest.mark.parametrize(
    ("width", "height", "limit"), [(1920, 1080, 4 * GIGABYTE), (720, 576, 2 * GIGABYTE)]
)
def test_usual_sizes_fit_into_small_cards_at_16_bit(monkeypatch, width, height, limit):
    """With half a gigabyte for the driver and the screen, which are not counted as free."""
    free = limit - GIGABYTE // 2
    card_with(monkeypatch, free)
    plan = choose_plan(OFFICIAL, width, height, CARD)
    assert needed_bytes(OFFICIAL, width, height, plan) < 0.85 * free
    assert plan.lookahead_frames == 8


def card_with(monkeypatch, free, host=64 * GIGABYTE):
    """A card with some free memory, in a computer with some."""
    monkeypatch.setattr(memory, "free_bytes", lambda of: host if of.type == "cpu" else free)


def test_less_memory_makes_smaller_plans(monkeypatch):
    plans = []
    for free in (64 * GIGABYTE, 2 * GIGABYTE, GIGABYTE, 1 << 20):
        card_with(monkeypatch, free)
        plans.append(choose_plan(OFFICIAL, 720, 576, CARD))
    needs = [needed_bytes(OFFICIAL, 720, 576, plan) for plan in plans]
    assert needs == sorted(needs, reverse=True)
    assert len(set(plans)) == 4


@pytest.mark.parametrize(
    "size", [(320, 240), (640, 480), (720, 576), (1280, 720), (1920, 1080)], ids=str
)
@pytest.mark.parametrize("shape", [SHAPE, SMALL], ids=["official", "small"])
@pytest.mark.parametrize("switches", [{}, {"uses_graphs": True, "uses_streams": True}], ids=str)
def test_more_memory_never_makes_a_render_slower(monkeypatch, size, shape, switches):
    times, model = [], model_of(shape)
    for gigabytes in (1.5, 2, 3, 4, 5.2, 6, 7.2, 8, 12, 24, 80):
        card_with(monkeypatch, int(gigabytes * GIGABYTE))
        plan = choose_plan(model, *size, CARD, **switches)
        times.append(memory._extra_time(model, plan, size[1]))
    assert times == sorted(times, reverse=True)


@pytest.mark.parametrize("gigabytes", [5.2, 7.2])
def test_long_windows_are_parked_before_windows_get_short(monkeypatch, gigabytes):
    card_with(monkeypatch, int(gigabytes * GIGABYTE))
    plan = choose_plan(OFFICIAL, 1920, 1080, CARD)
    assert plan.window_frames == 24
    assert plan.parks_features
    assert plan.band_rows > 8


def test_a_computer_without_memory_parks_nothing(monkeypatch):
    """Pinned memory cannot be swapped out."""
    card_with(monkeypatch, 5 * GIGABYTE)
    plan = choose_plan(OFFICIAL, 1920, 1080, CARD)
    features = 1920 * 1080 * 64 * 2
    parked = memory.parked_bytes(OFFICIAL, 1920, 1080, plan)
    assert 24 * features <= parked <= 2 * 24 * features
    assert memory.parked_bytes(OFFICIAL, 1920, 1080, replace(plan, parks_features=False)) == 0
    card_with(monkeypatch, 5 * GIGABYTE, host=parked)
    narrower = choose_plan(OFFICIAL, 1920, 1080, CARD)
    assert memory.parked_bytes(OFFICIAL, 1920, 1080, narrower) < 0.4 * parked
    smaller = smaller_plan(plan, model=OFFICIAL, width=1920, height=1080, device=CARD)
    assert memory.parked_bytes(OFFICIAL, 1920, 1080, smaller) < 0.4 * parked


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
    monkeypatch.setattr(memory, "free_bytes", lambda _: 80 * GIGABYTE)
    plain = choose_plan(OFFICIAL, 320, 240, CARD)
    needed = needed_bytes(OFFICIAL, 320, 240, plain)
    monkeypatch.setattr(memory, "free_bytes", lambda _: int(1.3 * needed / 0.85))
    assert choose_plan(OFFICIAL, 320, 240, CARD) == plain
    assert choose_plan(OFFICIAL, 320, 240, CARD, uses_graphs=True) != plain


@pytest.mark.parametrize(("rows", "is_more"), [(204, True), (400, False)])
def test_recorded_bands_of_large_frames_are_counted(rows, is_more):
    plan = Plan(band_rows=rows)
    assert MOST_PIXELS < 640 * 480
    plain, recorded = (
        needed_bytes(OFFICIAL, 640, 480, plan, uses_graphs=uses) for uses in (False, True)
    )
    painted = 3 * 640 * rows * 16 * 3 * 4
    assert (recorded - plain > painted) == is_more
    assert (recorded == plain) != is_more


def test_the_processor_has_nowhere_to_park(monkeypatch):
    monkeypatch.setattr(memory, "free_bytes", lambda _: 1 << 20)
    assert not choose_plan(OFFICIAL, 1920, 1080, CPU).parks_features


@pytest.mark.parametrize("window", [1, 2, 30])
def test_a_processor_with_room_has_wide_bands_whatever_is_asked_for(monkeypatch, window):
    monkeypatch.setattr(memory, "free_bytes", lambda _: None)
    plan = choose_plan(OFFICIAL, 320, 240, CPU, window_frames=window)
    assert plan == replace(choose_plan(OFFICIAL, 320, 240, CPU), window_frames=window)


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
