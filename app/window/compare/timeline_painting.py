"""How the timeline is drawn: filmstrip, range, stretch of the preview, marks and times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from app.text.clock import clock
from app.text.language import translate
from app.window import theme

SIDE = 14.0
GROOVE_TOP, GROOVE_HEIGHT = 10.0, 40.0
HANDLE_WIDTH = 8.0
_STRETCH_HEIGHT = 5.0
_SHOT_HEIGHT = 5.0
_OUTSIDE_ALPHA = 185


@dataclass
class Shown:
    """What the timeline shows; all times are seconds from the start of the source."""

    duration: float = 0.0
    start: float = 0.0
    end: float = 0.0
    position: float = 0.0
    stretch: float = 0.0
    moment: float | None = None
    """Where something plays."""
    stills: Mapping[float, QImage] = field(default_factory=dict)
    shots: Sequence[float] = ()
    parts: Sequence[tuple[float, float]] = ()
    """That are joined in one file; empty: only the one from start to end."""

    @property
    def preview(self) -> float:
        """Where the preview begins: at the position, but not too late to be whole."""
        return max(min(self.position, self.duration - self.stretch), 0.0)

    @property
    def has_range(self) -> bool:
        """Not all of the source is restored."""
        return bool(self.parts) or self.start > 0 or self.end < self.duration

    def x_of(self, seconds: float, width: int) -> float:
        """Where a moment lies in a timeline of this width."""
        return SIDE + (width - 2 * SIDE) * seconds / max(self.duration, 1e-9)


def paint_timeline(painter: QPainter, size: QSize, shown: Shown, *, has_focus: bool) -> None:
    """Draw everything."""
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    tones = theme.colours()
    groove = QRectF(SIDE, GROOVE_TOP, size.width() - 2 * SIDE, GROOVE_HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tones.line))
    painter.drawRoundedRect(groove, 4, 4)
    if shown.duration <= 0:
        return
    _paint_stills(painter, groove, shown)
    _paint_range(painter, groove, shown, tones)
    _paint_shots(painter, groove, shown, tones)
    _paint_moment(painter, groove, shown, tones)
    _paint_times(painter, groove, shown, tones)
    if has_focus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tones.accent), 2))
        painter.drawRoundedRect(groove.adjusted(-3, -3, 3, 3), 6, 6)


def _paint_stills(painter: QPainter, groove: QRectF, shown: Shown) -> None:
    """Fill the groove with small pictures, each the nearest to where it stands."""
    if not shown.stills:
        return
    one = next(iter(shown.stills.values()))
    width = max(groove.height() * one.width() / max(one.height(), 1), 12.0)
    count = max(round(groove.width() / width), 1)
    width = groove.width() / count
    painter.save()
    path = QPainterPath()
    path.addRoundedRect(groove, 4, 4)
    painter.setClipPath(path)
    for cell in range(count):
        moment = shown.duration * (cell + 0.5) / count
        still = _nearest(shown.stills, moment)
        place = QRectF(groove.left() + cell * width, groove.top(), width, groove.height())
        painter.drawImage(place, still, _filling(still, place))
    painter.restore()


def _nearest(stills: Mapping[float, QImage], moment: float) -> QImage:
    return stills[min(stills, key=lambda time: abs(time - moment))]


def _filling(image: QImage, place: QRectF) -> QRectF:
    """Return the middle part of an image that has the shape of a place."""
    scale = max(place.width() / image.width(), place.height() / image.height())
    part = QRectF(0, 0, place.width() / scale, place.height() / scale)
    part.moveCenter(QRectF(image.rect()).center())
    return part


def _paint_range(painter: QPainter, groove: QRectF, shown: Shown, tones: theme.Colours) -> None:
    """Cover what is not restored, and draw the handles of what is."""
    width = round(groove.width() + 2 * SIDE)
    outside = QColor(tones.window)
    outside.setAlpha(_OUTSIDE_ALPHA)
    painter.save()
    hidden = QPainterPath()
    hidden.addRect(groove)
    for start, end in shown.parts or ((shown.start, shown.end),):
        part, left = QPainterPath(), shown.x_of(start, width)
        part.addRect(left, groove.top(), shown.x_of(end, width) - left, groove.height())
        hidden = hidden.subtracted(part)
    painter.fillPath(hidden, outside)
    painter.restore()
    if shown.parts:
        return
    left, right = shown.x_of(shown.start, width), shown.x_of(shown.end, width)
    painter.setPen(Qt.PenStyle.NoPen)
    if not shown.stills:
        painter.setBrush(QColor(tones.selection))
        painter.drawRoundedRect(QRectF(left, groove.top(), right - left, groove.height()), 4, 4)
    painter.setBrush(QColor(tones.muted))
    for x in (left - HANDLE_WIDTH, right):
        handle = QRectF(x, groove.top() - 3, HANDLE_WIDTH, groove.height() + 6)
        painter.drawRoundedRect(handle, 3, 3)
        grip = QRectF(handle.center().x() - 0.75, handle.top() + 14, 1.5, handle.height() - 28)
        painter.fillRect(grip, QColor(tones.window))


def _paint_shots(painter: QPainter, groove: QRectF, shown: Shown, tones: theme.Colours) -> None:
    """Mark where shots begin, above the groove."""
    width = round(groove.width() + 2 * SIDE)
    painter.setPen(QPen(QColor(tones.muted), 1.5))
    for shot in shown.shots:
        x = shown.x_of(shot, width)
        painter.drawLine(QPointF(x, groove.top() - _SHOT_HEIGHT), QPointF(x, groove.top() + 1))


def _paint_moment(painter: QPainter, groove: QRectF, shown: Shown, tones: theme.Colours) -> None:
    """Draw the stretch of the preview, and the moment that is shown."""
    width = round(groove.width() + 2 * SIDE)
    left = shown.x_of(shown.preview, width)
    # A whole tape is long: the stretch would be thinner than a hair.
    end = min(shown.preview + shown.stretch, shown.duration)
    length = max(shown.x_of(end, width) - left, 4.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tones.accent))
    bottom = groove.bottom() - _STRETCH_HEIGHT
    painter.drawRoundedRect(QRectF(left, bottom, length, _STRETCH_HEIGHT), 2, 2)
    x = shown.x_of(shown.position if shown.moment is None else shown.moment, width)
    for colour, thickness in ((QColor(tones.window), 4.0), (QColor(tones.text), 2.0)):
        painter.setPen(QPen(colour, thickness))
        painter.drawLine(QPointF(x, groove.top() - 4), QPointF(x, groove.bottom() + 4))
    painter.setBrush(QColor(tones.text))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(x, groove.top() - 5), 4, 4)


def _paint_times(painter: QPainter, groove: QRectF, shown: Shown, tones: theme.Colours) -> None:
    height = QFontMetricsF(painter.font()).height()
    line = QRectF(SIDE, groove.bottom() + 7, groove.width(), height)
    painter.setPen(QColor(tones.muted))
    align = Qt.AlignmentFlag
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as time runs, in any language
    start, end = (clock(s, with_fraction=shown.has_range) for s in (shown.start, shown.end))
    if shown.parts:
        painter.setPen(QColor(tones.accent))
        length = clock(sum(last - first for first, last in shown.parts))
        start = translate("Timeline", "%n parts, {length}", "", len(shown.parts))
        start, end = start.format(length=length), ""
    elif shown.has_range:
        painter.setPen(QColor(tones.accent))
        length, whole = clock(shown.end - shown.start), clock(shown.duration)
        start = translate("Timeline", "from {start}").format(start=start)
        end = translate("Timeline", "until {end} · {length} of {whole}").format(
            end=end, length=length, whole=whole
        )
    painter.drawText(line, align.AlignLeft, start)
    painter.drawText(line, align.AlignRight, end)
    moment = shown.position if shown.moment is None else shown.moment
    painter.setPen(QColor(tones.text))
    painter.drawText(line, align.AlignHCenter, clock(moment, with_fraction=True))
