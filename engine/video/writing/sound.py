"""Sound tracks of the output: copied packet for packet, or decoded and encoded again."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, cast

import av
from av import AudioStream, Packet
from av.audio.frame import AudioFrame
from av.container import OutputContainer
from av.filter import Graph
from av.stream import Stream

from engine.jobs.options import Container
from engine.video.sound_layout import SoundLayout, frame_layout_name, make_safe, usual_layout
from engine.video.timeline import TickRange
from engine.video.writing.containers import are_channels_lost

_AAC_RATES = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000)
_AAC_BITS_PER_CHANNEL = 96_000
_CHANGING_RATE = 48_000
"""What sound is converted to whose own rate changes."""

# Digital video, IEC 61834-2: bytes of 16-bit stereo that belong to one picture, at each rate.
_DV_FORMATS = frozenset({"dv", "avi"})
_DV_RATES = (48_000, 44_100, 32_000)
_DV_BYTES_PER_SAMPLE = 4
_DV_TOLERANCE = 0.04


class SoundChangesError(Exception):
    """The format of a track changes, so that its packets cannot be copied."""

    def __init__(self, index: int) -> None:
        """Name the track by the index of its stream in the source."""
        super().__init__(index)
        self.index = index


class CopiedTrack:
    """Copies the packets of a range as they are, with the times of the output."""

    def __init__(
        self, target: Stream, span: TickRange, *, container: Container, codec: str = ""
    ) -> None:
        """Write packets of ``codec``, FFmpeg's name, to ``target``, a stream of ``container``."""
        self._target, self._span = target, span
        self._codec = codec
        # Matroska, whose ticks are milliseconds, stores any number of packets at one of them;
        # MP4 has no two packets at one decoding time.
        self._least_step = 0 if container is Container.MKV else 1
        self._last_dts: int | None = None
        self._following: int | None = None
        self._header: object = None
        self._doubtful_header: object = None

    def convert(self, packet: Packet[Any]) -> list[Packet[Any]]:
        """Return what is written of ``packet``.

        Raises:
            SoundChangesError: its format is not that of the packets before.
        """
        time = time_of(packet)
        if time is None:
            time = self._following
        if not packet.size or time is None or not self._span.contains(time):
            return []
        self._check_header(packet)
        self._following = time + (packet.duration or 0)
        # In the ticks of the output (known once its header is written): two times that differ
        # in the source may be one there.
        base = self._target.time_base or packet.time_base
        ticks = packet.time_base / base
        dts = round(((time if packet.dts is None else packet.dts) - self._span.shift) * ticks)
        if self._last_dts is not None:
            dts = max(dts, self._last_dts + self._least_step)
        self._last_dts = dts
        packet.pts = max(dts, round((time - self._span.shift) * ticks))
        packet.dts = dts
        packet.duration = round((packet.duration or 0) * ticks)
        packet.time_base = base
        packet.stream = self._target
        return [packet]

    def finish(self) -> list[Packet[Any]]:
        """Return the packets that were kept back: none."""
        return []

    def _check_header(self, packet: Packet[Any]) -> None:
        header = _header_of(self._codec, packet)
        if header is None:
            return
        is_other = self._header not in (None, header)
        # One that is not repeated is damage; of a tape the size of the packet tells, not a header.
        if is_other and (self._codec != "aac" or header == self._doubtful_header):
            raise SoundChangesError(packet.stream.index)
        if is_other:
            self._doubtful_header = header
        else:
            self._header, self._doubtful_header = header, None


def _header_of(codec: str, packet: Packet[Any]) -> object:
    """Return the format that a packet states, where a container states it once for all of them."""
    if codec == "aac" and packet.stream.container.format.name in {"mpegts", "aac"}:
        # ISO/IEC 13818-7, 6.2.1: syncword, ..., profile, rate, private bit, channels.
        data = bytes(packet)[:4]
        is_adts = len(data) == 4 and data[0] == 0xFF and data[1] & 0xF6 == 0xF0
        return (data[2] & 0xFD, data[3] & 0xC0) if is_adts else None
    return dv_rate(packet) if codec == "pcm_s16le" else None


def dv_rate(packet: Packet[Any]) -> int | None:
    """Return the rate of the sound of one picture of a DV tape, in Hz; None for other sound.

    libavformat states the rate of the first picture for all, and the tape may change it.
    """
    is_tape = packet.stream.container.format.name in _DV_FORMATS
    if not (is_tape and packet.size and packet.duration):
        return None
    seconds = packet.duration * packet.time_base
    measured = packet.size / _DV_BYTES_PER_SAMPLE / seconds
    nearest = min(_DV_RATES, key=lambda rate: abs(rate - measured))
    return nearest if abs(measured / nearest - 1) < _DV_TOLERANCE else None


class ConvertedSound:
    """Decodes the sound of a range and encodes it again, gaps filled with silence."""

    def __init__(
        self,
        source: AudioStream,
        output: OutputContainer,
        span: TickRange,
        codec: str,
        *,
        is_changing: bool,
        is_alone: bool = False,
    ) -> None:
        """Add a track to ``output``.

        Args:
            source: the sound.
            output: not started yet.
            span: the range.
            codec: to be written, see `converted_codec`.
            is_changing: its rate or its channels change in mid-stream.
            is_alone: the output has no times, so that silence has to stand for a late start.
        """
        self._first_time = ":first_pts=0" if is_alone else ""
        self._source, self._span = source, span
        context = source.codec_context
        stored = make_safe(context)
        # Other codecs name their channels themselves.
        self._order = stored.order if context.codec.name.startswith("pcm_") else ()
        rate = max(context.sample_rate, _CHANGING_RATE) if is_changing else context.sample_rate
        if codec == "aac":
            rate = next((r for r in _AAC_RATES if r <= rate), _AAC_RATES[-1])
        self._target = cast("AudioStream", output.add_stream(codec, rate=rate))
        channels = stored.channels
        self._are_two_kept = are_channels_lost(channels, codec)
        self._layout = "stereo" if self._are_two_kept else _written_layout(stored, codec)
        self._target.layout = self._layout
        if codec == "aac":
            self._target.bit_rate = _AAC_BITS_PER_CHANNEL * min(2, channels)
        self._format = self._target.codec_context.format.name
        self._kind: tuple[object, ...] = ()
        self._stated: int | None = None
        self._following: Fraction | None = None
        self._evened: Graph | None = None
        self._joined: Graph | None = None

    @property
    def target(self) -> AudioStream:
        """The stream that is written."""
        return self._target

    def convert(self, packet: Packet[Any]) -> list[Packet[Any]]:
        """Return the packets that are complete with ``packet``; what fails leaves silence."""
        rate = dv_rate(packet)
        try:
            frames = self._source.decode(packet if packet.size else None)
        except av.FFmpegError:
            return []
        packets: list[Packet[Any]] = []
        for frame in frames:
            if rate is not None:
                frame.sample_rate = rate
            try:
                packets += self._encode(frame)
            except (av.FFmpegError, ValueError):
                # What a decoder makes of damaged sound may be no sound, or in no known form.
                self._evened = self._joined = None
        return packets

    def finish(self) -> list[Packet[Any]]:
        """Return the packets that were kept back."""
        if self._joined is None:
            return []
        packets = self._change(None)
        self._joined.push(None)
        return [*packets, *self._pull(self._joined), *self._target.encode(None)]

    def _encode(self, frame: AudioFrame) -> list[Packet[Any]]:
        time = self._time_of(frame)
        layout = frame_layout_name(frame)
        if time is None or not self._span.contains(time) or not frame.samples:
            return []
        frame.pts = time - self._span.shift
        kind = (frame.sample_rate, frame.format.name, layout)
        packets: list[Packet[Any]] = []
        if self._evened is None or kind != self._kind:
            packets = self._change(self._make_graph(frame, layout))
            self._kind = kind
        assert self._evened is not None
        self._evened.push(frame)
        return packets + self._join(self._evened)

    def _time_of(self, frame: AudioFrame) -> int | None:
        """Return when a frame is heard, in ticks; those of one block may all have its time."""
        stated = frame.pts if frame.pts is not None else frame.dts
        is_repeated = stated is None or stated == self._stated
        time = self._following if is_repeated and self._following is not None else stated
        self._stated = stated
        if time is not None and self._source.time_base:
            length = Fraction(frame.samples, frame.sample_rate) / self._source.time_base
            self._following = Fraction(time) + length
        return None if time is None else round(time)

    def _change(self, evened: Graph | None) -> list[Packet[Any]]:
        """End with sound of one kind, and go on with another: one graph takes one kind."""
        packets: list[Packet[Any]] = []
        if self._evened is not None:
            self._evened.push(None)
            packets = self._join(self._evened)
        self._evened = evened
        return packets

    def _join(self, evened: Graph) -> list[Packet[Any]]:
        packets: list[Packet[Any]] = []
        for frame in _pulled(evened):
            if self._joined is None:
                self._joined = self._make_joining_graph(frame)
            self._joined.push(frame)
            packets += self._pull(self._joined)
        return packets

    def _pull(self, graph: Graph) -> list[Packet[Any]]:
        return [packet for frame in _pulled(graph) for packet in self._target.encode(frame)]

    def _make_graph(self, frame: AudioFrame, layout: str) -> Graph:
        """Bring sound like ``frame`` to the rate, the format and the channels of the output."""
        graph = Graph()
        source = graph.add_abuffer(
            sample_rate=frame.sample_rate,
            format=frame.format.name,
            layout=layout,
            time_base=self._source.time_base,
        )
        nodes = [source]
        if self._are_two_kept:
            nodes.append(graph.add("pan", "stereo|c0=c0|c1=c1"))
        elif self._order:
            places = "|".join(str(place) for place in self._order)
            arguments = f"map={places}:channel_layout={self._layout}"
            nodes.append(graph.add("channelmap", arguments))
        form = f"sample_fmts={self._format}:sample_rates={self._target.sample_rate}"
        nodes.append(graph.add("aformat", f"{form}:channel_layouts={self._layout}"))
        # Where nothing is resampled, filters leave the time base of the source as it is.
        nodes.append(graph.add("asettb", f"1/{self._target.sample_rate}"))
        graph.link_nodes(*nodes, graph.add("abuffersink"))
        graph.configure()
        return graph

    def _make_joining_graph(self, frame: AudioFrame) -> Graph:
        graph = Graph()
        source = graph.add_abuffer(
            sample_rate=frame.sample_rate,
            format=frame.format.name,
            layout=self._layout,
            time_base=frame.time_base,
        )
        form = f"sample_fmts={self._format}:sample_rates={self._target.sample_rate}"
        graph.link_nodes(
            source,
            graph.add("aresample", f"async=1{self._first_time}"),
            graph.add("aformat", f"{form}:channel_layouts={self._layout}"),
            graph.add("abuffersink"),
        )
        graph.configure()
        return graph


def _pulled(graph: Graph) -> Iterator[AudioFrame]:
    while True:
        try:
            yield cast("AudioFrame", graph.pull())
        except (av.BlockingIOError, av.EOFError):
            return


def _written_layout(stored: SoundLayout, codec: str) -> str:
    """Name the layout that is encoded; the encoder of AAC has a list of those it takes."""
    if codec != "aac":
        return stored.name
    for name in (stored.name, usual_layout(stored.channels)):
        context = cast("Any", av.CodecContext.create("aac", "w"))
        context.sample_rate, context.layout, context.format = _CHANGING_RATE, name, "fltp"
        try:
            context.open()
        except av.FFmpegError:
            continue
        return name
    return "stereo"


def time_of(packet: Packet[Any]) -> int | None:
    """Return the time at which ``packet`` is shown or heard, in its ticks."""
    return packet.pts if packet.pts is not None else packet.dts
