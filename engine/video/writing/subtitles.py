"""Subtitles of text, turned into the kind that a container takes."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, cast

import av
from av import Packet
from av.container import OutputContainer
from av.subtitles.stream import SubtitleStream

from engine.video.reading.even_sound import time_of
from engine.video.timeline import TickRange

_MILLISECOND = Fraction(1, 1000)


class ConvertedSubtitles:
    """Turns subtitles of text into another kind, which keeps words, lines, italics and times."""

    def __init__(
        self, source: SubtitleStream, output: OutputContainer, span: TickRange, codec: str
    ) -> None:
        """Add a track of ``codec`` to ``output``, for the part of ``source`` in ``span``."""
        self._source, self._span = source, span
        source.codec_context.open(strict=False)
        self._target = cast("SubtitleStream", output.add_stream(codec))
        self._target.codec_context.subtitle_header = source.codec_context.subtitle_header
        self._target.codec_context.time_base = _MILLISECOND
        self._target.time_base = _MILLISECOND

    @property
    def target(self) -> SubtitleStream:
        """The stream that is written."""
        return self._target

    def convert(self, packet: Packet[Any]) -> list[Packet[Any]]:
        """Return what is written of ``packet``; nothing where it holds no text."""
        time = time_of(packet)
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
        """Return the packets that were kept back: none."""
        return []
