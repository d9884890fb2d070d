"""What the window says about its clips: the promise, the outlook, what this computer can do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QLabel

from app.text import wording
from app.window.delay import Debounced
from app.window.editing import Editing
from app.window.forecast import Forecast
from app.window.invitation import Invitation
from app.window.queue import clip_wording
from app.window.queue.clip_model import ClipModel
from app.window.queue.clip_side import ClipSide
from app.window.queue.clips import Clip, ClipState, Expected
from app.window.queue.render_queue import RenderQueue
from app.window.queue.selection import Selection
from app.window.telling import announce
from engine.background.engine_thread import Engine
from engine.background.intake_thread import Intake
from engine.estimating.speeds import Speeds
from engine.installation.cards import Card
from engine.jobs.options import Options

_NOTICED_SECONDS = 60
_TOLD = {ClipState.RUNNING, ClipState.PAUSED, ClipState.DONE, ClipState.FAILED, ClipState.REFUSED}
"""States of a clip that a screen reader tells."""


class Sentences(QObject):
    """Writes the sentences that say what will happen, and how long it will take.

    Args:
        places: for the clip that is shown, for all clips, and for this computer.
        queue: what will be restored.
        selection: which clip is shown.
        editing: the options of clips to come.
        engine: measures what is not known.
        intake: reads what was measured.
        model: the clips.
        parent: its owner in Qt's tree.
    """

    def __init__(
        self,
        places: tuple[QLabel, ClipSide, Invitation],
        *,
        queue: RenderQueue,
        selection: Selection,
        editing: Editing,
        engine: Engine,
        intake: Intake,
        model: ClipModel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._sentence, self._side, self._invitation = places
        self._queue, self._selection, self._editing = queue, selection, editing
        self._forecast = Forecast(engine)
        self._intake, self._has_asked, self._wants_speed = intake, False, False
        self._unused_card: Card | None = None
        self._engine, self._is_warm = engine, False
        self._outlook_delay = Debounced(self.show_outlook, self)
        self._told: tuple[Clip | None, ClipState | None] = None, None
        intake.speeds_read.connect(self.on_speeds_read)
        intake.unused_card_found.connect(self.on_unused_card_found)
        # What a render took is remembered as well.
        for signal in (engine.measured, engine.job_finished):
            signal.connect(lambda *_: intake.request_speeds())
        self.show_verdict()

    def seconds_of(self, clip: Clip) -> float | None:
        """Return how long a whole render takes; None where it is not known yet."""
        self._ask_for_speeds()
        return self._forecast.seconds_of(clip)

    def find_out_speed(self) -> None:
        """Measure what this computer can do, where it isn't known."""
        self._wants_speed = True
        self._intake.request_speeds()
        self._intake.request_unused_card()

    def on_speeds_read(self, speeds: Speeds) -> None:
        """The speed of this computer is known, or known better."""
        self._forecast.speeds = speeds
        if self._wants_speed:
            self._forecast.find_out_speed(self._editing.next_options)
        self.show_all()

    def on_speedup_changed(self, speedup: float) -> None:
        """Other computers share the work: together they are so many times as fast as this one."""
        self._forecast.speedup = speedup
        self._outlook_delay.ask()

    def on_unused_card_found(self, card: Card) -> None:
        """This computer has a graphics card that is not used."""
        self._unused_card = card
        self.show_verdict()

    def show_all(self) -> None:
        """Bring all sentences up to date; the outlook soon."""
        self.show_verdict()
        self.show_sentence()
        self._outlook_delay.ask()

    def show_sentence(self) -> None:
        """Say what will happen to the clip that is shown, or what has happened."""
        clip = self._selection.shown
        if clip is None:
            text = self.tr("Add videos; then choose a look and start the queue.")
            self._sentence.setText(text)
            return
        output = clip.output or self._queue.expected_output(clip)
        if clip.state in (ClipState.READY, ClipState.WAITING) and output and clip.plan:
            self._ask_for_speeds()
            self._warm_up(clip.options)
            self._forecast.try_out(clip)
            seconds = self._forecast.seconds_left_of(clip)
            size = clip.plan.sizes[clip.options.size]
            text = clip_wording.promise(clip, output, size, seconds, clip.plan.free_bytes)
        else:
            text = clip_wording.report(clip)
        self._sentence.setText(text)
        self._tell(clip, text)

    def _tell(self, clip: Clip, text: str) -> None:
        """Have it read out that a clip begins, ends or fails, which nothing in focus tells."""
        before, self._told = self._told, (clip, clip.state)
        if before[0] is clip and before[1] is not clip.state and clip.state in _TOLD:
            announce(self._sentence, text)

    def show_outlook(self) -> None:
        """Say how long all of it will take, and each clip."""
        clips = self._queue.clips_to_restore
        seconds = self._expect(clips)
        text = wording.outlook(len(clips), seconds, is_running=self._queue.is_running)
        until = self._queue.suspended_until
        if until is not None and self._queue.is_running:
            text = self.tr("Pauses until {time}, as you wish").format(
                time=QLocale().toString(until, QLocale.FormatType.ShortFormat)
            )
        self._side.show_outlook(text)

    def _expect(self, clips: Sequence[Clip]) -> float | None:
        """Note at each clip when it will be done; returns when all are, None where unknown."""
        until: float | None = 0.0
        expected: dict[Clip, Expected | None] = dict.fromkeys(self._model)
        running = self._queue.running_clips
        for clip in clips:
            seconds = self._forecast.seconds_left_of(clip)
            # Of those that run at the same time, each has a share of the computers only.
            at_once = len(running) if clip in running else 1
            until = None if seconds is None or until is None else until + seconds / at_once
            if seconds is not None:
                is_queued = self._queue.is_running and not self._queue.is_suspended
                ends = until if until is None else max(until, seconds)
                expected[clip] = Expected(seconds, ends if is_queued else None)
        changed = [clip for clip, fresh in expected.items() if _differs(clip.expected, fresh)]
        for clip in changed:
            clip.expected = expected[clip]
        self._model.touch(*changed)
        return until

    def show_verdict(self) -> None:
        """Say what this computer can do, as soon as that is known."""
        options = self._editing.next_options
        seconds = self._forecast.seconds_of_tape(options)
        is_disturbed = self._forecast.is_tape_disturbed(options)
        card = self._unused_card.name if self._unused_card else None
        text = wording.verdict(seconds, is_disturbed=is_disturbed, unused_card=card)
        self._invitation.set_verdict(text)

    def _warm_up(self, options: Options) -> None:
        """Have what a preview needs loaded while the user is still looking."""
        if not self._is_warm:
            self._is_warm = True
            self._engine.request_warm_up(options)

    def _ask_for_speeds(self) -> None:
        if not self._has_asked:
            self._has_asked = True
            self._intake.request_speeds()


def _differs(before: Expected | None, fresh: Expected | None) -> bool:
    """Tell whether a figure is said in other words now, or is clearly another one."""
    if before is None or fresh is None:
        return before is not fresh
    if wording.rough_duration(before.seconds) != wording.rough_duration(fresh.seconds):
        return True
    ends = before.seconds_until_done, fresh.seconds_until_done
    if ends[0] is None or ends[1] is None:
        return ends[0] is not ends[1]
    return abs(ends[0] - ends[1]) > _NOTICED_SECONDS
