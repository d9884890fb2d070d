"""The journal of a render: what is finished of it, and what it was begun with.

Plain values, the one file in which they stand, and whether a new render may go on with them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from engine.files.durable import fingerprint, replace_synced
from engine.jobs.errors import UnfinishedWorkError, WorkProblem
from engine.jobs.option_fields import with_unclaimed
from engine.jobs.options import Options, Resume

_FORMAT = 3
_NAME = "journal.json"

Plain = str | int | float | bool | None


@dataclass(frozen=True, kw_only=True)
class SourceIdentity:
    """Tells whether a file is the one that was begun with, under whatever name."""

    path: str
    size_bytes: int
    modified_ns: int
    fingerprint: str

    @classmethod
    def of(cls, path: Path) -> Self:
        """Look at a file.

        Raises:
            OSError: it cannot be read.
        """
        status = path.stat()
        return cls(
            path=str(path.absolute()),
            size_bytes=status.st_size,
            modified_ns=status.st_mtime_ns,
            fingerprint=fingerprint(path),
        )

    def is_same_file(self, other: SourceIdentity) -> bool:
        """Whether both have the same content."""
        return self.fingerprint == other.fingerprint


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What a render would write: it may go on with work of an equal claim."""

    source: SourceIdentity
    picture: Mapping[str, Plain]
    """The options that shape the picture, with what was left open filled in."""
    program: Mapping[str, Plain]
    """What else shapes it: versions, model file, device."""
    conditions: Conditions
    """For work that begins; what was begun keeps its own."""


@dataclass(frozen=True, kw_only=True)
class SourceEnd:
    """There are no more frames; what was found in all of them."""

    damaged_count: int
    is_size_changed: bool


@dataclass(frozen=True, kw_only=True)
class Conditions:
    """What is found out when a render begins, and holds to its end.

    The last bits of sums and the choices of encoders depend on the number of threads; precision
    is chosen by a measurement, and may come out otherwise another time.
    """

    restoring_threads: int
    encoding_threads: int
    precision: str


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A finished stretch; ``passes`` is the sum over its frames."""

    frames: int
    size_bytes: int
    crc32: int
    passes: float


@dataclass(frozen=True, kw_only=True)
class Joined:
    """The file that was made of all segments, on its way to its name."""

    output: str
    fingerprint: str


@dataclass(kw_only=True)
class Journal:
    """What is finished of a render, and under which conditions it was begun."""

    source: SourceIdentity
    output: str
    picture: dict[str, Plain]
    program: dict[str, Plain]
    conditions: Conditions
    segments: list[Segment] = field(default_factory=list)
    kept: list[Segment] = field(default_factory=list)
    """Pieces of the next segment: restored, but not encoded for good."""
    end: SourceEnd | None = None
    """Known once the last segment is finished."""
    joined: Joined | None = None

    def write(self, folder: Path) -> None:
        """Replace the journal of a working folder in one step.

        Raises:
            OSError: it cannot be written; the old one is still there.
        """
        text = json.dumps({"homereel_journal": _FORMAT} | asdict(self), indent=1)
        replace_synced(folder / _NAME, text.encode())

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read the journal of a working folder.

        Raises:
            FileNotFoundError: there is none.
            OSError: it cannot be read.
            ValueError: it is something else, or of another version.
        """
        text = (folder / _NAME).read_text(encoding="utf-8")
        try:
            fields: dict[str, Any] = json.loads(text)
            if fields.pop("homereel_journal") != _FORMAT:
                raise ValueError("another version")
            joined, end = fields.pop("joined"), fields.pop("end")
            return cls(
                source=SourceIdentity(**fields.pop("source")),
                conditions=Conditions(**fields.pop("conditions")),
                segments=[Segment(**segment) for segment in fields.pop("segments")],
                kept=[Segment(**piece) for piece in fields.pop("kept")],
                end=None if end is None else SourceEnd(**end),
                joined=None if joined is None else Joined(**joined),
                **fields,
            )
        except (TypeError, KeyError, AttributeError) as exc:
            raise ValueError("not a journal") from exc

    def check(self, output: Path, claim: Claim, resume: Resume) -> None:
        """Make sure that what is finished of ``output`` would be restored the same today.

        Raises:
            UnfinishedWorkError: it would not.
        """
        problem, detail = None, ""
        if not self.source.is_same_file(claim.source):
            problem = WorkProblem.OTHER_SOURCE
        elif changed := _difference(
            with_unclaimed(self.picture, Options), with_unclaimed(claim.picture, Options)
        ):
            problem, detail = WorkProblem.OTHER_OPTIONS, changed
        elif resume is not Resume.ALWAYS and (changed := _difference(self.program, claim.program)):
            problem, detail = WorkProblem.OTHER_PROGRAM, changed
        if problem is not None:
            raise UnfinishedWorkError(output, problem, frames=self.frames, detail=detail)

    @property
    def frames(self) -> int:
        """Finished frames."""
        return sum(segment.frames for segment in (*self.segments, *self.kept))

    @property
    def kept_frames(self) -> int:
        """Those of them that wait for their segment."""
        return sum(piece.frames for piece in self.kept)

    @property
    def passes(self) -> float:
        """Cleaning passes of all finished frames."""
        return sum(segment.passes for segment in (*self.segments, *self.kept))

    @property
    def kept_passes(self) -> float:
        """Those of the frames that wait for their segment."""
        return sum(piece.passes for piece in self.kept)


def _difference(old: Mapping[str, Plain], new: Mapping[str, Plain]) -> str:
    """What was otherwise: ``threshold 2.5, was 3.0``."""
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    return ", ".join(f"{name} {new.get(name)}, was {old.get(name)}" for name in names)
