"""Channels stay last from the first convolution to the last, as a card wants them.

Where two layouts are joined the result has the plain one, and every convolution after that puts
its input in order first: a kernel and a copy of all features for nothing.
"""

from __future__ import annotations

import copy
from collections import Counter
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from engine.networks.realbasicvsr import PixelShuffleUpsample, RealBasicVSR
from engine.networks.spynet import flow_warp
from tests.unit.tiny import TINY


class Layouts(TorchDispatchMode):
    """Counts operations, and those that join layouts or have to change them."""

    def __init__(self) -> None:
        super().__init__()
        self.operations: Counter[str] = Counter()
        self.reordered: Counter[str] = Counter()

    def __torch_dispatch__(self, func: Any, _types: Any, args: Any = (), kwargs: Any = None) -> Any:
        name = func._schema.name.split("::")[1]
        self.operations[name] += 1
        if name in ("cat", "convolution"):
            given = [x for x in tree_leaves(args) if isinstance(x, Tensor) and x.dim() == 4]
            if not all(x.is_contiguous(memory_format=torch.channels_last) for x in given):
                self.reordered[name] += 1
        return func(*args, **(kwargs or {}))


def network(dtype) -> RealBasicVSR:
    torch.manual_seed(0)
    made = RealBasicVSR(TINY).eval().requires_grad_(False).to(memory_format=torch.channels_last)
    made.set_precision(dtype)
    return made


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
@torch.no_grad()
def test_channels_stay_last(dtype):
    made = network(dtype)
    frames = torch.rand(3, 3, 24, 40).contiguous(memory_format=torch.channels_last)
    with Layouts() as seen:
        made(frames[None])
    assert seen.operations["cat"] > 5
    assert seen.operations["convolution"] > 20
    assert not seen.reordered


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_a_warp_keeps_the_layout_of_its_features(dtype):
    plain = torch.rand(1, 24, 6, 8).to(dtype)
    last, flow = plain.contiguous(memory_format=torch.channels_last), torch.rand(1, 2, 6, 8)
    assert flow_warp(last, flow).is_contiguous(memory_format=torch.channels_last)
    assert flow_warp(plain, flow).is_contiguous()
    assert torch.equal(flow_warp(last, flow), flow_warp(plain, flow))


def test_weights_of_a_shuffle_are_put_in_order_once():
    double = PixelShuffleUpsample(6, 8).requires_grad_(False).to(memory_format=torch.channels_last)
    x = torch.rand(1, 6, 5, 7).contiguous(memory_format=torch.channels_last)
    with torch.no_grad():
        first = double(x)
        with Layouts() as seen:
            again = double(x)
        assert torch.equal(first, again)
        # The shuffle itself moves numbers; nothing else does.
        assert seen.operations["clone"] == 1
        twin = copy.deepcopy(double)
        assert torch.equal(twin(x), first)


@pytest.mark.parametrize("change", ["precision", "values", "training"])
def test_weights_that_change_are_put_in_order_again(change):
    double = PixelShuffleUpsample(6, 8).requires_grad_(False).to(memory_format=torch.channels_last)
    x = torch.rand(1, 6, 5, 7).contiguous(memory_format=torch.channels_last)
    before = double(x)
    if change == "precision":
        double.to(torch.bfloat16)
        assert double(x.to(torch.bfloat16)).dtype is torch.bfloat16
    elif change == "values":
        with torch.no_grad():
            double.upsample_conv.weight.mul_(2)
        assert not torch.equal(double(x), before)
    else:
        double.requires_grad_(True)
        double(x).sum().backward()
        assert double.upsample_conv.weight.grad is not None
