"""The picture before and after, side by side or with a line to drag, zoomed and moved as one."""

from __future__ import annotations

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
from app.window.compare.pair import Mode, Pair
from app.window.compare.region import CURSORS, Drag, inside, moved_inside
from app.window.compare.stage_painting import Scene
from app.window.compare.zoom import Zoom

PANE_GAP = 2.0
GRIP_REACH = 10.0
WHEEL_STEP = 1.0015
NUDGE = 8.0


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
        self._scene = Scene(QSizeF(), None, QRectF())
        self._names = "", "", ""
        self._pair = Pair(None, None, names=self._names)
        self._mode = Mode.SIDE_BY_SIDE
        self._zoom = Zoom()
        self._fitted_to: QRectF | None = QRectF()
        self._split_share = 0.5
        self._shows_original = False
        self._message = ""
        self._dragged_from: QPointF | None = None
        self._drag: Drag | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(QSize(320, 220))
        self.setAccessibleName(self.tr("Comparison"))
        self._describe()

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

    @property
    def region(self) -> QRectF:
        """What is restored for the preview, or shown by the finished file."""
        return self._scene.region

    @property
    def is_comparing(self) -> bool:
        """It shows before and after."""
        return self._scene.is_comparing

    @property
    def is_second_there(self) -> bool:
        """There is a restored picture, or one of the finished file."""
        return self._pair.after is not None

    @property
    def is_region_whole(self) -> bool:
        """Before and after show the whole picture."""
        return self._scene.region == QRectF(QPointF(), self._scene.picture)

    @property
    def message(self) -> str:
        """What is said at the lower edge of the picture."""
        return self._message

    def show_clip(self, picture: QSizeF, still: QImage | None, region: QRectF) -> None:
        """Start over with another clip."""
        self._scene = Scene(picture, still, region, is_choosing=self._scene.is_choosing)
        self.set_frames(None, None)
        self.fit_picture()

    def set_still(self, still: QImage) -> None:
        """Show another moment of the clip around the region."""
        self._scene.still = still
        self.update()

    def set_region(self, region: QRectF) -> None:
        """Mark the region that is restored for the preview, or that the finished file shows."""
        if region != self._scene.region:
            self._scene.region = region
            self.set_frames(None, None)

    def set_frames(
        self, before: QImage | None, after: QImage | None, *, is_current: bool = True
    ) -> None:
        """Show one frame of the preview; both pictures fill the region.

        Args:
            before: the original; None: as the still has it.
            after: restored; None where that is not done yet.
            is_current: it looks as was asked for last; else the caption says that one comes.
        """
        self._pair = Pair(before, after, is_current=is_current, names=self._names)
        self.update()

    def set_names(self, before: str, after: str, *, pending: str) -> None:
        """Name the two in their captions; ``pending`` as long as the second one is missing."""
        self._pair.names = self._names = before, after, pending
        self.update()

    def set_comparing(self, is_comparing: bool) -> None:
        """Show before and after, or only the picture with its region."""
        if is_comparing != self._scene.is_comparing:
            self._scene.is_comparing = is_comparing
            self.fit_region() if is_comparing else self.fit_picture()

    def set_mode(self, mode: Mode) -> None:
        """Change the layout; the zoom follows the new width of the panes."""
        if mode is not self._mode:
            centre = self._panes()[0].size()
            self._mode = mode
            self._keep_in_view(centre)
            self._describe()

    def set_choosing(self, is_choosing: bool) -> None:
        """Let a drag draw the region rather than move the picture."""
        self._scene.is_choosing = is_choosing
        self._describe()

    def set_original_shown(self, is_shown: bool) -> None:
        """Show the original in place of the restored picture."""
        self._shows_original = is_shown
        self.update()

    def set_message(self, message: str) -> None:
        """Say something at the lower edge of the picture; empty for nothing."""
        if message != self._message:
            self._message = message
            self._describe()

    def _describe(self) -> None:
        """Tell those who do not see it what is shown, and what the keys have reached."""
        region = self._scene.region
        names = self._names[: 1 + self._scene.is_comparing]
        parts = [text for text in (*names, self._message) if text]
        if self._scene.is_choosing and not region.isEmpty():
            text = self.tr(
                "Region of {width} × {height} pixels, {x} from the left, {y} from the top"
            )
            parts.append(
                text.format(
                    width=round(region.width()),
                    height=round(region.height()),
                    x=round(region.x()),
                    y=round(region.y()),
                )
            )
        elif self._mode is Mode.SPLIT and self._scene.is_comparing:
            parts.append(
                self.tr("Line at {percent} %").format(percent=round(100 * self._split_share))
            )
        self.setAccessibleDescription(". ".join(parts))
        self.update()

    def fit_picture(self) -> None:
        """Show the whole picture."""
        self._fit(QRectF(QPointF(), self._scene.picture))

    def fit_region(self) -> None:
        """Show the region as large as it goes."""
        self._fit(self._scene.region)

    def zoom_by(self, factor: float) -> None:
        """Zoom around the middle of the pane."""
        self._set_zoom(self._zoom.zoomed(factor, self._panes()[0].center()))

    def zoom_one_to_one(self) -> None:
        """One pixel of the preview (without one: of the source) on one pixel of the screen."""
        ratio = 1 / self.devicePixelRatioF()
        if self._pair.after is not None and self._scene.is_comparing:
            ratio *= self._pair.after.width() / self._scene.region.width()
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
        if not self._scene.is_comparing or self._mode is not Mode.SIDE_BY_SIDE:
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

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.fillRect(self.rect(), theme.STAGE)
        panes, scene, pair = self._panes(), self._scene, self._pair
        first = pair.first(self._mode, shows_original=self._shows_original)
        second = pair.second(shows_original=self._shows_original)
        stage_painting.paint_scene(painter, panes[0], scene, self._zoom, first)
        places = panes
        if len(panes) == 2:
            stage_painting.paint_scene(painter, panes[1], scene, self._zoom, second)
            gap = QRectF(panes[0].right(), 0, PANE_GAP, self.height())
            painter.fillRect(gap, QColor("#3a3936"))
        elif scene.is_comparing and self._mode is Mode.SPLIT:
            places = stage_painting.split_in_two(panes[0], self._split_x())
            painter.save()
            painter.setClipRect(places[1])
            stage_painting.paint_scene(painter, panes[0], scene, self._zoom, second)
            painter.restore()
            stage_painting.paint_split_line(painter, self._split_x(), panes[0])
        if scene.is_comparing:
            captions = pair.captions(self._mode, shows_original=self._shows_original)
            stage_painting.paint_captions(painter, captions, places)
        if self._message:
            stage_painting.paint_chip(painter, self._message, self.rect(), is_at_top=False)
        if self.hasFocus():
            stage_painting.paint_focus(painter, self.rect())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_in_view(self._panes(event.oldSize())[0].size())

    # Mouse and keyboard

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._scene.picture.isEmpty():
            super().mousePressEvent(event)
            return
        point = event.position()
        self._drag = self._drag_at(point)
        if self._drag is Drag.PAN:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._dragged_from = point
        else:
            self._dragged_from = self._zoom.to_picture(self._in_pane(point))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        start = self._dragged_from
        if start is None:
            self._show_cursor_for(point)
            return
        at = self._zoom.to_picture(self._in_pane(point))
        match self._drag:
            case Drag.PAN:
                self._set_zoom(self._zoom.panned(point - start))
                self._dragged_from = point
            case Drag.SPLIT:
                self._move_split(point.x())
            case Drag.DRAW_REGION:
                self._scene.region = inside(QRectF(start, at).normalized(), self._scene.picture)
            case Drag.MOVE_REGION:
                self._scene.region = moved_inside(
                    self._scene.region.translated(at - start), self._scene.picture
                )
                self._dragged_from = at
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag in (Drag.DRAW_REGION, Drag.MOVE_REGION):
            self.region_chosen.emit(self._scene.region)
        self._drag = self._dragged_from = None
        self._show_cursor_for(event.position())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        is_whole = self._fitted_to == QRectF(QPointF(), self._scene.picture)
        self.fit_region() if is_whole else self.fit_picture()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._scene.picture.isEmpty():
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
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        region = self._scene.region
        if step is None:
            super().keyPressEvent(event)
        elif self._scene.is_choosing:
            larger = inside(region.adjusted(0, 0, step.x(), step.y()), self._scene.picture)
            moved = moved_inside(region.translated(step), self._scene.picture)
            self._scene.region = larger if is_shifted else moved
            self.region_chosen.emit(self._scene.region)
            self._describe()
        elif is_shifted and self._mode is Mode.SPLIT:
            self._move_split(self._split_x() + step.x())
        else:
            self._set_zoom(self._zoom.panned(step * -4))

    def _move_split(self, x: float) -> None:
        self._split_share = min(max(x / max(self.width(), 1), 0.0), 1.0)
        self._describe()

    def _is_on_split(self, point: QPointF) -> bool:
        has_line = self._scene.is_comparing and self._mode is Mode.SPLIT
        return has_line and abs(point.x() - self._split_x()) <= GRIP_REACH

    def _drag_at(self, point: QPointF) -> Drag:
        """Return what a drag would do that begins at a point."""
        scene = self._scene
        is_in_region = scene.region.contains(self._zoom.to_picture(self._in_pane(point)))
        if scene.is_choosing:
            return Drag.MOVE_REGION if is_in_region else Drag.DRAW_REGION
        if self._is_on_split(point):
            return Drag.SPLIT
        return Drag.MOVE_REGION if is_in_region and not scene.is_comparing else Drag.PAN

    def _show_cursor_for(self, point: QPointF) -> None:
        self.setCursor(CURSORS[self._drag_at(point)])
