"""Paints black borders black, so that their noise is not restored and costs no bits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np

from engine.jobs.choices import Borders, Crop
from engine.jobs.options import Options
from engine.rendering.steps.step import Plain
from engine.video.facts import SourceInfo
from engine.video.frame import Frame


def make_borders(info: SourceInfo, options: Options) -> Mask | None:
    """Return the step that paints the borders found; None where that isn't wanted."""
    inside = info.borders_crop
    return Mask(inside) if inside and options.borders is Borders.MASK else None


class Mask:
    """Paints what lies around a region black; a source step."""

    name = "borders"
    nanoseconds_per_pixel = 0.5

    def __init__(self, inside: Crop) -> None:
        """Leave the region ``inside`` as it is."""
        self._inside = inside

    def claim(self) -> Mapping[str, Plain]:
        """Return the region that stays."""
        inside = self._inside
        return {"inside": f"{inside.x}:{inside.y}:{inside.width}:{inside.height}"}

    def apply(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Paint the borders of each frame."""
        inside = self._inside
        region = np.s_[inside.y : inside.y + inside.height, inside.x : inside.x + inside.width]
        for frame in frames:
            data = np.zeros_like(frame.data)
            data[region] = frame.data[region]
            yield replace(frame, data=data)
