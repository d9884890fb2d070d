"""Flicker is evened out, and faded levels are stretched, without a change within a shot."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from engine.jobs.choices import Repair
from engine.jobs.options import Job, Options
from engine.rendering.steps.registry import open_frames
from engine.rendering.steps.repairs.flicker import Flicker
from engine.rendering.steps.repairs.levels import Levels
from engine.rendering.steps.repairs.tables import looked_up
from engine.video.colour import Colour
from engine.video.frame import Frame
from engine.video.probing.faults.flicker import find_flicker
from engine.video.probing.faults.levels import find_levels
from engine.video.probing.probe import probe
from tests.video.compare import assert_same_film
from tests.video.interrupted import OPTIONS, Run
from tests.video.repairs.damage import faded, flickering, swing
from tests.video.scenes import PLAIN, finding, psnr, repaired, sampled, scene, shared_scene, written

PLAIN_COLOUR = Colour(matrix=6, is_full_range=False, primaries=6, transfer=6, is_tagged=True)
BEAT = (0.08, 2.6)
"""Depth, and period in pictures, of a lamp at 50 Hz before a camera of 30 pictures a second."""


@pytest.mark.parametrize(
    ("seed", "depth", "period"), [(0, 0.1, None), (1, 0.2, None), (0, *BEAT), (1, 0.15, 5.0)]
)
def test_flicker_is_found_and_evened_out(tmp_path, seed, depth, period):
    truth = scene(seed, 48, 144, 192)
    path = written(tmp_path / "lamp.mkv", flickering(truth, depth, period), "yuv444p")
    assert finding(path, Repair.FLICKER).is_found
    before, after = repaired(path, "off"), repaired(path, "flicker")
    assert swing(after, truth) < swing(before, truth) / 5


def test_weak_flicker_is_offered_and_strong_repaired(tmp_path):
    truth = scene(3, count=30)
    for depth, is_automatic in ((0.05, False), (0.2, True)):
        path = written(tmp_path / f"{depth}.mkv", flickering(truth, depth))
        assert finding(path, Repair.FLICKER).is_automatic is is_automatic


def test_a_fade_and_a_flash_are_no_flicker(tmp_path):
    truth = scene(4, count=30)
    fade = [(p * (1 - 0.02 * n)).astype(np.uint8) for n, p in enumerate(truth)]
    flash = [
        p if n != 12 else np.minimum(p * 2.0, 255).astype(np.uint8) for n, p in enumerate(truth)
    ]
    for name, pictures in (("fade", fade), ("flash", flash)):
        assert not finding(written(tmp_path / f"{name}.mkv", pictures), Repair.FLICKER).is_found


@pytest.mark.parametrize("direction", [1, -1], ids=["in", "out"])
def test_a_fade_in_steps_is_no_flicker(direction):
    """Titles of a film at another rate fade in jerks: some pictures are shown twice."""
    steps = np.repeat(np.arange(15), [2, 1, 3, 1, 2, 1, 2, 3, 1, 2, 1, 2, 3, 1, 2])
    truth = scene(4, count=len(steps))
    fade = [(p * (0.35 + 0.04 * n)).astype(np.uint8) for n, p in zip(steps, truth, strict=True)]
    assert not find_flicker(sampled(fade[::direction]), black=16).is_found


def test_flicker_is_found_in_a_slow_fade():
    hurt = flickering(scene(4, count=30), 0.2)
    fade = [(picture * (1 - 0.012 * n)).astype(np.uint8) for n, picture in enumerate(hurt)]
    assert find_flicker(sampled(fade), black=16).is_automatic


@pytest.mark.parametrize("depth", [0.0, 0.1])
def test_a_fade_keeps_its_course_up_to_its_ends(depth):
    truth = [p * (1 - 0.015 * n) for n, p in enumerate(scene(4, count=30))]
    hurt = flickering(truth, depth)
    frames = [Frame(picture, n, Fraction(1, 25), 1) for n, picture in enumerate(hurt)]
    after = [frame.data for frame in Flicker().apply(iter(frames))]
    ends = [np.median((after[n] + 1.0) / (truth[n] + 1.0)) for n in (0, 1, -2, -1)]
    assert ends == pytest.approx([1] * 4, abs=0.02 + depth / 2)
    assert swing(after, truth) <= max(swing(hurt, truth) / 5, 0.005)


def test_flicker_does_not_reach_over_a_cut(tmp_path):
    dark = [(picture * 0.4).astype(np.uint8) for picture in scene(5)]
    path = written(tmp_path / "cut.mkv", scene(6) + dark, "yuv444p")
    before, after = repaired(path, "off"), repaired(path, "flicker")
    assert all(np.abs(a - b).max() <= 3 for a, b in zip(after, before, strict=True))


def test_evened_pictures_are_the_same_from_any_start(tmp_path):
    path = written(tmp_path / "lamp.mkv", flickering(scene(1, 125, 96, 128), 0.2))
    info, options = probe(path), Options(repair="flicker", **PLAIN)
    with open_frames(info, options) as reader:
        whole = {frame.pts: frame.data for frame in reader}
    with open_frames(info, options, start_seconds=4.2) as reader:
        part = list(reader)
    assert len(part) == 20
    assert all(np.array_equal(frame.data, whole[frame.pts]) for frame in part)


def test_an_evened_render_goes_on_bit_for_bit(tmp_path, quick_renders):
    path = written(tmp_path / "lamp.mkv", flickering(scene(1, 30, 96, 128), 0.2))
    assert finding(path, Repair.FLICKER).is_automatic
    whole, broken = tmp_path / "whole.mkv", tmp_path / "broken.mkv"
    Run(Job(source=path, output=whole, options=OPTIONS))
    for stop in (13, None):
        Run(Job(source=path, output=broken, options=OPTIONS), stop)
    assert_same_film(broken, whole)


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_each_level_is_looked_up_in_a_table(kind):
    rng = np.random.default_rng(1)
    peak = np.iinfo(kind).max
    table = rng.integers(0, peak, peak + 1, dtype=kind)
    levels = rng.integers(0, peak, (9, 14, 3), dtype=kind, endpoint=True)
    found = looked_up(table, levels[..., 1])
    assert np.array_equal(found, table[levels[..., 1]])
    assert found.flags.writeable


FADES = [
    ((30, 30, 30), (210, 210, 210)),
    ((40, 28, 32), (235, 180, 190)),
    ((25, 45, 60), (190, 200, 240)),
]


@pytest.mark.parametrize("ends", FADES, ids=str)
def test_faded_levels_are_found_and_stretched(tmp_path, ends):
    truth = [picture.copy() for picture in scene(8, count=16)]
    for picture in truth:  # a test of levels has its black, gray and white in it
        for number, level in enumerate((0, 128, 255)):
            picture[60:120, 60 + 60 * number : 120 + 60 * number] = level
    path = written(tmp_path / "faded.mkv", faded(truth, *ends), "yuv444p")
    found = finding(path, Repair.LEVELS)
    assert found.is_found
    assert not found.is_automatic
    before, after = repaired(path), repaired(path, "levels")
    assert psnr(after, truth) > psnr(before, truth) + 3
    for picture in after:
        for number, level in enumerate((0, 128, 255)):
            place = picture[80:100, 80 + 60 * number : 100 + 60 * number]
            assert np.abs(place.mean(axis=(0, 1)) - level).max() <= 3


def test_levels_go_as_far_as_wanted(tmp_path):
    path = written(tmp_path / "faded.mkv", faded(scene(2, count=8), (40, 28, 32), (210, 190, 200)))
    whole, off = repaired(path, "levels"), repaired(path, "off")
    info = probe(path)
    for share in (0.0, 0.4, 1.0):
        options = Options(repair="levels", levels=share, **PLAIN)
        with open_frames(info, options) as reader:
            pictures = [frame.data.astype(float) for frame in reader]
        for picture, first, last in zip(pictures, off, whole, strict=True):
            between = first + share * (last - first)
            assert np.abs(picture - between)[(last > 0) & (last < 255)].max() <= 1
    claims = {share: Levels([(20.0, 220.0)] * 3, share).claim() for share in (0.4, 1.0)}
    assert claims[0.4] == {**claims[1.0], "share": 0.4}


def test_levels_that_have_not_faded_are_not_found(tmp_path):
    for name in ("face_moustache_640x360.mp4", "street_bikes_640x272.mp4"):
        truth = shared_scene(name, 8)
        if truth is None:
            pytest.skip("the shared clips are not here")
        assert not finding(written(tmp_path / "clean.mkv", truth), Repair.LEVELS).is_found


def test_a_dark_scene_is_not_made_brighter_than_it_was():
    truth = faded(scene(8, count=4), (0,) * 3, (140,) * 3)
    hurt = faded(truth, *FADES[0])
    found = find_levels(sampled(hurt), PLAIN_COLOUR)
    assert found.is_found
    ends = [
        (found.measured(f"black {colour}"), found.measured(f"white {colour}"))
        for colour in ("red", "green", "blue")
    ]
    frames = (Frame(data, number, Fraction(1, 25), 1) for number, data in enumerate(hurt))
    after = [frame.data for frame in Levels(ends).apply(frames)]
    assert psnr(after, truth) > psnr(hurt, truth) + 1


def test_mist_has_not_faded():
    misty = faded(scene(8, count=4), (125,) * 3, (230,) * 3)
    assert not find_levels(sampled(misty), PLAIN_COLOUR).is_found


def test_soft_contrast_of_wide_colours_is_meant():
    sample = sampled(faded(scene(8, count=4), *FADES[0]))
    assert find_levels(sample, PLAIN_COLOUR).is_found
    assert not find_levels(sample, replace(PLAIN_COLOUR, matrix=9, primaries=9)).is_found
