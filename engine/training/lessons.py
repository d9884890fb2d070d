"""Clips with what a teacher makes of them: drawn once, kept on disk, used many times.

A teacher costs many times what the network does, but always answers the same. Each lesson is a
file of its own; so they can be added while a training reads the folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import IterableDataset

from engine.networks.realbasicvsr import RealBasicVSR
from engine.training.clips import (
    DIRECTED_KINDS,
    Batch,
    DamagedClip,
    Phase,
    draw_damaged,
    random_turn,
    sharpened,
    worker_number,
)
from engine.training.losses import box_mean
from engine.training.teacher import Teacher

TAUGHT_FRAMES = 2
"""Of each clip; more of the same scene teach less than another scene."""
LESSON = Phase(until=1.01, clips=1, frames=7, side=40)
"""Length and size of the clips."""

_TONE_SIDE = 9
_STRENGTH_SIDE = 17
_LEAST_STRENGTH = 0.5 / 255


def write_lessons(
    folder: Path,
    photos: list[Path],
    network: RealBasicVSR,
    teacher: Teacher,
    *,
    numbers: Sequence[int],
    seed: int,
) -> Iterator[Path]:
    """Draw clips, ask the teacher, and write a file for each; those that exist are left alone.

    The teacher sees frames that the network has cleaned: from the damaged ones it would make
    pictures of their noise. Clips of which nothing is to be invented are kept without it.

    Args:
        folder: is made where it is missing.
        photos: what the scenes are cut from.
        network: does the cleaning.
        teacher: on the processor.
        numbers: of the files; a number and a seed always give the same clip.
        seed: of the clips.
    """
    from safetensors.torch import save_file  # noqa: PLC0415 - a card's machine may lack it

    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        path = folder / f"{seed:03}-{number:05}.safetensors"
        if path.exists():
            continue
        rng = np.random.default_rng((seed, number))
        clip = draw_damaged(rng, photos, LESSON)
        part = path.with_suffix(".part")
        save_file(_lesson(rng, clip, network, teacher), part)
        part.replace(path)
        yield path


@torch.inference_mode()
def _lesson(
    rng: np.random.Generator, clip: DamagedClip, network: RealBasicVSR, teacher: Teacher
) -> dict[str, Tensor]:
    """The tensors of a file: pictures in bytes, motion in 16 bits."""
    chosen = torch.from_numpy(np.sort(rng.choice(len(clip.lq), TAUGHT_FRAMES, replace=False)))
    taught = clip.truth.frames[chosen]
    if clip.is_judged:
        frames = clip.lq[chosen]
        cleaned = (frames + network.cleaning_residual(frames)).clamp(0, 1)
        taught = teacher(cleaned.contiguous(memory_format=torch.channels_last))
    return {
        "lq": _bytes(clip.lq),
        "truth": _bytes(clip.truth.frames),
        "taught": _bytes(taught),
        "taught_frames": chosen,
        "flow_backward": clip.truth.flow_backward.half(),
        "flow_forward": clip.truth.flow_forward.half(),
        "sharpening": torch.tensor(clip.sharpening),
        "is_judged": torch.tensor(clip.is_judged),
        "has_direction": torch.tensor(clip.kind in DIRECTED_KINDS),
    }


def _bytes(frames: Tensor) -> Tensor:
    return (frames.clamp(0, 1) * 255).round().byte().contiguous()


class Lessons(IterableDataset[Batch]):
    """An endless stream of the clips of a folder, in random order, flipped and turned at random."""

    def __init__(
        self, folder: Path, phase: Phase, seed: tuple[int, ...], sharpening: float = 1.0
    ) -> None:
        """Choose the folder.

        Args:
            folder: of `write_lessons`.
            phase: whether clips run there and back; their size is that of the files.
            seed: of the order.
            sharpening: of the targets, as a share of what each clip deserves.
        """
        super().__init__()
        self.folder, self.phase, self.seed = folder, phase, seed
        self.sharpening = sharpening

    def __iter__(self) -> Iterator[Batch]:
        """All clips of the folder, then those that it holds by then, and so on.

        Raises:
            FileNotFoundError: there are none.
        """
        torch.set_num_threads(1)
        rng = np.random.default_rng((*self.seed, worker_number()))
        while True:
            paths = sorted(self.folder.glob("*.safetensors"))
            if not paths:
                raise FileNotFoundError(f"{self.folder} holds no lessons")
            for index in rng.permutation(len(paths)):
                yield self._read(rng, paths[index])

    def _read(self, rng: np.random.Generator, path: Path) -> Batch:
        from safetensors.torch import load_file  # noqa: PLC0415 - see `write_lessons`

        stored = load_file(path)
        lesson = turned(rng, stored, has_direction=bool(stored["has_direction"]))
        if self.phase.is_mirrored:
            lesson = there_and_back(lesson)
        truth, amount = lesson["truth"], self.sharpening * float(stored["sharpening"])
        return {
            "lq": lesson["lq"],
            "truth": truth,
            "target": sharpened(truth, amount),
            "taught": taught_target(lesson["taught"], truth[lesson["taught_frames"]]),
            "taught_frames": lesson["taught_frames"],
            "is_judged": stored["is_judged"],
            "flow_backward": lesson["flow_backward"],
            "flow_forward": lesson["flow_forward"],
        }


def turned(
    rng: np.random.Generator, lesson: dict[str, Tensor], *, has_direction: bool
) -> dict[str, Tensor]:
    """The pictures in [0, 1] and the flow in 32-bit, flipped, transposed, played backwards.

    Args:
        rng: what happens is drawn from.
        lesson: the tensors of a file.
        has_direction: rows stay rows, and the first one the first.
    """
    pictures = {name: lesson[name].float() / 255 for name in ("lq", "truth", "taught")}
    flows = {name: lesson[name].float() for name in ("flow_backward", "flow_forward")}
    frames = lesson["taught_frames"]
    turn = random_turn(rng, has_direction=has_direction)
    if turn.is_backwards:
        frames = (len(pictures["lq"]) - 1 - frames).flip(0)
    return turn.apply(pictures, flows) | {"taught_frames": frames}


def there_and_back(lesson: dict[str, Tensor]) -> dict[str, Tensor]:
    """The clip, then the same backwards; it is taught on the way there."""
    backward, forward = lesson["flow_backward"], lesson["flow_forward"]
    still = torch.zeros_like(backward[:1])
    return lesson | {
        "lq": torch.cat((lesson["lq"], lesson["lq"].flip(0))),
        "truth": torch.cat((lesson["truth"], lesson["truth"].flip(0))),
        "flow_backward": torch.cat((backward, still, forward.flip(0))),
        "flow_forward": torch.cat((forward, still, backward.flip(0))),
    }


def taught_target(taught: Tensor, truth: Tensor) -> Tensor:
    """The teacher's detail on the truth's light, colour and large shapes.

    Nowhere is the detail stronger than the truth's: skin and sky stay as flat as they are.

    Args:
        taught: ``(k, 3, h, w)`` in [0, 1], what the teacher made.
        truth: the same frames.
    """
    tone, detail = _tone(truth), taught - _tone(taught)
    wanted, found = _strength(truth - tone), _strength(detail)
    return (tone + detail * (wanted / found).clamp(max=1.0)).clamp(0, 1)


def _tone(frames: Tensor) -> Tensor:
    return box_mean(box_mean(frames, _TONE_SIDE), _TONE_SIDE)


def _strength(detail: Tensor) -> Tensor:
    """``(k, 1, h, w)`` of ``(k, 3, h, w)``: its local root mean square."""
    energy = box_mean(detail.square().mean(1, keepdim=True), _STRENGTH_SIDE)
    return (energy + _LEAST_STRENGTH**2).sqrt()
