"""Copies of the frames of a source that lose nothing, small and quickly made.

So frames wait on a disk and travel to another computer.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, cast

import av
import numpy as np
from av import Packet, VideoFrame
from av.video.codeccontext import VideoCodecContext

from engine.video.frame import Rgb

# Half the size of the pixels for 5 ms of a core for each frame of 720x576; FFV1 makes them another
# quarter smaller in eight times the time.
_CODEC = "ffvhuff"
_KINDS = {8: ("rgb24", {"pred": "left"}), 16: ("gbrp16le", {"pred": "median"})}


class FrameCopies:
    """Copies frames of one size and depth, and gives them back.

    Args:
        width: of the frames.
        height: of the frames.
        bits: of each sample: 8 or 16.
    """

    def __init__(self, width: int, height: int, bits: int) -> None:
        self._size, self._dtype = (width, height), np.dtype(f"u{bits // 8}")
        self._format, self._options = _KINDS[bits]
        self._encoder = self._context("w")
        self._decoder = self._context("r")
        # Its tables, which are the same for all frames of a kind.
        self._decoder.extradata = self._encoder.extradata

    def copy(self, pixels: Rgb) -> bytes:
        """Return a copy of ``(h, w, 3)`` RGB."""
        picture = VideoFrame.from_ndarray(pixels, self._format)
        (packet,) = self._encoder.encode(picture)
        return bytes(packet)

    def pixels_of(self, copy: bytes) -> Rgb:
        """Return the pixels ``(h, w, 3)`` of a copy.

        Raises:
            ValueError: it is no copy of such a frame.
        """
        try:
            (picture,) = self._decoder.decode(Packet(copy))
        except (av.FFmpegError, ValueError) as exc:
            raise ValueError("no copy of a frame") from exc
        width, height = self._size
        pixels = picture.to_ndarray(format=self._format)
        if pixels.shape != (height, width, 3) or pixels.dtype != self._dtype:
            raise ValueError("a copy of another kind of frame")
        return cast(Rgb, pixels)

    def _context(self, mode: Literal["r", "w"]) -> VideoCodecContext:
        context = cast("VideoCodecContext", av.CodecContext.create(_CODEC, mode))
        context.width, context.height = self._size
        context.thread_count = 1  # more would hold frames back
        if mode == "w":
            context.pix_fmt, context.time_base = self._format, Fraction(1)
            context.options = dict(self._options)
            context.open()
        return context
