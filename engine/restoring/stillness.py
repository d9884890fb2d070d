"""What a source repeats, its restoration repeats.

A codec that is short of bits leaves still areas exactly as they were. The network sees more than
them, and what it makes of them would still change a little with every frame.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.networks.realbasicvsr import SCALE
from engine.video.frame import Rgb


def still_weight(before: Rgb, frame: Rgb) -> Tensor | None:
    """Where a frame and all around it is exactly as in the frame before.

    Told on the processor, where the pixels come from: a card would have to be waited for.

    Args:
        before: ``(h, w, 3)`` the frame before, as it came.
        frame: the same shape.

    Returns:
        ``(1, 1, h, w)`` 32-bit, 1 where it is and else 0; None where it nowhere is.
    """
    differs = before != frame
    changed = _spread(differs[..., 0] | differs[..., 1] | differs[..., 2])
    return None if changed.all() else torch.from_numpy(~changed)[None, None].to(torch.float32)


def enlarged_weight(weight: Tensor) -> Tensor:
    """``(1, 1, h, w)`` of `still_weight` at four times the size, with soft edges."""
    return F.interpolate(weight, scale_factor=SCALE, mode="bilinear", align_corners=False)


def _spread(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """``(h, w)``, set where any of the nine pixels around was."""
    rows = mask.copy()
    rows[1:] |= mask[:-1]
    rows[:-1] |= mask[1:]
    spread = rows.copy()
    spread[:, 1:] |= rows[:, :-1]
    spread[:, :-1] |= rows[:, 1:]
    return spread
