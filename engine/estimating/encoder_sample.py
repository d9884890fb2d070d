"""Encoding times: of a moving sample picture, and of a film relative to that sample."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional as F  # noqa: N812

from engine.estimating.network_sample import Clock, OnStep
from engine.estimating.speeds import EncoderSpeed
from engine.jobs.choices import Codec, Encoder
from engine.video.colour import BT709, Colour
from engine.video.facts import Scan, SourceInfo
from engine.video.frame import Frame, Rgb
from engine.video.pixels import resize_rgb
from engine.video.writing.encoder import Encoding, PictureEncoder, usual_threads

_SAMPLE_SECONDS = 1.5
_RATE = Fraction(25)
_WRITTEN_SIZE = (640, 480)
_WRITTEN_FRAMES = 50
"""More than the lookahead of x264."""
_ENLARGED_SIZE = (854, 640)
"""Size of the restored picture, which is scaled down to the written size as is usual."""


def measure_encoder(
    codec: Codec,
    encoder: Encoder,
    on_step: OnStep = lambda: None,
    clock: Clock = time.perf_counter,
) -> EncoderSpeed:
    """Measure the time of scaling and encoding a picture.

    Args:
        codec: not AUTO.
        encoder: where it is encoded.
        on_step: called now and then; what it raises ends the measurement.
        clock: tells the seconds.

    Raises:
        OutputVideoError: the encoder does not open.
    """
    width, height = _WRITTEN_SIZE
    encoding = _encoding(codec, encoder, width, height)
    pictures = _moving_pictures(*_ENLARGED_SIZE, _WRITTEN_FRAMES)
    begin, shortest, least_work = time.perf_counter(), math.inf, math.inf
    while time.perf_counter() - begin < _SAMPLE_SECONDS:  # other programs come and go
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


def encoding_effort(
    pictures: Sequence[Rgb], codec: Codec, encoder: Encoder, on_step: OnStep = lambda: None
) -> float:
    """Encoding work of some pictures relative to that of the sample, in processor time.

    Equally many pictures of the same size are encoded of both, one after the other, so the ratio
    is the same on every machine, also on a busy one.

    Args:
        pictures: ``(h, w, 3)`` in their written size, consecutive in a film.
        codec: not AUTO.
        encoder: where it is encoded; a card takes the same time for every picture.
        on_step: called now and then; what it raises ends the measurement.

    Raises:
        OutputVideoError: the encoder does not open.
    """
    if encoder not in (Encoder.AUTO, Encoder.CPU):
        return 1.0
    height, width = pictures[0].shape[:2]
    encoding = _encoding(codec, encoder, width, height)
    enlarged = [-(-side * _ENLARGED_SIZE[1] // _WRITTEN_SIZE[1]) for side in (width, height)]
    sample = [
        resize_rgb(picture, width, height)
        for picture in _moving_pictures(enlarged[0], enlarged[1], len(pictures))
    ]
    work = _encoding_seconds(encoding, pictures, on_step, time.process_time)
    return work / _encoding_seconds(encoding, sample, on_step, time.process_time)


def _encoding(codec: Codec, encoder: Encoder, width: int, height: int) -> Encoding:
    return Encoding(
        codec=codec,
        width=width,
        height=height,
        time_base=1 / _RATE,
        encoder=encoder,
        threads=usual_threads(),
        has_avx512=torch.backends.cpu.get_cpu_capability() == "AVX512",
    )


def _encoding_seconds(
    encoding: Encoding, pictures: Sequence[Rgb], on_step: OnStep, clock: Clock
) -> float:
    begin = clock()
    encoder = PictureEncoder(_SAMPLE_INFO, _SAMPLE_INFO.path, encoding, shift=0)
    for number, picture in enumerate(pictures):
        on_step()
        encoder.encode(Frame(picture, number, 1 / _RATE, 1))
    encoder.finish()
    return clock() - begin


def _moving_pictures(width: int, height: int, count: int) -> list[NDArray[np.uint8]]:
    """A textured picture under a camera that zooms in and out again.

    It takes encoders about as long as seven real clips after restoration do on average.
    """
    generator = torch.Generator().manual_seed(0)
    texture = torch.full((1, 3, height, width), 0.5)
    for cell_pixels, contrast in _STRUCTURE:
        cells = max(1, height // cell_pixels), max(1, width // cell_pixels)
        grid = torch.randn(1, 3, *cells, generator=generator)
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
"""Size in pixels and contrast of the cells of a texture."""
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
"""The facts of the sample film."""
