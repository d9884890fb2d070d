"""Copies that stand for the pictures they were made of."""

from fractions import Fraction

import av
import numpy as np
import pytest

from engine.video.writing.lossless import LosslessCopies, can_copy, pictures_of


@pytest.mark.parametrize("size", [(64, 48), (34, 18)])
@pytest.mark.parametrize(
    ("pixel_format", "most"), [("yuv420p", 256), ("yuv420p10le", 1024), ("nv12", 256)]
)
def test_every_sample_and_time_comes_back(pixel_format, most, size):
    assert can_copy(pixel_format)
    rng, copies, given = np.random.default_rng(1), LosslessCopies(), []
    taken = []
    for number in range(5):
        shape = (size[1] * 3 // 2, size[0])
        kind = np.uint8 if most == 256 else np.uint16
        samples = rng.integers(0, most, shape).astype(kind)
        picture = av.VideoFrame.from_ndarray(samples, pixel_format)
        picture.time_base, picture.pts, picture.duration = Fraction(1, 90000), 7 * number**2, number
        copies.add(picture)
        given.append(picture)
        if number == 2:
            taken += copies.take()
    taken += copies.take()
    assert copies.take() == []
    back = list(pictures_of(taken, pixel_format, size, Fraction(1, 90000)))
    assert len(back) == len(given)
    for theirs, ours in zip(back, given, strict=True):
        assert (theirs.pts, theirs.duration) == (ours.pts, ours.duration)
        assert theirs.time_base == ours.time_base
        assert theirs.format.name == pixel_format
        assert np.array_equal(theirs.to_ndarray(), ours.to_ndarray())


def test_what_loses_something_is_not_copied():
    assert not can_copy("yuv422p10le")
    assert not can_copy("p010le")
