"""Corrections of a restored picture by its source.

Colours that the source does not show are taken out. Areas that the source repeats exactly are
repeated: a codec that is short of bits leaves still areas as they were, and what the network makes
of them would still change a little with every frame.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.video.frame import Rgb

_COLOUR_SHARE = 0.98
"""The most coloured pixels beyond this share are taken for noise."""
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)
"""Weights of red, green and blue in BT.601."""
_COLOUR_LEVELS = (4.0, 12.0)
"""Colour difference in 8-bit levels up to which it is noise, and from which it is colour."""


def colour_trust(frame: Rgb) -> float:
    """How far to trust the colours that a network gives to a picture of ``(h, w, 3)`` pixels.

    0 for a picture without colour, which is to get none, not even the faint tints that a
    network trained on colour pictures leaves; 1 for one with colours; a ramp between them, so
    that nothing jumps where colours fade.
    """
    # Every sixteenth pixel is plenty. On the processor: a card would have to be waited for.
    sparse = frame[::4, ::4].astype(np.float32) / np.iinfo(frame.dtype).max
    difference = np.abs(sparse - (sparse @ _LUMA)[..., None]).max(axis=-1)
    colourfulness = 255 * float(np.quantile(difference, _COLOUR_SHARE))
    low, high = _COLOUR_LEVELS
    return min(max((colourfulness - low) / (high - low), 0.0), 1.0)


def with_colour_of(plain: Tensor, restored: Tensor, trust: float) -> Tensor:
    """``restored`` with its luma, and its colour differences only as far as they are trusted.

    Args:
        plain: ``(1, 3, h, w)`` the plain enlargement, whose colours are right.
        restored: the same shape.
        trust: `colour_trust` of the source.
    """
    luma, plain_luma = _luma(restored), _luma(plain)
    return luma + (plain - plain_luma).lerp(restored - luma, trust)


def still_weight(before: Rgb, frame: Rgb) -> Tensor | None:
    """A mask of the pixels that, with their neighbours, are exactly as in the frame before.

    Computed on the processor, where the pixels are: a card would have to be waited for.

    Args:
        before: ``(h, w, 3)`` the frame before, as it came.
        frame: the same shape.

    Returns:
        ``(1, 1, h, w)`` 32-bit, 1 where it is so and 0 elsewhere; None where it is so nowhere.
    """
    differs = before != frame
    changed = _spread(differs[..., 0] | differs[..., 1] | differs[..., 2])
    return None if changed.all() else torch.from_numpy(~changed)[None, None].to(torch.float32)


def enlarged_weight(weight: Tensor, scale: int) -> Tensor:
    """The mask of `still_weight` at ``scale`` times its size, with soft edges."""
    return F.interpolate(weight, scale_factor=scale, mode="bilinear", align_corners=False)


def _luma(rgb: Tensor) -> Tensor:
    """``(1, 1, h, w)`` BT.601 luma."""
    red, green, blue = (float(weight) for weight in _LUMA)
    # By plain numbers: to send a tensor of them to a card would make it wait.
    return rgb[:, 0:1] * red + rgb[:, 1:2] * green + rgb[:, 2:3] * blue


def _spread(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """``(h, w)``, set where the pixel or any of its eight neighbours was."""
    rows = mask.copy()
    rows[1:] |= mask[:-1]
    rows[:-1] |= mask[1:]
    spread = rows.copy()
    spread[:, 1:] |= rows[:, :-1]
    spread[:, :-1] |= rows[:, 1:]
    return spread
