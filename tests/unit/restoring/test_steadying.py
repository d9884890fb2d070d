"""Pictures of a network that looks at single frames, brought together along the optical flow."""

from __future__ import annotations

import itertools
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from engine.devices.transfer import Canvas, upload
from engine.jobs.options import Options
from engine.networks import catalogue
from engine.networks.family import FrameModel, find_family
from engine.networks.realbasicvsr import RealBasicVSR
from engine.networks.srvgg import SRVGG
from engine.restoring.bands import bands
from engine.restoring.plans import Plan, needed_bytes
from engine.restoring.restorer import Restoration, free_device, pack_state, prepare
from engine.restoring.shots import ShotFrame
from engine.restoring.steadying import moved_picture
from engine.video.frame import Frame
from tests.unit.allocation import peak_bytes
from tests.unit.tiny import TINY

CPU = torch.device("cpu")
WIDTH, HEIGHT = 40, 32


class KnownFlow(RealBasicVSR):
    """A model whose flow is the same everywhere."""

    def __init__(self, x: float, y: float) -> None:
        super().__init__(TINY)
        self.known = torch.tensor([x, y], dtype=torch.float32)

    def flows(self, frames: torch.Tensor) -> torch.Tensor:
        n, t, _, h, w = frames.shape
        flow = self.known.view(2, 1, 1).expand(2, h, w)
        return torch.stack((-flow, flow)).view(2, 1, 1, 2, h, w).expand(2, n, t - 1, 2, h, w)


def smooth() -> np.ndarray:
    """A picture ``(h, w, 3)`` without noise."""
    small = torch.rand(1, 3, 5, 5, generator=torch.Generator().manual_seed(0))
    large = torch.nn.functional.interpolate(small, (HEIGHT, WIDTH), mode="bicubic")
    return (255 * large[0].clamp(0, 1)).to(torch.uint8).permute(1, 2, 0).numpy()


def of_one_shot(pictures: list[np.ndarray]) -> list[ShotFrame[Frame]]:
    return [
        ShotFrame(Frame(pixels, number, Fraction(1, 25), 1), number == 0)
        for number, pixels in enumerate(pictures)
    ]


def ready(model: FrameModel, rows: int = HEIGHT) -> Restoration:
    return Restoration(model, CPU, Plan(1, 0, rows), None, 1.0, WIDTH, HEIGHT)


def network(flow_model: RealBasicVSR | None) -> SRVGG:
    """An untrained network, steadied by a flow."""
    torch.manual_seed(3)
    model = SRVGG(8, 1, 4).eval().requires_grad_(False)
    model.flow_model = flow_model
    return model


def test_the_picture_before_is_moved_and_trusted_where_the_source_agrees():
    still = smooth()
    moved = np.roll(still, 3, axis=1)  # the picture goes three pixels to the right
    shown = Canvas.of(np.kron(still, np.ones((4, 4, 1), np.uint8)), CPU)
    before, frame = Canvas.of(still, CPU), upload(moved, CPU)
    found = moved_picture(KnownFlow(-3, 0), before, frame, shown)
    inner = np.s_[..., 2:-2, 6:-2]
    assert float(found.share[inner].min()) == pytest.approx(0.7, abs=1e-4)
    (band,) = bands(HEIGHT, HEIGHT, halo_rows=2, scale=4)
    mixed = torch.zeros(1, 3, 4 * HEIGHT, 4 * WIDTH)
    found.mix_into(band, mixed)
    expected = np.kron(moved, np.ones((4, 4, 1), np.uint8))[:, 24:-8] / 255 * 0.7
    torch.testing.assert_close(
        mixed[0].permute(1, 2, 0)[8:-8, 24:-8],
        torch.tensor(expected[8:-8]).float(),
        atol=1e-3,
        rtol=0,
    )


def test_where_the_flow_explains_nothing_the_picture_stays():
    before, frame = Canvas.of(smooth(), CPU), upload(255 - smooth(), CPU)
    shown = Canvas.of(np.zeros((4 * HEIGHT, 4 * WIDTH, 3), np.uint8), CPU)
    found = moved_picture(KnownFlow(0, 0), before, frame, shown)
    far = ((upload(smooth(), CPU) - frame).abs().mean(1, keepdim=True) > 0.4).float()
    assert float((found.share * far).max()) < 1e-3


def test_bands_are_those_of_the_whole():
    rng = np.random.default_rng(0)
    source = of_one_shot([rng.integers(90, 110, (HEIGHT, WIDTH, 3), np.uint8) for _ in range(3)])
    model = network(KnownFlow(0.37, -2.6))
    whole = [done.frame.data for done in ready(model).run(source, lambda: None)]
    parts = [done.frame.data for done in ready(model, 5).run(source, lambda: None)]
    np.testing.assert_allclose(np.stack(parts).astype(int), np.stack(whole), atol=1)


def test_noise_that_the_network_keeps_becomes_calm():
    rng = np.random.default_rng(1)
    noisy = [smooth() + rng.normal(0, 3, (HEIGHT, WIDTH, 3)) for _ in range(5)]
    pictures = [picture.clip(0, 255).astype(np.uint8) for picture in noisy]

    def restlessness(flow_model: RealBasicVSR | None) -> float:
        work = ready(network(flow_model)).run(of_one_shot(pictures), lambda: None)
        done = [restored.frame.data.astype(float) for restored in work]
        return float(np.mean([np.abs(b - a).mean() for a, b in itertools.pairwise(done)]))

    assert restlessness(KnownFlow(0, 0)) < 0.6 * restlessness(None)


def test_a_render_can_be_resumed_after_every_frame():
    rng = np.random.default_rng(2)
    source = of_one_shot([rng.integers(80, 120, (HEIGHT, WIDTH, 3), np.uint8) for _ in range(5)])
    work = ready(network(KnownFlow(0.4, 0.3)))
    whole = list(work.run(source, lambda: None))
    for stop, done in enumerate(whole[:-1], start=1):
        assert done.carried is not None
        carried = work.unpack_state(pack_state(done.carried), source[stop])
        resumed = work.run(source[stop:], lambda: None, carried)
        for restored, expected in zip(resumed, whole[stop:], strict=True):
            np.testing.assert_array_equal(restored.frame.data, expected.frame.data)


@pytest.mark.parametrize("rows", [HEIGHT, 8], ids=["whole", "bands"])
def test_the_memory_is_as_promised(rows):
    model = network(RealBasicVSR(TINY).eval().requires_grad_(False))
    rng = np.random.default_rng(2)
    source = of_one_shot([rng.integers(80, 120, (HEIGHT, WIDTH, 3), np.uint8) for _ in range(4)])
    work = ready(model, rows)
    measured = model.weight_bytes() + peak_bytes(lambda: list(work.run(source, lambda: None)))
    measured -= 2 * source[0].item.data.nbytes * model.scale**2
    expected = needed_bytes(model, WIDTH, HEIGHT, work.plan)
    assert measured <= 1.1 * expected
    assert expected <= 1.9 * measured


def test_the_flow_is_that_of_the_bundled_model(tmp_path, monkeypatch):
    added = tmp_path / "tiny.safetensors"
    monkeypatch.setattr(catalogue, "weights_path", lambda entry: known[entry.name])
    bundled = catalogue.find("homereel-small")
    known = {bundled.name: catalogue._bundled_folder() / bundled.file, "tiny": added}
    save_file(network(None).state_dict(), added)
    entry = replace(
        catalogue.find("realesr-general-x4v3"),
        name="tiny",
        architecture={"channels": 8, "convolutions": 1},
        mixes_with=None,
    )
    monkeypatch.setattr(catalogue, "load_catalogue", lambda: (bundled, entry))
    monkeypatch.setattr(catalogue, "verify", lambda entry: None)
    options = Options(model="tiny", device="cpu", precision="bf16", steady=True)
    model = prepare(options, WIDTH, HEIGHT).model
    free_device()
    assert isinstance(model, FrameModel)
    assert isinstance(model.flow_model, RealBasicVSR)
    assert {p.dtype for p in model.flow_model.parameters()} == {torch.float32}


@pytest.mark.parametrize("entry", catalogue.load_catalogue(), ids=lambda entry: entry.name)
def test_who_looks_at_single_frames(entry):
    model = find_family(entry.family).build(entry.architecture)
    assert isinstance(model, FrameModel) == entry.looks_at_single_frames
