"""What is to be done: a source, an output and the options between them, as plain values.

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


class Repair(StrEnum):
    """Faults of tapes and films that are put right before the network sees the picture."""

    SWITCHING = "switching"
    """Lines at the bottom or top, torn where a recorder changes from one head to the next."""
    DROPOUTS = "dropouts"
    """Streaks of one frame, where tape has lost its coating."""
    DUST = "dust"
    """Spots of one frame on film."""
    CHROMA = "chroma"
    """Colours beside, above or below the things they belong to."""
    FLICKER = "flicker"
    """Brightness that swings although nothing moves."""
    LEVELS = "levels"
    """Black and white that have faded, each colour by its own amount."""


ALL_SURE, NO_REPAIRS = "auto", "off"


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
    repair: str = ALL_SURE
    """``auto``: what was found for sure and can't hurt; ``off``; or names of `Repair`, separated
    by commas."""
    codec: Codec = Codec.AUTO
    quality: int | None = None
    """Constant rate factor of the encoder, see `QUALITIES`; None: the codec's default here."""
    encoder: Encoder = Encoder.AUTO
    container: Container | None = None
    device: str = "auto"
    precision: str = "auto"
    window_frames: int | None = None
    lookahead_frames: int | None = None

    def wants(self, repair: Repair, *, is_sure: bool) -> bool:
        """Tell whether a repair is to be made; ``is_sure``: ``auto`` would make it."""
        if self.repair in (ALL_SURE, NO_REPAIRS):
            return is_sure and self.repair == ALL_SURE
        return repair in self.repair.split(",")


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
