"""The middle of the window: comparison, the buttons that work it, and the timeline."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSignalBlocker, QSizeF, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.text.messages import describe
from app.window.compare import region
from app.window.compare.comparison import Comparison, Mode
from app.window.compare.preview import PreviewState, PreviewStrip
from app.window.compare.timeline import Timeline
from app.window.queue.clips import Clip
from app.window.theme import Icons

STRETCH_SECONDS = (0.2, 4.0)
ZOOM_STEP = 1.25


class ComparisonPanel(QWidget):
    """Shows one clip, and lets the user choose which moment and which region to try.

    Signals:
        preview_wanted(): restore the stretch and region of the clip that is shown.
        position_changed(float): another moment is to be shown.
        stretch_changed(float): another length of the preview, in seconds.
        range_changed(float, float): another part of the source is to be restored.
        region_chosen(QRectF): another region, in pixels of the display size.
        mode_changed(bool): the comparison has a line to drag now (or two sides).
    """

    preview_wanted = Signal()
    position_changed = Signal(float)
    stretch_changed = Signal(float)
    range_changed = Signal(float, float)
    region_chosen = Signal(QRectF)
    mode_changed = Signal(bool)

    def __init__(self, strip: PreviewStrip, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = strip
        self._icons = icons
        self.comparison = Comparison(self)
        self.timeline = Timeline(self)
        self._make_toolbar()
        self._make_transport()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._toolbar)
        column.addWidget(self.comparison, 1)
        column.addLayout(self._transport)
        column.addWidget(self.timeline)
        column.addSpacing(8)
        self._connect()

    def show_clip(self, clip: Clip | None) -> None:
        """Show a clip that has been looked at; None shows an empty stage."""
        info = clip.info if clip is not None else None
        self.setEnabled(info is not None)
        if clip is None or info is None:
            self.comparison.show_clip(QSizeF(), None, QRectF())
            self.timeline.show_clip(0.0, start=0.0, end=0.0, position=0.0, stretch=0.0)
            return
        crop = clip.region or region.default_crop(info)
        picture = QSizeF(info.display_width, info.display_height)
        still = clip.still or clip.thumbnail
        self.comparison.show_clip(picture, still, region.shown_of(crop, info))
        duration = info.duration_seconds or 0.0
        options = clip.options
        self.timeline.show_clip(
            duration,
            start=options.start_seconds or 0.0,
            end=duration if options.end_seconds is None else options.end_seconds,
            position=clip.position_seconds,
            stretch=clip.stretch_seconds,
        )
        with QSignalBlocker(self._stretch):
            self._stretch.setValue(clip.stretch_seconds)

    def set_mode(self, *, is_split: bool) -> None:
        """Compare with a line to drag, or side by side."""
        (self.split_button if is_split else self.side_button).setChecked(True)
        self.comparison.set_mode(Mode.SPLIT if is_split else Mode.SIDE_BY_SIDE)

    def show_preview(self) -> None:
        """Bring buttons, frame slider and message to the state of the preview."""
        strip = self._strip
        self.comparison.set_comparing(strip.state is not PreviewState.NONE)
        self.comparison.set_message(self._message())
        count = strip.frame_count
        for part in (self.play_button, self._frame_slider, self.original_button):
            part.setEnabled(count > 0)
        with QSignalBlocker(self._frame_slider):
            self._frame_slider.setRange(0, max(count - 1, 0))
        self._show_play_icon(is_playing=strip.is_playing)
        self.on_frame_shown()

    def on_frame_shown(self) -> None:
        """Show the frame at which the preview is."""
        frame = self._strip.frame
        if frame is None:
            self.comparison.set_frames(None, None)
            self.timeline.set_moment(None)
            self._frame_label.clear()
            return
        self.comparison.set_frames(frame.before, frame.after)
        self.timeline.set_moment(self.timeline.preview_seconds + self._seconds_into())
        with QSignalBlocker(self._frame_slider):
            self._frame_slider.setValue(self._strip.index)
        self._frame_label.setText(
            self.tr("{number} of {count}").format(
                number=self._strip.index + 1, count=self._strip.frame_count
            )
        )

    def toggle_playing(self) -> None:
        """Play, or stay at the frame that is shown."""
        if self._strip.is_playing:
            self._strip.pause()
        else:
            self._strip.play()

    def _seconds_into(self) -> float:
        frame, first = self._strip.frame, self._strip.first_pts_seconds
        return 0.0 if frame is None or first is None else frame.pts_seconds - first

    def _message(self) -> str:
        strip = self._strip
        if self.region_button.isChecked():
            return self.tr("Draw a rectangle, or drag the one that is there")
        match strip.state:
            case PreviewState.NONE:
                return self.tr("Press “Preview” (P) to restore the marked region")
            case PreviewState.FAILED:
                assert strip.error is not None
                return describe(strip.error)
            case PreviewState.WORKING:
                return self._working_message()
            case PreviewState.READY if strip.is_shortened:
                text = self.tr("Only the first {count} frames: more would take too much memory")
                return text.format(count=strip.frame_count)
            case PreviewState.READY:
                return ""

    def _working_message(self) -> str:
        strip = self._strip
        if not strip.has_begun:
            return self.tr("The render makes room for the preview…")
        if strip.fresh_frames:
            return self.tr("Restoring… {count} frames").format(count=strip.fresh_frames)
        return self.tr("Restoring… {count} s").format(count=strip.seconds_taken)

    # Building

    def _make_toolbar(self) -> None:
        self.side_button = self._button("format-columns", self.tr("Side by side"), checkable=True)
        self.split_button = self._button(
            "arrow-split-vertical", self.tr("A line to drag"), checkable=True
        )
        group = QButtonGroup(self)
        group.addButton(self.side_button)
        group.addButton(self.split_button)
        self.side_button.setChecked(True)
        self.original_button = self._button("eye-outline", self.tr("Hold for the original (O)"))
        self.region_button = self._button(
            "selection-drag", self.tr("Choose the region (R)"), checkable=True
        )
        self._out_button = self._button("magnify-minus-outline", self.tr("Zoom out (−)"))
        self._in_button = self._button("magnify-plus-outline", self.tr("Zoom in (+)"))
        self._fit_button = self._button("fit-to-page-outline", self.tr("Whole picture (0)"))
        self._region_fit_button = self._button("image-filter-center-focus", self.tr("Region (9)"))
        self._zoom_label = QLabel(self)
        self._zoom_label.setObjectName("muted")
        self._zoom_label.setMinimumWidth(self.fontMetrics().horizontalAdvance("10000 %"))
        self._zoom_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preview_button = QPushButton(self.tr("Preview"), self)
        self.preview_button.setToolTip(self.tr("Restore the marked region (P)"))
        self._icons.place("auto-fix", self.preview_button.setIcon)
        self._toolbar = _row(
            self.side_button,
            self.split_button,
            self.original_button,
            12,
            self.region_button,
            12,
            self._out_button,
            self._zoom_label,
            self._in_button,
            self._fit_button,
            self._region_fit_button,
            None,
            self.preview_button,
        )

    def _make_transport(self) -> None:
        self.play_button = self._button("play", self.tr("Play the preview (Space)"))
        self._frame_slider = QSlider(Qt.Orientation.Horizontal, self)
        self._frame_slider.setAccessibleName(self.tr("Frame of the preview"))
        self._frame_slider.setMinimumWidth(120)
        self._frame_label = QLabel(self)
        self._frame_label.setObjectName("muted")
        self._frame_label.setMinimumWidth(self.fontMetrics().horizontalAdvance("000 of 000"))
        stretch_label = QLabel(self.tr("Preview &length"), self)
        self._stretch = QDoubleSpinBox(self)
        self._stretch.setRange(*STRETCH_SECONDS)
        self._stretch.setSingleStep(0.2)
        self._stretch.setDecimals(1)
        self._stretch.setSuffix(self.tr(" s"))
        stretch_label.setBuddy(self._stretch)
        self._start_button = self._button(
            "contain-start", self.tr("Restore from this moment on ([)")
        )
        self._end_button = self._button("contain-end", self.tr("Restore up to this moment (])"))
        self._transport = _row(
            self.play_button,
            self._frame_slider,
            self._frame_label,
            None,
            stretch_label,
            self._stretch,
            12,
            self._start_button,
            self._end_button,
        )
        self._transport.setStretch(1, 1)

    def _button(self, icon: str, text: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setCheckable(checkable)
        self._icons.place(icon, button.setIcon)
        return button

    def _show_play_icon(self, *, is_playing: bool) -> None:
        self._icons.place("pause" if is_playing else "play", self.play_button.setIcon)

    def _connect(self) -> None:
        self.side_button.clicked.connect(lambda: self._change_mode(is_split=False))
        self.split_button.clicked.connect(lambda: self._change_mode(is_split=True))
        self.original_button.pressed.connect(lambda: self.comparison.set_original_shown(True))
        self.original_button.released.connect(lambda: self.comparison.set_original_shown(False))
        self.region_button.toggled.connect(self.on_choosing_toggled)
        self._out_button.clicked.connect(lambda: self.comparison.zoom_by(1 / ZOOM_STEP))
        self._in_button.clicked.connect(lambda: self.comparison.zoom_by(ZOOM_STEP))
        self._fit_button.clicked.connect(self.comparison.fit_picture)
        self._region_fit_button.clicked.connect(self.comparison.fit_region)
        self.preview_button.clicked.connect(self.preview_wanted)
        self.play_button.clicked.connect(self.toggle_playing)
        self._frame_slider.valueChanged.connect(self.on_scrubbed)
        self._stretch.valueChanged.connect(self.on_stretch_changed)
        self._start_button.clicked.connect(self.start_here)
        self._end_button.clicked.connect(self.end_here)
        self.comparison.zoomed.connect(self.on_zoomed)
        self.comparison.region_chosen.connect(self.region_chosen)
        self.timeline.position_changed.connect(self.position_changed)
        self.timeline.range_changed.connect(self.range_changed)
        self._strip.frame_shown.connect(self.on_frame_shown)

    def on_choosing_toggled(self, is_choosing: bool) -> None:
        """A drag draws the region now, or moves the picture again."""
        self.comparison.set_choosing(is_choosing)
        self.comparison.set_message(self._message())

    def start_here(self) -> None:
        """Restore from the moment that is shown."""
        self.timeline.set_start(self.timeline.moment_seconds)

    def end_here(self) -> None:
        """Restore up to the moment that is shown."""
        self.timeline.set_end(self.timeline.moment_seconds)

    def on_scrubbed(self, index: int) -> None:
        """Stay at the frame the user chose."""
        self._strip.pause()
        self._strip.set_index(index)

    def step(self, frames: int) -> None:
        """Go some frames forwards or backwards in the preview."""
        self._strip.pause()
        self._strip.set_index(self._strip.index + frames)

    def on_stretch_changed(self, seconds: float) -> None:
        """Another length of the preview."""
        self.timeline.set_stretch(seconds)
        self.stretch_changed.emit(seconds)

    def on_zoomed(self, scale: float) -> None:
        """Say how large the picture is shown; 100 % is one source pixel on one of the screen."""
        percent = scale * self.devicePixelRatioF()
        self._zoom_label.setText(f"{percent * 100:.0f} %")

    def _change_mode(self, *, is_split: bool) -> None:
        self.set_mode(is_split=is_split)
        self.mode_changed.emit(is_split)


def _row(*parts: QWidget | int | None) -> QHBoxLayout:
    """A row of widgets; a number is a gap in pixels, None takes the room that is left."""
    row = QHBoxLayout()
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(6)
    for part in parts:
        if part is None:
            row.addStretch(0)
        elif isinstance(part, int):
            row.addSpacing(part)
        else:
            row.addWidget(part)
    return row
