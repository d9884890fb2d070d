"""What the command line tells about a source and about the models, as pages for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.console import clock
from app.messages import size_text
from engine.catalogue import Model, is_installed

if TYPE_CHECKING:
    from engine.video.facts import SoundTrack, SourceInfo


CONTAINERS = {
    "mov": "MP4 or QuickTime",
    "matroska": "Matroska or WebM",
    "mpegts": "MPEG transport stream",
    "mpeg": "MPEG program stream",
    "asf": "Windows Media",
    "rm": "RealMedia",
}
"""Names for what FFmpeg calls a format; the others are known by their abbreviation."""
CHANNELS = {1: "mono", 2: "stereo", 6: "5.1"}


def source_report(info: SourceInfo, output_size: tuple[int, int]) -> str:
    """What a source is, and what Homereel proposes to do with it.

    Args:
        info: the source.
        output_size: width and height of the proposed output in pixels.
    """
    rows = [
        ("Format", f"{_container(info.container)}, {info.codec}"),
        ("Picture", _picture(info)),
        ("Length", _length(info)),
        ("Frame rate", _frame_rate(info)),
        ("Sound", "; ".join(map(_sound, info.sound)) or "none"),
        ("Also", _extras(info)),
    ]
    lines = [str(info.path), *(f"  {label + ':':<12}{text}" for label, text in rows if text)]
    lines += ["", "Homereel will", *(f"  - {proposal}" for proposal in _proposals(info))]
    width, height = output_size
    return "\n".join([*lines, f"  - write {width}x{height} pixels, unless --size says otherwise"])


def model_list(models: Sequence[Model]) -> str:
    """The catalogue, each model with its state."""
    blocks = []
    for model in models:
        blocks.append(
            f"{model.name}  ({_state(model)}, {size_text(model.size_bytes)})\n"
            f"    {model.title}. {model.purpose}\n"
            f"    Licence: {model.licence}"
        )
    return "\n".join(blocks)


def _state(model: Model) -> str:
    if is_installed(model):
        return "bundled" if model.is_bundled else "installed"
    return "missing" if model.is_bundled else "not installed"


def _container(name: str) -> str:
    first = name.partition(",")[0]  # FFmpeg lists every format that one demuxer reads
    return CONTAINERS.get(first, first.upper())


def _picture(info: SourceInfo) -> str:
    parts = [f"{info.width}x{info.height} stored"]
    if (info.display_width, info.display_height) != (info.width, info.height):
        parts.append(f"shown as {info.display_width}x{info.display_height}")
    parts += [f"{info.bit_depth} bit"] if info.bit_depth > 8 else []
    parts += ["black and white"] if info.is_gray else []
    parts += ["interlaced"] if info.is_interlaced else []
    return ", ".join(parts)


def _length(info: SourceInfo) -> str:
    parts = []
    if info.duration_seconds is not None:
        seconds = info.duration_seconds
        parts.append(clock(seconds) if seconds >= 60 else f"{seconds:.1f} seconds")
    if info.frame_count is not None:
        parts.append(f"{info.frame_count} frames")
    return ", ".join(parts) or "unknown"


def _frame_rate(info: SourceInfo) -> str:
    if info.is_variable_frame_rate:
        return "varies; every frame keeps its own time"
    return f"{float(info.frame_rate):.5g} per second" if info.frame_rate else "unknown"


def _sound(track: SoundTrack) -> str:
    known = track.language and track.language != "und"  # ISO 639-2: undetermined
    name = f"{track.codec} ({track.language})" if known else track.codec
    if not track.is_readable:
        return f"{name}, cannot be read"
    channels = CHANNELS.get(track.channels, f"{track.channels} channels")
    return f"{name}, {channels}, {track.sample_rate} Hz"


def _extras(info: SourceInfo) -> str:
    counts = [
        (info.subtitle_count, "subtitle track", ""),
        (info.chapter_count, "chapter", ""),
        (info.video_stream_count - 1, "further video stream", " that will not be restored"),
    ]
    parts = [f"title “{info.title}”"] if info.title else []
    for count, what, remark in counts:
        if count > 0:
            parts.append(f"{count} {what}{'s' if count > 1 else ''}{remark}")
    return ", ".join(parts)


def _proposals(info: SourceInfo) -> Iterator[str]:
    if info.is_interlaced:
        yield "deinterlace: make one full picture of each pair of fields"
    if info.rotation_degrees:
        yield f"turn the picture upright, by {info.rotation_degrees} degrees clockwise"
    if info.is_mirrored:
        yield "mirror the picture back"
    if info.sample_aspect != 1:
        width, height = info.display_width, info.display_height
        yield f"make the pixels square, for the right shape of {width}x{height}"
    if not info.colour.is_tagged:
        # ISO/IEC 23091-2, MatrixCoefficients: 1 is BT.709, what SD television uses is BT.601.
        norm = "BT.709" if info.colour.matrix == 1 else "BT.601"
        yield f"take the colours as {norm}, since the file does not say"
    if any(not track.is_readable for track in info.sound):
        yield "leave out the sound that cannot be read"
