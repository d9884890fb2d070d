"""Black borders, told from the pictures of a source."""

import numpy as np
import pytest
from av import VideoFrame

from engine.jobs.choices import Crop
from engine.video.probing.scan import PictureStudy

WIDTH, HEIGHT = 160, 120


def barred(top=0, left=0, *, letters=False):
    """Return a gray picture that is black up to ``top`` and ``left``."""
    picture = np.full((HEIGHT, WIDTH), 120, np.uint8)
    picture[:top] = picture[:, :left] = 0
    if letters:
        picture[top // 2, 40:60] = 200
    return picture


def found(*pictures):
    study = PictureStudy(is_full_range=True)
    for picture in pictures:
        study.add(VideoFrame.from_ndarray(picture, format="gray"))
    return study.result(None).borders_crop


@pytest.mark.parametrize("end", ["top", "bottom", "left", "right"])
def test_a_border_at_one_end(end):
    bar = barred(20)
    turned = {
        "top": bar,
        "bottom": bar[::-1],
        "left": barred(0, 20),
        "right": barred(0, 20)[:, ::-1],
    }
    crop = {
        "top": Crop(0, 20, WIDTH, HEIGHT - 20),
        "bottom": Crop(0, 0, WIDTH, HEIGHT - 20),
        "left": Crop(20, 0, WIDTH - 20, HEIGHT),
        "right": Crop(0, 0, WIDTH - 20, HEIGHT),
    }
    assert found(*[np.ascontiguousarray(turned[end])] * 2) == crop[end]


def test_a_border_is_as_wide_as_in_the_brightest_picture():
    assert found(barred(40), barred(20), barred(30)) == Crop(0, 20, WIDTH, HEIGHT - 20)
    assert found(barred(40), barred(0), barred(40)) is None


def test_letters_on_a_border_end_it():
    assert found(barred(40), barred(40, letters=True)) is None


def test_a_dark_picture_tells_nothing():
    dark = np.full((HEIGHT, WIDTH), 5, np.uint8)
    assert found(dark, barred(20), dark) == Crop(0, 20, WIDTH, HEIGHT - 20)
    assert found(dark) is None
