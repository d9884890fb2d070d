"""Optical flow: SPyNet, and features moved along its flow.

Parameter names are those of the official checkpoints.

Source: Ranjan and Black, "Optical Flow Estimation using a Spatial Pyramid Network"
(arXiv:1611.00850).
"""

from __future__ import annotations

import itertools

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the field's usual name

from engine.networks.sampling import sample_bilinear

_WARPED_CHANNELS = 16
_WARPED_NUMBERS = 1 << 23
"""Numbers that a card moves in one go: 32 MiB in 32-bit."""


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

    # Devices give their result in the plain layout: what is joined with it would lose its own, and
    # every convolution after that would put its input in order first.
    is_last = x.is_contiguous(memory_format=torch.channels_last)
    layout = torch.channels_last if is_last else torch.contiguous_format

    def sampled(part: Tensor) -> Tensor:
        moved = sample_bilinear(part.float(), grid, padding_mode)
        return moved.to(x.dtype, memory_format=layout)

    if x.dtype is torch.float32:
        return sampled(x)
    # In 16 bits grid_sample would round the grid itself; the features lose nothing by a detour,
    # some channels at a time: a processor keeps them near, a card has room for more.
    if x.device.type != "cpu" and x.numel() <= _WARPED_NUMBERS:
        return sampled(x)
    parts = torch.split(x, _WARPED_CHANNELS, dim=1)
    return torch.cat([sampled(part) for part in parts], dim=1)


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
    """Optical flow, refined from the coarsest to the finest level of a pyramid.

    The defaults are the published network.

    Args:
        levels: of the pyramid.
        widths: channels between the layers of a level.
        kernel: width of the convolutions.
        stride: the finest level is this many times smaller than the frame.
    """

    mean: Tensor
    std: Tensor

    def __init__(
        self,
        levels: int = 6,
        widths: tuple[int, ...] = (32, 64, 32, 16),
        kernel: int = 7,
        stride: int = 1,
    ) -> None:
        super().__init__()
        self.stride = stride
        self.basic_module = nn.ModuleList(_FlowLevel(widths, kernel) for _ in range(levels))
        # The ImageNet statistics, RGB; buffers because the official files hold them.
        self.register_buffer("mean", torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1))
        self.register_buffer("std", torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1))

    @property
    def multiple(self) -> int:
        """Width and height are resized to a multiple of this before the pyramid is built."""
        coarsest: int = 2 ** (len(self.basic_module) - 1)
        return self.stride * coarsest

    def macs_per_pixel(self) -> int:
        """Multiply-accumulates of one flow per pixel of the frame."""
        level = sum(p.numel() for p in self.basic_module[0].parameters() if p.dim() == 4)
        levels = len(self.basic_module)
        return round(level * sum(4.0**-i for i in range(levels)) / self.stride**2)

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
        flow = refs[0].new_zeros((n, h, w, 2), dtype=torch.float32).permute(0, 3, 1, 2)
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
