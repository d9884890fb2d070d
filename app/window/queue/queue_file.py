"""The file that keeps the queue from one run of the window to the next, however a run ends."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import platformdirs

from engine.files.durable import replace_synced
from engine.files.lock import FileLock
from engine.jobs.errors import InputProblem
from engine.jobs.options import Options
from engine.jobs.wire import from_json, to_json

VERSION = 1

log = logging.getLogger(__name__)


class KeptState(StrEnum):
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
    progress: KeptState
    left_alone: InputProblem | None = None
    """Why it is not looked at unless the user wants it; None: it is."""
    begun_with: Options | None = None
    """The options of its unfinished render; None: there is none, or they are not known."""
    group: str = ""
    """The name under which the user put it; empty: there is none."""


@dataclass(frozen=True)
class KeptQueue:
    """What the file holds."""

    version: int
    clips: list[Entry]


class QueueFile:
    """Reads and writes the queue of this user. Where two windows are open, the first one does.

    Attributes:
        damaged: where a queue that could not be read was put aside; None: there was none.
        interrupted_look: the source that was being looked at when the program ended without
            warning; None: there was none.
    """

    def __init__(self, path: Path | None = None) -> None:
        folder = platformdirs.user_state_path("homereel", appauthor=False)
        self._path = path or folder / "queue.json"
        self._lock: FileLock | None = None
        self._last: bytes | None = None
        self.damaged: Path | None = None
        self.interrupted_look: Path | None = None

    def open(self) -> list[Entry]:
        """Lock the file and read it; empty where another window keeps it."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._lock = FileLock.take(self._path.with_suffix(".lock"))
            if self._lock is None:
                return []
            self.interrupted_look = self._read_look()
            return self._marked(_read(self._path.read_bytes()))
        except FileNotFoundError:
            return []
        except OSError as error:
            log.warning("the queue cannot be read: %s", error)
            return []
        except ValueError:
            self._set_aside()
            return []

    def save(self, entries: Iterable[Entry]) -> None:
        """Replace the file in one step, if the queue has changed."""
        text = to_json(KeptQueue(VERSION, list(entries)))
        if self._lock is None or text == self._last:
            return
        try:
            replace_synced(self._path, text)
            self._last = text
        except OSError as error:
            log.warning("the queue cannot be kept: %s", error)

    def note_look(self, source: Path | None) -> None:
        """Note which source is being looked at, in case that ends the program; None: none is."""
        if self._lock is None:
            return
        try:
            if source is None:
                self._look.unlink(missing_ok=True)
            else:
                self._look.write_bytes(os.fsencode(source))
        except OSError as error:
            log.warning("a look cannot be noted: %s", error)

    def _marked(self, entries: list[Entry]) -> list[Entry]:
        """Mark the source at which the program ended, before the next look can end it as well."""
        look, reason = self.interrupted_look, InputProblem.ENDED_PROGRAM
        if look is None or all(entry.path != look for entry in entries):
            return entries
        marked = [replace(e, left_alone=reason) if e.path == look else e for e in entries]
        self.save(marked)
        return marked

    def close(self) -> None:
        """Unlock the file for another window."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    @property
    def _look(self) -> Path:
        return self._path.with_suffix(".looking")

    def _read_look(self) -> Path | None:
        try:
            return Path(os.fsdecode(self._look.read_bytes()))
        except OSError:
            return None

    def _set_aside(self) -> None:
        aside = self._path.with_suffix(".damaged.json")
        try:
            self._path.replace(aside)
            self.damaged = aside
        except OSError as error:
            log.warning("the damaged queue cannot be put aside: %s", error)


def _read(text: bytes) -> list[Entry]:
    queue = from_json(KeptQueue, text)
    if queue.version != VERSION:
        raise ValueError("a later version")
    return queue.clips
