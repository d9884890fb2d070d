"""The pages that open over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from app.window.about import AboutDialog
from app.window.help_pages import LogDialog, ProblemDialog, ShortcutsDialog
from app.window.newest import NewestDialog
from app.window.queue.history_dialog import HistoryDialog
from app.window.tour import Tour
from engine.background.intake_thread import Intake

if TYPE_CHECKING:
    from app.window.main_window import Window


class Pages(QObject):
    """Opens what was restored, the keys, the log, and other pages of the help menu."""

    def __init__(self, window: Window, intake: Intake) -> None:
        super().__init__(window)
        self._window, self._intake = window, intake

    def show_history(self) -> None:
        """Show what was restored."""
        dialog = HistoryDialog(self._window.history, self._window)
        dialog.comparison_wanted.connect(self._window.adding.show_finished)
        dialog.restoring_wanted.connect(self._window.adding.add_again)
        _open(dialog)

    def show_shortcuts(self) -> None:
        """Show all keys."""
        _open(ShortcutsDialog(self._window.menuBar(), self._window))

    def show_tour(self) -> None:
        """Show what the program can do, in five pages."""
        _open(Tour(self._window))

    def show_log(self) -> None:
        """Show what went wrong."""
        _open(LogDialog(self._intake, self._window))

    def report_problem(self) -> None:
        """Show what belongs into a report of a problem."""
        clips = self._window.model
        paths = {str(path) for clip in clips for path in (clip.path, clip.output) if path}
        _open(ProblemDialog(paths, self._window))

    def look_for_new_version(self) -> None:
        """Ask whether there is a newer version; only now, and only because it was wanted."""
        _open(NewestDialog(self._window))

    def show_about(self) -> None:
        """Show what the program is made of, and the licences."""
        _open(AboutDialog(self._intake, self._window))


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
