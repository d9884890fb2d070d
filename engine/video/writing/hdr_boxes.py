"""Static metadata of HDR in the header of a file, where players look before they decode.

libavformat writes it for a stream that carries it, in the way of each container, and PyAV lets a
stream do so only when it is taken over from another file. So the header of an MP4 or MOV without
pictures is made and gets the boxes; it is that file.
"""

from __future__ import annotations

import struct

from engine.video.facts import SourceInfo

_TO_SAMPLE_TABLE = (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd")
_BOX_HEADER_BYTES = 8
_FULL_STSD_BYTES = 16
"""Its box header, version and flags, and the number of entries."""


def boxes_of(info: SourceInfo) -> bytes:
    """Return the boxes for the static metadata of ``info``; nothing where it has none.

    Source: ISO/IEC 14496-12, MasteringDisplayColourVolumeBox and ContentLightLevelBox; units as
    in SMPTE ST 2086: 0.00002 for the primaries (green, blue, red, white), 0.0001 cd/m².
    """
    if info.hdr is None or not info.colour.is_hdr:
        return b""
    boxes = b""
    if info.hdr.primaries is not None and info.hdr.luminance is not None:
        steps = [round(50_000 * value) for value in info.hdr.primaries]
        darkest, brightest = (round(10_000 * value) for value in info.hdr.luminance)
        points = [*steps[2:6], *steps[:2], *steps[6:]]
        boxes += _box(b"mdcv", struct.pack(">8H2I", *points, brightest, darkest))
    if info.hdr.light_level is not None:
        boxes += _box(b"clli", struct.pack(">2H", *info.hdr.light_level))
    return boxes


def with_boxes(header: bytes, boxes: bytes) -> bytes:
    """Return an MP4 or MOV header of one track with ``boxes`` in the description of its pictures.

    Args:
        header: a file without pictures, so that nothing in it counts bytes from its start.
        boxes: what is put at the end of the first sample entry.

    Raises:
        ValueError: ``header`` has no such description.
    """
    start, stop, parents = 0, len(header), []
    for kind in _TO_SAMPLE_TABLE:
        start = _find(header, kind, start, stop)
        parents.append(start)
        stop = start + _size(header, start)
        start += _BOX_HEADER_BYTES
    entry = parents[-1] + _FULL_STSD_BYTES
    end = entry + _size(header, entry)
    changed = bytearray(header)
    for parent in [*parents, entry]:
        struct.pack_into(">I", changed, parent, _size(header, parent) + len(boxes))
    changed[end:end] = boxes
    return bytes(changed)


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", _BOX_HEADER_BYTES + len(content), kind) + content


def _size(data: bytes, start: int) -> int:
    (size,) = struct.unpack_from(">I", data, start)
    return int(size)


def _find(data: bytes, kind: bytes, start: int, stop: int) -> int:
    while start + _BOX_HEADER_BYTES <= stop:
        if data[start + 4 : start + 8] == kind:
            return start
        start += max(_BOX_HEADER_BYTES, _size(data, start))
    raise ValueError(kind)
