"""What the training minimises."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.network import SCALE, Restored

_EPSILON = 1e-3


@dataclass(frozen=True)
class LossWeights:
    """How much each part counts."""

    output: float = 1.0
    gradient: float = 0.5
    cleaning: float = 0.5
    flow: float = 0.02


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


def sharpen(frames: Tensor, amount: float = 0.3, sigma: float = 1.5) -> Tensor:
    """Unsharp masking of ``(..., 3, h, w)``, so that the network learns crisp edges."""
    flat = frames.flatten(0, -4)
    radius = round(3 * sigma)
    axis = torch.arange(-radius, radius + 1, device=frames.device, dtype=frames.dtype)
    kernel = torch.exp(-0.5 * (axis / sigma) ** 2)
    kernel = (kernel / kernel.sum()).expand(3, 1, 1, -1)
    soft = F.conv2d(F.pad(flat, (radius, radius, 0, 0), mode="reflect"), kernel, groups=3)
    kernel = kernel.transpose(-1, -2)
    soft = F.conv2d(F.pad(soft, (0, 0, radius, radius), mode="reflect"), kernel, groups=3)
    return (flat + amount * (flat - soft)).clamp(0, 1).view_as(frames)


def total_loss(
    restored: Restored,
    truth: Tensor,
    flows: tuple[Tensor, Tensor],
    weights: LossWeights,
) -> tuple[Tensor, dict[str, float]]:
    """The weighted sum and its parts.

    Args:
        restored: what the network made of the clip.
        truth: ``(n, t, 3, 4h, 4w)`` sharp frames.
        flows: true backward and forward flows, each ``(n, t - 1, 2, h, w)``.
        weights: of the parts.

    Source: Chan et al., arXiv:2111.12704, Eqns. 3 and 4; the flow term is ours, since the
    motion of our clips is known.
    """
    target = sharpen(truth)
    small = F.interpolate(target.flatten(0, 1), scale_factor=1 / SCALE, mode="area")
    parts = {
        "output": charbonnier(restored.output, target),
        "gradient": gradient_loss(restored.output.float(), target),
        "cleaning": torch.stack(
            [charbonnier(frames.flatten(0, 1), small) for frames in restored.cleaned]
        ).mean(),
        "flow": torch.stack(
            [charbonnier(a, b) for a, b in zip(restored.flows, flows, strict=True)]
        ).mean(),
    }
    loss = torch.stack([getattr(weights, name) * part for name, part in parts.items()]).sum()
    return loss, {name: float(part.detach()) for name, part in parts.items()}
