"""What journal and segments cost in time: ``python -m tests.bench.overhead CLIP [SECONDS]``.

Renders a clip, or its first SECONDS, as it is always rendered, and counts in that one run what is
done only so that it could go on after an interruption: the time of the processor, and that of the
clock, which includes waiting for the disk. Two renders compared with each other say nothing on a
busy machine: two equal ones differ by more than this. ``--plain`` leaves the network out, so that
there is as little other work as possible.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from engine.jobs.options import Job, Options
from engine.rendering import footage, stages
from engine.rendering import render as restore
from engine.resuming.journal import SourceIdentity
from engine.resuming.work import Work
from engine.video.writing.encoder import Encoding, PictureEncoder
from engine.video.writing.lossless import LosslessCopies

_PARTS = {
    "recognising the source and the encoder": [
        (SourceIdentity, "of"),
        (Encoding, "fingerprint"),
        (Work, "take"),
    ],
    "checksums of the frames": [(footage, "_checksum")],
    "states": [(stages, "_state_after")],
    "segments, synced": [(Work, "add")],
    "lossless copies": [(LosslessCopies, "add")],
    "pieces of segments, synced": [(Work, "keep")],
    "further encoders": [(PictureEncoder, "__init__")],
    "reading the segments again": [(Work, "times"), (Work, "pictures")],
    "marking and cleaning up": [(Work, "mark_joined"), (Work, "remove")],
}


@dataclass
class _Cost:
    calls: int = 0
    processor_seconds: float = 0.0
    clock_seconds: float = 0.0


class Costs:
    """Counts what some functions take, each on its own thread; what they call counts with them."""

    def __init__(self) -> None:
        self.of: defaultdict[str, _Cost] = defaultdict(_Cost)
        self._inside = threading.local()

    @contextlib.contextmanager
    def counted(self, part: str) -> Iterator[None]:
        """Count what happens inside for ``part``, unless it is counted already."""
        if getattr(self._inside, "is_counted", False):
            yield
            return
        self._inside.is_counted = True
        begin, begin_clock = time.thread_time(), time.monotonic()
        try:
            yield
        finally:
            cost = self.of[part]
            cost.calls += 1
            cost.processor_seconds += time.thread_time() - begin
            cost.clock_seconds += time.monotonic() - begin_clock
            self._inside.is_counted = False

    def listen(self, part: str, owner: Any, name: str) -> Any:
        """Have everything counted that a function or method does."""
        inner = getattr(owner, name)
        is_first_free = part == "further encoders"
        calls: list[None] = []

        @functools.wraps(inner)
        def outer(*arguments: Any, **options: Any) -> Any:
            calls.append(None)
            if is_first_free and len(calls) == 1:  # any render has one
                return inner(*arguments, **options)
            with self.counted(part):
                result = inner(*arguments, **options)
            return self._each(part, result) if isinstance(result, Iterator) else result

        is_bound = getattr(inner, "__self__", None) is owner
        return patch.object(owner, name, staticmethod(outer) if is_bound else outer)

    def _each(self, part: str, items: Iterator[Any]) -> Iterator[Any]:
        while True:
            with self.counted(part):
                item = next(items, None)
            if item is None:
                return
            yield item


def _render(clip: Path, options: Options) -> int:
    with tempfile.TemporaryDirectory(prefix="homereel-overhead-") as folder:
        job = Job(source=clip, output=Path(folder) / "out.mp4", options=options)
        return restore.restore(job, lambda _: None, threading.Event()).frames


def main() -> None:
    """Print a line per part, then the sum and its share of the whole."""
    parser = argparse.ArgumentParser()
    parser.add_argument("clip", type=Path)
    parser.add_argument("seconds", type=float, nargs="?")
    parser.add_argument("--plain", action="store_true")
    arguments = parser.parse_args()
    options = Options(
        end_seconds=arguments.seconds, device="cpu", strength=0.0 if arguments.plain else 1.0
    )
    costs = Costs()
    with contextlib.ExitStack() as stack:
        for part, functions in _PARTS.items():
            for owner, name in functions:
                stack.enter_context(costs.listen(part, owner, name))
        begin, begin_clock = time.process_time(), time.monotonic()
        frames = _render(arguments.clip, options)
        whole = _Cost(frames, time.process_time() - begin, time.monotonic() - begin_clock)
    total = _Cost(
        processor_seconds=sum(cost.processor_seconds for cost in costs.of.values()),
        clock_seconds=sum(cost.clock_seconds for cost in costs.of.values()),
    )
    row = "{:40} {:>7} {:>10.2f} {:>8.2%} {:>10.2f} {:>8.2%}"
    print(f"{'':40} {'times':>7} {'processor':>10} {'':8} {'clock':>10}")
    lines: dict[str, _Cost] = {**costs.of, "all of that": total, "the render, by frames": whole}
    for part, cost in lines.items():
        shares = (
            cost.processor_seconds / whole.processor_seconds,
            cost.clock_seconds / whole.clock_seconds,
        )
        numbers = cost.processor_seconds, shares[0], cost.clock_seconds, shares[1]
        print(row.format(part, cost.calls or "", *numbers))


if __name__ == "__main__":
    main()
