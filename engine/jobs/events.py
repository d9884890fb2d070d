"""Events that a job reports while it runs, and its results, as plain values.

Imports neither torch nor av, so the window and the command line can use it at start-up.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class WarningKind(StrEnum):
    """Things the user should know although the render goes on."""

    DAMAGE = "damage"
    """``count`` frames or packets could not be decoded."""
    SIZE_CHANGED = "size_changed"
    """The size or shape of the picture changes in mid-stream; the first was kept."""
    SOUND_CONVERTED = "sound_converted"
    """A sound track does not fit into the container and was converted to AAC."""
    SOUND_STORED_AS_PCM = "sound_stored_as_pcm"
    """A sound track does not fit into the container and was stored as PCM, without a loss."""
    SOUND_BESIDE = "sound_beside"
    """A sound track lies as a WAV file beside the numbered pictures."""
    SOUND_MENDED = "sound_mended"
    """A sound track is damaged, so that it cannot be copied; what decodes was encoded again."""
    SOUND_EVENED = "sound_evened"
    """The rate or the channels of a track change in mid-stream; it was brought to one of each."""
    SOUND_FAULT_MISSING = "sound_fault_missing"
    """A fault of the sound (``detail``) was to be repaired, and is not there."""
    CHANNELS_DROPPED = "channels_dropped"
    """A track has ``count`` channels more than the two that can be converted."""
    SOUND_DROPPED = "sound_dropped"
    """A sound track cannot be read and is missing in the output."""
    SUBTITLES_CONVERTED = "subtitles_converted"
    """Subtitles do not fit into the container; their text and times were kept."""
    STREAM_DROPPED = "stream_dropped"
    """Subtitles cannot be kept and are missing in the output."""
    ATTACHMENT_DROPPED = "attachment_dropped"
    """``count`` attached files or cover pictures are missing in the output."""
    COVER_DROPPED = "cover_dropped"
    """A cover picture is broken and is missing in the output."""
    DETAILS_DROPPED = "details_dropped"
    """Titles, chapters or the time code (``detail``) are missing in the output."""
    DATA_DROPPED = "data_dropped"
    """``count`` tracks of data (positions, measurements) are missing in the output."""
    DOLBY_VISION_DROPPED = "dolby_vision_dropped"
    """The picture under Dolby Vision is kept, the data of each scene beside it are not."""
    HDR10_PLUS_DROPPED = "hdr10_plus_dropped"
    """HDR10 is kept, the data of each scene beside it are not."""
    CAPTIONS_DROPPED = "captions_dropped"
    """Closed captions within the pictures are missing in the output."""
    SPHERICAL_DROPPED = "spherical_dropped"
    """The output does not say that its picture is a part of a sphere."""
    STEREO_DROPPED = "stereo_dropped"
    """Only one of two views is restored, or the output does not say that it shows both."""
    PICTURES_MISSING = "pictures_missing"
    """``count`` numbers of an image sequence have no picture."""
    NOT_SPLIT = "not_split"
    """There is no place at which the source could be split; it becomes one file."""
    PICTURE_DROPPED = "picture_dropped"
    """The source has ``count`` more pictures (angles, for example); one is restored."""
    ENCODER_REPLACED = "encoder_replaced"
    """The encoder that was asked for does not work here; the processor encodes."""
    CARD_UNUSABLE = "card_unusable"
    """The card ``detail`` cannot compute with this build of torch; the processor is used."""
    CARD_UNUSED = "card_unused"
    """The card ``detail`` is not used: torch was built for the processor; see ``unused_card``."""
    NUMBERS_WIDENED = "numbers_widened"
    """Numbers of 16 bits overflowed; the work went on in 32-bit from the last good frame."""
    MEMORY_SHORT = "memory_short"
    """The device ran out of memory; the plan was made smaller and the work repeated."""
    SOURCE_MOVED = "source_moved"
    """The source of an unfinished render was found elsewhere: ``detail`` is its path."""
    WORK_DAMAGED = "work_damaged"
    """``count`` finished frames of an earlier render were damaged and are restored again."""


@dataclass(frozen=True)
class Warned:
    """A warning for the user; the render goes on."""

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
    NO_PEERS = "no_peers"
    """No other computer is there, and this one is to restore nothing itself; ``path`` is the key.
    """
    PREVIEW = "preview"
    """It was asked to make room; it goes on once the preview is there."""


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


class PeerState(StrEnum):
    """What another computer does for a render."""

    IDLE = "idle"
    WORKING = "working"
    PAUSED = "paused"
    SILENT = "silent"
    """It works on a stretch, and has not reported for a while."""
    LEFT_OUT = "left_out"


@dataclass(frozen=True, kw_only=True)
class Peer:
    """One of the computers that share a render."""

    name: str
    is_this_computer: bool
    state: PeerState
    frames: int
    """Frames of the render that it has restored and that were accepted."""
    frames_per_second: float
    """As counted on this computer, over its last stretches."""
    share: float
    """Of all frames accepted in this run, 0..1."""


@dataclass(frozen=True)
class PeersSeen:
    """The computers that share a render, and what each of them does."""

    peers: tuple[Peer, ...]


class PeerFault(StrEnum):
    """What was wrong with another computer; the render loses nothing by it."""

    OTHER_VERSION = "other_version"
    """It has another version of ``detail``; it is left out."""
    OTHER_RESULT = "other_result"
    """It restores a test frame with other numbers; it is left out."""
    OTHER_DEVICE = "other_device"
    """It computes on another device (``detail``); its pictures differ by less than can be seen."""
    GARBAGE = "garbage"
    """What it sent is no segment; it is left out."""
    WRONG_CHECKSUM = "wrong_checksum"
    """What it sent was damaged on the way; the stretch is given out again."""
    WRONG_SIZE = "wrong_size"
    """A segment of another number of pictures than were wanted; it is left out."""
    LYING_SPEED = "lying_speed"
    """It says that it is faster (``detail``) than was counted."""
    DISK_FULL = "disk_full"
    """It has no room for the model; it is left out."""
    NO_MODEL = "no_model"
    """It does not know the model ``detail``; it is left out."""
    NO_MEMORY = "no_memory"
    """It has too little memory for the frames; it is left out."""
    CLOCK = "clock"
    """Its clock differs by ``detail`` hours, which changes nothing."""
    LOST = "lost"
    """The connection ended while it worked on a stretch, which is given out again."""
    FAILED = "failed"
    """It failed with ``detail``; it is left out."""


@dataclass(frozen=True, kw_only=True)
class PeerTrouble:
    """Something was wrong with another computer; the render goes on without a loss."""

    peer: str
    fault: PeerFault
    detail: str = ""


Event = Started | Progressed | Warned | Waiting | PeersSeen | PeerTrouble


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
    is_shortened: bool = False
    """The stretch has more frames than the memory for a preview holds; the first ones are shown."""


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
    is_final: bool = True
    """False for one that was restored in a hurry; it comes once more."""


@dataclass(frozen=True)
class FilmFrame:
    """A moment of a source, and of the file that was made of it, for showing."""

    at_seconds: float
    """From the start of the source."""
    before: Picture
    after: Picture | None
