"""Frames in and out of lossless films, and figures of them, for benches that compare pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import av
import numpy as np
import torch
from torch.nn import functional as F  # noqa: N812

from engine.video.frame import Rgb
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader

RATE = 25


def write_lossless(path: Path, frames: Iterable[Rgb]) -> None:
    """Write ``(h, w, 3)`` RGB frames of 8 bits as they are: FFV1, in RGB."""
    with av.open(str(path), "w") as container:
        stream = None
        for frame in frames:
            if stream is None:
                stream = container.add_stream("ffv1", rate=RATE)
                stream.height, stream.width = frame.shape[:2]
                stream.pix_fmt = "bgr0"
            picture = av.VideoFrame.from_ndarray(np.ascontiguousarray(frame), format="rgb24")
            container.mux(stream.encode(picture.reformat(format="bgr0")))
        if stream is not None:
            container.mux(stream.encode())


def read_frames(path: Path) -> list[Rgb]:
    """All frames of a film as Homereel reads them."""
    with Reader(probe(path)) as reader:
        return [frame.data for frame in reader]


def luma(frame: Rgb) -> np.ndarray:
    """BT.601 luma from 16 to 235, not rounded, as the tables of papers take it."""
    return 16 + frame.astype(np.float64) @ np.array([65.481, 128.553, 24.966]) / 255


def psnr(one: np.ndarray, other: np.ndarray) -> float:
    """Peak signal-to-noise ratio in dB, of levels from 0 to 255."""
    error = np.mean((one.astype(np.float64) - other.astype(np.float64)) ** 2)
    return float("inf") if error == 0 else float(10 * np.log10(255**2 / error))


def ssim(one: np.ndarray, other: np.ndarray) -> float:
    """Structural similarity of two planes, where the window of 11 pixels lies inside."""
    axis = torch.arange(11, dtype=torch.float64) - 5
    line = torch.exp(-0.5 * (axis / 1.5) ** 2)
    window = (torch.outer(line, line) / line.sum() ** 2)[None, None]
    x, y = (torch.from_numpy(plane.astype(np.float64))[None, None] for plane in (one, other))
    mean_x, mean_y, xx, yy, xy = (F.conv2d(p, window) for p in (x, y, x * x, y * y, x * y))
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    likeness = (2 * mean_x * mean_y + c1) * (2 * (xy - mean_x * mean_y) + c2)
    likeness /= (mean_x**2 + mean_y**2 + c1) * (xx - mean_x**2 + yy - mean_y**2 + c2)
    return float(likeness.mean())


def mean(values: Sequence[float]) -> float:
    """The mean; not a number of nothing."""
    return sum(values) / len(values) if values else float("nan")
