"""What the user prefers for all clips: appearance, language, the options to begin with."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from app.text.language import translate
from app.window import languages
from app.window.desktop.motion import ask_for_motion
from app.window.editing import Editing
from app.window.queue.selection import Selection
from app.window.settings import Settings
from app.window.theme import Appearance

_EFFECTS = Qt.UIEffect.UI_General
"""Fading and sliding of menus, boxes and tips."""


class Preferences(QObject):
    """Takes what was chosen, and keeps it for the next start.

    Signals:
        said(str): a remark for the user.
        motion_reduced(bool): little moves by itself from now on; False: what usually does.
    """

    said = Signal(str)
    motion_reduced = Signal(bool)

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
        self._system_wish: bool | None = None
        self._has_effects = QApplication.isEffectEnabled(_EFFECTS)

    def follow_system(self) -> None:
        """Let as much move by itself as was chosen, or as the system wishes."""
        if (chosen := self._settings.less_motion) is not None:
            self._reduce_motion(chosen)
        ask_for_motion(self.on_system_wish, self)

    def on_system_wish(self, is_reduced: bool) -> None:
        """The system says whether less motion is wished for."""
        self._system_wish = is_reduced
        if self._settings.less_motion is None:
            self._reduce_motion(is_reduced)

    def choose_less_motion(self, is_reduced: bool) -> None:
        """Let less move by itself, or what usually does, whatever the system wishes."""
        self._settings.less_motion = None if is_reduced is self._system_wish else is_reduced
        self._reduce_motion(is_reduced)

    def _reduce_motion(self, is_reduced: bool) -> None:
        QApplication.setEffectEnabled(_EFFECTS, self._has_effects and not is_reduced)
        self.motion_reduced.emit(is_reduced)

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
