"""One frame before and after: which of the two is shown where, and what it is called."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtGui import QImage, QPainter

from app.text.language import translate

DIFFERENCE_FACTOR = 8


class Mode(Enum):
    """How before and after are laid out."""

    SIDE_BY_SIDE = auto()
    SPLIT = auto()
    DIFFERENCE = auto()
    """What is another in the two, several times as strong."""


class Pair:
    """One frame before and after.

    Args:
        before: the original; None: as the picture around it has it.
        after: restored; None where that is not done yet.
        is_current: it looks as was asked for last.
        names: what the two are called, and the second as long as it is missing.
    """

    def __init__(
        self,
        before: QImage | None,
        after: QImage | None,
        *,
        is_current: bool = True,
        names: tuple[str, str, str],
    ) -> None:
        self.before, self.after, self.is_current = before, after, is_current
        self.names = names
        self._difference: QImage | None = None

    def first(self, mode: Mode, *, shows_original: bool) -> QImage | None:
        """Return what the first pane shows."""
        if mode is not Mode.DIFFERENCE:
            return self.before
        if shows_original or self.before is None or self.after is None:
            return self.second(shows_original=shows_original)
        if self._difference is None:
            self._difference = difference_of(self.before, self.after)
        return self._difference

    def second(self, *, shows_original: bool) -> QImage | None:
        """Return what the second pane, or the side behind the line, shows."""
        return self.before if shows_original else self.after

    def captions(self, mode: Mode, *, shows_original: bool) -> tuple[str, ...]:
        """Return what is written over each of the two; one text for the difference."""
        before, after, pending = self.names
        if shows_original:
            after = before
        elif self.after is None:
            after = pending
        elif not self.is_current:
            after = translate("Pair", "Being restored anew…")
        elif mode is Mode.DIFFERENCE:
            after = translate("Pair", "Difference, {factor} times as strong")
            after = after.format(factor=DIFFERENCE_FACTOR)
        return (after,) if mode is Mode.DIFFERENCE else (before, after)


def difference_of(before: QImage, after: QImage) -> QImage:
    """Return how far two pictures differ, several times as strong as it is."""
    difference = before.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(difference)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(difference.rect(), after)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
    factor = 1
    while factor < DIFFERENCE_FACTOR:
        painter.drawImage(0, 0, difference.copy())
        factor *= 2
    painter.end()
    return difference
