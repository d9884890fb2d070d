"""Model files: read safely, checked tensor by tensor."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode
from typing_extensions import override

from engine.jobs.errors import WeightsError, WeightsProblem
from engine.networks.family import Family, Model
from engine.networks.pickled_names import foreign_names

AnyNetwork = TypeVar("AnyNetwork", bound=nn.Module)

_CONTAINERS = ("state_dict", "params_ema", "params")
"""Where publishers keep the tensors in their files: OpenMMLab, then BasicSR, averaged first."""
_PREFIXES = ("generator_ema.", "generator.", "")
_NAMED_AT_MOST = 5
_FILLINGS = {"normal_", "uniform_", "kaiming_uniform_"}


class _Unfilled(TorchFunctionMode):
    """Leaves out the initial values of weights, which the file replaces.

    They would cost nothing on the meta device, but ``normal_`` there imports all of torch's
    compiler: 1.5 s of the first preview.
    """

    @override
    def __torch_function__(
        self,
        func: Callable[..., object],
        types: object,
        args: tuple[object, ...] = (),
        kwargs: dict[str, object] | None = None,
    ) -> object:
        kwargs = kwargs or {}
        if getattr(func, "__name__", "") in _FILLINGS:
            return args[0] if args else kwargs["tensor"]
        return func(*args, **kwargs)


def load_model(path: Path, family: Family, architecture: Mapping[str, object]) -> Model:
    """Read a model file of a family; see `load_network`.

    Args:
        path: the file.
        family: builds the network, and translates the names of its publishers.
        architecture: widths and depths that the file must have.
    """
    if family.load is not None:
        return family.load(path, architecture)
    return load_network(path, lambda: family.build(architecture), family.rename)


def load_network(
    path: Path, build: Callable[[], AnyNetwork], rename: Callable[[str], str] = str
) -> AnyNetwork:
    """Read a model file into a network ready for inference.

    Args:
        path: ``.safetensors``, or an official ``.pth``; unpickled with ``weights_only=True``.
        build: makes the network that the file must fit.
        rename: translates the names of the file into those of the network.

    Returns:
        The network on the processor in 32-bit, in evaluation mode, without gradients.

    Raises:
        WeightsError: the file cannot be read, or tensors are missing, extra or misshapen.
    """
    tensors = select_generator(read_tensors(path))
    state = {rename(name): value.float() for name, value in tensors.items()}
    with torch.device("meta"), _Unfilled():
        network = build()
    check_tensors(path.name, state, network.state_dict())
    network.load_state_dict(state, strict=True, assign=True)
    return network.eval().requires_grad_(False)


def mix(model: Model, other: Model, share: float) -> None:
    """Move the weights of a model towards those of another one of the same network.

    Args:
        model: changed in place.
        other: the same network with other weights.
        share: of the other one, 0..1.

    Source: Wang et al., "Deep Network Interpolation for Continuous Imagery Effect Transition"
    (arXiv:1811.10515), as Real-ESRGAN uses it.
    """
    for one, towards in zip(model.parameters(), other.parameters(), strict=True):
        one.lerp_(towards, share)


def read_tensors(path: Path) -> dict[str, Tensor]:
    """All tensors of a file by name; of its network where it also holds other things.

    Raises:
        WeightsError: UNREADABLE, or RUNS_CODE where opening it as a plain pickle would run code.
    """
    try:
        if _is_safetensors(path):
            return _read_safetensors(path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about pickles that torch may not understand
            content = torch.load(path, map_location="cpu", weights_only=True)
    except (MemoryError, WeightsError):
        raise
    except OSError as exc:
        raise WeightsError(path.name, WeightsProblem.UNREADABLE, _first_line(exc)) from exc
    except Exception as exc:  # torch stumbles over any other file in its own way
        raise _refused_pickle(path, exc) from exc
    if not isinstance(content, Mapping):
        raise WeightsError(path.name, WeightsProblem.UNREADABLE, "no tensors by name")
    inner = (content.get(key) for key in _CONTAINERS)
    content = next((value for value in inner if isinstance(value, Mapping)), content)
    return {str(k): v for k, v in content.items() if isinstance(v, Tensor)}


def _is_safetensors(path: Path) -> bool:
    """Whether a file has the layout of safetensors, whatever its name: a length, then JSON."""
    with path.open("rb") as file:
        return file.read(9)[8:] == b"{" or path.suffix == ".safetensors"


def _refused_pickle(path: Path, error: Exception) -> WeightsError:
    names = foreign_names(path)
    if names:
        return WeightsError(path.name, WeightsProblem.RUNS_CODE, ", ".join(names[:_NAMED_AT_MOST]))
    # What torch says itself is advice for programmers, and how to load it all the same.
    detail = _first_line(error) if isinstance(error, RuntimeError) else "no checkpoint of PyTorch"
    return WeightsError(path.name, WeightsProblem.UNREADABLE, detail)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


def _read_safetensors(path: Path) -> dict[str, Tensor]:
    # Loaded late: a machine that is lent for its card may have nothing but torch.
    from safetensors import SafetensorError  # noqa: PLC0415
    from safetensors.torch import load_file  # noqa: PLC0415

    try:
        return load_file(path)
    except SafetensorError as exc:
        raise WeightsError(path.name, WeightsProblem.UNREADABLE, _first_line(exc)) from exc


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
