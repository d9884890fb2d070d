"""Which colours a restored picture may have: none that its source does not show."""

from __future__ import annotations

import numpy as np
from torch import Tensor

from engine.video.frame import Rgb

_COLOUR_SHARE = 0.98
"""Of the pixels of a picture without colour that may be coloured, as by noise."""
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)
"""Of red, green and blue, as BT.601 weighs them."""
_COLOUR_LEVELS = (4.0, 12.0)
"""Colour difference in 8-bit levels up to which it is noise, and from which it is colour."""


def colour_trust(frame: Rgb) -> float:
    """How far the colours that the network gives to ``(h, w, 3)`` pixels may be trusted.

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
    """The luma of ``restored``; its colour differences only as far as they are trusted.

    Args:
        plain: ``(1, 3, h, w)`` the plain enlargement, whose colours are right.
        restored: the same shape.
        trust: what `colour_trust` says of the source.
    """
    luma, plain_luma = _luma(restored), _luma(plain)
    return luma + (plain - plain_luma).lerp(restored - luma, trust)


def _luma(rgb: Tensor) -> Tensor:
    """``(1, 1, h, w)`` BT.601 luma."""
    red, green, blue = (float(weight) for weight in _LUMA)
    # By plain numbers: to send a tensor of them to a card would make it wait.
    return rgb[:, 0:1] * red + rgb[:, 1:2] * green + rgb[:, 2:3] * blue
