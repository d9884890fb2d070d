"""A sheet of crops to look at: figures do not see everything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from torch.nn import functional as F  # noqa: N812

from engine.networks.realbasicvsr import SCALE
from engine.training.evaluate import Result
from engine.training.measures import luma
from engine.training.validation import ValidationClip, to_pictures

_CROP = 60
"""Side of a crop in pixels of the source, at most."""
_LABEL_HEIGHT = 20
_GAP = 4

Picture = NDArray[np.uint8]


def draw(rows: Sequence[tuple[ValidationClip, Sequence[Result]]], path: Path) -> None:
    """Write a row for every clip: the source, then what each method makes of it."""
    cells = [_cells(clip, results) for clip, results in rows]
    side = SCALE * _CROP
    columns = max(map(len, cells), default=1)
    size = (columns * (side + _GAP), max(1, len(cells)) * (side + _LABEL_HEIGHT + _GAP))
    sheet = Image.new("RGB", size, "white")
    pen, font = ImageDraw.Draw(sheet), ImageFont.load_default(13)
    for row, labelled in enumerate(cells):
        for column, (label, picture) in enumerate(labelled):
            x, y = column * (side + _GAP), row * (side + _LABEL_HEIGHT + _GAP)
            pen.text((x + 2, y + 2), label, "black", font)
            sheet.paste(Image.fromarray(picture), (x, y + _LABEL_HEIGHT))
    sheet.save(path)


def _cells(clip: ValidationClip, results: Sequence[Result]) -> list[tuple[str, Picture]]:
    """Labels and crops: the busiest part of the frame in the middle."""
    frame = clip.lq[len(clip.lq) // 2]
    top, left, side = _busiest(frame)
    window = np.s_[SCALE * top : SCALE * (top + side), SCALE * left : SCALE * (left + side)]
    source = to_pictures(frame[None])[0].repeat(SCALE, 0).repeat(SCALE, 1)
    cells = [(f"{clip.name}: source", source[window])]
    for result in results:
        quality = result.score.values.get("psnr")
        figure = "" if quality is None else f" {quality:.2f} dB"
        cells.append((result.score.method + figure, result.picture[window]))
    return cells


def _busiest(frame: torch.Tensor) -> tuple[int, int, int]:
    """Top, left and side of the square of ``(3, h, w)`` with the most edges."""
    gray = luma(frame[None])
    # Blurred, so that noise is not taken for detail.
    smooth = F.avg_pool2d(gray, 3, stride=1, padding=1, count_include_pad=False)
    down, across = smooth.diff(dim=2)[..., 1:], smooth.diff(dim=3)[:, :, 1:]
    side = min(_CROP, *frame.shape[1:])
    busy = F.avg_pool2d(down.abs() + across.abs(), side - 1, stride=1)[0, 0]
    top, left = divmod(int(busy.argmax()), busy.shape[1])
    return top, left, side
