"""The device that is chosen is one that computes, and its free memory is counted in full."""

from __future__ import annotations

import pytest
import torch

from engine.devices import device
from engine.devices.device import choose_device, driver_free_bytes, free_bytes, unusable_card
from engine.jobs.errors import DeviceError
from engine.jobs.options import Options
from engine.restoring.restorer import prepare

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


def test_memory_that_torch_keeps_is_free_for_tensors(monkeypatch):
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda _: (1_000, 9_000))
    monkeypatch.setattr(torch.cuda, "memory_reserved", lambda _: 700)
    monkeypatch.setattr(torch.cuda, "memory_allocated", lambda _: 300)
    assert free_bytes(CARD) == 1_400
    assert driver_free_bytes(CARD) == 1_000
    assert driver_free_bytes(CPU) is None
