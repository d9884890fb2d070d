"""What the lookahead is worth: ``python -m tests.bench.lookahead CLIP [FRAMES]``.

Streams a stretch of a real clip in windows of 12 frames with several lookaheads and compares
every frame with the whole stretch in one go, in 8-bit levels.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import torch
from torch import Tensor

from engine.jobs.options import Options
from engine.restoring.bands import enlarged_bands
from engine.restoring.plans import Plan
from engine.restoring.restorer import prepare
from engine.restoring.shots import ShotFrame
from engine.restoring.streaming import stream
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader

_LOOKAHEADS = (0, 2, 4, 6, 8, 12)
_WINDOW_FRAMES = 12


def frames_of(path: Path, count: int) -> list[Tensor]:
    """The first ``count`` frames, each ``(1, 3, h, w)`` in [0, 1]."""
    with Reader(probe(path)) as reader:
        pictures = [torch.from_numpy(f.data) for f in islice(reader, count)]
    return [p.permute(2, 0, 1)[None].float() / 255 for p in pictures]


def restored(frames: list[Tensor], plan: Plan) -> Iterator[Tensor]:
    """Every frame at four times its size in 8-bit levels, as one shot."""
    height, width = frames[0].shape[-2:]
    choice = prepare(Options(), width, height)
    source = [ShotFrame((i, frame), i == 0) for i, frame in enumerate(frames)]
    for done in stream(choice.model, source, plan, choice.refine):
        bands = [band for _, band in enlarged_bands(choice.model, done.features, 64)]
        yield torch.cat(bands, dim=-2).clamp(0, 1) * 255


def main() -> None:
    """Print a line for every lookahead."""
    path = Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 48
    frames = frames_of(path, count)
    whole = [f.half() for f in restored(frames, Plan(count, count))]
    print(f"{path.name}, {len(frames)} frames, windows of {_WINDOW_FRAMES}")
    print("lookahead   largest   99.9 %   PSNR dB   extra backward steps")
    for lookahead in _LOOKAHEADS:
        largest, quantiles, squares = 0.0, [], []
        for a, b in zip(restored(frames, Plan(_WINDOW_FRAMES, lookahead)), whole, strict=True):
            difference = (a - b.float()).abs().flatten()
            largest = max(largest, float(difference.max()))
            quantiles.append(float(difference[::7].quantile(0.999)) if difference.numel() else 0.0)
            squares.append(float((difference**2).mean()))
        mean = max(sum(squares) / len(squares), 1e-9)
        psnr = 10 * torch.log10(torch.tensor(255**2 / mean)).item()
        extra = lookahead / _WINDOW_FRAMES
        print(f"{lookahead:9} {largest:9.2f} {max(quantiles):8.2f} {psnr:9.1f} {extra:10.0%}")


if __name__ == "__main__":
    main()
