"""H.264 whose fields are coded one by one (PAFF), as camcorders do; no encoder here writes it.

Every macroblock is sent as plain samples (I_PCM), so a bit writer is all that is needed.
Source: ITU-T H.264, 7.3 (syntax) and 9.1 (Exp-Golomb codes).
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np

WIDTH = HEIGHT = 64
_MACROBLOCK = 16
_GROUP = 12


class _Bits:
    def __init__(self) -> None:
        self._bits: list[int] = []

    def put(self, *values: int, bits: int = 1) -> _Bits:
        for value in values:
            self._bits += [value >> place & 1 for place in reversed(range(bits))]
        return self

    def golomb(self, *values: int) -> _Bits:
        for value in values:
            self.put(value + 1, bits=2 * (value + 1).bit_length() - 1)
        return self

    def align(self) -> _Bits:
        self._bits += [0] * (-len(self._bits) % 8)
        return self

    def unit(self, kind: int, importance: int) -> bytes:
        """Close it as a NAL unit, in which no start code may appear."""
        payload = np.packbits(np.array(self.put(1).align()._bits, np.uint8)).tobytes()
        out, zeros = bytearray([importance << 5 | kind]), 0
        for byte in payload:
            if zeros >= 2 and byte <= 3:
                out.append(3)
                zeros = 0
            out.append(byte)
            zeros = zeros + 1 if byte == 0 else 0
        return b"\0\0\0\1" + bytes(out)


def _parameters() -> bytes:
    sequence = _Bits().put(77, 0, 30, bits=8).golomb(0, 0, 0, 4, 1).put(0)
    sequence.golomb(WIDTH // _MACROBLOCK - 1, HEIGHT // _MACROBLOCK // 2 - 1)
    sequence.put(0, 0, 1, 0)  # frames may be fields; no cropping
    sequence.put(1, 0, 0, 0, 0, 1).put(1, 50, bits=32).put(1, 0, 0, 0, 0)  # 50 fields a second
    picture = _Bits().golomb(0, 0).put(0, 0).golomb(0, 0, 0).put(0, 0, 0).golomb(0, 0, 0)
    return sequence.unit(7, 3) + picture.put(0, 0, 0).unit(8, 3)


def _field(number: int, luma: np.ndarray, *, is_bottom: bool) -> bytes:
    in_group = number % _GROUP
    is_first = in_group == 0
    is_idr = is_first and not is_bottom
    bits = _Bits().golomb(0, 7, 0).put(0 if is_first else 1, bits=4).put(1, int(is_bottom))
    if is_idr:
        bits.golomb(number // _GROUP % 2)
    bits.put(2 * in_group + is_bottom, bits=8)
    if is_first:
        bits.put(*([0, 0] if is_idr else [0]))
    bits.golomb(0)
    for top in range(0, luma.shape[0], _MACROBLOCK):
        for left in range(0, luma.shape[1], _MACROBLOCK):
            block = luma[top : top + _MACROBLOCK, left : left + _MACROBLOCK]
            bits.golomb(25).align()
            bits.put(*block.flatten().tolist(), bits=8).put(*[128] * 128, bits=8)
    return bits.unit(5 if is_idr else 1, 3 if is_first else 0)


def make_paff(path: Path, fields: list[np.ndarray]) -> Path:
    """Write gray ``fields``, top and bottom in turn, at 50 a second; the suffix is the container.

    Each is ``(HEIGHT / 2, WIDTH)``, 8 bits.
    """
    stream = b""
    for index, field in enumerate(fields):
        number, is_bottom = index // 2, bool(index % 2)
        stream += b"\0\0\0\1\x09\x10"
        if number % _GROUP == 0 and not is_bottom:
            stream += _parameters()
        stream += _field(number, field, is_bottom=is_bottom)
    raw = path.with_suffix(".h264")
    raw.write_bytes(stream)
    command = ["ffmpeg", "-v", "error", "-y", "-framerate", "50", "-i", str(raw), "-c", "copy"]
    subprocess.run([*command, str(path)], check=True, timeout=60)
    return path
