"""The network of a job, ready for its frames, and the threads that it computes with."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import torch

from engine.jobs.options import Options
from engine.rendering.output import enlargement_of
from engine.restoring.restorer import Restoration, prepare
from engine.video.facts import SourceInfo


def prepared(options: Options, info: SourceInfo, width: int, height: int) -> Restoration:
    """Return the restoration of a job, ready for frames of ``width`` x ``height`` pixels."""
    return prepare(
        options,
        width,
        height,
        bit_depth=info.bit_depth,
        enlargement=enlargement_of(info, options),
    )


@contextlib.contextmanager
def computing_with(count: int) -> Iterator[None]:
    """Compute with so many threads as when the render began: sums differ in their last bits."""
    before = torch.get_num_threads()
    torch.set_num_threads(count)
    try:
        yield
    finally:
        torch.set_num_threads(before)
