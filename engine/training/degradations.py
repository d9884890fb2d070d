"""What home video went through, as random chains of the damage in `engine.training.damage`.

Every parameter of a chain is drawn once per clip and then walks randomly from frame to frame
(Chan et al., arXiv:2111.12704, Eqn. 6). Frames are ``(t, 3, h, w)`` RGB in [0, 1] throughout.
Training on harsh damage alone teaches a network to smooth everything, so how bad a clip gets is
drawn first, and most are in the middle.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from enum import Enum

import numpy as np
from torch import Tensor

from engine.networks.realbasicvsr import SCALE
from engine.training.damage import analogue, compression, fields, film, filters, noise
from engine.training.damage.compression import jpeg, video_codec
from engine.training.damage.draw import Draw, Rng, walk
from engine.training.damage.film import add_grain
from engine.training.damage.filters import (
    filter_frames,
    gaussian_kernels,
    resize,
    sinc_kernels,
    to_ycc,
)
from engine.training.damage.noise import add_gaussian_noise, add_poisson_noise


class Kind(Enum):
    """Families of source material, each with its own chain."""

    MILD = "mild"
    GENERIC = "generic"
    CAMERA = "camera"
    TAPE = "tape"
    FILM = "film"
    STREAM = "stream"
    DISC = "disc"


_SHARES = {
    Kind.MILD: 0.12,
    Kind.GENERIC: 0.16,
    Kind.CAMERA: 0.22,
    Kind.TAPE: 0.17,
    Kind.FILM: 0.10,
    Kind.STREAM: 0.14,
    Kind.DISC: 0.09,
}

_STRENGTHS = ((0.22, 0.0, 0.25), (0.48, 0.25, 0.6), (0.3, 0.6, 1.0))
"""Share, lowest and highest strength of mild, middling and harsh clips."""


def random_kind(rng: Rng) -> Kind:
    """A family, drawn by the shares the training uses."""
    kinds = list(_SHARES)
    return kinds[int(rng.choice(len(kinds), p=list(_SHARES.values())))]


def random_strength(rng: Rng) -> float:
    """How bad a clip gets, 0..1."""
    shares = [share for share, _, _ in _STRENGTHS]
    _, low, high = _STRENGTHS[int(rng.choice(len(shares), p=shares))]
    return float(rng.uniform(low, high))


def degrade(rng: Rng, frames: Tensor, kind: Kind, *, strength: float | None = None) -> Tensor:
    """A quarter of the size and all the damage of ``kind``, quantised to 8 bits.

    Args:
        rng: source of randomness.
        frames: ``(t, 3, 4h, 4w)`` sharp; a gray clip stays gray, or nearly so.
        kind: which chain.
        strength: how bad, 0..1; drawn if not given.

    Returns:
        ``(t, 3, h, w)``.
    """
    is_gray = bool((frames[:, :1] - frames).abs().max() < 1 / 255)
    draw = Draw(rng, len(frames), random_strength(rng) if strength is None else strength)
    out = _CHAINS[kind](draw, frames)
    # A copy of a black-and-white film may carry the colour noise of the copying.
    if is_gray and draw.chance(0.6):
        out = to_ycc(out)[:, :1].expand_as(out)
    return (out.clamp(0, 1) * 255).round() / 255


# --- Pieces that several chains share ---------------------------------------------------------

_KERNELS = {
    "iso": 0.405,
    "aniso": 0.225,
    "generalised_iso": 0.108,
    "generalised_aniso": 0.027,
    "plateau_iso": 0.108,
    "plateau_aniso": 0.027,
    "sinc": 0.1,
}
_MODES = {"area": 1.0, "bilinear": 1.0, "bicubic": 1.0}


def _blur(draw: Draw, frames: Tensor, harshest_sigma: float) -> Tensor:
    """One of the seven kernels of the paper, at the size of ``frames``."""
    shape = draw.pick(_KERNELS)
    if shape == "sinc":
        return _sinc(draw, frames)
    sigma_x = draw.walk(0.2, harshest_sigma, 0.02)
    sigma_y = draw.walk(0.2, harshest_sigma, 0.02) if "aniso" in shape else sigma_x
    angle = walk(draw.rng, -math.pi, math.pi, 0.314, draw.frames)
    # A kernel three sigmas wide on each side keeps all that the larger sizes of the paper would.
    widest = max(float(sigma_x.max()), float(sigma_y.max()))
    size = min(2 * math.ceil(3 * widest) + 1, 21)
    if shape.startswith("plateau"):
        beta = walk(draw.rng, 1.0, 2.0, 0.1, draw.frames)
        kernels = filters.plateau_kernels(sigma_x, sigma_y, angle, size, beta)
    elif shape.startswith("generalised"):
        beta = walk(draw.rng, 0.5, 4.0, 0.05, draw.frames)
        kernels = gaussian_kernels(sigma_x, sigma_y, angle, size, beta)
    else:
        kernels = gaussian_kernels(sigma_x, sigma_y, angle, size)
    return filter_frames(frames, kernels)


def _sinc(draw: Draw, frames: Tensor) -> Tensor:
    """Ringing, as after a hard low-pass."""
    size = int(draw.rng.choice(range(7, 22, 2)))
    lowest = math.pi / 3 if size < 13 else math.pi / 5
    cutoff = draw.walk(math.pi, lowest, 0.0628)
    return filter_frames(frames, sinc_kernels(cutoff, size))


def _noise(draw: Draw, frames: Tensor, harshest_sigma: float, harshest_scale: float) -> Tensor:
    """Gaussian or Poisson, now and then gray."""
    gray = draw.chance(0.4)
    if draw.chance(0.5):
        sigma = draw.walk(0.5, harshest_sigma, 0.1)
        return add_gaussian_noise(draw.rng, frames, sigma, gray=gray)
    scale = draw.walk(0.02, harshest_scale, 0.005)
    return add_poisson_noise(draw.rng, frames, scale, gray=gray)


def _mode(draw: Draw) -> str:
    return draw.pick(_MODES)


def _scale(draw: Draw, frames: Tensor, low_size: tuple[int, int], factor: float) -> Tensor:
    """To ``factor`` times the low resolution, even and at least 8 pixels."""
    height, width = (max(8, 2 * round(side * factor / 2)) for side in low_size)
    return resize(frames, height, width, _mode(draw))


def _low_size(frames: Tensor) -> tuple[int, int]:
    return frames.shape[-2] // SCALE, frames.shape[-1] // SCALE


def _shrink(draw: Draw, frames: Tensor) -> Tensor:
    """To a quarter, often by way of another size."""
    size = _low_size(frames)
    if draw.chance(0.5):
        frames = _scale(draw, frames, size, draw.uniform(1.0, 2.5))
    antialias = not draw.chance(0.15 * draw.strength)
    return resize(frames, *size, _mode(draw), antialias=antialias)


def _fewer_pixels(draw: Draw, frames: Tensor) -> Tensor:
    """Softer than the size says: half-width recordings, small videos that were enlarged."""
    h, w = frames.shape[-2:]
    height = max(8, round(h * draw.value(1.0, 0.55))) if draw.chance(0.6) else h
    width = max(8, round(w * draw.value(1.0, 0.5)))
    return resize(resize(frames, height, width, _mode(draw)), h, w, _mode(draw))


def _sharpen(draw: Draw, frames: Tensor, harshest: float) -> Tensor:
    """As cameras and players do, until it shows."""
    return filters.sharpen(frames, draw.walk(0.1, harshest, 0.02), draw.walk(0.6, 1.6, 0.02))


def _oversharpen(draw: Draw, frames: Tensor) -> Tensor:
    """As cheap cameras do, the good picture as well as the bad one."""
    amount = walk(draw.rng, 0.1, 1.8, 0.02, draw.frames)
    return filters.sharpen(frames, amount, walk(draw.rng, 0.5, 1.4, 0.02, draw.frames))


def _codec(draw: Draw, frames: Tensor, shares: dict[str, float]) -> Tensor:
    """A real codec, picked by ``shares``; JPEG where there is no PyAV."""
    if not compression.has_video_codecs():
        return jpeg(frames, draw.walk(92, 25, 3))
    codec = draw.pick(shares)
    options = compression.codec_options(draw, codec)
    # Start anywhere between two key frames: the frames before are those after, played backwards.
    lead = int(draw.rng.integers(0, min(4, draw.frames)))
    order = [*range(lead, 0, -1), *range(draw.frames)]
    return video_codec(frames[order], codec, options)[lead:]


_ALL_CODECS = dict.fromkeys(compression.CODECS, 1.0)
_PAPER_CODECS = {"libx264": 2.0, "mpeg4": 1.0}
_CAMERA_CODECS = {"h263p": 2.0, "mpeg4": 1.5, "flv": 0.5, "msmpeg4": 0.7}
_WEB_CODECS = {
    "libx264": 3.0,
    "mpeg4": 1.5,
    "flv": 1.0,
    "msmpeg4": 1.0,
    "msmpeg4v2": 0.5,
    "wmv1": 0.5,
    "wmv2": 1.0,
    "h263p": 1.0,
}
_DISC_CODECS = {"mpeg2video": 3.0, "mpeg1video": 1.5}
_CAPTURE_CODECS = {"mpeg2video": 3.0, "libx264": 2.0, "mpeg4": 1.5, "mpeg1video": 0.7, "wmv2": 0.5}


def _interlace(draw: Draw, frames: Tensor) -> Tensor:
    return fields.interlace(draw.rng, frames, draw.pick({"comb": 1.0, "bob": 1.0, "blend": 1.0}))


# --- Chains -----------------------------------------------------------------------------------


def _mild(draw: Draw, frames: Tensor) -> Tensor:
    frames = _shrink(draw, _blur(draw, frames, 1.6))
    frames = _noise(draw, frames, 4.0, 0.15)
    return jpeg(frames, draw.walk(98, 70, 2))


def _generic(draw: Draw, frames: Tensor) -> Tensor:
    """The second-order chain of the paper.

    Source: configs of RealBasicVSR; noise and middle sizes reach as far as theirs do at the full
    strength. Frames of one clip keep one size: theirs are brought back to it anyway.
    """
    size = _low_size(frames)
    frames = _blur(draw, frames, 3.0)
    frames = _resize_step(draw, frames, size, {"up": 0.2, "down": 0.7, "keep": 0.1}, (0.15, 1.5))
    frames = _noise(draw, frames, 30.0, 3.0)
    frames = jpeg(frames, draw.walk(95, 30, 3))
    if draw.chance(0.6):
        frames = _codec(draw, frames, _PAPER_CODECS)
    if draw.chance(0.8):
        frames = _blur(draw, frames, 1.5)
    frames = _resize_step(draw, frames, size, {"up": 0.3, "down": 0.4, "keep": 0.3}, (0.3, 1.2))
    frames = _noise(draw, frames, 25.0, 2.5)
    frames = jpeg(frames, draw.walk(95, 30, 3))
    if draw.chance(0.5):
        return _finish(draw, _codec(draw, frames, _PAPER_CODECS), size)
    return _codec(draw, _finish(draw, frames, size), _PAPER_CODECS)


def _resize_step(
    draw: Draw,
    frames: Tensor,
    low_size: tuple[int, int],
    shares: dict[str, float],
    limits: tuple[float, float],
) -> Tensor:
    """Smaller, larger or as before, within ``limits`` of the present size.

    Never above the size of the truth nor below 0.8 of the low resolution: that would only cost
    time, or leave nothing to restore.
    """
    direction = draw.pick(shares)
    if direction == "keep":
        return frames
    factor = draw.uniform(1, limits[1]) if direction == "up" else draw.uniform(limits[0], 1)
    now = frames.shape[-2] / low_size[0]
    return _scale(draw, frames, low_size, float(np.clip(now * factor, 0.8, SCALE)))


def _finish(draw: Draw, frames: Tensor, size: tuple[int, int]) -> Tensor:
    frames = resize(frames, *size, _mode(draw))
    return _sinc(draw, frames) if draw.chance(0.8) else frames


def _camera(draw: Draw, frames: Tensor) -> Tensor:
    """An old digicam or phone: noise, noise reduction, sharpening, motion JPEG or H.263."""
    size = _low_size(frames)
    frames = _scale(draw, _blur(draw, frames, 2.8), size, draw.uniform(1.0, 1.6))
    is_fine = draw.chance(0.5)  # half of the sensors are sampled coarsely: noise in every pixel
    if is_fine:
        frames = _noise(draw, frames, 30.0, 3.0)
    if draw.chance(0.3):
        frames = filters.median(frames)
    if draw.chance(0.4):
        frames = filters.smear(frames, draw.walk(3, 22, 0.5))
    antialias = not draw.chance(0.3)
    frames = resize(frames, *size, _mode(draw), antialias=antialias)
    if draw.chance(0.25):
        frames = _fewer_pixels(draw, frames)
    if not is_fine:
        frames = _noise(draw, frames, 20.0, 2.0).clamp(0, 1)
    if draw.chance(0.75):
        frames = _oversharpen(draw, frames)
    frames = frames.clamp(0, 1)
    if draw.chance(0.55):
        chroma = ((2, 2), (1, 2))[int(draw.chance(0.4))]
        return jpeg(frames, draw.walk(92, 25, 3), chroma)
    return _codec(draw, frames, _CAMERA_CODECS)


def _tape(draw: Draw, frames: Tensor) -> Tensor:
    """VHS, Video8 and their copies, captured some way."""
    frames = _shrink(draw, _blur(draw, frames, 1.8))
    if draw.chance(0.25):
        frames = _interlace(draw, frames)
    if draw.chance(0.5):
        frames = _composite(draw, frames)
    generations = 2 if draw.chance(0.3 * draw.strength) else 1
    for _ in range(generations):
        frames = _record(draw, frames)
    frames = _wear(draw, frames)
    choice = draw.rng.random()
    if choice < 0.55:
        return _codec(draw, frames, _CAPTURE_CODECS)
    return jpeg(frames, draw.walk(96, 75, 2)) if choice < 0.8 else frames


def _composite(draw: Draw, frames: Tensor) -> Tensor:
    carrier = analogue.NTSC if draw.chance(0.5) else analogue.PAL
    return analogue.composite(
        frames, carrier, width=draw.walk(1.5, 4.0, 0.03), leak=draw.walk(0.0, 0.3, 0.01)
    )


def _record(draw: Draw, frames: Tensor) -> Tensor:
    """Once onto tape and back."""
    frames = analogue.narrow_bands(frames, draw.walk(0.3, 1.7, 0.03), draw.walk(1.0, 5.0, 0.1))
    if draw.chance(0.6):
        frames = analogue.bleed_chroma(
            frames, draw.walk(0.3, 4.0, 0.05), int(draw.rng.integers(0, 2))
        )
    if draw.chance(0.6):
        reach = 3.0 * draw.strength
        centre = draw.uniform(-reach, reach)
        frames = analogue.shift_chroma(
            frames, walk(draw.rng, centre, centre + 0.3, 0.1, draw.frames)
        )
    if draw.chance(0.6):
        frames = analogue.overshoot(frames, draw.walk(0.1, 1.4, 0.02), draw.walk(0.8, 2.2, 0.02))
    if draw.chance(0.25):
        frames = analogue.ring(frames, draw.walk(0.02, 0.35, 0.01), draw.uniform(2.5, 6.0))
    luma = draw.walk(0.5, 16.0, 0.3)
    chroma = draw.uniform(0.3, 1.2) * luma
    return noise.add_tape_noise(draw.rng, frames, luma, chroma, draw.uniform(0.4, 1.5))


def _wear(draw: Draw, frames: Tensor) -> Tensor:
    """What goes wrong on playback."""
    t, _, h, _ = frames.shape
    if draw.chance(0.2):
        angle = analogue.line_jitter(draw.rng, t, h, draw.value(0.02, 0.15))
        frames = analogue.turn_hue(frames, angle)
    if draw.chance(0.4):
        amount = draw.value(0.05, 0.6)
        frames = analogue.shift_rows(frames, analogue.line_jitter(draw.rng, t, h, amount))
    if draw.chance(0.2):
        frames = analogue.drop_out(draw.rng, frames, draw.value(0.1, 1.5), draw.uniform(4, 30))
    if draw.chance(0.08):
        rows = int(draw.rng.integers(2, 7))
        frames = analogue.switch_heads(draw.rng, frames, rows, draw.uniform(-20, 20))
    return frames


def _film(draw: Draw, frames: Tensor) -> Tensor:
    """Cine film, projected or scanned."""
    rng = draw.rng
    if draw.chance(0.4):
        frames = film.weave(rng, frames, draw.value(0.1, 1.0))
    frames = _shrink(draw, _blur(draw, frames, 3.0))
    if draw.chance(0.3):
        frames = _fewer_pixels(draw, frames)
    if draw.chance(0.5):
        frames = film.flicker(rng, frames, draw.value(0.005, 0.05))
    frames = add_grain(rng, frames, draw.walk(1.0, 26.0, 0.5), draw.uniform(1.0, 2.2))
    if draw.chance(0.35):
        frames = film.add_dust(rng, frames, draw.value(0.1, 1.5), draw.value(0.8, 2.5))
    if draw.chance(0.25):
        frames = film.add_scratches(rng, frames, int(rng.integers(1, 3)), draw.value(0.2, 0.8))
    if draw.chance(0.3):
        frames = _record(draw, frames)
    if draw.chance(0.15):
        frames = _interlace(draw, frames)
    return _codec(draw, frames, _ALL_CODECS) if draw.chance(0.7) else frames


def _stream(draw: Draw, frames: Tensor) -> Tensor:
    """Web and phone video: little noise, much compression, often twice."""
    size = _low_size(frames)
    frames = _noise(draw, _shrink(draw, _blur(draw, frames, 2.2)), 12.0, 1.0)
    if draw.chance(0.3):
        frames = _fewer_pixels(draw, frames)
    if draw.chance(0.3):
        frames = _sharpen(draw, frames, 1.4)
    if draw.chance(0.3):
        frames = _codec(draw, frames, _WEB_CODECS)
        frames = _scale(draw, frames, size, draw.uniform(0.8, 1.2))
        frames = resize(frames, *size, _mode(draw))
    return _codec(draw, frames, _WEB_CODECS)


def _disc(draw: Draw, frames: Tensor) -> Tensor:
    """DV camcorders, DVD and VCD: interlaced, coarse in colour, MPEG."""
    frames = _noise(draw, _shrink(draw, _blur(draw, frames, 2.2)), 18.0, 1.6)
    if draw.chance(0.3):
        frames = _fewer_pixels(draw, frames)
    if draw.chance(0.5):
        frames = _sharpen(draw, frames, 1.2)
    if draw.chance(0.3):
        frames = _interlace(draw, frames)
    if draw.chance(0.3):
        frames = jpeg(frames, draw.walk(97, 80, 1), chroma=(1, 4))
    if draw.chance(0.1):
        frames = compression.quantise_levels(frames, int(draw.value(160, 32)))
    return _codec(draw, frames, _DISC_CODECS)


_CHAINS: dict[Kind, Callable[[Draw, Tensor], Tensor]] = {
    Kind.MILD: _mild,
    Kind.GENERIC: _generic,
    Kind.CAMERA: _camera,
    Kind.TAPE: _tape,
    Kind.FILM: _film,
    Kind.STREAM: _stream,
    Kind.DISC: _disc,
}
