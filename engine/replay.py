"""Steps of the network that a card records once and then replays, as CUDA graphs.

With small frames a card waits for Python: each of a few hundred kernels a frame takes longer to
launch than to compute. A recorded step is launched at once.

Source: https://docs.pytorch.org/docs/stable/notes/cuda.html#cuda-graphs
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass

import torch
from torch import Tensor

from engine.network import RealBasicVSR

MOST_PIXELS = 200_000
"""Of a frame; with larger ones the launches hide behind the work."""
_RUNS_BEFORE = 2
"""Plain runs of a step before it is recorded: what happens a few times only is not worth it."""


@dataclass(frozen=True)
class Recording:
    """A step with its own memory: fill ``inputs``, call ``replay``, read ``output``."""

    inputs: tuple[Tensor, ...]
    output: Tensor
    replay: Callable[[], None]


Recorder = Callable[[Callable[..., Tensor], tuple[object, ...]], Recording]


class Replayed:
    """A function of tensors that is recorded for each kind of arguments, then replayed.

    Args:
        function: takes tensors and hashable values, gives one tensor, waits for no result.
        record: how it is recorded.
    """

    def __init__(self, function: Callable[..., Tensor], record: Recorder) -> None:
        self._function, self._record = function, record
        self._runs: Counter[Hashable] = Counter()
        self._recordings: dict[Hashable, Recording] = {}

    def __call__(self, *arguments: object) -> Tensor:
        """Replay; at first the plain function. The result is no memory of the recording's."""
        kind = tuple(map(_kind, arguments))
        self._runs[kind] += 1
        if self._runs[kind] <= _RUNS_BEFORE or not all(map(_is_small, arguments)):
            return self._function(*arguments)
        recording = self._recordings.get(kind)
        if recording is None:
            recording = self._recordings[kind] = self._record(self._function, arguments)
        tensors = (value for value in arguments if isinstance(value, Tensor))
        for place, value in zip(recording.inputs, tensors, strict=True):
            place.copy_(value)
        recording.replay()
        return recording.output.clone()


def replay_steps(network: RealBasicVSR, record: Recorder | None = None) -> None:
    """Record the steps that are made for each frame, from their next runs on.

    Args:
        network: ready on its device, in the precision it will keep.
        record: by default as a CUDA graph.
    """
    chosen = record or _CudaRecorder()
    net = network.basicvsr
    steps = (
        (network, "cleaning_residual"),
        (net, "flows"),
        (net, "propagate"),
        (net, "upsample"),
    )
    for owner, name in steps:
        setattr(owner, name, Replayed(getattr(owner, name), chosen))


def _kind(value: object) -> Hashable:
    if isinstance(value, Tensor):
        return value.shape, value.dtype, value.stride()
    assert isinstance(value, Hashable)
    return value


def _is_small(value: object) -> bool:
    return not isinstance(value, Tensor) or value.shape[-2] * value.shape[-1] <= MOST_PIXELS


class _CudaRecorder:
    """Records as CUDA graphs, which share the memory of what lies between: they never overlap."""

    def __init__(self) -> None:
        self._pool = torch.cuda.graph_pool_handle()

    def __call__(self, function: Callable[..., Tensor], arguments: tuple[object, ...]) -> Recording:
        own = [value.clone() if isinstance(value, Tensor) else value for value in arguments]
        graph = torch.cuda.CUDAGraph()
        # Other threads may use the card meanwhile; only this one must not wait for it.
        with torch.cuda.graph(graph, pool=self._pool, capture_error_mode="thread_local"):
            output = function(*own)
        inputs = tuple(value for value in own if isinstance(value, Tensor))
        return Recording(inputs, output, graph.replay)
