"""Is what is promised what a render takes: ``python -m tests.bench.estimate CLIP SECONDS [CODEC]``.

Measures the machine as the window does at its first start, tries the clip, renders its first
seconds, and compares. Processor time is compared too: on a busy machine it is the fairer one.
"""

from __future__ import annotations

import math
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest import mock

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # as the program does

from engine.devices.allocator import keep_freed_memory
from engine.estimating import speeds
from engine.estimating.bench import learn
from engine.estimating.speeds import FrameWork
from engine.jobs.choices import Codec
from engine.jobs.events import Event, Progressed
from engine.jobs.options import Job, Options
from engine.rendering.output import output_size_of, resolved, upright_size
from engine.rendering.progress import Progress
from engine.rendering.render import restore
from engine.rendering.trial import run_trial
from engine.video.probing.probe import probe


def work_of(source: Path, options: Options) -> FrameWork:
    """What a render of this clip has to do for each frame."""
    info = probe(source)
    width, height, _ = upright_size(info, options)
    return FrameWork(
        model=options.model,
        device=options.device,
        pixels=width * height,
        codec=resolved(info, options)[1].codec,
        written_pixels=math.prod(output_size_of(info, options)),
    )


def promised(works: list[FrameWork], clock: Callable[[], float]) -> list[float]:
    """Seconds for a frame by a fresh measurement of this machine."""
    speeds.speeds_file().unlink(missing_ok=True)
    learn(works[0], clock=clock)
    cores = 1 if clock is time.process_time else os.cpu_count() or 1
    with mock.patch.object(speeds, "_cores", lambda: cores):
        return [speeds.seconds_per_frame(work) or math.nan for work in works]


def main() -> None:
    """Print promised and real seconds, and the estimates on the way."""
    source, seconds = Path(sys.argv[1]), float(sys.argv[2])
    codec = Codec(sys.argv[3]) if len(sys.argv) > 3 else Codec.AUTO
    options = Options(device="cpu", end_seconds=seconds, codec=codec)
    keep_freed_memory()
    cleaned: list[float] = []
    finish = Progress.count

    def count(progress: Progress, done: object) -> None:
        finish(progress, done)  # type: ignore[arg-type]
        cleaned.append(progress.mean_cleanings)

    Progress.count = count  # type: ignore[assignment,method-assign]
    on_the_way: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        speeds.speeds_file = lambda: folder / "speeds.json"  # not among the user's
        work = work_of(source, options)
        promised([work], time.process_time)  # the first run of anything is slower
        (before,) = promised([work], time.perf_counter)
        job = Job(source=source, output=folder / "out.mkv", options=options)
        trial_begin = time.perf_counter()
        trial = run_trial(job, threading.Event())
        trial_seconds = time.perf_counter() - trial_begin
        tried = replace(work, cleanings=trial.cleanings, encoding=trial.encoding)
        begin, busy_begin = time.perf_counter(), time.process_time()

        def on_event(event: Event) -> None:
            if isinstance(event, Progressed) and event.seconds_left is not None:
                on_the_way.append(time.perf_counter() - begin + event.seconds_left)

        summary = restore(job, on_event, threading.Event())
        taken, busy = time.perf_counter() - begin, time.process_time() - busy_begin
        busy_before, busy_tried = promised([work, tried], time.process_time)
        after = before * busy_tried / busy_before
    count_frames = summary.frames
    print(
        f"{source.name}: {count_frames} frames, {work.pixels} to {work.written_pixels} pixels, "
        f"{work.codec}, cleaned {cleaned[-1]:.2f} times, {taken:.1f} s; trial of "
        f"{trial_seconds:.1f} s: {trial.cleanings:.2f} cleanings, encoding {trial.encoding:.2f}"
    )
    print("promised / taken          clock   processor")
    print(
        f"as a typical clip        {count_frames * before / taken:6.2f}"
        f"   {count_frames * busy_before / busy:6.2f}"
    )
    print(
        f"after the trial          {count_frames * after / taken:6.2f}"
        f"   {count_frames * busy_tried / busy:6.2f}"
    )
    for part in (0.25, 0.5, 0.75) if on_the_way else ():
        estimate = on_the_way[int(part * len(on_the_way))]
        print(f"{part:.0%} of the render done   {estimate / taken:6.2f}")


if __name__ == "__main__":
    main()
