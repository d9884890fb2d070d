"""How good a set of weights is, on clips it never saw, against plain enlargement."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.network import SCALE, RealBasicVSR
from engine.training.degradations import Kind, degrade
from engine.training.scenes import random_clip

_LUMA = torch.tensor([0.299, 0.587, 0.114])
_CLIPS_PER_KIND = 3
_FRAMES = 7
_SIDE = 64
_BORDER = 4


@dataclass(frozen=True)
class Score:
    """Means over the clips of one kind of damage."""

    kind: str
    method: str
    psnr: float
    """Of luma, dB."""
    ssim: float
    gmsd: float
    """Gradient magnitude similarity deviation; lower is better."""
    temporal: float
    """Error of the differences between neighbouring frames, 8-bit levels."""
    colour: float
    """Mean shift of the colour differences, 8-bit levels."""


@dataclass(frozen=True)
class ValidationClip:
    """A degraded clip and its truth."""

    kind: Kind
    lq: Tensor
    truth: Tensor


def validation_clips(photos: Path) -> Iterator[ValidationClip]:
    """Always the same clips, cut from the ``val-*`` pictures, some of every kind of damage.

    Raises:
        FileNotFoundError: there are no such pictures.
    """
    pictures = sorted(p for p in photos.iterdir() if p.name.startswith("val-"))
    if len(pictures) < 2:
        raise FileNotFoundError(f"{photos} holds fewer than two val-* pictures")
    for number, kind in enumerate(Kind):
        for index in range(_CLIPS_PER_KIND):
            rng = np.random.default_rng((20, number, index))
            clip = random_clip(rng, pictures, frames=_FRAMES, side=SCALE * _SIDE)
            yield ValidationClip(kind, degrade(rng, clip.frames, kind), clip.frames)


def enlarge(lq: Tensor) -> Tensor:
    """``(t, 3, h, w)`` four times as large by bicubic interpolation."""
    return F.interpolate(lq, scale_factor=SCALE, mode="bicubic", align_corners=False).clamp(0, 1)


@torch.no_grad()
def validate(network: RealBasicVSR, photos: Path) -> list[Score]:
    """Score the network and bicubic enlargement on the validation clips."""
    device = next(network.parameters()).device
    scores: list[Score] = []
    for clip in validation_clips(photos):
        output = network(clip.lq[None].to(device)).output[0].float().cpu().clamp(0, 1)
        scores.append(score(clip.kind.value, "ours", output, clip.truth))
        scores.append(score(clip.kind.value, "bicubic", enlarge(clip.lq), clip.truth))
    return scores


def score(kind: str, method: str, output: Tensor, truth: Tensor) -> Score:
    """Compare ``(t, 3, h, w)`` frames in [0, 1] with the truth, a border left out."""
    inner = slice(_BORDER, -_BORDER)
    output, truth = output[..., inner, inner], truth[..., inner, inner]
    a, b = luma(output), luma(truth)
    psnr = -10 * torch.log10(((a - b) ** 2).mean(dim=(1, 2, 3)).clamp(min=1e-10)).mean()
    temporal = ((a[1:] - a[:-1]) - (b[1:] - b[:-1])).abs().mean() * 255
    shift = (output - a).mean(dim=(0, 2, 3)) - (truth - b).mean(dim=(0, 2, 3))
    return Score(
        kind=kind,
        method=method,
        psnr=float(psnr),
        ssim=float(ssim(a, b)),
        gmsd=float(gmsd(a, b)),
        temporal=float(temporal),
        colour=float(shift.abs().max() * 255),
    )


def luma(frames: Tensor) -> Tensor:
    """``(t, 1, h, w)`` BT.601 luma of ``(t, 3, h, w)``."""
    return (frames * _LUMA[:, None, None]).sum(1, keepdim=True)


def ssim(a: Tensor, b: Tensor) -> Tensor:
    """Mean structural similarity of ``(t, 1, h, w)`` in [0, 1].

    Source: Wang et al., "Image quality assessment: from error visibility to structural
    similarity", 2004; Gaussian window of 11 pixels, sigma 1.5.
    """
    axis = torch.arange(11, dtype=torch.float32) - 5
    line = torch.exp(-0.5 * (axis / 1.5) ** 2)
    window = torch.outer(line, line)[None, None] / line.sum() ** 2

    def mean(x: Tensor) -> Tensor:
        return F.conv2d(x, window)

    mean_a, mean_b = mean(a), mean(b)
    var_a, var_b = mean(a * a) - mean_a**2, mean(b * b) - mean_b**2
    covariance = mean(a * b) - mean_a * mean_b
    c1, c2 = 0.01**2, 0.03**2
    value = (2 * mean_a * mean_b + c1) * (2 * covariance + c2)
    return (value / ((mean_a**2 + mean_b**2 + c1) * (var_a + var_b + c2))).mean()


def gmsd(a: Tensor, b: Tensor) -> Tensor:
    """Gradient magnitude similarity deviation of ``(t, 1, h, w)`` in [0, 1].

    Source: Xue et al., "Gradient Magnitude Similarity Deviation", 2014; T = 170 of 255 levels
    squared, after an average over 2x2 pixels.
    """
    prewitt = torch.tensor([[1.0, 0, -1], [1, 0, -1], [1, 0, -1]])[None, None] / 3

    def magnitude(x: Tensor) -> Tensor:
        x = F.avg_pool2d(x, 2)
        return (F.conv2d(x, prewitt) ** 2 + F.conv2d(x, prewitt.mT) ** 2 + 1e-12).sqrt()

    ga, gb = magnitude(a), magnitude(b)
    c = 170 / 255**2
    similarity = (2 * ga * gb + c) / (ga**2 + gb**2 + c)
    return similarity.std(dim=(1, 2, 3)).mean()


def format_table(scores: list[Score]) -> str:
    """A line for every kind and method, then the means of all."""
    lines = [f"{'kind':8} {'method':8} {'PSNR':>6} {'SSIM':>6} {'GMSD':>6} {'dT':>6} {'colour':>6}"]
    kinds = [*dict.fromkeys(s.kind for s in scores), "all"]
    methods = list(dict.fromkeys(s.method for s in scores))
    for kind in kinds:
        for method in methods:
            rows = [s for s in scores if s.method == method and kind in (s.kind, "all")]
            means = [
                math.fsum(getattr(s, name) for s in rows) / len(rows)
                for name in ("psnr", "ssim", "gmsd", "temporal", "colour")
            ]
            lines.append(
                f"{kind:8} {method:8} {means[0]:6.2f} {means[1]:6.3f} {means[2]:6.3f}"
                f" {means[3]:6.2f} {means[4]:6.2f}"
            )
    return "\n".join(lines)
