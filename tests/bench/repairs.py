"""Time of each repair for a PAL frame, on one core: ``python -m tests.bench.repairs``."""

from __future__ import annotations

import time
from fractions import Fraction

import numpy as np

from engine.jobs.choices import Repair
from engine.rendering.steps.repairs.chroma import Chroma
from engine.rendering.steps.repairs.flicker import Flicker
from engine.rendering.steps.repairs.halo import Halo
from engine.rendering.steps.repairs.jitter import Jitter
from engine.rendering.steps.repairs.levels import Levels
from engine.rendering.steps.repairs.rainbow import Rainbow
from engine.rendering.steps.repairs.repeats import Repeats
from engine.rendering.steps.repairs.shake import Shake
from engine.rendering.steps.repairs.spots import Fill
from engine.rendering.steps.repairs.switching import Switching
from engine.rendering.steps.step import SourceStep
from engine.video.frame import Frame
from engine.video.spots import DUST, STREAKS

WIDTH, HEIGHT, FRAMES = 720, 576, 40


def main() -> None:
    """Print the milliseconds of processor time that each repair takes for a frame."""
    steps: list[SourceStep] = [
        Switching(0, 8),
        Jitter(),
        Rainbow(4),
        Fill(Repair.DROPOUTS, STREAKS),
        Fill(Repair.DUST, DUST),
        Chroma(3.4, 1.2, 6),
        Halo(1.2, 3, 6),
        Flicker(),
        Repeats(),
        Shake(18),
        Levels([(20.0, 220.0)] * 3),
    ]
    frames = _frames()
    for step in steps:
        started = time.process_time()
        count = sum(1 for _ in step.apply(iter(frames)))
        milliseconds = 1000 * (time.process_time() - started) / count
        stated = 1e-6 * step.nanoseconds_per_pixel * WIDTH * HEIGHT
        print(f"{step.name:<10} {milliseconds:6.2f} ms a frame, {stated:6.2f} ms in the estimate")


def _frames() -> list[Frame]:
    rng = np.random.default_rng(1)
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    still = (90 + 40 * np.sin(columns / 17) + 40 * np.sin(rows / 23))[..., None]
    noisy = (still + rng.normal(0, 4, (HEIGHT, WIDTH, 3)) for _ in range(FRAMES))
    return [
        Frame(picture.clip(0, 255).astype(np.uint8), number, Fraction(1, 25), 1)
        for number, picture in enumerate(noisy)
    ]


if __name__ == "__main__":
    main()
