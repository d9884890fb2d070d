"""Recorded steps give what the plain ones give, whatever becomes of their memory."""

from __future__ import annotations

import weakref
from contextlib import nullcontext
from fractions import Fraction
from unittest.mock import Mock

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.devices import cuda_graphs
from engine.devices.cuda_graphs import Recording, Replayed, drop_recordings, record_steps
from engine.networks.realbasicvsr import RealBasicVSR
from engine.restoring.plans import Plan
from engine.restoring.refinement import SoftRefinement
from engine.restoring.restorer import Restoration
from engine.restoring.shots import ShotFrame
from engine.video.frame import Frame
from tests.unit.recorder import Recorder
from tests.unit.tiny import TINY

CPU = torch.device("cpu")


def restored(plan: Plan, record: Recorder | None) -> list[np.ndarray]:
    torch.manual_seed(0)
    network = RealBasicVSR(TINY).eval().requires_grad_(False)
    network.to(memory_format=torch.channels_last)
    if record is not None:
        record_steps(network, record)
    work = Restoration(network, torch.device("cpu"), plan, SoftRefinement(2.0), 1.0, 40, 24)
    rng = np.random.default_rng(0)
    frames = [
        ShotFrame(
            Frame(rng.integers(0, 256, (24, 40, 3), np.uint8), number, Fraction(1, 25), 1),
            number in (0, 9),
        )
        for number in range(16)
    ]
    return [done.frame.data for done in work.run(frames, lambda: None)]


@pytest.mark.parametrize(
    "plan",
    [
        Plan(4, 2, band_rows=9),
        Plan(24, 8, band_rows=64),
        Plan(4, 2, batch_frames=2, runs_both_at_once=True),
    ],
)
def test_replayed_steps_restore_the_same_pictures(plan):
    record = Recorder()
    for plain, other in zip(restored(plan, None), restored(plan, record), strict=True):
        np.testing.assert_array_equal(plain, other)
    assert set(record.names) == {"cleaning_residual", "flows", "propagate", "upsample"}
    assert len(record.names) < 20  # each kind once


def test_a_result_outlives_the_next_replay():
    double = Replayed(lambda x: 2 * x, recorded)
    results = [double(torch.full((1, 1, 2, 2), float(i))) for i in range(6)]
    assert [float(r.mean()) for r in results] == [0, 2, 4, 6, 8, 10]


def test_every_size_and_every_other_argument_has_a_recording_of_its_own():
    add = Replayed(lambda x, number: x + number, recorded)
    for _ in range(4):
        for width, number in ((2, 1), (4, 1), (4, 5)):
            x = torch.rand(1, 1, 2, width)
            assert torch.equal(add(x, number), x + number)


def restoration_of(network, width, height):
    return Restoration(
        network, CPU, Plan(4, 2, band_rows=64), SoftRefinement(2.0), 1.0, width, height
    )


def frames_of(width, height):
    rng = np.random.default_rng(0)
    pictures = [rng.integers(0, 256, (height, width, 3), np.uint8) for _ in range(12)]
    return [
        ShotFrame(Frame(data, n, Fraction(1, 25), 1), n == 0) for n, data in enumerate(pictures)
    ]


def recorded(function, arguments):
    own = [a.clone() if isinstance(a, Tensor) else a for a in arguments]
    output = function(*own)
    tensors = tuple(a for a in own if isinstance(a, Tensor))
    return Recording(tensors, output, lambda: output.copy_(function(*own)))


def test_places_of_a_batch_share_a_recording():
    made = []
    double = Replayed(lambda x: 2 * x, lambda f, a: made.append(1) or recorded(f, a))
    for batch in (torch.rand(1, n, 2, 4, 4) for n in (2, 3, 4)):
        for i in range(batch.shape[1]):
            assert torch.equal(double(batch[:, i]), 2 * batch[:, i])
    assert len(made) == 1


def test_streams_do_not_share_a_recording(monkeypatch):
    streams, made = [0, 7] * 4, []
    monkeypatch.setattr(cuda_graphs, "current_stream_id", lambda _: streams[0])
    double = Replayed(lambda x: 2 * x, lambda f, a: made.append(streams[0]) or recorded(f, a))
    while streams:
        assert float(double(torch.ones(1, 1, 2, 2)).sum()) == 8
        streams.pop(0)
    assert made == [0, 7]


def test_what_is_stopped_lets_go_of_its_memory_and_goes_on_plainly():
    places = []

    def record(function, arguments):
        made = recorded(function, arguments)
        places.append(weakref.ref(made.output))
        return made

    torch.manual_seed(0)
    network = RealBasicVSR(TINY).eval().requires_grad_(False)
    frame = torch.rand(1, 3, 8, 8)
    plain = network.cleaning_residual(frame)
    drop_recordings(network)  # nothing was recorded: nothing happens
    record_steps(network, record)
    for _ in range(4):
        network.cleaning_residual(frame)
    assert places[0]() is not None
    drop_recordings(network)
    assert places[0]() is None
    assert torch.equal(network.cleaning_residual(frame), plain)
    assert len(places) == 1


def test_what_was_recorded_for_a_preview_of_another_size_is_released():
    places = []

    def record(function, arguments):
        made = recorded(function, arguments)
        places.append((weakref.ref(made.output), made.output.nbytes))
        return made

    def held_bytes():
        return sum(size for place, size in places if place() is not None)

    torch.manual_seed(0)
    network = RealBasicVSR(TINY).eval().requires_grad_(False)
    record_steps(network, record)

    def preview(width, height):
        shown, frames = restoration_of(network, width, height), frames_of(width, height)
        pictures = [frame.item.data for frame in frames]
        for picture in pictures:
            shown.cleaning_changes(picture, picture[:8, :8], lambda: None)
        list(shown.run(frames, lambda: None))
        return held_bytes()

    alone = preview(40, 24)
    assert alone > 0
    for width, height in ((24, 40), (32, 32), (40, 32)):
        preview(width, height)
    assert preview(40, 24) == alone
    made = len(places)
    list(restoration_of(network, 40, 24).run(frames_of(40, 24), lambda: None))
    assert len(places) == made, "frames of the same size are not recorded again"


def test_a_pool_lives_as_long_as_its_recordings(monkeypatch):
    """Torch refuses to record into a pool whose recordings are gone."""
    handles, used = iter(range(100)), []
    monkeypatch.setattr(torch.cuda, "graph_pool_handle", lambda: next(handles))
    monkeypatch.setattr(torch.cuda, "CUDAGraph", Mock)
    monkeypatch.setattr(torch.cuda, "Stream", lambda _: None)
    monkeypatch.setattr(torch.cuda, "device", lambda _: nullcontext())
    monkeypatch.setattr(
        torch.cuda, "graph", lambda _, *, pool, **__: used.append(pool) or nullcontext()
    )
    double = Replayed(lambda x: 2 * x, cuda_graphs._CudaRecorder())
    for work in (1, 2):
        double.keep_for(work)
        for side in (2, 4):
            for _ in range(4):
                double(torch.ones(1, 1, 2, side))
    first, again, second, once_more = used
    assert first == again != second == once_more


def test_large_frames_are_not_recorded(monkeypatch):
    monkeypatch.setattr(cuda_graphs, "MOST_PIXELS", 3)
    double = Replayed(lambda x: 2 * x, lambda f, a: pytest.fail("recorded"))
    for _ in range(5):
        assert float(double(torch.ones(1, 1, 2, 2)).sum()) == 8


@pytest.mark.skipif(not torch.cuda.is_available(), reason="needs a card of NVIDIA or AMD")
def test_a_card_replays_what_it_computes():
    torch.manual_seed(0)
    network = RealBasicVSR(TINY).eval().requires_grad_(False).cuda()
    frame = torch.rand(1, 3, 24, 40, device="cuda")
    with torch.inference_mode():
        plain = network.cleaning_residual(frame)
        record_steps(network)
        for _ in range(5):
            torch.testing.assert_close(network.cleaning_residual(frame), plain)
