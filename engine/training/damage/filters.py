"""Blur, sharpening and resizing."""

from __future__ import annotations

import math

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

# Full-range BT.601, as JPEG uses it.
_TO_YCC = torch.tensor(
    [[0.299, 0.587, 0.114], [-0.168736, -0.331264, 0.5], [0.5, -0.418688, -0.081312]]
)
_FROM_YCC = torch.linalg.inv(_TO_YCC)


def to_ycc(rgb: Tensor) -> Tensor:
    """Luma and two colour differences around 0 from RGB."""
    return torch.einsum("oc,tchw->tohw", _TO_YCC, rgb)


def to_rgb(ycc: Tensor) -> Tensor:
    """RGB from luma and two colour differences."""
    return torch.einsum("oc,tchw->tohw", _FROM_YCC, ycc)


def _axes(size: int) -> tuple[Tensor, Tensor]:
    axis = torch.arange(size, dtype=torch.float32) - size // 2
    y, x = torch.meshgrid(axis, axis, indexing="ij")
    return y, x


def _power(sigma_x: Tensor, sigma_y: Tensor, angle: Tensor, size: int) -> Tensor:
    """``(t, size, size)`` squared distance from the middle, in sigmas."""
    y, x = _axes(size)
    cos, sin = angle.cos()[:, None, None], angle.sin()[:, None, None]
    u, v = cos * x + sin * y, -sin * x + cos * y
    return (u / sigma_x[:, None, None]) ** 2 + (v / sigma_y[:, None, None]) ** 2


def gaussian_kernels(
    sigma_x: Tensor, sigma_y: Tensor, angle: Tensor, size: int, beta: Tensor | None = None
) -> Tensor:
    """``(t, size, size)`` rotated Gaussian kernels that sum to one.

    Args:
        sigma_x: ``(t,)`` pixels.
        sigma_y: the same for the other axis.
        angle: ``(t,)`` radians.
        size: odd.
        beta: ``(t,)`` shape of the generalised Gaussian; 1 (default) is the plain one, smaller
            has a sharper peak and longer tails, larger is flatter.

    Source: Wang et al., "Real-ESRGAN" (arXiv:2107.10833), Eqn. 3 and 4.
    """
    power = _power(sigma_x, sigma_y, angle, size)
    if beta is not None:
        power = power ** beta[:, None, None]
    kernels = torch.exp(-0.5 * power)
    return kernels / kernels.sum((1, 2), keepdim=True)


def plateau_kernels(
    sigma_x: Tensor, sigma_y: Tensor, angle: Tensor, size: int, beta: Tensor
) -> Tensor:
    """``(t, size, size)`` kernels with a flat top, as a lens out of focus has.

    Source: Wang et al., "Real-ESRGAN" (arXiv:2107.10833), Eqn. 5.
    """
    kernels = 1 / (1 + _power(sigma_x, sigma_y, angle, size) ** beta[:, None, None])
    return kernels / kernels.sum((1, 2), keepdim=True)


def sinc_kernels(cutoff: Tensor, size: int) -> Tensor:
    """``(t, size, size)`` circular low-pass kernels with ringing; ``cutoff`` in radians.

    Source: Wang et al., "Real-ESRGAN" (arXiv:2107.10833), Eqn. 6.
    """
    y, x = _axes(size)
    radius = (x**2 + y**2).sqrt().clamp(min=1e-6)[None]
    cutoff = cutoff[:, None, None]
    waves: Tensor = torch.special.bessel_j1(cutoff * radius)
    kernels = cutoff / (2 * math.pi * radius) * waves
    kernels[:, size // 2, size // 2] = (cutoff**2 / (4 * math.pi))[:, 0, 0]
    return kernels / kernels.sum((1, 2), keepdim=True)


def filter_frames(frames: Tensor, kernels: Tensor) -> Tensor:
    """Correlate every frame with its own ``(t, k, k)`` kernel, edges mirrored."""
    t, c, h, w = frames.shape
    pad = kernels.shape[-1] // 2
    mode = "reflect" if min(h, w) > pad else "replicate"
    padded = F.pad(frames, (pad, pad, pad, pad), mode=mode)
    weight = kernels.repeat_interleave(c, dim=0)[:, None]
    out = F.conv2d(padded.flatten(0, 1)[None], weight, groups=t * c)
    return out.view(t, c, h, w)


def filter_lines(planes: Tensor, kernels: Tensor) -> Tensor:
    """Correlate every row with the ``(t, k)`` kernel of its frame, edges repeated."""
    t, c, h, w = planes.shape
    pad = kernels.shape[-1] // 2
    padded = F.pad(planes, (pad, pad, 0, 0), mode="replicate")
    weight = kernels.repeat_interleave(c, dim=0)[:, None, None]
    out = F.conv2d(padded.flatten(0, 1)[None], weight, groups=t * c)
    return out.view(t, c, h, w)


def filter_rows(planes: Tensor, sigma: Tensor) -> Tensor:
    """Blur horizontally only, as a band-limited signal is; ``sigma`` ``(t,)`` in pixels."""
    reach = math.ceil(3 * float(sigma.max()))
    axis = torch.arange(-reach, reach + 1, dtype=torch.float32)
    kernels = torch.exp(-0.5 * (axis / sigma[:, None].clamp(min=0.05)) ** 2)
    return filter_lines(planes, kernels / kernels.sum(1, keepdim=True))


def sharpen(planes: Tensor, amount: Tensor, sigma: Tensor) -> Tensor:
    """Unsharp masking, as cameras do it; ``sigma`` ``(t,)`` in pixels."""
    size = 2 * math.ceil(2.5 * float(sigma.max())) + 1
    soft = filter_frames(planes, gaussian_kernels(sigma, sigma, torch.zeros_like(sigma), size))
    return planes + amount[:, None, None, None] * (planes - soft)


def _neighbours(planes: Tensor, reach: int) -> Tensor:
    """``(n, t, c, h, w)`` every pixel's square of neighbours, itself in the middle."""
    h, w = planes.shape[-2:]
    side = 2 * reach + 1
    padded = F.pad(planes, (reach,) * 4, mode="replicate")
    return torch.stack(
        [padded[..., y : y + h, x : x + w] for y in range(side) for x in range(side)]
    )


def median(planes: Tensor) -> Tensor:
    """3x3 median: the noise reduction of the first digital cameras."""
    return _neighbours(planes, 1).median(dim=0).values


def smear(frames: Tensor, levels: Tensor, reach: int = 2) -> Tensor:
    """Bilateral filter: faint texture goes flat and edges stay, as noise reduction leaves skin.

    Args:
        frames: RGB.
        levels: ``(t,)`` differences this small, in 8-bit levels of luma, are smoothed away.
        reach: radius in pixels.
    """
    near = _neighbours(frames, reach)
    luma = torch.einsum("c,ntchw->nthw", _TO_YCC[0], near)[:, :, None]
    middle = len(near) // 2
    scale = (255 / levels)[:, None, None, None]
    weight = torch.exp(-0.5 * ((luma - luma[middle]) * scale) ** 2)
    return (weight * near).sum(0) / weight.sum(0)


def resize(frames: Tensor, height: int, width: int, mode: str, *, antialias: bool = True) -> Tensor:
    """Resize with ``"area"``, ``"bilinear"`` or ``"bicubic"``.

    Without ``antialias`` the latter two skip pixels, as cheap cameras do. Area enlarges bilinearly.
    """
    h, w = frames.shape[-2:]
    if (height, width) == (h, w):
        return frames
    if mode == "area" and height <= h and width <= w:
        return F.interpolate(frames, size=(height, width), mode="area")
    mode = "bilinear" if mode == "area" else mode
    return F.interpolate(
        frames, size=(height, width), mode=mode, align_corners=False, antialias=antialias
    )
