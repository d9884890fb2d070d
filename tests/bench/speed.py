"""Time per frame against the plain way: ``python -m tests.bench.speed [WIDTH HEIGHT]``.

With ``--device cuda`` in front, that of a graphics card; see `tests.bench.card`.

Each way runs in its own process, with its own memory; they take turns, since other programs come
and go, and the shortest time of each counts. Processor time is printed beside the time on the
clock: on a busy machine it is the fairer one.
"""

from __future__ import annotations

import math
import subprocess
import sys
import time
from contextlib import ExitStack

import torch

from engine.devices.allocator import keep_freed_memory
from engine.devices.precision import PRECISIONS, closeness_db
from engine.estimating.network_sample import steady_seconds
from engine.jobs.options import DEFAULT_MODEL
from engine.networks.catalogue import find
from engine.networks.realbasicvsr import NetworkShape
from engine.restoring.plans import choose_plan
from engine.restoring.refinement import SoftRefinement
from engine.restoring.restorer import Restoration
from engine.training.settings import SMALL
from tests.bench import card, plain

_WAYS = {
    "plain": "RealBasicVSR size, the plain way, 32-bit",
    "fp32": "RealBasicVSR size, Homereel, 32-bit",
    "bf16": "RealBasicVSR size, Homereel, bfloat16",
    "small-fp32": "bundled model, Homereel, 32-bit",
    "small-bf16": "bundled model, Homereel, bfloat16",
}
_ROUNDS = 2
_PLAIN_FRAMES = 3
_CPU = torch.device("cpu")


def ready(way: str, width: int, height: int) -> Restoration:
    """Homereel's way with the plan it would choose."""
    is_small, precision = way.startswith("small-"), way.removeprefix("small-")
    shape = NetworkShape(**find(DEFAULT_MODEL).architecture) if is_small else NetworkShape()
    network = card.network_of(shape, _CPU)
    network.to(memory_format=torch.channels_last)
    network.set_precision(PRECISIONS[precision])
    plan = choose_plan(network, width, height, _CPU)
    return Restoration(network, _CPU, plan, SoftRefinement(255.0), 1.0, width, height)


def work(way: str, width: int, height: int) -> None:
    """Time a frame for every line on stdin: seconds on the clock and of the processor."""
    if way == "plain":
        network, clip = (
            card.network_of(NetworkShape(), _CPU),
            torch.rand(1, _PLAIN_FRAMES, 3, height, width),
        )
    else:
        keep_freed_memory()
        restoration = ready(way, width, height)
    for _ in sys.stdin:
        if way == "plain":
            clock, processor = time.perf_counter(), time.process_time()
            plain.restored(network, clip)
            wall = (time.perf_counter() - clock) / _PLAIN_FRAMES
            busy = (time.process_time() - processor) / _PLAIN_FRAMES
        else:
            wall = steady_seconds(restoration, restoration.plan, most_frames=2)
            busy = steady_seconds(
                restoration, restoration.plan, most_frames=2, clock=time.process_time
            )
        print(wall, busy, flush=True)


def on_a_card(device: torch.device, size: list[str]) -> None:
    """The same for a card, at one size or the usual ones."""
    sizes = [(int(size[0]), int(size[1]))] if size else card.SIZES
    for each in sizes:
        seen = card.report(device, each, card.usual_ways(SMALL), _print_now)
        print("\n".join(card.decisions(seen)), flush=True)


def _print_now(line: str) -> None:
    print(line, flush=True)


def main() -> None:
    """Print seconds per frame and their ratios to the plain way."""
    width, height = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (320, 180)
    walls, busy = dict.fromkeys(_WAYS, math.inf), dict.fromkeys(_WAYS, math.inf)
    with ExitStack() as stack:
        workers = {way: stack.enter_context(_worker(way, width, height)) for way in _WAYS}
        for _ in range(_ROUNDS):
            for way, worker in workers.items():
                assert worker.stdin
                assert worker.stdout
                print("go", file=worker.stdin, flush=True)
                clock, processor = map(float, worker.stdout.readline().split())
                walls[way], busy[way] = min(walls[way], clock), min(busy[way], processor)
    print(f"{width}x{height}, {torch.get_num_threads()} threads, seconds per frame")
    print(f"{'':42} clock  processor   times the plain way")
    for way, name in _WAYS.items():
        ratio = busy["plain"] / busy[way]
        print(f"{name:42} {walls[way]:5.2f}      {busy[way]:5.2f}   {ratio:8.2f}")
    for small, large in (("small-fp32", "fp32"), ("small-bf16", "bf16")):
        print(f"{_WAYS[small]}: {busy[large] / busy[small]:.1f} times as fast as the large one")
    for name, shape in (("RealBasicVSR size", NetworkShape()), ("bundled size", None)):
        chosen = shape or NetworkShape(**find(DEFAULT_MODEL).architecture)
        network = card.network_of(chosen, _CPU)
        print(
            f"{name}: bfloat16 is {closeness_db(network, _CPU, torch.bfloat16):.0f} dB from 32-bit"
        )


def _worker(way: str, width: int, height: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.bench.speed", "--worker", way, str(width), str(height)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--worker"]:
        work(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    elif sys.argv[1:2] == ["--device"]:
        on_a_card(torch.device(sys.argv[2]), sys.argv[3:5])
    else:
        main()
