"""Counts the bytes that torch allocates on the processor, as a card would have to."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import torch
from torch.profiler import ProfilerActivity, profile


def skip_where_widened(dtype: torch.dtype) -> None:
    """Skip where numbers of 16 bits are converted to be computed with, which takes memory.

    By itself the program takes 16 bits only where they are faster, which they are not there.
    """
    capability = torch.backends.cpu.get_cpu_capability()
    if dtype is torch.bfloat16 and not capability.startswith("AVX512"):
        pytest.skip(f"with {capability} numbers of 16 bits are widened, which takes memory")


def peak_bytes(work: Callable[[], object]) -> int:
    """The most that ``work`` held at a time, beyond what was there before."""
    gc.collect()  # else what is left of an earlier test may be freed meanwhile
    with profile(activities=[ProfilerActivity.CPU], profile_memory=True) as recorded:
        work()
    events = recorded.profiler.kineto_results.experimental_event_tree()
    sizes = sorted(_allocations(events))
    held = peak = 0
    for _, size in sizes:
        held += size
        peak = max(peak, held)
    return peak


def _allocations(events: list[Any]) -> Iterator[tuple[int, int]]:
    """When, and how many bytes; negative where they were freed."""
    for event in events:
        if event.name == "[memory]":
            yield event.start_time_ns, event.extra_fields.alloc_size
        yield from _allocations(event.children)
