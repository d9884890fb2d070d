"""Lessons for the enlargement alone: all that comes before it is computed once and kept.

Texture is made by the last layers. To train only them costs a sixth, since neither the propagation
nor most frames of a clip are computed again.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import IterableDataset

from engine.networks.family import Direction
from engine.networks.realbasicvsr import RealBasicVSR
from engine.training.clips import Batch, Phase
from engine.training.lessons import Lessons


class PreparedLessons(IterableDataset[Batch]):
    """An endless stream of pairs of neighbouring frames, one of them taught, in random order.

    What goes into the enlargement is kept in memory, about 1 MB for a lesson.
    """

    def __init__(
        self,
        network: RealBasicVSR,
        folder: Path,
        phase: Phase,
        seed: tuple[int, ...],
        sharpening: float,
    ) -> None:
        """Turn each lesson of the folder one way and compute what the network makes of it.

        Args:
            network: whose cleaning, flow and propagation stay as they are from now on.
            folder: of `lessons.write_lessons`.
            phase: that of the lessons.
            seed: of the order and of how lessons are turned.
            sharpening: of the targets, as a share of what each clip deserves.
        """
        super().__init__()
        self._seed = seed
        lessons = iter(Lessons(folder, phase, seed, sharpening))
        count = len(list(folder.glob("*.safetensors")))
        self._pairs = [pair for _ in range(count) for pair in _taught_pairs(network, next(lessons))]

    def __iter__(self) -> Iterator[Batch]:
        """All pairs, then all again in another order, and so on."""
        rng = np.random.default_rng(self._seed)
        while True:
            for index in rng.permutation(len(self._pairs)):
                yield {
                    name: x.float() if x.dtype is torch.float16 else x
                    for name, x in self._pairs[index].items()
                }


def _taught_pairs(network: RealBasicVSR, lesson: Batch) -> Iterator[Batch]:
    """For each taught frame: that and the next one, or the one before the last."""
    inputs = tail_inputs(network, lesson["lq"])
    last = len(lesson["lq"]) - 1
    for number, frame in enumerate(lesson["taught_frames"].tolist()):
        first = min(frame, last - 1)
        pair = inputs | {"target": lesson["target"], "truth": lesson["truth"]}
        yield {name: x[first : first + 2].half() for name, x in pair.items()} | {
            "taught": lesson["taught"][number : number + 1].half(),
            "taught_frames": torch.tensor([frame - first]),
            "is_judged": lesson["is_judged"],
        }


@torch.no_grad()
def tail_inputs(network: RealBasicVSR, lq: Tensor) -> dict[str, Tensor]:
    """What the network's enlargement gets for each frame of ``(t, 3, h, w)``, cleaned once.

    Returns:
        ``cleaned`` ``(t, 3, h, w)``, and the features ``backward`` and ``forward``
        ``(t, c, h, w)``.
    """
    vsr = network.basicvsr
    cleaned = lq + network.cleaning_residual(lq)
    frames = torch.split(cleaned, 1)
    to_next, to_previous = vsr.flows(cleaned[None])[:, 0]

    def propagated(order: list[int], flows: Tensor, step: int) -> Tensor:
        direction = Direction.BACKWARD if step < 0 else Direction.FORWARD
        features: dict[int, Tensor] = {}
        for i in order:
            before = features.get(i - step)
            flow = None if before is None else flows[min(i, i - step)][None]
            features[i] = vsr.propagate(direction, frames[i], before, flow)
        return torch.cat([features[i] for i in sorted(features)])

    order = list(range(len(frames)))
    return {
        "cleaned": cleaned,
        "backward": propagated(order[::-1], to_next, -1),
        "forward": propagated(order, to_previous, 1),
    }
