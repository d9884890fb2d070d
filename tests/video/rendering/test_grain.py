"""Film grain: new in every picture, the same in every render, where film would have it."""

import numpy as np
import pytest
from av.video.reformatter import ColorRange

from engine.jobs.choices import Codec
from engine.rendering.steps.grain import Grain
from engine.video.pixels import YuvConverter
from tests.video.clips import make_clip
from tests.video.writing.test_writer import copy, pixels_of

FORMATS = [
    "yuv420p",
    "nv12",
    "yuv420p10le",
    "p010le",
    "yuv422p10le",
    "bgr0",
    "gbrp10le",
    "gbrp16le",
]


def flat(level, pixel_format="yuv420p", size=(160, 120)):
    rgb = np.full((size[1], size[0], 3), level, np.uint8)
    return YuvConverter(*size, pixel_format, matrix=1, is_gray=False).convert(rgb)


def shown(picture):
    """The picture in RGB, 8-bit levels with fractions."""
    rgb = picture.reformat(
        format="rgb48le",
        src_colorspace=1,
        src_color_range=ColorRange.JPEG if picture.format.is_rgb else ColorRange.MPEG,
        dst_color_range=ColorRange.JPEG,
    )
    return rgb.to_ndarray() / (257.0 if picture.format.is_rgb else 256.0)


def grained(level, ticks=0, strength=1.0, pixel_format="yuv420p"):
    picture = flat(level, pixel_format)
    Grain(strength, 120).apply(picture, ticks)
    return shown(picture)


@pytest.mark.parametrize("pixel_format", FORMATS)
def test_it_is_as_strong_in_every_format(pixel_format):
    noise = grained(85, pixel_format=pixel_format) - shown(flat(85, pixel_format))
    assert noise.std() == pytest.approx(8 if "b" in pixel_format else 8 * 255 / 219, rel=0.1)
    assert abs(noise.mean()) < 0.6
    assert np.ptp(noise, axis=2).max() < 1.5, "grain has no colour"


def test_it_follows_the_brightness():
    spread = {level: grained(level).std() for level in (0, 20, 85, 170, 235, 255)}
    assert spread[0] < 0.5
    assert spread[255] < 0.5
    assert spread[20] < spread[85] > spread[170] > spread[235] > 0.5


def test_every_picture_has_its_own():
    first, second = (grained(85, ticks).mean(axis=2) - 85 for ticks in (1, 2))
    assert abs(np.corrcoef(first.ravel(), second.ravel())[0, 1]) < 0.05


def test_the_same_time_has_the_same_grain():
    assert np.array_equal(grained(85, 77), grained(85, 77))
    assert np.array_equal(grained(85, -40), grained(85, -40))


def test_strength_scales_it():
    assert grained(85, strength=0.25).std() == pytest.approx(grained(85).std() / 4, rel=0.15)


def test_a_picture_for_showing_gets_the_same():
    rgb = np.full((120, 160, 3), 85, np.uint8)
    grain = Grain(1.0, 120)
    picture = flat(85, "bgr0")
    grain.apply(picture, 5)
    assert np.array_equal(grain.apply_to_rgb(rgb, 5), picture.to_ndarray(format="rgb24"))
    wide = grain.apply_to_rgb(rgb.astype(np.uint16) * 257, 5)
    assert np.abs(wide / 257 - grain.apply_to_rgb(rgb, 5)).max() <= 1
    assert (rgb == 85).all()


def test_grains_of_large_films_are_larger():
    def likeness_of_neighbours(lines):
        picture = flat(85, size=(320, lines))
        Grain(1.0, lines).apply(picture, 0)
        rows = shown(picture)[..., 1]
        return np.corrcoef(rows[:, 1:].ravel(), rows[:, :-1].ravel())[0, 1]

    assert likeness_of_neighbours(2160) > likeness_of_neighbours(480) + 0.1


def test_a_film_is_written_with_grain(tmp_path):
    source = make_clip(tmp_path / "clip.mp4")
    copy(source, tmp_path / "out.mkv", codec=Codec.FFV1, finish=[Grain(0.5, 120).apply])
    films = pixels_of(tmp_path / "out.mkv")[1:].astype(float)
    assert films.std(axis=(1, 2, 3)).min() > 2
    noise = films - films.mean(axis=(1, 2, 3), keepdims=True)
    assert abs(np.corrcoef(noise[0].ravel(), noise[1].ravel())[0, 1]) < 0.15
