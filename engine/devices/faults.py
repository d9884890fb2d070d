"""Errors of a device, told apart by type and code: short memory, a lost device, a bug."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import torch

from engine.devices.device import driver_free_bytes
from engine.jobs.errors import DeviceLostError, DeviceMemoryError

LIBRARY_BYTES = 64 << 20
"""Memory that the libraries of a card take for themselves while they compute."""
_OUT_OF_MEMORY_CODE = 2
"""cudaErrorMemoryAllocation, and hipErrorOutOfMemory."""


def is_out_of_memory(error: BaseException) -> bool:
    """Whether the type or the code of an error says that memory is short.

    Pinned memory, and memory of a card outside torch's own, fail with a code.
    """
    if isinstance(error, torch.AcceleratorError):
        return getattr(error, "error_code", None) == _OUT_OF_MEMORY_CODE
    return isinstance(error, MemoryError | torch.OutOfMemoryError)


def is_memory_shortage(error: Exception, device: torch.device, wanted_bytes: int) -> bool:
    """Whether less work at a time may help after an error.

    The allocator of the processor and the libraries of a card raise plain runtime errors, without
    a type or a code of their own. Such an error is a shortage if ``wanted_bytes`` cannot be
    allocated even now. To be asked while the error's traceback still holds everything that was
    allocated: then a smaller allocation can have failed only where this one fails too.

    Args:
        error: raised by the work.
        device: where it ran.
        wanted_bytes: all that the work allocates there, at most.
    """
    if is_out_of_memory(error):
        return True
    return type(error) is RuntimeError and not _can_allocate(device, wanted_bytes)


@contextlib.contextmanager
def translated_faults(device: torch.device, width: int, height: int) -> Iterator[None]:
    """Turn errors of a device into those of the program.

    Raises:
        DeviceMemoryError: the device has too little memory for frames of this size.
        DeviceLostError: the device stopped working.
    """
    try:
        yield
    except (torch.OutOfMemoryError, torch.AcceleratorError) as exc:
        if is_out_of_memory(exc):
            raise DeviceMemoryError(str(device), width=width, height=height) from exc
        first_line = (str(exc).splitlines() or [""])[0]
        raise DeviceLostError(str(device), first_line) from exc


def _can_allocate(device: torch.device, size: int) -> bool:
    free = driver_free_bytes(device)
    if free is not None and free < LIBRARY_BYTES:
        return False
    try:
        torch.empty(size, dtype=torch.uint8, device=device)
    except (MemoryError, RuntimeError):
        return False
    return True
