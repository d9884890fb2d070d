"""Everything beside the picture: sound, subtitles, attachments, chapters and titles of a source.

Sound is copied packet for packet; where the container cannot hold it, it is converted to AAC
at its own times, and subtitles of text to the container's own kind.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

import av
from av import AudioStream, Packet
from av import time_base as av_time_base
from av.audio.frame import AudioFrame
from av.container import OutputContainer
from av.filter import Graph
from av.stream import DataStream, Discard, Disposition, Stream
from av.subtitles.stream import SubtitleStream

from engine.jobs.events import Warned, WarningKind
from engine.jobs.options import Container
from engine.video.reading.decoder import codec_name, data_kind, open_source, read_packets
from engine.video.reading.packet_times import PacketTimes
from engine.video.timeline import TickRange, exact_seconds, tick_range
from engine.video.writing import timecode
from engine.video.writing.containers import (
    Fate,
    attachment_fate,
    cover_fate,
    data_fate,
    sound_fate,
    subtitle_fate,
    text_codec,
)

if TYPE_CHECKING:
    from av.container.core import Chapter

    from engine.video.facts import SoundTrack, SourceInfo

_AAC_RATES = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000)
_AAC_BITS_PER_CHANNEL = 96_000

_MILLISECOND = Fraction(1, 1000)

_PREROLL_SECONDS = 2
_INTERLEAVING_SECONDS = 10

# Of the old file's technical facts, and wrong for the new one.
_STALE_TAGS = frozenset(
    {
        "major_brand",
        "minor_version",
        "compatible_brands",
        "encoder",
        "duration",
        "filesize",
        "timecode",
        "bps",
        "number_of_frames",
        "number_of_bytes",
        "vendor_id",
        "rotate",
    }
)
_STALE_START = "_statistics"
_PLAIN_TAGS = frozenset({"title", "language", "date", "location", "creation_time", "comment"})
_LANGUAGE_LETTERS = 3
_COVER_NAMES = {"mjpeg": ("cover.jpg", "image/jpeg"), "png": ("cover.png", "image/png")}


class Tracks:
    """Reads everything beside the picture from a source, as the picture advances.

    Its own demuxer runs over the source, so that no more than what is about to be written is
    held in memory.
    """

    def __init__(
        self,
        info: SourceInfo,
        output: OutputContainer,
        container: Container,
        *,
        start_seconds: float | None,
        end_seconds: float | None,
        frame_rate: Fraction | None,
        on_warning: Callable[[Warned], None],
    ) -> None:
        """Open the source and add its streams, chapters and titles to ``output``.

        Args:
            info: the source.
            output: not started yet.
            container: its format.
            start_seconds: range of the job, counted from the container's start.
            end_seconds: end of the range.
            frame_rate: of the written picture, which its time code counts in.
            on_warning: told about what cannot be kept as it is.

        Raises:
            InputVideoError: the source cannot be opened any more.
        """
        self._info, self._output, self._container = info, output, container
        self._start, self._end = start_seconds, end_seconds
        self._on_warning = on_warning
        self._source = open_source(info.path)
        self._tracks: dict[int, _CopiedTrack | _ConvertedSound | _ConvertedSubtitles] = {}
        self._covers: list[Packet[Any]] = []
        self._copy_titles()
        self._copy_timecode(frame_rate)
        self._copy_chapters()
        self._add_sound()
        self._add_subtitles()
        self._add_attachments()
        self._add_covers()
        self._add_data()
        if info.video_stream_count > 1:
            self._on_warning(Warned(WarningKind.PICTURE_DROPPED, count=info.video_stream_count - 1))
        self._packets = self._demuxed()
        self._next: Packet[Any] | None = None

    def close(self) -> None:
        """Close the source."""
        self._source.close()

    def packets_until(self, seconds: Fraction | None) -> Iterator[Packet[Any]]:
        """Yield the packets up to a time of the output, in seconds; None: all that are left.

        Raises:
            InputVideoError: READ_FAILED.
        """
        while self._covers:
            yield self._covers.pop()
        packets = self._packets if self._next is None else chain([self._next], self._packets)
        self._next = None
        for packet in packets:
            if seconds is not None and self._output_seconds(packet) > seconds:
                self._next = packet
                return
            yield from self._tracks[packet.stream.index].convert(packet)
        if seconds is None:
            for track in self._tracks.values():
                yield from track.finish()

    def _span(self, time_base: Fraction | None) -> TickRange:
        base = time_base or Fraction(1, 1000)
        return tick_range(self._info.start_seconds, self._start, self._end, base)

    def _output_seconds(self, packet: Packet[Any]) -> Fraction:
        time = _time_of(packet)
        if time is None:
            return Fraction(0)
        origin = exact_seconds(self._info.start_seconds) + exact_seconds(self._start or 0)
        return time * packet.time_base - origin

    def _copy_titles(self) -> None:
        tags = _lasting_tags(self._source.metadata)
        if self._info.location:
            tags.setdefault("location", self._info.location)
        if self._info.recorded:
            _add_date(tags, self._info.recorded)
        self._output.metadata.update(tags)
        # Its other tags tell of the old encoder, and its turn is done.
        picture = _lasting_tags(self._source.streams[self._info.stream_index].metadata)
        for key in ("title", "language", "handler_name"):
            if key in picture:
                self._output.streams.video[0].metadata[key] = picture[key]

    def _copy_timecode(self, frame_rate: Fraction | None) -> None:
        """Label the first picture as the source does; libavformat makes a track of it in MOV."""
        rate = self._info.frame_rate
        if self._info.timecode is None or rate is None or frame_rate is None:
            return
        late = 0.0
        if self._info.first_picture_seconds is not None:
            late = self._info.first_picture_seconds - self._info.start_seconds
        # A hair is taken off for times that were rounded.
        frames = math.ceil(((self._start or 0.0) - late) * float(rate) - 1e-3)
        label = timecode.moved(self._info.timecode, max(0, frames), rate=rate, new_rate=frame_rate)
        if label is not None:
            self._output.metadata["timecode"] = label

    def _copy_chapters(self) -> None:
        chapters: list[Chapter] = []
        for chapter in self._source.chapters():
            span = self._span(chapter["time_base"])
            first = max(chapter["start"], span.shift)
            last = chapter["end"] if span.stop is None else min(chapter["end"], span.stop)
            if last > first:
                chapter["start"], chapter["end"] = first - span.shift, last - span.shift
                chapters.append(chapter)
        self._output.set_chapters(chapters)

    def _add_sound(self) -> None:
        for track in self._info.sound:
            if not track.is_readable:
                self._on_warning(Warned(WarningKind.SOUND_DROPPED, detail=track.codec))
                continue
            source = cast("AudioStream", self._source.streams[track.index])
            if track.is_guessed:
                self._copy_undescribed(track, source)
                continue
            is_written = source.codec_context.codec.name in self._output.supported_codecs
            if is_written and sound_fate(track, self._container) is Fate.KEPT:
                self._copy(source)
            else:
                self._on_warning(Warned(WarningKind.SOUND_CONVERTED, detail=track.codec))
                span = self._span(source.time_base)
                self._tracks[track.index] = _ConvertedSound(source, self._output, span)

    def _add_subtitles(self) -> None:
        for source in self._source.streams.subtitles:
            codec = codec_name(source)
            fate = subtitle_fate(codec, self._container)
            if fate is Fate.KEPT:
                self._copy(source)
            elif fate is Fate.CONVERTED:
                self._on_warning(Warned(WarningKind.SUBTITLES_CONVERTED, detail=codec))
                self._tracks[source.index] = _ConvertedSubtitles(
                    source, self._output, self._span(source.time_base), text_codec(self._container)
                )
            else:
                self._on_warning(Warned(WarningKind.STREAM_DROPPED, detail=codec))

    def _add_attachments(self) -> None:
        attachments = self._source.streams.attachments
        if attachment_fate(self._container) is Fate.KEPT:
            for attachment in attachments:
                self._output.add_stream_from_template(attachment)
        elif attachments:
            self._on_warning(Warned(WarningKind.ATTACHMENT_DROPPED, count=len(attachments)))

    def _add_covers(self) -> None:
        for source in self._source.streams.video:
            if not source.disposition & Disposition.attached_pic:
                continue
            codec = codec_name(source)
            packet = self._cover_packet(source.index)
            is_held = cover_fate(self._container) is Fate.KEPT and codec in _COVER_NAMES
            if packet is None or not is_held:
                self._on_warning(Warned(WarningKind.ATTACHMENT_DROPPED))
            elif self._container is Container.MKV:
                # Matroska has them as attached files, by names that players look for.
                name, kind = _COVER_NAMES[codec]
                name = source.metadata.get("filename", name)
                self._output.add_attachment(name, kind, bytes(packet))
            else:
                target = self._output.add_stream_from_template(source, opaque=True)
                target.disposition = Disposition.attached_pic
                packet.stream = target
                self._covers.append(packet)

    def _add_data(self) -> None:
        lost = []
        for source in self._source.streams.data:
            kind = data_kind(source)
            if kind is not None and data_fate(kind, self._container) is Fate.KEPT:
                self._copy(source)
            elif kind is not None:
                lost.append(kind)
        if lost:
            kinds = ", ".join(dict.fromkeys(lost))
            self._on_warning(Warned(WarningKind.DATA_DROPPED, len(lost), kinds))

    def _cover_packet(self, index: int) -> Packet[Any] | None:
        # libavformat gives it out once, when a file is read from its start.
        with open_source(self._info.path) as container:
            for packet in read_packets(self._info.path, container, [container.streams[index]]):
                return packet if packet.size else None
        return None

    def _copy(self, source: AudioStream | SubtitleStream | DataStream) -> None:
        target = self._output.add_stream_from_template(source)
        _describe(target, source)
        self._tracks[source.index] = _CopiedTrack(target, self._span(source.time_base))

    def _copy_undescribed(self, track: SoundTrack, source: AudioStream) -> None:
        # The header is that of an encoder of the same sound, which describes it alike.
        target = self._output.add_stream("aac", rate=track.sample_rate)
        target.layout = _aac_layout(track.channels)
        _describe(target, source)
        self._tracks[track.index] = _CopiedTrack(target, self._span(source.time_base))

    def _demuxed(self) -> Iterator[Packet[Any]]:
        """Yield the packets of all tracks, from the range's start or a little before it."""
        if not self._tracks:
            return
        is_rewound = not self._seek()
        packets = self._read()
        first = next(packets, None)
        if not is_rewound and (first is None or self._output_seconds(first) > 0):
            # Either the sound starts here, or the index led behind the range. Reading it all
            # tells.
            self._source.close()
            self._source = open_source(self._info.path)
            packets = self._read()
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
            self._source.seek(round(exact_seconds(target) * av_time_base))
        except av.FFmpegError:
            return False
        return True

    def _read(self) -> Iterator[Packet[Any]]:
        for stream in self._source.streams:
            stream.discard = Discard.default if stream.index in self._tracks else Discard.all
        streams = [self._source.streams[index] for index in self._tracks]
        times = PacketTimes(self._info.sections)
        return read_packets(self._info.path, self._source, streams, times)

    def _is_over(self, packet: Packet[Any]) -> bool:
        if self._end is None:
            return False
        length = exact_seconds(self._end) - exact_seconds(self._start or 0)
        return self._output_seconds(packet) > length + _INTERLEAVING_SECONDS


class _CopiedTrack:
    """Copies the packets of a range as they are, with the times of the output."""

    def __init__(self, target: Stream, span: TickRange) -> None:
        self._target, self._span = target, span
        self._last_dts: int | None = None
        self._following: int | None = None

    def convert(self, packet: Packet[Any]) -> list[Packet[Any]]:
        time = _time_of(packet)
        if time is None:
            time = self._following
        if not packet.size or time is None or not self._span.contains(time):
            return []
        self._following = time + (packet.duration or 0)
        # In the ticks of the output (known once its header is written): two times that differ
        # in the source may be one there, and MP4 stores no two packets at one decoding time.
        base = self._target.time_base or packet.time_base
        ticks = packet.time_base / base
        dts = round(((time if packet.dts is None else packet.dts) - self._span.shift) * ticks)
        if self._last_dts is not None:
            dts = max(dts, self._last_dts + 1)
        self._last_dts = dts
        packet.pts = max(dts, round((time - self._span.shift) * ticks))
        packet.dts = dts
        packet.duration = round((packet.duration or 0) * ticks)
        packet.time_base = base
        packet.stream = self._target
        return [packet]

    def finish(self) -> list[Packet[Any]]:
        return []


class _ConvertedSound:
    """Decodes the sound of a range and encodes it as AAC, gaps filled with silence."""

    def __init__(self, source: AudioStream, output: OutputContainer, span: TickRange) -> None:
        self._source, self._span = source, span
        context = source.codec_context
        rate = next((r for r in _AAC_RATES if r <= context.sample_rate), _AAC_RATES[-1])
        self._target = output.add_stream("aac", rate=rate)
        self._target.layout = _aac_layout(context.channels)
        self._target.bit_rate = _AAC_BITS_PER_CHANNEL * min(2, context.channels)
        _describe(self._target, source)
        self._graph: Graph | None = None

    def convert(self, packet: Packet[Any]) -> list[Packet[Any]]:
        try:
            frames = self._source.decode(packet if packet.size else None)
        except av.FFmpegError:
            # A packet that does not decode leaves silence.
            return []
        return [out for frame in frames for out in self._encode(frame)]

    def finish(self) -> list[Packet[Any]]:
        if self._graph is None:
            return []
        self._graph.push(None)
        return [*self._pull(self._graph), *self._target.encode(None)]

    def _encode(self, frame: AudioFrame) -> list[Packet[Any]]:
        time = frame.pts if frame.pts is not None else frame.dts
        if time is None or not self._span.contains(time):
            return []
        frame.pts = time - self._span.shift
        if self._graph is None:
            self._graph = self._make_graph(frame)
        self._graph.push(frame)
        return self._pull(self._graph)

    def _pull(self, graph: Graph) -> list[Packet[Any]]:
        packets: list[Packet[Any]] = []
        while True:
            try:
                frame = cast("AudioFrame", graph.pull())
            except (av.BlockingIOError, av.EOFError):
                return packets
            packets += self._target.encode(frame)

    def _make_graph(self, frame: AudioFrame) -> Graph:
        graph = Graph()
        source = graph.add_abuffer(
            sample_rate=frame.sample_rate,
            format=frame.format.name,
            layout=frame.layout.name,
            time_base=self._source.time_base,
        )
        resample = graph.add("aresample", "async=1")
        layout, rate = self._target.layout.name, self._target.sample_rate
        form = f"sample_fmts=fltp:sample_rates={rate}:channel_layouts={layout}"
        graph.link_nodes(source, resample, graph.add("aformat", form), graph.add("abuffersink"))
        graph.configure()
        return graph


class _ConvertedSubtitles:
    """Turns subtitles of text into another kind, which keeps words, lines, italics and times."""

    def __init__(
        self, source: SubtitleStream, output: OutputContainer, span: TickRange, codec: str
    ) -> None:
        self._source, self._span = source, span
        source.codec_context.open(strict=False)
        self._target = cast("SubtitleStream", output.add_stream(codec))
        self._target.codec_context.subtitle_header = source.codec_context.subtitle_header
        self._target.codec_context.time_base = _MILLISECOND
        self._target.time_base = _MILLISECOND
        _describe(self._target, source)

    def convert(self, packet: Packet[Any]) -> list[Packet[Any]]:
        time = _time_of(packet)
        if not packet.size or time is None or not self._span.contains(time):
            return []
        try:
            shown = self._source.decode2(packet)
            if shown is None:  # the pauses of MP4
                return []
            text = self._target.codec_context.encode_subtitle(shown)
        except av.FFmpegError:
            return []
        milliseconds = packet.time_base / _MILLISECOND
        text.stream, text.time_base = self._target, _MILLISECOND
        text.pts = text.dts = round((time - self._span.shift) * milliseconds)
        text.duration = round((packet.duration or 0) * milliseconds)
        return [text]

    def finish(self) -> list[Packet[Any]]:
        return []


def _describe(target: Stream, source: Stream) -> None:
    target.metadata.update(_lasting_tags(source.metadata))
    target.disposition = source.disposition


def _lasting_tags(tags: Mapping[str, str]) -> dict[str, str]:
    """Return the tags that are still true for a new file.

    libavformat repeats those of MOV with their language behind the name ("title-eng"), and
    Matroska's may be in capitals, in which MP4 does not look for them.
    """
    lasting = {}
    for key, value in tags.items():
        plain = key.lower()
        name, _, language = plain.rpartition("-")
        base = name if name and len(language) == _LANGUAGE_LETTERS else plain
        is_repeated = base != plain and tags.get(base) == value
        if not (is_repeated or base in _STALE_TAGS or base.startswith(_STALE_START)):
            lasting[plain if plain in _PLAIN_TAGS else key] = value
    return lasting


def _add_date(tags: dict[str, str], recorded: str) -> None:
    """Say where all players look for it when the film was recorded.

    Some files have it under a name of their camera only. Libraries of photos sort by
    ``creation_time``, which MP4 and Matroska have in a field of their own.
    """
    tags.setdefault("date", recorded)
    try:
        moment = datetime.fromisoformat(recorded)
    except ValueError:
        return
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    tags.setdefault("creation_time", moment.astimezone(UTC).isoformat())


def _aac_layout(channels: int) -> str:
    layouts = {1: "mono", 2: "stereo", 3: "3.0", 4: "4.0", 5: "5.0", 6: "5.1", 8: "7.1"}
    return layouts.get(channels, "stereo")


def _time_of(packet: Packet[Any]) -> int | None:
    return packet.pts if packet.pts is not None else packet.dts
