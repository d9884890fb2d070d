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
    x: Tensor,
    offset: Tensor,
    mask: Tensor,
    weight: Tensor,
    bias: Tensor | None,
    *,
    flow: Tensor | None = None,
) -> Tensor:
    """A 3x3 convolution of samples; those outside the picture are zero.

    Tap by tap: all taps at once would take nine times the memory of the input.

    Args:
        x: ``(n, c, h, w)``.
        offset: ``(n, groups * 9 * 2, h, w)`` in pixels; of each tap the row, then the column.
        mask: ``(n, groups * 9, h, w)``; the channels of a group share offsets and masks.
        weight: ``(c_out, c, 3, 3)``.
        bias: ``(c_out,)``.
        flow: ``(n, groups, 2, h, w)`` in pixels, x then y, added to the offsets of all taps;
            in 32-bit, for a 16-bit place may be off by pixels.

    Returns:
        ``(n, c_out, h, w)`` in the dtype of ``x``.
    """
    n, c, h, w = x.shape
    groups = mask.shape[1] // TAPS
    grouped = x.reshape(n * groups, c // groups, h, w)
    offset = offset.view(n, groups, TAPS, 2, h, w)
    mask = mask.view(n, groups, TAPS, h, w)
    # Summed in 32-bit: nine roundings to 16-bit would show.
    out = torch.zeros((n, weight.shape[0], h, w), device=x.device)
    if bias is not None:
        out += bias[:, None, None]
    for tap in range(TAPS):
        row, column = divmod(tap, KERNEL)
        place = offset[:, :, tap].flip(2).float()  # (n, groups, 2, h, w): x, then y
        if flow is not None:
            place += flow
        place[:, :, 0] += column - KERNEL // 2
        place[:, :, 1] += row - KERNEL // 2
        sampled = flow_warp(grouped, place.flatten(0, 1))
        del place
        sampled *= mask[:, :, tap].reshape(n * groups, 1, h, w)
        out += F.conv2d(sampled.reshape(n, c, h, w), weight[:, :, row, column, None, None])
    return out.to(x.dtype)


def sampling_bytes(channels: int, out_channels: int, groups: int, itemsize: int) -> int:
    """Memory for each pixel that `modulated_deform_conv` works in, without its arguments.

    The input by groups and the samples of a tap, in 16 bits by way of 32; their places and the
    grid made of them; the sum and what a tap adds to it.
    """
    detour = 0 if itemsize == 4 else 2 * 4 * channels
    return 2 * channels * itemsize + detour + groups * 4 * 8 + out_channels * (4 + itemsize)


class DeformConv(nn.Conv2d):
    """A modulated deformable 3x3 convolution; offsets and masks come from other features.

    Args:
        in_channels: of the input.
        out_channels: of the result, and of the features that offsets and masks come from.
        groups: of channels with offsets of their own.
    """

    conv_offset: nn.Module

    def __init__(self, in_channels: int, out_channels: int, groups: int) -> None:
        super().__init__(in_channels, out_channels, KERNEL, 1, 1)
        self.deform_groups = groups
        self.conv_offset = nn.Conv2d(out_channels, OFFSET_NUMBERS * groups, 3, 1, 1)

    def forward(self, x: Tensor, condition: Tensor) -> Tensor:  # type: ignore[override]
        """``(n, c, h, w)`` and ``(n, c_out, h, w)`` to ``(n, c_out, h, w)``."""
        offset, mask = self.split_offsets(self.conv_offset(condition))
        return modulated_deform_conv(x, offset, mask, self.weight, self.bias)

    def split_offsets(self, numbers: Tensor) -> tuple[Tensor, Tensor]:
        """Offsets and masks out of what `conv_offset` gives; the masks in 0..1, in its memory."""
        places = 2 * TAPS * self.deform_groups
        return numbers[:, :places], numbers[:, places:].sigmoid_()
