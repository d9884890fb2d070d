"""Sharp clips with exactly known motion, cut from photographs.

A camera moves, turns, zooms and shakes over a photograph while a second layer moves over it for
occlusions; so the true optical flow is known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from engine.networks.realbasicvsr import SCALE
from engine.training.losses import box_mean

_LUMA = torch.tensor([0.299, 0.587, 0.114])


@dataclass(frozen=True)
class Clip:
    """A sharp clip and the flow between its frames at a quarter of its size."""

    frames: Tensor
    """``(t, 3, h, w)`` RGB in [0, 1]."""
    flow_backward: Tensor
    """``(t - 1, 2, h / 4, w / 4)`` low-resolution pixels, frame i to i + 1."""
    flow_forward: Tensor
    """The same, frame i + 1 to i."""


@lru_cache(maxsize=400)
def read_photo(path: Path) -> NDArray[np.uint8]:
    """``(h, w, 3)`` RGB; kept decoded, since reading is slower than cutting.

    Reads with Pillow, or with OpenCV on a training machine that lacks it.
    """
    try:
        from PIL import Image  # noqa: PLC0415 - an optional dependency
    except ImportError:
        import cv2  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415

        bgr: NDArray[np.uint8] = cv2.imread(str(path), cv2.IMREAD_COLOR)
        return np.ascontiguousarray(bgr[..., ::-1])
    with Image.open(path) as image:
        return np.array(image.convert("RGB"))


@dataclass(frozen=True)
class _Camera:
    """Similarity transforms from frame pixels to layer pixels, one per frame."""

    matrices: Tensor
    """``(t, 2, 3)``, applied to pixel centres counted from the middle of the frame."""

    inverses: Tensor
    """``(t, 2, 2)``, of their first two columns."""

    def map(self, points: Tensor, frames: slice = slice(None)) -> Tensor:
        """``(t or 1, h, w, 2)`` points of frames to points of the layer."""
        matrices = self.matrices[frames, None]
        return points @ matrices[..., :2].mT + matrices[..., None, :, 2]

    def unmap(self, points: Tensor, frames: slice) -> Tensor:
        """``(t, h, w, 2)`` points of the layer to points of frames."""
        shifts = self.matrices[frames, None, None, :, 2]
        return (points - shifts) @ self.inverses[frames, None].mT

    def to(self, device: torch.device) -> _Camera:
        """The same on a device."""
        return _Camera(self.matrices.to(device), self.inverses.to(device))


def _random_camera(rng: np.random.Generator, frames: int, speed: float) -> _Camera:
    """A path that drifts and shakes; ``speed`` in pixels per frame."""
    heading = rng.uniform(0, 2 * np.pi)
    velocity = speed * np.array([np.cos(heading), np.sin(heading)])
    velocity = velocity + np.cumsum(rng.normal(0, 0.15 * speed, (frames, 2)), axis=0)
    shake = rng.normal(0, rng.choice([0.0, 0.15, 0.5]) * min(speed, 4.0), (frames, 2))
    place = np.cumsum(velocity, axis=0) + shake
    place -= place[frames // 2]
    turn = np.cumsum(np.full(frames, rng.normal(0, 0.004) * min(1.0, speed)))
    zoom = np.cumsum(np.full(frames, rng.normal(0, 0.006) * min(1.0, speed)))
    scale = np.exp(zoom - zoom.mean())
    angle = turn - turn.mean()
    rotation = np.stack([np.cos(angle), -np.sin(angle), np.sin(angle), np.cos(angle)], axis=-1)
    linear = (scale[:, None] * rotation).reshape(frames, 2, 2)
    matrices = np.concatenate([linear, place[:, :, None]], axis=2)
    places = torch.from_numpy(matrices.astype(np.float32))
    return _Camera(places, torch.linalg.inv(places[..., :2]))


def _random_cutout(rng: np.random.Generator, photo: Tensor, side: int) -> Tensor:
    """``(3, side, side)`` of a photograph, at a random scale, flipped and turned at random."""
    height, width = photo.shape[:2]
    largest = min(height, width)
    source_side = int(min(side / rng.uniform(0.4, 0.95), largest))
    top = rng.integers(0, height - source_side + 1)
    left = rng.integers(0, width - source_side + 1)
    cut = photo[top : top + source_side, left : left + source_side]
    image = cut.permute(2, 0, 1).float() / 255
    image = F.interpolate(
        image[None], size=(side, side), mode="bicubic", antialias=True, align_corners=False
    )[0].clamp(0, 1)
    if rng.random() < 0.5:
        image = image.flip(-1)
    if rng.random() < 0.5:
        image = image.transpose(-1, -2)
    return image


_WHITES = ((0.0, 0.15, 0.15, 1.0), (0.2, 0.6, 0.85, 1.0))
"""Shares of the clips, and their white: some are dim rooms, where codecs leave flat blocks."""


def _random_look(rng: np.random.Generator, image: Tensor, gray: bool) -> Tensor:
    """Another exposure, saturation and white balance of ``(3, h, w)``."""
    image = image ** float(np.exp(rng.normal(0, 0.25)))
    luma = (image * _LUMA.to(image.device)[:, None, None]).sum(0, keepdim=True)
    saturation = 0.0 if gray else float(rng.uniform(0.5, 1.3))
    image = luma + saturation * (image - luma)
    if not gray:
        balance = torch.from_numpy(rng.normal(1, 0.05, (3, 1, 1)).astype(np.float32))
        image = image * balance.to(image.device)
    black, white = rng.uniform(0, 0.08), float(np.interp(rng.random(), *_WHITES))
    black *= white
    return (black + (white - black) * image).clamp(0, 1)


_WORDS = ("SP", "LP", "PLAY", "REC", "AM", "PM", "DEC", "JUL", "Mama", "Ferien", "1994", "Title")
_WRITTEN_SHARE = 0.15


def _draw_writing(rng: np.random.Generator, image: Tensor) -> Tensor:
    """Titles, date stamps and thin lines over ``(3, h, w)``, as camcorders and editors burn in."""
    try:
        from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415 - an optional dependency
    except ImportError:
        return image
    # Drawn at twice the size, since Pillow's lines have jagged edges.
    side = 2 * image.shape[-1]
    layer = Image.new("RGBA", (side, side))
    pen = ImageDraw.Draw(layer)

    def point() -> tuple[int, int]:
        x, y = rng.integers(0, side, 2)
        return int(x), int(y)

    def colour() -> tuple[int, int, int]:
        if rng.random() < 0.6:
            return (level := 255 if rng.random() < 0.7 else 10), level, level
        r, g, b = rng.integers(0, 256, 3)
        return int(r), int(g), int(b)

    for _ in range(int(rng.integers(2, 7))):
        numbers = "{:02d}:{:02d} {:02d}.{:02d}.".format(*rng.integers(0, 60, 4))
        text = f"{rng.choice(_WORDS)} {numbers}" if rng.random() < 0.6 else str(rng.choice(_WORDS))
        font = ImageFont.load_default(int(rng.integers(24, 112)))
        edge = int(rng.integers(0, 5))
        pen.text(point(), text, fill=colour(), font=font, stroke_width=edge, stroke_fill=(0, 0, 0))
    for _ in range(int(rng.integers(0, 8))):
        pen.line((point(), point()), fill=colour(), width=int(rng.integers(2, 14)))
    small = np.array(layer.reduce(2))
    drawn = torch.from_numpy(small).to(image.device).permute(2, 0, 1).float() / 255
    return torch.lerp(image, drawn[:3], drawn[3:])


_SOFT_SHARE = 0.35
_SOFT_SIDES = (3.0, 25.0)
"""Pixels of the large picture over which a point that is out of focus spreads."""


def _random_focus(rng: np.random.Generator, image: Tensor) -> Tensor:
    """``(3, h, w)``, sometimes out of focus, as a whole or in places.

    What lies before or behind the plane of focus has no texture. A network that only ever saw sharp
    photographs draws some there.
    """
    if rng.random() >= _SOFT_SHARE:
        return image
    radius = round(float(np.exp(rng.uniform(*np.log(_SOFT_SIDES)))) / 2)
    soft = image[None]
    for _ in range(2):
        soft = box_mean(soft, 2 * radius + 1)
    if rng.random() < 0.5:
        return soft[0]
    places = _random_field(rng, image.shape[-1], image.device)
    return torch.lerp(image, soft[0], (2.0 * places + 0.5).clamp(0, 1))


def _random_layer(rng: np.random.Generator, photo: Tensor, side: int, *, gray: bool) -> Tensor:
    """``(3, side, side)`` of a photograph, changed at random, sometimes written over."""
    image = _random_focus(rng, _random_cutout(rng, photo, side))
    if rng.random() < _WRITTEN_SHARE:
        image = _draw_writing(rng, image)
    return _random_look(rng, image, gray)


def _random_field(rng: np.random.Generator, side: int, device: torch.device) -> Tensor:
    """``(1, side, side)`` that varies smoothly around 0."""
    cells = int(rng.integers(3, 7))
    noise = torch.from_numpy(rng.normal(0, 1, (1, 1, cells, cells)).astype(np.float32)).to(device)
    return F.interpolate(noise, size=(side, side), mode="bicubic", align_corners=False)[0]


def _random_blob(rng: np.random.Generator, side: int, device: torch.device) -> Tensor:
    """``(1, side, side)`` a soft-edged mask of one or a few smooth shapes in the middle."""
    field = _random_field(rng, side, device)
    axis = torch.linspace(-1, 1, side, device=device)
    radius = (axis[None, :, None] ** 2 + axis[None, None, :] ** 2).sqrt()
    field = field - 3.0 * (radius - float(rng.uniform(0.25, 0.6)))
    gradient = 0.02 * side / 100
    return (field / max(gradient, 1e-3) * 0.2 + 0.5).clamp(0, 1)


def _sample(layer: Tensor, points: Tensor) -> Tensor:
    """``(c, side, side)`` at ``(t, h, w, 2)`` layer pixels counted from its middle."""
    grid = (2.0 / layer.shape[-1]) * points
    layers = layer.expand(len(points), *layer.shape)
    return F.grid_sample(
        layers, grid, mode="bicubic", padding_mode="reflection", align_corners=False
    ).clamp(0, 1)


_EARLIER, _LATER = slice(None, -1), slice(1, None)


def _flow(camera: _Camera, start: slice, end: slice, points: Tensor) -> Tensor:
    """``(t - 1, h, w, 2)`` motion of points of each frame to its neighbour."""
    return camera.unmap(camera.map(points, start), end) - points


def _on_processor(path: Path) -> Tensor:
    return torch.from_numpy(read_photo(path))


def random_clip(
    rng: np.random.Generator,
    photos: Sequence[Path],
    *,
    frames: int,
    side: int,
    read: Callable[[Path], Tensor] = _on_processor,
) -> Clip:
    """A clip of square frames cut from photographs.

    Args:
        rng: what it looks like is drawn from.
        photos: two of them are used.
        frames: of the clip.
        side: of the frames in pixels, a multiple of 4.
        read: gives the pixels ``(h, w, 3)`` of a photograph; the clip is drawn where they are.
    """
    gray = rng.random() < 0.15
    speed = 0.0 if rng.random() < 0.3 else float(rng.uniform(0.2, 1.0)) ** 2 * 18.0
    margin = int(min(speed * frames * 0.7, side)) + 16
    picks = rng.choice(len(photos), 2, replace=False)
    back, front = (_random_layer(rng, read(photos[p]), side + 2 * margin, gray=gray) for p in picks)
    device = back.device
    camera = _random_camera(rng, frames, speed).to(device)
    has_front = rng.random() < 0.5
    front_camera = _random_camera(rng, frames, float(rng.uniform(0.0, 10.0))).to(device)
    blob = _random_blob(rng, front.shape[-1], device)

    axis = torch.arange(side, dtype=torch.float32, device=device) - (side - 1) / 2
    points = torch.stack(torch.meshgrid(axis, axis, indexing="xy"), dim=-1)[None]
    low = F.avg_pool2d(points.permute(0, 3, 1, 2), SCALE).permute(0, 2, 3, 1)

    pictures = _sample(back, camera.map(points))
    mask = torch.zeros_like(pictures[:, :1])
    if has_front:
        front_points = front_camera.map(points)
        mask = _sample(blob, front_points)
        pictures = torch.lerp(pictures, _sample(front, front_points), mask)
    is_front = F.avg_pool2d(mask, SCALE).permute(0, 2, 3, 1) > 0.5

    def flow(start: slice, end: slice) -> Tensor:
        of_front, of_back = (_flow(each, start, end, low) for each in (front_camera, camera))
        moved = torch.where(is_front[start], of_front, of_back).permute(0, 3, 1, 2)
        return moved.contiguous() / SCALE

    return Clip(pictures, flow_backward=flow(_EARLIER, _LATER), flow_forward=flow(_LATER, _EARLIER))
