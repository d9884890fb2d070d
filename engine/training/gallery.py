"""Every kind of damage side by side with the picture it was done to, to be judged by eye."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageDraw
from torch import Tensor

from engine.networks.realbasicvsr import SCALE
from engine.training.damage import analogue, compression, fields, film, filters, noise
from engine.training.degradations import Kind, degrade
from engine.training.scenes import random_clip

_FRAMES = 3
_SIDE = 96
"""Of a low-resolution frame, in pixels; drawn ``_ZOOM`` times as large."""
_ZOOM = 2
_COLUMNS = 2
_CAPTION = 16
_GAP = 6
_STRENGTHS = (0.1, 0.4, 0.9)
_CLIPS_PER_STRENGTH = 2

_Piece = Callable[[np.random.Generator, Tensor], Tensor]


@dataclass(frozen=True)
class _Cell:
    caption: str
    before: Tensor
    after: Tensor
    """Two neighbouring frames of it are drawn."""


def draw_gallery(photos: Path, picture: Path) -> None:
    """Draw every piece of damage, and some clips of every chain.

    Args:
        photos: folder of sharp pictures.
        picture: PNG to write. Each cell has a frame before and two neighbouring frames after.
    """
    files = sorted(p for p in photos.iterdir() if p.suffix in {".webp", ".png", ".jpg", ".jpeg"})
    cells = [*_pieces(files), *_chains(files)]
    width = _COLUMNS * (3 * _ZOOM * _SIDE + _GAP)
    height = _ZOOM * _SIDE + _CAPTION + _GAP
    image = Image.new("RGB", (width, -(-len(cells) // _COLUMNS) * height), "white")
    for number, cell in enumerate(cells):
        row, column = divmod(number, _COLUMNS)
        image.paste(_drawn(cell), (column * width // _COLUMNS, row * height))
    image.save(picture)


def _drawn(cell: _Cell) -> Image.Image:
    frames = torch.cat((cell.before[:1], cell.after[:2])).clamp(0, 1)
    strip = torch.cat(list(frames), dim=-1).permute(1, 2, 0)
    pixels = Image.fromarray((strip * 255).round().byte().numpy())
    image = Image.new("RGB", (3 * _ZOOM * _SIDE, _ZOOM * _SIDE + _CAPTION), "white")
    large = pixels.resize((image.width, _ZOOM * _SIDE), Image.Resampling.NEAREST)
    image.paste(large, (0, _CAPTION))
    ImageDraw.Draw(image).text((2, 2), cell.caption, fill="black")
    return image


def _chains(photos: list[Path]) -> Iterator[_Cell]:
    for number, kind in enumerate(Kind):
        for strength in _STRENGTHS:
            for seed in range(_CLIPS_PER_STRENGTH):
                rng = np.random.default_rng((number, round(10 * strength), seed))
                clip = random_clip(rng, photos, frames=_FRAMES, side=SCALE * _SIDE)
                after = degrade(rng, clip.frames, kind, strength=strength)
                yield _Cell(f"{kind.value}, strength {strength}", _small(clip.frames), after)


def _small(frames: Tensor) -> Tensor:
    return filters.resize(frames, _SIDE, _SIDE, "area")


def _pieces(photos: list[Path]) -> Iterator[_Cell]:
    for number, (caption, piece) in enumerate(_PIECES.items()):
        rng = np.random.default_rng((99, number))
        clip = random_clip(rng, photos, frames=_FRAMES, side=SCALE * _SIDE)
        before = _small(clip.frames)
        yield _Cell(caption, before, piece(rng, before))
    if compression.has_video_codecs():
        for codec in compression.CODECS:
            rng = np.random.default_rng(98)
            before = _small(random_clip(rng, photos, frames=_FRAMES, side=SCALE * _SIDE).frames)
            quality = {"crf": "34"} if codec == "libx264" else {"qmin": "12", "qmax": "12"}
            coded = compression.video_codec(before, codec, quality)
            yield _Cell(f"video_codec {codec} {quality}", before, coded)


def _each(value: float) -> Tensor:
    return torch.full((_FRAMES,), float(value))


def _there_and_back(frames: Tensor, mode: str, *, antialias: bool) -> Tensor:
    side = round(0.6 * _SIDE)
    small = filters.resize(frames, side, side, mode, antialias=antialias)
    return filters.resize(small, _SIDE, _SIDE, "bilinear")


def _blurred(kernels: Callable[[int], Tensor]) -> _Piece:
    return lambda _, x: filters.filter_frames(x, kernels(13))


_PIECES: dict[str, _Piece] = {
    "gaussian_kernels iso 1": _blurred(
        lambda n: filters.gaussian_kernels(_each(1), _each(1), _each(0), n)
    ),
    "gaussian_kernels aniso 2.5 x 0.5, 45 degrees": _blurred(
        lambda n: filters.gaussian_kernels(_each(2.5), _each(0.5), _each(0.8), n)
    ),
    "gaussian_kernels generalised, beta 0.5": _blurred(
        lambda n: filters.gaussian_kernels(_each(1), _each(1), _each(0), n, _each(0.5))
    ),
    "plateau_kernels 1.5": _blurred(
        lambda n: filters.plateau_kernels(_each(1.5), _each(1.5), _each(0), n, _each(2))
    ),
    "sinc_kernels pi / 3": _blurred(lambda n: filters.sinc_kernels(_each(np.pi / 3), n)),
    "resize to 0.6 and back, area": lambda _, x: _there_and_back(x, "area", antialias=True),
    "resize to 0.6 and back, bicubic, not antialiased": lambda _, x: _there_and_back(
        x, "bicubic", antialias=False
    ),
    "add_gaussian_noise 15": lambda rng, x: noise.add_gaussian_noise(rng, x, _each(15), gray=False),
    "add_gaussian_noise 15, gray": lambda rng, x: noise.add_gaussian_noise(
        rng, x, _each(15), gray=True
    ),
    "add_poisson_noise 1.5": lambda rng, x: noise.add_poisson_noise(rng, x, _each(1.5), gray=False),
    "sharpen 1.2": lambda _, x: filters.sharpen(x, _each(1.2), _each(1)),
    "median": lambda _, x: filters.median(x),
    "smear 15 levels": lambda _, x: filters.smear(x, _each(15)),
    "jpeg 30": lambda _, x: compression.jpeg(x, _each(30)),
    "jpeg 80, 4:1:1": lambda _, x: compression.jpeg(x, _each(80), (1, 4)),
    "quantise_levels 24": lambda _, x: compression.quantise_levels(x, 24),
    "composite NTSC": lambda _, x: analogue.composite(x, analogue.NTSC, _each(2.5), _each(0)),
    "composite NTSC, leak 0.3": lambda _, x: analogue.composite(
        x, analogue.NTSC, _each(2.5), _each(0.3)
    ),
    "composite PAL, leak 0.2": lambda _, x: analogue.composite(
        x, analogue.PAL, _each(2.5), _each(0.2)
    ),
    "narrow_bands 1, 4": lambda _, x: analogue.narrow_bands(x, _each(1), _each(4)),
    "bleed_chroma 4, 1 down": lambda _, x: analogue.bleed_chroma(x, _each(4), 1),
    "shift_chroma 3": lambda _, x: analogue.shift_chroma(x, _each(3)),
    "turn_hue by line, 0.25": lambda rng, x: analogue.turn_hue(
        x, analogue.line_jitter(rng, _FRAMES, _SIDE, 0.25)
    ),
    "overshoot 1.2": lambda _, x: analogue.overshoot(x, _each(1.2), _each(1.5)),
    "ring 0.3, period 4": lambda _, x: analogue.ring(x, _each(0.3), 4.0),
    "add_tape_noise 10, 8": lambda rng, x: noise.add_tape_noise(rng, x, _each(10), _each(8), 1.0),
    "shift_rows, line_jitter 0.6": lambda rng, x: analogue.shift_rows(
        x, analogue.line_jitter(rng, _FRAMES, _SIDE, 0.6)
    ),
    "switch_heads 5 rows": lambda rng, x: analogue.switch_heads(rng, x, 5, 15.0),
    "drop_out 2": lambda rng, x: analogue.drop_out(rng, x, 2.0, 25.0),
    "interlace comb": lambda rng, x: fields.interlace(rng, x, "comb"),
    "interlace bob": lambda rng, x: fields.interlace(rng, x, "bob"),
    "interlace blend": lambda rng, x: fields.interlace(rng, x, "blend"),
    "add_grain 14, size 1.6": lambda rng, x: film.add_grain(rng, x, _each(14), 1.6),
    "add_dust 2": lambda rng, x: film.add_dust(rng, x, 2.0, 2.5),
    "add_scratches 2": lambda rng, x: film.add_scratches(rng, x, 2, 0.6),
    "weave 1": lambda rng, x: film.weave(rng, x, 1.0),
    "flicker 0.08": lambda rng, x: film.flicker(rng, x, 0.08),
}
