"""The thread that reads films for showing: one moment, or moving pictures.

As in `engine.background.engine_thread`, PyAV is loaded with its first request.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine.background.request_thread import Request, RequestThread
from engine.jobs.choices import Deinterlace
from engine.jobs.errors import EngineError
from engine.jobs.events import FilmFrame

if TYPE_CHECKING:
    from engine.video.facts import SourceInfo

log = logging.getLogger(__name__)

_QUEUED_FRAMES = 6
_POLL_SECONDS = 0.05


@dataclass(frozen=True)
class FilmPair:
    """A source, and the file that was made of it; times are seconds from the source's start."""

    source: SourceInfo
    finished: Path | None = None
    begins_at: float = 0.0
    """Where the finished file begins."""
    deinterlace: Deinterlace = Deinterlace.AUTO
    """Of the source."""


ReadFilms = Callable[[FilmPair, float], Iterator[FilmFrame]]


class FilmReader:
    """Reads films with the engine; what a finished file is, is found out once."""

    def __init__(self) -> None:
        self._known: tuple[Path, int, SourceInfo] | None = None

    def __call__(self, pair: FilmPair, at_seconds: float) -> Iterator[FilmFrame]:
        """Yield the frame that is shown at a moment, and those after it."""
        from engine.video.reading.films import Films  # noqa: PLC0415 - loads PyAV, in this thread

        finished = None if pair.finished is None else self._info_of(pair.finished)
        films = Films(pair.source, finished, pair.begins_at, pair.deinterlace)
        return films.frames(at_seconds)

    def _info_of(self, path: Path) -> SourceInfo:
        from engine.video.probing.probe import probe  # noqa: PLC0415

        try:
            version = path.stat().st_mtime_ns
        except OSError:
            version = 0  # probing says what is wrong
        if self._known is None or self._known[:2] != (path, version):
            self._known = path, version, probe(path)
        return self._known[2]


class FrameQueue:
    """A few frames that are read ahead; the window takes them as they are due."""

    def __init__(self, limit: int = _QUEUED_FRAMES) -> None:
        self._limit = limit
        self._frames: deque[FilmFrame] = deque()
        self._changed = threading.Condition()
        self._is_closed = self._is_complete = False

    @property
    def is_over(self) -> bool:
        """All frames were taken, and no more will come."""
        with self._changed:
            return self._is_complete and not self._frames

    @property
    def next_seconds(self) -> float | None:
        """The moment of the next frame; None while there is none."""
        with self._changed:
            return self._frames[0].at_seconds if self._frames else None

    def take(self) -> FilmFrame:
        """Take the next frame; there has to be one."""
        with self._changed:
            frame = self._frames.popleft()
            self._changed.notify()
            return frame

    def close(self) -> None:
        """Want no more frames."""
        with self._changed:
            self._is_closed = True
            self._frames.clear()
            self._changed.notify()

    def put(self, frame: FilmFrame, cancel: threading.Event) -> bool:
        """Add a frame, waiting for room; False where no more are wanted."""
        with self._changed:
            while not (self._is_closed or cancel.is_set() or len(self._frames) < self._limit):
                self._changed.wait(_POLL_SECONDS)
            if self._is_closed or cancel.is_set():
                return False
            self._frames.append(frame)
            return True

    def complete(self) -> None:
        """Say that no more frames will come."""
        with self._changed:
            self._is_complete = True


class _Kind(IntEnum):
    """What is asked for, the most urgent first."""

    MOMENT = auto()
    PLAY = auto()


class Player(RequestThread):
    """Reads films for the window; of several requests the newest counts.

    Args:
        parent: its owner in Qt's tree.
        read: yields the frames from a moment on.

    Signals:
        moment_ready(int, FilmFrame): what is shown at the moment asked for under this number.
        failed(int, Exception): the films of this number cannot be read.
    """

    moment_ready = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, parent: QObject | None = None, *, read: ReadFilms | None = None) -> None:
        super().__init__(parent)
        self._read = read or FilmReader()

    def show(self, number: int, pair: FilmPair, at_seconds: float) -> None:
        """Read what is shown at a moment; ``moment_ready`` follows."""

        def act(cancel: threading.Event) -> None:
            for frame in self._read(pair, at_seconds):
                if not cancel.is_set():
                    self.moment_ready.emit(number, frame)
                return

        self._ask(_Kind.MOMENT, number, act)

    def play(self, number: int, pair: FilmPair, from_seconds: float) -> FrameQueue:
        """Read frames ahead, from a moment on, until the queue is closed."""
        queue = FrameQueue()

        def act(cancel: threading.Event) -> None:
            try:
                for frame in self._read(pair, from_seconds):
                    if not queue.put(frame, cancel):
                        return
            finally:
                queue.complete()

        self._ask(_Kind.PLAY, number, act, queue.complete)
        return queue

    def _ask(
        self,
        kind: _Kind,
        number: int,
        act: Callable[[threading.Event], None],
        on_withdrawn: Callable[[], None] = lambda: None,
    ) -> None:
        def act_or_say(cancel: threading.Event) -> None:
            try:
                act(cancel)
            except EngineError as error:
                log.info("%s", error)
                self.failed.emit(number, error)

        for older in _Kind:
            self._requests.withdraw(older, None)
        self._put(Request(kind, None, act_or_say, on_withdrawn))
