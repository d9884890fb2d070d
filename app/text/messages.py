"""Sentences for what can go wrong: what happened, and what to do about it.

The texts are marked for `lupdate`, and written in the language that `app.text.language` was told.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.text.cluster_texts import CLUSTER_TEXTS, PEER_TEXTS
from app.text.language import decimal, translate
from app.text.waiting_texts import GOES_ON, WAITING_TEXTS
from app.text.weights_texts import NEWEST_TEXTS, RUNTIME_TEXTS, WEIGHTS_TEXTS
from engine.jobs.errors import (
    Cancelled,
    CardRuntimeError,
    ClusterError,
    DeviceError,
    DeviceLostError,
    DeviceMemoryError,
    DiskFullError,
    InputProblem,
    InputVideoError,
    NewestVersionError,
    OutputProblem,
    OutputVideoError,
    PresetError,
    PresetProblem,
    RunnerDiedError,
    ScoreFileError,
    UnfinishedWorkError,
    WeightsError,
    WorkProblem,
)
from engine.jobs.events import PeerTrouble, Waiting, Warned, WarningKind
from engine.jobs.translation import QT_TRANSLATE_N_NOOP, QT_TRANSLATE_NOOP

_CONTROLS = frozenset({"Cc", "Zl", "Zp"})
_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Characters that change the direction of what follows: a name could hide its ending."""
_UNITS = (
    QT_TRANSLATE_NOOP("messages", "{size} kB"),
    QT_TRANSLATE_NOOP("messages", "{size} MB"),
    QT_TRANSLATE_NOOP("messages", "{size} GB"),
    QT_TRANSLATE_NOOP("messages", "{size} TB"),
)

INPUT_TEXTS = {
    InputProblem.NOT_FOUND: QT_TRANSLATE_NOOP(
        "messages", "There is no file {path}; check the name and whether its disk is connected."
    ),
    InputProblem.NO_PERMISSION: QT_TRANSLATE_NOOP(
        "messages", "{path} may not be read by you; change its permissions or copy it first."
    ),
    InputProblem.IS_FOLDER: QT_TRANSLATE_NOOP(
        "messages", "{path} is a folder; choose the video files in it."
    ),
    InputProblem.SEVERAL_SEQUENCES: QT_TRANSLATE_NOOP(
        "messages",
        "{path} holds more than one film of numbered pictures ({detail}); name one of them.",
    ),
    InputProblem.EMPTY_FILE: QT_TRANSLATE_NOOP(
        "messages", "{path} is empty; copy it again from where it came from."
    ),
    InputProblem.NOT_A_VIDEO: QT_TRANSLATE_NOOP(
        "messages", "{path} is not a video that can be read, or its beginning or index is lost."
    ),
    InputProblem.PHOTO: QT_TRANSLATE_NOOP(
        "messages",
        "{path} is a photo; Homereel restores films. Numbered pictures of a film are given by a"
        " pattern like scan_%04d.jpg.",
    ),
    InputProblem.ENCRYPTED: QT_TRANSLATE_NOOP(
        "messages",
        "{path} is encrypted (copy protection); play it with the program it was bought or recorded"
        " with, and use a copy without protection.",
    ),
    InputProblem.NO_PICTURE: QT_TRANSLATE_NOOP(
        "messages", "{path} has no moving picture, only sound or other data."
    ),
    InputProblem.NOTHING_DECODES: QT_TRANSLATE_NOOP(
        "messages", "No frame of {path} can be decoded; it is encrypted or badly damaged."
    ),
    InputProblem.DOLBY_VISION_ALONE: QT_TRANSLATE_NOOP(
        "messages",
        "{path} is Dolby Vision without an ordinary picture under it (profile 5), and would come "
        "out in green and violet; convert it to HDR10 or ordinary video first.",
    ),
    InputProblem.NO_FRAME_IN_RANGE: QT_TRANSLATE_NOOP(
        "messages", "{path} has no frame between the chosen start and end; choose another range."
    ),
    InputProblem.CROP_OUTSIDE: QT_TRANSLATE_NOOP(
        "messages",
        "The chosen region does not lie within the picture of {path}; choose a smaller one.",
    ),
    InputProblem.MOVED: QT_TRANSLATE_NOOP(
        "messages",
        "{path} is not there any more (finished frames: {detail}); find the file, and they are"
        " kept.",
    ),
    InputProblem.CHANGED: QT_TRANSLATE_NOOP(
        "messages",
        "{path} was changed while it was being restored; put the old file back to go on, or start"
        " again.",
    ),
    InputProblem.READ_FAILED: QT_TRANSLATE_NOOP(
        "messages",
        "Reading {path} failed ({detail}); check its disk, or copy it to another one first.",
    ),
    InputProblem.CRASHED_READER: QT_TRANSLATE_NOOP(
        "messages",
        "{path} could not be looked at: it made the reader crash ({detail}); convert it with"
        " another program first, and please report it.",
    ),
    InputProblem.ENDED_PROGRAM: QT_TRANSLATE_NOOP(
        "messages",
        "Homereel ended while it looked at {path}, which may be the reason, and leaves it alone;"
        " choose “Look at it again” from its menu to try.",
    ),
}

OUTPUT_TEXTS = {
    OutputProblem.EXISTS: QT_TRANSLATE_NOOP(
        "messages", "{path} exists already; choose another name or allow it to be overwritten."
    ),
    OutputProblem.IS_SOURCE: QT_TRANSLATE_NOOP(
        "messages", "{path} is the source itself, which is never replaced; choose another name."
    ),
    OutputProblem.FOLDER_MISSING: QT_TRANSLATE_NOOP(
        "messages", "The folder of {path} does not exist; create it or choose another one."
    ),
    OutputProblem.NO_PERMISSION: QT_TRANSLATE_NOOP(
        "messages", "{path} may not be written by you; choose another folder."
    ),
    OutputProblem.BAD_NAME: QT_TRANSLATE_NOOP(
        "messages",
        "The disk allows no file of the name {path} ({detail}); choose another one.",
    ),
    OutputProblem.ENCODER_FAILED: QT_TRANSLATE_NOOP(
        "messages",
        "The encoder could not write {path} ({detail}); try another codec or output size.",
    ),
    OutputProblem.UNSUPPORTED: QT_TRANSLATE_NOOP(
        "messages",
        "{path} cannot hold what was asked for ({detail}); choose another codec or container.",
    ),
    OutputProblem.TOO_SMALL: QT_TRANSLATE_NOOP(
        "messages",
        "{path} would be too small for its encoder ({detail}); choose a larger size or another"
        " codec.",
    ),
    OutputProblem.WRITE_FAILED: QT_TRANSLATE_NOOP(
        "messages", "Writing {path} failed ({detail}); check the disk or choose another folder."
    ),
    OutputProblem.IN_USE: QT_TRANSLATE_NOOP(
        "messages", "{path} is being written by another Homereel; wait for it or end it first."
    ),
    OutputProblem.WORK_REMOVED: QT_TRANSLATE_NOOP(
        "messages",
        "The hidden working folder of {path} was removed during the render; start it again.",
    ),
}

WORK_TEXTS = {
    WorkProblem.OTHER_SOURCE: QT_TRANSLATE_N_NOOP(
        "messages",
        "{path} was begun from another source (%n frames are finished); choose another name, or"
        " give --no-resume to throw that away.",
        "",
        0,
    ),
    WorkProblem.OTHER_OPTIONS: QT_TRANSLATE_N_NOOP(
        "messages",
        "{path} was begun with other options (%n frames are finished): {detail}; use the old ones"
        " to go on, or --no-resume to throw that away.",
        "",
        0,
    ),
    WorkProblem.OTHER_PROGRAM: QT_TRANSLATE_N_NOOP(
        "messages",
        "{path} was begun by another version or on another device (%n frames are finished):"
        " {detail}; give --resume to go on all the same, or --no-resume to throw that away.",
        "",
        0,
    ),
    WorkProblem.UNREADABLE: QT_TRANSLATE_NOOP(
        "messages",
        "The journal of the unfinished {path} cannot be read, or is of another version; give"
        " --no-resume to start again.",
    ),
}

PRESET_TEXTS = {
    PresetProblem.NOT_FOUND: QT_TRANSLATE_NOOP(
        "messages", "There is no preset called {name}; the presets there are: {detail}."
    ),
    PresetProblem.UNREADABLE: QT_TRANSLATE_NOOP(
        "messages", "The preset {name} makes no sense ({detail}); change or remove its file."
    ),
    PresetProblem.BAD_NAME: QT_TRANSLATE_NOOP(
        "messages",
        "{name} cannot be the name of a preset, since it cannot be that of a file; choose another"
        " one.",
    ),
}

WARNING_TEXTS = {
    WarningKind.DAMAGE: QT_TRANSLATE_N_NOOP(
        "messages",
        "The source is damaged in %n places: what could not be decoded there is left out.",
        "",
        0,
    ),
    WarningKind.SIZE_CHANGED: QT_TRANSLATE_NOOP(
        "messages",
        "The size or shape of the picture changes in the middle of the source; later pictures are"
        " fitted into the first one.",
    ),
    WarningKind.SOUND_CONVERTED: QT_TRANSLATE_NOOP(
        "messages",
        "A sound track ({detail}) does not fit into this container and is converted to AAC.",
    ),
    WarningKind.SOUND_STORED_AS_PCM: QT_TRANSLATE_NOOP(
        "messages",
        "A sound track ({detail}) does not fit into this container and is stored as PCM, without"
        " a loss.",
    ),
    WarningKind.SOUND_BESIDE: QT_TRANSLATE_NOOP(
        "messages", "A sound track ({detail}) is stored beside the pictures, as a WAV file."
    ),
    WarningKind.SOUND_MENDED: QT_TRANSLATE_NOOP(
        "messages",
        "A sound track ({detail}) is damaged and cannot be copied; what can be decoded of it is"
        " encoded again.",
    ),
    WarningKind.SOUND_EVENED: QT_TRANSLATE_NOOP(
        "messages",
        "A sound track ({detail}) changes its rate or its channels in the middle and is converted"
        " to one of each.",
    ),
    WarningKind.SOUND_FAULT_MISSING: QT_TRANSLATE_NOOP(
        "messages", "Nothing was found in the sound for “{detail}” to put right."
    ),
    WarningKind.NOT_SPLIT: QT_TRANSLATE_NOOP(
        "messages", "There is no place at which this video could be split; it becomes one file."
    ),
    WarningKind.CHANNELS_DROPPED: QT_TRANSLATE_N_NOOP(
        "messages",
        "Only the first two channels of a sound track ({detail}) are kept in this container, %n are"
        " missing; MKV and MOV hold more.",
        "",
        0,
    ),
    WarningKind.SOUND_DROPPED: QT_TRANSLATE_NOOP(
        "messages", "A sound track cannot be read or written and is missing in the output."
    ),
    WarningKind.SUBTITLES_CONVERTED: QT_TRANSLATE_NOOP(
        "messages",
        "Subtitles ({detail}) do not fit into this container and are converted; MKV keeps more.",
    ),
    WarningKind.STREAM_DROPPED: QT_TRANSLATE_NOOP(
        "messages",
        "Subtitles cannot be kept in this container ({detail}) and are missing in the output.",
    ),
    WarningKind.ATTACHMENT_DROPPED: QT_TRANSLATE_NOOP(
        "messages",
        "Attached files or cover pictures do not fit into this container and are missing in the"
        " output; MKV holds them.",
    ),
    WarningKind.COVER_DROPPED: QT_TRANSLATE_NOOP(
        "messages", "A cover picture is broken and is missing in the output."
    ),
    WarningKind.DETAILS_DROPPED: QT_TRANSLATE_NOOP(
        "messages",
        "Of the source's notes, this cannot be written to the output and is missing: {detail}.",
    ),
    WarningKind.DATA_DROPPED: QT_TRANSLATE_NOOP(
        "messages",
        "Data that the camera recorded beside the picture ({detail}) cannot be kept and is missing"
        " in the output.",
    ),
    WarningKind.DOLBY_VISION_DROPPED: QT_TRANSLATE_NOOP(
        "messages",
        "Dolby Vision becomes {detail}, which is what players without it show of the source.",
    ),
    WarningKind.HDR10_PLUS_DROPPED: QT_TRANSLATE_NOOP(
        "messages", "HDR10+ becomes HDR10, which is what players without it show of the source."
    ),
    WarningKind.CAPTIONS_DROPPED: QT_TRANSLATE_NOOP(
        "messages", "Closed captions within the pictures cannot be kept and are missing."
    ),
    WarningKind.SPHERICAL_DROPPED: QT_TRANSLATE_NOOP(
        "messages",
        "The note that this is a 360° picture cannot be kept; players will show it flat.",
    ),
    WarningKind.STEREO_DROPPED: QT_TRANSLATE_NOOP(
        "messages",
        "The source is a 3D film; a second view is left out, and views side by side are not"
        " marked as 3D.",
    ),
    WarningKind.PICTURES_MISSING: QT_TRANSLATE_N_NOOP(
        "messages",
        "%n pictures are missing in the numbering; the picture before each stays longer.",
        "",
        0,
    ),
    WarningKind.PICTURE_DROPPED: QT_TRANSLATE_NOOP(
        "messages", "The source has more than one picture; only the first choice is restored."
    ),
    WarningKind.ENCODER_REPLACED: QT_TRANSLATE_NOOP(
        "messages",
        "The encoder {detail} does not work here with this picture; the processor encodes it.",
    ),
    WarningKind.WORK_DAMAGED: QT_TRANSLATE_N_NOOP(
        "messages",
        "Work that was finished earlier was damaged; %n frames are restored again.",
        "",
        0,
    ),
    WarningKind.SOURCE_MOVED: QT_TRANSLATE_NOOP(
        "messages", "The source was moved, and found by its content: {detail}."
    ),
    WarningKind.CARD_UNUSABLE: QT_TRANSLATE_NOOP(
        "messages",
        "The graphics card ({detail}) is too old or too new for this program; the processor"
        " computes.",
    ),
    WarningKind.CARD_UNUSED: QT_TRANSLATE_NOOP(
        "messages",
        "The graphics card ({detail}) is not used, since PyTorch is built for the processor here;"
        " with its build for this card a render takes a fraction of the time (“homereel doctor”"
        " says what to install).",
    ),
    WarningKind.NUMBERS_WIDENED: QT_TRANSLATE_NOOP(
        "messages",
        "Numbers of 16 bits are too small for this picture; the work goes on in 32 bits, more"
        " slowly.",
    ),
    WarningKind.MEMORY_SHORT: QT_TRANSLATE_NOOP(
        "messages", "Memory ran short; the work goes on in smaller steps."
    ),
}

DISK_TOO_SMALL = QT_TRANSLATE_NOOP(
    "messages",
    "{path} needs about {needed} of disk space, but only {free} are free; make room or choose"
    " another folder.",
)
DISK_FULL = QT_TRANSLATE_NOOP(
    "messages",
    "The disk of {path} is full ({free} free); make room or choose another folder.",
)
DEVICE_MISSING = QT_TRANSLATE_NOOP(
    "messages", "The device {device} is not there or cannot compute; choose auto or cpu."
)
DEVICE_LOST = QT_TRANSLATE_NOOP(
    "messages",
    "The device {device} stopped working ({detail}); what is finished is kept, start again to go"
    " on.",
)
DEVICE_TOO_SMALL = QT_TRANSLATE_NOOP(
    "messages",
    "{device} has too little memory for pictures of {width}x{height}; choose a region, a smaller"
    " model or the device cpu.",
)
SCORE_FILE = QT_TRANSLATE_NOOP(
    "messages", "{path} holds no parameters of that measure ({detail}); choose another file."
)
RUNNER_DIED = QT_TRANSLATE_NOOP(
    "messages",
    "The process that restored {path} crashed (exit status {exit_status}); what is finished is"
    " kept, start it again to go on.",
)
OUTPUT_LOST = QT_TRANSLATE_NOOP(
    "messages", "The output could not be written ({detail}); everything else was carried out."
)
CANCELLED = QT_TRANSLATE_NOOP("messages", "Cancelled.")
CANCELLED_RENDER = QT_TRANSLATE_NOOP(
    "messages", "Cancelled; what is finished is kept, and the same command goes on from there."
)
CANCELLED_EARLY = QT_TRANSLATE_NOOP(
    "messages", "Cancelled before anything was finished; the same command begins anew."
)
UNEXPECTED = QT_TRANSLATE_NOOP(
    "messages",
    "Something unexpected happened ({kind}: {what}); please report it with the page that"
    " “homereel doctor” prints.",
)


_TEXTS_BY_REASON: dict[type[BaseException], Mapping[Any, str]] = {
    InputVideoError: INPUT_TEXTS,
    OutputVideoError: OUTPUT_TEXTS,
    UnfinishedWorkError: WORK_TEXTS,
    PresetError: PRESET_TEXTS,
    WeightsError: WEIGHTS_TEXTS,
    CardRuntimeError: RUNTIME_TEXTS,
    NewestVersionError: NEWEST_TEXTS,
    ClusterError: CLUSTER_TEXTS,
}
_TEXTS: dict[type[BaseException], str] = {
    DeviceError: DEVICE_MISSING,
    DeviceMemoryError: DEVICE_TOO_SMALL,
    DeviceLostError: DEVICE_LOST,
    RunnerDiedError: RUNNER_DIED,
    ScoreFileError: SCORE_FILE,
    Cancelled: CANCELLED,
    KeyboardInterrupt: CANCELLED,
}


def describe(error: BaseException) -> str:
    """Return one sentence that says what happened and what to do, for any exception."""
    kind, fields = type(error), dict(vars(error))  # an EngineError's fields are the names in braces
    if kind in _TEXTS_BY_REASON:
        text = _TEXTS_BY_REASON[kind][fields["reason"]]
    elif kind in _TEXTS:
        text = _TEXTS[kind]
    elif isinstance(error, DiskFullError):
        text = DISK_FULL if error.needed_bytes is None else DISK_TOO_SMALL
        needed, free = size_text(error.needed_bytes or 0), size_text(error.free_bytes)
        fields |= {"needed": needed, "free": free}
    else:
        text = UNEXPECTED
        first_line = (str(error).splitlines() or [""])[0]
        fields = {"kind": kind.__name__, "what": first_line}
    return _say(text, fields.get("frames", -1), **fields)


def describe_cancelled(*, has_finished: bool) -> str:
    """One sentence for a cancelled render; ``has_finished``: frames of it are kept."""
    return _say(CANCELLED_RENDER if has_finished else CANCELLED_EARLY)


def describe_output_failure(error: OSError) -> str:
    """One sentence for standard output that could not be written."""
    return _say(OUTPUT_LOST, detail=error.strerror or "")


def describe_warning(warned: Warned) -> str:
    """One sentence for something the user should know although the render goes on."""
    return _say(WARNING_TEXTS[warned.kind], warned.count, detail=warned.detail)


def describe_trouble(trouble: PeerTrouble) -> str:
    """One sentence for what was wrong with another computer."""
    return _say(PEER_TEXTS[trouble.fault], peer=trouble.peer, detail=trouble.detail)


def describe_waiting(waiting: Waiting) -> str:
    """One sentence for a render that stands still, or goes on again."""
    if waiting.reason is None:
        return _say(GOES_ON)
    free = size_text(waiting.free_bytes)
    return _say(WAITING_TEXTS[waiting.reason], path=waiting.path, free=free)


def size_text(size_bytes: int) -> str:
    """A size for people: ``148.2 MB``; decimal units, as file managers show them."""
    if size_bytes < 1000:
        return translate("messages", "%n bytes", "", max(size_bytes, 0))
    size = size_bytes / 1000
    for unit in _UNITS[:-1]:
        if size < 1000:
            return translate("messages", unit).format(size=decimal(size))
        size /= 1000
    return translate("messages", _UNITS[-1]).format(size=decimal(size))


def harmless(text: str) -> str:
    r"""Write out characters that would steer a terminal or turn a line around: ``\x1b``."""
    return "".join(
        char.encode("unicode_escape").decode() if _is_control(char) else char for char in text
    )


def _is_control(char: str) -> bool:
    return unicodedata.category(char) in _CONTROLS or unicodedata.bidirectional(char) in _TURNS


def _say(text: str, n: int = -1, /, **fields: object) -> str:
    shown = {
        name: harmless(str(value)) if isinstance(value, str | Path) else value
        for name, value in fields.items()
    }
    sentence = translate("messages", text, "", n).format(**shown)
    return sentence.replace(" ()", "")  # an error without a detail


def translated(text: str, context: str = "messages") -> str:
    """Return a marked text in the language in use."""
    return translate(context, text)
