"""Name, size and codec of the file that a job will write, worked out without torch."""

from __future__ import annotations

import itertools
import math
import os
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from engine.files.discs import title_name
from engine.files.names import fitted, named
from engine.files.sequences import sequence_name
from engine.jobs.choices import PICTURE_FILES, Codec, Container, Deinterlace
from engine.jobs.events import Warned
from engine.jobs.options import Options
from engine.video.facts import Scan, SourceInfo, as_chosen, trimmed
from engine.video.geometry import is_quarter_turn, output_size
from engine.video.reading.deinterlace import FILM_RUN, PULLDOWN
from engine.video.writing.codecs import takes_size
from engine.video.writing.containers import choose_container, losses

_BITS_PER_PIXEL = {
    Codec.H264: 0.06,
    Codec.HEVC: 0.04,
    Codec.AV1: 0.03,
    Codec.PRORES: 2.0,
    Codec.FFV1: 6.0,
    Codec.PNG: 6.0,
    Codec.TIFF: 6.0,
}
"""Low estimates: a render that might fit on the disk is not refused."""
_COPIES = 2
"""Segments and the joined file are on the disk at the same time."""


def resolved(info: SourceInfo, options: Options) -> tuple[SourceInfo, Options]:
    """Return the source with the user's corrections, and the options with automatic ones chosen.

    Codec and region are chosen for the source where they were not given. Where the user chose the
    bits of the pictures, the source is read with as many.
    """
    if options.crop is None:
        options = replace(options, crop=trimmed(info, options))
    info = as_chosen(info, options)
    if options.codec is Codec.AUTO:
        options = replace(options, codec=_usual_codec(info, options))
    if options.codec in PICTURE_FILES and options.picture_bits is not None:
        info = replace(info, bit_depth=options.picture_bits)
    return info, options


def _usual_codec(info: SourceInfo, options: Options) -> Codec:
    # Hardly any phone or television plays H.264 of more than 8 bits; HEVC they do.
    if info.bit_depth <= 8 and not info.colour.is_hdr:
        return Codec.H264
    size = output_size(*_upright_size(info, options), options.size)
    return Codec.HEVC if takes_size(Codec.HEVC, *size) else Codec.H264


def frames_per_picture(info: SourceInfo, options: Options) -> Fraction:
    """Return how many frames are written for each picture of the source."""
    if options.deinterlace is Deinterlace.FIELD:
        return Fraction(2)
    is_film = options.deinterlace is Deinterlace.AUTO and info.scan is Scan.TELECINED
    return Fraction(FILM_RUN, PULLDOWN) if is_film else Fraction(1)


def default_output(
    info: SourceInfo,
    options: Options,
    folder: Path | None = None,
    *,
    overwrite: bool = False,
) -> Path:
    """Return a free name such as ``holiday restored.mp4``, beside the source or in ``folder``.

    A title of a DVD is named after its disc. The name gets a number where a file of that name
    exists, unless that is to be overwritten (a folder of pictures and the source never are), and
    is shortened where the disk allows no longer one.
    """
    info, options = resolved(info, options)
    container = choose_container(info, None, options.container, options.codec)
    where = info.path.parent if folder is None else folder
    stem = title_name(info.path) or sequence_name(info.path) or info.path.stem
    stem = f"{options.name_beginning} {stem}".lstrip()
    is_folder = container is Container.FOLDER
    suffix = "" if is_folder else f".{container}"
    fields = _name_fields(info, options)

    def numbered(number: int) -> Path:
        ending = suffix if number == 1 else f" {number}{suffix}"
        pattern = options.name_pattern
        return where / fitted(
            lambda name: named(pattern, {**fields, "name": name}) + ending, stem, where
        )

    numbers = itertools.count(1)
    output = numbered(next(numbers))
    while os.path.lexists(output) and (is_folder or not overwrite or output == info.path):
        output = numbered(next(numbers))
    return output


def _name_fields(info: SourceInfo, options: Options) -> dict[str, str]:
    """What stands for the fields of a name but that of the source."""
    width, height = output_size(*_upright_size(info, options), options.size)
    part = ""
    if options.parts:
        part = f"{len(options.parts)} parts"
    elif options.start_seconds is not None or options.end_seconds is not None:
        end = info.duration_seconds if options.end_seconds is None else options.end_seconds
        times = (options.start_seconds or 0.0, end or 0.0)
        part = "-".join(f"{int(time) // 60}m{int(time) % 60:02}s" for time in times)
    model = options.model if options.strength > 0 else ""
    return {"part": part, "size": f"{width}x{height}", "model": model}


def expected_losses(info: SourceInfo, options: Options) -> list[Warned]:
    """Return what the output cannot hold as it is, in the container chosen for the source."""
    info, options = resolved(info, options)
    return losses(
        info,
        choose_container(info, None, options.container, options.codec),
        options.codec,
    )


def upright_size(info: SourceInfo, options: Options) -> tuple[int, int, Fraction]:
    """Width, height and sample aspect of the frames that are restored: cropped and upright."""
    return _upright_size(*resolved(info, options))


def _upright_size(info: SourceInfo, options: Options) -> tuple[int, int, Fraction]:
    crop = options.crop
    size = (crop.width, crop.height) if crop else (info.width, info.height)
    if is_quarter_turn(info.rotation_degrees):
        return size[1], size[0], 1 / info.sample_aspect
    return *size, info.sample_aspect


def output_size_of(info: SourceInfo, options: Options) -> tuple[int, int]:
    """Width and height of the finished file in square pixels."""
    return output_size(*upright_size(info, options), options.size)


def enlargement_of(info: SourceInfo, options: Options) -> float:
    """How many times as wide and high the file is as the frames that are restored, on average."""
    width, height, _ = upright_size(info, options)
    return math.sqrt(math.prod(output_size_of(info, options)) / (width * height))


def frames_total(info: SourceInfo, options: Options) -> int | None:
    """Return the number of frames to restore; None where it is not known beforehand."""
    factor = frames_per_picture(info, options)
    if options.parts:
        counts = [frames_total(info, each) for each in single_parts(options)]
        return None if None in counts else sum(count or 0 for count in counts)
    if options.start_seconds is None and options.end_seconds is None:
        return None if info.frame_count is None else round(info.frame_count * factor)
    if info.frame_rate is None or info.is_variable_frame_rate or info.duration_seconds is None:
        return None
    start, end = options.start_seconds or 0.0, info.duration_seconds
    if options.end_seconds is not None:
        end = min(end, options.end_seconds)
    # Frame k is shown at k / rate; a hair is taken off for times that were rounded.
    before_start, before_end = (
        math.ceil(float(info.frame_rate * factor) * seconds - 1e-3) for seconds in (start, end)
    )
    return max(0, before_end - before_start)


def single_parts(options: Options) -> list[Options]:
    """Return the options of each part that is joined in one file; those given where it is one."""
    return [
        replace(options, parts=(), start_seconds=part.start_seconds, end_seconds=part.end_seconds)
        for part in options.parts
    ] or [options]


def needed_bytes(codec: Codec, width: int, height: int, frames: int | None) -> int:
    """Return a low estimate of the room that a render takes on the disk."""
    bits = _BITS_PER_PIXEL.get(codec, 0.0) * width * height * (frames or 0)
    return int(_COPIES * bits / 8)
