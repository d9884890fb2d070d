"""EDVR-M's features: a frame and its neighbours, aligned in a pyramid and fused by attention.

Deformable convolutions bring the neighbours onto the frame in the middle, from the coarsest of
three levels to the finest (PCD); temporal and spatial attention weigh what fits (TSA).

Module and parameter names are those of OpenMMLab's checkpoints.

Source: Wang et al., "EDVR: Video Restoration with Enhanced Deformable Convolutional Networks"
(arXiv:1905.02716); OpenMMLab, `EDVRFeatureExtractor`.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from engine.networks.deform_conv import OFFSET_NUMBERS, DeformConv, sampling_bytes
from engine.networks.realbasicvsr import ResidualBlock

DEFORM_GROUPS = 8
EXTRACTION_BLOCKS = 5
LEVELS = ("l1", "l2", "l3")
"""Of the pyramid, from the size of the frame to a quarter of it."""
ROW_MULTIPLE = 4
"""Rows and columns of a frame must be a multiple of it, for the levels to fit."""


class Conv(nn.Module):
    """A convolution under the name ``conv``, and a LeakyReLU unless it is left out."""

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel: int = 3,
        stride: int = 1,
        *,
        is_activated: bool = True,
    ) -> None:
        super().__init__()
        self.conv = nn.Conv2d(in_channels, out_channels, kernel, stride, kernel // 2)
        self._is_activated = is_activated

    def forward(self, x: Tensor) -> Tensor:
        """``(n, in_channels, h, w)`` to ``(n, out_channels, h / stride, w / stride)``."""
        out: Tensor = self.conv(x)
        return F.leaky_relu(out, 0.1, inplace=True) if self._is_activated else out


def doubled(x: Tensor) -> Tensor:
    """``(n, c, h, w)`` to twice the size, bilinear."""
    return F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)


class PyramidAlignment(nn.Module):
    """Brings the features of a neighbour onto those of the frame, level by level (PCD)."""

    def __init__(self, c: int) -> None:
        super().__init__()
        coarse = LEVELS[-1]
        finer = LEVELS[:-1]
        self.offset_conv1 = nn.ModuleDict({level: Conv(2 * c, c) for level in LEVELS})
        self.offset_conv2 = nn.ModuleDict(
            {level: Conv(c if level == coarse else 2 * c, c) for level in LEVELS}
        )
        self.offset_conv3 = nn.ModuleDict({level: Conv(c, c) for level in finer})
        self.dcn_pack = nn.ModuleDict({level: DeformConv(c, c, DEFORM_GROUPS) for level in LEVELS})
        self.feat_conv = nn.ModuleDict(
            {level: Conv(2 * c, c, is_activated=level != LEVELS[0]) for level in finer}
        )
        self.cas_offset_conv1 = Conv(2 * c, c)
        self.cas_offset_conv2 = Conv(c, c)
        self.cas_dcnpack = DeformConv(c, c, DEFORM_GROUPS)

    def forward(self, neighbour: list[Tensor], reference: list[Tensor]) -> Tensor:
        """Features of the three levels, finest first, to aligned ones ``(n, c, h, w)``."""
        level = LEVELS[-1]
        offset = self.offset_conv1[level](torch.cat((neighbour[-1], reference[-1]), dim=1))
        offset = self.offset_conv2[level](offset)
        moved = F.leaky_relu(self.dcn_pack[level](neighbour[-1], offset), 0.1, inplace=True)
        for number in reversed(range(len(LEVELS) - 1)):
            level = LEVELS[number]
            # An offset in pixels is twice as long at twice the size.
            coarse_offset, coarse_moved = doubled(offset).mul_(2), doubled(moved)
            offset = torch.cat((neighbour[number], reference[number]), dim=1)
            offset = self.offset_conv1[level](offset)
            offset = self.offset_conv2[level](torch.cat((offset, coarse_offset), dim=1))
            offset = self.offset_conv3[level](offset)
            moved = self.dcn_pack[level](neighbour[number], offset)
            moved = self.feat_conv[level](torch.cat((moved, coarse_moved), dim=1))
        offset = self.cas_offset_conv1(torch.cat((moved, reference[0]), dim=1))
        offset = self.cas_offset_conv2(offset)
        return F.leaky_relu(self.cas_dcnpack(moved, offset), 0.1, inplace=True)


class AttentionFusion(nn.Module):
    """Fuses the aligned features of all frames by temporal and spatial attention (TSA)."""

    def __init__(self, c: int, frames: int) -> None:
        super().__init__()
        self.temporal_attn1 = nn.Conv2d(c, c, 3, 1, 1)
        self.temporal_attn2 = nn.Conv2d(c, c, 3, 1, 1)
        self.feat_fusion = Conv(frames * c, c, 1)
        self.spatial_attn1 = Conv(frames * c, c, 1)
        self.spatial_attn2 = Conv(2 * c, c, 1)
        self.spatial_attn3 = Conv(c, c)
        self.spatial_attn4 = Conv(c, c, 1)
        self.spatial_attn5 = nn.Conv2d(c, c, 3, 1, 1)
        self.spatial_attn_l1 = Conv(c, c, 1)
        self.spatial_attn_l2 = Conv(2 * c, c)
        self.spatial_attn_l3 = Conv(c, c)
        self.spatial_attn_add1 = Conv(c, c, 1)
        self.spatial_attn_add2 = nn.Conv2d(c, c, 1)

    def forward(self, aligned: list[Tensor]) -> Tensor:
        """``(n, c, h, w)`` of each frame, the middle one unmoved, to ``(n, c, h, w)``."""
        reference = self.temporal_attn1(aligned[len(aligned) // 2])
        weighted = []
        for features in aligned:
            likeness = (self.temporal_attn2(features) * reference).sum(dim=1, keepdim=True)
            weighted.append(features * likeness.sigmoid())
        del reference
        joined = torch.cat(weighted, dim=1)  # (n, frames * c, h, w)
        del weighted
        fused: Tensor = self.feat_fusion(joined)
        attention = self.spatial_attn2(_pooled(self.spatial_attn1(joined)))  # half the size
        del joined
        level = self.spatial_attn_l2(_pooled(self.spatial_attn_l1(attention)))  # a quarter
        level = doubled(self.spatial_attn_l3(level))
        attention = self.spatial_attn4(self.spatial_attn3(attention) + level)
        attention = self.spatial_attn5(doubled(attention))
        added: Tensor = self.spatial_attn_add2(self.spatial_attn_add1(attention))
        # Doubled, for at the start of a training a sigmoid is about a half.
        return fused.mul_(attention.sigmoid_().mul_(2)).add_(added)


def _pooled(x: Tensor) -> Tensor:
    """The greatest and the mean of neighbouring numbers: ``(n, 2c, h / 2, w / 2)``."""
    return torch.cat((F.max_pool2d(x, 3, 2, 1), F.avg_pool2d(x, 3, 2, 1)), dim=1)


class EDVRFeatures(nn.Module):
    """Features of a frame out of those of a few frames around it.

    Args:
        channels: width of the network.
        frames: looked at, the middle one included.
    """

    def __init__(self, channels: int = 64, frames: int = 5) -> None:
        super().__init__()
        c = channels
        self.frames, self._channels = frames, channels
        self.conv_first = nn.Conv2d(3, c, 3, 1, 1)
        self.feature_extraction = nn.Sequential(
            *(ResidualBlock(c) for _ in range(EXTRACTION_BLOCKS))
        )
        self.feat_l2_conv1 = Conv(c, c, stride=2)
        self.feat_l2_conv2 = Conv(c, c)
        self.feat_l3_conv1 = Conv(c, c, stride=2)
        self.feat_l3_conv2 = Conv(c, c)
        self.pcd_alignment = PyramidAlignment(c)
        self.fusion = AttentionFusion(c, frames)

    def forward(self, frames: list[Tensor]) -> Tensor:
        """As many ``(n, 3, h, w)`` as `frames` says to ``(n, c, h, w)``."""
        pyramids = [self._pyramid(frame) for frame in frames]
        reference = pyramids[len(pyramids) // 2]
        aligned = []
        for number, pyramid in enumerate(pyramids):
            aligned.append(self.pcd_alignment(pyramid, reference))
            if pyramid is not reference:
                pyramids[number] = []
        del pyramids, reference
        fused: Tensor = self.fusion(aligned)
        return fused

    def _pyramid(self, frame: Tensor) -> list[Tensor]:
        """Features of the three levels, finest first."""
        level = F.leaky_relu(self.conv_first(frame.to(self.conv_first.weight.dtype)), 0.1)
        for block in self.feature_extraction:
            level = block(level)
        half = self.feat_l2_conv2(self.feat_l2_conv1(level))
        return [level, half, self.feat_l3_conv2(self.feat_l3_conv1(half))]

    def work_bytes(self, pixels: int, itemsize: int) -> int:
        """Memory that it works in: pyramids and aligned features, and the largest alignment."""
        c, frames = self._channels, self.frames
        held = (1.3125 * frames + frames) * c * itemsize
        arguments = (5 * c + OFFSET_NUMBERS * DEFORM_GROUPS) * itemsize
        alignment = arguments + sampling_bytes(c, c, DEFORM_GROUPS, itemsize)
        fusing = (2 * frames + 4) * c * itemsize
        return int(pixels * max(held + alignment, frames * c * itemsize + fusing))

    def macs_per_pixel(self) -> int:
        """Multiply-accumulates for each pixel of the frame in the middle."""
        c, frames = self._channels, self.frames
        square = c * c
        extraction = 9 * 3 * c + 9 * square * (2 * EXTRACTION_BLOCKS + 0.5 + 0.125)
        # Of two frames to one, from there, and into offsets and masks; then the convolution.
        deform = 9 * c * (c + OFFSET_NUMBERS * DEFORM_GROUPS)
        coarse, finer = 9 * 3 * square + deform, 9 * 7 * square + deform
        alignment = coarse / 16 + finer / 4 + finer + 9 * 3 * square + deform
        fusion = square * (9 + 9 * frames + 2 * frames + (2 + 9 + 1 + 1) / 4 + 27 / 16 + 9 + 2)
        return round(frames * (extraction + alignment) + fusion)
