"""How much memory a restoration takes, and the plan that fits into what is free."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import replace

import torch

from engine.devices.device import free_bytes
from engine.devices.replay import MOST_PIXELS
from engine.networks.realbasicvsr import SCALE, TAIL_HALO_ROWS, NetworkShape
from engine.restoring.streaming import DEFAULT_LOOKAHEAD_FRAMES, DEFAULT_WINDOW_FRAMES, Plan

_SHARES = {"cpu": 0.4, "cuda": 0.85}
"""Of what is free: decoding, encoding and other programs live beside the network."""
_OTHER_SHARE = 0.6
_BAND_PIXELS = 1 << 14
"""Low-resolution pixels of a band of the tail, at most."""
_WIDE_BAND_PIXELS = 1 << 17
"""The same for a card with room: it likes large pieces, and few halos."""
_BATCH_PIXELS = 1 << 19
"""Of the frames that a card with room cleans at once: launching the steps for one small frame takes
longer than computing them."""
_BATCHES = (8, 6, 4, 3, 2, 1)
"""Frames cleaned at once; a window of the default length is made of whole batches."""
_BAND_NUMBERS = 10 << 20
"""Numbers that a processor works on in a band; a card has more use for large ones."""
_LEAST_BAND_ROWS = 12
"""Fewer cost too much for their halos, where memory is not short."""
_LEAST_BAND_PIXELS = 1 << 12
_WINDOWS = (DEFAULT_WINDOW_FRAMES, 16, 12, 8, 6, 4)
_LESS = 0.9
_LIBRARY_BYTES = 64 << 20
"""What the libraries of a card take for themselves while they compute."""


def needed_bytes(
    shape: NetworkShape,
    width: int,
    height: int,
    plan: Plan,
    element_bytes: int,
    *,
    is_replayed: bool = False,
) -> int:
    """The peak of what is allocated on the device while frames are restored.

    A model, not a measurement; tests hold it against measured peaks.

    Args:
        shape: of the network.
        width: of the low-resolution frames.
        height: of the low-resolution frames.
        plan: how they are cut up.
        element_bytes: of a number in a feature: 4, or 2 in 16 bits.
        is_replayed: the card records the steps.
    """
    pixels = width * height
    features = pixels * shape.channels * element_bytes
    # Cleaned frame and the two flows of each, in 32-bit.
    frames = plan.window_frames + plan.lookahead_frames + plan.batch_frames
    held = frames * pixels * 4 * (3 + 2 + 2)
    # The picture that is painted and the one before it, in bytes.
    held += 2 * pixels * SCALE * SCALE * 3
    if not plan.parks_features:
        held += plan.window_frames * features
    lanes = 1
    if plan.runs_both_at_once:
        held += plan.window_frames * features
        lanes = 2
    work = max(
        lanes * _propagation_bytes(shape, pixels, element_bytes),
        _cleaning_bytes(shape, plan.batch_frames * pixels, element_bytes),
        _flow_bytes(shape, plan.batch_frames * pixels, element_bytes),
        2 * features + _tail_bytes(shape, width, height, plan.band_rows, element_bytes),
    )
    if is_replayed and pixels <= MOST_PIXELS:  # they keep the memory that they worked in
        work = 2 * work + _recorded_bytes(shape, width, height, plan, element_bytes)
    return _weight_bytes(shape, element_bytes) + held + work


def _propagation_bytes(shape: NetworkShape, pixels: int, element_bytes: int) -> int:
    """A step of a branch: the features of the neighbour, and three within a block.

    Before that the features are moved onto the frame and joined with it: three as well, and the
    grid in 32-bit.
    """
    return pixels * (4 * shape.channels * element_bytes + 40)


def _cleaning_bytes(shape: NetworkShape, pixels: int, element_bytes: int) -> int:
    return pixels * (3 * shape.cleaning_channels * element_bytes + 40)


def _flow_bytes(shape: NetworkShape, pixels: int, element_bytes: int) -> int:
    """The finest level: both pyramids, and the widest pair of neighbouring layers."""
    widths = (8, *shape.flow_widths)
    widest = max(a + b for a, b in itertools.pairwise(widths))
    finest = pixels / shape.flow_stride**2
    return int(pixels * 4 * 12 + finest * (widest * element_bytes + 4 * 16))


def _tail_bytes(
    shape: NetworkShape, width: int, height: int, band_rows: int, element_bytes: int
) -> int:
    """A band at four times the size: before and after a step, and the finished pixels."""
    rows = min(band_rows + 2 * TAIL_HALO_ROWS, height)
    return int(rows * width * _tail_numbers(shape) * element_bytes)


def _tail_numbers(shape: NetworkShape) -> float:
    """For each low-resolution pixel of a band."""
    c2, c4 = shape.tail_channels
    # At four times the size before and after a step; at twice the size; frame and residual.
    return SCALE * SCALE * (2 * c4 + c2 / 4 + 8)


def _recorded_bytes(
    shape: NetworkShape, width: int, height: int, plan: Plan, element_bytes: int
) -> int:
    """What recorded steps hold beside the work itself: a place for all that goes in and out."""
    pixels, features = width * height, shape.channels * element_bytes
    frame, flow = 3 * 4, 2 * 4
    # A frame that is cleaned again may have any number of others beside it.
    cleaned = sum(range(plan.batch_frames + 1)) * 2 * frame
    moved = (plan.batch_frames + 1) * frame + 2 * plan.batch_frames * flow
    # Each direction, with a neighbour and without.
    propagated = 2 * (2 * (frame + features) + features + flow)
    # Its first band, one in the middle and the last.
    kinds = min(3, math.ceil(height / plan.band_rows))
    share = min(1.0, (plan.band_rows + 2 * TAIL_HALO_ROWS) / height)
    enlarged = kinds * share * (frame + 2 * features + SCALE * SCALE * frame)
    return int(pixels * (cleaned + moved + propagated + enlarged))


def _weight_bytes(shape: NetworkShape, element_bytes: int) -> int:
    """Roughly: the large layers only."""
    c, (c2, c4) = shape.channels, shape.tail_channels
    blocks = shape.cleaning_blocks * shape.cleaning_channels**2
    blocks += 2 * shape.propagation_blocks * c * c
    numbers = 18 * blocks + 36 * c * c2 + 36 * c2 * c4 + 9 * c4 * c4
    widths = (8, *shape.flow_widths, 2)
    level = sum(a * b for a, b in itertools.pairwise(widths))
    numbers += shape.flow_levels * shape.flow_kernel**2 * level
    return numbers * element_bytes


def choose_plan(
    shape: NetworkShape,
    width: int,
    height: int,
    device: torch.device,
    element_bytes: int,
    *,
    window_frames: int | None = None,
    lookahead_frames: int | None = None,
    has_lanes: bool = False,
    is_replayed: bool = False,
) -> Plan:
    """The plan that is fastest of those that fit; the smallest one where none does.

    Args:
        shape: of the network.
        width: of the low-resolution frames.
        height: of the low-resolution frames.
        device: where they are restored.
        element_bytes: of a number in a feature.
        window_frames: wanted, whatever fits.
        lookahead_frames: wanted instead of the default.
        has_lanes: a card may compute both directions of small frames at once.
        is_replayed: the card records the steps.
    """
    lookahead = DEFAULT_LOOKAHEAD_FRAMES if lookahead_frames is None else lookahead_frames
    size, is_card = (width, height), device.type != "cpu"
    plans = list(
        _plans(shape, size, lookahead, window_frames, is_card=is_card, has_lanes=has_lanes)
    )
    free = free_bytes(device)
    if free is None:
        return plans[0]
    room = _SHARES.get(device.type, _OTHER_SHARE) * free
    if device.type != "cpu":
        room -= _LIBRARY_BYTES

    def fits(plan: Plan) -> bool:
        needed = needed_bytes(shape, width, height, plan, element_bytes, is_replayed=is_replayed)
        return needed <= room

    return next(filter(fits, plans), plans[-1])


def smaller_plan(
    plan: Plan,
    *,
    shape: NetworkShape,
    width: int,
    height: int,
    device: torch.device,
    element_bytes: int,
) -> Plan | None:
    """The fastest plan that takes clearly less memory than ``plan``; None below the smallest."""
    limit = _LESS * needed_bytes(shape, width, height, plan, element_bytes)
    size, is_card = (width, height), device.type != "cpu"
    plans = _plans(shape, size, plan.lookahead_frames, None, is_card=is_card)
    smaller = (p for p in plans if needed_bytes(shape, width, height, p, element_bytes) < limit)
    return next(smaller, None)


def _plans(
    shape: NetworkShape,
    size: tuple[int, int],
    lookahead_frames: int,
    window_frames: int | None,
    *,
    is_card: bool,
    has_lanes: bool = False,
) -> Iterator[Plan]:
    """Plans from the fastest to the smallest."""
    width, height = size
    windows = _WINDOWS if window_frames is None else (window_frames,)
    rows = max(8, _BAND_PIXELS // width)
    if not is_card:
        affordable = int(_BAND_NUMBERS / (width * _tail_numbers(shape)))
        rows = min(rows, max(_LEAST_BAND_ROWS, affordable))
    fewer_rows = max(2, min(rows, _LEAST_BAND_PIXELS // width))
    if is_card:
        wide = max(rows, _WIDE_BAND_PIXELS // width)
        batch = next(n for n in _BATCHES if n == 1 or n * width * height <= _BATCH_PIXELS)
        fastest = Plan(windows[0], lookahead_frames, wide, batch_frames=batch)
        if has_lanes and width * height <= MOST_PIXELS:
            yield replace(fastest, runs_both_at_once=True)
        yield fastest
    for window in windows:
        yield Plan(window, lookahead_frames, rows)
    # A window parked in the memory of the computer costs its way there and back, not its room.
    for window in windows if is_card else ():
        yield Plan(window, lookahead_frames, rows, parks_features=True)
    yield Plan(windows[-1], lookahead_frames, fewer_rows, parks_features=is_card)
    if window_frames is None:
        yield Plan(2, lookahead_frames, fewer_rows, parks_features=is_card)
