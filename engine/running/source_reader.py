"""Looks at sources in a process of their own, which a crash in a codec may end."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from engine.jobs.errors import Cancelled, InputProblem, InputVideoError
from engine.jobs.events import Picture
from engine.running.child_process import ChildProcess
from engine.running.looks import (
    Answer,
    Cuts,
    CutTimes,
    Glance,
    Look,
    Probe,
    Still,
    Thumbnail,
    read_answer,
    write_look,
)
from engine.running.messages import Failed, Unexpected
from engine.video.facts import SourceInfo

_Seen = TypeVar("_Seen", SourceInfo, Picture, CutTimes)


class SourceReader:
    """Finds out what sources are and makes pictures of them, one look at a time.

    The process starts with the first look and serves all further ones; where it died, the next
    look starts another one. All but `close` is called from one thread.

    Args:
        command: the command line that runs `engine.running.source_child.look_at_sources`.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._lock, self._looking = threading.Lock(), threading.Lock()
        self._child: ChildProcess | None = None
        self._is_closed = False

    def probe(self, path: Path) -> SourceInfo:
        """Find out what a source is.

        Raises:
            EngineError: it cannot be restored; CRASHED_READER: the look ended the process.
            Cancelled: the reader was closed.
        """
        return self._see(Probe(path), path, SourceInfo)

    def glance(self, path: Path) -> SourceInfo:
        """Find out what the beginning of a source tells; raises as `probe` does."""
        return self._see(Glance(path), path, SourceInfo)

    def thumbnail(self, info: SourceInfo, long_side: int) -> Picture:
        """Make a small picture; raises as `probe` does."""
        return self._see(Thumbnail(info, long_side), info.path, Picture)

    def still(self, info: SourceInfo, at_seconds: float, long_side: int) -> Picture:
        """Decode the picture at a moment of the source; raises as `probe` does."""
        return self._see(Still(info, at_seconds, long_side), info.path, Picture)

    def cuts(self, info: SourceInfo, start_seconds: float, stop_seconds: float) -> list[float]:
        """Find out where shots begin in a stretch; raises as `probe` does."""
        return list(self._see(Cuts(info, start_seconds, stop_seconds), info.path, CutTimes).seconds)

    def close(self) -> None:
        """End the process, in the middle of a look as well; may be called from any thread."""
        with self._lock:
            self._is_closed = True
            if self._child is not None:
                self._child.kill()
        with self._looking:  # a look that is going on ends now
            if self._child is not None:
                self._child.close()
                self._child = None

    def _see(self, look: Look, path: Path, kind: type[_Seen]) -> _Seen:
        with self._looking:
            answer = self._ask(look, path)
        match answer:
            case Failed():
                raise answer.error
            case Unexpected():
                raise RuntimeError(f"{answer.kind}: {answer.text}")
        assert isinstance(answer, kind)
        return answer

    def _ask(self, look: Look, path: Path) -> Answer:
        child = self._running_child()
        with contextlib.suppress(OSError):  # it died: the answer tells
            write_look(child.requests, look)
        answer = read_answer(child.answers)
        if answer is not None:
            return answer
        status = child.close()
        with self._lock:
            self._child = None
            if self._is_closed:
                raise Cancelled
        raise InputVideoError(path, InputProblem.CRASHED_READER, str(status))

    def _running_child(self) -> ChildProcess:
        with self._lock:
            if self._is_closed:
                raise Cancelled
            if self._child is not None and not self._child.is_alive:
                self._child.close()
                self._child = None
            if self._child is None:
                self._child = ChildProcess(self._command)
            return self._child
