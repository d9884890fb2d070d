"""The first look at a source: what it is, how it has to be shown, whether it can be restored."""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import islice, pairwise
from math import atan2, degrees
from pathlib import Path
from statistics import median
from typing import cast

import av
from av import AudioStream, VideoFrame, VideoStream
from av import time_base as av_time_base
from av.audio.codeccontext import AudioCodecContext
from av.buffer import Buffer
from av.container import InputContainer

from engine.discs import title_parts
from engine.errors import InputProblem, InputVideoError
from engine.video import lost_sound
from engine.video.colour import (
    BT2020,
    HLG,
    PQ,
    UNNAMED,
    Colour,
    HdrMetadata,
    matrix_for,
)
from engine.video.decoder import (
    PictureDecoder,
    codec_name,
    data_kind,
    moving_streams,
    open_source,
)
from engine.video.facts import SoundTrack, SourceInfo
from engine.video.geometry import display_size, is_quarter_turn
from engine.video.packet_times import can_begin_anew, find_sections
from engine.video.scan import PictureStudy
from engine.video.timeline import exact_seconds

_UNTAGGED = 2
_RGB_MATRIX = 0
_BT2020_MATRICES = (9, 10)

# Enough to judge the rhythm of the frames, little enough to be read in about a second.
_LOOK_PACKETS = 3000
_LOOK_BYTES = 64 << 20

# Pictures of one stretch: six turns of 2:3 pulldown. Of large pictures fewer stretches are
# looked at, of those beyond HD, which are never interlaced, a few pictures only.
_STRETCH_FRAMES = 30
_SHORT_FRAMES = 4
_STUDIED_PIXELS = 60_000_000
_MOST_STRETCHES = 4
_MOST_INTERLACED_LINES = 1088
_RARELY_INTERLACED = frozenset({"hevc", "vp8", "vp9", "av1"})
# Where these are asked for a time, they find it by an index or by halving, not by reading on.
_SEEKABLE = frozenset({"mov", "matroska", "avi", "mpegts", "mpeg", "asf", "ogg", "dv", "mxf"})
_DESCRIBED_ONCE = frozenset({"flv", "mov", "matroska"})
_UNDECODABLE_ALONE = frozenset({"aac", "alac", "vorbis"})
_TAIL_SECONDS = 3.0
_TAIL_BYTES = 16 << 20
# What a container says of its length may count other streams, which end a little later.
_LENGTH_TOLERANCE_SECONDS = 1.0
_LENGTH_TOLERANCE = 0.02
# A stream that starts in the middle of a long group of pictures has this many packets before
# the first that decodes; an encrypted one is given up after them.
_HOPELESS_PACKETS = 1000

_FEW_PICTURES = 4
# For each picture so many packets from which none comes are no accident.
_SECOND_FIELDS = 0.1

# The most telling first: what a phone wrote when it recorded, what a tape's capture noted, and
# what is often only the time of the last conversion.
_DATE_TAGS = ("com.apple.quicktime.creationdate", "date", "DATE", "date_recorded", "creation_time")
_PLACE_TAGS = ("com.apple.quicktime.location.ISO6709", "location", "location-eng")

_RATE_TOLERANCE = Fraction(1, 200)
_COMMON_RATES = [
    Fraction(rate) for rate in (10, 12, 15, 16, 18, 20, 24, 25, 30, 48, 50, 60, 100, 120)
] + [Fraction(rate * 1000, 1001) for rate in (15, 24, 30, 48, 60, 120)]


@dataclass(frozen=True)
class _Look:
    """What was seen of a source.

    ``times`` are the sorted, distinct presentation times of the packets at its beginning, or
    of all, and ``shown`` those of the pictures that were decoded there; ``end`` is where the last
    picture ends, where that is known. All in ticks.
    """

    first: VideoFrame
    times: Sequence[int]
    shown: Sequence[int]
    packet_count: int
    is_whole: bool
    end: int | None
    study: PictureStudy
    damaged_count: int


def probe(path: Path) -> SourceInfo:
    """Find out what ``path`` is.

    Reads at most its first 64 MB and decodes a few stretches of it; MPEG streams whose clock
    begins anew are read to their end. What was found is kept,
    and found anew when the file has changed.

    Raises:
        InputVideoError: it cannot be read, has no picture, or does not decode; or its colours
            are those of Dolby Vision alone.
    """
    try:
        states = [part.stat() for part in title_parts(path)]
    except OSError:
        states = []  # and what is wrong will be said
    return _probe(path, tuple((state.st_size, state.st_mtime_ns) for state in states))


@lru_cache(maxsize=64)
def _probe(path: Path, _states: tuple[tuple[int, int], ...]) -> SourceInfo:
    with PictureDecoder(path) as decoder:
        if can_begin_anew(decoder.container):
            with open_source(path) as container:
                decoder.sections = find_sections(path, container)
        return _describe(path, decoder, _look(path, decoder))


def to_json(info: SourceInfo) -> dict[str, object]:
    """Return ``info`` as values that `json.dumps` takes; fractions as "30000/1001"."""
    return {key: _plain(value) for key, value in asdict(info).items()}


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, (Path, Fraction)) else value


def _look(path: Path, decoder: PictureDecoder) -> _Look:
    first: VideoFrame | None = None
    study, wanted, count_frames = PictureStudy(is_full_range=False), 1, 0
    times, shown = set[int](), set[int]()
    read_bytes = corrupt_count = packet_count = 0
    is_whole = True
    for count, packet in enumerate(decoder.packets()):
        if count_frames < wanted:
            for frame in decoder.decode(packet):
                if first is None:
                    first = frame
                    is_full = _is_full_range(frame, codec_name(decoder.stream))
                    study, wanted = PictureStudy(is_full_range=is_full), _stretch_frames(frame)
                study.add(frame)
                count_frames += 1
                if frame.pts is not None:
                    shown.add(frame.pts)
        if packet.pts is not None and not packet.is_discard:
            times.add(packet.pts)
        read_bytes += packet.size
        packet_count += packet.size > 0
        corrupt_count += packet.is_corrupt
        is_hopeless = first is None and count >= _HOPELESS_PACKETS
        if count >= _LOOK_PACKETS or read_bytes > _LOOK_BYTES or is_hopeless:
            is_whole = False
            break
    if first is None:
        raise InputVideoError(path, InputProblem.NOTHING_DECODES)
    if _is_dolby_vision_alone(first):
        raise InputVideoError(path, InputProblem.DOLBY_VISION_ALONE)
    damaged_count = decoder.damaged_count + corrupt_count
    end = max(times) if is_whole and times else None
    if decoder.container.format.name.partition(",")[0] in _SEEKABLE:
        _look_further(decoder, study, first)
        end = end if is_whole or decoder.sections else _end(decoder)
    return _Look(
        first, sorted(times), sorted(shown), packet_count, is_whole, end, study, damaged_count
    )


def _stretch_frames(frame: VideoFrame) -> int:
    return _SHORT_FRAMES if frame.height > _MOST_INTERLACED_LINES else _STRETCH_FRAMES


def _look_further(decoder: PictureDecoder, study: PictureStudy, first: VideoFrame) -> None:
    """Decode stretches from the rest of the source, as far as seeking in it works."""
    container, wanted = decoder.container, _stretch_frames(first)
    if not container.duration:
        return
    affordable = _STUDIED_PIXELS // (wanted * first.width * first.height)
    stretches = min(_MOST_STRETCHES, max(2, affordable))
    if codec_name(decoder.stream) in _RARELY_INTERLACED and not first.interlaced_frame:
        stretches, wanted = 2, _SHORT_FRAMES
    for number in range(1, stretches):
        study.end_stretch()
        target = (container.start_time or 0) + container.duration * number // stretches
        try:
            container.seek(target)
        except av.FFmpegError:
            return
        for picture in islice(_decoded(decoder), wanted):
            study.add(picture)


def _decoded(decoder: PictureDecoder) -> Iterator[VideoFrame]:
    for packet in islice(decoder.packets(), _HOPELESS_PACKETS):
        yield from (frame for frame in decoder.decode(packet) if not frame.is_corrupt)


def _end(decoder: PictureDecoder) -> int | None:
    """Return the time of the last picture, in ticks, where it can be found by seeking."""
    container = decoder.container
    last_seconds = (container.start_time or 0) + (container.duration or 0)
    try:
        container.seek(round(last_seconds - _TAIL_SECONDS * av_time_base))
    except av.FFmpegError:
        return None
    times, read_bytes = [], 0
    for packet in decoder.packets():
        if packet.pts is not None and packet.size:
            times.append(packet.pts)
        read_bytes += packet.size
        if read_bytes > _TAIL_BYTES:
            return None
    return max(times, default=None)


def _describe(path: Path, decoder: PictureDecoder, look: _Look) -> SourceInfo:
    container, stream, frame = decoder.container, decoder.stream, look.first
    rotation, is_mirrored = _orientation(frame)
    sample_aspect = _sane_aspect(stream.sample_aspect_ratio)
    shown = display_size(frame.width, frame.height, sample_aspect)
    if is_quarter_turn(rotation):
        shown = shown[1], shown[0]
    time_base = stream.time_base or Fraction(1, 1000)
    times = _without_second_fields(_shown_times(look.times, codec_name(stream)), look.shown)
    rate, is_variable = _rhythm(times, time_base, _stated_rates(stream))
    start = _start_seconds(container, frame, time_base)
    duration = _duration(container, look, time_base, rate)
    if decoder.sections:
        duration = float(decoder.sections[-1].end_seconds - exact_seconds(start))
    frame_count = _frame_count(stream, look, times, duration, rate)
    if duration is None and frame_count is not None and rate is not None:
        duration = float(frame_count / rate)
    verdict = look.study.verdict(rate)
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
        frame_count=frame_count,
        duration_seconds=duration,
        start_seconds=start,
        bit_depth=max(8, frame.format.components[0].bits),
        is_gray=frame.format.name.startswith(("gray", "mono")),
        colour=_colour(frame, codec_name(stream)),
        scan=verdict.scan,
        field_order=verdict.field_order,
        is_flagged_interlaced=verdict.is_flagged,
        pixel_format=frame.format.name,
        first_picture_seconds=_seconds(_time_of(frame), time_base),
        borders_crop=verdict.borders_crop,
        hdr=_hdr_metadata(frame),
        is_dolby_vision=_has_side_data(frame, "DOVI_RPU_BUFFER"),
        is_hdr10_plus=_has_side_data(frame, "DYNAMIC_HDR_PLUS"),
        damaged_count=look.damaged_count,
        recorded=_first_tag(_tags(container, stream), _DATE_TAGS),
        location=_first_tag(_tags(container, stream), _PLACE_TAGS),
        sound=tuple(_sound_tracks(path, container)),
        subtitle_count=len(container.streams.subtitles),
        chapter_count=len(container.chapters()),
        video_stream_count=len(moving_streams(container)),
        title=container.metadata.get("title") or None,
        subtitle_codecs=tuple(codec_name(stream) for stream in container.streams.subtitles),
        attachment_count=len(container.streams.attachments),
        cover_count=len(container.streams.video) - len(moving_streams(container)),
        timecode=_timecode(container, stream),
        data_kinds=tuple(filter(None, map(data_kind, container.streams.data))),
        sections=decoder.sections,
        file_count=len(title_parts(path)),
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


def _time_of(frame: VideoFrame) -> int | None:
    return frame.pts if frame.pts is not None else frame.dts


def _seconds(ticks: int | None, time_base: Fraction) -> float | None:
    return None if ticks is None else float(ticks * time_base)


def _tags(container: InputContainer, stream: VideoStream) -> Mapping[str, str]:
    return {**stream.metadata, **container.metadata}


def _first_tag(tags: Mapping[str, str], names: Sequence[str]) -> str | None:
    return next((tags[name] for name in names if tags.get(name)), None)


def _timecode(container: InputContainer, stream: VideoStream) -> str | None:
    """Return the label of the first picture; MOV has it in a track, Matroska in capitals."""
    tags = [stream.metadata, container.metadata, *(s.metadata for s in container.streams.data)]
    labels = (_first_tag(owned, ("timecode", "TIMECODE")) for owned in tags)
    return next(filter(None, labels), None)


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


def _without_second_fields(times: Sequence[int], shown: Sequence[int]) -> Sequence[int]:
    """Leave out the packets of second fields; H.264 may code each field by itself (PAFF).

    Args:
        times: of the packets.
        shown: of the pictures that came out of the first of them.
    """
    if len(shown) < _FEW_PICTURES:
        return times
    first, last = shown[0], shown[-1]
    unseen = len([time for time in times if first <= time <= last]) - len(shown)
    if unseen < _SECOND_FIELDS * len(shown):
        return times
    usual = median(late - early for early, late in pairwise(shown))
    kept = [times[0]]
    for time in times:
        if time - kept[-1] > 0.75 * usual:
            kept.append(time)
    return kept


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
    is_variable = uneven > max(1, 0.02 * len(steps)) or gaps > 0.1 * len(steps)
    intervals = len(steps) if is_variable else sum(beats)
    measured = Fraction(intervals) / ((times[-1] - times[0]) * time_base)
    if is_variable:
        return measured.limit_denominator(1001), True
    # What the file states, if it fits; else the common rate that fits best.
    candidates = [*stated, *sorted(_COMMON_RATES, key=lambda rate: abs(rate - measured))]
    fitting = (rate for rate in candidates if abs(rate / measured - 1) < _RATE_TOLERANCE)
    return next(fitting, measured.limit_denominator(1001)), False


def _duration(
    container: InputContainer, look: _Look, time_base: Fraction, rate: Fraction | None
) -> float | None:
    """Return what the container says, but the picture's own length where that lies."""
    stated = container.duration / av_time_base if container.duration else 0.0
    if look.end is None:
        return stated if stated > 0 else None
    # Nothing says where a stream without a container starts.
    first = Fraction(look.times[0]) * time_base if look.times else Fraction(0)
    stated_start = container.start_time
    start = first if stated_start is None else exact_seconds(stated_start / av_time_base)
    measured = float(look.end * time_base - start + (1 / rate if rate else 0))
    tolerance = max(_LENGTH_TOLERANCE_SECONDS, _LENGTH_TOLERANCE * measured)
    # Sound may well go on after the picture; only the opposite is a lie.
    is_too_long = stated - measured > tolerance and not container.streams.audio
    is_unstated = stated <= 0
    return measured if is_unstated or is_too_long or measured - stated > tolerance else stated


def _frame_count(
    stream: VideoStream,
    look: _Look,
    times: Sequence[int],
    duration: float | None,
    rate: Fraction | None,
) -> int | None:
    if look.is_whole:
        # A stream without a container has no times, and its packets are its pictures.
        return len(times) or look.packet_count
    if stream.frames > 0 and times:
        # What the container counts is its packets.
        return round(stream.frames * len(times) / len(look.times))
    return None if duration is None or rate is None else round(duration * rate)


def _start_seconds(container: InputContainer, frame: VideoFrame, time_base: Fraction) -> float:
    first = _time_of(frame)
    if container.start_time is None and first is not None:
        return float(first * time_base)
    start = (container.start_time or 0) / av_time_base
    # Pictures of a cut transport stream can lie before what libavformat takes for its start;
    # an output that began after them would lose them.
    return start if first is None else min(start, float(first * time_base))


def _colour(frame: VideoFrame, codec: str) -> Colour:
    name = frame.format.name
    is_rgb = frame.format.is_rgb or name == "pal8"
    is_tagged = frame.colorspace not in (_UNTAGGED, _RGB_MATRIX)
    is_hdr = frame.color_trc in (PQ, HLG)
    matrix = frame.colorspace if is_tagged else BT2020 if is_hdr else matrix_for(frame.height)
    # BT.2020 is one system; files that name its matrix and nothing else mean all of it.
    is_wide = matrix in _BT2020_MATRICES
    is_unnamed = frame.color_primaries == UNNAMED
    return Colour(
        matrix=_RGB_MATRIX if is_rgb else matrix,
        is_full_range=is_rgb or _is_full_range(frame, codec),
        primaries=BT2020 if is_wide and is_unnamed else frame.color_primaries,
        transfer=_known_transfer(frame.color_trc, BT2020 if is_wide else matrix_for(frame.height)),
        is_tagged=is_tagged,
    )


def _has_side_data(frame: VideoFrame, name: str) -> bool:
    return cast("Mapping[str, Buffer]", frame.side_data).get(name) is not None


def _is_dolby_vision_alone(frame: VideoFrame) -> bool:
    """Tell whether there is no picture for other players under Dolby Vision: profiles 5 and 10.0.

    They store another kind of colours (IPTPQc2), which shows in green and violet elsewhere.

    Source: libavutil/dovi_meta.h; AVDOVIMetadata begins with the offset of its header, in which
    follow type, format (2 bytes at 2), profile of the syntax (at 4), ..., full range (at 10). As
    in libavcodec's ff_dovi_guess_profile_hevc; no other profile has both.
    """
    data = cast("Mapping[str, Buffer]", frame.side_data).get("DOVI_METADATA")
    if data is None:
        return False
    metadata = bytes(data)
    header = int.from_bytes(metadata[: struct.calcsize("N")], sys.byteorder)
    return metadata[header + 4] == 0 and metadata[header + 10] == 1


def _hdr_metadata(frame: VideoFrame) -> HdrMetadata | None:
    """Read the static metadata of an HDR picture.

    Source: libavutil/mastering_display_metadata.h; numerators and denominators, primaries in
    the order red, green, blue, then white, then the luminances, then what of it is known.
    """
    side_data = cast("Mapping[str, Buffer]", frame.side_data)
    display = side_data.get("MASTERING_DISPLAY_METADATA")
    light = side_data.get("CONTENT_LIGHT_LEVEL")
    if display is None and light is None:
        return None
    primaries, luminance = None, None
    if display is not None:
        *numbers, has_primaries, has_luminance = struct.unpack("=22i", bytes(display)[:88])
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        values = tuple(Fraction(top, bottom or 1) for top, bottom in pairs)
        primaries = values[:8] if has_primaries else None
        luminance = (values[8], values[9]) if has_luminance else None
    level = struct.unpack("=2I", bytes(light)[:8]) if light is not None else None
    return HdrMetadata(primaries=primaries, luminance=luminance, light_level=level)


def _known_transfer(transfer: int, usual: int) -> int:
    if transfer != _UNTAGGED:
        return transfer
    return 14 if usual == BT2020 else usual


def _is_full_range(frame: VideoFrame, codec: str) -> bool:
    if frame.color_range:
        return frame.color_range == 2
    # Scanners write gray in full range and say nothing; the camera codecs define limited
    # range as their default (ITU-T H.264 and H.265, annex E).
    is_gray = frame.format.name.startswith(("gray", "mono"))
    return frame.format.name.startswith("yuvj") or (is_gray and codec not in {"h264", "hevc"})


def _sound_tracks(path: Path, container: InputContainer) -> list[SoundTrack]:
    return [_sound_track(path, stream) for stream in container.streams.audio]


def _sound_track(path: Path, stream: AudioStream) -> SoundTrack:
    context = cast("AudioCodecContext | None", stream.codec_context)
    # Transport streams and AVI describe AAC in each packet, the others once in their header.
    is_described_once = stream.container.format.name.partition(",")[0] in _DESCRIBED_ONCE
    needs_description = is_described_once and codec_name(stream) in _UNDECODABLE_ALONE
    is_lost = context is not None and needs_description and not context.extradata
    codec = codec_name(stream)
    rate, channels = (context.sample_rate, context.channels) if context else (0, 0)
    guessed = lost_sound.guess(path, stream.index) if context is None else None
    if guessed is not None:
        codec, rate, channels = "aac", guessed.sample_rate, guessed.channels
    return SoundTrack(
        index=stream.index,
        codec=codec,
        sample_rate=rate,
        channels=channels,
        language=stream.language,
        is_readable=rate > 0 and channels > 0 and not is_lost,
        start_seconds=_seconds(stream.start_time, stream.time_base or Fraction(1, 1000)),
        is_guessed=guessed is not None,
    )
