"""Reading of single pictures: frames of a clip that somebody keeps as a folder of files."""

from __future__ import annotations

from pathlib import Path

import av
import av.error
import numpy as np

from engine.jobs.errors import InputProblem, InputVideoError
from engine.video.frame import Rgb

PICTURE_SUFFIXES = frozenset({".bmp", ".jpeg", ".jpg", ".png", ".ppm", ".tif", ".tiff", ".webp"})


def read_picture(path: Path) -> Rgb:
    """The picture of a file, ``(h, w, 3)`` RGB of 8 bits.

    Raises:
        InputVideoError: NOTHING_DECODES.
    """
    try:
        with av.open(str(path)) as container:
            frame = next(container.decode(video=0))
            return frame.to_ndarray(format="rgb24").astype(np.uint8, copy=False)
    except (av.error.FFmpegError, StopIteration, OSError, IndexError) as exc:
        raise InputVideoError(path, InputProblem.NOTHING_DECODES, str(exc)) from exc
