"""Films in the comparison: a source that is played, or compared with the file made of it."""

from __future__ import annotations

import itertools
import math
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from app.window.queue.clips import Clip, image_of
from engine.background.listening import Listening
from engine.background.player_thread import FilmPair, FrameQueue, Player
from engine.background.speaker import StreamedSound
from engine.jobs.choices import Crop, Part
from engine.jobs.events import FilmFrame
from engine.jobs.options import Options
from engine.video.facts import trimmed

if TYPE_CHECKING:
    from engine.video.facts import SourceInfo

_TICK_MS = 8
_MOST_LATE_SECONDS = 0.4
"""A computer that is later than this plays the film slower: nothing would be left to see."""


_LONGEST_WAIT_SECONDS = 3.0
"""A device for sound that is not there by then is not waited for."""


class FilmClock:
    """Says which frames of a film are due; a computer that is too slow makes it go slower.

    Args:
        clock: seconds that always rise.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._sound_clock: Callable[[], float] | None = None
        self._waits_since = 0.0
        self._zero: float | None = None
        self.dropped = 0

    def start(self) -> None:
        """Begin with the next frame."""
        self.go_alone()
        self.dropped = 0

    def start_with(self, sound_clock: Callable[[], float], begins_at: float) -> None:
        """Begin with the sound, and go by its clock; both begin at a moment of the film."""
        self._sound_clock, self._waits_since = sound_clock, self._clock()
        self._zero, self.dropped = -begins_at, 0

    def go_alone(self) -> None:
        """Go on from the frame that is shown, without sound."""
        self._sound_clock, self._zero = None, None

    def due(self, queue: FrameQueue) -> FilmFrame | None:
        """Take the frame that is to be shown now; None where that which is shown stays."""
        frame: FilmFrame | None = None
        while (moment := queue.next_seconds) is not None:
            now = self._now()
            is_late = self._zero is not None and now - self._zero - moment > _MOST_LATE_SECONDS
            if self._zero is None or (is_late and self._sound_clock is None):
                self._zero = now - moment
            if now - self._zero < moment:
                break
            self.dropped += frame is not None
            frame = queue.take()
        return frame

    def _now(self) -> float:
        if self._sound_clock is None:
            return self._clock()
        heard = self._sound_clock()
        if heard == 0 and self._clock() - self._waits_since > _LONGEST_WAIT_SECONDS:
            self.go_alone()
            return self._clock()
        return heard


class Film(QObject):
    """Plays the clip that is shown, alone or with the file that was made of it.

    Signals:
        shown(FilmFrame): another moment is to be shown.
        ended(): it came to the end, and plays no more.
        changed(): it plays now, or no longer, or compares another pair.
        failed(Exception): the files cannot be read.
    """

    shown = Signal(object)
    ended = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(self, player: Player, parent: QObject, listening: Listening | None = None) -> None:
        super().__init__(parent)
        self._player, self._listening = player, listening
        self.is_sound_wanted = True
        self._numbers = itertools.count(1)
        self._number = 0
        self._pair: FilmPair | None = None
        self._part = 0
        """Index of the part of the finished file that is played."""
        self._queue: FrameQueue | None = None
        self.clock = FilmClock()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.on_tick)
        player.moment_ready.connect(self.on_moment_ready)
        player.failed.connect(self.on_failed)
        if listening is not None:
            listening.streaming.connect(self.on_streaming)
            listening.silent.connect(self.on_silent)

    @property
    def is_playing(self) -> bool:
        """It moves on by itself."""
        return self._queue is not None

    @property
    def is_comparing(self) -> bool:
        """It shows the finished file as well."""
        return self._pair is not None and self._pair.finished is not None

    def set_clip(self, clip: Clip | None, *, is_comparing: bool) -> bool:
        """Show another clip, with the file that was made of it or without.

        Returns:
            Whether that is another pair than before.
        """
        pair = None if clip is None else pair_of(clip, is_comparing=is_comparing)
        if pair == self._pair:
            return False
        self._stop()
        self._pair = pair
        self.changed.emit()
        return True

    def show_at(self, seconds: float) -> None:
        """Show a moment of both; `shown` follows."""
        if self._pair is not None:
            self._stop()
            self._player.show(self._number, self._pair, seconds)

    def play(self, from_seconds: float) -> None:
        """Play from a moment on."""
        if self._pair is not None:
            self._play(self._pair, from_seconds)

    def pause(self) -> None:
        """Stay at the moment that is shown."""
        if self.is_playing:
            self._stop()
            self.changed.emit()

    def on_tick(self) -> None:
        """Show the frame that is due."""
        queue = self._queue
        if queue is None:
            return
        frame = self.clock.due(queue)
        if frame is not None:
            self.shown.emit(frame)
        elif queue.is_over:
            self._go_on()

    def on_moment_ready(self, number: int, frame: FilmFrame) -> None:
        """A moment was read; of several that were asked for the last counts."""
        if number == self._number:
            self.shown.emit(frame)

    def on_failed(self, number: int, error: Exception) -> None:
        """The files cannot be read."""
        if number == self._number:
            self.pause()
            self.failed.emit(error)

    def on_streaming(self, number: int, sound: StreamedSound) -> None:
        """The sound is being read: play it; the pictures go by it."""
        if number == self._number and self._listening is not None:
            self._listening.speaker.start(sound)

    def on_silent(self, number: int) -> None:
        """There is no device for sound, or none can be read: the pictures go on alone."""
        if number == self._number:
            self.clock.go_alone()

    def _go_on(self) -> None:
        """Play the next part that the finished file joins; stop where there is none."""
        pair, part = self._pair, self._part + 1
        if pair is not None and part < len(pair.parts):
            self._play(replace(pair, first_part=part), pair.parts[part].start_seconds)
        else:
            self.pause()
            self.ended.emit()

    def _play(self, pair: FilmPair, from_seconds: float) -> None:
        self._stop()
        self._part = pair.part_at(from_seconds)
        for part in pair.parts[self._part : self._part + 1]:
            from_seconds = max(from_seconds, part.start_seconds)
        self._start_clock(pair.source, from_seconds)
        self._queue = self._player.play(self._number, pair, from_seconds)
        self._timer.start()
        self.changed.emit()

    def _start_clock(self, source: SourceInfo, from_seconds: float) -> None:
        is_heard = self.is_sound_wanted and any(track.is_readable for track in source.sound)
        if self._listening is None or not is_heard:
            self.clock.start()
            return
        # Its clock stands still until the sound is there.
        speaker = self._listening.speaker
        speaker.start(StreamedSound())
        self.clock.start_with(speaker.seconds, from_seconds)
        self._listening.play(self._number, source, from_seconds)

    def _stop(self) -> None:
        self._number = next(self._numbers)
        if self._listening is not None and self._queue is not None:
            self._listening.rest()
        self._timer.stop()
        if self._queue is not None:
            self._queue.close()
            self._queue = None


class FilmImages:
    """The images of a moment; the original is made once, also where it stays for some frames."""

    def __init__(self) -> None:
        self._frame: FilmFrame | None = None
        self._before: QImage | None = None

    def of(self, frame: FilmFrame) -> tuple[QImage, QImage | None]:
        """Return the original, and the picture of the finished file where there is one."""
        if self._before is None or self._frame is None or self._frame.before is not frame.before:
            self._before = image_of(frame.before)
        self._frame = frame
        return self._before, None if frame.after is None else image_of(frame.after)


def pair_of(clip: Clip, *, is_comparing: bool) -> FilmPair | None:
    """Return what is to be read of a clip; None where it was not looked at."""
    if clip.info is None:
        return None
    options = clip.finished_with or clip.options
    return FilmPair(
        clip.info,
        finished=clip.output if is_comparing else None,
        parts=_parts_of(options) if is_comparing else (),
        deinterlace=options.deinterlace,
    )


def _parts_of(options: Options) -> tuple[Part, ...]:
    """Return the parts of the source that its finished file shows; none where it shows all."""
    start, end = options.start_seconds, options.end_seconds
    if options.parts or (start, end) == (None, None):
        return options.parts
    return (Part(start or 0.0, math.inf if end is None else end),)


def finished_crop(clip: Clip, info: SourceInfo) -> Crop:
    """Return the region of the source that the finished file shows, in stored pixels."""
    options = clip.finished_with or clip.options
    return options.crop or trimmed(info, options) or Crop(0, 0, info.width, info.height)
