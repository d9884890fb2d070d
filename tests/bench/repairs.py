"""What repairs take: ``python -m tests.bench.repairs [CLIP ...] [--frames N]``.

Without a clip: the time of each repair for a PAL frame, on one core. With clips: each is rendered
with the bundled model, with all repairs that *auto* can make, whether the clip needs them or not;
printed is their share of the processor time of the render. It is counted inside the one render,
since two renders of a busy machine differ by more.
"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from unittest.mock import patch

import numpy as np

from engine.jobs.choices import Repair
from engine.jobs.options import Job, Options
from engine.rendering.render import restore
from engine.rendering.steps import registry
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
from engine.video.probing.probe import probe
from engine.video.spots import DUST, STREAKS

WIDTH, HEIGHT, FRAMES = 720, 576, 40


def main() -> None:
    """Print the time of each repair alone, or the share of all of auto in renders of clips."""
    parser = argparse.ArgumentParser()
    parser.add_argument("clips", type=Path, nargs="*")
    parser.add_argument("--frames", type=int, default=16)
    arguments = parser.parse_args()
    for clip in arguments.clips:
        _print_share(clip, arguments.frames)
    if not arguments.clips:
        _print_each()


def _print_each() -> None:
    steps: list[SourceStep] = [
        *_automatic(),
        Jitter(),
        Fill(Repair.DUST, DUST),
        Halo(1.2, 3, 6),
        Repeats(),
        Shake(18),
        Levels([(20.0, 220.0)] * 3),
    ]
    still, trembling = _frames(0), _frames(3)
    for step in steps:
        frames = trembling if isinstance(step, Shake) else still
        started = time.process_time()
        count = sum(1 for _ in step.apply(iter(frames)))
        milliseconds = 1000 * (time.process_time() - started) / count
        stated = 1e-6 * step.nanoseconds_per_pixel * WIDTH * HEIGHT
        print(f"{step.name:<10} {milliseconds:6.2f} ms a frame, {stated:6.2f} ms in the estimate")


def _automatic() -> list[SourceStep]:
    """Return every repair that *auto* can make, in the order in which they are applied."""
    return [
        Switching(0, 8),
        Rainbow(4),
        Fill(Repair.DROPOUTS, STREAKS),
        Chroma(3.4, 1.2, 6),
        Flicker(),
    ]


class _Counted:
    """A step that counts the processor time of its thread while pictures pass it."""

    def __init__(self, step: SourceStep) -> None:
        self._step = step
        self.name, self.claim = step.name, step.claim
        self.nanoseconds_per_pixel = step.nanoseconds_per_pixel
        self.seconds = 0.0

    def apply(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        treated = self._step.apply(self._waited(frames))
        while True:
            self.seconds -= time.thread_time()
            frame = next(treated, None)
            self.seconds += time.thread_time()
            if frame is None:
                return
            yield frame

    def _waited(self, frames: Iterator[Frame]) -> Iterator[Frame]:
        """Leave out what those before it take."""
        while True:
            self.seconds += time.thread_time()
            frame = next(frames, None)
            self.seconds -= time.thread_time()
            if frame is None:
                return
            yield frame


def _print_share(clip: Path, count: int) -> None:
    started = time.process_time()
    info = probe(clip)
    looking = time.process_time() - started
    options = Options(end_seconds=float(count / (info.frame_rate or 25)), device="cpu")
    steps = [_Counted(step) for step in _automatic()]
    seconds = []
    with tempfile.TemporaryDirectory(prefix="homereel-repairs-") as folder:
        for name, repairs in (("off", []), ("auto", steps)):
            job = Job(source=clip, output=Path(folder) / f"{name}.mp4", options=options)
            started = time.process_time()
            with patch.object(registry, "source_steps", lambda *_, made=repairs: made):
                frames = restore(job, lambda _: None, threading.Event()).frames
            seconds.append(time.process_time() - started)
    repairing = sum(step.seconds for step in steps)
    print(f"{clip.name}, {info.width}x{info.height}, {frames} frames; first look {looking:.1f} s")
    print(f"  off {seconds[0]:.1f} s, with repairs {seconds[1]:.1f} s of the processor")
    for step in steps:
        print(f"  {step.name:<10} {1000 * step.seconds / frames:6.2f} ms a frame")
    share = repairing / seconds[1]
    print(f"  all of auto {repairing:.2f} s: {share:.2%} of the render", flush=True)


def _frames(tremor: int) -> list[Frame]:
    """Return noisy pictures that a hand moved by so many pixels, on the mean."""
    rng = np.random.default_rng(1)
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    still = (90 + 40 * np.sin(columns / 17) + 40 * np.sin(rows / 23))[..., None]
    places = np.rint(rng.normal(0, tremor, (FRAMES, 2))).astype(int)
    moved = (np.roll(still, place, axis=(0, 1)) for place in places)
    noisy = (picture + rng.normal(0, 4, (HEIGHT, WIDTH, 3)) for picture in moved)
    return [
        Frame(picture.clip(0, 255).astype(np.uint8), number, Fraction(1, 25), 1)
        for number, picture in enumerate(noisy)
    ]


if __name__ == "__main__":
    main()
