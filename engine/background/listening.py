"""The thread that prepares the sound of a stretch for listening, before and after its repairs.

As in `engine.background.engine_thread`, PyAV is loaded with its first request.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from engine.background.request_thread import Request, RequestThread
from engine.background.speaker import Speaker
from engine.jobs.errors import Cancelled, EngineError
from engine.jobs.options import Options

if TYPE_CHECKING:
    from engine.video.facts import SourceInfo

log = logging.getLogger(__name__)

BEFORE, AFTER = 0, 1
"""Versions of a stretch."""


@dataclass(frozen=True)
class Stretch:
    """A part of a source that is listened to; times in seconds."""

    source: SourceInfo
    options: Options
    """How the whole is restored, and which range of it."""
    start_seconds: float
    """Counted from the start of the source."""
    length_seconds: float


ReadStretch = Callable[[Stretch, threading.Event], tuple[bytes, bytes]]


def read_stretch(stretch: Stretch, cancel: threading.Event) -> tuple[bytes, bytes]:
    """Read a stretch with the engine; see `engine.rendering.heard.read_stretch`."""
    from engine.rendering.heard import read_stretch  # noqa: PLC0415 - loads PyAV, in this thread

    return read_stretch(
        stretch.source, stretch.options, stretch.start_seconds, stretch.length_seconds, cancel
    )


class _Kind(IntEnum):
    """What is asked for, the most urgent first."""

    LOAD = auto()


class Listening(RequestThread):
    """Prepares stretches of sound; of several requests the newest counts.

    Args:
        parent: its owner in Qt's tree.
        read: returns both versions of a stretch, as `Speaker` takes them.
        speaker: plays them.

    Signals:
        ready(int, tuple): the versions of the stretch asked for under this number.
        silent(int): there is no device that plays sound, or the sound cannot be read.
    """

    ready = Signal(int, object)
    silent = Signal(int)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        read: ReadStretch = read_stretch,
        speaker: Speaker | None = None,
    ) -> None:
        super().__init__(parent)
        self._read = read
        self.speaker = speaker or Speaker()

    def load(self, number: int, stretch: Stretch) -> None:
        """Open the device and prepare a stretch; `ready` or `silent` follows."""

        def act(cancel: threading.Event) -> None:
            try:
                if not self.speaker.open():
                    self.silent.emit(number)
                    return
                versions = self._read(stretch, cancel)
            except Cancelled:
                return
            except EngineError as error:
                log.info("%s", error)
                self.silent.emit(number)
            else:
                self.ready.emit(number, versions)

        self._requests.withdraw(_Kind.LOAD, None)
        self._put(Request(_Kind.LOAD, None, act))

    @override
    def run(self) -> None:
        """Carry out the requests until `stop` is called; then give the device back."""
        super().run()
        self.speaker.close()
