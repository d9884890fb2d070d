"""Black borders are kept, cut off or painted black; an old file's choice is still read."""

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from engine.jobs import presets
from engine.jobs.choices import Borders, Crop
from engine.jobs.options import Options
from engine.jobs.wire import from_plain, to_plain
from engine.rendering.steps.registry import claim_of_steps
from engine.rendering.steps.repairs.borders import make_borders
from engine.video.frame import Frame
from tests.gui.fakes import source_info

INSIDE = Crop(8, 4, 48, 40)


def test_borders_are_painted_black_and_the_rest_stays(tmp_path):
    info = replace(source_info(tmp_path / "a.avi"), width=64, height=48, borders_crop=INSIDE)
    step = make_borders(info, Options(borders=Borders.MASK))
    noisy = np.random.default_rng(1).integers(0, 255, (48, 64, 3)).astype(np.uint8)
    (painted,) = step.apply(iter([Frame(noisy, 0, Fraction(1, 25), 1)]))
    assert (painted.data[4:44, 8:56] == noisy[4:44, 8:56]).all()
    assert painted.data[:4].max() == painted.data[44:].max() == painted.data[:, :8].max() == 0
    assert claim_of_steps(info, Options(borders=Borders.MASK)) == {"borders inside": "8:4:48:40"}
    for way in (Borders.KEEP, Borders.CROP):
        assert make_borders(info, Options(borders=way)) is None
    assert make_borders(replace(info, borders_crop=None), Options(borders=Borders.MASK)) is None


@pytest.mark.parametrize("is_cut, way", [(True, Borders.CROP), (False, Borders.KEEP)])
def test_a_choice_of_an_earlier_version_is_read(is_cut, way):
    plain = {k: v for k, v in to_plain(Options(grain=0.5)).items() if k != "borders"}
    assert from_plain(Options, plain | {"trims_borders": is_cut}).borders is way
    laid = presets.laid_over("own", Options(borders=Borders.MASK), {"trims_borders": is_cut})
    assert laid.borders is way
