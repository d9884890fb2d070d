"""A message of the system's own kind, for someone who is looking at something else."""

from __future__ import annotations

import shutil
import sys

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget


def command_for(title: str, text: str) -> list[str]:
    """Return the command that shows a message on this system; empty where there is none."""
    if sys.platform == "darwin":
        # Both are arguments of the script, never part of it.
        script = (
            "on run argv\ndisplay notification (item 2 of argv) with title (item 1 of argv)\nend"
        )
        return ["osascript", "-e", script, title, text]
    if sys.platform == "linux" and shutil.which("notify-send"):
        return ["notify-send", "--app-name=Homereel", "--icon=homereel", "--", title, text]
    return []


def notify(window: QWidget, title: str, text: str) -> None:
    """Show a message, and mark the window in the task bar, unless the window is in use."""
    if window.isActiveWindow():
        return
    QApplication.alert(window)
    command = command_for(title, text)
    if command:
        QProcess.startDetached(command[0], command[1:])
    elif QSystemTrayIcon.supportsMessages() and QSystemTrayIcon.isSystemTrayAvailable():
        icon = QSystemTrayIcon(window.windowIcon(), window)
        icon.messageClicked.connect(window.activateWindow)
        icon.show()
        icon.showMessage(title, text, window.windowIcon())
