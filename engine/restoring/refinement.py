"""Dynamic refinement: cleaning a frame again while that still changes it.

The released code decides once for the clip that it is handed; here the decision is soft and made
for each frame, so that nothing jumps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor

from engine.networks.family import Cleaner

MOST_PASSES = 5
_LEAST_WEIGHT = 0.02
"""A pass of a smaller weight changes a picture by less than a tenth of a level, at full cost."""


class Refined(NamedTuple):
    """A cleaned frame and how much cleaning it took."""

    frame: Tensor
    """``(1, 3, h, w)``."""
    passes: float
    """The sum of the weights of all passes: 1.0 is one whole pass."""
    cleanings: int
    """How often the cleaning module ran: the cost of the passes."""


@dataclass(frozen=True)
class SoftRefinement:
    """Clean each frame until the weight of the next pass is negligible.

    Pass 1 is applied whole; pass j + 1 adds its residual with the weight
    ``w[j+1] = w[j] * clip((m[j] - threshold * (1 - s)) / (2 * s * threshold), 0, 1)``, where
    ``m[j]`` is the mean absolute residual of pass j. The products make the result continuous in
    the threshold and in the picture; with ``softness`` s -> 0 it is Eqn. 5 of
    Chan et al., arXiv:2111.12704.
    """

    threshold: float
    """θ, mean absolute change in 8-bit levels (0..255); small: smoother, large: more detail."""
    softness: float = 0.5
    whole_ratio: float = 1.0
    """For a crop of each frame: mean change of a pass over the whole frame, relative to that over
    the crop. With it the crop is cleaned as often as the whole frame would be."""

    def next_weight(self, weight: float, change_levels: float) -> float:
        """Weight of the pass that follows one of ``weight`` which changed ``change_levels``."""
        lower = self.threshold * (1 - self.softness)
        width = 2 * self.softness * self.threshold
        if width <= 0:
            return weight if change_levels >= self.threshold else 0.0
        return weight * min(max((change_levels - lower) / width, 0.0), 1.0)

    def __call__(self, model: Cleaner, frames: Tensor) -> list[Refined]:
        """Clean each of ``(k, 3, h, w)`` RGB in [0, 1]; the argument is not modified.

        A pass is made for all frames that need it at once, and waited for once.
        """
        # Pass 1 has full weight for every frame.
        residuals = model.cleaning_residual(frames)
        refined = [Refined(frame, 1.0, 1) for frame in torch.split(frames + residuals, 1)]
        weights = [1.0] * len(refined)
        going = list(range(len(refined)))
        for _ in range(1, MOST_PASSES):
            changes = residuals.abs().mean(dim=(1, 2, 3)).tolist()
            for i, change in zip(going, changes, strict=True):
                weights[i] = self.next_weight(weights[i], self.whole_ratio * 255.0 * change)
            going = [i for i in going if weights[i] >= _LEAST_WEIGHT]
            if not going:
                break
            residuals = model.cleaning_residual(concatenated([refined[i].frame for i in going]))
            for i, residual in zip(going, torch.split(residuals, 1), strict=True):
                before, passes, cleanings = refined[i]
                frame = before + weights[i] * residual
                refined[i] = Refined(frame, passes + weights[i], cleanings + 1)
        return refined


def concatenated(frames: Sequence[Tensor]) -> Tensor:
    """``(1, 3, h, w)`` each, as one ``(k, 3, h, w)``; a single frame without a copy."""
    return frames[0] if len(frames) == 1 else torch.cat(tuple(frames))
