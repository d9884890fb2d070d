"""The first look at a source: what it is, how it has to be shown, whether it can be restored."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from itertools import pairwise
from math import atan2, degrees
from pathlib import Path
from statistics import median
from typing import cast

from av import VideoFrame, VideoStream
from av import time_base as av_time_base
from av.audio.codeccontext import AudioCodecContext
from av.buffer import Buffer
from av.container import InputContainer

from engine.errors import InputProblem, InputVideoError
from engine.video.colour import Colour, matrix_for
from engine.video.decoder import PictureDecoder, codec_name, moving_streams
from engine.video.geometry import display_size, is_quarter_turn

_UNTAGGED = 2
_RGB_MATRIX = 0
_BT2020_MATRICES = (9, 10)
_HDR_TRANSFERS = (16, 18)  # PQ and HLG, ISO/IEC 23091-2 table 3

# Enough to judge the rhythm of the frames, little enough to be read in about a second.
_LOOK_PACKETS = 3000
_LOOK_BYTES = 64 << 20
_LOOK_FRAMES = 4
# A stream that starts in the middle of a long group of pictures has this many packets before
# the first that decodes; an encrypted one is given up after them.
_HOPELESS_PACKETS = 1000

_RATE_TOLERANCE = Fraction(1, 200)
_COMMON_RATES = [
    Fraction(rate) for rate in (10, 12, 15, 16, 18, 20, 24, 25, 30, 48, 50, 60, 100, 120)
] + [Fraction(rate * 1000, 1001) for rate in (15, 24, 30, 48, 60, 120)]


@dataclass(frozen=True, kw_only=True)
class SoundTrack:
    """One sound track; ``index`` is that of the stream, ``sample_rate`` in Hz."""

    index: int
    codec: str
    sample_rate: int
    channels: int
    language: str | None
    is_readable: bool


@dataclass(frozen=True, kw_only=True)
class SourceInfo:
    """What is known about a source. Sizes in pixels, times in seconds."""

    path: Path
    container: str
    codec: str
    stream_index: int
    width: int
    """Stored pixels per line."""
    height: int
    """Stored lines."""
    sample_aspect: Fraction
    """Width by height of one stored pixel; 1 where unknown or nonsense."""
    rotation_degrees: int
    """Clockwise turn (0, 90, 180 or 270) that makes the picture upright."""
    is_mirrored: bool
    """The stored picture has to be flipped left to right, before it is turned."""
    display_width: int
    display_height: int
    """Size in square pixels, upright."""
    frame_rate: Fraction | None
    is_variable_frame_rate: bool
    frame_count: int | None
    """Estimated from the index or the packets; frames that do not decode are counted as well."""
    duration_seconds: float | None
    start_seconds: float
    """Where the clock of the container starts; the first picture's time if that is earlier."""
    bit_depth: int
    is_gray: bool
    colour: Colour
    is_interlaced: bool
    sound: tuple[SoundTrack, ...]
    subtitle_count: int
    chapter_count: int
    video_stream_count: int
    title: str | None
    subtitle_codecs: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Look:
    """What was seen in the first packets; ``times`` are the packets' sorted, distinct pts."""

    frames: Sequence[VideoFrame]
    times: Sequence[int]
    is_whole: bool


def probe(path: Path) -> SourceInfo:
    """Find out what ``path`` is; decodes its first pictures and reads at most its first 64 MB.

    Raises:
        InputVideoError: it cannot be read, has no picture, does not decode, or is HDR.
    """
    with PictureDecoder(path) as decoder:
        look = _look(decoder)
        if not look.frames:
            raise InputVideoError(path, InputProblem.NOTHING_DECODES)
        info = _describe(path, decoder.container, decoder.stream, look)
    if info.colour.transfer in _HDR_TRANSFERS:
        raise InputVideoError(path, InputProblem.HDR_UNSUPPORTED)
    return info


def to_json(info: SourceInfo) -> dict[str, object]:
    """Return ``info`` as values that `json.dumps` takes; fractions as "30000/1001"."""
    return {key: _plain(value) for key, value in asdict(info).items()}


def _plain(value: object) -> object:
    return str(value) if isinstance(value, (Path, Fraction)) else value


def _look(decoder: PictureDecoder) -> _Look:
    frames: list[VideoFrame] = []
    times: set[int] = set()
    read_bytes = 0
    is_whole = True
    for count, packet in enumerate(decoder.packets()):
        if len(frames) < _LOOK_FRAMES:
            frames += decoder.decode(packet)
        if packet.pts is not None and not packet.is_discard:
            times.add(packet.pts)
        read_bytes += packet.size
        is_hopeless = not frames and count >= _HOPELESS_PACKETS
        if count >= _LOOK_PACKETS or read_bytes > _LOOK_BYTES or is_hopeless:
            is_whole = False
            break
    return _Look(frames, sorted(times), is_whole)


def _describe(
    path: Path, container: InputContainer, stream: VideoStream, look: _Look
) -> SourceInfo:
    frame = look.frames[0]
    rotation, is_mirrored = _orientation(frame)
    sample_aspect = _sane_aspect(stream.sample_aspect_ratio)
    shown = display_size(frame.width, frame.height, sample_aspect)
    if is_quarter_turn(rotation):
        shown = shown[1], shown[0]
    time_base = stream.time_base or Fraction(1, 1000)
    times = _shown_times(look.times, codec_name(stream))
    rate, is_variable = _rhythm(times, time_base, _stated_rates(stream))
    duration = _duration(container, look, time_base)
    return SourceInfo(
        path=path,
        container=container.format.name,
        codec=codec_name(stream),
        stream_index=stream.index,
        width=frame.width,
        height=frame.height,
        sample_aspect=sample_aspect,
        rotation_degrees=rotation,
        is_mirrored=is_mirrored,
        display_width=shown[0],
        display_height=shown[1],
        frame_rate=rate,
        is_variable_frame_rate=is_variable,
        frame_count=len(times) if look.is_whole else _frame_count(stream, duration, rate),
        duration_seconds=duration,
        start_seconds=_start_seconds(container, frame, time_base),
        bit_depth=max(8, frame.format.components[0].bits),
        is_gray=frame.format.name.startswith(("gray", "mono")),
        colour=_colour(frame, codec_name(stream)),
        is_interlaced=any(f.interlaced_frame for f in look.frames),
        sound=tuple(_sound_tracks(container)),
        subtitle_count=len(container.streams.subtitles),
        chapter_count=len(container.chapters()),
        video_stream_count=len(moving_streams(container)),
        title=container.metadata.get("title") or None,
        subtitle_codecs=tuple(codec_name(stream) for stream in container.streams.subtitles),
    )


def _orientation(frame: VideoFrame) -> tuple[int, bool]:
    """Read the display matrix: the clockwise turn, after a mirroring, that it stands for.

    Source: ISO/IEC 14496-12, 8.2.2.3; the rows are (a b u), (c d v), (x y w).
    """
    side_data = cast("Mapping[str, Buffer]", frame.side_data)
    matrix = side_data.get("DISPLAYMATRIX")
    if matrix is None:
        return 0, False
    a, b, _, c, d, *_ = struct.unpack("=9i", matrix)
    is_mirrored = a * d - b * c < 0
    if is_mirrored:
        a, b = -a, -b
    return round(degrees(atan2(b, a)) / 90) * 90 % 360, is_mirrored


def _sane_aspect(aspect: Fraction | None) -> Fraction:
    is_sane = aspect is not None and Fraction(1, 4) <= aspect <= 4
    return aspect if aspect is not None and is_sane else Fraction(1)


def _stated_rates(stream: VideoStream) -> list[Fraction]:
    rates = (stream.guessed_rate, stream.base_rate, stream.average_rate)
    return [rate for rate in rates if rate]


def _shown_times(times: Sequence[int], codec: str) -> Sequence[int]:
    """Leave out the packets that only feed the prediction of others.

    VP8 and VP9 give such a hidden picture a time just before that of the next one.
    """
    if codec not in {"vp8", "vp9"} or len(times) < 3:
        return times
    usual = median(late - early for early, late in pairwise(times))
    return [t for t, later in pairwise(times) if later - t > usual / 8] + [times[-1]]


def _rhythm(
    times: Sequence[int], time_base: Fraction, stated: Sequence[Fraction]
) -> tuple[Fraction | None, bool]:
    """Return the frame rate and whether the frames come unevenly.

    A few steps of whole multiples of the usual one are gaps in an even rhythm. Time stamps are
    rounded to ticks, so a step may be off by one and a half.
    """
    if len(times) < 2:
        return (stated[0] if stated else None), False
    steps = [late - early for early, late in pairwise(times)]
    usual = median(steps)
    tolerance = max(1.5, 0.05 * usual)
    beats = [max(1, round(step / usual)) for step in steps]
    uneven = sum(abs(s - b * usual) > tolerance for s, b in zip(steps, beats, strict=True))
    gaps = sum(count > 1 for count in beats)
    is_variable = uneven > 0.02 * len(steps) or gaps > 0.1 * len(steps)
    intervals = len(steps) if is_variable else sum(beats)
    measured = Fraction(intervals) / ((times[-1] - times[0]) * time_base)
    if is_variable:
        return measured.limit_denominator(1001), True
    # What the file states, if it fits; else the common rate that fits best.
    candidates = [*stated, *sorted(_COMMON_RATES, key=lambda rate: abs(rate - measured))]
    fitting = (rate for rate in candidates if abs(rate / measured - 1) < _RATE_TOLERANCE)
    return next(fitting, measured.limit_denominator(1001)), False


def _duration(container: InputContainer, look: _Look, time_base: Fraction) -> float | None:
    if container.duration is not None and container.duration > 0:
        return container.duration / av_time_base
    if look.is_whole and len(look.times) > 1:
        return float((look.times[-1] - look.times[0]) * time_base)
    return None


def _frame_count(stream: VideoStream, duration: float | None, rate: Fraction | None) -> int | None:
    if stream.frames > 0:
        return stream.frames
    return None if duration is None or rate is None else round(duration * rate)


def _start_seconds(container: InputContainer, frame: VideoFrame, time_base: Fraction) -> float:
    start = (container.start_time or 0) / av_time_base
    # Pictures of a cut transport stream can lie before what libavformat takes for its start;
    # an output that began after them would lose them.
    first = frame.pts if frame.pts is not None else frame.dts
    return start if first is None else min(start, float(first * time_base))


def _colour(frame: VideoFrame, codec: str) -> Colour:
    name = frame.format.name
    is_rgb = frame.format.is_rgb or name == "pal8"
    is_tagged = frame.colorspace not in (_UNTAGGED, _RGB_MATRIX)
    matrix = frame.colorspace if is_tagged else matrix_for(frame.height)
    # BT.2020 is one system; files that name its matrix and nothing else mean all of it.
    usual = 9 if matrix in _BT2020_MATRICES else matrix_for(frame.height)
    return Colour(
        matrix=_RGB_MATRIX if is_rgb else matrix,
        is_full_range=is_rgb or _is_full_range(frame, codec),
        primaries=usual if frame.color_primaries == _UNTAGGED else frame.color_primaries,
        transfer=_known_transfer(frame.color_trc, usual),
        is_tagged=is_tagged,
    )


def _known_transfer(transfer: int, usual_primaries: int) -> int:
    if transfer != _UNTAGGED:
        return transfer
    return 14 if usual_primaries == 9 else usual_primaries


def _is_full_range(frame: VideoFrame, codec: str) -> bool:
    if frame.color_range:
        return frame.color_range == 2
    # Scanners write gray in full range and say nothing; the camera codecs define limited
    # range as their default (ITU-T H.264 and H.265, annex E).
    is_gray = frame.format.name.startswith(("gray", "mono"))
    return frame.format.name.startswith("yuvj") or (is_gray and codec not in {"h264", "hevc"})


def _sound_tracks(container: InputContainer) -> list[SoundTrack]:
    tracks = []
    for stream in container.streams.audio:
        context = cast("AudioCodecContext | None", stream.codec_context)
        rate, channels = (context.sample_rate, context.channels) if context else (0, 0)
        tracks.append(
            SoundTrack(
                index=stream.index,
                codec=codec_name(stream),
                sample_rate=rate,
                channels=channels,
                language=stream.language,
                is_readable=rate > 0 and channels > 0,
            )
        )
    return tracks
