"""RRDBNet: residual-in-residual dense blocks, the large network of Real-ESRGAN, for single frames.

The same network is ESRGAN's, BSRGAN's and RealSR's; their files name its tensors in an older way.

Source: Wang et al., "ESRGAN" (arXiv:1809.00219) and "Real-ESRGAN" (arXiv:2107.10833); BasicSR,
`RRDBNet`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from engine.networks.family import Family, FrameModel, Step, cut_rows

_SLOPE = 0.2
_RESIDUAL_SHARE = 0.2
"""Share of a block that is added to its input (ESRGAN, sec. 3.1)."""
_TAIL_SCALE = 4
"""The tail enlarges what the trunk computed so many times."""


class DenseBlock(nn.Module):
    """Five convolutions, each of which sees the input and the results of all before it."""

    def __init__(self, channels: int, growth: int) -> None:
        super().__init__()
        for number in range(1, 5):
            entering = channels + (number - 1) * growth
            setattr(self, f"conv{number}", nn.Conv2d(entering, growth, 3, 1, 1))
        self.conv5 = nn.Conv2d(channels + 4 * growth, channels, 3, 1, 1)

    def forward(self, x: Tensor) -> Tensor:
        """``(n, c, h, w)`` to the same shape."""
        seen = x
        for number in range(1, 5):
            grown = F.leaky_relu(getattr(self, f"conv{number}")(seen), _SLOPE, inplace=True)
            seen = torch.cat((seen, grown), dim=1)  # (n, c + number * growth, h, w)
            del grown
        out: Tensor = self.conv5(seen)
        return out.mul_(_RESIDUAL_SHARE).add_(x)


class ResidualDenseBlocks(nn.Module):
    """Three dense blocks, added to their input (RRDB)."""

    def __init__(self, channels: int, growth: int) -> None:
        super().__init__()
        self.rdb1 = DenseBlock(channels, growth)
        self.rdb2 = DenseBlock(channels, growth)
        self.rdb3 = DenseBlock(channels, growth)

    def forward(self, x: Tensor) -> Tensor:
        """``(n, c, h, w)`` to the same shape."""
        out: Tensor = self.rdb3(self.rdb2(self.rdb1(x)))
        return out.mul_(_RESIDUAL_SHARE).add_(x)


class RRDBNet(FrameModel):
    """A trunk at the size of the frame, or of half of it, and a tail that enlarges it.

    A pixel depends on more than three hundred rows around it, so the trunk always runs over the
    whole frame; only the tail, which needs the most memory, works in bands.

    Args:
        channels: width of the network.
        blocks: of the trunk.
        growth: channels that each convolution of a dense block adds.
        scale: of the result, 4 or 2. At 2 the trunk works on a quarter of the pixels: the four
            pixels of each 2x2 block enter as channels.
    """

    def __init__(
        self, channels: int = 64, blocks: int = 23, growth: int = 32, scale: int = 4
    ) -> None:
        super().__init__()
        if scale not in (2, 4):
            raise ValueError(f"no RRDBNet enlarges {scale} times")
        self.channels, self.scale = channels, scale
        self.shrink = _TAIL_SCALE // scale
        # The last three convolutions reach three rows of the result; where the frame is only
        # doubled, the first one of the tail reaches a whole row of the frame.
        self.halo_rows = 2 if scale == 4 else 3
        self._blocks, self._growth = blocks, growth
        self.conv_first = nn.Conv2d(3 * self.shrink**2, channels, 3, 1, 1)
        self.body = nn.Sequential(*(ResidualDenseBlocks(channels, growth) for _ in range(blocks)))
        self.conv_body = nn.Conv2d(channels, channels, 3, 1, 1)
        self.conv_up1 = nn.Conv2d(channels, channels, 3, 1, 1)
        self.conv_up2 = nn.Conv2d(channels, channels, 3, 1, 1)
        self.conv_hr = nn.Conv2d(channels, channels, 3, 1, 1)
        self.conv_last = nn.Conv2d(channels, 3, 3, 1, 1)

    def prepare(self, frame: Tensor) -> Tensor:
        """The trunk: ``(n, 3, h, w)`` to features ``(n, c, h, w)``.

        Where the frame is only doubled and a side is odd, its last row or column is mirrored;
        Real-ESRGAN does the same.
        """
        h, w = frame.shape[-2:]
        x = frame.to(self.dtype)
        if self.shrink > 1:
            odd = -w % self.shrink, -h % self.shrink
            if any(odd):
                x = F.pad(x, (0, odd[0], 0, odd[1]), mode="reflect")
            x = F.pixel_unshuffle(x, self.shrink)
        first = self.conv_first(x)
        x = first
        # A loop, for a `Sequential` would hold its first input to the end.
        for block in cast("list[nn.Module]", self.body):
            x = block(x)
        x = self.conv_body(x).add_(first)
        if self.shrink > 1:  # the first doubling of the tail, so that rows are those of the frame
            x = F.interpolate(x, scale_factor=self.shrink, mode="nearest")[..., :h, :w]
        return x

    def upsample(self, features: Tensor, halo_rows: tuple[int, int] = (0, 0)) -> Tensor:
        """The tail: see `FrameModel.upsample`."""
        x = features
        for conv in (self.conv_up1, self.conv_up2):
            if conv is self.conv_up2 or self.scale == _TAIL_SCALE:
                x = F.interpolate(x, scale_factor=2, mode="nearest")
            x = F.leaky_relu(conv(x), _SLOPE, inplace=True)
        x = F.leaky_relu(self.conv_hr(x), _SLOPE, inplace=True)
        above, below = (self.scale * rows for rows in halo_rows)
        return cut_rows(self.conv_last(x), above, below).float()

    @property
    def steps(self) -> tuple[Step, ...]:
        """See `Model.steps`."""
        return Step(self, "prepare"), Step(self, "upsample")

    @property
    def macs_per_pixel(self) -> int:
        """See `Model.macs_per_pixel`."""
        c, g, shrunk = self.channels, self._growth, self.shrink**2
        block = sum((c + i * g) * g for i in range(4)) + (c + 4 * g) * c
        trunk = 3 * shrunk * c + 3 * self._blocks * block + c * c
        # After the trunk: a doubling, another one, and two convolutions at the final size.
        tail = 4 * c * c + 16 * c * c + 16 * (c * c + 3 * c)
        return 9 * (trunk + tail) // shrunk

    def preparation_bytes(self, pixels: int) -> int:
        """What the trunk works in.

        First features, input of the three blocks and of this one; what its last convolution sees,
        or that while it is put together.
        """
        c, g = self.channels, self._growth
        numbers = 3 * c + (c + 3 * g) + g + (c + 4 * g)
        return int(max(numbers / self.shrink**2, c) * pixels * self.dtype.itemsize)

    def prepared_bytes(self, pixels: int) -> int:
        """See `FrameModel.prepared_bytes`."""
        return pixels * self.channels * self.dtype.itemsize

    def enlarging_numbers(self) -> float:
        """A layer of the tail before and after a step at the final size; the result in 32-bit."""
        return self.scale**2 * (2.0 * self.channels + 3 + 3 * 4 / self.dtype.itemsize)


_OLD_BLOCK = re.compile(r"(?:RRDB_trunk|model\.1\.sub)\.(\d+)\.RDB(\d)\.conv(\d)(?:\.0)?\.")
_OLD_TRUNK_END = re.compile(r"model\.1\.sub\.\d+\.(weight|bias)")
_OLD_NAMES = {
    "trunk_conv": "conv_body",
    "upconv1": "conv_up1",
    "upconv2": "conv_up2",
    "HRconv": "conv_hr",
    "model.0": "conv_first",
    "model.3": "conv_up1",
    "model.6": "conv_up2",
    "model.8": "conv_hr",
    "model.10": "conv_last",
}
"""Names of ESRGAN's second file format, which BSRGAN and RealSR share, and of its first."""


def _rename(name: str) -> str:
    """An older name of a tensor as that of BasicSR, and BasicSR's as it is."""
    name = _OLD_BLOCK.sub(r"body.\1.rdb\2.conv\3.", name)
    name = _OLD_TRUNK_END.sub(r"conv_body.\1", name)
    layer, _, kind = name.rpartition(".")
    return f"{_OLD_NAMES[layer]}.{kind}" if layer in _OLD_NAMES else name


def _build(architecture: Mapping[str, Any]) -> RRDBNet:
    return RRDBNet(**architecture)


FAMILY = Family(_build, _rename)
