"""SRVGG: the compact network of Real-ESRGAN, for single frames.

Convolutions at the size of the frame with parametric ReLUs between them, a pixel shuffle, and
the frame itself added to the result.

Source: Wang et al., "Real-ESRGAN" (arXiv:2107.10833) and its code, `SRVGGNetCompact`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from engine.networks.family import Family, FrameModel, Step, cut_rows


class SRVGG(FrameModel):
    """Convolutions at the size of the frame, and a pixel shuffle.

    Args:
        channels: width of the convolutions.
        convolutions: between the first and the last one.
        scale: of the result.
    """

    def __init__(self, channels: int = 64, convolutions: int = 32, scale: int = 4) -> None:
        super().__init__()
        self.channels, self.scale = channels, scale
        self.halo_rows = convolutions + 2
        self._convolutions = convolutions
        self.body = nn.ModuleList()
        for in_channels in (3, *[channels] * convolutions):
            self.body.append(nn.Conv2d(in_channels, channels, 3, 1, 1))
            self.body.append(nn.PReLU(channels))
        self.body.append(nn.Conv2d(channels, 3 * scale**2, 3, 1, 1))

    def upsample(self, features: Tensor, halo_rows: tuple[int, int] = (0, 0)) -> Tensor:
        """See `FrameModel.upsample`."""
        frame, x = features, features.to(self.dtype)
        for layer in self.body:
            x = layer(x)
        above, below = (self.scale * rows for rows in halo_rows)
        residual = cut_rows(F.pixel_shuffle(x, self.scale), above, below).to(frame.dtype)
        base = F.interpolate(frame, scale_factor=self.scale, mode="nearest")
        return cut_rows(base, above, below).add_(residual)

    @property
    def steps(self) -> tuple[Step, ...]:
        """See `Model.steps`."""
        return (Step(self, "upsample"),)

    @property
    def macs_per_pixel(self) -> int:
        """See `Model.macs_per_pixel`."""
        c = self.channels
        return 9 * c * (3 + self._convolutions * c + 3 * self.scale**2)

    def enlarging_numbers(self) -> float:
        """A layer before and after; or the finished pixels in 32-bit, while they are painted."""
        return max(2.5 * self.channels, 5 * 3 * self.scale**2 * 4 / self.dtype.itemsize)


def _build(architecture: Mapping[str, Any]) -> SRVGG:
    return SRVGG(**architecture)


FAMILY = Family(_build)
