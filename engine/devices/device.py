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
    if device.type != "cpu":
        driver = driver_free_bytes(device)
        return None if driver is None else driver + _cached_bytes(device)
    if sys.platform.startswith("linux"):
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return None


def driver_free_bytes(device: torch.device) -> int | None:
    """Memory of a card outside torch's cache: what libraries can have; None where unknown.

    Cards of Apple share the memory of the computer; what the system recommends to use is counted.
    """
    try:
        if device.type == "cuda":
            return int(torch.cuda.mem_get_info(device)[0])
        if device.type == "xpu":
            return int(torch.xpu.mem_get_info(device)[0])
        if device.type == "mps":
            taken = torch.mps.driver_allocated_memory()
            return max(0, torch.mps.recommended_max_memory() - taken)
    except RuntimeError:  # not every driver of Intel tells
        return None
    return None


def give_back(device: torch.device) -> None:
    """Return to a card the freed memory that torch keeps for the next tensors."""
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "xpu":
        torch.xpu.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()


def give_back_cards() -> None:
    """Return to all cards what torch keeps of their memory."""
    for card in _present_cards():
        give_back(card)


def _cached_bytes(device: torch.device) -> int:
    """Memory of a card that torch has taken and that no tensor holds."""
    if device.type == "mps":
        return torch.mps.driver_allocated_memory() - torch.mps.current_allocated_memory()
    memory = torch.cuda if device.type == "cuda" else torch.xpu
    return int(memory.memory_reserved(device) - memory.memory_allocated(device))


def _present_cards() -> list[torch.device]:
    return [torch.device(kind) for kind in _CARDS if _is_there(kind)]


def _is_there(kind: str) -> bool:
    if kind == "cuda":
        return torch.cuda.is_available()
    if kind == "mps":
        return torch.backends.mps.is_available()
    return kind == "xpu" and torch.xpu.is_available()
