"""Errors are told apart by type and code, whatever their texts say."""

from __future__ import annotations

import subprocess
import sys

import pytest
import torch

from engine.devices import faults
from engine.devices.faults import is_memory_shortage, is_out_of_memory, translated_faults
from engine.jobs.errors import DeviceLostError, DeviceMemoryError

CPU = torch.device("cpu")
MISLEADING = "out of memory: can't allocate memory, CUDNN_STATUS_ALLOC_FAILED"


def accelerator_error(code: int | None) -> torch.AcceleratorError:
    error = torch.AcceleratorError("CUDA error")
    if code is not None:
        error.error_code = code
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (MemoryError(), True),
        (torch.OutOfMemoryError(), True),
        (accelerator_error(2), True),  # as pinned memory fails
        (accelerator_error(700), False),  # an illegal address
        (accelerator_error(None), False),
        (RuntimeError(MISLEADING), False),
        (ValueError(MISLEADING), False),
        (NotImplementedError(MISLEADING), False),
    ],
)
def test_types_and_codes(error, expected):
    assert is_out_of_memory(error) == expected
    assert is_memory_shortage(error, CPU, 1000) == expected


def test_a_plain_error_is_a_shortage_where_the_memory_cannot_be_had():
    assert is_memory_shortage(RuntimeError("no text"), CPU, 1 << 60)
    assert not is_memory_shortage(ValueError("no text"), CPU, 1 << 60)


def test_a_library_of_a_card_needs_memory_outside_torch(monkeypatch):
    """Torch may still have plenty in its cache then."""
    monkeypatch.setattr(faults.torch, "empty", lambda *_, **__: None)
    card = torch.device("cuda")
    for free, expected in ((1 << 20, True), (1 << 30, False)):
        monkeypatch.setattr(faults, "driver_free_bytes", lambda _, free=free: free)
        assert is_memory_shortage(RuntimeError("no text"), card, 1 << 40) == expected


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of a process")
def test_the_allocator_of_a_full_processor():
    program = (
        "import resource, torch\n"
        "from engine.devices.faults import is_memory_shortage\n"
        "cpu, size = torch.device('cpu'), 1 << 30\n"
        "used = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()\n"
        "resource.setrlimit(resource.RLIMIT_AS, (used + size // 2, -1))\n"
        "try:\n"
        "    torch.empty(size - 1000, dtype=torch.uint8)\n"
        "except RuntimeError as error:\n"
        "    assert is_memory_shortage(error, cpu, size)\n"
        "    assert not is_memory_shortage(error, cpu, 1000)\n"
        "else:\n"
        "    raise SystemExit('the limit does not hold')\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=120)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (torch.OutOfMemoryError(), DeviceMemoryError),
        (accelerator_error(2), DeviceMemoryError),
        (accelerator_error(700), DeviceLostError),
        (RuntimeError(MISLEADING), RuntimeError),
    ],
)
def test_errors_of_the_program(error, expected):
    with pytest.raises(expected) as caught, translated_faults(CPU, 3, 4):
        raise error
    assert type(caught.value) is expected
