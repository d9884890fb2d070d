"""A film whose stretches are restored elsewhere: what a render knows of it, and who it asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from engine.jobs.events import Event
from engine.jobs.options import Job
from engine.rendering.footage import Footage
from engine.rendering.progress import Progress
from engine.rendering.segments import KeptPieces, SegmentPolicy
from engine.restoring.restorer import Restoration
from engine.resuming.state import State
from engine.resuming.work import Work
from engine.video.facts import SourceInfo
from engine.video.writing.encoder import Encoding


@dataclass(frozen=True, kw_only=True)
class SharedFilm:
    """What is to be restored, how, and where finished segments are put."""

    job: Job
    info: SourceInfo
    footage: Footage
    restoration: Restoration
    encoding: Encoding
    shift: int
    """Ticks that are taken off the time of each frame."""
    work: Work
    policy: SegmentPolicy
    store: Callable[[Callable[[], None], int], None]
    """Carries out a write of so many bytes, and waits for a disk that is full or has gone."""
    on_event: Callable[[Event], None]


class SharedStages(Protocol):
    """Restores a film in the place of `engine.rendering.stages.Stages`."""

    def run(
        self,
        state: State | None,
        kept: KeptPieces,
        progress: Progress,
        on_step: Callable[[], None],
    ) -> None:
        """Work to the end of the film; see `Stages.run`."""


ShareOut = Callable[[SharedFilm], SharedStages | None]
