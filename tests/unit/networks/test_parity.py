"""The network gives the numbers of the official code, case by case of the recorded vectors."""

from __future__ import annotations

import json
from typing import Any

import pytest
import torch
from safetensors.torch import load_file
from torch import Tensor

from engine.networks.realbasicvsr import NetworkShape, RealBasicVSR
from engine.networks.spynet import SPyNet, flow_warp
from engine.restoring.bands import enlarged_bands
from engine.restoring.plans import Plan
from engine.restoring.refinement import SoftRefinement
from engine.restoring.shots import ShotFrame
from engine.restoring.streaming import stream
from engine.training.adversary import Discriminator
from tests.shared import SHARED
from tests.unit.networks.released import refine_clip

VECTORS = SHARED / "vectors"
INDEX = VECTORS / "index.json"
GRID_STRIDE = 5

Case = dict[str, Any]


def cases(kind: str) -> list[Any]:
    if not INDEX.exists():
        reason = "the recorded vectors are not beside this checkout"
        return [pytest.param(None, marks=pytest.mark.skip(reason=reason))]
    found = [c for c in json.loads(INDEX.read_text())["cases"] if c["kind"] == kind]
    assert found, f"no case of kind {kind}"
    return [pytest.param(case, id=case["name"]) for case in found]


def read(case: Case) -> tuple[dict[str, Tensor], dict[str, Tensor], dict[str, Tensor]]:
    tensors = load_file(VECTORS / case["file"])
    state = {k[6:]: v.float() for k, v in tensors.items() if k.startswith("state.")}
    for shared in case["state_files"]:
        weights = load_file(VECTORS / shared["file"])
        state |= {shared["prefix"] + k[6:]: v.float() for k, v in weights.items()}
    inputs = {k[3:]: v.float() for k, v in tensors.items() if k.startswith("in.")}
    return state, inputs, {k[4:]: v for k, v in tensors.items() if k.startswith("out.")}


def check(case: Case, recorded: dict[str, Tensor], name: str, value: Tensor) -> None:
    """Compare with whatever part of an output was recorded."""
    about = case["outputs"][name]
    parts = []
    if "full" in about["stored"]:
        parts.append((value, recorded[name]))
    if "frames" in about["stored"]:
        parts.append((value[:, about["frames"]], recorded[f"{name}.frames"]))
    if "grid" in about["stored"]:
        oy, ox = about["grid"]["oy"], about["grid"]["ox"]
        grid = value[..., oy::GRID_STRIDE, ox::GRID_STRIDE]
        parts.append((grid, recorded[f"{name}.grid"]))
    assert parts
    for ours, theirs in parts:
        assert ours.shape == theirs.shape
        assert float((ours - theirs).abs().max()) <= about["atol"], name


def network_of(case: Case, state: dict[str, Tensor]) -> RealBasicVSR:
    """The official class keeps 64 channels at four times the size, whatever its width."""
    channels = case["ctor"]["mid_channels"]
    top = state["basicvsr.conv_hr.weight"].shape[0]
    shape = NetworkShape(
        channels=channels,
        cleaning_channels=channels,
        cleaning_blocks=case["ctor"]["num_cleaning_blocks"],
        propagation_blocks=case["ctor"]["num_propagation_blocks"],
        tail_channels=(channels, top),
    )
    network = RealBasicVSR(shape)
    network.load_state_dict(state, strict=True)
    return network.eval().requires_grad_(False)


@pytest.mark.parametrize("case", cases("flow_warp"))
def test_flow_warp(case):
    _, inputs, recorded = read(case)
    flow = inputs["flow"].permute(0, 3, 1, 2)
    for padding in ("zeros", "border"):
        check(case, recorded, padding, flow_warp(inputs["x"], flow, padding))


@pytest.mark.parametrize("case", cases("spynet"))
@torch.inference_mode()
def test_spynet(case):
    state, inputs, recorded = read(case)
    network = SPyNet()
    network.load_state_dict(state, strict=True)
    ref, supp = inputs["ref"], inputs["supp"]
    check(case, recorded, "flow", network(ref, supp))
    check(case, recorded, "flow_before_resize", network.pyramid_flow(ref, supp))


@pytest.mark.parametrize("case", cases("unetd"))
@torch.inference_mode()
def test_discriminator(case):
    state, inputs, recorded = read(case)
    network = Discriminator(mid_channels=case["ctor"]["mid_channels"])
    network.load_state_dict(state, strict=True)
    check(case, recorded, "output", network.eval()(inputs["img"]).score)


@pytest.mark.parametrize("case", cases("realbasicvsr"))
@torch.inference_mode()
def test_realbasicvsr(case):
    state, inputs, recorded = read(case)
    network = network_of(case, state)
    before = inputs["lqs"].clone()
    refined = refine_clip(network, inputs["lqs"], case["ctor"]["dynamic_refine_thres"])
    assert torch.equal(inputs["lqs"], before)
    assert len(refined.residue_means) == case["outputs"]["num_passes"]["value"]
    flows = network.basicvsr.flows(refined.frames)
    values = {
        "cleaned": refined.frames,
        "residue_means": torch.tensor(refined.residue_means),
        "flows_backward": flows[0],
        "flows_forward": flows[1],
        "output": network.basicvsr(refined.frames, flows),
    }
    for name in case["outputs"].keys() & values.keys():
        check(case, recorded, name, values[name])


@pytest.mark.parametrize("case", cases("realbasicvsr"))
@torch.inference_mode()
def test_streamed_in_windows(case):
    """Windows with all the lookahead there is give the recorded numbers as well."""
    state, inputs, recorded = read(case)
    network = network_of(case, state)
    cleaned = refine_clip(network, inputs["lqs"], case["ctor"]["dynamic_refine_thres"]).frames
    n, t = cleaned.shape[:2]
    if n > 1:
        pytest.skip("a stream is one clip")
    # The frames are clean already; a pass of a network without cleaning adds nothing.
    network.image_cleaning[1].weight.zero_()
    network.image_cleaning[1].bias.zero_()
    frames = [ShotFrame((i, cleaned[:, i]), i == 0) for i in range(t)]
    plan = Plan(window_frames=max(1, t // 3), lookahead_frames=t, band_rows=7)
    outputs = []
    for done in stream(network, frames, plan, SoftRefinement(255.0)):
        bands = enlarged_bands(network, done.features, plan.band_rows)
        outputs.append(torch.cat([band for _, band in bands], dim=-2))
    check(case, recorded, "output", torch.stack(outputs, dim=1))
