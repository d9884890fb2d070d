"""The clips that weights are judged on: always the same, with a truth where there can be one.

A folder holds an ``index.json`` and for every clip an ``.npz``. Making it takes PyAV and Pillow;
reading it only NumPy.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.jobs.choices import Crop
from engine.networks.realbasicvsr import SCALE
from engine.training.home_video import DAMAGES
from engine.training.scenes import read_photo

FRAMES = 12
_INDEX = "index.json"
_SHRINK = 2
"""Compressed clips are scaled down by this before they are a truth."""


class Half(StrEnum):
    """What the figures of a clip are for. All clips of one source are in the same half."""

    CHOOSE = "choose"
    """Looked at during a training and between mixtures of weights, which are chosen by it."""
    HELD_OUT = "held-out"
    """Looked at when weights are about to be committed; nothing is ever chosen by it."""


@dataclass(frozen=True)
class ValidationClip:
    """A clip of the folder."""

    name: str
    kind: str
    """What damaged it; ``real`` where nobody knows."""
    half: Half
    lq: Tensor
    """``(t, 3, h, w)`` RGB in [0, 1]."""
    truth: Tensor | None
    """``(t, 3, 4h, 4w)``, where there is one."""
    file: Path


@dataclass(frozen=True)
class _Stretch:
    """A stretch of a compressed clip, seen through a window that a hand holds."""

    damage: str
    source: str
    start_seconds: float
    width: int
    """Of the truth, in pixels; a multiple of 8."""
    height: int
    left: int = 0
    """Where the window starts, in pixels of the source."""
    top: int = 0
    pan: tuple[float, float] = (0.0, 0.0)
    """Pixels of the source per frame, x and y."""
    shake: float = 0.0
    """Pixels of the source."""
    step: int = 1
    """Every how manieth frame is taken."""


@dataclass(frozen=True)
class _Photo:
    """A window that moves over a photograph."""

    damage: str
    source: str
    width: int
    height: int
    pan: tuple[float, float] = (0.0, 0.0)
    """Pixels per frame."""
    shake: float = 0.0
    is_gray: bool = False


@dataclass(frozen=True)
class _Real:
    """A stretch of a source that is worn already; nobody has its truth."""

    source: str
    start_seconds: float
    crop: Crop


# The clip of blocks is left out: its mat has a grid finer than any home video shows.
_CUPS, _COFFEE, _LAWN = (
    f"sam2-apache-gallery-{name}.mp4" for name in ("02-cups", "04-coffee", "05-default-juggle")
)
_FLOWER = "mdn-cc0-flower.mp4"
_KODAK = "val-kodak-unrestricted-{}.webp"

_WITH_TRUTH: dict[str, _Stretch | _Photo] = {
    "vhs-cups": _Stretch("vhs", _CUPS, 2.3, 640, 352, top=10, shake=0.6),
    "vhs-flower": _Stretch("vhs", _FLOWER, 2.5, 464, 256, 6, 6, shake=2.0, step=2),
    "dvd-coffee": _Stretch("dvd", _COFFEE, 1.0, 624, 352, 10, 4, pan=(2.0, 0.0), shake=0.6),
    "interlaced-cups": _Stretch("interlaced", _CUPS, 5.5, 576, 320, 40, 40, pan=(1.0, 0.0)),
    "phone-lawn": _Stretch("phone", _LAWN, 6.0, 352, 256, 240, 170, (1.5, 0.0), 0.5, step=2),
    "phone-coffee": _Stretch("phone", _COFFEE, 2.0, 416, 320, 300, 40, (2.0, 0.0), 1.0, step=2),
    "web-cups": _Stretch("web", _CUPS, 4.0, 480, 256, 160, 180, (2.0, 0.0), 0.6, step=2),
    "camera-flower": _Stretch("camera", _FLOWER, 1.0, 464, 256, 6, 6, pan=(1.0, 0.5), step=2),
    "camera-lawn": _Stretch("camera", _LAWN, 8.0, 480, 272, 100, 150, pan=(1.0, 0.0), shake=0.5),
    "dv-coffee": _Stretch("dv", _COFFEE, 6.5, 480, 352, 250, 8, pan=(-3.0, 0.0), shake=1.0),
    "mild-cups": _Stretch("mild", _CUPS, 8.0, 512, 352, 60, 4, pan=(4.0, 0.0), shake=1.0),
    "static-photo": _Photo("still", _KODAK.format(15), 768, 512),
    "film-photo": _Photo(
        "film", _KODAK.format(4), 384, 384, pan=(0.0, 2.0), shake=0.6, is_gray=True
    ),
    "mild-coffee": _Stretch("mild", _COFFEE, 4.0, 512, 352, 60, 4, pan=(2.0, 0.0), shake=0.5),
    "web-flower": _Stretch("web", _FLOWER, 1.5, 464, 256, 6, 6, shake=1.0, step=2),
}
_WIDE_STRETCHES = {
    "cups": (_CUPS, 6.5, 400, 320),
    "coffee": (_COFFEE, 7.0, 400, 320),
    "lawn": (_LAWN, 9.0, 400, 320),
    "flower": (_FLOWER, 2.0, 400, 240),
}
"""Source, up to which second it may begin, width and height of the truth."""
_WIDE_PHOTOS = [_KODAK.format(n) for n in range(1, 25) if n not in (4, 15)]
_REAL = {
    "real-blanket": _Real("mjpeg_kodak_blanket_320x240.avi", 1.0, Crop(64, 48, 192, 144)),
    "real-wedding": _Real("real_rv20_wedding_320x240.rm", 0.5, Crop(64, 40, 192, 144)),
    "real-troops": _Real("bw_archive_troops_432x320.mp4", 1.0, Crop(100, 80, 192, 144)),
    "real-news": _Real("int_tv_news_704x480i_mpeg2.ts", 1.0, Crop(250, 110, 192, 144)),
    "real-plant": _Real("phone_plant_320x240.mp4", 0.0, Crop(64, 48, 192, 144)),
    "real-carphone": _Real("carphone_176x144_crushed.mp4", 1.0, Crop(0, 0, 176, 144)),
    "real-kids": _Real("wmv_nasa_kids_352x240.wmv", 3.0, Crop(120, 60, 192, 144)),
}

_HELD_OUT = {
    _COFFEE,
    _FLOWER,
    *(_KODAK.format(n) for n in range(1, 25, 2)),
    *(_REAL[f"real-{name}"].source for name in ("troops", "news", "kids")),
}


def half_of(source: str) -> Half:
    """The half that the clips of a source belong to."""
    return Half.HELD_OUT if source in _HELD_OUT else Half.CHOOSE


def make(
    clips: Path,
    photos: Path,
    folder: Path,
    real: Path | None = None,
    seed: int = 0,
    *,
    is_wide: bool = False,
) -> None:
    """Make the folder of clips; the same inputs and seed give the same clips.

    Args:
        clips: where the compressed clips lie that are scaled down to be a truth.
        photos: where the ``val-*`` pictures lie.
        folder: is made where it is missing; clips of the same names are replaced.
        real: where old videos without a truth lie.
        seed: of the damage.
        is_wide: every damage to every source, cut at random, instead of the usual clips: a
            second look at weights that were chosen by those.

    Raises:
        FileNotFoundError: one of the sources is missing.
        InputVideoError: one of them cannot be read.
    """
    folder.mkdir(parents=True, exist_ok=True)
    about: dict[str, dict[str, object]] = {}
    cuts = dict(_wide_cuts(seed)) if is_wide else _WITH_TRUTH
    for number, (name, cut) in enumerate(cuts.items()):
        rng = np.random.default_rng((seed, number))
        lq, truth = _damaged(rng, cut, clips, photos)
        np.savez_compressed(folder / f"{name}.npz", lq=lq, truth=truth)
        about[name] = _about(cut.damage, cut)
    for name, piece in _REAL.items():
        if real is None:
            break
        pictures = _read(_existing(real / piece.source), piece.start_seconds, FRAMES, piece.crop)
        np.savez_compressed(folder / f"{name}.npz", lq=np.stack(pictures))
        about[name] = _about("real", piece)
    text = json.dumps({"seed": seed, "clips": about}, indent=1)
    (folder / _INDEX).write_text(text, encoding="utf-8")


def _about(kind: str, cut: _Stretch | _Photo | _Real) -> dict[str, object]:
    return {"kind": kind, "half": half_of(cut.source), "cut": asdict(cut)}


def read(folder: Path) -> Iterator[ValidationClip]:
    """The clips of a folder, those with a truth first.

    Raises:
        FileNotFoundError: `make` has not been there.
    """
    index = json.loads((folder / _INDEX).read_text(encoding="utf-8"))
    for name, about in index["clips"].items():
        file = folder / f"{name}.npz"
        with np.load(file, allow_pickle=False) as arrays:
            truth = to_frames(arrays["truth"]) if "truth" in arrays else None
            lq, half = to_frames(arrays["lq"]), Half(about["half"])
            yield ValidationClip(name, about["kind"], half, lq, truth, file)


def to_frames(pictures: NDArray[np.uint8]) -> Tensor:
    """``(t, 3, h, w)`` in [0, 1] of ``(t, h, w, 3)`` pictures."""
    return torch.from_numpy(pictures).permute(0, 3, 1, 2).float() / 255


def to_pictures(frames: Tensor) -> NDArray[np.uint8]:
    """``(t, h, w, 3)`` pictures of ``(t, 3, h, w)`` in [0, 1]."""
    levels = (frames.clamp(0, 1) * 255).round().byte()
    return np.ascontiguousarray(levels.permute(0, 2, 3, 1).cpu().numpy())


def _wide_cuts(seed: int) -> Iterator[tuple[str, _Stretch | _Photo]]:
    rng = np.random.default_rng(seed)
    for damage, (name, cut) in itertools.product(DAMAGES, _WIDE_STRETCHES.items()):
        source, latest, width, height = cut
        start, left, top = rng.uniform(0.5, latest), rng.integers(6, 60), rng.integers(4, 10)
        pan = float(rng.uniform(-1.0, 1.0)), 0.0
        yield (
            f"{damage}-{name}",
            _Stretch(
                damage, source, float(start), width, height, int(left), int(top), pan, shake=0.5
            ),
        )
    for damage, photo in zip(itertools.cycle(DAMAGES), _WIDE_PHOTOS, strict=False):
        pan = float(rng.uniform(-1.0, 1.0)), float(rng.uniform(-1.0, 1.0))
        yield (
            f"{damage}-{Path(photo).stem}",
            _Photo(damage, photo, 384, 320, pan, shake=0.5, is_gray=damage == "film"),
        )


def _damaged(
    rng: np.random.Generator, cut: _Stretch | _Photo, clips: Path, photos: Path
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Damaged pictures and their truth."""
    # Interlaced pictures need one for each field.
    pictures = FRAMES * (2 if cut.damage == "interlaced" else 1)
    if isinstance(cut, _Stretch):
        sharp = _cut_stretch(rng, cut, _existing(clips / cut.source), pictures)
    else:
        sharp = _cut_photo(rng, cut, _existing(photos / cut.source), pictures)
    lq = DAMAGES[cut.damage](rng, sharp)
    truth = sharp[:: pictures // FRAMES]
    if lq.shape[-1] * SCALE != truth.shape[-1] or len(lq) != len(truth):
        raise AssertionError(f"{cut}: {lq.shape} is no quarter of {truth.shape}")
    return to_pictures(lq), to_pictures(truth)


def _existing(path: Path) -> Path:
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def _cut_stretch(rng: np.random.Generator, cut: _Stretch, path: Path, count: int) -> Tensor:
    """``(count, 3, height, width)`` in whole levels of 8 bits."""
    pictures = _read(path, cut.start_seconds, (count - 1) * cut.step + 1)[:: cut.step]
    places = _path(rng, count, cut.pan, cut.shake)
    sharp = []
    for picture, (x, y) in zip(pictures, places, strict=True):
        w, h = _SHRINK * cut.width, _SHRINK * cut.height
        left = min(max(cut.left + round(x), 0), picture.shape[1] - w)
        top = min(max(cut.top + round(y), 0), picture.shape[0] - h)
        window = to_frames(picture[None, top : top + h, left : left + w])
        sharp.append(
            F.interpolate(
                window,
                size=(cut.height, cut.width),
                mode="bicubic",
                align_corners=False,
                antialias=True,
            )
        )
    return (torch.cat(sharp).clamp(0, 1) * 255).round() / 255


def _cut_photo(rng: np.random.Generator, cut: _Photo, path: Path, count: int) -> Tensor:
    """``(count, 3, height, width)`` in whole levels of 8 bits."""
    photo = to_frames(read_photo(path)[None])
    if cut.is_gray:
        photo = (photo * torch.tensor([0.299, 0.587, 0.114])[:, None, None]).sum(1, keepdim=True)
        photo = photo.expand(-1, 3, -1, -1)
    h, w = photo.shape[-2:]
    places = _path(rng, count, cut.pan, cut.shake)
    x = torch.arange(cut.width) - (cut.width - 1) / 2
    y = torch.arange(cut.height) - (cut.height - 1) / 2
    sharp = []
    for dx, dy in places - places.mean(axis=0):
        columns, rows = (2 / w) * (x + dx), (2 / h) * (y + dy)
        grid = torch.stack(torch.meshgrid(columns, rows, indexing="xy"), dim=-1).float()
        sharp.append(F.grid_sample(photo, grid[None], mode="bicubic", align_corners=False))
    return (torch.cat(sharp).clamp(0, 1) * 255).round() / 255


def _path(
    rng: np.random.Generator, count: int, pan: tuple[float, float], shake: float
) -> NDArray[np.float64]:
    """``(count, 2)`` where a hand holds the window, from where it starts."""
    drift = np.arange(count)[:, None] * np.array(pan)
    return np.asarray(drift + rng.normal(0, 1, (count, 2)) * shake)


def _read(
    path: Path, start_seconds: float, count: int, crop: Crop | None = None
) -> list[NDArray[np.uint8]]:
    """``count`` pictures ``(h, w, 3)`` as the program reads them, deinterlaced where they are not.

    Raises:
        InputVideoError: it cannot be read, or has too few pictures.
    """
    # PyAV is not needed to read the folder.
    from engine.video.probing.probe import probe  # noqa: PLC0415
    from engine.video.reading.reader import Reader  # noqa: PLC0415

    with Reader(probe(path), start_seconds=start_seconds, crop=crop) as reader:
        pictures = [frame.data.astype(np.uint8) for frame in islice(reader, count)]
    if len(pictures) < count:
        raise ValueError(f"{path} has only {len(pictures)} pictures from {start_seconds} s on")
    return pictures
