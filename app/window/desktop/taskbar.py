"""The progress of the queue on the program's icon, where the system has that.

Linux: the signal of Unity's launcher, which docks of GNOME and KDE follow too. Windows: the button
of the task bar. macOS: the percentage as a badge in the dock. The last two are untried.

Source: https://wiki.ubuntu.com/Unity/LauncherAPI; Windows SDK, shobjidl_core.h, ITaskbarList3.
"""

from __future__ import annotations

import logging
import sys
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

log = logging.getLogger(__name__)

_PATH = "/com/canonical/unity/launcherentry/1"
_INTERFACE = "com.canonical.Unity.LauncherEntry"
_SHOWN_PERCENT = 100
# ITaskbarList3: places in the table of its methods, and states of the button.
_INITIALISE, _SET_VALUE, _SET_STATE = 3, 9, 10
_NO_PROGRESS, _NORMAL = 0, 2


class Taskbar:
    """Shows how far the queue is on the icon of a window; each change once."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._shown: int | None = None
        self._button: Any = None

    def show(self, share: float | None) -> None:
        """Show a share of 0 to 1; None: nothing is being restored."""
        percent = None if share is None else round(_SHOWN_PERCENT * min(max(share, 0.0), 1.0))
        if percent == self._shown:
            return
        self._shown = percent
        try:
            if sys.platform == "win32":
                self._show_on_windows(percent)
            elif sys.platform == "darwin":
                QGuiApplication.setBadgeNumber(percent or 0)
            else:
                _tell_dock(percent)
        except (OSError, ImportError, AttributeError) as error:
            log.info("the task bar shows no progress: %s", error)

    def _show_on_windows(self, percent: int | None) -> None:
        if self._button is None:
            self._button = _taskbar_button()
        handle = int(self._window.winId())
        _call(self._button, _SET_STATE, handle, _NO_PROGRESS if percent is None else _NORMAL)
        if percent is not None:
            _call(self._button, _SET_VALUE, handle, percent, _SHOWN_PERCENT)


def dock_update(percent: int | None) -> list[object]:
    """Return what the launcher's signal says: which program, and its progress."""
    shown = percent is not None
    progress = (percent or 0) / _SHOWN_PERCENT
    entry = f"application://{QGuiApplication.desktopFileName() or 'homereel'}.desktop"
    return [entry, {"progress": progress, "progress-visible": shown}]


def _tell_dock(percent: int | None) -> None:
    # Not a part of every package of Qt, and of no use where there is no session bus.
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # noqa: PLC0415

    bus = QDBusConnection.sessionBus()
    if bus.isConnected():
        message = QDBusMessage.createSignal(_PATH, _INTERFACE, "Update")
        message.setArguments(dock_update(percent))
        bus.send(message)


def _taskbar_button() -> Any:  # noqa: ANN401 - a pointer to a COM object
    import ctypes  # noqa: PLC0415 - its Windows parts are only there
    import uuid  # noqa: PLC0415

    kind = uuid.UUID("56FDF344-FD6D-11d0-958A-006097C9A090").bytes_le
    interface = uuid.UUID("EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF").bytes_le
    found = ctypes.c_void_p()
    library: Any = vars(ctypes)["windll"].ole32
    library.CoInitialize(None)
    if library.CoCreateInstance(kind, None, 1, interface, ctypes.byref(found)):
        raise OSError
    _call(found, _INITIALISE)
    return found


def _call(instance: Any, number: int, *arguments: int) -> None:  # noqa: ANN401
    """Call a method of a COM object by its place in the table."""
    import ctypes  # noqa: PLC0415

    table = ctypes.cast(instance, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    kinds = [ctypes.c_void_p] + [ctypes.c_ulonglong] * len(arguments)
    method = vars(ctypes)["WINFUNCTYPE"](ctypes.c_long, *kinds)(table[number])
    method(instance, *arguments)
