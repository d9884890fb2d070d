"""Modulated deformable convolution in plain PyTorch.

A convolution whose kernel may look anywhere: for each pixel of the result and each tap of the
kernel an offset says where the input is sampled, and a mask how much the sample counts.

Source: Zhu et al., "Deformable ConvNets v2" (arXiv:1811.11168); the order of offsets and masks is
that of MMCV's `modulated_deform_conv2d`.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from engine.networks.spynet import flow_warp

KERNEL = 3
TAPS = KERNEL * KERNEL
OFFSET_NUMBERS = 3 * TAPS
"""Numbers for each group and pixel: row and column of each tap, and its mask."""


def modulated_deform_conv(
    x: Tensor, offset: Tensor, mask: Tensor, weight: Tensor, bias: Tensor | None
) -> Tensor:
    """A 3x3 convolution at sampled places; the samples outside the picture are zero.

    Tap by tap: all taps at once would take nine times the memory of the input.

    Args:
        x: ``(n, c, h, w)``.
        offset: ``(n, groups * 9 * 2, h, w)`` in pixels; of each tap the row, then the column.
        mask: ``(n, groups * 9, h, w)``; the channels of a group share offsets and masks.
        weight: ``(c_out, c, 3, 3)``.
        bias: ``(c_out,)``.

    Returns:
        ``(n, c_out, h, w)`` in the dtype of ``x``.
    """
    n, c, h, w = x.shape
    groups = mask.shape[1] // TAPS
    grouped = x.reshape(n * groups, c // groups, h, w)
    offset = offset.view(n * groups, TAPS, 2, h, w)
    mask = mask.view(n * groups, TAPS, h, w)
    # Summed in 32 bits, for nine roundings to 16 bits would be seen.
    out = torch.zeros((n, weight.shape[0], h, w), device=x.device)
    if bias is not None:
        out += bias[:, None, None]
    for tap in range(TAPS):
        row, column = divmod(tap, KERNEL)
        # As flow: column first.
        flow_x = offset[:, tap, 1].float() + (column - KERNEL // 2)
        flow_y = offset[:, tap, 0].float() + (row - KERNEL // 2)
        sampled = flow_warp(grouped, torch.stack((flow_x, flow_y), dim=1))
        sampled = sampled.mul_(mask[:, tap, None]).view(n, c, h, w)
        out += F.conv2d(sampled, weight[:, :, row, column, None, None])
    return out.to(x.dtype)


def sampling_bytes(channels: int, out_channels: int, groups: int, itemsize: int) -> int:
    """Memory of each pixel that `modulated_deform_conv` works in, without its arguments.

    The input by groups; a tap's samples, by way of 32 bits; their grid before and after it is put
    together; the sum and what a tap adds to it.
    """
    detour = 0 if itemsize == 4 else 4 * channels
    samples = 2 * channels * itemsize + detour
    return samples + groups * 4 * 4 + out_channels * (4 + itemsize)


class DeformConv(nn.Conv2d):
    """A modulated deformable 3x3 convolution; offsets and masks come from other features.

    Args:
        in_channels: of the input.
        out_channels: of the result.
        groups: of channels with offsets of their own.
        condition_channels: of the features that `conv_offset` sees.
    """

    conv_offset: nn.Module

    def __init__(
        self, in_channels: int, out_channels: int, groups: int, condition_channels: int
    ) -> None:
        super().__init__(in_channels, out_channels, KERNEL, 1, 1)
        self.deform_groups = groups
        self.conv_offset = nn.Conv2d(condition_channels, OFFSET_NUMBERS * groups, 3, 1, 1)

    def forward(self, x: Tensor, condition: Tensor) -> Tensor:  # type: ignore[override]
        """``(n, c, h, w)`` and ``(n, c_condition, h, w)`` to ``(n, c_out, h, w)``."""
        rows, columns, mask = self.conv_offset(condition).chunk(3, dim=1)
        offset = torch.cat((rows, columns), dim=1)
        return modulated_deform_conv(x, offset, mask.sigmoid(), self.weight, self.bias)
