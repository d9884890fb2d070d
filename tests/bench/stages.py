"""A render's stages, alone and together: ``python -m tests.bench.stages CLIP FRAMES [CARD_MS]``.

Together they should take as long as the slowest one. Where the network runs on the processor they
share its cores, so all their work divided by the cores is the limit as well. With a number of
milliseconds the network is replaced by one that waits for so long per frame, window by window as
the real one works, and leaves the processor to the others, as a graphics card does.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, fields, replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # as the program does

from engine.devices.allocator import keep_freed_memory
from engine.estimating import speeds
from engine.jobs.events import Event, Started
from engine.jobs.options import Job, Options
from engine.rendering import render
from engine.rendering.footage import Footage
from engine.rendering.output import output_size_of, resolved
from engine.restoring.restorer import Restoration, RestoredFrame, prepare
from engine.restoring.shots import ShotFrame, mark_shots
from engine.video.frame import Frame, Rgb
from engine.video.probing.probe import probe
from engine.video.writing.encoder import Encoding, PictureEncoder, usual_threads

_BEFORE_WINDOW, _BACKWARD, _FORWARD = 0.25, 0.2, 0.48
"""Shares of the work for a frame: cleaning and flow, a backward step, a forward step with tail."""


class Taken(NamedTuple):
    """Seconds of a piece of work."""

    clock: float
    processor: float
    waited: float
    """By the thread that restores, for a core to run on; 0 where the system doesn't tell."""

    @classmethod
    def now(cls) -> Taken:
        """Since some moment."""
        waited = 0
        with suppress(OSError):  # Linux: nanoseconds that it ran, that it waited, and how often
            waited = int(Path("/proc/thread-self/schedstat").read_text().split()[1])
        return cls(time.perf_counter(), time.process_time(), waited / 1e9)

    def since(self, begin: Taken) -> Taken:
        """What passed in between."""
        return Taken(*(after - before for before, after in zip(begin, self, strict=True)))


@dataclass(frozen=True)
class Card(Restoration):
    """Waits where a network would compute."""

    seconds: float = 0.0
    """For a frame."""
    pictures: tuple[Rgb, ...] = ()
    """What comes out, again and again."""

    def run(
        self,
        frames: Iterable[ShotFrame[Frame]],
        on_step: Callable[[], None],
        carried: object = None,
    ) -> Generator[RestoredFrame, None, None]:
        """Hand frames on at the times at which a card would."""
        pictures, held = cycle(self.pictures), []
        window, lookahead = self.plan.window_frames, self.plan.lookahead_frames
        for frame in frames:
            on_step()
            self._work(_BEFORE_WINDOW)
            held.append(frame.item)
            if len(held) > window + lookahead:
                yield from self._window(held[:window], window + lookahead, pictures)
                del held[:window]
        while held:
            yield from self._window(held[:window], len(held), pictures)
            del held[:window]

    def _window(
        self, frames: list[Frame], stop: int, pictures: Iterator[Rgb]
    ) -> Iterator[RestoredFrame]:
        self._work(_BACKWARD * stop)
        for frame in frames:
            self._work(_FORWARD)
            yield RestoredFrame(frame, replace(frame, data=next(pictures).copy()), passes=1.0)

    def _work(self, share: float) -> None:
        time.sleep(share * self.seconds)


def timed(work: Callable[[], Any]) -> tuple[Taken, Any]:
    """Carry out some work; say what it took and what came of it."""
    begin = Taken.now()
    result = work()
    return Taken.now().since(begin), result


def encoded(job: Job, footage: Footage, frames: list[Frame]) -> None:
    """The third stage alone."""
    info, options = resolved(probe(job.source), job.options)
    width, height = output_size_of(info, options)
    encoding = Encoding(
        codec=options.codec,
        width=width,
        height=height,
        time_base=footage.time_base,
        threads=usual_threads(),
        has_avx512=True,
    )
    encoder = PictureEncoder(info, job.output, encoding, shift=0)
    for frame in frames:
        encoder.encode(frame)
    encoder.finish()


def together(job: Job) -> Taken:
    """The whole render, from the moment at which it says that it starts."""
    begin: list[Taken] = []

    def on_event(event: Event) -> None:
        if isinstance(event, Started):
            begin.append(Taken.now())

    render.restore(job, on_event, threading.Event())
    (start,) = begin
    return Taken.now().since(start)


def main() -> None:
    """Print what each stage takes, and what they take together."""
    source, count = Path(sys.argv[1]), int(sys.argv[2])
    card_seconds = float(sys.argv[3]) / 1000 if len(sys.argv) > 3 else None
    keep_freed_memory()
    info, options = resolved(probe(source), Options(device="cpu"))
    assert info.frame_rate
    options = replace(options, end_seconds=(count - 0.5) / float(info.frame_rate))
    footage = Footage(info, options)

    def decoded() -> list[ShotFrame[Frame]]:
        with closing(footage.frames()) as frames:
            return list(mark_shots(frames, lambda frame: frame.data))

    restoration = prepare(options, footage.width, footage.height)
    list(restoration.run(islice(decoded(), 2), lambda: None))  # the first run of anything is slower
    with tempfile.TemporaryDirectory() as name:
        speeds.speeds_file = lambda: Path(name) / "speeds.json"  # not among the user's
        job = Job(source=source, output=Path(name) / "out.mkv", options=options)
        taken: dict[str, Taken] = {}
        taken["decode"], marked = timed(decoded)
        sample = marked if card_seconds is None else marked[:40]
        taken["restore"], done = timed(lambda: list(restoration.run(sample, lambda: None)))
        pictures = [d.frame for d in done]
        frames = [replace(p, pts=f.item.pts) for p, f in zip(cycle(pictures), marked)]
        taken["encode"], _ = timed(lambda: encoded(job, footage, frames))
        if card_seconds is not None:
            inner = {f.name: getattr(restoration, f.name) for f in fields(restoration)}
            card = Card(**inner, seconds=card_seconds, pictures=tuple(p.data for p in pictures))
            # Not what it should wait: on a busy machine it wakes up late, alone as together.
            taken["restore"], _ = timed(lambda: deque(card.run(marked, lambda: None), maxlen=0))
            with mock.patch.object(render, "prepare", lambda *_: card):
                taken["together"] = together(job)
        else:
            taken["together"] = together(job)
    report(taken, len(marked))


def report(taken: dict[str, Taken], frames: int) -> None:
    """Print all figures."""
    print(f"{frames} frames, seconds    clock   processor   waited for a core")
    for stage, (clock, processor, waited) in taken.items():
        print(f"{stage:21} {clock:8.2f}   {processor:9.2f}   {waited:8.2f}")
    *stages, whole = taken.values()
    slowest = max(stages, key=lambda stage: stage.clock)
    shared = sum(stage.processor for stage in stages) / (os.cpu_count() or 1)
    print(f"together / slowest stage: {whole.clock / slowest.clock:.3f}")
    own = [each.clock - each.waited for each in (whole, slowest)]
    print(f"the same without the waiting for a core: {own[0] / own[1]:.3f}")
    limit = max(slowest.clock, shared)
    print(f"together / longer of that and all work on all cores: {whole.clock / limit:.3f}")
    print(f"work together / work alone: {whole.processor / sum(s.processor for s in stages):.3f}")


if __name__ == "__main__":
    main()
