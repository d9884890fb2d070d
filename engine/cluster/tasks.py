"""What computers that share a render say to each other: tasks, answers, and what is in their files.

Tasks and the heads of answers are JSON (`engine.jobs.wire`); pictures and states are safetensors.
Nothing that comes from another computer is ever unpickled by our own code.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import safetensors.numpy
from numpy.typing import NDArray
from safetensors import SafetensorError

from engine.jobs import wire
from engine.jobs.events import PeerFault
from engine.jobs.options import Options
from engine.restoring.plans import Plan
from engine.resuming.work import unpack
from engine.video.facts import SourceInfo
from engine.video.writing.encoder import EncodedPicture, Encoding

TRIAL = -1
"""The number of a task that only restores the test frames."""
_LENGTHS = struct.Struct("<4sIQQ")
_MARK = b"hrA1"


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """How the frames of one film become encoded pictures: the same on all computers."""

    info: SourceInfo
    """The source, without the folder it lies in."""
    options: Options
    output: str
    encoding: Encoding
    time_base: Fraction
    """What the times of the frames count."""
    shift: int
    width: int
    height: int
    plan: Plan
    precision: str
    threads: int
    """With which the network computes: sums differ in their last bits with another number."""
    models: dict[str, str]
    """SHA-256 of each model file, by the name of the model."""
    program: dict[str, str]
    """Versions and device that have to be the same, by what the user calls them."""

    @property
    def name(self) -> str:
        """Stands for the recipe: computers that passed its trial need not repeat it."""
        return f"{zlib.crc32(wire.to_json(self)):08x}"


@dataclass(frozen=True, kw_only=True)
class Task:
    """A stretch of a film for one computer."""

    attempt: str
    """Names this task given to this computer, once."""
    film: str
    """The name under which its files are fetched."""
    number: int
    """Of the segment in the film; `TRIAL` for test frames."""
    recipe: Recipe
    frames: int = 0
    has_state: bool = False
    """It goes on in the middle of a shot, with the state after the segment before."""
    kept_files: int = 0
    """Files of pictures that were restored before, with which the segment begins."""

    @property
    def frames_file(self) -> str:
        """Name of the file of its frames."""
        return f"{self.film}/{self.number}/frames"

    @property
    def state_file(self) -> str:
        """Name of the file of the state it begins with."""
        return f"{self.film}/{self.number}/state"

    def kept_file(self, index: int) -> str:
        """Name of a file of pictures that were restored before."""
        return f"{self.film}/{self.number}/kept/{index}"


def model_file(sha256: str) -> str:
    """Name of a model's file."""
    return f"model/{sha256}"


@dataclass(frozen=True, kw_only=True)
class Done:
    """The head of an answer: a segment, or the result of a trial."""

    attempt: str
    frames: int
    passes: float
    seconds: float
    """How long the other computer says that it took."""
    program: dict[str, str]
    content_crc32: int
    state_crc32: int


@dataclass(frozen=True, kw_only=True)
class Failed:
    """The head of an answer: why there is no segment."""

    attempt: str
    fault: PeerFault
    detail: str = ""


Head = Done | Failed


class BadAnswerError(Exception):
    """An answer cannot be used."""

    def __init__(self, fault: PeerFault, detail: str = "") -> None:
        super().__init__(str(fault), detail)
        self.fault, self.detail = fault, detail


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A segment that another computer made, checked."""

    content: bytes
    """A file of pictures, see `engine.resuming.work.pack`."""
    pictures: Sequence[EncodedPicture]
    passes: float
    arrays: Mapping[str, NDArray[Any]]
    """State after it, see `pack_state`."""


def pack_answer(head: Head, content: bytes = b"", state: bytes = b"") -> bytes:
    """Return an answer as bytes: lengths, head, and the two files."""
    text = wire.to_json(head)
    return _LENGTHS.pack(_MARK, len(text), len(content), len(state)) + text + content + state


def unpack_answer(answer: bytes) -> tuple[Head, bytes, bytes]:
    """Take an answer apart.

    Raises:
        BadAnswerError: GARBAGE or WRONG_CHECKSUM.
    """
    try:
        mark, *lengths = _LENGTHS.unpack_from(answer)
        if mark != _MARK or _LENGTHS.size + sum(lengths) != len(answer):
            raise ValueError("not an answer")
        middle = _LENGTHS.size + lengths[0]
        end = middle + lengths[1]
        head: Head = wire.from_json(Head, answer[_LENGTHS.size : middle])  # type: ignore[arg-type]
    except (struct.error, ValueError) as exc:
        raise BadAnswerError(PeerFault.GARBAGE) from exc
    content, state = answer[middle:end], answer[end:]
    if isinstance(head, Done):
        found = zlib.crc32(content), zlib.crc32(state)
        if found != (head.content_crc32, head.state_crc32):
            raise BadAnswerError(PeerFault.WRONG_CHECKSUM)
    return head, content, state


def checked_segment(
    head: Done,
    content: bytes,
    state: bytes,
    times: Sequence[int],
    *,
    restored: int,
    needs_state: bool,
) -> Segment:
    """Return the segment of an answer, if it is the one that was wanted.

    Args:
        head: of the answer.
        content: its pictures.
        state: the state after them.
        times: PTS of the pictures that were wanted.
        restored: how many of them were not restored before.
        needs_state: whether there is a segment after it in the same shot.

    Raises:
        BadAnswerError: GARBAGE or WRONG_SIZE.
    """
    try:
        pictures = list(unpack(content))
        arrays = safetensors.numpy.load(state)
    except (SafetensorError, LookupError, ValueError, TypeError, OverflowError) as exc:
        raise BadAnswerError(PeerFault.GARBAGE) from exc
    if len(pictures) != len(times) or head.frames != restored:
        raise BadAnswerError(PeerFault.WRONG_SIZE)
    is_whole = pictures[0].is_key and all(picture.data for picture in pictures)
    if not is_whole or sorted(picture.pts for picture in pictures) != sorted(times):
        raise BadAnswerError(PeerFault.GARBAGE)
    if needs_state and not arrays:
        raise BadAnswerError(PeerFault.GARBAGE)
    return Segment(content=content, pictures=pictures, passes=head.passes, arrays=arrays)


def differing(wanted: Mapping[str, str], found: Mapping[str, str]) -> str:
    """Return the first thing that two computers have in different versions, for people."""
    for name, version in wanted.items():
        if found.get(name) != version:
            return f"{name}: {version}, {found.get(name, '-')}"
    return ""


def task_text(task: Task) -> str:
    """Return a task as JSON."""
    return json.dumps(wire.to_plain(task))


def task_of(text: str) -> Task:
    """Return the task that `task_text` wrote.

    Raises:
        ValueError: it is something else, perhaps of another version.
    """
    return wire.from_json(Task, text.encode())
