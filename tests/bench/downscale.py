"""How much of a picture is left after it is made smaller and as large again.

    python -m tests.bench.downscale CLIP...

Compares filters on gamma-coded light, as it is stored, and on linear light.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, product

import av
import numpy as np
from av.video.reformatter import Interpolation, VideoReformatter

FILTERS = {
    "Lanczos": Interpolation.LANCZOS,
    "area": Interpolation.AREA,
    "bicubic": Interpolation.BICUBIC,
}
SCALES = {"1/2": (1, 2), "2/3": (2, 3)}
EXACT = Interpolation.ACCURATE_RND | Interpolation.BITEXACT
GAMMA = 2.4
EVERY, MOST = 5, 4


def pictures(path: str) -> Iterator[np.ndarray]:
    """Yield the brightness of a few pictures, 16 bits."""
    with av.open(path) as container:
        for frame in islice(container.decode(video=0), 0, EVERY * MOST, EVERY):
            yield frame.reformat(format="gray").to_ndarray().astype(np.uint16) * 257


def resized(plane: np.ndarray, width: int, height: int, kind: Interpolation) -> np.ndarray:
    frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(plane), format="gray16le")
    return (
        VideoReformatter().reformat(frame, width, height, interpolation=kind | EXACT).to_ndarray()
    )


def with_power(plane: np.ndarray, power: float) -> np.ndarray:
    return np.rint((plane / 65535) ** power * 65535).astype(np.uint16)


def main(paths: list[str]) -> None:
    """Print the mean PSNR of each way."""
    scores = defaultdict(list)
    for path in paths:
        for plane in pictures(path):
            height, width = plane.shape
            for scale, name, is_linear in product(SCALES, FILTERS, (False, True)):
                part, whole = SCALES[scale]
                size = width * part // whole, height * part // whole
                source = with_power(plane, GAMMA) if is_linear else plane
                small = resized(source, *size, FILTERS[name])
                small = with_power(small, 1 / GAMMA) if is_linear else small
                back = resized(small, width, height, Interpolation.LANCZOS)
                error = np.mean(((back.astype(float) - plane) / 257) ** 2)
                light = "linear" if is_linear else "stored"
                scores[scale, name, light].append(10 * np.log10(255**2 / error))
    for way, values in scores.items():
        print(*way, f"{np.mean(values):.2f} dB", sep="\t")


if __name__ == "__main__":
    main(sys.argv[1:])
