"""A graphics card against the plain way on it: ``python -m tests.bench.speed --device cuda``.

Whole windows with everything that a render does for a frame, fetched as bytes; the plain way is
32-bit and leaves its result on the card. Needs neither PyAV nor PySide6.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
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
from tests.unit.recorder import Recorder

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
        record_steps(network, None if device.type == "cuda" else Recorder())
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


def usual_ways(small: NetworkShape) -> dict[str, Way]:
    """The ways that are compared, the most telling first; ``small`` is the bundled model."""
    large = NetworkShape()
    return {
        "large, 16-bit": Way(large, "fp16"),
        "large, replayed": Way(large, "fp16", uses_graphs=True),
        "bundled, 16-bit": Way(small, "fp16"),
        "bundled, replayed": Way(small, "fp16", uses_graphs=True),
        "bundled, both at once": Way(small, "fp16", uses_streams=True),
        "bundled, replayed, both at once": Way(small, "fp16", True, True),
        "large, both at once": Way(large, "fp16", uses_streams=True),
        "large, 32-bit": Way(large, "fp32"),
    }


_PLAIN = "large, the plain way, 32-bit"
_LEAST_GAIN = 1.1
"""A switch that brings less is not worth its code."""
_SWITCHES = {
    "HOMEREEL_CUDA_GRAPHS": (
        ("bundled, 16-bit", "bundled, replayed"),
        ("large, 16-bit", "large, replayed"),
    ),
    "HOMEREEL_CUDA_STREAMS": (
        ("bundled, 16-bit", "bundled, both at once"),
        ("bundled, replayed", "bundled, replayed, both at once"),
        ("large, 16-bit", "large, both at once"),
    ),
}
"""The switches that are off until a card is seen to gain: ways without and with each."""


def report(
    device: torch.device,
    size: tuple[int, int],
    ways: dict[str, Way],
    tell: Callable[[str], None],
    until: float = math.inf,
) -> dict[str, Seen]:
    """Tell seconds per frame, ratios, busy share and peak memory, row by row.

    Args:
        device: a card; with the processor there is no busy share and no peak.
        size: width and height of the frames.
        ways: by name; the large network, that of RealBasicVSR, is run plainly too.
        tell: takes a line.
        until: no further way is begun after this time by the monotonic clock.

    Returns:
        What was seen, by name.
    """
    width, height = size
    tell(f"{f'{width}x{height} on {device}':34}  ms/frame  x plain   busy      peak")
    seen = {_PLAIN: plainly(NetworkShape(), device, width, height)}
    tell(_row(_PLAIN, seen[_PLAIN], seen[_PLAIN]))
    for name, way in ways.items():
        if time.monotonic() >= until:
            tell(f"{name:34}  left out for want of time")
            continue
        try:
            seen[name] = ours(way, device, width, height)
        except Exception as error:  # whatever does not work, the others are measured too
            tell(f"{name:34}  failed: {type(error).__name__}: {error}")
        else:
            tell(_row(name, seen[name], seen[_PLAIN]))
    return seen


def decisions(seen: dict[str, Seen]) -> list[str]:
    """What a table says about each switch: on by default, or not worth its code."""
    lines = []
    for switch, pairs in _SWITCHES.items():
        gains = [
            seen[without].seconds / seen[with_it].seconds
            for without, with_it in pairs
            if without in seen and with_it in seen
        ]
        told = ", ".join(f"{gain:.2f}" for gain in gains) or "not measured"
        verdict = "on by default" if max(gains, default=0) >= _LEAST_GAIN else "delete it"
        lines.append(f"{switch}: {told} times as fast: {verdict if gains else 'undecided'}")
    return lines


def _row(name: str, row: Seen, first: Seen) -> str:
    return (
        f"{name:34} {1000 * row.seconds:9.1f} {first.seconds / row.seconds:8.2f}"
        f" {row.busy_share:6.0%} {row.peak_bytes / 1e9:6.2f} GB"
    )
