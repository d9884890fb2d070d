"""Previews with a tiny network: what is restored first, what is kept, and room made by a render."""

import itertools
import threading
from dataclasses import replace

import numpy as np
import pytest
import torch

from engine.jobs.choices import Crop, SizeByFactor
from engine.jobs.errors import Cancelled
from engine.jobs.events import Progressed, Waiting, WaitReason
from engine.jobs.options import Job
from engine.networks.realbasicvsr import RealBasicVSR
from engine.rendering.preview import Preview
from engine.rendering.render import restore
from engine.restoring.plans import Plan
from engine.restoring.restorer import Restoration
from tests.video.compare import assert_same_film
from tests.video.interrupted import OPTIONS, QUICK, Run, picture

NEVER = threading.Event()
CPU = torch.device("cpu")
CHOICE = replace(
    OPTIONS, size=SizeByFactor(2), crop=Crop(8, 4, 40, 32), start_seconds=0.16, end_seconds=0.72
)
COUNT = 14


@pytest.fixture
def steps(monkeypatch, quick_renders):
    """How often the network has propagated something."""
    calls = []
    propagate = RealBasicVSR.propagate

    def count(network, *args):
        calls.append(args[0])
        return propagate(network, *args)

    monkeypatch.setattr(RealBasicVSR, "propagate", count)
    return calls


@pytest.fixture
def preview(source, tmp_path, steps):
    job = Job(source=source, output=tmp_path / "no.mp4", options=CHOICE)
    return Preview(job, frames_limit=30)


def shown(preview, looked_at=None, **changes):
    frames = []
    preview.restore(replace(CHOICE, **changes), frames.append, NEVER, looked_at=looked_at)
    return frames


def pixels(picture):
    flat = np.frombuffer(picture.rgb, np.uint8).astype(int)
    return flat.reshape(picture.height, picture.width, 3)


def test_the_frame_looked_at_comes_first_then_those_after_it(preview):
    frames = shown(preview, looked_at=5)
    assert [frame.index for frame in frames] == [5, *range(5, COUNT), *range(5)]
    assert [frame.is_final for frame in frames] == [False] + [True] * COUNT
    in_order = shown(Preview(preview._job, frames_limit=30))
    assert [frame.index for frame in in_order] == list(range(COUNT))
    for frame in frames:
        difference = np.abs(pixels(frame.after) - pixels(in_order[frame.index].after))
        # A single frame in a hurry and a start in the middle see fewer neighbours.
        assert difference.mean() < 1.0
        assert frame.before == in_order[frame.index].before


def test_a_preview_that_is_stopped_keeps_what_whole_pictures_told(
    source, tmp_path, steps, monkeypatch
):
    small = replace(CHOICE, crop=Crop(20, 16, 16, 16))  # with its margin not the whole picture
    job = Job(source=source, output=tmp_path / "no.mp4", options=small)
    preview, cleaned, cancel = Preview(job, frames_limit=30), [], threading.Event()
    changes = Restoration.cleaning_changes

    def cancelled_after_the_first(restoration, whole, crop, on_step):
        found = changes(restoration, whole, crop, on_step)
        cleaned.append(whole)
        cancel.set()
        return found

    monkeypatch.setattr(Restoration, "cleaning_changes", cancelled_after_the_first)
    with pytest.raises(Cancelled):
        preview.restore(CHOICE, lambda _frame: None, cancel)
    assert len(cleaned) == 1
    stopped = shown(preview, threshold=1.0)
    assert len(cleaned) == len(preview._samples) > 1
    assert stopped == shown(Preview(job, frames_limit=30), threshold=1.0)


def test_a_preview_is_stopped_in_the_middle_of_a_whole_picture(quick_renders):
    asked = itertools.count()

    def stop_at_the_third():
        if next(asked) == 2:
            raise Cancelled

    restoration = Restoration(quick_renders, CPU, Plan(3, 2, 48), None, 1.0, 64, 48)
    whole = picture(0)
    with pytest.raises(Cancelled):
        restoration.cleaning_changes(whole, whole[:16, :16], stop_at_the_third)
    assert next(asked) == 3
    changed, _ = restoration.cleaning_changes(whole, whole[:16, :16], lambda: None)
    assert changed > 0
    assert next(asked) == 4, "nothing is asked any more"


def test_a_look_that_was_there_is_there_at_once(preview, steps):
    first = shown(preview, threshold=1.0)
    shown(preview, threshold=4.0)
    steps.clear()
    again = shown(preview, threshold=1.0, looked_at=9)
    assert steps == []
    assert [frame.index for frame in again] == [*range(9, COUNT), *range(9)]
    assert all(frame.after == first[frame.index].after for frame in again)


@pytest.mark.parametrize("strength", [0.3, 0.0])
def test_strength_mixes_what_is_there(preview, steps, strength):
    whole = shown(preview)
    steps.clear()
    mixed = shown(preview, strength=strength)
    grained = shown(preview, strength=strength, grain=0.5)
    assert steps == []
    assert mixed[3].after != whole[3].after
    assert grained[3].after != mixed[3].after
    plain = shown(preview, strength=0.0)
    parts = (pixels(plain[3].after), pixels(mixed[3].after), pixels(whole[3].after))
    # Enlarged in two ways, the plain picture differs a little.
    assert np.abs(parts[0] + strength * (parts[2] - parts[0]) - parts[1]).mean() < 2


def test_a_preview_that_was_stopped_keeps_what_is_restored(preview, steps):
    cancel, frames = threading.Event(), []

    def stop_after_four(frame):
        frames.append(frame)
        if len(frames) == 4:
            cancel.set()

    with pytest.raises(Cancelled):
        preview.restore(CHOICE, stop_after_four, cancel)
    steps.clear()
    rest = shown(preview)
    assert [frame.index for frame in rest] == list(range(COUNT))
    assert len(steps) > 0
    count = len(steps)
    steps.clear()
    shown(Preview(preview._job, frames_limit=30))
    assert count < len(steps)


def test_one_frame_comes_in_another_look(preview, steps):
    hurried = preview.glance(replace(CHOICE, threshold=9.0), 6, NEVER)
    assert (hurried.index, hurried.is_final) == (6, False)
    assert hurried.pts_seconds == pytest.approx(10 / 25)
    shown(preview)
    steps.clear()
    exact = preview.glance(CHOICE, 6, NEVER)
    assert exact.is_final
    assert preview.glance(replace(CHOICE, strength=0.5), 6, NEVER).after != exact.after
    assert preview.glance(replace(CHOICE, strength=0.0), 6, NEVER).before == exact.before
    assert steps == []


def test_a_render_that_makes_room_writes_what_it_would_have_written(source, tmp_path, steps):
    whole, roomy = tmp_path / "whole.mp4", tmp_path / "roomy.mp4"
    Run(Job(source=source, output=whole, options=OPTIONS))
    job = Job(source=source, output=roomy, options=OPTIONS)
    make_room, reasons, frames = threading.Event(), [], []

    def follow(event):
        if isinstance(event, Waiting):
            reasons.append(event.reason)
        if isinstance(event, Waiting) and event.reason is WaitReason.PREVIEW:
            make_room.clear()
            preview = Preview(replace(job, options=CHOICE), frames_limit=3)
            preview.restore(CHOICE, frames.append, NEVER)
        elif isinstance(event, Progressed) and event.frames_done in (4, 13):
            make_room.set()

    restore(job, follow, NEVER, QUICK, make_room=make_room)
    assert reasons == [WaitReason.PREVIEW, None] * 2
    assert len(frames) == 6
    assert_same_film(roomy, whole)
