"""What a restoration needs to go on in the middle of a film, and the bytes it is kept in."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

import safetensors.numpy
from numpy.typing import NDArray
from safetensors import SafetensorError

from engine.restoring.plans import Plan


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where in a source a stretch begins, and how to know that this is it."""

    frame: int
    """Frames before it in the range."""
    pts: int
    before: tuple[tuple[int, int], ...]
    """Time and checksum of each of the last frames before it."""
    damaged_count: int
    is_size_changed: bool


@dataclass(frozen=True, kw_only=True)
class State:
    """Everything that the frames from ``place`` on depend on."""

    place: Place
    arrays: Mapping[str, NDArray[Any]]
    plan: Plan | None = None
    """How the film is cut up from here on; None where nothing is restored."""

    def to_bytes(self) -> bytes:
        """The content of a file: the arrays as safetensors, the rest as its metadata."""
        plan = None if self.plan is None else asdict(self.plan)
        metadata = {"place": json.dumps(asdict(self.place)), "plan": json.dumps(plan)}
        return safetensors.numpy.save(dict(self.arrays), metadata=metadata)

    @classmethod
    def from_bytes(cls, content: bytes) -> Self:
        """The state that `to_bytes` was called on.

        Raises:
            SafetensorError: these are not its bytes.
            ValueError: the same.
        """
        # Read by hand, since `load` leaves the metadata out: eight bytes of length, then JSON.
        length = int.from_bytes(content[:8], "little")
        metadata = json.loads(content[8 : 8 + length])["__metadata__"]
        fields = json.loads(metadata["place"])
        fields["before"] = tuple((pts, checksum) for pts, checksum in fields["before"])
        plan = json.loads(metadata["plan"])
        return cls(
            place=Place(**fields),
            arrays=safetensors.numpy.load(content),
            plan=None if plan is None else Plan(**plan),
        )

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """The state in a file; None where that is not there or not whole."""
        with contextlib.suppress(OSError, SafetensorError, ValueError):
            return cls.from_bytes(path.read_bytes())
        return None
