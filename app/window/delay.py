"""Debounced actions: they wait until the user has stopped changing something."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

DEBOUNCE_MS = 300
"""How long nothing changes before what was changed is acted on."""


class Debounced(QTimer):
    """Calls a function once nothing has asked for it for a while.

    Args:
        act: the function.
        parent: its owner in Qt's tree.
        delay_ms: how long it waits.
    """

    def __init__(
        self, act: Callable[[], object], parent: QObject, *, delay_ms: int = DEBOUNCE_MS
    ) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(delay_ms)
        self.timeout.connect(act)

    def ask(self) -> None:
        """Call it within the delay; asking again does not put it off."""
        if not self.isActive():
            self.start()
