"""A-law and µ-law in Matroska, where they are named as in AVI.

WORKAROUND(https://github.com/PyAV-Org/PyAV/blob/v18.1.0/av/container/output.py): libavformat writes
them, but only for callers that do not insist on Matroska's own names, and PyAV does. So such a
track is written as PCM of 8 bits, with the description of the real sound, and gets its name when
the file is complete. The old name is the longer one: zeros fill it up (RFC 8794, 7.4).
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import cast

from av import AudioStream
from av.container import OutputContainer

from engine.jobs.choices import Container
from engine.video.sound_layout import layout_of

_TAGS = {"pcm_alaw": 6, "pcm_mulaw": 7}
"""WAVE_FORMAT_ALAW and WAVE_FORMAT_MULAW of Microsoft's mmreg.h."""
_STAND_IN = "pcm_u8"
_ELEMENT = b"\x86\x8d"  # CodecID, and its 13 bytes; RFC 9559, 5.1.4.1.21
_WRITTEN, _NAME = b"A_PCM/INT/LIT", b"A_MS/ACM"
_HEADER_BYTES = 1 << 20

WITHOUT_CHECKSUMS = {"write_crc32": "0"}
"""Option of libavformat's muxer: they would be wrong after the change."""


def is_telephone(codec: str, container: Container) -> bool:
    """Tell whether sound of ``codec``, FFmpeg's name, is written here."""
    return codec in _TAGS and container is Container.MKV


def add_track(output: OutputContainer, source: AudioStream, codec: str) -> AudioStream:
    """Add a track for the packets of ``source`` to a Matroska file that is not started yet."""
    context = source.codec_context
    layout = layout_of(context)
    target = cast("AudioStream", output.add_stream(_STAND_IN, rate=context.sample_rate))
    target.layout = layout.name
    target.codec_context.extradata = _description(codec, context.sample_rate, layout.channels)
    return target


def name_tracks(path: Path) -> None:
    """Give the tracks of a complete file their name.

    Raises:
        OSError: the file cannot be changed.
    """
    with path.open("rb+") as file:
        header = file.read(_HEADER_BYTES)
        for place in _names_in(header):
            file.seek(place + len(_ELEMENT))
            file.write(_NAME.ljust(len(_WRITTEN), b"\0"))


def _names_in(header: bytes) -> list[int]:
    """Return where the names of such tracks are; each stands before its description."""
    found = []
    for tag in _TAGS.values():
        start = b"\x63\xa2\x92" + struct.pack("<H", tag)  # CodecPrivate, 18 bytes
        place = header.find(start)
        while place >= 0:
            found.append(header.rfind(_ELEMENT + _WRITTEN, 0, place))
            place = header.find(start, place + 1)
    return [place for place in found if place >= 0]


def _description(codec: str, rate: int, channels: int) -> bytes:
    """Return WAVEFORMATEX: tag, channels, rate, bytes a second and a block, bits, no more."""
    numbers = (_TAGS[codec], channels, rate, rate * channels, channels, 8, 0)
    return struct.pack("<2H2I3H", *numbers)
