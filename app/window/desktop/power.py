"""What the computer does when everything is restored: nothing, sleep, shut down."""

from __future__ import annotations

import sys
from enum import StrEnum

from PySide6.QtCore import QProcess


class AtEnd(StrEnum):
    """What happens when the queue has come to its end."""

    NOTHING = "nothing"
    SLEEP = "sleep"
    SHUT_DOWN = "shut down"


def command_for(wanted: AtEnd) -> list[str]:
    """Return the command of this system; empty where nothing is to be done."""
    if wanted is AtEnd.NOTHING:
        return []
    is_sleep = wanted is AtEnd.SLEEP
    if sys.platform == "win32":
        sleep = ["rundll32.exe", "powrprof.dll,SetSuspendState", "0,1,0"]
        return sleep if is_sleep else ["shutdown", "/s", "/t", "0"]
    if sys.platform == "darwin":
        ending = 'tell application "System Events" to shut down'
        return ["pmset", "sleepnow"] if is_sleep else ["osascript", "-e", ending]
    return ["systemctl", "suspend" if is_sleep else "poweroff"]


def carry_out(wanted: AtEnd) -> bool:
    """Send the computer to sleep, or shut it down; tell whether that could be started."""
    command = command_for(wanted)
    started = QProcess.startDetached(command[0], command[1:]) if command else False
    return bool(started[0] if isinstance(started, tuple) else started)
