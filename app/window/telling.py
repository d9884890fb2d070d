"""Words for a screen reader that are heard at once, wherever the focus is."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a text read out; nothing happens where no screen reader runs.

    Args:
        widget: shows the text.
        text: what is read out.
    """
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
