"""Noise of sensors and tapes."""

from __future__ import annotations

import torch
from torch import Tensor

from engine.training.damage.draw import Rng, normal
from engine.training.damage.filters import filter_rows, to_rgb, to_ycc


def add_gaussian_noise(rng: Rng, frames: Tensor, sigma: Tensor, *, gray: bool) -> Tensor:
    """White noise; ``sigma`` ``(t,)`` in 8-bit levels."""
    t, c, h, w = frames.shape
    noise = normal(rng, t, 1 if gray else c, h, w)
    return frames + noise * (sigma / 255)[:, None, None, None]


def add_poisson_noise(rng: Rng, frames: Tensor, scale: Tensor, *, gray: bool) -> Tensor:
    """Photon noise, in the Gaussian limit: variance ``scale * value / 255``."""
    source = to_ycc(frames)[:, :1] if gray else frames
    deviation = (source.clamp(0, 1) * scale[:, None, None, None] / 255).sqrt()
    return frames + normal(rng, *source.shape) * deviation


def add_tape_noise(
    rng: Rng, frames: Tensor, luma_sigma: Tensor, chroma_sigma: Tensor, streak: float
) -> Tensor:
    """Noise of a magnetic tape: drawn out along the lines, in colour far more than in luma.

    Args:
        rng: source of randomness.
        frames: RGB.
        luma_sigma: ``(t,)`` standard deviation in 8-bit levels.
        chroma_sigma: the same for both colour differences.
        streak: length of the grains in pixels; those of colour are four times as long.
    """
    t, _, h, w = frames.shape
    luma, chroma = (
        _unit(filter_rows(normal(rng, t, planes, h, w), torch.full((t,), length)))
        for planes, length in ((1, streak), (2, 4 * streak))
    )
    luma = luma * (luma_sigma / 255)[:, None, None, None]
    chroma = chroma * (chroma_sigma / 255)[:, None, None, None]
    return frames + to_rgb(torch.cat((luma, chroma), dim=1))


def _unit(noise: Tensor) -> Tensor:
    return noise / noise.std().clamp(min=1e-3)
