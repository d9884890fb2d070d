"""What has to hold on a graphics card before anything is measured on it.

Each check raises `AssertionError`, or whatever the card raises. The tests of pytest call them where
there is a card; `tests.bench.card_run` calls them on a machine that has no pytest.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import numpy as np
import torch

from engine.devices.cuda_graphs import record_steps
from engine.networks.realbasicvsr import NetworkShape, RealBasicVSR
from engine.restoring.plans import Plan
from engine.restoring.refinement import SoftRefinement
from engine.restoring.restorer import Restoration
from engine.restoring.shots import ShotFrame
from engine.video.frame import Frame
from tests.unit.recorder import Recorder

_SHAPE = NetworkShape(
    channels=16,
    cleaning_channels=16,
    cleaning_blocks=1,
    propagation_blocks=1,
    tail_channels=(8, 8),
    flow_levels=3,
    flow_widths=(8, 8),
    flow_kernel=3,
)
_WIDTH, _HEIGHT, _FRAMES = 48, 32, 14
_PLAN = Plan(6, 2, band_rows=20)


def replays_what_it_computes(device: torch.device) -> None:
    """Recorded steps give what the plain ones give, for two sizes in turns."""
    for width in (_WIDTH, 40, _WIDTH):
        plain = _restored(_network(device), device, _PLAN, width)
        recorded = _network(device)
        record_steps(recorded, None if device.type == "cuda" else Recorder())
        _assert_close(_restored(recorded, device, _PLAN, width), plain, decibels=70)


def computes_both_directions_at_once(device: torch.device) -> None:
    """Two streams give what one gives."""
    plain = _restored(_network(device), device, _PLAN)
    both = _restored(_network(device), device, replace(_PLAN, runs_both_at_once=True))
    _assert_close(both, plain, decibels=70)


def restores_as_the_processor_does(device: torch.device) -> None:
    """The whole way of a frame, in 32-bit and with features parked, batches and narrow bands."""
    expected = _restored(_network(torch.device("cpu")), torch.device("cpu"), _PLAN)
    for plan in (
        _PLAN,
        replace(_PLAN, parks_features=True),
        replace(_PLAN, batch_frames=3, band_rows=64),
    ):
        _assert_close(_restored(_network(device), device, plan), expected, decibels=55)


CHECKS: tuple[Callable[[torch.device], None], ...] = (
    restores_as_the_processor_does,
    replays_what_it_computes,
    computes_both_directions_at_once,
)


def _network(device: torch.device) -> RealBasicVSR:
    torch.manual_seed(0)
    network = RealBasicVSR(_SHAPE).eval().requires_grad_(False)
    return copy.deepcopy(network).to(device).to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def _restored(
    network: RealBasicVSR, device: torch.device, plan: Plan, width: int = _WIDTH
) -> list[np.ndarray]:
    ready = Restoration(network, device, plan, SoftRefinement(2.0), 1.0, width, _HEIGHT)
    rng = np.random.default_rng(0)
    frames = [
        ShotFrame(
            Frame(rng.integers(0, 256, (_HEIGHT, width, 3), np.uint8), number, Fraction(1, 25), 1),
            number in (0, 10),
        )
        for number in range(_FRAMES)
    ]
    return [done.frame.data for done in ready.run(frames, lambda: None)]


def _assert_close(found: list[np.ndarray], expected: list[np.ndarray], *, decibels: float) -> None:
    assert len(found) == len(expected)
    errors = [(a.astype(float) - b) ** 2 for a, b in zip(found, expected, strict=True)]
    mean = float(np.mean(errors))
    assert mean <= 255**2 / 10 ** (decibels / 10), f"error {mean:.3g}, {decibels} dB wanted"
