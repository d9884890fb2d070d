"""How good a set of weights is, on clips it never saw, against what else there is."""

from __future__ import annotations

import hashlib
import json
import math
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from engine.networks import catalogue
from engine.networks.realbasicvsr import RealBasicVSR
from engine.restoring.plans import choose_plan
from engine.restoring.refinement import SoftRefinement
from engine.restoring.restorer import Restoration
from engine.restoring.shots import ShotFrame
from engine.scoring import niqe, statistics
from engine.scoring.niqe import NaturalPictures
from engine.training import measures, rivals, squeezenet
from engine.training.squeezenet import SqueezeNetFeatures
from engine.training.validation import Half, ValidationClip, read, to_frames, to_pictures
from engine.video.frame import Frame

BUNDLED = "homereel-small"
OURS = "ours"
BICUBIC = "bicubic"
COLUMNS = {
    "psnr": ("PSNR", 2),
    "ssim": ("SSIM", 3),
    "gmsd": ("GMSD", 3),
    "temporal": ("dT", 2),
    "features": ("feat", 2),
    "colour": ("colour", 2),
    "niqe": ("NIQE", 2),
    "flicker": ("flicker", 2),
    "pattern": ("pattern", 2),
}
"""Heading and decimals of every measure."""

Restore = Callable[[Tensor], Tensor]


@dataclass(frozen=True)
class Score:
    """The figures of one method on one clip; see `measures` and `niqe`."""

    clip: str
    kind: str
    half: Half
    method: str
    values: Mapping[str, float]
    """By the names of `COLUMNS`; without those that cannot be measured on this clip."""


@dataclass(frozen=True)
class Judges:
    """What figures need besides the pictures; without one its figure is left out."""

    niqe: NaturalPictures | None
    features: SqueezeNetFeatures | None


@dataclass(frozen=True)
class Result:
    """A score, and something to look at."""

    score: Score
    picture: NDArray[np.uint8]
    """``(4h, 4w, 3)`` the frame in the middle of the clip."""


def validate(network: RealBasicVSR, folder: Path) -> list[Score]:
    """The quick look that a training takes: clips with a truth, against bicubic, without NIQE.

    Only those of the half that weights may be chosen by.

    Args:
        network: on any device.
        folder: made by `validation.make`.
    """
    clips = (clip for clip in read(folder) if clip.truth is not None and clip.half is Half.CHOOSE)
    return [result.score for _, results in evaluate(network, clips) for result in results]


def evaluate(
    network: RealBasicVSR,
    clips: Iterable[ValidationClip],
    *,
    threshold: float | None = None,
    rival: Path | None = None,
    natural: Path | None = None,
    features: Path | None = None,
    is_thorough: bool = False,
) -> Iterator[tuple[ValidationClip, list[Result]]]:
    """Score weights on one clip after the other.

    What the others do is remembered beside each clip, and measured again when a file that
    matters for it has changed.

    Args:
        network: on any device.
        clips: of `validation.read`.
        threshold: of the cleaning, in 8-bit levels; by default that of the bundled model.
        rival: weights of Real-ESRGAN's compact network.
        natural: parameters of NIQE.
        features: weights of SqueezeNet.
        is_thorough: compare with a sharpened Lanczos filter and with the truth as well.

    Raises:
        WeightsError: the rival or SqueezeNet cannot be read.
    """
    judges = Judges(
        None if natural is None else NaturalPictures.read(natural),
        None if features is None else SqueezeNetFeatures.read(features),
    )
    others: dict[str, Restore] = {BICUBIC: rivals.bicubic}
    if is_thorough:
        others["lanczos"] = rivals.sharpened_lanczos
    if rival is not None:
        compact = rivals.read_compact_network(rival)
        others["realesrgan"] = partial(rivals.restore_pictures, compact)
    files = [file for file in (rival, natural, features) if file is not None]
    for clip in clips:
        remembered = partial(_remembered, clip, judges, files)
        results = [remembered(name, other) for name, other in others.items()]
        results.append(_judged(clip, judges, OURS, partial(restore, network, threshold=threshold)))
        if is_thorough and clip.truth is not None:
            results.append(remembered("truth", partial(_truth, clip.truth)))
        yield clip, results


def restore(network: RealBasicVSR, lq: Tensor, *, threshold: float | None = None) -> Tensor:
    """Restore one shot ``(t, 3, h, w)`` at full strength: this is the program's own restoration.

    Args:
        network: on any device.
        lq: RGB in [0, 1].
        threshold: of the cleaning, in 8-bit levels; by default that of the bundled model.

    Returns:
        ``(t, 3, 4h, 4w)`` in whole 8-bit levels.
    """
    device = next(network.parameters()).device
    height, width = lq.shape[-2:]
    if threshold is None:
        threshold = catalogue.find(BUNDLED).default_threshold
    restoration = Restoration(
        model=network,
        device=device,
        plan=choose_plan(network, width, height, device),
        refine=None if threshold is None else SoftRefinement(threshold),
        strength=1.0,
        width=width,
        height=height,
    )
    shot = (
        ShotFrame(Frame(picture, i, Fraction(1, 25), 1), starts_shot=i == 0)
        for i, picture in enumerate(to_pictures(lq))
    )
    restored = restoration.run(shot, on_step=lambda: None)
    return to_frames(np.stack([done.frame.data for done in restored]))


def _judged(clip: ValidationClip, judges: Judges, method: str, restore: Restore) -> Result:
    pictures = to_pictures(restore(clip.lq))
    output = to_frames(pictures)
    values = measures.measure(output, clip.lq, clip.truth, judges.niqe, judges.features)
    if method == "truth":  # compared with itself it says nothing
        values = {name: values[name] for name in ("niqe", "flicker", "pattern") if name in values}
    return Result(_score(clip, method, values), pictures[len(pictures) // 2])


def _score(clip: ValidationClip, method: str, values: Mapping[str, float]) -> Score:
    return Score(clip.name, clip.kind, clip.half, method, values)


def _remembered(
    clip: ValidationClip,
    judges: Judges,
    files: list[Path],
    method: str,
    restore: Restore,
) -> Result:
    """`_judged`, from the folder ``known`` beside the clip where it is there already."""
    digest = _digest_of_measures().copy()
    for file in (clip.file, *files):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    known = clip.file.parent / "known" / f"{clip.name}-{method}-{digest.hexdigest()[:16]}.npz"
    if known.exists():
        with np.load(known, allow_pickle=False) as arrays:
            values = json.loads(str(arrays["values"]))
            return Result(_score(clip, method, values), arrays["picture"])
    result = _judged(clip, judges, method, restore)
    known.parent.mkdir(exist_ok=True)
    unfinished = known.with_suffix(f".{os.getpid()}.npz")  # others may evaluate at the same time
    np.savez_compressed(unfinished, picture=result.picture, values=json.dumps(result.score.values))
    unfinished.replace(known)
    return result


@cache
def _digest_of_measures() -> hashlib._Hash:
    """Of the code that figures come from: what another version measured is not comparable."""
    digest = hashlib.sha256()
    for module in (measures, niqe, statistics, rivals, squeezenet):
        digest.update(Path(module.__file__ or "").read_bytes())
    return digest


def _truth(truth: Tensor, _lq: Tensor) -> Tensor:
    return truth


def mean(scores: Iterable[Score], name: str) -> float | None:
    """Mean of a figure over the scores that have it."""
    values = [score.values[name] for score in scores if name in score.values]
    return math.fsum(values) / len(values) if values else None


def format_table(scores: list[Score]) -> str:
    """Lines for every clip; for each half the means with and without a truth, and our gains."""
    heading = "".join(f" {title:>7}" for title, _ in COLUMNS.values())
    lines = [f"{'clip':16} {'method':10}{heading}"]
    for clip in dict.fromkeys(score.clip for score in scores):
        lines += _rows(clip, [score for score in scores if score.clip == clip])
    for half in Half:
        ours = [score for score in scores if score.half is half]
        lines += _rows(half, [score for score in ours if score.kind != "real"])
        lines += _rows(f"{half} real", [score for score in ours if score.kind == "real"])
        lines += _gains(half, ours)
    return "\n".join(lines)


def _rows(title: str, scores: list[Score]) -> list[str]:
    """A line for each method: the means."""
    lines = []
    for method in dict.fromkeys(score.method for score in scores):
        rows = [score for score in scores if score.method == method]
        means = {name: mean(rows, name) for name in COLUMNS}
        lines.append(_row(title, method, means))
    return lines


def _row(title: str, method: str, values: Mapping[str, float | None]) -> str:
    cells = []
    for name, (_, decimals) in COLUMNS.items():
        value = values.get(name)
        cells.append(f" {'-':>7}" if value is None else f" {value:7.{decimals}f}")
    return f"{title:16} {method:10}{''.join(cells)}"


def _gains(title: str, scores: list[Score]) -> list[str]:
    """What we have more than bicubic: the mean, the least and the most over all clips."""
    by_method = {(score.clip, score.method): score.values for score in scores}
    gains: dict[str, list[float]] = {}
    for (clip, method), values in by_method.items():
        plain = by_method.get((clip, BICUBIC))
        if method == OURS and plain is not None:
            for name in values.keys() & plain.keys():
                gains.setdefault(name, []).append(values[name] - plain[name])
    return [
        _row(f"{title} {what}", "gain", {name: sum_up(all_) for name, all_ in gains.items()})
        for what, sum_up in (("mean", _mean), ("least", min), ("most", max))
        if gains
    ]


def _mean(values: list[float]) -> float:
    return math.fsum(values) / len(values)


def to_json(scores: list[Score]) -> str:
    """All scores, a list of ``{"clip", "kind", "half", "method", "values"}``."""
    return json.dumps([{**vars(score), "values": dict(score.values)} for score in scores], indent=1)
