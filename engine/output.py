"""What a job will write: its name and its size. Loads no torch, so it answers at once."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from engine.job import Options
from engine.video.geometry import is_quarter_turn, output_size
from engine.video.source import SourceInfo
from engine.video.writer import choose_container


def default_output(
    info: SourceInfo, options: Options, folder: Path | None = None, *, overwrite: bool = False
) -> Path:
    """The name ``holiday restored.mp4``, beside the source or in ``folder``.

    It is numbered where a file of that name exists, unless that is to be overwritten.
    """
    container = choose_container(info, None, options.container, options.codec)
    where = info.path.parent if folder is None else folder
    name = f"{info.path.stem} restored"
    output, number = where / f"{name}.{container}", 2
    while output.exists() and not overwrite:
        output, number = where / f"{name} {number}.{container}", number + 1
    return output


def upright_size(info: SourceInfo, options: Options) -> tuple[int, int, Fraction]:
    """Width, height and sample aspect of the frames that are restored: cropped and upright."""
    crop = options.crop
    size = (crop.width, crop.height) if crop else (info.width, info.height)
    if is_quarter_turn(info.rotation_degrees):
        return size[1], size[0], 1 / info.sample_aspect
    return *size, info.sample_aspect


def output_size_of(info: SourceInfo, options: Options) -> tuple[int, int]:
    """Width and height of the finished file in square pixels."""
    return output_size(*upright_size(info, options), options.size)
