"""Torn lines of head switching: found to the line, covered, and nothing else is touched."""

import threading
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from engine.jobs.choices import Repair
from engine.jobs.options import Job, Options
from engine.rendering.preview import Preview
from engine.rendering.steps.registry import claim_of_steps
from engine.rendering.steps.repairs.switching import Switching
from engine.video.frame import Frame
from engine.video.probing.faults.switching import find_switching
from engine.video.probing.probe import probe
from tests.video.compare import assert_same_film
from tests.video.interrupted import OPTIONS, Run
from tests.video.repairs.damage import torn
from tests.video.scenes import (
    finding,
    on_two_scenes,
    psnr,
    repaired,
    sampled,
    scene,
    shared_scene,
    written,
)

STRENGTHS = [(4, 5.0, 8), (7, 14.0, 20), (9, 30.0, 40)]


# In scene 3 a thing begins just above the torn lines; it is taken for one of them.
@pytest.mark.parametrize(
    ("seed", "strength"), on_two_scenes(STRENGTHS, seeds=[0, 1, 2, 5]), ids=str
)
def test_torn_lines_are_found_and_covered(tmp_path, seed, strength):
    truth, lines = scene(seed), strength[0]
    path = written(tmp_path / "torn.mkv", torn(truth, *strength), "yuv444p")
    found = finding(path, Repair.SWITCHING)
    assert found.is_automatic
    assert (found.measured("top"), found.measured("bottom")) == (0, lines)
    before, after = repaired(path, "off"), repaired(path)
    for old, new in zip(before, after, strict=True):
        assert np.array_equal(old[:-lines], new[:-lines])
    inside = np.s_[-lines:]
    assert psnr(after, truth, inside) > psnr(before, truth, inside) + 3


@pytest.mark.parametrize("name", ["face_moustache_640x360.mp4", "street_bikes_640x272.mp4"])
def test_torn_lines_of_real_pictures_are_found(tmp_path, name):
    truth = shared_scene(name)
    if truth is None:
        pytest.skip("the shared clips are not here")
    assert not finding(written(tmp_path / "clean.mkv", truth), Repair.SWITCHING).is_found
    path = written(tmp_path / "torn.mkv", torn(truth, 7, 14.0, 20))
    assert finding(path, Repair.SWITCHING).measured("bottom") == 7


def test_lines_torn_at_the_top_are_covered_there(tmp_path):
    truth = scene(5)
    flipped = torn([picture[::-1] for picture in truth], 6, 12.0, 15)
    path = written(tmp_path / "torn.mkv", [picture[::-1] for picture in flipped], "yuv444p")
    found = finding(path, Repair.SWITCHING)
    assert (found.measured("top"), found.measured("bottom")) == (6, 0)
    top = np.s_[:6]
    assert psnr(repaired(path), truth, top) > psnr(repaired(path, "off"), truth, top) + 3


@pytest.mark.parametrize("seed", range(6))
def test_whole_pictures_are_left_alone(tmp_path, seed):
    path = written(tmp_path / "clean.mkv", scene(seed))
    assert not any(found.is_automatic for found in probe(path).findings)
    assert all(map(np.array_equal, repaired(path), repaired(path, "off")))


def test_a_fault_of_few_pictures_is_none_of_all(tmp_path):
    path = written(tmp_path / "torn.mkv", torn(scene(2), 6, 12.0, 15, first=14))
    assert not finding(path, Repair.SWITCHING).is_found


def test_a_repair_is_made_when_it_is_named(tmp_path):
    info = probe(written(tmp_path / "torn.mkv", torn(scene(1), *STRENGTHS[1])))
    claim = claim_of_steps(info, Options())
    assert (claim["switching top"], claim["switching bottom"]) == (0, 7)
    assert claim_of_steps(info, Options(repair="chroma,switching"))
    assert claim_of_steps(info, Options(repair="chroma")) == {}
    assert claim_of_steps(info, Options(repair="off")) == {}


def test_a_repaired_render_goes_on_bit_for_bit(tmp_path, quick_renders):
    path = written(tmp_path / "torn.mkv", torn(scene(1, 14, 208, 160), 4, 9.0, 10))
    assert finding(path, Repair.SWITCHING).is_automatic
    whole, broken = tmp_path / "whole.mkv", tmp_path / "broken.mkv"
    options = replace(OPTIONS, threshold=255.0)
    Run(Job(source=path, output=whole, options=options))
    for stop in (9, None):
        Run(Job(source=path, output=broken, options=options), stop)
    assert_same_film(broken, whole)


def test_the_preview_shows_the_repair_and_the_source_as_it_is(tmp_path):
    path = written(tmp_path / "torn.mkv", torn(scene(1), *STRENGTHS[1]))
    job = Job(source=path, output=tmp_path / "out.mkv", options=replace(OPTIONS, strength=0.0))
    shown = []
    Preview(job, frames_limit=3).restore(job.options, shown.append, threading.Event())
    picture = np.frombuffer(shown[1].after.rgb, np.uint8).reshape(240, 320, 3)
    assert np.abs(picture - repaired(path)[1]).max() <= 1
    before = np.frombuffer(shown[1].before.rgb, np.uint8).reshape(240, 320, 3)
    assert np.abs(before - repaired(path, "off")[1]).max() <= 1


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_an_edge_above_torn_lines_does_not_come_again_below(kind):
    peak = np.iinfo(kind).max
    picture = np.full((40, 30, 3), peak, kind)
    picture[28:] = 0  # of which the last seven are torn
    picture[33:] = peak // 2
    (covered,) = Switching(0, 7).apply(iter([Frame(picture, 0, Fraction(1, 25), 1)]))
    assert covered.data[33:].max() <= 0.05 * peak
    assert np.array_equal(covered.data[:33], picture[:33])


def test_what_begins_at_the_bottom_and_stays_is_no_tear():
    """The edge of a table, the top of a wall: unlike all above it, but alike in each picture."""
    still = scene(2, count=1)[0]
    rng = np.random.default_rng(3)
    texture = np.convolve(rng.normal(0, 60, 8 * 320 + 8), np.ones(9) / 3, "valid")
    still[-8:] = (texture.reshape(8, 320, 1) + 110).clip(0, 255)
    noisy = [still + rng.normal(0, 3, still.shape) for _ in range(24)]
    sample = sampled([picture.clip(0, 255).astype(np.uint8) for picture in noisy])
    assert not find_switching(sample, in_fields=False).is_found
