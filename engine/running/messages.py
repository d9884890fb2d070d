"""What a process that carries out a job says to the one that wants it: a line of JSON each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from engine.jobs import wire
from engine.jobs.errors import EngineError
from engine.jobs.events import Event, Summary, Waiting, WaitReason
from engine.jobs.options import Job


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


def stands_still(message: Message) -> bool:
    """Tell whether the job waits until it is told to go on."""
    return isinstance(message, Waiting) and message.reason is WaitReason.PREVIEW


@dataclass(frozen=True)
class PausePeer:
    """Another computer is to get no further stretches, or to go on."""

    title: str
    is_paused: bool


def pause_order(title: str, *, is_paused: bool) -> bytes:
    """Write the order to let a computer pause, or go on, as a line."""
    return wire.to_json(PausePeer(title, is_paused)) + b"\n"


def read_pause_order(line: bytes) -> PausePeer | None:
    """Read such an order; None: the line is something else."""
    try:
        return wire.from_json(PausePeer, line)
    except ValueError:
        return None


def encode(message: Message | Job) -> bytes:
    """Write a message as a line."""
    return wire.to_json(message) + b"\n"


def decode(line: bytes) -> Message:
    """Read a line that tells of a job.

    Raises:
        ValueError: it is no such line.
    """
    message: Message = wire.from_json(Message, line)  # type: ignore[arg-type]
    return message
