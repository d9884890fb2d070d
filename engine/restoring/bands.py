"""Bands of rows: a picture is finished piece by piece, with a fraction of the memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.devices.transfer import Canvas, upload
from engine.networks.family import Model
from engine.video.frame import Rgb

_PLAIN_HALO_ROWS = 2
"""The bicubic filter of the plain enlargement reaches two rows to either side."""


class Band(NamedTuple):
    """Some rows of a frame, and those around them that their enlargement depends on."""

    top: int
    bottom: int
    first: int
    """First row with the halo."""
    last: int
    """Last row with the halo, plus one."""
    scale: int
    """Of the enlargement."""

    @property
    def enlarged(self) -> slice:
        """The rows of the band in the finished picture."""
        return slice(self.scale * self.top, self.scale * self.bottom)

    def with_halo(self, frame: Tensor) -> Tensor:
        """``(..., h, w)`` cut to the band and its halo."""
        return frame[..., self.first : self.last, :]

    @property
    def halo_rows(self) -> tuple[int, int]:
        """Rows of the halo above and below."""
        return self.top - self.first, self.last - self.bottom

    def without_halo(self, enlarged: Tensor) -> Tensor:
        """``(..., scale * rows, w)`` of band and halo, cut to the band."""
        start = self.scale * (self.top - self.first)
        return enlarged[..., start : start + self.scale * (self.bottom - self.top), :]


def bands(height: int, band_rows: int, *, halo_rows: int, scale: int) -> Iterator[Band]:
    """Cut a frame of ``height`` rows into bands of at most ``band_rows``."""
    for top in range(0, height, band_rows):
        bottom = min(top + band_rows, height)
        first, last = max(0, top - halo_rows), min(height, bottom + halo_rows)
        yield Band(top, bottom, first, last, scale)


@torch.inference_mode()
def enlarged_bands(
    model: Model, features: Sequence[Tensor], band_rows: int
) -> Iterator[tuple[Band, Tensor]]:
    """Finish a frame band by band; every pixel is computed as in the whole frame.

    Args:
        model: that the features come from.
        features: ``(1, ?, h, w)`` of a streamed frame; those that are not on the device of the
            last one are copied there. The first has the rows of the frame, the others these or
            one for ``model.row_multiple`` of them.
        band_rows: rows of the frame in a band, at most; rounded up to that multiple.

    Yields:
        The band, and its ``(1, 3, scale * rows, scale * w)``, not clamped.
    """
    device, height = features[-1].device, features[0].shape[-2]
    halo_rows, multiple = max(model.halo_rows, _PLAIN_HALO_ROWS), model.row_multiple
    band_rows = -(-band_rows // multiple) * multiple
    for band in bands(height, band_rows, halo_rows=halo_rows, scale=model.scale):
        parts = [
            _cut(feature, band, 1 if feature.shape[-2] == height else multiple).to(
                device, non_blocking=feature.is_pinned()
            )
            for feature in features
        ]
        yield band, model.enlarge(parts, band.halo_rows)


def _cut(feature: Tensor, band: Band, row_multiple: int) -> Tensor:
    """``(1, ?, h, w)`` cut to the band and its halo; each row is ``row_multiple`` of the frame."""
    return feature[..., band.first // row_multiple : -(-band.last // row_multiple), :]


def plain_band(frame: Tensor, band: Band) -> Tensor:
    """A band of ``(1, 3, h, w)`` enlarged without the network."""
    enlarged = F.interpolate(
        band.with_halo(frame), scale_factor=band.scale, mode="bicubic", align_corners=False
    )
    return band.without_halo(enlarged)


@torch.inference_mode()
def plain_picture(rgb: Rgb, scale: int) -> Rgb:
    """Return ``(h, w, 3)`` pixels enlarged without the network, on the processor.

    They are those over which a restoration is mixed.
    """
    device, height = torch.device("cpu"), rgb.shape[0]
    canvas = Canvas(scale * height, scale * rgb.shape[1], rgb.dtype, device)
    band = Band(0, height, 0, height, scale)
    canvas.paint(band.enlarged, plain_band(upload(rgb, device), band))
    return canvas.pixels()
