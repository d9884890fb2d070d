"""Levels of a picture, each replaced by what a table says."""

from __future__ import annotations

from typing import cast

import numpy as np

from engine.video.frame import Rgb


def looked_up(table: Rgb, levels: Rgb) -> Rgb:
    """Return what ``table`` has for each of ``levels``, all of one type."""
    if levels.dtype == np.uint8:  # four times as fast as numpy's own
        changed = bytearray(np.ascontiguousarray(levels)).translate(table.tobytes())
        return cast("Rgb", np.frombuffer(changed, np.uint8).reshape(levels.shape))
    return cast("Rgb", np.take(table, levels, mode="clip"))
