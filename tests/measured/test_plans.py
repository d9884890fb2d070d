"""What plans promise at the real sizes of videos, against bytes that are counted."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from engine.networks.realbasicvsr import RealBasicVSR
from engine.restoring import plans
from engine.restoring.plans import Plan, choose_plan, needed_bytes
from tests.unit.meta_memory import peak_of_restoration
from tests.unit.shapes import SHAPE, SMALL, shallow

GIGABYTE = 1_000_000_000
CARDS = (2, 3, 4, 6, 8, 12, 24, 80)
CARD = torch.device("cuda")


def plans_of(model, size, monkeypatch) -> dict[Plan, Plan]:
    """Shorter plans for those that cards get, by which bytes are counted quickly.

    Memory grows with the window as it is promised to. Bands of few rows take less than the steps
    before them, and there are many of them.
    """
    chosen = {}
    for gigabytes in CARDS:
        free = gigabytes * GIGABYTE
        monkeypatch.setattr(
            plans, "free_bytes", lambda of, free=free: 64 * GIGABYTE if of.type == "cpu" else free
        )
        plan = choose_plan(model, *size, CARD)
        rows, window = max(plan.band_rows, 32), max(2, plan.batch_frames)
        shorter = replace(plan, band_rows=rows, window_frames=window, lookahead_frames=1)
        chosen[shorter] = plan
    return chosen


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        (SHAPE, (720, 576)),
        (SHAPE, (1920, 1080)),
        (SMALL, (320, 240)),
        (SMALL, (720, 576)),
        (SMALL, (1920, 1080)),
    ],
    ids=["official-720", "official-1920", "small-320", "small-720", "small-1920"],
)
def test_the_promised_peak_is_within_a_tenth_of_counted_bytes(monkeypatch, shape, size):
    """Of a gray film that stands still, which needs the most."""
    with torch.device("meta"):
        model = RealBasicVSR(shallow(shape)).eval().requires_grad_(False)
    model.to(memory_format=torch.channels_last)
    model.set_precision(torch.float16)
    for shorter, plan in plans_of(model, size, monkeypatch).items():
        error = needed_bytes(model, *size, shorter) - peak_of_restoration(model, *size, shorter)
        promised = needed_bytes(model, *size, plan)
        assert abs(error) <= 0.1 * (promised - error), plan
