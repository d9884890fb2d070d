"""RealBasicVSR: image cleaning, optical flow, bidirectional propagation, four-fold upsampling.

Module and parameter names are those of the official checkpoints, so their files load as they
are; `NetworkShape` describes the official network (its defaults) and smaller ones alike.

Source: Chan et al., "Investigating Tradeoffs in Real-World Video Super-Resolution"
(arXiv:2111.12704) and "BasicVSR" (arXiv:2012.02181); Ranjan and Black, "Optical Flow Estimation
using a Spatial Pyramid Network" (arXiv:1611.00850).
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import NamedTuple, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the field's usual name

SCALE = 4
TAIL_HALO_ROWS = 2
"""Rows of features above and below a band that its upsampled pixels depend on."""
_WARPED_CHANNELS = 16
_WARPED_NUMBERS = 1 << 23
"""That many a card moves in one go: 32 MiB in 32-bit."""


@dataclass(frozen=True)
class NetworkShape:
    """Widths and depths of a network; the defaults are the official RealBasicVSR x4."""

    channels: int = 64
    cleaning_channels: int = 64
    cleaning_blocks: int = 20
    propagation_blocks: int = 20
    tail_channels: tuple[int, int] = (64, 64)
    """Channels at two and at four times the input size."""
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


def flow_warp(x: Tensor, flow: Tensor, padding_mode: str = "zeros") -> Tensor:
    """Sample ``x`` where the flow points to.

    Args:
        x: ``(n, c, h, w)``.
        flow: ``(n, 2, h, w)`` in pixels, x then y; computed with in 32-bit whatever ``x`` is,
            since a 16-bit grid is off by most of a pixel at 1920 columns.
        padding_mode: what lies outside the picture: ``"zeros"`` or ``"border"``.

    Returns:
        ``(n, c, h, w)`` in the dtype of ``x``.
    """
    _, _, h, w = x.shape
    flow = flow.float()
    columns = torch.linspace(-1.0, 1.0, w, device=x.device)
    rows = torch.linspace(-1.0, 1.0, h, device=x.device)[:, None]
    grid_x = torch.add(columns, flow[:, 0], alpha=2.0 / max(w - 1, 1))
    grid_y = torch.add(rows, flow[:, 1], alpha=2.0 / max(h - 1, 1))
    grid = torch.stack((grid_x, grid_y), dim=-1)  # (n, h, w, 2)

    def sampled(part: Tensor) -> Tensor:
        return F.grid_sample(
            part, grid, mode="bilinear", padding_mode=padding_mode, align_corners=True
        )

    if x.dtype is torch.float32:
        return sampled(x)
    # In 16 bits grid_sample would round the grid itself; the features lose nothing by a detour,
    # some channels at a time: a processor keeps them near, a card has room for more.
    if x.device.type != "cpu" and x.numel() <= _WARPED_NUMBERS:
        return sampled(x.float()).to(x.dtype)
    parts = torch.split(x, _WARPED_CHANNELS, dim=1)
    return torch.cat([sampled(part.float()).to(x.dtype) for part in parts], dim=1)


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


class _ConvOnly(nn.Module):
    """A convolution under the name ``conv``, as in the keys of the official files."""

    def __init__(self, in_channels: int, out_channels: int, kernel: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(in_channels, out_channels, kernel, 1, kernel // 2)

    def forward(self, x: Tensor) -> Tensor:
        out: Tensor = self.conv(x.to(self.conv.weight.dtype))
        return out


class _FlowLevel(nn.Module):
    """The residual flow of one pyramid level: convolutions with ReLU between them."""

    def __init__(self, widths: tuple[int, ...], kernel: int) -> None:
        super().__init__()
        sizes = (8, *widths, 2)
        self.basic_module = nn.Sequential(
            *(_ConvOnly(i, o, kernel) for i, o in itertools.pairwise(sizes))
        )
        # Training starts from no motion at every level.
        last = self.basic_module[-1]
        assert isinstance(last, _ConvOnly)
        last.conv.weight.data *= 0.01
        nn.init.zeros_(last.conv.bias)  # type: ignore[arg-type]

    def forward(self, x: Tensor) -> Tensor:
        *first, last = self.basic_module
        for conv in first:
            x = F.relu(conv(x), inplace=True)
        out: Tensor = last(x)
        return out


class SPyNet(nn.Module):
    """Optical flow, refined from the coarsest to the finest level of a pyramid."""

    mean: Tensor
    std: Tensor

    def __init__(self, shape: NetworkShape) -> None:
        super().__init__()
        self.stride = shape.flow_stride
        self.basic_module = nn.ModuleList(
            _FlowLevel(shape.flow_widths, shape.flow_kernel) for _ in range(shape.flow_levels)
        )
        # The ImageNet statistics, RGB; buffers because the official files hold them.
        self.register_buffer("mean", torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1))
        self.register_buffer("std", torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1))

    @property
    def multiple(self) -> int:
        """Width and height are resized to a multiple of this before the pyramid is built."""
        coarsest: int = 2 ** (len(self.basic_module) - 1)
        return self.stride * coarsest

    def forward(self, ref: Tensor, supp: Tensor) -> Tensor:
        """Flow that takes pixels of ``ref`` to their place in ``supp``.

        Args:
            ref: ``(n, 3, h, w)`` RGB in [0, 1].
            supp: the same shape.

        Returns:
            ``(n, 2, h, w)`` 32-bit, in pixels, x then y.
        """
        return _resized_flow(self.pyramid_flow(ref, supp), ref.shape[-2], ref.shape[-1])

    def neighbour_flows(self, lrs: Tensor) -> Tensor:
        """`forward` for all neighbours of ``(n, t, 3, h, w)``, each pyramid built once.

        Returns:
            ``(2, n, t - 1, 2, h, w)``: from frame i to i + 1, then from frame i + 1 to i.
        """
        n, t, _, h, w = lrs.shape
        levels = [x.view(n, t, *x.shape[1:]) for x in self._pyramid(lrs.flatten(0, 1))]
        first = [level[:, :-1].flatten(0, 1) for level in levels]
        second = [level[:, 1:].flatten(0, 1) for level in levels]
        flows = [
            _resized_flow(self._level_flows(*pair)[-1], h, w)
            for pair in ((first, second), (second, first))
        ]
        return torch.stack(flows).view(2, n, t - 1, 2, h, w)

    def pyramid_flow(self, ref: Tensor, supp: Tensor) -> Tensor:
        """The flow at the finest level, before it is brought to the size of the frames."""
        flows = self.level_flows(ref, supp)
        return flows[-1]

    def level_flows(self, ref: Tensor, supp: Tensor) -> list[Tensor]:
        """The flow at every level in pixels of that level, coarsest first."""
        return self._level_flows(self._pyramid(ref), self._pyramid(supp))

    def _level_flows(self, refs: list[Tensor], supps: list[Tensor]) -> list[Tensor]:
        n, _, h, w = refs[0].shape
        flow = refs[0].new_zeros((n, 2, h, w), dtype=torch.float32)
        flows = []
        for level, (a, b, module) in enumerate(zip(refs, supps, self.basic_module, strict=True)):
            if level:
                flow = 2.0 * F.interpolate(
                    flow, scale_factor=2, mode="bilinear", align_corners=True
                )
            warped = flow_warp(b, flow, padding_mode="border")
            flow = flow + module(torch.cat((a, warped, flow.to(a.dtype)), dim=1)).float()
            flows.append(flow)
        return flows

    def _pyramid(self, frames: Tensor) -> list[Tensor]:
        """Normalised frames at every level, coarsest first."""
        h, w = frames.shape[-2:]
        size = [-(-side // self.multiple) * self.multiple for side in (h, w)]
        if size != [h, w]:
            frames = F.interpolate(frames, size=size, mode="bilinear", align_corners=False)
        frames = (frames - self.mean) / self.std
        if self.stride > 1:
            frames = F.avg_pool2d(frames, self.stride)
        levels = [frames]
        for _ in range(len(self.basic_module) - 1):
            levels.append(F.avg_pool2d(levels[-1], 2, 2, count_include_pad=False))
        return levels[::-1]


def _resized_flow(flow: Tensor, h: int, w: int) -> Tensor:
    """``(n, 2, ...)`` brought to the size of the frames, in their pixels."""
    flow_h, flow_w = flow.shape[-2:]
    if (flow_h, flow_w) == (h, w):
        return flow
    flow = F.interpolate(flow, size=(h, w), mode="bilinear", align_corners=False)
    # By plain numbers: to send a tensor of them to a card would make it wait.
    flow[:, 0] *= w / flow_w
    flow[:, 1] *= h / flow_h
    return flow


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

        With channels last the shuffle then moves whole runs of numbers, up to ten times faster; to
        put these few in order takes nothing.
        """
        conv = self.upsample_conv
        assert conv.bias is not None
        weight, bias = (
            part.view(-1, 4, *part.shape[1:]).transpose(0, 1).flatten(0, 1)
            for part in (conv.weight, conv.bias)
        )
        return weight, bias


def _without_rows(x: Tensor, above: int, below: int) -> Tensor:
    """``(n, c, h, w)`` without some of its first and last rows; shares the memory."""
    return x[..., above : x.shape[-2] - below, :]


class BasicVSR(nn.Module):
    """Bidirectional recurrent propagation along optical flow, then upsampling.

    The two directions do not see each other before the upsampling tail, so a caller may run
    `propagate` frame by frame in any window it likes; `forward` runs a whole clip at once.
    """

    def __init__(self, shape: NetworkShape) -> None:
        super().__init__()
        c, (c2, c4) = shape.channels, shape.tail_channels
        self.channels = c
        self.spynet = SPyNet(shape)
        self.backward_resblocks = ResidualBlocks(c + 3, c, shape.propagation_blocks)
        self.forward_resblocks = ResidualBlocks(c + 3, c, shape.propagation_blocks)
        self.fusion = nn.Conv2d(2 * c, c, 1, 1, 0)
        self.upsample1 = PixelShuffleUpsample(c, c2)
        self.upsample2 = PixelShuffleUpsample(c2, c4)
        self.conv_hr = nn.Conv2d(c4, c4, 3, 1, 1)
        self.conv_last = nn.Conv2d(c4, 3, 3, 1, 1)

    def propagate(
        self, branch: ResidualBlocks, lr: Tensor, features: Tensor | None, flow: Tensor | None
    ) -> Tensor:
        """Features of a frame from those of its neighbour.

        Args:
            branch: ``backward_resblocks`` or ``forward_resblocks``.
            lr: ``(n, 3, h, w)`` the frame.
            features: ``(n, c, h, w)`` of the neighbour, None at the start of a shot.
            flow: ``(n, 2, h, w)`` from the frame to that neighbour; None with ``features``.

        Returns:
            ``(n, c, h, w)``.
        """
        # No names for what lies between: at 1920x1080 each would hold half a gigabyte.
        return branch.refined(branch.entered(self._joined(lr, features, flow)))

    def _joined(self, lr: Tensor, features: Tensor | None, flow: Tensor | None) -> Tensor:
        """``(n, 3 + c, h, w)``: the frame, and the features of its neighbour moved onto it."""
        lr = lr.to(self.dtype)
        if features is None or flow is None:
            n, _, h, w = lr.shape
            return torch.cat((lr, lr.new_zeros((n, self.channels, h, w))), dim=1)
        return torch.cat((lr, flow_warp(features, flow).to(self.dtype)), dim=1)

    @property
    def dtype(self) -> torch.dtype:
        """What the convolutions are computed in."""
        return self.fusion.weight.dtype

    def upsample(
        self, lr: Tensor, backward: Tensor, forward: Tensor, halo_rows: tuple[int, int] = (0, 0)
    ) -> Tensor:
        """Fuse both directions and write four times the size.

        Args:
            lr: ``(n, 3, h, w)`` cleaned frame, or a band of its rows.
            backward: ``(n, c, h, w)`` features.
            forward: the same.
            halo_rows: rows above and below that belong to the neighbouring bands; the result
                depends on them and leaves them out. At most `TAIL_HALO_ROWS`; fewer only where
                the frame ends there.

        Returns:
            ``(n, 3, 4 * (h - halo), 4w)``, not clamped.
        """
        features = torch.cat((backward, forward), dim=1).to(self.dtype)
        out = F.leaky_relu(self.fusion(features), 0.1, inplace=True)
        # Each doubling needs two rows more than its result; what is not needed is not computed.
        above, below = halo_rows
        for double in (self.upsample1, self.upsample2):
            out = double(out)
            cut = [max(0, 2 * rows - TAIL_HALO_ROWS) for rows in (above, below)]
            above, below = 2 * above - cut[0], 2 * below - cut[1]
            out = _without_rows(out, cut[0], cut[1])
        out = F.leaky_relu(self.conv_hr(out), 0.1, inplace=True)
        residual: Tensor = self.conv_last(out)
        base = F.interpolate(lr, scale_factor=SCALE, mode="bilinear", align_corners=False)
        base = _without_rows(base, SCALE * halo_rows[0], SCALE * halo_rows[1])
        return base + _without_rows(residual, above, below)

    def flows(self, lrs: Tensor) -> Tensor:
        """Flows between neighbouring frames of ``(n, t, 3, h, w)``.

        Returns:
            ``(2, n, t - 1, 2, h, w)``: backward flows (frame i to i + 1), then forward flows
            (frame i + 1 to i).
        """
        return self.spynet.neighbour_flows(lrs)

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
            features = self.propagate(self.backward_resblocks, lrs[:, i], features, flow)
            backward.append(features)
        backward.reverse()
        features = None
        outputs = []
        for i in range(t):
            flow = flows_forward[:, i - 1] if i else None
            features = self.propagate(self.forward_resblocks, lrs[:, i], features, flow)
            outputs.append(self.upsample(lrs[:, i], backward[i], features))
        return torch.stack(outputs, dim=1)


class Restored(NamedTuple):
    """What the network makes of a whole clip."""

    output: Tensor
    """``(n, t, 3, 4h, 4w)``, not clamped."""
    cleaned: tuple[Tensor, ...]
    """``(n, t, 3, h, w)`` after each cleaning pass; the last were propagated."""
    flows: Tensor
    """``(2, n, t - 1, 2, h, w)`` backward and forward flows, in pixels."""


class RealBasicVSR(nn.Module):
    """Image cleaning followed by BasicVSR."""

    def __init__(self, shape: NetworkShape | None = None) -> None:
        super().__init__()
        self.shape = shape = shape or NetworkShape()
        self.image_cleaning = nn.Sequential(
            ResidualBlocks(3, shape.cleaning_channels, shape.cleaning_blocks),
            nn.Conv2d(shape.cleaning_channels, 3, 3, 1, 1),
        )
        self.basicvsr = BasicVSR(shape)

    def cleaning_residual(self, frames: Tensor) -> Tensor:
        """What one pass of the cleaning module adds to ``(n, 3, h, w)``."""
        out: Tensor = self.image_cleaning(frames.to(self.basicvsr.dtype))
        return out.to(frames.dtype)

    def set_precision(self, dtype: torch.dtype) -> None:
        """Compute the convolutions in ``dtype``; frames and flows stay in 32-bit."""
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                module.to(dtype)

    def forward(self, lqs: Tensor, passes: int = 1) -> Restored:
        """Clean ``(n, t, 3, h, w)`` RGB in [0, 1] and enlarge it, all frames at once."""
        flat = lqs.flatten(0, 1)
        cleaned: list[Tensor] = []
        for _ in range(passes):
            flat = flat + self.cleaning_residual(flat)
            cleaned.append(flat.view_as(lqs))
        flows = self.basicvsr.flows(cleaned[-1])
        return Restored(self.basicvsr(cleaned[-1], flows), tuple(cleaned), flows)


def count_macs_per_pixel(shape: NetworkShape) -> int:
    """Multiply-accumulates per low-resolution pixel and frame, one cleaning pass."""
    c, (c2, c4) = shape.channels, shape.tail_channels
    propagation = 2 * _trunk_macs(c + 3, c, shape.propagation_blocks)
    sizes = (8, *shape.flow_widths, 2)
    level = shape.flow_kernel**2 * sum(i * o for i, o in itertools.pairwise(sizes))
    pyramid = sum(4.0**-i for i in range(shape.flow_levels)) / shape.flow_stride**2
    tail = 2 * c * c + 36 * c * c2 + 4 * 36 * c2 * c4 + 16 * 9 * c4 * (c4 + 3)
    return count_cleaning_macs(shape) + propagation + round(2 * level * pyramid) + tail


def count_cleaning_macs(shape: NetworkShape) -> int:
    """Those of one cleaning pass alone."""
    width = shape.cleaning_channels
    return _trunk_macs(3, width, shape.cleaning_blocks) + 9 * 3 * width


def _trunk_macs(in_channels: int, width: int, blocks: int) -> int:
    return 9 * in_channels * width + blocks * 2 * 9 * width * width
