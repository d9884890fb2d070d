"""RGB against the formulas of the standards, not against another program's arithmetic."""

from fractions import Fraction

import av
import numpy as np
import pytest

from engine.video.colour import Colour
from engine.video.pixels import RgbConverter, YuvConverter, picture_from_rgb, resize_rgb

# Kr and Kb of ITU-R BT.709-6, BT.601-7, SMPTE 240M and BT.2020-2.
COEFFICIENTS = {1: (0.2126, 0.0722), 6: (0.299, 0.114), 7: (0.212, 0.087), 9: (0.2627, 0.0593)}


def yuv_of(rgb, matrix, depth, *, is_full):
    """ISO/IEC 23091-2 equations 8 to 10 and 20 to 31, on RGB in 0..1."""
    kr, kb = COEFFICIENTS[matrix]
    red, green, blue = rgb
    luma = kr * red + (1 - kr - kb) * green + kb * blue
    chroma = (blue - luma) / (2 * (1 - kb)), (red - luma) / (2 * (1 - kr))
    step = 1 << (depth - 8)
    if is_full:
        peak = 256 * step - 1
        return luma * peak, *(128 * step + peak * c for c in chroma)
    return (16 + 219 * luma) * step, *((128 + 224 * c) * step for c in chroma)


def flat_frame(levels, pixel_format, depth):
    frame = av.VideoFrame(32, 16, pixel_format)
    kind = np.uint8 if depth == 8 else np.uint16
    for plane, value in zip(frame.planes, levels, strict=True):
        rows = np.full((plane.height, plane.line_size // kind().itemsize), round(value), kind)
        plane.update(rows.tobytes())
    return frame


COLOURS = [
    (0.0, 0.0, 0.0),
    (1.0, 1.0, 1.0),
    (0.5, 0.5, 0.5),
    (0.8, 0.2, 0.2),
    (0.2, 0.8, 0.2),
    (0.2, 0.2, 0.8),
]


@pytest.mark.parametrize("matrix", COEFFICIENTS)
@pytest.mark.parametrize("is_full", [False, True], ids=["limited", "full"])
@pytest.mark.parametrize(
    ("pixel_format", "depth"),
    [("yuv420p", 8), ("yuv422p", 8), ("yuv444p", 8), ("yuv420p10le", 10), ("yuv422p10le", 10)],
)
def test_rgb_of_decoded_frames(matrix, is_full, pixel_format, depth):
    colour = Colour(matrix=matrix, is_full_range=is_full, primaries=1, transfer=1, is_tagged=True)
    converter = RgbConverter(colour, 32, 16)
    for rgb in COLOURS:
        levels = yuv_of(rgb, matrix, depth, is_full=is_full)
        data = converter.convert(flat_frame(levels, pixel_format, depth), depth)
        assert data.dtype == (np.uint8 if depth == 8 else np.uint16)
        # Rounding the three levels costs up to one and a half steps.
        found = data[8, 16] / np.iinfo(data.dtype).max
        assert np.abs(found - rgb).max() * ((1 << depth) - 1) < 1.6, (rgb, found)
        assert (data == data[0, 0]).all()


@pytest.mark.parametrize(("height", "matrix"), [(480, 6), (720, 1)])
@pytest.mark.parametrize(("pixel_format", "depth"), [("yuv420p", 8), ("yuv420p10le", 10)])
@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_encoded_frames_of_rgb(height, matrix, pixel_format, depth, kind):
    converter = YuvConverter(64, height, pixel_format, matrix=matrix, is_gray=False)
    step = 1 << (depth - 8)
    for rgb in COLOURS:
        data = np.full((30, 40, 3), np.rint(np.array(rgb) * np.iinfo(kind).max), kind)
        frame = converter.convert(data)
        assert (frame.width, frame.height, frame.color_range) == (64, height, 1)
        expected = yuv_of(data[0, 0] / np.iinfo(kind).max, matrix, depth, is_full=False)
        for plane, level in zip(frame.planes, expected, strict=True):
            rows = np.frombuffer(plane, np.uint8 if depth == 8 else np.uint16)
            found = rows.reshape(plane.height, -1)[:, : plane.width]
            # swscale dithers what has more bits than fit, which moves a pixel by up to one.
            is_dithered = kind is np.uint16 and depth == 8
            limit = 1.51 if is_dithered else 0.75 + step / 8
            assert np.abs(found - level).max() < limit, (rgb, level, found)


@pytest.mark.parametrize("pixel_format", ["yuv420p", "yuv420p10le"])
def test_every_gray_level_has_neutral_chroma(pixel_format):
    converter = YuvConverter(64, 32, pixel_format, matrix=6, is_gray=False)
    ramp = np.repeat(np.arange(256, dtype=np.uint8).reshape(16, 16, 1), 3, axis=2)
    depth = 10 if "10" in pixel_format else 8
    for plane in converter.convert(ramp).planes[1:]:
        levels = np.frombuffer(plane, np.uint16 if depth == 10 else np.uint8)
        found = levels.reshape(plane.height, -1)[:, : plane.width]
        assert set(np.unique(found)) == {1 << (depth - 1)}


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_sizes_change_without_changing_colours(kind):
    peak = np.iinfo(kind).max
    flat = np.full((20, 30, 3), (peak, peak // 3, 0), kind)
    for size in ((60, 40), (31, 17), (15, 10)):
        scaled = resize_rgb(flat, *size)
        assert scaled.shape == (size[1], size[0], 3)
        assert scaled.dtype == kind
        assert np.array_equal(scaled[3, 3], flat[0, 0])


def test_a_size_that_fits_costs_nothing():
    rgb = np.zeros((20, 30, 3), np.uint8)
    assert resize_rgb(rgb, 30, 20) is rgb


def test_channels_do_not_mix_when_the_size_changes():
    rng = np.random.default_rng(0)
    rgb = rng.integers(0, 256, (24, 32, 3), np.uint8)
    alone = rgb * np.array([1, 0, 0], np.uint8)
    assert np.array_equal(resize_rgb(rgb, 80, 60)[..., 0], resize_rgb(alone, 80, 60)[..., 0])
    assert not resize_rgb(alone, 80, 60)[..., 1:].any()


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_pictures_for_showing_have_square_pixels_and_eight_bits(kind):
    white = np.full((48, 64, 3), np.iinfo(kind).max, kind)
    picture = picture_from_rgb(white, Fraction(3, 2), 48)
    assert (picture.width, picture.height) == (48, 24)
    assert picture.rgb == b"\xff" * (48 * 24 * 3)


def test_small_pictures_are_not_blown_up():
    picture = picture_from_rgb(np.zeros((48, 64, 3), np.uint8), Fraction(1), 500)
    assert (picture.width, picture.height) == (64, 48)
