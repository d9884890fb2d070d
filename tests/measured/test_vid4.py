"""The bench of the paper's figures: how it makes clips smaller, and what it compares."""

from __future__ import annotations

import numpy as np
import pytest

from tests.bench.pictures import luma, psnr, read_frames, ssim, write_lossless
from tests.bench.vid4 import SCALE, figures, shrinking, shrunk, truths

SLOPE = np.arange(64, dtype=np.float64)


def test_blocks_are_sampled_at_their_centre():
    """At 4j the pictures of these weights would be 1.5 pixels aside."""
    small = shrinking(64) @ SLOPE
    inner = slice(2, -2)  # edges are mirrored
    centres = SCALE * np.arange(16) + 1.5
    np.testing.assert_allclose(small[inner], centres[inner], atol=1e-9)


def test_the_gaussian_has_the_published_width():
    row = shrinking(64)[8]
    places = np.arange(64) - (SCALE * 8 + 1.5)
    assert row.sum() == pytest.approx(1)
    assert np.sqrt((row * places**2).sum()) == pytest.approx(1.6, abs=0.01)


def test_clips_are_cut_to_whole_blocks(tmp_path):
    from PIL import Image

    rng = np.random.default_rng(0)
    for number in range(6):
        picture = rng.integers(0, 255, (35, 50, 3), np.uint8)
        Image.fromarray(picture).save(tmp_path / f"{number}.png")
    clip = truths(tmp_path, 2)
    assert [picture.shape for picture in clip] == [(32, 48, 3)] * 2
    assert shrunk(clip[0]).shape == (8, 12, 3)


def test_films_are_written_and_read_without_loss(tmp_path):
    rng = np.random.default_rng(0)
    frames = [rng.integers(0, 255, (32, 48, 3), np.uint8) for _ in range(3)]
    write_lossless(tmp_path / "a.mkv", frames)
    read = read_frames(tmp_path / "a.mkv")
    for one, other in zip(read, frames, strict=True):
        np.testing.assert_array_equal(one, other)


def test_figures():
    rng = np.random.default_rng(0)
    picture = rng.integers(40, 200, (40, 48, 3), np.uint8)
    brighter = picture + 10
    decibels, likeness = figures([brighter], [picture])
    assert decibels == pytest.approx(20 * np.log10(255 / (10 * 219 / 255)), abs=0.01)
    assert 0.9 < likeness < 1
    assert ssim(luma(picture), luma(picture)) == pytest.approx(1)
    assert psnr(luma(picture), luma(picture)) == float("inf")
