"""What the slider does: ``python -m tests.bench.slider CLIP [FRAMES]``.

Restores a stretch at thresholds between both ends of the slider. From smooth to detailed the
detail should grow without a jump: mean |high-pass| of luma, and the mean change from the line
before, both in 8-bit levels.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.jobs.options import Options
from engine.networks import catalogue
from engine.restoring.restorer import prepare
from engine.restoring.shots import mark_shots
from engine.video.frame import Frame
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader

_STOPS = 9


def stretch(path: Path, count: int) -> list[Frame]:
    """The first ``count`` frames of a clip."""
    with Reader(probe(path)) as reader:
        return list(islice(reader, count))


def restored(frames: Sequence[Frame], threshold: float) -> tuple[Tensor, float]:
    """``(t, 1, h, w)`` luma in 8-bit levels, and the mean number of passes."""
    height, width = frames[0].data.shape[:2]
    choice = prepare(Options(threshold=threshold), width, height)
    marked = mark_shots(frames, lambda frame: frame.data)
    done = list(choice.run(marked, lambda: None))
    pictures = torch.from_numpy(np.stack([d.frame.data for d in done])).float()
    luma = (pictures * torch.tensor([0.299, 0.587, 0.114])).sum(-1)[:, None]
    return luma, sum(d.passes for d in done) / len(done)


def main() -> None:
    """Print a line for every stop of the slider."""
    path = Path(sys.argv[1])
    frames = stretch(path, int(sys.argv[2]) if len(sys.argv) > 2 else 12)
    model = catalogue.find(Options().model)
    print(f"{path.name}, {len(frames)} frames, {model.name}")
    print("threshold   passes   detail   change")
    before: Tensor | None = None
    for threshold in np.geomspace(model.slider_smooth, model.slider_detailed, _STOPS):
        luma, passes = restored(frames, float(threshold))
        detail = float((luma - F.avg_pool2d(luma, 5, 1, 2)).abs().mean())
        change = float((luma - before).abs().mean()) if before is not None else 0.0
        print(f"{threshold:9.2f} {passes:8.2f} {detail:8.3f} {change:8.3f}")
        before = luma


if __name__ == "__main__":
    main()
