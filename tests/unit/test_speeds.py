"""What was measured is remembered per machine, and never gets in the way."""

from __future__ import annotations

import math

import pytest

from engine import speeds
from engine.speeds import Speed, remember, seconds_per_frame

PAL = 720 * 576


def speed(pixels: int, seconds: float, *, model: str = "m", device: str = "auto") -> Speed:
    return Speed(model=model, device=device, pixels=pixels, seconds_per_frame=seconds)


def test_nothing_is_promised_before_anything_was_measured():
    assert seconds_per_frame("m", "auto", PAL) is None


def test_the_nearest_size_counts():
    remember(speed(1000, 1.0), speed(100_000, 50.0))
    assert seconds_per_frame("m", "auto", 1000) == 1.0
    assert seconds_per_frame("m", "auto", 2000) == 2.0
    assert seconds_per_frame("m", "auto", 50_000) == 25.0


def test_models_and_devices_are_kept_apart():
    remember(speed(PAL, 1.0), speed(PAL, 2.0, model="n"), speed(PAL, 3.0, device="cpu"))
    assert seconds_per_frame("m", "auto", PAL) == 1.0
    assert seconds_per_frame("n", "auto", PAL) == 2.0
    assert seconds_per_frame("m", "cpu", PAL) == 3.0
    assert seconds_per_frame("n", "cpu", PAL) is None


def test_the_latest_measurement_counts():
    remember(speed(PAL, 1.0))
    remember(speed(PAL, 2.0))
    assert seconds_per_frame("m", "auto", PAL) == 2.0


def test_machines_are_kept_apart(monkeypatch):
    remember(speed(PAL, 1.0))
    monkeypatch.setattr(speeds.platform, "node", lambda: "another")
    assert seconds_per_frame("m", "auto", PAL) is None
    remember(speed(PAL, 9.0))
    monkeypatch.undo()


def test_another_machine_does_not_overwrite_this_one(monkeypatch):
    remember(speed(PAL, 1.0))
    with monkeypatch.context() as other:
        other.setattr(speeds.platform, "node", lambda: "another")
        remember(speed(PAL, 9.0))
    assert seconds_per_frame("m", "auto", PAL) == 1.0


@pytest.mark.parametrize("seconds", [0.0, -1.0, math.inf, math.nan])
def test_what_is_no_measurement_is_not_kept(seconds):
    remember(speed(PAL, seconds))
    assert seconds_per_frame("m", "auto", PAL) is None


@pytest.mark.parametrize("text", ["", "[]", "{", '{"x": 1}'])
def test_a_damaged_file_is_begun_anew(speeds_file, text):
    speeds_file.parent.mkdir()
    speeds_file.write_text(text)
    assert seconds_per_frame("m", "auto", PAL) is None
    remember(speed(PAL, 1.0))
    assert seconds_per_frame("m", "auto", PAL) == 1.0


def test_entries_of_another_version_are_left_alone(speeds_file):
    remember(speed(PAL, 1.0))
    speeds_file.write_text(speeds_file.read_text().replace("seconds_per_frame", "seconds"))
    assert seconds_per_frame("m", "auto", PAL) is None


def test_a_place_that_cannot_be_written_disturbs_nobody(speeds_file):
    speeds_file.parent.write_text("a file where the folder should be")
    remember(speed(PAL, 1.0))
    assert seconds_per_frame("m", "auto", PAL) is None
