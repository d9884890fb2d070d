"""Decoding of one video stream, with every fault counted and none fatal."""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

import av
from av import Packet, VideoFrame, VideoStream
from av import time_base as av_time_base
from av.codec.context import CodecContext, Flags
from av.container import InputContainer
from av.stream import DataStream, Discard, Disposition, Stream

from engine.files.discs import title_parts
from engine.files.sequences import files_of, find_sequence, sequences_in
from engine.jobs.errors import InputProblem, InputVideoError
from engine.video.facts import GOPRO, Section
from engine.video.geometry import sane_aspect
from engine.video.reading.image_sequence import DEFAULT_RATE, open_sequence
from engine.video.reading.packet_times import PacketTimes, stated_end

# Demuxers that make "videos" of text or of single pictures.
_NOT_VIDEO_FORMATS = frozenset({"tty", "bin", "xbin", "adf", "idf", "lrc", "srt", "ass"})
# Lists of other files and addresses: a film never opens what it did not bring along.
_LIST_FORMATS = frozenset(
    {"hls", "applehttp", "dash", "concat", "concatf", "imf", "webm_dash_manifest", "sdp", "rtsp"}
    | {"rtp", "sap", "ism", "vapoursynth", "avisynth", "libgme", "libmodplug"}
)
_OPENING = {
    "format_whitelist": ",".join(sorted(av.formats_available - _LIST_FORMATS)),
    "protocol_whitelist": "file,concat,subfile",
}
# Without a container it looks like a single picture.
_MOTION_JPEG_SUFFIXES = frozenset({".mjpeg", ".mjpg"})
_PHOTO_BRANDS = frozenset({"heic", "heix", "heim", "heis", "mif1", "avif", "jxl "})
_MOST_PHOTO_BYTES = 256 << 20
_FILM_START = re.compile(rb"\0\0\0[\x10-\x40]ftyp(?:mp4|iso|qt|avc|MSNV|3gp)")
_STILL = Disposition.attached_pic | Disposition.timed_thumbnails | Disposition.still_image
# AVI has no times at which pictures are shown, and libavformat does not find out those of these.
_REORDERING = frozenset({"h264", "hevc"})
# In these containers the pictures alone say of which shape they are, each for itself.
_SHAPE_IN_PICTURES = frozenset({"mpegts", "mpeg", "mpegvideo", "dv", "h264", "hevc", "m4v", "wtv"})
_COUNTED_PACKETS = 400
_IO_ERRORS = frozenset({errno.EIO, errno.ESTALE, errno.ENXIO, errno.ENODEV, errno.EACCES})

# Data that tells of a file, a disc or a broadcast, and of nothing in the film.
# In MOV, "bin_data" is also the text of chapters.
_OWN_DATA = frozenset({"bin_data", "dvd_nav_packet", "epg", "scte_35", "smpte_2038"})
_OWN_DATA_HANDLERS = ("hint", "mpeg-4 scene", "mpeg-4 od", "timecode", "time code", "gopro sos")

_OTHER_HANDLERS = ("meta", "sound")

_TRIED_BYTES = 1 << 20


def open_source(path: Path, sequence_rate: Fraction | None = None) -> InputContainer:
    """Open ``path`` for reading; with the title of a DVD that begins there, all its files.

    Args:
        path: a file, or what `find_sequence` takes for an image sequence.
        sequence_rate: of an image sequence, in pictures per second.

    Raises:
        InputVideoError: the file is missing, unreadable, empty or not a video.
    """
    sequence = find_sequence(path)
    if sequence is not None:
        return open_sequence(sequence, sequence_rate or DEFAULT_RATE)
    _check_readable(path)
    container = _opened(path)
    if container.format.name == "jpeg_pipe" and path.suffix.lower() in _MOTION_JPEG_SUFFIXES:
        container.close()
        container = _opened(path, "mjpeg")
    if _is_photo(container):
        container.close()
        start = _film_in_photo(path)
        if start is None:
            raise InputVideoError(path, InputProblem.PHOTO)
        container = _opened(path, url=f"subfile,,start,{start},end,0,,:{path.absolute()}")
    if container.format.name in _NOT_VIDEO_FORMATS:
        name = container.format.name
        container.close()
        raise InputVideoError(path, InputProblem.NOT_A_VIDEO, name)
    return container


def _is_photo(container: InputContainer) -> bool:
    name = container.format.name
    if name == "image2" or name.endswith("_pipe"):
        return True
    is_photo_brand = container.metadata.get("major_brand") in _PHOTO_BRANDS
    return is_photo_brand and all(_is_single(stream) for stream in container.streams.video)


def _is_single(stream: VideoStream) -> bool:
    return stream.frames <= 1 or bool(stream.disposition & _STILL)


def _film_in_photo(path: Path) -> int | None:
    """Return where the film begins that a phone appended to a photo; None where it did not.

    Source: the Motion Photo format of Android: an MP4 file after the end of a JPEG.
    """
    with path.open("rb") as file:
        data = file.read(_MOST_PHOTO_BYTES)
    found = _FILM_START.search(data, 1)
    return None if found is None else found.start()


def _opened(path: Path, form: str | None = None, *, url: str | None = None) -> InputContainer:
    try:
        # Old recorders wrote titles in their own character sets; the picture is not lost for it.
        return av.open(
            url or _url(path),
            mode="r",
            format=form,
            container_options=_OPENING,
            metadata_errors="replace",
        )
    except av.FFmpegError as exc:
        is_unread = exc.errno in _IO_ERRORS and _is_unreadable(path, 0)
        reason = InputProblem.READ_FAILED if is_unread else InputProblem.NOT_A_VIDEO
        raise InputVideoError(path, reason, str(exc)) from exc


def _url(path: Path) -> str:
    parts = [str(part.absolute()) for part in title_parts(path)]
    is_joinable = len(parts) > 1 and not any("|" in part for part in parts)
    return "concat:" + "|".join(parts) if is_joinable else parts[0]


def _check_readable(path: Path) -> None:
    try:
        if path.is_dir():
            patterns = [found.pattern.name for found in sequences_in(path)]
            reason = InputProblem.SEVERAL_SEQUENCES if patterns else InputProblem.IS_FOLDER
            raise InputVideoError(path, reason, ", ".join(patterns))
        if path.exists() and not path.is_file():
            raise InputVideoError(path, InputProblem.NOT_A_VIDEO)
        with path.open("rb") as file:
            if not file.read(1):
                raise InputVideoError(path, InputProblem.EMPTY_FILE)
    except FileNotFoundError as exc:
        raise InputVideoError(path, InputProblem.NOT_FOUND) from exc
    except PermissionError as exc:
        raise InputVideoError(path, InputProblem.NO_PERMISSION) from exc
    except OSError as exc:
        if exc.errno == errno.ENAMETOOLONG:
            raise InputVideoError(path, InputProblem.NOT_FOUND) from exc
        raise InputVideoError(path, InputProblem.READ_FAILED, os.strerror(exc.errno or 0)) from exc


def read_packets(
    path: Path,
    container: InputContainer,
    streams: Sequence[Stream],
    times: PacketTimes | None = None,
) -> Iterator[Packet[Any]]:
    """Yield the packets of ``streams``, and at the end an empty one for each, to flush decoders.

    What libavformat cannot parse any more ends the file, as what came before is worth keeping.

    Args:
        path: the file.
        container: the same, opened.
        streams: of the container.
        times: mends those of the packets; its default knows nothing of the file's sections.

    Raises:
        InputVideoError: READ_FAILED, when the file cannot be read any further.
    """
    yield from (times or PacketTimes()).mend(_stored_packets(path, container, streams))


def _stored_packets(
    path: Path, container: InputContainer, streams: Sequence[Stream]
) -> Iterator[Packet[Any]]:
    position = 0
    try:
        for packet in container.demux(*streams):
            position = packet.pos or position
            # An empty packet in mid-stream stands for a dropped frame; to a decoder it
            # would mean the end.
            if packet.size or (packet.dts is None and packet.pts is None):
                yield packet
    except av.FFmpegError as exc:
        if exc.errno in _IO_ERRORS and _is_unreadable(path, position):
            raise InputVideoError(path, InputProblem.READ_FAILED, str(exc)) from exc
        for stream in streams:
            packet = Packet()
            packet.stream = stream
            yield packet
    except OSError as exc:  # a picture of an image sequence has gone
        raise InputVideoError(path, InputProblem.READ_FAILED, exc.strerror or str(exc)) from exc


def _is_unreadable(path: Path, position: int) -> bool:
    """Tell whether the disk is at fault: libavformat says the same of a file that is cut off."""
    try:
        for part in files_of(path):
            with part.open("rb") as file:
                for start in (0, position, max(0, part.stat().st_size - _TRIED_BYTES)):
                    file.seek(start)
                    file.read(_TRIED_BYTES)
    except OSError:
        return True
    return False


def main_stream(path: Path, container: InputContainer) -> VideoStream:
    """Return the video stream to restore: the default one, never a cover or a single picture.

    Raises:
        InputVideoError: there is no moving picture, or nothing here can decode it.
    """
    streams = moving_streams(container)
    if not streams:
        raise InputVideoError(path, InputProblem.NO_PICTURE)
    if len(streams) > 1:
        counts = _picture_counts(path)
        streams = [s for s in streams if counts[s.index] > 1] or streams
    stream = next((s for s in streams if s.disposition & Disposition.default), streams[0])
    if stream.codec_context is None:
        raise InputVideoError(path, InputProblem.NOTHING_DECODES, "no decoder")
    return stream


def _picture_counts(path: Path) -> Counter[int]:
    """Count the packets of each video stream at the beginning of ``path``; index: packets.

    A thumbnail may be a track like any other, and be called the default one.
    """
    counts: Counter[int] = Counter()
    with open_source(path) as container, contextlib.suppress(av.FFmpegError):
        for packet in islice(container.demux(container.streams.video), _COUNTED_PACKETS):
            counts[packet.stream.index] += packet.size > 0
    return counts


def moving_streams(container: InputContainer) -> list[VideoStream]:
    """Return the video streams of ``container`` without its still pictures."""
    return [s for s in container.streams.video if not s.disposition & _STILL]


def codec_name(stream: Stream) -> str:
    """Return libavcodec's name for the codec of ``stream``, "unknown" if it knows none."""
    # PyAV gives a stream that nothing here can decode no context, though its types say so.
    context = cast("CodecContext | None", stream.codec_context)
    return "unknown" if context is None else context.codec.canonical_name


def is_timecode(stream: DataStream) -> bool:
    """Tell whether the track is a time code; libavformat reads one in MOV from any unknown data."""
    handler = stream.metadata.get("handler_name", "").lower()
    return "timecode" in stream.metadata and not any(word in handler for word in _OTHER_HANDLERS)


def data_kind(stream: DataStream) -> str | None:
    """Return a word for the data that ``stream`` holds.

    None where it is about the old file only (hints for sending it, menus of a DVD), or is a time
    code, which is known from the metadata.
    """
    handler = stream.metadata.get("handler_name", "")
    is_own = any(word in handler.lower() for word in _OWN_DATA_HANDLERS)
    if is_own or is_timecode(stream):
        return None
    if stream.name == "bin_data" and "gopro met" in handler.lower():
        return GOPRO
    if stream.name in _OWN_DATA:
        return None
    return handler or stream.name or "unknown"


class PictureDecoder:
    """Decodes the pictures of one stream, in the order in which they are shown.

    Attributes:
        container: the opened source.
        stream: the video stream that is decoded.
        sections: of the file, by `find_sections`; packets have the times of the first one's clock.
        is_timed_by_decoding: the file has no times at which pictures are shown; ``opaque`` of
            each is the time at which it was decoded, see `DecodingTimes`.
    """

    def __init__(
        self,
        path: Path,
        stream_index: int | None = None,
        sections: tuple[Section, ...] = (),
        sequence_rate: Fraction | None = None,
    ) -> None:
        """Open ``path``; decode the stream with this index (None: the main stream).

        Raises:
            InputVideoError: see `open_source` and `main_stream`.
        """
        self._path, self.sections = path, sections
        self._faults = 0
        self._skipped_seconds: Fraction | None = None
        self.container = open_source(path, sequence_rate)
        try:
            if stream_index is None:
                self.stream = main_stream(path, self.container)
            else:
                self.stream = self._stream_at(stream_index)
        except InputVideoError:
            self.container.close()
            raise
        self._times = self._new_times()
        name = self.container.format.name.partition(",")[0]
        self.is_timed_by_decoding = name == "avi" and codec_name(self.stream) in _REORDERING
        if self.is_timed_by_decoding:
            self.stream.codec_context.flags |= Flags.copy_opaque
        self._is_shape_in_pictures = name in _SHAPE_IN_PICTURES
        # Threads by slice, not by frame: with frame threads libavcodec reports an error some
        # packets late, and PyAV then drops the good pictures that were decoded with it.
        self.stream.thread_type = "SLICE"
        for other in self.container.streams:
            if other.index != self.stream.index:
                other.discard = Discard.all

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.container.close()

    def packets(self) -> Iterator[Packet[Any]]:
        """Yield the packets of the stream, and an empty one at the end that flushes the decoder.

        Raises:
            InputVideoError: READ_FAILED, when the file cannot be read any further.
        """
        # What is read after a seek has nothing to do with what was read before.
        self._faults += self._mended
        self._times = self._new_times()
        packets = read_packets(self._path, self.container, [self.stream], self._times)
        if self._skipped_seconds is not None:
            packets = _from_key_before(packets, self._skipped_seconds)
        yield from packets

    def seek(self, seconds: Fraction) -> bool:
        """Go to a key frame before a time; tell whether that is possible.

        Times of a file with sections lead nowhere in it: there, what comes before is skipped.
        """
        if self.sections:
            self._skipped_seconds = seconds
            return True
        try:
            self.container.seek(round(seconds * av_time_base))
        except av.FFmpegError:
            return False
        return True

    @property
    def sample_aspect(self) -> Fraction:
        """Width by height of a stored pixel, as of the last picture that was decoded."""
        stated = self.stream.sample_aspect_ratio
        if self._is_shape_in_pictures:
            stated = self.stream.codec_context.sample_aspect_ratio or stated
        return sane_aspect(stated)

    @property
    def damaged_count(self) -> int:
        """Packets and frames that could not be decoded, or only in part, or had no sane time."""
        return self._faults + self._mended

    @property
    def _mended(self) -> int:
        return self._times.mended_counts.get(self.stream.index, 0)

    def decode(self, packet: Packet[Any]) -> list[VideoFrame]:
        """Return the pictures that ``packet`` completes; faults are counted."""
        if self.is_timed_by_decoding:
            packet.opaque = packet.dts
        try:
            frames = self.stream.decode(packet if packet.size else None)
        except av.FFmpegError:
            self._faults += 1
            return []
        self._faults += sum(frame.is_corrupt for frame in frames)
        return frames

    def _new_times(self) -> PacketTimes:
        return PacketTimes(self.sections, stated_end(self.container))

    def _stream_at(self, index: int) -> VideoStream:
        for stream in moving_streams(self.container):
            if stream.index == index:
                return stream
        raise InputVideoError(self._path, InputProblem.NO_PICTURE)


def _from_key_before(packets: Iterator[Packet[Any]], seconds: Fraction) -> Iterator[Packet[Any]]:
    """Leave out the packets before the last key frame that is not later than ``seconds``."""
    group: list[Packet[Any]] = []
    for packet in packets:
        time = packet.dts if packet.pts is None else packet.pts
        is_late = time is not None and time * packet.time_base > seconds
        if is_late or not packet.size:
            yield from group
            yield packet
            break
        if packet.is_keyframe:
            group.clear()
        group.append(packet)
    yield from packets
