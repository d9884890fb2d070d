"""What options choose between: kinds of files, of repairs, of sizes and of regions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Codec(StrEnum):
    """Video codecs of the output; AUTO is H.264, or HEVC where the source is HDR."""

    AUTO = "auto"
    H264 = "h264"
    HEVC = "hevc"
    FFV1 = "ffv1"
    AV1 = "av1"
    PRORES = "prores"
    PNG = "png"
    TIFF = "tiff"


PICTURE_FILES = frozenset({Codec.PNG, Codec.TIFF})
"""Codecs that write a file for each picture."""


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
    FOLDER = "folder"
    """Numbered pictures, and the sound beside them."""


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


class Borders(StrEnum):
    """What happens to black borders; a region that is given decides instead."""

    KEEP = "keep"
    CROP = "crop"
    """Cut off, and with them lines that head switching has torn."""
    MASK = "mask"
    """Painted black, without their noise; the size stays."""


class Repair(StrEnum):
    """Faults of tapes and films that are put right before the network sees the picture."""

    SWITCHING = "switching"
    """Lines at the bottom or top, torn where a recorder changes from one head to the next."""
    RAINBOW = "rainbow"
    """Shimmering colours and crawling dots of composite video."""
    DROPOUTS = "dropouts"
    """Streaks of one frame, where tape has lost its coating."""
    DUST = "dust"
    """Spots of one frame on film."""
    CHROMA = "chroma"
    """Colours beside, above or below the things they belong to."""
    FLICKER = "flicker"
    """Brightness that swings although nothing moves."""
    REPEATS = "repeats"
    """Pictures that a capture lost and replaced by a copy of the one before."""
    SHAKE = "shake"
    """Tremor of the hand that held the camera."""
    JITTER = "jitter"
    """Lines that begin too early or too late, each by its own amount."""
    HALO = "halo"
    """A second contour beside edges, from the sharpening of a recorder."""
    LEVELS = "levels"
    """Black and white that have faded, each colour by its own amount."""


@dataclass(frozen=True)
class Crop:
    """A region in stored pixels of the source, before rotation and aspect are applied."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Part:
    """A part of a source, in seconds from its start; a frame at the end does not belong to it."""

    start_seconds: float
    end_seconds: float


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
