"""Copies in place of lost pictures: all found, none invented, and replaced in time."""

import numpy as np
import pytest

from app.text.faults import describe_finding
from engine.jobs.choices import Repair
from engine.jobs.options import Options
from engine.rendering.steps.registry import open_frames
from engine.video.facts import Scan
from engine.video.probing.faults.repeats import find_repeats
from engine.video.probing.faults.sample import Sample, Sampled
from engine.video.probing.probe import probe
from tests.video.repairs.damage import repeating
from tests.video.scenes import PLAIN, finding, psnr, repaired, scene, shared_scene, written

LOST = {5, 12, 13, 20}


def moving(count=26):
    """All of the picture moves on evenly, over grain that is new in each."""
    wide = scene(3, 1, 208, 400)[0].astype(int)
    grain = np.random.default_rng(1)
    views = (wide[:, 4 * n : 4 * n + 160] for n in range(count))
    return [(v + grain.normal(0, 2, v.shape)).clip(0, 255).astype(np.uint8) for v in views]


def test_copies_of_lost_pictures_are_found_and_replaced(tmp_path):
    truth = moving()
    path = written(tmp_path / "lost.mkv", repeating(truth, LOST), "yuv444p")
    found = finding(path, Repair.REPEATS)
    assert found.is_found
    assert not found.is_automatic
    places = {at for name, at in found.parameters if name.startswith("at ")}
    assert places == {number / 25 for number in LOST}
    assert "4 of 26 pictures looked at are copies" in describe_finding(found)
    before, after = repaired(path), repaired(path, "repeats")
    changed = {n for n in range(26) if not np.array_equal(before[n], after[n])}
    assert changed == LOST
    for number in LOST:
        one = np.s_[number : number + 1]
        assert psnr(after[one], truth[one]) > psnr(before[one], truth[one]) + 3


@pytest.mark.parametrize(
    "order",
    [
        [n * 4 // 5 for n in range(26)],  # film in video: copies, and nothing is lost
        [n // 2 for n in range(26)],  # half as many pictures
        [0] * 13 + list(range(13)),  # a still
        [0, 0, 1, 2, 2, 2, 3, 4, 4, 5, 6, 6, 7, 8, 8, 9],  # puppets, moved now and then
        [n - n // 5 for n in range(26)],  # a picture more in each five
    ],
    ids=["film", "half", "still", "stop motion", "more"],
)
def test_copies_where_nothing_is_lost_are_none(tmp_path, order):
    pictures = moving()
    path = written(tmp_path / "other.mkv", [pictures[number] for number in order])
    assert not finding(path, Repair.REPEATS).is_found
    assert all(map(np.array_equal, repaired(path, "repeats"), repaired(path, "off")))


def test_replaced_pictures_are_the_same_from_any_start(tmp_path):
    path = written(tmp_path / "lost.mkv", repeating(moving(), LOST))
    options = Options(repair="repeats", **PLAIN)
    with open_frames(probe(path), options) as reader:
        whole = {frame.pts: frame.data for frame in reader}
    with open_frames(probe(path), options, start_seconds=0.5) as reader:
        part = list(reader)
    assert len(part) == 13
    assert all(np.array_equal(frame.data, whole[frame.pts]) for frame in part)


def test_lost_pictures_of_a_real_clip_are_found(tmp_path):
    truth = shared_scene("phone_pan_480x272_rot.mp4", 20)
    if truth is None:
        pytest.skip("the shared clips are not here")
    path = written(tmp_path / "lost.mkv", repeating(truth, {6, 15}))
    assert finding(path, Repair.REPEATS).measured("count") == 2
    before, after = repaired(path), repaired(path, "repeats")
    assert psnr(after[6:7], truth[6:7]) > psnr(before[6:7], truth[6:7]) + 3


def test_lost_pictures_of_a_quiet_noisy_scene_are_found():
    grain = np.random.default_rng(2)
    wall = scene(4, 1)[0][..., 0].astype(float)
    looked = []
    for number in range(24):
        picture = wall.copy()
        picture[100:130, 100 + number : 130 + number] = 220  # hardly more than noise moves
        looked.append((picture + grain.normal(0, 3, wall.shape)).clip(0, 255).astype(np.uint8))
    found = find_repeats(sampled(repeating(looked, {6, 15})), Scan.PROGRESSIVE)
    assert found.is_found
    assert found.measured("count") == 2
    assert not find_repeats(sampled(looked), Scan.PROGRESSIVE).is_found


def test_a_picture_that_fades_in_by_whole_levels_has_no_lost_ones():
    wall = scene(4, 1)[0][..., 0] // 2
    looked = [(wall + level).astype(np.uint8) for level in (0, 0, 1, 1, 1, 2, 3, 3, 5, 6, 8, 9)]
    assert find_repeats(sampled(looked), Scan.PROGRESSIVE).measured("count") == 0


def sampled(lumas):
    sample = Sample()
    sample.stretches = [[Sampled(luma, (), number / 25) for number, luma in enumerate(lumas)]]
    return sample
