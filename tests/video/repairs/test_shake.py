"""Tremor of a hand: found, steadied onto a smooth way, borders filled with what is there."""

import numpy as np
import pytest

from engine.jobs.choices import Repair
from engine.jobs.options import Options
from engine.rendering.steps.registry import open_frames
from engine.rendering.steps.repairs.moving import moved
from engine.video.probing.faults.shake import motion_between, small
from engine.video.probing.probe import probe
from tests.video.repairs.damage import trembling
from tests.video.scenes import PLAIN, finding, psnr, repaired, scene, shared_scene, written

SIZE = 160, 224


def wall():
    return scene(2, 1, 240, 320)[0].astype(float)


@pytest.mark.parametrize("amount", [1.5, 3.0, 5.0])
def test_tremor_is_found_and_steadied(tmp_path, amount):
    shaken, steady = trembling(wall(), 30, SIZE, amount)
    path = written(tmp_path / "hand.mkv", shaken, "yuv444p")
    found = finding(path, Repair.SHAKE)
    assert found.is_found
    assert not found.is_automatic
    assert found.measured("tremor") == pytest.approx(amount, rel=0.3)
    before, after = repaired(path), repaired(path, "shake")
    inner = slice(6, -6)  # at the ends of a shot nobody knows where the camera was going
    assert psnr(after[inner], steady[inner]) > psnr(before[inner], steady[inner]) + 3


def test_a_camera_on_a_tripod_does_not_tremble(tmp_path):
    _, steady = trembling(wall(), 30, SIZE, 1.0)
    for name, pictures in (("pan", steady), ("still", scene(4, count=30))):
        assert not finding(written(tmp_path / f"{name}.mkv", pictures), Repair.SHAKE).is_found


def test_motion_is_measured_to_a_part_of_a_pixel():
    wide = scene(2, 1, 240, 320)[0]
    for move in ([3.25, -1.5], [-6.0, 8.5]):
        (first, part), (second, _) = (
            small(np.ascontiguousarray(p[20:-20, 20:-20, 1])) for p in (wide, moved(wide, *move))
        )
        assert motion_between(first, second) * part == pytest.approx(move, abs=0.15)


def test_steadied_pictures_are_the_same_from_any_start(tmp_path):
    shaken, _ = trembling(wall(), 100, SIZE, 3.0)
    path = written(tmp_path / "hand.mkv", shaken)
    options = Options(repair="shake", **PLAIN)
    with open_frames(probe(path), options) as reader:
        whole = {frame.pts: frame.data for frame in reader}
    with open_frames(probe(path), options, start_seconds=3.4) as reader:
        part = list(reader)
    assert len(part) == 15
    assert all(np.array_equal(frame.data, whole[frame.pts]) for frame in part)


def test_tremor_of_a_real_picture_is_found(tmp_path):
    truth = shared_scene("bw_his_girl_friday_640x480.mp4", 1)
    if truth is None:
        pytest.skip("the shared clips are not here")
    shaken, _ = trembling(truth[0].astype(float), 20, (360, 540), 4.0)
    assert finding(written(tmp_path / "hand.mkv", shaken), Repair.SHAKE).is_found


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
@pytest.mark.parametrize("move", [(3.25, -1.5), (-6.0, 8.75), (0.5, 0.0), (-70.25, 140.0)])
def test_pictures_are_moved_by_the_cubic(kind, move):
    rng = np.random.default_rng(4)
    peak = np.iinfo(kind).max
    picture = rng.integers(0, peak, (300, 50, 3), dtype=kind, endpoint=True)
    expected = cubic(cubic(picture.astype(float), move[1], 0).clip(0, peak), move[0], 1)
    off = np.abs(moved(picture, *move) - expected.clip(0, peak))
    assert off.max() <= (0 if all(part == int(part) for part in move) else 0.03 * peak)


def cubic(picture, distance, axis):
    """Return a picture moved as Keys (1981) says, with a = -0.5."""
    places = np.arange(picture.shape[axis]) - distance
    total = np.zeros_like(picture)
    for sample in range(-2, 3):
        near = np.floor(places) + sample
        d = np.abs(places - near)
        inside, outside = (1.5 * d - 2.5) * d * d + 1, ((-0.5 * d + 2.5) * d - 4) * d + 2
        weights = np.where(d <= 1, inside, np.where(d < 2, outside, 0))
        taken = picture.take(near.astype(int).clip(0, picture.shape[axis] - 1), axis)
        total += taken * np.expand_dims(weights, [n for n in range(3) if n != axis])
    return total
