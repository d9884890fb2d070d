"""Sound tracks of the output: copied packet for packet, or decoded and encoded again."""

from __future__ import annotations

from typing import Any, cast

import av
from av import AudioStream, Packet
from av.audio.frame import AudioFrame
from av.container import OutputContainer
from av.stream import Stream

from engine.jobs.choices import Container
from engine.video.reading.even_sound import EvenSound, dv_rate, time_of
from engine.video.sound_filters import FORM, RepairedSound, SoundChain
from engine.video.sound_layout import SoundLayout, make_safe, usual_layout
from engine.video.timeline import TickRange
from engine.video.writing.containers import are_channels_lost

_AAC_RATES = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000)
_AAC_BITS_PER_CHANNEL = 96_000
_REPAIRED_BITS_PER_CHANNEL = 160_000
CHANGING_RATE = 48_000
"""What sound is converted to whose own rate changes."""


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


class ConvertedSound:
    """Decodes the sound of a range, repairs it where that is wanted, and encodes it again."""

    def __init__(
        self,
        source: AudioStream,
        output: OutputContainer,
        span: TickRange,
        codec: str,
        *,
        is_changing: bool,
        is_alone: bool = False,
        repairs: SoundChain | None = None,
    ) -> None:
        """Add a track to ``output``.

        Args:
            source: the sound.
            output: not started yet.
            span: the range.
            codec: to be written, see `converted_codec` and `repaired_codec`.
            is_changing: its rate or its channels change in mid-stream.
            is_alone: the output has no times, so that silence has to stand for a late start.
            repairs: what its sound goes through.
        """
        context = source.codec_context
        stored = make_safe(context)
        rate = max(context.sample_rate, CHANGING_RATE) if is_changing else context.sample_rate
        if codec == "aac":
            rate = next((r for r in _AAC_RATES if r <= rate), _AAC_RATES[-1])
        self._target = cast("AudioStream", output.add_stream(codec, rate=rate))
        channels = stored.channels
        are_two_kept = are_channels_lost(channels, codec)
        layout = "stereo" if are_two_kept else _written_layout(stored, codec)
        self._target.layout = layout
        if codec == "aac":
            bits = _AAC_BITS_PER_CHANNEL if repairs is None else _REPAIRED_BITS_PER_CHANNEL
            self._target.bit_rate = bits * min(2, channels)
        written = self._target.codec_context.format.name
        self._even = EvenSound(
            source,
            span,
            rate=self._target.sample_rate,
            form=written if repairs is None else FORM,
            layout=layout,
            # Other codecs name their channels themselves.
            order=stored.order if context.codec.name.startswith("pcm_") else (),
            are_two_kept=are_two_kept,
            begins_at_zero=is_alone,
        )
        self._has_begun = False
        self._repaired = None
        if repairs is not None:
            self._repaired = RepairedSound(repairs, self._target.sample_rate, layout)

    @property
    def target(self) -> AudioStream:
        """The stream that is written."""
        return self._target

    def convert(self, packet: Packet[Any]) -> list[Packet[Any]]:
        """Return the packets that are complete with ``packet``; what fails leaves silence."""
        try:
            return self._encode(self._even.decode(packet))
        except (av.FFmpegError, ValueError):  # an encoder refuses numbers that are none
            self._even.begin_anew()
            return []

    def finish(self) -> list[Packet[Any]]:
        """Return the packets that were kept back."""
        packets = self._encode(self._even.finish())
        if self._repaired is not None:
            packets += self._encoded(self._repaired.finish())
        # An encoder that was never given a sound has not been opened.
        return packets + self._target.encode(None) if self._has_begun else packets

    def _encode(self, frames: list[AudioFrame]) -> list[Packet[Any]]:
        if self._repaired is not None:
            frames = [ready for frame in frames for ready in self._repaired.push(frame)]
        return self._encoded(frames)

    def _encoded(self, frames: list[AudioFrame]) -> list[Packet[Any]]:
        self._has_begun |= bool(frames)
        return [packet for frame in frames for packet in self._target.encode(frame)]


def _written_layout(stored: SoundLayout, codec: str) -> str:
    """Name the layout that is encoded; the encoder of AAC has a list of those it takes."""
    if codec != "aac":
        return stored.name
    for name in (stored.name, usual_layout(stored.channels)):
        context = cast("Any", av.CodecContext.create("aac", "w"))
        context.sample_rate, context.layout, context.format = CHANGING_RATE, name, "fltp"
        try:
            context.open()
        except av.FFmpegError:
            continue
        return name
    return "stereo"
