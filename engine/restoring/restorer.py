"""Restoration of frames: a model on its device, and the choices of one job."""

from __future__ import annotations

import contextlib
import gc
import logging
import math
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from engine.devices.allocator import give_back_freed_memory
from engine.devices.cuda_graphs import drop_recordings, keep_recordings_for, record_steps
from engine.devices.device import choose_device, give_back, give_back_cards, unusable_card
from engine.devices.faults import is_memory_shortage, translated_faults
from engine.devices.precision import PRECISIONS, choose_precision
from engine.devices.transfer import Canvas, delayed, overlaps, to_device, upload
from engine.jobs.errors import DeviceMemoryError
from engine.jobs.options import DEFAULT_MODEL, Options
from engine.networks import catalogue
from engine.networks.catalogue import ModelEntry
from engine.networks.checkpoint import load_model, mix
from engine.networks.family import Cleaner, FrameModel, Model, PropagatingModel, find_family
from engine.restoring.bands import Band, enlarged_bands, plain_band
from engine.restoring.finishing import (
    enlarged_weight,
    with_colour_of,
)
from engine.restoring.frame_queue import FrameQueue
from engine.restoring.known_before import finishing_of
from engine.restoring.plans import Plan, choose_plan, needed_bytes, smaller_plan
from engine.restoring.refinement import SoftRefinement
from engine.restoring.shot_stream import Carried, StreamedFrame
from engine.restoring.shots import ShotFrame
from engine.restoring.steadying import MovedPicture, moved_picture
from engine.restoring.streaming import stream
from engine.video.frame import Frame, Rgb

log = logging.getLogger(__name__)

GRAPHS_SWITCH = "HOMEREEL_CUDA_GRAPHS"
"""Environment variable: 1 lets a card replay recorded steps. Off until measured on a card."""
STREAMS_SWITCH = "HOMEREEL_CUDA_STREAMS"
"""Environment variable: 1 lets a card compute both directions at once. Off until measured."""


@dataclass(frozen=True)
class RestoredFrame:
    """A frame with enlarged ``data``, and the work it took.

    The pixels of both frames are read again for the next frame: nobody may write into them.
    """

    source: Frame
    frame: Frame
    passes: float
    """Cleaning passes, counted by their weights; 0 where the network was skipped."""
    cleanings: int = 0
    """How often the cleaning ran for them."""
    plan: Plan | None = None
    """It was restored with this one; it changes where memory ran short."""
    precision: str | None = None
    """Of its convolutions, a name in `PRECISIONS`; it changes where numbers overflowed."""
    carried: Carried[ShotFrame[Frame]] | None = None
    """State to resume from after this frame with `Restoration.run`; None where that cannot be."""


@dataclass(frozen=True)
class Restoration:
    """A model, ready on its device, and the choices of one job.

    ``width`` and ``height`` are those of the frames it was prepared for, ``sample_bytes`` the bytes
    of each of their samples.
    """

    model: Model
    device: torch.device
    plan: Plan
    refine: SoftRefinement | None
    """None for a model without dynamic refinement."""
    strength: float
    width: int
    height: int
    sample_bytes: int = 1
    unusable_card: str | None = None
    """A card that would have been taken, but cannot compute."""

    @property
    def precision(self) -> str:
        """Precision of the convolutions: a name in `PRECISIONS`."""
        dtype = self.model.dtype
        return next(name for name, kind in PRECISIONS.items() if kind is dtype)

    @property
    def device_name(self) -> str:
        """The exact device: another one computes other last bits."""
        if self.device.type == "cuda":
            return torch.cuda.get_device_name(self.device)
        if self.device.type == "cpu":
            return f"cpu {torch.backends.cpu.get_cpu_capability()}"
        return str(self.device)

    @property
    def threshold(self) -> float | None:
        """Threshold of dynamic refinement in 8-bit levels; None for a model without one."""
        return None if self.refine is None else self.refine.threshold

    @property
    def cleaning_share(self) -> float:
        """Work of each further cleaning relative to that of a frame that is cleaned once."""
        return self.model.cleaning_macs_per_pixel / self.model.macs_per_pixel

    def run(
        self,
        frames: Iterable[ShotFrame[Frame]],
        on_step: Callable[[], None],
        carried: Carried[ShotFrame[Frame]] | None = None,
    ) -> Generator[RestoredFrame, None, None]:
        """Restore frame after frame, in bounded memory.

        Where memory runs short all the same, the work goes on after the last restored frame with
        a smaller plan; where numbers of 16 bits overflow, in 32-bit.

        Args:
            frames: all of one size.
            on_step: called before each step of the work; what it raises ends the work.
            carried: from the frame before the first one, where the work is resumed.

        Raises:
            DeviceMemoryError: the device has too little memory even for the smallest plan.
            DeviceLostError: the device stopped working.
        """
        queue, attempt = FrameQueue(frames, on_step, carried), self
        try:
            with translated_faults(self.device, self.width, self.height):
                while True:
                    try:
                        yield from attempt._restored(queue)
                        return
                    except _OverflowedError:
                        attempt._widen()
                    except (MemoryError, RuntimeError) as exc:
                        if queue.is_outside or not attempt._is_shortage(exc):
                            raise
                        attempt = attempt._smaller(exc)
                    # Here, where no traceback holds tensors any longer.
                    give_back(self.device)
        finally:
            give_back_freed_memory()

    def with_whole_ratio(self, ratio: float) -> Restoration:
        """The same for crops of frames, cleaned as often as the whole frames would be.

        Args:
            ratio: of the sums of `cleaning_changes` of a few of them.
        """
        if self.refine is None:
            return self
        return replace(self, refine=replace(self.refine, whole_ratio=ratio))

    @torch.inference_mode()
    def cleaning_changes(
        self, whole: Rgb, crop: Rgb, on_step: Callable[[], None]
    ) -> tuple[float, float]:
        """Mean change of a cleaning pass over a whole frame, and over its crop.

        Both are 1 for a model that does not clean frames.

        Args:
            whole: ``(h, w, 3)``.
            crop: a part of it.
            on_step: called first, on processors before each layer too, since a whole frame takes
                long there; what it raises ends the work.

        Raises:
            DeviceMemoryError: the device has too little memory for the whole frame.
            DeviceLostError: the device stopped working.
        """
        model = self.model
        if not isinstance(model, Cleaner):
            return 1.0, 1.0

        def change(rgb: Rgb) -> float:
            residual = model.cleaning_residual(upload(rgb, self.device))
            return float(residual.abs().mean())

        height, width = whole.shape[:2]
        keep_recordings_for(self.model, (width, height))
        on_step()
        with translated_faults(self.device, width, height), self._asking_between_layers(on_step):
            return change(whole), change(crop)

    @contextlib.contextmanager
    def _asking_between_layers(self, on_step: Callable[[], None]) -> Iterator[None]:
        is_slow = self.device.type == "cpu"  # a card may be recording its steps, too
        layers = [each for each in self.model.modules() if isinstance(each, nn.Conv2d) and is_slow]
        hooks = [layer.register_forward_pre_hook(lambda *_: on_step()) for layer in layers]
        try:
            yield
        finally:
            for hook in hooks:
                hook.remove()

    def _restored(self, queue: FrameQueue) -> Iterator[RestoredFrame]:
        """Restore the frames that are left, with this plan."""
        keep_recordings_for(self.model, (self.width, self.height, self.plan))
        for done, canvas in delayed(self._painted(queue), int(overlaps(self.device))):
            source = done.item.item
            frame = replace(source, data=canvas.pixels())
            if not canvas.is_finite:
                raise _OverflowedError
            pixels = source.data, frame.data
            carried = done.carried
            if carried is not None and not carried.next_item.starts_shot:
                carried = replace(carried, pixels=pixels)
            queue.remove_restored(done.state, pixels)
            yield RestoredFrame(
                source, frame, done.passes, done.cleanings, self.plan, self.precision, carried
            )
            del done, canvas  # else they are held while the next frame is made

    def _painted(
        self, queue: FrameQueue
    ) -> Iterator[tuple[StreamedFrame[ShotFrame[Frame]], Canvas]]:
        """The streamed frames, with the finished pictures whose copy to the host has begun."""
        tensors = (ShotFrame((f, upload(f.item.data, self.device)), f.starts_shot) for f in queue)
        carried = queue.carried
        before = None
        if carried is not None and carried.pixels is not None:
            before = carried.pixels[0], Canvas.of(carried.pixels[1], self.device)
        for done in stream(
            self.model, tensors, self.plan, self.refine, queue.on_step, carried=carried
        ):
            canvas = self._paint(done, None if done.item.starts_shot else before)
            canvas.begin_fetching()
            before = done.item.item.data, canvas
            yield done, canvas

    def _widen(self) -> None:
        """Compute in 32-bit from now on: the overflow would stay in the features of the shot."""
        log.warning("numbers of 16 bits overflowed; the work goes on in 32-bit")
        drop_recordings(self.model)
        self.model.set_precision(torch.float32)

    def _is_shortage(self, exc: Exception) -> bool:
        size = needed_bytes(
            self.model, self.width, self.height, self.plan, sample_bytes=self.sample_bytes
        )
        return is_memory_shortage(exc, self.device, size)

    def _smaller(self, exc: Exception) -> Restoration:
        """The same with a smaller plan.

        Raises:
            DeviceMemoryError: there is none.
        """
        drop_recordings(self.model)
        plan = smaller_plan(
            self.plan,
            model=self.model,
            width=self.width,
            height=self.height,
            device=self.device,
            sample_bytes=self.sample_bytes,
        )
        if plan is not None:
            log.warning("%s; %s instead of %s", exc, plan, self.plan)
            return replace(self, plan=plan)
        name = str(self.device)
        raise DeviceMemoryError(name, width=self.width, height=self.height) from exc

    @torch.inference_mode()
    def _paint(
        self, done: StreamedFrame[ShotFrame[Frame]], before: tuple[Rgb, Canvas] | None
    ) -> Canvas:
        """Finish a frame band by band, straight into the pixels of the picture.

        Args:
            done: the streamed frame.
            before: the frame before it in its shot, from the source and finished.
        """
        source = done.item.item.data
        height, width = source.shape[:2]
        scale = self.model.scale
        canvas = Canvas(scale * height, scale * width, source.dtype, self.device)
        original = upload(source, self.device)
        trust, still = done.item.finishing or finishing_of(
            source, before[0] if before else None, done.item.starts_shot
        )
        if still is not None:
            still = to_device(still, self.device).to(torch.float32)
        moved = None if before is None else self._moved(before, original)
        for band, restored in enlarged_bands(self.model, done.features, self.plan.band_rows):
            if self.model.dtype is torch.float16:
                canvas.check(restored)
            mixed = self._mixed(band, original, restored, trust)
            del restored  # else it is held while the next band is made
            if moved is not None:
                moved.mix_into(band, mixed)
            if before is not None and still is not None:
                _hold_still(band, still, before[1], mixed)
            canvas.paint(band.enlarged, mixed)
            del mixed
        return canvas

    def _moved(self, before: tuple[Rgb, Canvas], frame: Tensor) -> MovedPicture | None:
        """The picture before, moved to where its parts are now; None where nothing is steadied."""
        if not isinstance(self.model, FrameModel) or self.model.flow_model is None:
            return None
        source, shown = before
        unmoved = Canvas.of(source, self.device)
        return moved_picture(self.model.flow_model, unmoved, frame, shown)

    def _mixed(self, band: Band, original: Tensor, restored: Tensor, trust: float) -> Tensor:
        """A restored band with as much of the network, and of its colours, as is wanted."""
        if min(self.strength, trust) >= 1:
            return restored
        plain = plain_band(original, band)
        return plain.lerp(with_colour_of(plain, restored, trust), self.strength)

    def unpack_state(
        self, arrays: Mapping[str, NDArray[Any]], first: ShotFrame[Frame]
    ) -> Carried[ShotFrame[Frame]]:
        """The carried state that `pack_state` made arrays of, to resume with the frame ``first``.

        Args:
            arrays: by name; arrays of other names than the model's may be among them.
            first: the next frame.

        Raises:
            DeviceMemoryError: the device has no room even for the state.
            DeviceLostError: the device does not work.
        """

        def tensor(array: NDArray[Any]) -> Tensor:
            numbers = torch.tensor(array, device=self.device).permute(0, 3, 1, 2)
            return numbers.view(self.model.dtype) if array.itemsize == 2 else numbers

        pixels = (arrays["source"], arrays["shown"]) if "shown" in arrays else None
        with translated_faults(self.device, self.width, self.height):
            names = self.model.state_names
            state = {name: tensor(arrays[name]) for name in names if name in arrays}
            is_wide = all(kept.dtype is torch.float32 for kept in state.values())
            if state and is_wide and self.model.dtype is torch.float16:
                self._widen()  # as it was when the state was kept
            return Carried(first, state, pixels)


def _hold_still(band: Band, still: Tensor, before: Canvas, mixed: Tensor) -> None:
    """Repeat in a band what the source repeats, see `still_weight`."""
    weight = band.without_halo(enlarged_weight(band.with_halo(still), band.scale))
    mixed.clamp_(0, 1).lerp_(before.band(band.enlarged), weight)


class _OverflowedError(Exception):
    """A frame came out with numbers that are not finite."""


def pack_state(carried: Carried[ShotFrame[Frame]]) -> dict[str, NDArray[Any]]:
    """Arrays of everything that is carried to the next window except its frame.

    The axes are ``n h w c``, as the tensors lie in memory: unpacked they have the same layout,
    and the numbers computed from them are the same.
    """
    arrays = {
        name: _to_numpy(tensor.permute(0, 2, 3, 1).cpu().contiguous())
        for name, tensor in carried.state.items()
    }
    if carried.pixels is not None:
        arrays |= dict(zip(("source", "shown"), carried.pixels, strict=True))
    return arrays


def _to_numpy(tensor: Tensor) -> NDArray[Any]:
    """The same numbers; those of 16 bits as their bits, since numpy has no bfloat16."""
    array: NDArray[Any] = (tensor.view(torch.int16) if tensor.itemsize == 2 else tensor).numpy()
    return array


def prepare(
    options: Options,
    width: int,
    height: int,
    *,
    bit_depth: int = 8,
    enlargement: float = math.inf,
) -> Restoration:
    """Load the model of a job for frames of ``width`` x ``height`` pixels.

    Args:
        options: of the job.
        width: of the frames.
        height: of the frames.
        bit_depth: of their source; above 8 the samples of a frame take two bytes.
        enlargement: how many times as wide and high the pictures will be shown or written; a model
            with several ends uses the cheapest one that is enough.

    Raises:
        WeightsError: the model is unknown, missing or damaged.
        DeviceError: the device is not there.
        DeviceMemoryError: it has no room for the model.
        DeviceLostError: it does not work.
    """
    entry = catalogue.find(options.model)
    device = choose_device(options.device)
    with translated_faults(device, width, height):
        scale = entry.scale_for(enlargement)
        model = _load(
            options.model,
            device=str(device),
            precision=options.precision,
            scale=scale,
            denoise=options.denoise,
            steady=options.steady,
        )
    sample_bytes = 1 if bit_depth <= 8 else 2
    plan = choose_plan(
        model,
        width,
        height,
        device,
        sample_bytes=sample_bytes,
        window_frames=options.window_frames,
        lookahead_frames=options.lookahead_frames,
        uses_streams=_is_on(STREAMS_SWITCH, device),
        uses_graphs=_is_on(GRAPHS_SWITCH, device),
    )
    threshold = entry.default_threshold if options.threshold is None else options.threshold
    refine = SoftRefinement(threshold) if model.has_threshold and threshold is not None else None
    return Restoration(
        model=model,
        device=device,
        plan=plan,
        refine=refine,
        strength=options.strength,
        width=width,
        height=height,
        sample_bytes=sample_bytes,
        unusable_card=unusable_card() if options.device == "auto" else None,
    )


def free_device() -> None:
    """Release the model, and the memory that torch keeps for the next frames."""
    _load.cache_clear()
    gc.collect()  # a model and its recorded steps refer to each other
    give_back_cards()


@lru_cache(maxsize=1)
def _load(
    name: str,
    *,
    device: str,
    precision: str,
    scale: int | None,
    denoise: float | None,
    steady: bool,
) -> Model:
    """The model called ``name``, with one of its ends; it stays loaded for the next preview."""
    entry = catalogue.find(name)
    model = _read(entry)
    if denoise is not None and denoise < 1 and entry.mixes_with is not None:
        mix(model, _read(catalogue.find(entry.mixes_with)), 1 - denoise)
    if scale is not None:
        model.use_scale(scale)
    model.to(device)
    model.to(memory_format=model.memory_format)  # type: ignore[call-overload]
    model.set_precision(choose_precision(model, torch.device(device), precision))
    if _is_on(GRAPHS_SWITCH, torch.device(device)):
        record_steps(model)
    if steady and isinstance(model, FrameModel):
        flow_model = _read(catalogue.find(DEFAULT_MODEL)).to(device)
        assert isinstance(flow_model, PropagatingModel)
        model.flow_model = flow_model
    return model


def _read(entry: ModelEntry) -> Model:
    """A model as its file has it, on the processor; the file is verified first."""
    catalogue.verify(entry)
    family = find_family(entry.family)
    return load_model(catalogue.weights_path(entry), family, entry.architecture)


def _is_on(switch: str, device: torch.device) -> bool:
    return device.type == "cuda" and os.environ.get(switch) == "1"
