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
