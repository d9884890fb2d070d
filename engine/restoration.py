"""Frames in, four times as large frames out: the network with everything it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine import catalogue
from engine.allocator import give_back_freed_memory
from engine.checkpoint import load_network
from engine.colour_trust import colour_trust, with_colour_of
from engine.device import choose_device
from engine.errors import DeviceLostError, DeviceMemoryError
from engine.job import Options
from engine.memory import choose_plan
from engine.network import SCALE, NetworkShape, RealBasicVSR
from engine.precision import PRECISIONS, choose_precision
from engine.refinement import SoftRefinement
from engine.shots import ShotFrame
from engine.streaming import Carried, Plan, StreamedFrame, plain_band, stream, upsampled_bands
from engine.video.reader import Frame

Rgb = NDArray[np.uint8] | NDArray[np.uint16]


@dataclass(frozen=True)
class RestoredFrame:
    """A frame with ``data`` four times as wide and high, and what it took."""

    source: Frame
    frame: Frame
    passes: float
    """Cleaning passes, counted by their weights; 0 where the network was skipped."""
    carried: Carried[ShotFrame[Frame]] | None = None
    """Where the work can be taken up again behind this frame: what `Restoration.run` wants."""


@dataclass(frozen=True)
class Restoration:
    """A model, ready on its device, and the choices of one job.

    ``width`` and ``height`` are those of the frames it was prepared for.
    """

    network: RealBasicVSR
    device: torch.device
    plan: Plan
    refine: SoftRefinement
    strength: float
    width: int
    height: int

    @property
    def precision(self) -> str:
        """What the convolutions are computed in: a name in `PRECISIONS`."""
        dtype = self.network.basicvsr.dtype
        return next(name for name, kind in PRECISIONS.items() if kind is dtype)

    @property
    def device_name(self) -> str:
        """Which device, exactly: another one computes other last bits."""
        if self.device.type == "cuda":
            return torch.cuda.get_device_name(self.device)
        if self.device.type == "cpu":
            return f"cpu {torch.backends.cpu.get_cpu_capability()}"
        return str(self.device)

    def run(
        self,
        frames: Iterable[ShotFrame[Frame]],
        on_step: Callable[[], None],
        carried: Carried[ShotFrame[Frame]] | None = None,
    ) -> Iterator[RestoredFrame]:
        """Restore frame after frame, in bounded memory.

        Args:
            frames: all of one size.
            on_step: called before each step of the work; what it raises ends the work.
            carried: from the frame before the first one, where the work goes on.

        Raises:
            DeviceMemoryError: the device has too little memory.
            DeviceLostError: the device stopped working.
        """
        tensors = (ShotFrame((f, self._to_tensor(f.item.data)), f.starts_shot) for f in frames)
        try:
            for done in stream(
                self.network, tensors, self.plan, self.refine, on_step, carried=carried
            ):
                yield self._finish(done)
        except torch.OutOfMemoryError as exc:
            name = str(self.device)
            raise DeviceMemoryError(name, width=self.width, height=self.height) from exc
        except torch.AcceleratorError as exc:
            first_line = (str(exc).splitlines() or [""])[0]
            raise DeviceLostError(str(self.device), first_line) from exc
        finally:
            give_back_freed_memory()

    def _to_tensor(self, rgb: Rgb) -> Tensor:
        """``(1, 3, h, w)`` in [0, 1] on the device."""
        white = np.iinfo(rgb.dtype).max
        wide = rgb if rgb.dtype == np.uint8 else rgb.astype(np.int32)
        tensor = torch.from_numpy(wide).to(self.device)
        planes = tensor.permute(2, 0, 1)[None].to(torch.float32)
        return planes.div_(white).contiguous(memory_format=torch.channels_last)

    @torch.inference_mode()
    def _finish(self, done: StreamedFrame[ShotFrame[Frame]]) -> RestoredFrame:
        """Upsample band by band, straight into the pixels of the picture."""
        source = done.item.item
        height, width = source.data.shape[:2]
        pixels = np.empty((SCALE * height, SCALE * width, 3), source.data.dtype)
        original = self._to_tensor(source.data)
        trust = colour_trust(original)
        for band, restored in upsampled_bands(self.network, done, self.plan.band_rows):
            mixed = restored
            if min(self.strength, trust) < 1:
                plain = plain_band(original, band)
                mixed = plain.lerp(with_colour_of(plain, restored, trust), self.strength)
            pixels[band.enlarged] = _to_pixels(mixed, pixels.dtype)
        frame = replace(source, data=cast("Rgb", pixels))
        return RestoredFrame(source, frame, done.passes, done.carried)

    def taken_up(
        self, arrays: Mapping[str, NDArray[Any]], first: ShotFrame[Frame]
    ) -> Carried[ShotFrame[Frame]]:
        """Put together what `arrays_of` took apart, to go on with the frame ``first``."""

        def tensor(name: str) -> Tensor | None:
            if name not in arrays:
                return None
            return torch.tensor(arrays[name], device=self.device).permute(0, 3, 1, 2)

        forward = tensor("forward")
        if forward is not None:
            forward = forward.to(self.network.basicvsr.dtype)
        return Carried(first, forward, tensor("cleaned"))


def arrays_of(carried: Carried[ShotFrame[Frame]]) -> dict[str, NDArray[Any]]:
    """What is carried to the next window, apart from its frame, for keeping.

    The axes are ``n h w c``, as the network's tensors lie in memory: they come back as they were,
    and so do the numbers that are computed from them.
    """
    tensors = {"forward": carried.forward, "cleaned": carried.cleaned}
    return {
        # 32 bits hold every number of 16 bits, and numpy does not know all kinds of those.
        name: tensor.float().permute(0, 2, 3, 1).cpu().contiguous().numpy()
        for name, tensor in tensors.items()
        if tensor is not None
    }


def _to_pixels(band: Tensor, dtype: np.dtype[Any]) -> NDArray[Any]:
    """``(1, 3, h, w)`` to ``(h, w, 3)``, clamped and rounded on the device."""
    white = np.iinfo(dtype).max
    levels = band[0].clamp(0, 1).mul(white).round().permute(1, 2, 0)
    narrow = torch.uint8 if dtype == np.uint8 else torch.int32
    pixels: NDArray[Any] = levels.to(narrow).cpu().numpy()
    return pixels.astype(dtype, copy=False)


def prepare(options: Options, width: int, height: int) -> Restoration:
    """Load the model of a job for frames of ``width`` x ``height`` pixels.

    Raises:
        WeightsError: the model is unknown, missing or damaged.
        DeviceError: the device is not there.
    """
    model = catalogue.find(options.model)
    device = choose_device(options.device)
    network = _load(options.model, str(device), options.precision)
    plan = choose_plan(
        network.shape,
        width,
        height,
        device,
        network.basicvsr.dtype.itemsize,
        window_frames=options.window_frames,
        lookahead_frames=options.lookahead_frames,
    )
    threshold = model.default_threshold if options.threshold is None else options.threshold
    return Restoration(
        network=network,
        device=device,
        plan=plan,
        refine=SoftRefinement(threshold),
        strength=options.strength,
        width=width,
        height=height,
    )


def free_device() -> None:
    """Let go of the model and of the memory that was kept for the next frames."""
    _load.cache_clear()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()


@lru_cache(maxsize=1)
def _load(name: str, device: str, precision: str) -> RealBasicVSR:
    """The last model stays loaded: a preview is restored again and again."""
    model = catalogue.find(name)
    catalogue.verify(model)
    architecture = cast("dict[str, Any]", dict(model.architecture))
    network = load_network(catalogue.weights_path(model), NetworkShape(**architecture))
    network.to(device)
    network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    network.set_precision(choose_precision(network, torch.device(device), precision))
    return network
