"""Some pictures of a source, as they are stored, in which faults are looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

import numpy as np
from av import VideoFrame
from numpy.typing import NDArray

Plane = NDArray[np.uint8]
Numbers = NDArray[np.float32]
_Item = TypeVar("_Item")

# Of PAL that is some 25 pictures of each stretch, of 1080 lines 5; a stretch has 30 at most.
_STRETCH_BYTES = 16 << 20
_LEAST_PICTURES = 4


@dataclass(frozen=True)
class Sampled:
    """One picture in 8 bits: luma ``(h, w)``, and both colour differences as large as stored.

    A picture without colour has none. ``seconds`` is its time on the clock of the source.
    """

    luma: Plane
    colours: tuple[Plane, ...]
    seconds: float = 0.0

    @property
    def size_bytes(self) -> int:
        """What the picture takes in memory."""
        return self.luma.nbytes + sum(plane.nbytes for plane in self.colours)


class Sample:
    """Consecutive pictures from some stretches of a source, as many as memory allows.

    Attributes:
        stretches: the pictures; those of the unfinished stretch are the last ones.
    """

    def __init__(self) -> None:
        self.stretches: list[list[Sampled]] = []
        self._is_new = True

    def add(self, picture: VideoFrame) -> None:
        """Keep a planar picture whose luma comes first, if there is room.

        One of another size than the first is left out.
        """
        if self._is_new:
            self.stretches.append([])
            self._is_new = False
        kept = self.stretches[-1]
        taken = sum(sampled.size_bytes for sampled in kept)
        if len(kept) >= _LEAST_PICTURES and taken > _STRETCH_BYTES:
            return
        sampled = Sampled(_plane(picture, 0), _colour_planes(picture), picture.time or 0.0)
        if self._is_like_others(sampled):
            kept.append(sampled)

    def end_stretch(self) -> None:
        """What follows is from another part of the source."""
        self._is_new = True

    def _is_like_others(self, sampled: Sampled) -> bool:
        first = next((stretch[0] for stretch in self.stretches if stretch), sampled)
        shapes = [[p.shape for p in (s.luma, *s.colours)] for s in (first, sampled)]
        return shapes[0] == shapes[1]

    @property
    def lines(self) -> int:
        """Lines of a picture; 0 where there is none."""
        return next((len(stretch[0].luma) for stretch in self.stretches if stretch), 0)

    def lumas(self, *, in_fields: bool) -> list[list[Plane]]:
        """Return the luma of each stretch, picture by picture.

        ``in_fields``: each stretch becomes two, one for each field, of half the lines.
        """
        found = []
        for stretch in self.stretches:
            whole = [sampled.luma for sampled in stretch]
            parts = ([luma[n::2] for luma in whole] for n in (0, 1)) if in_fields else (whole,)
            found += [list(part) for part in parts]
        return [stretch for stretch in found if stretch]

    def spread(self, count: int) -> Iterator[Sampled]:
        """Yield ``count`` pictures, or as many as there are, from everywhere in the sample."""
        pictures = [sampled for stretch in self.stretches for sampled in stretch]
        yield from spread(pictures, count)


def spread(items: Sequence[_Item], count: int) -> list[_Item]:
    """Return ``count`` items at even distances, or all where there are fewer."""
    if len(items) <= count:
        return list(items)
    return [items[number * len(items) // count] for number in range(count)]


def _colour_planes(picture: VideoFrame) -> tuple[Plane, ...]:
    if len(picture.planes) == 2:  # two colours by turns, as cards decode
        picture = picture.reformat(format="yuv420p")
    return tuple(_plane(picture, number) for number in (1, 2) if len(picture.planes) > number)


def _plane(picture: VideoFrame, number: int) -> Plane:
    plane, depth = picture.planes[number], picture.format.components[number].bits
    stored = np.asarray(memoryview(cast("bytes", plane)))
    wide = stored if depth <= 8 else stored.view(np.uint16) >> (depth - 8)
    rows = wide.reshape(len(stored) // plane.line_size, -1)[: plane.height, : plane.width]
    return rows.astype(np.uint8)
