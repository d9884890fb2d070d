"""The thread that fetches models, and takes and deletes files of them."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from enum import IntEnum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from engine.background.request_thread import Request, RequestThread
from engine.jobs.errors import Cancelled, EngineError
from engine.networks import added, catalogue
from engine.networks.catalogue import ModelEntry, OnProgress

log = logging.getLogger(__name__)

_REPORT_SECONDS = 0.1

Fetch = Callable[[ModelEntry, OnProgress, threading.Event], Path]
Add = Callable[[Path, str | None, str | None], ModelEntry]
Remove = Callable[[ModelEntry], int]


class _Kind(IntEnum):
    """What is asked for; what is quick comes before what is waiting to be fetched."""

    REMOVE = auto()
    ADD = auto()
    FETCH = auto()


class ModelKeeper(RequestThread):
    """Fetches, adds and removes models, one after the other, while everything else goes on.

    Args:
        parent: its owner in Qt's tree.
        fetch: downloads a model; replaced in tests, as the others.
        add: takes a file of the user's.
        remove: deletes the file of a model.

    Signals:
        progressed(str, int, int): of this model so many bytes of so many are there.
        installed(str): the file of this model is there now.
        removed(str): the file of this model is gone.
        cancelled(str): this model is not fetched any further; what has arrived is kept.
        failed(str, Exception): this model could not be fetched or removed, or this file not taken.
    """

    # Bytes may exceed the 32 bits of Qt's int.
    progressed = Signal(str, object, object)
    installed = Signal(str)
    removed = Signal(str)
    cancelled = Signal(str)
    failed = Signal(str, object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        fetch: Fetch = catalogue.fetch,
        add: Add = added.add,
        remove: Remove = added.remove,
    ) -> None:
        super().__init__(parent)
        self._fetch, self._add, self._remove = fetch, add, remove

    def fetch(self, model: ModelEntry) -> None:
        """Download a model, going on where an earlier attempt stopped."""
        name = model.name

        def act(cancel: threading.Event) -> None:
            self._fetch(model, self._reporter(name), cancel)
            self.installed.emit(name)

        self._ask(_Kind.FETCH, name, act)

    def cancel(self, model: ModelEntry) -> None:
        """Stop fetching a model, or do not begin; what has arrived is kept."""
        self._requests.withdraw(_Kind.FETCH, model.name)

    def add(self, path: Path, licence: str | None = None) -> None:
        """Take a model file of the user's: one that Homereel knows, or an image model of others."""

        def act(_cancel: threading.Event) -> None:
            self.installed.emit(self._add(path, None, licence).name)

        self._ask(_Kind.ADD, path.name, act)

    def remove(self, model: ModelEntry) -> None:
        """Delete the file of a model."""

        def act(_cancel: threading.Event) -> None:
            self._remove(model)
            self.removed.emit(model.name)

        self._ask(_Kind.REMOVE, model.name, act)

    def _ask(self, kind: _Kind, name: str, act: Callable[[threading.Event], None]) -> None:
        def act_and_tell(cancel: threading.Event) -> None:
            try:
                act(cancel)
            except Cancelled:
                self.cancelled.emit(name)
            except Exception as error:  # whoever waits has to hear of it
                if not isinstance(error, EngineError):
                    log.error("%s of %s failed unexpectedly", kind.name, name, exc_info=error)
                self.failed.emit(name, error)

        self._put(Request(kind, name, act_and_tell, lambda: self.cancelled.emit(name)))

    def _reporter(self, name: str) -> OnProgress:
        """Tells of the bytes that are there, a few times a second."""
        last = 0.0

        def report(done_bytes: int, total_bytes: int) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= _REPORT_SECONDS or done_bytes >= total_bytes:
                last = now
                self.progressed.emit(name, done_bytes, total_bytes)

        return report
