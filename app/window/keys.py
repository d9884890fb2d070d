"""Keys that are held, and keys that the widget in focus needs for itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)
from typing_extensions import override

_PRESSED_BY_SPACE = (QAbstractButton, QComboBox)
_TAKES_TEXT = (QLineEdit, QAbstractSpinBox)


class KeyFilter(QObject):
    """Sees all keys of a window before its widgets and shortcuts do.

    It watches the window and the widget in focus. Watching the application would bring every event
    there is into Python, thousands while a page is laid out, each of which waits for other threads.

    Signals:
        original_held(bool): the O key is held, or was let go.
    """

    original_held = Signal(bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        _application().focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def remove(self) -> None:
        """See no keys any more."""
        _application().focusChanged.disconnect(self._follow)
        self._follow(QApplication.focusWidget(), None)
        self._window.removeEventFilter(self)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and before is not self._window:
            before.removeEventFilter(self)
        if now is not None and now is not self._window:
            now.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not self._window.isActiveWindow():
            return super().eventFilter(watched, event)
        focus = QApplication.focusWidget()
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.type() is QEvent.Type.ShortcutOverride:
            if (
                is_plain
                and event.key() == Qt.Key.Key_Space
                and isinstance(focus, _PRESSED_BY_SPACE)
            ):
                event.accept()  # a button is pressed by it; the preview plays from anywhere else
                return True
        elif is_plain and event.key() == Qt.Key.Key_O and not isinstance(focus, _TAKES_TEXT):
            if not event.isAutoRepeat():
                self.original_held.emit(event.type() is QEvent.Type.KeyPress)
            return True
        return super().eventFilter(watched, event)


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
