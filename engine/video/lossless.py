"""Copies of prepared pictures that lose nothing, small and quickly made.

What a fresh encoder is given again after an interruption, so that it writes what it would have
written without one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import cast

import av
from av import Packet, VideoFrame
from av.video.codeccontext import VideoCodecContext

from engine.video.encoder import EncodedPicture

_FORMATS = frozenset({"yuv420p", "yuv420p10le", "nv12"})
# x264 without quantising and without looking ahead: each picture comes out as it goes in.
_OPTIONS = {"preset": "ultrafast", "tune": "zerolatency", "qp": "0", "g": "9999"}


def can_copy(pixel_format: str) -> bool:
    """Whether pictures of libavutil's ``pixel_format`` can be copied."""
    return pixel_format in _FORMATS


class LosslessCopies:
    """Copies of pictures of one size and format, until they are taken."""

    def __init__(self) -> None:
        self._context: VideoCodecContext | None = None
        self._copies: list[EncodedPicture] = []

    def add(self, picture: VideoFrame) -> None:
        """Copy a picture that has its time in ticks of the film.

        Raises:
            av.FFmpegError: the encoder fails.
        """
        self._context = self._context or _new_context(picture)
        (packet,) = self._context.encode(picture)
        assert picture.pts is not None  # as the encoder of the film wants it
        self._copies.append(
            EncodedPicture(bytes(packet), picture.pts, picture.duration, packet.is_keyframe)
        )

    def take(self) -> list[EncodedPicture]:
        """The copies since the last time; they stand for themselves."""
        copies, self._copies, self._context = self._copies, [], None
        return copies


def pictures_of(
    copies: Iterable[EncodedPicture], pixel_format: str, time_base: Fraction
) -> Iterator[VideoFrame]:
    """Give back the pictures that were copied.

    Args:
        copies: as they were taken, one lot after the other.
        pixel_format: of the pictures.
        time_base: what their times count.

    Raises:
        av.FFmpegError: they are something else.
    """
    context = av.CodecContext.create("h264", "r")
    context.thread_count = 1  # more would hold pictures back
    for copy in copies:
        (frame,) = context.decode(Packet(copy.data))
        # A new picture: that of the decoder says which kind it was, and encoders listen to it.
        picture = VideoFrame.from_ndarray(
            frame.reformat(format=pixel_format).to_ndarray(), pixel_format
        )
        picture.time_base, picture.pts = time_base, copy.pts
        picture.duration = copy.duration
        yield picture


def _new_context(picture: VideoFrame) -> VideoCodecContext:
    context = av.CodecContext.create("libx264", "w")
    context.width, context.height = picture.width, picture.height
    context.pix_fmt = picture.format.name
    context.time_base = cast("Fraction", picture.time_base)
    context.thread_count = 1
    context.options = dict(_OPTIONS)
    context.open()
    return context
