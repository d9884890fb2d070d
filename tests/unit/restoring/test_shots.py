"""Cuts are found; pans, fades, flashes and flicker are none."""

from __future__ import annotations

import numpy as np
import pytest

from engine.restoring.shots import mark_shots, small_luma


def scene(seed: int, height: int = 120, width: int = 160) -> np.ndarray:
    """A wide smooth random picture to pan over."""
    rng = np.random.default_rng(seed)
    coarse = rng.uniform(0, 255, (9, 41, 3))
    rows = np.linspace(0, 8, height)
    columns = np.linspace(0, 40, 5 * width)
    r, c = rows.astype(int).clip(0, 7), columns.astype(int).clip(0, 39)
    fr, fc = (rows - r)[:, None, None], (columns - c)[None, :, None]
    top = coarse[r][:, c] * (1 - fc) + coarse[r][:, c + 1] * fc
    bottom = coarse[r + 1][:, c] * (1 - fc) + coarse[r + 1][:, c + 1] * fc
    return top * (1 - fr) + bottom * fr


def pan(seed: int, frames: int, step: int, noise: float = 3.0) -> list[np.ndarray]:
    picture, rng = scene(seed), np.random.default_rng(seed)
    return [
        (picture[:, i * step : i * step + 160] + rng.normal(0, noise, (120, 160, 3)))
        .clip(0, 255)
        .astype(np.uint8)
        for i in range(frames)
    ]


def starts(frames: list[np.ndarray]) -> list[int]:
    marked = list(mark_shots(enumerate(frames), lambda item: item[1]))
    assert [m.item[0] for m in marked] == list(range(len(frames)))
    return [m.item[0] for m in marked if m.starts_shot]


def test_no_frames_no_shots():
    assert starts([]) == []


def test_a_single_frame_is_a_shot():
    assert starts(pan(1, 1, 0)) == [0]


@pytest.mark.parametrize("step", [0, 2, 12])
def test_one_shot_still_or_panning(step):
    assert starts(pan(2, 20, step)) == [0]


@pytest.mark.parametrize("step", [0, 2, 8])
def test_hard_cuts(step):
    frames = pan(3, 10, step) + pan(4, 7, step) + pan(5, 12, step)
    assert starts(frames) == [0, 10, 17]


def test_a_cut_right_before_the_end():
    assert starts(pan(3, 10, 1) + pan(4, 1, 1)) == [0, 10]


def test_a_flash_is_no_cut():
    frames = pan(6, 20, 2)
    frames[9] = np.full_like(frames[9], 250)
    assert starts(frames) == [0]
    frames[10] = frames[9]
    assert starts(frames) == [0]


def test_a_fade_is_no_cut():
    a, b = pan(7, 24, 1), pan(8, 24, 1)
    mixed = [
        (x * (1 - k / 24) + y * (k / 24)).astype(np.uint8)
        for k, (x, y) in enumerate(zip(a, b, strict=True))
    ]
    assert starts(pan(7, 8, 0) + mixed + [b[-1]] * 8) == [0]


def test_fading_in_from_black_is_no_cut():
    frames = [(f * min(1.0, k / 10)).astype(np.uint8) for k, f in enumerate(pan(9, 20, 1))]
    assert starts(frames) == [0]


def test_flicker_is_no_cut():
    rng = np.random.default_rng(0)
    frames = [(f * rng.uniform(0.75, 1)).astype(np.uint8) for f in pan(10, 30, 1)]
    assert starts(frames) == [0]


def test_depth_and_size_do_not_matter():
    picture = pan(11, 1, 0)[0]
    deep = picture.astype(np.uint16) * 257
    assert np.allclose(small_luma(picture), small_luma(deep), atol=0.01)
    assert small_luma(np.zeros((1, 1, 3), np.uint8)).shape == small_luma(picture).shape
    mean = (picture @ np.array([0.299, 0.587, 0.114])).mean()
    assert small_luma(picture).mean() == pytest.approx(mean, abs=1.0)
