"""How disturbed a picture looks, measured without a truth (BRISQUE).

A regression that was trained on people's opinions of damaged photographs. Its parameters are no
part of Homereel: a file of LIBSVM's format is read, as the authors' release and the Python package
``brisque`` have it (there ``brisque/models/svm.txt``).

Source: Mittal, Moorthy, Bovik, "No-Reference Image Quality Assessment in the Spatial Domain", IEEE
Transactions on Image Processing 21(12), 2012. Details follow its authors' MATLAB release: pixels
outside the picture are 0, halving like `imresize`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from engine.scoring.statistics import (
    NEIGHBOURS,
    fit,
    gamma,
    halved,
    nearest_shape,
    normalised,
    studio_luma,
)

FEATURES = 36
_HALF = FEATURES // 2
_DEVIATION = 7 / 6
# Ranges of the features in the pictures of the training (the release's ``allrange``): alpha and
# variance, then shape, mean, left and right variance of the four neighbours; at two sizes.
_LEAST = (
    *(0.336999, 0.019667),
    *(0.230000, -0.125959, 0.000167, 0.000616),
    *(0.231000, -0.125873, 0.000165, 0.000600),
    *(0.241000, -0.128814, 0.000179, 0.000386),
    *(0.243000, -0.133080, 0.000182, 0.000421),
    *(0.436998, 0.016929),
    *(0.247000, -0.200231, 0.000104, 0.000834),
    *(0.257000, -0.200017, 0.000112, 0.000876),
    *(0.257000, -0.155072, 0.000112, 0.000356),
    *(0.258000, -0.154374, 0.000117, 0.000351),
)
_MOST = (
    *(9.999411, 0.807472),
    *(1.644021, 0.202917, 0.712384, 0.468672),
    *(1.644021, 0.169548, 0.713132, 0.467896),
    *(1.553016, 0.101368, 0.687324, 0.533087),
    *(1.554016, 0.101000, 0.689177, 0.533133),
    *(3.639918, 0.800955),
    *(1.096995, 0.175286, 0.755547, 0.399270),
    *(1.095995, 0.155928, 0.751488, 0.402398),
    *(1.041992, 0.093209, 0.623516, 0.532925),
    *(1.042992, 0.093714, 0.621958, 0.534484),
)


@dataclass(frozen=True)
class Opinions:
    """A regression by support vectors, from features of a picture to what people think of it."""

    vectors: Tensor
    """``(n, 36)``."""
    weights: Tensor
    """``(n,)``."""
    gamma: float
    """Of the radial kernel."""
    offset: float

    @classmethod
    def read(cls, path: Path) -> Opinions:
        """Read a model of LIBSVM.

        Raises:
            OSError: there is no such file.
            ValueError: it holds something else.
        """
        text = path.read_text(encoding="ascii")
        head, found, rows = text.partition("SV\n")
        values = dict(line.split(maxsplit=1) for line in head.splitlines() if " " in line)
        if not found or values.get("kernel_type") != "rbf":
            raise ValueError("no regression of LIBSVM with a radial kernel")
        vectors, weights = [], []
        for row in rows.splitlines():
            weight, *numbers = row.split()
            places = dict(number.split(":") for number in numbers)
            weights.append(float(weight))
            vectors.append([float(places.get(str(n + 1), 0.0)) for n in range(FEATURES)])
        return cls(
            torch.tensor(vectors, dtype=torch.float64),
            torch.tensor(weights, dtype=torch.float64),
            float(values.get("gamma", "nan")),
            float(values.get("rho", "nan")),
        )

    def distance(self, frame: Tensor) -> float:
        """BRISQUE of one picture ``(3, h, w)`` RGB in [0, 1]; lower is better, mostly 0 to 100."""
        least, most = (torch.tensor(ends, dtype=torch.float64) for ends in (_LEAST, _MOST))
        scaled = 2 * (features(frame) - least) / (most - least) - 1
        likeness = (-self.gamma * (self.vectors - scaled).square().sum(1)).exp()
        return float(self.weights @ likeness) - self.offset


def features(frame: Tensor) -> Tensor:
    """``(36,)`` of ``(3, h, w)`` RGB in [0, 1]; an odd last row or column does not count."""
    plane = studio_luma(frame)[None, None]
    plane = plane[..., : plane.shape[-2] // 2 * 2, : plane.shape[-1] // 2 * 2]
    axis = torch.arange(7, dtype=torch.float64) - 3
    line = torch.exp(-0.5 * (axis / _DEVIATION) ** 2)
    window = torch.outer(line, line) / line.sum() ** 2
    found: list[Tensor] = []
    for _ in range(2):
        local = normalised(plane, window, edges="constant")[0]
        square = local.square().mean()
        found += [nearest_shape(local.abs().mean()[None] ** 2 / square), square[None]]
        for shift in NEIGHBOURS:
            shape, left, right = fit(local * torch.roll(local, shift, dims=(1, 2)))
            mean = (right - left) * gamma(2 / shape) / gamma(1 / shape)
            # `fit` gives the scales of the distribution; the variances are wanted.
            variance = gamma(3 / shape) / gamma(1 / shape)
            found += [shape, mean, left**2 * variance, right**2 * variance]
        plane = halved(plane)
    return torch.cat(found)
