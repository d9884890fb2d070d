"""The frames of a stretch in a file, as they wait on the disk and travel to another computer."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction

from engine.restoring.shots import ShotFrame
from engine.video.frame import Frame
from engine.video.frame_copies import FrameCopies

_HEAD = struct.Struct("<IqqB")
_MOST_BYTES = 1 << 28
"""More than a copy of any frame."""


@dataclass(frozen=True)
class Record:
    """A frame as it stands in the file."""

    copy: bytes
    pts: int
    duration: int
    starts_shot: bool

    @classmethod
    def of(cls, frame: ShotFrame[Frame], copies: FrameCopies) -> Record:
        """Copy a frame."""
        item = frame.item
        return cls(copies.copy(item.data), item.pts, item.duration, frame.starts_shot)

    def to_bytes(self) -> bytes:
        """Return what stands in the file."""
        return _HEAD.pack(len(self.copy), self.pts, self.duration, self.starts_shot) + self.copy


def read_frames(
    fetch: Callable[[int], bytes], copies: FrameCopies, time_base: Fraction
) -> Iterator[ShotFrame[Frame]]:
    """Yield the frames in a file.

    Args:
        fetch: returns some bytes of it from an offset on; none at its end.
        copies: gives the pixels back.
        time_base: of the frames.

    Raises:
        ValueError: it is no such file.
    """
    waiting = bytearray()
    for chunk in read_ahead(fetch):
        waiting += chunk
        start = 0
        while len(waiting) - start >= _HEAD.size:
            length, pts, duration, starts = _HEAD.unpack_from(waiting, start)
            if length > _MOST_BYTES:
                raise ValueError("no file of frames")
            end = start + _HEAD.size + length
            if len(waiting) < end:
                break
            pixels = copies.pixels_of(bytes(waiting[start + _HEAD.size : end]))
            yield ShotFrame(Frame(pixels, pts, time_base, duration), bool(starts))
            start = end
        del waiting[:start]
    if waiting:
        raise ValueError("a file of frames without its end")


def read_ahead(fetch: Callable[[int], bytes]) -> Iterator[bytes]:
    """Yield a file in parts; the next one is fetched while the caller uses the last."""
    with ThreadPoolExecutor(1, "fetching") as pool:
        offset, coming = 0, pool.submit(fetch, 0)
        while part := coming.result():
            offset += len(part)
            coming = pool.submit(fetch, offset)
            yield part
