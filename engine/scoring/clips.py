"""Scores of whole clips, as the paper of RealBasicVSR takes them of its VideoLQ videos.

Three frames of a clip count: 0, 50 and 99; of a shorter one the first, the middle and the last.
Where a clip is a result of Homereel's, its source is scored as well, enlarged by a bicubic filter
to the same size, since both measures depend on the size.

Source: Chan et al., arXiv:2111.12704, and its authors' remarks on their repository (issues 22, 26).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.files.sources import VIDEO_SUFFIXES, videos_in
from engine.jobs.errors import InputProblem, InputVideoError, ScoreFileError
from engine.scoring.brisque import Opinions
from engine.scoring.niqe import BLOCK, NaturalPictures
from engine.video.frame import Rgb
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader

AnyParameters = TypeVar("AnyParameters")

FRAMES = (0, 50, 99)
_MOST_FRAMES = 100
_RESULT = re.compile(r"(.+) restored(?: \d+)?")


@dataclass(frozen=True)
class Clip:
    """A video, or a folder of numbered pictures; of a result also its source."""

    path: Path
    source: Path | None = None


@dataclass(frozen=True)
class Score:
    """Mean over the frames that counted; lower is better. None where it could not be had."""

    niqe: float | None
    brisque: float | None


@dataclass(frozen=True)
class ClipScore:
    """Scores of a clip, and of its source at the same size."""

    clip: Clip
    frames: tuple[int, ...]
    """Numbers of those that counted."""
    score: Score
    source_score: Score | None


@dataclass(frozen=True)
class Judges:
    """The measures that can be taken."""

    natural: NaturalPictures | None = None
    """None without the file of parameters of NIQE."""
    opinions: Opinions | None = None
    """None without that of BRISQUE."""

    @classmethod
    def read(cls, niqe: Path | None, brisque: Path | None) -> Judges:
        """Read the published parameters of both measures; None: it is left out.

        Raises:
            ScoreFileError: a file cannot be used.
        """
        return cls(
            None if niqe is None else _parameters(niqe, NaturalPictures.read),
            None if brisque is None else _parameters(brisque, Opinions.read),
        )

    @torch.inference_mode()
    def score(self, frames: Sequence[Tensor]) -> Score:
        """Mean scores of ``(3, h, w)`` frames in [0, 1], all of one size."""
        height, width = frames[0].shape[-2:]
        is_large = min(height, width) >= BLOCK and max(height, width) >= 2 * BLOCK
        natural, opinions = self.natural if is_large else None, self.opinions
        return Score(
            None if natural is None else _mean([natural.distance(frame) for frame in frames]),
            None if opinions is None else _mean([opinions.distance(frame) for frame in frames]),
        )


def _parameters(path: Path, read: Callable[[Path], AnyParameters]) -> AnyParameters:
    try:
        return read(path)
    except (OSError, ValueError, KeyError) as exc:
        raise ScoreFileError(path, str(exc)) from exc


def find_clips(paths: Sequence[Path], sources: Path | None = None) -> list[Clip]:
    """The clips among files and folders, each result with its source.

    A result is called like its source, with “restored” behind. A source that is among the clips is
    not listed again where its result is.

    Args:
        paths: videos, folders of videos, and folders of numbered pictures.
        sources: folder of the sources, or the one source; None: where the results are.
    """
    found = videos_in(paths)
    if sources is not None and not sources.is_dir():
        return [Clip(path, sources) for path in found]
    clips = [Clip(path, _source_of(path, sources or path.parent)) for path in found]
    scored = {clip.source for clip in clips}
    return [clip for clip in clips if clip.path not in scored]


def score_clip(clip: Clip, judges: Judges, on_frame: Callable[[], None]) -> ClipScore:
    """Score a clip, and its source at the same size.

    Args:
        clip: one of `find_clips`.
        judges: the measures.
        on_frame: called for each frame that is read; what it raises ends the work.

    Raises:
        InputVideoError: one of the two cannot be read.
    """
    numbers, frames = _frames(clip.path, on_frame)
    score, source_score = judges.score(frames), None
    if clip.source is not None:
        size = frames[0].shape[-2:]
        source = [_enlarged(frame, size) for frame in _frames(clip.source, on_frame)[1]]
        source_score = judges.score(source)
    return ClipScore(clip, numbers, score, source_score)


def _source_of(path: Path, folder: Path) -> Path | None:
    """The source of a result; None for a clip that is none, or whose source is not there."""
    result = _RESULT.fullmatch(path.stem)
    name = result[1] if result else path.stem if folder != path.parent else None
    if name is None or not folder.is_dir():
        return None
    candidates = (other for other in sorted(folder.iterdir()) if other != path)
    return next((c for c in candidates if c.stem == name and _is_clip(c)), None)


def _is_clip(path: Path) -> bool:
    return path.suffix.lower() in VIDEO_SUFFIXES or path.is_dir()


def _frames(path: Path, on_frame: Callable[[], None]) -> tuple[tuple[int, ...], list[Tensor]]:
    """Numbers and pictures ``(3, h, w)`` of the frames that count."""
    taken = []
    numbers = _counting(_length(path, on_frame))
    for number, picture in enumerate(_decoded(path)):
        on_frame()
        if number in numbers:
            taken.append(_tensor(picture))
        if number >= numbers[-1]:
            break
    if not taken:
        raise InputVideoError(path, InputProblem.NOTHING_DECODES)
    return numbers[: len(taken)], taken


def _counting(frames: int) -> tuple[int, ...]:
    """Numbers of the frames that count in a clip of so many; each once."""
    if frames >= _MOST_FRAMES:
        return FRAMES
    return tuple(sorted({0, frames // 2, max(0, frames - 1)}))


def _length(path: Path, on_frame: Callable[[], None]) -> int:
    """How many frames a video has; at least so many where it has more than those that count."""
    count = 0
    for _picture in _decoded(path):
        on_frame()
        count += 1
        if count == _MOST_FRAMES:
            break
    return count


def _decoded(path: Path) -> Iterator[Rgb]:
    with Reader(probe(path)) as reader:
        for frame in reader:
            yield frame.data


def _tensor(picture: Rgb) -> Tensor:
    """``(3, h, w)`` in [0, 1] and whole 8-bit levels."""
    most = 255 if picture.itemsize == 1 else 65535
    frame = torch.from_numpy(picture.astype("float64")).permute(2, 0, 1) / most
    return (frame * 255).round() / 255


def _enlarged(frame: Tensor, size: Sequence[int]) -> Tensor:
    """``(3, h, w)`` at another size, by the filter of MATLAB's `imresize`."""
    if list(frame.shape[-2:]) == list(size):
        return frame
    large = F.interpolate(
        frame[None], size=tuple(size), mode="bicubic", align_corners=False, antialias=True
    )
    return (large[0].clamp(0, 1) * 255).round() / 255


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
