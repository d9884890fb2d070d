"""Image models of others, built by the library spandrel from what their files hold.

Spandrel tells from the names and shapes of the tensors which of some forty architectures a file is
of. It is an optional dependency, and needs torchvision.
"""

from __future__ import annotations

import importlib
import math
import weakref
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import torch
from torch import Tensor, nn
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves
from torch.utils.flop_counter import FlopCounterMode

from engine.jobs.errors import WeightsError, WeightsProblem
from engine.networks.checkpoint import read_tensors
from engine.networks.family import Family, FrameModel, Step, cut_rows

if TYPE_CHECKING:
    from spandrel import ImageModelDescriptor

SCALES = (1, 2, 4, 8)
_PURPOSES = {"FaceSR": "faces that were cut out", "Inpainting": "filling holes"}
"""What spandrel calls a purpose, where it is not a whole picture."""
_HALO_ROWS = 32
"""Rows around a band; networks see farther, but hardly anything of it shows."""
_WIDE_HALO_ROWS = 64
"""The same for networks of which spandrel advises against tiles."""
_SAMPLE_SIDE = 32
"""Pixels of the square on which cost and memory are measured."""


@dataclass(frozen=True, kw_only=True)
class Measures:
    """What a model of others costs, measured on a small picture when it is added.

    Attributes:
        scale: of the result relative to the frame.
        macs_per_pixel: multiply-accumulates per pixel of the frame.
        numbers_per_pixel: held at most, per pixel of the frame.
        row_multiple: frames are cut at a multiple of so many rows.
        halo_rows: around a band of the frame.
    """

    scale: int
    macs_per_pixel: int
    numbers_per_pixel: float
    row_multiple: int
    halo_rows: int


class Community(FrameModel):
    """A model of spandrel's; frames that do not suit it are mirrored at the right and below.

    Args:
        descriptor: spandrel's model, in evaluation mode.
        measures: taken when it was added.
    """

    # Some of these networks reshape tensors as they lie in memory.
    memory_format: ClassVar[torch.memory_format] = torch.contiguous_format

    def __init__(self, descriptor: ImageModelDescriptor, measures: Measures) -> None:
        super().__init__()
        self.network = descriptor.model
        self._descriptor, self._measures = descriptor, measures
        self.scale, self.halo_rows = measures.scale, measures.halo_rows
        self.row_multiple = measures.row_multiple
        layers = (m for m in self.network.modules() if isinstance(m, nn.Conv2d))
        self.channels = max((layer.out_channels for layer in layers), default=64)

    @property
    def dtype(self) -> torch.dtype:
        """See `Model.dtype`."""
        return next(self.network.parameters()).dtype

    def set_precision(self, dtype: torch.dtype) -> None:
        """Compute in ``dtype`` where the network allows it, else go on in 32-bit."""
        allowed = {
            torch.float16: self._descriptor.supports_half,
            torch.bfloat16: self._descriptor.supports_bfloat16,
        }
        self.network.to(dtype if allowed.get(dtype, True) else torch.float32)

    def upsample(self, features: Tensor, halo_rows: tuple[int, int] = (0, 0)) -> Tensor:
        """See `FrameModel.upsample`."""
        enlarged = self._descriptor(features.to(self.dtype).contiguous())
        above, below = (self.scale * rows for rows in halo_rows)
        return cut_rows(enlarged, above, below).float()

    def restore_clip(self, frames: Tensor) -> Tensor:
        """See `Model.restore_clip`; one frame at a time, as spandrel promises no more."""
        enlarged = [self.upsample(frame[None]) for frame in frames.flatten(0, 1)]
        return torch.cat(enlarged).view(*frames.shape[:2], *enlarged[0].shape[1:])

    @property
    def steps(self) -> tuple[Step, ...]:
        """None: what a network of others does may not be the same for each frame."""
        return ()

    @property
    def macs_per_pixel(self) -> int:
        """See `Model.macs_per_pixel`."""
        return self._measures.macs_per_pixel

    def enlarging_numbers(self) -> float:
        """See `Model.enlarging_numbers`; and the result in 32-bit, once more."""
        return self._measures.numbers_per_pixel + 3 * self.scale**2 * 4 / self.dtype.itemsize


def examine(path: Path) -> tuple[Measures, str]:
    """Find out what a file of others holds, and try it on a small picture.

    Returns:
        What it costs, and the name of its architecture.

    Raises:
        WeightsError: RUNS_CODE, UNREADABLE, NOT_A_MODEL, WRONG_KIND, WRONG_SCALE,
            SPANDREL_MISSING or TORCHVISION_BROKEN.
    """
    descriptor = _descriptor(path)
    try:
        return _measured(descriptor), descriptor.architecture.name
    except (RuntimeError, ValueError, TypeError, IndexError, AssertionError) as exc:
        raise WeightsError(path.name, WeightsProblem.NOT_A_MODEL, _first_line(exc)) from exc


def _load(path: Path, architecture: Mapping[str, object]) -> Community:
    model = Community(_descriptor(path), Measures(**architecture))  # type: ignore[arg-type]
    return model.eval().requires_grad_(False)


def _descriptor(path: Path) -> ImageModelDescriptor:
    """The network of a file, with its weights, on the processor in 32-bit."""
    tensors = read_tensors(path)
    try:
        spandrel = importlib.import_module("spandrel")
    except ModuleNotFoundError as exc:
        missing = WeightsProblem.SPANDREL_MISSING
        raise WeightsError(path.name, missing, exc.name or "") from exc
    except (ImportError, RuntimeError, OSError) as exc:
        raise WeightsError(path.name, WeightsProblem.TORCHVISION_BROKEN, _first_line(exc)) from exc
    try:
        descriptor = spandrel.ModelLoader().load_from_state_dict(tensors)
    except spandrel.UnsupportedModelError as exc:
        raise WeightsError(path.name, WeightsProblem.NOT_A_MODEL) from exc
    except Exception as exc:  # each architecture guesses its sizes from the shapes in its own way
        raise WeightsError(path.name, WeightsProblem.NOT_A_MODEL, _first_line(exc)) from exc
    _check_use(path.name, descriptor)
    descriptor.model.float().eval()
    return descriptor  # type: ignore[no-any-return]


def _check_use(name: str, descriptor: ImageModelDescriptor) -> None:
    """Require a model that makes a whole picture in colour of another.

    Raises:
        WeightsError: WRONG_KIND or WRONG_SCALE.
    """
    channels = {descriptor.input_channels, descriptor.output_channels}
    wrong = _PURPOSES.get(descriptor.purpose)
    if wrong is None and channels != {3}:
        wrong = f"pictures of {min(channels)} channels"
    if wrong is None and descriptor.size_requirements.square:
        wrong = "square pictures"
    if wrong is not None:
        raise WeightsError(name, WeightsProblem.WRONG_KIND, wrong)
    if descriptor.scale not in SCALES:
        raise WeightsError(name, WeightsProblem.WRONG_SCALE, str(descriptor.scale))


@torch.inference_mode()
def _measured(descriptor: ImageModelDescriptor) -> Measures:
    """Cost and memory of a model, on a picture that suits it.

    Raises:
        ValueError: the result has not the size that spandrel says.
    """
    needs = descriptor.size_requirements
    multiple = needs.multiple_of
    side = max(_SAMPLE_SIDE, needs.minimum)
    side = math.ceil(side / multiple) * multiple
    sample = torch.rand(1, 3, side, side, generator=torch.Generator().manual_seed(0))
    with FlopCounterMode(display=False) as counter, _Allocations() as allocations:
        enlarged = descriptor(sample)
    expected = [1, 3, descriptor.scale * side, descriptor.scale * side]
    if list(enlarged.shape) != expected:
        raise ValueError(f"a picture of {list(enlarged.shape)} instead of {expected}")
    is_local = descriptor.tiling.name == "SUPPORTED"
    halo = _HALO_ROWS if is_local else _WIDE_HALO_ROWS
    return Measures(
        scale=descriptor.scale,
        macs_per_pixel=max(1, counter.get_total_flops() // 2 // side**2),
        numbers_per_pixel=allocations.peak_bytes / 4 / side**2,
        row_multiple=multiple,
        halo_rows=math.ceil(halo / multiple) * multiple,
    )


class _Allocations(TorchDispatchMode):  # type: ignore[no-untyped-call]
    """Adds up the tensors that are alive, and remembers the most.

    What an operation takes for itself is not seen; where memory runs out for that, the work goes on
    with a smaller plan.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.peak_bytes = self._held_bytes = 0
        self._known: set[int] = set()

    def __torch_dispatch__(
        self,
        func: Callable[..., Any],
        types: Sequence[type],
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:  # noqa: ANN401 - whatever the operation returns
        result = func(*args, **(kwargs or {}))
        for tensor in tree_leaves(result):
            if isinstance(tensor, Tensor):
                self._note(tensor.untyped_storage())
        return result

    def _note(self, storage: torch.UntypedStorage) -> None:
        identity, size = id(storage), storage.nbytes()
        if identity in self._known:
            return
        self._known.add(identity)
        self._held_bytes += size
        self.peak_bytes = max(self.peak_bytes, self._held_bytes)
        weakref.finalize(storage, self._drop, identity, size)

    def _drop(self, identity: int, size: int) -> None:
        self._known.discard(identity)
        self._held_bytes -= size


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


def as_architecture(measures: Measures) -> dict[str, object]:
    """Measures as the ``architecture`` of an entry in the catalogue."""
    return asdict(measures)


def _build(architecture: Mapping[str, object]) -> Community:
    raise NotImplementedError("the file says what network it holds")


FAMILY = Family(_build, load=_load)
