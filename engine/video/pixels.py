"""Pixels: from decoded frames to RGB and back, and changes of size, all by swscale.

RGB is full range everywhere: ``(h, w, 3)``, uint8 0..255 or uint16 0..65535.
"""

from __future__ import annotations

from fractions import Fraction
from typing import cast

import numpy as np
from av import VideoFrame
from av.video.reformatter import ColorRange, Interpolation, VideoReformatter
from numpy.typing import NDArray

from engine.jobs.events import Picture
from engine.video.colour import Colour
from engine.video.frame import Rgb

# Without these flags swscale reads chroma at half width and truncates: up to three levels of
# error, which add up over a decode, a network and an encode.
_FLAGS = (
    Interpolation.LANCZOS
    | Interpolation.ACCURATE_RND
    | Interpolation.FULL_CHR_H_INT
    | Interpolation.FULL_CHR_H_INP
    | Interpolation.BITEXACT
)

# swscale's 16-bit RGB of a picture in limited range has its white at 255 * 256, in both
# directions (libswscale/output.c keeps the 8-bit coefficients and shifts).
_SWSCALE_WHITE = 255 * 256

_BT601 = 5
_UNNAMED_MATRIX, _RGB_MATRIX = 2, 0


class RgbConverter:
    """Makes RGB from the decoded frames of one source."""

    def __init__(
        self,
        colour: Colour,
        width: int,
        height: int,
        *,
        is_colour_chosen: bool = False,
    ) -> None:
        """Convert to ``width`` x ``height`` pixels.

        Args:
            colour: of the first frames; later ones may name another matrix or range.
            width: in pixels.
            height: in pixels.
            is_colour_chosen: the matrix is that of ``colour``, whatever a frame names.
        """
        self._colour, self._width, self._height = colour, width, height
        self._is_colour_chosen = is_colour_chosen
        self._reformatter = VideoReformatter()

    def convert(self, frame: VideoFrame, bit_depth: int) -> Rgb:
        """Return ``frame`` as a new RGB array: uint8 for a ``bit_depth`` of 8, else uint16."""
        is_full = self._is_full_range(frame)
        if frame.format.name.startswith("gray") and frame.format.name != "grayf32le":
            return self._from_gray(frame, bit_depth, is_full=is_full)
        if not is_full and frame.format.name.startswith("yuvj"):
            frame = _without_implied_range(frame)
        matrix = _swscale_matrix(self._matrix(frame))
        rgb = self._reformatter.reformat(
            frame,
            width=self._width,
            height=self._height,
            format="rgb48le" if bit_depth > 8 else "rgb24",
            src_colorspace=matrix,
            dst_colorspace=matrix,
            src_color_range=_range(is_full),
            dst_color_range=ColorRange.JPEG,
            interpolation=_FLAGS,
        )
        pixels = cast("Rgb", rgb.to_ndarray())
        if pixels.dtype == np.uint8 or frame.format.is_rgb:
            return pixels
        depth = frame.format.components[0].bits
        return _rescale(pixels, ((1 << depth) - 1) << (16 - depth) if is_full else _SWSCALE_WHITE)

    def _matrix(self, frame: VideoFrame) -> int:
        is_named = frame.colorspace not in (_UNNAMED_MATRIX, _RGB_MATRIX)
        is_taken = is_named and not (self._is_colour_chosen or self._colour.is_rgb)
        return frame.colorspace if is_taken else self._colour.matrix

    def _is_full_range(self, frame: VideoFrame) -> bool:
        if self._colour.is_rgb or not frame.color_range:
            return self._colour.is_full_range or frame.format.name.startswith("yuvj")
        return bool(frame.color_range == ColorRange.JPEG)

    def _from_gray(self, frame: VideoFrame, bit_depth: int, *, is_full: bool) -> Rgb:
        # swscale takes every gray format for full range, whatever the tags say.
        depth = frame.format.components[0].bits
        luma = cast("Rgb", frame.to_ndarray())
        black, white = 0, (1 << depth) - 1
        if not is_full:
            black, white = 16 << (depth - 8), 235 << (depth - 8)
        peak = 255 if bit_depth == 8 else 65535
        kind = np.uint8 if bit_depth == 8 else np.uint16
        levels = (np.arange(1 << depth) - black) * (peak / (white - black))
        table = np.clip(np.rint(levels), 0, peak).astype(kind)
        gray = _resize_plane(table[luma], self._width, self._height, self._reformatter)
        return cast("Rgb", np.repeat(gray[..., None], 3, axis=2))


class YuvConverter:
    """Makes the frames an encoder wants from RGB: scaled and converted once."""

    def __init__(
        self, width: int, height: int, pixel_format: str, *, matrix: int, is_gray: bool
    ) -> None:
        """Write pictures of ``width`` x ``height`` pixels in libavutil's ``pixel_format``.

        Args:
            width: of the output, in pixels.
            height: of the output, in pixels.
            pixel_format: YUV of limited range, or planar or packed RGB.
            matrix: code point of the matrix, see `written_colour`.
            is_gray: the pictures have no colour, so none is let in.
        """
        self._width, self._height, self._format = width, height, pixel_format
        self._is_gray, self._is_yuv = is_gray, pixel_format.startswith(("yuv", "nv12", "p010"))
        self._matrix = matrix
        self._reformatter = VideoReformatter()

    def convert(self, rgb: Rgb) -> VideoFrame:
        """Return ``rgb``, ``(h, w, 3)`` of any size, as a frame for the encoder."""
        if self._is_gray:
            rgb = _without_colour(rgb)
        if rgb.dtype == np.uint8:
            frame = _frame_from(rgb, "rgb24")
        else:
            wide = _rescale(rgb, 65535, _SWSCALE_WHITE) if self._is_yuv else rgb
            frame = _frame_from(wide, "rgb48le")
        matrix = _swscale_matrix(self._matrix)
        return self._reformatter.reformat(
            frame,
            width=self._width,
            height=self._height,
            format=self._format,
            src_colorspace=matrix,
            dst_colorspace=matrix,
            src_color_range=ColorRange.JPEG,
            dst_color_range=_range(not self._is_yuv),
            interpolation=_FLAGS,
        )


def resize_rgb(rgb: Rgb, width: int, height: int) -> Rgb:
    """Scale a picture by a Lanczos filter.

    Args:
        rgb: ``(h, w, 3)`` uint8 or uint16; not modified, and returned where the size fits.
        width: wanted, in pixels.
        height: wanted, in pixels.
    """
    if rgb.shape[:2] == (height, width):
        return rgb
    reformatter = VideoReformatter()
    # Plane by plane: swscale takes packed and planar RGB through a YUV intermediate, which
    # clips saturated edges by up to 20 levels.
    planes = [_resize_plane(rgb[..., c], width, height, reformatter) for c in range(3)]
    return cast("Rgb", np.stack(planes, axis=2))


def with_borders(rgb: Rgb, ratio: Fraction) -> Rgb:
    """Fit a picture of another shape into its own size, with black borders.

    Args:
        rgb: ``(h, w, 3)`` uint8 or uint16; not modified.
        ratio: how much wider the picture is to be shown, by its height, than ``rgb`` is.
    """
    height, width = rgb.shape[:2]
    lines = max(1, round(height / ratio)) if ratio > 1 else height
    columns = max(1, round(width * ratio)) if ratio < 1 else width
    top, left = (height - lines) // 2, (width - columns) // 2
    fitted = np.zeros_like(rgb)
    fitted[top : top + lines, left : left + columns] = resize_rgb(rgb, columns, lines)
    return fitted


def picture_from_rgb(rgb: Rgb, sample_aspect: Fraction, long_side: int) -> Picture:
    """Return ``rgb`` with square pixels, its long side at most ``long_side``, for showing."""
    height, width = rgb.shape[:2]
    shown_width, shown_height = float(width * sample_aspect), float(height)
    scale = min(1.0, long_side / max(shown_width, shown_height))
    size = max(1, round(shown_width * scale)), max(1, round(shown_height * scale))
    pixels = resize_rgb(rgb, *size)
    narrow = pixels if pixels.dtype == np.uint8 else (pixels >> 8).astype(np.uint8)
    return Picture(*size, narrow.tobytes())


def _resize_plane(plane: Rgb, width: int, height: int, reformatter: VideoReformatter) -> Rgb:
    if plane.shape == (height, width):
        return plane
    frame = _frame_from(plane, "gray" if plane.dtype == np.uint8 else "gray16le")
    scaled = reformatter.reformat(frame, width=width, height=height, interpolation=_FLAGS)
    return cast("Rgb", scaled.to_ndarray())


def _frame_from(array: Rgb, pixel_format: str) -> VideoFrame:
    contiguous = cast("Rgb", np.ascontiguousarray(array))
    return VideoFrame.from_ndarray(contiguous, format=pixel_format)


def _rescale(rgb: Rgb, white: int, new_white: int = 65535) -> NDArray[np.uint16]:
    wide = np.minimum(rgb, white).astype(np.uint32)
    wide *= new_white
    wide += white // 2
    wide //= white
    return wide.astype(np.uint16)


def _without_colour(rgb: Rgb) -> Rgb:
    gray = rgb.mean(axis=2, dtype=np.float32).round().astype(rgb.dtype)
    return cast("Rgb", np.repeat(gray[..., None], 3, axis=2))


def _swscale_matrix(matrix: int) -> int:
    # swscale numbers its coefficients like ISO/IEC 23091-2, with one entry for both forms of
    # BT.601; what it does not know (YCgCo and the like) is treated as BT.601.
    return matrix if matrix in {1, 4, 7, 9} else _BT601


def _range(is_full: bool) -> ColorRange:
    return ColorRange.JPEG if is_full else ColorRange.MPEG


def _without_implied_range(frame: VideoFrame) -> VideoFrame:
    """Copy a frame to the format that does not stand for full range, as swscale would take it to.

    Decoders keep their format where a stream goes on in limited range.
    """
    copy = VideoFrame(frame.width, frame.height, frame.format.name.replace("yuvj", "yuv"))
    for source, target in zip(frame.planes, copy.planes, strict=True):
        stored = np.asarray(memoryview(cast("bytes", source))).reshape(-1, source.line_size)
        rows = np.zeros((len(stored), target.line_size), np.uint8)
        width = min(source.line_size, target.line_size)
        rows[:, :width] = stored[:, :width]
        target.update(rows[: target.buffer_size // target.line_size].tobytes())
    copy.colorspace = frame.colorspace
    return copy


def luma_plane(picture: VideoFrame) -> NDArray[np.uint8]:
    """Return the first plane of a planar YUV or gray picture, ``(h, w)`` in 8 bits."""
    plane, depth = picture.planes[0], picture.format.components[0].bits
    # A plane is a buffer, though its types do not say so.
    stored = np.asarray(memoryview(cast("bytes", plane)))
    wide = stored if depth <= 8 else stored.view(np.uint16) >> (depth - 8)
    rows = wide.astype(np.uint8, copy=False).reshape(len(stored) // plane.line_size, -1)
    return rows[: picture.height, : picture.width]


def is_full_range(frame: VideoFrame, codec: str) -> bool:
    """Tell whether black is 0 and white the highest level, not 16 and 235.

    Args:
        frame: decoded.
        codec: FFmpeg's name.
    """
    if frame.color_range:
        return frame.color_range == 2
    # Scanners write gray in full range and say nothing; the camera codecs define limited
    # range as their default (ITU-T H.264 and H.265, annex E).
    is_gray = frame.format.name.startswith(("gray", "mono"))
    return frame.format.name.startswith("yuvj") or (is_gray and codec not in {"h264", "hevc"})
