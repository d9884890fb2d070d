"""Whether the system asks programs to move as little as possible."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSettings

log = logging.getLogger(__name__)

# Source: Windows SDK, winuser.h, SystemParametersInfo.
_GET_CLIENT_AREA_ANIMATION = 0x1042
# Source: XDG Desktop Portal, org.freedesktop.portal.Settings; GNOME's and Cinnamon's key.
_PORTAL = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_PORTAL_SETTINGS = "org.freedesktop.portal.Settings"
_KEY = ["org.gnome.desktop.interface", "enable-animations"]


def ask_for_motion(tell: Callable[[bool], None], parent: QObject) -> None:
    """Tell, at once or when the desktop has answered, whether less motion is wished for.

    Args:
        tell: called with the answer; not at all where the system knows no such wish, or cannot be
            asked.
        parent: its life is that of the question.
    """
    if sys.platform == "win32":
        tell(not _windows_animates())
    elif sys.platform == "darwin":
        wish = QSettings("apple.com", "universalaccess").value("reduceMotion", False)
        tell(wish in (True, 1, "1", "true"))
    else:
        try:
            _ask_desktop(tell, parent)
        except ImportError as error:
            log.info("the desktop is not asked for less motion: %s", error)


def _ask_desktop(tell: Callable[[bool], None], parent: QObject) -> None:
    # Not a part of every package of Qt, and of no use where there is no session bus.
    from PySide6.QtDBus import (  # noqa: PLC0415
        QDBusConnection,
        QDBusMessage,
        QDBusPendingCallWatcher,
    )

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return
    question = QDBusMessage.createMethodCall(*_PORTAL, _PORTAL_SETTINGS, "ReadOne")
    question.setArguments(_KEY)
    watcher = QDBusPendingCallWatcher(bus.asyncCall(question), parent)

    def on_answered(answered: QDBusPendingCallWatcher) -> None:
        message = answered.reply()
        if message.type() is QDBusMessage.MessageType.ReplyMessage:
            animates = _plain(message.arguments()[0])
            if isinstance(animates, bool):
                tell(not animates)
        answered.deleteLater()

    watcher.finished.connect(on_answered)


def _plain(value: Any) -> object:  # noqa: ANN401 - what D-Bus calls a variant
    return value.variant() if hasattr(value, "variant") else value


def _windows_animates() -> bool:
    import ctypes  # noqa: PLC0415 - its Windows parts are only there

    animates = ctypes.c_int(1)
    user32: Any = ctypes.windll.user32  # type: ignore[attr-defined,unused-ignore]
    user32.SystemParametersInfoW(_GET_CLIENT_AREA_ANIMATION, 0, ctypes.byref(animates), 0)
    return bool(animates.value)
