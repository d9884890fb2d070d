"""CUDA graphs: a card records the steps of a model once and then replays them.

With small frames a card waits for Python: each of a few hundred kernels a frame takes longer to
launch than to compute. A recorded step is launched as a whole.

Source: https://docs.pytorch.org/docs/stable/notes/cuda.html#cuda-graphs
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from engine.devices.cuda_streams import current_stream_id
from engine.networks.family import Model

MOST_PIXELS = 200_000
"""Largest frame whose steps are recorded; with larger ones the launches do not show."""
_RUNS_BEFORE = 2
"""Plain runs of a step before it is recorded: a few repetitions do not pay for a recording."""


@dataclass(frozen=True)
class Recording:
    """A step with its own memory: fill ``inputs``, call ``replay``, read ``output``."""

    inputs: tuple[Tensor, ...]
    output: Tensor
    replay: Callable[[], None]


Recorder = Callable[[Callable[..., Tensor], tuple[object, ...]], Recording]


class Replayed:
    """A function of tensors that is recorded once for each shape of arguments, then replayed.

    Args:
        function: takes tensors and hashable values, gives one tensor, waits for no result.
        record: how it is recorded.
    """

    def __init__(self, function: Callable[..., Tensor], record: Recorder) -> None:
        self._function, self._record = function, record
        self._runs: Counter[Hashable] = Counter()
        self._recordings: dict[Hashable, Recording] = {}
        self._is_stopped = False

    def __call__(self, *arguments: object) -> Tensor:
        """Replay the recording; run the plain function the first times. The result is a copy."""
        # Steps on two streams run at once and may not share the memory of a recording.
        kind = (current_stream_id(_device_of(arguments)), *map(_kind, arguments))
        self._runs[kind] += 1
        is_new = self._runs[kind] <= _RUNS_BEFORE
        if is_new or self._is_stopped or not all(map(_is_small, arguments)):
            return self._function(*arguments)
        recording = self._recordings.get(kind)
        if recording is None:
            recording = self._recordings[kind] = self._record(self._function, arguments)
        tensors = (value for value in arguments if isinstance(value, Tensor))
        for place, value in zip(recording.inputs, tensors, strict=True):
            place.copy_(value)
        recording.replay()
        return recording.output.clone()

    def stop(self) -> None:
        """Release all recordings, and call the plain function from now on."""
        self._recordings.clear()
        self._is_stopped = True


def record_steps(model: Model, record: Recorder | None = None) -> None:
    """Have the steps of a model recorded from their next runs on.

    Args:
        model: ready on its device, in the precision it will keep.
        record: by default as a CUDA graph.
    """
    chosen = record or _CudaRecorder()
    for owner, method in model.steps:
        setattr(owner, method, Replayed(getattr(owner, method), chosen))


def drop_recordings(model: Model) -> None:
    """Give back the memory of everything that was recorded; no effect where nothing was."""
    for owner, method in model.steps:
        step = getattr(owner, method)
        if isinstance(step, Replayed):
            step.stop()


def _kind(value: object) -> Hashable:
    if isinstance(value, Tensor):
        # Frames of a batch are views, and the stride of a dimension of one is arbitrary.
        steps = (step for step, size in zip(value.stride(), value.shape, strict=True) if size > 1)
        return value.shape, value.dtype, tuple(steps)
    assert isinstance(value, Hashable)
    return value


def _device_of(arguments: tuple[object, ...]) -> torch.device:
    return next(value.device for value in arguments if isinstance(value, Tensor))


def _is_small(value: object) -> bool:
    return not isinstance(value, Tensor) or value.shape[-2] * value.shape[-1] <= MOST_PIXELS


class _CudaRecorder:
    """Records as CUDA graphs; those of one stream never overlap, so they share a memory pool."""

    def __init__(self) -> None:
        self._pools: dict[int, Any] = {}

    def __call__(self, function: Callable[..., Tensor], arguments: tuple[object, ...]) -> Recording:
        device = _device_of(arguments)
        stream_id = current_stream_id(device)
        if stream_id not in self._pools:
            self._pools[stream_id] = torch.cuda.graph_pool_handle()
        own = [value.clone() if isinstance(value, Tensor) else value for value in arguments]
        graph = torch.cuda.CUDAGraph()
        # Of that card, which need not be the first. Others may use it meanwhile; only this thread
        # must not wait for it.
        stream = torch.cuda.Stream(device)  # type: ignore[no-untyped-call]
        recording = torch.cuda.graph(
            graph, pool=self._pools[stream_id], stream=stream, capture_error_mode="thread_local"
        )
        with torch.cuda.device(device), recording:
            output = function(*own)
        inputs = tuple(value for value in own if isinstance(value, Tensor))
        return Recording(inputs, output, graph.replay)
