"""A measured sample of a few seconds, and what it means for a whole tape."""

from __future__ import annotations

import math
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
import torch

from engine import speeds
from engine.catalogue import is_installed, load_catalogue
from engine.job import Options
from engine.memory import needed_bytes
from engine.precision import synchronize
from engine.refinement import SoftRefinement
from engine.restoration import Restoration, prepare
from engine.shots import ShotFrame
from engine.speeds import Speed
from engine.streaming import Plan
from engine.video.reader import Frame

USUAL_SIZES = ((320, 240), (640, 480), (720, 576))
"""A web clip or VHS-C grab, NTSC, PAL."""
_SAMPLE_SECONDS = 3.0
"""For each size; one that would take longer is measured on a part of the frame."""
_PILOT_SIZE = (96, 64)
_ONE_PASS = SoftRefinement(255.0)
_LONG_FRAMES = 4

OnStep = Callable[[], None]
Clock = Callable[[], float]


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What a model does at one size of frames."""

    width: int
    height: int
    frames_per_second: float
    needed_bytes: int
    """Peak of what the restoration holds on the device."""
    is_scaled: bool
    """Measured on a part of the frame, for the whole would have taken too long."""


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What this machine can do with one model."""

    model: str
    device: str
    """As people know it."""
    precision: str
    sizes: tuple[Measured, ...]


def installed_models() -> list[str]:
    """The models that can be measured."""
    return [model.name for model in load_catalogue() if is_installed(model)]


def measure(
    model: str, device: str = "auto", precision: str = "auto", on_step: OnStep = lambda: None
) -> Verdict:
    """Measure a model at the usual sizes, and remember it for estimates.

    Raises:
        WeightsError: the model is unknown, missing or damaged.
        DeviceError: the device is not there.
    """
    options = Options(model=model, device=device, precision=precision)
    pilot = prepare(options, *_PILOT_SIZE)
    _seconds(pilot, 1, on_step)  # the first run of anything is slower
    per_pixel = _seconds(pilot, 1, on_step) / math.prod(_PILOT_SIZE)
    sizes = []
    for width, height in USUAL_SIZES:
        affordable = _SAMPLE_SECONDS / (2 * (_LONG_FRAMES + 1) * per_pixel)
        scale = min(1.0, math.sqrt(affordable / (width * height)))
        sizes.append(_measure_size(options, width, height, scale, on_step))
        per_pixel = 1 / (sizes[-1].frames_per_second * width * height)
    if precision == "auto":  # what is remembered is for renders as they are usually made
        speeds.remember(*(_speed(model, device, measured) for measured in sizes))
    return Verdict(
        model=model,
        device=device_name(pilot.device),
        precision=pilot.precision,
        sizes=tuple(sizes),
    )


def device_name(device: torch.device) -> str:
    """A device as people know it."""
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    if device.type == "xpu":
        return torch.xpu.get_device_name(device)
    if device.type == "mps":
        return f"{platform.processor() or 'Apple'} GPU"
    return f"processor, {torch.get_num_threads()} threads"


def _speed(model: str, device: str, measured: Measured) -> Speed:
    return Speed(
        model=model,
        device=device,
        pixels=measured.width * measured.height,
        seconds_per_frame=1 / measured.frames_per_second,
    )


def _measure_size(
    options: Options, width: int, height: int, scale: float, on_step: OnStep
) -> Measured:
    """One size, on a part of the frame where ``scale`` of its sides is less than 1."""
    whole = prepare(options, width, height)
    # At least so large that neither edges nor the start of each step count for much.
    sides = (max(64, round(scale * width)), max(48, round(scale * height)))
    sample = prepare(options, *sides)
    ratio = width * height / math.prod(sides)
    seconds = ratio * steady_seconds(sample, whole.plan, on_step)
    shape, itemsize = whole.network.shape, whole.network.basicvsr.dtype.itemsize
    return Measured(
        width=width,
        height=height,
        frames_per_second=1 / seconds,
        needed_bytes=needed_bytes(shape, width, height, whole.plan, itemsize),
        is_scaled=ratio > 1.01,
    )


def steady_seconds(
    sample: Restoration,
    plan: Plan,
    on_step: OnStep = lambda: None,
    *,
    rounds: int = 1_000,
    clock: Clock = time.perf_counter,
) -> float:
    """What each further frame of a long video takes in windows of ``plan``.

    The difference of a longer and a shorter stretch, each in one window, leaves out what happens
    once; the backward steps of the lookahead come on top.

    Args:
        sample: measured; its own plan does not matter.
        plan: of the video.
        on_step: called before each step; what it raises ends the measurement.
        rounds: at most; a second or two is enough.
        clock: tells the seconds.
    """
    begin = time.perf_counter()
    short, long, step = math.inf, math.inf, math.inf
    for _ in range(rounds):  # in turns, since other programs come and go
        short = min(short, _seconds(sample, 1, on_step, clock))
        long = min(long, _seconds(sample, _LONG_FRAMES, on_step, clock))
        step = min(step, _propagation_seconds(sample, on_step, clock))
        if time.perf_counter() - begin > _SAMPLE_SECONDS / 2:
            break
    # The floor is for differences that are lost in the noise of a busy machine.
    steady = max((long - short) / (_LONG_FRAMES - 1), long / _LONG_FRAMES / 2)
    return steady + step * plan.lookahead_frames / plan.window_frames


def _seconds(
    ready: Restoration, count: int, on_step: OnStep, clock: Clock = time.perf_counter
) -> float:
    """The time for ``count`` frames in one window, cleaned once."""
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, 256, (ready.height, ready.width, 3), np.uint8)
    frames = [ShotFrame(Frame(pixels, n, Fraction(1, 25), 1), n == 0) for n in range(count)]
    once = replace(ready, plan=replace(ready.plan, window_frames=count), refine=_ONE_PASS)
    synchronize(ready.device)
    begin = clock()
    for _ in once.run(frames, on_step):
        pass
    return clock() - begin


@torch.inference_mode()
def _propagation_seconds(ready: Restoration, on_step: OnStep, clock: Clock) -> float:
    """The time of one step of the backward branch."""
    net, device = ready.network.basicvsr, ready.device
    lr = torch.rand(1, 3, ready.height, ready.width, device=device)
    flow = torch.zeros(1, 2, ready.height, ready.width, device=device)
    features = net.propagate(net.backward_resblocks, lr, None, None)
    on_step()
    synchronize(device)
    begin = clock()
    net.propagate(net.backward_resblocks, lr, features, flow)
    synchronize(device)
    return clock() - begin
