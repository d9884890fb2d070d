"""Sentences for what can go wrong: what happened, and what to do about it.

The texts are marked for `lupdate`. They are translated when the window has loaded Qt and a
translator; the command line does without Qt, which may not even be installable on a server.
"""

from __future__ import annotations

import sys

from engine.jobs.errors import (
    Cancelled,
    DeviceError,
    DeviceLostError,
    DeviceMemoryError,
    DiskFullError,
    InputProblem,
    InputVideoError,
    NotAvailableError,
    OutputProblem,
    OutputVideoError,
    UnfinishedWorkError,
    WeightsError,
    WeightsProblem,
    WorkProblem,
)
from engine.jobs.events import Waiting, WaitReason, Warned, WarningKind


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark a text for translation; the same as Qt's, without loading Qt."""
    del context
    return text


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
    InputProblem.EMPTY_FILE: QT_TRANSLATE_NOOP(
        "messages", "{path} is empty; copy it again from where it came from."
    ),
    InputProblem.NOT_A_VIDEO: QT_TRANSLATE_NOOP(
        "messages", "{path} is not a video that can be read, or its beginning or index is lost."
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
        "{path} is not there any more, and {detail} frames of it are finished; find the file, and"
        " they are kept.",
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
    WorkProblem.OTHER_SOURCE: QT_TRANSLATE_NOOP(
        "messages",
        "{path} was begun from another source ({frames} frames are finished); choose another name,"
        " or give --no-resume to throw that away.",
    ),
    WorkProblem.OTHER_OPTIONS: QT_TRANSLATE_NOOP(
        "messages",
        "{path} was begun with other options ({frames} frames are finished): {detail}; use the old"
        " ones to go on, or --no-resume to throw that away.",
    ),
    WorkProblem.OTHER_PROGRAM: QT_TRANSLATE_NOOP(
        "messages",
        "{path} was begun by another version or on another device ({frames} frames are finished):"
        " {detail}; give --resume to go on all the same, or --no-resume to throw that away.",
    ),
    WorkProblem.UNREADABLE: QT_TRANSLATE_NOOP(
        "messages",
        "The journal of the unfinished {path} cannot be read, or is of another version; give"
        " --no-resume to start again.",
    ),
}

WAITING_TEXTS = {
    WaitReason.DISK_FULL: QT_TRANSLATE_NOOP(
        "messages",
        "The disk of {path} is full ({free} free); the render waits, and goes on when there is"
        " room.",
    ),
    WaitReason.OUTPUT_GONE: QT_TRANSLATE_NOOP(
        "messages",
        "The folder of {path} has gone; the render waits, and goes on when it is back.",
    ),
    WaitReason.SOURCE_GONE: QT_TRANSLATE_NOOP(
        "messages", "{path} has gone; the render waits, and goes on when it is back."
    ),
}
GOES_ON = QT_TRANSLATE_NOOP("messages", "The render goes on.")

WEIGHTS_TEXTS = {
    WeightsProblem.UNKNOWN_MODEL: QT_TRANSLATE_NOOP(
        "messages", "There is no model called {model}; “homereel models” lists them."
    ),
    WeightsProblem.NOT_INSTALLED: QT_TRANSLATE_NOOP(
        "messages",
        "The model {model} is not installed; get it with “homereel models fetch {model}”.",
    ),
    WeightsProblem.NOT_IMPORTED: QT_TRANSLATE_NOOP(
        "messages",
        "The model {model} is not installed, and its publisher has no plain address for it; get its"
        " file with a browser and add it with “homereel models import FILE”.",
    ),
    WeightsProblem.WRONG_CHECKSUM: QT_TRANSLATE_NOOP(
        "messages",
        "The file of the model {model} is damaged or was changed and is not used; fetch it again.",
    ),
    WeightsProblem.UNREADABLE: QT_TRANSLATE_NOOP(
        "messages",
        "The model file {model} cannot be read ({detail}); fetch it again.",
    ),
    WeightsProblem.WRONG_TENSORS: QT_TRANSLATE_NOOP(
        "messages",
        "The file of the model {model} holds another network ({detail}); fetch or import it again.",
    ),
    WeightsProblem.DOWNLOAD_FAILED: QT_TRANSLATE_NOOP(
        "messages",
        "Fetching the model {model} failed ({detail}); try again, it goes on where it stopped.",
    ),
    WeightsProblem.UNRECOGNISED_FILE: QT_TRANSLATE_NOOP(
        "messages",
        "{model} is none of the models Homereel knows; “homereel models” lists them.",
    ),
}

WARNING_TEXTS = {
    WarningKind.DAMAGE: QT_TRANSLATE_NOOP(
        "messages",
        "The source is damaged in {count} places: what could not be decoded there is left out.",
    ),
    WarningKind.SIZE_CHANGED: QT_TRANSLATE_NOOP(
        "messages", "The picture size changes in the middle of the source; the first size is kept."
    ),
    WarningKind.SOUND_CONVERTED: QT_TRANSLATE_NOOP(
        "messages",
        "A sound track ({detail}) does not fit into this container and is converted to AAC.",
    ),
    WarningKind.SOUND_DROPPED: QT_TRANSLATE_NOOP(
        "messages", "A sound track cannot be read and is missing in the output."
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
    WarningKind.PICTURE_DROPPED: QT_TRANSLATE_NOOP(
        "messages", "The source has more than one picture; only the first choice is restored."
    ),
    WarningKind.ENCODER_REPLACED: QT_TRANSLATE_NOOP(
        "messages",
        "The encoder {detail} does not work here with this picture; the processor encodes it.",
    ),
    WarningKind.WORK_DAMAGED: QT_TRANSLATE_NOOP(
        "messages",
        "Work that was finished earlier was damaged; frames that are restored again: {count}.",
    ),
    WarningKind.SOURCE_MOVED: QT_TRANSLATE_NOOP(
        "messages", "The source was moved, and found by its content: {detail}."
    ),
    WarningKind.CARD_UNUSABLE: QT_TRANSLATE_NOOP(
        "messages",
        "The graphics card ({detail}) is too old or too new for this program; the processor"
        " computes.",
    ),
    WarningKind.MEMORY_SHORT: QT_TRANSLATE_NOOP(
        "messages", "Memory ran short; the work goes on in smaller steps."
    ),
}
ONE_FRAME_DAMAGED = QT_TRANSLATE_NOOP(
    "messages", "The source is damaged in one place: what could not be decoded there is left out."
)

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
NOT_AVAILABLE = QT_TRANSLATE_NOOP(
    "messages", "{option} is not available in this version of Homereel yet."
)
CANCELLED = QT_TRANSLATE_NOOP(
    "messages", "Cancelled; what is finished is kept, and the same command goes on from there."
)
UNEXPECTED = QT_TRANSLATE_NOOP(
    "messages",
    "Something unexpected happened ({kind}: {what}); please report it with the page that"
    " “homereel doctor” prints.",
)


def describe(error: BaseException) -> str:
    """One sentence that says what happened and what to do, for any exception."""
    fields = dict(vars(error))  # the fields of an EngineError are the names in braces
    match error:
        case InputVideoError():
            text = INPUT_TEXTS[error.reason]
        case OutputVideoError():
            text = OUTPUT_TEXTS[error.reason]
        case WeightsError():
            text = WEIGHTS_TEXTS[error.reason]
        case DiskFullError(needed_bytes=needed_bytes):
            text = DISK_FULL if needed_bytes is None else DISK_TOO_SMALL
            fields |= {"needed": size_text(needed_bytes or 0), "free": size_text(error.free_bytes)}
        case DeviceError():
            text = DEVICE_MISSING
        case DeviceMemoryError():
            text = DEVICE_TOO_SMALL
        case DeviceLostError():
            text = DEVICE_LOST
        case UnfinishedWorkError():
            text = WORK_TEXTS[error.reason]
        case NotAvailableError():
            text = NOT_AVAILABLE
        case Cancelled() | KeyboardInterrupt():
            text = CANCELLED
        case _:
            text = UNEXPECTED
            first_line = (str(error).splitlines() or [""])[0]
            fields = {"kind": type(error).__name__, "what": first_line}
    return _say(text, **fields)


def describe_warning(warned: Warned) -> str:
    """One sentence for something the user should know although the render goes on."""
    text = WARNING_TEXTS[warned.kind]
    if warned.kind is WarningKind.DAMAGE and warned.count == 1:
        text = ONE_FRAME_DAMAGED
    return _say(text, count=warned.count, detail=warned.detail)


def describe_waiting(waiting: Waiting) -> str:
    """One sentence for a render that stands still, or goes on again."""
    if waiting.reason is None:
        return _say(GOES_ON)
    free = size_text(waiting.free_bytes)
    return _say(WAITING_TEXTS[waiting.reason], path=waiting.path, free=free)


def size_text(size_bytes: int) -> str:
    """A size for people: ``148.2 MB``; decimal units, as file managers show them."""
    size = float(size_bytes)
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} TB"


def _say(text: str, /, **fields: object) -> str:
    sentence = translated(text).format(**fields)
    return sentence.replace(" ()", "")  # an error without a detail


def translated(text: str, context: str = "messages") -> str:
    """The text in the language of the window; English where Qt is not loaded."""
    core = sys.modules.get("PySide6.QtCore")
    return core.QCoreApplication.translate(context, text) if core else text
