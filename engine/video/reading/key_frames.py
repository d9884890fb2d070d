"""Key frames of a source: the pictures that can be decoded without others."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from engine.video.facts import SourceInfo
from engine.video.pixels import luma_plane
from engine.video.reading.decoder import PictureDecoder
from engine.video.timeline import exact_seconds


def key_times(info: SourceInfo, from_seconds: float, to_seconds: float) -> list[float]:
    """Return the times of the key frames of a stretch; nothing is decoded.

    Args:
        info: the source.
        from_seconds: first moment of the stretch; all times count from the start of the source.
        to_seconds: its last moment.

    Raises:
        InputVideoError: the file cannot be read.
    """
    found = []
    with PictureDecoder(info.path, info.stream_index, info.sections) as decoder:
        base = decoder.stream.time_base or Fraction(1, 1000)
        if from_seconds > 0:
            decoder.seek(exact_seconds(info.start_seconds + from_seconds))
        for packet in decoder.packets():
            shown, decoded = (
                None if ticks is None else float(ticks * base) - info.start_seconds
                for ticks in (packet.pts, packet.dts)
            )
            if decoded is not None and decoded > to_seconds:
                break
            if packet.is_keyframe and shown is not None and from_seconds <= shown <= to_seconds:
                found.append(shown)
    return found


def key_frames(
    info: SourceInfo, from_seconds: float, *, step_seconds: float
) -> Iterator[tuple[float, NDArray[np.uint8]]]:
    """Yield time and luma of key frames, from the last one before a moment on.

    Args:
        info: the source.
        from_seconds: counted from the start of the source.
        step_seconds: least time between two of them.

    Yields:
        Seconds from the start of the source, and ``(h, w)`` as stored, 8 bits.

    Raises:
        InputVideoError: the file cannot be read.
    """
    with PictureDecoder(info.path, info.stream_index, info.sections) as decoder:
        context = decoder.stream.codec_context
        context.skip_frame = "NONKEY"
        base = decoder.stream.time_base or Fraction(1, 1000)
        if from_seconds > 0:
            decoder.seek(exact_seconds(info.start_seconds + from_seconds))
        last: float | None = None
        for packet in decoder.packets():
            time = packet.pts if packet.pts is not None else packet.dts
            moment = 0.0 if time is None else float(time * base) - info.start_seconds
            is_near = last is not None and moment < last + step_seconds
            if packet.size and (not packet.is_keyframe or time is None or is_near):
                continue
            for picture in decoder.decode(packet):
                if picture.pts is not None:
                    moment = float(picture.pts * base) - info.start_seconds
                is_coloured = picture.format.is_rgb or picture.format.has_palette
                last = moment
                yield (
                    moment,
                    luma_plane(picture.reformat(format="gray") if is_coloured else picture),
                )
