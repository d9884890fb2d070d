"""Colours beside their edges: measured to a part of a pixel, moved back, luma as it was."""

import numpy as np
import pytest

from engine.jobs.choices import Repair
from engine.video.probing.faults.chroma import find_chroma
from engine.video.probing.faults.sample import Sample, Sampled
from tests.video.repairs.damage import LUMA, colour_psnr, displaced
from tests.video.scenes import (
    finding,
    on_two_scenes,
    repaired,
    sampled,
    scene,
    shared_scene,
    written,
)

STRENGTHS = [(2.6, 0.0, 1.0), (4.0, 1.0, 2.5), (6.5, 3.0, 4.0), (-3.2, -2.0, 2.0)]


@pytest.mark.parametrize(("seed", "strength"), on_two_scenes(STRENGTHS, seeds=range(3)), ids=str)
def test_displaced_colours_are_found_and_moved_back(tmp_path, seed, strength):
    truth = scene(seed, count=12)
    path = written(tmp_path / "late.mkv", displaced(truth, *strength), "yuv422p")
    found = finding(path, Repair.CHROMA)
    assert found.is_automatic
    assert found.measured("right") == pytest.approx(strength[0], abs=0.8)
    assert found.measured("down") == pytest.approx(strength[1], abs=0.6)
    before, after = repaired(path, "off"), repaired(path, "chroma")
    # What the narrow band has lost does not come back: the best there is has it, too.
    blurred = displaced(truth, 0.0, 0.0, strength[2])
    gain = colour_psnr(after, blurred) - colour_psnr(before, blurred)
    assert gain > 3
    assert colour_psnr(after, truth) > colour_psnr(before, truth) + 1
    is_free = [((a > 0) & (a < 255)).all(axis=2) for a in after]
    for old, new, free in zip(before, after, is_free, strict=True):
        assert np.abs((old - new) @ LUMA)[free].max() <= 1.5


@pytest.mark.parametrize(
    "name",
    ["face_moustache_640x360.mp4", "dog_on_bed_720p_rot90.mp4", "street_bikes_640x272.mp4"],
)
def test_displaced_colours_of_real_pictures_are_found(tmp_path, name):
    truth = shared_scene(name, 8)
    if truth is None:
        pytest.skip("the shared clips are not here")
    assert not finding(written(tmp_path / "clean.mkv", truth), Repair.CHROMA).is_found
    for right, down, blur in STRENGTHS[:3]:
        path = written(tmp_path / f"{right}.mkv", displaced(truth, right, down, blur))
        found = finding(path, Repair.CHROMA)
        assert found.measured("right") == pytest.approx(right, abs=1.0)
        assert found.measured("down") == pytest.approx(down, abs=0.7)


def test_colours_of_ten_bits_are_moved_alike(tmp_path):
    late = displaced(scene(1, count=8), *STRENGTHS[1])
    narrow = repaired(written(tmp_path / "8.mkv", late, "yuv444p"))
    wide = repaired(written(tmp_path / "10.mkv", late, "yuv444p10le"))
    assert wide[3].max() > 60000
    assert np.abs(wide[3] / 257 - narrow[3]).mean() < 1.0


def test_gray_pictures_have_no_displaced_colours(tmp_path):
    path = written(tmp_path / "gray.mkv", scene(2, gray=True))
    assert not finding(path, Repair.CHROMA).is_found


def test_a_part_of_a_line_that_cameras_are_off_is_left_as_it_is():
    found = find_chroma(sampled(displaced(scene(1, count=8), 3.0, 0.35, 1.0)), in_fields=False)
    assert found.measured("right") == pytest.approx(3.0, abs=0.5)
    assert found.measured("down") == 0.0


@pytest.mark.parametrize(("right", "down"), [(2, 0), (-1, 0), (0, 2), (-3, 1), (6, -2)])
@pytest.mark.parametrize("is_stored", [False, True], ids=["in the picture", "in its samples"])
def test_whole_pixels_are_measured(right, down, is_stored):
    pictures = []
    for number, rgb in enumerate(scene(2, 12)[::3]):
        luma = rgb @ LUMA
        colours = [0.5 * (rgb[..., 2] - luma), 0.6 * (rgb[..., 0] - luma)]
        colours = [128 + np.roll(plane, (down, right), (0, 1)) for plane in colours]
        if not is_stored:
            colours = [plane.reshape(120, 2, 160, 2).mean(axis=(1, 3)) for plane in colours]
        planes = [plane.clip(0, 255).round().astype(np.uint8) for plane in (luma, *colours)]
        pictures.append(Sampled(planes[0], tuple(planes[1:]), number / 25))
    sample = Sample()
    sample.stretches = [pictures]
    found = find_chroma(sample, in_fields=False)
    assert found.is_found
    assert found.measured("right") == pytest.approx(right, abs=0.4)
    assert found.measured("down") == pytest.approx(down, abs=0.4)


@pytest.mark.parametrize(("seed", "side"), [(1, 24), (1, 32), (2, 32)])
def test_colours_in_blocks_are_not_moved(seed, side):
    """A starved codec keeps one colour of each block; where a block ends, nothing else does."""
    pictures = []
    for picture in scene(seed, count=12):
        luma = (picture @ LUMA)[..., None]
        colours = picture - luma
        rows, columns = (length // side for length in luma.shape[:2])
        whole = colours[: rows * side, : columns * side]
        means = whole.reshape(rows, side, columns, side, 3).mean(axis=(1, 3))
        whole[:] = means.repeat(side, axis=0).repeat(side, axis=1)
        pictures.append((luma + colours).clip(0, 255).astype(np.uint8))
    assert not find_chroma(sampled(pictures), in_fields=False).is_automatic
