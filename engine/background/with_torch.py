"""What the engine's thread does with torch and PyAV, which are loaded when first needed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from engine.background.loading import load_torch
from engine.estimating.speeds import FrameWork, Trial
from engine.jobs.errors import Cancelled
from engine.jobs.events import PreviewFrame, PreviewSummary
from engine.jobs.options import Job, Options

_USUAL_SIZE = 160, 120
"""Of the region that a preview begins with; a plan for it is made in no time."""


class RestorablePreview(Protocol):
    """A stretch and a region that can be restored again with another look."""

    def restore(
        self,
        options: Options,
        on_frame: Callable[[PreviewFrame], None],
        cancel: threading.Event,
        *,
        looked_at: int | None = None,
    ) -> PreviewSummary:
        """Hand over the frames one by one and return what was done."""

    def glance(self, options: Options, index: int, cancel: threading.Event) -> PreviewFrame:
        """Restore one frame in a hurry."""


def free() -> None:
    """Give back what previews and measurements hold of the device."""
    from engine.restoring.restorer import free_device  # noqa: PLC0415 - torch is loaded by now

    free_device()


def free_card() -> None:
    """Give it back where it is a graphics card."""
    import torch  # noqa: PLC0415 - it is loaded by now

    if torch.accelerator.is_available():  # else the model may stay: there is no card to be full
        free()


def measure(work: FrameWork, cancel: threading.Event) -> None:
    """Measure how fast this computer does some work."""
    load_torch()
    from engine.estimating.bench import learn  # noqa: PLC0415

    def on_step() -> None:
        if cancel.is_set():
            raise Cancelled

    learn(work, on_step)


def try_out(job: Job, cancel: threading.Event) -> Trial:
    """Find out how much work a clip is."""
    load_torch()
    from engine.rendering.trial import run_trial  # noqa: PLC0415

    return run_trial(job, cancel)


def warm_up(options: Options) -> None:
    """Load torch, PyAV and the model of some options, and choose the precision."""
    load_torch()
    from engine.restoring.restorer import prepare  # noqa: PLC0415

    prepare(options, *_USUAL_SIZE)


def make_preview(job: Job, frames_limit: int) -> RestorablePreview:
    """Prepare a stretch and a region for showing."""
    load_torch()
    from engine.rendering.preview import Preview as EnginePreview  # noqa: PLC0415

    return EnginePreview(job, frames_limit=frames_limit)
