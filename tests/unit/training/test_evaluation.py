"""Every figure of the evaluation has the value it should have where that is known."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional as F  # noqa: N812

from engine.jobs.errors import WeightsError, WeightsProblem
from engine.networks.realbasicvsr import RealBasicVSR
from engine.restoring import known_before
from engine.scoring.niqe import NaturalPictures
from engine.training import evaluate, home_video, measures, rivals, validation
from engine.training.squeezenet import SqueezeNetFeatures
from engine.training.validation import Half, ValidationClip
from tests.shared import SHARED
from tests.unit.tiny import TINY

NIQE_FILE = SHARED / "training" / "niqe_pris_params.npz"


def random_frames(frames: int = 3, side: int = 64, channels: int = 3) -> torch.Tensor:
    return torch.rand(frames, channels, side, side, generator=torch.Generator().manual_seed(1))


def waves(height: int, width: int) -> torch.Tensor:
    """A picture that every machine draws alike: slow and fast waves of several directions."""
    y, x = torch.meshgrid(
        torch.arange(height, dtype=torch.float64),
        torch.arange(width, dtype=torch.float64),
        indexing="ij",
    )
    plane = 0.5 + 0.2 * torch.sin(x / 31 + y / 57) * torch.cos(y / 23)
    plane = plane + 0.1 * torch.sin(x * y / 311) + 0.08 * torch.sin((x**2 + 3 * y) / 97)
    rgb = torch.stack((plane, 0.9 * plane, plane**2))
    return ((rgb.clamp(0, 1) * 255).round() / 255).float()


def test_psnr_of_a_known_error():
    truth = torch.full((2, 3, 32, 32), 0.5)
    assert measures.compare(truth + 0.1, truth)["psnr"] == pytest.approx(20.0, abs=1e-3)
    # Only luma counts: green weighs 0.587.
    green = truth + torch.tensor([0, 0.1, 0])[:, None, None]
    expected = 20 - 20 * math.log10(0.587)
    assert measures.compare(green, truth)["psnr"] == pytest.approx(expected, abs=1e-3)


def test_the_border_does_not_count():
    truth = torch.full((2, 3, 32, 32), 0.5)
    output = truth.clone()
    output[..., :4, :] = 1
    output[..., -4:] = 0
    assert measures.compare(output, truth)["psnr"] > 90


def test_ssim_of_flat_pictures_is_the_luminance_term():
    a, b = torch.full((1, 1, 20, 20), 0.4), torch.full((1, 1, 20, 20), 0.6)
    expected = (2 * 0.4 * 0.6 + 1e-4) / (0.4**2 + 0.6**2 + 1e-4)
    assert float(measures.ssim(a, b)) == pytest.approx(expected, rel=1e-4)
    noise = random_frames(channels=1)
    assert float(measures.ssim(noise, noise)) == pytest.approx(1)
    # An inverted picture has the opposite covariance.
    assert float(measures.ssim(noise, 1 - noise)) < -0.8


def test_ssim_averages_with_a_gaussian_of_eleven_pixels():
    """One window fits: the value follows from weighted moments."""
    a, b = random_frames(2, 11, 1)[:, :, None].double().unbind(0)
    axis = torch.arange(11, dtype=torch.float64) - 5
    line = torch.exp(-(axis**2) / (2 * 1.5**2))
    weight = torch.outer(line, line) / line.sum() ** 2

    def mean(x: torch.Tensor) -> float:
        return float((weight * x).sum())

    ma, mb = mean(a), mean(b)
    va, vb, cov = mean(a * a) - ma**2, mean(b * b) - mb**2, mean(a * b) - ma * mb
    expected = (2 * ma * mb + 1e-4) * (2 * cov + 9e-4)
    expected /= (ma**2 + mb**2 + 1e-4) * (va + vb + 9e-4)
    assert float(measures.ssim(a.float(), b.float())) == pytest.approx(expected, rel=1e-4)


def test_gmsd_is_the_spread_of_similarities():
    """Half of the picture loses a ramp: similarity 1 there, a known value here."""
    ramp = (0.02 * torch.arange(64.0)).expand(1, 1, 64, 64)
    half = ramp.clone()
    half[..., 32:] = half[..., 31:32]
    gradient = 0.02 * 2 * 2  # per pixel, of 2x2 means, over two of them
    c = 170 / 255**2
    lost = c / (gradient**2 + c)
    assert float(measures.gmsd(ramp, ramp)) == 0
    found = float(measures.gmsd(ramp, half))
    assert found == pytest.approx((1 - lost) / 2, rel=0.03)


def test_temporal_error_is_that_of_the_differences():
    truth = torch.full((3, 3, 32, 32), 0.5)
    assert measures.compare(truth + 0.1, truth)["temporal"] == pytest.approx(0, abs=1e-4)
    blinking = truth.clone()
    blinking[1] += 4 / 255
    assert measures.compare(blinking, truth)["temporal"] == pytest.approx(4, rel=1e-3)


def test_colour_shift_is_that_of_the_colour_differences():
    truth = torch.full((3, 3, 32, 32), 0.5)
    assert measures.compare(truth + 0.1, truth)["colour"] == pytest.approx(0, abs=1e-3)
    bluish = truth + torch.tensor([0, 0, 10 / 255])[:, None, None]
    assert measures.compare(bluish, truth)["colour"] == pytest.approx(10 * (1 - 0.114), rel=1e-3)


def still_scene(frames: int = 8, side: int = 24) -> torch.Tensor:
    return random_frames(1, side).expand(frames, -1, -1, -1).clone()


def test_still_areas_are_where_nothing_moves():
    lq = still_scene()
    lq[:, :, :, 12:] = torch.stack([random_frames(1, 24)[0, :, :, i : i + 12] for i in range(8)])
    still = measures.still_areas(lq)
    assert still.shape == (7, 1, 96, 96)
    assert still[..., :32].all()
    assert not still[..., 64:].any()


def test_noise_and_flashes_do_not_hide_that_a_scene_is_still():
    noise = torch.randn(8, 3, 24, 24, generator=torch.Generator().manual_seed(2)) * 4 / 255
    assert measures.still_areas(still_scene() + noise)[1:-1].float().mean() > 0.95
    flash = still_scene() * 0.5
    flash[4] += 0.4
    assert measures.still_areas(flash).all()


def test_what_only_the_truth_shows_moving_is_not_still():
    lq, truth = torch.full((8, 3, 24, 24), 0.5), torch.full((8, 3, 96, 96), 0.5)
    truth[:, :, :, 48:] = torch.stack([random_frames(1, 96)[0, :, :, i : i + 48] for i in range(8)])
    still = measures.still_areas(lq, truth)
    assert still[..., :40].all()
    assert not still[..., 56:].any()


def test_flicker_is_what_the_output_changes_more_than_the_plain_enlargement():
    plain = torch.full((4, 3, 32, 32), 0.5)
    restless = plain.clone()
    restless[1::2] += 3 / 255
    still = torch.ones(3, 1, 32, 32, dtype=torch.bool)
    assert measures.flicker(restless, plain, still) == pytest.approx(3, rel=1e-3)
    assert measures.flicker(plain, restless, still) == pytest.approx(-3, rel=1e-3)
    still[..., 16:] = False
    restless[..., :16] = 0.5
    assert measures.flicker(restless, plain, still) == pytest.approx(0)
    assert measures.flicker(restless, plain, ~still & False) is None


def test_a_screen_that_recurs_in_every_source_pixel_is_measured():
    rows, columns = torch.meshgrid(torch.arange(96), torch.arange(96), indexing="ij")
    texture = 0.5 + 0.02 * (random_frames(8, 96)[:, :1].expand(-1, 3, -1, -1) - 0.5)
    assert measures.pattern(texture) < 0.3
    # Turned from line to line, as on cloth whose rows it follows, too.
    screens = rows + columns, 2 * (rows + columns), rows, columns + rows * 4 / 7
    for screen in screens:
        drawn = 3 / 255 * torch.cos(torch.pi / 2 * screen)
        strength = 255 * float(drawn.square().mean().sqrt())
        assert measures.pattern(texture + drawn) == pytest.approx(strength, rel=0.25)
        in_part = torch.where(columns < 40, drawn, 0.0)
        assert measures.pattern(texture + in_part) > 0.4 * strength, "it is worst in places"
    other_distance = 3 / 255 * torch.cos(torch.pi / 2.5 * columns)
    assert measures.pattern(texture + other_distance) < 0.3
    assert measures.pattern(texture + columns / 200) < 0.3


def plain_statistics() -> NaturalPictures:
    """Invented parameters, for checks against the definition."""
    axis = torch.arange(7, dtype=torch.float64) - 3
    line = torch.exp(-0.5 * (axis / (7 / 6)) ** 2)
    window = torch.outer(line, line) / line.sum() ** 2
    mean = torch.linspace(0.2, 2.0, 36, dtype=torch.float64)
    return NaturalPictures(mean, torch.eye(36, dtype=torch.float64), window)


def test_niqe_with_invented_parameters():
    """The value that the formulas of BasicSR give, computed apart with SciPy."""
    assert plain_statistics().distance(waves(200, 300)) == pytest.approx(9.4491, abs=0.01)


@pytest.mark.skipif(not NIQE_FILE.exists(), reason="the published parameters are not here")
def test_niqe_with_the_published_parameters():
    judge = NaturalPictures.read(NIQE_FILE)
    assert judge.distance(waves(200, 300)) == pytest.approx(29.361, abs=0.01)


def test_niqe_leaves_out_what_fills_no_block():
    whole = waves(192, 288)
    assert plain_statistics().distance(waves(230, 300)) == plain_statistics().distance(whole)


def test_niqe_of_a_picture_with_flat_blocks_is_a_number():
    frame = waves(192, 288)
    frame[:, :, :192] = 0.5  # a block with nothing else in reach
    assert math.isfinite(plain_statistics().distance(frame))


def test_a_lanczos_enlargement_keeps_flat_pictures_and_slopes():
    flat = torch.full((1, 3, 12, 16), 0.3)
    assert torch.allclose(rivals.sharpened_lanczos(flat), torch.tensor(0.3), atol=1e-5)
    slope = torch.linspace(0.2, 0.8, 16).expand(1, 3, 12, 16)
    large = rivals.sharpened_lanczos(slope)
    assert large.shape == (1, 3, 48, 64)
    step = (0.6 / 15) / 4
    inner = large[..., 20:44].diff(dim=-1)
    assert inner.mean() == pytest.approx(step, rel=0.02)
    assert rivals._lanczos_matrix(16).sum(1) == pytest.approx(np.ones(64), abs=1e-5)


def test_the_lanczos_filter_is_that_of_pillow():
    image = pytest.importorskip("PIL.Image")
    plane = random_frames(1, 20, 1)[0, 0]
    drawn = image.fromarray(plane.numpy()).resize((80, 80), image.Resampling.LANCZOS)
    matrix = rivals._lanczos_matrix(20)
    ours = matrix @ plane @ matrix.T
    inner = (slice(16, -16), slice(16, -16))  # at the edges Pillow leaves out, we repeat
    assert torch.allclose(ours[inner], torch.from_numpy(np.array(drawn))[inner], atol=1e-5)


def test_sharpening_lifts_edges():
    edge = torch.full((1, 3, 16, 16), 0.3)
    edge[..., 8:] = 0.6
    large = rivals.sharpened_lanczos(edge)
    assert large.max() > 0.64
    assert large.min() < 0.26


@pytest.mark.skipif(not (SHARED / "vectors_weights").exists(), reason="the weights are not here")
def test_the_rival_gives_the_recorded_numbers():
    from safetensors.torch import load_file

    weights = SHARED / "vectors_weights" / "realesr-general-x4v3.from_ncnn_fp16.pth"
    recorded = load_file(SHARED / "vectors" / "srvgg_general.safetensors")
    with torch.no_grad():
        output = rivals.read_compact_network(weights)(recorded["in.img"].float())
    assert (output - recorded["out.output"]).abs().max() < 7e-5


def test_a_file_of_another_network_is_no_rival(tmp_path):
    torch.save({"params": {"conv.weight": torch.zeros(3)}}, tmp_path / "other.pth")
    with pytest.raises(WeightsError) as caught:
        rivals.read_compact_network(tmp_path / "other.pth")
    assert caught.value.reason is WeightsProblem.WRONG_TENSORS
    (tmp_path / "text.pth").write_text("no weights")
    with pytest.raises(WeightsError) as caught:
        rivals.read_compact_network(tmp_path / "text.pth")
    assert caught.value.reason is WeightsProblem.UNREADABLE


@pytest.mark.parametrize("name", sorted(home_video.DAMAGES))
def test_damage_gives_a_quarter_that_still_shows_the_scene(name):
    pytest.importorskip("av")
    count = 8 if name == "interlaced" else 4
    truth = torch.stack([waves(256, 384).roll(3 * i, dims=2) for i in range(count)])
    lq = home_video.DAMAGES[name](np.random.default_rng(0), truth)
    again = home_video.DAMAGES[name](np.random.default_rng(0), truth)
    assert lq.shape == (4, 3, 64, 96)
    assert torch.equal(lq, again)
    small = F.avg_pool2d(truth[:: count // 4], 4)
    if name == "film":
        small = measures.luma(small).expand_as(small)
    error = (lq - small).abs().mean() * 255
    assert (0.3 if name == "mild" else 1.0) < error < 20


def test_the_fields_of_a_frame_are_half_a_frame_apart():
    pytest.importorskip("av")
    level = 0.3 + 0.02 * torch.arange(8.0)
    truth = level[:, None, None, None].expand(8, 3, 128, 128)
    lq = measures.luma(home_video.interlaced(np.random.default_rng(0), truth))
    assert lq[..., ::2, :].mean((1, 2, 3)) == pytest.approx(level[::2], abs=0.01)
    assert lq[..., 1::2, :].mean((1, 2, 3)) == pytest.approx(level[1::2], abs=0.01)


@pytest.fixture
def folder(tmp_path) -> Path:
    """One clip with a truth, one without."""
    truth = torch.stack([waves(160, 224).roll(2 * i, dims=2) for i in range(4)])
    lq = validation.to_pictures(F.avg_pool2d(truth, 4))
    np.savez(tmp_path / "a.npz", lq=lq, truth=validation.to_pictures(truth))
    np.savez(tmp_path / "b.npz", lq=lq)
    clips = {
        "a": {"kind": "vhs", "half": "choose"},
        "b": {"kind": "real", "half": "held-out"},
    }
    (tmp_path / "index.json").write_text(json.dumps({"clips": clips}))
    return tmp_path


@pytest.fixture
def network() -> RealBasicVSR:
    torch.manual_seed(0)
    return RealBasicVSR(TINY).eval().requires_grad_(False)


def test_a_folder_is_read_as_it_was_written(folder):
    a, b = validation.read(folder)
    assert (a.name, a.kind, b.name, b.kind) == ("a", "vhs", "b", "real")
    assert a.lq.shape == (4, 3, 40, 56)
    assert a.truth is not None
    assert a.truth.shape == (4, 3, 160, 224)
    assert b.truth is None
    with np.load(folder / "a.npz") as arrays:
        assert np.array_equal(validation.to_pictures(a.lq), arrays["lq"])


def test_a_quick_look_scores_clips_with_a_truth(folder, network):
    scores = evaluate.validate(network, folder)
    assert [(s.clip, s.method) for s in scores] == [("a", "bicubic"), ("a", "ours")]
    assert set(scores[0].values) >= {"psnr", "ssim", "gmsd", "temporal", "colour"}


def test_the_others_are_remembered_until_something_changes(folder, network, monkeypatch):
    clips = list(validation.read(folder))
    first = [r for _, rs in evaluate.evaluate(network, clips, is_thorough=True) for r in rs]
    assert [r.score.method for r in first] == [
        "bicubic", "lanczos", "ours", "truth", "bicubic", "lanczos", "ours"
    ]  # fmt: skip
    measured = []
    measure = measures.measure
    monkeypatch.setattr(measures, "measure", lambda *a: measured.append(a) or measure(*a))
    again = [r for _, rs in evaluate.evaluate(network, clips, is_thorough=True) for r in rs]
    assert len(measured) == 2  # ours
    assert [r.score for r in again] == [r.score for r in first]
    assert all(np.array_equal(a.picture, b.picture) for a, b in zip(first, again, strict=True))
    measured.clear()
    with np.load(folder / "b.npz") as arrays:
        np.savez(folder / "b.npz", lq=arrays["lq"] // 2)
    list(evaluate.evaluate(network, validation.read(folder), is_thorough=True))
    assert len(measured) == 4


def test_a_gray_clip_gets_no_colours(network):
    gray = measures.luma(F.avg_pool2d(waves(160, 224)[None].expand(3, -1, -1, -1), 4))
    restored = evaluate.restore(network, gray.expand(-1, 3, -1, -1))
    assert (restored[:, :1] - restored).abs().max() < 1e-5
    coloured = torch.cat((gray, 0.6 * gray, 0.2 * gray), dim=1)
    assert (evaluate.restore(network, coloured)[:, 0] - measures.luma(coloured).mean()).std() > 0.05


def test_weights_are_judged_by_what_the_program_shows(network, monkeypatch):
    """So the program's own painting keeps still areas still, not a copy of it."""
    lq = random_frames(2, 16)
    assert not torch.equal(*evaluate.restore(network, lq))
    everywhere = torch.ones(1, 1, 16, 16)
    monkeypatch.setattr(known_before, "still_weight", lambda _before, _frame: everywhere)
    shown = evaluate.restore(network, lq)
    assert torch.equal(shown[0], shown[1])
    assert shown.shape == (2, 3, 64, 64)


def test_more_passes_clean_more(network):
    lq = random_frames(2, 16)
    assert not torch.equal(
        evaluate.restore(network, lq, threshold=100.0), evaluate.restore(network, lq, threshold=0.0)
    )


def score_of(
    clip: str, method: str, psnr: float, half: Half = Half.CHOOSE, kind: str = "vhs"
) -> evaluate.Score:
    return evaluate.Score(clip, kind, half, method, {"psnr": psnr})


def test_the_table_tells_means_and_gains_of_each_half():
    scores = [
        score_of("a", "bicubic", 20.0), score_of("a", "ours", 21.0),
        score_of("b", "bicubic", 30.0), score_of("b", "ours", 29.5),
        score_of("d", "bicubic", 40.0, Half.HELD_OUT), score_of("d", "ours", 44.0, Half.HELD_OUT),
        evaluate.Score("c", "real", Half.CHOOSE, "ours", {"niqe": 7.0}),
    ]  # fmt: skip
    rows = [line.split() for line in evaluate.format_table(scores).splitlines()]
    assert ["choose", "bicubic", "25.00", *["-"] * 8] in rows
    assert ["choose", "ours", "25.25", *["-"] * 8] in rows
    assert ["choose", "real", "ours", *["-"] * 6, "7.00", "-", "-"] in rows
    assert ["held-out", "ours", "44.00", *["-"] * 8] in rows
    assert [row[:4] for row in rows if "gain" in row] == [
        ["choose", "mean", "gain", "0.25"],
        ["choose", "least", "gain", "-0.50"],
        ["choose", "most", "gain", "1.00"],
        ["held-out", "mean", "gain", "4.00"],
        ["held-out", "least", "gain", "4.00"],
        ["held-out", "most", "gain", "4.00"],
    ]


def test_figures_are_written_as_json():
    (row,) = json.loads(evaluate.to_json([score_of("a", "ours", 21.0)]))
    assert row == {
        "clip": "a", "kind": "vhs", "half": "choose", "method": "ours", "values": {"psnr": 21.0}
    }  # fmt: skip


def test_the_sheet_shows_every_method(tmp_path):
    image = pytest.importorskip("PIL.Image", reason="the sheet is drawn with Pillow")
    from engine.training import sheet

    lq = F.avg_pool2d(waves(160, 224)[None].expand(3, -1, -1, -1), 4)
    clip = ValidationClip("a", "vhs", Half.CHOOSE, lq, None, tmp_path / "a.npz")
    red = np.zeros((160, 224, 3), np.uint8) + np.array([255, 0, 0], np.uint8)
    results = [
        evaluate.Result(score_of("a", "bicubic", 20.0), red // 2),
        evaluate.Result(score_of("a", "ours", 21.0), red),
    ]
    sheet.draw([(clip, results)], tmp_path / "sheet.png")
    with image.open(tmp_path / "sheet.png") as drawn:
        pixels = np.array(drawn)
    assert (pixels == (255, 0, 0)).all(axis=-1).sum() == 160 * 160
    assert (pixels == (127, 0, 0)).all(axis=-1).sum() == 160 * 160


CUTS = {
    "moving": validation._Stretch("mild", "clip.mkv", 0.2, 128, 96, step=2),
    "fields": validation._Stretch("interlaced", "clip.mkv", 0.2, 128, 96, 8, 8, shake=2.0),
    "gray": validation._Photo("film", "photo.png", 128, 96, pan=(2.0, 0.0), is_gray=True),
}
WORN = {"worn": validation._Real("clip.mkv", 0.4, validation.Crop(10, 20, 64, 48))}


def use_small_cuts(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(validation, "_WITH_TRUTH", CUTS)
    patch.setattr(validation, "_REAL", WORN)


@pytest.fixture(scope="module")
def sources(tmp_path_factory) -> Path:
    """A clip that moves and a photograph."""
    av = pytest.importorskip("av")
    image = pytest.importorskip("PIL.Image")
    folder = tmp_path_factory.mktemp("sources")
    first = validation.to_pictures(waves(256, 320)[None])[0]
    with av.open(folder / "clip.mkv", "w") as container:
        stream = container.add_stream("ffv1", rate=25)
        stream.width, stream.height, stream.pix_fmt = 320, 256, "bgr0"
        for i in range(40):
            picture = np.roll(first, 2 * i, axis=1)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, "rgb24")))
        container.mux(stream.encode(None))
    photo = validation.to_pictures(waves(200, 300)[None])[0]
    image.fromarray(photo).save(folder / "photo.png")
    return folder


@pytest.fixture
def material(sources, monkeypatch) -> Path:
    """The sources, and cuts to be made of them."""
    use_small_cuts(monkeypatch)
    return sources


@pytest.fixture(scope="module")
def made(sources, tmp_path_factory) -> list[ValidationClip]:
    """The clips, made once for all tests that only look at them."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        use_small_cuts(patch)
        validation.make(sources, sources, folder, sources)
    return list(validation.read(folder))


def test_the_same_inputs_make_the_same_clips(material, made, tmp_path):
    assert [clip.name for clip in made] == ["moving", "fields", "gray", "worn"]
    validation.make(material, material, tmp_path / "again", material)
    for a, b in zip(made, validation.read(tmp_path / "again"), strict=True):
        assert torch.equal(a.lq, b.lq)


def test_another_seed_makes_other_clips(material, made, tmp_path):
    """Without worn clips, where there is no folder of them."""
    validation.make(material, material, tmp_path / "other", seed=1)
    other = list(validation.read(tmp_path / "other"))
    assert [clip.name for clip in other] == ["moving", "fields", "gray"]
    assert not torch.equal(made[0].lq, other[0].lq)


def test_truth_and_source_show_the_same(made):
    for clip in made:
        if clip.truth is None:
            continue
        assert clip.lq.shape == (12, 3, 24, 32)
        assert clip.truth.shape == (12, 3, 96, 128)
        errors = [
            float(
                (measures.luma(F.avg_pool2d(clip.truth.roll(shift, 3), 4) - clip.lq)).abs().mean()
            )
            for shift in (-8, 0, 8)
        ]
        assert errors[1] == min(errors)


def test_the_truth_is_cut_and_scaled_as_said(made):
    moving, _, gray, _ = made
    scene = waves(256, 320).roll(2 * (5 + 2 * 3), dims=2)[None, :, :192, :256]
    assert moving.truth is not None
    assert (moving.truth[3] - F.avg_pool2d(scene, 2)[0]).abs().mean() < 4 / 255
    assert gray.truth is not None
    assert torch.equal(gray.truth[:, 0], gray.truth[:, 2])
    photo = measures.luma(waves(200, 300)[None])[0, 0, 52:148, 85:213]
    assert (gray.truth[5, 0] - photo).abs().mean() < 4 / 255


def test_worn_clips_are_cut_where_they_are_said_to_be(made):
    *_, worn = made
    scene = waves(256, 320)
    for i in (0, 11):
        expected = scene.roll(2 * (10 + i), dims=2)[:, 20:68, 10:74]
        assert torch.equal(worn.lq[i], expected)


def test_a_source_is_in_one_half(material, tmp_path, monkeypatch):
    monkeypatch.setattr(validation, "_HELD_OUT", {"clip.mkv"})
    cuts = {name: CUTS[name] for name in ("moving", "gray")}
    monkeypatch.setattr(validation, "_WITH_TRUTH", cuts)
    validation.make(material, material, tmp_path / "set", material)
    halves = {clip.name: clip.half for clip in validation.read(tmp_path / "set")}
    assert halves == {
        "moving": Half.HELD_OUT,
        "gray": Half.CHOOSE,
        "worn": Half.HELD_OUT,
    }


def test_both_halves_have_clips_of_every_sort():
    cuts = validation._WITH_TRUTH | validation._REAL
    for half in Half:
        chosen = {n: c for n, c in cuts.items() if validation.half_of(c.source) is half}
        assert len(chosen) >= 9
        assert {name.split("-")[0] for name in chosen} >= {"vhs", "phone", "camera", "web", "mild"}
        assert sum(name.startswith("real-") for name in chosen) >= 3
    assert {cut.source for cut in cuts.values()} | {*validation._WIDE_PHOTOS} > validation._HELD_OUT


def test_a_quick_look_does_not_see_what_is_held_out(folder, network):
    index = json.loads((folder / "index.json").read_text())
    index["clips"]["a"]["half"] = "held-out"
    (folder / "index.json").write_text(json.dumps(index))
    assert evaluate.validate(network, folder) == []


def test_features_are_a_figure_where_there_are_weights_and_a_truth(folder, network, monkeypatch):
    weights = folder / "squeezenet.safetensors"
    weights.write_bytes(b"weights")
    monkeypatch.setattr(evaluate.SqueezeNetFeatures, "read", lambda _file: SqueezeNetFeatures())
    clips = list(validation.read(folder))
    for features, has_features in ((None, set()), (weights, {"a"})):
        results = [r for _, rs in evaluate.evaluate(network, clips, features=features) for r in rs]
        found = {r.score.clip for r in results if "features" in r.score.values}
        assert found == has_features


def test_the_wide_set_has_every_damage_to_every_source(material, tmp_path, monkeypatch):
    monkeypatch.setattr(validation, "_WIDE_STRETCHES", {"room": ("clip.mkv", 0.6, 96, 64)})
    monkeypatch.setattr(validation, "_WIDE_PHOTOS", ["photo.png"])
    damages = {name: validation.DAMAGES[name] for name in ("mild", "phone")}
    monkeypatch.setattr(validation, "DAMAGES", damages)
    validation.make(material, material, tmp_path / "wide", is_wide=True)
    clips = list(validation.read(tmp_path / "wide"))
    assert [(clip.name, clip.kind) for clip in clips] == [
        ("mild-room", "mild"),
        ("phone-room", "phone"),
        ("mild-photo", "mild"),
    ]
    assert all(clip.truth is not None for clip in clips)


def test_a_missing_source_is_named(material, tmp_path, monkeypatch):
    monkeypatch.setattr(validation, "_WITH_TRUTH", {"gray": CUTS["gray"]})
    with pytest.raises(FileNotFoundError, match=r"photo\.png"):
        validation.make(material, tmp_path / "no photographs", tmp_path / "set")
