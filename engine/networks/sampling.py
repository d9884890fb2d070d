"""Bilinear sampling of pictures, by a device's own code where that is right."""

from __future__ import annotations

from functools import cache

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - the field's usual name

_DOUBTFUL = {"mps"}
"""Kinds of devices whose own code is tried once: Apple's knows no border, or gets it wrong."""
_TOLERANCE = 1e-3


def sample_bilinear(x: Tensor, grid: Tensor, padding_mode: str) -> Tensor:
    """``F.grid_sample`` with corners aligned, on every device.

    Args:
        x: ``(n, c, h, w)`` 32-bit.
        grid: ``(n, h', w', 2)`` places, x then y; -1 and 1 are the outermost pixels.
        padding_mode: what lies outside the picture: ``"zeros"`` or ``"border"``.

    Returns:
        ``(n, c, h', w')``.
    """
    if x.device.type in _DOUBTFUL and not _samples_rightly(x.device):
        return gathered(x, grid, padding_mode)
    return F.grid_sample(x, grid, "bilinear", padding_mode, align_corners=True)


def gathered(x: Tensor, grid: Tensor, padding_mode: str) -> Tensor:
    """The same as `sample_bilinear` from operations that every device has; slower."""
    n, c, h, w = x.shape
    column = (grid[..., 0] + 1) * ((w - 1) / 2)
    row = (grid[..., 1] + 1) * ((h - 1) / 2)
    if padding_mode == "border":
        column, row = column.clamp(0, w - 1), row.clamp(0, h - 1)
    left, top = column.floor(), row.floor()
    flat, total = x.flatten(2), x.new_zeros(n, c, *grid.shape[1:3])
    for down in (0, 1):
        for right in (0, 1):
            at_column, at_row = left + right, top + down
            weight = (1 - (column - at_column).abs()) * (1 - (row - at_row).abs())
            is_inside = (at_column >= 0) & (at_column < w) & (at_row >= 0) & (at_row < h)
            place = at_row.clamp(0, h - 1) * w + at_column.clamp(0, w - 1)
            index = place.long().flatten(1)[:, None].expand(n, c, -1)
            total += torch.gather(flat, 2, index).view_as(total) * (weight * is_inside)[:, None]
    return total


@cache
def _samples_rightly(device: torch.device) -> bool:
    """Whether the device's own code gives what the processor gives; tried once."""
    generator = torch.Generator().manual_seed(0)
    picture = torch.rand(1, 3, 9, 12, generator=generator)
    grid = 2.4 * torch.rand(1, 10, 11, 2, generator=generator) - 1.2  # some places lie outside
    try:
        for padding_mode in ("zeros", "border"):
            expected = gathered(picture, grid, padding_mode)
            place = grid.to(device)
            found = F.grid_sample(
                picture.to(device), place, "bilinear", padding_mode, align_corners=True
            )
            if not float((found.cpu() - expected).abs().max()) < _TOLERANCE:
                return False
    except RuntimeError:  # not every build has it; NotImplementedError is one
        return False
    return True
