"""The paper's table by the program: PSNR and SSIM of clips with a truth.

    homereel models import BasicVSR_Vimeo90K_BDx4.pth
    python -m tests.bench.vid4 FOLDER [--model NAME] [--frames N] [--window N]

FOLDER holds the pictures of one clip, or a folder of pictures for each clip, as the data set Vid4
does. Each clip is made smaller four times by a gaussian of sigma 1.6, enlarged by the command line
in 32-bit, and compared with the truth on Y, all frames and no border cut off. The gaussian is
sampled at the centre of each block of 4x4 pixels (4j + 1.5): sampled at 4j, the pictures of these
weights are 1.5 pixels aside.

Published for Vid4 (OpenMMLab's table for ``basicvsr_vimeo90k_bd``): 27.98 dB, 0.8556.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F  # noqa: N812

from engine.video.frame import Rgb
from tests.bench.pictures import luma, mean, psnr, read_frames, ssim, write_lossless
from tests.shared import ROOT

MODEL = "basicvsr-vimeo90k-bd"
PUBLISHED = {"Vid4": (27.9791, 0.8556)}
SCALE, SIGMA, RADIUS = 4, 1.6, 6
AS_IT_IS = ("--deinterlace", "off", "--repair", "off", "--precision", "fp32", "--codec", "ffv1")


def shrinking(side: int) -> np.ndarray:
    """``(side / 4, side)`` weights of the gaussian around the centre of each block."""
    rows = np.zeros((side // SCALE, side))
    for j in range(side // SCALE):
        centre = SCALE * j + (SCALE - 1) / 2
        for i in range(int(centre) - RADIUS, int(centre) + RADIUS + 2):
            weight = np.exp(-((i - centre) ** 2) / (2 * SIGMA**2))
            mirrored = abs(i) if i < side else 2 * (side - 1) - i
            rows[j, mirrored] += weight
    return rows / rows.sum(axis=1, keepdims=True)


def shrunk(frame: Rgb) -> Rgb:
    """A quarter of the width and height, in whole levels."""
    rows, columns = (shrinking(side) for side in frame.shape[:2])
    small = np.einsum("ih,hwc,jw->ijc", rows, frame.astype(np.float64), columns, optimize=True)
    return small.round().clip(0, 255).astype(np.uint8)


def truths(folder: Path, most: int | None) -> list[Rgb]:
    """The pictures of a clip, cut at the right and below to whole blocks."""
    pictures = read_frames(folder)[:most]
    return [p[: p.shape[0] // SCALE * SCALE, : p.shape[1] // SCALE * SCALE] for p in pictures]


def enlarged(small: Sequence[Rgb], model: str, words: Sequence[str], folder: Path) -> list[Rgb]:
    """The frames of a clip through the program's command line."""
    source, output = folder / "small.mkv", folder / "large.mkv"
    write_lossless(source, small)
    command = [sys.executable, "-m", "app", "restore", source, "-o", output, "--model", model]
    command += ["--size", "4x", "--overwrite", *AS_IT_IS, *words]
    subprocess.run(list(map(str, command)), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return read_frames(output)


def bicubic(frame: Rgb) -> Rgb:
    """Four times as large without a network."""
    small = torch.from_numpy(frame.astype(np.float64)).permute(2, 0, 1)[None]
    large = F.interpolate(small, scale_factor=SCALE, mode="bicubic", align_corners=False)
    return large[0].permute(1, 2, 0).round().clamp(0, 255).byte().numpy()


def figures(results: Sequence[Rgb], truth: Sequence[Rgb]) -> tuple[float, float]:
    """Mean PSNR and SSIM on Y."""
    planes = [(luma(one), luma(other)) for one, other in zip(results, truth, strict=True)]
    return mean([psnr(*pair) for pair in planes]), mean([ssim(*pair) for pair in planes])


def main() -> None:
    """Print a line for each clip, and their mean beside the published figure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default=MODEL)
    parser.add_argument("--frames", type=int, help="of each clip, at most")
    parser.add_argument("--window", type=int, help="frames restored in one go")
    given = parser.parse_args()
    words = [] if given.window is None else ["--window", given.window]
    clips = [f for f in sorted(given.folder.iterdir()) if f.is_dir()] or [given.folder]
    print(f"{'clip':<24}{'frames':>7}{'bicubic':>17}{given.model:>24}")
    rows = []
    for clip in clips:
        truth = truths(clip, given.frames)
        small = [shrunk(frame) for frame in truth]
        with tempfile.TemporaryDirectory() as name:
            results = enlarged(small, given.model, words, Path(name))
        rows.append((*figures(list(map(bicubic, small)), truth), *figures(results, truth)))
        _show(clip.name, str(len(truth)), rows[-1])
    _show("mean", "", [mean(column) for column in zip(*rows, strict=True)])
    for name, (decibels, likeness) in PUBLISHED.items():
        print(f"{'published for ' + name:<24}{'':>24}{decibels:>15.2f}{likeness:>9.4f}")


def _show(name: str, count: str, row: Sequence[float]) -> None:
    print(f"{name:<24}{count:>7}{row[0]:>9.2f}{row[1]:>8.4f}{row[2]:>15.2f}{row[3]:>9.4f}")


if __name__ == "__main__":
    main()
