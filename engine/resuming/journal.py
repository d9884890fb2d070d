"""The journal of a render: the file that lists its finished segments and how it was begun.

It also decides whether a new render may go on with them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from engine.files.durable import fingerprint, replace_synced
from engine.files.sequences import find_sequence
from engine.jobs.errors import UnfinishedWorkError, WorkProblem
from engine.jobs.option_fields import with_unclaimed
from engine.jobs.options import Options, Resume

_FORMAT = 3
JOURNAL_NAME = "journal.json"

Plain = str | int | float | bool | None


def size_and_time(path: Path) -> tuple[int, int]:
    """Return the bytes of a source, and when it was changed last, in ns.

    Raises:
        OSError: it cannot be read.
    """
    states = [file.stat() for file in _content(path)]
    return sum(s.st_size for s in states), max(s.st_mtime_ns for s in states)


def _content(path: Path) -> Sequence[Path]:
    sequence = find_sequence(path)
    return [path] if sequence is None else sequence.files


@dataclass(frozen=True, kw_only=True)
class SourceIdentity:
    """What a source is recognised by, under whatever name."""

    path: str
    size_bytes: int
    modified_ns: int
    fingerprint: str

    @classmethod
    def of(cls, path: Path) -> Self:
        """Return the identity of a file, or of the pictures of an image sequence.

        Raises:
            OSError: it cannot be read.
        """
        size_bytes, modified_ns = size_and_time(path)
        return cls(
            path=str(path.absolute()),
            size_bytes=size_bytes,
            modified_ns=modified_ns,
            fingerprint=fingerprint(_content(path)),
        )

    def is_same_file(self, other: SourceIdentity) -> bool:
        """Tell whether both have the same content."""
        return self.fingerprint == other.fingerprint


@dataclass(frozen=True, kw_only=True)
class Claim:
    """Everything that shapes the output of a render; it may go on with work of an equal claim."""

    source: SourceIdentity
    picture: Mapping[str, Plain]
    """The options that shape the picture, with the program's choices filled in."""
    program: Mapping[str, Plain]
    """What else shapes the picture: versions, model file, device."""
    conditions: Conditions
    """For a new render; an interrupted one keeps those in its journal."""


@dataclass(frozen=True, kw_only=True)
class SourceEnd:
    """The end of the source, and what was found on the way to it."""

    damaged_count: int
    is_size_changed: bool


@dataclass(frozen=True, kw_only=True)
class Conditions:
    """Settings that are chosen when a render begins, and stay the same until its end.

    The last bits of sums and the decisions of encoders depend on the number of threads; precision
    is chosen by a measurement, which may come out differently the next time.
    """

    restoring_threads: int
    encoding_threads: int
    precision: str


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A finished segment, or a piece of one; ``passes`` is the sum over its frames."""

    frames: int
    size_bytes: int
    crc32: int
    passes: float


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """A finished segment that others before it have to wait for; see `Journal.ahead`."""

    number: int
    """Its place among the segments of the film, from 0."""
    first: int
    """Number of its first frame in the range of the job."""
    segment: Segment
    end: SourceEnd | None = None
    """With the last segment of the film."""


@dataclass(frozen=True, kw_only=True)
class Joined:
    """The file that was joined from all segments, just before it gets its name."""

    output: str
    fingerprint: str


@dataclass(kw_only=True)
class Journal:
    """The finished segments of a render, and the conditions under which it was begun."""

    source: SourceIdentity
    output: str
    picture: dict[str, Plain]
    program: dict[str, Plain]
    conditions: Conditions
    segments: list[Segment] = field(default_factory=list)
    kept: list[Segment] = field(default_factory=list)
    """Pieces of the next segment: restored, and not encoded yet as the output will be."""
    ahead: list[Ahead] = field(default_factory=list)
    """Finished segments behind one that is not finished, as several computers make them."""
    end: SourceEnd | None = None
    """None until the last segment is finished."""
    joined: Joined | None = None

    def write(self, folder: Path) -> None:
        """Replace the journal of a working folder in one step.

        Raises:
            OSError: it cannot be written; the old one is still there.
        """
        plain = asdict(self)
        if not self.ahead:
            del plain["ahead"]  # earlier versions can read it then
        text = json.dumps({"homereel_journal": _FORMAT} | plain, indent=1)
        replace_synced(folder / JOURNAL_NAME, text.encode())

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read the journal of a working folder.

        Raises:
            FileNotFoundError: there is none.
            OSError: it cannot be read.
            ValueError: it is something else, or of another version.
        """
        text = (folder / JOURNAL_NAME).read_text(encoding="utf-8")
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
                ahead=[_ahead_of(**one) for one in fields.pop("ahead", [])],
                end=None if end is None else SourceEnd(**end),
                joined=None if joined is None else Joined(**joined),
                **fields,
            )
        except (TypeError, KeyError, AttributeError) as exc:
            raise ValueError("not a journal") from exc

    def check(self, output: Path, claim: Claim, resume: Resume) -> None:
        """Make sure that ``claim`` would restore the finished frames in the same way.

        Raises:
            UnfinishedWorkError: the source, options or program are different.
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

    def with_ahead(self, added: Ahead) -> Journal:
        """Return it with one more finished segment, and those in a row moved to the others."""
        ahead = {one.number: one for one in (*self.ahead, added)}
        segments, end, kept = list(self.segments), self.end, self.kept
        while (following := ahead.pop(len(segments), None)) is not None:
            segments.append(following.segment)
            end, kept = following.end, []
        left = [ahead[number] for number in sorted(ahead)]
        return replace(self, segments=segments, ahead=left, end=end, kept=kept)

    @property
    def frames(self) -> int:
        """Number of finished frames, those in pieces included; without those ahead."""
        return sum(segment.frames for segment in (*self.segments, *self.kept))

    @property
    def is_begun(self) -> bool:
        """Whether anything is finished."""
        return bool(self.frames or self.ahead)

    @property
    def frames_ahead(self) -> int:
        """Number of finished frames in segments ahead."""
        return sum(one.segment.frames for one in self.ahead)

    @property
    def kept_frames(self) -> int:
        """Number of finished frames in pieces of the next segment."""
        return sum(piece.frames for piece in self.kept)

    @property
    def passes(self) -> float:
        """Cleaning passes, summed over all finished frames."""
        return sum(segment.passes for segment in (*self.segments, *self.kept))

    @property
    def kept_passes(self) -> float:
        """Cleaning passes, summed over the frames in pieces of the next segment."""
        return sum(piece.passes for piece in self.kept)


def _ahead_of(
    number: int, first: int, segment: dict[str, Any], end: dict[str, Any] | None
) -> Ahead:
    return Ahead(
        number=number,
        first=first,
        segment=Segment(**segment),
        end=None if end is None else SourceEnd(**end),
    )


def _difference(old: Mapping[str, Plain], new: Mapping[str, Plain]) -> str:
    """Return what differs, as in ``threshold: 3.0 → 2.5``; empty where nothing does."""
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    return ", ".join(f"{name}: {old.get(name)} → {new.get(name)}" for name in names)
