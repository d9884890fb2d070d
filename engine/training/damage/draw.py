"""Random parameters: how bad a clip is, and how that changes from frame to frame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

Rng = np.random.Generator


def walk(rng: Rng, low: float, high: float, step: float, frames: int) -> Tensor:
    """``(frames,)`` a start in [low, high], then a random walk that stays within.

    Source: Chan et al., arXiv:2111.12704, Eqn. 6.
    """
    value = rng.uniform(low, high)
    steps = rng.uniform(-step, step, frames)
    path = np.empty(frames, np.float32)
    for i in range(frames):
        path[i] = value
        value = min(max(value + steps[i], low), high)
    return torch.from_numpy(path)


def normal(rng: Rng, *shape: int) -> Tensor:
    """White Gaussian noise of variance 1."""
    return torch.from_numpy(rng.standard_normal(shape, dtype=np.float32))


@dataclass(frozen=True)
class Draw:
    """Parameters for one clip. Each range goes from its mild to its harsh end.

    Only the part of a range that ``strength`` reaches is drawn from, so a clip of little strength
    is mild in everything, while a harsh one may still be mild in something.
    """

    rng: Rng
    frames: int
    strength: float
    """0 (mild) .. 1 (the whole range)."""

    def walk(self, mild: float, harsh: float, step: float) -> Tensor:
        """``(frames,)`` values that walk between ``mild`` and as far as the strength reaches."""
        low, high = sorted((mild, mild + self.strength * (harsh - mild)))
        return walk(self.rng, low, high, step, self.frames)

    def value(self, mild: float, harsh: float) -> float:
        """One value for the clip."""
        low, high = sorted((mild, mild + self.strength * (harsh - mild)))
        return float(self.rng.uniform(low, high))

    def uniform(self, low: float, high: float) -> float:
        """One value that is neither mild nor harsh."""
        return float(self.rng.uniform(low, high))

    def chance(self, probability: float) -> bool:
        """True as often as that."""
        return bool(self.rng.random() < probability)

    def pick(self, shares: Mapping[str, float]) -> str:
        """One of the keys, as often as their shares say."""
        weights = np.array(list(shares.values()), float)
        return list(shares)[int(self.rng.choice(len(weights), p=weights / weights.sum()))]
