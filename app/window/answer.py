"""What another thread finds out for a page that may be closed before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.background.intake_thread import Intake


class _Answer(QObject):
    """Belongs to the question, not to the page: a signal of a page that is gone would fail.

    Signals:
        found(object): the answer is there.
    """

    found = Signal(object)


def ask(intake: Intake, name: str, find: Callable[[], Any], show: Callable[[Any], None]) -> None:
    """Find something out in the intake's thread, and show it in this one.

    Args:
        intake: carries it out among what it does besides.
        name: of two questions under the same one that wait, the newer is answered.
        find: finds it out.
        show: a method of the page; not called where the page is gone by then.
    """
    answer = _Answer()
    answer.found.connect(show)
    intake.write(name, lambda: answer.found.emit(find()))
