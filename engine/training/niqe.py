"""How natural a picture looks, measured without a truth (NIQE).

Source: Mittal, Soundararajan, Bovik, "Making a 'Completely Blind' Image Quality Analyzer",
IEEE Signal Processing Letters 20(3), 2013. Details that the paper leaves open follow its authors'
MATLAB release, as BasicSR does: luma of video range, edges repeated, halving like `imresize`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

BLOCK = 96
"""Side of the square blocks whose statistics are compared, in pixels."""

_NEIGHBOURS = ((0, 1), (1, 0), (1, 1), (1, -1))
_SHAPES = torch.arange(200, 10001, dtype=torch.float64) / 1000


def _gamma(x: Tensor) -> Tensor:
    return torch.lgamma(x).exp()


# Grows with the shape, so that a shape is found by bisection.
_RATIOS = _gamma(2 / _SHAPES) ** 2 / (_gamma(1 / _SHAPES) * _gamma(3 / _SHAPES))


@dataclass(frozen=True)
class NaturalPictures:
    """What the statistics of undamaged photographs are."""

    mean: Tensor
    """``(36,)``."""
    covariance: Tensor
    """``(36, 36)``."""
    window: Tensor
    """``(7, 7)`` the Gaussian of the local mean and deviation."""

    @classmethod
    def read(cls, path: Path) -> NaturalPictures:
        """Read the published parameters, an ``.npz`` as BasicSR ships it.

        Raises:
            OSError: there is no such file.
            KeyError: it holds something else.
        """
        with np.load(path, allow_pickle=False) as arrays:
            mean, covariance, window = (
                torch.from_numpy(arrays[name].astype(np.float64))
                for name in ("mu_pris_param", "cov_pris_param", "gaussian_window")
            )
        return cls(mean.flatten(), covariance, window)

    def distance(self, frame: Tensor) -> float:
        """NIQE of one picture; lower is more natural.

        Args:
            frame: ``(3, h, w)`` RGB in [0, 1], at least 96 pixels high and wide and no single
                block; what does not fill a block at the right and at the bottom is left out.
        """
        features = self._features(_studio_luma(frame))
        mean = features.nanmean(dim=0)
        whole = features[~features.isnan().any(dim=1)]
        covariance = torch.cov(whole.T)
        inverse: Tensor = torch.linalg.pinv((self.covariance + covariance) / 2, hermitian=True)
        away = self.mean - mean
        return float((away @ inverse @ away).sqrt())

    def _features(self, luma: Tensor) -> Tensor:
        """``(blocks, 36)`` of ``(h, w)`` luma: 18 at its size, 18 at half of it."""
        rows, columns = (side // BLOCK for side in luma.shape)
        plane = luma[None, None, : rows * BLOCK, : columns * BLOCK]
        scales = []
        for side in (BLOCK, BLOCK // 2):
            local = _normalised(plane, self.window)[0, 0]
            blocks = local.view(rows, side, columns, side).transpose(1, 2)
            scales.append(_block_features(blocks.reshape(-1, side, side)))
            plane = _halved(plane)
        return torch.cat(scales, dim=1)


def _studio_luma(frame: Tensor) -> Tensor:
    """``(h, w)`` BT.601 luma in whole levels of 219; their offset would fall out at once."""
    weights = torch.tensor([65.481, 128.553, 24.966], dtype=torch.float64)
    return torch.einsum("c,chw->hw", weights, frame.double().cpu()).round()


def _normalised(plane: Tensor, window: Tensor) -> Tensor:
    """``(1, 1, h, w)`` with local mean 0 and local deviation 1 (Eqn. 1)."""

    def smooth(x: Tensor) -> Tensor:
        return F.conv2d(F.pad(x, (3, 3, 3, 3), mode="replicate"), window[None, None])

    mean = smooth(plane)
    deviation = (smooth(plane**2) - mean**2).abs().sqrt()
    return (plane - mean) / (deviation + 1)


def _halved(plane: Tensor) -> Tensor:
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


def _block_features(blocks: Tensor) -> Tensor:
    """``(n, 18)`` of ``(n, side, side)`` normalised blocks."""
    shape, left, right = _fit(blocks)
    features = [shape, (left + right) / 2]
    for shift in _NEIGHBOURS:
        shape, left, right = _fit(blocks * torch.roll(blocks, shift, dims=(1, 2)))
        mean = (right - left) * _gamma(2 / shape) / _gamma(1 / shape)
        features += [shape, mean, left, right]
    return torch.stack(features, dim=1)


def _fit(blocks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
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
    shape = _SHAPES[_nearest(ratio)]
    scale = (_gamma(1 / shape) / _gamma(3 / shape)).sqrt()
    return shape, left * scale, right * scale


def _nearest(ratio: Tensor) -> Tensor:
    """Index of the shape whose ratio is closest; the first for what is no number."""
    above = torch.searchsorted(_RATIOS, ratio.nan_to_num(0.0)).clamp(1, len(_RATIOS) - 1)
    is_below_closer = ratio.nan_to_num(0.0) - _RATIOS[above - 1] <= _RATIOS[above] - ratio
    return torch.where(is_below_closer | ratio.isnan(), above - 1, above)
