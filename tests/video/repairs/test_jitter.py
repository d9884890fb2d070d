"""Ragged lines: found by how they change from picture to picture, and aligned."""

import numpy as np
import pytest

from engine.jobs.choices import Repair
from engine.rendering.steps.repairs.moving import lines_moved, moved
from engine.video.probing.faults.jitter import details_of, shifts_of
from tests.video.repairs.damage import hurt_places, hurt_psnr, ragged
from tests.video.scenes import finding, repaired, scene, shared_scene, written


@pytest.mark.parametrize("amount", [0.8, 1.4, 2.0])
def test_ragged_lines_are_found_and_aligned(tmp_path, amount):
    truth = scene(1, count=3)
    path = written(tmp_path / "ragged.mkv", ragged(truth, amount), "yuv444p")
    found = finding(path, Repair.JITTER)
    assert found.is_found
    assert not found.is_automatic
    assert found.measured("jitter") == pytest.approx(amount, rel=0.35)
    before, after = repaired(path), repaired(path, "jitter")
    where = hurt_places(before, truth)
    assert hurt_psnr(after, truth, where) > hurt_psnr(before, truth, where) + 3


def test_slopes_and_teeth_are_not_ragged(tmp_path):
    rows, columns = np.mgrid[0:240, 0:320]
    slope = (columns - 2 * rows) // 12 % 2
    teeth = (columns + 5 * (rows // 3 % 2)) // 20 % 2
    for name, pattern in (("slope", slope), ("teeth", teeth)):
        pictures = [np.repeat((200 * np.roll(pattern, n, 1))[..., None], 3, 2) for n in range(4)]
        path = written(tmp_path / f"{name}.mkv", [p.astype(np.uint8) for p in pictures])
        assert not finding(path, Repair.JITTER).is_found


def test_pictures_in_order_stay_nearly_as_they_are(tmp_path):
    path = written(tmp_path / "clean.mkv", scene(1, count=3), "yuv444p")
    assert not finding(path, Repair.JITTER).is_found
    pairs = zip(repaired(path, "off"), repaired(path, "jitter"), strict=True)
    assert all(np.abs(a - b).mean() < 3 for a, b in pairs)


def test_lines_are_measured_to_a_part_of_a_pixel():
    line = np.convolve(np.random.default_rng(1).normal(0, 90, 400), np.ones(6) / 6, "same")
    lines = np.stack([line, np.interp(np.arange(400) - 2.3, np.arange(400), line)])
    shifts, is_sure = shifts_of(details_of(lines.clip(0, 255).round().astype(np.uint8)))
    assert is_sure.all()
    assert shifts[0] == pytest.approx(2.3, abs=0.15)


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_each_line_is_moved_by_halves_of_pixels(kind):
    rng = np.random.default_rng(2)
    picture = rng.integers(0, np.iinfo(kind).max, (70, 40, 3), dtype=kind, endpoint=True)
    halves = rng.integers(-19, 20, len(picture))
    ragged_lines = lines_moved(picture, halves)
    assert ragged_lines.dtype == kind
    for line, before, move in zip(ragged_lines, picture, halves, strict=True):
        whole = before[(np.arange(40) - move // 2).clip(0, 39)]
        if move % 2:
            left = moved(before[None], move / 2, 0)[0]
            assert np.abs(line.astype(int) - left).max() <= 1
        else:
            assert np.array_equal(line, whole)


def test_ragged_lines_of_a_real_clip_are_found(tmp_path):
    truth = shared_scene("bw_his_girl_friday_640x480.mp4", 3)
    if truth is None:
        pytest.skip("the shared clips are not here")
    assert not finding(written(tmp_path / "clean.mkv", truth), Repair.JITTER).is_found
    path = written(tmp_path / "ragged.mkv", ragged(truth, 1.5))
    assert finding(path, Repair.JITTER).is_found
    before, after = repaired(path), repaired(path, "jitter")
    where = hurt_places(before, truth)
    assert hurt_psnr(after, truth, where) > hurt_psnr(before, truth, where) + 3
