"""Makes the page of examples and its pictures: ``python -m docs.make_examples CLIPS``.

Parts of real clips, each enlarged by the usual filter and restored by the program as it comes.
CLIPS is the folder that holds the clips; only those whose licence allows showing them are used.
"""

from __future__ import annotations

import argparse
import os
import threading
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QGuiApplication, QImage

from docs.make_repairs import side_by_side
from engine.jobs.choices import Crop, SizeByFactor
from engine.jobs.events import Picture, PreviewFrame
from engine.jobs.options import Job, Options
from engine.rendering.preview import Preview

PAGE = Path(__file__).parent / "examples.md"
FOLDER = Path(__file__).parent / "examples"
_WIDTH, _HEIGHT = 112, 96
"""Of the part that is shown, in pixels of the source."""
_FRAMES = 15
_QUALITY = 84


@dataclass(frozen=True)
class Example:
    """A part of a clip, and what one sees there."""

    name: str
    title: str
    clip: str
    origin: str
    """Where the clip comes from, and under which licence."""
    seconds: float
    left: int
    top: int
    seen: str


EXAMPLES = (
    Example(
        "film",
        "A film of 1940, compressed for the web",
        "bw_his_girl_friday_640x480.mp4",
        "*His Girl Friday*, 1940, in the public domain; from mdn/shared-assets.",
        3.0,
        360,
        60,
        "Blocks and mosquito noise go, edges become clear. What the scan does not hold, such as the"
        " eyes under the hat, is not invented.",
    ),
    Example(
        "web",
        "A web video of about 2000 (Windows Media, 352x240)",
        "wmv_nasa_kids_352x240.wmv",
        "NASA, in the public domain; from artefactual/archivematica-sampledata.",
        3.0,
        200,
        40,
        "The grain of the codec goes from skin and from the blue; letters and the face get firm"
        " edges. Skin is smoother than skin is.",
    ),
    Example(
        "phone",
        "A clip of an old phone (H.263, 176x144)",
        "bbb_176x144_128kbps_15fps_h263.3gp",
        "*Big Buck Bunny*, Blender Foundation, CC BY 3.0; from androidx/media.",
        0.4,
        40,
        30,
        "Roots and leaves get edges. Grass far below the grid of the source becomes small painted"
        " strokes: this is what the model does badly.",
    ),
    Example(
        "small",
        "A small clip of the web (VP9, 161x121)",
        "bear_161x121_odd_vp9.webm",
        "From google/ExoPlayer, Apache-2.0.",
        0.0,
        40,
        10,
        "The wire of the fence becomes thin and even; fur stays a dark shape.",
    ),
    Example(
        "mirror",
        "The mirror of a telescope on a crane (H.264, 320x180)",
        "nasa_320x180_2v2a2s.mp4",
        "NASA, in the public domain; from pytorch/torchcodec.",
        4.0,
        130,
        20,
        "The lines between the panels become even, and the rings of the codec beside the ropes go."
        " Where lines cross closer than the grid of the source shows, some break or become wavy.",
    ),
)


def main() -> None:
    """Write the page and its pictures."""
    parser = argparse.ArgumentParser(description="Make the page of examples.")
    parser.add_argument("clips", type=Path, help="the folder of the clips")
    clips = parser.parse_args().clips
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    FOLDER.mkdir(exist_ok=True)
    parts = [_INTRODUCTION]
    for example in EXAMPLES:
        _pair(clips, example).save(str(FOLDER / f"{example.name}.jpg"), "JPG", _QUALITY)
        parts.append(
            f"## {example.title}\n\n{example.seen}\n\n"
            f"![{example.title}: enlarged and restored](examples/{example.name}.jpg)\n\n"
            f"{example.origin}\n"
        )
    PAGE.write_text("\n".join(parts), encoding="utf-8")
    del application


def _pixels(picture: Picture) -> NDArray[np.uint8]:
    return np.frombuffer(picture.rgb, np.uint8).reshape(picture.height, picture.width, 3)


def _pair(clips: Path, example: Example) -> QImage:
    """Return the middle frame of a short preview: enlarged at the left, restored at the right."""
    region = Crop(example.left, example.top, _WIDTH, _HEIGHT)
    options = Options(start_seconds=example.seconds, crop=region, size=SizeByFactor(4))
    job = Job(source=clips / example.clip, output=FOLDER / "unused.mkv", options=options)
    frames: list[PreviewFrame] = []
    Preview(job, frames_limit=_FRAMES).restore(options, frames.append, threading.Event())
    middle = frames[len(frames) // 2]
    return side_by_side(_pixels(middle.before), _pixels(middle.after))


_INTRODUCTION = """\
# Examples

Parts of real clips at four times their size: at the left enlarged by the usual filter, at the right
restored by the model that comes with the program, with nothing changed in the options. One pixel
of a picture is one pixel of the restored file, so look at them at 100 %. The pictures are stored
as JPEG.

What the model was trained on, its figures, and what it does badly is in its
[model card](../resources/homereel-small.md). `python -m docs.make_examples CLIPS` makes this page.
"""


if __name__ == "__main__":
    main()
