"""What was restored: kept in a file, one line for each output."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import platformdirs
from PySide6.QtCore import QAbstractTableModel, QDateTime, QLocale, QObject, Qt, Signal
from typing_extensions import override

from app.text.wording import rough_duration
from app.window.queue.clip_model import Index
from app.window.queue.clips import Clip
from engine.background.intake_thread import Intake
from engine.files.durable import replace_synced
from engine.jobs.events import Summary
from engine.jobs.options import Options
from engine.jobs.wire import from_json, to_json

KEPT_LINES = 2000

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Done:
    """One render that came to its end; ``at`` is a local time as ISO 8601 writes it."""

    at: str
    source: Path
    output: Path
    options: Options
    seconds: float
    """How long it took."""
    frames: int


class HistoryFile:
    """Appends to the file, and reads it; lines that make no sense are left out."""

    def __init__(self, path: Path | None = None) -> None:
        folder = platformdirs.user_state_path("homereel", appauthor=False)
        self._path = path or folder / "history.jsonl"

    def append(self, done: Done) -> None:
        """Write a line; a history that cannot be written is only logged."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab") as file:
                file.write(to_json(done) + b"\n")
        except OSError as error:
            log.warning("the history cannot be kept: %s", error)

    def read(self) -> list[Done]:
        """Return what was restored, the latest first."""
        try:
            lines = self._path.read_bytes().splitlines()
        except OSError:
            return []
        if len(lines) > 2 * KEPT_LINES:
            lines = lines[-KEPT_LINES:]
            replace_synced(self._path, b"\n".join(lines) + b"\n")
        found = []
        for line in reversed(lines):
            try:
                found.append(from_json(Done, line))
            except ValueError as error:
                log.info("a line of the history makes no sense: %s", error)
        return found

    def clear(self) -> None:
        """Forget everything; the restored files stay."""
        self._path.unlink(missing_ok=True)


class History(QObject):
    """Keeps what was restored; the disk is left to the intake's thread.

    Attributes:
        entries: what was restored, the latest first, as far as it is read.

    Signals:
        changed(): there is more, or less.
    """

    changed = Signal()
    _read = Signal(object)

    def __init__(self, file: HistoryFile, intake: Intake, parent: QObject) -> None:
        super().__init__(parent)
        self._file, self._intake = file, intake
        self.entries: list[Done] = []
        self._read.connect(self._on_read)

    def read(self) -> None:
        """Read the file."""
        self._intake.write("history", lambda: self._read.emit(self._file.read()))

    def note(self, clip: Clip, summary: Summary) -> None:
        """Keep that a clip was restored."""
        done = Done(
            at=datetime.now().isoformat(timespec="seconds"),
            source=clip.path,
            output=summary.output,
            options=clip.options,
            seconds=summary.seconds,
            frames=summary.frames,
        )
        self.entries.insert(0, done)
        self._intake.write(f"history {done.output}", lambda: self._file.append(done))
        self.changed.emit()

    def clear(self) -> None:
        """Forget everything."""
        self.entries = []
        self._intake.write("history", self._file.clear)
        self.changed.emit()

    def _on_read(self, entries: list[Done]) -> None:
        known = {done.output for done in entries}
        self.entries = [d for d in self.entries if d.output not in known] + entries
        self.changed.emit()


class HistoryModel(QAbstractTableModel):
    """The history as a table: when, what, into which file, how long it took."""

    def __init__(self, history: History, parent: QObject) -> None:
        super().__init__(parent)
        self._history = history
        self._entries: Sequence[Done] = list(history.entries)
        history.changed.connect(self._renew)

    def entry(self, index: Index) -> Done:
        """Return the render of a row."""
        return self._entries[index.row()]

    def _renew(self) -> None:
        self.beginResetModel()
        self._entries = list(self._history.entries)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 4

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        done = self._entries[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{done.source}\n{done.output}"
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        texts = (_when(done.at), done.source.name, done.output.name, rough_duration(done.seconds))
        return texts[index.column()]

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        names = self.tr("Finished"), self.tr("Video"), self.tr("Restored file"), self.tr("Took")
        return names[section]


def _when(at: str) -> str:
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODate)
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat) if moment.isValid() else at
