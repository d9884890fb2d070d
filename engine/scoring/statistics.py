"""Statistics of natural pictures, from which NIQE and BRISQUE tell how natural one looks.

Both measures leave details open; these follow their authors' MATLAB releases.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

SHAPES = torch.arange(200, 10001, dtype=torch.float64) / 1000
"""Of the distributions that are fitted."""
NEIGHBOURS = ((0, 1), (1, 0), (1, 1), (1, -1))
"""Rows and columns to the pixels that a pixel is compared with."""


def gamma(x: Tensor) -> Tensor:
    """The gamma function."""
    return torch.lgamma(x).exp()


# Grows with the shape, so that a shape is found by bisection.
_RATIOS = gamma(2 / SHAPES) ** 2 / (gamma(1 / SHAPES) * gamma(3 / SHAPES))


def studio_luma(frame: Tensor) -> Tensor:
    """Luma ``(h, w)`` of ``(3, h, w)`` RGB in [0, 1]: BT.601, in whole levels from 16 to 235."""
    weights = torch.tensor([65.481, 128.553, 24.966], dtype=torch.float64)
    return torch.einsum("c,chw->hw", weights, frame.double().cpu()).round() + 16


def normalised(plane: Tensor, window: Tensor, *, edges: str) -> Tensor:
    """``(1, 1, h, w)`` with local mean 0 and local deviation 1.

    Args:
        plane: ``(1, 1, h, w)`` in levels from 0 to 255.
        window: ``(7, 7)`` weights of the pixels around one.
        edges: what is outside the picture, as `torch.nn.functional.pad` calls it.
    """

    def smooth(x: Tensor) -> Tensor:
        return F.conv2d(F.pad(x, (3, 3, 3, 3), mode=edges), window[None, None])

    mean = smooth(plane)
    deviation = (smooth(plane**2) - mean**2).abs().sqrt()
    return (plane - mean) / (deviation + 1)


def halved(plane: Tensor) -> Tensor:
    """``(1, 1, h, w)`` of even size, halved like MATLAB's antialiased bicubic `imresize`."""
    distance = (torch.arange(8, dtype=torch.float64) - 3.5).abs() / 2
    near = 1.5 * distance**3 - 2.5 * distance**2 + 1
    far = -0.5 * distance**3 + 2.5 * distance**2 - 4 * distance + 2
    kernel = torch.where(distance <= 1, near, far)
    kernel = kernel / kernel.sum()
    for _ in range(2):
        mirrored = torch.cat((plane[..., :3].flip(-1), plane, plane[..., -3:].flip(-1)), dim=-1)
        plane = F.conv2d(mirrored, kernel.view(1, 1, 1, 8), stride=(1, 2)).mT
    return plane


def fit(blocks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Shape, left and right scale of an asymmetric generalised Gaussian, each ``(n,)``.

    A side without any value gives NaN, as in a block of one colour.

    Source: Lasmar et al., "Multiscale skewed heavy tailed model for texture analysis", 2009.
    """
    x = blocks.flatten(1)
    squares = x**2
    left = ((squares * (x < 0)).sum(1) / (x < 0).sum(1)).sqrt()
    right = ((squares * (x > 0)).sum(1) / (x > 0).sum(1)).sqrt()
    lean = left / right
    ratio = x.abs().mean(1) ** 2 / squares.mean(1)
    ratio = ratio * (lean**3 + 1) * (lean + 1) / (lean**2 + 1) ** 2
    shape = nearest_shape(ratio)
    scale = (gamma(1 / shape) / gamma(3 / shape)).sqrt()
    return shape, left * scale, right * scale


def nearest_shape(ratio: Tensor) -> Tensor:
    """The shape of the distribution with this ratio of squared mean to mean square, each ``(n,)``.

    It is the first of all for what is no number.
    """
    above = torch.searchsorted(_RATIOS, ratio.nan_to_num(0.0)).clamp(1, len(_RATIOS) - 1)
    is_below_closer = ratio.nan_to_num(0.0) - _RATIOS[above - 1] <= _RATIOS[above] - ratio
    return SHAPES[torch.where(is_below_closer | ratio.isnan(), above - 1, above)]
