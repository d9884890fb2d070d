"""The thread between the window and the engine that looks at files.

As in `engine.background.engine_thread`, PyAV is loaded inside it, with its first request.
"""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

from engine.files.sources import is_gone, videos_in
from engine.jobs.errors import EngineError
from engine.jobs.events import Picture, Warned
from engine.jobs.options import Codec, Options, OutputSize
from engine.resuming.moved_sources import Whereabouts, found_again, is_same_film

if TYPE_CHECKING:
    from engine.video.facts import SourceInfo

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Plan:
    """What a render with some options would write: file, and size for each choice offered.

    ``codec`` is what is meant by AUTO, ``losses`` what the file cannot hold as it is.
    """

    output: Path
    sizes: dict[OutputSize | None, tuple[int, int]]
    codec: Codec = Codec.H264
    losses: tuple[Warned, ...] = ()


@dataclass(frozen=True)
class Looks:
    """The functions with which `Intake` looks at a source; replaced in tests."""

    probe: Callable[[Path], SourceInfo]
    thumbnail: Callable[[SourceInfo, int], Picture]
    still: Callable[[SourceInfo, float, int], Picture]
    plan: Callable[[SourceInfo, Options, Path | None, tuple[OutputSize | None, ...]], Plan]
    find: Callable[[Path], Whereabouts | None]
    compare: Callable[[Path, Path], bool]


def _probe_with_engine(path: Path) -> SourceInfo:
    from engine.video.probing.probe import probe  # noqa: PLC0415 - loads PyAV, in this thread

    return probe(path)


def _thumbnail_with_engine(info: SourceInfo, long_side: int) -> Picture:
    from engine.video.reading.reader import thumbnail  # noqa: PLC0415

    return thumbnail(info, long_side=long_side)


def _still_with_engine(info: SourceInfo, at_seconds: float, long_side: int) -> Picture:
    from engine.video.reading.reader import still  # noqa: PLC0415

    return still(info, at_seconds=at_seconds, long_side=long_side)


def _plan_with_engine(
    info: SourceInfo,
    options: Options,
    folder: Path | None,
    choices: tuple[OutputSize | None, ...],
) -> Plan:
    from engine.rendering.output import default_output, expected_losses, output_size_of, resolved  # noqa: PLC0415

    sizes = {size: output_size_of(info, replace(options, size=size)) for size in choices}
    lost = tuple(expected_losses(info, options))
    codec = resolved(info, options)[1].codec
    return Plan(default_output(info, options, folder), sizes, codec, lost)


ENGINE_LOOKS = Looks(
    probe=_probe_with_engine,
    thumbnail=_thumbnail_with_engine,
    still=_still_with_engine,
    plan=_plan_with_engine,
    find=found_again,
    compare=is_same_film,
)


class Intake(QThread):
    """Looks at sources beside the renders: what they are, and single pictures of them.

    Of the stills and of the plans only the newest request per clip is answered, so dragging
    along the timeline does not queue up work.

    Signals:
        found(list[Path]): the videos among files and folders, in order.
        moved(int, Whereabouts): the source of this clip id is elsewhere by now.
        compared(int, Path, bool): whether this file may be the source of this clip id.
        probed(int, SourceInfo): what the source of this clip id is.
        refused(int, Exception): the source cannot be restored; nothing else follows.
        thumbnail_ready(int, Picture): a small picture for the list.
        still_ready(int, float, Picture): the picture at this time, in seconds from the start.
        planned(int, Plan): what a render would write.
        plan_failed(int, Exception): the output could not be worked out.
    """

    found = Signal(object)
    moved = Signal(int, object)
    compared = Signal(int, object, bool)
    probed = Signal(int, object)
    refused = Signal(int, object)
    thumbnail_ready = Signal(int, object)
    still_ready = Signal(int, float, object)
    planned = Signal(int, object)
    plan_failed = Signal(int, object)

    def __init__(self, parent: QObject | None = None, *, looks: Looks = ENGINE_LOOKS) -> None:
        super().__init__(parent)
        self._looks = looks
        self._condition = threading.Condition()
        self._tasks: dict[tuple[str, int], Callable[[], None]] = {}
        self._searches = itertools.count()
        self._is_stopping = False

    def search(self, paths: Sequence[Path]) -> None:
        """Find the videos among files and folders; a large folder takes its time."""
        key = ("search", next(self._searches))
        self._put(key, lambda: self.found.emit(videos_in(paths)))

    def look_at(self, clip_id: int, path: Path, *, long_side: int) -> None:
        """Probe a new source, wherever it was moved to, and make its thumbnail."""

        def task() -> None:
            try:
                moved = self._looks.find(path) if is_gone(path) else None
                if moved is not None:
                    self.moved.emit(clip_id, moved)
                info = self._looks.probe(moved.source if moved else path)
            except Exception as error:  # a file of any kind must not end the thread
                if not isinstance(error, EngineError):
                    log.error("looking at %s failed unexpectedly", path, exc_info=error)
                self.refused.emit(clip_id, error)
                return
            self.probed.emit(clip_id, info)
            self._put(
                ("thumbnail", clip_id),
                lambda: self.thumbnail_ready.emit(clip_id, self._looks.thumbnail(info, long_side)),
            )

        self._put(("probe", clip_id), task)

    def compare(self, clip_id: int, path: Path, candidate: Path) -> None:
        """Find out whether a file may be the source that was at ``path``."""

        def task() -> None:
            try:
                is_same = self._looks.compare(path, candidate)
            except EngineError as error:
                self.refused.emit(clip_id, error)
                return
            self.compared.emit(clip_id, candidate, is_same)

        self._put(("compare", clip_id), task)

    def request_still(
        self, clip_id: int, info: SourceInfo, *, at_seconds: float, long_side: int
    ) -> None:
        """Decode the picture shown at ``at_seconds`` from the start of the source."""
        self._put(
            ("still", clip_id),
            lambda: self.still_ready.emit(
                clip_id, at_seconds, self._looks.still(info, at_seconds, long_side)
            ),
        )

    def request_plan(
        self,
        clip_id: int,
        info: SourceInfo,
        options: Options,
        folder: Path | None,
        choices: tuple[OutputSize | None, ...],
    ) -> None:
        """Work out the output file, and the size in pixels for each of ``choices``."""

        def task() -> None:
            try:
                plan = self._looks.plan(info, options, folder, choices)
            except Exception as error:  # whoever waits for the plan has to hear of it
                log.warning("no plan for %s", info.path, exc_info=error)
                self.plan_failed.emit(clip_id, error)
                return
            self.planned.emit(clip_id, plan)

        self._put(("plan", clip_id), task)

    def forget(self, clip_id: int) -> None:
        """Drop what is still to be done for a clip that was removed."""
        with self._condition:
            for kind in ("probe", "thumbnail", "still", "plan"):
                self._tasks.pop((kind, clip_id), None)

    def stop(self) -> None:
        """Let the thread end after the look it is at; the caller waits for ``finished``."""
        with self._condition:
            self._is_stopping = True
            self._condition.notify()

    @override
    def run(self) -> None:
        """Look at one source after the other until `stop` is called."""
        while (task := self._next()) is not None:
            try:
                task()
            except Exception as error:  # a picture that fails leaves a gap, not a dead thread
                log.warning("a look at a source failed", exc_info=error)

    def _put(self, key: tuple[str, int], task: Callable[[], None]) -> None:
        with self._condition:
            self._tasks[key] = task
            self._condition.notify()
        if not self._is_stopping and not self.isRunning():
            self.start()

    def _next(self) -> Callable[[], None] | None:
        with self._condition:
            self._condition.wait_for(lambda: self._is_stopping or self._tasks)
            if self._is_stopping:
                return None
            # Stills answer a hand on the timeline, plans the sentence below; thumbnails can wait.
            order = ("still", "plan", "search", "compare", "probe", "thumbnail")
            return self._tasks.pop(min(self._tasks, key=lambda key: order.index(key[0])))
