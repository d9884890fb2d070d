"""What can go wrong, as classes with fields; `app/text/messages.py` turns them into sentences."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path


class EngineError(Exception):
    """Root of all errors the engine raises on purpose.

    The fields of the subclasses say what happened; the text is for logs only and is
    never matched on.
    """


class Cancelled(Exception):  # noqa: N818 - it is no error
    """The user asked to stop. Not an error."""


class InputProblem(Enum):
    """Why a source cannot be restored."""

    NOT_FOUND = auto()
    NO_PERMISSION = auto()
    IS_FOLDER = auto()
    EMPTY_FILE = auto()
    NOT_A_VIDEO = auto()
    NO_PICTURE = auto()
    NOTHING_DECODES = auto()
    DOLBY_VISION_ALONE = auto()
    NO_FRAME_IN_RANGE = auto()
    CROP_OUTSIDE = auto()
    READ_FAILED = auto()
    CHANGED = auto()
    MOVED = auto()


class OutputProblem(Enum):
    """Why an output cannot be written."""

    EXISTS = auto()
    IS_SOURCE = auto()
    FOLDER_MISSING = auto()
    NO_PERMISSION = auto()
    ENCODER_FAILED = auto()
    UNSUPPORTED = auto()
    TOO_SMALL = auto()
    WRITE_FAILED = auto()
    IN_USE = auto()
    WORK_REMOVED = auto()


class WorkProblem(Enum):
    """Why a render does not simply go on where an earlier one stopped."""

    OTHER_SOURCE = auto()
    OTHER_OPTIONS = auto()
    OTHER_PROGRAM = auto()
    UNREADABLE = auto()


class WeightsProblem(Enum):
    """Why a model file cannot be used."""

    UNKNOWN_MODEL = auto()
    NOT_INSTALLED = auto()
    NOT_IMPORTED = auto()
    """Not installed, and without an address to fetch it from."""
    WRONG_CHECKSUM = auto()
    UNREADABLE = auto()
    WRONG_TENSORS = auto()
    DOWNLOAD_FAILED = auto()
    UNRECOGNISED_FILE = auto()


class InputVideoError(EngineError):
    """The source cannot be read or restored."""

    def __init__(self, path: Path, reason: InputProblem, detail: str = "") -> None:
        super().__init__(f"{path}: {reason.name} {detail}".rstrip())
        self.path, self.reason, self.detail = path, reason, detail


class OutputVideoError(EngineError):
    """The output cannot be written."""

    def __init__(self, path: Path, reason: OutputProblem, detail: str = "") -> None:
        super().__init__(f"{path}: {reason.name} {detail}".rstrip())
        self.path, self.reason, self.detail = path, reason, detail


class DiskFullError(EngineError):
    """There is no room for the output.

    ``needed_bytes`` is an estimate made before the render, None when a write failed.
    """

    def __init__(self, path: Path, *, needed_bytes: int | None, free_bytes: int) -> None:
        super().__init__(f"{path}: disk full, {free_bytes} bytes free")
        self.path, self.needed_bytes, self.free_bytes = path, needed_bytes, free_bytes


class UnfinishedWorkError(EngineError):
    """There is an unfinished render of this output that cannot just be taken further.

    Nothing was touched: whoever asked decides whether it is taken further all the same, or
    thrown away. ``frames`` of it are finished; ``detail`` names what is different.
    """

    def __init__(self, path: Path, reason: WorkProblem, *, frames: int, detail: str = "") -> None:
        super().__init__(f"{path}: unfinished work, {reason.name} {detail}".rstrip())
        self.path, self.reason, self.frames, self.detail = path, reason, frames, detail


class WeightsError(EngineError):
    """A model file is missing, damaged or not what its name says."""

    def __init__(self, model: str, reason: WeightsProblem, detail: str = "") -> None:
        super().__init__(f"{model}: {reason.name} {detail}".rstrip())
        self.model, self.reason, self.detail = model, reason, detail


class DeviceError(EngineError):
    """The device that was asked for is not there or cannot compute."""

    def __init__(self, device: str) -> None:
        super().__init__(device)
        self.device = device


class DeviceLostError(EngineError):
    """The device stopped working in the middle; what is finished is kept."""

    def __init__(self, device: str, detail: str = "") -> None:
        super().__init__(f"{device}: lost {detail}".rstrip())
        self.device, self.detail = device, detail


class DeviceMemoryError(EngineError):
    """The device has too little memory even for the smallest plan."""

    def __init__(self, device: str, *, width: int, height: int) -> None:
        super().__init__(f"{device}: out of memory at {width}x{height}")
        self.device, self.width, self.height = device, width, height


class NotAvailableError(EngineError):
    """An option that Homereel knows but cannot carry out in this version."""

    def __init__(self, option: str) -> None:
        super().__init__(option)
        self.option = option
