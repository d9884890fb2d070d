"""Streaming of models that look at single frames."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from torch import Tensor

from engine.restoring.shot_stream import Carried, ShotStream, StreamedFrame, T


class FrameStream(ShotStream[T]):
    """Hands every frame on as it is: the whole model runs when the frame is finished in bands.

    One frame is held, so that its successor is known where a render may be interrupted.

    Args:
        on_step: called before each frame; what it raises ends the stream.
    """

    def __init__(self, on_step: Callable[[], None]) -> None:
        self._on_step = on_step
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
            yield StreamedFrame(item, (frame,), 0.0, 0, {}, next_shot)
