"""Pixels go into the network and come out of it without wrapping around."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
import torch

from engine.devices.device import choose_device
from engine.jobs.errors import DeviceError
from engine.jobs.options import Options
from engine.networks.realbasicvsr import SCALE, RealBasicVSR
from engine.restoring.finishing import colour_trust, still_weight
from engine.restoring.plans import Plan
from engine.restoring.refinement import SoftRefinement
from engine.restoring.restorer import Restoration, pack_state, prepare
from engine.restoring.shots import ShotFrame
from engine.video.frame import Frame
from tests.unit.tiny import TINY

CPU = torch.device("cpu")


def restoration(*, contrast: float = 1.0) -> Restoration:
    """A network that adds nothing to the bilinear enlargement, or far too much everywhere."""
    torch.manual_seed(0)
    network = RealBasicVSR(TINY).eval().requires_grad_(False)
    last = network.basicvsr.conv_last
    last.weight.zero_()
    last.bias.fill_(contrast - 1.0)
    network.image_cleaning[1].weight.zero_()
    network.image_cleaning[1].bias.zero_()
    return Restoration(network, CPU, Plan(2, 1, band_rows=5), SoftRefinement(255.0), 1.0, 16, 12)


def frames(dtype: type, level: float) -> list[ShotFrame[Frame]]:
    white = np.iinfo(dtype).max
    pixels = np.full((12, 16, 3), round(level * white), dtype)
    made = [Frame(pixels, n, Fraction(1, 25), 1) for n in range(3)]
    return [ShotFrame(frame, frame.pts == 0) for frame in made]


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize("level", [0.0, 0.25, 1.0])
def test_levels_are_kept(dtype, level):
    done = list(restoration().run(frames(dtype, level), lambda: None))
    assert [d.frame.pts for d in done] == [0, 1, 2]
    for restored in done:
        assert restored.frame.data.dtype == dtype
        assert restored.frame.data.shape == (12 * SCALE, 16 * SCALE, 3)
        expected = round(level * np.iinfo(dtype).max)
        assert (restored.frame.data == expected).all()


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
@pytest.mark.parametrize(("contrast", "expected"), [(1.5, 1.0), (0.0, 0.0)])
def test_overshoot_is_clamped(dtype, contrast, expected):
    level = 0.9 if expected else 0.1
    for restored in restoration(contrast=contrast).run(frames(dtype, level), lambda: None):
        assert (restored.frame.data == expected * np.iinfo(dtype).max).all()


def test_what_a_step_raises_ends_the_work():
    steps = 0

    def on_step():
        nonlocal steps
        steps += 1
        if steps == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(restoration().run(frames(np.uint8, 0.5), on_step))


@pytest.mark.parametrize("name", ["cuda:99", "nonsense", "tpu"])
def test_devices_that_are_not_there(name):
    with pytest.raises(DeviceError):
        choose_device(name)


def test_a_device_is_found():
    assert choose_device("cpu") == CPU
    assert choose_device("auto").type in {"cpu", "cuda", "mps", "xpu"}


@pytest.mark.parametrize(("wanted", "dtype"), [("fp32", torch.float32), ("bf16", torch.bfloat16)])
def test_the_precision_that_was_asked_for_is_taken(wanted, dtype):
    restoration = prepare(Options(device="cpu", precision=wanted), 64, 48)
    assert restoration.model.dtype is dtype


def colourful(strength_levels: float, dtype: type) -> np.ndarray:
    gray = np.random.default_rng(0).uniform(0.2, 0.8, (24, 32, 1))
    tint = np.array([1.0, -0.5, 0.2]) * strength_levels / 255
    return ((gray + tint) * np.iinfo(dtype).max).round().astype(dtype)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_colours_are_trusted_where_there_are_some(dtype):
    trusts = [colour_trust(colourful(levels, dtype)) for levels in range(0, 30, 2)]
    assert trusts[0] == 0.0
    assert trusts[-1] == 1.0
    assert trusts == sorted(trusts)
    assert 0 < trusts[4] < 1


def test_what_has_no_colour_gets_none():
    """With a network that paints everything red."""
    red = restoration()
    red.model.basicvsr.conv_last.bias[0] = 0.1
    for restored in red.run(frames(np.uint8, 0.5), lambda: None):
        spread = np.ptp(restored.frame.data.astype(int), axis=2)
        assert spread.max() <= 1
    coloured = frames(np.uint8, 0.5)
    for frame in coloured:
        frame.item.data[..., 2] = 20
    for restored in red.run(coloured, lambda: None):
        assert (restored.frame.data[..., 0].astype(int) - restored.frame.data[..., 1]).min() > 20


def half_still(dtype: type, count: int = 6) -> list[ShotFrame[Frame]]:
    """The left half of the picture stands still, the right one never does."""
    rng = np.random.default_rng(0)
    still = rng.integers(0, np.iinfo(dtype).max, (24, 16, 3), dtype, endpoint=True)
    made = []
    for number in range(count):
        restless = rng.integers(0, np.iinfo(dtype).max, (24, 16, 3), dtype, endpoint=True)
        pixels = np.concatenate((still, restless), axis=1)
        made.append(ShotFrame(Frame(pixels, number, Fraction(1, 25), 1), number == 0))
    return made


def restless_network() -> Restoration:
    torch.manual_seed(0)
    network = RealBasicVSR(TINY).eval().requires_grad_(False)
    with torch.no_grad():
        network.basicvsr.conv_last.weight.mul_(5)
    return Restoration(network, CPU, Plan(2, 1, band_rows=5), SoftRefinement(2.0), 1.0, 32, 24)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_what_the_source_repeats_is_repeated(monkeypatch, dtype):
    done = [d.frame.data for d in restless_network().run(half_still(dtype), lambda: None)]
    inner = np.s_[:, : 13 * SCALE]
    for before, after in itertools.pairwise(done):
        np.testing.assert_array_equal(before[inner], after[inner])
        assert (before[:, 17 * SCALE :] != after[:, 17 * SCALE :]).mean() > 0.5
    monkeypatch.setattr("engine.restoring.known_before.still_weight", lambda *_: None)
    free = [d.frame.data for d in restless_network().run(half_still(dtype), lambda: None)]
    np.testing.assert_array_equal(free[0], done[0])
    assert (free[0][inner] != free[-1][inner]).any()


@pytest.mark.parametrize("channel", [0, 1, 2])
def test_what_changed_spreads_to_all_around(channel):
    before = np.zeros((7, 9, 3), np.uint8)
    frame = before.copy()
    frame[3, 4, channel] = 1
    frame[0, 0, channel] = 1
    expected = np.ones((7, 9))
    expected[2:5, 3:6] = expected[:2, :2] = 0
    weight = still_weight(before, frame)
    assert weight is not None
    np.testing.assert_array_equal(weight[0, 0], expected)
    assert still_weight(before, before + np.uint8(1)) is None


def test_nothing_is_held_across_a_cut():
    source = half_still(np.uint8)
    source[3] = replace(source[3], starts_shot=True)
    done = [d.frame.data for d in restless_network().run(source, lambda: None)]
    alone = [d.frame.data for d in restless_network().run(source[3:], lambda: None)]
    for a, b in zip(done[3:], alone, strict=True):
        np.testing.assert_array_equal(a, b)


@pytest.mark.parametrize(
    ("dtype", "precision"),
    [
        (np.uint8, torch.float32),
        (np.uint16, torch.float32),
        (np.uint8, torch.bfloat16),
        (np.uint8, torch.float16),
    ],
)
def test_a_resumed_restoration_goes_on_holding(dtype, precision):
    source = half_still(dtype)
    ready = restless_network()
    ready.model.set_precision(precision)
    whole = list(ready.run(source, lambda: None))
    stops = [n for n, d in enumerate(whole, start=1) if d.carried is not None]
    assert len(stops) > 1
    for stop in stops:
        carried = whole[stop - 1].carried
        assert carried is not None
        arrays = pack_state(carried)
        if "forward" in arrays:
            assert arrays["forward"].itemsize == precision.itemsize
        again = ready.unpack_state(arrays, source[stop])
        rest = ready.run(source[stop:], lambda: None, again)
        for expected, restored in zip(whole[stop:], rest, strict=True):
            np.testing.assert_array_equal(restored.frame.data, expected.frame.data)


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), -float("inf")])
def test_an_overflow_costs_precision_and_no_frame(monkeypatch, caplog, wrong):
    """It would stay in the features, and blacken the rest of the shot."""
    source, ready = half_still(np.uint8), restless_network()
    ready.model.set_precision(torch.float16)
    expected = list(ready.run(source, lambda: None))
    tail, calls = ready.model.basicvsr, itertools.count()
    upsample, bands = tail.upsample, math.ceil(24 / ready.plan.band_rows)

    def overflow(*parts):
        enlarged = upsample(*parts)
        if next(calls) == 3 * bands + 1:
            enlarged[..., 2, 1] = wrong
        return enlarged

    monkeypatch.setattr(tail, "upsample", overflow)
    done = list(ready.run(source, lambda: None))
    assert ready.precision == "fp32"
    assert [d.frame.pts for d in done] == [d.frame.pts for d in expected]
    for number, (restored, other) in enumerate(zip(done, expected, strict=True)):
        difference = np.abs(restored.frame.data.astype(int) - other.frame.data)
        # What follows is computed more exactly, and with windows that begin elsewhere.
        assert difference.mean() <= (1 if number >= 3 else 0)
    assert len(caplog.records) == 1
    caplog.clear()


def test_a_render_that_overflowed_is_resumed_in_32_bit():
    source, ready = half_still(np.uint8), restless_network()
    ready.model.set_precision(torch.float16)
    first = list(ready.run(source[:2], lambda: None))
    assert ready.precision == "fp16"
    ready.model.set_precision(torch.float32)
    whole = list(ready.run(source, lambda: None))
    done = next(d for d in whole if d.carried is not None)
    ready.model.set_precision(torch.float16)
    carried = ready.unpack_state(pack_state(done.carried), source[done.frame.pts + 1])
    assert ready.precision == "fp32"
    rest = ready.run(source[done.frame.pts + 1 :], lambda: None, carried)
    assert len(first) + len(list(rest)) == len(source)
