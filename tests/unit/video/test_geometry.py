from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.jobs.choices import Crop, SizeByFactor, SizeByHeight, SizeExact
from engine.video.geometry import display_size, is_inside, output_size

SQUARE = Fraction(1)


@pytest.mark.parametrize(
    ("width", "height", "aspect", "expected"),
    [
        (640, 480, SQUARE, (1440, 1080)),  # 4 x 480 would pass 1080
        (176, 144, Fraction(128, 117), (770, 576)),  # four times
        (320, 240, SQUARE, (1280, 960)),
        (480, 272, SQUARE, (1920, 1088)),  # four times, 8 lines beyond
        (720, 576, Fraction(16, 15), (1440, 1080)),  # PAL
        (704, 480, Fraction(10, 11), (1440, 1080)),  # NTSC
        (1280, 720, SQUARE, (2560, 1440)),  # twice
        (1920, 1080, SQUARE, (3840, 2160)),
        (1080, 1920, SQUARE, (2160, 3840)),  # upright
        (2560, 1440, SQUARE, (2560, 1440)),  # large enough
    ],
)
def test_default_size(width, height, aspect, expected):
    assert output_size(width, height, aspect, None) == expected


def test_factor_counts_from_the_display_size():
    assert output_size(704, 480, Fraction(10, 11), SizeByFactor(1)) == (640, 480)
    assert output_size(640, 360, SQUARE, SizeByFactor(3)) == (1920, 1080)


def test_lines_are_the_short_side():
    assert output_size(640, 360, SQUARE, SizeByHeight(1080)) == (1920, 1080)
    assert output_size(360, 640, SQUARE, SizeByHeight(1080)) == (1080, 1920)


def test_an_exact_size_is_taken_as_it_is_but_even():
    assert output_size(640, 360, SQUARE, SizeExact(1000, 500)) == (1000, 500)
    assert output_size(640, 360, SQUARE, SizeExact(1001, 501)) == (1000, 500)


@given(
    width=st.integers(120, 2000),
    height=st.integers(96, 2000),
    aspect=st.fractions(Fraction(1, 2), 2, max_denominator=200),
    size=st.none() | st.sampled_from([SizeByFactor(1), SizeByFactor(2), SizeByHeight(720)]),
)
def test_sizes_are_even_and_keep_the_shape(width, height, aspect, size):
    out_width, out_height = output_size(width, height, aspect, size)
    assert out_width % 2 == out_height % 2 == 0
    shape = width * aspect / height
    assert abs(Fraction(out_width, out_height) / shape - 1) < Fraction(1, 200)


def test_display_size_keeps_the_lines():
    assert display_size(720, 576, Fraction(16, 15)) == (768, 576)


@pytest.mark.parametrize(
    ("crop", "expected"),
    [
        (Crop(0, 0, 64, 48), True),
        (Crop(10, 8, 54, 40), True),
        (Crop(10, 8, 55, 40), False),
        (Crop(-1, 0, 10, 10), False),
        (Crop(0, 0, 0, 10), False),
        (Crop(0, 40, 10, 9), False),
    ],
)
def test_a_crop_lies_inside_the_picture(crop, expected):
    assert is_inside(crop, 64, 48) is expected
