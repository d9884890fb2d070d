"""The middle of the window: comparison, the buttons that work it, and the timeline."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSizeF, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.window.compare import region
from app.window.compare.actions import CompareActions
from app.window.compare.comparison import Comparison
from app.window.compare.film import Film, FilmImages, finished_crop
from app.window.compare.pair import Mode
from app.window.compare.preview import PreviewState, PreviewStrip
from app.window.compare.preview_sound import PreviewSound
from app.window.compare.stage_message import message_of_preview, message_without_preview
from app.window.compare.timeline import Timeline, parts_of
from app.window.compare.toolbar import Toolbar, Transport
from app.window.compare.variants_view import VariantsView
from app.window.queue import clip_wording
from app.window.queue.clips import Clip, ClipState
from app.window.telling import call_picture
from app.window.theme import Icons
from engine.background.listening import Listening
from engine.jobs.events import FilmFrame

ZOOM_STEP = 1.25
_USUAL_RATE = 25.0


class ComparisonPanel(QWidget):
    """Shows one clip, and lets the user choose which moment and which region to try.

    It shows the preview where there is one, else the finished file beside its source, else the
    source.

    Signals:
        preview_wanted(): restore the stretch and region of the clip that is shown.
        position_changed(float): another moment is to be shown.
        stretch_changed(float): another length of the preview, in seconds.
        range_changed(float, float): another part of the source is to be restored.
        region_chosen(QRectF): another region, in pixels of the display size.
        mode_changed(Mode): it is compared in another way.
    """

    preview_wanted = Signal()
    position_changed = Signal(float)
    stretch_changed = Signal(float)
    range_changed = Signal(float, float)
    region_chosen = Signal(QRectF)
    mode_changed = Signal(object)

    def __init__(
        self,
        strip: PreviewStrip,
        film: Film,
        icons: Icons,
        parent: QWidget | None = None,
        *,
        listening: Listening,
    ) -> None:
        super().__init__(parent)
        self._strip, self._film = strip, film
        self._sound = PreviewSound(listening, strip.playback, self)
        self._clip: Clip | None = None
        self._images = FilmImages()
        self._hides_file = False
        """The user wants the source alone, although there is a finished file."""
        self._error: Exception | None = None
        self.commands = CompareActions(icons, self)
        self.comparison = Comparison(self)
        call_picture(self.comparison)
        self.timeline = Timeline(self)
        self.toolbar = Toolbar(self.commands, icons, self)
        self.transport = Transport(self.commands, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.comparison)
        self.variants_view = VariantsView(self)
        self._pages.addWidget(self.variants_view)
        column.addWidget(self._pages, 1)
        column.addWidget(self.transport)
        column.addWidget(self.timeline)
        column.addSpacing(8)
        self._connect_actions()
        self._connect_parts()

    def show_clip(self, clip: Clip | None) -> None:
        """Show a clip; None shows an empty stage.

        Of one that was only glanced at, nothing but the picture is shown.
        """
        if clip is not self._clip:
            self._hides_file, self._error = False, None
        self._clip = clip
        info, basics = (clip.info, clip.basics) if clip is not None else (None, None)
        size = QSizeF(basics.display_width, basics.display_height) if basics else QSizeF()
        self.setEnabled(info is not None)
        if clip is None or info is None:
            self.comparison.show_clip(size, clip.picture if clip else None, QRectF())
            self.timeline.show_clip(0.0, start=0.0, end=0.0, position=0.0, stretch=0.0)
            self._film.set_clip(None, is_comparing=False)
            self._offer_range()
            self.comparison.set_message(self._message())
            return
        self.comparison.show_clip(size, clip.picture, self._region_of(clip))
        duration, options = info.duration_seconds or 0.0, clip.options
        self.timeline.show_clip(
            duration,
            start=options.start_seconds or 0.0,
            end=duration if options.end_seconds is None else options.end_seconds,
            position=clip.position_seconds,
            stretch=clip.stretch_seconds,
            parts=parts_of(options),
        )
        self.transport.show_stretch(clip.stretch_seconds)
        self.show_state()
        self._show_moment_of_file()

    def show_state(self) -> None:
        """Offer what can be done with the clip in the state it is in now."""
        self._offer_range()
        self.offer_file()

    def offer_file(self) -> None:
        """Show the finished file of the clip beside its source, where there is one."""
        clip, action = self._clip, self.commands.compare_file
        is_there = clip is not None and clip.state is ClipState.DONE and clip.output is not None
        action.setEnabled(is_there)
        is_another = self._film.set_clip(clip, is_comparing=is_there and not self._hides_file)
        action.setChecked(self._film.is_comparing)
        if is_another:
            self._show_stage()
            self._show_moment_of_file()

    def show_variants(self, is_wanted: bool) -> None:
        """Show several looks of the moment in place of the comparison, or this again."""
        page = self.variants_view if is_wanted else self.comparison
        self._pages.setCurrentWidget(page)
        page.setFocus()

    def set_mode(self, *, is_split: bool) -> None:
        """Compare with a line to drag, or side by side."""
        action = self.commands.split if is_split else self.commands.side_by_side
        action.setChecked(True)
        self.comparison.set_mode(Mode.SPLIT if is_split else Mode.SIDE_BY_SIDE)

    def show_preview(self) -> None:
        """Bring buttons, frame slider and message to the state of the preview."""
        self._show_stage()
        can_compare = self._is_previewing or self._film.is_comparing
        self.toolbar.original_button.setEnabled(can_compare)
        self.commands.show_playing(self._strip.is_playing or self._film.is_playing)
        is_heard = self._strip.is_playing and self._strip.state is PreviewState.READY
        self._sound.follow(self._clip, self._strip.first_pts_seconds if is_heard else None)
        self.on_frame_shown()

    def on_frame_shown(self) -> None:
        """Show the frame at which the preview is."""
        strip, frame = self._strip, self._strip.frame
        self.transport.show_frames(strip.index, strip.frame_count)
        if frame is not None:
            self.comparison.set_frames(frame.before, frame.after, is_current=strip.is_current)
            first = strip.first_pts_seconds or 0.0
            self.timeline.set_moment(self.timeline.preview_seconds + frame.pts_seconds - first)
        elif self._is_previewing:
            self.comparison.set_frames(None, None)
            self.timeline.set_moment(None)

    def on_film_shown(self, frame: FilmFrame) -> None:
        """Show a moment of the film."""
        if self._is_previewing:
            return
        before, after = self._images.of(frame)
        if not self._film.is_comparing:
            self.comparison.set_still(before)
        elif self.comparison.is_region_whole:
            self.comparison.set_frames(before, after)
        else:
            self.comparison.set_still(before)
            self.comparison.set_frames(None, after)
        if self._film.is_playing:
            self.timeline.set_moment(frame.at_seconds)
        self.comparison.set_message(self._message())

    def toggle_playing(self) -> None:
        """Play, or stay at the frame that is shown: the preview, or without one the film."""
        if self._strip.frame_count > 1:
            self._strip.pause() if self._strip.is_playing else self._strip.play()
        elif self._film.is_playing:
            self._film.pause()
        else:
            at_end = self.timeline.moment_seconds >= self.timeline.duration_seconds - 0.1
            self._film.play(0.0 if at_end else self.timeline.moment_seconds)

    def pause(self) -> None:
        """Stay at the moment that is shown."""
        self._strip.pause()
        self._film.pause()

    def want_preview(self) -> None:
        """Restore the moment that is shown, also where the film has just come to it."""
        self._film.pause()
        self.preview_wanted.emit()

    def step(self, frames: int) -> None:
        """Go some frames forwards or backwards, in the preview or in the film."""
        if self._strip.frame_count:
            self._strip.pause()
            self._strip.set_index(self._strip.index + frames)
        else:
            info = self._clip.info if self._clip else None
            rate = float(info.frame_rate or _USUAL_RATE) if info else _USUAL_RATE
            self.step_seconds(frames / rate)

    def step_seconds(self, seconds: float) -> None:
        """Go forwards or backwards in the film."""
        self._film.pause()
        self.timeline.set_position(self.timeline.moment_seconds + seconds)

    def step_shot(self, direction: int) -> None:
        """Go to the next shot of the film (1), or to where this or the one before begins (-1)."""
        self._film.pause()
        self.timeline.go_to_shot(direction)

    def _offer_range(self) -> None:
        """Let the part be changed, but for that of a clip that is being restored."""
        clip, timeline, commands = self._clip, self.timeline, self.commands
        is_busy = clip is not None and clip.state.is_busy
        timeline.let_change_range(not is_busy)
        for action in (commands.start_here, commands.end_here):
            action.setEnabled(timeline.can_change_range)
        commands.whole_video.setEnabled(timeline.has_range and not is_busy)
        self.transport.whole_button.setVisible(timeline.has_range)

    @property
    def _is_previewing(self) -> bool:
        return self._strip.state is not PreviewState.NONE

    @staticmethod
    def _region_of(clip: Clip) -> QRectF:
        assert clip.info is not None
        return region.shown_of(clip.region or region.default_crop(clip.info), clip.info)

    def _show_stage(self) -> None:
        """Show what is compared: the preview, the finished file, or nothing."""
        clip, view = self._clip, self.comparison
        if clip is not None and clip.info is not None:
            was_region = view.region
            if not self._is_previewing and self._film.is_comparing:
                name = self.tr("Finished file")
                view.set_names(self.tr("Original"), name, pending=name)
                view.set_region(region.shown_of(finished_crop(clip, clip.info), clip.info))
            else:
                view.set_names(
                    self.tr("Original"), self.tr("Restored"), pending=self.tr("Not restored yet")
                )
                view.set_region(self._region_of(clip))
            is_comparing = self._is_previewing or self._film.is_comparing
            if is_comparing and view.is_comparing and was_region != view.region:
                view.fit_region()
            view.set_comparing(is_comparing)
        view.set_message(self._message())

    def _show_moment_of_file(self) -> None:
        if self._film.is_comparing and not self._is_previewing and not self._film.is_playing:
            self._film.show_at(self.timeline.position_seconds)

    def _message(self) -> str:
        if self.commands.choose_region.isChecked():
            return self.tr("Draw a rectangle, or drag the one that is there")
        if self._is_previewing:
            return message_of_preview(self._strip) or self._message_of_sound()
        if self._clip is None:
            return ""
        if self._clip.info is None:
            return clip_wording.report(self._clip)
        is_pair_there = self.comparison.is_second_there
        return message_without_preview(self._error, self._film, is_pair_there=is_pair_there)

    def _message_of_sound(self) -> str:
        if self._sound.has_device or not self._strip.is_playing:
            return ""
        return self.tr("No sound can be played on this computer: the pictures play alone.")

    # What the parts say

    def _connect_actions(self) -> None:
        actions, view = self.commands, self.comparison
        for action, act in (
            (actions.preview, self.want_preview),
            (actions.play, self.toggle_playing),
            (actions.previous_frame, partial(self.step, -1)),
            (actions.next_frame, partial(self.step, 1)),
            (actions.previous_second, partial(self.step_seconds, -1.0)),
            (actions.next_second, partial(self.step_seconds, 1.0)),
            (actions.previous_shot, partial(self.step_shot, -1)),
            (actions.next_shot, partial(self.step_shot, 1)),
            (actions.start_here, self.timeline.start_here),
            (actions.end_here, self.timeline.end_here),
            (actions.whole_video, self.timeline.set_whole),
            (actions.side_by_side, partial(self._choose_mode, Mode.SIDE_BY_SIDE)),
            (actions.split, partial(self._choose_mode, Mode.SPLIT)),
            (actions.difference, partial(self._choose_mode, Mode.DIFFERENCE)),
            (actions.zoom_in, partial(view.zoom_by, ZOOM_STEP)),
            (actions.zoom_out, partial(view.zoom_by, 1 / ZOOM_STEP)),
            (actions.one_to_one, view.zoom_one_to_one),
            (actions.fit_region, view.fit_region),
            (actions.fit_picture, view.fit_picture),
        ):
            action.triggered.connect(lambda _is_checked, act=act: act())
        actions.choose_region.toggled.connect(self.on_choosing_toggled)
        actions.compare_file.triggered.connect(self.on_file_toggled)
        actions.sound.toggled.connect(self.on_sound_toggled)
        actions.original_sound.toggled.connect(self._choose_sound)

    def _connect_parts(self) -> None:
        original = self.toolbar.original_button
        original.pressed.connect(lambda: self.comparison.set_original_shown(True))
        original.released.connect(lambda: self.comparison.set_original_shown(False))
        self._sound.changed.connect(self.on_device_noted)
        self.transport.scrubbed.connect(self.on_scrubbed)
        self.transport.stretch_changed.connect(self.on_stretch_changed)
        self.comparison.zoomed.connect(self.on_zoomed)
        self.comparison.region_chosen.connect(self.region_chosen)
        self.timeline.position_changed.connect(self.on_position_changed)
        self.timeline.range_changed.connect(self.range_changed)
        self.timeline.range_changed.connect(lambda *_: self._offer_range())
        self._strip.frame_shown.connect(self.on_frame_shown)
        self._film.shown.connect(self.on_film_shown)
        self._film.changed.connect(self.on_film_changed)
        self._film.failed.connect(self.on_film_failed)

    def on_choosing_toggled(self, is_choosing: bool) -> None:
        """A drag draws the region now, or moves the picture again."""
        self.comparison.set_choosing(is_choosing)
        self.comparison.set_message(self._message())

    def on_sound_toggled(self, is_wanted: bool) -> None:
        """Play the preview with its sound, or without."""
        self._sound.is_wanted = self._film.is_sound_wanted = is_wanted
        self.show_preview()

    def on_device_noted(self) -> None:
        """It was found out whether something can play sound: say it."""
        self.commands.show_device(self._sound.has_device)
        self.show_preview()

    def on_file_toggled(self, is_wanted: bool) -> None:
        """Show the finished file beside the source, or the source alone."""
        self._hides_file, self._error = not is_wanted, None
        self.offer_file()
        self.show_preview()

    def on_position_changed(self, seconds: float) -> None:
        """Another moment is looked at."""
        self._film.pause()
        self.position_changed.emit(seconds)
        self._show_moment_of_file()

    def on_film_changed(self) -> None:
        """The film plays now, or no longer."""
        if not self._film.is_playing and self.timeline.has_moment:
            self.timeline.set_position(self.timeline.moment_seconds)
        self.show_preview()

    def on_film_failed(self, error: Exception) -> None:
        """The files cannot be read: say it, and show the source alone."""
        self._error, self._hides_file = error, True
        self.offer_file()
        self.show_preview()

    def on_scrubbed(self, index: int) -> None:
        """Stay at the frame the user chose."""
        self._strip.pause()
        self._strip.set_index(index)

    def on_stretch_changed(self, seconds: float) -> None:
        """Another length of the preview."""
        self.timeline.set_stretch(seconds)
        self.stretch_changed.emit(seconds)

    def on_zoomed(self, scale: float) -> None:
        """Say how large the picture is shown; 100 % is one source pixel on one of the screen."""
        self.toolbar.show_zoom(100 * scale * self.devicePixelRatioF())

    def _choose_sound(self, is_original: bool) -> None:
        self._sound.choose(is_original=is_original)

    def _choose_mode(self, mode: Mode) -> None:
        self.comparison.set_mode(mode)
        self.mode_changed.emit(mode)
