"""A graphics card against the plain way on it: ``python -m tests.bench.speed --device cuda``.

Whole windows with everything that a render does for a frame, fetched as bytes; the plain way is
32-bit and leaves its result on the card. Needs neither PyAV nor PySide6.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import islice
from typing import NamedTuple

import torch
from torch.profiler import ProfilerActivity, profile

from engine.devices.cuda_graphs import record_steps
from engine.devices.precision import PRECISIONS, synchronize
from engine.estimating.network_sample import noise
from engine.networks.realbasicvsr import NetworkShape, RealBasicVSR
from engine.restoring.plans import choose_plan
from engine.restoring.refinement import SoftRefinement
from engine.restoring.restorer import Restoration
from tests.bench import plain

SIZES = ((320, 180), (720, 576))
_PLAIN_FRAMES = 10
_WINDOWS = 2


class Way(NamedTuple):
    """How a frame is restored."""

    shape: NetworkShape
    precision: str
    uses_graphs: bool = False
    """Steps are replayed as CUDA graphs."""
    uses_streams: bool = False
    """Both directions of small frames are computed at once."""


class Seen(NamedTuple):
    """Of one way at one size."""

    seconds: float
    """For a frame."""
    busy_share: float
    """Of that time, what the card computes; with two streams the sum of both."""
    peak_bytes: int


def network_of(shape: NetworkShape, device: torch.device) -> RealBasicVSR:
    """A network with weights that are always the same; their values do not matter here."""
    torch.manual_seed(0)
    return RealBasicVSR(shape).eval().requires_grad_(False).to(device)


def plainly(shape: NetworkShape, device: torch.device, width: int, height: int) -> Seen:
    network = network_of(shape, device)
    clip = torch.rand(1, _PLAIN_FRAMES, 3, height, width, device=device)
    plain.restored(network, clip)

    def work() -> float:
        begin = time.perf_counter()
        plain.restored(network, clip)
        synchronize(device)
        return (time.perf_counter() - begin) / _PLAIN_FRAMES

    return seen(work, _PLAIN_FRAMES, device)


def ours(way: Way, device: torch.device, width: int, height: int) -> Seen:
    shape, precision, uses_graphs, uses_streams = way
    network = network_of(shape, device)
    network.to(memory_format=torch.channels_last)
    network.set_precision(PRECISIONS[precision])
    if uses_graphs:
        record_steps(network)
    plan = choose_plan(
        network,
        width,
        height,
        device,
        uses_streams=uses_streams,
        uses_graphs=uses_graphs,
    )
    ready = Restoration(network, device, plan, SoftRefinement(255.0), 1.0, width, height)
    window = plan.window_frames
    count = (_WINDOWS + 1) * window + plan.lookahead_frames + 2

    def work() -> float:
        """From the end of the first window on: the start says nothing."""
        times = []
        for _ in ready.run(islice(noise(width, height), count), lambda: None):
            times.append(time.perf_counter())
        first, last = window - 1, (_WINDOWS + 1) * window - 1
        return (times[last] - times[first]) / (last - first)

    return seen(work, count, device)


def seen(work: Callable[[], float], frames: int, device: torch.device) -> Seen:
    """The time without a profiler, what the card computes with one."""
    work()
    if device.type == "cuda":
        torch.cuda.reset_peak_memory_stats(device)
    seconds = min(work(), work())
    peak = torch.cuda.max_memory_allocated(device) if device.type == "cuda" else 0
    with profile(activities=[ProfilerActivity.CPU, ProfilerActivity.CUDA]) as recorded:
        work()
    computed = sum(
        event.self_device_time_total
        for event in recorded.key_averages()
        if not event.key.startswith(("Memcpy", "Memset"))
    )
    return Seen(seconds, computed / 1e6 / frames / seconds, peak)


def report(
    device: torch.device,
    sizes: Sequence[tuple[int, int]],
    ways: dict[str, Way],
) -> None:
    """Print seconds per frame, ratios, busy share and peak memory.

    Args:
        device: a card; with the processor there is no busy share and no peak.
        sizes: width and height of the frames.
        ways: by name; the first one's network is run plainly too.
    """
    print(f"{device}, milliseconds per frame")
    for width, height in sizes:
        print(f"{width}x{height}{'':29}  time  times the plain way   busy   peak")
        first = plainly(next(iter(ways.values())).shape, device, width, height)
        _print_row("RealBasicVSR size, the plain way, 32-bit", first, first)
        for name, way in ways.items():
            _print_row(name, ours(way, device, width, height), first)


def _print_row(name: str, row: Seen, first: Seen) -> None:
    print(
        f"{name:40} {1000 * row.seconds:6.1f} {first.seconds / row.seconds:12.2f}"
        f" {row.busy_share:14.0%} {row.peak_bytes / 1e9:5.2f} GB",
        flush=True,
    )
