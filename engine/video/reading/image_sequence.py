"""Numbered pictures opened as one film: a QuickTime file that exists in memory only.

Its header lists where each picture begins, and what follows the header is read from the files of
the pictures. So a sequence has an index, exact times and seeking, as any other film.

Source: QuickTime File Format Specification, Movie Atoms.
"""

from __future__ import annotations

import errno
import io
import struct
from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Protocol, cast

import av
from av.container import InputContainer
from typing_extensions import override

from engine.files.pictures import picture_size
from engine.files.sequences import ImageSequence
from engine.jobs.errors import InputProblem, InputVideoError

DEFAULT_RATE = Fraction(18)
"""Pictures per second; that of Super 8, and near to the 16 of silent film on 8 mm."""

_TAGS = {".png": b"png ", ".tif": b"tiff", ".tiff": b"tiff", ".dpx": b"dpx "}
_TAGS |= {".jpg": b"jpeg", ".jpeg": b"jpeg"}
_RAW = b"raw "
_RAW_BYTES = 3
_BUFFER_BYTES = 1 << 20
_UNITY = struct.pack(">9i", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)


def open_sequence(sequence: ImageSequence, rate: Fraction = DEFAULT_RATE) -> InputContainer:
    """Open pictures as a film of ``rate`` pictures per second.

    Raises:
        InputVideoError: READ_FAILED, or NOT_A_VIDEO where they are no pictures.
    """
    first = sequence.files[0]
    size = picture_size(first)
    if size is None:
        raise InputVideoError(first, InputProblem.NOT_A_VIDEO)
    try:
        tag, parts = _parts(sequence.files, size)
        film = _Joined([_Bytes(_header(tag, size, parts, sequence.places, rate)), *parts])
        container = av.open(cast("io.BufferedIOBase", film), buffer_size=_BUFFER_BYTES)
    except av.FFmpegError as exc:
        raise InputVideoError(first, InputProblem.NOT_A_VIDEO, str(exc)) from exc
    except OSError as exc:
        reason = InputProblem.READ_FAILED
        raise InputVideoError(first, reason, exc.strerror or str(exc)) from exc
    return cast("InputContainer", container)


class _Part(Protocol):
    """A stretch of a film in memory."""

    size: int

    def read(self, start: int, count: int) -> bytes:
        """Return ``count`` bytes from ``start`` on, both within its size."""


class _Bytes:
    def __init__(self, data: bytes) -> None:
        self._data, self.size = data, len(data)

    def read(self, start: int, count: int) -> bytes:
        return self._data[start : start + count]


class _File:
    """The bytes of a picture as they are stored."""

    def __init__(self, path: Path) -> None:
        self._path, self.size = path, path.stat().st_size

    def read(self, start: int, count: int) -> bytes:
        with self._path.open("rb", buffering=0) as file:
            file.seek(start)
            data = file.read(count)
        if len(data) < count:
            raise OSError(errno.EIO, "a picture has become shorter", str(self._path))
        return data


class _Decoded:
    """A picture of a kind that QuickTime does not know, as plain RGB of 8 bits."""

    def __init__(self, path: Path, size: tuple[int, int]) -> None:
        self._path, self._shape = path, size
        self.size = size[0] * size[1] * _RAW_BYTES

    def read(self, start: int, count: int) -> bytes:
        return self._pixels()[start : start + count]

    def _pixels(self) -> bytes:
        width, height = self._shape
        try:
            with av.open(str(self._path)) as container:
                frame = next(container.decode(video=0))
        except (av.FFmpegError, StopIteration):
            return bytes(self.size)  # black, as what is broken in a film without checksums
        return frame.reformat(width, height, "rgb24").to_ndarray().tobytes()


class _Joined(io.RawIOBase):
    """Parts of a film, read as one file."""

    def __init__(self, parts: Sequence[_Part]) -> None:
        super().__init__()
        self._parts = parts
        self._starts = list(accumulate((part.size for part in parts), initial=0))
        self._place = 0

    @override
    def readable(self) -> bool:
        return True

    @override
    def seekable(self) -> bool:
        return True

    @override
    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self._starts[-1]}[whence]
        self._place = start + offset
        return self._place

    @override
    def tell(self) -> int:
        return self._place

    @override
    def read(self, count: int = -1) -> bytes:
        """Read from one part at a time; fewer bytes than asked for are not its end."""
        if self._place >= self._starts[-1]:
            return b""
        number = bisect_right(self._starts, self._place) - 1
        part, start = self._parts[number], self._place - self._starts[number]
        left = part.size - start
        data = part.read(start, left if count < 0 else min(count, left))
        self._place += len(data)
        return data


def _parts(files: Sequence[Path], size: tuple[int, int]) -> tuple[bytes, list[_Part]]:
    tag = _TAGS.get(files[0].suffix.lower())
    if tag is None:
        return _RAW, [_Decoded(path, size) for path in files]
    return tag, [_File(path) for path in files]


def _header(
    tag: bytes,
    size: tuple[int, int],
    parts: Sequence[_Part],
    places: Sequence[int],
    rate: Fraction,
) -> bytes:
    """Return all that comes before the pictures; a picture lasts until the next one."""
    step = rate.denominator
    durations = [step * (after - before) for before, after in pairwise(places)] + [step]
    sizes = [part.size for part in parts]
    kind = _box(b"ftyp", b"qt  ", bytes(4), b"qt  ")
    length = len(_movie(tag, size, sizes, durations, ticks=rate.numerator, start=0))
    data = struct.pack(">I4sQ", 1, b"mdat", 16 + sum(sizes))
    start = len(kind) + length + len(data)
    return kind + _movie(tag, size, sizes, durations, ticks=rate.numerator, start=start) + data


def _movie(
    tag: bytes,
    size: tuple[int, int],
    sizes: Sequence[int],
    durations: Sequence[int],
    *,
    ticks: int,
    start: int,
) -> bytes:
    """Return the movie atom: one track of pictures that last ``durations`` ticks.

    There are ``ticks`` in a second; the pictures begin at byte ``start`` of the film.
    """
    count, length = len(sizes), sum(durations)
    width, height = size
    clock = struct.pack(">4I", 0, 0, ticks, length)
    mode = struct.pack(">iH10x", 1 << 16, 1 << 8)
    movie = _full_box(b"mvhd", clock, mode, _UNITY, bytes(24), struct.pack(">I", 2))
    shown = struct.pack(">6I", 7, 0, 0, 1, 0, length)
    track = _box(b"tkhd", shown, bytes(16), _UNITY, struct.pack(">2I", width << 16, height << 16))
    media = _full_box(b"mdhd", clock, struct.pack(">2H", 0x55C4, 0))
    handler = _full_box(b"hdlr", b"mhlrvide", bytes(13))
    picture = struct.pack(">I4s6xH16x2H", 86, tag, 1, width, height)
    picture += struct.pack(">3IH32xHh", 72 << 16, 72 << 16, 0, 1, 24, -1)
    table = _box(
        b"stbl",
        _full_box(b"stsd", struct.pack(">I", 1), picture),
        _full_box(
            b"stts", struct.pack(">I", count), *(struct.pack(">2I", 1, d) for d in durations)
        ),
        _full_box(b"stsc", struct.pack(">4I", 1, 1, count, 1)),
        _full_box(b"stsz", struct.pack(f">{2 + count}I", 0, count, *sizes)),
        _full_box(b"co64", struct.pack(">IQ", 1, start)),
    )
    here = _box(b"dinf", _full_box(b"dref", struct.pack(">I", 1), _box(b"url ", b"\0\0\0\1")))
    information = _box(b"minf", _full_box(b"vmhd", bytes(8)), here, table)
    return _box(b"moov", movie, _box(b"trak", track, _box(b"mdia", media, handler, information)))


def _box(kind: bytes, *content: bytes) -> bytes:
    data = b"".join(content)
    return struct.pack(">I4s", 8 + len(data), kind) + data


def _full_box(kind: bytes, *content: bytes) -> bytes:
    return _box(kind, bytes(4), *content)
