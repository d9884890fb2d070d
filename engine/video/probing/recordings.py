"""The recordings on a DV tape: each start of the camera, told by the date and time in the pictures.

Source: IEC 61834-4: packs 0x62 and 0x63 (VAUX and subcode) hold the date and the time of recording.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple, cast

import av
from av import VideoStream
from av.container import InputContainer
from av.stream import Discard

from engine.jobs.errors import InputVideoError
from engine.video.facts import Recording, SourceInfo
from engine.video.reading.decoder import open_source

_CODEC = "dvvideo"
_SEQUENCE_BYTES, _BLOCK_BYTES, _PACK_BYTES = 12_000, 80, 5
_SUBCODE_BLOCKS, _VAUX_BLOCKS = (1, 2), (3, 4, 5)
_SUBCODE, _VAUX = 1, 2
"""Kinds of blocks, in the first three bits of each."""
_DATE, _TIME = 0x62, 0x63
_CENTURY_TURNS = 75
"""Two digits of a year: from here on it was in the twentieth century."""

_STEP_SECONDS = 4.0
_TOLERANCE_SECONDS = 1.5
"""Cameras write whole seconds."""
_MOST_SECONDS = 1e6


class _Moment(NamedTuple):
    """A picture: its time in the source in ticks, and when it was recorded."""

    ticks: int
    recorded: datetime


def find_recordings(info: SourceInfo) -> tuple[Recording, ...]:
    """Return the recordings of a DV source in their order; none where it has no dates.

    A few pictures each second are not looked at: one every four seconds, and where date and time
    have not gone on as the pictures have, those between.
    """
    length = info.duration_seconds
    if info.codec != _CODEC or length is None or length > _MOST_SECONDS:
        return ()
    try:
        with open_source(info.path) as container:
            return _recordings(_Tape(container, info.stream_index), info, length)
    except (InputVideoError, av.FFmpegError):
        return ()


def recorded_at(picture: bytes) -> datetime | None:
    """Return date and time in the packs of a DV picture, in the camera's own zone of time."""
    found: dict[int, Counter[bytes]] = {_DATE: Counter(), _TIME: Counter()}
    for pack in _packs(picture):
        if pack[0] in found:
            found[pack[0]][pack] += 1
    if not all(found.values()):
        return None
    # Damage hits some of the ten or twelve copies.
    (date, _), (time, _) = (found[kind].most_common(1)[0] for kind in (_DATE, _TIME))
    year = _digits(date[4], 0xF0)
    try:
        return datetime(
            year + (1900 if year >= _CENTURY_TURNS else 2000),
            _digits(date[3], 0x10),
            _digits(date[2], 0x30),
            _digits(time[4], 0x30),
            _digits(time[3], 0x70),
            _digits(time[2], 0x70),
        )
    except ValueError:  # a camera whose clock was never set writes ones
        return None


def _packs(picture: bytes) -> Iterator[bytes]:
    for sequence in range(0, len(picture) - _SEQUENCE_BYTES + 1, _SEQUENCE_BYTES):
        for block in _SUBCODE_BLOCKS:
            data = picture[sequence + block * _BLOCK_BYTES :][:_BLOCK_BYTES]
            if data[0] >> 5 == _SUBCODE:
                yield from (data[at + 3 : at + 3 + _PACK_BYTES] for at in range(3, 51, 8))
        for block in _VAUX_BLOCKS:
            data = picture[sequence + block * _BLOCK_BYTES :][:_BLOCK_BYTES]
            if data[0] >> 5 == _VAUX:
                yield from (data[at : at + _PACK_BYTES] for at in range(3, 78, _PACK_BYTES))


def _digits(byte: int, tens: int) -> int:
    return (byte & 0x0F) + 10 * ((byte & tens) >> 4)


class _Tape:
    """Reads the dates of single pictures of a source."""

    def __init__(self, container: InputContainer, stream_index: int) -> None:
        self._container = container
        self._stream = cast("VideoStream", container.streams[stream_index])
        for other in container.streams:
            if other.index != stream_index:
                other.discard = Discard.all
        self.time_base = self._stream.time_base or Fraction(1, 1000)

    def at(self, ticks: int) -> _Moment | None:
        """Return the picture that is shown at a time; None where it has no date."""
        self._container.seek(ticks, stream=self._stream)
        for packet in self._container.demux(self._stream):
            time = packet.pts if packet.pts is not None else packet.dts
            if time is None or not packet.size:
                continue
            if time + (packet.duration or 1) <= ticks:
                continue  # some formats are entered a little before
            recorded = recorded_at(bytes(packet))
            return None if recorded is None else _Moment(time, recorded)
        return None


def _recordings(tape: _Tape, info: SourceInfo, length: float) -> tuple[Recording, ...]:
    base, start = tape.time_base, Fraction(info.start_seconds)
    rate = info.frame_rate or Fraction(25)
    frame = max(1, round(1 / rate / base))
    last = length - float(1 / rate)
    count = max(1, int(last / _STEP_SECONDS))
    asked = [start + Fraction(last) * number / count for number in range(count + 1)]
    known = [moment for moment in (tape.at(round(at / base)) for at in asked) if moment is not None]
    if not known:
        return ()
    begins = [known[0]]
    for early, late in pairwise(known):
        begins += _begins_between(tape, early, late, frame)
    places = [float(moment.ticks * base - start) for moment in begins]
    places[0] = 0.0
    ends = [*places[1:], length]
    return tuple(
        Recording(
            start_seconds=_floored(place),
            length_seconds=round(end - place, 3),
            date=moment.recorded.isoformat(),
        )
        for moment, place, end in zip(begins, places, ends, strict=True)
    )


def _begins_between(tape: _Tape, early: _Moment, late: _Moment, frame: int) -> list[_Moment]:
    """Return the first pictures of the recordings that begin after one moment, up to another."""
    if _goes_on(tape, early, late):
        return []
    if late.ticks - early.ticks < 2 * frame:
        return [late]
    # A picture without a date counts to the recording before it.
    middle = (early.ticks + late.ticks) // 2
    between = tape.at(middle) or _Moment(middle, _expected(tape, early, middle))
    if not early.ticks < between.ticks < late.ticks:
        return [late]
    before = _begins_between(tape, early, between, frame)
    return before + _begins_between(tape, between, late, frame)


def _goes_on(tape: _Tape, early: _Moment, late: _Moment) -> bool:
    missing = late.recorded - _expected(tape, early, late.ticks)
    return abs(missing.total_seconds()) < _TOLERANCE_SECONDS


def _expected(tape: _Tape, moment: _Moment, ticks: int) -> datetime:
    return moment.recorded + timedelta(seconds=float((ticks - moment.ticks) * tape.time_base))


def _floored(seconds: float) -> float:
    """Round down to a microsecond, so that the picture at this time is not before it."""
    return int(seconds * 1_000_000) / 1_000_000
