"""What a teacher makes of clips is kept truly, and what the network is to learn of it is sober."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file
from torch.nn import functional as F  # noqa: N812

pytest.importorskip("PIL", reason="pictures are read with Pillow")
from PIL import Image

from engine.jobs.errors import WeightsError, WeightsProblem
from engine.networks.realbasicvsr import RealBasicVSR, flow_warp
from engine.training import clips, lessons
from engine.training.clips import Phase
from engine.training.degradations import Kind
from engine.training.teacher import Teacher
from tests.shared import SHARED
from tests.unit.tiny import TINY


class Doubling(torch.nn.Module):
    """A teacher whose answer is known, and how often it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[torch.Tensor] = []

    def forward(self, frames: torch.Tensor) -> torch.Tensor:
        self.asked.append(frames)
        return F.interpolate(frames, scale_factor=4)


@pytest.fixture(scope="module")
def photos(tmp_path_factory) -> list[Path]:
    folder = tmp_path_factory.mktemp("photos")
    rng = np.random.default_rng(0)
    for name in ("a", "b", "c"):
        coarse = rng.integers(0, 255, (12, 16, 3), np.uint8)
        picture = Image.fromarray(coarse).resize((640, 480), Image.Resampling.BICUBIC)
        picture.save(folder / f"{name}.png")
    return clips.training_photos(folder)


@pytest.fixture
def network(monkeypatch) -> RealBasicVSR:
    monkeypatch.setattr(lessons, "LESSON", Phase(until=1.01, clips=1, frames=4, side=24))
    torch.manual_seed(0)
    return RealBasicVSR(TINY).eval().requires_grad_(False)


def written(folder, photos, network, teacher, numbers) -> list[Path]:
    return list(lessons.write_lessons(folder, photos, network, teacher, numbers=numbers, seed=5))


@pytest.fixture
def worn(monkeypatch) -> None:
    monkeypatch.setattr(clips, "random_kind", lambda _rng: Kind.STREAM)
    monkeypatch.setattr(clips, "random_strength", lambda _rng: 0.6)


@pytest.mark.usefixtures("worn")
def test_a_teacher_sees_cleaned_frames_and_its_answer_is_kept(tmp_path, photos, network):
    teacher = Doubling()
    (path,) = written(tmp_path, photos, network, teacher, range(1))
    lesson = load_file(path)
    frames = lesson["lq"][lesson["taught_frames"]].float() / 255
    cleaned = (frames + network.cleaning_residual(frames)).clamp(0, 1)
    (asked,) = teacher.asked
    torch.testing.assert_close(asked, cleaned, atol=1e-6, rtol=0)
    levels = (F.interpolate(cleaned, scale_factor=4) * 255).round()
    assert (lesson["taught"].float() - levels).abs().max() <= 1
    assert lesson["truth"].shape == (4, 3, 96, 96)
    assert bool(lesson["is_judged"])


def test_where_nothing_may_be_invented_nobody_is_asked(tmp_path, photos, network, monkeypatch):
    monkeypatch.setattr(clips, "random_kind", lambda _rng: Kind.MILD)
    teacher = Doubling()
    (path,) = written(tmp_path, photos, network, teacher, range(1))
    lesson = load_file(path)
    assert teacher.asked == []
    assert not bool(lesson["is_judged"])
    assert float(lesson["sharpening"]) == 0
    assert torch.equal(lesson["taught"], lesson["truth"][lesson["taught_frames"]])


@pytest.mark.usefixtures("worn")
def test_writing_goes_on_where_it_stopped(tmp_path, photos, network):
    first = written(tmp_path / "a", photos, network, Doubling(), range(2))
    assert written(tmp_path / "a", photos, network, Doubling(), range(2)) == []
    assert len(written(tmp_path / "a", photos, network, Doubling(), range(3))) == 1
    (again,) = written(tmp_path / "b", photos, network, Doubling(), [1])
    one, other = load_file(first[1]), load_file(again)
    assert all(torch.equal(one[name], other[name]) for name in one)
    assert not torch.equal(load_file(first[0])["lq"], one["lq"])


def moving_lesson(photos, frames: int = 4) -> dict[str, torch.Tensor]:
    clip = clips.random_clip(np.random.default_rng(7), photos, frames=frames, side=128)
    small = F.interpolate(clip.frames, scale_factor=0.25, mode="area")
    return {
        "lq": (small * 255).round().byte(),
        "truth": (clip.frames * 255).round().byte(),
        "taught": (clip.frames[1:3] * 255).round().byte(),
        "taught_frames": torch.tensor([1, 2]),
        "flow_backward": clip.flow_backward.half(),
        "flow_forward": clip.flow_forward.half(),
        "sharpening": torch.tensor(0.0),
        "is_judged": torch.tensor(True),
        "has_direction": torch.tensor(False),
    }


def assert_flow_is_true(lesson: dict[str, torch.Tensor]) -> None:
    frames = lesson["lq"]
    inner = (..., slice(6, -6), slice(6, -6))
    for flow, source, target in (
        (lesson["flow_backward"], frames[1:], frames[:-1]),
        (lesson["flow_forward"], frames[:-1], frames[1:]),
    ):
        assert len(flow) == len(frames) - 1
        assert (flow_warp(source, flow) - target)[inner].abs().median() < 0.006


def test_turned_clips_move_as_their_flow_says(photos):
    stored = moving_lesson(photos)
    moved = (stored["lq"][1:].float() - stored["lq"][:-1].float()).abs().median()
    assert moved > 4  # else any flow would do
    seen = set()
    for seed in range(40):
        rng = np.random.default_rng(seed)
        lesson = lessons.turned(rng, stored, has_direction=False)
        assert_flow_is_true(lesson)
        assert torch.equal(lesson["taught"], lesson["truth"][lesson["taught_frames"]])
        seen.add(tuple(lesson["lq"][0, 0, :3, :3].flatten().tolist()))
    assert len(seen) >= 12  # of sixteen


def test_the_rows_of_a_tape_stay_rows(photos):
    stored = moving_lesson(photos)
    rows = stored["lq"].float().mean(dim=(1, 3))
    for seed in range(16):
        lesson = lessons.turned(np.random.default_rng(seed), stored, has_direction=True)
        found = 255 * lesson["lq"].mean(dim=(1, 3))
        error = min(float((found - way).abs().max()) for way in (rows, rows.flip(0)))
        assert error < 0.01


def test_a_clip_that_runs_back_has_the_true_flow(photos):
    stored = moving_lesson(photos)
    lesson = lessons.turned(np.random.default_rng(0), stored, has_direction=False)
    longer = lessons.there_and_back(lesson)
    assert len(longer["lq"]) == len(longer["truth"]) == 8
    assert torch.equal(longer["lq"], longer["lq"].flip(0))
    assert_flow_is_true(longer)


def test_a_teacher_has_no_say_in_light_and_colour():
    torch.manual_seed(0)
    truth = 0.5 + 0.1 * torch.randn(1, 3, 64, 64)
    tint = torch.tensor([0.1, -0.1, 0.0]).view(1, 3, 1, 1)
    inner = (..., slice(16, -16), slice(16, -16))
    tinted = lessons.taught_target(truth + tint, truth)
    torch.testing.assert_close(tinted[inner], truth[inner], atol=0.01, rtol=0)


def test_what_is_flat_in_the_truth_stays_flat():
    torch.manual_seed(0)
    grain = 0.1 * torch.randn(1, 3, 64, 64)
    flat = torch.full((1, 3, 64, 64), 0.5)
    assert (lessons.taught_target(flat + grain, flat) - flat).abs().max() < 0.01
    # Where there is detail the teacher's is taken as it is.
    truth = 0.5 + 0.1 * torch.randn(1, 3, 64, 64)
    taught = lessons.taught_target(flat + 0.5 * grain, truth)
    torch.testing.assert_close(taught - 0.5, 0.5 * grain, atol=0.05, rtol=0)


def test_lessons_are_read_without_end_and_in_another_order(tmp_path, photos):
    for number in range(3):
        lesson = moving_lesson(photos) | {"sharpening": torch.tensor(float(number))}
        lesson["lq"] = lesson["lq"].clone().fill_(number)
        save_file(lesson, tmp_path / f"{number}.safetensors")
    phase = Phase(until=1.01, clips=1, frames=4, side=32)
    stream = iter(lessons.Lessons(tmp_path, phase, seed=(1,), sharpening=0.5))
    drawn = [next(stream) for _ in range(12)]
    order = [round(255 * float(lesson["lq"].mean())) for lesson in drawn]
    assert all(sorted(order[i : i + 3]) == [0, 1, 2] for i in (0, 3, 6, 9))
    assert len({tuple(order[i : i + 3]) for i in (0, 3, 6, 9)}) > 1
    plain, sharp = drawn[order.index(0)], drawn[order.index(2)]
    assert sharp["target"].diff().abs().mean() > 1.02 * plain["target"].diff().abs().mean()
    assert plain["taught"].shape == (2, 3, 128, 128)
    mirrored = next(iter(lessons.Lessons(tmp_path, phase.__class__(1.01, 1, 8, 32, True), (1,))))
    assert mirrored["lq"].shape == (8, 3, 32, 32)


def test_an_empty_folder_is_no_school(tmp_path):
    phase = Phase(until=1.01, clips=1, frames=4, side=32)
    with pytest.raises(FileNotFoundError, match="no lessons"):
        next(iter(lessons.Lessons(tmp_path, phase, seed=(0,))))


@pytest.mark.skipif(not (SHARED / "vectors").exists(), reason="the vectors are not here")
def test_the_teacher_gives_the_recorded_numbers():
    case = load_file(SHARED / "vectors" / "rrdb_x4.safetensors")
    state = {name[6:]: value.float() for name, value in case.items() if name.startswith("state.")}
    teacher = Teacher(channels=16, growth=8, blocks=1)
    teacher.load_state_dict(state)
    with torch.no_grad():
        output = teacher(case["in.img"].float())
    assert (output - case["out.output"]).abs().max() < 2e-5


def test_other_weights_are_no_teacher(tmp_path):
    save_file(Teacher(channels=4, growth=2, blocks=1).state_dict(), tmp_path / "x.safetensors")
    with pytest.raises(WeightsError) as caught:
        Teacher.read(tmp_path / "x.safetensors")
    assert caught.value.reason is WeightsProblem.WRONG_CHECKSUM
    with pytest.raises(WeightsError) as caught:
        Teacher.read(tmp_path / "missing.safetensors")
    assert caught.value.reason is WeightsProblem.UNREADABLE
