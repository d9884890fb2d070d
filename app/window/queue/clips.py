"""The clips of the window: what is known about each, and what is to be done with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from engine.files.discs import title_name
from engine.jobs.choices import Crop
from engine.jobs.events import Picture, Waiting, Warned
from engine.jobs.option_fields import claimed
from engine.jobs.options import Options, Resume
from engine.video.facts import as_chosen

if TYPE_CHECKING:
    from engine.background.intake_thread import OutputPlan
    from engine.estimating.speeds import Trial
    from engine.video.facts import SourceInfo

DEFAULT_STRETCH_SECONDS = 1.0
THUMBNAIL_SIDE = 264
"""Pixels; three times what the list shows, for screens of high density."""


class ClipState(Enum):
    """What is happening to a clip."""

    LOOKING = auto()
    REFUSED = auto()
    READY = auto()
    WAITING = auto()
    RUNNING = auto()
    STOPPING = auto()
    DONE = auto()
    FAILED = auto()
    CANCELLED = auto()
    PAUSED = auto()

    @property
    def is_busy(self) -> bool:
        """The engine is at work on it."""
        return self in (ClipState.RUNNING, ClipState.STOPPING)

    @property
    def can_be_queued(self) -> bool:
        """Starting the queue takes it along."""
        return self in _QUEUEABLE


_QUEUEABLE = {ClipState.READY, ClipState.CANCELLED, ClipState.FAILED, ClipState.PAUSED}


@dataclass(frozen=True)
class Expected:
    """How long a clip will take, and when it will be done."""

    seconds: float
    """Until it is done, from the start of its render or from now."""
    seconds_until_done: float | None
    """From now, after those before it; None where the queue does not run."""


@dataclass(eq=False)
class Clip:
    """One source in the list, with its own options.

    Times are seconds from the start of the source.
    """

    clip_id: int
    path: Path
    options: Options
    folder: Path | None = None
    """Where the output goes; None: beside the source."""
    group: str = ""
    """The name under which the user put it; empty: it stands under that of its source's folder."""
    state: ClipState = ClipState.LOOKING
    glimpse: SourceInfo | None = None
    """What the beginning of its source told, to be shown until all is found."""
    found: SourceInfo | None = None
    """What the first look found."""
    info: SourceInfo | None = None
    """The same, as the options want it taken: turned, shaped and coloured."""
    thumbnail: QImage | None = None
    still: QImage | None = None
    plan: OutputPlan | None = None
    """What a render would write; None while it is being worked out."""
    trial: Trial | None = None
    """How much work it is; None until a little of it was tried."""
    output: Path | None = None
    """The file of the render that runs or ran."""
    earlier_output: Path | None = None
    """Its finished file, while it is to be restored again; None: there is none."""
    position_seconds: float = 0.0
    stretch_seconds: float = DEFAULT_STRETCH_SECONDS
    region: Crop | None = None
    has_begun: bool = False
    """The engine has opened the source; frames follow."""
    done_share: float = 0.0
    seconds_left: float | None = None
    expected: Expected | None = None
    """None where it is not to be restored, or nothing was measured yet."""
    mean_passes: float | None = None
    error: Exception | None = None
    was_begun: bool = False
    """Some of it was restored in an earlier run of the program, and is kept."""
    begun_with: Options | None = None
    """The options of its unfinished render; None where there is none."""
    finished_with: Options | None = None
    """The options of the render that made its output; None where that is not known."""
    cleanings: float | None = None
    """How often its preview cleaned a frame; None without a preview."""
    resume: Resume = Resume.AUTO
    """What becomes of that, where the user was asked."""
    waiting: Waiting | None = None
    """What its render waits for."""
    warnings: list[Warned] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What the lists call it: its file, after the date of its recording where it is one."""
        title = title_name(self.path) or self.path.name
        beginning = self.options.name_beginning
        return f"{beginning} · {title}" if beginning else title

    @property
    def section(self) -> tuple[str, Path | None]:
        """What it stands under in the list: the name of a group, or a folder."""
        return (self.group, None) if self.group else ("", self.path.parent)

    def copy_with(self, clip_id: int, options: Options) -> Clip:
        """Return another clip of the same source, to be restored with other options."""
        copy = Clip(clip_id, self.path, options, self.folder, self.group)
        copy.glimpse, copy.found, copy.info = self.glimpse, self.found, self.info
        copy.thumbnail, copy.trial = self.thumbnail, self.trial
        if self.info is not None:
            copy.state = ClipState.READY
        return copy

    @property
    def basics(self) -> SourceInfo | None:
        """Size, length and turn, as the options want them, which are known before all of `info`."""
        if self.info is not None or self.glimpse is None:
            return self.info
        return as_chosen(self.glimpse, self.options)

    @property
    def picture(self) -> QImage | None:
        """The best picture there is of it."""
        return self.still or self.thumbnail

    def rest(self) -> None:
        """Wait no longer: to go on later, finished as before, or to be restored some time."""
        if self.is_unfinished:
            self.state = ClipState.PAUSED
        elif not self.take_back():
            self.state = ClipState.READY

    def take_back(self) -> bool:
        """Show the finished file that was there before; False where there was none."""
        if self.earlier_output is None:
            return False
        self.output, self.earlier_output = self.earlier_output, None
        self.state = ClipState.DONE
        return True

    @property
    def is_unfinished(self) -> bool:
        """Some of it is restored, and kept."""
        return self.was_begun or (self.begun_with is not None and 0 < self.done_share < 1)

    @property
    def is_changed(self) -> bool:
        """Its options give other pictures than those with which it was begun."""
        if self.begun_with is None:
            return False
        claims = [
            claimed(options, with_network=options.strength > 0)
            for options in (self.begun_with, self.options)
        ]
        sizes = self.begun_with.size, self.options.size
        return claims[0] != claims[1] or sizes[0] != sizes[1]

    @property
    def is_waiting(self) -> bool:
        """The queue will come to it."""
        return self.state is ClipState.WAITING


def image_of(picture: Picture) -> QImage:
    """A Qt image with its own copy of the pixels."""
    image = QImage(
        picture.rgb,
        picture.width,
        picture.height,
        3 * picture.width,
        QImage.Format.Format_RGB888,
    )
    # The image made above only borrows the bytes. RGB32 is what Qt paints without converting.
    return image.convertToFormat(QImage.Format.Format_RGB32)
