"""Everything beside the picture: sound, subtitles, attachments, chapters and titles of a source.

Sound is copied packet for packet; where the container cannot hold it, it is converted to AAC
at its own times, and subtitles of text to the container's own kind.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from av import AudioStream, Packet
from av.container import InputContainer, OutputContainer
from av.stream import DataStream, Disposition, Stream
from av.subtitles.stream import SubtitleStream

from engine.jobs.choices import Container
from engine.jobs.events import Warned, WarningKind
from engine.video.reading.decoder import codec_name, data_kind, open_source, read_packets
from engine.video.reading.range_packets import RangePackets
from engine.video.sound_layout import usual_layout
from engine.video.sound_plan import SoundPlan
from engine.video.writing import timecode
from engine.video.writing.containers import (
    CHAPTERS,
    TIMECODE,
    TITLES,
    Part,
    Treatment,
    attachment_treatment,
    converted_codec,
    cover_treatment,
    data_treatment,
    has_deep_sound,
    repaired_codec,
    sound_losses,
    sound_treatment,
    subtitle_treatment,
    text_codec,
)
from engine.video.writing.sound import ConvertedSound, CopiedTrack
from engine.video.writing.subtitles import ConvertedSubtitles
from engine.video.writing.tags import add_date, describe_stream, lasting_tags
from engine.video.writing.telephone import add_track, is_telephone

if TYPE_CHECKING:
    from av.audio.codeccontext import AudioCodecContext
    from av.container.core import Chapter

    from engine.video.facts import SoundTrack, SourceInfo
    from engine.video.sound_filters import SoundChain

ORIGINAL_SOUND = "Original sound"
"""Title of the track that is there beside a repaired one."""

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
        lowered: Mapping[Part, Treatment] | None = None,
        sound: SoundPlan | None = None,
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
            lowered: parts that are treated worse than ``container`` is known to require, see
                `engine.video.writing.fitting`.
            sound: repairs of sound tracks.

        Raises:
            InputVideoError: the source cannot be opened any more.
        """
        self._info, self._output, self._container = info, output, container
        self._lowered, self._sound = lowered or {}, sound or SoundPlan()
        self._start, self._end = start_seconds, end_seconds
        self._on_warning = on_warning
        self._source = open_source(info.path)
        self._second: InputContainer | None = None
        self._reading = RangePackets(info, self._source, start_seconds, end_seconds)
        self._tracks: dict[int, list[CopiedTrack | ConvertedSound | ConvertedSubtitles]] = {}
        self._covers: list[Packet[Any]] = []
        for part, copy in (
            (TITLES, self._copy_titles),
            (TIMECODE, lambda: self._copy_timecode(frame_rate)),
            (CHAPTERS, self._copy_chapters),
        ):
            if self._treatment(part) is Treatment.KEPT:
                copy()
            else:
                self._on_warning(Warned(WarningKind.DETAILS_DROPPED, detail=part))
        self._add_sound()
        self._add_subtitles()
        self._add_attachments()
        self._add_covers()
        self._add_data()
        if info.video_stream_count > 1:
            self._on_warning(Warned(WarningKind.PICTURE_DROPPED, count=info.video_stream_count - 1))
        self._packets = self._reading.read(list(self._tracks))
        self._next: Packet[Any] | None = None

    def close(self) -> None:
        """Close the source."""
        self._reading.close()
        self._source.close()
        if self._second is not None:
            self._second.close()

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
            if seconds is not None and self._reading.output_seconds(packet) > seconds:
                self._next = packet
                return
            for track in self._tracks[packet.stream.index]:
                yield from track.convert(packet)
        if seconds is None:
            for track in chain.from_iterable(self._tracks.values()):
                yield from track.finish()

    def _copy_titles(self) -> None:
        tags = lasting_tags(self._source.metadata)
        if self._info.location:
            tags.setdefault("location", self._info.location)
        recorded = self._info.recorded_at(self._start or 0.0)
        if recorded:
            add_date(tags, recorded)
        self._output.metadata.update(tags)
        # Its other tags tell of the old encoder, and its turn is done.
        picture = lasting_tags(self._source.streams[self._info.stream_index].metadata)
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
        if max(rate, frame_rate) > timecode.MOST_RATE:
            self._on_warning(Warned(WarningKind.DETAILS_DROPPED, detail=TIMECODE))
        if label is not None:
            self._output.metadata["timecode"] = label

    def _copy_chapters(self) -> None:
        chapters: list[Chapter] = []
        for chapter in self._source.chapters() or self._recordings():
            span = self._reading.span(chapter["time_base"])
            first = max(chapter["start"], span.shift)
            last = chapter["end"] if span.stop is None else min(chapter["end"], span.stop)
            if last > first:
                chapter["start"], chapter["end"] = first - span.shift, last - span.shift
                chapters.append(chapter)
        self._output.set_chapters(chapters)

    def _recordings(self) -> list[Chapter]:
        """Return a chapter for each recording of a tape."""
        origin = self._info.start_seconds
        return [
            {
                "id": number,
                "start": round((origin + recording.start_seconds) * 1000),
                "end": round((origin + recording.start_seconds + recording.length_seconds) * 1000),
                "time_base": Fraction(1, 1000),
                "metadata": {"title": recording.date.replace("T", " ")},
            }
            for number, recording in enumerate(self._info.recordings)
        ]

    def _treatment(self, part: Part, usual: Treatment = Treatment.KEPT) -> Treatment:
        return max(usual, self._lowered.get(part, Treatment.KEPT))

    def _add_sound(self) -> None:
        for track in self._info.sound:
            source = cast("AudioStream", self._source.streams[track.index])
            treatment = self._sound_treatment(track, source)
            repairs = self._sound.chains.get(track.index)
            is_lost = treatment is Treatment.DROPPED or track.is_guessed
            if repairs is not None and not is_lost:
                self._add_repaired(track, source, repairs)
                if not self._sound.keeps_original:
                    continue
                self._output.streams[-1].disposition = Disposition.default
            for loss in sound_losses(track, self._container, treatment):
                self._on_warning(loss)
            if treatment is Treatment.DROPPED:
                continue
            if track.is_guessed:
                self._copy_undescribed(track, source)
            elif treatment is Treatment.KEPT and is_telephone(track.codec, self._container):
                self._copy_to(add_track(self._output, source, track.codec), source)
            elif treatment is Treatment.KEPT:
                self._copy(source)
            else:
                codec = converted_codec(track.codec, self._container)
                is_changing = treatment is Treatment.EVENED
                self._add_converted(track, source, codec, is_changing=is_changing)
            if repairs is not None and not is_lost:
                self._mark_as_original()

    def _add_repaired(self, track: SoundTrack, source: AudioStream, repairs: SoundChain) -> None:
        codec = repaired_codec(self._container, is_deep=has_deep_sound(track.codec))
        is_changing = self._treatment(track.index) is Treatment.EVENED
        self._add_converted(track, source, codec, is_changing=is_changing, repairs=repairs)

    def _add_converted(
        self,
        track: SoundTrack,
        source: AudioStream,
        codec: str,
        *,
        is_changing: bool,
        repairs: SoundChain | None = None,
    ) -> None:
        if track.index in self._tracks:  # a decoder takes each packet once
            self._second = self._second or open_source(self._info.path)
            source = cast("AudioStream", self._second.streams[track.index])
        converted = ConvertedSound(
            source,
            self._output,
            self._reading.span(source.time_base),
            codec,
            is_changing=is_changing,
            is_alone=self._container is Container.FOLDER,
            repairs=repairs,
        )
        describe_stream(converted.target, source)
        self._tracks.setdefault(track.index, []).append(converted)

    def _mark_as_original(self) -> None:
        """Say of the track that was added last that it is there beside a repaired one."""
        target = self._output.streams[-1]
        target.disposition = Disposition(0)
        for name in ("title", "handler_name"):
            target.metadata[name] = ORIGINAL_SOUND

    def _sound_treatment(self, track: SoundTrack, source: AudioStream) -> Treatment:
        usual = sound_treatment(track, self._container)
        context = cast("AudioCodecContext | None", source.codec_context)
        is_written = context is None or context.codec.name in self._output.supported_codecs
        is_written |= is_telephone(track.codec, self._container)
        if not is_written:
            usual = max(usual, Treatment.CONVERTED)
        return self._treatment(track.index, usual)

    def _add_subtitles(self) -> None:
        for source in self._source.streams.subtitles:
            codec = codec_name(source)
            treatment = self._treatment(source.index, subtitle_treatment(codec, self._container))
            if treatment is Treatment.KEPT:
                self._copy(source)
            elif treatment is Treatment.CONVERTED:
                self._on_warning(Warned(WarningKind.SUBTITLES_CONVERTED, detail=codec))
                converted = ConvertedSubtitles(
                    source,
                    self._output,
                    self._reading.span(source.time_base),
                    text_codec(self._container),
                )
                describe_stream(converted.target, source)
                self._tracks[source.index] = [converted]
            else:
                self._on_warning(Warned(WarningKind.STREAM_DROPPED, detail=codec))

    def _add_attachments(self) -> None:
        usual, lost = attachment_treatment(self._container), 0
        for attachment in self._source.streams.attachments:
            if self._treatment(attachment.index, usual) is Treatment.KEPT:
                self._output.add_stream_from_template(attachment)
            else:
                lost += 1
        if lost:
            self._on_warning(Warned(WarningKind.ATTACHMENT_DROPPED, count=lost))

    def _add_covers(self) -> None:
        for source in self._source.streams.video:
            if not source.disposition & Disposition.attached_pic:
                continue
            codec = codec_name(source)
            packet = self._cover_packet(source.index)
            is_held = cover_treatment(self._container) is Treatment.KEPT and codec in _COVER_NAMES
            if not is_held:
                self._on_warning(Warned(WarningKind.ATTACHMENT_DROPPED))
            elif packet is None or self._treatment(source.index) is not Treatment.KEPT:
                self._on_warning(Warned(WarningKind.COVER_DROPPED))
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
            usual = Treatment.DROPPED if kind is None else data_treatment(kind, self._container)
            if self._treatment(source.index, usual) is Treatment.KEPT:
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
        self._copy_to(self._output.add_stream_from_template(source), source)

    def _copy_to(self, target: Stream, source: AudioStream | SubtitleStream | DataStream) -> None:
        describe_stream(target, source)
        copied = CopiedTrack(
            target,
            self._reading.span(source.time_base),
            container=self._container,
            codec=codec_name(source),
        )
        self._tracks.setdefault(source.index, []).append(copied)

    def _copy_undescribed(self, track: SoundTrack, source: AudioStream) -> None:
        # The header is that of an encoder of the same sound, which describes it alike.
        target = self._output.add_stream("aac", rate=track.sample_rate)
        target.layout = usual_layout(track.channels)
        describe_stream(target, source)
        span = self._reading.span(source.time_base)
        copied = CopiedTrack(target, span, container=self._container)
        self._tracks.setdefault(track.index, []).append(copied)
