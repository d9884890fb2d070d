"""Cine film and its copying: grain, dust, scratches, unsteady gate, flicker."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.training.damage.draw import Rng, normal, walk
from engine.training.damage.filters import to_ycc


def add_grain(rng: Rng, frames: Tensor, sigma: Tensor, size: float) -> Tensor:
    """Film grain: gray noise with structure ``size`` pixels wide, strongest in mid-tones.

    ``sigma`` is ``(t,)``, in 8-bit levels.
    """
    t, _, h, w = frames.shape
    coarse = normal(rng, t, 1, round(h / size) + 1, round(w / size) + 1)
    noise = F.interpolate(coarse, size=(h, w), mode="bicubic", align_corners=False)
    luma = to_ycc(frames)[:, :1].clamp(0, 1)
    weight = 0.4 + 2.4 * luma * (1 - luma)
    return frames + noise * weight * (sigma / 255)[:, None, None, None]


def add_dust(rng: Rng, frames: Tensor, specks: float, largest: float) -> Tensor:
    """Dust and hairs: spots of odd shape that stay for one frame.

    Args:
        rng: source of randomness.
        frames: RGB.
        specks: how many to expect in a frame.
        largest: radius of the largest in pixels.
    """
    out = frames.clone()
    h, w = frames.shape[-2:]
    for i, count in enumerate(rng.poisson(specks, len(frames))):
        for _ in range(count):
            radius = float(rng.uniform(0.4, largest))
            aspect = float(rng.choice([1.0, 1.0, 4.0]))
            mask = _speck(rng, h, w, radius, aspect)
            # Dirt on the print is dark; dirt on the negative comes out white.
            tone = float(rng.uniform(0.75, 1.0) if rng.random() < 0.5 else rng.uniform(0.0, 0.2))
            out[i] = torch.lerp(out[i], torch.full_like(out[i], tone), mask)
    return out


def _speck(rng: Rng, h: int, w: int, radius: float, aspect: float) -> Tensor:
    """``(h, w)`` a soft bent blob somewhere, ``aspect`` times as long as wide."""
    y = torch.arange(h)[:, None] - float(rng.uniform(0, h))
    x = torch.arange(w)[None] - float(rng.uniform(0, w))
    angle, bend = float(rng.uniform(0, math.pi)), float(rng.uniform(-0.15, 0.15))
    u = (x * math.cos(angle) + y * math.sin(angle)) / aspect
    v = y * math.cos(angle) - x * math.sin(angle) + bend * u**2
    return (radius + 0.5 - (u**2 + v**2).sqrt()).clamp(0, 1)


def add_scratches(rng: Rng, frames: Tensor, count: int, depth: float) -> Tensor:
    """Upright lines that stay for many frames and drift sideways.

    Args:
        rng: source of randomness.
        frames: RGB.
        count: number of scratches.
        depth: how much of the picture they take away, 0..1.
    """
    t, _, h, w = frames.shape
    out = frames
    x, y = torch.arange(w), torch.arange(h)[:, None]
    for _ in range(count):
        place = walk(rng, 0, w, 0.6, t)[:, None, None] + float(rng.normal(0, 0.01)) * (y - h / 2)
        width = float(rng.uniform(0.5, 1.0))
        # The film does not press evenly: the scratch comes and goes along its way.
        press = walk(rng, 0.3, 1.0, 0.1, t)[:, None, None]
        mask = (depth * press * (width + 0.5 - (x - place).abs()).clamp(0, 1))[:, None]
        tone = float(rng.choice([0.05, 0.9]))
        out = torch.lerp(out, torch.full_like(out, tone), mask)
    return out


def weave(rng: Rng, frames: Tensor, amount: float) -> Tensor:
    """Shift every frame by itself, as a worn gate does; ``amount`` pixels standard deviation."""
    t, _, h, w = frames.shape
    shift = amount * normal(rng, t, 2)
    theta = torch.eye(2, 3).repeat(t, 1, 1)
    theta[:, 0, 2] = 2 * shift[:, 0] / w
    theta[:, 1, 2] = 2 * shift[:, 1] / h
    grid = F.affine_grid(theta, list(frames.shape), align_corners=False)
    return F.grid_sample(frames, grid, mode="bicubic", padding_mode="border", align_corners=False)


def flicker(rng: Rng, frames: Tensor, amount: float) -> Tensor:
    """Change the exposure from frame to frame, by ``amount`` (0.1 is 10 %), not quite evenly."""
    t, _, _, w = frames.shape
    gain, slope = amount * normal(rng, 2, t, 1, 1, 1)
    exposure: Tensor = 1 + gain + slope * torch.linspace(-0.5, 0.5, w)
    return frames * exposure
