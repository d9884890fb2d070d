"""Streaming of models that want a clip at once, in windows that overlap.

A window is restored with some frames before and after it (the overlap), so that what it sees at
its ends is nearly what it would see in the whole shot. The results for the overlap are not shown.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from torch import Tensor

from engine.networks.family import OverlappingModel
from engine.restoring.plans import Plan
from engine.restoring.shot_stream import Carried, ShotStream, StreamedFrame, T


class OverlappingStream(ShotStream[T]):
    """Holds the frames of a window and of the overlap on both sides.

    Only source frames travel to the next window, so a stream that is resumed computes the same.

    Args:
        model: in evaluation mode.
        plan: lengths of the window and of the overlap.
        on_step: called before each step of the work; what it raises ends the stream.
        carried: from the frame before the first one, where an earlier stream is resumed.
    """

    def __init__(
        self,
        model: OverlappingModel,
        plan: Plan,
        on_step: Callable[[], None],
        carried: Carried[T] | None,
    ) -> None:
        self._model, self._plan, self._on_step = model, plan, on_step
        self._past = deque[Tensor](maxlen=plan.lookahead_frames)
        self._coming: list[tuple[T, Tensor]] = []
        if carried is not None:
            names = reversed(model.state_names)
            self._past.extend(carried.state[name] for name in names if name in carried.state)

    def push(self, item: T, frame: Tensor) -> Iterator[StreamedFrame[T]]:
        """Take the next frame, yield the frames of a window that is complete."""
        self._coming.append((item, frame))
        # One frame more than is needed: the window after this one has a first frame.
        if len(self._coming) > self._plan.window_frames + self._plan.lookahead_frames:
            yield from self._restore_window(self._plan.window_frames)

    def end_shot(self, next_shot: Carried[T] | None = None) -> Iterator[StreamedFrame[T]]:
        """See `ShotStream.end_shot`: the rest of the shot is one window."""
        if self._coming:
            yield from self._restore_window(len(self._coming), next_shot)
        self._past.clear()

    def _restore_window(
        self, count: int, next_shot: Carried[T] | None = None
    ) -> Iterator[StreamedFrame[T]]:
        """Restore the first ``count`` of the frames to come; all others are overlap.

        Args:
            count: of frames.
            next_shot: carried with the last frame where no frame is left.
        """
        stop = count + self._plan.lookahead_frames
        coming = self._coming[:stop]
        frames = [*self._past, *(frame for _, frame in coming)]
        first = len(self._past)
        restored = self._model.clip_features(frames, range(first, first + count), self._on_step)
        for number, features in enumerate(restored):
            item, frame = coming[number]
            self._past.append(frame)
            state = dict(zip(self._model.state_names, reversed(self._past), strict=False))
            carried = None
            if number == count - 1:
                carried = next_shot
                if count < len(self._coming):
                    carried = Carried(self._coming[count][0], state)
            yield StreamedFrame(item, features, 0.0, 0, state, carried)
        del self._coming[:count]
