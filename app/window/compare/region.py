"""Regions of the picture, between what is shown (upright, square pixels) and what is stored."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt

from engine.jobs.choices import Crop

if TYPE_CHECKING:
    from engine.video.facts import SourceInfo

DEFAULT_WIDTH, DEFAULT_HEIGHT = 160, 120
"""Stored pixels of the region that a preview starts with: seconds on a slow processor."""
SMALLEST_SIDE = 32


def default_crop(info: SourceInfo) -> Crop:
    """The region a preview starts with: the centre of the picture."""
    width, height = min(DEFAULT_WIDTH, info.width), min(DEFAULT_HEIGHT, info.height)
    if info.rotation_degrees % 180:
        width, height = min(DEFAULT_HEIGHT, info.width), min(DEFAULT_WIDTH, info.height)
    return _aligned((info.width - width) / 2, (info.height - height) / 2, width, height, info)


def crop_of(shown: QRectF, info: SourceInfo) -> Crop:
    """The stored pixels behind a rectangle of the picture as shown.

    Args:
        shown: in pixels of the display size (``info.display_width`` x ``display_height``).
        info: the source, whose rotation, mirroring and pixel aspect are undone.

    Returns:
        The nearest region on even pixels (colour planes have half the size), inside the
        picture and not smaller than a network can work on.
    """
    upright_width, upright_height = _upright_size(info)
    scale_x, scale_y = upright_width / info.display_width, upright_height / info.display_height
    x, width = shown.x() * scale_x, shown.width() * scale_x
    y, height = shown.y() * scale_y, shown.height() * scale_y
    match info.rotation_degrees % 360:
        case 90:
            x, y, width, height = y, upright_width - x - width, height, width
        case 180:
            x, y = upright_width - x - width, upright_height - y - height
        case 270:
            x, y, width, height = upright_height - y - height, x, height, width
    if info.is_mirrored:
        x = info.width - x - width
    return _aligned(x, y, width, height, info)


def shown_of(crop: Crop, info: SourceInfo) -> QRectF:
    """Where a region of stored pixels lies in the picture as shown; undoes `crop_of`."""
    x, y, width, height = crop.x, crop.y, crop.width, crop.height
    if info.is_mirrored:  # the mirroring comes before the turn
        x = info.width - x - width
    match info.rotation_degrees % 360:
        case 90:
            x, y, width, height = info.height - y - height, x, height, width
        case 180:
            x, y = info.width - x - width, info.height - y - height
        case 270:
            x, y, width, height = y, info.width - x - width, height, width
    upright_width, upright_height = _upright_size(info)
    scale_x, scale_y = info.display_width / upright_width, info.display_height / upright_height
    return QRectF(x * scale_x, y * scale_y, width * scale_x, height * scale_y)


class Drag(Enum):
    """What a drag with the mouse over the picture is doing."""

    PAN = auto()
    SPLIT = auto()
    DRAW_REGION = auto()
    MOVE_REGION = auto()


CURSORS = {
    Drag.PAN: Qt.CursorShape.OpenHandCursor,
    Drag.SPLIT: Qt.CursorShape.SplitHCursor,
    Drag.DRAW_REGION: Qt.CursorShape.CrossCursor,
    Drag.MOVE_REGION: Qt.CursorShape.SizeAllCursor,
}


def inside(area: QRectF, picture: QSizeF) -> QRectF:
    """Return the part of an area that lies in the picture."""
    return area.intersected(QRectF(QPointF(), picture))


def moved_inside(area: QRectF, picture: QSizeF) -> QRectF:
    """Return an area moved so that all of it lies in the picture."""
    x = min(max(area.x(), 0.0), picture.width() - area.width())
    y = min(max(area.y(), 0.0), picture.height() - area.height())
    return QRectF(QPointF(x, y), area.size())


def _upright_size(info: SourceInfo) -> tuple[int, int]:
    if info.rotation_degrees % 180:
        return info.height, info.width
    return info.width, info.height


def _aligned(x: float, y: float, width: float, height: float, info: SourceInfo) -> Crop:
    left, columns = _even_span(x, width, info.width)
    top, rows = _even_span(y, height, info.height)
    return Crop(left, top, columns, rows)


def _even_span(start: float, length: float, limit: int) -> tuple[int, int]:
    """The even start and length nearest to a span, inside ``[0, limit)``."""
    even_limit = limit - limit % 2
    size = min(max(2 * round(length / 2), SMALLEST_SIDE), even_limit)
    return min(max(2 * round(start / 2), 0), even_limit - size), size
