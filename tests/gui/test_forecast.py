"""What a render will have to do, told from what is known about its clip."""

from dataclasses import replace
from pathlib import Path

import pytest

from app import forecast
from app.clips import Clip
from engine.job import Crop, Deinterlace, Options
from engine.worker import Plan
from tests.gui.fakes import source_info


def clip(**options):
    made = Clip(1, Path("clip.avi"), Options(**options))
    made.info = source_info("clip.avi")
    made.plan = Plan(Path("clip restored.mp4"), dict.fromkeys([made.options.size], (1280, 960)))
    return made


@pytest.mark.parametrize(
    ("options", "frames"),
    [
        ({}, 250),
        ({"start_seconds": 2.0}, 200),
        ({"start_seconds": 2.0, "end_seconds": 4.0}, 50),
        ({"deinterlace": Deinterlace.FIELD}, 500),
    ],
)
def test_frames_are_those_of_the_range(options, frames):
    assert forecast.frames_of(clip(**options)) == pytest.approx(frames)


def test_pixels_are_those_of_the_crop():
    assert forecast.work_of(clip()).pixels == 320 * 240
    assert forecast.work_of(clip(crop=Crop(0, 0, 100, 50))).pixels == 100 * 50
    assert forecast.work_of(clip()).written_pixels == 1280 * 960


def test_nothing_is_promised_for_what_is_not_known():
    endless = clip()
    endless.info = replace(endless.info, duration_seconds=None, frame_count=None)
    assert forecast.work_of(endless) is None
    assert forecast.frames_of(endless) == 0
    assert forecast.work_of(clip(strength=0.0)) is None
