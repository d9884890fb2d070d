"""What is asked of the process that looks at sources, and what it answers.

A request is a line of JSON, and so is an answer; the pixels of a picture follow their line.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import IO

from engine.jobs import wire
from engine.jobs.events import Picture
from engine.running.messages import Failed, Unexpected
from engine.video.facts import SourceInfo


@dataclass(frozen=True)
class Probe:
    """Find out what a source is."""

    path: Path


@dataclass(frozen=True)
class Glance:
    """Find out what the beginning of a source tells."""

    path: Path


@dataclass(frozen=True)
class Thumbnail:
    """Make a small picture of a source; ``long_side`` in pixels."""

    info: SourceInfo
    long_side: int


@dataclass(frozen=True)
class Still:
    """Decode the picture at a moment, in seconds from the start of the source."""

    info: SourceInfo
    at_seconds: float
    long_side: int


@dataclass(frozen=True)
class Cuts:
    """Find out where shots begin in a stretch, in seconds from the start of the source."""

    info: SourceInfo
    start_seconds: float
    stop_seconds: float


Look = Probe | Glance | Thumbnail | Still | Cuts


@dataclass(frozen=True)
class CutTimes:
    """Where shots begin."""

    seconds: tuple[float, ...]


@dataclass(frozen=True)
class _PictureSize:
    """A picture: ``3 * width * height`` bytes follow."""

    width: int
    height: int


Answer = SourceInfo | Picture | CutTimes | Failed | Unexpected


def write_look(stream: IO[bytes], look: Look) -> None:
    """Ask for a look."""
    stream.write(wire.to_json(look) + b"\n")
    stream.flush()


def read_look(stream: IO[bytes]) -> Look | None:
    """Wait for a look that is asked for; None where nobody asks any more."""
    line = stream.readline()
    if not line:
        return None
    look: Look = wire.from_json(Look, line)  # type: ignore[arg-type]
    return look


def write_answer(stream: IO[bytes], answer: Answer) -> None:
    """Say what was seen."""
    if isinstance(answer, Picture):
        size = _PictureSize(answer.width, answer.height)
        stream.write(wire.to_json(size) + b"\n" + answer.rgb)
    else:
        stream.write(wire.to_json(answer) + b"\n")
    stream.flush()


def read_answer(stream: IO[bytes]) -> Answer | None:
    """Wait for an answer; None where the process ended before it was complete."""
    line = stream.readline()
    if not line.endswith(b"\n"):
        return None
    answer: SourceInfo | _PictureSize | CutTimes | Failed | Unexpected = wire.from_json(
        SourceInfo | _PictureSize | CutTimes | Failed | Unexpected,  # type: ignore[arg-type]
        line,
    )
    if not isinstance(answer, _PictureSize):
        return answer
    length = 3 * answer.width * answer.height
    rgb = stream.read(length)
    return Picture(answer.width, answer.height, rgb) if len(rgb) == length else None
