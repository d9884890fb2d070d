"""Two CUDA streams: a card computes on both at once where one alone does not fill it.

Source: https://docs.pytorch.org/docs/stable/notes/cuda.html#cuda-streams
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cache
from typing import TypeVar, cast

import torch

T = TypeVar("T")


def run_concurrently(
    device: torch.device, on_side_stream: Iterator[object], on_main_stream: Iterator[T]
) -> list[T]:
    """Exhaust two iterators in turns, each on its own stream, and return the items of the second.

    On CUDA and ROCm the first one's steps do not wait for those of the second. Work that follows
    this call waits for both, however it ends, so tensors of either may be released at any time.
    Other devices have one stream; the order of the steps is the same.

    Args:
        device: that computes.
        on_side_stream: does a step with each item; neither may need anything of the other.
        on_main_stream: the same.
    """
    if device.type != "cuda":
        return _in_turns(on_side_stream, on_main_stream, contextlib.nullcontext())
    main, side = torch.cuda.current_stream(device), _second_stream(device)
    side.wait_stream(main)
    try:
        return _in_turns(on_side_stream, on_main_stream, torch.cuda.stream(side))
    finally:
        main.wait_stream(side)


def current_stream_id(device: torch.device) -> int:
    """A number for the stream that the next step on a device goes to; 0 without streams."""
    return torch.cuda.current_stream(device).cuda_stream if device.type == "cuda" else 0


def _in_turns(
    on_side_stream: Iterator[object],
    on_main_stream: Iterator[T],
    side: contextlib.AbstractContextManager[object],
) -> list[T]:
    done, results = object(), list[T]()
    while True:
        with side:
            is_side_done = next(on_side_stream, done) is done
        result = next(on_main_stream, done)
        if result is not done:
            results.append(cast("T", result))
        elif is_side_done:
            return results


@cache
def _second_stream(device: torch.device) -> torch.cuda.Stream:
    """The second stream for computing; a third one fetches pictures."""
    return torch.cuda.Stream(device)  # type: ignore[no-untyped-call]
