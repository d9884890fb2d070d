"""Clips that stay on a card: used several times, turned, with their true motion."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
import torch
from PIL import Image

from engine.networks.spynet import flow_warp
from engine.training import on_card
from engine.training.clips import Phase
from engine.training.on_card import Facts, Progress, Store, train_until
from engine.training.scenes import random_clip

CPU = torch.device("cpu")
PHASE = Phase(until=1.01, clips=2, frames=4, side=12)


def clip(seed: int, photos) -> dict[str, torch.Tensor]:
    drawn = random_clip(np.random.default_rng(seed), photos, frames=4, side=48)
    small = torch.nn.functional.interpolate(drawn.frames, scale_factor=0.25, mode="area")
    return {
        "lq": (small * 255).round().byte(),
        "truth": (drawn.frames * 255).round().byte(),
        "flow_backward": drawn.flow_backward.half(),
        "flow_forward": drawn.flow_forward.half(),
    }


@pytest.fixture
def photos(tmp_path):
    rng, paths = np.random.default_rng(0), []
    for number in range(2):
        coarse = Image.fromarray(rng.integers(0, 256, (20, 20, 3), np.uint8))
        path = tmp_path / f"{number}.png"
        coarse.resize((160, 160), Image.Resampling.BICUBIC).save(path)
        paths.append(path)
    return paths


def test_turned_clips_have_their_true_motion(photos):
    store, rng = Store(PHASE, 4, CPU), np.random.default_rng(0)
    for seed in range(4):
        store.add(clip(seed, photos), Facts(0.0, is_judged=True, has_direction=False))
    errors = []
    for _ in range(12):
        batch = store.batch(rng, 2, sharpening=1.0)
        assert set(batch) >= {"lq", "truth", "target", "is_judged", "flow_backward"}
        for i in range(3):
            moved = flow_warp(batch["lq"][:, i + 1], batch["flow_backward"][:, i], "border")
            inner = (moved - batch["lq"][:, i])[..., 3:-3, 3:-3].abs()
            errors.append(float(inner.median()))
    assert max(errors) < 0.05
    assert store.used == 24


def test_what_has_a_direction_is_not_turned(photos):
    store, rng = Store(PHASE, 1, CPU), np.random.default_rng(1)
    kept = clip(0, photos)
    store.add(kept, Facts(0.0, is_judged=False, has_direction=True))
    rows = kept["lq"].float().div(255).mean(-1)
    for _ in range(8):
        found = store.batch(rng, 1, sharpening=0.0)["lq"][0].mean(-1)
        backwards = found.flip(0)
        assert torch.allclose(found, rows, atol=1e-5) or torch.allclose(backwards, rows, atol=1e-5)


def test_the_newest_replace_the_oldest(photos):
    store = Store(PHASE, 2, CPU)
    for number in range(3):
        one = clip(0, photos) | {"lq": torch.full((4, 3, 12, 12), number, dtype=torch.uint8)}
        store.add(one, Facts(float(number), is_judged=True, has_direction=False))
    assert (len(store), store.added) == (2, 3)
    batch = store.batch(np.random.default_rng(0), 2, sharpening=0.0)
    assert sorted((batch["lq"].amax((1, 2, 3, 4)) * 255).tolist()) == [1, 2]


def test_it_trains_to_the_last_second_and_tells_every_minute(monkeypatch, photos):
    now, steps, told = [0.0], [], []

    class Ready:
        """Two clips for each step, without processes."""

        def __init__(self, *_, **__):
            self.is_closed = False

        def draw(self):
            now[0] += 1

        def damaged(self):
            for seed in range(2):
                yield clip(seed, photos), Facts(0.5, is_judged=True, has_direction=False)

        def close(self):
            told.append("closed")

    def train_step(batch):
        steps.append(batch["lq"].shape)
        trainer.step += 1
        return {"output": 0.1}

    monkeypatch.setattr(on_card, "Supply", Ready)
    settings = SimpleNamespace(device="cpu", seed=3, sharpening=1.0)
    trainer = SimpleNamespace(
        settings=settings, photos=photos, step=0, done=0.0, seconds=0.0, train_step=train_step
    )
    done = train_until(
        trainer, PHASE, 130.0, workers=1, on_minute=told.append, least=4, clock=lambda: now[0]
    )
    assert now[0] == 130.0
    assert len(steps) == trainer.step == 129
    assert steps[0] == (2, 4, 3, 12, 12)
    assert [entry for entry in told if isinstance(entry, Progress)][-1] == done
    assert len(told) == 4  # two minutes, the end, and what was closed
    assert "each used 1.0 times" in str(done)
    trainer.done, now[0] = 0.6, 0.0
    train_until(
        trainer, PHASE, 4.0, workers=1, on_minute=told.append, least=4, clock=lambda: now[0]
    )
    assert steps[-1] == (1, 8, 3, 12, 12)  # there and back
