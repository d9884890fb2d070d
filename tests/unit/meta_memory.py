"""Counts what a restoration allocates at its real size, on a device that computes nothing."""

from __future__ import annotations

import weakref
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from fractions import Fraction
from typing import Any
from unittest.mock import patch

import numpy as np
import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from engine.devices.transfer import Canvas
from engine.networks.family import Model
from engine.restoring import restorer
from engine.restoring.plans import Plan
from engine.restoring.propagating import PropagatingStream
from engine.restoring.refinement import SoftRefinement
from engine.restoring.restorer import Restoration
from engine.restoring.shots import ShotFrame
from engine.video.frame import Frame

META = torch.device("meta")
_COMPOSITE = torch._C.DispatchKey.CompositeImplicitAutograd
# On this device, Python finds out what these give, and takes a millisecond for it.
_IN_PLACE = {"leaky_relu_", "relu_", "clamp_", "lerp_", "add_", "sub_", "mul_", "div_"}
_LIKE_THE_FIRST = {"clamp", "round", "abs"}
_LIKE_BOTH = {"add", "sub", "mul"}


class Allocations(TorchDispatchMode):
    """Counts the bytes of all tensors that are alive on the device.

    Attributes:
        held: now.
        peak: at most.
    """

    def __init__(self) -> None:
        super().__init__()
        self.held = self.peak = 0
        self._users: Counter[int] = Counter()
        self._ignored: set[int] = set()
        self._is_counting = True

    def __torch_dispatch__(self, func: Any, _types: Any, args: Any = (), kwargs: Any = None) -> Any:
        """Call it and count what it made."""
        kwargs, name = kwargs or {}, func.overloadpacket.__name__
        if name in _IN_PLACE:
            return args[0]
        if torch._C._dispatch_has_kernel_for_dispatch_key(func.name(), _COMPOSITE):
            with self:  # what it consists of is seen, too
                return func._op_dk(_COMPOSITE, *args, **kwargs)
        if name in _LIKE_THE_FIRST or (name in _LIKE_BOTH and _is_like_first(*args[:2])):
            result = torch.empty_like(args[0])
        elif size := _sampled_size(name, args):
            result = args[0].new_empty(size)
        else:
            result = func(*args, **kwargs)
        for made in tree_leaves(result):
            if isinstance(made, Tensor) and made.device == META:
                self._note(made)
        return result

    @contextmanager
    def uncounted(self) -> Iterator[None]:
        """What is allocated now lies in the memory of the computer."""
        self._is_counting = False
        yield
        self._is_counting = True

    def _note(self, tensor: Tensor) -> None:
        storage = tensor.untyped_storage()
        place, size = storage._cdata, storage.nbytes()
        if not self._is_counting:
            self._ignored.add(place)
        if place in self._ignored:
            return
        if not self._users[place]:
            self.held += size
            self.peak = max(self.peak, self.held)
        self._users[place] += 1
        weakref.finalize(tensor, self._let_go, place, size)

    def _let_go(self, place: int, size: int) -> None:
        self._users[place] -= 1
        if not self._users[place]:
            self.held -= size


def _is_like_first(first: Tensor, second: Tensor | float) -> bool:
    """Whether a sum or product of both has the shape and the kind of the first."""
    if not isinstance(second, Tensor):
        return first.is_floating_point()
    shapes = zip(reversed(first.shape), reversed(second.shape), strict=False)
    return (
        second.dtype == first.dtype
        and second.dim() <= first.dim()
        and all(theirs in (1, ours) for ours, theirs in shapes)
    )


def _sampled_size(name: str, args: Any) -> tuple[int, ...] | None:
    """The shape that resampling operations give; None of others."""
    if name == "grid_sampler_2d":
        return (*args[0].shape[:2], *args[1].shape[1:3])
    if name not in ("upsample_bilinear2d", "upsample_bicubic2d"):
        return None
    sides = args[1]
    if sides is None:
        pairs = zip(args[0].shape[2:], args[3], strict=True)
        sides = [int(side * factor) for side, factor in pairs]
    return (*args[0].shape[:2], *sides)


def peak_of_restoration(model: Model, width: int, height: int, plan: Plan) -> int:
    """The most bytes that a card holds for tensors while a shot is restored with a plan.

    Args:
        model: on the device ``meta``.
        width: of the frames.
        height: of the frames.
        plan: how they are cut up.
    """
    ready = Restoration(model, META, plan, SoftRefinement(255.0), 1.0, width, height)
    seen = Allocations()
    finished = np.empty((1, 1, 3), np.uint8)
    with ExitStack() as stack:
        stack.enter_context(patch.object(Tensor, "tolist", lambda tensor: [0.0] * tensor.numel()))
        stack.enter_context(patch.object(Canvas, "begin_fetching", lambda _: None))
        stack.enter_context(patch.object(Canvas, "pixels", lambda _: finished))
        stack.enter_context(patch.object(Canvas, "check", lambda *_: None))
        stack.enter_context(patch.object(restorer, "overlaps", lambda _: True))
        allocate = PropagatingStream._allocate

        def allocated(shape: Sequence[int], like: Tensor, *, is_parked: bool) -> Tensor:
            with seen.uncounted() if is_parked else nullcontext():
                return allocate(shape, like, is_parked=False)

        stack.enter_context(patch.object(PropagatingStream, "_allocate", staticmethod(allocated)))
        stack.enter_context(seen)
        for _ in ready.run(_shot(width, height, plan), lambda: None):
            pass
    return seen.peak + model.weight_bytes()


def _shot(width: int, height: int, plan: Plan) -> Iterator[ShotFrame[Frame]]:
    """As many frames as fill a window, its lookahead and a batch."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[0, 0] = 255
    for number in range(plan.window_frames + plan.lookahead_frames + plan.batch_frames + 1):
        frame = Frame(pixels, number, Fraction(1, 25), 1)
        yield ShotFrame(frame, number == 0)
