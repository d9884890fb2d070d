"""A measured sample of a few seconds, and what it means for a whole tape."""

from __future__ import annotations

import math
import platform
import time
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F  # noqa: N812

from engine import speeds
from engine.catalogue import is_installed, load_catalogue
from engine.frame import Frame
from engine.job import Codec, Encoder, Options
from engine.memory import needed_bytes
from engine.network_sample import LEAST_FRAMES, Clock, OnStep, cleaning_seconds, steady_seconds
from engine.restoration import prepare
from engine.speeds import EncoderSpeed, FrameWork, NetworkSpeed
from engine.video.colour import BT709, Colour
from engine.video.encoder import Encoding, PictureEncoder, usual_threads
from engine.video.facts import Scan, SourceInfo
from engine.video.geometry import output_size

USUAL_SIZES = ((320, 240), (640, 480), (720, 576))
"""A web clip or VHS-C grab, NTSC, PAL."""
_SAMPLE_SECONDS = 3.0
"""For each size; one that would take longer is measured on a part of the frame."""
_PILOT_SIZE = (96, 64)
_RATE = Fraction(25)
_WRITTEN_SIZE = (640, 480)
_WRITTEN_FRAMES = 50
"""More than x264 looks ahead."""
_ENLARGED_SIZE = (854, 640)
"""Before the picture is scaled to what is written, as is usual."""


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What a model does at one size of frames."""

    width: int
    height: int
    frames_per_second: float
    """Of a render to H.264 at the usual size."""
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
    model: str,
    device: str = "auto",
    precision: str = "auto",
    on_step: OnStep = lambda: None,
    *,
    clock: Clock = time.perf_counter,
) -> Verdict:
    """Measure a model at the usual sizes, and the usual encoder; remember both for estimates.

    Raises:
        WeightsError: the model is unknown, missing or damaged.
        DeviceError: the device is not there.
    """
    options = Options(model=model, device=device, precision=precision)
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
    if precision == "auto":  # what is remembered is for renders as they are usually made
        speeds.remember(*networks, encoder)
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


def learn(
    work: FrameWork, on_step: OnStep = lambda: None, clock: Clock = time.perf_counter
) -> None:
    """Measure what an estimate for ``work`` lacks, and remember it.

    Args:
        work: in question.
        on_step: called now and then; what it raises ends the measurement.
        clock: tells the seconds.

    Raises:
        WeightsError: the model is unknown, missing or damaged.
        DeviceError: the device is not there.
        OutputVideoError: there is no such encoder here.
    """
    if speeds.network_speed(work) is None:
        measure(work.model, work.device, on_step=on_step, clock=clock)
    if speeds.encoder_speed(work) is None:
        speeds.remember(measure_encoder(work.codec, work.encoder, on_step, clock))


def measure_encoder(
    codec: Codec,
    encoder: Encoder,
    on_step: OnStep = lambda: None,
    clock: Clock = time.perf_counter,
) -> EncoderSpeed:
    """What scaling and encoding take for each picture of a film.

    Args:
        codec: not AUTO.
        encoder: where it is encoded.
        on_step: called now and then; what it raises ends the measurement.
        clock: tells the seconds.

    Raises:
        OutputVideoError: the encoder does not open.
    """
    width, height = _WRITTEN_SIZE
    encoding = Encoding(
        codec=codec,
        width=width,
        height=height,
        time_base=1 / _RATE,
        encoder=encoder,
        threads=usual_threads(),
        has_avx512=torch.backends.cpu.get_cpu_capability() == "AVX512",
    )
    pictures = _moving_pictures(*_ENLARGED_SIZE, _WRITTEN_FRAMES)
    begin, shortest, least_work = time.perf_counter(), math.inf, math.inf
    while time.perf_counter() - begin < _SAMPLE_SECONDS / 2:  # other programs come and go
        work_begin = time.process_time()
        shortest = min(shortest, _encoding_seconds(encoding, pictures, on_step, clock))
        least_work = min(least_work, time.process_time() - work_begin)
    return EncoderSpeed(
        codec=codec,
        encoder=encoder,
        pixels=width * height,
        seconds_per_frame=shortest / _WRITTEN_FRAMES,
        processor_seconds_per_frame=least_work / _WRITTEN_FRAMES,
    )


def _encoding_seconds(
    encoding: Encoding, pictures: list[NDArray[np.uint8]], on_step: OnStep, clock: Clock
) -> float:
    begin = clock()
    encoder = PictureEncoder(_SAMPLE_INFO, _SAMPLE_INFO.path, encoding, shift=0)
    for number, picture in enumerate(pictures):
        on_step()
        encoder.encode(Frame(picture, number, 1 / _RATE, 1))
    encoder.finish()
    return clock() - begin


def _moving_pictures(width: int, height: int, count: int) -> list[NDArray[np.uint8]]:
    """A textured picture that a camera comes nearer to, there and back again.

    Encoders take about as long for it as, on average, for seven real clips after restoration.
    """
    generator = torch.Generator().manual_seed(0)
    texture = torch.full((1, 3, height, width), 0.5)
    for cell_pixels, contrast in _STRUCTURE:
        grid = torch.randn(1, 3, height // cell_pixels, width // cell_pixels, generator=generator)
        texture += contrast * F.interpolate(
            grid, size=(height, width), mode="bicubic", align_corners=False
        )
    steps = []
    for step in range(_STEPS):
        size, shift = 1 - 0.004 * step, 0.004 * step
        where = torch.tensor([[[size, shift / 50, shift], [0.0, size, shift / 3]]])
        grid = F.affine_grid(where, list(texture.shape), align_corners=False)
        moved = F.grid_sample(texture, grid, padding_mode="reflection", align_corners=False)
        steps.append(moved[0].clamp(0, 1).mul(255).byte().permute(1, 2, 0).contiguous().numpy())
    there_and_back = [*steps, *steps[-2:0:-1]]
    return [there_and_back[number % len(there_and_back)] for number in range(count)]


_STEPS = 14
_STRUCTURE = ((64, 0.15), (16, 0.08), (6, 0.05), (3, 0.03))
"""Pixels of a cell, and its contrast."""
_SAMPLE_INFO = SourceInfo(
    path=Path("sample"),
    container="",
    codec="",
    stream_index=0,
    width=_ENLARGED_SIZE[0],
    height=_ENLARGED_SIZE[1],
    sample_aspect=Fraction(1),
    rotation_degrees=0,
    is_mirrored=False,
    display_width=_ENLARGED_SIZE[0],
    display_height=_ENLARGED_SIZE[1],
    frame_rate=_RATE,
    is_variable_frame_rate=False,
    frame_count=_WRITTEN_FRAMES,
    duration_seconds=float(_WRITTEN_FRAMES / _RATE),
    start_seconds=0.0,
    bit_depth=8,
    is_gray=False,
    colour=Colour(
        matrix=BT709, is_full_range=False, primaries=BT709, transfer=BT709, is_tagged=True
    ),
    scan=Scan.PROGRESSIVE,
    sound=(),
    subtitle_count=0,
    chapter_count=0,
    video_stream_count=1,
    title=None,
)
"""The film that is encoded to see how long that takes."""


def _measure_network(
    options: Options, size: tuple[int, int], scale: float, on_step: OnStep, clock: Clock
) -> tuple[NetworkSpeed, int]:
    """One size, on a part of the frame where ``scale`` of its sides is less than 1.

    Returns:
        The speed, and the bytes that the whole frame needs.
    """
    width, height = size
    whole = prepare(options, width, height)
    # At least so large that neither edges nor the start of each step count for much.
    sides = (max(64, round(scale * width)), max(48, round(scale * height)))
    sample = prepare(options, *sides)
    ratio = width * height / math.prod(sides)
    shape, itemsize = whole.network.shape, whole.network.basicvsr.dtype.itemsize
    seconds = steady_seconds(sample, whole.plan, on_step, seconds=_SAMPLE_SECONDS / 2, clock=clock)
    speed = NetworkSpeed(
        model=options.model,
        device=options.device,
        is_processor=whole.device.type == "cpu",
        pixels=width * height,
        seconds_per_frame=ratio * seconds,
        cleaning_share=min(1.0, cleaning_seconds(sample, on_step, clock) / seconds),
    )
    return speed, needed_bytes(shape, width, height, whole.plan, itemsize)


def _render_seconds(network: NetworkSpeed, encoder: EncoderSpeed, width: int, height: int) -> float:
    """What a frame takes a render to the usual size."""
    work = FrameWork(
        model=network.model,
        device=network.device,
        pixels=width * height,
        codec=Codec.H264,
        written_pixels=math.prod(output_size(width, height, Fraction(1), None)),
    )
    return speeds.combined(network, encoder, work)
