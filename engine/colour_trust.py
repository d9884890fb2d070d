"""Which colours a restored picture may have: none that its source does not show."""

from __future__ import annotations

from torch import Tensor

_COLOUR_SHARE = 0.98
"""Of the pixels of a picture without colour that may be coloured, as by noise."""
_COLOUR_LEVELS = (4.0, 12.0)
"""Colour difference in 8-bit levels up to which it is noise, and from which it is colour."""


def colour_trust(frame: Tensor) -> float:
    """How far the colours that the network gives to ``(1, 3, h, w)`` may be trusted.

    0 for a picture without colour, which is to get none, not even the faint tints that a
    network trained on colour pictures leaves; 1 for one with colours; a ramp between them, so
    that nothing jumps where colours fade.
    """
    sparse = frame[..., ::4, ::4]  # every sixteenth pixel is plenty
    colourfulness = 255 * float((sparse - _luma(sparse)).abs().amax(dim=1).quantile(_COLOUR_SHARE))
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
    red, green, blue = rgb[:, 0:1], rgb[:, 1:2], rgb[:, 2:3]
    # By plain numbers: to send a tensor of them to a card would make it wait.
    return red * 0.299 + green * 0.587 + blue * 0.114
