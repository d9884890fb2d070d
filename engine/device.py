"""Where the network runs, and how much of a video it may hold there."""

from __future__ import annotations

import os
import sys

import torch

from engine.errors import DeviceError
from engine.network import NetworkShape
from engine.streaming import DEFAULT_LOOKAHEAD_FRAMES, DEFAULT_WINDOW_FRAMES, Plan

_MEMORY_SHARE = 0.4
"""Of what is free, so that decoding, encoding and other programs keep working."""
_LEAST_WINDOW_FRAMES = 4
_BAND_PIXELS = 1 << 14
"""Low-resolution pixels of a band of the tail: its four-fold features stay in the cache."""


def choose_device(name: str) -> torch.device:
    """The device called ``auto``, ``cpu``, ``cuda[:N]``, ``mps`` or ``xpu``.

    Raises:
        DeviceError: no such device is here.
    """
    if name == "auto":
        return next((torch.device(d) for d in ("cuda", "xpu", "mps") if _is_there(d)), _CPU)
    try:
        device = torch.device(name)
    except RuntimeError as exc:
        raise DeviceError(name) from exc
    if device.type != "cpu" and not _is_there(device.type):
        raise DeviceError(name)
    if device.type == "cuda" and (device.index or 0) >= torch.cuda.device_count():
        raise DeviceError(name)
    return device


_CPU = torch.device("cpu")


def _is_there(kind: str) -> bool:
    if kind == "cuda":
        return torch.cuda.is_available()
    if kind == "mps":
        return torch.backends.mps.is_available()
    return kind == "xpu" and torch.xpu.is_available()


def free_bytes(device: torch.device) -> int | None:
    """Memory that is free on the device, None where the system does not tell."""
    if device.type == "cuda":
        return int(torch.cuda.mem_get_info(device)[0])
    if device.type == "cpu" and sys.platform.startswith("linux"):
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return None


def choose_plan(
    shape: NetworkShape,
    width: int,
    height: int,
    device: torch.device,
    *,
    window_frames: int | None = None,
    lookahead_frames: int | None = None,
) -> Plan:
    """The longest usual window that fits, for frames of ``width`` x ``height`` pixels.

    Args:
        shape: of the network.
        width: of the low-resolution frames.
        height: of the low-resolution frames.
        device: where they are restored.
        window_frames: wanted instead, whatever fits.
        lookahead_frames: wanted instead of the default.
    """
    lookahead = DEFAULT_LOOKAHEAD_FRAMES if lookahead_frames is None else lookahead_frames
    window = window_frames
    if window is None:
        window = DEFAULT_WINDOW_FRAMES
        free = free_bytes(device)
        if free is not None:
            # 32-bit: the features of one direction; the cleaned frame and two flows besides.
            held_bytes = 4 * width * height * (3 + 4)
            feature_bytes = 4 * width * height * shape.channels
            room = _MEMORY_SHARE * free - lookahead * held_bytes
            fitting = int(room / (held_bytes + feature_bytes))
            window = max(_LEAST_WINDOW_FRAMES, min(window, fitting))
    return Plan(window, lookahead, band_rows=max(8, _BAND_PIXELS // width))
