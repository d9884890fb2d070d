"""What the source alone decides about the finishing of a frame, found out by whoever decodes it.

So it costs nothing of the thread that feeds a card: 3 to 4 ms for each frame of 720x576.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

import torch

from engine.restoring.finishing import colour_trust, still_weight
from engine.restoring.shots import Finishing, ShotFrame
from engine.video.frame import Frame, Rgb

AnyFrame = TypeVar("AnyFrame", bound=Frame)


def with_finishing(frames: Iterable[ShotFrame[AnyFrame]]) -> Iterator[ShotFrame[AnyFrame]]:
    """Add to each frame how far its colours are trusted, and where it repeats the one before.

    The first frame gets nothing where it does not begin a shot: what came before it is unknown.
    """
    before: Rgb | None = None
    for frame in frames:
        pixels = frame.item.data
        is_known = frame.starts_shot or before is not None
        finishing = finishing_of(pixels, before, frame.starts_shot) if is_known else None
        before = pixels
        yield replace(frame, finishing=finishing)


def finishing_of(pixels: Rgb, before: Rgb | None, starts_shot: bool) -> Finishing:
    """How a frame ``(h, w, 3)`` is finished, after the frame before it where there is one."""
    still = None if starts_shot or before is None else still_weight(before, pixels)
    # As many frames wait as a window has: a mask takes a byte for each pixel.
    return Finishing(colour_trust(pixels), None if still is None else still.to(torch.bool))
