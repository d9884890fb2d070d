"""What a decoded picture says of itself: how it is turned, its colours, its HDR."""

from __future__ import annotations

import struct
import sys
from fractions import Fraction
from math import atan2, degrees

from av import VideoFrame

from engine.video.colour import BT2020, HLG, PQ, UNNAMED, Colour, HdrMetadata, matrix_for
from engine.video.facts import PictureExtra
from engine.video.pixels import is_full_range
from engine.video.side_data import side_data_of

_UNTAGGED = 2
_RGB_MATRIX = 0
_RECTILINEAR, _ONE_VIEW = 4, 0
"""The kinds of ordinary pictures in libavutil's spherical.h and stereo3d.h."""
_BT2020_MATRICES = (9, 10)


def orientation(frame: VideoFrame) -> tuple[int, bool]:
    """Read the display matrix: the clockwise turn, after a mirroring, that it stands for.

    Source: ISO/IEC 14496-12, 8.2.2.3; the rows are (a b u), (c d v), (x y w).
    """
    matrix = side_data_of(frame).get("DISPLAYMATRIX")
    if matrix is None:
        return 0, False
    a, b, _, c, d, *_ = struct.unpack("=9i", matrix)
    is_mirrored = a * d - b * c < 0
    if is_mirrored:
        a, b = -a, -b
    return round(degrees(atan2(b, a)) / 90) * 90 % 360, is_mirrored


def colour_of(frame: VideoFrame, codec: str) -> Colour:
    """Return the colours that a picture names, or what is usual for its size.

    Args:
        frame: decoded.
        codec: FFmpeg's name.
    """
    name = frame.format.name
    is_rgb = frame.format.is_rgb or name == "pal8"
    is_tagged = frame.colorspace not in (_UNTAGGED, _RGB_MATRIX)
    is_hdr = frame.color_trc in (PQ, HLG)
    usual = matrix_for(frame.height, frame.width)
    matrix = frame.colorspace if is_tagged else BT2020 if is_hdr else usual
    # BT.2020 is one system; files that name its matrix and nothing else mean all of it.
    is_wide = matrix in _BT2020_MATRICES
    is_unnamed = frame.color_primaries == UNNAMED
    return Colour(
        matrix=_RGB_MATRIX if is_rgb else matrix,
        is_full_range=is_rgb or is_full_range(frame, codec),
        primaries=BT2020 if is_wide and is_unnamed else frame.color_primaries,
        transfer=_known_transfer(frame.color_trc, BT2020 if is_wide else usual),
        is_tagged=is_tagged,
    )


def extras_of(frame: VideoFrame) -> set[PictureExtra]:
    """Return what a picture carries for players, beside what is seen of it.

    Source: libavutil/spherical.h and stereo3d.h; both begin with their kind.
    """
    side_data = side_data_of(frame)
    extras = set()
    if "A53_CC" in side_data:
        extras.add(PictureExtra.CAPTIONS)
    if _kind_of(side_data.get("SPHERICAL"), _RECTILINEAR) != _RECTILINEAR:
        extras.add(PictureExtra.SPHERICAL)
    if _kind_of(side_data.get("STEREO3D"), _ONE_VIEW) != _ONE_VIEW or "VIEW_ID" in side_data:
        extras.add(PictureExtra.STEREO)
    return extras


def _kind_of(data: bytes | None, usual: int) -> int:
    return usual if data is None else int.from_bytes(data[:4], sys.byteorder)


def is_dolby_vision_alone(frame: VideoFrame) -> bool:
    """Tell whether there is no picture for other players under Dolby Vision: profiles 5 and 10.0.

    They store another kind of colours (IPTPQc2), which shows in green and violet elsewhere.

    Source: libavutil/dovi_meta.h; AVDOVIMetadata begins with the offset of its header, in which
    follow type, format (2 bytes at 2), profile of the syntax (at 4), ..., full range (at 10). As
    in libavcodec's ff_dovi_guess_profile_hevc; no other profile has both.
    """
    metadata = side_data_of(frame).get("DOVI_METADATA")
    if metadata is None:
        return False
    header = int.from_bytes(metadata[: struct.calcsize("N")], sys.byteorder)
    return metadata[header + 4] == 0 and metadata[header + 10] == 1


def hdr_metadata(frame: VideoFrame) -> HdrMetadata | None:
    """Read the static metadata of an HDR picture.

    Source: libavutil/mastering_display_metadata.h; numerators and denominators, primaries in
    the order red, green, blue, then white, then the luminances, then what of it is known.
    """
    side_data = side_data_of(frame)
    display = side_data.get("MASTERING_DISPLAY_METADATA")
    light = side_data.get("CONTENT_LIGHT_LEVEL")
    if display is None and light is None:
        return None
    primaries, luminance = None, None
    if display is not None:
        *numbers, has_primaries, has_luminance = struct.unpack("=22i", display[:88])
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        values = tuple(Fraction(top, bottom or 1) for top, bottom in pairs)
        primaries = values[:8] if has_primaries else None
        luminance = (values[8], values[9]) if has_luminance else None
    level = struct.unpack("=2I", light[:8]) if light is not None else None
    return HdrMetadata(primaries=primaries, luminance=luminance, light_level=level)


def _known_transfer(transfer: int, usual: int) -> int:
    if transfer != _UNTAGGED:
        return transfer
    return 14 if usual == BT2020 else usual
