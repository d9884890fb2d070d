"""Streaks of tape and dust of film: found where they are, filled, and the rest is as it was."""

from fractions import Fraction

import numpy as np
import pytest

from engine.jobs.choices import Repair
from engine.rendering.steps.repairs.spots import Fill
from engine.video.frame import Frame
from engine.video.probing.faults.spots import find_dropouts_and_dust
from engine.video.spots import STREAKS as STREAKS_OF_TAPE
from tests.video.repairs.damage import hurt_psnr, scratched, spotted
from tests.video.scenes import finding, on_two_scenes, psnr, repaired, sampled, scene, written

STREAKS = [(0.6, 40, 1), (1.0, 60, 2), (2.0, 120, 3)]


@pytest.mark.parametrize(("seed", "strength"), on_two_scenes(STREAKS, seeds=[0, 1, 2, 1]), ids=str)
def test_streaks_are_found_and_filled(tmp_path, seed, strength):
    truth = scene(seed, count=30)
    pictures, masks = scratched(truth, *strength)
    path = written(tmp_path / "streaks.mkv", pictures, "yuv444p")
    assert finding(path, Repair.DROPOUTS).is_automatic
    before, after = repaired(path, "off"), repaired(path, "dropouts")
    inner = slice(1, -1)
    near = [hurt_psnr(p[inner], truth[inner], masks[inner]) for p in (before, after)]
    assert near[1] > near[0] + 3
    changed = np.mean(
        [(a != b).any(axis=2)[~m].mean() for a, b, m in zip(before, after, masks, strict=True)]
    )
    assert changed < 0.001


@pytest.mark.parametrize("seed", range(2))
def test_dust_is_found_and_removed(tmp_path, seed):
    truth = scene(seed, count=30)
    pictures, masks = spotted(truth, 3)
    path = written(tmp_path / "dust.mkv", pictures, "yuv444p")
    found = finding(path, Repair.DUST)
    assert found.is_found
    assert not found.is_automatic, "small things that fly past look the same"
    before, after = repaired(path, "off"), repaired(path, "dust")
    inner = slice(1, -1)
    near = [hurt_psnr(p[inner], truth[inner], masks[inner]) for p in (before, after)]
    assert near[1] > near[0] + 3
    assert psnr(after, truth) > psnr(before, truth)


@pytest.mark.parametrize("seed", range(2))
def test_dust_of_a_sixth_of_the_pictures_is_found(seed):
    sample = sampled(spotted(scene(seed, count=30), 0.3)[0])
    _, found = find_dropouts_and_dust(sample, in_fields=False)
    assert found.is_found
    assert found.measured("per_picture") == pytest.approx(0.2, abs=0.06)


def test_things_that_blink_stay(tmp_path):
    pictures = [picture.copy() for picture in scene(4, count=30)]
    for number, picture in enumerate(pictures):
        picture[100:102, 40:100] = 250 if number % 2 else 20
    assert not finding(written(tmp_path / "lamp.mkv", pictures), Repair.DROPOUTS).is_found


@pytest.mark.parametrize("step", [7, -9])
def test_stripes_that_move_fast_stay(step):
    """Sleepers of a railway, rungs of a ladder, blinds: in the next picture they lie beside."""
    still = scene(3, count=1)[0] // 2
    stripe = np.full((4, 90, 3), 240, np.uint8)
    frames = []
    for number in range(9):
        picture = still.copy()
        for first in (40, 120):
            top = first + step * (number if step > 0 else number - 8)
            picture[top : top + 4, 60:150] = stripe
        frames.append(Frame(picture, number, Fraction(1, 25), 1))
    filled = list(Fill(Repair.DROPOUTS, STREAKS_OF_TAPE).apply(iter(frames)))
    assert all(np.array_equal(a.data, b.data) for a, b in zip(filled, frames, strict=True))


@pytest.mark.parametrize("count", [1, 2])
def test_a_film_of_few_pictures_stays_as_it_is(tmp_path, count):
    path = written(tmp_path / "short.mkv", scene(1, count=count))
    assert all(map(np.array_equal, repaired(path, "dropouts,dust"), repaired(path, "off")))


def test_what_is_in_one_picture_of_a_quick_cut_stays():
    """Nothing of the pictures around is in it, so nothing tells what in it is a spot."""
    frames = [Frame(scene(seed, count=1)[0], seed, Fraction(1, 25), 1) for seed in range(6)]
    filled = list(Fill(Repair.DROPOUTS, STREAKS_OF_TAPE).apply(iter(frames)))
    changed = [(a.data != b.data).mean() for a, b in zip(filled, frames, strict=True)]
    assert max(changed) < 1e-4


@pytest.mark.parametrize(("per_picture", "is_automatic"), [(0.12, False), (1.0, True)])
def test_few_streaks_are_offered_and_many_filled_unasked(per_picture, is_automatic):
    sample = sampled(scratched(scene(1, count=80), per_picture, 80, 2)[0])
    found, _ = find_dropouts_and_dust(sample, in_fields=False)
    assert found.is_found
    assert found.is_automatic is is_automatic


def test_more_streaks_among_moving_things_than_a_tape_has_are_none():
    """Rain, or a flight of birds; and looking for each of them would take seconds."""
    columns = np.arange(320)
    frames = []
    for number in range(3):
        waves = 70 + 40 * np.sin((columns + 6 * number) / 9)
        picture = np.broadcast_to(waves[None, :, None], (240, 320, 3)).astype(np.uint8)
        frames.append(Frame(picture, number, Fraction(1, 25), 1))
    streaked = frames[1].data
    for top in range(10, 230, 20):
        for left in range(10, 300, 60):
            streaked[top : top + 2, left : left + 25] = 250
    filled = list(Fill(Repair.DROPOUTS, STREAKS_OF_TAPE).apply(iter(frames)))
    assert np.array_equal(filled[1].data, streaked)
