"""The interface of streaming: frames of a video in, frames ready to be finished out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from numpy.typing import NDArray
from torch import Tensor

T = TypeVar("T")


@dataclass(frozen=True)
class Carried(Generic[T]):
    """The state between two windows; a stream can be resumed from it.

    At a cut there is none but the next item.
    """

    next_item: T
    """Of the frame that the next window begins with."""
    state: Mapping[str, Tensor] = field(default_factory=dict)
    """Tensors ``(1, ?, h, w)`` of the frame before it, by the model's `state_names`."""
    pixels: tuple[NDArray[Any], NDArray[Any]] | None = None
    """The frame before it ``(h, w, 3)``, from the source and restored; not used by the stream."""


class StreamedFrame(NamedTuple, Generic[T]):
    """A frame that only has to be finished, band by band."""

    item: T
    """The companion of the frame in the stream."""
    features: tuple[Tensor, ...]
    """``(1, ?, h, w)`` each: what `Model.enlarge` needs. Some may not be on the device.

    Their memory is used again for the next window.
    """
    passes: float
    """Cleaning passes, counted by their weights."""
    cleanings: int
    """How often the cleaning module ran."""
    state: Mapping[str, Tensor]
    """`Carried.state` after this frame."""
    carried: Carried[T] | None = None
    """With the last frame of a window; None at the end of the video."""


class ShotStream(ABC, Generic[T]):
    """Streams the frames of one shot after the other through a model."""

    @abstractmethod
    def push(self, item: T, frame: Tensor) -> Iterator[StreamedFrame[T]]:
        """Take the next frame of the shot ``(1, 3, h, w)``, yield frames that are complete."""

    @abstractmethod
    def end_shot(self, next_shot: Carried[T] | None = None) -> Iterator[StreamedFrame[T]]:
        """Yield all frames still held, the last one with ``next_shot``; the shot ends here."""
