"""A second contour beside edges: found where a recorder sharpened, and taken back."""

from fractions import Fraction

import numpy as np
import pytest

from engine.jobs.choices import Repair
from engine.rendering.steps.repairs.halo import Halo
from engine.video.colour import SMPTE170M, luma_weights
from engine.video.frame import Frame
from engine.video.probing.faults.fine_detail import fine_detail
from engine.video.probing.faults.halo import find_halo, unsharpened
from engine.video.probing.faults.sample import Sample, Sampled
from tests.video.repairs.damage import LUMA, hurt_places, hurt_psnr, sharpened
from tests.video.scenes import finding, psnr, repaired, scene, shared_scene, written


@pytest.mark.parametrize("strength", [(0.8, 2.5), (1.2, 3.0), (1.8, 4.0)], ids=str)
def test_sharpening_is_found_and_taken_back(tmp_path, strength):
    truth = soft(scene(1, count=4))
    path = written(tmp_path / "sharp.mkv", sharpened(truth, *strength), "yuv444p")
    found = finding(path, Repair.HALO)
    assert found.is_found
    assert not found.is_automatic
    before, after = repaired(path), repaired(path, "halo")
    where = hurt_places(before, truth)
    assert hurt_psnr(after, truth, where) > hurt_psnr(before, truth, where) + 3


def soft(pictures):
    """A lens is not as sharp as drawn things are."""
    out = []
    for picture in pictures:
        wide = np.pad(picture.astype(float), ((0, 0), (2, 2), (0, 0)), mode="edge")
        parts = [wide[:, n : n + picture.shape[1]] for n in range(5)]
        weights = (0.06, 0.24, 0.4, 0.24, 0.06)
        out.append(sum(w * p for w, p in zip(weights, parts, strict=True)).astype(np.uint8))
    return out


@pytest.mark.parametrize("seed", range(2))
def test_edges_that_were_not_sharpened_have_no_second_contour(tmp_path, seed):
    for name, pictures in (("drawn", scene(seed, 4)), ("soft", soft(scene(seed, 4)))):
        assert not finding(written(tmp_path / f"{name}.mkv", pictures), Repair.HALO).is_found


@pytest.mark.parametrize("turned", [False, True], ids=["along lines", "along columns"])
def test_weak_sharpening_counts_along_lines_only(turned):
    truth = soft(soft(soft(soft(scene(2, count=4)))))
    if turned:
        truth = [np.ascontiguousarray(picture.swapaxes(0, 1)) for picture in truth]
    hurt = sharpened(truth, 0.6, 2.5)
    if turned:
        hurt = [np.ascontiguousarray(picture.swapaxes(0, 1)) for picture in hurt]
    sample = Sample()
    sample.stretches = [[Sampled((picture @ LUMA).astype(np.uint8), ()) for picture in hurt]]
    found = find_halo(sample)
    assert found.is_found != turned
    assert turned or found.measured("overshoot") < 0.07


def grass(seed, count=4):
    """Soft texture without a direction, as of lawns and cloth."""
    rng = np.random.default_rng(seed)
    frequency = np.hypot(np.fft.fftfreq(240)[:, None], np.fft.rfftfreq(320)[None])
    response = np.exp(-((frequency / 0.12) ** 2)) / (frequency + 0.02)
    pictures = []
    for _ in range(count):
        plane = np.fft.irfft2(np.fft.rfft2(rng.normal(0, 1, (240, 320))) * response, s=(240, 320))
        plane = 110 + 22 * plane / plane.std()
        pictures.append(np.repeat(plane.clip(0, 255).astype(np.uint8)[..., None], 3, axis=2))
    return pictures


def lumas(pictures):
    return [np.ascontiguousarray(picture[..., 1]) for picture in pictures]


@pytest.mark.parametrize("strength", [(0.8, 2.5), (1.2, 3.0), (1.8, 4.0)], ids=str)
def test_fine_detail_tells_of_sharpening_along_lines(strength):
    plain, hurt = lumas(grass(1)), lumas(sharpened(grass(1), *strength))
    assert fine_detail(plain).rise_db == pytest.approx(0, abs=0.7)
    assert fine_detail(hurt).rise_db > 2.7
    assert fine_detail([luma.T[:288] for luma in hurt]).rise_db < -1.5


def test_gain_and_width_of_sharpening_are_told_by_fine_detail():
    hurt = fine_detail(lumas(sharpened(grass(1), 0.8, 2.5)))
    near, far = hurt.distance_db(0.7, 2), max(hurt.distance_db(0.1, 2), hurt.distance_db(2.0, 5))
    assert near < 1
    assert far > near + 0.5


def test_nothing_is_told_by_pictures_without_texture_and_by_tiny_ones():
    plain = np.full((240, 320), 90, np.uint8)
    assert fine_detail([plain] * 4) is None
    assert fine_detail([luma[:30] for luma in lumas(grass(1))]) is None
    assert fine_detail([]) is None


def test_soft_edges_amid_sharpened_texture_are_found():
    """Edges so soft that hardly a second contour shows at them."""
    columns = np.arange(320)
    edge = 70 * np.tanh(np.sin(2 * np.pi * columns / 160) * 6)
    pictures = [(0.5 * picture + 55 + edge[:, None]).clip(0, 255) for picture in grass(2)]
    pictures = [picture.astype(np.uint8) for picture in pictures]
    for given, is_found in ((pictures, False), (sharpened(pictures, 0.8, 2.5), True)):
        sample = Sample()
        sample.stretches = [[Sampled(luma, ()) for luma in lumas(given)]]
        assert find_halo(sample).is_found is is_found


def test_sharpening_is_taken_back_exactly():
    line = np.random.default_rng(1).normal(100, 30, 400)
    gain, width = 0.8, 3
    sharp = line + gain * (line - (np.roll(line, width) + np.roll(line, -width)) / 2)
    inner = slice(20, -20)
    assert unsharpened(sharp, gain, width)[inner] == pytest.approx(line[inner], abs=0.5)


@pytest.mark.parametrize(("gain", "width"), [(0.3, 1), (1.2, 3), (2.2, 5)])
def test_luma_of_a_picture_is_treated_as_the_filter_says(gain, width):
    picture = scene(1, count=1)[0]
    luma = picture @ np.array(luma_weights(SMPTE170M))
    change = np.array([unsharpened(line, gain, width) for line in luma]) - luma
    exact = (picture + change[..., None]).clip(0, 255)
    for peak, kind in ((255, np.uint8), (65535, np.uint16)):
        frame = Frame((picture * (peak / 255)).astype(kind), 0, Fraction(1, 25), 1)
        (treated,) = Halo(gain, width, SMPTE170M).apply(iter([frame]))
        off = np.abs(treated.data * (255 / peak) - exact)
        assert off.max() <= 2
        assert off.mean() < 0.35


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_a_black_pixel_amid_white_stays_in_range_whatever_the_gain(kind):
    gains = np.arange(0.1, 2.25, 0.1)
    picture = np.full((2, 33, 3), np.iinfo(kind).max, kind)
    picture[0, 16] = 0
    treated = []
    for gain in gains:
        frame = Frame(picture, 0, Fraction(1, 25), 1)
        treated += [out.data[0, 16, 1] for out in Halo(gain, 2, SMPTE170M).apply(iter([frame]))]
    exact = [unsharpened(picture[0, :, 1].astype(float), gain, 2)[16] for gain in gains]
    # Weights have so many parts as fit beside the levels of a picture.
    most = 5 if kind is np.uint8 else 0.1
    assert treated == pytest.approx(exact, abs=most * np.iinfo(kind).max / 255)


def test_colours_of_ten_bits_are_treated_alike(tmp_path):
    pictures = sharpened(soft(scene(1, count=3)), 1.2, 3.0)
    narrow = repaired(written(tmp_path / "8.mkv", pictures, "yuv444p"), "halo")
    wide = repaired(written(tmp_path / "10.mkv", pictures, "yuv444p10le"), "halo")
    assert np.abs(wide[1] / 257 - narrow[1]).mean() < 1.0


def test_sharpening_of_a_real_clip_is_found(tmp_path):
    truth = shared_scene("street_bikes_640x272.mp4", 3)
    if truth is None:
        pytest.skip("the shared clips are not here")
    assert not finding(written(tmp_path / "clean.mkv", truth), Repair.HALO).is_found
    path = written(tmp_path / "sharp.mkv", sharpened(truth, 1.2, 3.0))
    assert psnr(repaired(path, "halo"), truth) > psnr(repaired(path), truth) + 3
