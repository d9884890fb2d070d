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

from engine.video.writing.encoder import EncodedPicture

_FORMATS = {"yuv420p": "yuv420p", "yuv420p10le": "yuv420p10le", "nv12": "yuv420p"}
"""What is copied, and the form that the codec takes it in, with the same samples."""
# Huffyuv, as FFmpeg extended it: a fifth of the time of lossless x264, for twice the bytes.
_CODEC = "ffvhuff"
_OPTIONS = {"pred": "median"}


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
        kind = _FORMATS[picture.format.name]
        if self._context is None:
            # With another time base it would change the times of the picture.
            time_base = cast("Fraction", picture.time_base)
            self._context = _new_encoder(picture.width, picture.height, kind, time_base)
        stored = picture.reformat(format=kind)
        stored.pts, stored.time_base = picture.pts, picture.time_base
        (packet,) = self._context.encode(stored)
        assert picture.pts is not None  # as the encoder of the film wants it
        self._copies.append(
            EncodedPicture(bytes(packet), picture.pts, picture.duration, packet.is_keyframe)
        )

    def take(self) -> list[EncodedPicture]:
        """The copies since the last time; they stand for themselves."""
        copies, self._copies, self._context = self._copies, [], None
        return copies


def pictures_of(
    copies: Iterable[EncodedPicture],
    pixel_format: str,
    size: tuple[int, int],
    time_base: Fraction,
) -> Iterator[VideoFrame]:
    """Give back the pictures that were copied.

    Args:
        copies: as they were taken, one lot after the other.
        pixel_format: of the pictures.
        size: their width and height.
        time_base: what their times count.

    Raises:
        av.FFmpegError: they are something else.
    """
    context = _new_decoder(*size, _FORMATS[pixel_format])
    for copy in copies:
        (frame,) = context.decode(Packet(copy.data))
        # A new picture: that of the decoder says which kind it was, and encoders listen to it.
        picture = VideoFrame.from_ndarray(
            frame.reformat(format=pixel_format).to_ndarray(), pixel_format
        )
        picture.time_base, picture.pts = time_base, copy.pts
        picture.duration = copy.duration
        yield picture


def _new_encoder(
    width: int, height: int, kind: str, time_base: Fraction = Fraction(1)
) -> VideoCodecContext:
    context = cast("VideoCodecContext", av.CodecContext.create(_CODEC, "w"))
    context.width, context.height, context.pix_fmt = width, height, kind
    context.time_base = time_base
    context.thread_count = 1
    context.options = dict(_OPTIONS)
    context.open()
    return context


def _new_decoder(width: int, height: int, kind: str) -> VideoCodecContext:
    context = cast("VideoCodecContext", av.CodecContext.create(_CODEC, "r"))
    context.width, context.height = width, height
    # Its tables, which are the same for all pictures of a kind.
    context.extradata = _new_encoder(width, height, kind).extradata
    context.thread_count = 1  # more would hold pictures back
    return context
