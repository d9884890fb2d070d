"""CUDA graphs: a card records the steps of a model once and then replays them.

With small frames a card waits for Python: each of a few hundred kernels a frame takes longer to
launch than to compute. A recorded step is launched as a whole.

Source: https://docs.pytorch.org/docs/stable/notes/cuda.html#cuda-graphs
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Any
from weakref import WeakValueDictionary

import torch
from torch import Tensor

from engine.devices.cuda_streams import current_stream_id
from engine.devices.precision import synchronize
from engine.networks.family import Model

MOST_PIXELS = 200_000
"""Largest frame, or band of rows, whose steps are recorded: larger ones hide their launches."""
_RUNS_BEFORE = 2
"""Plain runs of a step before it is recorded: a few repetitions do not pay for a recording."""


@dataclass(frozen=True)
class Recording:
    """A step with its own memory: fill ``inputs``, call ``replay``, read ``output``."""

    inputs: tuple[Tensor, ...]
    output: Tensor
    replay: Callable[[], None]
    pool: object = None
    """What its memory was taken from; lives as long as one of its recordings."""


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
        self._work: Hashable = None

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

    def keep_for(self, work: Hashable) -> None:
        """Release all recordings unless they were made for the same work."""
        if work != self._work:
            self._release()
            self._work = work

    def stop(self) -> None:
        """Release all recordings, and call the plain function from now on."""
        self._release()
        self._is_stopped = True

    def _release(self) -> None:
        for device in {recording.output.device for recording in self._recordings.values()}:
            synchronize(device)  # it may still be replaying one
        self._recordings.clear()
        self._runs.clear()


def record_steps(model: Model, record: Recorder | None = None) -> None:
    """Have the steps of a model recorded from their next runs on.

    Args:
        model: ready on its device, in the precision it will keep.
        record: by default as a CUDA graph.
    """
    chosen = record or _CudaRecorder()
    for owner, method in model.steps:
        setattr(owner, method, Replayed(getattr(owner, method), chosen))


def keep_recordings_for(model: Model, work: Hashable) -> None:
    """Release what was recorded for other work; no effect where nothing was.

    Each preview has a size of its own: recordings for frames of another size are not replayed any
    more, but would hold their memory.

    Args:
        model: whose steps may be recorded.
        work: what the shapes of its tensors follow from, such as the size of a frame and the plan.
    """
    for step in _replayed_steps(model):
        step.keep_for(work)


def drop_recordings(model: Model) -> None:
    """Release what was recorded, and record nothing any more; no effect where nothing was."""
    for step in _replayed_steps(model):
        step.stop()


def _replayed_steps(model: Model) -> Iterator[Replayed]:
    for owner, method in model.steps:
        step = getattr(owner, method)
        if isinstance(step, Replayed):
            yield step


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


class _Pool:
    """Memory of the recordings of a stream; torch refuses the handle of a pool without any."""

    def __init__(self) -> None:
        self.handle: Any = torch.cuda.graph_pool_handle()


class _CudaRecorder:
    """Records as CUDA graphs; those of one stream never overlap, so they share a memory pool."""

    def __init__(self) -> None:
        self._pools: WeakValueDictionary[int, _Pool] = WeakValueDictionary()

    def __call__(self, function: Callable[..., Tensor], arguments: tuple[object, ...]) -> Recording:
        device = _device_of(arguments)
        pool = self._pools.setdefault(current_stream_id(device), _Pool())
        own = [value.clone() if isinstance(value, Tensor) else value for value in arguments]
        graph = torch.cuda.CUDAGraph()
        # Of that card, which need not be the first. Others may use it meanwhile; only this thread
        # must not wait for it.
        stream = torch.cuda.Stream(device)  # type: ignore[no-untyped-call]
        recording = torch.cuda.graph(
            graph, pool=pool.handle, stream=stream, capture_error_mode="thread_local"
        )
        with torch.cuda.device(device), recording:
            output = function(*own)
        inputs = tuple(value for value in own if isinstance(value, Tensor))
        return Recording(inputs, output, graph.replay, pool)
