"""What is known about a source, as plain values, and what the user's choices make of it.

Loads neither av nor numpy, so that the window can use it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from engine.jobs.choices import Borders, Colours, Crop, Repair, Shape
from engine.jobs.options import Options
from engine.jobs.sound import SoundRepair
from engine.video.colour import BT709, SMPTE170M, Colour, HdrMetadata
from engine.video.geometry import display_size, is_quarter_turn

_RATE_TOLERANCE = 0.002

SEQUENCE = "image sequence"
"""What the container of numbered pictures is called."""

GOPRO = "gpmd"
"""The kind of timed data that GoPro's cameras record: positions and movements."""


class Scan(StrEnum):
    """How the pictures of a source were taken."""

    PROGRESSIVE = "progressive"
    """Whole pictures."""
    INTERLACED = "interlaced"
    """Two fields of different times in each picture."""
    MIXED = "mixed"
    """Marked as interlaced, or interlaced in part, while many pictures are whole."""
    TELECINED = "telecined"
    """Film of 24 pictures per second, spread over 60 fields by 2:3 pulldown."""


class FieldOrder(StrEnum):
    """Which field of an interlaced picture is the earlier one."""

    TOP_FIRST = "top first"
    BOTTOM_FIRST = "bottom first"


class PictureExtra(StrEnum):
    """What some pictures carry for players, beside what is seen of them."""

    CAPTIONS = "captions"
    """Closed captions, CEA-608 or CEA-708."""
    SPHERICAL = "spherical"
    """The picture is a part of a sphere, for looking around in."""
    STEREO = "stereo"
    """There are two views, for the two eyes."""


@dataclass(frozen=True, kw_only=True)
class _Measured:
    """How sure a fault is, and what was measured of it."""

    confidence: float
    """0..1; from 0.5 on the fault is taken for found."""
    parameters: tuple[tuple[str, float], ...] = ()
    """What was measured, and what the repair needs: names and numbers."""

    @property
    def is_found(self) -> bool:
        """Tell whether the source has this fault."""
        return self.confidence >= 0.5

    def measured(self, name: str) -> float:
        """Return the parameter of this name; 0 where nothing could be measured."""
        return dict(self.parameters).get(name, 0.0)


@dataclass(frozen=True, kw_only=True)
class Finding(_Measured):
    """What the first look at a source tells about one fault of the picture."""

    repair: Repair
    is_automatic: bool
    """It is sure enough to be repaired without being asked for, and the repair can't hurt."""


@dataclass(frozen=True, kw_only=True)
class SoundFinding(_Measured):
    """What the first look at a source tells about one fault of a sound track."""

    repair: SoundRepair


@dataclass(frozen=True, kw_only=True)
class SoundTrack:
    """One sound track; ``index`` is that of the stream, ``sample_rate`` in Hz."""

    index: int
    codec: str
    sample_rate: int
    channels: int
    language: str | None
    is_readable: bool
    start_seconds: float | None = None
    """Where it starts on the clock of the container; None where that is not known."""
    is_reordered: bool = False
    """Its channels are stored in another order than the usual one, as the file says."""
    is_guessed: bool = False
    """The file does not describe it; what is said here was told from its packets."""
    findings: tuple[SoundFinding, ...] = ()
    """One for each fault that was looked for."""

    def finding(self, repair: SoundRepair) -> SoundFinding:
        """Return what is known about one fault."""
        unknown = SoundFinding(repair=repair, confidence=0.0)
        return next((found for found in self.findings if found.repair is repair), unknown)


@dataclass(frozen=True)
class Section:
    """A part of a file with a clock of its own."""

    position: int
    """The byte of the file at which it begins."""
    shift_seconds: Fraction
    """Added to its times, it follows on the section before."""
    end_seconds: Fraction
    """Where it ends, on the clock of the first section."""


@dataclass(frozen=True, kw_only=True)
class Recording:
    """What a camera recorded from one start to the next stop; times in seconds of the source."""

    start_seconds: float
    length_seconds: float
    date: str
    """When it began, by the camera's clock: ISO 8601 without a zone of time."""


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
    scan: Scan
    sound: tuple[SoundTrack, ...]
    subtitle_count: int
    chapter_count: int
    video_stream_count: int
    title: str | None
    field_order: FieldOrder | None = None
    """None where the picture is progressive, or neither the flags nor the picture tell."""
    is_flagged_interlaced: bool = False
    pixel_format: str = ""
    """libavutil's name for how the decoded pixels are stored."""
    first_picture_seconds: float | None = None
    """Where the picture starts on the clock of the container; None where that is not known."""
    borders_crop: Crop | None = None
    """What lies inside black borders, in stored pixels; None where there are none."""
    hdr: HdrMetadata | None = None
    """Static metadata of an HDR source, where the file has it."""
    is_dolby_vision: bool = False
    """Beside the picture there are data of Dolby Vision."""
    is_hdr10_plus: bool = False
    """Beside the picture there are data of HDR10+."""
    picture_extras: tuple[PictureExtra, ...] = ()
    damaged_count: int = 0
    """Packets and frames that were found damaged in the part that was looked at."""
    recorded: str | None = None
    """When it was recorded, or at least when the file was made, as the file says it."""
    location: str | None = None
    """Where it was recorded, as ISO 6709 coordinates."""
    subtitle_codecs: tuple[str, ...] = ()
    attachment_count: int = 0
    """Attached files, fonts of subtitles for example."""
    cover_count: int = 0
    """Still pictures that stand for the film in lists."""
    timecode: str | None = None
    """Label of the first picture, as a tape deck or a camera gave it."""
    data_kinds: tuple[str, ...] = ()
    """What the tracks of timed data hold (positions, measurements), one word for each."""
    sections: tuple[Section, ...] = ()
    """The parts of a file whose clock begins anew; empty where it never does."""
    is_colour_chosen: bool = False
    """The user said which matrix the colours have; whatever the pictures say does not count."""
    is_shape_chosen: bool = False
    """The user said which shape the picture has; the same."""
    file_count: int = 1
    """Files that the film is stored in, beginning with ``path``; a DVD may have several."""
    sequence_rate: Fraction | None = None
    """Pictures per second at which an image sequence is read; None where it is a film."""
    missing_count: int = 0
    """Numbers within an image sequence that have no picture."""
    findings: tuple[Finding, ...] = ()
    """One for each fault that was looked for."""
    recordings: tuple[Recording, ...] = ()
    """Of a DV tape whose pictures say when they were recorded."""

    def finding(self, repair: Repair) -> Finding:
        """Return what is known about one fault."""
        unknown = Finding(repair=repair, confidence=0.0, is_automatic=False)
        return next((found for found in self.findings if found.repair is repair), unknown)

    def recorded_at(self, seconds: float) -> str | None:
        """Return when what is shown at a time was recorded, as far as that is known."""
        begun = [each for each in self.recordings if each.start_seconds <= seconds + 0.001]
        if not begun:
            return self.recorded
        since = timedelta(seconds=int(seconds - begun[-1].start_seconds))
        return (datetime.fromisoformat(begun[-1].date) + since).isoformat()

    @property
    def sound_findings(self) -> tuple[SoundFinding, ...]:
        """One for each fault of the sound, of the track that has it most surely."""
        found = (track.finding(repair) for repair in SoundRepair for track in self.sound)
        by_repair: dict[SoundRepair, SoundFinding] = {}
        for each in found:
            known = by_repair.get(each.repair)
            if known is None or each.confidence > known.confidence:
                by_repair[each.repair] = each
        return tuple(by_repair.values())

    @property
    def is_interlaced(self) -> bool:
        """Tell whether deinterlacing has something to do."""
        return self.scan is not Scan.PROGRESSIVE


def as_chosen(info: SourceInfo, options: Options) -> SourceInfo:
    """Return the source as the user wants it taken, where the file is wrong about itself.

    The turn, the shape and the colours of ``options`` replace what the file says, and so does the
    rate of an image sequence.
    """
    if info.sequence_rate is not None and options.sequence_rate is not None:
        info = _at_rate(info, info.sequence_rate, usual_rate(options.sequence_rate))
    if options.rotation_degrees is not None:
        info = replace(info, rotation_degrees=options.rotation_degrees, is_mirrored=False)
    info = replace(info, sample_aspect=_sample_aspect(info, options.shape))
    shown = display_size(info.width, info.height, info.sample_aspect)
    if is_quarter_turn(info.rotation_degrees):
        shown = shown[1], shown[0]
    return replace(
        info,
        display_width=shown[0],
        display_height=shown[1],
        colour=_chosen_colour(info.colour, options.colours),
        is_colour_chosen=options.colours is not Colours.AUTO and not info.colour.is_rgb,
        is_shape_chosen=options.shape is not Shape.AUTO,
    )


def trimmed(info: SourceInfo, options: Options) -> Crop | None:
    """Return what is left in stored pixels where borders are cut off; None: all of the picture.

    Lines that head switching has torn go with the borders where they are to be repaired.
    """
    if options.borders is not Borders.CROP:
        return None
    inside = info.borders_crop or Crop(0, 0, info.width, info.height)
    torn = info.finding(Repair.SWITCHING)
    if options.wants(Repair.SWITCHING, is_sure=torn.is_automatic):
        top, bottom = (2 * math.ceil(torn.measured(end) / 2) for end in ("top", "bottom"))
        last = min(inside.y + inside.height, info.height - bottom)
        first = max(inside.y, top)
        inside = Crop(inside.x, first, inside.width, last - first)
    is_whole = (inside.width, inside.height) == (info.width, info.height)
    return None if is_whole else inside


def usual_rate(rate: float) -> Fraction:
    """Return the rate that a rounded number of pictures per second stands for: 23.976, 29.97."""
    whole = round(rate)
    if abs(rate - whole) < _RATE_TOLERANCE:
        return Fraction(whole)
    television = Fraction(1000 * math.ceil(rate), 1001)
    is_television = abs(rate - television) < _RATE_TOLERANCE
    return television if is_television else Fraction(rate).limit_denominator(100)


def _at_rate(info: SourceInfo, before: Fraction, rate: Fraction) -> SourceInfo:
    length = info.duration_seconds
    return replace(
        info,
        sequence_rate=rate,
        frame_rate=rate,
        duration_seconds=None if length is None else length * float(before / rate),
    )


def _sample_aspect(info: SourceInfo, shape: Shape | Fraction) -> Fraction:
    if shape is Shape.AUTO:
        return info.sample_aspect
    if shape is Shape.STORED:
        return Fraction(1)
    wanted = 1 / shape if is_quarter_turn(info.rotation_degrees) else shape
    return wanted * Fraction(info.height, info.width)


def _chosen_colour(colour: Colour, colours: Colours) -> Colour:
    if colours is Colours.AUTO or colour.is_rgb:
        return colour
    code = SMPTE170M if colours is Colours.BT601 else BT709
    return replace(colour, matrix=code, transfer=code, is_tagged=True)
