"""What the user prefers for all clips: appearance, language, the options to begin with."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from app.text.language import translate
from app.window import languages
from app.window.editing import Editing
from app.window.queue.selection import Selection
from app.window.settings import Settings
from app.window.theme import Appearance


class Preferences(QObject):
    """Takes what was chosen, and keeps it for the next start.

    Signals:
        said(str): a remark for the user.
    """

    said = Signal(str)

    def __init__(
        self,
        settings: Settings,
        appearance: Appearance,
        selection: Selection,
        editing: Editing,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings, self._appearance = settings, appearance
        self._selection, self._editing = selection, editing

    def choose_appearance(self, scheme: Qt.ColorScheme) -> None:
        """Light, dark, or Unknown: as the system has it."""
        self._settings.colour_scheme = scheme
        self._appearance.choose(scheme)

    def choose_language(self, code: str) -> None:
        """Show the window in another language from its next start on; empty: as the system."""
        self._settings.language = code
        self.said.emit(languages.remark(code))

    def keep_as_defaults(self) -> None:
        """Begin with the options of the clip that is shown for new clips."""
        if self._selection.shown is not None:
            self._editing.keep_as_defaults(self._selection.shown.options)
            self.said.emit(translate("Window", "New clips will begin with these options."))
