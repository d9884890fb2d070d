"""Size and origin of picture files, read from their first bytes."""

from __future__ import annotations

import struct
from pathlib import Path

_READ_BYTES = 1 << 18
_JPEG_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_EXIF = b"Exif\0\0"
_TIFF_WIDTH, _TIFF_HEIGHT, _TIFF_MAKE = 256, 257, 271
_SHORT = 3


def picture_size(path: Path) -> tuple[int, int] | None:
    """Return width and height of a PNG, BMP, DPX, JPEG or TIFF file in pixels.

    None where it cannot be read, or is none of these.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_READ_BYTES)
            if head[:4] in (b"II*\0", b"MM\0*"):  # its directory may lie at the end
                return _tiff_size(head + file.read())
        return _size_in(head)
    except (OSError, struct.error, IndexError):
        return None


def is_from_camera(path: Path) -> bool:
    """Tell whether a JPEG file names the maker of its camera, as photos do."""
    try:
        with path.open("rb") as file:
            head = file.read(_READ_BYTES)
        start = head.find(_EXIF)
        return start >= 0 and _TIFF_MAKE in _tiff_entries(head[start + len(_EXIF) :])
    except (OSError, struct.error, IndexError):
        return False


def _size_in(head: bytes) -> tuple[int, int] | None:
    if head.startswith(b"\x89PNG"):
        return _pair(">2I", head, 16)
    if head.startswith(b"BM"):
        width, height = struct.unpack_from("<2i", head, 18)
        return width, abs(height)
    if head[:4] in (b"SDPX", b"XPDS"):  # SMPTE 268M: the first is in network order
        return _pair(">2I" if head[:1] == b"S" else "<2I", head, 772)
    return _jpeg_size(head) if head.startswith(b"\xff\xd8") else None


def _pair(form: str, data: bytes, start: int) -> tuple[int, int]:
    first, second = struct.unpack_from(form, data, start)
    return first, second


def _jpeg_size(head: bytes) -> tuple[int, int] | None:
    """Find the frame header; ITU-T T.81, B.2.2."""
    place = 2
    while place < len(head):
        marker = head[place + 1]
        if head[place] != 0xFF or marker == 0xFF or marker in _JPEG_ALONE:
            place += 1 if head[place] == 0xFF and marker == 0xFF else 2
        elif marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">2H", head, place + 5)
            return width, height
        else:
            (length,) = struct.unpack_from(">H", head, place + 2)
            place += 2 + length
    return None


def _tiff_size(data: bytes) -> tuple[int, int] | None:
    entries = _tiff_entries(data)
    width, height = entries.get(_TIFF_WIDTH), entries.get(_TIFF_HEIGHT)
    return None if width is None or height is None else (width, height)


def _tiff_entries(data: bytes) -> dict[int, int]:
    """Return the first value of each entry of the first directory; TIFF 6.0, section 2."""
    order = "<" if data.startswith(b"II") else ">"
    (place,) = struct.unpack_from(f"{order}I", data, 4)
    (count,) = struct.unpack_from(f"{order}H", data, place)
    entries = {}
    for number in range(count):
        start = place + 2 + 12 * number
        tag, kind, _count = struct.unpack_from(f"{order}2HI", data, start)
        form = "H" if kind == _SHORT else "I"
        (entries[tag],) = struct.unpack_from(f"{order}{form}", data, start + 8)
    return entries
