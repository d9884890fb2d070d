"""Makes the page of repairs and its pictures: ``python -m docs.make_repairs``.

A drawn scene, which is part of this project, is damaged as tapes and films are, by the same code
as in the tests, found out by the first look, and repaired as a render does it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QLinearGradient, QPainter, QPen

from app.text.faults import describe_finding
from engine.jobs.choices import Repair, SizeByFactor
from engine.jobs.options import Options
from engine.rendering.steps.registry import open_frames
from engine.video.probing.probe import probe
from tests.video.repairs import damage
from tests.video.scenes import written

FOLDER = Path(__file__).parent
WIDTH, HEIGHT, COUNT = 400, 300, 28
_MARGIN = 30
_QUALITY = 82
_SHOWN = 12
"""Number of the picture that is shown; faults of one picture are in it."""

Picture = NDArray[np.uint8]
Pictures = list[Picture]


@dataclass(frozen=True)
class Example:
    """A fault, how it comes about, and which part of which pictures shows it."""

    repair: Repair
    title: str
    cause: str
    answer: str
    damage: Callable[[Pictures], Pictures]
    shown: Callable[[Pictures], Picture]


def main() -> None:
    """Write the page and its pictures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    parts = [_INTRODUCTION]
    (FOLDER / "repairs").mkdir(exist_ok=True)
    for example in EXAMPLES:
        found, before, after = _repaired(example)
        name = f"repairs/{example.repair}.jpg"
        side_by_side(before, after).save(str(FOLDER / name), "JPG", _QUALITY)
        parts.append(
            f"## {example.title}\n\n{example.cause} {example.answer}\n\n"
            f"![Before and after: {example.title.lower()}]({name})\n\n"
            f"The first look says: *{found}*\n"
        )
    (FOLDER / "repairs.md").write_text("\n".join(parts), encoding="utf-8")
    del application


def _repaired(example: Example) -> tuple[str, Picture, Picture]:
    """Return what the first look says, and what is shown before and after the repair."""
    with TemporaryDirectory() as folder:
        path = written(Path(folder) / "clip.mkv", example.damage(scene()), "yuv444p")
        info = probe(path)
        shown = [example.shown(_read(path, repair)) for repair in ("off", str(example.repair))]
    return describe_finding(info.finding(example.repair)), *shown


def _read(path: Path, repair: str) -> Pictures:
    options = Options(repair=repair, strength=0.0, size=SizeByFactor(1))
    with open_frames(probe(path), options) as reader:
        return [frame.data for frame in reader]


def side_by_side(before: Picture, after: Picture) -> QImage:
    """Return two pictures of the same height, with a white line between them."""
    return image_of(np.concatenate([before, np.full((len(before), 8, 3), 255, np.uint8), after], 1))


def image_of(picture: Picture) -> QImage:
    """Return a picture ``(h, w, 3)`` as Qt wants it."""
    height, width, _ = picture.shape
    data = np.ascontiguousarray(picture)
    return QImage(data.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


@lru_cache(maxsize=1)
def scene() -> Pictures:
    """Return the drawn scene with a ball that rolls, and a little noise."""
    rng = np.random.default_rng(1)
    noise = [rng.normal(0, 1.5, (HEIGHT, WIDTH, 1)) for _ in range(COUNT)]
    pictures = (_drawn(WIDTH, HEIGHT, 40.0 + 9 * number) for number in range(COUNT))
    return [(p + n).clip(0, 255).astype(np.uint8) for p, n in zip(pictures, noise, strict=True)]


def _drawn(width: int, height: int, ball: float) -> Picture:
    """Draw a ball before the house at twice the size, and make it smaller."""
    image = _house(width, height).copy()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(2, 2)
    painter.setPen(QPen(QColor("#5a1414"), 1.5))
    painter.setBrush(QColor("#f4e27a"))
    painter.drawEllipse(QPointF(ball, 0.88 * height), 13, 13)
    painter.setPen(QColor("#f4f0e0"))
    painter.setFont(QFont("sans", 13))
    painter.drawText(QPointF(width - 108, height - 24), "7. 6. 1991")
    painter.end()
    small = image.scaled(
        width,
        height,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(small.constBits(), np.uint8).reshape(height, small.bytesPerLine())
    return rows[:, : 3 * width].reshape(height, width, 3).copy()


@lru_cache
def _house(width: int, height: int) -> QImage:
    image = QImage(2 * width, 2 * height, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(2, 2)
    _draw_garden(painter, width, height)
    _draw_house(painter)
    painter.end()
    return image


def _draw_garden(painter: QPainter, width: int, height: int) -> None:
    sky = QLinearGradient(0, 0, 0, 0.6 * height)
    sky.setColorAt(0, QColor("#5b8fd0"))
    sky.setColorAt(1, QColor("#d5e4ee"))
    painter.fillRect(QRectF(0, 0, width, height), sky)
    grass = QLinearGradient(0, 0.62 * height, 0, height)
    grass.setColorAt(0, QColor("#7da75a"))
    grass.setColorAt(1, QColor("#2f6431"))
    painter.fillRect(QRectF(0, 0.62 * height, width, height), grass)
    painter.setPen(Qt.PenStyle.NoPen)
    rng = np.random.default_rng(4)
    painter.setBrush(QColor("#5d3a20"))
    painter.drawRect(QRectF(0.8 * width, 0.42 * height, 0.03 * width, 0.28 * height))
    for _ in range(60):
        painter.setBrush(
            QColor.fromHsv(int(rng.integers(85, 130)), 150, int(rng.integers(70, 160)))
        )
        x, y = rng.normal(0.815 * width, 0.05 * width), rng.normal(0.33 * height, 0.06 * height)
        painter.drawEllipse(QPointF(x, y), 11, 9)
    painter.setBrush(QColor("#e8e2d2"))
    for number in range(40):  # a fence, as fine as composite video can't bear it
        painter.drawRect(QRectF(4 + number * 3.4, 0.66 * height, 1.7, 0.12 * height))
    painter.drawRect(QRectF(0, 0.7 * height, 140, 2))
    for number in range(24):
        painter.setBrush(QColor.fromHsv(int(rng.integers(0, 360)), 200, 220))
        painter.drawEllipse(QPointF(150 + number * 10, 0.77 * height + rng.normal(0, 3)), 3, 3)


def _draw_house(painter: QPainter) -> None:
    painter.setPen(QPen(QColor("#4c2f24"), 1))
    painter.setBrush(QColor("#c9744f"))
    painter.drawRect(QRectF(150, 110, 140, 100))
    painter.setPen(QPen(QColor("#e6c9b4"), 0.7))
    for row in range(1, 12):
        y = 110 + row * 100 / 12
        painter.drawLine(QPointF(150, y), QPointF(290, y))
        for brick in range(9):
            x = 150 + (brick + (row % 2) / 2) * 15
            painter.drawLine(QPointF(x, y - 100 / 12), QPointF(x, y))
    painter.setPen(QPen(QColor("#301c18"), 1))
    painter.setBrush(QColor("#7b2a26"))
    painter.drawPolygon([QPointF(140, 112), QPointF(220, 54), QPointF(300, 112)])
    for x, y, w, h, colour in (
        (166, 126, 30, 34, "#243f66"),
        (244, 126, 30, 34, "#243f66"),
        (206, 150, 28, 60, "#2d6a4a"),
        (262, 54, 14, 34, "#6a4a40"),
    ):
        painter.setPen(QPen(QColor("#f6f2e6"), 2))
        painter.setBrush(QColor(colour))
        painter.drawRect(QRectF(x, y, w, h))


def _whole(pictures: Pictures) -> Picture:
    return pictures[_SHOWN]


def _part(
    left: int, top: int, width: int = 200, height: int = 150
) -> Callable[[Pictures], Picture]:
    """Return what shows a part of a picture at twice its size."""

    def cut(pictures: Pictures) -> Picture:
        part = pictures[_SHOWN][top : top + height, left : left + width]
        return part.repeat(2, axis=0).repeat(2, axis=1)

    return cut


def _strip(numbers: Sequence[int], rows: slice, columns: slice) -> Callable[[Pictures], Picture]:
    """Return what shows the same part of several pictures, one below the other."""
    return lambda pictures: np.concatenate([pictures[n][rows, columns] for n in numbers])


def _mean(pictures: Pictures) -> Picture:
    """Return the mean of ten pictures: sharp where a camera stands still."""
    return np.mean(pictures[_SHOWN - 5 : _SHOWN + 5], axis=0).round().astype(np.uint8)


def _shaken(_: Pictures) -> Pictures:
    wide = _drawn(WIDTH + 2 * _MARGIN, HEIGHT + 2 * _MARGIN, 200.0).astype(float)
    return damage.trembling(wide, COUNT, (HEIGHT, WIDTH), 4.0)[0]


_INTRODUCTION = """# Repairs

What tapes, discs and films do to a picture is looked for when a file is opened
(`homereel probe FILE`), and put right before the network sees it. `--repair auto`, the default,
makes the repairs that are sure and cannot hurt; the others are offered: `--repair NAME,NAME`.
`--repair off` makes none.

The pictures show a drawn scene that was damaged as described, before (left) and after (right),
without the network. `python -m docs.make_repairs` makes this page.

Found in how many of ten real clips (320x240, noise and codec of their own), and by how many dB the
repair came nearer to the truth where it was hurt, in the middle one (`tests.bench.judge_repairs`;
weak, middle and strong damage, made by causes that the detectors know nothing of):

| repair | found | gain in dB |
|---|---|---|
| switching | 9, 10, 10 | 7 to 13 |
| jitter | 10, 10, 10 | 6.5, 6.9, 5.9 |
| rainbow, NTSC | 10, 10, 10 | 4.0, 4.5, 4.9 |
| rainbow, PAL | 9, 10, 10 | 4.4, 4.9, 5.2 |
| dropouts | 10, 10, 10 | 14 to 18 |
| dust | 10, 10, 10 | 13 |
| chroma, by 1.6, 2.6, 4.1 and 6.3 pixels | 9, 9, 9, 9 | 3.0, 4.6, 6.1, 7.3 |
| halo | 9, 10, 9 | 8.9, 9.3, 9.3 |
| repeats | 10, 10, 10, none invented | 6.8, 6.6, 7.6 |
| levels | 10, 10, 10 | 11.4, 13.0, 8.2; none gets worse |
| shake | 10, 10, 10 | 13.5, 16.2, 17.1 |

The clip without displaced colours that were found has hardly any colours; what a displacement of
1.6 pixels can gain is limited by colours stored at half the resolution, and one clip, whose own
colours lie 1.6 pixels off, gets further from its truth (by 3.5 dB). A soft edge shows no second
contour; there weak sharpening is told by fine detail, of which there is more along lines than
along columns: by 2.7 to 5.5 dB in a third of 33 clips that were sharpened weakly, by up to 2.4 dB
in them as they are. Colours blurred wider than their
sampling are not sharpened: along luma's edges that brought them about 1 dB nearer over a whole
picture, and the blur of a tape could not be told from that of codecs and cameras. The rows of
switching and dropouts come from parts in which less moves.
"""

EXAMPLES = [
    Example(
        Repair.SWITCHING,
        "Torn lines: switching",
        "A video recorder changes from one head to the other a few lines before a picture ends;"
        " what follows is torn sideways, or noise.",
        "These lines are covered by the picture above, mirrored.",
        lambda pictures: damage.torn(pictures, 9, 22.0, 30),
        _part(100, 150),
    ),
    Example(
        Repair.JITTER,
        "Ragged lines: jitter",
        "A worn player begins each line too early or too late.",
        "Lines are aligned with those around them. Offered.",
        lambda pictures: damage.ragged(pictures, 1.6),
        _part(140, 50),
    ),
    Example(
        Repair.RAINBOW,
        "Rainbows and crawling dots: rainbow",
        "Composite video sends colours on a carrier in the midst of luma; fine patterns shimmer in"
        " colours, and dots crawl along the edges of colours.",
        "What is inverted as the carrier turns, every second picture of NTSC and every fourth of"
        " PAL, is taken out where nothing moves. In auto where it is sure.",
        lambda pictures: damage.composite(pictures, 1.0),
        _part(0, 120),
    ),
    Example(
        Repair.DROPOUTS,
        "Streaks: dropouts",
        "Where tape has lost its coating, a line or a few are white or black for one picture.",
        "They are filled from the pictures before and after.",
        lambda pictures: damage.scratched(pictures, 4.0, 120, 3)[0],
        _whole,
    ),
    Example(
        Repair.DUST,
        "Spots: dust",
        "Dust on film covers something for one picture.",
        "It is filled from the pictures before and after. Offered, since small things that fly past"
        " look the same.",
        lambda pictures: damage.spotted(pictures, 8.0)[0],
        _whole,
    ),
    Example(
        Repair.CHROMA,
        "Colours beside their things: chroma",
        "Each copy of a tape moves colours a little to the right and down.",
        "They are moved back, to half a pixel; luma stays as it is.",
        lambda pictures: damage.displaced(pictures, 5.0, 2.0, 1.5),
        _part(140, 50),
    ),
    Example(
        Repair.HALO,
        "Second contours: halo",
        "The sharpening of a recorder puts a dark and a bright contour beside each edge.",
        "It is taken back by the inverse filter. Offered.",
        lambda pictures: damage.sharpened(pictures, 1.0, 2.0),
        _part(140, 50),
    ),
    Example(
        Repair.FLICKER,
        "Swinging brightness: flicker",
        "Old projectors, and lamps before a camera, give each picture another amount of light."
        " Below are five pictures one after the other.",
        "Each gets the brightness that is usual around it. In auto where it is strong.",
        lambda pictures: damage.flickering(pictures, 0.25),
        _strip(range(10, 15), slice(60, 120), slice(None)),
    ),
    Example(
        Repair.REPEATS,
        "Copies of lost pictures: repeats",
        "A capture that loses a picture hands the one before on once more: things stop, then jump."
        " Below are five pictures one after the other.",
        "What is missing is made along the flow; all times stay. Offered.",
        lambda pictures: damage.repeating(pictures, {12, 20}),
        _strip(range(10, 15), slice(240, 282), slice(80, 320)),
    ),
    Example(
        Repair.LEVELS,
        "Faded colours: levels",
        "Dyes fade, each by its own amount: black becomes gray, and all gets a cast.",
        "Red, green and blue are stretched to black and white again, the same for a whole film;"
        " `--levels 0..1` says how far."
        " Offered.",
        lambda pictures: damage.faded(pictures, (45, 30, 34), (236, 180, 190)),
        _whole,
    ),
    Example(
        Repair.SHAKE,
        "Hand tremor: shake",
        "A hand trembles. Below is the mean of ten pictures, which is sharp where a camera stands"
        " still.",
        "Pictures are moved onto a smooth way; what comes in at the borders is taken from the"
        " pictures around. Offered.",
        _shaken,
        _mean,
    ),
]


if __name__ == "__main__":
    main()
