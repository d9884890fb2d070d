"""BasicVSR++: second-order grid propagation and flow-guided deformable alignment.

Four branches run through a clip, backward, forward, backward, forward; each sees the results of
those before it, and in its own direction the last two frames. The network enlarges four times, or
keeps the size of its frames (denoising, deblurring, decompression) and then works at a quarter of
it.

Module and parameter names are those of the official checkpoints.

Source: Chan et al., "BasicVSR++: Improving Video Super-Resolution with Enhanced Propagation and
Alignment" (arXiv:2104.13371); OpenMMLab, `BasicVSRPlusPlusNet`.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from engine.networks.deform_conv import (
    OFFSET_NUMBERS,
    DeformConv,
    modulated_deform_conv,
    sampling_bytes,
)
from engine.networks.family import Family, OverlappingModel, cut_rows
from engine.networks.realbasicvsr import (
    SCALE,
    TAIL_HALO_ROWS,
    PixelShuffleUpsample,
    ResidualBlocks,
    enlarged_residual,
    trunk_macs,
)
from engine.networks.spynet import SPyNet, flow_warp

BRANCHES = ("backward_1", "forward_1", "backward_2", "forward_2")
EDGE_BLOCKS = 5
"""Residual blocks before the propagation, and after it."""
DEFORM_GROUPS = 16
LARGEST_RESIDUE = 10.0
"""Pixels that an offset may differ from the flow."""


class FlowGuidedAlignment(DeformConv):
    """Moves the features of the last two frames of a branch onto the current frame."""

    def __init__(self, channels: int) -> None:
        super().__init__(2 * channels, channels, DEFORM_GROUPS)
        self.conv_offset = nn.Sequential(
            nn.Conv2d(3 * channels + 4, channels, 3, 1, 1),
            nn.LeakyReLU(0.1, inplace=True),
            nn.Conv2d(channels, channels, 3, 1, 1),
            nn.LeakyReLU(0.1, inplace=True),
            nn.Conv2d(channels, channels, 3, 1, 1),
            nn.LeakyReLU(0.1, inplace=True),
            nn.Conv2d(channels, OFFSET_NUMBERS * DEFORM_GROUPS, 3, 1, 1),
        )

    def align(self, features: Tensor, condition: Tensor, flows: Sequence[Tensor]) -> Tensor:
        """Sample where the flows point to, and a learned residue beside it.

        Args:
            features: ``(n, 2c, h, w)`` of the last frame and of the one before it, not moved.
            condition: ``(n, 3c, h, w)``: those moved along the flow, between them the current
                features.
            flows: two, ``(n, 2, h, w)``: from the current frame to each of these.

        Returns:
            ``(n, c, h, w)``.
        """
        seen = torch.cat((condition, *(flow.to(condition.dtype) for flow in flows)), dim=1)
        offset, mask = self.split_offsets(self.conv_offset(seen))
        del seen
        half = self.deform_groups // 2  # of the groups, for each of the two frames
        guide = torch.cat([f[:, None].expand(-1, half, -1, -1, -1) for f in flows], dim=1)
        offset.tanh_().mul_(LARGEST_RESIDUE)
        return modulated_deform_conv(features, offset, mask, self.weight, self.bias, flow=guide)


class BasicVSRPlusPlus(OverlappingModel):
    """Four branches through a clip, then upsampling.

    Args:
        channels: width of the network.
        blocks: residual blocks of each branch.
        keeps_size: the result is of the size of the frame; the branches work at a quarter of it.
    """

    def __init__(self, channels: int = 64, blocks: int = 7, *, keeps_size: bool = False) -> None:
        super().__init__()
        self.channels, self._blocks = channels, blocks
        self.row_multiple = SCALE if keeps_size else 1
        self.scale = SCALE // self.row_multiple
        self.halo_rows = TAIL_HALO_ROWS * self.row_multiple
        self.spynet = SPyNet()
        self.feat_extract: nn.Module = ResidualBlocks(3, channels, EDGE_BLOCKS)
        if keeps_size:
            self.feat_extract = nn.Sequential(
                nn.Conv2d(3, channels, 3, 2, 1),
                nn.LeakyReLU(0.1, inplace=True),
                nn.Conv2d(channels, channels, 3, 2, 1),
                nn.LeakyReLU(0.1, inplace=True),
                ResidualBlocks(channels, channels, EDGE_BLOCKS),
            )
        self.deform_align = nn.ModuleDict(
            {name: FlowGuidedAlignment(channels) for name in BRANCHES}
        )
        self.backbone = nn.ModuleDict(
            {
                name: ResidualBlocks((2 + number) * channels, channels, blocks)
                for number, name in enumerate(BRANCHES)
            }
        )
        self.reconstruction = ResidualBlocks(5 * channels, channels, EDGE_BLOCKS)
        self.upsample1 = PixelShuffleUpsample(channels, channels)
        self.upsample2 = PixelShuffleUpsample(channels, 64)
        self.conv_hr = nn.Conv2d(64, 64, 3, 1, 1)
        self.conv_last = nn.Conv2d(64, 3, 3, 1, 1)

    def clip_features(
        self, frames: Sequence[Tensor], wanted: range, on_step: Callable[[], None]
    ) -> Iterator[tuple[Tensor, ...]]:
        """See `OverlappingModel.clip_features`: the frame, and ``(n, c, h, w)`` features.

        Where the size is kept, the features have a quarter of the frame's rows and columns, rounded
        up.
        """
        flows = self.flows(frames, on_step)
        known = [[self.extract(frame) for frame in frames]]
        *earlier, last = BRANCHES
        for branch in earlier:
            on_way = list(self.branch(branch, known, flows, on_step))
            known.append(on_way if "forward" in branch else on_way[::-1])
        for index, features in enumerate(self.branch(last, known, flows, on_step)):
            if index in wanted:
                seen = [one[index] for one in known]
                rebuilt = self.reconstruction(torch.cat((*seen, features), dim=1))
                yield frames[index], rebuilt
            if index + 1 == wanted.stop:
                return

    def extract(self, frame: Tensor) -> Tensor:
        """Features of a single frame: ``(n, 3, h, w)`` to ``(n, c, h, w)``, or to a quarter."""
        out: Tensor = self.feat_extract(self._in_blocks(frame).to(self.dtype))
        return out

    def flows(self, frames: Sequence[Tensor], on_step: Callable[[], None]) -> list[Tensor]:
        """Optical flow between neighbours, at the size of the features.

        Returns:
            ``(2, n, 2, h, w)`` each: from frame i to i + 1, then from frame i + 1 to i.
        """
        found = []
        for pair in itertools.pairwise(frames):
            on_step()
            clip = torch.stack([self._shrunk(frame) for frame in pair], dim=1)
            found.append(self.spynet.neighbour_flows(clip)[:, :, 0])
        return found

    def branch(
        self,
        name: str,
        known: Sequence[Sequence[Tensor]],
        flows: Sequence[Tensor],
        on_step: Callable[[], None],
    ) -> Iterator[Tensor]:
        """Run a branch through the clip.

        Args:
            name: of the branch.
            known: features ``(n, c, h, w)`` of each frame: extracted, and of earlier branches.
            flows: those of `flows`.
            on_step: called before each frame.

        Yields:
            Features ``(n, c, h, w)`` of each frame, in the order of the branch.
        """
        count, is_forward = len(known[0]), "forward" in name
        last: Tensor | None = None  # of the frame before, in the order of the branch
        second: Tensor | None = None  # of the frame before that
        to_second: Tensor | None = None  # flow from the frame before to that one
        for index in range(count) if is_forward else reversed(range(count)):
            on_step()
            seen = [one[index] for one in known]
            propagated = torch.zeros_like(seen[0])
            if last is not None:
                flow = flows[index - 1][1] if is_forward else flows[index][0]
                propagated = self._aligned(name, seen[0], (last, second), (flow, to_second))
                to_second = flow
            refined = self.backbone[name](torch.cat((*seen, propagated), dim=1))
            last, second = propagated.add_(refined), last
            del seen, propagated, refined
            yield last

    def _aligned(
        self,
        name: str,
        current: Tensor,
        features: tuple[Tensor, Tensor | None],
        flows: tuple[Tensor, Tensor | None],
    ) -> Tensor:
        """Features of the last two frames of a branch, moved onto the current one.

        Args:
            name: of the branch.
            current: ``(n, c, h, w)`` extracted features of the current frame.
            features: of the last frame, and of the one before it where there is one.
            flows: from the current frame to the last one, from that to the one before it.
        """
        align = self.deform_align[name]
        assert isinstance(align, FlowGuidedAlignment)
        last, second = features
        to_last, beyond = flows
        moved = flow_warp(last, to_last)
        if second is None or beyond is None:
            second, to_second = torch.zeros_like(last), torch.zeros_like(to_last)
            moved_second = second
        else:
            to_second = to_last + flow_warp(beyond, to_last)
            moved_second = flow_warp(second, to_second)
        condition = torch.cat((moved, current, moved_second), dim=1)
        del moved, moved_second
        return align.align(torch.cat((last, second), dim=1), condition, (to_last, to_second))

    def enlarge(self, features: Sequence[Tensor], halo_rows: tuple[int, int]) -> Tensor:
        """See `Model.enlarge`; ``features`` are the frame and what `clip_features` made of it."""
        frame, rebuilt = features
        residual = enlarged_residual(
            rebuilt, (self.upsample1, self.upsample2), (self.conv_hr, self.conv_last)
        )
        base = frame
        if self.scale > 1:
            base = F.interpolate(
                frame, scale_factor=self.scale, mode="bilinear", align_corners=False
            )
        height, width = base.shape[-2:]
        above, below = (self.scale * rows for rows in halo_rows)
        return cut_rows(base + residual[..., :height, :width], above, below)

    def _in_blocks(self, frame: Tensor) -> Tensor:
        """The frame, continued at the right and below to whole blocks of pixels."""
        h, w = frame.shape[-2:]
        missing = -w % self.row_multiple, -h % self.row_multiple
        if not any(missing):
            return frame
        return F.pad(frame, (0, missing[0], 0, missing[1]), mode="replicate")

    def _shrunk(self, frame: Tensor) -> Tensor:
        """The frame as the flow sees it, at the size of the features."""
        if self.row_multiple == 1:
            return frame
        whole = self._in_blocks(frame)
        return F.interpolate(
            whole, scale_factor=1 / self.row_multiple, mode="bicubic", align_corners=False
        )

    @property
    def macs_per_pixel(self) -> int:
        """See `Model.macs_per_pixel`."""
        c, blocks, edge = self.channels, self._blocks, EDGE_BLOCKS
        branches = sum(trunk_macs((2 + n) * c, c, blocks) for n in range(len(BRANCHES)))
        offsets = 9 * c * (3 * c + 4 + 2 * c + OFFSET_NUMBERS * DEFORM_GROUPS)
        alignment = len(BRANCHES) * (offsets + 9 * 2 * c * c)
        flow = 2 * self.spynet.macs_per_pixel()
        extraction = trunk_macs(3, c, edge)
        if self.row_multiple > 1:
            extraction = 4 * 9 * 3 * c + 9 * c * c + trunk_macs(c, c, edge)
        tail = 36 * c * c + 4 * 36 * c * 64 + 16 * 9 * 64 * (64 + 3)
        rebuilding = trunk_macs(5 * c, c, edge)
        whole = branches + alignment + flow + extraction + rebuilding + tail
        return whole // self.row_multiple**2

    def clip_bytes(self, pixels: int, frames: int) -> int:
        """Frames; flows; extracted features and those of three branches.

        Then the last two of the fourth branch, and of two frames that are finished.
        """
        inner = pixels / self.row_multiple**2
        features = inner * self.channels * self.dtype.itemsize
        return int(frames * (pixels * 3 * 4 + inner * 4 * 4 + 4 * features) + 4 * features)

    def step_bytes(self, pixels: int) -> int:
        """The alignment: its inputs, offsets, and what sampling works in; or a flow."""
        inner, c, itemsize = pixels / self.row_multiple**2, self.channels, self.dtype.itemsize
        offsets = OFFSET_NUMBERS * DEFORM_GROUPS
        arguments = (2 * c + 3 * c + offsets) * itemsize + DEFORM_GROUPS * 2 * 4 + 4 * 4
        sampling = sampling_bytes(2 * c, c, DEFORM_GROUPS, itemsize)
        flow = 2 * (12 * 4 + 96 * itemsize + 4 * 16)
        return int(inner * max(arguments + sampling, flow))

    def enlarging_numbers(self) -> float:
        """At the final size before and after a step; at half of it; frame, residual."""
        return self.scale**2 * (2 * 64 + self.channels / 4 + 8)


def _build(architecture: Mapping[str, Any]) -> BasicVSRPlusPlus:
    return BasicVSRPlusPlus(**architecture)


FAMILY = Family(_build)
