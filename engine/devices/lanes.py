"""Two lines of work that a card does at once, where one alone does not fill it.

Source: https://docs.pytorch.org/docs/stable/notes/cuda.html#cuda-streams
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cache
from typing import TypeVar, cast

import torch

T = TypeVar("T")


def at_once(device: torch.device, beside: Iterator[object], here: Iterator[T]) -> list[T]:
    """Carry out both, a step of each in turn, and give what ``here`` yields.

    On CUDA and ROCm ``beside`` goes to a stream of its own: its steps wait for nothing that is
    begun here meanwhile. What follows this call waits for both, whatever ends it; so tensors
    that either made or used may be let go of at any time.

    Args:
        device: that computes.
        beside: does a step with each item; neither may need anything of the other.
        here: the same.
    """
    if device.type != "cuda":
        return _in_turns(beside, here, contextlib.nullcontext())
    main, side = torch.cuda.current_stream(device), _second_stream(device)
    side.wait_stream(main)
    try:
        return _in_turns(beside, here, torch.cuda.stream(side))
    finally:
        main.wait_stream(side)


def current_lane(device: torch.device) -> int:
    """A number of the line of work that the next step on a device belongs to."""
    return torch.cuda.current_stream(device).cuda_stream if device.type == "cuda" else 0


def _in_turns(
    beside: Iterator[object], here: Iterator[T], lane: contextlib.AbstractContextManager[object]
) -> list[T]:
    done, results = object(), list[T]()
    while True:
        with lane:
            is_done_beside = next(beside, done) is done
        result = next(here, done)
        if result is not done:
            results.append(cast("T", result))
        elif is_done_beside:
            return results


@cache
def _second_stream(device: torch.device) -> torch.cuda.Stream:
    """The one stream beside the usual one; another one brings pictures back."""
    return torch.cuda.Stream(device)  # type: ignore[no-untyped-call]
