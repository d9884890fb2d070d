"""Damage files at random and see that each is refused with a sentence, or restored.

    python -m tests.bench.fuzz --count 300 --seed 1 [FILE...]

Every file is handled in a process of its own kind, so that a crash or a hang is a finding as
well. Prints one line per outcome, and the seeds of what went wrong.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import av

from app.text.messages import describe
from engine.jobs.choices import Container, SizeByFactor
from engine.jobs.errors import EngineError
from engine.jobs.options import Job, Options
from engine.rendering.render import restore
from tests.video.clips import make_clip

HANG_SECONDS = 120
CONTAINERS = (Container.MP4, Container.MKV, Container.MOV)
KINDS = ("flip", "zero", "noise", "cut", "drop", "swap")


def damaged(data: bytes, seed: int) -> bytes:
    """Return ``data`` with the damage that belongs to ``seed``."""
    dice, broken = random.Random(seed), bytearray(data)
    kind = dice.choice(KINDS)
    for _ in range(dice.randint(1, 6)):
        start = dice.randrange(len(broken))
        length = min(dice.choice((1, 16, 512, 4096)), len(broken) - start)
        if kind == "flip":
            for _ in range(dice.randint(1, 40)):
                broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
        elif kind == "zero":
            broken[start : start + length] = bytes(length)
        elif kind == "noise":
            broken[start : start + length] = dice.randbytes(length)
        elif kind == "drop" and len(broken) > 2 * length:
            del broken[start : start + length]
        elif kind == "swap":
            other = dice.randrange(len(broken) - length + 1)
            broken[start : start + length] = broken[other : other + length]
    if kind == "cut":
        del broken[dice.randrange(len(broken)) :]
    return bytes(broken)


def outcome_of(source: Path, output: Path) -> str:
    """Restore ``source`` without the network and return how it ended.

    Raises:
        AssertionError: a file was left by a refusal, or what was written cannot be read.
    """
    job = Job(source=source, output=output, options=Options(strength=0.0, size=SizeByFactor(1)))
    try:
        summary = restore(job, lambda event: None, threading.Event())
    except EngineError as error:
        assert not list(output.parent.glob(f"*{output.stem}*")), "something was left behind"
        assert describe(error)
        reason = getattr(error, "reason", None)
        return f"{type(error).__name__} {reason.name if reason else ''}"
    with av.open(str(output)) as container:
        frames = sum(1 for _ in container.decode(video=0))
    assert frames == summary.frames
    return "damage reported" if summary.warnings else "restored"


def make_seeds(folder: Path) -> list[Path]:
    """Make small clips of the containers and codecs that are met most."""
    return [
        make_clip(folder / "a.mp4", sound="aac", chapters=[(0, 0.2, "one")], title="t"),
        make_clip(folder / "b.mkv", sound="libopus"),
        make_clip(folder / "c.avi", codec="mpeg4", sound="pcm_s16le"),
        make_clip(folder / "d.ts", codec="mpeg2video", sound="mp2"),
        make_clip(folder / "e.mov", codec="mjpeg", pixel_format="yuvj420p", rotation=90),
        make_clip(folder / "f.webm", codec="libvpx-vp9", options={"deadline": "realtime"}),
        make_clip(folder / "g.flv", codec="flv", sound="aac"),
        make_clip(folder / "h.wmv", codec="wmv2"),
    ]


def cases(seeds: list[Path], folder: Path, first: int, count: int) -> Iterator[tuple[int, Path]]:
    """Yield numbers and damaged files; the same number always gives the same file."""
    for seed in range(first, first + count):
        original = seeds[seed % len(seeds)]
        path = folder / f"{seed}{original.suffix}"
        path.write_bytes(damaged(original.read_bytes(), seed))
        yield seed, path


def _serve(pipe: Connection) -> None:
    while True:
        source, output = pipe.recv()
        try:
            pipe.send(outcome_of(source, output))
        except Exception as error:
            pipe.send(f"BUG {type(error).__name__}: {error}")


class _Worker:
    """A process that restores one file after the other and may die of it."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def outcome(self, source: Path, output: Path) -> str | None:
        """Return how it ended; None where the process has to be replaced."""
        self._pipe.send((source, output))
        try:
            return self._pipe.recv() if self._pipe.poll(HANG_SECONDS) else None
        except EOFError:
            return None

    def close(self) -> int | None:
        self._process.kill()
        self._process.join()
        return self._process.exitcode


def main() -> None:
    """Run the fuzzer from the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("files", nargs="*", type=Path)
    arguments = parser.parse_args()
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "out").mkdir()
        seeds = arguments.files or make_seeds(folder)
        worker = _Worker()
        for seed, source in cases(seeds, folder, arguments.seed, arguments.count):
            # Each takes over other tracks in another way.
            container = CONTAINERS[seed // len(seeds) % len(CONTAINERS)]
            output = folder / "out" / f"o{seed}.{container}"
            outcome = worker.outcome(source, output)
            if outcome is None:
                outcome = f"CRASH OR HANG ({worker.close()})"
                worker = _Worker()
            if outcome[:3] in ("BUG", "CRA"):
                print(f"seed {seed} ({seeds[seed % len(seeds)].name}): {outcome}", flush=True)
            outcomes[outcome.split(":")[0]] += 1
            source.unlink()
            output.unlink(missing_ok=True)
        worker.close()
    for outcome, count in outcomes.most_common():
        print(f"{count:6} {outcome}")


if __name__ == "__main__":
    main()
