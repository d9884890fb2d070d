"""The thread between the window and the disk: it looks at sources, and at where outputs go.

As in `engine.background.engine_thread`, PyAV is loaded with its first request.
"""

from __future__ import annotations

import itertools
import logging
import os
import re
import shutil
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, auto
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from engine.background.loading import load_planning
from engine.background.request_thread import Request, RequestThread
from engine.estimating import speeds
from engine.estimating.model_costs import model_states
from engine.files.sources import is_gone, kinds_left_out, videos_in
from engine.installation.cards import unused_card
from engine.jobs.choices import Codec, OutputSize
from engine.jobs.errors import Cancelled, EngineError, InputProblem, InputVideoError
from engine.jobs.events import Picture, Warned
from engine.jobs.options import Options
from engine.resuming.moved_sources import MovedSource, find_moved_source, is_same_film
from engine.video.probing.known import file_states, remember

if TYPE_CHECKING:
    from engine.running.source_reader import SourceReader
    from engine.video.facts import SourceInfo

log = logging.getLogger(__name__)

_CUTS_SECONDS = 4.0
"""Searched for shots in one go: other looks wait for it."""
_Seen = TypeVar("_Seen")
_NUMBERED = re.compile(r"(.*?)(?: \d+)?")


@dataclass(frozen=True)
class OutputPlan:
    """What a render with some options would write: file, and size for each choice offered."""

    output: Path
    sizes: dict[OutputSize | None, tuple[int, int]]
    codec: Codec = Codec.H264
    """The one that AUTO stands for."""
    losses: tuple[Warned, ...] = ()
    """What the file cannot hold as it is."""
    frames_per_picture: float = 1.0
    """How many frames are written for each picture of the source."""
    existing: tuple[Path, ...] = ()
    """Files in the folder of the output that are called like it, with other numbers."""
    free_bytes: int | None = None
    """Room on the disk of the output; None where unknown."""


@dataclass(frozen=True)
class Looks:
    """The functions with which `Intake` looks at a source; replaced in tests."""

    glance: Callable[[Path], SourceInfo]
    probe: Callable[[Path], SourceInfo]
    thumbnail: Callable[[SourceInfo, int], Picture]
    still: Callable[[SourceInfo, float, int], Picture]
    plan: Callable[[SourceInfo, Options, Path | None, tuple[OutputSize | None, ...]], OutputPlan]
    find: Callable[[Path], MovedSource | None]
    compare: Callable[[Path, Path], bool]
    cuts: Callable[[SourceInfo, float, float], list[float]]
    close: Callable[[], None] = lambda: None
    """Called from another thread when the looks are to end, also in the middle of one."""


def _glance_with_engine(path: Path) -> SourceInfo:
    from engine.video.probing.probe import glance  # noqa: PLC0415 - loads PyAV, in this thread

    return glance(path)


def _probe_with_engine(path: Path) -> SourceInfo:
    from engine.video.probing.probe import probe  # noqa: PLC0415

    return probe(path)


def _thumbnail_with_engine(info: SourceInfo, long_side: int) -> Picture:
    from engine.video.reading.reader import thumbnail  # noqa: PLC0415

    return thumbnail(info, long_side=long_side)


def _still_with_engine(info: SourceInfo, at_seconds: float, long_side: int) -> Picture:
    from engine.video.reading.reader import still  # noqa: PLC0415

    return still(info, at_seconds=at_seconds, long_side=long_side)


def _cuts_with_engine(info: SourceInfo, start_seconds: float, stop_seconds: float) -> list[float]:
    from engine.rendering.cuts import cuts_between  # noqa: PLC0415

    return cuts_between(info, start_seconds, stop_seconds)


def _plan_with_engine(
    info: SourceInfo,
    options: Options,
    folder: Path | None,
    choices: tuple[OutputSize | None, ...],
) -> OutputPlan:
    load_planning()
    from engine.rendering import output  # noqa: PLC0415

    # The user's own presets may hold a size that is not among the choices.
    wanted = dict.fromkeys((*choices, options.size))
    sizes = {size: output.output_size_of(info, replace(options, size=size)) for size in wanted}
    path = output.default_output(info, options, folder)
    return OutputPlan(
        path,
        sizes,
        codec=output.resolved(info, options)[1].codec,
        losses=tuple(output.expected_losses(info, options)),
        frames_per_picture=float(output.frames_per_picture(info, options)),
        existing=existing_outputs(path),
        free_bytes=_free_bytes(path),
    )


def existing_outputs(output: Path) -> tuple[Path, ...]:
    """The files in the folder of an output that are called like it, with any number."""
    found = _NUMBERED.fullmatch(output.stem)
    beginning = (found[1] if found else output.stem).casefold()
    try:
        with os.scandir(output.parent) as entries:
            names = [e.name for e in entries if e.name.casefold().startswith(beginning)]
    except OSError:
        return ()
    return tuple(output.with_name(name) for name in names)


def _free_bytes(output: Path) -> int | None:
    try:
        return shutil.disk_usage(output.parent).free
    except OSError:
        return None


LOOKS_HERE = Looks(
    glance=_glance_with_engine,
    probe=_probe_with_engine,
    thumbnail=_thumbnail_with_engine,
    still=_still_with_engine,
    plan=_plan_with_engine,
    find=find_moved_source,
    compare=is_same_film,
    cuts=_cuts_with_engine,
)
"""Looks in this process."""


def looks_elsewhere(reader: SourceReader) -> Looks:
    """Looks of which a codec crash ends another process."""
    return replace(
        LOOKS_HERE,
        glance=reader.glance,
        probe=reader.probe,
        thumbnail=reader.thumbnail,
        still=reader.still,
        cuts=reader.cuts,
        close=reader.close,
    )


class _Kind(IntEnum):
    """What is asked for, the most urgent first.

    Stills answer a hand on the timeline, plans the sentence below; filmstrips can wait. All clips
    are glanced at before one of them is probed, which takes seconds.
    """

    STILL = auto()
    PLAN = auto()
    SPEEDS = auto()
    MODELS = auto()
    WRITE = auto()
    SEARCH = auto()
    COMPARE = auto()
    GLANCE = auto()
    PROBE = auto()
    FILMSTRIP = auto()
    CUTS = auto()


_OF_A_CLIP = (_Kind.STILL, _Kind.PLAN, _Kind.GLANCE, _Kind.PROBE)


class Intake(RequestThread):
    """Looks at sources while others are restored: what they are, and single pictures of them.

    Of the stills and of the plans only the newest request per clip is answered, so dragging
    along the timeline does not queue up work.

    Args:
        parent: its owner in Qt's tree.
        looks: with which functions.
        note_look: told in this thread which source is being looked at, and None afterwards.

    Signals:
        found(list[Path], dict[str, int]): the videos among files and folders, in order, and how
            many files of which suffix were left out.
        moved(int, MovedSource): the source of this clip id is elsewhere by now.
        compared(int, Path, bool): whether this file may be the source of this clip id.
        glanced(int, SourceInfo): what the beginning of the source of this clip id tells, enough to
            show it; `probed` or `refused` follows.
        probed(int, SourceInfo): what the source of this clip id is.
        refused(int, Exception): the source cannot be restored; nothing else follows.
        thumbnail_ready(int, Picture): a small picture for the list.
        still_ready(int, float, Picture): the picture at this time, in seconds from the start.
        strip_ready(int, float, Picture): a small picture of this time for the timeline.
        cuts_found(int, float, list[float]): up to this second of this clip, more shots begin here.
        planned(int, OutputPlan): what a render would write.
        plan_failed(int, Exception): the output could not be worked out.
        speeds_read(Speeds): what was measured on this computer.
        models_listed(tuple[ModelState]): all models, and which of them are installed.
        unused_card_found(Card): a graphics card is here that PyTorch was not built for.
    """

    found = Signal(object, object)
    moved = Signal(int, object)
    compared = Signal(int, object, bool)
    glanced = Signal(int, object)
    probed = Signal(int, object)
    refused = Signal(int, object)
    thumbnail_ready = Signal(int, object)
    still_ready = Signal(int, float, object)
    strip_ready = Signal(int, float, object)
    cuts_found = Signal(int, float, object)
    planned = Signal(int, object)
    plan_failed = Signal(int, object)
    speeds_read = Signal(object)
    models_listed = Signal(object)
    unused_card_found = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        looks: Looks = LOOKS_HERE,
        note_look: Callable[[Path | None], None] = lambda path: None,
    ) -> None:
        super().__init__(parent)
        self._looks, self._note_look = looks, note_look
        self._searches = itertools.count()
        self._strip = self._cuts_wanted = object()
        """Stand for the newest filmstrip, and the newest search for shots."""
        self._probed_first: int | None = None

    def search(self, paths: Sequence[Path]) -> None:
        """Find the videos among files and folders; a large folder takes its time."""
        self._ask(
            _Kind.SEARCH,
            next(self._searches),
            lambda: self.found.emit(videos_in(paths), kinds_left_out(paths)),
        )

    def look_at(self, clip_id: int, path: Path, *, long_side: int) -> None:
        """Glance at a new source, wherever it was moved to, make its thumbnail, and probe it.

        It is probed after all that wait have their thumbnails.
        """

        def act(cancel: threading.Event) -> None:
            try:
                moved = self._looks.find(path) if is_gone(path) else None
                if moved is not None:
                    self.moved.emit(clip_id, moved)
                place = moved.source if moved else path
                info = self._noted(place, lambda: self._looks.glance(place))
                self.glanced.emit(clip_id, info)
                picture = self._picture(place, lambda: self._looks.thumbnail(info, long_side))
            except Exception as error:  # a file of any kind must not end the thread
                self._refuse(clip_id, path, error)
                return
            if picture is not None:
                self.thumbnail_ready.emit(clip_id, picture)
            if not cancel.is_set():  # the clip is in the list still
                self._ask_for_probe(clip_id, place)

        self._put(Request(_Kind.GLANCE, clip_id, act))

    def probe_first(self, clip_id: int) -> None:
        """Probe a clip before the others that wait for it: its user does."""
        self._probed_first = clip_id
        self._requests.hurry(_Kind.PROBE, clip_id)

    def compare(self, clip_id: int, path: Path, candidate: Path) -> None:
        """Find out whether a file may be the source that was at ``path``."""

        def act() -> None:
            try:
                is_same = self._looks.compare(path, candidate)
            except EngineError as error:
                self.refused.emit(clip_id, error)
                return
            self.compared.emit(clip_id, candidate, is_same)

        self._ask(_Kind.COMPARE, clip_id, act)

    def request_still(
        self, clip_id: int, info: SourceInfo, *, at_seconds: float, long_side: int
    ) -> None:
        """Decode the picture shown at ``at_seconds`` from the start of the source."""

        def act() -> None:
            picture = self._look(
                clip_id, info.path, lambda: self._looks.still(info, at_seconds, long_side)
            )
            if picture is not None:
                self.still_ready.emit(clip_id, at_seconds, picture)

        self._ask(_Kind.STILL, clip_id, act)

    def request_filmstrip(
        self, clip_id: int, info: SourceInfo, times: Sequence[float], *, long_side: int
    ) -> None:
        """Make small pictures of these moments, one after the other, when nothing else is asked.

        Only the newest filmstrip is made; ``strip_ready`` follows for each of its moments.
        """

        def act() -> None:
            picture = self._look(
                clip_id, info.path, lambda: self._looks.still(info, times[0], long_side)
            )
            if picture is None:
                return
            self.strip_ready.emit(clip_id, times[0], picture)
            if times[1:] and self._strip is key:
                self.request_filmstrip(clip_id, info, times[1:], long_side=long_side)

        key = self._strip = object()
        self._ask(_Kind.FILMSTRIP, None, act)

    def request_cuts(self, clip_id: int, info: SourceInfo, *, from_seconds: float = 0.0) -> None:
        """Find out where shots begin, stretch by stretch, when nothing else is asked.

        Only the newest request is carried out; ``cuts_found`` follows for each stretch.
        """
        stop = from_seconds + _CUTS_SECONDS

        def act() -> None:
            try:
                cuts = self._looks.cuts(info, from_seconds, stop)
            except (Cancelled, EngineError) as error:
                log.info("no shots of %s: %s", info.path, error)
                return
            self.cuts_found.emit(clip_id, stop, cuts)
            if stop < (info.duration_seconds or 0.0) and self._cuts_wanted is key:
                self.request_cuts(clip_id, info, from_seconds=stop)

        key = self._cuts_wanted = object()
        self._ask(_Kind.CUTS, None, act)

    def stop_timeline(self) -> None:
        """Make no more pictures for a filmstrip, and look for no more shots."""
        self._strip = self._cuts_wanted = object()
        for kind in (_Kind.FILMSTRIP, _Kind.CUTS):
            self._requests.withdraw(kind, None)

    def request_plan(
        self,
        clip_id: int,
        info: SourceInfo,
        options: Options,
        folder: Path | None,
        choices: tuple[OutputSize | None, ...],
    ) -> None:
        """Work out the output file, and the size in pixels for each of ``choices``."""

        def act() -> None:
            try:
                plan = self._looks.plan(info, options, folder, choices)
            except Exception as error:  # whoever waits for the plan has to hear of it
                log.warning("no plan for %s", info.path, exc_info=error)
                self.plan_failed.emit(clip_id, error)
                return
            self.planned.emit(clip_id, plan)

        self._ask(_Kind.PLAN, clip_id, act)

    def request_speeds(self) -> None:
        """Read what was measured on this computer."""
        self._ask(_Kind.SPEEDS, None, lambda: self.speeds_read.emit(speeds.remembered()))

    def request_models(self) -> None:
        """Find out which models are installed, and what each costs."""
        self._ask(_Kind.MODELS, None, lambda: self.models_listed.emit(model_states()))

    def request_unused_card(self) -> None:
        """Look for a graphics card that PyTorch was not built for."""

        def act() -> None:
            card = unused_card()
            if card is not None:
                self.unused_card_found.emit(card)

        self._ask(_Kind.SPEEDS, "card", act)

    def write(self, name: str, act: Callable[[], None]) -> None:
        """Write something to the disk; of two under the same name that wait, the newer one."""
        self._ask(_Kind.WRITE, name, act)

    def forget(self, clip_id: int) -> None:
        """Drop what is still to be done for a clip that was removed."""
        for kind in _OF_A_CLIP:
            self._requests.withdraw(kind, clip_id)

    @override
    def stop(self) -> None:
        """Let the thread end, and the look it is at; the caller waits for ``finished``."""
        super().stop()
        self._looks.close()

    def _ask(self, kind: _Kind, key: object, act: Callable[[], None]) -> None:
        def act_at_once(_cancel: threading.Event) -> None:
            act()

        self._put(Request(kind, key, act_at_once))

    def _ask_for_probe(self, clip_id: int, path: Path) -> None:
        def act() -> None:
            try:
                states = file_states(path)
                info = self._noted(path, lambda: self._looks.probe(path))
            except Exception as error:  # as above
                self._refuse(clip_id, path, error)
                return
            remember(path, states, info)  # for the previews, which this process restores
            self.probed.emit(clip_id, info)

        self._ask(_Kind.PROBE, clip_id, act)
        if clip_id == self._probed_first:
            self._requests.hurry(_Kind.PROBE, clip_id)

    def _refuse(self, clip_id: int, path: Path, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, EngineError):
            log.error("looking at %s failed unexpectedly", path, exc_info=error)
        self.refused.emit(clip_id, error)

    def _look(self, clip_id: int, path: Path, take: Callable[[], Picture]) -> Picture | None:
        """Make a picture; a source that crashes the reader is refused, else a gap remains."""
        try:
            return self._picture(path, take)
        except (Cancelled, InputVideoError) as error:
            self._refuse(clip_id, path, error)
            return None

    def _picture(self, path: Path, take: Callable[[], Picture]) -> Picture | None:
        """Make a picture, None where that fails; a crash of the reader is raised."""
        try:
            return self._noted(path, take)
        except Cancelled:
            raise
        except Exception as error:
            if isinstance(error, InputVideoError) and error.reason is InputProblem.CRASHED_READER:
                raise
            log.warning("no picture of %s: %s", path, error)
            return None

    def _noted(self, path: Path, look: Callable[[], _Seen]) -> _Seen:
        """Look at a source; it is noted which one, in case that ends the program."""
        self._note_look(path)
        try:
            return look()
        finally:
            self._note_look(None)
