"""Pixels cross to the device and back as whole numbers, and none is changed on the way."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import torch

from engine.devices.transfer import Canvas, delayed, upload
from engine.networks.realbasicvsr import SCALE, RealBasicVSR
from engine.networks.spynet import flow_warp
from engine.restoring import restorer as restoration
from engine.restoring.bands import enlarged_bands
from engine.restoring.plans import Plan
from engine.restoring.refinement import SoftRefinement
from engine.restoring.restorer import Restoration
from engine.restoring.shots import ShotFrame
from engine.restoring.streaming import stream
from engine.video.frame import Frame
from tests.unit.tiny import TINY

CPU = torch.device("cpu")
DEVICES = [
    "cpu",
    pytest.param(
        "cuda",
        marks=pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA card"),
    ),
]
WIDTH, HEIGHT = 20, 14


def every_level(dtype) -> np.ndarray:
    """``(h, w, 3)`` with every level that a pixel can have."""
    levels = np.arange(np.iinfo(dtype).max + 1, dtype=dtype)
    return np.stack([levels, levels[::-1], levels], axis=-1).reshape(16, -1, 3)


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_every_level_comes_back_as_it_was(dtype, device):
    pixels, device = every_level(dtype), torch.device(device)
    tensor = upload(pixels, device)
    assert tensor.dtype == torch.float32
    expected = pixels.astype(np.float32) / np.iinfo(dtype).max
    np.testing.assert_array_equal(tensor[0].permute(1, 2, 0).cpu(), expected)
    canvas = Canvas(*pixels.shape[:2], pixels.dtype, device)
    for rows in (slice(0, 5), slice(5, 16)):
        canvas.paint(rows, tensor[:, :, rows])
    assert torch.equal(canvas.band(slice(2, 9)), tensor[:, :, 2:9])
    canvas.begin_fetching()
    fetched = canvas.pixels()
    assert fetched.dtype == dtype
    np.testing.assert_array_equal(fetched, pixels)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_a_canvas_of_a_picture_shows_it(dtype):
    pixels = every_level(dtype)
    band = Canvas.of(pixels, CPU).band(slice(3, 8))
    assert torch.equal(band, upload(pixels, CPU)[:, :, 3:8])


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_what_lies_outside_is_clamped_and_the_rest_rounded(dtype):
    white = np.iinfo(dtype).max
    values = np.array([-3.0, 0.0, 0.4 / white, 0.6 / white, 1.0, 1.5], np.float32)
    band = torch.from_numpy(values)[None, None, None].expand(1, 3, 1, 6)
    canvas = Canvas(1, 6, np.dtype(dtype), CPU)
    canvas.paint(slice(0, 1), band)
    canvas.begin_fetching()
    assert canvas.pixels()[0, :, 1].tolist() == [0, 0, 0, 1, white, white]


def test_delayed_keeps_the_order_and_begins_the_next_first():
    begun = []

    def items():
        for number in range(4):
            begun.append(number)
            yield number

    seen = [(item, len(begun)) for item in delayed(items(), 1)]
    assert seen == [(0, 2), (1, 3), (2, 4), (3, 4)]
    assert list(delayed(range(3), 0)) == [0, 1, 2]


def ready() -> Restoration:
    torch.manual_seed(0)
    network = RealBasicVSR(TINY).eval().requires_grad_(False)
    network.to(memory_format=torch.channels_last)
    plan = Plan(3, 1, band_rows=5)
    return Restoration(network, CPU, plan, SoftRefinement(255.0), 1.0, WIDTH, HEIGHT)


def frames(dtype, *, still: bool = False) -> list[ShotFrame[Frame]]:
    """Eight frames of two shots; of some, the left half is as in the frame before."""
    rng, made = np.random.default_rng(0), []
    for number in range(8):
        pixels = rng.integers(0, np.iinfo(dtype).max, (HEIGHT, WIDTH, 3), dtype)
        if still and number % 3:
            pixels[:, : WIDTH // 2] = made[-1].item.data[:, : WIDTH // 2]
        made.append(ShotFrame(Frame(pixels, number, Fraction(1, 25), 1), number in (0, 5)))
    return made


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_pictures_are_what_the_network_made_to_the_last_level(dtype):
    """Told once more, without canvases: the whole picture at once, rounded by numpy."""
    work, white = ready(), np.iinfo(dtype).max
    done = work.run(frames(dtype), lambda: None)
    tensors = (ShotFrame((f, upload(f.item.data, CPU)), f.starts_shot) for f in frames(dtype))
    streamed = stream(work.model, tensors, work.plan, work.refine)
    for restored, made in zip(done, streamed, strict=True):
        bands = [band for _, band in enlarged_bands(work.model, made.features, work.plan.band_rows)]
        whole = torch.cat(bands, dim=2)[0].permute(1, 2, 0).numpy()
        expected = np.rint(whole.clip(0, 1) * np.float32(white)).astype(dtype)
        assert restored.frame.data.shape == (SCALE * HEIGHT, SCALE * WIDTH, 3)
        np.testing.assert_array_equal(restored.frame.data, expected)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_fetching_beside_the_next_frame_changes_nothing(monkeypatch, dtype):
    """As beside a card: frames come one later, everything else is the same."""
    work, source = ready(), frames(dtype, still=True)
    expected = list(work.run(source, lambda: None))
    monkeypatch.setattr(restoration, "overlaps", lambda device: True)
    done = list(work.run(source, lambda: None))
    for restored, other in zip(done, expected, strict=True):
        assert restored.source is other.source
        np.testing.assert_array_equal(restored.frame.data, other.frame.data)
        assert (restored.carried is None) == (other.carried is None)
        if restored.carried is not None and other.carried is not None:
            assert restored.carried.next_item is other.carried.next_item
            if other.carried.pixels is not None:
                assert restored.carried.pixels[1] is restored.frame.data
    resumed = next(d for d in done if d.carried is not None and d.carried.pixels is not None)
    rest = work.run(source[resumed.frame.pts + 1 :], lambda: None, resumed.carried)
    for restored, other in zip(rest, expected[resumed.frame.pts + 1 :], strict=True):
        np.testing.assert_array_equal(restored.frame.data, other.frame.data)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a CUDA card")
def test_a_card_makes_the_same_picture():
    work = ready()
    expected = list(work.run(frames(np.uint16, still=True), lambda: None))
    card = replace(work, model=work.model.to("cuda"), device=torch.device("cuda"))
    for parks in (False, True):
        plan = replace(work.plan, parks_features=parks)
        done = list(replace(card, plan=plan).run(frames(np.uint16, still=True), lambda: None))
        for restored, other in zip(done, expected, strict=True):
            difference = restored.frame.data.astype(float) - other.frame.data
            assert np.sqrt((difference**2).mean()) < 65535 / 1000  # 60 dB


def test_what_computes_needs_no_library_for_videos_or_windows():
    """So that it can be tried on a machine that has nothing but a card."""
    program = (
        "import sys\n"
        "for name in ('av', 'PySide6', 'qtawesome'): sys.modules[name] = None\n"
        "import engine.restoring.plans, engine.estimating.network_sample\n"
        "import engine.devices.precision, engine.restoring.restorer\n"
        "import engine.restoring.streaming, tests.bench.speed\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=120)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_a_picture_is_moved_along_a_flow(dtype):
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, np.iinfo(dtype).max, (HEIGHT, WIDTH, 3), dtype, endpoint=True)
    flow = 6 * torch.rand(2, HEIGHT, WIDTH, generator=torch.Generator().manual_seed(0)) - 3
    expected = flow_warp(upload(pixels, CPU), flow[None], "border")
    canvas = Canvas.of(pixels, CPU)
    moved = canvas.moved(slice(0, HEIGHT), flow)
    torch.testing.assert_close(moved, expected, atol=1e-4, rtol=0)
    part = canvas.moved(slice(3, 9), flow[:, 3:9])
    assert torch.equal(part, moved[:, :, 3:9])
