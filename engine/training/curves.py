"""The losses of a run as a picture."""

from __future__ import annotations

import csv
import math
from pathlib import Path

from PIL import Image, ImageDraw

_SIZE = (900, 240)
_MARGIN = 40
_AXES = ("step", "minutes", "seconds_per_step")
_SMOOTHING = 0.9


def draw(log: Path, picture: Path) -> None:
    """Draw every loss of ``log`` over the minutes of the run, one panel below the other.

    Args:
        log: the ``log.csv`` of a run.
        picture: PNG to write.
    """
    with log.open(newline="") as file:
        rows = list(csv.DictReader(file))
    minutes = [float(row["minutes"]) for row in rows]
    names = [name for name in rows[0] if name not in _AXES] if rows else []
    width, height = _SIZE
    image = Image.new("RGB", (width, height * max(1, len(names))), "white")
    for number, name in enumerate(names):
        panel = _panel(name, minutes, _smoothed([float(row[name]) for row in rows]))
        image.paste(panel, (0, number * height))
    image.save(picture)


def _smoothed(values: list[float]) -> list[float]:
    """A running mean; single steps jump with the clips they drew."""
    mean, smooth = math.nan, []
    for value in values:
        if math.isnan(mean):
            mean = value
        elif not math.isnan(value):
            mean = _SMOOTHING * mean + (1 - _SMOOTHING) * value
        smooth.append(0.0 if math.isnan(mean) else mean)
    return smooth


def _panel(name: str, minutes: list[float], values: list[float]) -> Image.Image:
    panel = Image.new("RGB", _SIZE, "white")
    pen = ImageDraw.Draw(panel)
    left, top = _MARGIN * 2, _MARGIN // 2
    right, bottom = _SIZE[0] - _MARGIN // 2, _SIZE[1] - _MARGIN
    pen.rectangle((left, top, right, bottom), outline="gray")
    pen.text((right - 70, top + 4), name, fill="black")
    if len(values) > 1:
        high, last = max(1.05 * max(values), 1e-9), max(minutes[-1], 1e-9)
        pen.text((4, top), f"{high:.4f}", fill="black")
        pen.text((4, bottom - 12), "0", fill="black")
        pen.text((right - 60, bottom + 6), f"{last:.0f} min", fill="black")
        points = [
            (left + (right - left) * m / last, bottom - (bottom - top) * v / high)
            for m, v in zip(minutes, values, strict=True)
        ]
        pen.line(points, fill="black", width=2)
    return panel
