"""BRISQUE: its features by the formulas of the release, its regression by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from engine.scoring.brisque import FEATURES, Opinions, features
from engine.scoring.statistics import studio_luma

HEADER = "svm_type epsilon_svr\nkernel_type rbf\ngamma 0.05\nnr_class 2\ntotal_sv 2\nrho -3.5\n"


def picture(noise: float = 0.05, height: int = 60, width: int = 81) -> torch.Tensor:
    rows, columns = np.mgrid[:height, :width]
    waves = 0.5 + 0.3 * np.sin(rows / 5) * np.cos(columns / 7)
    waves = waves + noise * np.random.default_rng(0).standard_normal((3, height, width))
    return torch.from_numpy(waves).clamp(0, 1)


def features_of_release(plane: np.ndarray) -> list[float]:
    """Of one size, step by step as `brisque_feature.m` computes them."""
    axis = np.arange(7) - 3
    line = np.exp(-(axis**2) / (2 * (7 / 6) ** 2))
    window = np.outer(line, line) / line.sum() ** 2

    def smooth(x: np.ndarray) -> np.ndarray:
        padded, out = np.pad(x, 3), np.zeros_like(x)
        for i, j in np.ndindex(7, 7):
            out += window[i, j] * padded[i : i + x.shape[0], j : j + x.shape[1]]
        return out

    mean = smooth(plane)
    local = (plane - mean) / (np.sqrt(np.abs(smooth(plane**2) - mean**2)) + 1)
    shapes = np.arange(200, 10001) / 1000
    gamma = np.vectorize(math.gamma)
    ratios = gamma(2 / shapes) ** 2 / (gamma(1 / shapes) * gamma(3 / shapes))
    square = (local**2).mean()
    found = [shapes[np.abs(square / np.abs(local).mean() ** 2 - 1 / ratios).argmin()], square]
    for shift in ((0, 1), (1, 0), (1, 1), (-1, 1)):
        x = (local * np.roll(local, shift, (0, 1))).ravel()
        left, right = np.sqrt((x[x < 0] ** 2).mean()), np.sqrt((x[x > 0] ** 2).mean())
        lean = left / right
        ratio = np.abs(x).mean() ** 2 / (x**2).mean()
        ratio *= (lean**3 + 1) * (lean + 1) / (lean**2 + 1) ** 2
        shape = shapes[((ratios - ratio) ** 2).argmin()]
        factor = math.sqrt(math.gamma(1 / shape) / math.gamma(3 / shape))
        mean = (right - left) * math.gamma(2 / shape) / math.gamma(1 / shape) * factor
        found += [shape, mean, left**2, right**2]
    return found


def test_features_are_those_of_the_release():
    frame = picture()
    plane = studio_luma(frame).numpy()[:, :80]
    found = features(frame).numpy()
    assert found.shape == (FEATURES,)
    np.testing.assert_allclose(found[:18], features_of_release(plane), atol=2e-3)
    assert not np.allclose(found[:18], features(picture(0.1)).numpy()[:18], atol=2e-2)


def test_the_regression_is_computed_by_its_formula(tmp_path):
    from engine.scoring import brisque

    numbers = " ".join(f"{place}:0.25" for place in range(1, 37))
    path = tmp_path / "svm.txt"
    path.write_text(f"{HEADER}SV\n-10 {numbers}\n4 2:-0.5 36:1\n")
    opinions = Opinions.read(path)
    least, most = np.array(brisque._LEAST), np.array(brisque._MOST)
    scaled = 2 * (features(picture()).numpy() - least) / (most - least) - 1
    sparse = np.zeros(36)
    sparse[1], sparse[35] = -0.5, 1
    expected = 3.5
    expected += -10 * math.exp(-0.05 * ((scaled - 0.25) ** 2).sum())
    expected += 4 * math.exp(-0.05 * ((scaled - sparse) ** 2).sum())
    assert opinions.distance(picture()) == pytest.approx(expected)


@pytest.mark.parametrize(
    "text", ["", "SV\n", HEADER, HEADER.replace("rbf", "linear") + "SV\n1 1:1"]
)
def test_a_file_of_something_else(tmp_path, text):
    path = tmp_path / "svm.txt"
    path.write_text(text)
    with pytest.raises(ValueError, match="LIBSVM"):
        Opinions.read(path)
