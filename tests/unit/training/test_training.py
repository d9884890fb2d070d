"""The material the bundled model learns from is what it claims to be, and a run can be resumed."""

from __future__ import annotations

import multiprocessing
import os
import signal
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch.nn import functional as F  # noqa: N812
from torch.utils.data import default_collate

pytest.importorskip("PIL", reason="pictures are read with Pillow")
from PIL import Image

from engine.networks.realbasicvsr import Restored
from engine.networks.spynet import flow_warp
from engine.training import __main__ as command
from engine.training import clips, curves, scenes, train
from engine.training.adversary import (
    Adversary,
    AdversaryWeights,
    Discriminator,
    FeatureDiscriminator,
    VggFeatures,
    _without_tone,
)
from engine.training.degradations import Kind
from engine.training.losses import (
    LossWeights,
    box_mean,
    charbonnier,
    gradient_loss,
    gradients,
    lattice_loss,
    loss_parts,
    luma,
    pattern_loss,
    screen_loss,
    sharpen,
    similarity_loss,
    soften,
    structure_loss,
    temporal_loss,
    texture_loss,
    weighted_sum,
    without_finest,
)
from engine.training.scenes import random_clip
from engine.training.squeezenet import SqueezeNetFeatures
from tests.unit.tiny import TINY


@pytest.fixture(scope="module")
def photos(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("photos")
    rng = np.random.default_rng(0)
    for name in ("a", "b", "c", "val-a", "val-b"):
        coarse = rng.integers(0, 255, (12, 16, 3), np.uint8)
        Image.fromarray(coarse).resize((640, 480), Image.Resampling.BICUBIC).save(
            folder / f"{name}.png"
        )
    return folder


def clip_of(photos: Path, seed: int, frames: int = 4, side: int = 128):
    pictures = clips.training_photos(photos)
    return random_clip(np.random.default_rng(seed), pictures, frames=frames, side=side)


def sharp_frames(frames: int = 4, side: int = 64) -> torch.Tensor:
    return torch.rand(frames, 3, side, side, generator=torch.Generator().manual_seed(1))


def test_some_scenes_are_out_of_focus(tmp_path):
    rng = np.random.default_rng(3)
    for name in "ab":
        noise = rng.integers(0, 255, (400, 400, 3), np.uint8)
        Image.fromarray(noise).save(tmp_path / f"{name}.png")

    def detail(seed: int) -> float:
        return float(sum(x.abs().mean() for x in gradients(clip_of(tmp_path, seed).frames)))

    found = sorted(detail(seed) for seed in range(40))
    middle = found[20]
    assert 2 <= sum(x < 0.3 * middle for x in found) <= 15


def test_validation_pictures_are_never_trained_on(photos):
    assert [p.name for p in clips.training_photos(photos)] == ["a.png", "b.png", "c.png"]


def test_too_few_pictures_are_refused(tmp_path):
    with pytest.raises(FileNotFoundError):
        clips.training_photos(tmp_path)


@pytest.mark.parametrize("seed", range(6))
def test_the_true_flow_takes_one_frame_to_the_next(photos, seed):
    clip = clip_of(photos, seed)
    small = F.interpolate(clip.frames, scale_factor=0.25, mode="area")
    inner = (..., slice(8, -8), slice(8, -8))
    for flow, source, target in (
        (clip.flow_backward, small[1:], small[:-1]),
        (clip.flow_forward, small[:-1], small[1:]),
    ):
        error = (flow_warp(source, flow) - target)[inner].abs().median()
        unaligned = (source - target)[inner].abs().median()
        assert error < 0.003 + 0.1 * unaligned
    assert clip.frames.shape == (4, 3, 128, 128)
    assert clip.flow_backward.shape == (3, 2, 32, 32)


def test_some_clips_move_and_some_stand_still(photos):
    motion = [float(clip_of(photos, seed).flow_backward.abs().median()) for seed in range(40)]
    assert min(motion) < 0.2
    assert max(motion) > 2.0


def test_writing_covers_some_of_a_picture_and_has_soft_edges():
    gray = torch.full((3, 200, 200), 0.5)
    written = [scenes._draw_writing(np.random.default_rng(seed), gray) for seed in range(6)]
    for image in written:
        assert image.shape == gray.shape
        assert 0.005 < float((image - gray).abs().amax(0).gt(0.02).float().mean()) < 0.7
    levels = torch.stack(written)[:, 0].mul(255).round().unique()
    assert len(levels) > 30


def test_losses_vanish_only_for_the_truth():
    frames = sharp_frames(3, 32)
    assert charbonnier(frames, frames) == pytest.approx(1e-3)
    assert gradient_loss(frames, frames + 0.2) == pytest.approx(1e-3, rel=0.01)
    assert gradient_loss(frames, frames.flip(-1)) > 0.1


def test_sharpening_lifts_edges_and_keeps_flat_areas():
    edge = torch.full((1, 1, 3, 32, 32), 0.3)
    assert torch.allclose(sharpen(edge, 1.0), edge, atol=1e-5)
    edge[..., 16:] = 0.7
    lifted = sharpen(edge, 1.0)
    assert float(lifted[..., 16].mean()) > 0.73
    assert float(lifted[..., 15].mean()) < 0.27


@pytest.mark.parametrize("side", [3, 17])
def test_the_mean_of_a_square_is_that_of_what_lies_in_the_picture(side):
    frames = torch.rand(2, 3, 20, 30).contiguous(memory_format=torch.channels_last)
    expected = F.avg_pool2d(frames, side, 1, side // 2, count_include_pad=False)
    torch.testing.assert_close(box_mean(frames, side), expected)


def test_a_screen_of_every_other_pixel_is_not_seen():
    checks = (torch.arange(16) + torch.arange(16)[:, None]) % 2 * 0.1
    assert without_finest(checks.expand(1, 3, 16, 16)).std() < 1e-6
    slope = torch.arange(16.0).expand(1, 3, 16, 16)
    assert torch.equal(without_finest(slope), slope[..., 1:-1, 1:-1])


def test_softening_flattens_texture_and_keeps_edges():
    texture = torch.full((1, 3, 48, 48), 0.3) + 0.01 * torch.randn(1, 3, 48, 48)
    edge = texture.clone()
    edge[..., 24:] += 0.4
    soft = soften(edge, radius=4)
    assert float(soft[..., 4:20].std()) < 0.4 * float(texture.std())
    step = soft[..., 26].mean() - soft[..., 21].mean()
    assert float(step) == pytest.approx(0.4, abs=0.03)


def test_a_second_cleaning_is_asked_for_softness():
    truth = sharp_frames(2, 64).view(1, 2, 3, 64, 64) * 0.05 + 0.4
    flows = torch.zeros(2, 1, 1, 2, 16, 16)
    small = F.interpolate(truth.flatten(0, 1), scale_factor=0.25, mode="area")
    soft = soften(truth.flatten(0, 1), 8).view_as(truth)
    soft_small = soften(small, 2)
    cleaned = small.view(1, 2, 3, 16, 16), soft_small.view(1, 2, 3, 16, 16)
    twice = loss_parts(Restored(soft, cleaned, flows), truth, flows)
    assert twice["output"] == pytest.approx(1e-3)
    assert twice["cleaning"] == pytest.approx(1e-3)
    once = loss_parts(Restored(soft, cleaned[:1], flows), truth, flows)
    assert once["output"] > 3e-3


def test_every_part_of_the_loss_counts():
    truth = sharp_frames(6, 32).view(2, 3, 3, 32, 32)
    flows = torch.zeros(2, 2, 2, 2, 8, 8)
    small = F.interpolate(truth.flatten(0, 1), scale_factor=0.25, mode="area")
    perfect = Restored(truth, (small.view(2, 3, 3, 8, 8),), flows)
    best = loss_parts(perfect, truth, flows)
    assert best.keys() == vars(LossWeights()).keys() - {"teacher", "features"}
    assert weighted_sum(best, LossWeights()) < 5e-3
    worse = {
        "output": perfect._replace(output=perfect.output + 0.1),
        "temporal": perfect._replace(output=perfect.output.flip(1)),
        "cleaning": perfect._replace(cleaned=(perfect.cleaned[0] + 0.1,)),
        "flow": perfect._replace(flows=flows + torch.tensor([1.0, 0.0]).view(2, 1, 1, 1, 1, 1)),
        "gradient": perfect._replace(output=perfect.output.flip(-1)),
        "structure": perfect._replace(output=perfect.output.flip(-1)),
        "similarity": perfect._replace(output=perfect.output * 0 + 0.5),
        "texture": perfect._replace(output=perfect.output * 0.9),
        "screen": perfect._replace(output=perfect.output.flip(-1)),
        "pattern": perfect._replace(output=perfect.output + 0.1 * (torch.arange(32) % 4 == 1)),
    }
    for name, restored in worse.items():
        assert loss_parts(restored, truth, flows)[name] > 10 * best[name], name


def test_detail_is_missed_only_where_it_was_lost():
    truth = sharp_frames(4, 32).view(2, 2, 3, 32, 32)
    flows = torch.zeros(2, 2, 1, 2, 8, 8)
    small = F.interpolate(truth.flatten(0, 1), scale_factor=0.25, mode="area")
    second_is_soft = torch.stack((truth[0], truth[1] * 0.5))
    restored = Restored(second_is_soft, (small.view(2, 2, 3, 8, 8),), flows)

    def parts(*lost: bool) -> dict[str, torch.Tensor]:
        return loss_parts(restored, truth, flows, torch.tensor(lost))

    assert parts(True, False)["texture"] < 1e-3 < parts(False, True)["texture"]
    assert parts(False, False)["texture"] == 0
    assert parts(True, False)["output"] == parts(False, True)["output"] > 1e-2


def test_what_may_not_be_invented_pulls_harder(settings):
    trainer = train.Trainer(replace(settings, faithful=3.0, second_pass_share=0.0))
    pulls = []
    for is_judged in (True, False):
        trainer.network.zero_grad()
        clip = next(iter(clips.Clips(trainer.photos, train.CURRICULUM[0], seed=(1,))))
        batch = {name: value[None] for name, value in clip.items()}
        batch["is_judged"] = torch.tensor([is_judged])
        trainer.settings = replace(trainer.settings, loss=_ONLY_OUTPUT)
        state = {k: v.clone() for k, v in trainer.network.state_dict().items()}
        figures = trainer.train_step(batch)
        trainer.network.load_state_dict(state)
        pulls.append((figures["output"], figures["norm"]))
    (same, once), (same_again, thrice) = pulls
    assert same == same_again
    assert thrice == pytest.approx(3 * once, rel=0.05)


_ONLY_OUTPUT = LossWeights(**dict.fromkeys(vars(LossWeights()), 0.0) | {"output": 1.0})


def test_weights_of_losses_are_obeyed():
    parts = {"output": torch.tensor(2.0), "flow": torch.tensor(3.0)}
    assert float(weighted_sum(parts, LossWeights(output=0.5, flow=0.1))) == pytest.approx(1.3)


def test_blur_costs_more_structure_than_a_shift_of_brightness():
    sharp = luma(sharp_frames(2, 64))
    soft = F.avg_pool2d(sharp, 3, 1, 1)
    for loss in (structure_loss, similarity_loss):
        assert float(loss(sharp, sharp)) == pytest.approx(0, abs=1e-4)
        assert loss(soft, sharp) > 5 * loss(sharp * 0.98, sharp)


def test_texture_is_asked_for_in_strength_and_not_in_course():
    torch.manual_seed(0)
    truth, other = 0.5 + 0.05 * torch.randn(2, 4, 1, 128, 128)
    assert texture_loss(truth, truth) == 0
    another_course = texture_loss(other, truth)
    for factor in (0.5, 2.0):  # too weak is as wrong as too strong
        assert texture_loss(0.5 + factor * (truth - 0.5), truth) > 4 * another_course


def test_beads_at_the_distance_of_source_pixels_cost():
    torch.manual_seed(0)
    noise = 0.5 + 0.05 * torch.randn(4, 1, 128, 128)
    even = lattice_loss(noise)
    for axis in (-1, -2):
        beads = torch.where(torch.arange(128) % 4 == 1, 1.0, 0.0)
        beads = beads if axis == -1 else beads[:, None]
        assert lattice_loss(noise + 0.05 * beads) > 3 * even
    other_distance = torch.where(torch.arange(128) % 5 == 1, 1.0, 0.0)
    assert lattice_loss(noise + 0.05 * other_distance) < 1.5 * even
    assert lattice_loss(torch.full((1, 1, 16, 16), 0.5)) == 0


def test_a_faint_chequer_costs_where_other_errors_do_not():
    truth = sharp_frames(2, 64)
    smooth = F.interpolate(truth[..., ::8, ::8], scale_factor=8, mode="bilinear")
    chequer = (torch.arange(64) + torch.arange(64)[:, None]) % 2 * 2.0 - 1
    assert screen_loss(smooth + 0.1, smooth) == pytest.approx(1e-3, rel=0.01)
    assert screen_loss(smooth + 0.01 * chequer, smooth) > 30e-3
    stripes = torch.arange(64) % 4 // 2 * 0.1
    assert screen_loss(smooth + stripes, smooth) == pytest.approx(1e-3, rel=0.01)


def test_a_faint_screen_at_the_distance_of_source_pixels_costs_among_other_errors():
    torch.manual_seed(0)
    truth = 0.3 * torch.rand(14, 1, 96, 96)
    wrong = truth + 0.01 * torch.randn_like(truth)
    rows, columns = torch.meshgrid(torch.arange(96), torch.arange(96), indexing="ij")
    floor = float(pattern_loss(wrong, truth))
    for screen in (rows + columns, columns + rows * 4 / 7, rows, 2 * columns):
        drawn = 0.03 * torch.cos(torch.pi / 2 * screen)
        assert pattern_loss(wrong + drawn, truth) > 4 * floor
        assert pattern_loss(truth + drawn, truth + drawn) < 2 * floor
    assert pattern_loss(wrong + 0.03 * torch.cos(torch.pi / 2.7 * columns), truth) < 2 * floor
    assert pattern_loss(wrong + 0.1 * columns / 96, truth) < 1.5 * floor


def test_only_flicker_costs_temporally():
    still = sharp_frames(1, 32).expand(4, -1, -1, -1)[None]
    assert temporal_loss(still + 0.1, still) == pytest.approx(3e-3, rel=0.01)
    flicker = still + 0.1 * torch.tensor([0.0, 1, 0, 1])[:, None, None, None]
    assert temporal_loss(flicker, still) == pytest.approx(0.3, rel=0.01)
    moving = torch.rand(1, 4, 3, 32, 32, generator=torch.Generator().manual_seed(0))
    restless = moving + 0.1 * torch.tensor([0.0, 1, 0, 1])[:, None, None, None]
    assert temporal_loss(restless, moving) == pytest.approx(0.1, rel=0.05)


def target_sharpness(photos, monkeypatch, kind):
    """Of a clip hardly damaged, and of the worst."""
    sharpness = []
    monkeypatch.setattr(clips, "random_kind", lambda _rng: kind)
    for strength in (0.0, 1.0):
        monkeypatch.setattr(clips, "random_strength", lambda _rng, worst=strength: worst)
        stream = clips.Clips(clips.training_photos(photos), train.CURRICULUM[0], seed=(3,))
        sharpness.append(gradients(next(iter(stream))["target"])[0].abs().mean())
    return sharpness


def test_the_worse_a_clip_is_the_sharper_is_its_target(photos, monkeypatch):
    mild, harsh = target_sharpness(photos, monkeypatch, Kind.TAPE)
    assert harsh > 1.02 * mild


@pytest.mark.parametrize("kind", [Kind.MILD, Kind.CAMERA])
def test_what_is_sharp_already_is_not_sharpened(photos, monkeypatch, kind):
    mild, harsh = target_sharpness(photos, monkeypatch, kind)
    assert harsh == mild


def test_a_mirrored_clip_has_the_true_flow(photos):
    clip = clips.mirrored(clip_of(photos, 3, frames=4))
    assert torch.equal(clip.frames, clip.frames.flip(0))
    small = F.interpolate(clip.frames, scale_factor=0.25, mode="area")
    inner = (..., slice(8, -8), slice(8, -8))
    for flow, source, target in (
        (clip.flow_backward, small[1:], small[:-1]),
        (clip.flow_forward, small[:-1], small[1:]),
    ):
        assert len(flow) == 7
        errors = (flow_warp(source, flow) - target)[inner].abs().flatten(1).median(dim=1).values
        assert float(errors.max()) < 0.004


def adversary(**weights: float) -> Adversary:
    torch.manual_seed(0)
    judge = Discriminator(mid_channels=4)
    return Adversary(
        AdversaryWeights(**weights), discriminator=judge, learning_rate=2e-3, device="cpu"
    )


def test_the_discriminator_learns_to_tell_blur_from_sharpness():
    judge = adversary(adversarial=1.0)
    first = None
    for seed in range(40):
        real = torch.rand(4, 3, 32, 32, generator=torch.Generator().manual_seed(seed))
        last = judge.learn(F.avg_pool2d(real, 3, 1, 1), real)
        first = last if first is None else first
    assert last < 0.6 * first
    real = sharp_frames(4, 32)
    judge.steps = judge._WARM_UP_STEPS
    blurred = judge.losses(F.avg_pool2d(real, 3, 1, 1), real)["adversarial"]
    assert judge.losses(real, real)["adversarial"] < blurred


def test_a_judge_of_features_learns_by_its_heads_alone():
    torch.manual_seed(0)
    network = SqueezeNetFeatures()
    before = {name: value.clone() for name, value in network.state_dict().items()}
    judge = Adversary(
        AdversaryWeights(adversarial=1.0),
        discriminator=FeatureDiscriminator(network, 4),
        learning_rate=2e-3,
        device="cpu",
    )
    real = sharp_frames(4, 48)
    blurred = F.avg_pool2d(real, 3, 1, 1)
    losses = [judge.learn(blurred, real) for _ in range(60)]
    assert losses[-1] < 0.85 * losses[0]
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())
    assert all(name.startswith("heads") for name in judge.state()["discriminator"])
    made = blurred.requires_grad_(True)
    (gradient,) = torch.autograd.grad(judge.losses(made, real)["adversarial"], made)
    assert float(gradient.abs().amax()) > 0
    assert judge.losses(real, real)["adversarial"] < judge.losses(blurred, real)["adversarial"]


def test_the_features_of_equal_pictures_are_equal():
    judge = adversary(features=1.0)
    made, real = sharp_frames(1, 32), sharp_frames(1, 32).flip(-1)
    # Spectral normalisation moves a little with every look, so not exactly 0.
    assert 10 * judge.losses(real, real)["features"] < judge.losses(made, real)["features"]


def test_an_adversary_pulls_as_hard_as_its_share_says():
    judge = adversary(adversarial=0.5)
    output = sharp_frames(2, 32)[None].requires_grad_(True)
    pull = torch.tensor(3.0)
    parts = judge.losses(output[0], sharp_frames(2, 32).flip(-1))
    (direction,) = torch.autograd.grad(parts["adversarial"], output, retain_graph=True)
    judge._loss = 0.1
    assert judge.push(parts, output, pull).grad_fn is None  # it knows nothing yet
    judge.steps = judge._WARM_UP_STEPS
    (gradient,) = torch.autograd.grad(judge.push(parts, output, pull), output)
    assert float(gradient.norm()) == pytest.approx(1.5, rel=1e-4)
    texture = _without_tone(direction)
    assert torch.allclose(gradient / gradient.norm(), texture / texture.norm(), atol=1e-6)
    assert all(p.grad is None for p in judge.discriminator.parameters())


def test_an_adversary_that_guesses_does_not_pull():
    judge = adversary(adversarial=1.0)
    judge.steps = judge._WARM_UP_STEPS
    frames = sharp_frames(2, 32)[None].requires_grad_(True)
    parts = judge.losses(frames[0], sharp_frames(2, 32).flip(-1))
    assert judge.skill == 0
    assert judge.push(parts, frames, torch.tensor(3.0)).grad_fn is None
    made, real = torch.zeros(4, 3, 32, 32), torch.ones(4, 3, 32, 32)
    steps = iter(range(400))
    while judge.skill <= 0.9 and next(steps, None) is not None:
        judge.learn(made, real)
    assert judge.skill > 0.9
    while judge.skill >= 0.1 and next(steps, None) is not None:
        judge.learn(real, real)
    assert judge.skill < 0.1


def test_an_adversary_has_no_say_in_light_and_colour():
    tint = torch.tensor([0.3, -0.1, 0.2]).view(1, 1, 3, 1, 1).expand(1, 2, 3, 48, 48)
    assert float(_without_tone(tint).abs().max()) < 1e-6
    checks = (torch.arange(48) % 2 * 2.0 - 1).expand(1, 2, 3, 48, 48)
    assert torch.allclose(_without_tone(tint + checks), checks, atol=0.15)


def test_vgg_is_used_where_its_weights_are_given(tmp_path):
    with pytest.raises(ValueError, match="VGG19"):
        adversary(vgg=1.0)
    shapes, channels = {}, 3
    for number, width in {0: 64, 2: 64, 5: 128, 7: 128, 10: 256, 12: 256, 14: 256, 16: 256}.items():
        shapes[number], channels = (width, channels), width
    for number in (19, 21, 23, 25, 28, 30, 32, 34):
        shapes[number], channels = (512, channels), 512
    state = {"classifier.0.weight": torch.zeros(1)}
    for number, (o, i) in shapes.items():
        state[f"features.{number}.weight"] = 0.1 * torch.randn(o, i, 3, 3)
        state[f"features.{number}.bias"] = torch.zeros(o)
    torch.save(state, tmp_path / "vgg19.pth")
    vgg = VggFeatures(tmp_path / "vgg19.pth")
    frames = sharp_frames(1, 32)
    assert [f.shape[1] for f in vgg(frames)] == [64, 128, 256, 512, 512]
    assert float(vgg.loss(frames, frames)) == 0
    assert vgg.loss(frames, frames.flip(-1)) > 0


@pytest.fixture
def settings(photos, tmp_path, monkeypatch) -> train.Settings:
    tiny_phase = clips.Phase(until=1.01, clips=1, frames=2, side=16)
    monkeypatch.setattr(train, "CURRICULUM", (tiny_phase,))
    monkeypatch.setattr(train, "FINE_TUNING", (replace(tiny_phase, frames=4, is_mirrored=True),))
    return train.Settings(
        photos=photos, folder=tmp_path / "run", minutes=0.02, workers=0, shape=TINY
    )


def test_a_run_goes_on_where_it_stopped(settings):
    first = train.Trainer(settings)
    first.run()
    assert first.step > 0
    longer = train.Trainer(replace(settings, minutes=first.seconds / 30))
    assert longer.step == first.step
    assert longer.done == pytest.approx(0.5)
    weights = longer.network.state_dict()
    assert all(torch.equal(weights[k], v) for k, v in first.network.state_dict().items())
    longer.run()
    assert longer.step > first.step


def test_a_run_that_goes_on_draws_on(settings):
    """It would else begin with the same cleaning passes and frames as the run before."""
    first = train.Trainer(replace(settings, steps=1))
    first.run()
    wanted = torch.rand(8)
    fresh = train.Trainer(replace(settings, folder=settings.folder.with_name("fresh")))
    assert not torch.equal(torch.rand(8), wanted)
    resumed = train.Trainer(replace(settings, steps=2))
    assert torch.equal(torch.rand(8), wanted)
    phase = train.CURRICULUM[0]
    drawn = [next(iter(trainer._clips(phase)))["lq"] for trainer in (fresh, resumed)]
    assert not torch.equal(*drawn)


def test_cleaning_and_flow_stay_as_they_are_where_only_detail_is_trained(settings):
    trainer = train.Trainer(replace(settings, steps=2, part=train.Part.DETAIL))
    before = {k: v.clone() for k, v in trainer.network.state_dict().items()}
    trainer.run()
    changed = {k for k, v in trainer.network.state_dict().items() if not torch.equal(v, before[k])}
    assert changed
    assert not [k for k in changed if k.startswith(("image_cleaning", "basicvsr.spynet"))]
    assert {k.split(".")[1] for k in changed} >= {"fusion", "upsample1", "forward_resblocks"}


def test_only_fusion_and_enlargement_are_trained_of_a_tail(settings, lessons, monkeypatch):
    phase = clips.Phase(until=1.01, clips=2, frames=3, side=16)
    monkeypatch.setattr(train, "TAUGHT_TAIL", (phase,))
    asked = LossWeights(teacher=1.0)
    trainer = train.Trainer(
        replace(settings, part=train.Part.TAIL, lessons=lessons, loss=asked, steps=3)
    )
    before = {k: v.clone() for k, v in trainer.network.state_dict().items()}
    trainer.run()
    changed = {k for k, v in trainer.network.state_dict().items() if not torch.equal(v, before[k])}
    assert {k.split(".")[1] for k in changed} == {
        "fusion", "upsample1", "upsample2", "conv_hr", "conv_last"
    }  # fmt: skip
    with pytest.raises(ValueError, match="lessons"):
        train.Trainer(replace(settings, part=train.Part.TAIL))


def test_the_end_at_twice_the_size_learns_from_the_other(settings, lessons, monkeypatch):
    phase = clips.Phase(until=1.01, clips=2, frames=3, side=16)
    monkeypatch.setattr(train, "TAUGHT_TAIL", (phase,))
    only = LossWeights(output=0, gradient=0, structure=0, similarity=0, temporal=0, teacher=1.0)
    trainer = train.Trainer(
        replace(
            settings,
            part=train.Part.HALF,
            lessons=lessons,
            loss=only,
            steps=150,
            learning_rate=1e-2,
            shape=replace(TINY, half_channels=4),
        )
    )
    before = {k: v.clone() for k, v in trainer.network.state_dict().items()}
    batch = default_collate(list(islice(trainer._clips(phase), 2)))
    first = trainer.train_step(batch)["teacher"]
    trainer.run()
    assert trainer.train_step(batch)["teacher"] < 0.7 * first
    changed = {k for k, v in trainer.network.state_dict().items() if not torch.equal(v, before[k])}
    assert {k.split(".")[1] for k in changed} == {"half_hr", "half_last"}


def test_a_discriminator_judges_what_a_tail_alone_makes(settings, lessons, monkeypatch):
    phase = clips.Phase(until=1.01, clips=2, frames=3, side=16)
    monkeypatch.setattr(train, "TAUGHT_TAIL", (phase,))
    trainer = train.Trainer(
        replace(
            settings,
            part=train.Part.TAIL,
            lessons=lessons,
            steps=2,
            adversary=AdversaryWeights(adversarial=1.0, features=1.0),
            discriminator_channels=4,
        )
    )
    figures = trainer.train_step(default_collate(list(islice(trainer._clips(phase), 2))))
    assert figures["judging"] > 0
    assert trainer.adversary.steps == 1


@pytest.fixture
def lessons(settings, monkeypatch) -> Path:
    """Two clips, of which one is taught a white picture."""
    monkeypatch.setattr(train, "TAUGHT", (clips.Phase(until=1.01, clips=2, frames=3, side=16),))
    folder = settings.folder.with_name("lessons")
    folder.mkdir()
    for number, is_judged in enumerate((False, True)):
        truth = (sharp_frames(3, 64) * 255).byte()
        flow = torch.zeros(2, 2, 16, 16, dtype=torch.float16)
        lesson = {
            "lq": truth[..., ::4, ::4].contiguous(),
            "truth": truth,
            "taught": truth[:2] // 2 if is_judged else truth[:2].clone(),
            "taught_frames": torch.tensor([0, 1]),
            "flow_backward": flow,
            "flow_forward": flow.clone(),
            "sharpening": torch.tensor(0.5 if is_judged else 0.0),
            "is_judged": torch.tensor(is_judged),
            "has_direction": torch.tensor(False),
        }
        save_file(lesson, folder / f"{number}.safetensors")
    return folder


def taught_step(trainer) -> tuple[dict[str, float], torch.Tensor]:
    """The figures of a step with both clips, and which of them is judged."""
    batch = default_collate(list(islice(trainer._clips(train.TAUGHT[0]), 2)))
    return trainer.train_step(batch), batch["is_judged"]


def test_a_run_learns_from_lessons(settings, lessons):
    asked = LossWeights(teacher=1.0)
    settings = replace(settings, lessons=lessons, loss=asked, steps=2, second_pass_share=0.0)
    trainer = train.Trainer(settings)
    trainer.run()
    assert trainer.step == 2
    figures, is_judged = taught_step(trainer)
    assert sorted(is_judged.tolist()) == [False, True]
    assert figures["teacher"] > 0
    again = train.Trainer(replace(settings, second_pass_share=1.0))
    figures, _ = taught_step(again)
    assert figures["teacher"] == 0  # what is cleaned again is to be soft


def test_only_judged_clips_follow_the_teacher(settings, lessons):
    asked = LossWeights(**dict.fromkeys(vars(LossWeights()), 0.0) | {"teacher": 1.0})
    trainer = train.Trainer(replace(settings, lessons=lessons, loss=asked))
    output = torch.rand(2, 3, 3, 64, 64, requires_grad=True)
    batch = {"taught": torch.rand(2, 2, 3, 64, 64), "taught_frames": torch.tensor([[0, 2]] * 2)}
    parts = trainer._invented_parts(output, batch, torch.tensor([False, True]))
    (gradient,) = torch.autograd.grad(parts["teacher"], output)
    assert gradient.abs().amax(dim=(2, 3, 4)).gt(0).tolist() == [
        [False, False, False],
        [True, False, True],
    ]


def test_features_are_compared_of_judged_clips(settings, monkeypatch):
    monkeypatch.setattr(train.SqueezeNetFeatures, "read", lambda _file: SqueezeNetFeatures())
    asked = LossWeights(features=0.1)
    settings = replace(settings, features=Path("squeezenet"), loss=asked, judged_frames=2)
    trainer = train.Trainer(settings)
    output = torch.rand(2, 3, 3, 64, 64, requires_grad=True)
    batch = {"truth": torch.rand(2, 3, 3, 64, 64)}
    parts = trainer._invented_parts(output, batch, torch.tensor([True, False]))
    (gradient,) = torch.autograd.grad(parts["features"], output)
    pulled = gradient.abs().amax(dim=(2, 3, 4)).gt(0)
    assert pulled.sum(dim=1).tolist() == [2, 0]
    none = trainer._invented_parts(output, batch, torch.tensor([False, False]))
    assert float(none["features"]) == 0


def test_a_run_is_judged_by_features_where_that_is_asked(settings, lessons, monkeypatch):
    monkeypatch.setattr(train.SqueezeNetFeatures, "read", lambda _file: SqueezeNetFeatures())
    asked = AdversaryWeights(adversarial=1.0)
    settings = replace(settings, lessons=lessons, adversary=asked, judges_features=True)
    with pytest.raises(ValueError, match="SqueezeNet"):
        train.Trainer(settings)
    trainer = train.Trainer(replace(settings, features=Path("squeezenet")))
    figures, is_judged = taught_step(trainer)
    assert is_judged.any()
    assert figures["judging"] > 0
    assert {name.split(".")[0] for name in trainer.adversary.discriminator.state_dict()} == {
        "heads"
    }


def test_losses_say_which_file_they_need(settings):
    with pytest.raises(ValueError, match="lessons"):
        train.Trainer(replace(settings, loss=LossWeights(teacher=1.0)))
    with pytest.raises(ValueError, match="SqueezeNet"):
        train.Trainer(replace(settings, loss=LossWeights(features=1.0)))


def test_parts_without_weight_are_not_computed(settings):
    truth = sharp_frames(6, 32).view(2, 3, 3, 32, 32)
    flows = torch.zeros(2, 2, 2, 2, 8, 8)
    small = F.interpolate(truth.flatten(0, 1), scale_factor=0.25, mode="area")
    restored = Restored(truth, (small.view(2, 3, 3, 8, 8),), flows)
    weights = LossWeights(screen=0.0, texture=0.0, lattice=0.0, flow=0.0)
    parts = loss_parts(restored, truth, flows, left_out=weights.left_out)
    assert parts.keys() == {
        "output", "gradient", "structure", "similarity", "temporal", "cleaning"
    }  # fmt: skip


def test_targets_are_sharpened_as_much_as_asked(photos, monkeypatch):
    monkeypatch.setattr(clips, "random_kind", lambda _rng: Kind.TAPE)
    sharpness = []
    for share in (0.0, 1.0):
        stream = clips.Clips(clips.training_photos(photos), train.CURRICULUM[0], (3,), share)
        sharpness.append(gradients(next(iter(stream))["target"])[0].abs().mean())
    assert sharpness[1] > 1.02 * sharpness[0]


def test_a_run_is_scored_on_the_validation_clips(settings, tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr(train, "validate", lambda network, folder: seen.append(folder) or [])
    monkeypatch.setattr(train, "format_table", lambda _: "the table")
    train.Trainer(replace(settings, steps=1)).run()
    assert seen == []
    train.Trainer(replace(settings, steps=2, validation=tmp_path)).run()
    assert seen == [tmp_path]
    assert "the table" in (settings.folder / "validation.txt").read_text()


def test_a_stopped_run_is_saved(settings):
    trainer = train.Trainer(settings)
    trainer.stop()
    trainer.run()
    assert (settings.folder / "state.pt").exists()
    assert train.Trainer(settings).step == trainer.step


def test_a_signal_to_the_workers_does_not_end_a_run(settings, monkeypatch):
    """Ctrl-C and ``kill`` of a group reach them as well; only the trainer may answer."""
    trainer = train.Trainer(replace(settings, workers=1, steps=6))
    step = trainer.train_step

    def interrupted(batch):
        (worker,) = multiprocessing.active_children()
        os.kill(worker.pid, signal.SIGTERM)
        return step(batch)

    monkeypatch.setattr(trainer, "train_step", interrupted)
    trainer.run()
    assert trainer.step == 6


@pytest.fixture
def worn_tapes(monkeypatch):
    """What a discriminator is asked about."""
    monkeypatch.setattr(clips, "random_kind", lambda rng: Kind.TAPE)
    monkeypatch.setattr(clips, "random_strength", lambda rng: 0.6)


@pytest.mark.usefixtures("worn_tapes")
def test_the_second_stage_goes_on_where_it_stopped(settings):
    asked = AdversaryWeights(adversarial=0.1, features=0.1)
    settings = replace(
        settings, steps=2, adversary=asked, discriminator_channels=4, second_pass_share=0.0
    )
    first = train.Trainer(settings)
    first.run()
    assert first.step == first.adversary.steps == 2
    second = train.Trainer(replace(settings, steps=3))
    theirs = first.adversary.discriminator.state_dict()
    for name, value in second.adversary.discriminator.state_dict().items():
        assert torch.equal(value, theirs[name])
    second.run()
    assert second.step == second.adversary.steps == 3


@pytest.mark.parametrize(
    ("kind", "strength", "is_judged"),
    [
        (Kind.CAMERA, 0.6, False),
        (Kind.MILD, 0.6, False),
        (Kind.TAPE, 0.2, False),
        (Kind.TAPE, 0.6, True),
    ],
)
def test_nothing_is_invented_where_the_detail_is_there(
    settings, monkeypatch, kind, strength, is_judged
):
    monkeypatch.setattr(clips, "random_kind", lambda rng: kind)
    monkeypatch.setattr(clips, "random_strength", lambda rng: strength)
    asked = AdversaryWeights(adversarial=0.1)
    settings = replace(settings, steps=2, adversary=asked, discriminator_channels=4)
    trainer = train.Trainer(replace(settings, second_pass_share=0.0))
    trainer.run()
    assert (trainer.step, trainer.adversary.steps) == (2, 2 if is_judged else 0)


def test_only_judged_clips_are_pulled_at(settings):
    asked = AdversaryWeights(adversarial=1.0)
    trainer = train.Trainer(replace(settings, adversary=asked, discriminator_channels=4))
    trainer.adversary.steps, trainer.adversary._loss = trainer.adversary._WARM_UP_STEPS, 0.1
    pulls = []
    trainer._update = lambda parts, weights, push: pulls.append(push) or {}
    output = torch.rand(3, 2, 3, 32, 32, requires_grad=True)
    truth = torch.rand(3, 2, 3, 32, 32)
    parts = {"output": charbonnier(output, truth)}
    chosen = torch.tensor([True, False, True])
    trainer._update_against(trainer.adversary, parts, output, truth, chosen)
    (gradient,) = torch.autograd.grad(pulls[0], output)
    assert [bool(clip.abs().max() > 0) for clip in gradient] == [True, False, True]


@pytest.mark.usefixtures("worn_tapes")
def test_what_is_cleaned_twice_is_not_judged(settings):
    asked = AdversaryWeights(adversarial=0.1)
    settings = replace(settings, steps=2, adversary=asked, discriminator_channels=4)
    trainer = train.Trainer(replace(settings, second_pass_share=1.0))
    trainer.run()
    assert (trainer.step, trainer.adversary.steps) == (2, 0)
    figures = {"adversarial", "features", "judging", "skill"}
    assert trainer.adversary.no_figures.keys() == figures


@pytest.mark.usefixtures("worn_tapes")
def test_the_second_stage_can_follow_the_first_in_its_folder(settings):
    train.Trainer(replace(settings, steps=1)).run()
    asked = AdversaryWeights(adversarial=0.1)
    second = train.Trainer(replace(settings, steps=2, adversary=asked, discriminator_channels=4))
    second.run()
    assert (second.step, second.adversary.steps) == (2, 1)


def test_curves_are_drawn(tmp_path):
    log = tmp_path / "log.csv"
    rows = ["step,minutes,output,gradient"]
    rows += [f"{9 * m},{m},{1 / (m + 1)},{'nan' if m % 2 else 0.5}" for m in range(5)]
    log.write_text("\n".join(rows))
    curves.draw(log, tmp_path / "curves.png")
    with Image.open(tmp_path / "curves.png") as picture:
        dark = np.array(picture.convert("L")) < 50
    assert dark[:240].any()
    assert dark.shape[0] == 2 * 240


def test_a_run_can_start_from_shipped_weights(settings, tmp_path):
    first = train.Trainer(settings)
    first.save()
    shipped = settings.folder / "weights.safetensors"
    second = train.Trainer(replace(settings, folder=tmp_path / "two", weights=shipped))
    weights = second.network.state_dict()
    assert all(torch.equal(weights[k], v) for k, v in first.average.state.items())
    second.run()
    assert second.step > 0


def test_one_bad_clip_does_not_end_a_run(settings):
    trainer = train.Trainer(settings)
    before = {k: v.clone() for k, v in trainer.network.state_dict().items()}
    side = 16
    flow = torch.zeros(1, 1, 2, side, side)
    batch = {
        "lq": torch.full((1, 2, 3, side, side), float("nan")),
        "target": torch.zeros(1, 2, 3, 4 * side, 4 * side),
        "flow_backward": flow,
        "flow_forward": flow,
        "is_judged": torch.ones(1, dtype=torch.bool),
    }
    trainer.train_step(batch)
    assert all(torch.equal(before[k], v) for k, v in trainer.network.state_dict().items())


def test_the_command_names_what_it_needs(capsys):
    with pytest.raises(SystemExit):
        command.main(["train"])
    assert "--photos" in capsys.readouterr().err
