"""Streaming of models whose two directions are independent, in windows and without seams.

The two directions do not see each other before the upsampling tail. So the forward features are
carried from window to window and are exactly those of the whole shot; the backward features of a
window start some frames after it (the lookahead) and are thrown away there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic

import torch
from torch import Tensor

from engine.devices.cuda_streams import run_concurrently
from engine.networks.family import Cleaner, Direction, PropagatingModel
from engine.restoring.plans import Plan
from engine.restoring.refinement import Refined, SoftRefinement, concatenated
from engine.restoring.shot_stream import Carried, ShotStream, StreamedFrame, T


@dataclass
class _Held(Generic[T]):
    """A cleaned frame that waits until its window is complete."""

    item: T
    cleaned: Tensor
    passes: float
    cleanings: int
    flow_to_previous: Tensor | None = None
    flow_to_next: Tensor | None = None


class PropagatingStream(ShotStream[T]):
    """Holds the frames of a window and its lookahead, and the features of both directions.

    Args:
        model: in evaluation mode.
        plan: lengths of window and lookahead.
        refine: decides how often a frame is cleaned; None for a model that does not clean.
        on_step: called before each step of the work; what it raises ends the stream.
        carried: from the frame before the first one, where an earlier stream is resumed.
    """

    def __init__(
        self,
        model: PropagatingModel,
        plan: Plan,
        refine: SoftRefinement | None,
        on_step: Callable[[], None],
        carried: Carried[T] | None,
    ) -> None:
        self._model, self._plan, self._refine = model, plan, refine
        self._on_step = on_step
        self._arrived: list[tuple[T, Tensor]] = []
        self._held: list[_Held[T]] = []
        self._forward = carried.state.get("forward") if carried else None
        self._last = carried.state.get("cleaned") if carried else None
        self._backward_features: list[Tensor] = []
        """``(1, c, h, w)`` of each frame of a window."""

    def push(self, item: T, frame: Tensor) -> Iterator[StreamedFrame[T]]:
        """Take the next frame, yield the frames of a window that is complete."""
        self._arrived.append((item, frame))
        if len(self._arrived) < self._plan.batch_frames:
            return
        self._prepare()
        window, lookahead = self._plan.window_frames, self._plan.lookahead_frames
        # One frame more than is needed: the next one finds its neighbour even without lookahead.
        while len(self._held) > window + lookahead:
            yield from self._restore_window(stop=window + lookahead)

    def end_shot(self, next_shot: Carried[T] | None = None) -> Iterator[StreamedFrame[T]]:
        """See `ShotStream.end_shot`."""
        if self._arrived:
            self._prepare()
        while self._held:
            stop = min(len(self._held), self._plan.window_frames + self._plan.lookahead_frames)
            yield from self._restore_window(stop=stop, next_shot=next_shot)
        self._forward = self._last = None

    def _prepare(self) -> None:
        """Clean the frames that arrived, and compute the flow between neighbours."""
        items, frames = zip(*self._arrived, strict=True)
        self._arrived.clear()
        refined = self._refined(concatenated(frames))
        held = [_Held(item, *cleaned) for item, cleaned in zip(items, refined, strict=True)]
        chain: list[_Held[T] | None] = [*held]
        shown = [one.cleaned for one in held]
        if self._last is not None:  # without its frame where the stream was resumed after it
            chain.insert(0, self._held[-1] if self._held else None)
            shown.insert(0, self._last)
        if len(shown) > 1:
            to_next, to_previous = self._model.flows(torch.cat(shown)[None])
            for i, (earlier, later) in enumerate(pairwise(chain)):
                if earlier is not None:
                    earlier.flow_to_next = to_next[:, i]
                if later is not None:
                    later.flow_to_previous = to_previous[:, i]
        self._held += held
        self._last = shown[-1]

    def _refined(self, frames: Tensor) -> list[Refined]:
        if self._refine is None:
            return [Refined(frame, 0.0, 0) for frame in torch.split(frames, 1)]
        assert isinstance(self._model, Cleaner)
        return self._refine(self._model, frames)

    def _restore_window(
        self, stop: int, next_shot: Carried[T] | None = None
    ) -> Iterator[StreamedFrame[T]]:
        """Restore the frames of a window; their backward direction starts before ``stop``.

        Args:
            stop: number of held frames that the backward direction sees.
            next_shot: carried with the last frame where no held frame is left.
        """
        count = min(self._plan.window_frames, stop)
        backward, forward = self._propagate_backward(count, stop), self._propagate_forward(count)
        if self._plan.runs_both_at_once:
            forward = iter(run_concurrently(self._held[0].cleaned.device, backward, forward))
        else:
            deque(backward, maxlen=0)
        for number, (held, features) in enumerate(zip(self._held[:count], forward, strict=True)):
            state = dict(zip(self._model.state_names, (features, held.cleaned), strict=True))
            carried = None
            if number == count - 1:
                carried = next_shot
                if count < len(self._held):
                    carried = Carried(self._held[count].item, state)
            yield StreamedFrame(
                held.item,
                (held.cleaned, self._backward_features[number], features),
                held.passes,
                held.cleanings,
                state,
                carried,
            )
        del self._held[:count]

    def _propagate_forward(self, count: int) -> Iterator[Tensor]:
        """Yield the features ``(1, c, h, w)`` of each of the first ``count`` held frames."""
        for held in self._held[:count]:
            self._on_step()
            self._forward = self._model.propagate(
                Direction.FORWARD, held.cleaned, self._forward, held.flow_to_previous
            )
            yield self._forward

    def _propagate_backward(self, count: int, stop: int) -> Iterator[None]:
        """Propagate from frame ``stop`` - 1 to 0, one a step; store those of the window."""
        features: Tensor | None = None
        for index in reversed(range(stop)):
            held = self._held[index]
            self._on_step()
            flow = held.flow_to_next if features is not None else None
            features = self._model.propagate(Direction.BACKWARD, held.cleaned, features, flow)
            if not self._backward_features:
                self._backward_features = self._allocate_window(features)
            if index < count:
                # Pinned memory is not waited for: its readers are queued on this stream later.
                kept = self._backward_features[index]
                kept.copy_(features, non_blocking=kept.is_pinned())
            yield

    def _allocate_window(self, features: Tensor) -> list[Tensor]:
        """Places for the features of a window, used for every window.

        On the device they are one block: separate tensors would lie between the short-lived ones
        of each step and fragment the memory, which took twice as much. Pinned memory is allocated
        frame by frame, since each block of it is rounded up to a power of two.
        """
        window, one = self._plan.window_frames, features.shape
        if self._plan.parks_features:
            return [self._allocate(one, features, is_parked=True) for _ in range(window)]
        block = self._allocate((window, *one[1:]), features, is_parked=False)
        return list(torch.split(block, 1))

    @staticmethod
    def _allocate(shape: Sequence[int], like: Tensor, *, is_parked: bool) -> Tensor:
        return torch.empty(
            shape,
            dtype=like.dtype,
            device="cpu" if is_parked else like.device,
            pin_memory=is_parked and like.device.type == "cuda",
            memory_format=torch.channels_last,
        )
