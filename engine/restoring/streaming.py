"""Propagation through a video of any length, in bounded memory and without seams.

The two directions of BasicVSR do not see each other before the upsampling tail. So the forward
features are carried from window to window and are exactly those of the whole shot; the backward
features of a window start some frames after it (the lookahead) and are thrown away there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Generic, NamedTuple, TypeVar

import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.devices.lanes import at_once
from engine.networks.realbasicvsr import SCALE, TAIL_HALO_ROWS, RealBasicVSR
from engine.restoring.refinement import SoftRefinement, together
from engine.restoring.shots import ShotFrame

T = TypeVar("T")

DEFAULT_WINDOW_FRAMES = 24
DEFAULT_LOOKAHEAD_FRAMES = 8


@dataclass(frozen=True)
class Plan:
    """How a video is cut up in time and its tail in rows."""

    window_frames: int = DEFAULT_WINDOW_FRAMES
    lookahead_frames: int = DEFAULT_LOOKAHEAD_FRAMES
    band_rows: int = 64
    """Low-resolution rows that the upsampling tail works on in one go."""
    parks_features: bool = False
    """The backward features of a window wait in the memory of the computer, not of the device."""
    batch_frames: int = 1
    """Frames that are cleaned at once, and whose flows are computed at once."""
    runs_both_at_once: bool = False
    """The directions of a window are computed side by side; its forward features are kept too."""

    def __post_init__(self) -> None:
        least = min(self.window_frames, self.band_rows, self.batch_frames)
        if least < 1 or self.lookahead_frames < 0:
            raise ValueError(f"not a plan: {self}")


@dataclass(frozen=True)
class Carried(Generic[T]):
    """What a window hands to the next one; the stream can be taken up again from here.

    At a cut nothing is handed on.
    """

    next_item: T
    """Of the frame that the next window begins with."""
    forward: Tensor | None = None
    """``(1, c, h, w)`` features of the frame before it."""
    cleaned: Tensor | None = None
    """``(1, 3, h, w)`` the frame before it."""
    pixels: tuple[NDArray[Any], NDArray[Any]] | None = None
    """That frame as it came, ``(h, w, 3)``, and as it was shown: nothing to the stream itself."""


class StreamedFrame(NamedTuple, Generic[T]):
    """A restored frame."""

    item: T
    """What the frame came with."""
    cleaned: Tensor
    """``(1, 3, h, w)`` cleaned low-resolution frame."""
    backward: Tensor
    """``(1, c, h, w)`` features of the backward direction; maybe not on the device.

    Their memory is used again for the next window.
    """
    forward: Tensor
    """The same of the forward direction."""
    passes: float
    """Cleaning passes, counted by their weights."""
    cleanings: int
    """How often the cleaning ran for them."""
    carried: Carried[T] | None = None
    """With the last frame of a window; None at the end of the video."""


@dataclass
class _Held(Generic[T]):
    """A cleaned frame that waits for its window."""

    item: T
    cleaned: Tensor
    passes: float
    cleanings: int
    flow_to_previous: Tensor | None = None
    flow_to_next: Tensor | None = None


class _Shot(Generic[T]):
    """The state of the shot that is being streamed."""

    def __init__(
        self,
        network: RealBasicVSR,
        plan: Plan,
        refine: SoftRefinement,
        on_step: Callable[[], None],
        carried: Carried[T] | None,
    ) -> None:
        self._network, self._plan, self._refine = network, plan, refine
        self._on_step = on_step
        self._arrived: list[tuple[T, Tensor]] = []
        self._held: list[_Held[T]] = []
        self._forward = carried.forward if carried else None
        self._last = carried.cleaned if carried else None
        self._kept: Tensor | None = None
        """``(window, c, h, w)`` backward features."""

    def push(self, item: T, frame: Tensor) -> Iterator[StreamedFrame[T]]:
        """Take the next frame, give back those of a window that is complete."""
        self._arrived.append((item, frame))
        if len(self._arrived) < self._plan.batch_frames:
            return
        self._prepare()
        window, lookahead = self._plan.window_frames, self._plan.lookahead_frames
        # One frame more than is needed: the next one finds its neighbour even without lookahead.
        while len(self._held) > window + lookahead:
            yield from self._restore_window(stop=window + lookahead)

    def finish(self, next_shot: Carried[T] | None = None) -> Iterator[StreamedFrame[T]]:
        """Give back all frames still held: the shot ends here."""
        if self._arrived:
            self._prepare()
        while self._held:
            stop = min(len(self._held), self._plan.window_frames + self._plan.lookahead_frames)
            yield from self._restore_window(stop=stop, afterwards=next_shot)
        self._forward = self._last = None

    def _prepare(self) -> None:
        """Clean the frames that arrived, and see how they and their neighbours move."""
        items, frames = zip(*self._arrived, strict=True)
        self._arrived.clear()
        refined = self._refine(self._network, together(frames))
        held = [_Held(item, *cleaned) for item, cleaned in zip(items, refined, strict=True)]
        chain: list[_Held[T] | None] = [*held]
        shown = [one.cleaned for one in held]
        if self._last is not None:  # its place is empty where the stream was taken up behind it
            chain.insert(0, self._held[-1] if self._held else None)
            shown.insert(0, self._last)
        if len(shown) > 1:
            to_next, to_previous = self._network.basicvsr.flows(torch.cat(shown)[None])
            for i, (earlier, later) in enumerate(pairwise(chain)):
                if earlier is not None:
                    earlier.flow_to_next = to_next[:, i]
                if later is not None:
                    later.flow_to_previous = to_previous[:, i]
        self._held += held
        self._last = shown[-1]

    def _restore_window(
        self, stop: int, afterwards: Carried[T] | None = None
    ) -> Iterator[StreamedFrame[T]]:
        """Restore the frames of a window; their backward direction starts before ``stop``.

        Args:
            stop: number of frames held that it may see.
            afterwards: what is carried on where no frame is left.
        """
        count = min(self._plan.window_frames, stop)
        backward, forward = self._backward(count, stop), self._forward_features(count)
        if self._plan.runs_both_at_once:
            forward = iter(at_once(self._held[0].cleaned.device, backward, forward))
        else:
            deque(backward, maxlen=0)
        assert self._kept is not None  # a window has a frame
        for number, (held, features) in enumerate(zip(self._held[:count], forward, strict=True)):
            carried = None
            if number == count - 1:
                carried = afterwards
                if count < len(self._held):
                    carried = Carried(self._held[count].item, features, held.cleaned)
            yield StreamedFrame(
                held.item,
                held.cleaned,
                self._kept[number : number + 1],
                features,
                held.passes,
                held.cleanings,
                carried,
            )
        del self._held[:count]

    def _forward_features(self, count: int) -> Iterator[Tensor]:
        """``(1, c, h, w)`` of each of the first ``count`` frames."""
        net = self._network.basicvsr
        for held in self._held[:count]:
            self._on_step()
            self._forward = net.propagate(
                net.forward_resblocks, held.cleaned, self._forward, held.flow_to_previous
            )
            yield self._forward

    def _backward(self, count: int, stop: int) -> Iterator[None]:
        """Keep the features of the first ``count`` frames; a step for each frame."""
        net = self._network.basicvsr
        features: Tensor | None = None
        for index in reversed(range(stop)):
            held = self._held[index]
            self._on_step()
            flow = held.flow_to_next if features is not None else None
            features = net.propagate(net.backward_resblocks, held.cleaned, features, flow)
            if self._kept is None:
                self._kept = self._place_for(features)
            if index < count:
                # Pinned memory is not waited for: what reads it is told later on this stream.
                self._kept[index].copy_(features[0], non_blocking=self._kept.is_pinned())
            yield

    def _place_for(self, features: Tensor) -> Tensor:
        """Room for a window of features, in one piece that is used for every window.

        Else they would lie between the short-lived tensors of each step, and the memory fall to
        pieces: it took twice as much.
        """
        is_parked = self._plan.parks_features
        return torch.empty(
            (self._plan.window_frames, *features.shape[1:]),
            dtype=features.dtype,
            device="cpu" if is_parked else features.device,
            pin_memory=is_parked and features.device.type == "cuda",
            memory_format=torch.channels_last,
        )


@torch.inference_mode()
def stream(
    network: RealBasicVSR,
    frames: Iterable[ShotFrame[tuple[T, Tensor]]],
    plan: Plan,
    refine: SoftRefinement,
    on_step: Callable[[], None] = lambda: None,
    *,
    carried: Carried[T] | None = None,
) -> Iterator[StreamedFrame[T]]:
    """Restore the frames of a video one after the other.

    Args:
        network: in evaluation mode.
        frames: of ``(item, (1, 3, h, w) RGB in [0, 1])`` on the network's device; taken only
            as they are needed.
        plan: lengths of window and lookahead.
        refine: decides how often a frame is cleaned.
        on_step: called before each step of the work; what it raises ends the stream.
        carried: of the frame before the first of ``frames``, to go on with an earlier stream.

    Yields:
        Every item once, in order.
    """
    shot: _Shot[T] = _Shot(network, plan, refine, on_step, carried)
    for frame in frames:
        item, tensor = frame.item
        if frame.starts_shot:
            yield from shot.finish(Carried(item))
        on_step()
        yield from shot.push(item, tensor)
    yield from shot.finish()


class Band(NamedTuple):
    """Some rows of a frame, and those around them that their enlargement depends on."""

    top: int
    bottom: int
    first: int
    """First row with the halo."""
    last: int
    """Last row with the halo, plus one."""

    @property
    def enlarged(self) -> slice:
        """The rows of the band at four times the size."""
        return slice(SCALE * self.top, SCALE * self.bottom)

    def with_halo(self, frame: Tensor) -> Tensor:
        """``(..., h, w)`` cut to the band and its halo."""
        return frame[..., self.first : self.last, :]

    @property
    def halo_rows(self) -> tuple[int, int]:
        """Rows of the halo above and below."""
        return self.top - self.first, self.last - self.bottom

    def without_halo(self, enlarged: Tensor) -> Tensor:
        """``(..., 4 * rows, w)`` of band and halo, cut to the band."""
        start = SCALE * (self.top - self.first)
        return enlarged[..., start : start + SCALE * (self.bottom - self.top), :]


def bands(height: int, band_rows: int) -> Iterator[Band]:
    """Cut a frame of ``height`` rows into bands of at most ``band_rows``."""
    for top in range(0, height, band_rows):
        bottom = min(top + band_rows, height)
        first, last = max(0, top - TAIL_HALO_ROWS), min(height, bottom + TAIL_HALO_ROWS)
        yield Band(top, bottom, first, last)


@torch.inference_mode()
def upsampled_bands(
    network: RealBasicVSR, frame: StreamedFrame[T], band_rows: int
) -> Iterator[tuple[Band, Tensor]]:
    """The upsampling tail in bands of rows, the same numbers with a fraction of the memory.

    Everything after the fusion is local, so a halo of two rows of features is enough.

    Yields:
        The band, and its ``(1, 3, 4 * rows, 4w)``, not clamped.
    """
    device, is_pinned = frame.forward.device, frame.backward.is_pinned()
    for band in bands(frame.cleaned.shape[-2], band_rows):
        yield (
            band,
            network.basicvsr.upsample(
                band.with_halo(frame.cleaned),
                band.with_halo(frame.backward).to(device, non_blocking=is_pinned),
                band.with_halo(frame.forward),
                band.halo_rows,
            ),
        )


def plain_band(frame: Tensor, band: Band) -> Tensor:
    """A band of ``(1, 3, h, w)`` four times as large, without the network.

    The bicubic filter reaches two rows to either side: the halo is enough for it too.
    """
    enlarged = F.interpolate(
        band.with_halo(frame), scale_factor=SCALE, mode="bicubic", align_corners=False
    )
    return band.without_halo(enlarged)
