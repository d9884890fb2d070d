"""Colours beside their edges: measured to a part of a pixel, moved back, luma as it was."""

import numpy as np
import pytest

from engine.jobs.options import Repair
from tests.video.scenes import finding, repaired, scene, shared_scene, written

LUMA = np.array([0.299, 0.587, 0.114])
STRENGTHS = [(2.6, 0.0, 1.0), (4.0, 1.0, 2.5), (6.5, 3.0, 4.0), (-3.2, -2.0, 2.0)]


def displaced(pictures, right, down, blur, seed=4):
    """A recorder delays the carrier of the colours, and its band is narrow: by their spectrum."""
    rng = np.random.default_rng(seed)
    margin, out = 32, []
    for picture in pictures:
        height, width, _ = picture.shape
        luma = (picture @ LUMA)[..., None]
        sides = ((margin, margin), (margin, margin), (0, 0))
        spectrum = np.fft.rfft2(np.pad(picture - luma, sides, mode="edge"), axes=(0, 1))
        y = np.fft.fftfreq(height + 2 * margin)[:, None]
        x = np.fft.rfftfreq(width + 2 * margin)
        delay = np.exp(-2j * np.pi * (x * right + y * down))
        spectrum *= (delay * np.exp(-2 * (np.pi * x * blur) ** 2))[..., None]
        size = height + 2 * margin, width + 2 * margin
        colours = np.fft.irfft2(spectrum, s=size, axes=(0, 1))
        colours = colours[margin:-margin, margin:-margin]
        noisy = luma + colours + rng.normal(0, 2, picture.shape)
        out.append(noisy.clip(0, 255).astype(np.uint8))
    return out


def colour_psnr(pictures, truth):
    """How near the colours of pictures are to the truth, in dB, whatever their luma."""
    errors = []
    for picture, true in zip(pictures, truth, strict=True):
        off = picture - true.astype(float)
        errors.append(np.square(off - (off @ LUMA)[..., None]).mean())
    return 10 * np.log10(255**2 / np.mean(errors))


@pytest.mark.parametrize("strength", STRENGTHS, ids=str)
@pytest.mark.parametrize("seed", range(3))
def test_displaced_colours_are_found_and_moved_back(tmp_path, seed, strength):
    truth = scene(seed, count=12)
    path = written(tmp_path / "late.mkv", displaced(truth, *strength), "yuv422p")
    found = finding(path, Repair.CHROMA)
    assert found.is_automatic
    assert found.measured("right") == pytest.approx(strength[0], abs=0.8)
    assert found.measured("down") == pytest.approx(strength[1], abs=0.6)
    before, after = repaired(path, "off"), repaired(path, "chroma")
    # What the narrow band has lost does not come back: the best there is has it, too.
    blurred = displaced(truth, 0.0, 0.0, strength[2])
    gain = colour_psnr(after, blurred) - colour_psnr(before, blurred)
    assert gain > 3
    assert colour_psnr(after, truth) > colour_psnr(before, truth) + 1
    is_free = [((a > 0) & (a < 255)).all(axis=2) for a in after]
    for old, new, free in zip(before, after, is_free, strict=True):
        assert np.abs((old - new) @ LUMA)[free].max() <= 1.5


@pytest.mark.parametrize(
    "name",
    ["face_moustache_640x360.mp4", "dog_on_bed_720p_rot90.mp4", "street_bikes_640x272.mp4"],
)
def test_displaced_colours_of_real_pictures_are_found(tmp_path, name):
    truth = shared_scene(name, 8)
    if truth is None:
        pytest.skip("the shared clips are not here")
    assert not finding(written(tmp_path / "clean.mkv", truth), Repair.CHROMA).is_found
    for right, down, blur in STRENGTHS[:3]:
        path = written(tmp_path / f"{right}.mkv", displaced(truth, right, down, blur))
        found = finding(path, Repair.CHROMA)
        assert found.measured("right") == pytest.approx(right, abs=1.0)
        assert found.measured("down") == pytest.approx(down, abs=0.7)


def test_colours_of_ten_bits_are_moved_alike(tmp_path):
    late = displaced(scene(1, count=8), *STRENGTHS[1])
    narrow = repaired(written(tmp_path / "8.mkv", late, "yuv444p"))
    wide = repaired(written(tmp_path / "10.mkv", late, "yuv444p10le"))
    assert wide[3].max() > 60000
    assert np.abs(wide[3] / 257 - narrow[3]).mean() < 1.0


def test_gray_pictures_have_no_displaced_colours(tmp_path):
    path = written(tmp_path / "gray.mkv", scene(2, gray=True))
    assert not finding(path, Repair.CHROMA).is_found
