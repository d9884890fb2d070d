"""File formats: what each can hold, and which one takes a source without a loss.

Pure tables; imports no av.
"""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

from engine.jobs.events import Warned, WarningKind
from engine.jobs.options import Codec, Container
from engine.video.colour import HLG, PQ
from engine.video.facts import GOPRO, SoundTrack, SourceInfo

_SUFFIXES = {
    ".mp4": Container.MP4,
    ".m4v": Container.MP4,
    ".mkv": Container.MKV,
    ".mov": Container.MOV,
}
# In the order in which they are chosen where they hold as much. What plays everywhere first;
# editors that ask for ProRes expect MOV. FFV1 has a place in the others on paper only.
_HOMES = {
    Codec.H264: (Container.MP4, Container.MKV, Container.MOV),
    Codec.HEVC: (Container.MP4, Container.MKV, Container.MOV),
    Codec.AV1: (Container.MP4, Container.MKV),
    Codec.PRORES: (Container.MOV, Container.MKV),
    Codec.FFV1: (Container.MKV,),
}

# What players expect; libavformat would write more than most can play (Vorbis and PCM into MP4,
# for example), and MP2 in a way that is read back as MP3.
_SOUND = {
    Container.MP4: frozenset({"aac", "ac3", "alac", "dts", "eac3", "flac", "mp3", "opus"}),
    Container.MOV: frozenset({"aac", "ac3", "adpcm_ima_qt", "alac", "eac3", "mp3"})
    | {f"pcm_{kind}" for kind in ("u8", "alaw", "mulaw")}
    | {f"pcm_{kind}{end}" for kind in ("s16", "s24", "s32", "f32", "f64") for end in ("le", "be")},
}
# What libavformat writes; it has no place for the telephone's codecs and those of Windows Media.
_SOUND[Container.MKV] = (
    _SOUND[Container.MP4]
    | {"atrac3", "cook", "mlp", "mp1", "mp2", "qdm2", "qdmc", "ra_144", "ra_288", "sipr"}
    | {"pcm_f32le", "pcm_f64le", "pcm_u8", "truehd", "tta", "vorbis", "wavpack"}
    | {f"pcm_{kind}{end}" for kind in ("s16", "s24", "s32") for end in ("le", "be")}
)
# libavformat refuses MP3 below MPEG-1's rates in MP4 (ISO/IEC 14496-3 knows no such layer).
_MP4_LEAST_MP3_RATE = 16_000

_SUBTITLES = {
    Container.MP4: frozenset({"mov_text", "dvd_subtitle"}),
    Container.MOV: frozenset({"mov_text"}),
    Container.MKV: frozenset(
        {"subrip", "ass", "webvtt", "dvd_subtitle", "dvb_subtitle", "hdmv_pgs_subtitle", "text"}
    ),
}
_TEXTS = frozenset({"subrip", "ass", "webvtt", "text", "mov_text"})
_BASES = {PQ: "HDR10", HLG: "HLG"}
_COVERS = frozenset({Container.MP4, Container.MKV})
# libavformat takes other kinds into MOV as well, but writes what nothing can read.
_DATA = {
    Container.MP4: frozenset({GOPRO}),
    Container.MOV: frozenset({GOPRO}),
    Container.MKV: frozenset[str](),
}


class Fate(IntEnum):
    """What becomes of a track; the larger, the worse."""

    KEPT = 0
    CONVERTED = 1
    DROPPED = 100


def sound_fate(track: SoundTrack, container: Container) -> Fate:
    """Tell whether ``container`` takes the packets of ``track`` as they are."""
    if not track.is_readable:
        return Fate.DROPPED
    is_slow_mp3 = track.codec == "mp3" and track.sample_rate < _MP4_LEAST_MP3_RATE
    is_refused = is_slow_mp3 and container is not Container.MKV
    is_held = track.codec in _SOUND[container] and not is_refused
    return Fate.KEPT if is_held else Fate.CONVERTED


def subtitle_fate(codec: str, container: Container) -> Fate:
    """Tell what becomes of subtitles: text can be converted, pictures cannot."""
    if codec in _SUBTITLES[container]:
        return Fate.KEPT
    return Fate.CONVERTED if codec in _TEXTS else Fate.DROPPED


def text_codec(container: Container) -> str:
    """Name what subtitles of text are converted to for ``container``."""
    return "subrip" if container is Container.MKV else "mov_text"


def attachment_fate(container: Container) -> Fate:
    """Tell whether ``container`` takes attached files, fonts of subtitles for example."""
    return Fate.KEPT if container is Container.MKV else Fate.DROPPED


def cover_fate(container: Container) -> Fate:
    """Tell whether ``container`` takes a cover picture."""
    return Fate.KEPT if container in _COVERS else Fate.DROPPED


def data_fate(kind: str, container: Container) -> Fate:
    """Tell whether ``container`` takes timed data of this kind."""
    return Fate.KEPT if kind in _DATA[container] else Fate.DROPPED


def is_codec_held(codec: Codec, container: Container) -> bool:
    """Tell whether players find pictures of ``codec`` in ``container``."""
    return container in _HOMES[codec]


def choose_container(
    info: SourceInfo,
    output: Path | None,
    container: Container | None,
    codec: Codec = Codec.H264,
) -> Container:
    """Choose the file format: what was asked for, what the name says, or what loses least.

    Args:
        info: the source.
        output: the name that was asked for, if any; only its suffix matters.
        container: what was asked for, if anything.
        codec: of the picture, not AUTO.
    """
    if container is not None:
        return container
    if output is not None and output.suffix.lower() in _SUFFIXES:
        return _SUFFIXES[output.suffix.lower()]
    return min(_HOMES[codec], key=lambda kind: _badness(info, kind))


def losses(info: SourceInfo, container: Container) -> list[Warned]:
    """Return what will not come into ``container`` as it is, as the writer will report it.

    So that it can be said before a long render, rather than after it.
    """
    found = [_sound_loss(track, container) for track in info.sound]
    found += [_subtitle_loss(codec, container) for codec in info.subtitle_codecs]
    if info.attachment_count and attachment_fate(container) is Fate.DROPPED:
        found.append(Warned(WarningKind.ATTACHMENT_DROPPED, info.attachment_count))
    if info.cover_count and cover_fate(container) is Fate.DROPPED:
        found.append(Warned(WarningKind.ATTACHMENT_DROPPED, info.cover_count))
    lost = [kind for kind in info.data_kinds if data_fate(kind, container) is Fate.DROPPED]
    if lost:
        kinds = ", ".join(dict.fromkeys(lost))
        found.append(Warned(WarningKind.DATA_DROPPED, len(lost), kinds))
    if info.is_dolby_vision:
        base = _BASES.get(info.colour.transfer, "ordinary video")
        found.append(Warned(WarningKind.DOLBY_VISION_DROPPED, detail=base))
    if info.is_hdr10_plus:
        found.append(Warned(WarningKind.HDR10_PLUS_DROPPED))
    if info.video_stream_count > 1:
        found.append(Warned(WarningKind.PICTURE_DROPPED, info.video_stream_count - 1))
    return [loss for loss in found if loss is not None]


def _sound_loss(track: SoundTrack, container: Container) -> Warned | None:
    kinds = {
        Fate.CONVERTED: WarningKind.SOUND_CONVERTED,
        Fate.DROPPED: WarningKind.SOUND_DROPPED,
    }
    kind = kinds.get(sound_fate(track, container))
    return None if kind is None else Warned(kind, detail=track.codec)


def _subtitle_loss(codec: str, container: Container) -> Warned | None:
    kinds = {
        Fate.CONVERTED: WarningKind.SUBTITLES_CONVERTED,
        Fate.DROPPED: WarningKind.STREAM_DROPPED,
    }
    kind = kinds.get(subtitle_fate(codec, container))
    return None if kind is None else Warned(kind, detail=codec)


def _badness(info: SourceInfo, container: Container) -> int:
    fates = [sound_fate(track, container) for track in info.sound]
    fates += [subtitle_fate(codec, container) for codec in info.subtitle_codecs]
    fates += [attachment_fate(container)] * info.attachment_count
    fates += [cover_fate(container)] * info.cover_count
    fates += [data_fate(kind, container) for kind in info.data_kinds]
    return sum(fates)
