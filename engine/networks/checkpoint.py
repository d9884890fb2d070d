"""Model files: read safely, checked tensor by tensor."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor

from engine.jobs.errors import WeightsError, WeightsProblem
from engine.networks.realbasicvsr import NetworkShape, RealBasicVSR

_PREFIXES = ("generator_ema.", "generator.", "")
_NAMED_AT_MOST = 5


def load_network(path: Path, shape: NetworkShape) -> RealBasicVSR:
    """Read a model file into a network ready for inference.

    Args:
        path: ``.safetensors``, or an official ``.pth``; unpickled with ``weights_only=True``.
        shape: widths and depths the file must have.

    Returns:
        The network on the processor in 32-bit, in evaluation mode, without gradients.

    Raises:
        WeightsError: the file cannot be read, or tensors are missing, extra or misshapen.
    """
    state = select_generator(read_tensors(path))
    with torch.device("meta"):
        network = RealBasicVSR(shape)
    check_tensors(path.name, state, network.state_dict())
    network.load_state_dict({k: v.float() for k, v in state.items()}, strict=True, assign=True)
    return network.eval().requires_grad_(False)


def read_tensors(path: Path) -> dict[str, Tensor]:
    """All tensors of a file by name; the content of ``state_dict`` where there is one.

    Raises:
        WeightsError: UNREADABLE.
    """
    try:
        if path.suffix == ".safetensors":
            return load_file(path)
        content = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, SafetensorError, pickle.UnpicklingError, RuntimeError, EOFError) as exc:
        raise WeightsError(path.name, WeightsProblem.UNREADABLE, str(exc)) from exc
    if isinstance(content, Mapping) and isinstance(content.get("state_dict"), Mapping):
        content = content["state_dict"]
    if not isinstance(content, Mapping):
        raise WeightsError(path.name, WeightsProblem.UNREADABLE, "no tensors by name")
    return {str(k): v for k, v in content.items() if isinstance(v, Tensor)}


def select_generator(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The generator of a training checkpoint, its averaged copy first.

    A leading ``module.`` is dropped. ``generator_ema.`` is preferred over ``generator.``, as
    the official test code does; a file of a bare network is taken as it is.
    """
    plain = {name.removeprefix("module."): value for name, value in tensors.items()}
    prefix = next(p for p in _PREFIXES if any(name.startswith(p) for name in plain))
    chosen = {n.removeprefix(prefix): v for n, v in plain.items() if n.startswith(prefix)}
    # Some restorers count their steps in a buffer; it is no part of the network.
    chosen.pop("step_counter", None)
    return chosen


def check_tensors(name: str, state: Mapping[str, Tensor], expected: Mapping[str, Tensor]) -> None:
    """Require exactly the expected names and shapes.

    Raises:
        WeightsError: WRONG_TENSORS; the detail names what is missing, extra or misshapen.
    """
    wrong = [f"missing {key}" for key in expected if key not in state]
    wrong += [f"extra {key}" for key in state if key not in expected]
    wrong += [
        f"{key} is {list(state[key].shape)} instead of {list(value.shape)}"
        for key, value in expected.items()
        if key in state and state[key].shape != value.shape
    ]
    if wrong:
        more = len(wrong) - _NAMED_AT_MOST
        listed = "; ".join(wrong[:_NAMED_AT_MOST]) + (f"; and {more} more" if more > 0 else "")
        raise WeightsError(name, WeightsProblem.WRONG_TENSORS, listed)
