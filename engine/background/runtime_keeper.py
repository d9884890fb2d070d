"""The thread that looks for graphics cards, and fetches and removes PyTorch's builds for them."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from enum import IntEnum, auto

from PySide6.QtCore import QObject, Signal

from engine.background.request_thread import Request, RequestThread
from engine.installation import runtimes
from engine.installation.runtimes import CardReport, CardRuntime, OnProgress
from engine.jobs.errors import Cancelled, EngineError
from engine.running.child_process import child_command

log = logging.getLogger(__name__)

_REPORT_SECONDS = 0.1

Fetch = Callable[[CardRuntime, OnProgress, threading.Event], None]


def _fetch(runtime: CardRuntime, on_progress: OnProgress, cancel: threading.Event) -> None:
    runtimes.fetch(runtime, child_command(), on_progress, cancel)


class _Kind(IntEnum):
    """What is asked for; what is quick comes first."""

    LOOK = auto()
    REMOVE = auto()
    FETCH = auto()


class RuntimeKeeper(RequestThread):
    """Fetches, tests and removes builds of PyTorch for cards, while everything else goes on.

    Args:
        parent: its owner in Qt's tree.
        look: finds the cards; replaced in tests, as the others.
        fetch: downloads a runtime and tests it.
        remove: deletes all that was fetched.

    Signals:
        looked(CardReport): which cards there are, and what makes them compute.
        progressed(int, int): so many bytes of so many are there.
        fetched(str): this runtime works, and is used from the next start on.
        cancelled(): it is not fetched any further; what has arrived is kept.
        failed(Exception): it could not be fetched, does not work, or could not be removed.
    """

    looked = Signal(object)
    # Bytes may exceed the 32 bits of Qt's int.
    progressed = Signal(object, object)
    fetched = Signal(str)
    cancelled = Signal()
    failed = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        look: Callable[[], CardReport] = runtimes.look,
        fetch: Fetch = _fetch,
        remove: Callable[[], int] = runtimes.remove,
    ) -> None:
        super().__init__(parent)
        self._look, self._fetch, self._remove = look, fetch, remove

    def look(self) -> None:
        """Find the cards of this machine."""
        self._ask(_Kind.LOOK, lambda _cancel: self.looked.emit(self._look()))

    def fetch(self, runtime: CardRuntime) -> None:
        """Download a runtime, going on where an earlier attempt stopped, and test it."""

        def act(cancel: threading.Event) -> None:
            self._fetch(runtime, self._reporter(), cancel)
            self.fetched.emit(runtime.name)
            self.looked.emit(self._look())

        self._ask(_Kind.FETCH, act)

    def cancel(self) -> None:
        """Stop fetching; what has arrived is kept."""
        self._requests.withdraw(_Kind.FETCH, None)

    def remove(self) -> None:
        """Delete all that was fetched."""

        def act(_cancel: threading.Event) -> None:
            self._remove()
            self.looked.emit(self._look())

        self._ask(_Kind.REMOVE, act)

    def _ask(self, kind: _Kind, act: Callable[[threading.Event], None]) -> None:
        def act_and_tell(cancel: threading.Event) -> None:
            try:
                act(cancel)
            except Cancelled:
                self.cancelled.emit()
            except Exception as error:  # whoever waits has to hear of it
                if not isinstance(error, EngineError):
                    log.error("%s failed unexpectedly", kind.name, exc_info=error)
                self.failed.emit(error)

        def withdrawn() -> None:
            if kind is _Kind.FETCH:
                self.cancelled.emit()

        self._put(Request(kind, None, act_and_tell, withdrawn))

    def _reporter(self) -> OnProgress:
        """Tells of the bytes that are there, a few times a second."""
        last = 0.0

        def report(done_bytes: int, total_bytes: int) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= _REPORT_SECONDS or done_bytes >= total_bytes:
                last = now
                self.progressed.emit(done_bytes, total_bytes)

        return report
