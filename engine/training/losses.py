"""What the training minimises."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.networks.realbasicvsr import SCALE, Restored

_EPSILON = 1e-3
_LUMA = (0.299, 0.587, 0.114)
_SSIM_WINDOW = 7
_GMS_CONSTANT = 170 / 255**2
_STILL = 1 / 255
_STILL_WEIGHT = 3.0
_TEXTURE_LEVELS = 3
_TEXTURE_SIDE = 8
_TEXTURE_NOISE = 1 / 255
_LATTICE_SIDE = 64
_LATTICE_NOISE = 1 / 255
_PATTERN_LENGTH, _PATTERN_LINES = 64, 16
"""Pixels along lines, and lines, in which a screen is looked for."""
_PATTERN_NOISE = 0.1 / 255
_SOFT_RADIUS = 2
"""Of the filter that says what cleaning again is for; low-resolution pixels."""


@dataclass(frozen=True)
class LossWeights:
    """How much each part counts; 0 leaves a part out."""

    output: float = 1.0
    gradient: float = 0.5
    structure: float = 0.1
    similarity: float = 0.1
    texture: float = 0.0
    lattice: float = 0.0
    screen: float = 0.0
    pattern: float = 0.0
    temporal: float = 0.5
    cleaning: float = 0.5
    flow: float = 0.02
    teacher: float = 0.0
    """Distance from what a teacher made of the clip."""
    features: float = 0.0
    """Distance of SqueezeNet's features."""

    @property
    def left_out(self) -> set[str]:
        """The parts that need not be computed."""
        return {name for name, weight in vars(self).items() if weight == 0}


def charbonnier(a: Tensor, b: Tensor) -> Tensor:
    """Mean of a smooth absolute difference (Lai et al., arXiv:1704.03915)."""
    return ((a.float() - b.float()) ** 2 + _EPSILON**2).sqrt().mean()


def gradients(frames: Tensor) -> tuple[Tensor, Tensor]:
    """Differences of ``(..., h, w)`` to the right and downwards."""
    return frames[..., :, 1:] - frames[..., :, :-1], frames[..., 1:, :] - frames[..., :-1, :]


def gradient_loss(a: Tensor, b: Tensor) -> Tensor:
    """Charbonnier of the differences between neighbouring pixels: edges where they belong."""
    pairs = zip(gradients(a), gradients(b), strict=True)
    return torch.stack([charbonnier(x, y) for x, y in pairs]).mean()


def temporal_loss(a: Tensor, b: Tensor) -> Tensor:
    """Charbonnier of the differences between neighbouring frames of ``(n, t, c, h, w)``.

    What moves in the truth may move; what stands still there may not flicker, and counts more,
    since the eye sees it there.
    """
    wanted = b[:, 1:] - b[:, :-1]
    error = ((a[:, 1:] - a[:, :-1] - wanted).float() ** 2 + _EPSILON**2).sqrt()
    return (error * torch.where(wanted.abs() < _STILL, _STILL_WEIGHT, 1.0)).mean()


def luma(frames: Tensor) -> Tensor:
    """``(b, 1, h, w)`` BT.601 luma of ``(..., 3, h, w)``."""
    weight = torch.tensor(_LUMA, device=frames.device, dtype=frames.dtype)
    return (frames.flatten(0, -4) * weight.view(3, 1, 1)).sum(1, keepdim=True)


def structure_loss(a: Tensor, b: Tensor) -> Tensor:
    """One minus the structural similarity of ``(b, 1, h, w)`` lumas in [0, 1].

    Source: Wang et al., 2004; a square window of 7 pixels on every other place, for speed.
    """

    def mean(x: Tensor) -> Tensor:
        return F.avg_pool2d(x, _SSIM_WINDOW, stride=2)

    mean_a, mean_b = mean(a), mean(b)
    variances = mean(a * a) + mean(b * b) - mean_a**2 - mean_b**2
    covariance = mean(a * b) - mean_a * mean_b
    c1, c2 = 0.01**2, 0.03**2
    similarity = (2 * mean_a * mean_b + c1) * (2 * covariance + c2)
    return 1 - (similarity / ((mean_a**2 + mean_b**2 + c1) * (variances + c2))).mean()


def similarity_loss(a: Tensor, b: Tensor) -> Tensor:
    """One minus the mean similarity of the gradient magnitudes of ``(b, 1, h, w)`` lumas.

    Unlike a pixel loss it asks for edges and texture of the right strength, not for their mean.
    Source: Xue et al., "Gradient Magnitude Similarity Deviation", 2014, Eqn. 3.
    """

    def magnitude(x: Tensor) -> Tensor:
        x = F.avg_pool2d(x, 2)
        right = F.avg_pool2d(x[..., :, 2:] - x[..., :, :-2], (3, 1), stride=1)
        down = F.avg_pool2d(x[..., 2:, :] - x[..., :-2, :], (1, 3), stride=1)
        return (right**2 + down**2 + 1e-6).sqrt()

    ga, gb = magnitude(a), magnitude(b)
    return 1 - ((2 * ga * gb + _GMS_CONSTANT) / (ga**2 + gb**2 + _GMS_CONSTANT)).mean()


def texture_loss(a: Tensor, b: Tensor) -> Tensor:
    """How many times stronger or weaker the detail of ``(b, 1, h, w)`` lumas is, place by place.

    Fine detail whose exact course nobody can know is best left out, says every loss that compares
    pixels; this one asks for as much of it as there was. It compares the logarithms of the local
    strengths of the bands of a Laplacian pyramid.
    Source: the idea of Abrahamyan et al., "Gradient Variance Loss for Structure-Enhanced Image
    Super-Resolution" (arXiv:2202.00997), which compares variances of one band.
    """
    levels = []
    for _ in range(_TEXTURE_LEVELS):
        strengths = []
        softer = []
        for x in (a, b):
            soft = _binomial(x)
            energy = F.avg_pool2d((x - soft) ** 2, _TEXTURE_SIDE, stride=_TEXTURE_SIDE // 2)
            strengths.append((energy + _TEXTURE_NOISE**2).log())
            softer.append(soft[..., ::2, ::2])
        levels.append(0.5 * (strengths[0] - strengths[1]).abs().mean())
        a, b = softer
        if min(a.shape[-2:]) < _TEXTURE_SIDE:
            break
    return torch.stack(levels).mean()


def lattice_loss(a: Tensor) -> Tensor:
    """How unevenly the detail of ``(b, 1, 4h, 4w)`` lumas lies within low-resolution pixels.

    Nature knows no such pixels, so each of the four columns and rows of one is as rich in detail as
    the others, on average over a few hundred. A tail of pixel shuffles finds it easier to place
    beads at their distance along an edge, which a small discriminator lets pass.
    """
    spread = []
    for x in (a, a.transpose(-1, -2)):
        bends = (x[..., 2:] - 2 * x[..., 1:-1] + x[..., :-2]).abs()
        padded = F.pad(bends, (1, 1, 0, 0), mode="replicate")
        columns = padded.reshape(*padded.shape[:-1], -1, SCALE)
        window = min(_LATTICE_SIDE, x.shape[-2]), min(_LATTICE_SIDE, x.shape[-1]) // SCALE
        detail = F.avg_pool2d(columns[:, 0].permute(0, 3, 1, 2), window)
        mean = detail.mean(1, keepdim=True) + _LATTICE_NOISE
        spread.append(((detail - detail.mean(1, keepdim=True)) / mean).abs().mean())
    return torch.stack(spread).mean()


def screen_loss(a: Tensor, b: Tensor) -> Tensor:
    """Charbonnier of the chequered detail of every other pixel, ``(..., h, w)``.

    A faint chequer costs a pixel loss next to nothing where other errors are larger, and whatever
    asks for detail of any course is content with it. Here there are no other errors.
    """

    def chequer(x: Tensor) -> Tensor:
        down = x[..., 1:, :] - x[..., :-1, :]
        return down[..., 1:] - down[..., :-1]

    return charbonnier(chequer(a), chequer(b))


def pattern_loss(a: Tensor, b: Tensor) -> Tensor:
    """How strong the screen is that a tail of pixel shuffles draws, beyond that of the truth.

    Such a screen recurs along lines or columns every four or every two pixels, whatever it does
    across them. It looks like texture to a discriminator and to a distance of features, so both
    reward it. It differs from texture in that it has those periods and none near them.

    Args:
        a: ``(n, 1, 4h, 4w)`` luma of what was made, of 32 pixels or more each way.
        b: the same of the truth.
    """
    excess = []
    for made, real in ((a, b), (a.mT, b.mT)):
        found, around = screen_powers(made)
        # Two times what is near happens by chance.
        allowed = torch.maximum(2 * around, screen_powers(real)[0]).detach()
        excess.append(((found - allowed).clamp(min=0) + _PATTERN_NOISE**2).sqrt().mean())
    return torch.stack(excess).mean() - _PATTERN_NOISE


def screen_powers(lumas: Tensor) -> tuple[Tensor, Tensor]:
    """Mean squares of waves of four and of two pixels along lines, and of waves near those.

    Args:
        lumas: ``(n, 1, h, w)``, at least 32 pixels wide.

    Returns:
        Two tensors ``(n, 2, groups of lines, windows)``, for stretches of 64 pixels, or less where
        the picture is narrower, in some lines together.
    """
    lumas = lumas.float()
    length = min(_PATTERN_LENGTH, lumas.shape[-1] // SCALE * SCALE)
    window = torch.hann_window(length, device=lumas.device)
    stretches = lumas.unfold(-1, length, length // SCALE)[:, 0]
    spectrum = torch.fft.rfft((stretches - stretches.mean(-1, keepdim=True)) * window)
    powers = 2 * spectrum.abs().square() / window.sum() ** 2
    powers = powers.permute(0, 3, 1, 2)
    lines = min(_PATTERN_LINES, lumas.shape[-2])
    powers = F.avg_pool2d(powers, (lines, 1), (max(lines // 2, 1), 1))
    four, two = length // 4, length // 2
    near_four = [four + step for step in (-4, -3, 3, 4)]
    found = torch.stack((powers[:, four], 0.5 * powers[:, two]), 1)
    around = (powers[:, near_four].mean(1), 0.5 * powers[:, [two - 4, two - 3]].mean(1))
    return found, torch.stack(around, 1)


def _binomial(x: Tensor) -> Tensor:
    """``(b, 1, h, w)`` through the five-tap filter of Burt and Adelson's pyramid."""
    line = x.new_tensor([1.0, 4.0, 6.0, 4.0, 1.0]) / 16
    padded = F.pad(x, (2, 2, 2, 2), mode="reflect")
    return F.conv2d(F.conv2d(padded, line.view(1, 1, 1, 5)), line.view(1, 1, 5, 1))


def sharpen(frames: Tensor, amount: float | Tensor, sigma: float = 0.7) -> Tensor:
    """Unsharp masking, so that the network learns crisp edges.

    What it answers to a pixel loss is the mean of all that could have been, and that is softer
    than any of it: the more so the worse the source is.

    Args:
        frames: ``(..., 3, h, w)`` in [0, 1].
        amount: of the detail that is added; broadcast against ``frames``.
        sigma: of the detail, in pixels.
    """
    flat = frames.flatten(0, -4)
    radius = round(3 * sigma)
    axis = torch.arange(-radius, radius + 1, device=frames.device, dtype=frames.dtype)
    kernel = torch.exp(-0.5 * (axis / sigma) ** 2)
    kernel = (kernel / kernel.sum()).expand(3, 1, 1, -1)
    soft = F.conv2d(F.pad(flat, (radius, radius, 0, 0), mode="reflect"), kernel, groups=3)
    kernel = kernel.transpose(-1, -2)
    soft = F.conv2d(F.pad(soft, (0, 0, radius, radius), mode="reflect"), kernel, groups=3)
    return (frames + amount * (flat - soft).view_as(frames)).clamp(0, 1)


def soften(frames: Tensor, radius: int, level: float = 8 / 255) -> Tensor:
    """Flatten texture fainter than ``level`` in ``(b, 3, h, w)`` and keep the edges.

    What the network is to make of a picture that it cleans once more, so that the smooth end of
    the slider is smooth and not hard.
    Source: He et al., "Guided Image Filtering", 2010, with the picture as its own guide.
    """
    radius = min(radius, (min(frames.shape[-2:]) - 1) // 2)

    def mean(x: Tensor) -> Tensor:
        return box_mean(x, 2 * radius + 1)

    middle = mean(frames)
    variance = (mean(frames * frames) - middle**2).clamp(min=0)
    kept = variance / (variance + level**2)
    return mean(kept) * frames + mean(middle - kept * middle)


def without_finest(frames: Tensor) -> Tensor:
    """``(b, c, h, w)`` without detail of every other pixel; two pixels smaller each way.

    In flat places features are scaled up to unit length as everywhere. Compared at full sharpness
    they teach the network to draw a screen there, too faint to see at first.
    """
    for axis in (-1, -2):
        middle = frames.shape[axis] - 2
        left, here, right = (frames.narrow(axis, start, middle) for start in range(3))
        frames = 0.25 * (left + right) + 0.5 * here
    return frames


def box_mean(x: Tensor, side: int) -> Tensor:
    """The mean over a square of ``side`` pixels, odd, around each of ``(b, c, h, w)``.

    Of what lies in the picture; columns first, then rows: five times as fast for large squares.
    """
    x = x.contiguous()
    columns = F.avg_pool2d(x, (side, 1), 1, (side // 2, 0), count_include_pad=False)
    return F.avg_pool2d(columns, (1, side), 1, (0, side // 2), count_include_pad=False)


def flow_level_loss(levels: list[Tensor], flow: Tensor) -> Tensor:
    """Charbonnier of the flow at every level of a pyramid, in low-resolution pixels.

    Args:
        levels: ``(b, 2, h, w)`` in pixels of their level, coarsest first.
        flow: ``(b, 2, H, W)`` the true flow in low-resolution pixels.
    """
    losses = []
    for level in levels:
        scale = flow.shape[-1] / level.shape[-1]
        truth = F.interpolate(flow, size=level.shape[-2:], mode="area")
        losses.append(charbonnier(level * scale, truth))
    return torch.stack(losses).mean()


def loss_parts(
    restored: Restored,
    target: Tensor,
    flows: Tensor,
    has_lost_detail: Tensor | None = None,
    left_out: Collection[str] = (),
) -> dict[str, Tensor]:
    """The parts that `LossWeights` names, without those of teachers and features.

    Args:
        restored: what the network made of the clip.
        target: ``(n, t, 3, 4h, 4w)`` what it should have made: sharpened true frames.
        flows: ``(2, n, t - 1, 2, h, w)`` true backward and forward flows.
        has_lost_detail: ``(n,)`` which of the clips the texture loss is for; by default all.
        left_out: parts that nobody asks for.

    Source: Chan et al., arXiv:2111.12704, Eqns. 3 and 4; the flow term is ours, since the
    motion of our clips is known, and so are those in place of a feature loss.
    """
    small = F.interpolate(target.flatten(0, 1), scale_factor=1 / SCALE, mode="area")
    cleaned = [small]
    for _ in restored.cleaned[1:]:
        cleaned.append(soften(cleaned[-1], _SOFT_RADIUS))
        target = soften(target.flatten(0, 1), SCALE * _SOFT_RADIUS).view_as(target)
    output = restored.output.float()
    lumas = luma(output), luma(target)
    worn = slice(None) if has_lost_detail is None else has_lost_detail

    def texture() -> Tensor:
        worn_lumas = luma(output[worn]), luma(target[worn])
        return texture_loss(*worn_lumas) if len(worn_lumas[0]) else output.new_zeros(())

    def cleaning() -> Tensor:
        pairs = zip(restored.cleaned, cleaned, strict=True)
        return torch.stack([charbonnier(a.flatten(0, 1), b) for a, b in pairs]).mean()

    parts: dict[str, Callable[[], Tensor]] = {
        "output": lambda: charbonnier(output, target),
        "gradient": lambda: gradient_loss(output, target),
        "structure": lambda: structure_loss(*lumas),
        "similarity": lambda: similarity_loss(*lumas),
        "texture": texture,
        "lattice": lambda: lattice_loss(lumas[0]),
        "screen": lambda: screen_loss(output, target),
        "pattern": lambda: pattern_loss(*lumas),
        "temporal": lambda: temporal_loss(output, target),
        "cleaning": cleaning,
        "flow": lambda: charbonnier(restored.flows, flows),
    }
    return {name: part() for name, part in parts.items() if name not in left_out}


def weighted_sum(parts: dict[str, Tensor], weights: LossWeights) -> Tensor:
    """The parts together, each as often as its weight says."""
    return torch.stack([getattr(weights, name) * part for name, part in parts.items()]).sum()
