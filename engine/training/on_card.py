"""Training on a graphics card for minutes: no second of it waits for the processor.

Drawing scenes took two thirds of the processor's time for a clip, so they are drawn on the card.
Processes of the processor only damage them, since codecs run there. Clips stay on the card as bytes
and are used several times, turned another way each time.
"""

from __future__ import annotations

import queue
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.queues import Queue
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
import torch.multiprocessing
from torch import Tensor

from engine.networks.realbasicvsr import SCALE
from engine.training.clips import (
    DIRECTED_KINDS,
    Batch,
    Phase,
    damaged,
    random_turn,
)
from engine.training.lessons import there_and_back
from engine.training.losses import sharpen
from engine.training.scenes import Clip, random_clip, read_photo
from engine.training.train import Trainer, leave_stopping_to_the_trainer

PICTURES = ("lq", "truth")
FLOWS = ("flow_backward", "flow_forward")
_IDLE_SECONDS = 0.005
_ORPHAN_SECONDS = 2.0
"""So often a process looks whether it is still wanted."""
_DRAWN_AT_ONCE = 6
"""Scenes that are drawn between two steps, at most."""


class Facts(NamedTuple):
    """What a process says of the clip that it damaged."""

    sharpening: float
    is_judged: bool
    has_direction: bool


class Store:
    """Clips on the card, as bytes; the newest replace the oldest.

    Args:
        phase: length and size of the clips.
        capacity: clips that are kept, at most.
        device: where they are kept.
    """

    def __init__(self, phase: Phase, capacity: int, device: torch.device) -> None:
        shapes = clip_shapes(phase)
        self._tensors = {
            name: torch.empty(
                (capacity, *shape),
                dtype=torch.uint8 if name in PICTURES else torch.float16,
                device=device,
            )
            for name, shape in shapes.items()
        }
        self._facts: list[Facts] = []
        self._next = self.added = self.used = 0

    def __len__(self) -> int:
        return len(self._facts)

    def add(self, clip: Batch, facts: Facts) -> None:
        """Keep a clip: pictures in bytes, motion in 16 bits."""
        for name, kept in self._tensors.items():
            kept[self._next].copy_(clip[name], non_blocking=True)
        if self._next == len(self._facts):
            self._facts.append(facts)
        self._facts[self._next] = facts
        self._next = (self._next + 1) % len(self._tensors["lq"])
        self.added += 1

    def batch(self, rng: np.random.Generator, count: int, *, sharpening: float) -> Batch:
        """So many clips at random, all turned one way; see `Clips` for the names.

        Args:
            rng: they are drawn from.
            count: of clips; fewer where not so many may be turned that way.
            sharpening: of the targets, as a share of what each clip deserves.
        """
        has_direction = bool(rng.random() < 0.5)
        numbers = [n for n, f in enumerate(self._facts) if has_direction or not f.has_direction]
        turn = random_turn(rng, has_direction=has_direction)
        if not numbers:
            return self.batch(rng, count, sharpening=sharpening)
        chosen = rng.choice(numbers, min(count, len(numbers)), replace=False)
        self.used += len(chosen)
        device = self._tensors["lq"].device
        index = torch.from_numpy(chosen).to(device)
        taken = {name: kept[index] for name, kept in self._tensors.items()}
        batch = turn.apply(
            {name: taken[name].float() / 255 for name in PICTURES},
            {name: taken[name].float() for name in FLOWS},
        )
        facts = [self._facts[number] for number in chosen]
        amounts = torch.tensor([sharpening * fact.sharpening for fact in facts], device=device)
        target = sharpen(batch["truth"].flatten(0, 1), _per_frame(amounts, batch["truth"]))
        is_judged = torch.tensor([fact.is_judged for fact in facts], device=device)
        return batch | {"target": target.view_as(batch["truth"]), "is_judged": is_judged}


def _per_frame(amounts: Tensor, clips: Tensor) -> Tensor:
    return amounts.repeat_interleave(clips.shape[1]).view(-1, 1, 1, 1)


def clip_shapes(phase: Phase) -> dict[str, tuple[int, ...]]:
    """The shape of each tensor of a clip, by name."""
    side, frames = phase.side, phase.frames
    motion = (frames - 1, 2, side, side)
    return {
        "lq": (frames, 3, side, side),
        "truth": (frames, 3, SCALE * side, SCALE * side),
        "flow_backward": motion,
        "flow_forward": motion,
    }


@dataclass
class _Drawn:
    """A scene whose pictures are on their way to the processes."""

    slot: int
    clip: Batch
    copied: torch.cuda.Event | None

    @property
    def is_there(self) -> bool:
        """Whether they have arrived."""
        return self.copied is None or bool(self.copied.query())  # type: ignore[no-untyped-call]


class Supply:
    """Draws scenes on the card, and has them damaged by processes of the processor.

    Args:
        photos: what the scenes are cut from; they are kept on the card.
        phase: length and size of the clips.
        device: that draws.
        seed: of the clips.
        workers: processes.
    """

    def __init__(
        self, photos: list[Path], phase: Phase, device: torch.device, *, seed: int, workers: int
    ) -> None:
        self._photos, self._phase, self._device = photos, phase, device
        self._on_card = {path: torch.from_numpy(read_photo(path)).to(device) for path in photos}
        self._rng = np.random.default_rng((seed, workers))
        slots, shapes = 3 * workers, clip_shapes(phase)
        is_card = device.type == "cuda"
        self._staged = torch.empty((slots, *shapes["truth"]), dtype=torch.uint8, pin_memory=is_card)
        self._truth = torch.empty((slots, *shapes["truth"]), dtype=torch.uint8)
        self._lq = torch.empty((slots, *shapes["lq"]), dtype=torch.uint8)
        for shared in (self._truth, self._lq):
            shared.share_memory_()  # type: ignore[no-untyped-call]
        self._free = deque(range(slots))
        self._copying: deque[_Drawn] = deque()
        self._waiting: dict[int, Batch] = {}
        context = torch.multiprocessing.get_context("spawn")
        self._todo: Queue[int] = context.Queue()
        self._done: Queue[tuple[int, Facts]] = context.Queue()
        self._workers = [
            context.Process(
                target=_damage_clips,
                args=(self._todo, self._done, self._truth, self._lq, (seed, number)),
                daemon=True,
            )
            for number in range(workers)
        ]
        for worker in self._workers:
            worker.start()

    def close(self) -> None:
        """End the processes."""
        for worker in self._workers:
            worker.terminate()
        for worker in self._workers:
            worker.join()

    def draw(self) -> None:
        """Draw scenes for the processes that will be idle, a few at most; nothing is waited for."""
        for _ in range(min(len(self._free), _DRAWN_AT_ONCE)):
            slot = self._free.popleft()
            clip = self._scene()
            self._staged[slot].copy_(clip["truth"], non_blocking=True)
            copied = None
            if self._device.type == "cuda":
                copied = torch.cuda.current_stream(self._device).record_event()
            self._copying.append(_Drawn(slot, clip, copied))
        while self._copying and self._copying[0].is_there:
            drawn = self._copying.popleft()
            self._truth[drawn.slot].copy_(self._staged[drawn.slot])
            self._waiting[drawn.slot] = drawn.clip
            self._todo.put(drawn.slot)

    @torch.no_grad()
    def _scene(self) -> Batch:
        frames, side = self._phase.frames, SCALE * self._phase.side
        clip = random_clip(
            self._rng, self._photos, frames=frames, side=side, read=self._on_card.__getitem__
        )
        return {
            "truth": (clip.frames * 255).round().byte(),
            "flow_backward": clip.flow_backward.half(),
            "flow_forward": clip.flow_forward.half(),
        }

    def damaged(self) -> Iterator[tuple[Batch, Facts]]:
        """Yield the clips that are ready by now."""
        while True:
            try:
                slot, facts = self._done.get_nowait()
            except queue.Empty:
                return
            clip = self._waiting.pop(slot)
            yield clip | {"lq": self._lq[slot].clone()}, facts
            self._free.append(slot)


def _damage_clips(
    todo: Queue[int],
    done: Queue[tuple[int, Facts]],
    truth: Tensor,
    lq: Tensor,
    seed: tuple[int, int],
) -> None:
    """The work of a process, until the one that started it is gone."""
    torch.set_num_threads(1)
    leave_stopping_to_the_trainer(seed[1])
    rng, unused = np.random.default_rng(seed), torch.empty(0)
    while (parent := parent_process()) is not None and parent.is_alive():
        try:
            slot = todo.get(timeout=_ORPHAN_SECONDS)
        except queue.Empty:
            continue
        clip = damaged(rng, Clip(truth[slot].float() / 255, unused, unused))
        lq[slot] = (clip.lq * 255).round().byte()
        facts = Facts(clip.sharpening, clip.is_judged, clip.kind in DIRECTED_KINDS)
        done.put((slot, facts))


class Progress(NamedTuple):
    """How far a training on a card is."""

    seconds: float
    steps: int
    clips: int
    """Drawn and damaged."""
    used: int
    """Clips that steps learnt from; each clip counts as often as it was used."""
    figures: dict[str, float]

    def __str__(self) -> str:
        losses = "  ".join(f"{name} {value:.4f}" for name, value in self.figures.items())
        return (
            f"{self.seconds:5.0f} s  {self.steps} steps ({self.steps / self.seconds:.1f}/s),"
            f" {self.clips} clips ({self.clips / self.seconds:.1f}/s), each used"
            f" {self.used / max(1, self.clips):.1f} times  {losses}"
        )


def train_until(
    trainer: Trainer,
    phase: Phase,
    deadline: float,
    *,
    workers: int,
    on_minute: Callable[[Progress], None],
    capacity: int = 2048,
    least: int = 64,
    clock: Callable[[], float] = time.monotonic,
) -> Progress:
    """Train to the last second.

    Args:
        trainer: ready on its device; its settings say for how long its learning rate falls.
        phase: length, size and number of clips; halfway through they run there and back.
        deadline: by the clock.
        workers: processes that damage clips.
        on_minute: called every minute and at the end.
        capacity: clips that are kept on the card.
        least: clips before the first step.
        clock: in seconds.
    """
    settings, device = trainer.settings, torch.device(trainer.settings.device)
    store, rng = Store(phase, capacity, device), np.random.default_rng(settings.seed)
    supply = Supply(trainer.photos, phase, device, seed=settings.seed, workers=workers)
    begin = last_told = clock()
    figures: dict[str, float] = {}

    def progress() -> Progress:
        seconds = max(clock() - begin, 1e-6)
        return Progress(seconds, trainer.step, store.added, store.used, figures)

    try:
        while clock() < deadline:
            supply.draw()
            for clip, facts in supply.damaged():
                store.add(clip, facts)
            if len(store) < least:
                time.sleep(_IDLE_SECONDS)
                continue
            batch = store.batch(rng, phase.clips, sharpening=settings.sharpening)
            if trainer.done > 0.5:
                batch |= _there_and_back(batch)
            figures = trainer.train_step(batch)
            trainer.seconds = clock() - begin
            if clock() - last_told >= 60:
                last_told = clock()
                on_minute(progress())
    finally:
        supply.close()
    done = progress()
    on_minute(done)
    return done


def _there_and_back(batch: Batch) -> Batch:
    """Half of the clips, each there and then backwards: as much to compute as before."""
    half = {name: x[: -(-len(x) // 2)] for name, x in batch.items()}
    clips = [
        there_and_back({name: half[name][i] for name in (*PICTURES, *FLOWS)})
        for i in range(len(half["lq"]))
    ]
    mirrored = {name: torch.stack([clip[name] for clip in clips]) for name in clips[0]}
    return half | mirrored | {"target": torch.cat((half["target"], half["target"].flip(1)), dim=1)}
