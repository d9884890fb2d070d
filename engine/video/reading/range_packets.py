"""Packets of some tracks in a range of a source, read in the order of the file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction
from typing import Any

import av
from av import Packet
from av import time_base as av_time_base
from av.container import InputContainer
from av.stream import Discard

from engine.video.facts import SourceInfo
from engine.video.reading.decoder import open_source, read_packets
from engine.video.reading.even_sound import time_of
from engine.video.reading.packet_times import PacketTimes, stated_end
from engine.video.timeline import TickRange, exact_seconds, tick_range

_PREROLL_SECONDS = 2
_INTERLEAVING_SECONDS = 10


class RangePackets:
    """Reads the packets of some tracks from the start of a range, or a little before it."""

    def __init__(
        self,
        info: SourceInfo,
        container: InputContainer,
        start_seconds: float | None,
        end_seconds: float | None,
    ) -> None:
        """Prepare to read.

        Args:
            info: the source.
            container: the same, opened; whoever opened it closes it.
            start_seconds: of the range, counted from the start of the source.
            end_seconds: end of the range.
        """
        self._info, self._container = info, container
        self._start, self._end = start_seconds, end_seconds
        start = exact_seconds(start_seconds or 0)
        self._origin = exact_seconds(info.start_seconds) + start
        self._latest: Fraction | None = None
        """Seconds from the start of the range up to which packets of it may lie."""
        if end_seconds is not None:
            self._latest = exact_seconds(end_seconds) - start + _INTERLEAVING_SECONDS
        self._again: InputContainer | None = None

    def close(self) -> None:
        """Close what was opened here."""
        if self._again is not None:
            self._again.close()

    def span(self, time_base: Fraction | None) -> TickRange:
        """Return the range in the ticks of a track."""
        base = time_base or Fraction(1, 1000)
        return tick_range(self._info.start_seconds, self._start, self._end, base)

    def output_seconds(self, packet: Packet[Any]) -> Fraction:
        """Return the time of a packet, counted from the start of the range."""
        time = time_of(packet)
        if time is None:
            return Fraction(0)
        return time * packet.time_base - self._origin

    def read(self, indices: Collection[int]) -> Iterator[Packet[Any]]:
        """Yield the packets of the tracks with these indices, up to some seconds after the range.

        Raises:
            InputVideoError: READ_FAILED.
        """
        if not indices:
            return
        container = self._container
        is_rewound = not self._seek()
        packets = self._read(container, indices)
        first = next(packets, None)
        if not is_rewound and (first is None or self.output_seconds(first) > 0):
            # Either the sound starts here, or the index led behind the range. Reading it all
            # tells.
            self._again = open_source(self._info.path)
            packets = self._read(self._again, indices)
        elif first is not None:
            yield first
        for packet in packets:
            if self._is_over(packet):
                return
            yield packet

    def _seek(self) -> bool:
        if self._start is None or self._start <= _PREROLL_SECONDS:
            return False
        target = self._info.start_seconds + self._start - _PREROLL_SECONDS
        try:
            self._container.seek(round(exact_seconds(target) * av_time_base))
        except av.FFmpegError:
            return False
        return True

    def _read(self, container: InputContainer, indices: Collection[int]) -> Iterator[Packet[Any]]:
        for stream in container.streams:
            stream.discard = Discard.default if stream.index in indices else Discard.all
        streams = [container.streams[index] for index in indices]
        times = PacketTimes(self._info.sections, stated_end(container))
        return read_packets(self._info.path, container, streams, times)

    def _is_over(self, packet: Packet[Any]) -> bool:
        return self._latest is not None and self.output_seconds(packet) > self._latest
