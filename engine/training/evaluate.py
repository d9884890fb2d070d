"""How good a set of weights is, on clips it never saw, against what else there is."""

from __future__ import annotations

import hashlib
import json
import math
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.networks.realbasicvsr import RealBasicVSR
from engine.restoring.finishing import (
    colour_trust,
    enlarged_weight,
    still_weight,
    with_colour_of,
)
from engine.training import measures, niqe, rivals
from engine.training.niqe import NaturalPictures
from engine.training.validation import ValidationClip, read, to_frames, to_pictures

OURS = "ours"
BICUBIC = "bicubic"
COLUMNS = {
    "psnr": ("PSNR", 2),
    "ssim": ("SSIM", 3),
    "gmsd": ("GMSD", 3),
    "temporal": ("dT", 2),
    "colour": ("colour", 2),
    "niqe": ("NIQE", 2),
    "flicker": ("flicker", 2),
}
"""Heading and decimals of every measure."""

Restore = Callable[[Tensor], Tensor]


@dataclass(frozen=True)
class Score:
    """The figures of one method on one clip; see `measures` and `niqe`."""

    clip: str
    kind: str
    method: str
    values: Mapping[str, float]
    """By the names of `COLUMNS`; without those that cannot be measured on this clip."""


@dataclass(frozen=True)
class Result:
    """A score, and something to look at."""

    score: Score
    picture: NDArray[np.uint8]
    """``(4h, 4w, 3)`` the frame in the middle of the clip."""


def validate(network: RealBasicVSR, folder: Path) -> list[Score]:
    """The quick look that a training takes: clips with a truth, against bicubic, without NIQE.

    Args:
        network: on any device.
        folder: made by `validation.make`.
    """
    clips = (clip for clip in read(folder) if clip.truth is not None)
    return [result.score for _, results in evaluate(network, clips) for result in results]


def evaluate(
    network: RealBasicVSR,
    clips: Iterable[ValidationClip],
    *,
    passes: int = 1,
    rival: Path | None = None,
    natural: Path | None = None,
    is_thorough: bool = False,
) -> Iterator[tuple[ValidationClip, list[Result]]]:
    """Score weights on one clip after the other.

    What the others do is remembered beside each clip, and measured again when a file that
    matters for it has changed.

    Args:
        network: on any device.
        clips: of `validation.read`.
        passes: how often frames are cleaned.
        rival: weights of Real-ESRGAN's compact network.
        natural: parameters of NIQE.
        is_thorough: compare with a sharpened Lanczos filter and with the truth as well.

    Raises:
        WeightsError: the rival cannot be read.
    """
    judge = None if natural is None else NaturalPictures.read(natural)
    others: dict[str, Restore] = {BICUBIC: rivals.bicubic}
    if is_thorough:
        others["lanczos"] = rivals.sharpened_lanczos
    if rival is not None:
        compact = rivals.read_compact_network(rival)
        others["realesrgan"] = partial(rivals.restore_pictures, compact)
    files = [file for file in (rival, natural) if file is not None]
    for clip in clips:
        remembered = partial(_remembered, clip, judge, files)
        results = [remembered(name, other) for name, other in others.items()]
        results.append(_judged(clip, judge, OURS, partial(restore, network, passes=passes)))
        if is_thorough and clip.truth is not None:
            results.append(remembered("truth", partial(_truth, clip.truth)))
        yield clip, results


@torch.inference_mode()
def restore(network: RealBasicVSR, lq: Tensor, *, passes: int = 1) -> Tensor:
    """Restore ``(t, 3, h, w)`` as the program does, all frames in one window.

    Returns:
        ``(t, 3, 4h, 4w)`` on the processor, in 32-bit.
    """
    device = next(network.parameters()).device
    output = network(lq[None].to(device), passes=passes).output[0].float().cpu()
    plain, sources = rivals.bicubic(lq), to_pictures(lq)
    frames: list[Tensor] = []
    for i, source in enumerate(sources):
        shown = with_colour_of(plain[i : i + 1], output[i : i + 1], colour_trust(source))
        shown = shown.clamp(0, 1)
        still = still_weight(sources[i - 1], source) if i else None
        if still is not None:
            shown = shown.lerp(frames[-1], enlarged_weight(still, network.scale))
        frames.append(shown)
    return torch.cat(frames)


def _judged(
    clip: ValidationClip, judge: NaturalPictures | None, method: str, restore: Restore
) -> Result:
    pictures = to_pictures(restore(clip.lq))
    values = measures.measure(to_frames(pictures), clip.lq, clip.truth, judge)
    if method == "truth":  # compared with itself it says nothing
        values = {name: values[name] for name in ("niqe", "flicker") if name in values}
    return Result(Score(clip.name, clip.kind, method, values), pictures[len(pictures) // 2])


def _remembered(
    clip: ValidationClip,
    judge: NaturalPictures | None,
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
            return Result(Score(clip.name, clip.kind, method, values), arrays["picture"])
    result = _judged(clip, judge, method, restore)
    known.parent.mkdir(exist_ok=True)
    unfinished = known.with_suffix(f".{os.getpid()}.npz")  # others may evaluate at the same time
    np.savez_compressed(unfinished, picture=result.picture, values=json.dumps(result.score.values))
    unfinished.replace(known)
    return result


@cache
def _digest_of_measures() -> hashlib._Hash:
    """Of the code that figures come from: what another version measured is not comparable."""
    digest = hashlib.sha256()
    for module in (measures, niqe, rivals):
        digest.update(Path(module.__file__ or "").read_bytes())
    return digest


def _truth(truth: Tensor, _lq: Tensor) -> Tensor:
    return truth


def mean(scores: Iterable[Score], name: str) -> float | None:
    """Mean of a figure over the scores that have it."""
    values = [score.values[name] for score in scores if name in score.values]
    return math.fsum(values) / len(values) if values else None


def format_table(scores: list[Score]) -> str:
    """Lines for every clip, the means with and without a truth, and what we gain on bicubic."""
    heading = "".join(f" {title:>7}" for title, _ in COLUMNS.values())
    lines = [f"{'clip':16} {'method':10}{heading}"]
    for clip in dict.fromkeys(score.clip for score in scores):
        lines += _rows(clip, [score for score in scores if score.clip == clip])
    for title, is_real in (("all", False), ("all real", True)):
        lines += _rows(title, [s for s in scores if (s.kind == "real") == is_real])
    return "\n".join(lines + _gains(scores))


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


def _gains(scores: list[Score]) -> list[str]:
    """What we have more than bicubic: the mean, the least and the most over all clips."""
    by_method = {(score.clip, score.method): score.values for score in scores}
    gains: dict[str, list[float]] = {}
    for (clip, method), values in by_method.items():
        plain = by_method.get((clip, BICUBIC))
        if method == OURS and plain is not None:
            for name in values.keys() & plain.keys():
                gains.setdefault(name, []).append(values[name] - plain[name])
    return [
        _row(title, "gain", {name: summary(values) for name, values in gains.items()})
        for title, summary in (("mean", _mean), ("least", min), ("most", max))
        if gains
    ]


def _mean(values: list[float]) -> float:
    return math.fsum(values) / len(values)


def to_json(scores: list[Score]) -> str:
    """All scores, a list of ``{"clip", "kind", "method", "values"}``."""
    return json.dumps([{**vars(score), "values": dict(score.values)} for score in scores], indent=1)
