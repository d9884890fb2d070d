"""A source cut into several films: one for each recording of the camera, or for each shot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from engine.jobs.options import Options
from engine.video.facts import SourceInfo


class Split(StrEnum):
    """At which places a source is cut."""

    RECORDINGS = "recordings"
    """Where the camera was started, as a DV tape says."""
    SHOTS = "shots"
    """Where the picture changes to another one at once."""


def pieces_of(info: SourceInfo, options: Options, split: Split) -> list[Options]:
    """Return the options of each part of a source within their range, in the order of the source.

    Each has the range of its part, and begins the name of its file with what tells it apart. Where
    there is no place to cut, these are the options as they are.

    Raises:
        InputVideoError: the file cannot be read.
    """
    if split is Split.RECORDINGS:
        return by_recordings(info, options)
    from engine.rendering.cuts import cuts_between  # noqa: PLC0415 - loads PyAV

    first, last = _range(info, options)
    return by_shots(info, options, cuts_between(info, first, last or 0.0))


def by_recordings(info: SourceInfo, options: Options) -> list[Options]:
    """Return the options of each recording, called by its date; reads no file."""
    begins = [recording.start_seconds for recording in info.recordings]
    names = _unique([_name_of(recording.date) for recording in info.recordings])
    return _pieces(info, options, begins, names)


def by_shots(info: SourceInfo, options: Options, cuts: Sequence[float]) -> list[Options]:
    """Return the options of each shot, called by its number; reads no file.

    Args:
        info: the source.
        options: with the range that is split.
        cuts: where shots begin, in seconds from the start of the source.
    """
    first, last = _range(info, options)
    begins = [0.0, *(cut for cut in cuts if cut > first and (last is None or cut < last))]
    digits = max(3, len(str(len(begins))))
    names = [
        f"{options.name_beginning} shot {number:0{digits}}".lstrip()
        for number in range(1, len(begins) + 1)
    ]
    return _pieces(info, options, begins, names)


def _range(info: SourceInfo, options: Options) -> tuple[float, float | None]:
    """Return where the range of options begins and ends, in seconds; None: it is not known."""
    return options.start_seconds or 0.0, options.end_seconds or info.duration_seconds


def _pieces(
    info: SourceInfo, options: Options, begins: Sequence[float], names: Sequence[str]
) -> list[Options]:
    first, last = _range(info, options)
    ends = [*begins[1:], None][: len(begins)]
    pieces = []
    for begin, end, name in zip(begins, ends, names, strict=True):
        is_outside = (end is not None and end <= first) or (last is not None and begin >= last)
        if not is_outside:
            is_last = end is None or (last is not None and end >= last)
            piece = replace(
                options,
                start_seconds=options.start_seconds if begin <= first else begin,
                end_seconds=options.end_seconds if is_last else end,
                name_beginning=name,
            )
            pieces.append(piece)
    return pieces or [options]


def _name_of(date: str) -> str:
    """Return a date as it may stand in the name of a file anywhere."""
    return datetime.fromisoformat(date).strftime("%Y-%m-%d %H-%M-%S")


def _unique(names: Sequence[str]) -> list[str]:
    """Number names that come again: a camera whose clock stands still."""
    seen: Counter[str] = Counter()
    unique = []
    for name in names:
        seen[name] += 1
        unique.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return unique
