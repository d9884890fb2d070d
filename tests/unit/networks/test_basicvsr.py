"""BasicVSR gives the numbers of the official code, and reads the files of both publishers."""

from __future__ import annotations

import json

import pytest
import torch

from engine.networks.basicvsr import FAMILY
from engine.networks.catalogue import find
from engine.networks.checkpoint import load_model
from engine.networks.family import Cleaner
from engine.networks.realbasicvsr import RealBasicVSR
from engine.restoring.bands import enlarged_bands
from engine.restoring.plans import Plan, choose_plan
from engine.restoring.shots import ShotFrame
from engine.restoring.streaming import stream
from tests.shared import SHARED
from tests.unit.networks.test_parity import cases, check, read
from tests.unit.tiny import TINY

OFFICIAL = SHARED / "official_weights" / "BasicVSR_REDS4.pth"
KEYS = SHARED / "vectors" / "keys" / "keys_BasicVSR_c64b30.json"
ENTRY = find("basicvsr-reds4")


def model_of(case, state):
    """The official class keeps 64 channels at four times the size, whatever its width."""
    architecture = {
        "channels": case["ctor"]["mid_channels"],
        "propagation_blocks": case["ctor"]["num_blocks"],
        "tail_channels": (case["ctor"]["mid_channels"], state["conv_hr.weight"].shape[0]),
    }
    model = FAMILY.build(architecture)
    model.load_state_dict({FAMILY.rename(k): v for k, v in state.items()}, strict=True)
    return model.eval().requires_grad_(False)


def test_it_looks_farther_ahead_than_networks_that_clean(monkeypatch):
    monkeypatch.setattr("engine.restoring.plans.free_bytes", lambda _: None)
    model = FAMILY.build({"channels": 8, "propagation_blocks": 1})
    cpu = torch.device("cpu")
    assert choose_plan(model, 40, 30, cpu).lookahead_frames == 16
    assert choose_plan(model, 40, 30, cpu, lookahead_frames=4).lookahead_frames == 4
    assert choose_plan(RealBasicVSR(TINY), 40, 30, cpu).lookahead_frames == 8


@pytest.mark.parametrize("case", cases("basicvsr"))
@torch.inference_mode()
def test_basicvsr(case):
    state, inputs, recorded = read(case)
    model = model_of(case, state)
    flows = model.flows(inputs["lrs"])
    check(case, recorded, "flows_backward", flows[0])
    if "flows_forward" in case["outputs"]:
        check(case, recorded, "flows_forward", flows[1])
    check(case, recorded, "output", model.restore_clip(inputs["lrs"]))


@pytest.mark.parametrize("case", cases("basicvsr"))
@torch.inference_mode()
def test_streamed_in_windows(case):
    """Clip by clip, with all the lookahead there is."""
    state, inputs, recorded = read(case)
    model, clips = model_of(case, state), inputs["lrs"]
    plan = Plan(window_frames=2, lookahead_frames=clips.shape[1], band_rows=30)
    outputs = []
    for clip in clips:
        frames = [ShotFrame((i, frame[None]), i == 0) for i, frame in enumerate(clip)]
        for done in stream(model, frames, plan, None):
            assert (done.passes, done.cleanings) == (0, 0)
            bands = enlarged_bands(model, done.features, plan.band_rows)
            outputs.append(torch.cat([band for _, band in bands], dim=-2)[0])
    check(case, recorded, "output", torch.stack(outputs).view(*clips.shape[:2], *outputs[0].shape))


def test_there_is_nothing_to_clean():
    model = FAMILY.build({"channels": 8, "propagation_blocks": 1})
    assert not isinstance(model, Cleaner)
    assert not ENTRY.has_threshold


def test_the_official_size_has_the_official_tensors():
    if not KEYS.exists():
        pytest.skip("the list of official tensors is not beside this checkout")
    with torch.device("meta"):
        ours = FAMILY.build(ENTRY.architecture).state_dict()
    assert {k: list(v.shape) for k, v in ours.items()} == json.loads(KEYS.read_text())


@pytest.mark.parametrize(
    ("basicsr", "ours"),
    [
        ("backward_trunk.main.2.7.conv1.bias", "backward_resblocks.main.2.7.conv1.bias"),
        ("upconv2.weight", "upsample2.upsample_conv.weight"),
        (
            "spynet.basic_module.5.basic_module.8.weight",
            "spynet.basic_module.5.basic_module.4.conv.weight",
        ),
    ],
)
def test_names_of_both_publishers(basicsr, ours):
    assert FAMILY.rename(basicsr) == ours
    assert FAMILY.rename(ours) == ours


def test_the_official_file_is_read():
    if not OFFICIAL.exists():
        pytest.skip("the official weights are not beside this checkout")
    model = load_model(OFFICIAL, FAMILY, ENTRY.architecture)
    assert sum(p.numel() for p in model.parameters()) == 6_291_311
