"""What can go wrong, as classes with fields; `app/text/messages.py` turns them into sentences."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass, fields
from enum import StrEnum, auto
from pathlib import Path


@dataclass(eq=False)
class EngineError(Exception):
    """Root of all errors the engine raises on purpose.

    The fields of the subclasses say what happened; the text is for logs only and is
    never matched on.
    """

    def __str__(self) -> str:
        """The fields one after the other, for logs."""
        values = (str(getattr(self, field.name)) for field in fields(self))
        return " ".join(filter(None, values))


class Cancelled(Exception):  # noqa: N818 - it is no error
    """The user asked to stop. Not an error."""


class InputProblem(StrEnum):
    """Why a source cannot be restored."""

    NOT_FOUND = auto()
    NO_PERMISSION = auto()
    IS_FOLDER = auto()
    SEVERAL_SEQUENCES = auto()
    EMPTY_FILE = auto()
    NOT_A_VIDEO = auto()
    PHOTO = auto()
    ENCRYPTED = auto()
    NO_PICTURE = auto()
    NOTHING_DECODES = auto()
    DOLBY_VISION_ALONE = auto()
    NO_FRAME_IN_RANGE = auto()
    CROP_OUTSIDE = auto()
    READ_FAILED = auto()
    CHANGED = auto()
    MOVED = auto()
    CRASHED_READER = auto()
    ENDED_PROGRAM = auto()


class OutputProblem(StrEnum):
    """Why an output cannot be written."""

    EXISTS = auto()
    IS_SOURCE = auto()
    FOLDER_MISSING = auto()
    NO_PERMISSION = auto()
    BAD_NAME = auto()
    ENCODER_FAILED = auto()
    UNSUPPORTED = auto()
    TOO_SMALL = auto()
    WRITE_FAILED = auto()
    IN_USE = auto()
    WORK_REMOVED = auto()


class WorkProblem(StrEnum):
    """Why a render does not simply go on where an earlier one stopped."""

    OTHER_SOURCE = auto()
    OTHER_OPTIONS = auto()
    OTHER_PROGRAM = auto()
    UNREADABLE = auto()


class PresetProblem(StrEnum):
    """Why a preset cannot be used."""

    NOT_FOUND = auto()
    UNREADABLE = auto()
    BAD_NAME = auto()


class WeightsProblem(StrEnum):
    """Why a model file cannot be used."""

    UNKNOWN_MODEL = auto()
    NOT_INSTALLED = auto()
    NOT_IMPORTED = auto()
    """Not installed, and without an address to fetch it from."""
    WRONG_CHECKSUM = auto()
    NO_FILE = auto()
    """The file that the user named is not there."""
    UNREADABLE = auto()
    WRONG_TENSORS = auto()
    DOWNLOAD_FAILED = auto()
    UNRECOGNISED_FILE = auto()
    RUNS_CODE = auto()
    """Opening the file as a pickle would run code that came with it."""
    NOT_A_MODEL = auto()
    """Tensors, but of no image model that spandrel recognises."""
    WRONG_KIND = auto()
    """A model of images that is not for whole pictures in colour."""
    WRONG_SCALE = auto()
    SPANDREL_MISSING = auto()
    TORCHVISION_BROKEN = auto()
    """Without its native part, or made for another build of PyTorch."""
    NAME_TAKEN = auto()
    BAD_NAME = auto()
    NOT_REMOVABLE = auto()


class ClusterProblem(StrEnum):
    """Why this computer cannot work with others."""

    NOT_INSTALLED = auto()
    """The packages of the extra ``cluster`` are missing."""
    KEY_EXISTS = auto()
    KEY_NOT_FOUND = auto()
    NOT_A_KEY = auto()
    EXPIRED = auto()
    NOT_YET_VALID = auto()
    """Made in the future, as the clock of this computer has it."""
    REVOKED = auto()
    CANNOT_WRITE = auto()
    BAD_ADDRESS = auto()
    """This computer does not have the address in the key, or it is taken."""


class RuntimeProblem(StrEnum):
    """Why a build of PyTorch for a graphics card cannot be used."""

    UNKNOWN = auto()
    DOWNLOAD_FAILED = auto()
    WRONG_CHECKSUM = auto()
    UNSAFE = auto()
    DOES_NOT_WORK = auto()
    DRIVER_TOO_OLD = auto()
    BUSY = auto()
    """Another process fetches or removes one."""


class NewestVersionProblem(StrEnum):
    """Why it is not known whether there is a newer version."""

    NO_ADDRESS = auto()
    NOT_REACHED = auto()
    NONSENSE = auto()


@dataclass(eq=False)
class PresetError(EngineError):
    """A preset is missing, or no preset: ``detail`` names what there is, or what is wrong."""

    name: str
    reason: PresetProblem
    detail: str = ""


@dataclass(eq=False)
class InputVideoError(EngineError):
    """The source cannot be read or restored."""

    path: Path
    reason: InputProblem
    detail: str = ""


@dataclass(eq=False)
class OutputVideoError(EngineError):
    """The output cannot be written."""

    path: Path
    reason: OutputProblem
    detail: str = ""


@dataclass(eq=False)
class DiskFullError(EngineError):
    """There is no room for the output.

    ``needed_bytes`` is an estimate made before the render, None when a write failed.
    """

    path: Path
    _: KW_ONLY
    needed_bytes: int | None
    free_bytes: int


@dataclass(eq=False)
class UnfinishedWorkError(EngineError):
    """An unfinished render of this output exists, and this job does not simply continue it.

    Nothing was changed: the caller decides whether to continue it anyway or to throw it away.
    ``frames`` of it are finished; ``detail`` names what is different.
    """

    path: Path
    reason: WorkProblem
    _: KW_ONLY
    frames: int
    detail: str = ""


@dataclass(eq=False)
class WeightsError(EngineError):
    """A model file is missing, damaged or not what its name says."""

    model: str
    reason: WeightsProblem
    detail: str = ""


@dataclass(eq=False)
class ScoreFileError(EngineError):
    """The parameters of a measure of quality cannot be read."""

    path: Path
    detail: str = ""


@dataclass(eq=False)
class CardRuntimeError(EngineError):
    """A build of PyTorch for a graphics card is missing, damaged or does not work here."""

    runtime: str
    reason: RuntimeProblem
    detail: str = ""


@dataclass(eq=False)
class NewestVersionError(EngineError):
    """Nobody can say whether there is a newer version: ``detail`` is who was asked."""

    reason: NewestVersionProblem
    detail: str = ""


@dataclass(eq=False)
class DeviceError(EngineError):
    """The device that was asked for is not there or cannot compute."""

    device: str


@dataclass(eq=False)
class DeviceLostError(EngineError):
    """The device stopped working in the middle; what is finished is kept."""

    device: str
    detail: str = ""


@dataclass(eq=False)
class DeviceMemoryError(EngineError):
    """The device has too little memory even for the smallest plan."""

    device: str
    _: KW_ONLY
    width: int
    height: int


@dataclass(eq=False)
class RunnerDiedError(EngineError):
    """The process that restored ``path`` ended without a word; what was finished is kept.

    ``exit_status`` is negative where a signal ended it: the number of that signal.
    """

    path: Path
    exit_status: int


@dataclass(eq=False)
class ClusterError(EngineError):
    """This computer cannot work with others; ``path`` is the key file."""

    path: Path
    reason: ClusterProblem
    detail: str = ""
