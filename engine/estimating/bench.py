"""The benchmark: a model and an encoder measured for a few seconds, as speeds for estimates."""

from __future__ import annotations

import math
import platform
import time
from dataclasses import dataclass, replace
from fractions import Fraction

import torch

from engine.estimating import speeds
from engine.estimating.encoder_sample import measure_encoder
from engine.estimating.network_sample import (
    LEAST_FRAMES,
    Clock,
    OnStep,
    cleaning_seconds,
    steady_seconds,
)
from engine.estimating.speeds import EncoderSpeed, FrameWork, NetworkSpeed
from engine.jobs.choices import Codec, Encoder
from engine.jobs.options import Options
from engine.networks.catalogue import find, is_installed, load_catalogue
from engine.restoring.plans import needed_bytes
from engine.restoring.restorer import prepare
from engine.video.geometry import output_size

USUAL_SIZES = ((320, 240), (640, 480), (720, 576))
"""A web clip or VHS-C grab, NTSC, PAL."""
_SAMPLE_SECONDS = 3.0
"""Time for each size; one that would take longer is measured on a part of the frame."""
_QUIET_SHARE = 0.6
"""Of the time of its threads, what a measurement gets on a quiet computer at least."""
_PILOT_SIZE = (96, 64)


@dataclass(frozen=True, kw_only=True)
class Measured:
    """Speed and memory of a model at one size of frames."""

    width: int
    height: int
    frames_per_second: float
    """Of a render to H.264 at the usual size."""
    needed_bytes: int
    """Peak memory of the restoration on the device."""
    is_scaled: bool
    """Measured on a part of the frame, because the whole would have taken too long."""


@dataclass(frozen=True, kw_only=True)
class BenchReport:
    """Speeds of one model on this machine."""

    model: str
    device: str
    """Name of the device, as on its box."""
    precision: str
    sizes: tuple[Measured, ...]


def installed_models() -> list[str]:
    """The names of the models that can be measured."""
    return [model.name for model in load_catalogue() if is_installed(model)]


def measure(
    model: str,
    device: str = "auto",
    precision: str = "auto",
    on_step: OnStep = lambda: None,
    *,
    clock: Clock = time.perf_counter,
) -> BenchReport:
    """Measure a model at the usual sizes, and the usual encoder; remember both for estimates.

    Raises:
        WeightsError: the model is unknown, missing or damaged.
        DeviceError: the device is not there.
    """
    options = Options(model=model, device=device, precision=precision)
    began = time.perf_counter(), time.process_time()
    pilot = prepare(options, *_PILOT_SIZE)
    few = steady_seconds(pilot, pilot.plan, on_step, most_frames=LEAST_FRAMES, clock=clock)
    per_pixel = few / math.prod(_PILOT_SIZE)
    encoder = measure_encoder(Codec.H264, Encoder.AUTO, on_step, clock)
    sizes, networks = [], []
    for width, height in USUAL_SIZES:
        affordable = _SAMPLE_SECONDS / 2 / ((LEAST_FRAMES + 2) * per_pixel)
        scale = min(1.0, math.sqrt(affordable / (width * height)))
        network, needed = _measure_network(options, (width, height), scale, on_step, clock)
        networks.append(network)
        sizes.append(
            Measured(
                width=width,
                height=height,
                frames_per_second=1 / _render_seconds(network, encoder, width, height),
                needed_bytes=needed,
                is_scaled=scale < 1,
            )
        )
        per_pixel = network.seconds_per_frame / network.pixels
    if pilot.device.type == "cpu" and _was_disturbed(*began):
        networks = [replace(network, is_disturbed=True) for network in networks]
    if precision == "auto":  # estimates are about renders with the usual precision
        speeds.remember(*networks, encoder)
    return BenchReport(
        model=model,
        device=device_name(pilot.device),
        precision=pilot.precision,
        sizes=tuple(sizes),
    )


def device_name(device: torch.device) -> str:
    """The name of a device, as on its box."""
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    if device.type == "xpu":
        return torch.xpu.get_device_name(device)
    if device.type == "mps":
        return f"{platform.processor() or 'Apple'} GPU"
    return f"processor, {torch.get_num_threads()} threads"


def _was_disturbed(began_seconds: float, began_processor_seconds: float) -> bool:
    """Tell whether other programs had a good part of the cores since then."""
    seconds = time.perf_counter() - began_seconds
    used = time.process_time() - began_processor_seconds
    return used < _QUIET_SHARE * torch.get_num_threads() * seconds


def learn(
    work: FrameWork, on_step: OnStep = lambda: None, clock: Clock = time.perf_counter
) -> None:
    """Measure the speeds that an estimate for ``work`` lacks, and remember them.

    One that was measured on a busy computer is measured again.

    Args:
        work: to be estimated.
        on_step: called now and then; what it raises ends the measurement.
        clock: tells the seconds.

    Raises:
        WeightsError: the model is unknown, missing or damaged.
        DeviceError: the device is not there.
        OutputVideoError: there is no such encoder here.
    """
    known = speeds.network_speed(work)
    if known is None or known.is_disturbed:
        measure(work.model, work.device, on_step=on_step, clock=clock)
    if speeds.encoder_speed(work) is None:
        speeds.remember(measure_encoder(work.codec, work.encoder, on_step, clock))


def _measure_network(
    options: Options, size: tuple[int, int], scale: float, on_step: OnStep, clock: Clock
) -> tuple[NetworkSpeed, int]:
    """One size, on a part of the frame where ``scale`` of its sides is less than 1.

    Returns:
        The speed, and the bytes that the whole frame needs.
    """
    width, height = size
    written_pixels = math.prod(output_size(width, height, Fraction(1), None))
    enlargement = math.sqrt(written_pixels / (width * height))
    whole = prepare(options, width, height, enlargement=enlargement)
    # At least so large that neither edges nor the start of each step count for much.
    sides = (max(64, round(scale * width)), max(48, round(scale * height)))
    sample = prepare(options, *sides, enlargement=enlargement)
    ratio = width * height / math.prod(sides)
    seconds = steady_seconds(sample, whole.plan, on_step, seconds=_SAMPLE_SECONDS / 2, clock=clock)
    speed = NetworkSpeed(
        model=options.model,
        device=options.device,
        is_processor=whole.device.type == "cpu",
        pixels=width * height,
        seconds_per_frame=ratio * seconds,
        cleaning_share=min(1.0, cleaning_seconds(sample, on_step, clock) / seconds),
        scale=find(options.model).scale_for(enlargement),
    )
    return speed, needed_bytes(whole.model, width, height, whole.plan)


def _render_seconds(network: NetworkSpeed, encoder: EncoderSpeed, width: int, height: int) -> float:
    """Time of a frame in a render to the usual size."""
    work = FrameWork(
        model=network.model,
        device=network.device,
        pixels=width * height,
        codec=Codec.H264,
        written_pixels=math.prod(output_size(width, height, Fraction(1), None)),
    )
    return speeds.combined(network, encoder, work)
