"""IconVSR: BasicVSR with information refill and coupled propagation.

On every fifth frame, a keyframe, features of a sliding window (EDVR) join the propagated ones, so
that what the propagation lost comes back. The forward branch sees the results of the backward one.

Module and parameter names are those of the official checkpoints.

Source: Chan et al., "BasicVSR: The Search for Essential Components in Video Super-Resolution and
Beyond" (arXiv:2012.02181); OpenMMLab, `IconVSRNet`.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from engine.networks.edvr import EDVRFeatures, EnlargingModel, padded_clip, place_in_clip
from engine.networks.family import Family
from engine.networks.realbasicvsr import (
    SCALE,
    ResidualBlocks,
    trunk_macs,
)
from engine.networks.spynet import SPyNet, flow_warp


class IconVSR(EnlargingModel):
    """A backward branch, a forward branch that sees it, then upsampling.

    Args:
        channels: width of the network.
        blocks: residual blocks of each branch.
        keyframe_stride: from one keyframe to the next.
        padding: frames before and after a keyframe that its refill looks at.
    """

    def __init__(
        self, channels: int = 64, blocks: int = 30, keyframe_stride: int = 5, padding: int = 2
    ) -> None:
        super().__init__(channels)
        c, self._blocks = channels, blocks
        # Then the windows of a shot have the keyframes of the whole shot.
        self.keyframe_stride = self.window_multiple = keyframe_stride
        self.padding = padding
        self.spynet = SPyNet()
        self.edvr = EDVRFeatures(c, 2 * padding + 1)
        self.backward_fusion = nn.Conv2d(2 * c, c, 3, 1, 1)
        self.backward_resblocks = ResidualBlocks(c + 3, c, blocks)
        self.forward_fusion = nn.Conv2d(2 * c, c, 3, 1, 1)
        self.forward_resblocks = ResidualBlocks(2 * c + 3, c, blocks)

    def clip_features(
        self, frames: Sequence[Tensor], wanted: range, on_step: Callable[[], None]
    ) -> Iterator[tuple[Tensor, ...]]:
        """See `OverlappingModel.clip_features`: the frame, and ``(n, c, h, w)`` features.

        A clip that is too short for the refill is continued with its own frames, backward.
        """
        h, w = frames[0].shape[-2:]
        for index, features in self._propagated(padded_clip(frames, self.padding), wanted, on_step):
            yield frames[index], features[..., :h, :w]

    def restore_clip(self, frames: Tensor) -> Tensor:
        """See `Model.restore_clip`; like the official code, it enlarges the padded rows too."""
        h, w = frames.shape[-2:]
        clip = padded_clip(frames.unbind(1), self.padding)
        propagated = self._propagated(clip, range(frames.shape[1]), lambda: None)
        whole = [self.enlarge((clip[index], x), (0, 0)) for index, x in propagated]
        return torch.stack(whole, dim=1)[..., : SCALE * h, : SCALE * w]

    def keyframes(self, count: int) -> list[int]:
        """Numbers of the keyframes of a clip of ``count`` frames."""
        return [*range(0, count - 1, self.keyframe_stride), count - 1] if count > 1 else [0]

    def refill(self, frames: Sequence[Tensor], index: int) -> Tensor:
        """Features ``(n, c, h, w)`` of the keyframe ``index`` from the frames around it."""
        around = range(index - self.padding, index + self.padding + 1)
        out: Tensor = self.edvr(
            [frames[place_in_clip(n, len(frames), self.padding)] for n in around]
        )
        return out

    def _propagated(
        self, frames: Sequence[Tensor], wanted: range, on_step: Callable[[], None]
    ) -> Iterator[tuple[int, Tensor]]:
        """Numbers and features ``(n, c, h, w)`` of the wanted frames."""
        count = len(frames)
        flows = self.flows(frames, on_step)
        refills = {}
        for index in self.keyframes(count):
            on_step()
            refills[index] = self.refill(frames, index)
        backward: list[Tensor] = []  # last frame first
        features: Tensor | None = None
        for index in reversed(range(count)):
            on_step()
            flow = flows[index][0] if index + 1 < count else None
            features = self._refilled(self.backward_fusion, features, flow, refills.get(index))
            joined = torch.cat((frames[index].to(self.dtype), features), dim=1)
            features = self.backward_resblocks(joined)
            backward.append(features)
        features = None
        for index in range(wanted.stop):
            on_step()
            flow = flows[index - 1][1] if index else None
            features = self._refilled(self.forward_fusion, features, flow, refills.get(index))
            joined = torch.cat((frames[index].to(self.dtype), backward.pop(), features), dim=1)
            features = self.forward_resblocks(joined)
            if index in wanted:
                yield index, features

    def flows(self, frames: Sequence[Tensor], on_step: Callable[[], None]) -> list[Tensor]:
        """Optical flow between neighbours.

        Returns:
            ``(2, n, 2, h, w)`` each: from frame i to i + 1, then from frame i + 1 to i.
        """
        found = []
        for pair in itertools.pairwise(frames):
            on_step()
            found.append(self.spynet.neighbour_flows(torch.stack(pair, dim=1))[:, :, 0])
        return found

    @property
    def macs_per_pixel(self) -> int:
        """See `Model.macs_per_pixel`; of a long clip."""
        c = self.channels
        branches = trunk_macs(c + 3, c, self._blocks) + trunk_macs(2 * c + 3, c, self._blocks)
        refills = (self.edvr.macs_per_pixel() + 2 * 18 * c * c) // self.keyframe_stride
        return branches + refills + 2 * self.spynet.macs_per_pixel() + self.tail_macs_per_pixel

    def clip_bytes(self, pixels: int, frames: int) -> int:
        """Frames before and after padding; flows; backward features, and those of keyframes.

        Then the features of a branch, and of two frames that are finished.
        """
        features = pixels * self.channels * self.dtype.itemsize
        keyframes = frames // self.keyframe_stride + 2
        return int(frames * pixels * (2 * 3 + 4) * 4 + (frames + keyframes + 3) * features)

    def step_bytes(self, pixels: int) -> int:
        """A refill; or a step of the forward branch, or a flow, which take less."""
        c, itemsize = self.channels, self.dtype.itemsize
        step = (3 + 2 * c + 2 * c) * itemsize + 40
        return max(self.edvr.work_bytes(pixels, itemsize), pixels * step)

    def _refilled(
        self,
        fusion: nn.Conv2d,
        features: Tensor | None,
        flow: Tensor | None,
        refill: Tensor | None,
    ) -> Tensor:
        """Features of the neighbour, moved along the flow and fused with those of a keyframe.

        The ends of a clip are keyframes, so a branch that has no features yet has a refill.
        """
        if features is not None and flow is not None:
            features = flow_warp(features, flow)
        if refill is None:
            assert features is not None
            return features
        if features is None:
            features = torch.zeros_like(refill)
        out: Tensor = fusion(torch.cat((features, refill), dim=1))
        return out


def _build(architecture: Mapping[str, Any]) -> IconVSR:
    return IconVSR(**architecture)


FAMILY = Family(_build)
