"""The first look at a source: what it is, how it has to be shown, whether it can be restored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import cast

import av
from av import AudioStream, VideoFrame, VideoStream
from av import time_base as av_time_base
from av.audio.codeccontext import AudioCodecContext
from av.container import InputContainer

from engine.files.sequences import files_of, find_sequence
from engine.jobs.errors import InputProblem, InputVideoError
from engine.video.facts import SEQUENCE, PictureExtra, SoundTrack, SourceInfo
from engine.video.geometry import display_size, is_quarter_turn
from engine.video.pixels import is_full_range
from engine.video.probing import lost_sound
from engine.video.probing.faults.search import find_faults
from engine.video.probing.known import FileStates, file_states, remembered
from engine.video.probing.picture_facts import (
    colour_of,
    extras_of,
    hdr_metadata,
    is_dolby_vision_alone,
    orientation,
)
from engine.video.probing.recordings import find_recordings
from engine.video.probing.rhythm import picture_times, rhythm
from engine.video.probing.scan import PictureStudy
from engine.video.probing.sound.search import with_sound_findings
from engine.video.reading.decoder import (
    PictureDecoder,
    codec_name,
    data_kind,
    is_timecode,
    moving_streams,
    open_source,
)
from engine.video.reading.encryption import encrypted_streams
from engine.video.reading.image_sequence import DEFAULT_RATE
from engine.video.reading.packet_times import can_begin_anew, find_sections
from engine.video.side_data import side_data_of
from engine.video.sound_layout import layout_of
from engine.video.timeline import exact_seconds

# Enough to judge the rhythm of the frames, little enough to be read in about a second.
_LOOK_PACKETS = 3000
_LOOK_BYTES = 64 << 20
# At a glance the rate is told from a few seconds.
_GLANCE_PACKETS = 200
_GLANCE_BYTES = 4 << 20

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

# The most telling first: what a phone wrote when it recorded, what a tape's capture noted, and
# what is often only the time of the last conversion.
_DATE_TAGS = ("com.apple.quicktime.creationdate", "date", "DATE", "date_recorded", "creation_time")
_PLACE_TAGS = ("com.apple.quicktime.location.ISO6709", "location", "location-eng")


@dataclass(frozen=True)
class _Beginning:
    """The pictures and times at the beginning of a source.

    ``times`` are the sorted, distinct presentation times of the packets at its beginning, or
    of all, and ``shown`` those of the pictures that were decoded there; ``end`` is where the last
    picture ends, where that is known. All in ticks. ``extras`` are those of any picture.
    """

    first: VideoFrame
    times: Sequence[int]
    shown: Sequence[int]
    packet_count: int
    is_whole: bool
    end: int | None
    study: PictureStudy
    damaged_count: int
    extras: frozenset[PictureExtra]
    sample_aspect: Fraction


def probe(path: Path) -> SourceInfo:
    """Find out what ``path`` is.

    Reads at most its first 64 MB and decodes a few stretches of pictures and of sound; of a DV tape
    single pictures are read everywhere; MPEG streams whose clock
    begins anew are read to their end. What was found is kept,
    and found anew when the file has changed.

    Raises:
        InputVideoError: it cannot be read, has no picture, or does not decode; or its colours
            are those of Dolby Vision alone.
    """
    states = file_states(path)  # empty where something is wrong, which will be said
    known = remembered(path, states)
    return known or _of_sequence(_probe(path, states))


def glance(path: Path) -> SourceInfo:
    """Find out what the container and the first picture of ``path`` tell: hundredths of a second.

    That is enough to show length, size and a picture, and too little to restore it: nothing is
    known of faults, borders, recordings, clocks that begin anew, and interlacing without a flag.
    `probe` may find another length and rate. What is refused here is refused there.

    Raises:
        InputVideoError: as `probe`.
    """
    with PictureDecoder(path) as decoder:
        encrypted = _check_encryption(path, decoder)
        look = _look(path, decoder, is_brief=True)
        return _of_sequence(_describe(path, decoder, look, encrypted, has_faults=False))


def probe_restored(path: Path) -> SourceInfo:
    """Find out what a file is that Homereel wrote: no faults are looked for, which takes long.

    Raises:
        InputVideoError: as `probe`.
    """
    return _of_sequence(_probe(path, file_states(path), is_restored=True))


@lru_cache(maxsize=64)
def _probe(path: Path, _states: FileStates, *, is_restored: bool = False) -> SourceInfo:
    with PictureDecoder(path) as decoder:
        encrypted = _check_encryption(path, decoder)
        if can_begin_anew(decoder.container):
            with open_source(path) as container:
                decoder.sections = find_sections(path, container)
        look = _look(path, decoder)
        info = _describe(path, decoder, look, encrypted, has_faults=not is_restored)
        is_seekable = _is_seekable(decoder.container)
    if is_restored:
        return info
    recordings = find_recordings(info)
    recorded = info.recorded or next((each.date for each in recordings), None)
    info = replace(info, recordings=recordings, recorded=recorded)
    return with_sound_findings(info, is_seekable=is_seekable)


def _check_encryption(path: Path, decoder: PictureDecoder) -> set[int]:
    """Refuse an encrypted picture; returns the streams that are encrypted."""
    if find_sequence(path) is not None:
        return set()
    with open_source(path) as container:
        encrypted = encrypted_streams(path, container)
    if decoder.stream.index in encrypted:
        raise InputVideoError(path, InputProblem.ENCRYPTED)
    return encrypted


def _of_sequence(info: SourceInfo) -> SourceInfo:
    """Add what is known of an image sequence, if it is one."""
    sequence = find_sequence(info.path)
    if sequence is None:
        return info
    return replace(
        info,
        container=SEQUENCE,
        frame_rate=DEFAULT_RATE,
        sequence_rate=DEFAULT_RATE,
        missing_count=sequence.missing_count,
        file_count=len(sequence.files),
    )


def _look(path: Path, decoder: PictureDecoder, *, is_brief: bool = False) -> _Beginning:
    first: VideoFrame | None = None
    sample_aspect = Fraction(1)
    study, wanted, count_frames = PictureStudy(is_full_range=False), 1, 0
    times, shown, extras = set[int](), set[int](), set[PictureExtra]()
    read_bytes = corrupt_count = packet_count = 0
    is_whole = True
    for count, packet in enumerate(decoder.packets()):
        if count_frames < wanted:
            for frame in decoder.decode(packet):
                if first is None:
                    first, sample_aspect = frame, decoder.sample_aspect
                    is_full = is_full_range(frame, codec_name(decoder.stream))
                    study = PictureStudy(is_full_range=is_full)
                    wanted = 1 if is_brief else _stretch_frames(frame)
                if not is_brief:
                    study.add(frame)
                extras |= extras_of(frame)
                count_frames += 1
                if frame.pts is not None:
                    shown.add(frame.pts)
        if packet.pts is not None and not packet.is_discard:
            times.add(packet.pts)
        read_bytes += packet.size
        packet_count += packet.size > 0
        corrupt_count += packet.is_corrupt
        is_hopeless = first is None and count >= _HOPELESS_PACKETS
        is_glanced = first is not None and is_brief
        is_glanced &= count >= _GLANCE_PACKETS or read_bytes > _GLANCE_BYTES
        if count >= _LOOK_PACKETS or read_bytes > _LOOK_BYTES or is_hopeless or is_glanced:
            is_whole = False
            break
    if first is None:
        raise InputVideoError(path, InputProblem.NOTHING_DECODES)
    if is_dolby_vision_alone(first):
        raise InputVideoError(path, InputProblem.DOLBY_VISION_ALONE)
    damaged_count = decoder.damaged_count + corrupt_count
    end = max(times) if is_whole and times else None
    if _is_seekable(decoder.container) and not is_brief:
        extras |= _look_further(decoder, study, first)
        end = end if is_whole or decoder.sections else _end(decoder)
    return _Beginning(
        first,
        sorted(times),
        sorted(shown),
        packet_count,
        is_whole,
        end,
        study,
        damaged_count,
        frozenset(extras),
        sample_aspect,
    )


def _is_seekable(container: InputContainer) -> bool:
    return container.format.name.partition(",")[0] in _SEEKABLE


def _stretch_frames(frame: VideoFrame) -> int:
    return _SHORT_FRAMES if frame.height > _MOST_INTERLACED_LINES else _STRETCH_FRAMES


def _look_further(
    decoder: PictureDecoder, study: PictureStudy, first: VideoFrame
) -> set[PictureExtra]:
    """Decode stretches from the rest of the source, as far as seeking in it works.

    Returns:
        What their pictures carry for players.
    """
    container, wanted, extras = decoder.container, _stretch_frames(first), set[PictureExtra]()
    if not container.duration:
        return extras
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
            break
        for picture in islice(_decoded(decoder), wanted):
            study.add(picture)
            extras |= extras_of(picture)
    return extras


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


def _describe(
    path: Path, decoder: PictureDecoder, look: _Beginning, encrypted: set[int], *, has_faults: bool
) -> SourceInfo:
    container, stream, frame = decoder.container, decoder.stream, look.first
    side_data = side_data_of(frame)
    rotation, is_mirrored = orientation(frame)
    sample_aspect = look.sample_aspect
    shown = display_size(frame.width, frame.height, sample_aspect)
    if is_quarter_turn(rotation):
        shown = shown[1], shown[0]
    time_base = stream.time_base or Fraction(1, 1000)
    times = picture_times(look.times, look.shown, codec_name(stream))
    rate, is_variable = rhythm(times, time_base, _stated_rates(stream))
    start = _start_seconds(container, frame, time_base)
    duration = _duration(container, look, time_base, rate)
    if decoder.sections:
        duration = float(decoder.sections[-1].end_seconds - exact_seconds(start))
    frame_count = _frame_count(stream, look, times, duration, rate)
    if duration is None and frame_count is not None and rate is not None:
        duration = float(frame_count / rate)
    scanned = look.study.result(rate)
    colour = colour_of(frame, codec_name(stream))
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
        colour=colour,
        scan=scanned.scan,
        field_order=scanned.field_order,
        is_flagged_interlaced=scanned.is_flagged,
        pixel_format=frame.format.name,
        first_picture_seconds=_seconds(_time_of(frame), time_base),
        borders_crop=scanned.borders_crop,
        hdr=hdr_metadata(frame),
        is_dolby_vision="DOVI_RPU_BUFFER" in side_data,
        is_hdr10_plus="DYNAMIC_HDR_PLUS" in side_data,
        picture_extras=tuple(sorted(look.extras)),
        damaged_count=look.damaged_count,
        recorded=_first_tag(_tags(container, stream), _DATE_TAGS),
        location=_first_tag(_tags(container, stream), _PLACE_TAGS),
        sound=tuple(_sound_tracks(path, container, encrypted)),
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
        file_count=len(files_of(path)),
        findings=find_faults(look.study.sample, scanned.scan, colour, rate) if has_faults else (),
    )


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
    tracks = [track for track in container.streams.data if is_timecode(track)]
    tags = [stream.metadata, container.metadata, *(track.metadata for track in tracks)]
    labels = (_first_tag(owned, ("timecode", "TIMECODE")) for owned in tags)
    return next(filter(None, labels), None)


def _stated_rates(stream: VideoStream) -> list[Fraction]:
    rates = (stream.guessed_rate, stream.base_rate, stream.average_rate)
    return [rate for rate in rates if rate]


def _duration(
    container: InputContainer, look: _Beginning, time_base: Fraction, rate: Fraction | None
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
    look: _Beginning,
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


def _sound_tracks(path: Path, container: InputContainer, encrypted: set[int]) -> list[SoundTrack]:
    tracks = [_sound_track(path, stream) for stream in container.streams.audio]
    return [
        replace(track, is_readable=track.is_readable and track.index not in encrypted)
        for track in tracks
    ]


def _sound_track(path: Path, stream: AudioStream) -> SoundTrack:
    context = cast("AudioCodecContext | None", stream.codec_context)
    # Transport streams and AVI describe AAC in each packet, the others once in their header.
    is_described_once = stream.container.format.name.partition(",")[0] in _DESCRIBED_ONCE
    needs_description = is_described_once and codec_name(stream) in _UNDECODABLE_ALONE
    is_lost = context is not None and needs_description and not context.extradata
    codec = codec_name(stream)
    layout = None if context is None else layout_of(context)
    rate, channels = (context.sample_rate, layout.channels) if context and layout else (0, 0)
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
        is_reordered=bool(layout and layout.order and codec.startswith("pcm_")),
        is_guessed=guessed is not None,
    )
