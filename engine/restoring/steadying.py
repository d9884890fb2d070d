"""Steadying: single pictures of a network brought together along the optical flow of their source.

A network that looks at one frame at a time answers each a little differently, which flickers. So
each picture is mixed with the one before it, moved along the flow: much where the flow explains the
source, not at all where it does not. Measured in ``tests/bench/README.md``.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.devices.transfer import Canvas
from engine.networks.family import PropagatingModel
from engine.restoring.bands import Band

_MOST_SHARE = 0.7
"""Of the picture before, where the flow explains the source wholly."""
_TRUSTED_LEVELS = 12.0
"""The share falls to a third of that where the moved source differs by so many 8-bit levels."""
_SIDE = 3
"""Differences of single pixels are noise: so they are averaged over squares of so many pixels."""


class MovedPicture(NamedTuple):
    """The finished picture before this one, and where its parts have gone."""

    shown: Canvas
    flow: Tensor
    """``(1, 2, h, w)`` from this frame to the one before, in pixels of the source."""
    share: Tensor
    """``(1, 1, h, w)`` of the picture before in the mixture, 0..1."""

    def mix_into(self, band: Band, mixed: Tensor) -> None:
        """Mix it into a band ``(1, 3, rows, width)`` of this picture, in place."""
        share = self._enlarged(self.share, band)
        flow = band.scale * self._enlarged(self.flow, band)
        mixed.clamp_(0, 1).lerp_(self.shown.moved(band.enlarged, flow[0]), share)

    @staticmethod
    def _enlarged(numbers: Tensor, band: Band) -> Tensor:
        enlarged = F.interpolate(
            band.with_halo(numbers), scale_factor=band.scale, mode="bilinear", align_corners=False
        )
        return band.without_halo(enlarged)


@torch.inference_mode()
def moved_picture(
    model: PropagatingModel, before: Canvas, frame: Tensor, shown: Canvas
) -> MovedPicture:
    """Find where the parts of a frame were in the one before.

    Args:
        model: whose optical flow is used.
        before: the frame before, from the source.
        frame: this frame, ``(1, 3, h, w)`` in [0, 1].
        shown: the finished picture of the frame before.
    """
    rows = slice(0, frame.shape[-2])
    flow = model.flows(torch.stack((before.band(rows), frame), dim=1))[1, :, 0]
    differs = 255 * (before.moved(rows, flow[0]) - frame).abs().mean(dim=1, keepdim=True)
    differs = F.avg_pool2d(differs, _SIDE, 1, _SIDE // 2, count_include_pad=False)
    return MovedPicture(shown, flow, _MOST_SHARE * torch.exp(-((differs / _TRUSTED_LEVELS) ** 2)))
