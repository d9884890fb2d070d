"""The queue as it is kept from one run to the next, whatever ends the run."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import platformdirs

from engine.files.durable import replace_synced
from engine.files.lock import FileLock
from engine.jobs.options import (
    Codec,
    Colours,
    Container,
    Crop,
    Deinterlace,
    Encoder,
    Options,
    OutputSize,
    Shape,
    SizeByFactor,
    SizeByHeight,
    SizeExact,
)

VERSION = 1
_SIZES: dict[str, type[OutputSize]] = {
    "factor": SizeByFactor,
    "short_side": SizeByHeight,
    "width": SizeExact,
}
"""The kinds of size by their first field."""

_Values = TypeVar("_Values", bound=Options | Crop | OutputSize)

log = logging.getLogger(__name__)


class Progress(StrEnum):
    """How far a clip of the queue had come."""

    NEW = "new"
    WAITING = "waiting"
    BEGUN = "begun"


@dataclass(frozen=True)
class Entry:
    """One clip of the queue; ``folder`` None: its output goes beside the source."""

    path: Path
    options: Options
    folder: Path | None
    progress: Progress


class QueueFile:
    """Keeps the queue in a file of the user's. Of two windows the first one does.

    Attributes:
        damaged: where a queue that could not be read was put aside; None: there was none.
    """

    def __init__(self, path: Path | None = None) -> None:
        folder = platformdirs.user_state_path("homereel", appauthor=False)
        self._path = path or folder / "queue.json"
        self._lock: FileLock | None = None
        self._last: str | None = None
        self.damaged: Path | None = None

    def open(self) -> list[Entry]:
        """Take the file over and read it; empty where another window has it."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = FileLock.take(self._path.with_suffix(".lock"))
            if self._lock is None:
                return []
            return _entries(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return []
        except OSError as error:
            log.warning("the queue cannot be read: %s", error)
            return []
        except (ValueError, LookupError, TypeError, ArithmeticError):
            self._set_aside()
            return []

    def save(self, entries: Iterable[Entry]) -> None:
        """Write the queue in one step, if it is another than the last time."""
        text = json.dumps({"version": VERSION, "clips": [_plain(entry) for entry in entries]})
        if self._lock is None or text == self._last:
            return
        try:
            replace_synced(self._path, text.encode())
            self._last = text
        except OSError as error:
            log.warning("the queue cannot be kept: %s", error)

    def close(self) -> None:
        """Let another window have it."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _set_aside(self) -> None:
        aside = self._path.with_suffix(".damaged.json")
        try:
            self._path.replace(aside)
            self.damaged = aside
        except OSError as error:
            log.warning("the damaged queue cannot be put aside: %s", error)


def _plain(entry: Entry) -> dict[str, Any]:
    return {
        "path": str(entry.path),
        "folder": None if entry.folder is None else str(entry.folder),
        "progress": entry.progress,
        "options": asdict(entry.options) | {"shape": str(entry.options.shape)},
    }


def _entries(text: str) -> list[Entry]:
    document = json.loads(text)
    if document["version"] != VERSION:
        raise ValueError("a later version")
    return [
        Entry(
            path=Path(clip["path"]),
            options=_options(clip["options"]),
            folder=None if clip["folder"] is None else Path(clip["folder"]),
            progress=Progress(clip["progress"]),
        )
        for clip in document["clips"]
    ]


def _options(values: dict[str, Any]) -> Options:
    """Options from their fields; those that an older version did not know get their default."""
    values = dict(values)
    shape = values.get("shape", Shape.AUTO)
    values["shape"] = Shape(shape) if shape in set(Shape) else Fraction(shape)
    enums = {
        "codec": Codec,
        "container": Container,
        "deinterlace": Deinterlace,
        "colours": Colours,
        "encoder": Encoder,
    }
    for name, kind in enums.items():
        if values.get(name) is not None:
            values[name] = kind(values[name])
    if values.get("crop") is not None:
        values["crop"] = _checked(Crop(**values["crop"]))
    if values.get("size") is not None:
        kinds = [kind for key, kind in _SIZES.items() if key in values["size"]]
        values["size"] = _checked(kinds[0](**values["size"]))
    return _checked(Options(**values))


def _checked(values: _Values) -> _Values:
    """Make sure that each field is of its kind: the window could not show any other.

    Raises:
        TypeError: one is not.
    """
    for name, kind in get_type_hints(type(values)).items():
        value = getattr(values, name)
        if not isinstance(value, kind) and not (type(value) is int and isinstance(1.0, kind)):
            raise TypeError(name)
    return values
