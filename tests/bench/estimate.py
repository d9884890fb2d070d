"""Is what is promised before a render what it takes: ``python -m tests.bench.estimate [FRAMES]``.

Measures the machine as `homereel bench` does, renders a clip, and compares. Processor time is
compared too: on a busy machine it is the fairer one.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from pathlib import Path

from engine import speeds
from engine.allocator import keep_freed_memory
from engine.bench import steady_seconds
from engine.job import Event, Job, Options, Progressed
from engine.restoration import prepare
from engine.restore import restore
from tests.bench.memory import write_clip

_WIDTH, _HEIGHT = 320, 240


def main() -> None:
    """Print promised and real seconds, and the estimates on the way."""
    frames = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    keep_freed_memory()
    ready = prepare(Options(device="cpu"), _WIDTH, _HEIGHT)
    steady_seconds(ready, ready.plan, rounds=1)
    promised = frames * steady_seconds(ready, ready.plan)
    promised_busy = frames * steady_seconds(ready, ready.plan, clock=time.process_time)
    on_the_way: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        speeds.speeds_file = lambda: folder / "speeds.json"  # not among the user's
        write_clip(folder / "in.mp4", frames, _WIDTH, _HEIGHT)
        job = Job(
            source=folder / "in.mp4", output=folder / "out.mp4", options=Options(device="cpu")
        )
        begin, busy = time.perf_counter(), time.process_time()

        def on_event(event: Event) -> None:
            if isinstance(event, Progressed) and event.seconds_left is not None:
                on_the_way.append(time.perf_counter() - begin + event.seconds_left)

        summary = restore(job, on_event, threading.Event())
        taken, busy = time.perf_counter() - begin, time.process_time() - busy
    print(f"{frames} frames of {_WIDTH}x{_HEIGHT}, cleaned {summary.mean_passes:.2f} times")
    print(f"on the clock: promised {promised:.1f} s, took {taken:.1f} s: {promised / taken:.2f}")
    print(f"processor: promised {promised_busy:.1f} s, took {busy:.1f} s, with decoding and")
    print(f"encoding: {promised_busy / busy:.2f}")
    for share in (0.25, 0.5, 0.75):
        if on_the_way:
            estimate = on_the_way[int(share * len(on_the_way))]
            print(f"after {share:.0%} of the frames: {estimate / taken:.2f} of what it took")


if __name__ == "__main__":
    main()
