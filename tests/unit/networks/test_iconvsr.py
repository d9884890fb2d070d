"""IconVSR: the numbers of the official code, its names, and its streaming in windows."""

from __future__ import annotations

import json
from fractions import Fraction

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from engine.jobs.errors import WeightsError
from engine.networks.checkpoint import load_model
from engine.networks.edvr import place_in_clip
from engine.networks.iconvsr import FAMILY, IconVSR
from engine.restoring import plans
from engine.restoring.plans import Plan, choose_plan, needed_bytes
from engine.restoring.restorer import Restoration, pack_state
from engine.restoring.shots import ShotFrame
from engine.video.frame import Frame
from tests.shared import SHARED
from tests.unit.allocation import peak_bytes, skip_where_widened
from tests.unit.networks.test_parity import cases, check, read

CPU = torch.device("cpu")
KEYS = SHARED / "vectors" / "keys"
WIDTH, HEIGHT = 30, 26


def nothing() -> None:
    pass


@pytest.mark.parametrize("case", cases("iconvsr"))
@torch.inference_mode()
def test_recorded_numbers(case):
    state, inputs, recorded = read(case)
    ctor = case["ctor"]
    model = IconVSR(
        ctor["mid_channels"], ctor["num_blocks"], ctor["keyframe_stride"], ctor["padding"]
    )
    model.load_state_dict(state, strict=True)
    model.eval().requires_grad_(False)
    flows, refills = returned_by(model, "flows"), returned_by(model, "refill")
    check(case, recorded, "output", model.restore_clip(inputs["lrs"]))
    [pairs] = flows
    check(case, recorded, "flows_backward", torch.stack([both[0] for both in pairs], dim=1))
    check(case, recorded, "flows_forward", torch.stack([both[1] for both in pairs], dim=1))
    keyframes = model.keyframes(len(pairs) + 1)
    assert keyframes == case["outputs"]["keyframes"]["value"]
    check(case, recorded, "refill_features", torch.stack(refills, dim=1))


def returned_by(model: IconVSR, name: str) -> list:
    """What a method of a model returns, from now on."""
    method, results = getattr(model, name), []

    def listened(*words):
        results.append(method(*words))
        return results[-1]

    setattr(model, name, listened)
    return results


@pytest.mark.parametrize("padding", [2, 3])
def test_the_official_sizes_have_the_official_tensors(padding):
    path = KEYS / f"keys_IconVSR_pad{padding}.json"
    if not path.exists():
        pytest.skip("the lists of official tensors are not beside this checkout")
    with torch.device("meta"):
        ours = FAMILY.build({"padding": padding}).state_dict()
    assert {k: list(v.shape) for k, v in ours.items()} == json.loads(path.read_text())


def tiny(channels: int = 8) -> IconVSR:
    """Random weights: small, so that what is far away in time counts for little."""
    torch.manual_seed(0)
    model = IconVSR(channels, 1).eval().requires_grad_(False)
    return model.to(memory_format=torch.channels_last)


@pytest.mark.parametrize("change", ["missing", "extra"])
def test_one_tensor_too_few_or_too_many_is_named(change, tmp_path):
    state = tiny().state_dict()
    name = "edvr.pcd_alignment.dcn_pack.l2.conv_offset.bias"
    if change == "missing":
        del state[name]
    else:
        name = "edvr.pcd_alignment.offset_conv3.l3.conv.bias"
        state[name] = torch.zeros(4)
    path = tmp_path / "net.safetensors"
    save_file({k: v.contiguous() for k, v in state.items()}, path)
    with pytest.raises(WeightsError) as caught:
        load_model(path, FAMILY, {"channels": 8, "blocks": 1})
    assert f"{change} {name}" in caught.value.detail


@pytest.mark.parametrize("padding", [2, 3])
def test_frames_beyond_the_ends_are_those_of_the_official_code(padding):
    clip = list(range(9))
    before = {2: [4, 3], 3: [6, 5, 4]}[padding]
    after = {2: [-4, -5], 3: [-5, -6, -7]}[padding]
    expected = [clip[i] for i in (*before, *clip, *after)]
    numbers = range(-padding, len(clip) + padding)
    assert [clip[place_in_clip(n, len(clip), padding)] for n in numbers] == expected


def frames(count: int, size: tuple[int, int] = (HEIGHT, WIDTH)) -> list[ShotFrame[Frame]]:
    """A picture that moves by a pixel from frame to frame."""
    picture = np.random.default_rng(0).integers(0, 255, (*size, 3), np.uint8)
    moved = [np.ascontiguousarray(np.roll(picture, n, axis=1)) for n in range(count)]
    made = [Frame(pixels, n, Fraction(1, 25), 1) for n, pixels in enumerate(moved)]
    return [ShotFrame(frame, frame.pts == 0) for frame in made]


def ready(model: IconVSR, plan: Plan) -> Restoration:
    return Restoration(model, CPU, plan, None, 1.0, WIDTH, HEIGHT)


def test_windows_have_no_seams_and_can_be_resumed():
    source, model = frames(16), tiny()
    whole = list(ready(model, Plan(20, 5, HEIGHT)).run(source, nothing))
    work = ready(model, Plan(5, 5, 8))
    done = list(work.run(source, nothing))
    assert [d.frame.pts for d in done] == list(range(len(source)))
    for restored, expected in zip(done, whole, strict=True):
        difference = restored.frame.data.astype(int) - expected.frame.data
        assert abs(difference).max() <= 1
    stops = [n for n, one in enumerate(done, start=1) if one.carried is not None]
    assert stops == [5, 10]
    for stop in stops[-1:]:
        carried = work.unpack_state(pack_state(done[stop - 1].carried), source[stop])
        for restored, expected in zip(
            work.run(source[stop:], nothing, carried), done[stop:], strict=True
        ):
            np.testing.assert_array_equal(restored.frame.data, expected.frame.data)


@pytest.mark.parametrize("count", [1, 2, 4])
def test_short_shots_are_restored(count):
    done = list(ready(tiny(), Plan(5, 5, HEIGHT)).run(frames(count), nothing))
    assert [d.frame.pts for d in done] == list(range(count))


def test_windows_begin_with_a_keyframe_whatever_fits(monkeypatch):
    monkeypatch.setattr(plans, "free_bytes", lambda _: None)
    plan, model, needs = choose_plan(tiny(), 720, 576, CPU), tiny(), []
    while plan is not None:
        assert plan.window_frames % 5 == plan.lookahead_frames % 5 == 0
        needs.append(needed_bytes(model, 720, 576, plan))
        plan = plans.smaller_plan(plan, model=model, width=720, height=576, device=CPU)
    assert len(needs) > 3
    assert needs == sorted(needs, reverse=True)


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_the_memory_is_as_promised(dtype):
    skip_where_widened(dtype)
    model = tiny(32)
    model.set_precision(dtype)
    plan = Plan(5, 5, 16)
    work = Restoration(model, CPU, plan, None, 1.0, 32, 32)
    source = frames(11, (32, 32))

    def run():
        for _ in work.run(source, nothing):
            pass

    measured = model.weight_bytes() + peak_bytes(run)
    expected = needed_bytes(model, 32, 32, plan)
    assert measured <= 1.1 * expected
    assert expected <= 1.7 * measured


def test_its_cost_is_that_of_its_convolutions():
    """Of a refill; the rest is counted as in BasicVSR."""
    model, counted = tiny(), []

    def count(layer, _, out: Tensor):
        counted.append(layer.weight[0].numel() * out.numel())

    for layer in model.edvr.modules():
        if isinstance(layer, torch.nn.Conv2d):
            layer.register_forward_hook(count)
    model.refill([torch.rand(1, 3, 32, 32)] * 5, 2)
    assert model.edvr.macs_per_pixel() == pytest.approx(sum(counted) / 32**2, rel=0.01)
