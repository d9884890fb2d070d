"""Real-ESRGAN's compact network: the numbers of its own code, whole, in bands and streamed."""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import torch

from engine.estimating import network_sample
from engine.jobs.errors import WeightsError, WeightsProblem
from engine.jobs.options import Options
from engine.networks import catalogue
from engine.networks.checkpoint import load_model
from engine.networks.srvgg import FAMILY, SRVGG
from engine.restoring.bands import enlarged_bands
from engine.restoring.plans import Plan, choose_plan, needed_bytes, smaller_plan
from engine.restoring.restorer import Restoration, free_device, pack_state, prepare
from engine.restoring.shots import ShotFrame
from engine.video.frame import Frame
from tests.shared import SHARED
from tests.unit.allocation import peak_bytes, skip_where_widened
from tests.unit.networks.test_parity import cases, check, read

CPU = torch.device("cpu")
WIDTH, HEIGHT = 40, 30


@pytest.mark.parametrize("case", cases("srvgg"))
@torch.inference_mode()
def test_real_weights(case):
    about = case["external_weights"]
    path = SHARED / about["folder"] / about["file"]
    if not path.exists():
        pytest.skip("the weights are not beside this checkout")
    assert hashlib.sha256(path.read_bytes()).hexdigest() == about["sha256"]
    ctor = case["ctor"]
    architecture = {
        "channels": ctor["num_feat"],
        "convolutions": ctor["num_conv"],
        "scale": ctor["upscale"],
    }
    model = load_model(path, FAMILY, architecture)
    _, inputs, recorded = read(case)
    check(case, recorded, "output", model.restore_clip(inputs["img"][None])[0])


def test_cost_of_the_general_model():
    """Counted by hand from the published sizes."""
    assert SRVGG().macs_per_pixel == 9 * (3 * 64 + 32 * 64 * 64 + 64 * 48)


def tiny(*, scale: int = 4, convolutions: int = 3) -> SRVGG:
    torch.manual_seed(0)
    model = SRVGG(8, convolutions, scale).eval().requires_grad_(False)
    return model.to(memory_format=torch.channels_last)


@pytest.mark.parametrize("rows", [1, 4, 7, 30])
@pytest.mark.parametrize("scale", [1, 2, 4])
@torch.inference_mode()
def test_bands_are_those_of_the_whole(scale, rows):
    model, frame = tiny(scale=scale), torch.rand(1, 3, HEIGHT, WIDTH)
    parts = [band for _, band in enlarged_bands(model, (frame,), rows)]
    whole = model.upsample(frame)
    assert whole.shape == (1, 3, scale * HEIGHT, scale * WIDTH)
    torch.testing.assert_close(torch.cat(parts, dim=-2), whole)


def frames(count: int = 8, samples: type = np.uint8) -> list[ShotFrame[Frame]]:
    """Two shots; the upper half of the picture stands still in each."""
    rng, made = np.random.default_rng(0), []
    for number in range(count):
        pixels = rng.integers(0, np.iinfo(samples).max, (HEIGHT, WIDTH, 3), samples)
        if number not in (0, 5):
            pixels[: HEIGHT // 2] = made[-1].item.data[: HEIGHT // 2]
        made.append(ShotFrame(Frame(pixels, number, Fraction(1, 25), 1), number in (0, 5)))
    return made


def ready(model: SRVGG, plan: Plan | None = None) -> Restoration:
    plan = plan or choose_plan(model, WIDTH, HEIGHT, CPU)
    return Restoration(model, CPU, plan, None, 1.0, WIDTH, HEIGHT)


@pytest.mark.parametrize("scale", [1, 2, 4])
def test_a_video_is_restored_frame_by_frame(scale):
    source = frames()
    done = list(ready(tiny(scale=scale)).run(source, lambda: None))
    assert [d.frame.pts for d in done] == list(range(len(source)))
    assert {(d.passes, d.cleanings) for d in done} == {(0, 0)}
    for restored in done:
        assert restored.frame.data.shape == (scale * HEIGHT, scale * WIDTH, 3)
    for before, after in itertools.pairwise(done[:5]):
        still = np.s_[: scale * (HEIGHT // 2 - 2)]
        np.testing.assert_array_equal(before.frame.data[still], after.frame.data[still])


def test_a_render_can_be_resumed_after_every_frame():
    source, work = frames(), ready(tiny())
    whole = list(work.run(source, lambda: None))
    assert whole[-1].carried is None
    for stop, done in enumerate(whole[:-1], start=1):
        assert done.carried is not None
        arrays = pack_state(done.carried)
        assert set(arrays) == (set() if stop == 5 else {"source", "shown"})
        resumed = work.run(source[stop:], lambda: None, work.unpack_state(arrays, source[stop]))
        for restored, expected in zip(resumed, whole[stop:], strict=True):
            np.testing.assert_array_equal(restored.frame.data, expected.frame.data)


def test_where_memory_is_short_bands_get_smaller(monkeypatch):
    monkeypatch.setattr("engine.restoring.plans.free_bytes", lambda _: None)
    model = SRVGG()
    plan = choose_plan(model, 720, 576, CPU)
    assert plan == Plan(1, 0, 576)
    needs = []
    while plan is not None:
        needs.append(needed_bytes(model, 720, 576, plan))
        plan = smaller_plan(plan, model=model, width=720, height=576, device=CPU)
    assert len(needs) > 2
    assert needs == sorted(needs, reverse=True)


def test_a_shortage_loses_no_frame(monkeypatch):
    model, source = tiny(convolutions=1), frames()
    expected = list(ready(model).run(source, lambda: None))
    upsample, calls = model.upsample, itertools.count()

    def attempt(*parts):
        if next(calls) == 3:
            raise torch.OutOfMemoryError
        return upsample(*parts)

    monkeypatch.setattr(model, "upsample", attempt)
    done = list(ready(model).run(source, lambda: None))
    assert done[-1].plan.band_rows < HEIGHT
    for restored, other in zip(done, expected, strict=True):
        np.testing.assert_allclose(restored.frame.data, other.frame.data, atol=1)


@pytest.mark.parametrize("samples", [np.uint8, np.uint16])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
@pytest.mark.parametrize("rows", [HEIGHT, 8], ids=["whole", "bands"])
def test_the_memory_is_as_promised(rows, dtype, samples):
    skip_where_widened(dtype)
    torch.manual_seed(0)
    model = SRVGG(convolutions=3).eval().requires_grad_(False)
    model.to(memory_format=torch.channels_last)
    model.set_precision(dtype)
    work = replace(ready(model, Plan(1, 0, rows)), sample_bytes=np.dtype(samples).itemsize)
    source = frames(4, samples)
    measured = model.weight_bytes() + peak_bytes(lambda: list(work.run(source, lambda: None)))
    # The results of all four frames are kept here.
    measured -= 2 * source[0].item.data.nbytes * model.scale**2
    expected = needed_bytes(
        model, WIDTH, HEIGHT, work.plan, sample_bytes=np.dtype(samples).itemsize
    )
    assert measured <= 1.1 * expected
    assert expected <= 1.9 * measured


def test_it_is_measured_for_estimates():
    work = ready(tiny())
    assert network_sample.cleaning_seconds(work, lambda: None, lambda: 0.0) == 0
    assert network_sample.steady_seconds(work, work.plan, most_frames=2) > 0


@pytest.fixture
def two_models(tmp_path, monkeypatch):
    """A model, and its twin that removes less noise, as files of the user's."""
    monkeypatch.setattr(catalogue, "models_folder", lambda: tmp_path)
    entries, networks = [], {}
    for seed, name in enumerate(("general", "wdn")):
        torch.manual_seed(seed)
        networks[name] = SRVGG(8, 2, 4)
        path = tmp_path / f"{name}.pth"
        torch.save({"params": networks[name].state_dict()}, path)
        entries.append(
            replace(
                catalogue.find("realesr-general-x4v3"),
                name=name,
                file=path.name,
                sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
                architecture={"channels": 8, "convolutions": 2},
                mixes_with="wdn" if name == "general" else None,
            )
        )
    monkeypatch.setattr(catalogue, "load_catalogue", lambda: tuple(entries))
    yield networks
    free_device()


@pytest.mark.parametrize(
    ("model", "denoise", "share"),
    [("general", None, 0.0), ("general", 1.0, 0.0), ("general", 0.25, 0.75), ("wdn", 0.25, 0.0)],
)
def test_the_noise_that_is_removed_is_a_mix_of_two_models(two_models, model, denoise, share):
    options = Options(model=model, denoise=denoise, device="cpu", precision="fp32")
    mixed = prepare(options, WIDTH, HEIGHT).model.state_dict()
    for name, value in two_models[model].state_dict().items():
        expected = value.lerp(two_models["wdn"].state_dict()[name], share)
        torch.testing.assert_close(mixed[name], expected)


def test_the_other_model_of_a_mix_is_missing(two_models, tmp_path):
    (tmp_path / "wdn.pth").unlink()
    assert prepare(Options(model="general", denoise=1.0), WIDTH, HEIGHT)
    with pytest.raises(WeightsError) as refused:
        prepare(Options(model="general", denoise=0.5), WIDTH, HEIGHT)
    assert (refused.value.model, refused.value.reason) == ("wdn", WeightsProblem.NOT_INSTALLED)
