"""What screen readers are told beyond what widgets say themselves."""

from __future__ import annotations

import functools

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_IS_PICTURE = "isPicture"


def announce(widget: QWidget, text: str) -> None:
    """Have a text read out; nothing happens where no screen reader runs.

    Args:
        widget: shows the text.
        text: what is read out.
    """
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def call_picture(widget: QWidget) -> None:
    """Have a painted widget called a picture by screen readers, which else say "filler"."""
    widget.setProperty(_IS_PICTURE, True)
    _install()


@functools.cache
def _install() -> None:
    QAccessible.installFactory(_interface)


def _interface(_name: str, shown: QObject | None) -> QAccessibleInterface | None:
    """See ``QAccessible::InterfaceFactory``; None leaves the widget to Qt's own."""
    if isinstance(shown, QWidget) and shown.property(_IS_PICTURE):
        return QAccessibleWidget(shown, QAccessible.Role.Graphic)
    return None
