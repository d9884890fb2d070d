from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from app.window.compare.region import SMALLEST_SIDE, crop_of, default_crop, shown_of
from engine.jobs.choices import Crop


def source(width, height, *, rotation=0, is_mirrored=False, aspect=1.0):
    shown = (round(width * aspect), height)
    if rotation % 180:
        shown = (shown[1], shown[0])
    return SimpleNamespace(
        width=width,
        height=height,
        rotation_degrees=rotation,
        is_mirrored=is_mirrored,
        display_width=shown[0],
        display_height=shown[1],
    )


turns = st.sampled_from([0, 90, 180, 270])


halves = st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(16, 40), st.integers(16, 40))


@given(turns, st.booleans(), st.sampled_from([1.0, 1.4222, 0.9]), halves)
def test_a_region_that_is_shown_comes_back(turn, is_mirrored, aspect, half):
    info = source(720, 576, rotation=turn, is_mirrored=is_mirrored, aspect=aspect)
    crop = Crop(*(2 * value for value in half))
    assert crop_of(shown_of(crop, info), info) == crop


@given(turns, st.booleans(), st.floats(-50, 400), st.floats(-50, 400), st.floats(0, 500))
def test_a_region_lies_on_even_pixels_inside_the_picture(turn, is_mirrored, x, y, side):
    info = source(161, 121, rotation=turn, is_mirrored=is_mirrored)
    crop = crop_of(QRectF(x, y, side, side / 2), info)
    assert 0 <= crop.x <= crop.x + crop.width <= 161
    assert 0 <= crop.y <= crop.y + crop.height <= 121
    assert min(crop.width, crop.height) >= SMALLEST_SIDE
    assert not any(value % 2 for value in (crop.x, crop.y, crop.width, crop.height))


@pytest.mark.parametrize(
    ("turn", "is_mirrored", "stored_corner"),
    [
        (0, False, (0, 0)),
        (90, False, (0, 176)),
        (180, False, (256, 176)),
        (270, False, (256, 0)),
        (0, True, (256, 0)),
        (90, True, (256, 176)),
    ],
)
def test_the_upper_left_as_shown_is_the_right_corner_as_stored(turn, is_mirrored, stored_corner):
    info = source(320, 240, rotation=turn, is_mirrored=is_mirrored)
    crop = crop_of(QRectF(0, 0, 64, 64), info)
    assert (crop.x, crop.y) == stored_corner


def test_the_first_region_is_the_centre_and_small():
    assert default_crop(source(720, 576)) == Crop(280, 228, 160, 120)
    assert default_crop(source(100, 60)) == Crop(0, 0, 100, 60)
    turned = shown_of(default_crop(source(720, 576, rotation=90)), source(720, 576, rotation=90))
    assert (turned.width(), turned.height()) == (160, 120)
