"""Frames in, four times as large frames out: the network with everything it needs."""

from __future__ import annotations

import contextlib
import logging
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, cast

import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.devices.allocator import give_back_freed_memory
from engine.devices.device import choose_device
from engine.devices.precision import PRECISIONS, choose_precision
from engine.devices.replay import replay_steps, stop_replaying
from engine.devices.transfer import Canvas, behind, overlaps, sent, uploaded
from engine.jobs.errors import DeviceLostError, DeviceMemoryError
from engine.jobs.options import Options
from engine.networks import catalogue
from engine.networks.checkpoint import load_network
from engine.networks.realbasicvsr import (
    SCALE,
    NetworkShape,
    RealBasicVSR,
    count_cleaning_macs,
    count_macs_per_pixel,
)
from engine.restoring.colour_trust import colour_trust, with_colour_of
from engine.restoring.plans import choose_plan, needed_bytes, smaller_plan
from engine.restoring.refinement import SoftRefinement
from engine.restoring.shots import ShotFrame
from engine.restoring.stillness import enlarged_weight, still_weight
from engine.restoring.streaming import (
    Carried,
    Plan,
    StreamedFrame,
    plain_band,
    stream,
    upsampled_bands,
)
from engine.video.frame import Frame, Rgb

log = logging.getLogger(__name__)

REPLAY_SWITCH = "HOMEREEL_CUDA_GRAPHS"
"""In the environment: 1 lets a card replay steps. Off until one was seen to gain by it."""
LANES_SWITCH = "HOMEREEL_CUDA_STREAMS"
"""The same for computing both directions at once."""


@dataclass(frozen=True)
class RestoredFrame:
    """A frame with ``data`` four times as wide and high, and what it took.

    The pixels of both frames are looked at again for the next one: nobody may write into them.
    """

    source: Frame
    frame: Frame
    passes: float
    """Cleaning passes, counted by their weights; 0 where the network was skipped."""
    cleanings: int = 0
    """How often the cleaning ran for them."""
    plan: Plan | None = None
    """With which it was restored; another than before where memory ran short."""
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
    ) -> Generator[RestoredFrame, None, None]:
        """Restore frame after frame, in bounded memory.

        Where memory runs short all the same, the work goes on behind the last restored frame, with
        a smaller plan.

        Args:
            frames: all of one size.
            on_step: called before each step of the work; what it raises ends the work.
            carried: from the frame before the first one, where the work goes on.

        Raises:
            DeviceMemoryError: the device has too little memory even for the smallest plan.
            DeviceLostError: the device stopped working.
        """
        left, attempt = _Unrestored(frames, on_step, carried), self
        try:
            with _device_faults(self.device, self.width, self.height):
                while True:
                    try:
                        yield from attempt._restored(left)
                        return
                    except (MemoryError, RuntimeError) as exc:
                        if left.is_outside or not _may_be_memory(exc):
                            raise
                        attempt = attempt._smaller(exc)
                    # Here, where no traceback holds tensors any more.
                    _empty_cache(self.device)
        finally:
            give_back_freed_memory()

    @torch.inference_mode()
    def whole_ratio(self, samples: Sequence[tuple[Rgb, Rgb]], on_step: Callable[[], None]) -> float:
        """What a pass changes whole frames by, of that which it changes a part of each by.

        Args:
            samples: whole frames and their parts.
            on_step: called before each is cleaned; what it raises ends the work.

        Raises:
            DeviceMemoryError: the device has too little memory for the whole frame.
            DeviceLostError: the device stopped working.
        """

        def change(rgb: Rgb) -> float:
            on_step()
            residual = self.network.cleaning_residual(uploaded(rgb, self.device))
            return float(residual.abs().mean())

        height, width = samples[0][0].shape[:2]
        with _device_faults(self.device, width, height):
            whole, part = (sum(map(change, pictures)) for pictures in zip(*samples, strict=True))
        return whole / part if part else 1.0

    def _restored(self, left: _Unrestored) -> Iterator[RestoredFrame]:
        """An attempt at what is left."""
        for done, canvas in behind(self._painted(left), int(overlaps(self.device))):
            source = done.item.item
            frame = replace(source, data=canvas.pixels())
            pixels = source.data, frame.data
            carried = done.carried
            if carried is not None and carried.forward is not None:  # within a shot
                carried = replace(carried, pixels=pixels)
            left.count(done, pixels)
            yield RestoredFrame(source, frame, done.passes, done.cleanings, self.plan, carried)

    def _painted(
        self, left: _Unrestored
    ) -> Iterator[tuple[StreamedFrame[ShotFrame[Frame]], Canvas]]:
        """The frames, with the pictures that are on their way back."""
        tensors = (ShotFrame((f, uploaded(f.item.data, self.device)), f.starts_shot) for f in left)
        carried = left.carried
        before = None
        if carried is not None and carried.pixels is not None:
            before = carried.pixels[0], Canvas.of(carried.pixels[1], self.device)
        for done in stream(
            self.network, tensors, self.plan, self.refine, left.on_step, carried=carried
        ):
            canvas = self._paint(done, None if done.item.starts_shot else before)
            canvas.begin_fetching()
            before = done.item.item.data, canvas
            yield done, canvas

    def _smaller(self, exc: Exception) -> Restoration:
        """The same in smaller steps; raises what there is to say where there is none."""
        stop_replaying(self.network)
        plan = smaller_plan(
            self.plan,
            shape=self.network.shape,
            width=self.width,
            height=self.height,
            device=self.device,
            element_bytes=self.network.basicvsr.dtype.itemsize,
        )
        if plan is not None:
            log.warning("%s; %s instead of %s", exc, plan, self.plan)
            return replace(self, plan=plan)
        if type(exc) is RuntimeError and self._has_room():
            raise exc
        name = str(self.device)
        raise DeviceMemoryError(name, width=self.width, height=self.height) from exc

    def _has_room(self) -> bool:
        """Whether the memory that the plan takes can be had at once."""
        shape, element_bytes = self.network.shape, self.network.basicvsr.dtype.itemsize
        size = needed_bytes(shape, self.width, self.height, self.plan, element_bytes)
        try:
            torch.empty(size, dtype=torch.uint8, device=self.device)
        except (MemoryError, RuntimeError) as exc:
            if not _may_be_memory(exc):
                raise
            return False
        return True

    @torch.inference_mode()
    def _paint(
        self, done: StreamedFrame[ShotFrame[Frame]], before: tuple[Rgb, Canvas] | None
    ) -> Canvas:
        """Upsample band by band, straight into the pixels of the picture.

        Args:
            done: what the network made.
            before: the frame before it in its shot, as it came and as it is shown.
        """
        source = done.item.item.data
        height, width = source.shape[:2]
        canvas = Canvas(SCALE * height, SCALE * width, source.dtype, self.device)
        original = uploaded(source, self.device)
        trust = colour_trust(source)
        still = still_weight(before[0], source) if before else None
        if still is not None:
            still = sent(still, self.device)
        for band, restored in upsampled_bands(self.network, done, self.plan.band_rows):
            mixed = restored
            if min(self.strength, trust) < 1:
                plain = plain_band(original, band)
                mixed = plain.lerp(with_colour_of(plain, restored, trust), self.strength)
            if before is not None and still is not None:
                weight = band.without_halo(enlarged_weight(band.with_halo(still)))
                mixed.clamp_(0, 1).lerp_(before[1].band(band.enlarged), weight)
            canvas.paint(band.enlarged, mixed)
        return canvas

    def taken_up(
        self, arrays: Mapping[str, NDArray[Any]], first: ShotFrame[Frame]
    ) -> Carried[ShotFrame[Frame]]:
        """Put together what `arrays_of` took apart, to go on with the frame ``first``.

        Raises:
            DeviceMemoryError: there is no room on the device for even that.
            DeviceLostError: the device does not work.
        """

        def tensor(name: str) -> Tensor | None:
            if name not in arrays:
                return None
            numbers = torch.tensor(arrays[name], device=self.device).permute(0, 3, 1, 2)
            return (
                numbers.view(self.network.basicvsr.dtype) if arrays[name].itemsize == 2 else numbers
            )

        with _device_faults(self.device, self.width, self.height):
            pixels = (arrays["source"], arrays["shown"]) if "shown" in arrays else None
            return Carried(first, tensor("forward"), tensor("cleaned"), pixels)


class _Unrestored:
    """The frames that are not restored yet, however often the work at them is begun anew.

    Attributes:
        is_outside: the work is with whoever gives the frames or is told of the steps; what fails
            now does not fail in the network.
    """

    def __init__(
        self,
        frames: Iterable[ShotFrame[Frame]],
        on_step: Callable[[], None],
        carried: Carried[ShotFrame[Frame]] | None,
    ) -> None:
        self._frames, self._tell = iter(frames), on_step
        self._waiting: deque[ShotFrame[Frame]] = deque()
        self._first = carried
        self._last: tuple[Tensor, Tensor, tuple[Rgb, Rgb]] | None = None
        self.is_outside = False

    @property
    def carried(self) -> Carried[ShotFrame[Frame]] | None:
        """From the last frame that was restored."""
        return self._first if self._last is None else Carried(self._waiting[0], *self._last)

    def __iter__(self) -> Iterator[ShotFrame[Frame]]:
        """Yield those that were taken already, then the others."""
        yield from tuple(self._waiting)
        while True:
            self.is_outside = True
            frame = next(self._frames, None)
            self.is_outside = False
            if frame is None:
                return
            self._waiting.append(frame)
            yield frame

    def on_step(self) -> None:
        """Tell of a step."""
        self.is_outside = True
        self._tell()
        self.is_outside = False

    def count(self, done: StreamedFrame[ShotFrame[Frame]], pixels: tuple[Rgb, Rgb]) -> None:
        """One more is restored: the first of those that wait."""
        self._waiting.popleft()
        self._last = done.forward, done.cleaned, pixels


def _may_be_memory(exc: Exception) -> bool:
    """Whether less work at a time may help.

    Only the memory of a card has an error of its own. That of the processor, and the libraries
    under the network that find no room to work in, raise plain runtime errors of many texts. Any
    other plain error costs a few vain attempts, and is raised in the end.
    """
    return isinstance(exc, MemoryError | torch.OutOfMemoryError) or type(exc) is RuntimeError


def cleaning_share(shape: NetworkShape) -> float:
    """Of the work for a frame that is cleaned once, what each further cleaning adds."""
    return count_cleaning_macs(shape) / count_macs_per_pixel(shape)


def arrays_of(carried: Carried[ShotFrame[Frame]]) -> dict[str, NDArray[Any]]:
    """What is carried to the next window, apart from its frame, for keeping.

    The axes are ``n h w c``, as the network's tensors lie in memory: they come back as they were,
    and so do the numbers that are computed from them.
    """
    tensors = {"forward": carried.forward, "cleaned": carried.cleaned}
    arrays = {
        name: _plain(tensor.permute(0, 2, 3, 1).cpu().contiguous())
        for name, tensor in tensors.items()
        if tensor is not None
    }
    if carried.pixels is not None:
        arrays |= dict(zip(("source", "shown"), carried.pixels, strict=True))
    return arrays


def _plain(tensor: Tensor) -> NDArray[Any]:
    """As numpy holds it: it does not know all kinds of 16 bits, so those as they are."""
    plain: NDArray[Any] = (tensor.view(torch.int16) if tensor.itemsize == 2 else tensor).numpy()
    return plain


@contextlib.contextmanager
def _device_faults(device: torch.device, width: int, height: int) -> Iterator[None]:
    try:
        yield
    except torch.OutOfMemoryError as exc:
        raise DeviceMemoryError(str(device), width=width, height=height) from exc
    except torch.AcceleratorError as exc:
        first_line = (str(exc).splitlines() or [""])[0]
        raise DeviceLostError(str(device), first_line) from exc


def _empty_cache(device: torch.device) -> None:
    """Let a card have back what torch keeps of it for the next tensors."""
    if device.type != "cpu":
        torch.accelerator.empty_cache()


def prepare(options: Options, width: int, height: int) -> Restoration:
    """Load the model of a job for frames of ``width`` x ``height`` pixels.

    Raises:
        WeightsError: the model is unknown, missing or damaged.
        DeviceError: the device is not there.
        DeviceMemoryError: it has no room for the model.
        DeviceLostError: it does not work.
    """
    model = catalogue.find(options.model)
    device = choose_device(options.device)
    with _device_faults(device, width, height):
        network = _load(options.model, str(device), options.precision)
    plan = choose_plan(
        network.shape,
        width,
        height,
        device,
        network.basicvsr.dtype.itemsize,
        window_frames=options.window_frames,
        lookahead_frames=options.lookahead_frames,
        has_lanes=_is_on(LANES_SWITCH, device),
        is_replayed=_is_on(REPLAY_SWITCH, device),
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
    if _is_on(REPLAY_SWITCH, torch.device(device)):
        replay_steps(network)
    return network


def _is_on(switch: str, device: torch.device) -> bool:
    return device.type == "cuda" and os.environ.get(switch) == "1"
