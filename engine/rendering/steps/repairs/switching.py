"""Covers lines torn by head switching with what lies next to them, mirrored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from engine.jobs.choices import Repair
from engine.jobs.options import Options
from engine.rendering.steps.step import Plain
from engine.video.facts import SourceInfo
from engine.video.frame import Frame, Rgb

_MOST_TEXTURE = 12
"""In levels of 8 bits."""


def make_switching(info: SourceInfo, options: Options) -> Switching | None:
    """Return the step that covers the lines found to be torn; None where that isn't wanted."""
    found = info.finding(Repair.SWITCHING)
    lines = round(found.measured("top")), round(found.measured("bottom"))
    is_wanted = options.wants(Repair.SWITCHING, is_sure=found.is_automatic)
    return Switching(*lines) if is_wanted and any(lines) else None


class Switching:
    """Covers the first and the last lines of each picture; a source step."""

    name = "switching"
    nanoseconds_per_pixel = 0.5

    def __init__(self, top: int, bottom: int) -> None:
        """Cover ``top`` lines at the top and ``bottom`` lines at the bottom."""
        self._top, self._bottom = top, bottom

    def claim(self) -> Mapping[str, Plain]:
        """Return which lines are covered."""
        return {"top": self._top, "bottom": self._bottom, "version": 2}

    def apply(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Cover the lines of each frame."""
        for frame in frames:
            data = frame.data.copy()
            _cover(data, self._bottom)
            _cover(data[::-1], self._top)
            yield replace(frame, data=data)


def _cover(data: Rgb, lines: int) -> None:
    """Replace the last lines by the last good one, with half of the mirrored picture's texture.

    Texture ends where an edge begins: what lies above an edge does not come again below it.
    """
    if not lines:
        return
    peak = np.iinfo(data.dtype).max
    most = _MOST_TEXTURE * peak // 255
    last = len(data) - lines - 1
    good = data[last].astype(np.int32)
    texture = ((data[last - np.arange(lines)] - good) // 2).clip(-most, most)
    data[last + 1 :] = (good + texture).clip(0, peak)
