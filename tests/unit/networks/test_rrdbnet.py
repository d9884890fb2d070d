"""RRDBNet: the numbers of its own code, whole, in bands and streamed, and every old name."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file
from torch.nn import functional as F  # noqa: N812

from engine.jobs.errors import WeightsError
from engine.networks.checkpoint import load_model
from engine.networks.rrdbnet import FAMILY, RRDBNet
from engine.restoring.bands import enlarged_bands
from engine.restoring.plans import Plan, choose_plan, needed_bytes
from engine.restoring.restorer import Restoration
from engine.restoring.shots import ShotFrame
from engine.video.frame import Frame
from tests.shared import SHARED
from tests.unit.allocation import peak_bytes, skip_where_widened
from tests.unit.networks.test_parity import cases, check, read

CPU = torch.device("cpu")
WIDTH, HEIGHT = 40, 30
OFFICIAL = SHARED / "official_weights" / "RealESRGAN_x4plus.from_ncnn_fp16.safetensors"


def architecture_of(ctor):
    return {
        "channels": ctor["num_feat"],
        "blocks": ctor["num_block"],
        "growth": ctor["num_grow_ch"],
        "scale": ctor["scale"],
    }


@pytest.mark.parametrize("case", cases("rrdb"))
@torch.inference_mode()
def test_recorded_numbers(case):
    state, inputs, recorded = read(case)
    model = FAMILY.build(architecture_of(case["ctor"]))
    model.load_state_dict({FAMILY.rename(k): v for k, v in state.items()}, strict=True)
    model.eval().requires_grad_(False)
    check(case, recorded, "output", model.restore_clip(inputs["img"][None])[0])
    features = model.prepare(inputs["img"])
    banded = torch.cat([part for _, part in enlarged_bands(model, (features,), 7)], dim=-2)
    check(case, recorded, "output", banded)


@torch.inference_mode()
def test_the_official_weights_give_what_the_formulas_say():
    """A real frame, against the network written down with nothing but functions."""
    real = SHARED / "vectors" / "srvgg_general.safetensors"
    if not OFFICIAL.exists() or not real.exists():
        pytest.skip("the official weights are not beside this checkout")
    model = load_model(OFFICIAL, FAMILY, {})
    assert sum(p.numel() for p in model.parameters()) == 16_697_987
    frame = load_file(real)["in.img"].float()[:1, :, 10:34, 8:36]
    features = model.prepare(frame)
    ours = torch.cat([part for _, part in enlarged_bands(model, (features,), 10)], dim=-2)
    expected = evaluated_plainly({k: v.float() for k, v in load_file(OFFICIAL).items()}, frame, 23)
    assert float((ours - expected).abs().max()) < 0.5 / 255 / 10
    # It enlarges: what it gives looks like the frame, sharpened.
    small = F.interpolate(ours, scale_factor=0.25, mode="area")
    assert float((small - frame).abs().mean()) < 0.1


def evaluated_plainly(weights, frame, blocks):
    """RRDBNet as the papers write it: no modules, nothing in place, no bands."""

    def conv(name, x):
        return F.conv2d(x, weights[f"{name}.weight"], weights[f"{name}.bias"], padding=1)

    def activated(name, x):
        return F.leaky_relu(conv(name, x), 0.2)

    first = x = conv("conv_first", frame)
    for block in range(blocks):
        outer = x
        for dense in (1, 2, 3):
            name, seen = f"body.{block}.rdb{dense}", [x]
            for layer in (1, 2, 3, 4):
                seen.append(activated(f"{name}.conv{layer}", torch.cat(seen, 1)))
            x = x + 0.2 * conv(f"{name}.conv5", torch.cat(seen, 1))
        x = outer + 0.2 * x
    x = first + conv("conv_body", x)
    for name in ("conv_up1", "conv_up2"):
        x = activated(name, x.repeat_interleave(2, -1).repeat_interleave(2, -2))
    return conv("conv_last", activated("conv_hr", x))


def tiny(scale: int = 4) -> RRDBNet:
    torch.manual_seed(0)
    model = RRDBNet(8, 2, 4, scale).eval().requires_grad_(False)
    return model.to(memory_format=torch.channels_last)


@pytest.mark.parametrize("rows", [1, 4, 7, 30])
@pytest.mark.parametrize("scale", [2, 4])
@pytest.mark.parametrize("cut", [0, 1], ids=["even", "odd"])
@torch.inference_mode()
def test_bands_are_those_of_the_whole(cut, scale, rows):
    model, frame = tiny(scale), torch.rand(1, 3, HEIGHT - cut, WIDTH - cut)
    features = model.prepare(frame)
    parts = [band for _, band in enlarged_bands(model, (features,), rows)]
    whole = model.upsample(features)
    assert whole.shape == (1, 3, scale * (HEIGHT - cut), scale * (WIDTH - cut))
    torch.testing.assert_close(torch.cat(parts, dim=-2), whole)


def counted_macs(model, clip) -> int:
    """Multiply-accumulates of all convolutions while a clip is restored."""
    counted = []

    def count(layer, _, out):
        counted.append(layer.weight[0].numel() * out.numel())

    for layer in model.modules():
        if isinstance(layer, torch.nn.Conv2d):
            layer.register_forward_hook(count)
    model.restore_clip(clip)
    return sum(counted)


@pytest.mark.parametrize("scale", [2, 4])
def test_its_cost_is_that_of_its_convolutions(scale):
    model = tiny(scale)
    counted = counted_macs(model, torch.rand(1, 1, 3, 8, 8)) / 64
    assert model.macs_per_pixel == pytest.approx(counted, rel=1e-3)


OLDER = {
    "RRDB_trunk.3.RDB2.conv4.weight": "body.3.rdb2.conv4.weight",
    "trunk_conv.bias": "conv_body.bias",
    "upconv1.weight": "conv_up1.weight",
    "upconv2.weight": "conv_up2.weight",
    "HRconv.weight": "conv_hr.weight",
    "conv_last.weight": "conv_last.weight",
    "model.0.weight": "conv_first.weight",
    "model.1.sub.3.RDB2.conv4.0.weight": "body.3.rdb2.conv4.weight",
    "model.1.sub.23.bias": "conv_body.bias",
    "model.3.bias": "conv_up1.bias",
    "model.6.bias": "conv_up2.bias",
    "model.8.bias": "conv_hr.bias",
    "model.10.bias": "conv_last.bias",
    "surplus": "surplus",
}


@pytest.mark.parametrize("old", OLDER)
def test_older_names_are_known(old):
    assert FAMILY.rename(old) == OLDER[old]
    assert FAMILY.rename(OLDER[old]) == OLDER[old]


@pytest.mark.parametrize("change", ["missing", "extra"])
def test_one_tensor_too_few_or_too_many_is_named(change, tmp_path):
    state = tiny().state_dict()
    if change == "missing":
        del state["body.1.rdb2.conv3.bias"]
    else:
        state["body.2.rdb1.conv1.bias"] = torch.zeros(4)
    path = tmp_path / "net.safetensors"
    save_file({k: v.contiguous() for k, v in state.items()}, path)
    with pytest.raises(WeightsError) as caught:
        load_model(path, FAMILY, {"channels": 8, "blocks": 2, "growth": 4})
    name = "body.1.rdb2.conv3.bias" if change == "missing" else "body.2.rdb1.conv1.bias"
    assert f"{change} {name}" in caught.value.detail


def frames(count: int = 3) -> list[ShotFrame[Frame]]:
    rng, made = np.random.default_rng(0), []
    for number in range(count):
        pixels = rng.integers(0, 255, (HEIGHT, WIDTH, 3), np.uint8)
        made.append(ShotFrame(Frame(pixels, number, Fraction(1, 25), 1), number == 0))
    return made


@pytest.mark.parametrize("scale", [2, 4])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
@pytest.mark.parametrize("rows", [HEIGHT, 8], ids=["whole", "bands"])
def test_the_memory_is_as_promised(rows, dtype, scale):
    skip_where_widened(dtype)
    torch.manual_seed(0)
    model = RRDBNet(32, 2, 16, scale).eval().requires_grad_(False)
    model.to(memory_format=torch.channels_last)
    model.set_precision(dtype)
    work = Restoration(model, CPU, Plan(1, 0, rows), None, 1.0, WIDTH, HEIGHT)
    source = frames(4)
    measured = model.weight_bytes() + peak_bytes(lambda: list(work.run(source, lambda: None)))
    # The results of all four frames are kept here.
    measured -= 2 * source[0].item.data.nbytes * model.scale**2
    expected = needed_bytes(model, WIDTH, HEIGHT, work.plan)
    assert measured <= 1.1 * expected
    assert expected <= 1.7 * measured


@pytest.mark.parametrize("scale", [2, 4])
def test_a_video_is_restored_frame_by_frame(scale):
    model = tiny(scale)
    plan = replace(choose_plan(model, WIDTH, HEIGHT, CPU), band_rows=11)
    work = Restoration(model, CPU, plan, None, 1.0, WIDTH, HEIGHT)
    done = list(work.run(frames(), lambda: None))
    assert [d.frame.pts for d in done] == [0, 1, 2]
    assert done[0].frame.data.shape == (scale * HEIGHT, scale * WIDTH, 3)
