"""RealBasicVSR: image cleaning, optical flow, bidirectional propagation, four-fold upsampling.

Module and parameter names are those of the official checkpoints, so their files load as they
are; `NetworkShape` describes the official network (its defaults) and smaller ones alike.

Source: Chan et al., "Investigating Tradeoffs in Real-World Video Super-Resolution"
(arXiv:2111.12704) and "BasicVSR" (arXiv:2012.02181).
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the field's usual name

from engine.networks.family import Direction, Family, PropagatingModel, Step, cut_rows
from engine.networks.spynet import SPyNet, flow_warp

SCALE = 4
TAIL_HALO_ROWS = 2
"""Rows of features above and below a band that its upsampled pixels depend on."""


@dataclass(frozen=True)
class NetworkShape:
    """Widths and depths of a network; the defaults are the official RealBasicVSR x4."""

    channels: int = 64
    cleaning_channels: int = 64
    cleaning_blocks: int = 20
    propagation_blocks: int = 20
    tail_channels: tuple[int, int] = (64, 64)
    """Channels at two and at four times the input size."""
    half_channels: int = 0
    """Channels of a second, smaller end at two times the input size; 0: there is none."""
    flow_levels: int = 6
    flow_widths: tuple[int, ...] = (32, 64, 32, 16)
    flow_kernel: int = 7
    flow_stride: int = 1
    """The finest level of the flow pyramid is this many times smaller than the frame."""

    def __post_init__(self) -> None:
        """Accept the lists of a TOML or JSON file as tuples."""
        first, second = self.tail_channels
        object.__setattr__(self, "tail_channels", (first, second))
        object.__setattr__(self, "flow_widths", tuple(self.flow_widths))


class ResidualBlock(nn.Module):
    """Two 3x3 convolutions around a plain ReLU, added to the input; no normalisation."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(channels, channels, 3, 1, 1)
        self.conv2 = nn.Conv2d(channels, channels, 3, 1, 1)
        for conv in (self.conv1, self.conv2):
            # A small start keeps a deep stack of blocks near the identity (ESRGAN, sec. 3.1).
            nn.init.kaiming_normal_(conv.weight, a=0, mode="fan_in")
            conv.weight.data *= 0.1
            nn.init.zeros_(conv.bias)  # type: ignore[arg-type]

    def forward(self, x: Tensor) -> Tensor:
        """``(n, c, h, w)`` to the same shape."""
        # In place, here and below: the large copies cost more than what they are filled with.
        out: Tensor = self.conv2(F.relu(self.conv1(x), inplace=True))
        return out.add_(x)


class ResidualBlocks(nn.Module):
    """A convolution to ``channels``, LeakyReLU, then ``blocks`` residual blocks."""

    def __init__(self, in_channels: int, channels: int, blocks: int) -> None:
        super().__init__()
        self.main = nn.Sequential(
            nn.Conv2d(in_channels, channels, 3, 1, 1),
            nn.LeakyReLU(0.1, inplace=True),
            nn.Sequential(*(ResidualBlock(channels) for _ in range(blocks))),
        )

    def forward(self, x: Tensor) -> Tensor:
        """``(n, in_channels, h, w)`` to ``(n, channels, h, w)``."""
        return self.refined(self.entered(x))

    def entered(self, x: Tensor) -> Tensor:
        """The first layer, ``(n, in_channels, h, w)`` to ``(n, channels, h, w)``."""
        conv, activation, _ = self.main
        out: Tensor = activation(conv(x))
        return out

    def refined(self, x: Tensor) -> Tensor:
        """The blocks. A loop, for a `Sequential` would hold its first input to the end."""
        for block in cast("nn.Sequential", self.main[2]):
            x = block(x)
        return x


class PixelShuffleUpsample(nn.Module):
    """A convolution and a pixel shuffle that double width and height."""

    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__()
        self.upsample_conv = nn.Conv2d(in_channels, 4 * out_channels, 3, 1, 1)
        nn.init.kaiming_normal_(self.upsample_conv.weight, a=0, mode="fan_in")
        # The four sub-filters of an output channel start alike, so that training does not
        # start from a checkerboard (Aitken et al., arXiv:1707.02937).
        weight = self.upsample_conv.weight.data
        weight.copy_(weight[::4].repeat_interleave(4, dim=0))
        nn.init.zeros_(self.upsample_conv.bias)  # type: ignore[arg-type]
        self._ordered: tuple[object, tuple[Tensor, Tensor]] | None = None

    def forward(self, x: Tensor) -> Tensor:
        """``(n, in_channels, h, w)`` to ``(n, out_channels, 2h, 2w)``, after a LeakyReLU."""
        # Before the shuffle, which only moves numbers: there it can be done in place.
        if not x.is_contiguous(memory_format=torch.channels_last):
            return F.pixel_shuffle(F.leaky_relu(self.upsample_conv(x), 0.1, inplace=True), 2)
        weight, bias = self._by_place()
        out = F.leaky_relu(F.conv2d(x, weight, bias, padding=1), 0.1, inplace=True)
        n, _, h, w = out.shape
        rows = out.permute(0, 2, 3, 1).reshape(n, h, w, 2, -1)  # n h w (2: row) (2 c: column)
        return rows.transpose(2, 3).reshape(n, 2 * h, 2 * w, -1).permute(0, 3, 1, 2)

    def _by_place(self) -> tuple[Tensor, Tensor]:
        """Weight and bias with the channels of each of the four places side by side.

        With channels last the shuffle then moves whole runs of numbers, up to ten times faster.
        They are put in order once, except in training: a card would wait for Python each time.
        """
        conv = self.upsample_conv
        assert conv.bias is not None
        version = None if conv.weight.is_inference() else conv.weight._version
        state = conv.weight.data_ptr(), conv.weight.dtype, version
        if (
            self._ordered is not None
            and self._ordered[0] == state
            and not conv.weight.requires_grad
        ):
            return self._ordered[1]
        weight, bias = (
            part.view(-1, 4, *part.shape[1:]).transpose(0, 1).flatten(0, 1)
            for part in (conv.weight, conv.bias)
        )
        ordered = weight.contiguous(memory_format=torch.channels_last), bias
        self._ordered = None if conv.weight.requires_grad else (state, ordered)
        return ordered


def enlarged_residual(
    features: Tensor,
    doublings: tuple[PixelShuffleUpsample, PixelShuffleUpsample],
    convolutions: tuple[nn.Conv2d, nn.Conv2d],
) -> Tensor:
    """``(n, c, h, w)`` features to what is added to the enlarged frame: ``(n, 3, 4h, 4w)``."""
    for double in doublings:
        features = double(features)
    before_last, last = convolutions
    out: Tensor = last(F.leaky_relu(before_last(features), 0.1, inplace=True))
    return out


class BasicVSR(PropagatingModel):
    """Bidirectional recurrent propagation along optical flow, then upsampling.

    The two directions do not see each other before the upsampling tail, so a caller may run
    `propagate` frame by frame in any window it likes; `forward` runs a whole clip at once.
    """

    scale, halo_rows = SCALE, TAIL_HALO_ROWS

    def __init__(self, shape: NetworkShape) -> None:
        super().__init__()
        c, (c2, c4) = shape.channels, shape.tail_channels
        self.shape, self.channels = shape, c
        self.spynet = SPyNet(
            shape.flow_levels, shape.flow_widths, shape.flow_kernel, shape.flow_stride
        )
        self.backward_resblocks = ResidualBlocks(c + 3, c, shape.propagation_blocks)
        self.forward_resblocks = ResidualBlocks(c + 3, c, shape.propagation_blocks)
        self.fusion = nn.Conv2d(2 * c, c, 1, 1, 0)
        self.upsample1 = PixelShuffleUpsample(c, c2)
        self.upsample2 = PixelShuffleUpsample(c2, c4)
        self.conv_hr = nn.Conv2d(c4, c4, 3, 1, 1)
        self.conv_last = nn.Conv2d(c4, 3, 3, 1, 1)
        if shape.half_channels:
            self.half_hr = nn.Conv2d(c2, shape.half_channels, 3, 1, 1)
            self.half_last = nn.Conv2d(shape.half_channels, 3, 3, 1, 1)
            self.scales = (SCALE // 2, SCALE)

    def propagate(
        self, direction: Direction, frame: Tensor, features: Tensor | None, flow: Tensor | None
    ) -> Tensor:
        """See `PropagatingModel.propagate`."""
        is_forward = direction is Direction.FORWARD
        branch = self.forward_resblocks if is_forward else self.backward_resblocks
        # Nothing in between gets a name: at 1920x1080 each would hold half a gigabyte.
        return branch.refined(branch.entered(self._joined(frame, features, flow)))

    def _joined(self, lr: Tensor, features: Tensor | None, flow: Tensor | None) -> Tensor:
        """``(n, 3 + c, h, w)``: the frame, and the features of its neighbour moved onto it."""
        lr = lr.to(self.dtype)
        if features is None or flow is None:
            return F.pad(lr, (0, 0, 0, 0, 0, self.channels))
        return torch.cat((lr, flow_warp(features, flow).to(self.dtype)), dim=1)

    @property
    def dtype(self) -> torch.dtype:
        """The numbers that the convolutions are computed in."""
        return self.fusion.weight.dtype

    def upsample(
        self, frame: Tensor, backward: Tensor, forward: Tensor, halo_rows: tuple[int, int] = (0, 0)
    ) -> Tensor:
        """Fuse both directions and write ``scale`` times the size.

        Args:
            frame: ``(n, 3, h, w)`` cleaned frame, or a band of its rows.
            backward: ``(n, c, h, w)`` features.
            forward: the same.
            halo_rows: rows above and below that belong to the neighbouring bands; the result
                depends on them and leaves them out. At most `TAIL_HALO_ROWS`; fewer only where
                the frame ends there.

        Returns:
            ``(n, 3, scale * (h - halo), scale * w)``, not clamped.
        """
        features = torch.cat((backward, forward), dim=1).to(self.dtype)
        out = F.leaky_relu(self.fusion(features), 0.1, inplace=True)
        # Each doubling needs two rows more than its result; what is not needed is not computed.
        above, below = halo_rows
        for double in self._doublings:
            out = double(out)
            cut = [max(0, 2 * rows - TAIL_HALO_ROWS) for rows in (above, below)]
            above, below = 2 * above - cut[0], 2 * below - cut[1]
            out = cut_rows(out, cut[0], cut[1])
        before_last, last = self._last_convolutions
        out = F.leaky_relu(before_last(out), 0.1, inplace=True)
        residual: Tensor = last(out)
        base = F.interpolate(frame, scale_factor=self.scale, mode="bilinear", align_corners=False)
        base = cut_rows(base, self.scale * halo_rows[0], self.scale * halo_rows[1])
        return base + cut_rows(residual, above, below)

    @property
    def _doublings(self) -> tuple[PixelShuffleUpsample, ...]:
        doublings = self.upsample1, self.upsample2
        return doublings if self.scale == SCALE else doublings[:1]

    @property
    def _last_convolutions(self) -> tuple[nn.Conv2d, nn.Conv2d]:
        if self.scale == SCALE:
            return self.conv_hr, self.conv_last
        return self.half_hr, self.half_last

    def flows(self, frames: Tensor) -> Tensor:
        """See `PropagatingModel.flows`."""
        return self.spynet.neighbour_flows(frames)

    def forward(self, lrs: Tensor, flows: Tensor | None = None) -> Tensor:
        """A whole clip at once: ``(n, t, 3, h, w)`` to ``(n, t, 3, 4h, 4w)``, not clamped.

        ``flows`` are those of `flows` where the caller has them already.
        """
        t = lrs.shape[1]
        flows_backward, flows_forward = self.flows(lrs) if flows is None else flows
        features: Tensor | None = None
        backward: list[Tensor] = []
        for i in reversed(range(t)):
            flow = flows_backward[:, i] if i < t - 1 else None
            features = self.propagate(Direction.BACKWARD, lrs[:, i], features, flow)
            backward.append(features)
        backward.reverse()
        features = None
        outputs = []
        for i in range(t):
            flow = flows_forward[:, i - 1] if i else None
            features = self.propagate(Direction.FORWARD, lrs[:, i], features, flow)
            outputs.append(self.upsample(lrs[:, i], backward[i], features))
        return torch.stack(outputs, dim=1)

    def restore_clip(self, frames: Tensor) -> Tensor:
        """See `Model.restore_clip`."""
        clip: Tensor = self(frames)
        return clip

    @property
    def steps(self) -> tuple[Step, ...]:
        """See `Model.steps`."""
        return Step(self, "flows"), Step(self, "propagate"), Step(self, "upsample")

    @property
    def macs_per_pixel(self) -> int:
        """See `Model.macs_per_pixel`."""
        return count_macs_per_pixel(self.shape, self.scale) - count_cleaning_macs(self.shape)

    def propagation_bytes(self, pixels: int) -> int:
        """Features of the neighbour and three tensors of a block; a warp takes as much."""
        # The last term is the sampling grid, in 32-bit.
        return pixels * (4 * self.channels * self.dtype.itemsize + 40)

    def flow_bytes(self, pixels: int) -> int:
        """The finest level: both pyramids, and the widest pair of neighbouring layers."""
        widths = (8, *self.shape.flow_widths)
        widest = max(a + b for a, b in itertools.pairwise(widths))
        finest = pixels / self.shape.flow_stride**2
        return int(pixels * 4 * 12 + finest * (widest * self.dtype.itemsize + 4 * 16))

    def enlarging_numbers(self) -> float:
        """At the final size before and after a step; at half of it; frame, residual."""
        c2, c4 = self.shape.tail_channels
        if self.scale == SCALE:
            return SCALE * SCALE * (2 * c4 + c2 / 4 + 8)
        # What is doubled is three times the features of a direction: both, and their fusion.
        return self.scale**2 * (2 * c2 + 3 * self.channels / 4 + 8)


class Restored(NamedTuple):
    """A clip restored at once, with the intermediate results that training looks at."""

    output: Tensor
    """``(n, t, 3, 4h, 4w)``, not clamped."""
    cleaned: tuple[Tensor, ...]
    """``(n, t, 3, h, w)`` after each cleaning pass; the last were propagated."""
    flows: Tensor
    """``(2, n, t - 1, 2, h, w)`` backward and forward flows, in pixels."""


class RealBasicVSR(PropagatingModel):
    """Image cleaning followed by BasicVSR."""

    scale, halo_rows = SCALE, TAIL_HALO_ROWS
    has_threshold: ClassVar[bool] = True

    def __init__(self, shape: NetworkShape | None = None) -> None:
        super().__init__()
        self.shape = shape = shape or NetworkShape()
        self.channels = shape.channels
        self.image_cleaning = nn.Sequential(
            ResidualBlocks(3, shape.cleaning_channels, shape.cleaning_blocks),
            nn.Conv2d(shape.cleaning_channels, 3, 3, 1, 1),
        )
        self.basicvsr = BasicVSR(shape)
        self.scales = self.basicvsr.scales

    def use_scale(self, scale: int) -> None:
        """See `Model.use_scale`."""
        super().use_scale(scale)
        self.basicvsr.use_scale(scale)

    @property
    def dtype(self) -> torch.dtype:
        """The numbers that the convolutions are computed in."""
        return self.basicvsr.dtype

    def cleaning_residual(self, frames: Tensor) -> Tensor:
        """The change that one pass of the cleaning module makes to ``(n, 3, h, w)``."""
        out: Tensor = self.image_cleaning(frames.to(self.dtype))
        return out.to(frames.dtype)

    def flows(self, frames: Tensor) -> Tensor:
        """See `PropagatingModel.flows`; of cleaned frames."""
        return self.basicvsr.flows(frames)

    def propagate(
        self, direction: Direction, frame: Tensor, features: Tensor | None, flow: Tensor | None
    ) -> Tensor:
        """See `PropagatingModel.propagate`."""
        return self.basicvsr.propagate(direction, frame, features, flow)

    def upsample(
        self, frame: Tensor, backward: Tensor, forward: Tensor, halo_rows: tuple[int, int] = (0, 0)
    ) -> Tensor:
        """See `BasicVSR.upsample`."""
        return self.basicvsr.upsample(frame, backward, forward, halo_rows)

    def forward(self, lqs: Tensor, passes: int = 1) -> Restored:
        """Clean ``(n, t, 3, h, w)`` RGB in [0, 1] and enlarge it, all frames at once."""
        flat = lqs.flatten(0, 1)
        cleaned: list[Tensor] = []
        for _ in range(passes):
            flat = flat + self.cleaning_residual(flat)
            cleaned.append(flat.view_as(lqs))
        flows = self.basicvsr.flows(cleaned[-1])
        return Restored(self.basicvsr(cleaned[-1], flows), tuple(cleaned), flows)

    def restore_clip(self, frames: Tensor) -> Tensor:
        """See `Model.restore_clip`; cleaned once."""
        restored: Restored = self(frames)
        return restored.output

    @property
    def steps(self) -> tuple[Step, ...]:
        """See `Model.steps`."""
        return Step(self, "cleaning_residual"), *self.basicvsr.steps

    @property
    def macs_per_pixel(self) -> int:
        """See `Model.macs_per_pixel`."""
        return count_macs_per_pixel(self.shape, self.scale)

    @property
    def cleaning_macs_per_pixel(self) -> int:
        """See `Model.cleaning_macs_per_pixel`."""
        return count_cleaning_macs(self.shape)

    def cleaning_bytes(self, pixels: int) -> int:
        """Three tensors of a block, and the frame before and after in 32-bit."""
        return pixels * (3 * self.shape.cleaning_channels * self.dtype.itemsize + 40)

    def propagation_bytes(self, pixels: int) -> int:
        """See `BasicVSR.propagation_bytes`."""
        return self.basicvsr.propagation_bytes(pixels)

    def flow_bytes(self, pixels: int) -> int:
        """See `BasicVSR.flow_bytes`."""
        return self.basicvsr.flow_bytes(pixels)

    def enlarging_numbers(self) -> float:
        """See `BasicVSR.enlarging_numbers`."""
        return self.basicvsr.enlarging_numbers()


def count_macs_per_pixel(shape: NetworkShape, scale: int = SCALE) -> int:
    """Multiply-accumulates per low-resolution pixel and frame, one cleaning pass.

    Args:
        shape: of the network.
        scale: of the end that is used.
    """
    c, (c2, c4) = shape.channels, shape.tail_channels
    propagation = 2 * trunk_macs(c + 3, c, shape.propagation_blocks)
    sizes = (8, *shape.flow_widths, 2)
    level = shape.flow_kernel**2 * sum(i * o for i, o in itertools.pairwise(sizes))
    pyramid = sum(4.0**-i for i in range(shape.flow_levels)) / shape.flow_stride**2
    if scale == SCALE:
        end = 4 * 36 * c2 * c4 + 16 * 9 * c4 * (c4 + 3)
    else:
        end = 4 * 9 * shape.half_channels * (c2 + 3)
    tail = 2 * c * c + 36 * c * c2 + end
    return count_cleaning_macs(shape) + propagation + round(2 * level * pyramid) + tail


def count_cleaning_macs(shape: NetworkShape) -> int:
    """Multiply-accumulates per pixel of one cleaning pass."""
    width = shape.cleaning_channels
    return trunk_macs(3, width, shape.cleaning_blocks) + 9 * 3 * width


def trunk_macs(in_channels: int, width: int, blocks: int) -> int:
    """Multiply-accumulates per pixel of `ResidualBlocks`."""
    return 9 * in_channels * width + blocks * 2 * 9 * width * width


def _build(architecture: Mapping[str, Any]) -> RealBasicVSR:
    return RealBasicVSR(NetworkShape(**architecture))


FAMILY = Family(_build)
