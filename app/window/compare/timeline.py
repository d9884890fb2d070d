"""The timeline under the picture: the moment shown, the stretch of the preview, the range."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from app.text.clock import clock
from app.window import theme

SIDE = 14.0
GROOVE_TOP, GROOVE_HEIGHT = 10.0, 22.0
HANDLE_WIDTH = 8.0
SHORTEST_RANGE_SECONDS = 0.1


def preview_start(position: float, stretch: float, duration: float) -> float:
    """Where a preview begins, in seconds: at the moment looked at, but not too late to be whole."""
    return max(min(position, duration - stretch), 0.0)


class _Grip(Enum):
    """What the mouse has hold of."""

    START = auto()
    END = auto()
    POSITION = auto()


class Timeline(QWidget):
    """All times are seconds from the start of the source.

    Signals:
        position_changed(float): another moment is looked at; the preview starts there.
        range_changed(float, float): another part of the source is to be restored.
    """

    position_changed = Signal(float)
    range_changed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._duration = 0.0
        self._start = self._end = 0.0
        self._position = self._stretch = 0.0
        self._moment: float | None = None
        self._grip: _Grip | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Timeline"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, int(GROOVE_TOP + GROOVE_HEIGHT) + 10 + self.fontMetrics().height())

    @property
    def position_seconds(self) -> float:
        """The moment that is looked at."""
        return self._position

    @property
    def preview_seconds(self) -> float:
        """Where the preview begins."""
        return preview_start(self._position, self._stretch, self._duration)

    @property
    def moment_seconds(self) -> float:
        """The moment that is shown: where the preview plays, else where it would start."""
        return self._position if self._moment is None else self._moment

    @property
    def range_seconds(self) -> tuple[float, float]:
        """The part that is restored: its start and its end."""
        return self._start, self._end

    def show_clip(
        self, duration: float, *, start: float, end: float, position: float, stretch: float
    ) -> None:
        """Start over with another clip; ``duration`` 0 shows an empty line."""
        self._duration, self._start, self._end = duration, start, end
        self._position, self._stretch, self._moment = position, stretch, None
        self._describe()

    def set_stretch(self, seconds: float) -> None:
        """Change how much is restored for the preview."""
        self._stretch = seconds
        self.update()

    def set_moment(self, seconds: float | None) -> None:
        """Show where the preview is playing; None when it is not."""
        self._moment = seconds
        self.update()

    def set_position(self, seconds: float) -> None:
        """Look at another moment."""
        position = min(max(seconds, 0.0), self._duration)
        if position != self._position:
            self._position, self._moment = position, None
            self._describe()
            self.position_changed.emit(position)

    def set_start(self, seconds: float) -> None:
        """Restore from here on."""
        self._set_range(min(max(seconds, 0.0), self._end - SHORTEST_RANGE_SECONDS), self._end)

    def set_end(self, seconds: float) -> None:
        """Restore up to here."""
        lowest = self._start + SHORTEST_RANGE_SECONDS
        self._set_range(self._start, max(min(seconds, self._duration), lowest))

    def _set_range(self, start: float, end: float) -> None:
        if (start, end) != (self._start, self._end) and self._duration > 0:
            self._start, self._end = start, end
            self._describe()
            self.range_changed.emit(start, end)

    def _describe(self) -> None:
        self.setAccessibleDescription(
            self.tr("At {position} of {duration}; restores {start} to {end}").format(
                position=clock(self._position),
                duration=clock(self._duration),
                start=clock(self._start),
                end=clock(self._end),
            )
        )
        self.update()

    # Between seconds and pixels

    def _x_of(self, seconds: float) -> float:
        return SIDE + (self.width() - 2 * SIDE) * seconds / max(self._duration, 1e-9)

    def _seconds_at(self, x: float) -> float:
        return (x - SIDE) / max(self.width() - 2 * SIDE, 1) * self._duration

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tones = theme.colours()
        groove = QRectF(SIDE, GROOVE_TOP, self.width() - 2 * SIDE, GROOVE_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tones.line))
        painter.drawRoundedRect(groove, 4, 4)
        if self._duration <= 0:
            return
        self._paint_range(painter, groove, tones)
        self._paint_stretch(painter, groove, tones)
        self._paint_times(painter, groove, tones)

    def _paint_range(self, painter: QPainter, groove: QRectF, tones: theme.Colours) -> None:
        left, right = self._x_of(self._start), self._x_of(self._end)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tones.selection))
        painter.drawRoundedRect(QRectF(left, groove.top(), right - left, groove.height()), 4, 4)
        painter.setBrush(QColor(tones.muted))
        for x in (left - HANDLE_WIDTH, right):
            handle = QRectF(x, groove.top() - 3, HANDLE_WIDTH, groove.height() + 6)
            painter.drawRoundedRect(handle, 3, 3)
            painter.fillRect(
                QRectF(handle.center().x() - 0.75, handle.top() + 8, 1.5, handle.height() - 16),
                QColor(tones.window),
            )

    def _paint_stretch(self, painter: QPainter, groove: QRectF, tones: theme.Colours) -> None:
        left = self._x_of(self.preview_seconds)
        # A whole tape is long: the stretch would be thinner than a hair.
        end = min(self.preview_seconds + self._stretch, self._duration)
        width = max(self._x_of(end) - left, 4.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tones.accent))
        painter.drawRoundedRect(QRectF(left, groove.top(), width, groove.height()), 3, 3)
        x = self._x_of(self.moment_seconds)
        painter.setPen(QPen(QColor(tones.text), 2))
        painter.drawLine(QPointF(x, groove.top() - 6), QPointF(x, groove.bottom() + 4))
        painter.setBrush(QColor(tones.text))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(x, groove.top() - 5), 4, 4)

    def _paint_times(self, painter: QPainter, groove: QRectF, tones: theme.Colours) -> None:
        line = QRectF(SIDE, groove.bottom() + 6, groove.width(), self.fontMetrics().height())
        painter.setPen(QColor(tones.muted))
        align = Qt.AlignmentFlag
        painter.drawText(line, align.AlignLeft, clock(self._start, with_fraction=True))
        painter.drawText(line, align.AlignRight, clock(self._end, with_fraction=True))
        moment = self.moment_seconds
        painter.setPen(QColor(tones.text))
        painter.drawText(line, align.AlignHCenter, clock(moment, with_fraction=True))

    # Mouse and keyboard

    def _grip_at(self, x: float) -> _Grip:
        if abs(x - (self._x_of(self._start) - HANDLE_WIDTH / 2)) <= HANDLE_WIDTH:
            return _Grip.START
        if abs(x - (self._x_of(self._end) + HANDLE_WIDTH / 2)) <= HANDLE_WIDTH:
            return _Grip.END
        return _Grip.POSITION

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._duration > 0:
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

    def _drag_to(self, x: float) -> None:
        seconds = self._seconds_at(x)
        match self._grip:
            case _Grip.START:
                self.set_start(seconds)
                shown = self._start
            case _Grip.END:
                self.set_end(seconds)
                shown = self._end
            case _:
                self.set_position(seconds)
                return
        QToolTip.showText(
            self.mapToGlobal(QPointF(x, -34)).toPoint(),
            clock(shown, with_fraction=True),
            self,
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = 10.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        match event.key():
            case Qt.Key.Key_Left:
                self.set_position(self._position - step)
            case Qt.Key.Key_Right:
                self.set_position(self._position + step)
            case Qt.Key.Key_Home:
                self.set_position(0.0)
            case Qt.Key.Key_End:
                self.set_position(self._duration)
            case _:
                super().keyPressEvent(event)
