"""What happens around the queue: the computer stays awake, and what comes when all is restored."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from app.text.wording import queue_result
from app.window.desktop import notification, power
from app.window.desktop.awake import Awake
from app.window.desktop.power import AtEnd
from app.window.desktop.taskbar import Taskbar
from app.window.queue.render_queue import RenderQueue
from app.window.settings import Settings

GRACE_SECONDS = 60
"""How long the user has to say no to sleeping and shutting down."""


class QueueEnd(QObject):
    """Keeps the computer awake while the queue works; then notifies, and does what was chosen.

    Signals:
        said(str): what came of the queue.
    """

    said = Signal(str)

    def __init__(
        self,
        queue: RenderQueue,
        settings: Settings,
        window: QWidget,
        *,
        awake: Awake | None = None,
        taskbar: Taskbar | None = None,
        carry_out: Callable[[AtEnd], bool] = power.carry_out,
    ) -> None:
        super().__init__(window)
        self._queue, self._settings, self._window = queue, settings, window
        self._awake = awake or Awake()
        self._carry_out = carry_out
        self.countdown: Countdown | None = None
        self._taskbar = taskbar or Taskbar(window)
        queue.changed.connect(self.on_queue_changed)
        queue.ended.connect(self.on_ended)

    def on_queue_changed(self) -> None:
        """Let the computer sleep only while nothing is being restored."""
        is_at_work = self._queue.is_running or bool(self._queue.running_clips)
        self._awake.keep(is_at_work)
        self.show_progress()
        if is_at_work and self.countdown is not None:
            self.countdown.reject()

    def show_progress(self) -> None:
        """Show on the icon of the program how far the queue is."""
        running = self._queue.running_clips
        clips = self._queue.clips_to_restore
        if not running and not self._queue.is_running:
            self._taskbar.show(None)
        else:
            ended = self._queue.ended_count
            share = sum(clip.done_share for clip in running)
            self._taskbar.show((ended + share) / max(ended + len(clips), 1))

    def on_ended(self, done: int, failed: int) -> None:
        """All is restored: tell it, and do what was chosen, unless the user says no."""
        text = queue_result(done, failed)
        self.said.emit(text)
        notification.notify(self._window, self.tr("Homereel has finished"), text)
        if self._settings.at_end is not AtEnd.NOTHING:
            fault = text if failed else ""
            self.countdown = Countdown(self._settings.at_end, self._window, fault=fault)
            self.countdown.agreed.connect(self._carry_out)
            self.countdown.finished.connect(self._on_answered)
            self.countdown.open()

    def close(self) -> None:
        """Let the computer sleep: the window closes."""
        self._awake.keep(False)

    def _on_answered(self) -> None:
        self.countdown = None


class Countdown(QMessageBox):
    """Says what the computer is about to do, and does it unless it is told not to.

    Args:
        wanted: what it does.
        parent: the window.
        fault: what came of the queue where not all was restored; empty where all was.

    Signals:
        agreed(AtEnd): nobody said no, or somebody said yes.
    """

    agreed = Signal(object)

    def __init__(self, wanted: AtEnd, parent: QWidget, *, fault: str = "") -> None:
        super().__init__(parent)
        self._wanted, self._fault = wanted, fault
        self.seconds_left = GRACE_SECONDS
        self.setWindowTitle("Homereel")
        self.setIcon(QMessageBox.Icon.Information)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._now = self.addButton(self.tr("At once"), QMessageBox.ButtonRole.AcceptRole)
        stay = self.addButton(self.tr("Stay awake"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(stay)
        self.setEscapeButton(stay)
        self._now.clicked.connect(self._agree)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.on_second)
        self.finished.connect(self._timer.stop)
        self._timer.start()
        self._show()

    def on_second(self) -> None:
        """A second has passed."""
        self.seconds_left -= 1
        if self.seconds_left > 0:
            self._show()
        else:
            self._agree()
            self.accept()

    def _agree(self) -> None:
        self.agreed.emit(self._wanted)

    def _show(self) -> None:
        seconds = self.seconds_left
        if self._fault and self._wanted is AtEnd.SLEEP:
            text = self.tr("The computer goes to sleep in %n seconds.", "", seconds)
        elif self._fault:
            text = self.tr("The computer shuts down in %n seconds.", "", seconds)
        elif self._wanted is AtEnd.SLEEP:
            text = self.tr(
                "All is restored. The computer goes to sleep in %n seconds.", "", seconds
            )
        else:
            text = self.tr("All is restored. The computer shuts down in %n seconds.", "", seconds)
        self.setText(f"{self._fault} {text}".lstrip())
