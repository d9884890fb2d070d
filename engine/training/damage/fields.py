"""Interlaced video that was made into frames the wrong way."""

from __future__ import annotations

import torch
from torch import Tensor

from engine.training.damage.draw import Rng


def next_frames(frames: Tensor) -> Tensor:
    """Every frame's successor; the last one's is the frame before it."""
    t = len(frames)
    if t == 1:
        return frames
    return frames[[*range(1, t), t - 2]]


def comb(frames: Tensor, later: Tensor, parity: int) -> Tensor:
    """Weave the rows of ``parity`` (0 or 1) of ``later`` into ``frames``: combs where it moves."""
    out = frames.clone()
    out[..., parity::2, :] = later[..., parity::2, :]
    return out


def line_double(frames: Tensor, parity: int) -> Tensor:
    """Keep the rows of ``parity`` and draw the others between them, as "bob" does."""
    h = frames.shape[-2]
    rows = torch.arange(h)
    kept = (rows - parity) % 2 == 0
    above = torch.where(kept, rows, rows - 1)
    below = torch.where(kept, rows, rows + 1)
    # A row outside the picture is replaced by the nearest one of the same field.
    above = torch.where(above < 0, below, above)
    below = torch.where(below >= h, above, below)
    return (frames[..., above, :] + frames[..., below, :]) / 2


def bob(frames: Tensor, first_parity: int) -> Tensor:
    """One field of each frame, upper and lower in turns: fine lines flicker."""
    out = frames.clone()
    for offset in (0, 1):
        out[offset::2] = line_double(frames[offset::2], (first_parity + offset) % 2)
    return out


def blend_fields(frames: Tensor, later: Tensor, parity: int) -> Tensor:
    """The mean of both fields: a ghost beside everything that moves."""
    return (line_double(frames, parity) + line_double(later, 1 - parity)) / 2


def interlace(rng: Rng, frames: Tensor, treatment: str) -> Tensor:
    """Fields of neighbouring times, made into frames by ``"comb"``, ``"bob"`` or ``"blend"``."""
    parity = int(rng.integers(2))
    if treatment == "bob":
        return bob(frames, parity)
    later = next_frames(frames)
    merge = {"comb": comb, "blend": blend_fields}[treatment]
    return merge(frames, later, parity)
