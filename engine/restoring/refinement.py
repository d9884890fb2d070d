"""Dynamic refinement: cleaning a frame again while that still changes it.

`SoftRefinement` is what Homereel uses: decided per frame, without a jump anywhere.
`refine_clip` is what the released code does: one decision for the clip it is handed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor

from engine.networks.realbasicvsr import RealBasicVSR

MOST_PASSES = 5
RELEASED_MOST_PASSES = 3
_LEAST_WEIGHT = 0.02
"""A pass of less would change a picture by less than a tenth of a level, for the full price."""


class Refined(NamedTuple):
    """A cleaned frame and how much cleaning it took."""

    frame: Tensor
    """``(1, 3, h, w)``."""
    passes: float
    """The sum of the weights of all passes: 1.0 is one whole pass."""
    cleanings: int
    """How often the cleaning module ran: what the passes cost."""


@dataclass(frozen=True)
class SoftRefinement:
    """Clean each frame until the weight of the next pass is next to nothing.

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
    """Where only a part of each frame is cleaned: by how much a pass changes the whole, of that by
    which it changes the part. So the part is cleaned as often as in the whole."""

    def next_weight(self, weight: float, change_levels: float) -> float:
        """Weight of the pass that follows one of ``weight`` which changed ``change_levels``."""
        lower = self.threshold * (1 - self.softness)
        width = 2 * self.softness * self.threshold
        if width <= 0:
            return weight if change_levels >= self.threshold else 0.0
        return weight * min(max((change_levels - lower) / width, 0.0), 1.0)

    def __call__(self, network: RealBasicVSR, frames: Tensor) -> list[Refined]:
        """Clean each of ``(k, 3, h, w)`` RGB in [0, 1]; the argument is not modified.

        A pass is made for all frames that need it at once, and waited for once.
        """
        # Pass 1 is whole, for all.
        residuals = network.cleaning_residual(frames)
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
            residuals = network.cleaning_residual(together([refined[i].frame for i in going]))
            for i, residual in zip(going, torch.split(residuals, 1), strict=True):
                before, passes, cleanings = refined[i]
                frame = before + weights[i] * residual
                refined[i] = Refined(frame, passes + weights[i], cleanings + 1)
        return refined


def together(frames: Sequence[Tensor]) -> Tensor:
    """``(1, 3, h, w)`` each, as one ``(k, 3, h, w)``; a single one as it is."""
    return frames[0] if len(frames) == 1 else torch.cat(tuple(frames))


class RefinedClip(NamedTuple):
    """A cleaned clip, as the released code cleans it."""

    frames: Tensor
    """``(n, t, 3, h, w)``."""
    residue_means: tuple[float, ...]
    """Mean absolute residual of each pass over everything, in 0..1."""


def refine_clip(network: RealBasicVSR, lqs: Tensor, threshold: float) -> RefinedClip:
    """Clean a clip with one decision for all its frames, at most three times.

    Args:
        network: whose cleaning module is used.
        lqs: ``(n, t, 3, h, w)`` RGB in [0, 1]; not modified.
        threshold: mean absolute change in 8-bit levels below which cleaning stops.

    Source: the released code of arXiv:2111.12704, `RealBasicVSRNet.forward`.
    """
    frames = lqs.flatten(0, 1)
    means: list[float] = []
    for _ in range(RELEASED_MOST_PASSES):
        residual = network.cleaning_residual(frames)
        frames = frames + residual
        means.append(float(residual.abs().mean()))
        if means[-1] < threshold / 255.0:
            break
    return RefinedClip(frames.view_as(lqs), tuple(means))
