"""The picture before and after, side by side or with a line to drag, zoomed and moved as one."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.window import theme
from app.window.compare import stage_painting
from app.window.compare.zoom import Zoom

PANE_GAP = 2.0
GRIP_REACH = 10.0
WHEEL_STEP = 1.0015
NUDGE = 8.0


class Mode(Enum):
    """How before and after are laid out."""

    SIDE_BY_SIDE = auto()
    SPLIT = auto()


class Comparison(QWidget):
    """Shows one clip. Positions are pixels of its display size (upright, square pixels).

    Until a preview is asked for there is one pane with the picture and the region; then the
    restored region lies in its place in the picture, so before and after keep their context.

    Signals:
        region_chosen(QRectF): the user drew or moved the region.
        zoomed(float): screen pixels per picture pixel have changed.
    """

    region_chosen = Signal(QRectF)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QSizeF()
        self._still: QImage | None = None
        self._region = QRectF()
        self._before: QImage | None = None
        self._after: QImage | None = None
        self._mode = Mode.SIDE_BY_SIDE
        self._zoom = Zoom()
        self._fitted_to: QRectF | None = QRectF()
        self._split_share = 0.5
        self._is_comparing = False
        self._is_choosing = False
        self._shows_original = False
        self._message = ""
        self._dragged_from: QPointF | None = None
        self._drag: _Drag | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(QSize(320, 220))
        self.setAccessibleName(self.tr("Comparison"))

    @property
    def mode(self) -> Mode:
        """How before and after are laid out."""
        return self._mode

    @property
    def zoom(self) -> Zoom:
        """Where the picture lies in each pane; the same for both."""
        return self._zoom

    @property
    def shows_original(self) -> bool:
        """The original is shown in place of the restored picture."""
        return self._shows_original

    def show_clip(self, picture: QSizeF, still: QImage | None, region: QRectF) -> None:
        """Start over with another clip."""
        self._picture, self._still, self._region = picture, still, region
        self._before = self._after = None
        self._is_comparing = False
        self.fit_picture()

    def set_still(self, still: QImage) -> None:
        """Show another moment of the clip around the region."""
        self._still = still
        self.update()

    def set_region(self, region: QRectF) -> None:
        """Mark the region that is restored for the preview."""
        self._region = region
        self._before = self._after = None
        self.update()

    def set_frames(self, before: QImage | None, after: QImage | None) -> None:
        """Show one frame of the preview; both pictures fill the region."""
        self._before, self._after = before, after
        self.update()

    def set_comparing(self, is_comparing: bool) -> None:
        """Show before and after, or only the picture with its region."""
        if is_comparing != self._is_comparing:
            self._is_comparing = is_comparing
            self.fit_region() if is_comparing else self.fit_picture()

    def set_mode(self, mode: Mode) -> None:
        """Change the layout; the zoom follows the new width of the panes."""
        if mode is not self._mode:
            centre = self._panes()[0].size()
            self._mode = mode
            self._keep_in_view(centre)
            self.update()

    def set_choosing(self, is_choosing: bool) -> None:
        """Let a drag draw the region rather than move the picture."""
        self._is_choosing = is_choosing
        self.setCursor(Qt.CursorShape.CrossCursor if is_choosing else Qt.CursorShape.OpenHandCursor)
        self.update()

    def set_original_shown(self, is_shown: bool) -> None:
        """Show the original in place of the restored picture."""
        self._shows_original = is_shown
        self.update()

    def set_message(self, message: str) -> None:
        """Say something at the lower edge of the picture; empty for nothing."""
        if message != self._message:
            self._message = message
            self.setAccessibleDescription(message)
            self.update()

    def fit_picture(self) -> None:
        """Show the whole picture."""
        self._fit(QRectF(QPointF(), self._picture))

    def fit_region(self) -> None:
        """Show the region as large as it goes."""
        self._fit(self._region)

    def zoom_by(self, factor: float) -> None:
        """Zoom around the middle of the pane."""
        self._set_zoom(self._zoom.zoomed(factor, self._panes()[0].center()))

    def zoom_one_to_one(self) -> None:
        """One pixel of the preview (without one: of the source) on one pixel of the screen."""
        ratio = 1 / self.devicePixelRatioF()
        if self._after is not None and self._is_comparing:
            ratio *= self._after.width() / self._region.width()
        self.zoom_by(ratio / self._zoom.scale)

    def _fit(self, area: QRectF) -> None:
        self._fitted_to = area
        if not area.isEmpty():
            self._zoom = Zoom.fitting(area, self._panes()[0].size())
            self.zoomed.emit(self._zoom.scale)
        self.update()

    def _set_zoom(self, zoom: Zoom) -> None:
        self._fitted_to = None
        self._zoom = zoom
        self.zoomed.emit(zoom.scale)
        self.update()

    def _keep_in_view(self, old: QSizeF) -> None:
        """After the pane changed from ``old``: fit again, or keep what was in the middle there."""
        new = self._panes()[0].size()
        if self._fitted_to is not None:
            self._fit(self._fitted_to)
        else:
            by = QPointF((new.width() - old.width()) / 2, (new.height() - old.height()) / 2)
            self._set_zoom(self._zoom.panned(by))

    def _panes(self, size: QSize | None = None) -> list[QRectF]:
        whole = QRectF(QPointF(), QSizeF(size or self.size()))
        if not self._is_comparing or self._mode is Mode.SPLIT:
            return [whole]
        width = (whole.width() - PANE_GAP) / 2
        left = QRectF(0, 0, width, whole.height())
        return [left, left.translated(width + PANE_GAP, 0)]

    def _split_x(self) -> float:
        return self._split_share * self.width()

    def _in_pane(self, point: QPointF) -> QPointF:
        """A point of the widget, counted from the corner of the pane it is in."""
        pane = next((pane for pane in self._panes() if pane.contains(point)), self._panes()[0])
        return point - pane.topLeft()

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.fillRect(self.rect(), theme.STAGE)
        panes = self._panes()
        self._paint_pane(painter, panes[0], self._before)
        if len(panes) == 2:
            self._paint_pane(painter, panes[1], self._restored())
            painter.fillRect(
                QRectF(panes[0].right(), 0, PANE_GAP, self.height()), QColor("#3a3936")
            )
        elif self._is_comparing:
            self._paint_split(painter, panes[0])
        self._paint_captions(painter, panes)
        if self._message:
            stage_painting.paint_chip(painter, self._message, self.rect(), is_at_top=False)

    def _restored(self) -> QImage | None:
        return self._before if self._shows_original else self._after

    def _paint_pane(self, painter: QPainter, pane: QRectF, frame: QImage | None) -> None:
        painter.save()
        painter.setClipRect(pane, Qt.ClipOperation.IntersectClip)
        painter.translate(pane.topLeft())
        if self._still is not None:
            painter.drawImage(self._zoom.to_screen(QRectF(QPointF(), self._picture)), self._still)
        region = self._zoom.to_screen(self._region)
        if self._is_comparing or self._is_choosing:
            stage_painting.paint_dimming(painter, pane.size(), region)
        if self._is_comparing and frame is not None:
            painter.drawImage(region, frame)
        if not self._region.isEmpty():
            stage_painting.paint_region_frame(painter, region, is_dashed=self._is_choosing)
        painter.restore()

    def _paint_split(self, painter: QPainter, pane: QRectF) -> None:
        x = self._split_x()
        painter.save()
        right = QRectF(QPointF(x, pane.top()), pane.bottomRight())
        painter.setClipRect(right)
        self._paint_pane(painter, pane, self._restored())
        painter.restore()
        stage_painting.paint_split_line(painter, x, pane)

    def _paint_captions(self, painter: QPainter, panes: list[QRectF]) -> None:
        if not self._is_comparing:
            return
        before = self.tr("Original")
        after = self.tr("Restored") if self._after is not None else self.tr("Not restored yet")
        if self._shows_original:
            after = before
        if len(panes) == 2:
            places = panes
        else:
            x = self._split_x()
            places = [QRectF(0, 0, x, self.height()), QRectF(x, 0, self.width() - x, 0)]
            places[1].setHeight(self.height())
        for text, place in zip((before, after), places, strict=True):
            if place.width() > painter.fontMetrics().horizontalAdvance(text) + 40:
                stage_painting.paint_chip(painter, text, place.toRect(), is_at_top=True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_in_view(self._panes(event.oldSize())[0].size())

    # Mouse and keyboard

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._picture.isEmpty():
            super().mousePressEvent(event)
            return
        point = event.position()
        at = self._zoom.to_picture(self._in_pane(point))
        if self._is_choosing:
            self._drag = _Drag.MOVE_REGION if self._region.contains(at) else _Drag.DRAW_REGION
        elif self._is_on_split(point):
            self._drag = _Drag.SPLIT
        else:
            self._drag = _Drag.PAN
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._dragged_from = point if self._drag is _Drag.PAN else at

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        start = self._dragged_from
        if start is None:
            self._show_cursor_for(point)
            return
        at = self._zoom.to_picture(self._in_pane(point))
        match self._drag:
            case _Drag.PAN:
                self._set_zoom(self._zoom.panned(point - start))
                self._dragged_from = point
            case _Drag.SPLIT:
                self._split_share = min(max(point.x() / max(self.width(), 1), 0.0), 1.0)
            case _Drag.DRAW_REGION:
                self._region = self._inside(QRectF(start, at).normalized())
            case _Drag.MOVE_REGION:
                self._region = self._moved_inside(self._region.translated(at - start))
                self._dragged_from = at
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag in (_Drag.DRAW_REGION, _Drag.MOVE_REGION):
            self.region_chosen.emit(self._region)
        self._drag = self._dragged_from = None
        self._show_cursor_for(event.position())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        is_whole = self._fitted_to == QRectF(QPointF(), self._picture)
        self.fit_region() if is_whole else self.fit_picture()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._picture.isEmpty():
            return
        factor = WHEEL_STEP ** event.angleDelta().y()
        self._set_zoom(self._zoom.zoomed(factor, self._in_pane(event.position())))
        event.accept()

    @override
    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            at = self._in_pane(event.position())
            self._set_zoom(self._zoom.zoomed(1 + event.value(), at))
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: QPointF(-NUDGE, 0),
            Qt.Key.Key_Right: QPointF(NUDGE, 0),
            Qt.Key.Key_Up: QPointF(0, -NUDGE),
            Qt.Key.Key_Down: QPointF(0, NUDGE),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif not self._is_choosing:
            self._set_zoom(self._zoom.panned(step * -4))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._region = self._inside(self._region.adjusted(0, 0, step.x(), step.y()))
            self.region_chosen.emit(self._region)
        else:
            self._region = self._moved_inside(self._region.translated(step))
            self.region_chosen.emit(self._region)

    def _is_on_split(self, point: QPointF) -> bool:
        is_shown = self._is_comparing and self._mode is Mode.SPLIT
        return is_shown and abs(point.x() - self._split_x()) <= GRIP_REACH

    def _show_cursor_for(self, point: QPointF) -> None:
        if self._is_choosing:
            self.setCursor(Qt.CursorShape.CrossCursor)
        elif self._is_on_split(point):
            self.setCursor(Qt.CursorShape.SplitHCursor)
        else:
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def _inside(self, area: QRectF) -> QRectF:
        return area.intersected(QRectF(QPointF(), self._picture))

    def _moved_inside(self, area: QRectF) -> QRectF:
        x = min(max(area.x(), 0.0), self._picture.width() - area.width())
        y = min(max(area.y(), 0.0), self._picture.height() - area.height())
        return QRectF(QPointF(x, y), area.size())


class _Drag(Enum):
    """What a drag with the mouse is doing."""

    PAN = auto()
    SPLIT = auto()
    DRAW_REGION = auto()
    MOVE_REGION = auto()
