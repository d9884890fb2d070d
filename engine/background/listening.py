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
from engine.background.speaker import Speaker, StreamedSound
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


StreamSource = Callable[["SourceInfo", float, StreamedSound, threading.Event], None]
ReadStretch = Callable[[Stretch, threading.Event], tuple[bytes, bytes]]


def read_stretch(stretch: Stretch, cancel: threading.Event) -> tuple[bytes, bytes]:
    """Read a stretch with the engine; see `engine.rendering.heard.read_stretch`."""
    from engine.rendering.heard import read_stretch  # noqa: PLC0415 - loads PyAV, in this thread

    return read_stretch(
        stretch.source, stretch.options, stretch.start_seconds, stretch.length_seconds, cancel
    )


def stream_source(
    source: SourceInfo, from_seconds: float, sound: StreamedSound, cancel: threading.Event
) -> None:
    """Read the sound of a source from a moment on; see `engine.rendering.heard.stream_source`."""
    from engine.rendering.heard import stream_source  # noqa: PLC0415

    for data in stream_source(source, from_seconds):
        if not sound.put(data, cancel):
            return


class _Kind(IntEnum):
    """What is asked for, the most urgent first."""

    LOAD = auto()


class Listening(RequestThread):
    """Prepares stretches of sound; of several requests the newest counts.

    Args:
        parent: its owner in Qt's tree.
        read: returns both versions of a stretch, as `LoopedSound` takes them.
        stream: reads the sound of a source into a `StreamedSound`.
        speaker: plays them.

    Attributes:
        has_device: False once no device that plays sound was found.

    Signals:
        ready(int, tuple): the versions of the stretch asked for under this number.
        streaming(int, StreamedSound): what is read under this number.
        silent(int): there is no device that plays sound, or the sound cannot be read.
    """

    ready = Signal(int, object)
    streaming = Signal(int, object)
    silent = Signal(int)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        read: ReadStretch = read_stretch,
        stream: StreamSource = stream_source,
        speaker: Speaker | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._stream = read, stream
        self.speaker = speaker or Speaker()
        self.has_device = True

    def load(self, number: int, stretch: Stretch) -> None:
        """Open the device and prepare a stretch; `ready` or `silent` follows."""

        def act(cancel: threading.Event) -> None:
            self.ready.emit(number, self._read(stretch, cancel))

        self._ask(number, act)

    def play(self, number: int, source: SourceInfo, from_seconds: float) -> None:
        """Open the device and read a source from a moment on; `streaming` or `silent` follows."""

        def act(cancel: threading.Event) -> None:
            sound = StreamedSound()
            self.streaming.emit(number, sound)
            try:
                self._stream(source, from_seconds, sound, cancel)
            finally:
                sound.complete()

        self._ask(number, act)

    def rest(self) -> None:
        """Be silent, and read no further."""
        self.speaker.pause()
        self._requests.withdraw(_Kind.LOAD, None)

    def _ask(self, number: int, act: Callable[[threading.Event], None]) -> None:
        def act_or_say(cancel: threading.Event) -> None:
            try:
                self.has_device = self.speaker.open()
                if self.has_device:
                    act(cancel)
                else:
                    self.silent.emit(number)
            except Cancelled:
                return
            except EngineError as error:
                log.info("%s", error)
                self.silent.emit(number)

        self._requests.withdraw(_Kind.LOAD, None)
        self._put(Request(_Kind.LOAD, None, act_or_say))

    @override
    def run(self) -> None:
        """Carry out the requests until `stop` is called; then give the device back."""
        super().run()
        self.speaker.close()
