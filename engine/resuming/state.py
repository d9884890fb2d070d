"""What a restoration needs to go on in the middle of a film, and the file that holds it."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import struct
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

import safetensors.numpy
from numpy.typing import NDArray
from safetensors import SafetensorError

from engine.restoring.plans import Plan

_TRAILER = struct.Struct("<4sI")
_MARK = b"crc\n"


@dataclass(frozen=True, kw_only=True)
class Place:
    """The frame of a source at which a render goes on, and how to recognise it."""

    frame: int
    """Number of the frame in the range of the job, from 0."""
    pts: int
    before: tuple[tuple[int, int], ...]
    """PTS and checksum of each of the last frames before it."""
    damaged_count: int
    """Frames of the range before it that could not be decoded."""
    is_size_changed: bool
    """Whether the frames before it had several sizes."""


@dataclass(frozen=True, kw_only=True)
class State:
    """Everything that the frames from ``place`` on depend on."""

    place: Place
    arrays: Mapping[str, NDArray[Any]]
    plan: Plan | None = None
    """How the film is cut up from here on; None where nothing is restored."""

    def to_bytes(self) -> bytes:
        """Return the content of a state file.

        It is a safetensors file with ``place`` and ``plan`` in its metadata, followed by a mark and
        the CRC-32 of all of it.
        """
        plan = None if self.plan is None else asdict(self.plan)
        metadata = {"place": json.dumps(asdict(self.place)), "plan": json.dumps(plan)}
        content = safetensors.numpy.save(dict(self.arrays), metadata=metadata)
        return content + _TRAILER.pack(_MARK, zlib.crc32(content))

    @classmethod
    def from_bytes(cls, content: bytes) -> Self:
        """Return the state in the content of a file, of this or an earlier version.

        Raises:
            ValueError: the file is damaged, or of a version that cannot be understood.
        """
        content = _verified(content)
        try:
            arrays = safetensors.numpy.load(content)
            # Read by hand, since `load` leaves the metadata out: eight bytes of length, then JSON.
            length = int.from_bytes(content[:8], "little")
            metadata = json.loads(content[8 : 8 + length])["__metadata__"]
            place, plan = json.loads(metadata["place"]), json.loads(metadata["plan"])
            place["before"] = tuple((pts, checksum) for pts, checksum in place["before"])
            return cls(
                place=Place(**place),
                arrays=arrays,
                plan=None if plan is None else _plan_of(plan),
            )
        except (SafetensorError, KeyError, TypeError, AttributeError) as exc:
            raise ValueError("not a state") from exc

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """Return the state in a file; None where that is not there or cannot be used."""
        with contextlib.suppress(OSError, ValueError):
            return cls.from_bytes(path.read_bytes())
        return None


def _verified(content: bytes) -> bytes:
    """Return a state file without its checksum.

    Earlier versions wrote none. A file whose mark is damaged is not taken for one of theirs:
    safetensors refuses bytes behind its arrays.

    Raises:
        ValueError: the checksum is wrong.
    """
    body, trailer = content[: -_TRAILER.size], content[-_TRAILER.size :]
    if not trailer.startswith(_MARK):
        return content
    if len(trailer) != _TRAILER.size or _TRAILER.unpack(trailer)[1] != zlib.crc32(body):
        raise ValueError("a damaged state")
    return body


def _plan_of(stored: Mapping[str, Any]) -> Plan:
    """Return a stored plan, without what this version does not know and with its defaults.

    Raises:
        TypeError: a field is of another type, or one without a default is missing.
        ValueError: no plan has such values.
    """
    known = {field.name: field for field in dataclasses.fields(Plan) if field.name in stored}
    for name, field in known.items():
        is_typed = field.default is not None and field.default is not dataclasses.MISSING
        if is_typed and type(stored[name]) is not type(field.default):
            raise TypeError(name)
    return Plan(**{name: stored[name] for name in known})
