"""Sound in an MP4 file that has lost its description: what can be told from its packets."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import cast

import av
from av import AudioStream, Packet

from engine.jobs.errors import InputVideoError
from engine.video.reading.decoder import open_source

_PACKETS = 12
_FRAME_SAMPLES = 1024
_LOW_COMPLEXITY = 2
# ISO/IEC 14496-3, tables 1.18 and 4.85.
_RATES = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000)
_CHANNELS_BY_ELEMENT = {0: 1, 1: 2}
_FILLERS = frozenset({4, 6})


@dataclass(frozen=True)
class Guess:
    """AAC-LC of so many channels, ``sample_rate`` in Hz."""

    sample_rate: int
    channels: int


def guess(path: Path, stream_index: int) -> Guess | None:
    """Return how the sound of a stream without description is to be decoded.

    Cameras that lose power write such files. It is taken for AAC where each packet lasts for a
    frame of AAC, all begin with the same element, and all decode.
    """
    try:
        container = open_source(path)
    except InputVideoError:
        return None
    with container:
        stream = cast("AudioStream", container.streams[stream_index])
        rate = 1 / (stream.time_base or Fraction(1))
        try:
            found = [packet for packet in islice(container.demux(stream), _PACKETS) if packet.size]
        except av.FFmpegError:
            return None
    if rate not in _RATES or any(packet.duration != _FRAME_SAMPLES for packet in found):
        return None
    elements = {bytes(packet)[0] >> 5 for packet in found} - _FILLERS
    channels = {_CHANNELS_BY_ELEMENT.get(element) for element in elements}
    if len(channels) != 1:
        return None
    (count,) = channels
    candidate = None if count is None else Guess(int(rate), count)
    is_sound = candidate is not None and _decodes([bytes(packet) for packet in found], candidate)
    return candidate if is_sound else None


def _decodes(packets: list[bytes], candidate: Guess) -> bool:
    context = av.CodecContext.create("aac", "r")
    rate = _RATES.index(candidate.sample_rate)
    # AudioSpecificConfig: 5 bits object type, 4 bits rate, 4 bits channels, 3 bits of nothing.
    config = _LOW_COMPLEXITY << 11 | rate << 7 | candidate.channels << 3
    context.extradata = config.to_bytes(2, "big")
    try:
        frames = [frame for data in packets for frame in context.decode(Packet(data))]
    except av.FFmpegError:
        return False
    return len(frames) > len(packets) // 2
