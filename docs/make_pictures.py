"""Makes the small pictures that the window shows: ``python -m docs.make_pictures``.

A drawn scene as each kind of tape and camera leaves it, for the presets, and a part of it before
and after a real restoration, for the tour.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

import resources
from docs.make_repairs import HEIGHT, WIDTH, Picture, Pictures, image_of, scene
from docs.make_screens import small, write_clip
from engine.jobs import presets
from engine.jobs.choices import Codec
from engine.jobs.options import Job, Options
from engine.rendering.render import restore
from engine.video.probing.probe import probe
from engine.video.reading.reader import Reader
from tests.video.repairs import damage

FOLDER = Path(resources.__file__).parent / "pictures"
ANY = "preset-any"
PRESET_SIZE = 96, 72
"""Twice what the list of presets shows, for screens of high density."""
_SHOWN = 12
_QUALITY = 85


def main() -> None:
    """Write all pictures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    FOLDER.mkdir(exist_ok=True)
    for name, treat in _TREATMENTS.items():
        image = image_of(treat(scene())).copy(60, 30, 260, 195)
        _save(image.scaled(*PRESET_SIZE, mode=_SMOOTH), f"preset-{name}")
    _save(_mosaic(presets.VHS, presets.FILM_SCAN, presets.OLD_PHONE, presets.OLD_CAMERA), ANY)
    for name, picture in zip(("before", "after"), _restored(), strict=True):
        _save(image_of(picture), name)
    del application


def _mosaic(*names: str) -> QImage:
    """Return a picture of any video: four others, each in a quarter."""
    width, height = PRESET_SIZE[0] // 2, PRESET_SIZE[1] // 2
    mosaic = QImage(2 * width, 2 * height, QImage.Format.Format_RGB32)
    painter = QPainter(mosaic)
    for number, name in enumerate(names):
        place = QRect(number % 2 * width, number // 2 * height, width, height)
        painter.drawImage(place, QImage(str(FOLDER / f"preset-{name}.jpg")))
    painter.end()
    return mosaic


_SMOOTH = Qt.TransformationMode.SmoothTransformation


def _save(image: QImage, name: str) -> None:
    image.save(str(FOLDER / f"{name}.jpg"), "JPG", _QUALITY)


def _restored() -> tuple[Picture, Picture]:
    """Return a picture of an old clip, and what is made of it, in the same size."""
    rng = np.random.default_rng(3)
    pictures = [small(picture) for picture in scene()]
    noisy = [(p + rng.normal(0, 11, p.shape)).clip(0, 255).astype(np.uint8) for p in pictures]
    with TemporaryDirectory() as folder:
        source, output = Path(folder) / "clip.avi", Path(folder) / "restored.mkv"
        write_clip(source, noisy)
        options = Options(codec=Codec.FFV1, end_seconds=0.64)
        restore(Job(source=source, output=output, options=options), print, threading.Event())
        before, after = (_read(path) for path in (source, output))
    height, width, _ = after.shape
    enlarged = image_of(before).scaled(width, height, mode=_SMOOTH)
    enlarged = enlarged.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(enlarged.constBits(), np.uint8).reshape(height, enlarged.bytesPerLine())
    whole = rows[:, : 3 * width].reshape(height, width, 3)
    part = slice(height // 8, 7 * height // 8), slice(width // 4, width)
    return whole[part].copy(), after[part].copy()


def _read(path: Path) -> Picture:
    with Reader(probe(path)) as reader:
        for number, frame in enumerate(reader):
            if number == _SHOWN:
                return frame.data
    raise ValueError(path)


def _tape(pictures: Pictures) -> Picture:
    worn = damage.ragged(damage.displaced(pictures, 6.0, 3.0, 1.5), 1.8)
    return _noisy(worn[_SHOWN], 10.0)


def _digital_tape(pictures: Pictures) -> Picture:
    """Two fields of different times: combs, larger than they are, so that they are seen."""
    woven, height = pictures[_SHOWN].copy(), 5
    for row in range(0, HEIGHT, 2 * height):
        woven[row : row + height] = np.roll(woven[row : row + height], 9, axis=1)
    return woven


def _disc(pictures: Pictures) -> Picture:
    return _blocky(pictures[_SHOWN], 8, 0.75)


def _film(pictures: Pictures) -> Picture:
    spotted = damage.spotted(pictures, 16.0)[0][_SHOWN].astype(float)
    faded = 40 + 0.75 * spotted * np.array([1.05, 0.9, 0.65])
    return _noisy(faded.clip(0, 255).astype(np.uint8), 12.0)


def _camera(pictures: Pictures) -> Picture:
    """A small sensor in the evening: dark corners, pale colours, coarse noise."""
    rows, columns = np.mgrid[-1 : 1 : HEIGHT * 1j, -1 : 1 : WIDTH * 1j]
    light = (1.0 - 0.45 * (rows**2 + columns**2)).clip(0.2, 1.0)[..., None]
    pale = 0.6 * pictures[_SHOWN] + 0.4 * pictures[_SHOWN].mean(axis=2, keepdims=True)
    coarse = np.random.default_rng(5).normal(0, 22, (HEIGHT // 3, WIDTH // 3 + 1, 1))
    noise = coarse.repeat(3, axis=0).repeat(3, axis=1)[:, :WIDTH]
    return (pale * light + noise).clip(0, 255).astype(np.uint8)


def _phone(pictures: Pictures) -> Picture:
    """A few large pixels."""
    step = 6
    coarse = pictures[_SHOWN][::step, ::step]
    return coarse.repeat(step, axis=0).repeat(step, axis=1)[:HEIGHT, :WIDTH]


def _noisy(picture: Picture, sigma: float) -> Picture:
    noise = np.random.default_rng(7).normal(0, sigma, picture.shape)
    return (picture + noise).clip(0, 255).astype(np.uint8)


def _blocky(picture: Picture, side: int, share: float) -> Picture:
    """Mix each block with its mean, as strong compression does."""
    height, width = (length - length % side for length in picture.shape[:2])
    blocks = picture[:height, :width].reshape(height // side, side, width // side, side, 3)
    mean = blocks.mean(axis=(1, 3), keepdims=True)
    mixed = (1 - share) * blocks + share * mean
    result = picture.copy()
    result[:height, :width] = mixed.reshape(height, width, 3).astype(np.uint8)
    return result


_TREATMENTS: dict[str, Callable[[Pictures], Picture]] = {
    presets.VHS: _tape,
    presets.MINIDV: _digital_tape,
    presets.DVD: _disc,
    presets.FILM_SCAN: _film,
    presets.OLD_CAMERA: _camera,
    presets.OLD_PHONE: _phone,
    presets.UNTOUCHED: lambda pictures: pictures[_SHOWN],
}

if __name__ == "__main__":
    main()
