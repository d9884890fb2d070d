"""Each piece of damage does what it says, and nothing else."""

from __future__ import annotations

import dataclasses
import importlib
import io

import numpy as np
import pytest
import torch
from torch.nn import functional as F  # noqa: N812

from engine.training import __main__ as command
from engine.training import degradations as chains
from engine.training.damage import analogue, compression, fields, film, filters, noise
from engine.training.damage.draw import Draw, normal, walk


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def draw(strength: float = 1.0, frames: int = 5, seed: int = 0) -> Draw:
    return Draw(rng(seed), frames, strength)


def each(value: float, frames: int = 3) -> torch.Tensor:
    return torch.full((frames,), float(value))


def noise_frames(t: int = 3, side: int = 64) -> torch.Tensor:
    return torch.rand(t, 3, side, side, generator=torch.Generator().manual_seed(1))


def flat(t: int = 3, side: int = 32, colour: tuple[float, float, float] = (0.4, 0.4, 0.4)):
    return torch.tensor(colour)[None, :, None, None].expand(t, 3, side, side).contiguous()


def red_edge(t: int = 4, side: int = 48) -> torch.Tensor:
    """Gray left, red of the same luma right: all that happens at the edge is colour."""
    frames = flat(t, side, (0.3, 0.3, 0.3))
    frames[..., side // 2 :] = torch.tensor([0.72, 0.12, 0.12])[:, None, None]
    return frames


def scene(t: int = 5, side: int = 128) -> torch.Tensor:
    """Coloured shapes and stripes, moving."""
    axis = torch.arange(side, dtype=torch.float32)
    x, y = axis[None, None], axis[None, :, None]
    time = torch.arange(t)[:, None, None]
    stripes = 0.5 + 0.4 * torch.sin((x + 3 * time) / 3) * torch.sin((y + time) / 7)
    disc = ((x - 40 - 4 * time) ** 2 + (y - 60) ** 2 < 900).float()
    ramp = (x / side).expand(t, side, side)
    return torch.stack((stripes * (1 - disc) + disc * 0.8, ramp, stripes), dim=1).clamp(0, 1)


def luma(frames: torch.Tensor) -> torch.Tensor:
    return filters.to_ycc(frames)[:, :1]


def chroma(frames: torch.Tensor) -> torch.Tensor:
    return filters.to_ycc(frames)[:, 1:]


def agreement(noise_: torch.Tensor, axis: int, distance: int = 1) -> float:
    """Correlation of neighbours along an axis."""
    a = noise_.narrow(axis, 0, noise_.shape[axis] - distance)
    b = noise_.narrow(axis, distance, noise_.shape[axis] - distance)
    return float((a * b).mean() / noise_.square().mean())


# --- Draws


def test_a_walk_stays_within_its_range():
    path = walk(rng(), 1.0, 2.0, 0.5, 500)
    assert 1.0 <= float(path.min()) < 1.05
    assert 1.95 < float(path.max()) <= 2.0
    assert float((path[1:] - path[:-1]).abs().max()) <= 0.5


@pytest.mark.parametrize(("mild", "harsh"), [(0.0, 4.0), (95.0, 35.0)])
def test_strength_limits_how_far_a_range_is_used(mild, harsh):
    assert torch.equal(draw(0.0).walk(mild, harsh, 1.0), each(mild, 5))
    middle = mild + 0.5 * (harsh - mild)
    halves = draw(0.5, frames=500).walk(mild, harsh, 1.0)
    wholes = draw(1.0, frames=5000).walk(mild, harsh, 1.0)
    assert float((halves - mild).abs().max()) <= abs(middle - mild) + 1e-5
    assert float((wholes - mild).abs().max()) > abs(middle - mild)
    assert min(mild, middle) <= draw(0.5).value(mild, harsh) <= max(mild, middle)


def test_most_clips_are_in_the_middle():
    source = rng()
    strengths = np.array([chains.random_strength(source) for _ in range(4000)])
    assert np.mean(strengths < 0.25) == pytest.approx(0.22, abs=0.03)
    assert np.mean(strengths > 0.6) == pytest.approx(0.3, abs=0.03)
    assert strengths.min() >= 0
    assert strengths.max() <= 1


def test_picks_follow_their_shares():
    picks = [draw(seed=seed).pick({"a": 3.0, "b": 1.0}) for seed in range(400)]
    assert picks.count("a") / 400 == pytest.approx(0.75, abs=0.07)


# --- Filters


def test_colour_planes_there_and_back():
    frames = noise_frames()
    assert torch.allclose(filters.to_rgb(filters.to_ycc(frames)), frames, atol=1e-5)


def test_kernels_keep_the_brightness():
    sigma, zero, beta = torch.tensor([0.3, 1.0, 2.5]), torch.zeros(3), each(1.5)
    all_kernels = [
        filters.gaussian_kernels(sigma, 2 * sigma, zero, 15),
        filters.gaussian_kernels(sigma, sigma, zero, 15, beta),
        filters.plateau_kernels(sigma, sigma, zero, 15, beta),
        filters.sinc_kernels(torch.tensor([1.1, 2.0, 3.0]), 13),
    ]
    gray = flat()
    for kernels in all_kernels:
        assert torch.allclose(kernels.sum((1, 2)), torch.ones(3), atol=1e-5)
        assert torch.allclose(filters.filter_frames(gray, kernels), gray, atol=1e-5)


def test_kernels_have_the_shapes_of_their_names():
    wide, narrow, zero = each(3, 1), each(0.6, 1), each(0, 1)
    lying = filters.gaussian_kernels(wide, narrow, zero, 15)[0]
    assert float(lying[7].sum()) > 0.6
    assert float(lying[:, 7].sum()) < 0.2
    standing = filters.gaussian_kernels(wide, narrow, each(np.pi / 2, 1), 15)[0]
    assert torch.allclose(standing, lying.T, atol=1e-4)

    def top(kernel: torch.Tensor) -> float:
        return float(kernel[0, 7, 8] / kernel[0, 7, 7])

    plain = top(filters.gaussian_kernels(wide / 2, wide / 2, zero, 15))
    assert top(filters.gaussian_kernels(wide / 2, wide / 2, zero, 15, each(0.5, 1))) < plain - 0.05
    assert top(filters.gaussian_kernels(wide / 2, wide / 2, zero, 15, each(4, 1))) > plain + 0.05
    assert top(filters.plateau_kernels(wide / 2, wide / 2, zero, 15, each(2, 1))) > plain


def test_a_hard_low_pass_rings():
    edge = flat(1)
    edge[..., 16:] = 0.6
    soft = filters.filter_frames(edge, filters.gaussian_kernels(*[each(2, 1)] * 2, each(0, 1), 13))
    ringing = filters.filter_frames(edge, filters.sinc_kernels(each(1.2, 1), 13))
    assert float(soft.max()) < 0.6001
    assert float(ringing.max()) > 0.61


def test_a_band_limited_line_blurs_sideways_only():
    stripes = torch.zeros(1, 3, 16, 16)
    stripes[..., ::2, :] = 1.0
    assert torch.allclose(filters.filter_rows(stripes, each(2, 1)), stripes, atol=1e-5)
    turned = stripes.mT.contiguous()
    assert filters.filter_rows(turned, each(2, 1))[..., 4:-4].std() < 0.01


def test_every_frame_gets_its_own_blur():
    frames = scene(2)[:1].expand(2, -1, -1, -1)
    out = filters.filter_rows(frames, torch.tensor([0.05, 3.0]))
    assert torch.allclose(out[0], frames[0], atol=1e-5)
    assert (out[1] - frames[1]).abs().mean() > 0.01


def test_sharpening_lifts_edges_and_keeps_flat_areas():
    edge = flat(1)
    edge[..., 16:] = 0.6
    lifted = filters.sharpen(edge, each(1, 1), each(1, 1))
    assert float(lifted[..., 16].mean()) > 0.63
    assert float(lifted[..., 15].mean()) < 0.37
    assert torch.allclose(lifted[..., :10], edge[..., :10], atol=1e-5)


def test_the_median_takes_specks_and_leaves_edges():
    frames = flat(1)
    frames[..., 16:] = 0.9
    speckled = frames.clone()
    speckled[..., 8, 5] = 1.0
    speckled[..., 20, 25] = 0.0
    assert torch.equal(filters.median(speckled), frames)


def test_smearing_takes_faint_texture_and_leaves_edges():
    edge = flat(1, 48)
    edge[..., 24:] = 0.8
    textured = edge + 0.01 * normal(rng(), 1, 1, 48, 48)
    out = filters.smear(textured, each(8, 1))
    assert (out - edge)[..., 4:20].std() < 0.5 * (textured - edge)[..., 4:20].std()
    assert (out[..., 24] - out[..., 23]).mean() == pytest.approx(0.4, abs=0.02)


def test_resizing_without_antialiasing_skips_pixels():
    fine = torch.zeros(1, 3, 32, 32)
    fine[..., 1::4] = 1.0
    smooth = filters.resize(fine, 8, 8, "bilinear")
    aliased = filters.resize(fine, 8, 8, "bilinear", antialias=False)
    assert smooth.mean() == pytest.approx(0.25, abs=0.02)
    assert abs(float(aliased.mean()) - 0.25) > 0.1
    for mode in ("area", "bilinear", "bicubic"):
        assert filters.resize(fine, 40, 20, mode).shape[-2:] == (40, 20)


# --- Noise


def test_noise_has_the_strength_it_says():
    gray = flat(2, 128, (0.5, 0.5, 0.5))
    noisy = noise.add_gaussian_noise(rng(), gray, torch.tensor([5.0, 20.0]), gray=False)
    assert (noisy - gray).std(dim=(1, 2, 3)) * 255 == pytest.approx([5.0, 20.0], rel=0.05)
    noisy = noise.add_gaussian_noise(rng(), gray, each(5, 2), gray=True)
    assert torch.equal(noisy[:, 0], noisy[:, 1])
    dark = noise.add_poisson_noise(rng(), gray / 4, each(2, 2), gray=False)
    bright = noise.add_poisson_noise(rng(), gray, each(2, 2), gray=False)
    assert float((bright - gray).std() / (dark - gray / 4).std()) == pytest.approx(2, rel=0.05)


def test_tape_noise_lies_along_the_lines_and_colour_is_coarser():
    gray = flat(3, 128)
    added = noise.add_tape_noise(rng(), gray, each(8), each(4), streak=1.0) - gray
    grain, colour = luma(added), chroma(added)
    assert float(grain.std()) * 255 == pytest.approx(8, rel=0.05)
    assert float(colour.std()) * 255 == pytest.approx(4, rel=0.05)
    assert agreement(grain, -1) > 0.5
    assert agreement(colour, -1, 4) > agreement(grain, -1, 4) + 0.3
    assert abs(agreement(grain, -2)) < 0.1


# --- Film


def test_grain_is_gray_coarse_and_strongest_in_mid_tones():
    def grain(level: float, size: float) -> torch.Tensor:
        frames = flat(2, 96, (level,) * 3)
        return film.add_grain(rng(), frames, each(10, 2), size) - frames

    middle = grain(0.5, 1.0)
    assert torch.allclose(middle[:, 0], middle[:, 2], atol=1e-6)
    assert middle.std() > 1.5 * grain(0.02, 1.0).std()
    assert agreement(grain(0.5, 2.0), -1) > agreement(middle, -1) + 0.2


def test_dust_covers_few_pixels_for_one_frame():
    frames = flat(20, 48)
    spots = (film.add_dust(rng(), frames, 1.0, 2.0) - frames).abs()[:, 0] > 0.05
    assert 0.001 < spots.float().mean() < 0.05
    assert 5 < spots.any(dim=(1, 2)).sum() < 20
    assert not (spots[1:] & spots[:-1]).any(dim=(1, 2)).all()
    assert torch.equal(film.add_dust(rng(), frames, 0.0, 2.0), frames)


def test_scratches_stand_upright_and_stay():
    frames = flat(6, 48)
    depth = (film.add_scratches(rng(2), frames, 1, 0.8) - frames).abs()[:, 0]
    columns = depth.mean(1)
    places = columns.argmax(-1)
    assert (places[1:] - places[:-1]).abs().max() <= 2
    assert (depth > 0.01).any(-1).float().mean() > 0.9
    assert (depth > 0.01).float().mean() < 0.15


def test_the_gate_moves_whole_frames():
    frames = scene(4)[:1].expand(4, -1, -1, -1)
    moved = film.weave(rng(), frames, 1.5)
    inner = (..., slice(16, -16), slice(16, -16))
    assert (moved[0] - moved[1])[inner].abs().mean() > 0.01
    # One shift explains the whole frame: moving it back leaves little.
    shift = 1.5 * normal(rng(), 4, 2)
    for i in range(4):
        y, x = (torch.arange(128)[:, None] - shift[i, 1]), (torch.arange(128) - shift[i, 0])
        grid = torch.stack(((2 * x + 1) / 128 - 1 + 0 * y, (2 * y + 1) / 128 - 1 + 0 * x), dim=-1)
        back = F.grid_sample(moved[i : i + 1], grid[None], mode="bicubic", align_corners=False)
        before = (moved[i] - frames[i])[inner].abs().mean()
        assert (back[0] - frames[i])[inner].abs().mean() < 0.3 * before


def test_flicker_changes_exposure_only():
    frames = scene(8)[:1].expand(8, -1, -1, -1)
    out = film.flicker(rng(), frames, 0.05)
    assert 0.02 < float((out.mean((1, 2, 3)) / frames.mean()).std()) < 0.1
    assert torch.equal(film.flicker(rng(), frames, 0.0), frames)
    gray = flat()
    assert torch.equal(*film.flicker(rng(), gray, 0.05)[:, :2].unbind(1))


# --- Fields


def test_combs_are_rows_of_the_next_frame():
    frames = torch.arange(4.0)[:, None, None, None].expand(4, 3, 8, 8)
    later = fields.next_frames(frames)
    assert later[:, 0, 0, 0].tolist() == [1, 2, 3, 2]
    combed = fields.comb(frames, later, parity=1)
    assert torch.equal(combed[:, :, ::2], frames[:, :, ::2])
    assert torch.equal(combed[:, :, 1::2], later[:, :, 1::2])


def test_line_doubling_keeps_one_field_and_draws_the_other():
    frames = noise_frames(1, 10)
    for parity in (0, 1):
        out = fields.line_double(frames, parity)
        assert torch.equal(out[..., parity::2, :], frames[..., parity::2, :])
        above, below = frames[..., 2 + parity, :], frames[..., 4 + parity, :]
        assert torch.allclose(out[..., 3 + parity, :], (above + below) / 2)
    assert not torch.equal(fields.line_double(frames, 0), fields.line_double(frames, 1))


def test_bob_takes_fields_by_turns():
    frames = noise_frames(1, 10).expand(3, -1, -1, -1)
    out = fields.bob(frames, 1)
    assert torch.equal(out[0], out[2])
    assert torch.equal(out[0], fields.line_double(frames[:1], 1)[0])
    assert torch.equal(out[1], fields.line_double(frames[:1], 0)[0])


def test_blended_fields_leave_ghosts():
    frames = torch.zeros(2, 3, 12, 12)
    frames[0, ..., 3], frames[1, ..., 8] = 1.0, 1.0
    ghosts = fields.blend_fields(frames, fields.next_frames(frames), 0)
    assert ghosts[0, 0, 6, 3] == pytest.approx(0.5)
    assert ghosts[0, 0, 6, 8] == pytest.approx(0.5)


@pytest.mark.parametrize("treatment", ["comb", "bob", "blend"])
def test_what_stands_still_and_has_no_fine_rows_survives_interlacing(treatment):
    upright = scene(1)[:, :, :1].expand(4, -1, 128, -1)
    assert torch.allclose(fields.interlace(rng(), upright, treatment), upright, atol=1e-6)
    moving = scene(4)
    assert (fields.interlace(rng(), moving, treatment) - moving).abs().mean() > 0.0005
    assert fields.interlace(rng(), moving[:1], treatment).shape == (1, 3, 128, 128)


# --- Analogue


def test_dots_crawl_at_coloured_edges():
    still = red_edge()
    out = analogue.composite(still, analogue.NTSC, each(2.5, 4), each(0, 4))
    dots = luma(out) - luma(still)
    at_edge, far = dots[..., 20:28], dots[..., 40:]
    assert at_edge.abs().max() > 0.02
    assert far.abs().max() < 0.002
    # Half a cycle a frame: the pattern is turned over in the next frame and back after two.
    assert torch.allclose(dots[0], -dots[1], atol=2e-3)
    assert torch.allclose(dots[0], dots[2], atol=1e-4)
    pal = luma(analogue.composite(still, analogue.PAL, each(2.5, 4), each(0, 4))) - luma(still)
    assert (pal[0] - pal[2]).abs().max() > 0.01
    assert (pal[0] - pal[1]).abs().max() > 0.01


def test_pal_turns_one_colour_over_from_line_to_line():
    red = flat(1, 48, (0.7, 0.2, 0.3))
    plain = dataclasses.replace(analogue.PAL, turns_v=False)
    dots, even = (
        luma(analogue.composite(red, carrier, each(2.5, 1), each(0.3, 1)) - red)
        for carrier in (analogue.PAL, plain)
    )
    # The third and fourth row are the second line of each field, where the sign is turned.
    assert torch.allclose(dots[..., :2, :], even[..., :2, :], atol=1e-5)
    assert (dots - even)[..., 2:4, :].abs().max() > 0.05


def test_a_composite_signal_keeps_flat_colours():
    for carrier in (analogue.NTSC, analogue.PAL):
        red = flat(3, 48, (0.7, 0.2, 0.3))
        out = analogue.composite(red, carrier, each(2.5), each(0))
        assert (out - red).abs().max() < 0.02
        leaking = analogue.composite(red, carrier, each(2.5), each(0.3))
        assert (luma(leaking) - luma(red)).std() > 0.02


def test_fine_patterns_turn_into_rainbows():
    x = torch.arange(64)
    stripes = 0.5 + 0.3 * torch.cos(2 * np.pi * analogue.NTSC.cycles_per_pixel * x)
    gray = stripes.expand(2, 3, 64, 64)
    out = analogue.composite(gray, analogue.NTSC, each(2.5, 2), each(0, 2))
    assert chroma(out).std() > 0.05
    plain = analogue.composite(flat(2, 64), analogue.NTSC, each(2.5, 2), each(0, 2))
    assert chroma(plain).abs().max() < 1e-3


def test_a_recorder_keeps_less_colour_than_luma():
    frames = scene(3)
    out = analogue.narrow_bands(frames, each(0.3), each(4.0))
    assert (luma(out) - luma(frames)).std() < 0.1 * luma(frames).std()
    assert (chroma(out) - chroma(frames)).std() > 0.1 * chroma(frames).std()


def test_smears_go_to_the_right():
    dot = torch.zeros(1, 1, 3, 41)
    dot[..., 1, 20] = 1.0
    out = analogue.smear_right(dot, each(3, 1))[0, 0]
    assert float(out[1].sum()) == pytest.approx(1, abs=0.01)
    assert float(out[1, :20].abs().max()) < 1e-6
    assert out[1, 20] > out[1, 21] > out[1, 24] > 0
    assert out[0].abs().max() == 0


def test_colours_bleed_and_luma_stays():
    frames = red_edge(1)
    bled = analogue.bleed_chroma(frames, each(3, 1), down=0)
    assert torch.allclose(luma(bled), luma(frames), atol=1e-5)
    assert float(chroma(bled)[0, 1, 5, 24]) < 0.6 * float(chroma(frames)[0, 1, 5, 24])
    assert torch.allclose(chroma(bled)[..., :24], chroma(frames)[..., :24], atol=1e-5)
    frames = frames.mT.contiguous()
    hanging = analogue.bleed_chroma(frames, each(0.05, 1), down=1)
    assert torch.allclose(chroma(hanging)[..., 1:, :], chroma(frames)[..., :-1, :], atol=1e-5)


def test_shifted_colours_leave_luma_in_place():
    frames = scene(2)
    out = analogue.shift_chroma(frames, torch.tensor([2.0, -1.0]))
    assert torch.allclose(luma(out), luma(frames), atol=1e-5)
    assert torch.allclose(chroma(out)[0, ..., 2:], chroma(frames)[0, ..., :-2], atol=1e-5)
    assert torch.allclose(chroma(out)[1, ..., :-1], chroma(frames)[1, ..., 1:], atol=1e-5)


def test_hue_turns_by_row():
    frames = scene(1, 16)
    angle = torch.zeros(1, 16)
    angle[0, 5] = np.pi
    out = analogue.turn_hue(frames, angle)
    assert torch.allclose(luma(out), luma(frames), atol=1e-5)
    assert torch.allclose(chroma(out)[..., 5, :], -chroma(frames)[..., 5, :], atol=1e-5)
    assert torch.allclose(out[..., :5, :], frames[..., :5, :], atol=1e-5)


def test_halos_beside_upright_edges_only():
    edge = flat(1)
    edge[..., 16:] = 0.6
    out = analogue.overshoot(edge, each(1, 1), each(1.5, 1))
    assert float(out.max()) > 0.63
    assert float(out.min()) < 0.37
    lying = edge.mT.contiguous()
    assert torch.allclose(analogue.overshoot(lying, each(1, 1), each(1.5, 1)), lying, atol=1e-5)


def test_ringing_follows_an_edge():
    edge = flat(1, 48)
    edge[..., 24:] = 0.8
    waves = (analogue.ring(edge, each(0.3, 1), period=4.0) - edge)[0, 0, 0]
    assert torch.allclose(waves[:24], torch.zeros(24), atol=1e-6)
    after = waves[24:]
    assert after.max() > 0.02
    assert after.min() < -0.005
    assert after[4:8].abs().max() < 0.6 * after[:4].abs().max()
    assert after[12:].abs().max() < 0.1 * after.abs().max()


def test_rows_move_and_nothing_else():
    frames = noise_frames(2, 16)
    offsets = torch.zeros(2, 16)
    offsets[1, 3], offsets[1, 4], offsets[1, 5] = 2.0, -1.0, 0.5
    out = analogue.shift_rows(frames, offsets)
    assert torch.equal(out[0], frames[0])
    assert torch.equal(out[1, :, 6:], frames[1, :, 6:])
    assert torch.equal(out[1, :, 3, :-2], frames[1, :, 3, 2:])
    assert torch.equal(out[1, :, 4, 1:], frames[1, :, 4, :-1])
    between = (frames[1, :, 5, :-1] + frames[1, :, 5, 1:]) / 2
    assert torch.allclose(out[1, :, 5, :-1], between)


def test_jitter_has_its_amount_and_differs_by_line_and_frame():
    offsets = analogue.line_jitter(rng(), 6, 200, 0.4)
    assert offsets.shape == (6, 200)
    assert float(offsets.std()) == pytest.approx(0.4, rel=0.01)
    assert abs(agreement(offsets, 0)) < 0.2
    assert 0.4 < agreement(offsets, 1) < 0.95


def test_heads_switch_in_the_last_rows():
    frames = scene(3, 48)
    out = analogue.switch_heads(rng(), frames, rows=4, shift=12.0)
    assert torch.equal(out[..., :44, :], frames[..., :44, :])
    assert (out - frames)[..., 45:, :].abs().mean() > 0.05


def test_dropouts_are_short_pieces_of_single_rows():
    frames = flat(30, 48)
    out = analogue.drop_out(rng(), frames, count=1.0, longest=12.0)
    changed = (out - frames).abs()[:, 0] > 0.01
    assert 0.0005 < changed.float().mean() < 0.01
    assert changed.sum(-1).max() < 24
    assert changed.any(-1).sum(-1).max() <= 5
    assert {0.0, 1.0} <= set(out.unique().tolist())


# --- Compression


@pytest.mark.parametrize("quality", [30, 60, 90])
def test_jpeg_is_what_a_jpeg_encoder_does(quality):
    """Our vectorised JPEG against Pillow's, on the same picture and quality."""
    image = pytest.importorskip("PIL.Image")
    frames = (scene(1) * 255).round() / 255
    rgb = (frames[0].permute(1, 2, 0) * 255).byte().numpy()
    buffer = io.BytesIO()
    image.fromarray(rgb).save(buffer, "jpeg", quality=quality)
    theirs = torch.from_numpy(np.array(image.open(buffer))).permute(2, 0, 1)[None].float() / 255
    ours = compression.jpeg(frames, each(quality, 1))
    assert (ours - theirs).abs().mean() < 0.25 * (theirs - frames).abs().mean() + 1.0 / 255
    assert (ours - frames).abs().mean() > 0.2 / 255


def test_coarse_colour_of_dv_lies_in_the_lines():
    upright = red_edge(1, 44)  # the edge is in the middle of a group of four
    square = compression.jpeg(upright, each(100, 1), chroma=(1, 1))
    dv = compression.jpeg(upright, each(100, 1), chroma=(1, 4))
    assert chroma(dv - upright).abs().max() > 2 * chroma(square - upright).abs().max()
    lying = upright.mT.contiguous()
    dv = compression.jpeg(lying, each(100, 1), chroma=(1, 4))
    assert chroma(dv - lying).abs().max() < 0.05


def test_few_levels_make_bands():
    ramp = torch.linspace(0, 1, 200).expand(1, 3, 4, 200)
    assert len(compression.quantise_levels(ramp, 16).unique()) == 16


@pytest.mark.parametrize("codec", compression.CODECS)
def test_real_codecs(codec):
    pytest.importorskip("av")
    frames = filters.resize(scene(7, 160), 40, 56, "area")
    errors = []
    for strength in (0.0, 1.0):
        options = compression.codec_options(draw(strength, seed=3), codec)
        coded = compression.video_codec(frames, codec, options)
        assert coded.shape == frames.shape
        errors.append(float((coded - frames).abs().mean()))
    assert 0.002 < errors[0] < errors[1] < 0.2


def test_coded_frames_keep_their_order():
    pytest.importorskip("av")
    frames = torch.linspace(0.1, 0.9, 9)[:, None, None, None].expand(9, 3, 32, 32)
    coded = compression.video_codec(frames, "mpeg2video", {"qmin": "2", "qmax": "2", "bf": "2"})
    assert torch.allclose(coded.mean((1, 2, 3)), frames.mean((1, 2, 3)), atol=0.03)


# --- Chains


@pytest.mark.parametrize("kind", chains.Kind)
def test_every_chain_gives_a_quarter_in_8_bits(kind):
    frames = scene(4)
    small = F.interpolate(frames, scale_factor=0.25, mode="area")
    for seed in range(5):
        lq = chains.degrade(rng(seed), frames, kind)
        assert lq.shape == (4, 3, 32, 32)
        assert float(lq.min()) >= 0
        assert float(lq.max()) <= 1
        assert torch.allclose((lq * 255).round() / 255, lq)
        assert 0.001 < (lq - small).abs().mean() < 0.25
        assert torch.equal(lq, chains.degrade(rng(seed), frames, kind))


@pytest.mark.parametrize("kind", chains.Kind)
@pytest.mark.parametrize(("t", "side"), [(1, 96), (2, 88), (11, 64)])
def test_chains_take_clips_of_any_length_and_size(kind, t, side):
    for seed in range(2):
        lq = chains.degrade(rng(seed), scene(t, side), kind, strength=1.0)
        assert lq.shape == (t, 3, side // 4, side // 4)
        assert bool(lq.isfinite().all())


@pytest.mark.parametrize("kind", chains.Kind)
def test_strength_makes_a_clip_worse(kind):
    frames = scene(3, 96)
    small = F.interpolate(frames, scale_factor=0.25, mode="area")

    def error(strength: float) -> float:
        clips = [chains.degrade(rng(s), frames, kind, strength=strength) for s in range(6)]
        return sum(float((lq - small).abs().mean()) for lq in clips)

    assert error(1.0) > 1.1 * error(0.0)


def test_frames_of_a_clip_are_not_damaged_alike():
    still = scene(1, 96).expand(4, -1, -1, -1)
    for kind in chains.Kind:
        lq = chains.degrade(rng(1), still, kind, strength=1.0)
        assert (lq[1:] - lq[:-1]).abs().mean() > 0.001


def test_without_pyav_codecs_are_replaced(monkeypatch):
    monkeypatch.setattr(compression, "has_video_codecs", lambda: False)
    monkeypatch.setattr(chains, "video_codec", None)
    for seed in range(6):
        assert chains.degrade(rng(seed), scene(2, 64), chains.Kind.STREAM).shape == (2, 3, 16, 16)


def test_gray_material_is_mostly_gray():
    gray = scene(4, 64)[:, :1].expand(-1, 3, -1, -1)
    grays = []
    for seed in range(12):
        lq = chains.degrade(rng(seed), gray, chains.Kind.TAPE)
        grays.append(bool((lq[:, 0] - lq[:, 2]).abs().max() < 1e-6))
    assert 3 <= sum(grays) < 12


def test_every_kind_is_drawn():
    source = rng()
    drawn = {chains.random_kind(source) for _ in range(200)}
    assert drawn == set(chains.Kind)


# --- Gallery


def test_the_gallery_shows_what_each_piece_does(tmp_path, monkeypatch):
    image = pytest.importorskip("PIL.Image")
    gallery = importlib.import_module("engine.training.gallery")
    for name in ("a", "b"):
        coarse = rng().integers(0, 255, (20, 30, 3), np.uint8)
        image.fromarray(coarse).resize((300, 200)).save(tmp_path / f"{name}.png")
    monkeypatch.setattr(gallery, "_SIDE", 24)
    monkeypatch.setattr(gallery, "_CLIPS_PER_STRENGTH", 1)
    drawn = tmp_path / "gallery.png"
    assert command.main(["gallery", "--photos", str(tmp_path), "--output", str(drawn)]) == 0
    pixels = np.array(image.open(drawn)).astype(int)
    side, height = 48, 48 + 16 + 6
    changed, captions = [], []
    for top in range(0, pixels.shape[0], height):
        for left in (0, pixels.shape[1] // 2):
            captions.append((pixels[top : top + 16, left : left + 3 * side] < 100).any())
            rows = pixels[top + 16 : top + 16 + side, left : left + 3 * side]
            before, after, _ = np.split(rows, 3, axis=1)
            changed.append(np.abs(before - after).mean() > 0.2)
    assert len(captions) >= len(gallery._PIECES) + 3 * len(chains.Kind)
    assert np.mean(captions) > 0.95
    assert np.mean(changed) > 0.8
