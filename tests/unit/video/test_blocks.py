"""Sums over blocks of a picture."""

import numpy as np

from engine.video.blocks import MOST_SIDE, block_sums


def test_each_whole_block_is_summed():
    plane = np.random.default_rng(0).integers(0, 256, (19, 26), dtype=np.uint8)
    expected = [[plane[y : y + 8, x : x + 8].sum() for x in (0, 8, 16)] for y in (0, 8)]
    assert block_sums(plane, 8).tolist() == expected


def test_the_largest_sum_fits():
    white = np.full((MOST_SIDE, MOST_SIDE), 255, np.uint8)
    assert block_sums(white, MOST_SIDE).item() == 255 * MOST_SIDE**2
