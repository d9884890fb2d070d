"""What a card is sent for each frame: ``python -m tests.bench.launches [WIDTH HEIGHT]``.

Counted on the processor, with the plan that a card with plenty of memory gets: operations, most of
which are a kernel that Python has to launch (5 to 10 microseconds each, which a fast card does
not wait for gladly), and results that are waited for. The plain way beside it. All frames of up to
65,000 pixels get the same, so the default is a small one.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from itertools import islice
from typing import Any
from unittest.mock import patch

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from engine.estimating.network_sample import noise
from engine.jobs.options import DEFAULT_MODEL
from engine.networks.catalogue import find
from engine.networks.realbasicvsr import NetworkShape
from engine.restoring import plans as memory
from engine.restoring.plans import choose_plan
from engine.restoring.refinement import SoftRefinement
from engine.restoring.restorer import Restoration
from tests.bench import card, plain

_PLAIN_FRAMES = 10
_WAITING = {"item", "tolist", "nonzero", "equal"}
_CPU = torch.device("cpu")


class Launches(TorchDispatchMode):
    """Counts the operations that compute or copy anything.

    Attributes:
        computed: how often each was called.
        waited: the same of those whose result Python waits for.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.computed: Counter[str] = Counter()
        self.waited: Counter[str] = Counter()

    def __torch_dispatch__(self, func: Any, _types: Any, args: Any = (), kwargs: Any = None) -> Any:
        """Call it and look at what became of its memory."""
        result = func(*args, **(kwargs or {}))
        name = func._schema.name.split("::")[1]
        if name in _WAITING:
            self.waited[name] += 1
        elif not name.startswith(("empty", "new_empty")):
            given = {_place(t) for t in tree_leaves((args, kwargs)) if isinstance(t, Tensor)}
            made = {_place(t) for t in tree_leaves(result) if isinstance(t, Tensor)}
            if func._schema.is_mutable or made - given:
                self.computed[name] += 1
        return result


def _place(tensor: Tensor) -> int:
    return tensor.untyped_storage()._cdata


def counted(work: Callable[[], object]) -> Launches:
    launches, plain_list = Launches(), Tensor.tolist

    def told(tensor: Tensor) -> object:
        launches.waited["tolist"] += 1  # what is on the processor needs no operation for it
        return plain_list(tensor)

    with patch.object(Tensor, "tolist", told), launches:
        work()
    return launches


def plainly(shape: NetworkShape, width: int, height: int) -> tuple[Launches, int]:
    """Of a short clip, and its number of frames."""
    network, clip = card.network_of(shape, _CPU), torch.rand(1, _PLAIN_FRAMES, 3, height, width)
    return counted(lambda: plain.restored(network, clip)), _PLAIN_FRAMES


def ours(shape: NetworkShape, width: int, height: int) -> tuple[Launches, int]:
    """Of a window in the middle, and its number of frames."""
    network = card.network_of(shape, _CPU)
    network.to(memory_format=torch.channels_last)
    network.set_precision(torch.bfloat16)
    with patch.object(memory, "free_bytes", lambda _: 64 << 30):
        plan = choose_plan(network, width, height, torch.device("cuda"))
    ready = Restoration(network, _CPU, plan, SoftRefinement(255.0), 1.0, width, height)
    window = plan.window_frames
    frames = ready.run(islice(noise(width, height), 4 * window), lambda: None)
    for _ in range(window):
        next(frames)
    launches = counted(lambda: [next(frames) for _ in range(window)])
    frames.close()
    return launches, window


def main() -> None:
    """Print operations and waits per frame."""
    width, height = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (96, 54)
    small = NetworkShape(**find(DEFAULT_MODEL).architecture)
    print(f"{width}x{height}, for each frame{'':12} operations   waits")
    for name, shape in (("RealBasicVSR size", NetworkShape()), ("bundled model", small)):
        _print_row(name + ", the plain way", *plainly(shape, width, height))
        _print_row(name + ", Homereel", *ours(shape, width, height))


def _print_row(name: str, launches: Launches, frames: int) -> None:
    computed, waited = launches.computed.total(), launches.waited.total()
    print(f"{name:36} {computed / frames:8.1f} {waited / frames:8.2f}", flush=True)
    if "--all" in sys.argv:
        for kind, count in (launches.computed + launches.waited).most_common():
            print(f"    {kind:30} {count / frames:8.2f}")


if __name__ == "__main__":
    main()
