"""Time that a model takes for a frame, measured on a few frames of noise."""

from __future__ import annotations

import contextlib
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import cycle, islice, pairwise

import numpy as np
import torch
from torch import Tensor

from engine.devices.precision import synchronize
from engine.networks.family import Cleaner, Direction, OverlappingModel, PropagatingModel
from engine.restoring.plans import Plan
from engine.restoring.refinement import SoftRefinement
from engine.restoring.restorer import Restoration
from engine.restoring.shots import ShotFrame
from engine.video.frame import Frame

LEAST_FRAMES = 3
"""Frames that are measured at least, however long they take."""
_OVERLAP = 2
"""Frames on either side of each one where the model wants a clip at once."""
_ONE_PASS = SoftRefinement(255.0)

OnStep = Callable[[], None]
Clock = Callable[[], float]


def steady_seconds(
    sample: Restoration,
    plan: Plan,
    on_step: OnStep = lambda: None,
    *,
    seconds: float = 1.5,
    most_frames: int = 1_000,
    clock: Clock = time.perf_counter,
) -> float:
    """Seconds that each further frame of a long video takes in windows of ``plan``, cleaned once.

    Frames come one by one (on a card batch by batch), so the time between two of them is the whole
    work for a frame without the start and the end of a stretch, where memory is allocated. The
    backward steps of the lookahead are added.

    Args:
        sample: measured; its own plan does not matter.
        plan: of the video.
        on_step: called before each step; what it raises ends the measurement.
        seconds: to measure for, about.
        most_frames: to measure, however short they are.
        clock: tells the seconds.
    """
    overlap = _OVERLAP if isinstance(sample.model, OverlappingModel) else 0
    one_by_one = replace(sample.plan, window_frames=1, lookahead_frames=overlap)
    refine = None if sample.refine is None else _ONE_PASS
    once = replace(sample, plan=one_by_one, refine=refine)
    batch = sample.plan.batch_frames
    begin, times = time.perf_counter(), list[float]()
    with contextlib.closing(once.run(noise(sample.width, sample.height), on_step)) as frames:
        for _ in islice(frames, batch - 1, None, batch):  # those of a batch come in a burst
            synchronize(sample.device)
            times.append(clock())
            enough = time.perf_counter() - begin > seconds
            if batch * (len(times) - 1) >= most_frames or (enough and len(times) > LEAST_FRAMES):
                break
    # Not the shortest: a render has to share the computer with the same programs.
    steady = statistics.median(after - before for before, after in pairwise(times)) / batch
    share = plan.lookahead_frames / plan.window_frames
    if overlap:  # every frame of a window goes through the network, and both overlaps
        return steady / (1 + 2 * overlap) * (1 + 2 * share)
    if not share:
        return steady
    return steady + share * _propagation_seconds(sample, on_step, clock)


def noise(width: int, height: int) -> Iterator[ShotFrame[Frame]]:
    """An endless shot whose neighbouring frames differ: repeated pixels would be less work."""
    rng = np.random.default_rng(0)
    pictures = [rng.integers(0, 256, (height, width, 3), np.uint8) for _ in range(2)]
    for number, pixels in enumerate(cycle(pictures)):
        yield ShotFrame(Frame(pixels, number, Fraction(1, 25), 1), number == 0)


@torch.inference_mode()
def _propagation_seconds(ready: Restoration, on_step: OnStep, clock: Clock) -> float:
    """The time of one step of the backward branch; 0 for a model without one."""
    model, device = ready.model, ready.device
    if not isinstance(model, PropagatingModel):
        return 0.0
    frame = _random_frame(ready)
    flow = torch.zeros(1, 2, ready.height, ready.width, device=device)
    features = model.propagate(Direction.BACKWARD, frame, None, None)
    return _typical_seconds(
        lambda: model.propagate(Direction.BACKWARD, frame, features, flow), device, on_step, clock
    )


@torch.inference_mode()
def cleaning_seconds(ready: Restoration, on_step: OnStep, clock: Clock) -> float:
    """The time of one further cleaning of a frame; 0 for a model that does not clean."""
    model, frame = ready.model, _random_frame(ready)
    if not isinstance(model, Cleaner):
        return 0.0
    return _typical_seconds(lambda: _ONE_PASS(model, frame), ready.device, on_step, clock)


def _random_frame(ready: Restoration) -> Tensor:
    """``(1, 3, h, w)`` on the device."""
    return torch.rand(1, 3, ready.height, ready.width, device=ready.device)


def _typical_seconds(
    work: Callable[[], object], device: torch.device, on_step: OnStep, clock: Clock
) -> float:
    """The median time of some work on the device, of a few runs."""
    taken = []
    for _ in range(LEAST_FRAMES):
        on_step()
        synchronize(device)
        begin = clock()
        work()
        synchronize(device)
        taken.append(clock() - begin)
    return statistics.median(taken)
