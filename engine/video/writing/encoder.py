"""Encoding pictures, apart from any file, so that a film can be encoded piece by piece.

Every piece is made by a fresh encoder with the same settings. It starts with a key frame, nothing
in it refers to another piece, and all pieces share their headers; so they can be joined as they
are, and a piece is the same whenever it is made.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import av
from av import Packet, VideoFrame, VideoStream
from av.codec.context import Flags
from av.container import OutputContainer
from av.video.codeccontext import VideoCodecContext
from av.video.reformatter import ColorRange

from engine.jobs.choices import DEFAULT_QUALITY, PICTURE_FILES, Codec, Container, Encoder
from engine.jobs.errors import OutputProblem, OutputVideoError
from engine.video.colour import written_colour
from engine.video.facts import SourceInfo
from engine.video.frame import Frame
from engine.video.pixels import YuvConverter
from engine.video.writing.codecs import EncoderChoice, choose_encoder
from engine.video.writing.hdr_boxes import boxes_of, with_boxes
from engine.video.writing.realtime import give_up_realtime

_USUAL_RATE = Fraction(25)
_MOST_THREADS = 16
# Fragmented files begin with a whole header, which counts no bytes.
_HEADER_ALONE = {"movflags": "empty_moov+frag_keyframe"}


@dataclass(frozen=True)
class EncodedPicture:
    """One picture of a film as its encoder gave it, in the order of decoding.

    ``pts`` and ``duration`` count ticks of the film's time base.
    """

    data: bytes
    pts: int
    duration: int
    is_key: bool


@dataclass(frozen=True, kw_only=True)
class Encoding:
    """How the pictures of one film are encoded.

    ``quality`` is a constant rate factor (None: the codec's default), ``threads`` how many the
    encoder uses: x264 and x265 choose otherwise with another number.
    """

    codec: Codec
    width: int
    height: int
    time_base: Fraction
    frame_rate: Fraction | None = None
    """Of the written pictures, as players are told it; None where it is not known."""
    quality: int | None = None
    encoder: Encoder = Encoder.AUTO
    threads: int = 1
    has_avx512: bool = False
    """The processor has these instructions (see `choose_encoder`)."""
    preset: str = "medium"

    def __post_init__(self) -> None:
        """Choose what was left open."""
        if self.quality is None:
            object.__setattr__(self, "quality", DEFAULT_QUALITY.get(self.codec))

    @property
    def _rate(self) -> Fraction:
        return self.frame_rate or _USUAL_RATE

    def choice(self, info: SourceInfo) -> EncoderChoice:
        """Return the encoder for pictures of ``info``, as it was found to work here."""
        return choose_encoder(
            self.codec,
            self.encoder,
            info,
            width=self.width,
            height=self.height,
            quality=self.quality,
            preset=self.preset,
            threads=self.threads,
            has_avx512=self.has_avx512,
        )

    def is_replaced(self, info: SourceInfo) -> bool:
        """Tell whether the encoder that was asked for gives way to the processor."""
        return self.encoder not in (Encoder.AUTO, self.choice(info).maker)

    def add_stream(
        self, output: OutputContainer, info: SourceInfo, container: Container
    ) -> VideoStream:
        """Add a stream for pictures of this encoding.

        Raises:
            av.FFmpegError: the encoder does not open.
        """
        boxes = boxes_of(info)
        if boxes:
            return self._add_stream_with(boxes, output, info, container)
        return self._add_plain_stream(output, info, container)

    def _add_stream_with(
        self, boxes: bytes, output: OutputContainer, info: SourceInfo, container: Container
    ) -> VideoStream:
        """Add a stream with ``boxes`` in its description, see `hdr_boxes`."""
        header = BytesIO()
        kind = "mov" if self.codec is Codec.PRORES else "mp4"  # MP4 knows no ProRes
        with av.open(header, "w", format=kind, container_options=_HEADER_ALONE) as alone:
            plain = self._add_plain_stream(alone, info, container)
            extradata = plain.codec_context.extradata
            alone.start_encoding()
        with av.open(BytesIO(with_boxes(header.getvalue(), boxes))) as described:
            template = described.streams.video[0]
            stream = output.add_stream_from_template(template, opaque=True)
        context = stream.codec_context
        # As the encoder gave it: its form tells libavformat that of the packets.
        context.extradata = extradata
        context.codec_tag = plain.codec_context.codec_tag
        context.sample_aspect_ratio = plain.codec_context.sample_aspect_ratio
        context.framerate = self._rate
        stream.time_base = self.time_base
        return stream

    def _add_plain_stream(
        self, output: OutputContainer, info: SourceInfo, container: Container
    ) -> VideoStream:
        choice = self.choice(info)
        options = dict(choice.options)
        stream = cast("VideoStream", output.add_stream(choice.name, self._rate, options))
        self._configure(stream.codec_context, info)
        stream.time_base = self.time_base
        if self.codec is Codec.HEVC and container is not Container.MKV:
            stream.codec_context.codec_tag = "hvc1"  # what Apple's players insist on
        stream.codec_context.open()
        give_up_realtime()
        return stream

    def new_context(self, info: SourceInfo) -> VideoCodecContext:
        """A fresh encoder for pictures of ``info``.

        Raises:
            av.FFmpegError: the encoder does not open.
        """
        choice = self.choice(info)
        context = cast("VideoCodecContext", av.CodecContext.create(choice.name, "w"))
        context.framerate = self._rate
        context.options = dict(choice.options)
        # Headers stand in the container, once; a header per piece would be another in each.
        context.flags |= Flags.global_header
        self._configure(context, info)
        context.open()
        give_up_realtime()
        return context

    def fingerprint(self, info: SourceInfo, output: Path) -> str:
        """Stands for the headers: pieces of different fingerprints do not go into one file.

        Raises:
            OutputVideoError: ENCODER_FAILED, the encoder of ``output`` does not open.
        """
        with _faults(output):
            headers = self.new_context(info).extradata or b""
        return hashlib.sha256(self.choice(info).name.encode() + headers).hexdigest()[:16]

    def _configure(self, context: VideoCodecContext, info: SourceInfo) -> None:
        context.width, context.height = self.width, self.height
        self.choice(info).configure(context)
        context.time_base = self.time_base
        context.sample_aspect_ratio = Fraction(1)
        context.thread_type = "AUTO"
        context.thread_count = self.threads
        self._tag_colour(context, info)

    def _tag_colour(self, context: VideoCodecContext, info: SourceInfo) -> None:
        colour = written_colour(info.colour, self.height)
        is_yuv = self.codec is not Codec.FFV1 and self.codec not in PICTURE_FILES
        context.colorspace = colour.matrix if is_yuv else 0
        context.color_range = ColorRange.MPEG if is_yuv else ColorRange.JPEG
        context.color_primaries, context.color_trc = colour.primaries, colour.transfer


class PictureEncoder:
    """Makes one piece of a film.

    Attributes:
        pixel_format: of the pictures it takes, in libavutil's words.
        time_base: what their times count.
    """

    def __init__(
        self,
        info: SourceInfo,
        output: Path,
        encoding: Encoding,
        *,
        shift: int,
        finish: Sequence[Callable[[VideoFrame, int], None]] = (),
    ) -> None:
        """Open a fresh encoder.

        Args:
            info: the source.
            output: the file that is made; named in errors.
            encoding: the same for all pieces of a film.
            shift: ticks that are taken off each frame's time.
            finish: treatments of each picture before it is encoded, in place; they are given
                the time of its frame in ticks.

        Raises:
            OutputVideoError: ENCODER_FAILED, the encoder does not open.
        """
        self._output, self._encoding, self._shift = output, encoding, shift
        self.time_base, self.size = encoding.time_base, (encoding.width, encoding.height)
        self.pixel_format = encoding.choice(info).pixel_format
        with _faults(output):
            self._context = encoding.new_context(info)
        self._durations: dict[int, int] = {}
        self._colour = written_colour(info.colour, encoding.height)
        self._finish = tuple(finish)
        self._converter = YuvConverter(
            encoding.width,
            encoding.height,
            self.pixel_format,
            matrix=self._colour.matrix,
            is_gray=info.is_gray,
        )

    def encode(self, frame: Frame) -> list[EncodedPicture]:
        """Take one frame, whatever its size; its time has to follow the last one's.

        Raises:
            OutputVideoError: ENCODER_FAILED.
        """
        return self.encode_picture(self.prepare(frame))

    def prepare(self, frame: Frame) -> VideoFrame:
        """What is encoded of a frame."""
        picture = self._converter.convert(frame.data)
        for change in self._finish:
            change(picture, frame.pts)
        ticks = Fraction(frame.time_base, self._encoding.time_base)
        picture.time_base = self._encoding.time_base
        picture.pts = round(frame.pts * ticks) - self._shift
        picture.duration = round(frame.duration * ticks)
        return picture

    def encode_picture(self, picture: VideoFrame) -> list[EncodedPicture]:
        """The same for what `prepare` made.

        Raises:
            OutputVideoError: ENCODER_FAILED.
        """
        # ProRes writes those of the picture, not of the stream, into each frame.
        picture.color_primaries = self._colour.primaries
        picture.color_trc = self._colour.transfer
        assert picture.pts is not None  # set by `prepare`
        self._durations[picture.pts] = picture.duration
        with _faults(self._output):
            return self._pictures(self._context.encode(picture))

    def finish(self) -> list[EncodedPicture]:
        """Give out what the encoder kept back; it takes no more frames.

        Raises:
            OutputVideoError: ENCODER_FAILED.
        """
        with _faults(self._output):
            return self._pictures(self._context.encode(None))

    def _pictures(self, packets: Iterable[Packet[Any]]) -> list[EncodedPicture]:
        pictures = []
        for packet in packets:
            time = packet.pts or 0
            # Not every encoder hands it through, and the last picture would lose its own.
            duration = self._durations.pop(time, packet.duration or 0)
            pictures.append(EncodedPicture(bytes(packet), time, duration, packet.is_keyframe))
        return pictures


@contextlib.contextmanager
def _faults(output: Path) -> Iterator[None]:
    try:
        yield
    except av.FFmpegError as exc:
        detail = exc.strerror or str(exc)
        raise OutputVideoError(output, OutputProblem.ENCODER_FAILED, detail) from exc


def library_version() -> str:
    """The version of FFmpeg that decodes and encodes."""
    return av.ffmpeg_version_info


def usual_threads() -> int:
    """Threads for an encoder on this computer."""
    return min(os.cpu_count() or 1, _MOST_THREADS)


def decoding_times(times: Sequence[int]) -> list[int]:
    """When pictures are to be decoded, in ticks.

    The encoders' own decoding times fit one piece; behind a join they could run backwards where
    the frames come unevenly. So all are made anew, as x264 makes them: the sorted presentation
    times, late by as many pictures as the order of decoding needs.

    Args:
        times: presentation times in the order of decoding, each once.

    Returns:
        Increasing times, none later than its presentation.
    """
    shown = sorted(times)
    ranks = {time: rank for rank, time in enumerate(shown)}
    delay = max((index - ranks[time] for index, time in enumerate(times)), default=0)
    if not delay:
        return shown
    lead = shown[delay] - shown[0]
    return [time - lead for time in shown[:delay]] + shown[: len(shown) - delay]


def packets_of(
    pictures: Iterable[EncodedPicture],
    times: Sequence[int],
    stream: VideoStream,
    time_base: Fraction,
) -> Iterator[Packet[Any]]:
    """Make packets of ``stream`` of all pictures of a film.

    Args:
        pictures: in the order of decoding.
        times: the presentation times of all of them, in the same order.
        stream: made by `Encoding.add_stream`.
        time_base: what the times count.
    """
    for picture, dts in zip(pictures, decoding_times(times), strict=True):
        packet = Packet(picture.data)
        packet.stream = stream
        packet.time_base = time_base
        packet.pts, packet.dts, packet.duration = picture.pts, dts, picture.duration
        packet.is_keyframe = picture.is_key
        yield packet
