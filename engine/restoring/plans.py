"""Plans: how a video is cut up in time and its frames in bands, so that it fits into memory."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import torch

from engine.devices.cuda_graphs import MOST_PIXELS
from engine.devices.device import free_bytes
from engine.devices.faults import LIBRARY_BYTES
from engine.networks.family import (
    Cleaner,
    FrameModel,
    Model,
    OverlappingModel,
    PropagatingModel,
)

DEFAULT_WINDOW_FRAMES = 24
DEFAULT_LOOKAHEAD_FRAMES = 8

_SHARES = {"cpu": 0.4, "cuda": 0.85}
"""Share of the free memory that a plan may take; decoding, encoding and others need some."""
_OTHER_SHARE = 0.6
_UNKNOWN_CARD_BYTES = 2 << 30
"""Taken for free where a card doesn't tell: cards that compute have at least this."""
_BAND_PIXELS = 1 << 14
"""Pixels of the frame in a band of the tail, at most."""
_WIDE_BAND_PIXELS = 1 << 17
"""The same for a card with room: it is faster with large bands, and few halos."""
_BATCH_PIXELS = 1 << 19
"""Pixels of the frames that a card with room cleans at once: launching the steps for one small
frame takes longer than computing them."""
_BATCHES = (8, 6, 4, 3, 2, 1)
"""Frames cleaned at once; a window of the default length is made of whole batches."""
_BAND_NUMBERS = 10 << 20
"""Numbers that a processor works on in a band, at most; a card is faster with larger bands."""
_LEAST_BAND_ROWS = 12
"""Fewer cost too much for their halos, where memory is not short."""
_LEAST_BAND_PIXELS = 1 << 12
_WINDOWS = (DEFAULT_WINDOW_FRAMES, 16, 12, 8, 6, 4)
_OVERLAPPING_WINDOWS = (48, 32, 24, 16, 8, 4)
"""Of a model that computes the overlap on both sides of each window: longer ones cost less."""
_LESS = 0.9
_BRANCH_SHARE = 0.23
"""Work of a branch relative to the whole network, as published."""
_TAIL_SHARE = 0.21
"""Work of the upsampling tail relative to the whole network, as published."""
_PARKING_SHARE = 0.03
"""Time to copy features to the computer and back, relative to that of the network."""
_LAUNCH_SHARE = 0.02
"""Time to launch the cleaning of a single frame, relative to that of the network."""
_FEATURES_AT_ONCE = 3
"""Of a `PropagatingModel` while a frame is finished: its own, those of the one whose picture is on
its way back, and those of the one before, after which the work would go on. During a step it is the
last of these, and what the step itself counts."""
_MIXED_PICTURES = 6
"""Tensors of a band while it is mixed with the plain enlargement: colours and luma of both."""
_FRAMES_AT_ONCE = 3
"""Frames of a `FrameModel` on the device: the next one, the current one, and its plain copy."""

_STEADYING_NUMBERS = 12
"""For each pixel of a frame that is steadied: the frame before, both side by side, flow, share."""
_MOVING_BYTES = 120
"""For each pixel of a band of the picture before, while it is moved: places, shares, corners."""


@dataclass(frozen=True)
class Plan:
    """How a video is cut up in time and its frames in rows."""

    window_frames: int = DEFAULT_WINDOW_FRAMES
    lookahead_frames: int = DEFAULT_LOOKAHEAD_FRAMES
    """Frames after the window that its results depend on; of an `OverlappingModel`, also before."""
    band_rows: int = 64
    """Rows of the frame that are finished at once."""
    parks_features: bool = False
    """The backward features of a window wait in the memory of the computer, not of the device."""
    batch_frames: int = 1
    """Frames that are cleaned at once, and whose flows are computed at once."""
    runs_both_at_once: bool = False
    """Both directions are computed at once; the forward features of a window are stored too."""

    def __post_init__(self) -> None:
        least = min(self.window_frames, self.band_rows, self.batch_frames)
        if least < 1 or self.lookahead_frames < 0:
            raise ValueError(f"not a plan: {self}")


def needed_bytes(
    model: Model,
    width: int,
    height: int,
    plan: Plan,
    *,
    sample_bytes: int = 1,
    uses_graphs: bool = False,
) -> int:
    """The peak of the memory allocated on the device while frames are restored.

    A calculation, not a measurement; tests compare it with measured peaks.

    Args:
        model: in the precision that it computes in.
        width: of the frames.
        height: of the frames.
        plan: how they are cut up.
        sample_bytes: of each sample of a frame: 2 above 8 bits.
        uses_graphs: the card records the steps.
    """
    pixels = width * height
    # The picture that is painted and the one before it.
    held = 2 * pixels * model.scale**2 * 3 * sample_bytes
    work = _enlarging_bytes(model, width, height, plan)
    if sample_bytes > 1:
        work += _wide_sample_bytes(model, width, height, plan)
    if isinstance(model, PropagatingModel):
        held += _window_bytes(model, pixels, plan)
        features = pixels * model.channels * model.dtype.itemsize
        step = features + _step_bytes(model, pixels, plan)
        work = max(_FEATURES_AT_ONCE * features + work, step)
    elif isinstance(model, OverlappingModel):
        frames = plan.window_frames + 2 * plan.lookahead_frames + 1
        held += model.clip_bytes(pixels, frames)
        work = max(work, model.step_bytes(pixels))
    else:
        assert isinstance(model, FrameModel)
        held += _FRAMES_AT_ONCE * pixels * 4 * 3
        # The frame before this one is held until this one is painted.
        prepared = model.prepared_bytes(pixels)
        if model.flow_model is not None:
            held += pixels * 4 * _STEADYING_NUMBERS
            work = max(
                work + _moving_bytes(model, width, height, plan),
                model.flow_model.flow_bytes(2 * pixels),
            )
        work = prepared + max(prepared + work, model.preparation_bytes(pixels))
    if uses_graphs and model.steps:
        work += _recording_bytes(model, width, height, plan)
    return model.weight_bytes() + held + work


def parked_bytes(model: Model, width: int, height: int, plan: Plan) -> int:
    """Pinned memory of the computer that a plan takes on a card."""
    if not plan.parks_features:
        return 0
    features = width * height * model.channels * model.dtype.itemsize
    # Pinned memory is handed out in powers of two.
    return plan.window_frames * (1 << (features - 1).bit_length())


def _host_room() -> float:
    free = free_bytes(torch.device("cpu"))
    return math.inf if free is None else _SHARES["cpu"] * free


def _moving_bytes(model: Model, width: int, height: int, plan: Plan) -> int:
    """A band of the picture before, while it is moved along the flow."""
    return min(plan.band_rows, height) * width * model.scale**2 * _MOVING_BYTES


def _window_bytes(model: PropagatingModel, pixels: int, plan: Plan) -> int:
    """Cleaned frames of a window with their flows, in 32-bit, and its features."""
    # The frame that is finished is there as it came, and so is the one that came last.
    frames = plan.window_frames + plan.lookahead_frames + plan.batch_frames + 2
    features = plan.window_frames * pixels * model.channels * model.dtype.itemsize
    stored = (not plan.parks_features) + plan.runs_both_at_once
    return frames * pixels * 4 * (3 + 2 + 2) + stored * features


def _step_bytes(model: PropagatingModel, pixels: int, plan: Plan) -> int:
    """The largest step before the tail."""
    directions = 2 if plan.runs_both_at_once else 1
    batch = plan.batch_frames * pixels
    cleaning = model.cleaning_bytes(batch) if isinstance(model, Cleaner) else 0
    return max(directions * model.propagation_bytes(pixels), cleaning, model.flow_bytes(batch))


def _enlarging_bytes(model: Model, width: int, height: int, plan: Plan) -> int:
    """A band while it is finished."""
    rows = min(plan.band_rows + 2 * model.halo_rows, height)
    mixing = _MIXED_PICTURES * model.scale**2 * 3 * 4
    numbers = model.enlarging_numbers() * model.dtype.itemsize
    return int(rows * width * max(numbers, mixing))


def _wide_sample_bytes(model: Model, width: int, height: int, plan: Plan) -> int:
    """A band of this picture and of the one before it as 32-bit numbers: cards know no uint16."""
    return 2 * min(plan.band_rows, height) * width * model.scale**2 * 3 * 4


def _recording_bytes(model: Model, width: int, height: int, plan: Plan) -> int:
    """Recorded steps: the memory that they worked in, and places for their inputs and outputs."""
    pixels, worked = width * height, 0
    if pixels <= MOST_PIXELS and isinstance(model, PropagatingModel):
        worked = _step_bytes(model, pixels, plan)
    elif pixels <= MOST_PIXELS and isinstance(model, FrameModel):
        worked = model.preparation_bytes(pixels)
    if _records_bands(model, width, height, plan):
        worked = max(worked, _enlarging_bytes(model, width, height, plan))
    return worked + _places_bytes(model, width, height, plan)


def _records_bands(model: Model, width: int, height: int, plan: Plan) -> bool:
    """Whether bands are small enough to be recorded; those of a large frame may be."""
    return width * min(plan.band_rows + 2 * model.halo_rows, height) <= MOST_PIXELS


def _places_bytes(model: Model, width: int, height: int, plan: Plan) -> int:
    """Inputs and outputs of recorded steps, which have places of their own."""
    pixels, places = width * height, 0
    if pixels <= MOST_PIXELS and isinstance(model, PropagatingModel):
        places = _step_places_bytes(model, pixels, plan)
    elif pixels <= MOST_PIXELS and isinstance(model, FrameModel):
        places = pixels * 3 * 4 + model.prepared_bytes(pixels)
    if _records_bands(model, width, height, plan):
        rows = min(plan.band_rows + 2 * model.halo_rows, height)
        # The first band, one in the middle and the last.
        kinds = min(3, math.ceil(height / plan.band_rows))
        numbers = 3 * 4 + 2 * model.channels * model.dtype.itemsize + model.scale**2 * 3 * 4
        places += kinds * rows * width * numbers
    return places


def _step_places_bytes(model: PropagatingModel, pixels: int, plan: Plan) -> int:
    """Places for the inputs and outputs of the recorded steps before the tail."""
    frame, flow, features = 3 * 4, 2 * 4, model.channels * model.dtype.itemsize
    # A frame that is cleaned again may be in a batch with any number of others, and the last batch
    # of a shot has any number of frames, with the frame before them or without.
    batches = sum(range(plan.batch_frames + 1))
    cleaned = batches * 2 * frame
    flows = (batches + plan.batch_frames) * frame + batches * 2 * flow
    # Each direction, with a neighbour and without.
    return pixels * (cleaned + flows + 2 * (2 * (frame + features) + features + flow))


def choose_plan(
    model: Model,
    width: int,
    height: int,
    device: torch.device,
    *,
    window_frames: int | None = None,
    lookahead_frames: int | None = None,
    sample_bytes: int = 1,
    uses_streams: bool = False,
    uses_graphs: bool = False,
) -> Plan:
    """The plan that is fastest of those that fit; the smallest one where none does.

    Args:
        model: in the precision that it computes in.
        width: of the frames.
        height: of the frames.
        device: where they are restored.
        window_frames: wanted, whatever fits.
        lookahead_frames: wanted instead of the model's own.
        sample_bytes: of each sample of a frame: 2 above 8 bits.
        uses_streams: a card may compute both directions of small frames at once.
        uses_graphs: the card records the steps.
    """
    lookahead = model.lookahead_frames if lookahead_frames is None else lookahead_frames
    size, is_card = (width, height), device.type != "cpu"
    plans = list(
        _plans(model, size, lookahead, window_frames, is_card=is_card, uses_streams=uses_streams)
    )
    free = free_bytes(device)
    if free is None:
        if not is_card:
            return plans[0]
        free = _UNKNOWN_CARD_BYTES
    room = _SHARES.get(device.type, _OTHER_SHARE) * free
    if is_card:
        room -= LIBRARY_BYTES

    host_room = _host_room()

    def fits(plan: Plan) -> bool:
        if parked_bytes(model, width, height, plan) > host_room:
            return False
        needed = needed_bytes(
            model, width, height, plan, sample_bytes=sample_bytes, uses_graphs=uses_graphs
        )
        return needed <= room

    return next(filter(fits, plans), plans[-1])


def smaller_plan(
    plan: Plan,
    *,
    model: Model,
    width: int,
    height: int,
    device: torch.device,
    sample_bytes: int = 1,
) -> Plan | None:
    """The fastest plan that takes clearly less memory than ``plan``; None below the smallest."""

    def needed(plan: Plan) -> int:
        return needed_bytes(model, width, height, plan, sample_bytes=sample_bytes)

    limit, host_room = _LESS * needed(plan), _host_room()
    size, is_card = (width, height), device.type != "cpu"
    plans = _plans(model, size, plan.lookahead_frames, None, is_card=is_card)

    def is_smaller(other: Plan) -> bool:
        parked = parked_bytes(model, width, height, other)
        return needed(other) < limit and parked <= host_room

    return next(filter(is_smaller, plans), None)


def _plans(
    model: Model,
    size: tuple[int, int],
    lookahead_frames: int,
    window_frames: int | None,
    *,
    is_card: bool,
    uses_streams: bool = False,
) -> Iterator[Plan]:
    """Plans from the fastest to the smallest."""
    if isinstance(model, FrameModel):
        return _frame_plans(model, size)
    if isinstance(model, OverlappingModel):
        rows = max(8, (_WIDE_BAND_PIXELS if is_card else _BAND_PIXELS) // size[0])
        return _overlapping_plans(model, rows, lookahead_frames, window_frames)
    return _propagating_plans(
        model, size, lookahead_frames, window_frames, is_card=is_card, uses_streams=uses_streams
    )


def _frame_plans(model: Model, size: tuple[int, int]) -> Iterator[Plan]:
    """The whole frame, then bands; below the height of the halo bands save little."""
    rows = size[1]
    while True:
        yield Plan(window_frames=1, lookahead_frames=0, band_rows=rows)
        if rows <= max(2, model.halo_rows // 2):
            return
        rows = -(-rows // 2)


def _overlapping_plans(
    model: OverlappingModel, rows: int, overlap: int, window_frames: int | None
) -> Iterator[Plan]:
    """Shorter and shorter windows, then less and less overlap."""
    multiple = model.window_multiple

    def whole(frames: int) -> int:
        return -(-frames // multiple) * multiple

    rows = -(-rows // model.row_multiple) * model.row_multiple
    overlap = min(whole(overlap), model.most_overlap_frames // multiple * multiple)
    windows = _OVERLAPPING_WINDOWS if window_frames is None else (window_frames,)
    lengths = dict.fromkeys(map(whole, windows))
    for window in lengths:
        yield Plan(window, overlap, rows)
    least = min(lengths)
    fewer_rows = min(rows, max(2, model.row_multiple))
    while overlap > multiple:
        overlap = whole(overlap // 2)
        yield Plan(least, overlap, fewer_rows)
    if window_frames is None:
        yield Plan(multiple, overlap, fewer_rows)


def _propagating_plans(
    model: Model,
    size: tuple[int, int],
    lookahead_frames: int,
    window_frames: int | None,
    *,
    is_card: bool,
    uses_streams: bool,
) -> Iterator[Plan]:
    windows = (*_WINDOWS, 2) if window_frames is None else (window_frames,)
    if not is_card:
        yield from _processor_plans(model, size[0], lookahead_frames, windows)
        return
    plans = _card_plans(model, size, lookahead_frames, windows)
    if uses_streams and math.prod(size) <= MOST_PIXELS:
        yield replace(plans[0], runs_both_at_once=True)
    yield from plans


def _processor_plans(
    model: Model, width: int, lookahead_frames: int, windows: tuple[int, ...]
) -> Iterator[Plan]:
    """Shorter and shorter windows, and at last narrow bands."""
    affordable = int(_BAND_NUMBERS / (width * model.enlarging_numbers()))
    rows = min(max(8, _BAND_PIXELS // width), max(_LEAST_BAND_ROWS, affordable))
    for window in windows[: len(_WINDOWS)]:
        yield Plan(window, lookahead_frames, rows)
    fewer_rows = max(2, min(rows, _LEAST_BAND_PIXELS // width))
    for window in windows[-2:]:
        yield Plan(window, lookahead_frames, fewer_rows)


def _card_plans(
    model: Model, size: tuple[int, int], lookahead_frames: int, windows: tuple[int, ...]
) -> list[Plan]:
    """All combinations, the fastest first, so that more memory never makes a render slower."""
    width, height = size
    batch = next(n for n in _BATCHES if n == 1 or n * width * height <= _BATCH_PIXELS)
    least_rows = max(2, _LEAST_BAND_PIXELS // width)
    rows = [max(least_rows, _WIDE_BAND_PIXELS // width)]
    while rows[-1] > least_rows:
        rows.append(max(least_rows, rows[-1] // 2))
    plans = [
        Plan(window, lookahead_frames, band_rows, parks_features=parks, batch_frames=frames)
        for window, band_rows, parks, frames in itertools.product(
            windows, rows, (False, True), sorted({batch, 1})
        )
        if window % frames == 0  # so that a render that is resumed has the same batches
    ]
    return sorted(plans, key=lambda plan: _extra_time(model, plan, height))


def _extra_time(model: Model, plan: Plan, height: int) -> float:
    """Time of a plan on a card beyond that of the network, relative to it."""
    repeated = _BRANCH_SHARE * plan.lookahead_frames / plan.window_frames
    halos = _TAIL_SHARE * 2 * model.halo_rows / min(plan.band_rows, height)
    parking = _PARKING_SHARE if plan.parks_features else 0.0
    return repeated + halos + parking + _LAUNCH_SHARE / plan.batch_frames
