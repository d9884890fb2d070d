"""What a source repeats, its restoration repeats.

A codec that is short of bits leaves still areas exactly as they were. The network sees more than
them, and what it makes of them would still change a little with every frame.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.network import SCALE


def still_weight(before: Tensor, frame: Tensor) -> Tensor | None:
    """Where a frame and all around it is exactly as in the frame before.

    Args:
        before: ``(1, 3, h, w)`` the frame before, as it came.
        frame: the same shape.

    Returns:
        ``(1, 1, h, w)``, 1 where it is and else 0; None where it nowhere is.
    """
    changed = (frame != before).any(dim=1, keepdim=True).to(torch.float32)
    around = F.max_pool2d(changed, 3, stride=1, padding=1)
    return None if bool(around.all()) else 1 - around


def enlarged_weight(weight: Tensor) -> Tensor:
    """``(1, 1, h, w)`` of `still_weight` at four times the size, with soft edges."""
    return F.interpolate(weight, scale_factor=SCALE, mode="bilinear", align_corners=False)
