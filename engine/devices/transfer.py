"""Pictures copied to the device and back, as whole numbers instead of floats.

CUDA copies while it computes; other devices wait for each copy.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Self, TypeVar, cast

import numpy as np
import torch
from torch import Tensor

from engine.video.frame import Rgb

T = TypeVar("T")


def overlaps(device: torch.device) -> bool:
    """Whether pictures are copied while the device computes: CUDA, with pinned memory."""
    return device.type == "cuda"


def upload(rgb: Rgb, device: torch.device) -> Tensor:
    """``(1, 3, h, w)`` 32-bit in [0, 1] on the device, of ``(h, w, 3)`` pixels."""
    return _planes(to_device(_numbers(rgb), device))


class Canvas:
    """A picture on the device that is painted band by band, and then fetched.

    Args:
        height: in pixels.
        width: in pixels.
        dtype: of the pixels, uint8 or uint16.
        device: where it is painted.
    """

    def __init__(self, height: int, width: int, dtype: np.dtype[Any], device: torch.device) -> None:
        self._dtype = dtype
        kind = torch.uint8 if dtype == np.uint8 else torch.int16
        self._levels = torch.empty((height, width, 3), dtype=kind, device=device)
        self._host = self._levels
        self._fetched: torch.cuda.Event | None = None
        self._finite: Tensor | None = None

    @classmethod
    def of(cls, rgb: Rgb, device: torch.device) -> Self:
        """A canvas with the pixels of ``(h, w, 3)``."""
        canvas = cls(rgb.shape[0], rgb.shape[1], rgb.dtype, device)
        canvas._levels.copy_(to_device(_numbers(rgb), device))
        return canvas

    def band(self, rows: slice) -> Tensor:
        """``(1, 3, rows, width)`` in [0, 1] of what was painted."""
        return _planes(self._levels[rows])

    def moved(self, rows: slice, flow: Tensor) -> Tensor:
        """``(1, 3, rows, width)`` in [0, 1] of what was painted, sampled where a flow points to.

        Between pixels it is bilinear; beyond the edges the nearest pixel counts. The numbers are
        the same however the picture is cut into bands.

        Args:
            rows: of the picture that are asked for.
            flow: ``(2, rows, width)`` in pixels, x then y.
        """
        height, width = self._levels.shape[:2]
        columns = torch.arange(width, device=flow.device, dtype=torch.float32)
        lines = torch.arange(rows.start, rows.stop, device=flow.device, dtype=torch.float32)
        x = (columns + flow[0]).clamp_(0, width - 1)
        y = (lines[:, None] + flow[1]).clamp_(0, height - 1)
        left, top = x.floor(), y.floor()
        right_share, lower_share = x - left, y - top
        left, top = left.long(), top.long()
        right, bottom = (left + 1).clamp_(max=width - 1), (top + 1).clamp_(max=height - 1)

        def line(numbers: Tensor) -> Tensor:
            at_left, at_right = _planes(self._levels[numbers, left]), self._levels[numbers, right]
            return at_left.lerp_(_planes(at_right), right_share)

        return line(top).lerp_(line(bottom), lower_share)

    def paint(self, rows: slice, band: Tensor) -> None:
        """Put ``(1, 3, rows, width)`` in [0, 1] there, clamped and rounded on the device."""
        levels = band[0].clamp(0, 1).mul(np.iinfo(self._dtype).max).round().permute(1, 2, 0)
        if self._dtype == np.uint16:  # beyond its range a float becomes anything, a number wraps
            levels = levels.to(torch.int32)
        self._levels[rows].copy_(levels)

    def check(self, band: Tensor) -> None:
        """Note whether all numbers of a band are finite; `is_finite` tells once it is fetched."""
        lowest, highest = band.aminmax()
        finite = (highest - lowest).isfinite()
        self._finite = finite if self._finite is None else self._finite & finite

    def begin_fetching(self) -> None:
        """Start copying the finished picture back, while the device goes on where it can."""
        if not overlaps(self._levels.device):
            self._host = self._levels.cpu()
            self._finite = None if self._finite is None else self._finite.cpu()
            return
        device = self._levels.device
        stream = _copy_stream(device)
        self._host = torch.empty_like(self._levels, device="cpu", pin_memory=True)
        stream.wait_stream(torch.cuda.current_stream(device))
        with torch.cuda.stream(stream):
            self._host.copy_(self._levels, non_blocking=True)
            self._levels.record_stream(stream)
            if self._finite is not None:
                on_device = self._finite
                self._finite = torch.empty_like(on_device, device="cpu", pin_memory=True)
                self._finite.copy_(on_device, non_blocking=True)
                on_device.record_stream(stream)
            self._fetched = stream.record_event()

    @property
    def is_finite(self) -> bool:
        """Whether everything that was checked is finite; to be asked after `pixels`."""
        return self._finite is None or bool(self._finite)

    def pixels(self) -> Rgb:
        """The picture ``(h, w, 3)``, once it is there."""
        if self._fetched is not None:
            self._fetched.synchronize()
        return cast("Rgb", self._host.numpy().view(self._dtype))


def to_device(tensor: Tensor, device: torch.device) -> Tensor:
    """A tensor of the processor copied to the device, without waiting where that is possible."""
    if overlaps(device):
        return tensor.pin_memory().to(device, non_blocking=True)
    return tensor.to(device)


def _numbers(rgb: Rgb) -> Tensor:
    """The pixels as numbers that every device knows."""
    # Cards know few operations on unsigned numbers of 16 bits.
    return torch.from_numpy(rgb if rgb.dtype == np.uint8 else rgb.view(np.int16))


def _planes(levels: Tensor) -> Tensor:
    """``(1, 3, h, w)`` 32-bit in [0, 1] of ``(h, w, 3)`` of `_numbers`."""
    white = 0xFF
    if levels.dtype is torch.int16:  # its negative numbers stand for the upper half
        levels, white = levels.to(torch.int32).bitwise_and_(0xFFFF), 0xFFFF
    planes = levels.permute(2, 0, 1)[None].to(torch.float32)
    return planes.div_(white).contiguous(memory_format=torch.channels_last)


@cache
def _copy_stream(device: torch.device) -> torch.cuda.Stream:
    """The stream on which pictures leave a card."""
    return torch.cuda.Stream(device)  # type: ignore[no-untyped-call]


def delayed(items: Iterable[T], count: int) -> Iterator[T]:
    """The same items, each yielded only after ``count`` more have been taken from ``items``."""
    waiting: deque[T] = deque()
    for item in items:
        waiting.append(item)
        if len(waiting) > count:
            yield waiting.popleft()
    yield from waiting
