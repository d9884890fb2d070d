"""The end at twice the size against the end at four times, whose pictures are scaled down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.networks.realbasicvsr import SCALE, RealBasicVSR
from engine.training.evaluate import Score, restore
from engine.training.measures import compare, feature_distance
from engine.training.squeezenet import SqueezeNetFeatures
from engine.training.validation import ValidationClip, to_frames, to_pictures
from engine.video.pixels import resize_rgb

_HALF = SCALE // 2


def compare_ends(
    network: RealBasicVSR,
    clips: Iterable[ValidationClip],
    *,
    features: Path | None = None,
) -> Iterator[Score]:
    """Score both ends, and the plain enlargement, on clips with a truth, at twice their size.

    The truth is averaged over squares of two pixels; what the larger end makes is scaled down by
    Lanczos, as an encoder's scaler does it.

    Args:
        network: with both ends.
        clips: of `validation.read`; those without a truth are passed over.
        features: weights of SqueezeNet.
    """
    squeezenet = None if features is None else SqueezeNetFeatures.read(features)
    methods: dict[str, Callable[[Tensor], Tensor]] = {
        "lanczos": lambda lq: _resized(lq, _HALF),
        "4x, halved": lambda lq: _resized(_restored(network, lq, SCALE), 1 / 2),
        "2x": lambda lq: _restored(network, lq, _HALF),
    }
    for clip in clips:
        if clip.truth is None:
            continue
        truth = F.avg_pool2d(clip.truth, 2)
        for name, method in methods.items():
            output = method(clip.lq)
            values = compare(output, truth)
            if squeezenet is not None:
                values["features"] = feature_distance(squeezenet, output, truth)
            yield Score(clip.name, clip.kind, clip.half, name, values)


def _restored(network: RealBasicVSR, lq: Tensor, scale: int) -> Tensor:
    network.use_scale(scale)
    return restore(network, lq)


def _resized(frames: Tensor, factor: float) -> Tensor:
    height, width = (round(factor * side) for side in frames.shape[-2:])
    pictures = [resize_rgb(picture, width, height) for picture in to_pictures(frames)]
    return to_frames(np.stack(pictures))
