"""Fills streaks of tape and dust of film from the pictures before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

import numpy as np

from engine.jobs.choices import Repair
from engine.jobs.options import Options
from engine.rendering.steps.repairs.green import green_of
from engine.rendering.steps.step import Plain
from engine.video.facts import SourceInfo
from engine.video.frame import Frame, Rgb
from engine.video.spots import DUST, STREAKS, Levels, Spots, find_spots


def make_dropouts(info: SourceInfo, options: Options) -> Fill | None:
    """Return the step that fills streaks; None where that isn't wanted."""
    return _made(Repair.DROPOUTS, STREAKS, info, options)


def make_dust(info: SourceInfo, options: Options) -> Fill | None:
    """Return the step that removes dust; None where that isn't wanted."""
    return _made(Repair.DUST, DUST, info, options)


def _made(repair: Repair, kind: Spots, info: SourceInfo, options: Options) -> Fill | None:
    is_sure = info.finding(repair).is_automatic
    return Fill(repair, kind) if options.wants(repair, is_sure=is_sure) else None


class Fill:
    """Fills what differs from the pictures around each one; a source step.

    Attributes:
        name: that of the repair.
    """

    nanoseconds_per_pixel = 6.0

    def __init__(self, repair: Repair, kind: Spots) -> None:
        """Look for spots of a ``kind``."""
        self.name = str(repair)
        self._kind = kind

    def claim(self) -> Mapping[str, Plain]:
        """Return that it is done: all else follows from the pictures."""
        return {"levels": self._kind.difference, "version": 2}

    def apply(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Fill the spots of each frame but the first and the last."""
        before: Frame | None = None
        here = next(frames, None)
        levels: list[Levels] = [] if here is None else [green_of(here.data)]
        for after in frames:
            levels.append(green_of(after.data))
            if here is not None:
                yield here if before is None else self._filled(before, here, after, levels[-3:])
            before, here, levels = here, after, levels[-2:]
        if here is not None:
            yield here

    def _filled(self, before: Frame, here: Frame, after: Frame, levels: list[Levels]) -> Frame:
        if len({plane.shape for plane in levels}) > 1:
            return here
        mask = find_spots(levels[0], levels[1], levels[2], self._kind, is_proof=False)
        if mask is None:
            return here
        rows, columns = np.nonzero(mask)
        data, distance = here.data.copy(), self._kind.apart[0]
        above, below = rows - distance, np.minimum(rows + distance, len(data) - 1)
        in_time = _mean(before.data[rows, columns], after.data[rows, columns])
        in_place = _mean(here.data[np.maximum(above, 0), columns], here.data[below, columns])
        around = levels[0][rows, columns].astype(np.int16) - levels[2][rows, columns]
        is_still = np.abs(around) < self._kind.difference // 2
        data[rows, columns] = np.where(is_still[:, None], in_time, in_place)
        return replace(here, data=data)


def _mean(first: Rgb, second: Rgb) -> Rgb:
    return cast("Rgb", ((first.astype(np.uint32) + second + 1) // 2).astype(first.dtype))
