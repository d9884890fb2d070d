"""The device that is chosen is one that computes, and its free memory is counted in full."""

from __future__ import annotations

import pytest
import torch

from engine.devices import device
from engine.devices.device import choose_device, driver_free_bytes, free_bytes, unusable_card
from engine.jobs.errors import DeviceError
from engine.jobs.options import Options
from engine.restoring.plans import choose_plan, needed_bytes
from engine.restoring.restorer import free_device, prepare
from tests.unit.shapes import SHAPE, model_of

CPU, CARD = torch.device("cpu"), torch.device("cuda")


@pytest.fixture
def card(monkeypatch):
    """A card that is there; its first kernel raises what the test says."""
    ones, kernels = torch.ones, []

    def prepare(error):
        def first_kernel(*sizes, **named):
            if named.get("device") != CARD:
                return ones(*sizes, **named)
            kernels.append(1)
            if error is not None:
                raise error
            return ones(*sizes)

        monkeypatch.setattr(torch, "ones", first_kernel)
        return kernels

    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 1)
    device.can_compute.cache_clear()
    yield prepare
    device.can_compute.cache_clear()


def test_a_card_that_computes_is_taken(card):
    kernels = card(None)
    assert choose_device("auto") == choose_device("cuda") == CARD
    assert unusable_card() is None
    assert len(kernels) == 1, "it is asked once"


def test_a_card_without_code_for_it_is_not(card):
    error = torch.AcceleratorError("CUDA error: no kernel image is available")
    error.error_code = 209
    card(error)
    assert choose_device("auto") == CPU
    assert unusable_card() == "cuda"
    with pytest.raises(DeviceError):
        choose_device("cuda")
    assert prepare(Options(precision="fp32"), 64, 48).unusable_card == "cuda"
    assert prepare(Options(precision="fp32", device="cpu"), 64, 48).unusable_card is None


def test_a_card_that_is_full_is_at_work(card):
    card(torch.OutOfMemoryError())
    assert choose_device("auto") == CARD


@pytest.fixture
def other_cards(monkeypatch):
    """Cards of Intel and Apple that tell their memory; what is given back is noted."""
    given_back = []
    for kind in ("xpu", "mps"):
        monkeypatch.setattr(
            getattr(torch, kind), "empty_cache", lambda kind=kind: given_back.append(kind)
        )
    monkeypatch.setattr(torch.xpu, "mem_get_info", lambda _: (1_000, 9_000))
    monkeypatch.setattr(torch.xpu, "memory_reserved", lambda _: 700)
    monkeypatch.setattr(torch.xpu, "memory_allocated", lambda _: 300)
    monkeypatch.setattr(torch.mps, "recommended_max_memory", lambda: 5_000)
    monkeypatch.setattr(torch.mps, "driver_allocated_memory", lambda: 2_000)
    monkeypatch.setattr(torch.mps, "current_allocated_memory", lambda: 1_500)
    return given_back


@pytest.mark.parametrize(
    ("kind", "free", "outside"), [("xpu", 1_400, 1_000), ("mps", 3_500, 3_000)]
)
def test_memory_of_other_cards_is_asked_for_and_given_back(other_cards, kind, free, outside):
    card = torch.device(kind)
    assert (free_bytes(card), driver_free_bytes(card)) == (free, outside)
    device.give_back(card)
    assert other_cards == [kind]


def test_a_model_that_is_released_gives_its_memory_back(other_cards, monkeypatch):
    monkeypatch.setattr(device, "_is_there", {"xpu", "mps"}.__contains__)
    free_device()
    assert sorted(other_cards) == ["mps", "xpu"]


def test_a_card_that_does_not_tell_gets_a_small_plan(monkeypatch):
    def silent(_):
        raise RuntimeError("the driver doesn't support querying the available free memory")

    monkeypatch.setattr(torch.xpu, "mem_get_info", silent)
    card = torch.device("xpu")
    assert free_bytes(card) is None
    model = model_of(SHAPE)
    plan = choose_plan(model, 720, 576, card)
    assert needed_bytes(model, 720, 576, plan) < 2 << 30


def test_memory_that_torch_keeps_is_free_for_tensors(monkeypatch):
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda _: (1_000, 9_000))
    monkeypatch.setattr(torch.cuda, "memory_reserved", lambda _: 700)
    monkeypatch.setattr(torch.cuda, "memory_allocated", lambda _: 300)
    assert free_bytes(CARD) == 1_400
    assert driver_free_bytes(CARD) == 1_000
    assert driver_free_bytes(CPU) is None
