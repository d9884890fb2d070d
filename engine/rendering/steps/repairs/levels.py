"""Gives faded pictures their black and white back, the same for a whole film."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

import numpy as np

from engine.jobs.choices import Repair
from engine.jobs.options import Options
from engine.rendering.steps.repairs.tables import looked_up
from engine.rendering.steps.step import Plain
from engine.video.facts import SourceInfo
from engine.video.frame import Frame, Rgb

_COLOURS = ("red", "green", "blue")
_BLACK, _WHITE = 2.0, 253.0
"""Where the darkest and the brightest of a film that has not faded lie, in 8-bit levels."""


def make_levels(info: SourceInfo, options: Options) -> Levels | None:
    """Return the step that stretches levels as measured; None where that isn't wanted."""
    found = info.finding(Repair.LEVELS)
    ends = [
        (found.measured(f"black {colour}"), found.measured(f"white {colour}"))
        for colour in _COLOURS
    ]
    is_wanted = options.levels and options.wants(Repair.LEVELS, is_sure=found.is_automatic)
    is_known = all(black < white for black, white in ends)
    return Levels(ends, options.levels) if is_wanted and is_known else None


class Levels:
    """Stretches red, green and blue of each picture; a source step."""

    name = "levels"
    nanoseconds_per_pixel = 6.0

    def __init__(self, ends: list[tuple[float, float]], share: float = 1.0) -> None:
        """Stretch what lies between the ``ends``: black and white of each colour, of 255.

        ``share``: how far levels go on the way to where they belong, 0..1.
        """
        self._ends, self._share = ends, share
        self._tables: dict[int, list[Rgb]] = {}

    def claim(self) -> Mapping[str, Plain]:
        """Return the levels that become black and white, and how far they go."""
        ends = {
            colour: f"{black:g}-{white:g}"
            for colour, (black, white) in zip(_COLOURS, self._ends, strict=True)
        }
        return ends if self._share == 1 else {**ends, "share": self._share}

    def apply(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Stretch the levels of each frame."""
        for frame in frames:
            data = np.empty_like(frame.data)
            for number, table in enumerate(self._tables_for(frame.data)):
                data[..., number] = looked_up(table, frame.data[..., number])
            yield replace(frame, data=data)

    def _tables_for(self, data: Rgb) -> list[Rgb]:
        peak = int(np.iinfo(data.dtype).max)
        if peak not in self._tables:
            levels = np.arange(peak + 1) * (255 / peak)
            stretched = [
                (1 - self._share) * levels
                + self._share * ((levels - black) * (_WHITE - _BLACK) / (white - black) + _BLACK)
                for black, white in self._ends
            ]
            self._tables[peak] = [
                cast("Rgb", np.clip(np.rint(line * (peak / 255)), 0, peak).astype(data.dtype))
                for line in stretched
            ]
        return self._tables[peak]
