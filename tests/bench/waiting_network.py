"""A network that only waits, as a processor does for a card, and this program with it.

It carries features through a shot as real ones do, so that stretches in the middle of a shot depend
on what was restored before, and costs next to nothing of the processor.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

import torch
from torch import Tensor, nn

from engine.networks.family import Direction, PropagatingModel, Step, cut_rows

WAIT = "HOMEREEL_BENCH_WAIT"
"""Environment variable: seconds for each frame."""


class WaitingNetwork(PropagatingModel):
    """Mixes each frame with a little of those before and after it, and waits."""

    scale = 1
    channels = 1
    halo_rows = 0

    def __init__(self) -> None:
        super().__init__()
        self.mean = nn.Conv2d(3, 1, 1)
        nn.init.constant_(self.mean.weight, 1 / 3)
        nn.init.zeros_(self.mean.bias)
        self.requires_grad_(False)

    @property
    def steps(self) -> tuple[Step, ...]:
        """None are recorded."""
        return ()

    @property
    def macs_per_pixel(self) -> int:
        """Hardly any."""
        return 3

    def flows(self, frames: Tensor) -> Tensor:
        """Nothing moves."""
        n, t, _, h, w = frames.shape
        return torch.zeros(2, n, t - 1, 2, h, w)

    def propagate(
        self, direction: Direction, frame: Tensor, features: Tensor | None, flow: Tensor | None
    ) -> Tensor:
        """The mean of the colours, and half of the neighbour's."""
        if direction is Direction.FORWARD:
            time.sleep(float(os.environ.get(WAIT, "0")))
        own = self.mean(frame)
        return own if features is None else (own + features) / 2

    def upsample(
        self, frame: Tensor, backward: Tensor, forward: Tensor, halo_rows: tuple[int, int] = (0, 0)
    ) -> Tensor:
        """The frame, and a little of what comes from both sides."""
        return cut_rows(frame + 0.1 * (backward - forward), *halo_rows)

    def restore_clip(self, frames: Tensor) -> Tensor:
        """Not used by renders."""
        raise NotImplementedError

    def propagation_bytes(self, pixels: int) -> int:
        """Next to nothing."""
        return 8 * pixels

    def flow_bytes(self, pixels: int) -> int:
        """Next to nothing."""
        return 16 * pixels

    def enlarging_numbers(self) -> float:
        """Next to nothing."""
        return 9.0


def use_waiting_network() -> None:
    """Let every render of this process use it."""
    from engine.restoring import restorer

    network = WaitingNetwork().eval().to(memory_format=torch.channels_last)
    load: Callable[..., WaitingNetwork] = lambda *_, **_given: network  # noqa: E731 - short
    restorer._load = load
