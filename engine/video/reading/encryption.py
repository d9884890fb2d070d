"""Which streams of a file are encrypted, by the marks that each container has for it.

Decoders know nothing of it: they make pictures of rubbish out of encrypted packets.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import av
from av.container import InputContainer

_HEADER_BYTES = 4 << 20
_LOOKED_AT_PACKETS = 60
_MOST_DEPTH = 8

# Sample entries of ISO/IEC 23001-7, and of Apple's own protection.
_ENCRYPTED_ENTRIES = frozenset({b"encv", b"enca", b"enct", b"encs", b"drmi", b"drms", b"drmt"})
_BOXES_OF_BOXES = frozenset({b"moov", b"trak", b"mdia", b"minf", b"stbl"})
_STSD_HEADER_BYTES = 8

# Advanced Systems Format specification, 3.14, 3.15 and 4.9: objects of the header.
_ASF_OBJECTS = tuple(
    bytes.fromhex(guid)
    for guid in (
        "fbb31122 23bd d211 b4b7 00a0c955fc6e",
        "14e68a29 2226 174c b935 dae07ee9289c",
        "33850543 8169 e649 9b74 ad12cb86d58c",
    )
)
# ContentEncAlgo and ContentEncKeyID, of which each ContentEncryption has one at its start.
_MATROSKA_ENCRYPTION, _MATROSKA_ALGORITHM = b"\x50\x35", (b"\x47\xe1", b"\x47\xe2")
_MATROSKA_CLUSTER = b"\x1f\x43\xb6\x75"
# SMPTE ST 429-6: the key of an encrypted triplet, its version left out.
_MXF_TRIPLET = bytes.fromhex("060e2b34 0204 01"), bytes.fromhex("0d010301027e0100")
_FLV_HEADER_BYTES, _FLV_FILTERED = 13, 0x20
_PACK_START, _FIRST_VIDEO, _LAST_VIDEO = b"\x00\x00\x01", 0xE0, 0xEF


def encrypted_streams(path: Path, container: InputContainer) -> set[int]:
    """Return the indices of the streams of ``path`` that are marked as encrypted.

    Args:
        path: the file.
        container: the same, opened for this alone, as its first packets are read.
    """
    every = {stream.index for stream in container.streams}
    format_name = container.format.name.partition(",")[0]
    if format_name == "mov":
        found = set(_encrypted_tracks(path)) & every
    else:
        found = every if _is_header_marked(path, container, format_name) else set()
    return found | _encrypted_packets(container)


def _encrypted_packets(container: InputContainer) -> set[int]:
    found: set[int] = set()
    try:
        for packet in islice(container.demux(), _LOOKED_AT_PACKETS):
            if packet.has_sidedata("encryption_info"):
                found.add(packet.stream.index)
    except av.FFmpegError:
        pass  # what is damaged will be seen where it is read
    return found


def _is_header_marked(path: Path, container: InputContainer, format_name: str) -> bool:
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    match format_name:
        case "asf":
            is_listed = any(guid in header for guid in _ASF_OBJECTS)
            return is_listed or "ASF_Protection_Type" in container.metadata
        case "matroska":
            return _has_matroska_encryption(header.partition(_MATROSKA_CLUSTER)[0])
        case "mxf":
            start, end = _MXF_TRIPLET
            places = _places(header, end)
            return any(header[place - 8 : place - 1] == start for place in places)
        case "flv":
            return _is_flv_filtered(header)
        case "mpeg":
            return _is_program_scrambled(header)
    return False


def _has_matroska_encryption(header: bytes) -> bool:
    # The size between them has one byte, or eight where it was not known beforehand.
    return any(
        header[place + 2 + length :][:2] in _MATROSKA_ALGORITHM
        for place in _places(header, _MATROSKA_ENCRYPTION)
        for length in (1, 2, 4, 8)
    )


def _is_flv_filtered(header: bytes) -> bool:
    """Tell whether tags are filtered, as only encryption does (FLV specification 10.1, E.4.1)."""
    place, filtered = _FLV_HEADER_BYTES, 0
    for count in range(1, _LOOKED_AT_PACKETS):
        if place + 11 > len(header):
            break
        filtered += header[place] & _FLV_FILTERED > 0
        place += 15 + int.from_bytes(header[place + 1 : place + 4], "big")
        if filtered * 2 > count > 3:
            return True
    return False


def _is_program_scrambled(header: bytes) -> bool:
    """Tell whether most packets of the picture are scrambled, as those of a DVD may be.

    Source: ISO/IEC 13818-1, 2.4.3.7, PES_scrambling_control; always 0 in MPEG-1 streams, whose
    packets begin with other bits.
    """
    scrambled = count = 0
    for place in _places(header, _PACK_START):
        is_video = place + 6 < len(header) and _FIRST_VIDEO <= header[place + 3] <= _LAST_VIDEO
        if is_video and header[place + 6] >> 6 == 0b10:
            count += 1
            scrambled += header[place + 6] >> 4 & 0b11 > 0
    return count > 3 and 2 * scrambled > count


def _places(data: bytes, wanted: bytes) -> Iterator[int]:
    place = data.find(wanted)
    while place >= 0:
        yield place
        place = data.find(wanted, place + 1)


def _encrypted_tracks(path: Path) -> Iterator[int]:
    """Yield the numbers of the tracks of an MP4 or MOV file whose packets are encrypted.

    Source: ISO/IEC 14496-12, 8.5.2 and 8.12.
    """
    with path.open("rb") as file:
        end = file.seek(0, 2)
        kinds = list(_boxes(file, 0, end, ()))
    track = -1
    for kind, first_entry in kinds:
        if kind == b"trak":
            track += 1
        elif kind == b"stsd" and first_entry in _ENCRYPTED_ENTRIES:
            yield track


def _boxes(
    file: BinaryIO, start: int, end: int, parents: tuple[bytes, ...]
) -> Iterator[tuple[bytes, bytes]]:
    """Yield each box that leads to a description, with the kind of its first entry if it is one."""
    while start + 8 <= end and len(parents) < _MOST_DEPTH:
        file.seek(start)
        size, kind = struct.unpack(">I4s", file.read(8))
        head = 8
        if size == 1:
            size, head = int.from_bytes(file.read(8), "big"), 16
        stop = end if size == 0 else start + size
        if size and size < head:
            return
        if kind in _BOXES_OF_BOXES:
            yield kind, b""
            yield from _boxes(file, start + head, min(stop, end), (*parents, kind))
        elif kind == b"stsd":
            file.seek(start + head + _STSD_HEADER_BYTES + 4)
            yield kind, file.read(4)
        start = stop
