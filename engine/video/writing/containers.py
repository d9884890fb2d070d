"""File formats: what each can hold, and which one takes a source without a loss.

Pure tables; imports no av.
"""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

from engine.jobs.choices import Codec, Container
from engine.jobs.events import Warned, WarningKind
from engine.video.colour import HLG, PQ
from engine.video.facts import GOPRO, PictureExtra, SoundTrack, SourceInfo

SUFFIXES = {
    ".mp4": Container.MP4,
    ".m4v": Container.MP4,
    ".mkv": Container.MKV,
    ".mov": Container.MOV,
}
"""What the names of files end in that are written."""
# In the order in which they are chosen where they hold as much. What plays everywhere first;
# editors that ask for ProRes expect MOV. FFV1 has a place in the others on paper only.
_HOMES = {
    Codec.H264: (Container.MP4, Container.MKV, Container.MOV),
    Codec.HEVC: (Container.MP4, Container.MKV, Container.MOV),
    Codec.AV1: (Container.MP4, Container.MKV),
    Codec.PRORES: (Container.MOV, Container.MKV),
    Codec.FFV1: (Container.MKV,),
    Codec.PNG: (Container.FOLDER,),
    Codec.TIFF: (Container.FOLDER,),
}

# What players expect; libavformat would write more than most can play (Vorbis and PCM into MP4,
# for example), and MP2 in a way that is read back as MP3.
_SOUND = {
    Container.MP4: frozenset({"aac", "ac3", "alac", "dts", "eac3", "flac", "mp3", "opus"}),
    Container.MOV: frozenset({"aac", "ac3", "adpcm_ima_qt", "alac", "eac3", "mp3"})
    | {f"pcm_{kind}" for kind in ("u8", "alaw", "mulaw")}
    | {f"pcm_{kind}{end}" for kind in ("s16", "s24", "s32", "f32", "f64") for end in ("le", "be")},
}
# What libavformat writes; it has no place for those of Windows Media, and a name, but no way of
# writing, for those of RealMedia. For the telephone's see `telephone`.
_SOUND[Container.MKV] = (
    _SOUND[Container.MP4]
    | {"mlp", "mp1", "mp2", "qdm2", "qdmc"}
    | {
        "pcm_alaw",
        "pcm_mulaw",
        "pcm_f32le",
        "pcm_f64le",
        "pcm_u8",
        "truehd",
        "tta",
        "vorbis",
        "wavpack",
    }
    | {f"pcm_{kind}{end}" for kind in ("s16", "s24", "s32") for end in ("le", "be")}
)
_SOUND[Container.FOLDER] = frozenset()  # PCM as well: it is written by itself
_LOSSLESS = frozenset({"alac", "flac", "mlp", "truehd", "tta", "wavpack"})
"""Codecs of sound that may have 24 bits, and lose nothing."""
# libavformat refuses MP3 below MPEG-1's rates in MP4 (ISO/IEC 14496-3 knows no such layer).
_MP4_LEAST_MP3_RATE = 16_000

_SUBTITLES = {
    Container.MP4: frozenset({"mov_text", "dvd_subtitle"}),
    Container.MOV: frozenset({"mov_text"}),
    Container.MKV: frozenset(
        {"subrip", "ass", "webvtt", "dvd_subtitle", "dvb_subtitle", "hdmv_pgs_subtitle", "text"}
    ),
    Container.FOLDER: frozenset(),
}
_TEXTS = frozenset({"subrip", "ass", "webvtt", "text", "mov_text"})
_PICTURE_EXTRAS = {
    PictureExtra.CAPTIONS: WarningKind.CAPTIONS_DROPPED,
    PictureExtra.SPHERICAL: WarningKind.SPHERICAL_DROPPED,
    PictureExtra.STEREO: WarningKind.STEREO_DROPPED,
}
_CAPTIONED = frozenset({Codec.H264, Codec.HEVC, Codec.AV1})
_BASES = {PQ: "HDR10", HLG: "HLG"}
_MOST_AAC_CHANNELS = 8
_COVERS = frozenset({Container.MP4, Container.MKV})
# libavformat takes other kinds into MOV as well, but writes what nothing can read.
_DATA = {
    Container.MP4: frozenset({GOPRO}),
    Container.MOV: frozenset({GOPRO}),
    Container.MKV: frozenset[str](),
    Container.FOLDER: frozenset[str](),
}


class Treatment(IntEnum):
    """What is done with a track; the larger, the more of it is lost."""

    KEPT = 0
    CONVERTED = 1
    EVENED = 2
    """Converted, because its rate or its channels change in mid-stream."""
    DROPPED = 100


Part = int | str
"""A stream of the source by its index, or one of `TITLES`, `CHAPTERS` and `TIMECODE`."""
TITLES, CHAPTERS, TIMECODE = "titles", "chapters", "time code"


def sound_treatment(track: SoundTrack, container: Container) -> Treatment:
    """Tell whether ``container`` takes the packets of ``track`` as they are."""
    is_undescribed = track.is_guessed and container is Container.FOLDER  # and does not decode
    if not track.is_readable or is_undescribed:
        return Treatment.DROPPED
    is_slow_mp3 = track.codec == "mp3" and track.sample_rate < _MP4_LEAST_MP3_RATE
    is_refused = is_slow_mp3 and container is not Container.MKV
    # Matroska has no place for the order of the channels.
    is_refused |= track.is_reordered and container is Container.MKV
    is_held = track.codec in _SOUND[container] and not is_refused
    return Treatment.KEPT if is_held else Treatment.CONVERTED


def converted_codec(codec: str, container: Container) -> str:
    """Name the codec that sound of ``codec`` is converted to.

    PCM stays PCM where players look for it, and loses nothing. Beside pictures it is always PCM.
    """
    if container is Container.FOLDER and not codec.startswith("pcm_"):
        return "pcm_s32le" if codec in _LOSSLESS else "pcm_s16le"
    if not codec.startswith("pcm_") or container is Container.MP4:
        return "aac"
    if not any(depth in codec for depth in ("24", "32", "64")):
        return "pcm_s16le"
    return "pcm_f32le" if "_f" in codec else "pcm_s32le"


def repaired_codec(container: Container, *, is_deep: bool) -> str:
    """Name the codec of repaired sound: without a loss where players take that.

    Args:
        container: of the output.
        is_deep: the sound of the source has more than 16 bits.
    """
    if container is Container.MP4:
        return "aac"
    if container is Container.MKV:
        return "flac"
    return "pcm_s24le" if is_deep else "pcm_s16le"


def has_deep_sound(codec: str) -> bool:
    """Tell whether sound of ``codec`` may have more than 16 bits that are worth keeping."""
    return codec in _LOSSLESS or any(depth in codec for depth in ("24", "32", "64"))


def are_channels_lost(channels: int, codec: str) -> bool:
    """Tell whether only two of so many channels are encoded by ``codec``."""
    return codec == "aac" and channels > _MOST_AAC_CHANNELS


def subtitle_treatment(codec: str, container: Container) -> Treatment:
    """Tell what is done with subtitles: text can be converted, pictures cannot."""
    if codec in _SUBTITLES[container]:
        return Treatment.KEPT
    is_converted = codec in _TEXTS and container is not Container.FOLDER
    return Treatment.CONVERTED if is_converted else Treatment.DROPPED


def text_codec(container: Container) -> str:
    """Name what subtitles of text are converted to for ``container``."""
    return "subrip" if container is Container.MKV else "mov_text"


def attachment_treatment(container: Container) -> Treatment:
    """Tell whether ``container`` takes attached files, fonts of subtitles for example."""
    return Treatment.KEPT if container is Container.MKV else Treatment.DROPPED


def cover_treatment(container: Container) -> Treatment:
    """Tell whether ``container`` takes a cover picture."""
    return Treatment.KEPT if container in _COVERS else Treatment.DROPPED


def data_treatment(kind: str, container: Container) -> Treatment:
    """Tell whether ``container`` takes timed data of this kind."""
    return Treatment.KEPT if kind in _DATA[container] else Treatment.DROPPED


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
    if output is not None and output.suffix.lower() in SUFFIXES:
        return SUFFIXES[output.suffix.lower()]
    return min(_HOMES[codec], key=lambda kind: _lost_tracks(info, kind))


def losses(info: SourceInfo, container: Container, codec: Codec = Codec.H264) -> list[Warned]:
    """Return what will not come into ``container`` as it is, as the writer will report it.

    So that it can be said before a long render, rather than after it.

    Args:
        info: the source.
        container: of the output.
        codec: of the picture, not AUTO.
    """
    found: list[Warned | None] = []
    for track in info.sound:
        found += sound_losses(track, container, sound_treatment(track, container))
    found += [_subtitle_loss(codec, container) for codec in info.subtitle_codecs]
    if info.attachment_count and attachment_treatment(container) is Treatment.DROPPED:
        found.append(Warned(WarningKind.ATTACHMENT_DROPPED, info.attachment_count))
    if info.cover_count and cover_treatment(container) is Treatment.DROPPED:
        found.append(Warned(WarningKind.ATTACHMENT_DROPPED, info.cover_count))
    lost = [
        kind for kind in info.data_kinds if data_treatment(kind, container) is Treatment.DROPPED
    ]
    if lost:
        kinds = ", ".join(dict.fromkeys(lost))
        found.append(Warned(WarningKind.DATA_DROPPED, len(lost), kinds))
    if container is Container.FOLDER:
        kept = {TITLES: info.title, CHAPTERS: info.chapter_count, TIMECODE: info.timecode}
        lost = [part for part, is_there in kept.items() if is_there]
        found += [Warned(WarningKind.DETAILS_DROPPED, detail=part) for part in lost]
    found += picture_losses(info, codec)
    if info.video_stream_count > 1:
        found.append(Warned(WarningKind.PICTURE_DROPPED, info.video_stream_count - 1))
    return [loss for loss in found if loss is not None]


def keeps_captions(codec: Codec) -> bool:
    """Tell whether closed captions have a place within pictures of ``codec``."""
    return codec in _CAPTIONED


def picture_losses(info: SourceInfo, codec: Codec) -> list[Warned]:
    """Return what the pictures of a source carry that is not written with ``codec``."""
    found = []
    if info.is_dolby_vision:
        base = _BASES.get(info.colour.transfer, "ordinary video")
        found.append(Warned(WarningKind.DOLBY_VISION_DROPPED, detail=base))
    if info.is_hdr10_plus:
        found.append(Warned(WarningKind.HDR10_PLUS_DROPPED))
    if info.missing_count:
        found.append(Warned(WarningKind.PICTURES_MISSING, info.missing_count))
    extras = set(info.picture_extras)
    if keeps_captions(codec):
        extras.discard(PictureExtra.CAPTIONS)
    return found + [Warned(kind) for extra, kind in _PICTURE_EXTRAS.items() if extra in extras]


def sound_losses(track: SoundTrack, container: Container, treatment: Treatment) -> list[Warned]:
    """Return what has to be said of a sound track that is treated so in ``container``."""
    if treatment is Treatment.KEPT:
        return []
    if treatment is Treatment.DROPPED:
        return [Warned(WarningKind.SOUND_DROPPED, detail=track.codec)]
    codec = converted_codec(track.codec, container)
    found = []
    if container is Container.FOLDER:
        found.append(Warned(WarningKind.SOUND_BESIDE, detail=track.codec))
    elif treatment is Treatment.EVENED:
        found.append(Warned(WarningKind.SOUND_EVENED, detail=track.codec))
    elif track.codec == codec:
        found.append(Warned(WarningKind.SOUND_MENDED, detail=track.codec))
    elif codec == "aac":
        found.append(Warned(WarningKind.SOUND_CONVERTED, detail=track.codec))
    else:
        found.append(Warned(WarningKind.SOUND_STORED_AS_PCM, detail=track.codec))
    if are_channels_lost(track.channels, codec):
        found.append(Warned(WarningKind.CHANNELS_DROPPED, track.channels - 2, track.codec))
    return found


def _subtitle_loss(codec: str, container: Container) -> Warned | None:
    kinds = {
        Treatment.CONVERTED: WarningKind.SUBTITLES_CONVERTED,
        Treatment.DROPPED: WarningKind.STREAM_DROPPED,
    }
    kind = kinds.get(subtitle_treatment(codec, container))
    return None if kind is None else Warned(kind, detail=codec)


def _lost_tracks(info: SourceInfo, container: Container) -> int:
    treatments = [sound_treatment(track, container) for track in info.sound]
    treatments += [subtitle_treatment(codec, container) for codec in info.subtitle_codecs]
    treatments += [attachment_treatment(container)] * info.attachment_count
    treatments += [cover_treatment(container)] * info.cover_count
    treatments += [data_treatment(kind, container) for kind in info.data_kinds]
    return sum(treatments)
