"""The device that the network runs on, and its free memory."""

from __future__ import annotations

import os
import sys
from functools import cache

import torch

from engine.jobs.errors import DeviceError

_CPU = torch.device("cpu")
_CARDS = ("cuda", "xpu", "mps")


def choose_device(name: str) -> torch.device:
    """The device called ``auto``, ``cpu``, ``cuda[:N]``, ``mps`` or ``xpu``.

    ``auto`` is the processor where no card is able to compute.

    Raises:
        DeviceError: no such device is here, or it cannot compute.
    """
    if name == "auto":
        return next((device for device in _present_cards() if can_compute(device)), _CPU)
    try:
        device = torch.device(name)
    except RuntimeError as exc:
        raise DeviceError(name) from exc
    if device.type != "cpu" and not _is_there(device.type):
        raise DeviceError(name)
    if device.type == "cuda" and (device.index or 0) >= torch.cuda.device_count():
        raise DeviceError(name)
    if not can_compute(device):
        raise DeviceError(name)
    return device


def unusable_card() -> str | None:
    """A card that is there, but that this build of torch has no code for; None without one."""
    return next((str(device) for device in _present_cards() if not can_compute(device)), None)


@cache
def can_compute(device: torch.device) -> bool:
    """Whether a kernel runs on a device; asked of the device once.

    A card that torch was not built for is there like any other, and fails at its first kernel.
    """
    if device.type == "cpu":
        return True
    try:
        return float(torch.ones(8, device=device).mul(2).sum()) == 16
    except torch.OutOfMemoryError:  # full, but at work
        return True
    except RuntimeError:
        return False


def free_bytes(device: torch.device) -> int | None:
    """Memory of a device that tensors can have, None where the system does not tell.

    On a card that is what its driver has free, and what torch keeps for the next tensors.
    """
    if device.type == "cuda":
        cached = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return int(torch.cuda.mem_get_info(device)[0]) + cached
    if device.type == "cpu" and sys.platform.startswith("linux"):
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return None


def driver_free_bytes(device: torch.device) -> int | None:
    """Memory of a card outside torch's cache: what libraries can have; None where unknown."""
    return int(torch.cuda.mem_get_info(device)[0]) if device.type == "cuda" else None


def _present_cards() -> list[torch.device]:
    return [torch.device(kind) for kind in _CARDS if _is_there(kind)]


def _is_there(kind: str) -> bool:
    if kind == "cuda":
        return torch.cuda.is_available()
    if kind == "mps":
        return torch.backends.mps.is_available()
    return kind == "xpu" and torch.xpu.is_available()
