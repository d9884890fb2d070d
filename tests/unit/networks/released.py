"""Cleaning as the released code does it, for comparison: one decision for a whole clip."""

from __future__ import annotations

from typing import NamedTuple

from torch import Tensor

from engine.networks.family import Cleaner

MOST_PASSES = 3


class RefinedClip(NamedTuple):
    """A cleaned clip, as the released code cleans it."""

    frames: Tensor
    """``(n, t, 3, h, w)``."""
    residue_means: tuple[float, ...]
    """Mean absolute residual of each pass over everything, in 0..1."""


def refine_clip(network: Cleaner, lqs: Tensor, threshold: float) -> RefinedClip:
    """Clean a clip with one decision for all its frames, at most three times.

    Args:
        network: whose cleaning module is used.
        lqs: ``(n, t, 3, h, w)`` RGB in [0, 1]; not modified.
        threshold: mean absolute change in 8-bit levels below which cleaning stops.

    Source: the released code of arXiv:2111.12704, `RealBasicVSRNet.forward`.
    """
    frames = lqs.flatten(0, 1)
    means: list[float] = []
    for _ in range(MOST_PASSES):
        residual = network.cleaning_residual(frames)
        frames = frames + residual
        means.append(float(residual.abs().mean()))
        if means[-1] < threshold / 255.0:
            break
    return RefinedClip(frames.view_as(lqs), tuple(means))
