"""What a training is fed: damaged clips with their truth and motion, drawn without end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import IterableDataset

from engine.networks.realbasicvsr import SCALE
from engine.training.degradations import Kind, degrade, random_kind, random_strength
from engine.training.losses import sharpen
from engine.training.scenes import Clip, random_clip

Batch = dict[str, Tensor]

_SHARPENING = (0.5, 1.0)
"""Amount of `sharpen` for undamaged clips, and what the worst get more."""

_FAITHFUL_KINDS = {Kind.MILD, Kind.CAMERA}
"""Nothing is sharpened in what is nearly good, or was sharpened already by a camera."""

_JUDGED_STRENGTH = 0.25
"""Weaker damage leaves the detail in place, as the faithful kinds do: nothing is to be invented.

So such clips are kept from the discriminator, the teacher and the losses of features and texture,
and only count as pixels."""


@dataclass(frozen=True)
class Phase:
    """A stretch of the training, up to ``until`` (a fraction of its time)."""

    until: float
    clips: int
    frames: int
    side: int
    """Of the low-resolution frames, in pixels."""
    is_mirrored: bool = False
    """Every clip runs there and back (arXiv:2111.12704, Eqn. 6): twice the length for the price."""


@dataclass(frozen=True)
class DamagedClip:
    """A clip as the network gets it, and how it was."""

    lq: Tensor
    """``(t, 3, h, w)`` in whole levels of 8 bits."""
    truth: Clip
    kind: Kind
    sharpening: float
    """Amount of `sharpen` that its target deserves; 0 for none."""
    is_judged: bool
    """Whether detail was lost that may be invented."""


DIRECTED_KINDS = {Kind.TAPE, Kind.DISC, Kind.FILM}
"""Their lines, fields and scratches are not turned."""


class Turn(NamedTuple):
    """One of the ways in which a clip is shown once more: still a clip, with its true motion."""

    is_mirrored: bool
    is_upside_down: bool
    is_transposed: bool
    is_backwards: bool

    def apply(self, pictures: Batch, flows: Batch) -> Batch:
        """Turn clips.

        Args:
            pictures: ``(..., t, 3, h, w)`` by name.
            flows: ``flow_backward`` and ``flow_forward`` ``(..., t - 1, 2, h, w)``.
        """
        if self.is_mirrored:
            pictures = {name: x.flip(-1) for name, x in pictures.items()}
            flows = {name: x.flip(-1) * _signs(x, -1, 1) for name, x in flows.items()}
        if self.is_upside_down:
            pictures = {name: x.flip(-2) for name, x in pictures.items()}
            flows = {name: x.flip(-2) * _signs(x, 1, -1) for name, x in flows.items()}
        if self.is_transposed:
            pictures = {name: x.mT for name, x in pictures.items()}
            flows = {name: x.mT.flip(-3) for name, x in flows.items()}
        if self.is_backwards:
            pictures = {name: x.flip(-4) for name, x in pictures.items()}
            backward, forward = flows["flow_backward"], flows["flow_forward"]
            flows = {"flow_backward": forward.flip(-4), "flow_forward": backward.flip(-4)}
        return {name: x.contiguous() for name, x in (pictures | flows).items()}


def random_turn(rng: np.random.Generator, *, has_direction: bool) -> Turn:
    """A turn at random; with a direction rows stay rows, and the first one the first."""
    is_mirrored = rng.random() < 0.5
    is_upside_down = not has_direction and rng.random() < 0.5
    is_transposed = not has_direction and rng.random() < 0.5
    return Turn(is_mirrored, is_upside_down, is_transposed, rng.random() < 0.5)


def _signs(like: Tensor, x: int, y: int) -> Tensor:
    return torch.tensor([x, y], device=like.device).view(2, 1, 1)


def training_photos(folder: Path) -> list[Path]:
    """All pictures of a folder but those named ``val-*``, which are for validation.

    Raises:
        FileNotFoundError: fewer than two pictures.
    """
    photos = sorted(
        p
        for p in folder.iterdir()
        if p.suffix.lower() in {".webp", ".png", ".jpg", ".jpeg"} and not p.name.startswith("val-")
    )
    if len(photos) < 2:
        raise FileNotFoundError(f"{folder} holds fewer than two pictures to train on")
    return photos


def draw_damaged(rng: np.random.Generator, photos: list[Path], phase: Phase) -> DamagedClip:
    """A scene cut from photographs, damaged one way or another."""
    side, frames = SCALE * phase.side, phase.frames
    if phase.is_mirrored:
        clip = mirrored(random_clip(rng, photos, frames=frames // 2, side=side))
    else:
        clip = random_clip(rng, photos, frames=frames, side=side)
    return damaged(rng, clip)


def damaged(rng: np.random.Generator, clip: Clip) -> DamagedClip:
    """A sharp clip, damaged one way or another."""
    kind, strength = random_kind(rng), random_strength(rng)
    is_faithful = kind in _FAITHFUL_KINDS
    return DamagedClip(
        lq=degrade(rng, clip.frames, kind, strength=strength),
        truth=clip,
        kind=kind,
        sharpening=0.0 if is_faithful else _SHARPENING[0] + strength * _SHARPENING[1],
        is_judged=not is_faithful and strength >= _JUDGED_STRENGTH,
    )


class Clips(IterableDataset[Batch]):
    """An endless stream of damaged clips with their targets and motion."""

    def __init__(
        self, photos: list[Path], phase: Phase, seed: tuple[int, ...], sharpening: float = 1.0
    ) -> None:
        super().__init__()
        self.photos, self.phase, self.seed = photos, phase, seed
        self.sharpening = sharpening

    def __iter__(self) -> Iterator[Batch]:
        """One clip after the other; every worker draws its own."""
        torch.set_num_threads(1)
        rng = np.random.default_rng((*self.seed, worker_number()))
        while True:
            clip = draw_damaged(rng, self.photos, self.phase)
            yield {
                "lq": clip.lq,
                "truth": clip.truth.frames,
                "target": sharpened(clip.truth.frames, self.sharpening * clip.sharpening),
                "is_judged": torch.tensor(clip.is_judged),
                "flow_backward": clip.truth.flow_backward,
                "flow_forward": clip.truth.flow_forward,
            }


def worker_number() -> int:
    """Of the process that prepares clips, counted from 0."""
    info = torch.utils.data.get_worker_info()
    return info.id if info else 0


def sharpened(frames: Tensor, amount: float) -> Tensor:
    """`sharpen`, or the frames as they are where there is nothing to do."""
    return sharpen(frames, amount) if amount else frames


def mirrored(clip: Clip) -> Clip:
    """The clip, then the same backwards: twice as many frames, and still the true flow."""
    still = torch.zeros_like(clip.flow_backward[:1])
    return Clip(
        frames=torch.cat((clip.frames, clip.frames.flip(0))),
        flow_backward=torch.cat((clip.flow_backward, still, clip.flow_forward.flip(0))),
        flow_forward=torch.cat((clip.flow_forward, still, clip.flow_backward.flip(0))),
    )
