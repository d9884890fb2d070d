"""Crawling dots and rainbows: found with their period, taken out of what stands still."""

from fractions import Fraction

import numpy as np
import pytest

from engine.jobs.choices import Deinterlace, Repair
from engine.jobs.options import Options
from engine.rendering.steps.registry import source_steps
from engine.rendering.steps.repairs.rainbow import Rainbow
from engine.video.frame import Frame
from engine.video.probing.faults.rainbow import find_rainbow
from engine.video.probing.probe import probe
from tests.video.repairs.damage import composite, hurt_psnr
from tests.video.scenes import finding, psnr, repaired, sampled, scene, shared_scene, written


def woven(seed, count):
    """A scene with fine cloth on the wall, which composite video takes for colours."""
    rows, columns = np.mgrid[0:240, 0:320]
    cloth = 40 * np.sin(2 * np.pi * columns / 3.4 + rows / 9) * ((columns // 80 + rows // 60) % 2)
    return [(p + cloth[..., None]).clip(0, 255).astype(np.uint8) for p in scene(seed, count)]


@pytest.mark.parametrize("is_pal, strength", [(False, 0.5), (True, 0.75)], ids=["ntsc", "pal"])
def test_rainbows_are_found_and_taken_out(tmp_path, is_pal, strength):
    truth = woven(1, 13)
    path = written(tmp_path / "tape.mkv", composite(truth, strength, is_pal=is_pal), "yuv444p")
    found = finding(path, Repair.RAINBOW)
    assert found.is_automatic
    assert found.measured("period") == (4 if is_pal else 2)
    before, after = repaired(path, "off"), repaired(path, "rainbow")
    # What does not turn with the carrier is lost for good: the best there is lacks it, too.
    fixed = np.mean([np.mean(before[k::4], axis=0) for k in range(4)], axis=0)
    still = np.ptp(np.stack(truth), axis=0).max(axis=-1) < 12
    turning = [still & (np.abs(p - fixed).max(axis=-1) > 5) for p in before]
    inner = np.s_[4:-4]  # those at both ends can't be compared, and stay as they are
    near = [hurt_psnr(p[inner], [fixed] * 5, turning[inner]) for p in (before, after)]
    assert near[1] > near[0] + 3
    assert psnr(after, truth) > psnr(before, truth)


@pytest.mark.parametrize("is_pal, strength", [(False, 0.2), (True, 0.4)], ids=["ntsc", "pal"])
def test_weak_rainbows_are_found_with_their_period(is_pal, strength):
    sample = sampled(composite(woven(1, 13), strength, is_pal=is_pal))
    found = find_rainbow(sample)
    assert found.is_automatic
    assert found.measured("period") == (4 if is_pal else 2)


@pytest.mark.parametrize("is_pal, strength", [(False, 0.15), (True, 0.25)], ids=["ntsc", "pal"])
def test_faint_dots_are_told_by_the_lines_around_them(is_pal, strength):
    truth = scene(1 if is_pal else 3, 13)
    assert not find_rainbow(sampled(truth)).is_found
    sample = sampled(composite(truth, strength, is_pal=is_pal))
    assert find_rainbow(sample).measured("period") == (4 if is_pal else 2)


@pytest.mark.parametrize("lines, is_found", [(1, True), (2, True), (240, False)])
def test_fine_detail_that_swings_alike_in_all_lines_is_no_rainbow(lines, is_found):
    swing = 1 - 2 * (np.arange(240) // lines % 2)[:, None, None]
    stripes = swing * (2.0 - 4.0 * (np.arange(320) % 2))[:, None]
    wall = np.zeros((240, 320, 3), np.uint8) + 120
    pictures = [(wall + (stripes if n % 2 else 0)).astype(np.uint8) for n in range(13)]
    assert find_rainbow(sampled(pictures)).is_found == is_found


def test_what_moves_is_not_smeared():
    pictures = [np.zeros((40, 60, 3), np.uint8) for _ in range(12)]
    for number, picture in enumerate(pictures):
        picture[10:20, 4 * number : 4 * number + 6] = 200
    frames = [Frame(picture, n, Fraction(1, 25), 1) for n, picture in enumerate(pictures)]
    for period in (2, 4):
        treated = Rainbow(period).apply(iter(frames))
        assert all(np.array_equal(a.data, b.data) for a, b in zip(treated, frames, strict=True))


def test_the_carrier_turns_in_twice_as_many_pictures_of_single_fields(tmp_path):
    info = probe(written(tmp_path / "plain.mkv", scene(1, count=3)))
    for way, period in ((Deinterlace.AUTO, 4), (Deinterlace.FIELD, 8)):
        step = source_steps(info, Options(repair="rainbow", deinterlace=way))[0]
        assert step.claim() == {"period": period}


def test_rainbows_of_real_pictures_are_found(tmp_path):
    truth = shared_scene("face_moustache_640x360.mp4", 8)
    if truth is None:
        pytest.skip("the shared clips are not here")
    path = written(tmp_path / "tape.mkv", composite(truth, 1.0))
    assert finding(path, Repair.RAINBOW).measured("period") == 2


def test_columns_of_a_house_that_pass_by_are_no_rainbows():
    """After four pictures each column is where the next one was, after two it is a window."""
    columns = np.arange(320)
    wall, window = np.array([205, 180, 150]), np.array([80, 95, 110])
    pictures = []
    for picture, moved in zip(scene(2, count=16), range(0, 160, 10), strict=True):
        share = 0.5 + 0.5 * np.sin(2 * np.pi * (columns + moved) / 40)[None, :, None]
        picture[150:, :] = share * wall + (1 - share) * window
        pictures.append(picture)
    assert not find_rainbow(sampled(pictures)).is_found


def test_pictures_narrower_than_a_carrier_are_looked_at():
    pictures = [picture[:, :2].copy() for picture in scene(1, count=12)]
    assert not find_rainbow(sampled(pictures)).is_found
