"""Frames that wait to be restored, kept until they are: none is lost when an attempt fails."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping

from torch import Tensor

from engine.restoring.shot_stream import Carried
from engine.restoring.shots import ShotFrame
from engine.video.frame import Frame, Rgb


class FrameQueue:
    """The frames that are not restored yet, however many attempts it takes.

    Args:
        frames: all that are to be restored; taken as they are needed.
        on_step: called before each step of the work.
        carried: the state before the first of them, where the work is resumed.

    Attributes:
        is_outside: the source of the frames or the caller's ``on_step`` is running; an error now
            does not come from the model.
    """

    def __init__(
        self,
        frames: Iterable[ShotFrame[Frame]],
        on_step: Callable[[], None],
        carried: Carried[ShotFrame[Frame]] | None,
    ) -> None:
        self._frames, self._on_step = iter(frames), on_step
        self._waiting: deque[ShotFrame[Frame]] = deque()
        self._first = carried
        self._last: tuple[Mapping[str, Tensor], tuple[Rgb, Rgb]] | None = None
        self.is_outside = False

    @property
    def carried(self) -> Carried[ShotFrame[Frame]] | None:
        """The state after the last frame that was restored."""
        return self._first if self._last is None else Carried(self._waiting[0], *self._last)

    def __iter__(self) -> Iterator[ShotFrame[Frame]]:
        """Yield the frames that were taken but not restored, then take further ones."""
        yield from tuple(self._waiting)
        while True:
            self.is_outside = True
            frame = next(self._frames, None)
            self.is_outside = False
            if frame is None:
                return
            self._waiting.append(frame)
            yield frame

    def on_step(self) -> None:
        """Call the caller's ``on_step``."""
        self.is_outside = True
        self._on_step()
        self.is_outside = False

    def remove_restored(self, state: Mapping[str, Tensor], pixels: tuple[Rgb, Rgb]) -> None:
        """Remove the first waiting frame, which is restored, and keep the state after it."""
        self._waiting.popleft()
        self._last = state, pixels
