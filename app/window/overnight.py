"""What the user chose for the hours in which nobody watches: when, how strongly, and then."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTime
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from app.window.desktop.power import AtEnd
from app.window.menus import Menus
from app.window.queue.clip_side import ClipSide
from app.window.queue.render_queue import RenderQueue
from app.window.queue.working_hours import Hours, WorkingHours
from app.window.queue_end import QueueEnd
from app.window.settings import Settings
from engine.background.engine_thread import Engine

USUAL_HOURS = Hours(QTime(22, 0), QTime(7, 0))
FEWER_CORES_SHARE = 0.5
"""Share of the processor's cores that a render gets while the user works."""


class Overnight(QObject):
    """Connects the menu of the queue with its hours, its end, and the cores it may use."""

    def __init__(
        self,
        queue: RenderQueue,
        engine: Engine,
        menus: Menus,
        settings: Settings,
        side: ClipSide,
    ) -> None:
        window = side.window()
        super().__init__(window)
        self._engine, self._menus, self._settings = engine, menus, settings
        self._window, self._night_button = window, side.night_button
        self._night_button.setMenu(menus.night_menu(self._night_button))
        self.hours = WorkingHours(queue, self)
        self.end = QueueEnd(queue, settings, window)
        menus.show_at_end(settings.at_end)
        menus.at_end_chosen.connect(self.on_at_end_chosen)
        menus.hours.triggered.connect(self.on_hours_toggled)
        menus.change_hours.triggered.connect(self.on_change_of_hours_wanted)
        menus.fewer_cores.toggled.connect(self.on_fewer_cores_toggled)
        self._allow(settings.hours)

    def on_at_end_chosen(self, wanted: AtEnd) -> None:
        """Something else is to happen when all is restored."""
        self._settings.at_end = wanted
        self._show_plan()

    def on_hours_toggled(self, is_wanted: bool) -> None:
        """Work only in some hours, or at any time."""
        self._allow(USUAL_HOURS if is_wanted else None)

    def on_change_of_hours_wanted(self) -> None:
        """Ask for the hours."""
        dialog = HoursDialog(self._settings.hours or USUAL_HOURS, self._window)
        if dialog.exec():
            self._allow(dialog.hours)

    def on_fewer_cores_toggled(self, is_wanted: bool) -> None:
        """Leave some cores to other programs, or none."""
        self._engine.use_processor_share(FEWER_CORES_SHARE if is_wanted else 1.0)

    def _allow(self, hours: Hours | None) -> None:
        self._settings.hours = hours
        self._menus.show_hours(hours, USUAL_HOURS)
        self.hours.allow(hours)
        self._show_plan()

    def _show_plan(self) -> None:
        """Say on the button what is planned for the night."""
        then = {
            AtEnd.NOTHING: self.tr("Overnight…"),
            AtEnd.SLEEP: self.tr("Then sleep"),
            AtEnd.SHUT_DOWN: self.tr("Then shut down"),
        }[self._settings.at_end]
        hours = self._settings.hours
        if hours is not None:
            times = f"{hours.start.toString('HH:mm')}–{hours.end.toString('HH:mm')}"
            is_nothing = self._settings.at_end is AtEnd.NOTHING
            then = times if is_nothing else f"{times} · {then}"
        self._night_button.setText(then)
        self._night_button.setToolTip(self.tr("When it works, and what comes at the end"))


class HoursDialog(QDialog):
    """Asks between which times of day videos are restored."""

    def __init__(self, hours: Hours, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Hours"))
        self._start, self._end = QTimeEdit(hours.start, self), QTimeEdit(hours.end, self)
        self._start.setAccessibleName(self.tr("From"))
        self._end.setAccessibleName(self.tr("Until"))
        text = QLabel(
            self.tr(
                "Outside these hours the queue pauses. What is finished is kept, and it goes on"
                " there by itself."
            ),
            self,
        )
        text.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("&From"), self._start)
        form.addRow(self.tr("&Until"), self._end)
        column = QVBoxLayout(self)
        column.addWidget(text)
        column.addLayout(form)
        column.addWidget(buttons)

    @property
    def hours(self) -> Hours:
        """What was entered."""
        return Hours(self._start.time(), self._end.time())
