"""What is to be done, and what is reported while it is done: plain values without behaviour.

Imports neither torch nor av, so the window and the command line can use it at start-up.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

DEFAULT_MODEL = "homereel-small"


class Codec(StrEnum):
    """Video codecs of the output; AUTO is H.264, or HEVC where the source is HDR."""

    AUTO = "auto"
    H264 = "h264"
    HEVC = "hevc"
    FFV1 = "ffv1"
    AV1 = "av1"
    PRORES = "prores"


class Encoder(StrEnum):
    """Where the picture is encoded; AUTO is the processor."""

    AUTO = "auto"
    CPU = "cpu"
    NVENC = "nvenc"
    QSV = "qsv"
    AMF = "amf"
    VIDEOTOOLBOX = "videotoolbox"


QUALITIES = {
    Codec.AUTO: range(52),
    Codec.H264: range(52),
    Codec.HEVC: range(52),
    Codec.AV1: range(64),
}
"""Scale of each codec's quality, the best first; ProRes (422 HQ) and FFV1 (lossless) have none."""
DEFAULT_QUALITY = {Codec.AUTO: 17, Codec.H264: 17, Codec.HEVC: 19, Codec.AV1: 22}
"""Of AUTO it is that of what it usually stands for."""


class Container(StrEnum):
    """File formats of the output."""

    MP4 = "mp4"
    MKV = "mkv"
    MOV = "mov"


class Deinterlace(StrEnum):
    """What happens to interlaced pictures; FIELD doubles the frame rate."""

    AUTO = "auto"
    OFF = "off"
    FRAME = "frame"
    FIELD = "field"


class Colours(StrEnum):
    """Which standard the colours of a source follow; AUTO: what it says, else by its size."""

    AUTO = "auto"
    BT601 = "bt601"
    BT709 = "bt709"


class Shape(StrEnum):
    """Where the display aspect comes from, if it is not given as a number."""

    AUTO = "auto"
    STORED = "off"
    """The stored pixels are taken for square ones, whatever the file says."""


@dataclass(frozen=True)
class Crop:
    """A region in stored pixels of the source, before rotation and aspect are applied."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class SizeByFactor:
    """Output size as a multiple of the display size of the source (or of the crop)."""

    factor: int


@dataclass(frozen=True)
class SizeByHeight:
    """Output size by its short side ("1080p"), the aspect kept."""

    short_side: int


@dataclass(frozen=True)
class SizeExact:
    """Output size in pixels; the display aspect of the source is given up."""

    width: int
    height: int


OutputSize = SizeByFactor | SizeByHeight | SizeExact


@dataclass(frozen=True, kw_only=True)
class Options:
    """How a source is restored. ``None`` means "chosen for the source"."""

    model: str = DEFAULT_MODEL
    threshold: float | None = None
    """θ of dynamic refinement in 8-bit levels; None: the model's own default."""
    strength: float = 1.0
    grain: float = 0.0
    """Film grain put on the finished picture, 0..1."""
    size: OutputSize | None = None
    deinterlace: Deinterlace = Deinterlace.AUTO
    start_seconds: float | None = None
    end_seconds: float | None = None
    crop: Crop | None = None
    trims_borders: bool = False
    """Cut black borders off; where ``crop`` is given, that decides."""
    rotation_degrees: int | None = None
    """Clockwise turn of the stored picture (0, 90, 180, 270); None: as its display matrix says."""
    shape: Shape | Fraction = Shape.AUTO
    """A number is the width by the height of the upright picture as it is to be shown."""
    colours: Colours = Colours.AUTO
    codec: Codec = Codec.AUTO
    quality: int | None = None
    """Constant rate factor of the encoder, see `QUALITIES`; None: the codec's default here."""
    encoder: Encoder = Encoder.AUTO
    container: Container | None = None
    device: str = "auto"
    precision: str = "auto"
    window_frames: int | None = None
    lookahead_frames: int | None = None


class Resume(StrEnum):
    """What becomes of an unfinished render of the same output."""

    AUTO = "auto"
    """It goes on where it stopped if nothing has changed that shows; else it is left alone."""
    ALWAYS = "always"
    """The same, and it goes on with another program, model file or device as well."""
    NEVER = "never"
    """It is thrown away."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """One source, one range, one set of options, one output file."""

    source: Path
    output: Path
    options: Options = field(default_factory=Options)
    overwrite: bool = False
    resume: Resume = Resume.AUTO


class WarningKind(StrEnum):
    """Things the user should know although the render goes on."""

    DAMAGE = "damage"
    """``count`` frames or packets could not be decoded."""
    SIZE_CHANGED = "size_changed"
    """The frame size changes in mid-stream; the first size was kept."""
    SOUND_CONVERTED = "sound_converted"
    """A sound track does not fit into the container and was converted to AAC."""
    SOUND_DROPPED = "sound_dropped"
    """A sound track cannot be read and is missing in the output."""
    SUBTITLES_CONVERTED = "subtitles_converted"
    """Subtitles do not fit into the container; their text and times were kept."""
    STREAM_DROPPED = "stream_dropped"
    """Subtitles cannot be kept and are missing in the output."""
    ATTACHMENT_DROPPED = "attachment_dropped"
    """``count`` attached files or cover pictures are missing in the output."""
    DATA_DROPPED = "data_dropped"
    """``count`` tracks of data (positions, measurements) are missing in the output."""
    DOLBY_VISION_DROPPED = "dolby_vision_dropped"
    """The picture under Dolby Vision is kept, the data of each scene beside it are not."""
    HDR10_PLUS_DROPPED = "hdr10_plus_dropped"
    """HDR10 is kept, the data of each scene beside it are not."""
    PICTURE_DROPPED = "picture_dropped"
    """The source has ``count`` more pictures (angles, for example); one is restored."""
    ENCODER_REPLACED = "encoder_replaced"
    """The encoder that was asked for does not work here; the processor encodes."""
    MEMORY_SHORT = "memory_short"
    """The device ran out of memory; the plan was made smaller and the work repeated."""
    SOURCE_MOVED = "source_moved"
    """The source of an unfinished render was found elsewhere: ``detail`` is its path."""
    WORK_DAMAGED = "work_damaged"
    """``count`` finished frames of an earlier render were damaged and are restored again."""


@dataclass(frozen=True)
class Warned:
    """Something worth saying happened; the render goes on."""

    kind: WarningKind
    count: int = 1
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class Started:
    """The render starts; sizes in pixels of the finished file."""

    source: Path
    output: Path
    width: int
    height: int
    frames_total: int | None
    device: str
    model: str
    """Empty where the network is skipped."""
    frames_done: int = 0
    """Frames that an earlier render of this job had finished."""
    seconds_expected: float | None = None
    """For what is left, by what was measured on this machine; None where nothing was."""


class WaitReason(StrEnum):
    """What a render waits for; it goes on by itself."""

    DISK_FULL = "disk_full"
    OUTPUT_GONE = "output_gone"
    SOURCE_GONE = "source_gone"


@dataclass(frozen=True)
class Waiting:
    """The render stands still because of ``path`` and keeps everything; None: it goes on."""

    reason: WaitReason | None
    path: Path
    free_bytes: int = 0


@dataclass(frozen=True, kw_only=True)
class Progressed:
    """``frames_done`` frames have been handed to the encoder."""

    frames_done: int
    frames_total: int | None
    frames_per_second: float
    seconds_left: float | None
    mean_passes: float
    """Mean number of cleaning passes per frame so far, counted by their weights."""


Event = Started | Progressed | Warned | Waiting


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What a finished render reports."""

    output: Path
    frames: int
    seconds: float
    mean_passes: float
    warnings: tuple[Warned, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PreviewSummary:
    """What a finished preview reports."""

    mean_passes: float
    """Cleaning passes per frame, counted by their weights."""
    mean_cleanings: float
    """How often a frame was cleaned for them."""


@dataclass(frozen=True)
class Picture:
    """An RGB picture for showing: ``rgb`` holds ``height`` rows of ``3 * width`` bytes."""

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, kw_only=True)
class PreviewFrame:
    """One frame of a preview, both pictures at the size of the output."""

    index: int
    pts_seconds: float
    before: Picture
    after: Picture
    passes: float
