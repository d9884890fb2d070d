"""EDVR as a network of its own; the numbers of its features are checked with IconVSR."""

from __future__ import annotations

import numpy as np
import torch

from engine.networks.edvr import EDVR, FAMILY
from engine.restoring.plans import Plan, choose_plan, needed_bytes
from engine.restoring.restorer import Restoration
from tests.unit.allocation import peak_bytes
from tests.unit.networks.test_iconvsr import HEIGHT, WIDTH, frames, nothing

CPU = torch.device("cpu")


def tiny(channels: int = 8) -> EDVR:
    torch.manual_seed(0)
    model = EDVR(channels, 1).eval().requires_grad_(False)
    return model.to(memory_format=torch.channels_last)


def test_windows_are_those_of_the_whole_shot():
    """With the overlap that is chosen unasked."""
    source, model = frames(7), tiny()
    chosen = choose_plan(model, WIDTH, HEIGHT, CPU)
    assert chosen.lookahead_frames == 2
    whole = Restoration(model, CPU, Plan(7, 2, HEIGHT), None, 1.0, WIDTH, HEIGHT)
    work = Restoration(model, CPU, Plan(3, 2, HEIGHT), None, 1.0, WIDTH, HEIGHT)
    for restored, expected in zip(
        work.run(source, nothing), whole.run(source, nothing), strict=True
    ):
        np.testing.assert_array_equal(restored.frame.data, expected.frame.data)


def test_the_published_names_are_known():
    names = {
        "conv_first.weight": "features.conv_first.weight",
        "feat_l3_conv2.conv.bias": "features.feat_l3_conv2.conv.bias",
        "pcd_alignment.cas_dcnpack.conv_offset.bias": (
            "features.pcd_alignment.cas_dcnpack.conv_offset.bias"
        ),
        "fusion.spatial_attn5.weight": "features.fusion.spatial_attn5.weight",
        "reconstruction.9.conv2.weight": "reconstruction.9.conv2.weight",
        "conv_last.bias": "conv_last.bias",
    }
    with torch.device("meta"):
        ours = FAMILY.build({}).state_dict()
    for name, expected in names.items():
        assert FAMILY.rename(name) == expected
        assert FAMILY.rename(expected) == expected
        assert expected in ours


def test_the_memory_is_as_promised():
    model, plan = tiny(32), Plan(2, 2, 16)
    work = Restoration(model, CPU, plan, None, 1.0, 48, 48)
    source = frames(5, (48, 48))

    def run():
        for _ in work.run(source, nothing):
            pass

    measured = model.weight_bytes() + peak_bytes(run)
    expected = needed_bytes(model, 48, 48, plan)
    assert measured <= 1.1 * expected
    assert expected <= 1.7 * measured
