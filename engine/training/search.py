"""Where the operations of a small network pay: short runs of shapes that cost about the same.

Every shape is trained from random weights, with the same seed, for the same number of steps, and
judged on the validation clips. It tells which learns fastest, and hints at which ends best.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from engine.networks.checkpoint import load_network
from engine.networks.realbasicvsr import NetworkShape, RealBasicVSR, count_macs_per_pixel
from engine.training.evaluate import BICUBIC, OURS, mean, validate
from engine.training.settings import SMALL, Settings
from engine.training.train import Trainer

SHAPES: dict[str, NetworkShape] = {
    "as bundled": SMALL,
    "little cleaning": replace(SMALL, cleaning_blocks=2, propagation_blocks=7),
    "much cleaning": replace(SMALL, cleaning_blocks=9, propagation_blocks=4),
    "thin cleaning": replace(SMALL, cleaning_channels=16, cleaning_blocks=10, propagation_blocks=7),
    "wide, shallow": replace(
        SMALL, channels=40, cleaning_channels=40, cleaning_blocks=3, propagation_blocks=4
    ),
    "narrow, deep": replace(
        SMALL, channels=24, cleaning_channels=24, cleaning_blocks=9, propagation_blocks=11
    ),
    "small tail": replace(SMALL, tail_channels=(16, 8), propagation_blocks=8),
    "large tail": replace(SMALL, tail_channels=(32, 24), cleaning_blocks=4, propagation_blocks=3),
    "light flow": replace(SMALL, flow_widths=(16, 16, 16, 8), propagation_blocks=7),
}
"""By what sets them apart."""


@dataclass(frozen=True)
class Found:
    """What became of a shape; the figures are means over the clips with a truth."""

    name: str
    shape: NetworkShape
    psnr_gain: float
    """On bicubic, dB."""
    ssim_gain: float
    temporal_gain: float
    """Levels; below 0 is better."""
    processor_seconds: float
    """Of the training."""

    def __str__(self) -> str:
        """A row of the table."""
        cost = count_macs_per_pixel(self.shape) / 1e6
        return (
            f"| {self.name} | {cost:.2f} M | {self.psnr_gain:+.2f} | {self.ssim_gain:+.4f} "
            f"| {self.temporal_gain:+.2f} | {self.processor_seconds:.0f} |"
        )


HEADING = (
    "| shape | operations | PSNR | SSIM | dT | seconds of training |\n|---|---|---|---|---|---|"
)


def search(settings: Settings, validation: Path) -> Iterator[Found]:
    """Train and judge every one of `SHAPES`; what is done already is only judged.

    Args:
        settings: of all runs; ``steps`` has to be given; ``folder`` gets one folder a shape.
        validation: made by `validation.make`.
    """
    for name, shape in SHAPES.items():
        folder = settings.folder / name.replace(",", "").replace(" ", "-")
        begin = _processor_seconds()
        Trainer(replace(settings, folder=folder, shape=shape, weights=None)).run()
        seconds = _processor_seconds() - begin
        network = load_network(folder / "weights.safetensors", partial(RealBasicVSR, shape))
        scores = validate(network.to(settings.device), validation)

        def gain(figure: str) -> float:
            ours, plain = (
                mean((s for s in scores if s.method == method), figure)  # noqa: B023
                for method in (OURS, BICUBIC)
            )
            assert ours is not None and plain is not None
            return ours - plain

        yield Found(name, shape, gain("psnr"), gain("ssim"), gain("temporal"), seconds)


def _processor_seconds() -> float:
    times = os.times()
    return times.user + times.system
