"""The timeline under the picture: the moment shown, the stretch of the preview, the range."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from math import ceil

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from app.text.clock import clock, spoken
from app.window.compare.timeline_painting import (
    GROOVE_HEIGHT,
    GROOVE_TOP,
    HANDLE_WIDTH,
    SIDE,
    Shown,
    paint_timeline,
)
from engine.jobs.options import Options

SHORTEST_RANGE_SECONDS = 0.1
_SHOT_SLACK_SECONDS = 0.02
"""So near to the beginning of a shot one is at it."""


def preview_start(position: float, stretch: float, duration: float) -> float:
    """Where a preview begins, in seconds: at the moment looked at, but not too late to be whole."""
    return max(min(position, duration - stretch), 0.0)


class _Grip(Enum):
    """What the mouse has hold of."""

    START = auto()
    END = auto()
    POSITION = auto()


class Timeline(QAbstractSlider):
    """All times are seconds from the start of the source.

    It is a slider of whole seconds, so that screen readers can set the moment looked at. Its
    description says the moment in words.

    Signals:
        position_changed(float): another moment is looked at; the preview starts there.
        range_changed(float, float): another part of the source is to be restored.
    """

    position_changed = Signal(float)
    range_changed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Shown()
        self._grip: _Grip | None = None
        self._may_change_range = True
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Timeline"))
        self.setPageStep(10)
        self.valueChanged.connect(self.set_position)

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, int(GROOVE_TOP + GROOVE_HEIGHT) + 12 + self.fontMetrics().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    @property
    def duration_seconds(self) -> float:
        """How long the source is."""
        return self._shown.duration

    @property
    def position_seconds(self) -> float:
        """The moment that is looked at."""
        return self._shown.position

    @property
    def preview_seconds(self) -> float:
        """Where the preview begins."""
        return self._shown.preview

    @property
    def moment_seconds(self) -> float:
        """The moment that is shown: where it plays, else where the preview would start."""
        shown = self._shown
        return shown.position if shown.moment is None else shown.moment

    @property
    def has_moment(self) -> bool:
        """It shows where something plays."""
        return self._shown.moment is not None

    @property
    def range_seconds(self) -> tuple[float, float]:
        """The part that is restored: its start and its end."""
        return self._shown.start, self._shown.end

    @property
    def parts(self) -> list[tuple[float, float]]:
        """The parts that are joined in one file."""
        return list(self._shown.parts)

    @property
    def has_range(self) -> bool:
        """Not all of the source is restored."""
        return self._shown.has_range

    def show_clip(
        self,
        duration: float,
        *,
        start: float,
        end: float,
        position: float,
        stretch: float,
        parts: Sequence[tuple[float, float]] = (),
    ) -> None:
        """Start over with another clip; ``duration`` 0 shows an empty line.

        Where parts are joined in one file, they are shown and not changed here.
        """
        self._shown = Shown(
            duration=duration,
            start=start,
            end=end,
            position=position,
            stretch=stretch,
            stills=self._shown.stills,
            shots=self._shown.shots,
            parts=parts,
        )
        self._describe()

    def show_filmstrip(self, stills: Mapping[float, QImage], shots: Sequence[float]) -> None:
        """Show small pictures of these moments, and marks where shots begin."""
        self._shown.stills, self._shown.shots = stills, shots
        self.update()

    def set_stretch(self, seconds: float) -> None:
        """Change how much is restored for the preview."""
        self._shown.stretch = seconds
        self.update()

    def set_moment(self, seconds: float | None) -> None:
        """Show where something is playing; None when nothing is."""
        self._shown.moment = seconds
        self.update()

    def set_position(self, seconds: float) -> None:
        """Look at another moment."""
        position = min(max(seconds, 0.0), self._shown.duration)
        if abs(position - self._shown.position) > 1e-6 or self.has_moment:
            self._shown.position, self._shown.moment = position, None
            self._describe()
            self.position_changed.emit(position)

    @property
    def can_change_range(self) -> bool:
        """Start and end can be moved; not those of parts that are joined."""
        return self._may_change_range and self.duration_seconds > 0 and not self._shown.parts

    def let_change_range(self, is_allowed: bool) -> None:
        """Let another part be chosen, or not."""
        self._may_change_range = is_allowed

    def start_here(self) -> None:
        """Restore from the moment that is shown on, to the end where it lies after the part."""
        moment, end = self.moment_seconds, self._shown.end
        if self.can_change_range:
            end = end if end - moment >= SHORTEST_RANGE_SECONDS else self._shown.duration
            self._set_range(max(min(moment, end - SHORTEST_RANGE_SECONDS), 0.0), end)

    def end_here(self) -> None:
        """Restore up to the moment that is shown, all of it where it lies before the part."""
        moment, start = self.moment_seconds, self._shown.start
        if self.can_change_range:
            start = start if moment - start >= SHORTEST_RANGE_SECONDS else 0.0
            self._set_range(start, max(moment, start + SHORTEST_RANGE_SECONDS))

    def set_start(self, seconds: float) -> None:
        """Restore from here on."""
        if not self.can_change_range:
            return
        end = self._shown.end
        self._set_range(min(max(seconds, 0.0), end - SHORTEST_RANGE_SECONDS), end)

    def set_end(self, seconds: float) -> None:
        """Restore up to here."""
        if not self.can_change_range:
            return
        lowest = self._shown.start + SHORTEST_RANGE_SECONDS
        self._set_range(self._shown.start, max(min(seconds, self._shown.duration), lowest))

    def set_whole(self) -> None:
        """Restore all of it."""
        shown = self._shown
        if shown.has_range and self._may_change_range:
            shown.parts, shown.start, shown.end = (), 0.0, shown.duration
            self._describe()
            self.range_changed.emit(shown.start, shown.end)

    def go_to_shot(self, direction: int) -> None:
        """Go to where the next shot begins (1), or this one or the one before it (-1)."""
        places = sorted({0.0, *self._shown.shots, self._shown.duration})
        moment = self.moment_seconds
        if direction > 0:
            place = min(bisect_right(places, moment + _SHOT_SLACK_SECONDS), len(places) - 1)
        else:
            place = max(bisect_left(places, moment - _SHOT_SLACK_SECONDS) - 1, 0)
        self.set_position(places[place])

    def _set_range(self, start: float, end: float) -> None:
        shown = self._shown
        if (start, end) != (shown.start, shown.end) and shown.duration > 0:
            shown.start, shown.end = start, end
            self._describe()
            self.range_changed.emit(start, end)

    def _describe(self) -> None:
        shown = self._shown
        with QSignalBlocker(self):
            self.setRange(0, ceil(shown.duration))
            self.setValue(round(shown.position))
        text = self.tr("At {position} of {duration}")
        if shown.parts:
            text = self.tr("At {position} of {duration}; restores %n parts", "", len(shown.parts))
        elif shown.has_range:
            text = self.tr("At {position} of {duration}; restores {start} to {end}")
        self.setAccessibleDescription(
            text.format(
                position=spoken(shown.position),
                duration=spoken(round(shown.duration)),
                start=spoken(shown.start),
                end=spoken(shown.end),
            )
        )
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_timeline(QPainter(self), self.size(), self._shown, has_focus=self.hasFocus())

    # Mouse and keyboard

    def _seconds_at(self, x: float) -> float:
        return (x - SIDE) / max(self.width() - 2 * SIDE, 1) * self._shown.duration

    def _grip_at(self, x: float) -> _Grip:
        if not self.can_change_range:
            return _Grip.POSITION
        start, end = (self._shown.x_of(s, self.width()) for s in self.range_seconds)
        if abs(x - (start - HANDLE_WIDTH / 2)) <= HANDLE_WIDTH:
            return _Grip.START
        if abs(x - (end + HANDLE_WIDTH / 2)) <= HANDLE_WIDTH:
            return _Grip.END
        return _Grip.POSITION

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._shown.duration > 0:
            self._grip = self._grip_at(event.position().x())
            self._drag_to(event.position().x())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._grip is not None:
            self._drag_to(x)
        is_handle = self._grip_at(x) is not _Grip.POSITION
        shape = Qt.CursorShape.SizeHorCursor if is_handle else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it lies in the way of a page that scrolls

    def _drag_to(self, x: float) -> None:
        seconds = self._seconds_at(x)
        match self._grip:
            case _Grip.START:
                self.set_start(seconds)
                shown = self._shown.start
            case _Grip.END:
                self.set_end(seconds)
                shown = self._shown.end
            case _:
                self.set_position(seconds)
                return
        self.set_position(shown)  # the picture shows where the part begins or ends
        QToolTip.showText(
            self.mapToGlobal(QPointF(x, -34)).toPoint(), clock(shown, with_fraction=True), self
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = 10.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        match event.key():
            case Qt.Key.Key_Left:
                self.set_position(self.moment_seconds - step)
            case Qt.Key.Key_Right:
                self.set_position(self.moment_seconds + step)
            case Qt.Key.Key_PageUp:
                self.go_to_shot(-1)
            case Qt.Key.Key_PageDown:
                self.go_to_shot(1)
            case Qt.Key.Key_Home:
                self.set_position(0.0)
            case Qt.Key.Key_End:
                self.set_position(self._shown.duration)
            case _:
                event.ignore()


def parts_of(options: Options) -> list[tuple[float, float]]:
    """Return start and end of each part that is joined in one file."""
    return [(part.start_seconds, part.end_seconds) for part in options.parts]
