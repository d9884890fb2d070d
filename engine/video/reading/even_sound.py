"""Sound of a track as it is heard: decoded, of one kind, without gaps."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import av
from av import AudioStream, Packet
from av.audio.frame import AudioFrame
from av.filter import Graph

from engine.video.sound_filters import pulled
from engine.video.sound_layout import frame_layout_name
from engine.video.timeline import TickRange

# Digital video, IEC 61834-2: bytes of 16-bit stereo that belong to one picture, at each rate.
_DV_FORMATS = frozenset({"dv", "avi"})
_DV_RATES = (48_000, 44_100, 32_000)
_DV_BYTES_PER_SAMPLE = 4
_DV_TOLERANCE = 0.04


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


class EvenSound:
    """Decodes the sound of a range to one rate, format and layout; gaps are filled with silence."""

    def __init__(
        self,
        source: AudioStream,
        span: TickRange,
        *,
        rate: int,
        form: str,
        layout: str,
        order: tuple[int, ...] = (),
        are_two_kept: bool = False,
        begins_at_zero: bool = False,
    ) -> None:
        """Prepare to decode.

        Args:
            source: the sound; `sound_layout.make_safe` was called for it.
            span: the range.
            rate: samples a second of what comes out.
            form: its sample format.
            layout: its channels.
            order: which stored channel each channel is, where they are stored in another order.
            are_two_kept: of more channels, the first two are all that is wanted.
            begins_at_zero: silence stands for a late start.
        """
        self._source, self._span = source, span
        self._rate, self._format, self._layout = rate, form, layout
        self._order, self._are_two_kept = order, are_two_kept
        self._first_time = ":first_pts=0" if begins_at_zero else ""
        self._kind: tuple[object, ...] = ()
        self._stated: int | None = None
        self._following: Fraction | None = None
        self._evened: Graph | None = None
        self._joined: Graph | None = None

    def decode(self, packet: Packet[Any]) -> list[AudioFrame]:
        """Return the sound that is complete with ``packet``; what fails leaves silence."""
        rate = dv_rate(packet)
        try:
            frames = self._source.decode(packet if packet.size else None)
        except av.FFmpegError:
            return []
        ready: list[AudioFrame] = []
        for frame in frames:
            if rate is not None:
                frame.sample_rate = rate
            try:
                ready += self._take(frame)
            except (av.FFmpegError, ValueError):
                # What a decoder makes of damaged sound may be no sound, or in no known form.
                self.begin_anew()
        return ready

    def begin_anew(self) -> None:
        """Forget the sound that was not given out yet."""
        self._evened = self._joined = None

    def finish(self) -> list[AudioFrame]:
        """Return the sound that was kept back."""
        if self._joined is None:
            return []
        ready = self._change(None)
        self._joined.push(None)
        return [*ready, *pulled(self._joined)]

    def _take(self, frame: AudioFrame) -> list[AudioFrame]:
        time = self._time_of(frame)
        layout = frame_layout_name(frame)
        if time is None or not self._span.contains(time) or not frame.samples:
            return []
        frame.pts = time - self._span.shift
        kind = (frame.sample_rate, frame.format.name, layout)
        ready: list[AudioFrame] = []
        if self._evened is None or kind != self._kind:
            ready = self._change(self._make_graph(frame, layout))
            self._kind = kind
        assert self._evened is not None
        self._evened.push(frame)
        return ready + self._join(self._evened)

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

    def _change(self, evened: Graph | None) -> list[AudioFrame]:
        """End with sound of one kind, and go on with another: one graph takes one kind."""
        ready: list[AudioFrame] = []
        if self._evened is not None:
            self._evened.push(None)
            ready = self._join(self._evened)
        self._evened = evened
        return ready

    def _join(self, evened: Graph) -> list[AudioFrame]:
        ready: list[AudioFrame] = []
        for frame in pulled(evened):
            if self._joined is None:
                self._joined = self._make_joining_graph(frame)
            self._joined.push(frame)
            ready += pulled(self._joined)
        return ready

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
        form = f"sample_fmts={self._format}:sample_rates={self._rate}"
        nodes.append(graph.add("aformat", f"{form}:channel_layouts={self._layout}"))
        # Where nothing is resampled, filters leave the time base of the source as it is.
        nodes.append(graph.add("asettb", f"1/{self._rate}"))
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
        form = f"sample_fmts={self._format}:sample_rates={self._rate}"
        graph.link_nodes(
            source,
            graph.add("aresample", f"async=1{self._first_time}"),
            graph.add("aformat", f"{form}:channel_layouts={self._layout}"),
            graph.add("abuffersink"),
        )
        graph.configure()
        return graph


def time_of(packet: Packet[Any]) -> int | None:
    """Return the time at which ``packet`` is shown or heard, in its ticks."""
    return packet.pts if packet.pts is not None else packet.dts
