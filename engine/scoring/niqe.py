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

from engine.scoring.statistics import (
    NEIGHBOURS,
    fit,
    gamma,
    halved,
    normalised,
    studio_luma,
)

BLOCK = 96
"""Side of the square blocks whose statistics are compared, in pixels."""


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
        features = self._features(studio_luma(frame))
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
            local = normalised(plane, self.window, edges="replicate")[0, 0]
            blocks = local.view(rows, side, columns, side).transpose(1, 2)
            scales.append(_block_features(blocks.reshape(-1, side, side)))
            plane = halved(plane)
        return torch.cat(scales, dim=1)


def _block_features(blocks: Tensor) -> Tensor:
    """``(n, 18)`` of ``(n, side, side)`` normalised blocks."""
    shape, left, right = fit(blocks)
    features = [shape, (left + right) / 2]
    for shift in NEIGHBOURS:
        shape, left, right = fit(blocks * torch.roll(blocks, shift, dims=(1, 2)))
        mean = (right - left) * gamma(2 / shape) / gamma(1 / shape)
        features += [shape, mean, left, right]
    return torch.stack(features, dim=1)
