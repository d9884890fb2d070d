"""Streaming of models that look at single frames."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from torch import Tensor

from engine.networks.family import FrameModel
from engine.restoring.shot_stream import Carried, ShotStream, StreamedFrame, T


class FrameStream(ShotStream[T]):
    """Prepares every frame by itself; the rest of the model runs when it is finished in bands.

    One frame is held, so that its successor is known where a render may be interrupted.

    Args:
        model: in evaluation mode.
        on_step: called before each frame; what it raises ends the stream.
    """

    def __init__(self, model: FrameModel, on_step: Callable[[], None]) -> None:
        self._model, self._on_step = model, on_step
        self._held: tuple[T, Tensor] | None = None

    def push(self, item: T, frame: Tensor) -> Iterator[StreamedFrame[T]]:
        """See `ShotStream.push`."""
        yield from self.end_shot(Carried(item))
        self._held = item, frame

    def end_shot(self, next_shot: Carried[T] | None = None) -> Iterator[StreamedFrame[T]]:
        """See `ShotStream.end_shot`."""
        if self._held is not None:
            self._on_step()
            item, frame = self._held
            self._held = None
            prepared = self._model.prepare(frame)
            yield StreamedFrame(item, (prepared,), 0.0, 0, {}, next_shot)
