"""Times of packets that can be relied on, where those of the file cannot.

MPEG program and transport streams may begin their clock anew: recordings that were joined byte by
byte, titles of a DVD, a recorder that was stopped between. And a damaged file may give a packet a
time that is days away.
"""

from __future__ import annotations

import contextlib
import io
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any

import av
from av import AudioStream, Packet, VideoStream
from av import time_base as av_time_base
from av.container import InputContainer

from engine.files.discs import title_parts
from engine.video.facts import Section

# A lost signal leaves a gap, and the film keeps it; a recording of another hour does not.
_LONGEST_PAUSE_SECONDS = 60
_LARGEST_STEP_BACK = 1
_CLOSE_SECONDS = 1

# No film pauses for an hour, unless its index says so; a time that far away is damaged even if no
# later one says so.
_IMPOSSIBLE_SECONDS = 3600
_SUSPICIOUS_SECONDS = 1

_CAN_BEGIN_ANEW = frozenset({"mpeg", "mpegts"})
_READ_WHOLE_BYTES = 64 << 20
_SAMPLES = 64
_SAMPLE_BYTES = 512 << 10
_SAMPLE_PACKETS = 50
_SAMPLE_OPTIONS = {"probesize": "131072", "analyzeduration": "0"}


class PacketTimes:
    """Mends the times of packets as they are read, in the order of the file.

    Attributes:
        mended_counts: by index of the stream, packets that lost a time nobody could believe.
    """

    def __init__(
        self, sections: tuple[Section, ...] = (), stated_end: Fraction | None = None
    ) -> None:
        """Begin to read, anywhere in a file.

        Args:
            sections: of the file, see `find_sections`.
            stated_end: the time up to which any pause is believed, see `stated_end`.
        """
        self._stated_end = stated_end
        self._sections = sections
        self._positions = [section.position for section in sections]
        self._last_positions: dict[int, int] = {}
        self._ends: dict[int, Fraction] = {}
        self._held: dict[int, Packet[Any]] = {}
        self.mended_counts: dict[int, int] = {}

    def mend(self, packets: Iterable[Packet[Any]]) -> Iterator[Packet[Any]]:
        """Yield ``packets``, with times that follow on each other.

        A packet far ahead of the one before waits for the next of its stream. If that one is
        earlier again, or an hour has been skipped that the file does not have, the packet loses
        its times, which is to say that it follows right on the one before.
        """
        for packet in packets:
            stream = packet.stream.index
            self._shift(packet)
            seconds = _seconds(packet)
            held = self._held.pop(stream, None)
            if held is not None:
                held_seconds = _seconds(held)
                is_behind = seconds is not None and seconds < (held_seconds or 0)
                # At the beginning Matroska has no times of decoding, and pictures that are shown
                # before a pause may come after the first one behind it.
                is_behind &= not (held.dts is None and self._is_stated(held_seconds))
                yield self._believed(held, held_seconds, is_behind=is_behind)
            if self._is_ahead(stream, seconds):
                self._held[stream] = packet
            else:
                yield self._believed(packet, seconds)
        for held in self._held.values():
            yield self._believed(held, _seconds(held))
        self._held.clear()

    def _shift(self, packet: Packet[Any]) -> None:
        if len(self._sections) < 2 or not packet.size:
            return
        position = packet.pos
        if position is None:
            # It lies within the same bigger packet as the one before.
            position = self._last_positions.get(packet.stream.index, 0)
        self._last_positions[packet.stream.index] = position
        section = self._sections[max(0, bisect_right(self._positions, position) - 1)]
        ticks = round(section.shift_seconds / packet.time_base)
        if packet.pts is not None:
            packet.pts += ticks
        if packet.dts is not None:
            packet.dts += ticks

    def _is_ahead(self, stream: int, seconds: Fraction | None) -> bool:
        end = self._ends.get(stream)
        return end is not None and seconds is not None and seconds > end + _SUSPICIOUS_SECONDS

    def _believed(
        self, packet: Packet[Any], seconds: Fraction | None, *, is_behind: bool = False
    ) -> Packet[Any]:
        stream = packet.stream.index
        if seconds is None or not _is_steady(packet):
            return packet
        end = self._ends.get(stream, seconds)
        if is_behind or self._is_impossible(seconds, end):
            self.mended_counts[stream] = self.mended_counts.get(stream, 0) + 1
            packet.pts = packet.dts = None
            seconds = end
        self._ends[stream] = max(end, seconds + (packet.duration or 0) * packet.time_base)
        return packet

    def _is_impossible(self, seconds: Fraction, end: Fraction) -> bool:
        return not self._is_stated(seconds) and seconds > end + _IMPOSSIBLE_SECONDS

    def _is_stated(self, seconds: Fraction | None) -> bool:
        """Tell whether the file says that it reaches as far as this."""
        if self._stated_end is None or seconds is None:
            return False
        return seconds <= self._stated_end + _CLOSE_SECONDS


def stated_end(container: InputContainer) -> Fraction | None:
    """Return where a file ends that says so in its header or index, in seconds of its clock.

    None where libavformat can only tell from the times of its packets.
    """
    if can_begin_anew(container) or not container.duration:
        return None
    return Fraction((container.start_time or 0) + container.duration, av_time_base)


def can_begin_anew(container: InputContainer) -> bool:
    """Tell whether files of this format may have more than one section."""
    return container.format.name in _CAN_BEGIN_ANEW


def find_sections(path: Path, container: InputContainer) -> tuple[Section, ...]:
    """Find where the clock of ``path`` begins anew; empty where it never does.

    Small files are read whole; large ones at some places first, and only if the times there
    run backwards.

    Args:
        path: the file.
        container: the same, opened for this alone; see `can_begin_anew`.
    """
    name = container.format.name
    parts = title_parts(path)
    size_bytes = sum(part.stat().st_size for part in parts)
    if size_bytes > _READ_WHOLE_BYTES and _is_rising(_sampled(parts, name, size_bytes)):
        return ()
    survey = _Survey()
    with contextlib.suppress(av.FFmpegError):  # what cannot be read belongs to no section
        for packet in container.demux():
            survey.add(packet)
    return survey.sections()


@dataclass
class _Stretch:
    """What has been seen of a section; times on its own clock, by index of the stream."""

    position: int
    starts: dict[int, Fraction] = field(default_factory=dict)
    ends: dict[int, Fraction] = field(default_factory=dict)

    def is_near(self, seconds: Fraction) -> bool:
        first, last = min(self.starts.values()), max(self.ends.values())
        return first - _LONGEST_PAUSE_SECONDS < seconds < last + _LONGEST_PAUSE_SECONDS

    def enter(self, stream: int, position: int, seconds: Fraction) -> None:
        self.position = min(self.position, position)
        self.starts[stream] = seconds

    def extend(self, stream: int, start: Fraction, end: Fraction) -> None:
        # Pictures are stored in another order than they are shown.
        self.starts[stream] = min(self.starts[stream], start)
        self.ends[stream] = max(self.ends.get(stream, end), end)


class _Survey:
    """Sorts packets into sections; a lone packet whose time does not fit makes none."""

    def __init__(self) -> None:
        self._stretches: list[_Stretch] = []
        self._at: dict[int, int] = {}
        self._positions: dict[int, int] = {}
        self._doubtful: dict[int, tuple[int, Fraction]] = {}

    def add(self, packet: Packet[Any]) -> None:
        time = packet.dts if packet.pts is None else packet.pts
        if time is None or not packet.size or not _is_steady(packet):
            return
        stream, seconds = packet.stream.index, time * packet.time_base
        position = packet.pos
        if position is None:
            position = self._positions.get(stream, 0)
        self._positions[stream] = position
        if not self._stretches:
            self._stretches.append(_Stretch(position))
        if stream not in self._at:
            self._enter_last(stream, position, seconds)
        elif not self._is_next(stream, seconds) and not self._has_moved(stream, position, seconds):
            self._doubtful[stream] = position, seconds
            return
        self._doubtful.pop(stream, None)
        length = (packet.duration or 0) * packet.time_base
        self._stretches[self._at[stream]].extend(stream, seconds, seconds + length)

    def sections(self) -> tuple[Section, ...]:
        if len(self._stretches) < 2:
            return ()
        sections: list[Section] = []
        shift, last_ends = Fraction(0), dict[int, Fraction]()
        for stretch in self._stretches:
            # No stream may run back; one that ended early waits for the others.
            gains = [last_ends[s] - start for s, start in stretch.starts.items() if s in last_ends]
            shift = max(gains, default=shift)
            last_ends |= {stream: end + shift for stream, end in stretch.ends.items()}
            sections.append(Section(stretch.position, shift, max(last_ends.values())))
        return tuple(sections)

    def _is_next(self, stream: int, seconds: Fraction) -> bool:
        step = seconds - self._stretches[self._at[stream]].ends[stream]
        return -_LARGEST_STEP_BACK < step < _LONGEST_PAUSE_SECONDS

    def _has_moved(self, stream: int, position: int, seconds: Fraction) -> bool:
        """Tell whether the stream has come to a section that is known, or begins one."""
        doubtful = self._doubtful.get(stream)
        is_repeated = doubtful is not None and abs(seconds - doubtful[1]) < _CLOSE_SECONDS
        if doubtful is not None and is_repeated:
            position, seconds = doubtful
        is_known = self._at[stream] < len(self._stretches) - 1
        if not (is_known and self._stretches[-1].is_near(seconds)):
            if not is_repeated:
                return False
            self._stretches.append(_Stretch(position))
        self._enter_last(stream, position, seconds)
        return True

    def _enter_last(self, stream: int, position: int, seconds: Fraction) -> None:
        self._at[stream] = len(self._stretches) - 1
        self._stretches[-1].enter(stream, position, seconds)


def _sampled(parts: Sequence[Path], name: str, size_bytes: int) -> Iterator[Fraction]:
    """Yield the first time at some places of a file, as far as there is one."""
    for number in range(_SAMPLES):
        excerpt = io.BytesIO(_excerpt(parts, size_bytes * number // _SAMPLES))
        with (
            contextlib.suppress(av.FFmpegError),
            av.open(excerpt, mode="r", format=name, options=_SAMPLE_OPTIONS) as container,
        ):
            packets = islice(container.demux(), _SAMPLE_PACKETS)
            times = (p.dts * p.time_base for p in packets if p.dts is not None)
            yield from islice(times, 1)


def _excerpt(parts: Sequence[Path], start: int) -> bytes:
    for part in parts:
        size_bytes = part.stat().st_size
        if start < size_bytes:
            with part.open("rb") as file:
                file.seek(start)
                return file.read(_SAMPLE_BYTES)
        start -= size_bytes
    return b""


def _is_rising(times: Iterable[Fraction]) -> bool:
    last: Fraction | None = None
    for seconds in times:
        # Two streams may be a little apart.
        if last is not None and seconds < last - _CLOSE_SECONDS:
            return False
        last = seconds
    return True


def _is_steady(packet: Packet[Any]) -> bool:
    """Tell whether packets of this kind follow on each other, as those of subtitles do not."""
    return isinstance(packet.stream, (VideoStream, AudioStream))


def _seconds(packet: Packet[Any]) -> Fraction | None:
    time = packet.pts if packet.dts is None else packet.dts
    return None if time is None or not packet.size else time * packet.time_base
