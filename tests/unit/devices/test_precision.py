"""Sixteen bits are taken where they are faster and as good, and only there."""

from __future__ import annotations

import pytest
import torch

from engine.devices import precision
from engine.devices.precision import choose_precision, closeness_db, gain
from engine.networks.realbasicvsr import RealBasicVSR
from tests.unit.tiny import TINY

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def network() -> RealBasicVSR:
    torch.manual_seed(1)
    return RealBasicVSR(TINY).eval().requires_grad_(False)


def test_what_is_asked_for_is_taken(network):
    assert choose_precision(network, CPU, "fp32") is torch.float32
    assert choose_precision(network, CPU, "bf16") is torch.bfloat16


@pytest.mark.parametrize(
    ("speedup", "decibels", "expected"),
    [
        (2.0, 60.0, torch.bfloat16),
        (1.0, 60.0, torch.float32),
        (2.0, 40.0, torch.float32),
        (2.0, float("nan"), torch.float32),
    ],
)
def test_auto_weighs_speed_and_closeness(network, monkeypatch, speedup, decibels, expected):
    monkeypatch.setattr(precision, "gain", lambda *_: speedup)
    monkeypatch.setattr(precision, "closeness_db", lambda *_: decibels)
    assert choose_precision(network, CPU, "auto") is expected


def test_a_device_without_such_arithmetic_computes_in_32_bit(network, monkeypatch):
    def fail(*_):
        raise RuntimeError("not implemented for 'BFloat16'")

    monkeypatch.setattr(precision, "gain", fail)
    assert choose_precision(network, CPU, "auto") is torch.float32


def test_a_card_is_timed_over_many_large_convolutions(network, monkeypatch):
    """One small one would measure how long it takes to launch it."""
    waits, convolve, queued = [], precision.F.conv2d, []

    def noted(frame, *others, **named):
        queued[-1].append(frame.shape)
        return convolve(frame, *others, **named)

    monkeypatch.setattr(precision.F, "conv2d", noted)
    monkeypatch.setattr(precision, "synchronize", lambda _: (waits.append(1), queued.append([])))
    assert gain(network, torch.device("meta"), torch.float16) > 0
    timed = queued[::2]
    assert len(waits) == 2 * len(timed) == 20
    for convolutions in timed:
        assert len(convolutions) >= 50
        assert all(shape[2] * shape[3] >= 512 * 512 for shape in convolutions)


@pytest.mark.parametrize(
    ("capability", "speedup", "decibels", "expected"),
    [
        ((7, 0), 1.0, 60.0, torch.float16),
        ((12, 0), 1.0, 60.0, torch.float16),
        ((8, 6), 1.0, 40.0, torch.float32),
        ((6, 1), 1.0, 60.0, torch.float32),
        ((6, 1), 2.0, 60.0, torch.float16),
    ],
)
def test_cards_with_circuits_for_16_bits_use_them(
    network, monkeypatch, *, capability, speedup, decibels, expected
):
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda _: capability)
    monkeypatch.setattr(precision, "gain", lambda *_: speedup)
    monkeypatch.setattr(precision, "closeness_db", lambda *_: decibels)
    assert choose_precision(network, torch.device("cuda"), "auto") is expected


def test_short_memory_is_no_reason_for_more_of_it(network, monkeypatch):
    def fail(*_):
        raise torch.OutOfMemoryError

    monkeypatch.setattr(precision, "gain", fail)
    with pytest.raises(torch.OutOfMemoryError):
        choose_precision(network, CPU, "auto")


def test_the_probe_measures(network):
    assert gain(network, CPU, torch.bfloat16) > 0
    assert closeness_db(network, CPU, torch.float32) > 100
    assert 30 < closeness_db(network, CPU, torch.bfloat16) < 100
    assert network.dtype is torch.float32


def test_what_overflows_is_not_close(network):
    huge = RealBasicVSR(TINY).eval().requires_grad_(False)
    huge.load_state_dict(network.state_dict())
    huge.basicvsr.fusion.weight.mul_(1e6)  # fits 32-bit, not the 65504 of a 16-bit float
    assert not closeness_db(huge, CPU, torch.float16) >= precision.LEAST_PSNR_DB
