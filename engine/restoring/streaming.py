"""Frames of a video of any length through a model, in bounded memory and without seams.

How depends on the class of the model: `PropagatingModel` in windows with a lookahead,
`OverlappingModel` in windows that overlap, `FrameModel` frame by frame. Another kind of streaming
is a class of models in `engine.networks.family`, a `ShotStream` beside these, its plans in
`engine.restoring.plans`, and a line in `_stream_of`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import torch
from torch import Tensor

from engine.networks.family import FrameModel, Model, OverlappingModel, PropagatingModel
from engine.restoring.frame_by_frame import FrameStream
from engine.restoring.overlapping import OverlappingStream
from engine.restoring.plans import Plan
from engine.restoring.propagating import PropagatingStream
from engine.restoring.refinement import SoftRefinement
from engine.restoring.shot_stream import Carried, ShotStream, StreamedFrame, T
from engine.restoring.shots import ShotFrame


@torch.inference_mode()
def stream(
    model: Model,
    frames: Iterable[ShotFrame[tuple[T, Tensor]]],
    plan: Plan,
    refine: SoftRefinement | None,
    on_step: Callable[[], None] = lambda: None,
    *,
    carried: Carried[T] | None = None,
) -> Iterator[StreamedFrame[T]]:
    """Stream the frames of a video one after the other.

    Args:
        model: in evaluation mode.
        frames: of ``(item, (1, 3, h, w) RGB in [0, 1])`` on the model's device; taken only
            as they are needed.
        plan: lengths of window and lookahead.
        refine: decides how often a frame is cleaned; None for a model that does not clean.
        on_step: called before each step of the work; what it raises ends the stream.
        carried: from the frame before the first of ``frames``, where an earlier stream is resumed.

    Yields:
        Every item once, in order.
    """
    shots = _stream_of(model, plan, refine, on_step, carried)
    for frame in frames:
        item, tensor = frame.item
        if frame.starts_shot:
            yield from shots.end_shot(Carried(item))
        on_step()
        yield from shots.push(item, tensor)
    yield from shots.end_shot()


class WindowEnds(NamedTuple):
    """Where the windows of a shot end: after each ``frames`` frames, and with the shot."""

    frames: int
    least_after: int
    """No window ends where the shot has no more frames than this behind it."""


def window_ends(model: Model, plan: Plan) -> WindowEnds:
    """Return where the windows of a shot end, known without restoring anything."""
    if isinstance(model, PropagatingModel):
        return WindowEnds(plan.window_frames, 0)
    if isinstance(model, OverlappingModel):
        return WindowEnds(plan.window_frames, plan.lookahead_frames)
    return WindowEnds(1, 0)


def frames_behind(plan: Plan) -> int:
    """Return how many frames after a window a stream has to see to restore it as in the film."""
    return plan.lookahead_frames + plan.batch_frames + 1


def _stream_of(
    model: Model,
    plan: Plan,
    refine: SoftRefinement | None,
    on_step: Callable[[], None],
    carried: Carried[T] | None,
) -> ShotStream[T]:
    if isinstance(model, PropagatingModel):
        return PropagatingStream(model, plan, refine, on_step, carried)
    if isinstance(model, OverlappingModel):
        return OverlappingStream(model, plan, on_step, carried)
    assert isinstance(model, FrameModel)
    return FrameStream(model, on_step)
