"""Zoom and pan: where a point of the picture lies on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

SMALLEST_SCALE, LARGEST_SCALE = 0.02, 32.0


@dataclass(frozen=True)
class Zoom:
    """Screen = picture * ``scale`` + offset, in pixels from the corner of a pane."""

    scale: float = 1.0
    offset_x: float = 0.0
    offset_y: float = 0.0

    def to_screen(self, area: QRectF) -> QRectF:
        """Where an area of the picture is drawn in the pane."""
        return QRectF(
            area.x() * self.scale + self.offset_x,
            area.y() * self.scale + self.offset_y,
            area.width() * self.scale,
            area.height() * self.scale,
        )

    def to_picture(self, point: QPointF) -> QPointF:
        """Which point of the picture is drawn at a point of the pane."""
        return QPointF(
            (point.x() - self.offset_x) / self.scale, (point.y() - self.offset_y) / self.scale
        )

    def zoomed(self, factor: float, at: QPointF) -> Zoom:
        """Larger or smaller, with the picture under ``at`` staying where it is."""
        scale = min(max(self.scale * factor, SMALLEST_SCALE), LARGEST_SCALE)
        fixed = self.to_picture(at)
        return Zoom(scale, at.x() - fixed.x() * scale, at.y() - fixed.y() * scale)

    def panned(self, by: QPointF) -> Zoom:
        """Moved by a distance on the screen."""
        return Zoom(self.scale, self.offset_x + by.x(), self.offset_y + by.y())

    @staticmethod
    def fitting(area: QRectF, pane: QSizeF, *, margin: float = 12.0) -> Zoom:
        """The zoom at which an area of the picture fills a pane, centred."""
        room_x, room_y = max(pane.width() - 2 * margin, 1), max(pane.height() - 2 * margin, 1)
        scale = min(room_x / max(area.width(), 1), room_y / max(area.height(), 1))
        scale = min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)
        centre = area.center()
        return Zoom(
            scale, pane.width() / 2 - centre.x() * scale, pane.height() / 2 - centre.y() * scale
        )
