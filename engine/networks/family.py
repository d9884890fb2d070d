"""What an architecture is to the rest of the program: a family, and the models it builds.

Each family is one module of this package, named as in ``models.toml``, with a `Family` called
``FAMILY``. Nothing outside this package knows an architecture: streaming, refinement, preview,
estimate, resume and bench ask a `Model`, and the window asks the catalogue.

How a model is streamed follows from the class that it extends. `PropagatingModel` has two
independent directions, `FrameModel` looks at single frames, `OverlappingModel` wants a clip at
once and is streamed in windows that overlap. Each has its strategy in `engine.restoring`.
"""

from __future__ import annotations

import importlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import ClassVar, NamedTuple, Protocol, runtime_checkable

import torch
from torch import Tensor, nn


class Step(NamedTuple):
    """A method that runs for each frame; a card may record its kernels and replay them."""

    owner: nn.Module
    method: str


class Model(nn.Module, ABC):
    """A network with its weights, and everything the rest of the program asks about it.

    Frames are RGB in [0, 1]. Memory is counted in bytes at the current precision.

    Attributes:
        scale: width and height of the result relative to the frame.
        scales: what it can be changed to; empty for a model with one end.
        channels: width of the widest layer that sees every pixel of the frame.
        halo_rows: rows above and below a band of the frame that its result depends on.
        row_multiple: bands of the frame begin at a multiple of so many rows; features that have
            fewer rows than the frame have one for so many.
        state_names: of the tensors that streaming carries from window to window, as they are kept
            for resuming a render.
        has_threshold: whether the threshold of dynamic refinement means something; such a model
            is a `Cleaner`.
        memory_format: how its weights lie in memory.
        lookahead_frames: frames around a window that its results noticeably depend on.
    """

    scale: int
    scales: tuple[int, ...] = ()
    channels: int
    halo_rows: int
    row_multiple: int = 1
    state_names: ClassVar[tuple[str, ...]] = ()
    has_threshold: ClassVar[bool] = False
    memory_format: ClassVar[torch.memory_format] = torch.channels_last
    lookahead_frames: int = 8

    @property
    def dtype(self) -> torch.dtype:
        """The numbers that the convolutions are computed in."""
        return next(m.weight.dtype for m in self.modules() if isinstance(m, nn.Conv2d))

    def set_precision(self, dtype: torch.dtype) -> None:
        """Compute the convolutions in ``dtype``; frames and flows stay in 32-bit."""
        for module in self.modules():
            if isinstance(module, nn.Conv2d | nn.PReLU):
                module.to(dtype)

    def use_scale(self, scale: int) -> None:
        """Enlarge to ``scale`` times the size from now on.

        Raises:
            ValueError: it is none of the model's ``scales``.
        """
        if scale not in {self.scale, *self.scales}:
            raise ValueError(f"the model does not enlarge {scale} times")
        self.scale = scale

    @property
    @abstractmethod
    def steps(self) -> tuple[Step, ...]:
        """The methods that run for each frame."""

    @property
    @abstractmethod
    def macs_per_pixel(self) -> int:
        """Multiply-accumulates per pixel of a frame, cleaned once where the model cleans."""

    @property
    def cleaning_macs_per_pixel(self) -> int:
        """Multiply-accumulates of one cleaning pass; 0 for a model that does not clean."""
        return 0

    @abstractmethod
    def enlarge(self, features: Sequence[Tensor], halo_rows: tuple[int, int]) -> Tensor:
        """The finished pixels of a band of rows.

        Args:
            features: ``(1, ?, h, w)`` each, as streaming yields them, cut to the band and its
                halo.
            halo_rows: rows of the halo above and below; fewer than the model's own only where
                the frame ends there.

        Returns:
            ``(1, 3, scale * (h - halo), scale * w)``, not clamped.
        """

    @abstractmethod
    def restore_clip(self, frames: Tensor) -> Tensor:
        """A whole clip at once: ``(n, t, 3, h, w)`` to ``scale`` times its size, not clamped."""

    def weight_bytes(self) -> int:
        """Memory of the parameters."""
        return sum(parameter.nbytes for parameter in self.parameters())

    @abstractmethod
    def enlarging_numbers(self) -> float:
        """Numbers held at most while a band is enlarged, for each of its pixels before that."""


@runtime_checkable
class Cleaner(Protocol):
    """A model that cleans its frames before anything else, as often as dynamic refinement asks."""

    def cleaning_residual(self, frames: Tensor) -> Tensor:
        """The change that one cleaning pass makes to ``(n, 3, h, w)``."""
        ...

    def cleaning_bytes(self, pixels: int) -> int:
        """Memory that one pass works in, for frames of ``pixels`` in all."""
        ...


class Direction(Enum):
    """Which way features travel along a shot."""

    BACKWARD = "backward"
    FORWARD = "forward"


class PropagatingModel(Model):
    """Features travel through a shot in two directions that do not see each other."""

    state_names: ClassVar[tuple[str, ...]] = ("forward", "cleaned")

    @abstractmethod
    def flows(self, frames: Tensor) -> Tensor:
        """Optical flow between the neighbours of ``(n, t, 3, h, w)``, in pixels.

        Returns:
            ``(2, n, t - 1, 2, h, w)``: from frame i to i + 1, then from frame i + 1 to i.
        """

    @abstractmethod
    def propagate(
        self, direction: Direction, frame: Tensor, features: Tensor | None, flow: Tensor | None
    ) -> Tensor:
        """Features of a frame from those of its neighbour.

        Args:
            direction: which of the two branches computes them.
            frame: ``(n, 3, h, w)``.
            features: ``(n, c, h, w)`` of the neighbour, None at the start of a shot.
            flow: ``(n, 2, h, w)`` from the frame to that neighbour; None with ``features``.

        Returns:
            ``(n, c, h, w)``.
        """

    @abstractmethod
    def upsample(
        self, frame: Tensor, backward: Tensor, forward: Tensor, halo_rows: tuple[int, int] = (0, 0)
    ) -> Tensor:
        """The finished pixels of a band from the frame and the features of both directions."""

    def enlarge(self, features: Sequence[Tensor], halo_rows: tuple[int, int]) -> Tensor:
        """See `Model.enlarge`; ``features`` are those of `upsample`."""
        frame, backward, forward = features
        return self.upsample(frame, backward, forward, halo_rows)

    @abstractmethod
    def propagation_bytes(self, pixels: int) -> int:
        """Memory that one step of a branch works in."""

    @abstractmethod
    def flow_bytes(self, pixels: int) -> int:
        """Memory that the flows of frames of ``pixels`` in all are computed in."""


class FrameModel(Model):
    """Every frame is restored by itself, in bands of rows where memory is short.

    A network whose pixels depend on few rows does everything in `upsample`. One whose pixels
    depend on most of the frame computes its features in `prepare`, for the whole frame at once.

    Attributes:
        flow_model: its optical flow steadies the pictures; None: each stays as it is.
    """

    flow_model: PropagatingModel | None

    def __init__(self) -> None:
        super().__init__()
        self.flow_model = None

    def prepare(self, frame: Tensor) -> Tensor:
        """The whole frame ``(n, 3, h, w)`` as `upsample` wants it; by default as it is."""
        return frame

    @abstractmethod
    def upsample(self, features: Tensor, halo_rows: tuple[int, int] = (0, 0)) -> Tensor:
        """The finished pixels of ``(n, ?, h, w)``, a prepared frame or a band with its halo."""

    def enlarge(self, features: Sequence[Tensor], halo_rows: tuple[int, int]) -> Tensor:
        """See `Model.enlarge`; the prepared frame is the only feature."""
        (prepared,) = features
        return self.upsample(prepared, halo_rows)

    def preparation_bytes(self, pixels: int) -> int:
        """Memory that `prepare` works in, its result included; by default none."""
        del pixels
        return 0

    def prepared_bytes(self, pixels: int) -> int:
        """Memory of the result of `prepare` where it is not the frame itself."""
        del pixels
        return 0

    def restore_clip(self, frames: Tensor) -> Tensor:
        """See `Model.restore_clip`."""
        enlarged = self.upsample(self.prepare(frames.flatten(0, 1)))
        return enlarged.view(*frames.shape[:2], *enlarged.shape[1:])


MOST_OVERLAP_FRAMES = 32
"""Of the overlap of two windows, on either side."""


class OverlappingModel(Model):
    """The features of a frame depend on the whole clip, in both directions.

    It is streamed in windows that overlap; what is computed for the overlap on either side is not
    shown. Nothing computed travels from window to window, only the source frames of the overlap.
    """

    state_names: ClassVar[tuple[str, ...]] = tuple(
        f"past_{number}" for number in range(1, MOST_OVERLAP_FRAMES + 1)
    )
    window_multiple: int = 1
    """Windows begin at a multiple of so many frames of the shot."""
    most_overlap_frames: int = MOST_OVERLAP_FRAMES
    """More overlap changes nothing."""

    @abstractmethod
    def clip_features(
        self, frames: Sequence[Tensor], wanted: range, on_step: Callable[[], None]
    ) -> Iterator[tuple[Tensor, ...]]:
        """Run the network over a clip, up to what enlarges.

        Args:
            frames: ``(n, 3, h, w)`` each.
            wanted: numbers of the frames whose features are asked for; it is not empty.
            on_step: called before each step of the work; what it raises ends it.

        Yields:
            What `enlarge` needs, for each of the wanted frames; the frame is the first of it.
        """

    @abstractmethod
    def clip_bytes(self, pixels: int, frames: int) -> int:
        """Memory that is held while a clip of ``frames`` goes through the network."""

    @abstractmethod
    def step_bytes(self, pixels: int) -> int:
        """Memory that the largest step works in."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """None: recordings of them would take the memory that windows need."""
        return ()

    def restore_clip(self, frames: Tensor) -> Tensor:
        """See `Model.restore_clip`."""
        clip = frames.unbind(1)
        features = self.clip_features(clip, range(len(clip)), lambda: None)
        return torch.stack([self.enlarge(parts, (0, 0)) for parts in features], dim=1)


@dataclass(frozen=True)
class Family:
    """An architecture: builds its models, and knows how its publishers name their tensors."""

    build: Callable[[Mapping[str, object]], Model]
    """Makes a model from the ``architecture`` of a table in ``models.toml``."""
    rename: Callable[[str], str] = str
    """Translates the name of a tensor, as any publisher writes it, into the model's own."""
    load: Callable[[Path, Mapping[str, object]], Model] | None = None
    """Reads a file where the file itself says what network it holds; else ``build`` does."""


def find_family(name: str) -> Family:
    """The family called ``name``, in the module of that name.

    Raises:
        ModuleNotFoundError: there is no such family.
    """
    family = importlib.import_module(f"{__package__}.{name}").FAMILY
    assert isinstance(family, Family)
    return family


def cut_rows(x: Tensor, above: int, below: int) -> Tensor:
    """``(n, c, h, w)`` without some of its first and last rows; shares the memory."""
    return x[..., above : x.shape[-2] - below, :]
