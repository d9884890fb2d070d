"""Each repair gives the same pictures where a render goes on as where it ran through."""

from fractions import Fraction

import numpy as np
import pytest

from engine.jobs.choices import Crop, Repair
from engine.jobs.options import Job, Options
from engine.rendering.steps.repairs.borders import Mask
from engine.rendering.steps.repairs.chroma import Chroma
from engine.rendering.steps.repairs.flicker import Flicker
from engine.rendering.steps.repairs.halo import Halo
from engine.rendering.steps.repairs.jitter import Jitter
from engine.rendering.steps.repairs.levels import Levels
from engine.rendering.steps.repairs.rainbow import Rainbow
from engine.rendering.steps.repairs.repeats import Repeats
from engine.rendering.steps.repairs.shake import Shake
from engine.rendering.steps.repairs.spots import Fill
from engine.rendering.steps.repairs.switching import Switching
from engine.video.frame import Frame
from engine.video.spots import DUST, STREAKS
from tests.video.compare import assert_same_film
from tests.video.interrupted import Run
from tests.video.repairs import damage
from tests.video.scenes import PLAIN, scene, written

RATE, COUNT = 25, 44
GOES_ON_AT = 31
"""The first picture after a break: a render reads again from a second before it on."""
STEPS = {
    Repair.SWITCHING: Switching(0, 8),
    Repair.JITTER: Jitter(),
    Repair.RAINBOW: Rainbow(4),
    Repair.DROPOUTS: Fill(Repair.DROPOUTS, STREAKS),
    Repair.DUST: Fill(Repair.DUST, DUST),
    Repair.CHROMA: Chroma(3.4, 1.2, 6),
    Repair.HALO: Halo(1.2, 3, 6),
    Repair.FLICKER: Flicker(),
    Repair.REPEATS: Repeats(),
    Repair.SHAKE: Shake(17),
    Repair.LEVELS: Levels([(20.0, 220.0)] * 3, 0.7),
    "borders": Mask(Crop(4, 4, 112, 88)),
}


def broken_film():
    """Something of everything that comes and goes in time."""
    wide = scene(3, 1, 132, 176)[0].astype(float)
    pictures, _ = damage.trembling(wide, COUNT, (96, 128), 2.0)
    pictures = damage.flickering(damage.repeating(pictures, {8, 27, 33}), 0.15)
    return damage.scratched(damage.spotted(pictures, 3.0)[0], 1.0, 30, 2)[0]


@pytest.mark.parametrize("name", STEPS, ids=str)
def test_a_repair_goes_on_bit_for_bit(name):
    frames = [
        Frame(picture, number, Fraction(1, RATE), 1) for number, picture in enumerate(broken_film())
    ]
    whole = list(STEPS[name].apply(iter(frames)))
    first = GOES_ON_AT - RATE
    rest = list(STEPS[name].apply(iter(frames[first:])))
    assert len(whole) == len(frames)
    assert len(rest) == len(frames) - first
    for frame in rest[RATE:]:
        assert np.array_equal(frame.data, whole[frame.pts].data), frame.pts
    changed = [not np.array_equal(w.data, f.data) for w, f in zip(whole, frames, strict=True)]
    assert any(changed) or name == Repair.REPEATS, "the film is not broken in this way"


def test_a_render_with_all_repairs_goes_on_bit_for_bit(tmp_path, quick_renders):
    path = written(tmp_path / "broken.mkv", broken_film())
    options = Options(repair=",".join(Repair), **PLAIN)
    whole, broken = tmp_path / "whole.mkv", tmp_path / "parts.mkv"
    Run(Job(source=path, output=whole, options=options))
    for stop in (13, 33, None):
        Run(Job(source=path, output=broken, options=options), stop)
    assert_same_film(broken, whole)
