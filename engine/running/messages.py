"""What a process that carries out jobs is told and tells: a line of JSON each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from engine.jobs import wire
from engine.jobs.errors import Cancelled, EngineError
from engine.jobs.events import Event, Summary, Waiting, WaitReason
from engine.jobs.options import Job

# What the process tells


@dataclass(frozen=True)
class Failed:
    """The job failed; nothing follows."""

    error: EngineError


@dataclass(frozen=True)
class Stopped:
    """The job was cancelled; nothing follows."""


@dataclass(frozen=True)
class Unexpected:
    """There was an error that is no `EngineError`: a bug. ``kind`` is its class."""

    kind: str
    text: str

    @classmethod
    def of(cls, error: Exception) -> Self:
        """The message that tells of ``error``."""
        return cls(type(error).__name__, str(error))


End = Summary | Failed | Stopped | Unexpected
"""How a job ended."""
Message = Event | End


@dataclass(frozen=True)
class Told:
    """Something is told of the job that was begun with this number."""

    number: int
    message: Message


def end_of(end: Summary | Exception) -> End:
    """Return the message that tells how a job ended."""
    match end:
        case Summary():
            return end
        case Cancelled():
            return Stopped()
        case EngineError():
            return Failed(end)
    return Unexpected.of(end)


def outcome_of(end: End) -> Summary | Exception:
    """Return what such a message tells: what was done, or the error."""
    match end:
        case Summary():
            return end
        case Stopped():
            return Cancelled()
        case Failed():
            return end.error
        case Unexpected():
            return RuntimeError(f"{end.kind}: {end.text}")


def stands_still(message: Message) -> bool:
    """Tell whether the job waits until it is told to go on."""
    return isinstance(message, Waiting) and message.reason is WaitReason.PREVIEW


# What it is told


@dataclass(frozen=True)
class Begin:
    """A job is to be carried out; its number stands for it in all that follows."""

    number: int
    job: Job


@dataclass(frozen=True)
class Cancel:
    """A job is to be cancelled."""

    number: int


@dataclass(frozen=True)
class MakeRoom:
    """All jobs are to stand still until they are told to go on."""


@dataclass(frozen=True)
class Resume:
    """All jobs are to go on."""


@dataclass(frozen=True)
class PausePeer:
    """Another computer is to get no further stretches, or to go on."""

    title: str
    is_paused: bool


Order = Begin | Cancel | MakeRoom | Resume | PausePeer


def encode(message: Told | Order) -> bytes:
    """Write a message as a line."""
    return wire.to_json(message) + b"\n"


def decode(line: bytes) -> Told:
    """Read a line that tells of a job.

    Raises:
        ValueError: it is no such line.
    """
    return wire.from_json(Told, line)


def decode_order(line: bytes) -> Order:
    """Read a line that a process is told.

    Raises:
        ValueError: it is no such line.
    """
    order: Order = wire.from_json(Order, line)  # type: ignore[arg-type]
    return order
