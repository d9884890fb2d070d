"""EDVR: a frame and its neighbours, aligned in a pyramid and fused by attention, then enlarged.

Deformable convolutions bring the neighbours onto the frame in the middle, from the coarsest of
three levels to the finest (PCD); temporal and spatial attention weigh what fits (TSA).

Module and parameter names are those of OpenMMLab's checkpoints.

Source: Wang et al., "EDVR: Video Restoration with Enhanced Deformable Convolutional Networks"
(arXiv:1905.02716); OpenMMLab, `EDVRNet`, and `EDVRFeatureExtractor` for IconVSR.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from engine.networks.deform_conv import OFFSET_NUMBERS, DeformConv, sampling_bytes
from engine.networks.family import Family, OverlappingModel, cut_rows
from engine.networks.realbasicvsr import (
    SCALE,
    TAIL_HALO_ROWS,
    PixelShuffleUpsample,
    ResidualBlock,
    enlarged_residual,
)

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


def padded_clip(frames: Sequence[Tensor], reach: int) -> list[Tensor]:
    """Frames of whole blocks of pixels, mirrored at the right and below; enough of them.

    A clip that is shorter than a sliding window is continued with its own frames, backward.

    Args:
        frames: ``(n, 3, h, w)`` each.
        reach: frames that a sliding window sees to either side.
    """
    h, w = frames[0].shape[-2:]
    missing = -w % ROW_MULTIPLE, -h % ROW_MULTIPLE
    padding = (0, missing[0], 0, missing[1])
    mode = "replicate" if min(h, w) <= max(missing) else "reflect"  # too thin to be mirrored
    clip = [F.pad(x, padding, mode=mode) if any(missing) else x for x in frames]
    around = [*clip, *clip[-2:0:-1]]  # there and back
    return clip + [around[n % len(around)] for n in range(len(clip), 2 * reach + 1)]


def place_in_clip(number: int, count: int, reach: int) -> int:
    """The frame that stands for ``number``, which may be before or after the clip.

    As in the official code frames are mirrored, beyond those that the sliding window sees anyway:
    4 and 3 come before the first one where it reaches two frames.
    """
    if number < 0:
        return reach - number
    if number >= count:
        return 2 * count - number - reach - 2
    return number


class EnlargingModel(OverlappingModel):
    """Features at the size of the frame, enlarged four times and added to the enlarged frame."""

    scale, halo_rows = SCALE, TAIL_HALO_ROWS

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.channels = channels
        self.upsample1 = PixelShuffleUpsample(channels, channels)
        self.upsample2 = PixelShuffleUpsample(channels, 64)
        self.conv_hr = nn.Conv2d(64, 64, 3, 1, 1)
        self.conv_last = nn.Conv2d(64, 3, 3, 1, 1)

    def enlarge(self, features: Sequence[Tensor], halo_rows: tuple[int, int]) -> Tensor:
        """See `Model.enlarge`; ``features`` are the frame, and ``(n, c, h, w)`` made of it."""
        frame, made = features
        doublings, convolutions = (self.upsample1, self.upsample2), (self.conv_hr, self.conv_last)
        residual = enlarged_residual(made, doublings, convolutions)
        base = F.interpolate(frame, scale_factor=SCALE, mode="bilinear", align_corners=False)
        above, below = (SCALE * rows for rows in halo_rows)
        return cut_rows(base + residual, above, below)

    @property
    def tail_macs_per_pixel(self) -> int:
        """Multiply-accumulates of `enlarge` for each pixel of the frame."""
        c = self.channels
        return 36 * c * c + 4 * 36 * c * 64 + 16 * 9 * 64 * (64 + 3)

    def enlarging_numbers(self) -> float:
        """At four times the size before and after a step; at twice the size; frame, residual."""
        return SCALE * SCALE * (2 * 64 + self.channels / 4 + 8)


class EDVR(EnlargingModel):
    """Features of a sliding window, residual blocks, then upsampling.

    Every frame depends on its neighbours alone, so that an overlap of as many frames is exact; the
    first frame of a shot also on the last one of its sliding window, mirrored.

    Args:
        channels: width of the network: 64 in EDVR-M, 128 in EDVR-L.
        blocks: after the fusion: 10 in EDVR-M, 40 in EDVR-L.
        frames: of the sliding window.
    """

    def __init__(self, channels: int = 64, blocks: int = 10, frames: int = 5) -> None:
        super().__init__(channels)
        self.most_overlap_frames = self._reach = frames // 2
        self.features = EDVRFeatures(channels, frames)
        self.reconstruction = nn.Sequential(*(ResidualBlock(channels) for _ in range(blocks)))

    def clip_features(
        self, frames: Sequence[Tensor], wanted: range, on_step: Callable[[], None]
    ) -> Iterator[tuple[Tensor, ...]]:
        """See `OverlappingModel.clip_features`: the frame, and ``(n, c, h, w)`` features."""
        h, w = frames[0].shape[-2:]
        clip, reach = padded_clip(frames, self._reach), self._reach
        for index in wanted:
            on_step()
            around = range(index - reach, index + reach + 1)
            x = self.features([clip[place_in_clip(n, len(clip), reach)] for n in around])
            for block in self.reconstruction:
                x = block(x)
            yield frames[index], x[..., :h, :w]

    @property
    def macs_per_pixel(self) -> int:
        """See `Model.macs_per_pixel`."""
        c = self.channels
        rebuilding = len(self.reconstruction) * 18 * c * c
        return self.features.macs_per_pixel() + rebuilding + self.tail_macs_per_pixel

    def clip_bytes(self, pixels: int, frames: int) -> int:
        """Frames before and after padding, and the features of two frames that are finished."""
        return pixels * (frames * 2 * 3 * 4 + 2 * self.channels * self.dtype.itemsize)

    def step_bytes(self, pixels: int) -> int:
        """The features of a sliding window."""
        return self.features.work_bytes(pixels, self.dtype.itemsize)


_FEATURES = re.compile(r"(conv_first|feature_extraction|feat_l\d_conv\d|pcd_alignment|fusion)\.")


def _rename(name: str) -> str:
    """OpenMMLab keeps the feature extraction beside the rest, here it is a part of its own."""
    return f"features.{name}" if _FEATURES.match(name) else name


def _build(architecture: Mapping[str, Any]) -> EDVR:
    return EDVR(**architecture)


FAMILY = Family(_build, _rename)
