"""Films with data for each scene, as no encoder here makes them: the least that a decoder takes."""

from fractions import Fraction
from pathlib import Path

import av

_POLYNOMIAL = 0x04C11DB7  # CRC-32/MPEG-2


class _Bits:
    def __init__(self):
        self.text = ""

    def put(self, length, value):
        self.text += format(value, f"0{length}b")

    def put_golomb(self, *values):
        for value in values:
            digits = format(value + 1, "b")
            self.text += "0" * (len(digits) - 1) + digits

    def to_bytes(self):
        padded = self.text + "0" * (-len(self.text) % 8)
        return int(padded, 2).to_bytes(len(padded) // 8, "big")


def _checksum(data):
    value = 0xFFFFFFFF
    for byte in data:
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1) ^ (_POLYNOMIAL if value & 0x80000000 else 0)
            value &= 0xFFFFFFFF
    return value.to_bytes(4, "big")


def _rpu(profile):
    """A reference processing unit that maps every level to itself (ETSI GS CCM 001, annex A)."""
    # Profile 5 is version 0 of the syntax with a base of full range; no other has both.
    version, is_full = (0, 1) if profile == 5 else (1, 0)
    bits = _Bits()
    for length, value in ((6, 2), (11, 18), (4, version), (4, 0), (1, 1), (1, 0), (2, 0)):
        bits.put(length, value)  # type, format, profile, level, sequence, chroma, coefficients
    bits.put_golomb(23)  # their precision
    bits.put(3, 0b010 | is_full)  # normalised; range
    bits.put_golomb(2, 2, 4)  # bit depths: 10, 10, 12
    bits.put(6, 0b000001)  # no enhancement layer
    bits.put(2, 0)  # no metadata of the display, nothing of an earlier unit
    bits.put_golomb(0, 0, 0)
    for _ in range(3):
        bits.put_golomb(0)
        bits.put(20, 1023)  # pivots 0 and 1023
    bits.put_golomb(0, 0)
    for _ in range(3):
        bits.put_golomb(0, 0)
        bits.put(1, 0)
        bits.put_golomb(0)
        bits.put(23, 0)
        bits.put_golomb(1)
        bits.put(23, 0)
    body = bits.to_bytes()
    return b"\x19" + body + _checksum(body) + b"\x80"


def _bright_scene():
    """HDR10+ for one window of a thousand cd/m² (SMPTE ST 2094-40, CTA-861-H annex S), as SEI."""
    bits = _Bits()
    for length, value in ((8, 0xB5), (16, 0x3C), (16, 1), (8, 4), (8, 1), (2, 1)):
        bits.put(length, value)  # country, provider, its code, application, version, windows
    for length, value in ((27, 1000), (1, 0), *[(17, 50_000)] * 3, (17, 40_000)):
        bits.put(length, value)  # display, its actual peak, largest of each colour, mean
    for length, value in ((4, 0), (10, 0), (1, 0), (1, 0), (1, 0)):
        bits.put(length, value)  # percentiles, bright share, no curves
    body = bits.to_bytes()
    return bytes([4, len(body)]) + body + b"\x80"


def _nal_unit(kind, content):
    """An HEVC NAL unit, with the bytes that keep start codes out of it."""
    escaped, zeros = bytearray(), 0
    for byte in content:
        if zeros >= 2 and byte <= 3:
            escaped.append(3)
            zeros = 0
        escaped.append(byte)
        zeros = 0 if byte else zeros + 1
    return b"\x00\x00\x00\x01" + bytes([kind << 1, 1]) + bytes(escaped)


def make_dolby_vision(path: Path, *, transfer: int, profile: int = 8) -> Path:
    """Write five gray pictures in HEVC, with Dolby Vision over a base of this transfer."""
    return _write(path, transfer, behind=_nal_unit(62, _rpu(profile)))


def make_hdr10_plus(path: Path) -> Path:
    """Write five gray pictures in HEVC, with HDR10+."""
    return _write(path, 16, before=_nal_unit(39, _bright_scene()))


def _write(path: Path, transfer: int, *, before: bytes = b"", behind: bytes = b"") -> Path:
    with av.open(str(path), "w") as output:
        options = {"x265-params": "log-level=none"}
        stream = output.add_stream("libx265", rate=25, options=options)
        stream.width, stream.height, stream.pix_fmt = 128, 96, "yuv420p10le"
        context = stream.codec_context
        context.colorspace, context.color_primaries, context.color_trc = 9, 9, transfer
        packets = []
        for number in range(5):
            frame = av.VideoFrame(128, 96, "yuv420p10le")
            for plane in frame.planes:
                plane.update(b"\x00\x02" * (plane.buffer_size // 2))
            frame.pts, frame.time_base = number, Fraction(1, 25)
            packets += stream.encode(frame)
        for packet in packets + stream.encode(None):
            whole = av.Packet(before + bytes(packet) + behind)
            whole.stream, whole.time_base = stream, packet.time_base
            whole.pts, whole.dts, whole.duration = packet.pts, packet.dts, packet.duration
            whole.is_keyframe = packet.is_keyframe
            output.mux_one(whole)
    return path
