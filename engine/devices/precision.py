"""Precision of the convolutions: 16 bits where that is faster and close enough."""

from __future__ import annotations

import copy
import time

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.devices.faults import is_out_of_memory
from engine.networks.family import Model

PRECISIONS = {"fp32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16}
LEAST_PSNR_DB = 50.0
"""Least agreement of the result with that of 32-bit: no difference that anyone could see."""
_LEAST_GAIN = 1.2
"""A convolution has to be this many times faster; where it is, it mostly is twice as fast."""
_ROUNDS = 5
_PROCESSOR_PROBE = 96, 160, 1
"""Height and width of the frame, and convolutions in a row."""
_CARD_PROBE = 512, 512, 50
"""Many and large ones: else the time to launch them hides the gain."""
_TENSOR_CORES = 7, 0
"""Compute capability of the first cards that are several times faster in 16 bits."""


def choose_precision(model: Model, device: torch.device, wanted: str) -> torch.dtype:
    """Choose what the convolutions are computed in.

    ``auto`` takes 16 bits where they pay: on cards with circuits for them, and where a probe finds
    the convolutions faster. In both cases a few small frames have to come out like those of
    32-bit. Flows, sampling grids and frames stay in 32-bit whatever is chosen.

    Args:
        model: in 32-bit, on the device; not modified.
        device: where it computes.
        wanted: ``auto`` or a name in `PRECISIONS`.
    """
    if wanted != "auto":
        return PRECISIONS[wanted]
    # A processor has no 16-bit floats of IEEE; cards have them for longer than bfloat16.
    narrow = torch.bfloat16 if device.type == "cpu" else torch.float16
    try:
        pays = _has_tensor_cores(device) or gain(model, device, narrow) >= _LEAST_GAIN
        pays = pays and closeness_db(model, device, narrow) >= LEAST_PSNR_DB
    except RuntimeError as error:  # a device without any such arithmetic
        if is_out_of_memory(error):
            raise
        pays = False
    return narrow if pays else torch.float32


def _has_tensor_cores(device: torch.device) -> bool:
    return device.type == "cuda" and torch.cuda.get_device_capability(device) >= _TENSOR_CORES


@torch.inference_mode()
def gain(model: Model, device: torch.device, dtype: torch.dtype) -> float:
    """How many times faster a convolution of the model is in ``dtype`` than in 32-bit."""
    width = model.channels
    height, columns, queued = _PROCESSOR_PROBE if device.type == "cpu" else _CARD_PROBE
    frame = torch.rand(1, width, height, columns, device=device)
    kernel = torch.rand(width, width, 3, 3, device=device)
    layout = torch.channels_last
    seconds = {torch.float32: float("inf"), dtype: float("inf")}
    pairs = {
        kind: (
            frame.to(kind).contiguous(memory_format=layout),
            kernel.to(kind).contiguous(memory_format=layout),
        )
        for kind in seconds
    }
    for _ in range(_ROUNDS):  # in turns, since other programs come and go
        for kind, (picture, weights) in pairs.items():
            synchronize(device)
            begin = time.perf_counter()
            for _ in range(queued):
                F.conv2d(picture, weights, padding=1)
            synchronize(device)
            seconds[kind] = min(seconds[kind], time.perf_counter() - begin)
    return seconds[torch.float32] / seconds[dtype]


@torch.inference_mode()
def closeness_db(model: Model, device: torch.device, dtype: torch.dtype) -> float:
    """PSNR of a few small frames restored in ``dtype`` against the same in 32-bit.

    Not a number where something overflows.
    """
    clip = _moving_texture().to(device)
    narrow = copy.deepcopy(model)
    narrow.set_precision(dtype)
    exact, rounded = (one.restore_clip(clip).clamp(0, 1) for one in (model, narrow))
    error = float((exact - rounded).square().mean())
    return float(-10 * torch.log10(torch.tensor(error).clamp_min(1e-12)))


def synchronize(device: torch.device) -> None:
    """Wait until a device has finished everything queued on it; a processor queues nothing."""
    if device.type != "cpu":
        torch.accelerator.synchronize(device)


def _moving_texture(frames: int = 3, height: int = 48, width: int = 64) -> Tensor:
    """``(1, t, 3, h, w)`` in [0, 1]: coarse and fine structure that moves, always the same."""
    generator = torch.Generator().manual_seed(0)
    size = (height, width + 2 * frames)
    coarse = torch.rand(1, 3, height // 8, width // 8, generator=generator)
    texture = F.interpolate(coarse, size=size, mode="bicubic", align_corners=False)
    texture = texture + 0.1 * torch.randn(1, 3, *size, generator=generator)
    moved = [texture[..., 2 * i : 2 * i + width] for i in range(frames)]
    return torch.stack(moved, dim=1).clamp(0, 1)
