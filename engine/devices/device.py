"""Where the network runs."""

from __future__ import annotations

import os
import sys

import torch

from engine.jobs.errors import DeviceError


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
