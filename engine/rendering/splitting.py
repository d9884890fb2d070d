"""A source cut into several films: one for each recording of the camera, or for each shot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from engine.jobs.options import Options
from engine.rendering.cuts import cuts_between
from engine.video.facts import SourceInfo


class Split(StrEnum):
    """At which places a source is cut."""

    RECORDINGS = "recordings"
    """Where the camera was started, as a DV tape says."""
    SHOTS = "shots"
    """Where the picture changes to another one at once."""


@dataclass(frozen=True)
class Piece:
    """A part of a source that becomes a file: its range, and what its name begins with."""

    options: Options
    """Those of the whole, with the range of this part."""
    name: str


def pieces_of(info: SourceInfo, options: Options, split: Split) -> list[Piece]:
    """Return the parts of a source within the range of its options, in their order.

    One where there is no place to cut it.

    Raises:
        InputVideoError: the file cannot be read.
    """
    first, last = options.start_seconds or 0.0, options.end_seconds or info.duration_seconds
    if split is Split.RECORDINGS:
        begins = [recording.start_seconds for recording in info.recordings]
        names = _unique([_name_of(recording.date) for recording in info.recordings])
    else:
        begins = [0.0, *cuts_between(info, first, last or 0.0)]
        digits = max(3, len(str(len(begins))))
        names = [f"shot {number:0{digits}}" for number in range(1, len(begins) + 1)]
    ends = [*begins[1:], None][: len(begins)]
    pieces = []
    for begin, end, name in zip(begins, ends, names, strict=True):
        is_outside = (end is not None and end <= first) or (last is not None and begin >= last)
        if not is_outside:
            piece = replace(
                options,
                start_seconds=options.start_seconds if begin <= first else begin,
                end_seconds=options.end_seconds
                if end is None or (last is not None and end >= last)
                else end,
            )
            pieces.append(Piece(piece, name))
    return pieces or [Piece(options, "")]


def _name_of(date: str) -> str:
    """Return a date as it may stand in the name of a file anywhere."""
    return datetime.fromisoformat(date).strftime("%Y-%m-%d %H-%M-%S")


def _unique(names: Sequence[str]) -> list[str]:
    """Number names that come again: a camera whose clock stands still."""
    return [
        name if names.index(name) == place else f"{name} ({names[:place].count(name) + 1})"
        for place, name in enumerate(names)
    ]
