"""The thread that reads films for showing: one moment, or moving pictures.

As in `engine.background.engine_thread`, PyAV is loaded with its first request.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import IntEnum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine.background.request_thread import Request, RequestThread
from engine.jobs.choices import Deinterlace, Part
from engine.jobs.errors import EngineError
from engine.jobs.events import FilmFrame

if TYPE_CHECKING:
    from engine.video.facts import SourceInfo
    from engine.video.reading.films import Films

log = logging.getLogger(__name__)

_QUEUED_FRAMES = 6
_POLL_SECONDS = 0.05


@dataclass(frozen=True)
class FilmPair:
    """A source, and the file that was made of it; times are seconds from the source's start."""

    source: SourceInfo
    finished: Path | None = None
    parts: tuple[Part, ...] = ()
    """Those of the source that the finished file shows one after the other; none: it shows all."""
    first_part: int = 0
    """Those before it are not shown."""
    deinterlace: Deinterlace = Deinterlace.AUTO
    """Of the source."""

    def part_at(self, seconds: float) -> int:
        """Return the index of the part that shows a moment, or of the next one that comes then."""

        def distance(index: int) -> tuple[bool, float]:
            part = self.parts[index]
            if part.start_seconds <= seconds < part.end_seconds:
                return False, 0.0
            is_over = part.end_seconds <= seconds
            return is_over, seconds - part.end_seconds if is_over else part.start_seconds - seconds

        return min(range(self.first_part, len(self.parts)), key=distance, default=0)


ReadFilms = Callable[[FilmPair, float], Iterator[FilmFrame]]


class FilmReader:
    """Reads films with the engine; what a finished file is, is found out once."""

    def __init__(self) -> None:
        self._known: tuple[Path, int, SourceInfo] | None = None
        self._films: tuple[FilmPair, SourceInfo | None, Films] | None = None

    def __call__(self, pair: FilmPair, at_seconds: float) -> Iterator[FilmFrame]:
        """Yield the frame that is shown at a moment, and those after it."""
        return self._films_of(pair).frames(at_seconds, pair.part_at(at_seconds))

    def _films_of(self, pair: FilmPair) -> Films:
        from engine.video.reading.films import Films  # noqa: PLC0415 - loads PyAV, in this thread

        pair = replace(pair, first_part=0)
        finished = None if pair.finished is None else self._info_of(pair.finished)
        if self._films is None or self._films[:2] != (pair, finished):
            films = Films(pair.source, finished, pair.parts, pair.deinterlace)
            self._films = pair, finished, films
        return self._films[2]

    def _info_of(self, path: Path) -> SourceInfo:
        from engine.video.probing.probe import probe_restored  # noqa: PLC0415

        try:
            version = path.stat().st_mtime_ns
        except OSError:
            version = 0  # probing says what is wrong
        if self._known is None or self._known[:2] != (path, version):
            self._known = path, version, probe_restored(path)
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
