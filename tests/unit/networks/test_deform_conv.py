"""The deformable convolution, pixel by pixel as it is defined."""

from __future__ import annotations

import math

import pytest
import torch
from torch.nn import functional as F  # noqa: N812

from engine.networks.deform_conv import DeformConv, modulated_deform_conv, sampling_bytes
from tests.unit.allocation import peak_bytes


def sample(picture, y, x):
    """Between four pixels; those outside are zero."""
    value, top, left = 0.0, math.floor(y), math.floor(x)
    for row in (top, top + 1):
        for column in (left, left + 1):
            if 0 <= row < picture.shape[0] and 0 <= column < picture.shape[1]:
                share = (1 - abs(y - row)) * (1 - abs(x - column))
                value += share * float(picture[row, column])
    return value


def test_it_is_the_formula():
    torch.manual_seed(0)
    groups, c, c_out, h, w = 2, 4, 3, 4, 5
    x, weight, bias = torch.randn(1, c, h, w), torch.randn(c_out, c, 3, 3), torch.randn(c_out)
    offset = 2 * torch.randn(1, groups * 18, h, w)
    mask, flow = torch.rand(1, groups * 9, h, w), torch.randn(1, groups, 2, h, w)
    ours = modulated_deform_conv(x, offset, mask, weight, bias, flow=flow)
    expected = bias[:, None, None].repeat(1, h, w).double()
    for row in range(h):
        for column in range(w):
            for channel in range(c):
                group = channel // (c // groups)
                for tap in range(9):
                    at = group * 18 + 2 * tap
                    move = flow[0, group, :, row, column]
                    y = row + tap // 3 - 1 + float(offset[0, at, row, column]) + float(move[1])
                    left = column + tap % 3 - 1 + float(offset[0, at + 1, row, column])
                    value = sample(x[0, channel], y, left + float(move[0]))
                    value *= float(mask[0, group * 9 + tap, row, column])
                    expected[:, row, column] += weight[:, channel, tap // 3, tap % 3] * value
    torch.testing.assert_close(ours[0], expected.float(), atol=2e-5, rtol=1e-5)


def test_without_offsets_it_is_a_convolution():
    torch.manual_seed(0)
    layer = DeformConv(4, 6, 2).requires_grad_(False)
    layer.conv_offset.weight.zero_()
    layer.conv_offset.bias.zero_()
    x = torch.randn(2, 4, 7, 8)
    plain = F.conv2d(x, 0.5 * layer.weight, layer.bias, padding=1)  # the masks are a half
    torch.testing.assert_close(layer(x, torch.randn(2, 6, 7, 8)), plain)


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_the_memory_is_as_promised(dtype):
    c, c_out, groups, h, w = 64, 32, 16, 24, 32
    x = torch.randn(1, c, h, w).to(dtype)
    offset = torch.randn(1, groups * 18, h, w).to(dtype)
    mask = torch.rand(1, groups * 9, h, w).to(dtype)
    weight, bias = torch.randn(c_out, c, 3, 3).to(dtype), torch.randn(c_out).to(dtype)
    measured = peak_bytes(lambda: modulated_deform_conv(x, offset, mask, weight, bias))
    expected = h * w * sampling_bytes(c, c_out, groups, dtype.itemsize)
    assert measured <= 1.1 * expected
    assert expected <= 1.5 * measured
