"""BasicVSR++: the numbers of the official code, its names, and its streaming in windows."""

from __future__ import annotations

import json
from fractions import Fraction

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from engine.estimating import network_sample
from engine.jobs.errors import WeightsError
from engine.networks.basicvsrpp import BRANCHES, FAMILY, BasicVSRPlusPlus
from engine.networks.checkpoint import load_model
from engine.restoring import plans
from engine.restoring.bands import enlarged_bands
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


@pytest.mark.parametrize("case", cases("basicvsrpp"))
@torch.inference_mode()
def test_recorded_numbers(case):
    state, inputs, recorded = read(case)
    ctor, lqs = case["ctor"], inputs["lqs"]
    model = BasicVSRPlusPlus(
        ctor["mid_channels"], ctor["num_blocks"], keeps_size=not ctor["is_low_res_input"]
    )
    model.load_state_dict(state, strict=True)
    model.eval().requires_grad_(False)
    clip = lqs.unbind(1)
    flows = model.flows(clip, nothing)
    for number, name in enumerate(("flows_backward", "flows_forward")):
        if name in case["outputs"]:
            check(case, recorded, name, torch.stack([both[number] for both in flows], dim=1))
    known = [[model.extract(frame) for frame in clip]]
    for branch in BRANCHES:
        features = list(model.branch(branch, known, flows, nothing))
        known.append(features if "forward" in branch else features[::-1])
        if f"feats_{branch}" in case["outputs"]:
            check(case, recorded, f"feats_{branch}", torch.stack(known[-1], dim=1))
    wanted = range(len(clip))
    parts = list(model.clip_features(clip, wanted, nothing))
    whole = torch.stack([model.enlarge(features, (0, 0)) for features in parts], dim=1)
    check(case, recorded, "output", whole)
    bands = [torch.cat([b for _, b in enlarged_bands(model, p, 25)], dim=-2) for p in parts]
    check(case, recorded, "output", torch.stack(bands, dim=1))


@pytest.mark.parametrize(
    ("file", "architecture"),
    [
        ("c64n7", {}),
        ("c128n25_lr", {"channels": 128, "blocks": 25}),
        ("c128n25_same-size", {"channels": 128, "blocks": 25, "keeps_size": True}),
        ("c64n15_same-size", {"blocks": 15, "keeps_size": True}),
    ],
)
def test_the_official_sizes_have_the_official_tensors(file, architecture):
    path = KEYS / f"keys_BasicVSR++_{file}.json"
    if not path.exists():
        pytest.skip("the lists of official tensors are not beside this checkout")
    with torch.device("meta"):
        ours = FAMILY.build(architecture).state_dict()
    assert {k: list(v.shape) for k, v in ours.items()} == json.loads(path.read_text())


def tiny(*, keeps_size: bool = False, channels: int = 8) -> BasicVSRPlusPlus:
    """Random weights: small, so that what is far away in time counts for little."""
    torch.manual_seed(0)
    model = BasicVSRPlusPlus(channels, 1, keeps_size=keeps_size).eval().requires_grad_(False)
    return model.to(memory_format=torch.channels_last)


@pytest.mark.parametrize("change", ["missing", "extra"])
def test_one_tensor_too_few_or_too_many_is_named(change, tmp_path):
    state = tiny().state_dict()
    name = "deform_align.forward_2.conv_offset.4.bias"
    if change == "missing":
        del state[name]
    else:
        name = "deform_align.forward_3.bias"
        state[name] = torch.zeros(4)
    path = tmp_path / "net.safetensors"
    save_file({k: v.contiguous() for k, v in state.items()}, path)
    with pytest.raises(WeightsError) as caught:
        load_model(path, FAMILY, {"channels": 8, "blocks": 1})
    assert f"{change} {name}" in caught.value.detail


def frames(count: int, cut: int | None = None) -> list[ShotFrame[Frame]]:
    """A picture that moves by a pixel from frame to frame; a new shot begins at ``cut``."""
    rng, made = np.random.default_rng(0), []
    picture = rng.integers(0, 255, (HEIGHT, WIDTH, 3), np.uint8)
    for number in range(count):
        pixels = np.roll(picture, number, axis=1) ^ (number == cut)
        frame = Frame(np.ascontiguousarray(pixels), number, Fraction(1, 25), 1)
        made.append(ShotFrame(frame, number in (0, cut)))
    return made


def ready(model: BasicVSRPlusPlus, plan: Plan) -> Restoration:
    return Restoration(model, CPU, plan, None, 1.0, WIDTH, HEIGHT)


@pytest.mark.parametrize("keeps_size", [False, True], ids=["enlarges", "same size"])
def test_windows_have_no_seams(keeps_size):
    """Below one level, where the overlap is long enough."""
    source, model = frames(11), tiny(keeps_size=keeps_size)
    whole = list(ready(model, Plan(11, 4, HEIGHT)).run(source, nothing))
    done = list(ready(model, Plan(2, 4, 8)).run(source, nothing))
    assert [d.frame.pts for d in done] == list(range(len(source)))
    for restored, expected in zip(done, whole, strict=True):
        assert restored.frame.data.shape == (model.scale * HEIGHT, model.scale * WIDTH, 3)
        difference = restored.frame.data.astype(int) - expected.frame.data
        assert abs(difference).max() <= 1
    assert any((d.frame.data != done[0].frame.data).any() for d in done[1:])


def test_a_window_sees_its_overlap_and_nothing_else():
    source, model = frames(9), tiny()
    seen = []
    given = model.clip_features

    def listen(clip, wanted, on_step):
        seen.append((len(clip), wanted))
        return given(clip, wanted, on_step)

    model.clip_features = listen
    list(ready(model, Plan(2, 1, HEIGHT)).run(source, nothing))
    assert seen == [(3, range(2)), (4, range(1, 3)), (4, range(1, 3)), (4, range(1, 4))]


def test_a_render_that_is_resumed_is_the_same():
    """Bit for bit, after every window; also after a cut."""
    source, model = frames(9, cut=6), tiny()
    work = ready(model, Plan(2, 2, HEIGHT))
    whole = list(work.run(source, nothing))
    stops = [n for n, done in enumerate(whole, start=1) if done.carried is not None]
    assert stops == [2, 6]
    for stop in stops:
        arrays = pack_state(whole[stop - 1].carried)
        carried = work.unpack_state(arrays, source[stop])
        for restored, expected in zip(
            work.run(source[stop:], nothing, carried), whole[stop:], strict=True
        ):
            np.testing.assert_array_equal(restored.frame.data, expected.frame.data)


@pytest.mark.parametrize(("dtype", "keeps_size"), [(torch.float32, False), (torch.bfloat16, True)])
def test_the_memory_is_as_promised(dtype, keeps_size):
    skip_where_widened(dtype)
    model = tiny(keeps_size=keeps_size, channels=32)
    model.set_precision(dtype)
    work = Restoration(model, CPU, Plan(2, 1, 16), None, 1.0, 64, 48)
    pixels = np.random.default_rng(0).integers(0, 255, (48, 64, 3), np.uint8)
    source = [ShotFrame(Frame(pixels, n, Fraction(1, 25), 1), n == 0) for n in range(6)]

    def run():
        for _ in work.run(source, nothing):
            pass

    measured = model.weight_bytes() + peak_bytes(run)
    expected = needed_bytes(model, 64, 48, work.plan)
    assert measured <= 1.1 * expected
    assert expected <= 1.7 * measured


def test_it_is_measured_for_estimates():
    work = ready(tiny(), Plan(4, 4, HEIGHT))
    assert network_sample.cleaning_seconds(work, nothing, lambda: 0.0) == 0
    assert network_sample.steady_seconds(work, work.plan, most_frames=2) > 0


@pytest.mark.parametrize("keeps_size", [False, True], ids=["enlarges", "same size"])
def test_windows_get_shorter_then_their_overlap(monkeypatch, keeps_size):
    monkeypatch.setattr(plans, "free_bytes", lambda _: None)
    model, chosen, needs = tiny(keeps_size=keeps_size), [], []
    plan = choose_plan(model, 720, 576, CPU)
    while plan is not None:
        chosen.append(plan)
        needs.append(needed_bytes(model, 720, 576, plan))
        plan = plans.smaller_plan(plan, model=model, width=720, height=576, device=CPU)
    assert chosen[0].lookahead_frames == 8
    assert chosen[-1].lookahead_frames == 1
    assert needs == sorted(needs, reverse=True)
    assert needs[-1] < needs[0] / 3
