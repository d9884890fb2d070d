"""Models of others: recognised by spandrel, loaded safely, restored like any other.

The tests run the real spandrel where it is installed, with torchvision's native check answered by a
stand-in; elsewhere a spandrel of a few lines takes its place, and knows one network.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import pickle
import sys
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from engine.jobs.errors import WeightsError, WeightsProblem
from engine.networks import community
from engine.networks.checkpoint import load_model, read_tensors
from engine.networks.community import FAMILY, Community, as_architecture, examine
from engine.networks.pickled_names import foreign_names
from engine.networks.srvgg import SRVGG
from engine.restoring.bands import enlarged_bands
from engine.restoring.plans import Plan, choose_plan, needed_bytes, smaller_plan
from engine.restoring.restorer import Restoration, pack_state
from engine.restoring.shots import ShotFrame
from engine.video.frame import Frame
from tests.unit.networks.native_stand_in import real_spandrel

WIDTH, HEIGHT = 40, 30
CPU = torch.device("cpu")


class SmallSpandrel(ModuleType):
    """A spandrel that knows Real-ESRGAN's compact network only."""

    class UnsupportedModelError(Exception):
        """As spandrel's."""

    def __init__(self) -> None:
        super().__init__("spandrel")
        self.ModelLoader = lambda: SimpleNamespace(load_from_state_dict=self.load)

    def load(self, state: Mapping[str, torch.Tensor]) -> SimpleNamespace:
        if "body.0.weight" not in state:
            raise self.UnsupportedModelError
        last = max(int(name.split(".")[1]) for name in state)
        scale = int((state[f"body.{last}.bias"].shape[0] / 3) ** 0.5)
        channels = state["body.0.weight"].shape[1]
        made = SRVGG(state["body.0.weight"].shape[0], (last - 2) // 2, scale)
        if channels == 3:
            made.load_state_dict(dict(state))
        return Descriptor(
            model=made,
            scale=scale,
            input_channels=channels,
            output_channels=channels,
            purpose="SR",
            supports_half=True,
            supports_bfloat16=False,
            size_requirements=SimpleNamespace(minimum=0, multiple_of=1, square=False),
            tiling=SimpleNamespace(name="SUPPORTED"),
            architecture=SimpleNamespace(name="RealESRGAN Compact"),
        )


class Descriptor(SimpleNamespace):
    def __call__(self, picture: torch.Tensor) -> torch.Tensor:
        return self.model.upsample(picture).clamp(0, 1)


@pytest.fixture(params=["real", "small"])
def spandrel(request, monkeypatch):
    if request.param == "real":
        real_spandrel()
    else:
        monkeypatch.setitem(sys.modules, "spandrel", SmallSpandrel())
    return request.param


def own(scale: int = 2, channels: int = 8) -> SRVGG:
    torch.manual_seed(0)
    return SRVGG(channels, 2, scale).eval().requires_grad_(False)


def saved(folder: Path, network: torch.nn.Module, name: str = "others.pth") -> Path:
    path = folder / name
    if path.suffix == ".safetensors":
        save_file(network.state_dict(), path)
    else:
        torch.save({"params": network.state_dict()}, path)
    return path


def loaded(path: Path) -> Community:
    measures, _ = examine(path)
    model = load_model(path, FAMILY, as_architecture(measures))
    assert isinstance(model, Community)
    return model


@pytest.mark.parametrize("name", ["others.pth", "others.safetensors", "no suffix"])
@torch.inference_mode()
def test_a_model_of_others_computes_what_it_should(spandrel, tmp_path, name):
    model, frame = loaded(saved(tmp_path, own(), name)), torch.rand(1, 3, HEIGHT, WIDTH)
    assert model.scale == 2
    torch.testing.assert_close(model.upsample(frame), own().upsample(frame).clamp(0, 1))


@pytest.mark.parametrize("scale", [1, 2, 4, 8])
def test_what_it_costs_is_counted(spandrel, tmp_path, scale):
    measures, name = examine(saved(tmp_path, own(scale)))
    assert name == "RealESRGAN Compact"
    assert measures.scale == scale
    assert measures.macs_per_pixel == own(scale).macs_per_pixel
    assert measures.numbers_per_pixel >= 3 * scale**2


@torch.inference_mode()
def test_bands_are_nearly_those_of_the_whole(spandrel, tmp_path):
    model, frame = loaded(saved(tmp_path, own())), torch.rand(1, 3, 100, WIDTH)
    parts = [band for _, band in enlarged_bands(model, (frame,), 16)]
    whole = model.upsample(frame)
    torch.testing.assert_close(torch.cat(parts, dim=-2), whole, atol=1e-6, rtol=0)


@pytest.mark.parametrize("scale", [1, 8])
def test_a_video_is_restored_and_resumed_after_every_frame(spandrel, tmp_path, scale):
    rng = np.random.default_rng(0)
    pictures = [rng.integers(0, 255, (HEIGHT, WIDTH, 3), np.uint8) for _ in range(4)]
    source = [ShotFrame(Frame(p, n, Fraction(1, 25), 1), n == 0) for n, p in enumerate(pictures)]
    model = loaded(saved(tmp_path, own(scale)))
    plan = choose_plan(model, WIDTH, HEIGHT, CPU)
    work = Restoration(model, CPU, plan, None, 1.0, WIDTH, HEIGHT)
    whole = list(work.run(source, lambda: None))
    assert {d.frame.data.shape for d in whole} == {(scale * HEIGHT, scale * WIDTH, 3)}
    for stop, done in enumerate(whole[:-1], start=1):
        carried = work.unpack_state(pack_state(done.carried), source[stop])
        resumed = work.run(source[stop:], lambda: None, carried)
        for restored, expected in zip(resumed, whole[stop:], strict=True):
            np.testing.assert_array_equal(restored.frame.data, expected.frame.data)


def test_where_memory_is_short_bands_get_smaller(spandrel, tmp_path):
    model = loaded(saved(tmp_path, own()))
    plan, needs = Plan(1, 0, 576), []
    while plan is not None:
        needs.append(needed_bytes(model, 720, 576, plan))
        plan = smaller_plan(plan, model=model, width=720, height=576, device=CPU)
    assert len(needs) > 2
    assert needs == sorted(needs, reverse=True)


def test_it_computes_in_16_bits_only_where_it_may(spandrel, tmp_path):
    model = loaded(saved(tmp_path, own()))
    model.set_precision(torch.bfloat16)
    assert model.dtype is (torch.bfloat16 if spandrel == "real" else torch.float32)
    model.set_precision(torch.float16)
    assert model.dtype is torch.float16
    model.set_precision(torch.float32)
    assert model.dtype is torch.float32


class RunsCode:
    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


@pytest.mark.parametrize("kind", ["zip", "legacy", "pickle"])
def test_a_pickle_that_wants_to_run_code_is_refused(tmp_path, kind):
    path, proof = tmp_path / "others.pth", tmp_path / "it ran"
    content = {"weight": torch.zeros(1), "more": RunsCode(proof)}
    if kind == "pickle":
        path.write_bytes(pickle.dumps(content))
    else:
        torch.save(content, path, _use_new_zipfile_serialization=kind == "zip")
    assert foreign_names(path) == ["posix.mkdir"] or os.name != "posix"
    with pytest.raises(WeightsError) as refused:
        examine(path)
    assert refused.value.reason is WeightsProblem.RUNS_CODE
    assert not proof.exists()
    if kind != "pickle":
        pickle.loads(pickle.dumps(RunsCode(proof)))
        assert proof.exists(), "the test can fail"


@pytest.mark.parametrize(
    "content", [b"", b"hello world" * 99, b"PK\x03\x04 no archive", b"\x80\x02."]
)
def test_what_is_no_checkpoint(tmp_path, content):
    path = tmp_path / "holiday.pth"
    path.write_bytes(content)
    assert foreign_names(path) == []
    with pytest.raises(WeightsError) as refused:
        examine(path)
    assert refused.value.reason is WeightsProblem.UNREADABLE
    assert "trust" not in refused.value.detail


def test_tensors_of_no_known_network(spandrel, tmp_path):
    torch.save({"x.weight": torch.zeros(3, 3)}, path := tmp_path / "others.pth")
    with pytest.raises(WeightsError) as refused:
        examine(path)
    assert refused.value.reason is WeightsProblem.NOT_A_MODEL


def test_another_scale(spandrel, tmp_path):
    with pytest.raises(WeightsError) as refused:
        examine(saved(tmp_path, own(3)))
    assert (refused.value.reason, refused.value.detail) == (WeightsProblem.WRONG_SCALE, "3")


def test_a_network_for_grey_pictures(spandrel, tmp_path):
    state = own(1).state_dict()
    state["body.0.weight"] = state["body.0.weight"][:, :1]
    state["body.6.weight"], state["body.6.bias"] = torch.zeros(1, 8, 3, 3), torch.zeros(1)
    if spandrel == "small":
        state["body.6.bias"] = torch.zeros(3)
    torch.save(state, path := tmp_path / "grey.pth")
    with pytest.raises(WeightsError) as refused:
        examine(path)
    assert refused.value.reason is WeightsProblem.WRONG_KIND
    assert "1 channel" in refused.value.detail


def test_a_network_that_does_not_run(monkeypatch, tmp_path):
    small = SmallSpandrel()
    monkeypatch.setitem(sys.modules, "spandrel", small)
    honest = small.load
    small.load = lambda state: Descriptor(**vars(honest(state)) | {"scale": 4})
    with pytest.raises(WeightsError) as refused:
        examine(saved(tmp_path, own(2)))
    assert refused.value.reason is WeightsProblem.NOT_A_MODEL


def test_spandrel_is_not_installed(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "spandrel", None)
    with pytest.raises(WeightsError) as refused:
        examine(saved(tmp_path, own()))
    assert refused.value.reason is WeightsProblem.SPANDREL_MISSING


def test_the_native_part_of_torchvision_is_missing(monkeypatch, tmp_path):
    def fail(_name: str) -> None:
        raise RuntimeError("operator torchvision::nms does not exist\nadvice")

    monkeypatch.setattr(importlib, "import_module", fail)
    with pytest.raises(WeightsError) as refused:
        examine(saved(tmp_path, own()))
    assert refused.value.reason is WeightsProblem.TORCHVISION_BROKEN
    assert refused.value.detail == "operator torchvision::nms does not exist"


def test_short_memory_is_not_taken_for_a_damaged_file(monkeypatch, tmp_path):
    def fail(*_parts: object, **_named: object) -> None:
        raise MemoryError

    monkeypatch.setattr(torch, "load", fail)
    with pytest.raises(MemoryError):
        read_tensors(saved(tmp_path, own()))


def test_frames_wait_for_a_multiple_of_rows(monkeypatch, tmp_path):
    """Networks that fold pixels into channels want bands to begin where the frame would."""
    small = SmallSpandrel()
    monkeypatch.setitem(sys.modules, "spandrel", small)
    honest = small.load
    needs = SimpleNamespace(minimum=70, multiple_of=12, square=False)
    small.load = lambda state: Descriptor(**vars(honest(state)) | {"size_requirements": needs})
    measures, _ = examine(saved(tmp_path, own()))
    assert (measures.row_multiple, measures.halo_rows) == (12, 36)
    model = replace(measures, row_multiple=1)
    assert as_architecture(model)["row_multiple"] == 1
    assert community.SCALES == (1, 2, 4, 8)
