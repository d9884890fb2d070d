"""Copies of frames are the frames."""

import numpy as np
import pytest

from engine.video.frame_copies import FrameCopies


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("size", [(64, 48), (33, 17), (1, 1)])
def test_a_copy_loses_nothing(bits, size):
    width, height = size
    copies = FrameCopies(width, height, bits)
    rng = np.random.default_rng(3)
    for _ in range(3):
        pixels = rng.integers(0, 2**bits, (height, width, 3)).astype(f"u{bits // 8}")
        np.testing.assert_array_equal(copies.pixels_of(copies.copy(pixels)), pixels)


def test_something_else_is_no_copy():
    copies = FrameCopies(64, 48, 8)
    with pytest.raises(ValueError, match="copy"):
        copies.pixels_of(b"")
