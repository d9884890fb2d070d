"""The sound of the preview: it plays along, and its clock leads the pictures."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.window.compare.playback import Playback
from app.window.queue.clips import Clip
from engine.background.listening import AFTER, BEFORE, Listening, Stretch
from engine.background.speaker import LoopedSound
from engine.jobs.options import Options

if TYPE_CHECKING:
    from engine.video.facts import SourceInfo


class PreviewSound(QObject):
    """Lets the sound of a loop be heard while it plays.

    Args:
        listening: reads the sound and plays it.
        playback: of the pictures; it goes by the sound as soon as this is there.
        parent: its owner in Qt's tree.

    Attributes:
        has_device: False while no device was found that plays sound.

    Signals:
        changed(): it was found out whether there is a device.
    """

    changed = Signal()

    def __init__(self, listening: Listening, playback: Playback, parent: QObject) -> None:
        super().__init__(parent)
        self._listening, self._playback = listening, playback
        self._numbers = itertools.count(1)
        self._number = 0
        self._stretch: Stretch | None = None
        self._loop: LoopedSound | None = None
        self._version = AFTER
        self.is_wanted = self.has_device = True
        listening.ready.connect(self.on_ready)
        listening.silent.connect(self.on_silent)

    def follow(self, clip: Clip | None, first_pts_seconds: float | None) -> None:
        """Play the sound of what is played, where there is sound, or fall silent.

        Args:
            clip: that is shown.
            first_pts_seconds: time of the first picture of the loop; None: nothing is played.
        """
        stretch = None
        if clip is not None and clip.info is not None and first_pts_seconds is not None:
            stretch = self._stretch_of(clip.info, clip.options, first_pts_seconds)
        if stretch == self._stretch:
            return
        self._listening.speaker.pause()
        self._stretch, self._number = stretch, next(self._numbers)
        if stretch is not None:
            self._listening.load(self._number, stretch)

    def choose(self, *, is_original: bool) -> None:
        """Let the sound be heard as it is in the source, or as it will be."""
        self._version = BEFORE if is_original else AFTER
        if self._loop is not None:
            self._loop.version = self._version

    def on_ready(self, number: int, versions: tuple[bytes, ...]) -> None:
        """The sound is there: play it from the picture that is shown, and go by its clock."""
        if number != self._number or not self._playback.is_playing:
            return
        self._note_device(is_there=True)
        speaker = self._listening.speaker
        self._loop = LoopedSound(versions, self._playback.seconds)
        self._loop.version = self._version
        speaker.start(self._loop)
        self._playback.follow(speaker.seconds)

    def on_silent(self, number: int) -> None:
        """There is no device, or this sound cannot be read: the pictures play on alone."""
        if number == self._number and not self._listening.has_device:
            self._note_device(is_there=False)

    def _note_device(self, *, is_there: bool) -> None:
        if self.has_device is not is_there:
            self.has_device = is_there
            self.changed.emit()

    def _stretch_of(self, info: SourceInfo, options: Options, first: float) -> Stretch | None:
        # Also where no device was found the last time: headphones may be plugged in by now.
        if not (self.is_wanted and any(t.is_readable for t in info.sound)):
            return None
        heard = Options(
            sound=options.sound,
            start_seconds=options.start_seconds,
            end_seconds=options.end_seconds,
        )
        start = max(0.0, first - info.start_seconds)
        return Stretch(info, heard, start, self._playback.loop_seconds)
